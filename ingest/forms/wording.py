"""A wording that is costly to look for, with pieces of words of which each of its matches holds one: these come first.

A decision has hundreds of sentences, and few of them refuse, apologise or find fault. Looking for a piece of a word
takes a fiftieth of the time of trying many alternatives at every place of a sentence (measured in November 2026).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass


@dataclass(frozen=True)
class Wording:
    """A pattern and the pieces, in lower case; a text without any of these cannot match."""

    pattern: re.Pattern[str]
    pieces: tuple[str, ...]

    def search(self, plain: str) -> re.Match[str] | None:
        """The first match, as ``re.Pattern.search`` gives it."""
        return self.pattern.search(plain) if holds_one(plain.lower(), self.pieces) else None

    def finditer(self, plain: str) -> Iterator[re.Match[str]]:
        """Every match in order, as ``re.Pattern.finditer`` gives them."""
        return self.pattern.finditer(plain) if holds_one(plain.lower(), self.pieces) else iter(())


def holds_one(lowered: str, pieces: Iterable[str]) -> bool:
    """True where one of the pieces stands in a text in lower case."""
    for piece in pieces:  # noqa: SIM110 -- a generator takes three times as long, and this is asked for each sentence
        if piece in lowered:
            return True
    return False
