"""The lines of a page, whatever form it came in: a text, a list mark taken off, and what the form tells about the line.

Flat text tells nothing but its marks; HTML tells what is a heading, a paragraph or an item; a PDF shows it by size and
place. Everything behind this module works on lines and never asks where they came from.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from assistant.text import unify_characters


class Shape(StrEnum):
    """What the form of the page says that a line is. ``UNKNOWN`` leaves it to the words."""

    UNKNOWN = "unknown"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"


@dataclass(frozen=True)
class Line:
    """A line that is not blank: its text without list mark, the same in plain characters, and its place (from 1).

    ``mark`` names the kind of list mark ("dash", "bullet", "number", "letter", or ""), ``number`` is a number's value;
    ``depth`` counts the lists around it where the form tells.
    """

    text: str
    plain: str
    place: int
    mark: str = ""
    number: int | None = None
    shape: Shape = Shape.UNKNOWN
    depth: int = 0


_MARK = re.compile(
    r"\s*(?:(?P<dash>[-\u2013\u2014*])|(?P<bullet>[\u2022\u00b7\u25aa\u25cf\u25e6\u2023\uf0b7])|(?P<number>\d{1,3})[.)]"
    r"|(?P<letter>\(?(?:[a-z]|[ivx]{1,4})\)))[ \t\u00a0\r\n]+(?=\S)"
)
_MARK_ALONE = re.compile(r"(?:[-\u2013\u2014*\u2022\u00b7\u25aa\u25cf\u25e6\u2023\uf0b7]|\d{1,3}[.)]|\(?[a-z]\))")


def is_mark_alone(raw: str) -> bool:
    """True for a list mark whose text is not on its line: some captures put the text on the next."""
    return _MARK_ALONE.fullmatch(raw.strip()) is not None


def read_line(raw: str, place: int, *, shape: Shape = Shape.UNKNOWN, depth: int = 0) -> Line | None:
    """The line in these characters, its typed list mark taken off; None where there is nothing to read."""
    stripped = raw.strip().strip("\u200b\ufeff")
    if not stripped:
        return None
    match = _MARK.match(raw)
    if match is None:
        return Line(stripped, unify_characters(stripped), place, shape=shape, depth=depth)
    content = raw[match.end() :].strip()
    printed = int(match["number"]) if match["number"] else None
    return Line(content, unify_characters(content), place, match.lastgroup or "", printed, shape, depth)
