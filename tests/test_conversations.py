"""Every conversation of the table ends in the Query that it should: words, limits, references, kind."""

from __future__ import annotations

import pytest

from tests.conversations import CONVERSATIONS, Talk
from tests.question_builders import ask, limits


@pytest.mark.parametrize("talk", CONVERSATIONS.values(), ids=CONVERSATIONS.keys())
def test_the_last_question_of_a_conversation_is_understood(talk: Talk) -> None:
    *turns, question = talk.said
    query = ask(question, *turns)
    topic = set(query.topic.lower().replace(",", " ").split())
    assert query.decline is None
    assert set(talk.words.lower().split()) <= topic
    assert not set(talk.no_words.lower().split()) & topic
    assert tuple(str(reference) for reference in query.references) == talk.references
    if not talk.references:
        assert limits(query) == talk.limits
    if talk.kind is not None:
        assert query.kind is talk.kind
