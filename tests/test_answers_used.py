"""Whole answers over the starter casebook to what people ask next, and to what every service is asked."""

from __future__ import annotations

import pytest

from assistant.answering import Assistant
from assistant.chat.citing import plain_answer
from assistant.citations import check_draft
from assistant.domain import (
    Answer,
    AnswerStatus,
    Draft,
    Outcome,
    Purpose,
    QuestionKind,
    Relevance,
    Statement,
    StatementRole,
    Turn,
)
from assistant.text import find_references

LATE_PLANS = "what is the usual payment for a late EHCP"


def talk(assistant: Assistant, *questions: str) -> Answer:
    """The answer to the last question, each asked with the answers before it."""
    history: list[Turn] = []
    for question in questions[:-1]:
        history += [Turn("user", question), Turn("assistant", plain_answer(assistant.ask(question, history)))]
    return assistant.ask(questions[-1], history)


def named_in(answer: Answer) -> set[str]:
    return {str(found.reference) for found in find_references(plain_answer(answer))}


def headline(answer: Answer) -> str:
    return next(one.text for one in answer.statements if one.role.value == "headline")


OF_A_PURPOSE = {
    "What is the usual payment for time and trouble?": Purpose.TIME_AND_TROUBLE,
    "whats the norm for distress payments": Purpose.DISTRESS,
    "what is usually paid for avoidable delay?": Purpose.DELAY,
    "how much for uncertainty": Purpose.DISTRESS,
}


@pytest.mark.parametrize(("question", "purpose"), OF_A_PURPOSE.items(), ids=OF_A_PURPOSE.keys())
def test_a_purpose_alone_is_answered_by_the_payments_made_for_it(
    assistant: Assistant, question: str, purpose: Purpose
) -> None:
    answer = assistant.ask(question)
    assert answer.status is AnswerStatus.FOUND
    assert len(answer.summary.rows_with_sums) >= 5
    assert {row.remedy.purpose for row in answer.summary.payments} == {purpose}
    assert "ran from £" in headline(answer) and "no fixed sum" in headline(answer)
    assert answer.report.withheld == ()


def test_these_are_the_decisions_that_the_last_answer_names(assistant: Assistant) -> None:
    shown = named_in(assistant.ask(LATE_PLANS))
    answer = talk(assistant, LATE_PLANS, "which of these had an apology?")
    found = {str(case.decision.reference) for case in answer.evidence.cases}
    assert found and found <= shown
    assert answer.report.withheld == ()
    told = [one for one in answer.query.assumptions if one.key == "shown"]
    assert told and str(len(shown)) in told[0].text
    wider = assistant.ask(
        "which of these had an apology?",
        [Turn("user", LATE_PLANS), Turn("assistant", plain_answer(assistant.ask(LATE_PLANS)))],
        without=["shown"],
    )
    assert len(wider.evidence.cases) > len(found)


def test_that_none_of_these_is_within_a_limit_is_an_answer(assistant: Assistant) -> None:
    answer = talk(assistant, LATE_PLANS, "which of those paid more than £90,000?")
    assert (answer.status, answer.evidence.cases) == (AnswerStatus.NONE, ())
    assert headline(answer).startswith("None of the ")
    assert "named in the last answer" in headline(answer)
    assert answer.report.withheld == ()


FALSE = {
    "another number of those shown": (
        (LATE_PLANS, "which of those paid more than £90,000?"),
        "None of the 3 decisions named in the last answer is within the limits understood from your question.",
    ),
    "not in vain": (
        (LATE_PLANS, "only over £90,000"),
        "No decision is within the limits understood from your question; taking limits away finds nothing comparable "
        "either.",
    ),
    "two sums are stated": (
        (LATE_PLANS,),
        "One payment is stated, one precedent, not a pattern: £250; there is no fixed sum.",
    ),
}


@pytest.mark.parametrize(("asked", "said"), FALSE.values(), ids=FALSE.keys())
def test_what_is_not_so_is_withheld(assistant: Assistant, asked: tuple[str, ...], said: str) -> None:
    answer = talk(assistant, *asked)
    draft = Draft(answer.status, (Statement(StatementRole.HEADLINE, said),))
    kept, report = check_draft(
        draft, answer.query, answer.evidence, answer.summary, answer.casebook, assistant.casebook
    )
    assert (kept, len(report.withheld)) == ((), 1)


def test_a_case_shown_stays_comparable_among_few(assistant: Assistant) -> None:
    answer = talk(assistant, LATE_PLANS, "which of these were upheld?")
    assert all(case.relevance is not Relevance.BACKGROUND for case in answer.evidence.cases)
    assert all(case.decision.outcome is Outcome.UPHELD for case in answer.evidence.cases)


def test_after_nothing_comparable_no_limit_is_blamed(assistant: Assistant) -> None:
    answer = talk(assistant, "how do they treat a squirrel in the town hall fountain?", "and to the child?")
    assert answer.status is AnswerStatus.NONE
    assert "taking limits away finds nothing comparable either" in headline(answer)
    assert answer.report.withheld == ()


@pytest.mark.parametrize(
    "question", ["they never call me back", "my social worker never rings me back", "the officer keeps fobbing me off"]
)
def test_what_every_service_is_blamed_for_is_answered_for_that_issue_alone(assistant: Assistant, question: str) -> None:
    answer = assistant.ask(question)
    assert answer.status is AnswerStatus.FOUND
    held = {case.key: case for case in answer.evidence.cases}
    assert all("communication" in issue for case in held.values() for issue in case.answering)
    for row in answer.summary.payments:
        assert row.remedy.issue in held[row.case_key].answering
    assert answer.report.withheld == ()


def test_a_complaint_that_came_late_finds_those_closed_for_it(assistant: Assistant) -> None:
    answer = assistant.ask("how does LGSCO deal with late complaints over 12 months")
    assert answer.query.kind is QuestionKind.HOW_TREATED
    assert all("late" in issue for case in answer.evidence.cases for issue in case.answering)
    assert Outcome.CLOSED in {case.decision.outcome for case in answer.evidence.cases}


def test_the_reasons_of_several_are_told_in_the_words_held(assistant: Assistant) -> None:
    answer = talk(
        assistant,
        "adult social care direct payments clawback",
        "just those that weren't upheld",
        "what reasons did they give",
    )
    told = [one for one in answer.statements if one.text.startswith("In our digest’s words")]
    assert len(told) == len(answer.query.references) > 1
    assert answer.report.withheld == ()
