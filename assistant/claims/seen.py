"""Any text to the text that a reader sees, with the way back: each place of it points into the original.

What hides or disguises a figure is undone: zero-width and direction marks, digits and letters of other forms, the
spaces and hyphens of layout, HTML tags and entities, the stars of Markdown. Curly quotation marks are kept, because
they say which way they open.
"""

from __future__ import annotations

import html
import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

# A tag or entity is short; what is longer is text that happens to hold a bracket. The bound keeps the search linear.
_MARKUP = re.compile(
    r"<(?P<end>/?)(?P<tag>[A-Za-z][A-Za-z0-9]{0,20})(?:\s[^<>]{0,400})?/?>"
    r"|&(?:[A-Za-z]{2,10}|#\d{1,7}|#[xX][0-9A-Fa-f]{1,6});"
    r"|(?P<stars>\*{1,3})(?=\S)|(?<=\S)\*{1,3}"
    r"|[^\x00-\x7f]"
)
_BREAKING_TAGS = frozenset(
    ("br", "p", "div", "li", "ul", "ol", "tr", "td", "th", "table", "h1", "h2", "h3", "h4", "h5", "h6", "hr")
) | {"blockquote", "section", "article"}
_LINE_BREAKS = frozenset("\u2028\u2029\x85\x0b\x0c")
# Not the long dash: no word or reference has one inside.
_HYPHENS = frozenset("\u2010\u2011\u2012\u2013\u2212\ufe63")
# Drawn as nothing, though Unicode files them under letters and marks.
_BLANKS = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u180e\u3164\uffa0\u2800")


@dataclass(frozen=True)
class SeenText:
    """``plain`` is what is read; ``span`` gives the place in ``original`` of a place in ``plain``.

    The two texts differ at few places. ``_kept`` are the starts in ``plain`` of the runs that were copied, and
    ``_places`` for each its place in the original and, where it stands for other characters, the end of these.
    """

    original: str
    plain: str
    _kept: tuple[int, ...]
    _places: tuple[tuple[int, int | None], ...]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Start and end in the original of ``plain[start:end]``, which must not be empty."""
        return self._place(start)[0], self._place(end - 1)[1]

    def _place(self, position: int) -> tuple[int, int]:
        run = bisect_right(self._kept, position) - 1
        start, end = self._places[run]
        if end is not None:
            return start, end
        exact = start + position - self._kept[run]
        return exact, exact + 1


def read_as_seen(text: str) -> SeenText:
    """The text as a reader sees it; an empty text gives an empty one."""
    pieces: list[str] = []
    kept: list[int] = []
    places: list[tuple[int, int | None]] = []
    length = position = 0

    def add(piece: str, start: int, end: int | None) -> None:
        nonlocal length
        if piece:
            pieces.append(piece)
            kept.append(length)
            places.append((start, end))
            length += len(piece)

    for match in _MARKUP.finditer(text):
        shown = _shown(match)
        if shown == match[0]:
            continue
        add(text[position : match.start()], position, None)
        add(shown, match.start(), match.end())
        position = match.end()
    add(text[position:], position, None)
    return SeenText(text, "".join(pieces), tuple(kept), tuple(places))


def _shown(match: re.Match[str]) -> str:
    found = match[0]
    if match["tag"]:
        return "\n" if match["tag"].lower() in _BREAKING_TAGS else ""
    if found[0] == "<":
        return found
    if found[0] == "&":
        unescaped = html.unescape(found)
        return "".join(_as_drawn(character) for character in unescaped) if unescaped != found else found
    if found[0] == "*":
        return ""
    return _as_drawn(found)


@lru_cache(maxsize=4096)
def _as_drawn(character: str) -> str:
    """A character in its plain form; nothing for what is not drawn."""
    if character.isascii():
        return character
    if character in _LINE_BREAKS:
        return "\n"
    if character in _HYPHENS:
        return "-"
    category = unicodedata.category(character)
    if category in ("Cf", "Cc", "Cn", "Co", "Cs") or character in _BLANKS or _is_variation(character):
        return ""
    if category == "Zs":
        return " "
    if category == "Nd":
        return str(unicodedata.decimal(character))
    if character in "\uffe1\u20a4":
        return "£"
    if category[0] == "M":
        # Strokes and dots put on a figure; accents on letters come composed or do not matter to us.
        return ""
    if category[0] in "LPS":
        folded = unicodedata.normalize("NFKC", character)
        if folded.isascii() and folded.strip():
            return folded
    return character


def _is_variation(character: str) -> bool:
    return "\ufe00" <= character <= "\ufe0f" or "\U000e0100" <= character <= "\U000e01ef"


def blank_out(text: str, spans: Iterable[tuple[int, int]]) -> str:
    """The text with these places overwritten by spaces, so that what is read once is not read again."""
    pieces, position = [], 0
    for start, end in sorted(spans):
        if end <= position:
            continue
        start = max(start, position)
        pieces += [text[position:start], " " * (end - start)]
        position = end
    pieces.append(text[position:])
    return "".join(pieces)
