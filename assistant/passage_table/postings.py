"""Keys and the rows that hold them: words to passages, and passages to words, as two arrays that can be mapped."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Rows = NDArray[np.int32]


@dataclass(frozen=True)
class Postings:
    """For key ``n`` the entries ``starts[n]`` to ``starts[n + 1]``."""

    starts: NDArray[np.int64]
    entries: Rows

    def of(self, key: int) -> Rows:
        """The entries of one key, ascending."""
        return self.entries[self.starts[key] : self.starts[key + 1]]

    @classmethod
    def of_pairs(cls, keys: Rows, entries: Rows, count: int) -> Postings:
        """From pairs in the order of their entries; ``count`` is how many keys there are."""
        order = np.argsort(keys, kind="stable")
        starts = np.zeros(count + 1, dtype=np.int64)
        np.cumsum(np.bincount(keys, minlength=count), out=starts[1:])
        return cls(starts, entries[order])


@dataclass(frozen=True)
class TokenPostings:
    """The keyword index: for each token the rows that hold it, how often in the issue and how often elsewhere.

    ``lengths`` are the tokens of each row, all fields together.
    """

    numbers: dict[str, int]
    rows: Postings
    in_issue: NDArray[np.uint8]
    elsewhere: NDArray[np.uint8]
    lengths: Rows

    def times(self, token: str) -> tuple[Rows, NDArray[np.float32], NDArray[np.float32]]:
        """The rows that hold a token, how often in all fields, and how often in all but the issue."""
        number = self.numbers.get(token)
        if number is None:
            return np.zeros(0, dtype=np.int32), *(np.zeros(0, dtype=np.float32),) * 2
        span = slice(self.rows.starts[number], self.rows.starts[number + 1])
        elsewhere = self.elsewhere[span].astype(np.float32)
        return self.rows.entries[span], elsewhere + self.in_issue[span], elsewhere


@dataclass(frozen=True)
class StemPostings:
    """Our own word stems of the texts, both ways: rows that hold a stem, and stems of a row."""

    stems: Sequence[str]
    numbers: dict[str, int]
    rows: Postings
    of_rows: Postings

    def rows_with(self, stem: str) -> Rows:
        """The rows whose text has a word of this stem."""
        number = self.numbers.get(stem)
        return np.zeros(0, dtype=np.int32) if number is None else self.rows.of(number)

    def of_some(self, rows: NDArray[np.int64]) -> list[frozenset[str]]:
        """The stems of the texts of some rows, in order."""
        entries, stem = self.of_rows.entries, self.stems.__getitem__
        spans = zip(self.of_rows.starts[rows].tolist(), self.of_rows.starts[rows + 1].tolist(), strict=True)
        return [frozenset(map(stem, entries[first:last].tolist())) for first, last in spans]
