"""A pattern that is costly to look for, and the pieces of words that its matches hold: these are looked for first.

To look for a piece of a word takes a hundredth of the time of trying a pattern at every place of a sentence, and few
sentences hold the pieces (measured in November 2026). ``tests/test_planted.py`` lets each pattern make matches of its
own and finds the pieces in them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

# All of these groups have a piece in the text.
Way = tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class Wording:
    """A pattern, and the ways to match it: in every match each group of at least one way has one of its pieces.

    Pattern and pieces are for a text in lower case with single spaces.
    """

    pattern: re.Pattern[str]
    ways: tuple[Way, ...]

    def may_stand_in(self, text: str) -> bool:
        """False only where the pattern cannot match, in this text or in any part of it."""
        for way in self.ways:  # generators would take three times as long, and this is asked for each sentence
            for group in way:
                if not holds_one(text, group):
                    break
            else:
                return True
        return False


def holds_one(text: str, pieces: Iterable[str]) -> bool:
    """True where one of the pieces stands in the text."""
    for piece in pieces:  # noqa: SIM110 -- likewise
        if piece in text:
            return True
    return False
