"""What changed in a conversation → the letter that the page is sent: all that it shows, or the newest answer alone.

An answer with its decisions is some 80 kB. With the whole conversation in every letter the thirtieth question of a day
took the browser three times as long as the first. The page keeps what it shows; scripts/23-letters.js puts the parts of
a letter where they belong.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import gradio as gr

from assistant.chat.conversations import Conversation, Exchange
from assistant.chat.frame import render_evidence, render_sources_of, render_welcome
from assistant.chat.markup import Markup, markup, tag
from assistant.chat.taking_away import render_taking_all
from assistant.domain import CasebookFacts

# The page draws no letter itself: the script takes it as it came, and reads it once.
_OPEN = "watch('value', () => window.redress && window.redress.openLetter(props.value));"


def build_letterbox() -> gr.HTML:
    """The hidden part of the page that letters are put into: an output of events that change the conversation."""
    plain: dict[str, Any] = {"apply_default_css": False, "html_template": "<!-- -->"}
    return gr.HTML("", visible="hidden", elem_id="letterbox", js_on_load=_OPEN, **plain)


def render_turns(content: str) -> Markup:
    """The part of the page that the conversation stands in, or the welcome before it."""
    return tag("div", content, data_turns=True)


def write_welcome(facts: CasebookFacts) -> Markup:
    """The letter that empties the conversation: the page as it is before the first question."""
    return _letter("whole", render_turns(render_welcome(facts)), render_evidence())


def write_conversation(conversation: Conversation, shown: Conversation = ()) -> Markup:
    """The letter that makes a page which shows ``shown`` show ``conversation``, of which there is at least one turn.

    Where only a turn was added, and perhaps the oldest left out, it holds no other.
    """
    *older, newest = conversation
    taking_all = render_taking_all(len(conversation))
    if older and _is_end(older, shown):
        added = (newest.turn, taking_all, render_sources_of(newest.number, newest.sources))
        return _letter("newest", *added, first=older[0].number)
    turns = markup(*(exchange.turn for exchange in conversation), taking_all)
    sources = [(exchange.number, exchange.sources) for exchange in reversed(conversation)]
    return _letter("whole", render_turns(turns), render_evidence(sources))


def _is_end(older: Sequence[Exchange], shown: Conversation) -> bool:
    """Whether these are the last turns that are shown, unchanged."""
    last = shown[-len(older) :]
    return len(last) == len(older) and all(one.turn == other.turn for one, other in zip(older, last, strict=True))


def _letter(kind: str, *parts: str, first: int | None = None) -> Markup:
    return tag("div", *parts, data_letter=kind, data_first=str(first) if first is not None else None)
