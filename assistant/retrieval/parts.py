"""Scores of passages → of each decision the best that its issues have and the best that its texts have."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from assistant.passage_table import TableView, on_all_cores

# A paragraph of a full text counts so much of an issue, a summary or a digest, because many have many chances to be
# near by chance: with 0.9 four real full texts score on average what their digests score (+0.03 with 1, -0.06 with 0.9
# where only the summary is the text).
PARAGRAPH_SHARE = 0.9

# Groups that are looked at together: their passages stay in the processor's cache.
_GROUPS_AT_ONCE = 2_000

Scores = NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class BestParts:
    """One entry a decision: meaning of issues and texts alike, words of its texts, words that count for its issues."""

    meaning: Scores
    text_words: Scores
    issue_words: Scores

    def of(self, chosen: NDArray[np.int64]) -> BestParts:
        """Some of the decisions."""
        return BestParts(self.meaning[chosen], self.text_words[chosen], self.issue_words[chosen])


def best_of_all(view: TableView, meaning: NDArray[np.float32], keyword: NDArray[np.float32]) -> BestParts:
    """Of every group; ``meaning`` and ``keyword`` have one entry a row."""
    ends = np.append(view.starts, len(view))

    def best(first: int) -> BestParts:
        starts = view.starts[first : first + _GROUPS_AT_ONCE]
        rows = slice(int(starts[0]), int(ends[min(first + _GROUPS_AT_ONCE, len(view.starts))]))
        return _best(view, meaning, keyword, rows, starts - starts[0])

    found = on_all_cores(best, range(0, len(view.starts), _GROUPS_AT_ONCE))
    return BestParts(
        np.concatenate([one.meaning for one in found]),
        np.concatenate([one.text_words for one in found]),
        np.concatenate([one.issue_words for one in found]),
    )


def best_of_some(
    view: TableView, meaning: NDArray[np.float32], keyword: NDArray[np.float32], groups: NDArray[np.int64]
) -> BestParts:
    """Of these groups (ascending, at least one), in their order."""
    rows, firsts = view.rows_of(groups)
    return _best(view, meaning, keyword, rows, firsts)


def best_meaning(
    view: TableView, near: NDArray[np.float32], rows: NDArray[np.int64], firsts: NDArray[np.int64]
) -> Scores:
    """The meaning of decisions whose passages are these rows, from ``firsts`` on, ``near`` one entry each of them."""
    return _best_of_both(view, near * np.where(view.is_paragraph[rows], PARAGRAPH_SHARE, 1.0), rows, firsts)


def may_be_best(
    view: TableView, near: NDArray[np.float32], slack: float, rows: NDArray[np.int64], firsts: NDArray[np.int64]
) -> NDArray[np.bool_]:
    """Which of these rows may be the nearest of the issues or of the texts of its decision, as ``near`` is by slack."""
    near = near * view.factors(PARAGRAPH_SHARE)[rows]
    counts = np.diff(np.append(firsts, len(rows)))
    kept = np.zeros(len(rows), dtype=np.bool_)
    for left_out in (view.not_of_issues, view.not_of_texts):
        counted = near + left_out[rows]
        kept |= counted >= np.repeat(np.maximum.reduceat(counted, firsts) - np.float32(2 * slack), counts)
    return kept


def best_own_words(
    view: TableView, own: NDArray[np.float32], rows: NDArray[np.int64], firsts: NDArray[np.int64]
) -> Scores:
    """Likewise of the asker's own words (0 to 1 for each row), where they count for the issues."""
    return _highest(own * view.factors(PARAGRAPH_SHARE)[rows], view.not_words_of_issues, rows, firsts)


def _best(
    view: TableView,
    meaning: NDArray[np.float32],
    keyword: NDArray[np.float32],
    rows: slice | NDArray[np.int64],
    firsts: NDArray[np.int64],
) -> BestParts:
    factors = view.factors(PARAGRAPH_SHARE)[rows]
    near, words = meaning[rows] * factors, keyword[rows] * factors
    return BestParts(
        _best_of_both(view, near, rows, firsts),
        _highest(words, view.not_of_texts, rows, firsts),
        _highest(words, view.not_words_of_issues, rows, firsts),
    )


def _best_of_both(
    view: TableView, near: NDArray[np.floating], rows: slice | NDArray[np.int64], firsts: NDArray[np.int64]
) -> Scores:
    issues, texts = (_highest(near, left_out, rows, firsts) for left_out in (view.not_of_issues, view.not_of_texts))
    return (issues + texts) / 2


def _highest(
    scores: NDArray[np.floating],
    left_out: NDArray[np.float32],
    rows: slice | NDArray[np.int64],
    firsts: NDArray[np.int64],
) -> Scores:
    """``left_out`` has minus infinity where a row of the view does not count; each decision has one that does."""
    return np.asarray(np.maximum.reduceat(scores + left_out[rows], firsts), dtype=np.float64)
