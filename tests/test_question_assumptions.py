"""What was assumed can be undone by its key, one or several, also along a conversation."""

from __future__ import annotations

from datetime import date

import pytest

from assistant.domain import Filters, Query, Turn
from assistant.question import understand
from tests.question_builders import FACTS, ask, limits


def without(question: str, *keys: str, after: tuple[str, ...] = ()) -> Query:
    history = [Turn(("user", "assistant")[place % 2], said) for place, said in enumerate(after)]
    return understand(question, history, FACTS, without=keys)


BINS = ("assisted bin collections missed, what do people get", "Often about £150, for example 22 013 056.")
KENT = ("has Kent been done for late EHCPs since 2021?", "Four times, for example 24 001 111 and 24 002 222.")

UNDONE: dict[str, tuple[str, tuple[str, ...], str, dict[str, object]]] = {
    "a body": ("has Kent been done for late EHCPs?", (), "body", {}),
    "one of two limits": ("Kent EHCP decisions since 2022", (), "date", {"bodies": ("Kent County Council",)}),
    "an outcome": ("homelessness, not upheld only", (), "outcome", {"subcategories": "kept"}),
    "a sum": ("awards over £1,000 for lost education", (), "amount", {"categories": "kept"}),
    "a remedy kind": ("refunds only, care home fees", (), "remedy-kind", {}),
    "a payee": ("late EHCP, payments to the child only", (), "payee", {}),
    "full texts": ("full text decisions on noise", (), "basis", {"subcategories": "kept"}),
    "a body left out": ("EHCP delay awards but not Lancashire", (), "not-body", {}),
    "a drawer of the cabinet": ("homelessness cases, not upheld only", (), "subject", {"outcomes": "kept"}),
    "the wider reading of a name": (
        "what have you got on Leicester for SEN transport",
        (),
        "meaning-leicester",
        {"bodies": ("Leicester City Council",)},
    ),
    "successors": (
        "northants - anything on child protection before",
        (),
        "meaning-northants",
        {"bodies": ("Northamptonshire County Council",)},
    ),
    "all bodies though one is named": (
        "Leeds council left my client's new address on a report. What do people usually get?",
        (),
        "all-bodies",
        {"bodies": ("Leeds City Council",)},
    ),
    "the limits of the earlier question": ("only not upheld ones", KENT, "earlier-limits", {"outcomes": "kept"}),
    "the body of the earlier question": ("what about missed bins there?", KENT, "earlier-body", {}),
    "a limit taken away": ("all years", KENT, "lifted", {"bodies": "kept", "date_from": date(2021, 1, 1)}),
}


@pytest.mark.parametrize(("question", "after", "key", "left"), UNDONE.values(), ids=UNDONE.keys())
def test_an_assumption_is_undone_by_its_key(
    question: str, after: tuple[str, ...], key: str, left: dict[str, object]
) -> None:
    before = ask(question, *after)
    assert key in [assumption.key for assumption in before.assumptions]
    query = without(question, key, after=after)
    assert [assumption.key for assumption in query.left_out] == [key]
    assert key not in [assumption.key for assumption in query.assumptions]
    assert set(limits(query)) == set(left)
    assert all(limits(query)[name] == value for name, value in left.items() if value != "kept")


def test_the_drawer_that_comes_first_can_be_undone() -> None:
    assert ask("blue badge refused").favoured_subcategories
    query = without("blue badge refused", "drawer")
    assert query.favoured_subcategories == ()
    assert not any("come first" in text for text in query.assumed)


def test_an_earlier_question_read_along_can_be_undone() -> None:
    assert "bin" in ask("and where the council refused?", *BINS).topic
    assert "bin" not in without("and where the council refused?", "earlier", after=BINS).topic


def test_a_question_about_the_case_of_the_last_answer_becomes_one_about_the_matter() -> None:
    assert ask("why was that?", *BINS).references
    query = without("why was that?", "case", after=BINS)
    assert query.references == ()
    assert "bin" in query.topic


def test_several_are_undone_together_and_told_in_order() -> None:
    query = without("Kent EHCP decisions since 2022, not upheld", "date", "body")
    assert [assumption.key for assumption in query.left_out] == ["date", "body"]
    assert set(limits(query)) == {"outcomes"}


def test_a_key_under_which_nothing_is_assumed_changes_nothing() -> None:
    query = without("blue badge refused", "body", "no such key", "")
    assert query == ask("blue badge refused")


def test_a_limit_that_is_all_there_is_cannot_be_undone() -> None:
    assert [assumption.key for assumption in ask("Lambeth").assumptions] == [""]


def test_what_was_undone_stays_undone_in_the_turns_that_follow() -> None:
    first = Turn("user", "Kent EHCP decisions since 2022", ("body",))
    query = understand("only not upheld ones", [first, Turn("assistant", "Nine decisions.")], FACTS)
    assert query.filters.bodies == ()
    assert query.filters.date_from == date(2022, 1, 1)


def test_every_assumption_says_something_and_no_key_stands_twice() -> None:
    for question in ("Kent + northants EHCP since 2022 not Leeds over £500, refunds only", "mum's bins in Leeds"):
        assumptions = ask(question).assumptions
        keys = [assumption.key for assumption in assumptions if assumption.key]
        assert len(set(keys)) == len(keys)
        assert all(assumption.text.endswith(".") for assumption in assumptions)


def test_a_question_without_limits_assumes_none() -> None:
    assert ask("what remedy is usual for a moved memorial bench").filters == Filters()
