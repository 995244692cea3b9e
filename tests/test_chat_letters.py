"""What a page is sent: the newest answer alone where it has the others, and else all that it shows."""

from __future__ import annotations

from dataclasses import replace

import pytest
from bs4 import BeautifulSoup, Tag

from assistant.chat.conversations import Conversation, Exchange
from assistant.chat.letters import write_conversation, write_welcome
from assistant.chat.markup import markup, tag
from assistant.domain import CasebookFacts


def exchange(number: int) -> Exchange:
    turn = tag("article", f"answer {number}", id=f"turn-{number}", class_="turn")
    return Exchange(number, "What was paid?", (), (), turn, tag("article", f"decision {number}", class_="source"))


CHANGED = replace(exchange(1), turn=tag("article", "No longer shown", id="turn-1", class_="turn"))
TALK: Conversation = tuple(exchange(number) for number in range(1, 4))


def read(letter: str) -> Tag:
    found = BeautifulSoup(letter, "html.parser").select_one("[data-letter]")
    assert isinstance(found, Tag)
    return found


def turns(letter: str) -> list[str]:
    return [str(turn["id"]) for turn in read(letter).select(".turn")]


def test_a_page_that_has_the_others_gets_the_newest_alone() -> None:
    letter = write_conversation(TALK, TALK[:2])
    assert read(letter)["data-letter"] == "newest"
    assert read(letter)["data-first"] == "1"
    assert turns(letter) == ["turn-3"]
    assert [str(group["data-sources"]) for group in read(letter).select("[data-sources]")] == ["3"]
    assert "answer 1" not in letter
    assert "decision 2" not in letter
    assert read(letter).select(".take-all"), "the buttons for the whole conversation are for three questions now"


def test_a_page_that_leaves_out_the_oldest_is_told_from_where() -> None:
    letter = write_conversation(TALK[1:], TALK[:2])
    assert (read(letter)["data-letter"], read(letter)["data-first"]) == ("newest", "2")
    assert turns(letter) == ["turn-3"]


@pytest.mark.parametrize(
    "shown",
    [
        pytest.param((), id="a page that was loaded"),
        pytest.param((CHANGED, TALK[1]), id="a page with an answer that is shown otherwise now"),
        pytest.param(TALK[:1], id="a page that is a turn behind"),
    ],
)
def test_any_other_page_gets_everything(shown: Conversation) -> None:
    letter = write_conversation(TALK, shown)
    assert read(letter)["data-letter"] == "whole"
    assert turns(letter) == ["turn-1", "turn-2", "turn-3"]
    groups = read(letter).select("#evidence-panel [data-sources]")
    assert [str(group["data-sources"]) for group in groups] == ["3", "2", "1"]
    assert [group.has_attr("hidden") for group in groups] == [False, True, True]


def test_the_first_answer_takes_the_place_of_the_welcome() -> None:
    letter = write_conversation(TALK[:1])
    assert read(letter)["data-letter"] == "whole"
    assert read(letter).select("[data-turns] > .turn")
    assert not read(letter).select(".welcome")


def test_an_answer_without_decisions_says_so_beside_it() -> None:
    letter = write_conversation((TALK[0], replace(TALK[1], sources=markup())), TALK[:1])
    assert "This answer rests on no decision." in read(letter).text


def test_a_new_conversation_is_the_page_before_the_first_question() -> None:
    letter = read(write_welcome(CasebookFacts()))
    assert letter["data-letter"] == "whole"
    assert letter.select("[data-turns] > .welcome")
    assert "opens the decision here" in letter.select("#evidence-panel")[0].text
