"""Small pieces that the tab's sections share: a button for a decision, a folded list, a moment in words."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from assistant.chat.markup import Markup, markup, tag, tags
from assistant.domain import CaseReference
from assistant.text import format_count, format_date

# More of one list than this no one reads on a page; the terminal lists all.
MOST_SHOWN = 200
# A reason ends with this for whoever sees it alone; under "Set aside", beside what was stored, it would puzzle.
_SAID_BY_THE_HEADING = ("Nothing was stored.", "Nothing of the file was stored.")


def decision_button(reference: CaseReference) -> Markup:
    """A button that opens the decision in full."""
    return tag(
        "button",
        str(reference),
        type="button",
        class_="open-case",
        data_decision=reference.value,
        aria_label=f"Open {reference}",
    )


def file_name(name: str) -> Markup:
    """A file's name or path, set apart, so that no letter of it turns the line around it."""
    return tag("bdi", name, class_="file-name")


def reason_line(name: str, reason: str, *more: str) -> Markup:
    """``a.html is empty.``, ``b.html: line 2: …``: a file and why it was not used, as one paragraph."""
    for said_already in _SAID_BY_THE_HEADING:
        reason = reason.removesuffix(said_already)
    between = " " if reason.startswith("is ") else ": "
    return tag("p", file_name(name), between, reason.strip(), *more, class_="reason")


def folded(title: str, *parts: str, count: int | None = None) -> Markup:
    """A section that is opened by its title; ``count`` stands behind the title."""
    number = tag("span", f" {count:,}", class_="count") if count is not None else ""
    return tag("details", tag("summary", title, number), *parts, class_="folded")


def listed(entries: Sequence[Markup], *, first: int = 10, what: str = "entry", plural: str = "entries") -> Markup:
    """The first entries, the others folded behind them; beyond ``MOST_SHOWN`` only their number."""
    shown = [tag("ul", tags("li", entries[:first]), class_="entries")]
    more = entries[first:MOST_SHOWN]
    if more:
        shown.append(
            folded(f"{format_count(len(more), what, plural)} more", tag("ul", tags("li", more), class_="entries"))
        )
    left = len(entries) - MOST_SHOWN
    if left > 0:
        told = f"{format_count(left, what, plural)} more; `python -m ingest status` lists all."
        shown.append(tag("p", told, class_="aside"))
    return markup(*shown)


def format_moment(moment: datetime) -> str:
    """``23 November 2026, 08:40``, by this machine's clock."""
    here = moment.astimezone()
    return f"{format_date(here.date())}, {here:%H:%M}"
