"""Evidence for sides and terms: each side searched by itself, nothing counted twice, uses counted word for word."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from assistant.casebook import Casebook
from assistant.domain import CaseReference, ComparedSide, Evidence, Filters, Payee, Query, QuestionKind
from assistant.gathering import gather_evidence
from assistant.vectors import VectorIndex, open_index
from tests.builders import NORTHMOOR, SOUTHFELL, WordCountEncoder, decision, file_in, query, reference

LATE = "The council issued the education plan four months late and agreed to pay £300 for distress."
BINS = "Missed bin collections went on for a year and the council agreed to pay £100 for distress."


@pytest.fixture
def index(casebook: Casebook, tmp_path: Path) -> VectorIndex:
    file_in(
        casebook,
        decision(1, LATE, body=NORTHMOOR, decided=date(2019, 5, 1)),
        decision(2, LATE, body=SOUTHFELL, decided=date(2023, 5, 1)),
        decision(3, BINS, body=SOUTHFELL, decided=date(2023, 6, 1), findings=(), remedies=()),
    )
    opened = open_index(tmp_path / "index", casebook)
    opened.refresh()
    return opened


def gathered(casebook: Casebook, index: VectorIndex, asked: Query) -> Evidence:
    return gather_evidence(asked, casebook, index, WordCountEncoder())


def on_sides(found: Evidence) -> dict[str, list[CaseReference]]:
    held = {case.key: case.decision.reference for case in found.cases}
    return {side.label: [held[key] for key in side.keys] for side in found.sides}


def test_each_side_has_the_cases_within_its_own_limits(casebook: Casebook, index: VectorIndex) -> None:
    sides = (
        ComparedSide("before 2022", date_to=date(2021, 12, 31)),
        ComparedSide("from 2022 on", date_from=date(2022, 1, 1)),
    )
    found = gathered(casebook, index, query(QuestionKind.COMPARE, compared=sides, topic="education plan late"))
    assert on_sides(found) == {"before 2022": [reference(1)], "from 2022 on": [reference(2)]}
    assert [side.searched for side in found.sides] == [1, 2]
    assert found.searched == 3


def test_without_a_topic_a_side_is_all_that_passes_its_limits_newest_first(
    casebook: Casebook, index: VectorIndex
) -> None:
    sides = (ComparedSide(NORTHMOOR, bodies=(NORTHMOOR,)), ComparedSide(SOUTHFELL, bodies=(SOUTHFELL,)))
    asked = query(QuestionKind.COMPARE, compared=sides, topic="", filters=Filters(bodies=(NORTHMOOR, SOUTHFELL)))
    found = gathered(casebook, index, asked)
    assert on_sides(found)[SOUTHFELL] == [reference(3), reference(2)]
    assert not any(side.is_cut for side in found.sides)


def test_payees_share_their_cases(casebook: Casebook, index: VectorIndex) -> None:
    sides = (
        ComparedSide("to the child", payees=(Payee.CHILD,)),
        ComparedSide("to the parent", payees=(Payee.COMPLAINANT,)),
    )
    found = gathered(casebook, index, query(QuestionKind.COMPARE, compared=sides, topic="education plan late"))
    first, second = found.sides
    assert first.keys == second.keys and first.payees == (Payee.CHILD,)


def test_one_case_on_two_sides_is_there_once(casebook: Casebook, index: VectorIndex) -> None:
    sides = (ComparedSide("late plan", topic="education plan late"), ComparedSide("plan late", topic="plan late"))
    found = gathered(casebook, index, query(QuestionKind.COMPARE, compared=sides))
    references = [case.decision.reference for case in found.cases]
    assert len(references) == len(set(references))
    assert len({case.key for case in found.cases}) == len(found.cases)


def test_references_asked_for_are_the_whole_evidence_of_a_comparison(casebook: Casebook, index: VectorIndex) -> None:
    asked = query(QuestionKind.COMPARE, compared=(ComparedSide("a"),), references=(reference(1),))
    found = gathered(casebook, index, asked)
    assert [case.decision.reference for case in found.cases] == [reference(1)]
    assert found.sides == ()


def test_the_uses_of_a_term_are_counted_by_decision(casebook: Casebook, index: VectorIndex) -> None:
    file_in(casebook, decision(4, "A child in need assessment was late. The child in need plan was lost."))
    index.refresh()
    asked = replace(query(QuestionKind.MEANING, topic="cin"), terms=("Child in need (section 17, Children Act 1989)",))
    (use,) = gathered(casebook, index, asked).term_uses
    assert use.decisions == 1


def test_a_term_of_the_procedure_brings_no_cases(casebook: Casebook, index: VectorIndex) -> None:
    found = gathered(casebook, index, query(QuestionKind.MEANING, topic="outrage", terms=("Outrage",)))
    assert found.cases == () and found.term_uses[0].decisions == 0


def test_a_term_that_is_no_word_of_content_is_searched_for_and_does_not_stand_for_everything(
    casebook: Casebook, index: VectorIndex
) -> None:
    years = (ComparedSide("2023", date_from=date(2023, 1, 1), date_to=date(2023, 12, 31)),)
    asked = query(QuestionKind.TREND, compared=years, topic="B&B", expansions=("bed and breakfast",))
    assert on_sides(gathered(casebook, index, asked)) == {"2023": []}
