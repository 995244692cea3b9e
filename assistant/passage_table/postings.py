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

    def times(self, token: str) -> tuple[NDArray[np.int64], NDArray[np.uint8], NDArray[np.uint8]]:
        """The rows that hold a token, how often in the issue, and how often elsewhere."""
        number = self.numbers.get(token)
        if number is None:
            return np.zeros(0, dtype=np.int64), *(np.zeros(0, dtype=np.uint8),) * 2
        span = slice(self.rows.starts[number], self.rows.starts[number + 1])
        return self.rows.entries[span].astype(np.int64), self.in_issue[span], self.elsewhere[span]


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

    def of_some(self, rows: NDArray[np.int64]) -> tuple[NDArray[np.int64], Rows]:
        """The stems of the texts of some rows: how many each row has, and their numbers, row after row."""
        starts, ends = self.of_rows.starts[rows], self.of_rows.starts[rows + 1]
        counts = ends - starts
        places = np.arange(int(counts.sum())) + np.repeat(starts - (np.cumsum(counts) - counts), counts)
        return counts, self.of_rows.entries[places]
