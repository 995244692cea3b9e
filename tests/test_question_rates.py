"""Rates: the question that asks for one, the answer that leads with them, and the answer where none is stated."""

from __future__ import annotations

import pytest

from assistant.citations.computed import find_computed
from assistant.citations.ground import Ground
from assistant.domain import Case, Query, QuestionKind, StatementRole
from assistant.remedies import summarise_remedies
from tests.builders import LATE_PLAN, case, decision, evidence, query, remedy
from tests.composing_builders import draft_for, paying
from tests.question_builders import FACTS, ask

LISTED = "Essex (25 005 719) agreed £1,400. Surrey (24 000 272) had offered £200."
ONE = "West Northamptonshire (21 017 938): upheld. £350 in total."

ASKED = {
    "per month": ("how much per month for no education while out of school", (), "month", "no education school"),
    "monthly rate": ("what is the monthly rate for missed respite", (), "month", "missed respite"),
    "at the end": ("homeless family in B&B too long, how much a week", (), "week", "too long"),
    "after an answer": ("per month?", ("lost education", LISTED), "month", "lost education"),
    "what is that": ("what's that per term", ("lost education", LISTED), "term", "lost education"),
    "one word": ("monthly?", ("lost education", LISTED), "month", "lost education"),
}


@pytest.mark.parametrize(("question", "turns", "per", "words"), ASKED.values(), ids=ASKED.keys())
def test_a_rate_is_asked_for_of_the_subject_and_is_no_part_of_it(
    question: str, turns: tuple[str, ...], per: str, words: str
) -> None:
    read = ask(question, *turns)
    assert (read.per, read.kind, read.references) == (per, QuestionKind.TYPICAL_REMEDY, ())
    assert set(words.split()) <= set(read.topic.split())
    assert not {per, "monthly", "per", "rate"} & set(read.topic.split())


@pytest.mark.parametrize(
    "question",
    [
        "how much a week can they charge for the care home",
        "what is the weekly allowance for a special guardian",
        "carers came twice a week for a month and then stopped",
        "the council sends a letter every month",
    ],
)
def test_what_is_charged_or_happens_every_week_asks_for_no_rate(question: str) -> None:
    assert ask(question).per is None


def test_a_rate_after_an_answer_about_one_decision_is_asked_of_that_decision() -> None:
    assert [str(one) for one in ask("how much per week", "Summarise 21 017 938", ONE).references] == ["21 017 938"]


def _at_a_rate(number: int) -> Case:
    row = remedy(rate_pence=20_000, per="month", issue=LATE_PLAN)
    return case(decision(number, remedies=(row,)))


def _asking(per: str) -> Query:
    return query(topic="late plan", per=per)


def test_an_answer_leads_with_the_rates_that_were_asked_for_and_tells_them_once() -> None:
    told = draft_for(evidence(paying(1, 300), _at_a_rate(2)), _asking("month")).statements
    assert told[0].role is StatementRole.HEADLINE
    assert told[0].text.startswith("Rates, not added to the sums: £200 a month in 1 decision. Only 2 decisions are")
    assert sum("£200 a month in 1 decision" in statement.text for statement in told) == 1


def test_where_no_rate_is_stated_the_answer_says_so_first_and_then_what_sums_there_are() -> None:
    told = draft_for(evidence(paying(1, 300), paying(2, 500)), _asking("month")).statements[0].text
    assert told.startswith(
        "None of the comparable decisions states a rate per month for what was asked. Only 2 decisions are comparable"
    )
    assert "£300" in told and "£500" in told


def test_a_rate_for_another_period_is_not_the_one_asked_for() -> None:
    told = draft_for(evidence(paying(1, 300), _at_a_rate(2)), _asking("week")).statements
    assert told[0].text.startswith("None of the comparable decisions states a rate per week for what was asked.")
    assert any("£200 a month in 1 decision" in statement.text for statement in told[1:])


def test_that_no_rate_is_stated_is_proven_over_the_comparable_decisions() -> None:
    found = evidence(paying(1, 300), _at_a_rate(2))
    ground = Ground(_asking("month"), FACTS, found, summarise_remedies(found), {}, frozenset(), ())
    reasons = {
        per: [
            one.reason
            for one in find_computed(
                f"None of the comparable decisions states a rate per {per} for what was asked.", ground
            )
        ]
        for per in ("month", "week")
    }
    assert reasons["week"] == [""]
    assert reasons["month"] != [""] and len(reasons["month"]) == 1
