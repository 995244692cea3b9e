"""Text captured from a page → its lines. A capture keeps the words and the list marks, and nothing of the form."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

from ingest.forms.lines import Line, is_mark_alone, read_line

_BREAK = re.compile(r"\r\n|[\n\r\f\v\u2028\u2029]")
# Print views and e-mails break lines at a width; a capture that breaks none has lines as long as its paragraphs.
_WIDEST = 132
_NARROWEST = 50


def read_flat_text(text: str) -> tuple[Line, ...]:
    """Every line that is not blank; its place is the line's number in the capture, from 1.

    Where the whole capture was broken at a width, the lines of a paragraph are one, exactly as they stand.
    """
    raw = _BREAK.split(text)
    width = _width_of(raw)
    lines = _unbroken(raw, width) if width else enumerate(raw, start=1)
    found = (read_line(joined, place) for place, joined in _with_marks(lines))
    return tuple(line for line in found if line is not None)


def _with_marks(lines: Iterable[tuple[int, str]]) -> Iterator[tuple[int, str]]:
    """Put a list mark that stands alone on its line before the text on the next."""
    waiting: list[tuple[int, str]] = []
    for place, line in lines:
        if not line.strip():
            continue
        if is_mark_alone(line):
            yield from waiting
            waiting = [(place, line)]
            continue
        has_mark = bool((read := read_line(line, place)) and read.mark)
        if waiting and not has_mark:
            yield waiting[0][0], f"{waiting[0][1]}\n{line}"
        else:
            yield from waiting
            yield place, line
        waiting = []
    yield from waiting


def _width_of(raw: list[str]) -> int | None:
    """The width at which a capture was broken; None where its lines are as long as they came.

    Broken text goes on in the next line with a small letter as often as not, and no line of it is long.
    """
    lengths = sorted(len(line.rstrip()) for line in raw if line.strip())
    if len(lengths) < 20 or not _NARROWEST <= lengths[-1] <= _WIDEST:
        return None
    going_on = sum(
        bool(re.match(r"\s*[a-z]", line)) and len(before.rstrip()) >= _NARROWEST for before, line in pairwise(raw)
    )
    # The browser's line above the page is wider than the text; half of all lines reach the text's own width.
    return lengths[len(lengths) * 19 // 20] if 5 * going_on >= len(lengths) else None


def _unbroken(raw: list[str], width: int) -> Iterator[tuple[int, str]]:
    """Join a line to the one before it where its first word had no room there."""
    gathered: list[str] = []
    start = 1
    for number, line in enumerate(raw, start=1):
        first = re.match(r"\s*(\S*)", line)
        word = first[1] if first else ""
        has_mark = bool((read := read_line(line, number)) and read.mark)
        if (
            gathered
            and word
            and not has_mark
            and gathered[-1].strip()
            and len(gathered[-1].rstrip()) + len(word) >= width
        ):
            gathered.append(line)
            continue
        if gathered:
            yield start, "\n".join(gathered)
        gathered, start = [line], number
    if gathered:
        yield start, "\n".join(gathered)
