"""What people type about each drawer of the Ombudsman's site finds decisions of that drawer."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import assistant.vocabulary
from assistant.answering import Assistant
from assistant.domain import Relevance
from assistant.question import understand
from assistant.retrieval import find_evidence
from tests.lay_questions import LAY_QUESTIONS

_STARTER = Path(assistant.vocabulary.__file__).parents[1] / "starter"
_ASKED = [(place, question) for place, questions in LAY_QUESTIONS.items() for question in questions]
_FIRST = 5


@pytest.mark.parametrize(("place", "question"), _ASKED, ids=[question for _, question in _ASKED])
def test_a_short_question_in_lay_words_finds_its_drawer(
    assistant: Assistant, place: tuple[str, str], question: str
) -> None:
    query = understand(question, (), assistant.casebook.facts())
    assert query.decline is None
    found = find_evidence(query, assistant.casebook, assistant.index, assistant.encoder)
    comparable = [case.decision for case in found.cases if case.relevance is not Relevance.BACKGROUND][:_FIRST]
    assert place in [(decision.category, decision.subcategory) for decision in comparable]


def test_every_drawer_that_has_a_subject_is_asked_about() -> None:
    held = {
        (line["category"], line["subcategory"])
        for file in ("decisions.jsonl", "more.jsonl")
        for line in map(json.loads, (_STARTER / file).read_text(encoding="utf-8").splitlines())
    }
    of_no_subject = {place for place in held if None in place or place[1] == "Other" or place[0] == "Health"}
    too_few = {("Planning", "Planning advice")}
    assert set(LAY_QUESTIONS) == held - of_no_subject - too_few
