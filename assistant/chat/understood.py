"""What was understood of a question, as HTML: its rows, and what was assumed as chips that one click takes away."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence

from assistant.chat.markup import Markup, markup, tag, tags
from assistant.chat.steering import render_given
from assistant.chat.words import describe_understood
from assistant.domain import Assumption, Query


def render_understood(turn: int, query: Query) -> Markup:
    """Kind, topic and limits, then the assumptions: each a button that asks turn ``turn`` again without it.

    A query of which nothing can be said gives empty Markup.
    """
    rows = describe_understood(query)
    if not rows:
        return markup()
    pairs = [tag("div", tag("dt", name), tag("dd", tag("bdi", value))) for name, value in rows]
    return tag(
        "section",
        tag("h4", "How I understood it", id=f"understood-{turn}"),
        tag("dl", *pairs),
        render_given(turn, query),
        *_assumed(turn, query),
        class_="understood",
        aria_labelledby=f"understood-{turn}",
    )


def render_left_out(query: Query) -> Markup:
    """A line under the question that says what it was asked without; empty where nothing was undone."""
    if not query.left_out:
        return markup()
    said = "; ".join(_short(assumption) for assumption in query.left_out)
    return tag("p", "Asked again without: ", tag("bdi", said), class_="asked-again")


def _assumed(turn: int, query: Query) -> Iterator[Markup]:
    keys = [assumption.key for assumption in query.left_out]
    chips = [
        _chip(turn, assumption, [*keys, assumption.key], is_put_back=False)
        for assumption in query.assumptions
        if assumption.can_be_undone
    ]
    put_back = [
        _chip(turn, assumption, [key for key in keys if key != assumption.key], is_put_back=True)
        for assumption in query.left_out
    ]
    if chips or put_back:
        name = tag("p", "Assumed. Press one to ask again without it:", class_="chips-label", id=f"assumed-{turn}")
        yield name if chips else tag("p", "Left out:", class_="chips-label", id=f"assumed-{turn}")
        yield tag("ul", tags("li", [*chips, *put_back]), class_="chips", aria_labelledby=f"assumed-{turn}")
    remarks = [assumption.text for assumption in query.assumptions if not assumption.can_be_undone]
    if remarks:
        yield tag("ul", tags("li", remarks), class_="remarks")


def _chip(turn: int, assumption: Assumption, without: Sequence[str], *, is_put_back: bool) -> Markup:
    """A button that asks the turn's question again without these keys; its name says so, and what is assumed."""
    does = "Put back and ask again" if is_put_back else "Ask again without"
    sign = "↶" if is_put_back else "✕"
    return tag(
        "button",
        tag("bdi", _short(assumption)),
        " ",
        tag("span", sign, aria_hidden="true"),
        type="button",
        class_="chip put-back" if is_put_back else "chip",
        title=assumption.text,
        data_turn=str(turn),
        data_without=json.dumps(list(without)),
        aria_label=f"{does}: {_short(assumption)}",
    )


def _short(assumption: Assumption) -> str:
    return assumption.short or assumption.text.rstrip(".")
