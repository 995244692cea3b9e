"""A decision that another process takes out while the chat runs: nothing of it is shown again at any of its doors."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import gradio as gr
import pytest

from assistant.answering import Assistant
from assistant.browsing import Browse, browse
from assistant.casebook import Casebook
from assistant.chat.casebook_tab.tab import CasebookTab
from assistant.chat.conversations import Conversation, Conversations
from assistant.chat.decisions.tab import _render_decision, _render_list
from assistant.chat.drafts.tab import check_draft
from assistant.chat.talk import Talk
from assistant.domain import Answer, GivenFile
from assistant.export import answer_to_json
from assistant.retriever import DecisionRetriever
from assistant.settings import Settings
from assistant.terminal import answer_as_text
from assistant.vectors import open_index
from ingest.intake import FileIntake
from tests.builders import EASTBECK, SOUTHFELL, WordCountEncoder, decision, file_in, full_text, reference, remedy

REPOSITORY = Path(__file__).parents[1]
QUESTION = "what remedy is typical for an education plan issued late"
NAME = "0" * 32

GONE = reference(2)
# What only the decision that is taken out has: its body, a word of its text, its sum and its day.
OF_IT = ("Quillbrook", "zephyr", "£777", "777", "3 February 2022", "2022-02-03")
TAKEN_OUT = decision(
    2,
    "A zephyr-blue folder was lost. The council took ten months too long over an education plan. "
    "It agreed to apologise and pay £777 for distress.",
    body="Quillbrook Council",
    decided=date(2022, 2, 3),
    remedies=(remedy(pounds=777, issue="education plan issued late"),),
)
STAYS = (
    decision(1),
    full_text(3, body=SOUTHFELL, decided=date(2023, 5, 4)),
    decision(4, body=EASTBECK, decided=date(2020, 8, 9)),
)


@dataclass
class Chatting:
    """A chat in which the decision was shown, and out of whose casebook another process has taken it."""

    assistant: Assistant
    talk: Talk
    conversations: Conversations
    intake: FileIntake
    before: Conversation


def asked(talk: Talk, text: str, earlier: Conversation = ()) -> tuple[str, Conversation]:
    """What the page shows in the end, as one text, and the conversation after it."""
    *_, last = talk.answer(text, earlier, NAME, json.dumps({}))
    letter, progress, _, memory = last
    return f"{letter}{progress}", memory if isinstance(memory, tuple) else earlier


def event(**sent: Any) -> gr.EventData:
    return gr.EventData(None, sent)


# What an open page tells of itself when it looks again, and what it is told where all is as it shows it.
BOTH_SHOWN = event(shown="[1,2]")
NOTHING_NEW = (gr.skip(),) * 4


@pytest.fixture(scope="module")
def chatting(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Chatting]:
    home = tmp_path_factory.mktemp("removed-home")
    encoder = WordCountEncoder()
    casebook = Casebook.open(home / "casebook.sqlite")
    file_in(casebook, *STAYS, TAKEN_OUT)
    assistant = Assistant(Settings(home=home), casebook, open_index(home / "index", casebook), encoder)  # type: ignore[arg-type]  # a stand-in
    intake = FileIntake(casebook, encoder)
    intake.begin([GivenFile("mine.jsonl", a_digest_of_it().encode())])
    intake.wait(10**6, 5.0)
    conversations = Conversations()
    talk = Talk(assistant, conversations)
    shown, first = asked(talk, QUESTION)
    shown += asked(talk, "what about the lowest", first)[0]
    before = conversations.recall(NAME).conversation
    assert len(before) == 2
    # It was really shown: else the tests below could not fail.
    assert all(piece in shown for piece in ("Quillbrook", "zephyr", "£777", "3 February 2022"))
    assert "Quillbrook" in CasebookTab(assistant, intake)._show_intake()
    remove_in_another_process(home)
    yield Chatting(assistant, talk, conversations, intake, before)
    intake.close()
    assistant.close()


def a_digest_of_it() -> str:
    """A digest that is left out, because what is held of the decision is the same; the report names its body."""
    line = {
        "reference": str(GONE),
        "body": "Quillbrook Council",
        "category": "Education",
        "subcategory": "Special educational needs",
        "outcome": "Upheld",
        "date": "2022-02-03",
        "url": None,
        "digest": TAKEN_OUT.paragraphs[0].text,
        "issues": ["education plan issued late"],
        "injustice": ["distress"],
        "remedies": [{"kind": "payment", "amount_gbp": 777, "payee": "complainant", "for": "distress"}],
        "basis": "summary",
    }
    return json.dumps(line) + "\n"


def remove_in_another_process(home: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "ingest", "remove", "--home", str(home), str(GONE)],
        cwd=REPOSITORY,
        env=os.environ | {"PYTHONPATH": "."},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr


def assert_nothing_of_it(shown: str) -> None:
    assert shown.strip()
    assert [piece for piece in OF_IT if piece in shown] == []


# --------------------------------------------------------------------------- new answers

FOLLOW_UPS = {
    "the same again": QUESTION,
    "the second one": "tell me more about the second one",
    "the first one": "what about the first one",
    "that case": "what happened in that case?",
    "its sum": "the £777 one, who got that?",
    "its body": "the Quillbrook one",
    "the highest": "which was the highest?",
    "by reference": f"Summarise {GONE}",
    "a draft": "draft a paragraph for my complaint from these",
    "by body": "what has been found against Quillbrook Council?",
}


@pytest.mark.parametrize("name", FOLLOW_UPS)
def test_no_answer_in_the_conversation_that_showed_it_shows_it_again(chatting: Chatting, name: str) -> None:
    question = FOLLOW_UPS[name]
    shown, after = asked(chatting.talk, question, chatting.before)
    for own_words in (question, "£777", "Quillbrook Council", "Quillbrook"):  # the question is shown as it was put
        if own_words in question:
            shown = shown.replace(own_words, "")
    assert_nothing_of_it(shown)
    assert str(GONE) in shown  # said in the place of the old answers
    assert [exchange.sources for exchange in after[:2]] == ["", ""]


@pytest.mark.parametrize("name", FOLLOW_UPS)
def test_no_answer_to_a_history_that_still_tells_of_it_shows_it(chatting: Chatting, name: str) -> None:
    """As a program asks, which keeps the turns itself."""
    history = chatting.before[-1].context + chatting.before[-1].history
    assert "£777" in " ".join(turn.content for turn in history)
    answer = chatting.assistant.ask(FOLLOW_UPS[name], history)
    said = told(answer)
    for own_words in ("£777", "Quillbrook Council", "Quillbrook", "quillbrook council", "777"):
        if own_words.lower() in FOLLOW_UPS[name].lower():
            said = said.replace(own_words, "")
    assert_nothing_of_it(said)


def told(answer: Answer) -> str:
    """All that any form of an answer holds."""
    return "\n".join([answer_as_text(answer), json.dumps(answer_to_json(answer), ensure_ascii=False)])


def test_suggestions_and_the_plot_are_of_what_is_held(chatting: Chatting) -> None:
    answer = chatting.assistant.ask(QUESTION)
    assert GONE not in {case.decision.reference for case in answer.evidence.cases}
    assert GONE not in {row.reference for row in answer.summary.payments}
    assert_nothing_of_it(" ".join(answer.suggestions) + "x")


# --------------------------------------------------------------------------- the stored conversation


def test_after_a_reload_the_old_answers_are_told_of_and_not_shown(chatting: Chatting) -> None:
    chatting.conversations.begin(NAME, chatting.before, "a question under way")
    letter, _, pending, memory, *_ = chatting.talk.recall(NAME)
    assert_nothing_of_it(letter)
    assert "has since been taken out of the casebook" in letter
    assert "Ask again" in letter
    assert pending == "a question under way"
    assert_nothing_of_it(repr(memory))
    assert_nothing_of_it(repr(chatting.conversations.recall(NAME)))


def test_an_open_page_that_looks_again_takes_the_answers_away(chatting: Chatting) -> None:
    letter, _, _, memory = chatting.talk.look(chatting.before, NAME, BOTH_SHOWN)
    assert_nothing_of_it(letter)
    assert_nothing_of_it(repr(memory))
    assert chatting.talk.look(memory, NAME, BOTH_SHOWN) == NOTHING_NEW


def test_an_answer_that_used_it_can_be_asked_again(chatting: Chatting) -> None:
    *_, memory = chatting.talk.look(chatting.before, NAME, BOTH_SHOWN)
    again = event(question="", turn="1", without="[]", unlimit="[]", limits="{}")
    *_, last = chatting.talk.answer_offered(memory, NAME, again)
    assert last[3][-1].question == QUESTION
    assert last[3][-1].decisions == {one.reference for one in STAYS}
    assert_nothing_of_it(last[0])


def test_an_answer_that_was_under_way_when_it_was_taken_out_does_not_show_it(
    chatting: Chatting, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Found and checked before, shown after: the last look is at the moment of showing."""
    held = iter([frozenset(), frozenset({one.reference for one in STAYS})])
    shown, _ = asked(chatting.talk, QUESTION)
    assert "has since been taken out" not in shown
    monkeypatch.setattr(chatting.assistant.casebook, "held", lambda _: next(held))
    shown, after = asked(chatting.talk, QUESTION)
    assert "have since been taken out" in shown
    assert after[-1].sources == ""


# --------------------------------------------------------------------------- files and judgements


@pytest.mark.parametrize("form", ["docx", "md", "csv"])
@pytest.mark.parametrize("part", ["", "table"])
@pytest.mark.parametrize("turn", ["1", "2", "all"])
def test_nothing_of_it_leaves_in_a_file(chatting: Chatting, form: str, part: str, turn: str) -> None:
    parcel, letter, notice, _, memory = chatting.talk.take(
        chatting.before, NAME, event(turn=turn, form=form, part=part)
    )
    assert_nothing_of_it(f"{letter}{notice}{memory!r}")
    if turn != "all":
        assert parcel == gr.skip()
    elif form == "md":
        assert_nothing_of_it(text_of(parcel))


def text_of(parcel: str) -> str:
    import base64
    import re

    found = re.search(r'data-[a-z]+="([A-Za-z0-9+/=]{40,})"', parcel)
    assert found, parcel[:200]
    return base64.b64decode(found[1]).decode()


def test_an_answer_that_used_it_cannot_be_judged_with_its_words(chatting: Chatting) -> None:
    said = event(turn="1", verdict="useful", complaints=[], comment="", agreed=True)
    assert "no longer held" in chatting.talk.judge(chatting.before, said)
    assert not chatting.assistant.settings.feedback_path.exists()


# --------------------------------------------------------------------------- the other tabs and doors

DOORS: dict[str, Callable[[Chatting], str]] = {
    "the list": lambda chat: _render_list(chat.assistant, {}, 1),
    "a search by its word": lambda chat: _render_list(chat.assistant, {"words": "folder"}, 1),
    "a search by its reference": lambda chat: _render_list(chat.assistant, {"words": str(GONE)}, 1),
    "narrowed to its subject": lambda chat: _render_list(chat.assistant, {"category": "Education"}, 1),
    "opened by a link": lambda chat: _render_decision(chat.assistant, GONE.slug, 1),
    "opened by its number": lambda chat: _render_decision(chat.assistant, str(GONE), 1),
    "a draft that names it": lambda chat: "".join(
        check_draft(chat.assistant, f"In case {GONE} the council paid for a folder.")
    ).replace(f"In case {GONE} the council paid for a folder.", ""),
    "the casebook tab": lambda chat: "".join(map(str, next(CasebookTab(chat.assistant, chat.intake).open()))),
    "the retriever": lambda chat: repr(DecisionRetriever(assistant=chat.assistant).invoke(QUESTION)),
    "facets": lambda chat: repr(browse(chat.assistant.casebook, Browse()).facets),
}


@pytest.mark.parametrize("door", DOORS)
def test_no_other_door_shows_it(chatting: Chatting, door: str) -> None:
    assert_nothing_of_it(DOORS[door](chatting))


def test_the_index_and_the_table_have_forgotten_it(chatting: Chatting) -> None:
    chatting.assistant.ask(QUESTION)
    names = {
        passage for passage, _ in chatting.assistant.index.nearest(WordCountEncoder().encode_questions(["plan"])[0], 99)
    }
    assert not any(name.startswith(GONE.slug) for name in names)
    view = chatting.assistant.index.table.view()
    assert GONE.value not in view._references
