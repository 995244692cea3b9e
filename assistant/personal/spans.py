"""Places in a text that hold personal data, and the text with them blanked."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, order=True)
class Span:
    """Characters ``start`` to ``end``, and what stands there in words ("postcode")."""

    start: int
    end: int
    kind: str


def without_overlaps(spans: Iterable[Span]) -> list[Span]:
    """In order; of two that overlap the one that begins first stays, and of two that begin together the longer."""
    kept: list[Span] = []
    for span in sorted(spans, key=lambda one: (one.start, -one.end, one.kind)):
        if not kept or span.start >= kept[-1].end:
            kept.append(span)
    return kept


def blank(text: str, spans: Iterable[Span]) -> str:
    """The text with each place replaced by its kind in square brackets."""
    pieces, position = [], 0
    for span in without_overlaps(spans):
        pieces += [text[position : span.start], f"[{span.kind}]"]
        position = span.end
    return "".join(pieces) + text[position:]
