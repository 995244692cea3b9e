"""Scores, one a row → the rows with the highest, without putting all of them in order."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Rows = NDArray[np.int64]

_MOST_TOGETHER = 64


def best_rows(scores: NDArray[np.float32], count: int) -> Rows:
    """The rows with the highest scores above 0, best first, then by row; at most ``count``."""
    rows = rows_from(scores, count)
    rows = rows[scores[rows] > 0]
    return rows[np.lexsort((rows, -scores[rows]))[:count]]


def rows_from(scores: NDArray[np.float32], count: int) -> Rows:
    """The rows whose scores are among the best so many, ascending; of equal last ones all. All rows of few."""
    if len(scores) <= count:
        return np.arange(len(scores), dtype=np.int64)
    # Rows are taken together, those far apart, which processors compare many at once. The best of each lot bounds the
    # score that is looked for, and few lots reach it.
    together = max(1, min(_MOST_TOGETHER, len(scores) // (4 * count)))
    lots = len(scores) // together
    of_each = scores[: lots * together].reshape(together, lots).max(axis=0)
    bound = _least_of(of_each, count)
    chosen = np.flatnonzero(of_each >= bound)
    rows = np.concatenate(
        [(chosen + np.arange(together)[:, None] * lots).ravel(), np.arange(lots * together, len(scores))]
    )
    rows = rows[scores[rows] >= bound]
    return np.sort(rows[scores[rows] >= _least_of(scores[rows], count)])


def _least_of(scores: NDArray[np.float32], count: int) -> float:
    """The least of the best so many."""
    return float(np.partition(scores, len(scores) - count)[len(scores) - count])
