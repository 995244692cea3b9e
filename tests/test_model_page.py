"""The page and the terminal with a model: where a question goes, the answer that stands meanwhile, and who wrote."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from assistant.chat.conversations import Conversations
from assistant.chat.frame import render_footer
from assistant.chat.talk import Talk
from assistant.terminal import answer_as_text
from tests.model_world import QUESTION, honest_statement, reply_with, template_answer, world
from tests.scripted_model import Asked, Reply


def all_cases(_number: int, asked: Asked) -> Reply:
    return reply_with(*(honest_statement(each) for each in asked.cases))


def test_our_own_answer_stands_on_the_page_while_the_model_is_waited_for(tmp_path: Path) -> None:
    with world(tmp_path, all_cases) as asking:
        updates: list[Any] = []
        for update in Talk(asking.assistant, Conversations()).answer(QUESTION, (), ""):
            updates.append(update)
            if "Waiting for the model" in str(update[1]):
                assert asking.server.requests == [], "it is shown before the model is asked"
    waiting = [str(update[1]) for update in updates if "Waiting for the model" in str(update[1])]
    assert len(waiting) == 1
    assert "£300 to the complainant for distress (agreed)" in waiting[0]
    assert "worded by a language model (openai:scripted)" in str(updates[-1][0])


def test_a_model_that_writes_markup_writes_none_on_the_page(tmp_path: Path) -> None:
    def script(_number: int, asked: Asked) -> Reply:
        honest = honest_statement(asked.cases[0])
        return reply_with(honest | {"text": honest["text"] + " <img src=x onerror=alert(1)>"})

    with world(tmp_path, script) as asking:
        *_, last = Talk(asking.assistant, Conversations()).answer(QUESTION, (), "")
    assert "onerror" not in str(last)


def test_the_foot_of_the_page_says_where_a_question_goes() -> None:
    assert "Questions stay on this computer" in render_footer()
    told = render_footer("to OpenAI, api.openai.com (openai:gpt-4.1)")
    assert "Questions go to OpenAI, api.openai.com (openai:gpt-4.1)." in told
    assert "stay on this computer" not in told


@pytest.mark.parametrize(
    ("script", "said"),
    [
        pytest.param(all_cases, "openai:scripted (write-answer-1) in 5 statements, checked", id="a model that wrote"),
        pytest.param(
            Reply(status=401),
            "no words of openai:scripted, because the model’s provider did not accept the key.",
            id="a model that failed",
        ),
    ],
)
def test_the_terminal_says_who_wrote(script: Any, said: str, tmp_path: Path) -> None:
    with world(tmp_path, script) as asking:
        told = " ".join(answer_as_text(asking.ask()).split())
    assert f"Written by: {said}" in told or said in told
    assert "templates-2" in told


def test_the_terminal_says_that_no_model_wrote(tmp_path: Path) -> None:
    told = answer_as_text(template_answer(tmp_path))
    assert "Written by: Redress (templates-2); no model is configured." in told
