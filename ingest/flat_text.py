"""Text captured from a page → its lines. A capture keeps the words and the list marks, and nothing of the form."""

from __future__ import annotations

import re

from ingest.lines import Line, read_line

_BREAK = re.compile(r"\r\n|[\n\r\f\v\u2028\u2029]")


def read_flat_text(text: str) -> tuple[Line, ...]:
    """Every line that is not blank; its place is the line's number in the capture, from 1."""
    found = (read_line(raw, number) for number, raw in enumerate(_BREAK.split(text), start=1))
    return tuple(line for line in found if line is not None)
