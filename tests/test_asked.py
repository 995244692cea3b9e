"""Every question of the table is understood as it should: words, limits, references, kind, and spellings put right."""

from __future__ import annotations

import re

import pytest

from tests.asked import ASKED
from tests.asked_form import Asked
from tests.question_builders import ask, limits


@pytest.mark.parametrize("asked", ASKED.values(), ids=ASKED.keys())
def test_a_question_is_understood(asked: Asked) -> None:
    query = ask(asked.question)
    topic = set(re.findall(r"[a-z0-9&]+", query.topic.lower()))
    assert set(asked.words.lower().split()) <= topic
    assert not set(asked.no_words.lower().split()) & topic
    assert tuple(str(reference) for reference in query.references) == asked.references
    assert limits(query) == asked.limits
    if asked.kind is not None:
        assert query.kind is asked.kind
    corrected = {assumption.key for assumption in query.assumptions if assumption.key.startswith("spelling-")}
    assert corrected == {f"spelling-{word}" for word in asked.spelling.split()}
