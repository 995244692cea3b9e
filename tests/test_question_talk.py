"""Turns of a conversation: manners around the matter, corrections, going back to an earlier question."""

from __future__ import annotations

import pytest

from assistant.domain import Filters, QuestionKind
from tests.question_builders import ask

LISTED = "Essex (25 005 719) agreed £1,400. Surrey (24 000 272) had offered £200."

MANNERS = {
    "can you help me with": (
        "hi, can you help me with my son's EHCP, it was finalised five months late",
        "my son's EHCP, it was finalised five months late",
    ),
    "help and not sure": (
        "I need some help please. My mum's care home charged her twice. Not sure what to ask?",
        "My mum's care home charged her twice",
    ),
    "any help": (
        "Good morning all, the bins were missed six times. Any help appreciated.",
        "the bins were missed six times",
    ),
}


@pytest.mark.parametrize(("question", "topic"), MANNERS.values(), ids=MANNERS.keys())
def test_what_is_said_to_whoever_answers_is_no_part_of_the_topic(question: str, topic: str) -> None:
    assert ask(question).topic == topic


@pytest.mark.parametrize(
    ("question", "word"),
    [
        ("ok great thanks. now what about missed respite?", "respite"),
        ("thank you so much that's really helpful, one more thing: blue badge refused", "badge"),
    ],
)
def test_thanks_before_another_matter_are_not_searched(question: str, word: str) -> None:
    topic = ask(question, "late EHCP", LISTED).topic
    assert word in topic
    assert not {"great", "thanks", "thank", "helpful", "thing"} & set(topic.replace(",", "").split())


def test_help_with_a_letter_stays_a_draft() -> None:
    assert ask("can you help me write a letter about missed bins").kind is QuestionKind.DRAFTING


TWO = ("council tax summons sent by mistake in Leeds only", LISTED, "blue badge refused", LISTED)


@pytest.mark.parametrize(
    "question",
    [
        "no I meant the council tax one",
        "back to the council tax question",
        "go back to the first question",
        "can we go back to my first question?",
    ],
)
def test_a_turn_that_goes_back_takes_up_the_earlier_question_with_its_limits(question: str) -> None:
    query = ask(question, *TWO)
    assert "summons" in query.topic and "badge" not in query.topic
    assert query.filters.bodies == ("Leeds City Council",)
    assert any("earlier question" in note for note in query.assumed)


def test_what_is_asked_besides_is_asked_of_the_earlier_question() -> None:
    query = ask("back to the council tax one, only since 2022", *TWO)
    assert "summons" in query.topic
    assert query.filters.date_from is not None and query.references == ()


def test_what_follows_a_return_goes_on_from_there() -> None:
    query = ask("since 2022", *TWO, "back to the council tax one", LISTED)
    assert "summons" in query.topic


@pytest.mark.parametrize("question", ["the first one", "what about the council tax one?"])
def test_without_a_word_for_going_back_no_earlier_question_is_taken_up(question: str) -> None:
    assert "summons" not in ask(question, *TWO).topic


@pytest.mark.parametrize(("question", "held"), [("oops, 2022 I meant", 2022), ("2021, I mean", 2021)])
def test_a_correction_may_be_said_behind_what_is_meant(question: str, held: int) -> None:
    query = ask(question, "late EHCP decisions since 2020", LISTED)
    assert query.filters.date_from is not None and query.filters.date_from.year == held
    assert "meant" not in query.topic


@pytest.mark.parametrize("question", ["I don't understand", "can you say that more simply?", "that's not what I asked"])
def test_talk_of_the_talk_is_searched_for_nothing(question: str) -> None:
    query = ask(question, "late EHCP", LISTED)
    assert query.decline is not None and query.decline.reason == "nothing_to_search"


def test_are_you_sure_is_asked_of_redress() -> None:
    query = ask("are you sure?", "late EHCP", LISTED)
    assert query.decline is not None and query.decline.reason == "can_it_be_trusted"


def test_is_that_a_lot_is_asked_of_all_comparable_cases() -> None:
    query = ask("is that a lot?", "late EHCP", LISTED)
    assert query.references == () and "EHCP" in query.topic


def test_none_of_these_is_no_limit_to_these() -> None:
    assert ask("none of these are like mine", "late EHCP", LISTED).filters == Filters()


def test_a_letter_that_uses_these_is_made_of_the_earlier_answer() -> None:
    query = ask("could you help me write to the council using these", "late EHCP", LISTED)
    assert query.kind is QuestionKind.DRAFTING
    assert "EHCP" in query.topic


def test_any_with_no_payment_at_all_limits_the_cases() -> None:
    assert ask("any with no payment at all?", "late EHCP", LISTED).filters.remedy_kinds_not
