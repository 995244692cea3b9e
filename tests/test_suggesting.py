"""What is suggested after an answer: each suggestion asked in turn, over the starter casebook, is answered."""

from __future__ import annotations

from functools import cache

import pytest

from assistant.answering import Assistant
from assistant.domain import Answer, AnswerStatus, Filters, Outcome, Relevance, Turn

# Of all kinds, subjects and lengths; none was chosen for what is suggested after it.
QUESTIONS = (
    "What remedy is typical for an unredacted address?",
    "How much for two terms out of school with no tuition?",
    "Home carers missed visits. What was refunded?",
    "Has Lancashire been found at fault over child protection?",
    "Blue Badge refused: show me cases that were not upheld",
    "Summarise 19 018 981",
    "Summarise 24 011 753",
    "late education plan",
    "EHC plan provision not delivered for a year",
    "annual review of an EHC plan overdue",
    "school transport refused for a disabled child",
    "school admission appeal mishandled",
    "permanently excluded, appeal panel wrong",
    "council tax bailiffs sent in error",
    "housing benefit overpayment recovered wrongly",
    "homeless family left in bed and breakfast for months",
    "council refused to take a homelessness application",
    "temporary accommodation unsuitable for a wheelchair user",
    "housing register points lost",
    "disabled facilities grant delayed",
    "missed bin collections",
    "assisted bin collection missed again and again",
    "noise from a neighbour not investigated",
    "planning permission granted without looking at my objections",
    "planning enforcement took years",
    "tree roots from a council tree",
    "pothole damage claim",
    "parking ticket not cancelled",
    "blue badge refused",
    "care home charged top-up fees",
    "care charges backdated",
    "care home fees not explained before moving in",
    "financial assessment of an elderly mother wrong",
    "carer's assessment never done",
    "direct payments stopped without notice",
    "social worker's report had wrong facts",
    "child protection conference mishandled",
    "foster carer removed without reasons",
    "care leaver left without a personal adviser",
    "care leaver pathway plan late",
    "unaccompanied child placed in a hotel",
    "kinship carer not paid allowance",
    "special guardianship allowance cut",
    "adaptations to a home delayed",
    "safeguarding enquiry not done properly",
    "deprivation of liberty in a care home",
    "mental health aftercare charges section 117",
    "complaint handling took too long",
    "council ignored my complaint",
    "data protection breach, private details sent to the wrong person",
    "What has Leeds paid?",
    "Has Birmingham been found at fault over homelessness?",
    "Kent and late education plans",
    "cases about cemeteries",
    "show me upheld housing cases since 2022",
    "compare missed care visits with late care assessments",
    "Compare Birmingham with Kent on late education plans",
    "How have payments for late education plans changed over the years?",
    "Why was this much paid for lost schooling?",
    "What did councils have to change after late education plans?",
    "Draft a paragraph on missed care visits for my complaint",
    "What does personal budget mean?",
    "Will I win if I complain about a late education plan?",
    "anything over £1,000 for a late education plan",
    "is it fault that the council lost my form?",
)


@cache
def asked(assistant: Assistant, question: str) -> Answer:
    return assistant.ask(question)


def history_of(answer: Answer, question: str) -> tuple[Turn, Turn]:
    return Turn("user", question), Turn("assistant", " ".join(one.text for one in answer.statements))


@pytest.mark.parametrize("question", QUESTIONS)
def test_every_suggestion_is_understood_and_answered_with_decisions(assistant: Assistant, question: str) -> None:
    answer = asked(assistant, question)
    assert len(answer.suggestions) <= 4
    assert len(set(answer.suggestions)) == len(answer.suggestions)
    for suggestion in answer.suggestions:
        following = assistant.ask(suggestion, history_of(answer, question))
        assert following.query.decline is None, suggestion
        assert following.status in (AnswerStatus.FOUND, AnswerStatus.FEW, AnswerStatus.ONE), suggestion
        comparable = [case for case in following.evidence.cases if case.relevance is not Relevance.BACKGROUND]
        assert comparable, suggestion
        assert following.report.withheld == (), suggestion


def test_most_answers_with_cases_have_suggestions(assistant: Assistant) -> None:
    answers = [asked(assistant, question) for question in QUESTIONS]
    with_cases = [one for one in answers if any(c.relevance is not Relevance.BACKGROUND for c in one.evidence.cases)]
    suggested = [one for one in with_cases if len(one.suggestions) >= 2]
    assert len(suggested) >= 0.9 * len(with_cases)
    # Not the same few after every answer.
    assert len({suggestion for one in answers for suggestion in one.suggestions}) > 60


def test_nothing_is_suggested_where_nothing_was_found(assistant: Assistant) -> None:
    for question in ("hello", "thanks", "quantum entanglement of space stations", "Summarise 19 999 999"):
        assert asked(assistant, question).suggestions == ()


def test_a_suggestion_does_not_ask_for_what_the_answer_is_limited_to(assistant: Assistant) -> None:
    limits = Filters(outcomes=(Outcome.UPHELD,), bodies=("Kent County Council",))
    answer = assistant.ask("late education plan", limits=limits)
    assert answer.suggestions
    for suggestion in answer.suggestions:
        assert "upheld" not in suggestion and "found at fault" not in suggestion
        following = assistant.ask(suggestion, history_of(answer, "late education plan"), limits=limits)
        assert {case.decision.body for case in following.evidence.cases} == {"Kent County Council"}
        assert following.query.limit_remarks == ()


def test_suggestions_are_the_same_each_time(assistant: Assistant) -> None:
    for question in QUESTIONS[:3]:
        assert assistant.ask(question).suggestions == asked(assistant, question).suggestions
