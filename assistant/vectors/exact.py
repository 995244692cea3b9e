"""Exact search over the table of passages: for a process that does not own the index, and for a large record."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
from filelock import FileLock
from numpy.typing import NDArray

from assistant.casebook import Casebook
from assistant.passage_table import PassageTable, TableView
from assistant.vectors.index import IndexState, Products, Progress, Rows


class ExactIndex:
    """All vectors at once: for a process that does not own the index directory, and for the owner of a large record.

    The owner holds the ``lock`` and writes the files of the table; without a ``folder`` the table is in memory only.
    """

    def __init__(self, casebook: Casebook, folder: Path | None = None, lock: FileLock | None = None) -> None:
        self._table = PassageTable(casebook, folder)
        self._lock = lock

    @property
    def table(self) -> PassageTable:
        """All passages as arrays."""
        return self._table

    def near_rows(self, view: TableView, asked: NDArray[np.float32], products: Products, count: int) -> list[Rows]:
        """For each vector the rows nearest to it."""
        return [rows for rows, _ in view.nearest(*products, asked, count)]

    def nearest(self, vector: NDArray[np.float32], count: int) -> list[tuple[str, float]]:
        """Up to ``count`` passage ids with their cosine, best first, then by id."""
        view = self._table.view()
        if not len(view) or count <= 0:
            return []
        asked = np.asarray([vector], dtype=np.float32)
        ((rows, scores),) = view.nearest(*view.products(asked), asked, count)
        held = view.passages_of(rows)
        pairs = zip(rows.tolist(), scores.tolist(), strict=True)
        return sorted(((held[row].id, score) for row, score in pairs if row in held), key=lambda hit: (-hit[1], hit[0]))

    def refresh(self, on_progress: Progress | None = None) -> None:
        """Take in what has changed in the casebook."""
        self._table.refresh(may_write=self._lock is not None, on_progress=on_progress)

    def rebuild(self, on_progress: Progress | None = None) -> None:
        """Make the table anew."""
        self._table.rebuild(may_write=self._lock is not None, on_progress=on_progress)

    def find_problems(self) -> list[str]:
        """Nothing: sizes are looked at when the files are opened, and what does not fit is made anew."""
        return []

    def state(self) -> IndexState:
        """How it stands; it changes nothing."""
        passages, is_current = self._table.state()
        return IndexState(passages, is_current, is_owner=self._lock is not None)

    def close(self) -> None:
        """Let go of the index directory, where it is held."""
        if self._lock is not None:
            self._lock.release()


def rank_exactly(
    ids: Sequence[str], matrix: NDArray[np.float32], vector: NDArray[np.float32], count: int
) -> list[tuple[str, float]]:
    """The same answer as the index, by brute force: for few candidates and for tests. No ids give no hits."""
    if not ids or count <= 0:
        return []
    scores = matrix @ vector
    order = sorted(range(len(ids)), key=lambda row: (-float(scores[row]), ids[row]))[:count]
    return [(ids[row], float(scores[row])) for row in order]
