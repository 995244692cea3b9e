"""Small talk and questions about Redress itself: told from real questions, and answered shortly and truly."""

from __future__ import annotations

import pytest

from assistant.answering import Assistant
from assistant.domain import AnswerStatus, Query, QuestionKind
from assistant.question import DeclineReason as R
from tests.question_builders import ask

ABOUT: dict[str, R] = {
    "thanks": R.THANKS,
    "Thank you so much!": R.THANKS,
    "ok great, thanks": R.THANKS,
    "that's very helpful, cheers": R.THANKS,
    "bye": R.THANKS,
    "hello": R.GREETING,
    "Good morning!": R.GREETING,
    "hi, how are you?": R.GREETING,
    "what can you do?": R.WHAT_IT_CAN_DO,
    "What can I ask?": R.WHAT_IT_CAN_DO,
    "hello, what can you do for me": R.WHAT_IT_CAN_DO,
    "how does this work": R.WHAT_IT_CAN_DO,
    "who are you": R.WHAT_IT_CAN_DO,
    "are you an AI?": R.WHAT_IT_CAN_DO,
    "help": R.WHAT_IT_CAN_DO,
    "how many decisions do you hold?": R.HOW_MANY_HELD,
    "How many cases are there in the casebook": R.HOW_MANY_HELD,
    "how big is your database?": R.HOW_MANY_HELD,
    "do you have all the ombudsman's decisions?": R.HOW_MANY_HELD,
    "how new is it?": R.HOW_NEW_HELD,
    "How up to date are you": R.HOW_NEW_HELD,
    "what's your newest decision?": R.HOW_NEW_HELD,
    "how far back do you go": R.HOW_NEW_HELD,
    "where do you get it from?": R.WHERE_FROM,
    "Where does your information come from": R.WHERE_FROM,
    "what are your sources?": R.WHERE_FROM,
    "do you keep my question?": R.WHAT_IS_KEPT,
    "Is this confidential?": R.WHAT_IS_KEPT,
    "are you going to store my data": R.WHAT_IS_KEPT,
    "who can see what I type?": R.WHAT_IS_KEPT,
    "can I trust you?": R.CAN_IT_BE_TRUSTED,
    "do you make things up?": R.CAN_IT_BE_TRUSTED,
    "is this legal advice?": R.CAN_IT_BE_TRUSTED,
}


@pytest.mark.parametrize(("question", "reason"), ABOUT.items(), ids=list(ABOUT))
def test_a_question_about_redress_itself_is_known(question: str, reason: R) -> None:
    query = ask(question)
    assert query.decline is not None
    assert query.decline.reason == reason.value
    assert query.kind in (QuestionKind.ABOUT_REDRESS, QuestionKind.UNCLEAR)


# Each begins or sounds like small talk, and asks about a case, a body or the Ombudsman.
REAL = (
    "hello, my son was out of school for two terms, what do people get?",
    "thanks, and what about missed visits?",
    "hi, late education plan",
    "thank you letter lost by the council, compensation?",
    "how many decisions about Leeds do you hold?",
    "how many cases were upheld about homelessness?",
    "what can I ask the council to pay for a late plan?",
    "what can you do about missed bins",
    "can I trust the council's assessment of my mother's care?",
    "is this fault: the council lost my form",
    "do you keep records of payments for late plans?",
    "how old is the oldest case on missed bins?",
    "what is the newest decision about Kent?",
    "where do I get help with a late education plan",
    "is this private care home at fault for missed meals",
    "the council shared my data with my ex, what do people get",
    "who can see my care records, the council showed them to my neighbour",
    "do they store my question in the council's complaint file for years, is that fault?",
    "are you allowed to stop direct payments without notice?",
    "how new is the rule on blue badges for hidden disabilities, any refusals upheld?",
)


def _is_about(query: Query) -> bool:
    about = {reason.value for reason in ABOUT.values()}
    return query.decline is not None and query.decline.reason in about


@pytest.mark.parametrize("question", REAL)
def test_a_real_question_is_never_taken_for_small_talk(question: str) -> None:
    assert not _is_about(ask(question))


def test_after_an_answer_it_is_the_answer_and_not_redress() -> None:
    turns = ("late education plan", "7 decisions are comparable. Kent County Council (24 011 753, July 2025): £6,300.")
    assert not _is_about(ask("how new is it?", *turns))
    assert not _is_about(ask("where do you get that from?", *turns))
    assert _is_about(ask("how many decisions do you hold?", *turns))
    assert _is_about(ask("do you keep my question?", *turns))
    assert _is_about(ask("thanks!", *turns))


@pytest.mark.parametrize("question", ABOUT)
def test_the_answer_is_short_true_and_proved(assistant: Assistant, question: str) -> None:
    answer = assistant.ask(question)
    words = " ".join(statement.text for statement in answer.statements)
    assert answer.status in (AnswerStatus.ABOUT, AnswerStatus.UNCLEAR)
    assert answer.report.withheld == ()
    assert answer.evidence.cases == ()
    assert 5 < len(words.split()) < 140
    assert all(statement.sources for statement in answer.statements)


def test_what_is_held_is_told_with_the_figures_of_the_casebook(assistant: Assistant) -> None:
    facts = assistant.facts()
    for question in ("how many decisions do you hold?", "how new is it?", "where do you get it from?"):
        words = " ".join(statement.text for statement in assistant.ask(question).statements)
        assert f"Held are {facts.decisions:,} decisions, decided from 31 March 2015 to 19 May 2026" in words
        assert "none of them in full text, all as our digests." in words
