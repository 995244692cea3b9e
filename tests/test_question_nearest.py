"""Which case is nearest to the facts told: asked of the last answer's decisions, or of all; told in that order."""

from __future__ import annotations

from dataclasses import replace

import pytest

from assistant.citations.computed import find_computed
from assistant.citations.ground import Ground
from assistant.domain import Case, Query, StatementRole
from assistant.remedies import summarise_remedies
from tests.builders import evidence, query, reference
from tests.composing_builders import draft_for, paying
from tests.question_builders import FACTS, ask, limits

LISTED = "Essex (25 005 719) agreed £1,400. Surrey (24 000 272) had offered £200. Suffolk (25 018 110): not upheld."
NAMED = {"25 005 719", "24 000 272", "25 018 110"}
FOLLOWING = (
    "which of these is nearest to my case: he is autistic and had no school place",
    "Which is most like an autistic child who had no school place?",
    "which of them is the closest match to a child with autism and no school place",
    "rank them by how similar they are to my case: autistic, no school place",
    "He is autistic and had no school place. Which one is most like that?",
)


@pytest.mark.parametrize("question", FOLLOWING)
def test_the_nearest_to_facts_told_is_looked_for_among_the_decisions_named_last(question: str) -> None:
    read = ask(question, "late EHC plans", LISTED)
    assert read.by_nearness
    assert {str(one) for one in read.filters.references} == NAMED
    assert "school" in read.topic and "nearest" not in read.topic and "plans" not in read.topic
    assert any("named in the last answer" in note for note in read.assumed)


def test_what_follows_the_nearest_goes_on_about_the_subject_and_the_facts() -> None:
    read = ask("since 2022", "late EHC plans", LISTED, FOLLOWING[0], LISTED)
    assert {"late", "plans", "autistic"} <= set(read.topic.replace(",", "").split())
    assert list(limits(read)) == ["date_from"] and not read.by_nearness


def test_without_an_answer_before_it_the_nearest_is_looked_for_among_all() -> None:
    read = ask("which decision is closest to my case: mum's care package was cut without a review")
    assert read.by_nearness and read.filters.is_empty
    assert read.topic == "mum's care package was cut without a review"


@pytest.mark.parametrize("question", ["nearest school refused us", "which is the nearest school for transport"])
def test_the_nearest_school_is_a_matter_and_no_order(question: str) -> None:
    assert not ask(question).by_nearness


def _found() -> tuple[Case, ...]:
    cases = [replace(paying(1, 300), score=0.4), replace(paying(2, 500), score=0.9)]
    return tuple(sorted(cases, key=lambda one: -one.score))


def _asked() -> Query:
    shown = (reference(1), reference(2))
    return query(topic="late plan", by_nearness=True, filters=replace(query().filters, references=shown))


def test_the_answer_tells_every_case_with_its_outcome_in_the_order_of_nearness_and_no_range() -> None:
    told = draft_for(evidence(*_found()), _asked()).statements
    assert told[0].text == (
        "The 2 decisions named in the last answer stand in order of nearness to what you tell, the nearest first."
    )
    compared = [one.text for one in told if one.role is StatementRole.COMPARISON]
    assert ["£500" in compared[0], "£300" in compared[1]] == [True, True]
    assert all(": upheld; " in text for text in compared)
    assert not any("ran from" in one.text for one in told)


def test_an_order_in_which_the_cases_do_not_stand_is_withheld() -> None:
    said = draft_for(evidence(*_found()), _asked()).statements[0].text
    right, wrong = evidence(*_found()), evidence(*reversed(_found()))
    reasons = [
        [
            one.reason
            for one in find_computed(
                said, Ground(_asked(), FACTS, found, summarise_remedies(found), {}, frozenset(), ())
            )
        ]
        for found in (right, wrong)
    ]
    assert reasons[0] == [""] and reasons[1] == ["The cases do not stand in this order."]
