"""Limits as chips: in force beside the question box, and under an answer those it was asked within."""

from __future__ import annotations

import json
from collections.abc import Sequence

from assistant.chat.markup import Markup, markup, tag, tags
from assistant.composing.limits import LIMIT_WORDS
from assistant.domain import Answer, Assumption, Query
from assistant.question import ReadLimits
from assistant.question.assumptions import describe_limits, limits_set
from assistant.text import format_count, join_words
from assistant.visible import unharmful

# What the page calls the fields of a problem; ``read_limits`` names them as the options of the command.
_FIELD_OF = {
    "body": "body",
    "category": "category",
    "outcome": "outcome",
    "from": "first",
    "to": "last",
    "min": "least",
    "max": "most",
    "remedy": "remedy",
    "full-text-only": "full_text_only",
}
# The fields that a chip empties, by the key of its limit.
_FIELDS_OF_KEY = {
    "body": ("body",),
    "subject": ("category",),
    "outcome": ("outcome",),
    "date": ("first", "last"),
    "amount": ("least", "most"),
    "remedy-kind": ("remedy",),
    "basis": ("full_text_only",),
}


def render_in_force(read: ReadLimits, *, stated: str | None = None) -> Markup:
    """The limits in force as chips, each to be taken away; with it, out of sight, what is wrong with which field.

    Nothing in force and nothing wrong gives a list without chips, which still tells the page so. ``stated`` is
    what the page sent of its fields just now; None where it did not, and the limits need not be said aloud.
    """
    limits = describe_limits(read.filters)
    chips = [
        _chip(limit, "Take away the limit", class_="chip", data_unset=json.dumps(_FIELDS_OF_KEY[limit.key]))
        for limit in limits
    ]
    problems = {_FIELD_OF[problem.name]: unharmful(problem.text) for problem in read.problems}
    label = tag("p", "Limits in force:", class_="chips-label", id="in-force-label") if chips else markup()
    listed = tag("ul", tags("li", chips), class_="chips", aria_labelledby="in-force-label") if chips else markup()
    return tag(
        "div",
        label,
        listed,
        class_="in-force",
        data_in_force=str(len(chips)),
        data_problems=json.dumps(problems),
        data_stated=stated,
    )


def render_within(query: Query) -> Markup:
    """A line under the question that says within which limits it was asked; empty without any."""
    said = "; ".join(limit.short for limit in describe_limits(query.given))
    return tag("p", "Within your limits: ", tag("bdi", said), class_="asked-again") if said else markup()


def render_given(turn: int, query: Query) -> Markup:
    """The limits set beside the question of a turn, each a button that asks it again without; empty without any."""
    limits = describe_limits(query.given)
    if not limits:
        return markup()
    left_out = [assumption.key for assumption in query.left_out]
    chips = [
        _chip(
            limit,
            "Ask again without the limit you set",
            class_="chip given",
            **_asks_again(turn, left_out, [limit.key]),
        )
        for limit in limits
    ]
    label = tag("p", "Limits you set. Press one to ask again without it:", class_="chips-label", id=f"given-{turn}")
    return markup(label, tag("ul", tags("li", chips), class_="chips", aria_labelledby=f"given-{turn}"))


def render_without_limits(turn: int, answer: Answer) -> Markup:
    """Where nothing is within the limits: a button for each limit that hides something, with how much it hides."""
    query = answer.query
    left_out = [assumption.key for assumption in query.left_out]
    given, understood = limits_set(query.given), {assumption.key for assumption in query.assumptions}
    buttons = []
    for one in answer.evidence.without_limits:
        if not set(one.keys) <= given | understood:
            continue
        number = format_count(len(one.comparable) or one.passing, "decision")
        names = join_words([LIMIT_WORDS[key] for key in one.keys])
        without = [*left_out, *(key for key in one.keys if key in understood)]
        asks = _asks_again(turn, without, [key for key in one.keys if key in given])
        text = f"Ask again without the limit by {names} ({number})"
        buttons.append(tag("button", text, type="button", class_="quiet", **asks))
    return tag("div", *buttons, class_="actions") if buttons else markup()


def _chip(limit: Assumption, does: str, **attributes: str) -> Markup:
    """A limit as a button with a cross; ``does`` says what pressing it does."""
    cross = tag("span", "✕", aria_hidden="true")
    name = f"{does}: {limit.short}"
    return tag(
        "button", tag("bdi", limit.short), " ", cross, type="button", title=limit.text, aria_label=name, **attributes
    )


def _asks_again(turn: int, without: Sequence[str], unlimit: Sequence[str]) -> dict[str, str]:
    """What a button carries to ask a turn again: without these assumptions, and these of the limits set."""
    fields = [name for key in unlimit for name in _FIELDS_OF_KEY.get(key, ())]
    return {
        "data_turn": str(turn),
        "data_without": json.dumps(list(without)),
        "data_unlimit": json.dumps(list(unlimit)),
        "data_unset": json.dumps(fields),
    }
