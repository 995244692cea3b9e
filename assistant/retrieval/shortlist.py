"""A pool and some of its decisions → their passages as arrays: scores, sorts of text and words, for the traits.

A thousand passages are looked at and four hundred shown: only of those is an object made.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from assistant.domain import Passage
from assistant.passage_table import TableView, multiply_exactly
from assistant.retrieval.parts import PARAGRAPH_SHARE
from assistant.retrieval.searching import Pool, stems


@dataclass(frozen=True)
class Scored:
    """One passage as it is shown, with its mean cosine to the question's texts and its BM25 score.

    ``phrases`` are its cosines to the field's phrases for the topic, in their order.
    """

    passage: Passage
    meaning: float
    keyword: float
    phrases: tuple[float, ...] = ()


@dataclass(frozen=True, eq=False)
class Shortlist:
    """The passages of some decisions, those of one together: decision ``n`` has ``bounds[n]`` to ``bounds[n + 1]``.

    One entry a passage: ``meaning`` is the mean cosine to the question's texts, ``phrases`` (one column each) those to
    the field's phrases for the topic, ``of_issues`` whether it stands for the issues. Passage ``p`` has the next
    ``stem_counts[p]`` of the ``stem_numbers``, which are the ``view``'s.
    """

    view: TableView
    bounds: NDArray[np.int64]
    rows: NDArray[np.int64]
    meaning: NDArray[np.float32]
    keyword: NDArray[np.float32]
    phrases: NDArray[np.float32]
    is_paragraph: NDArray[np.bool_]
    of_issues: NDArray[np.bool_]
    stem_counts: NDArray[np.int64]
    stem_numbers: NDArray[np.int64]

    @property
    def starts(self) -> NDArray[np.int64]:
        """Where the passages of each decision begin."""
        return self.bounds[:-1]

    def nearness_to_phrases(self) -> NDArray[np.float64]:
        """One row a decision, one column a phrase: the cosine of its nearest passage, of a paragraph for less."""
        shares = np.where(self.is_paragraph, PARAGRAPH_SHARE, 1.0)
        return np.asarray(np.maximum.reduceat(self.phrases * shares[:, None], self.starts), dtype=np.float64)

    def holding(self, words: Sequence[str]) -> NDArray[np.bool_]:
        """One row a stem, one column a passage: whether its text has it."""
        owners = np.repeat(np.arange(len(self.rows)), self.stem_counts)
        held = np.zeros((len(words), len(self.rows)), dtype=np.bool_)
        for place, word in enumerate(words):
            held[place, owners[self.stem_numbers == self.view.stem_number(word)]] = True
        return held

    def issue_stems(self) -> dict[int, frozenset[str]]:
        """The words of the issues that paragraphs are on, by paragraph."""
        places = np.flatnonzero(self.is_paragraph & self.view.has_issue[self.rows])
        issues = self.view.issues_of(self.rows[places])
        rows = zip(places.tolist(), self.rows[places].tolist(), strict=True)
        return {place: stems(issues[row]) for place, row in rows if row in issues}

    def words_of(self, number: int) -> frozenset[str]:
        """The stems of all texts of one decision."""
        counts = np.concatenate(([0], np.cumsum(self.stem_counts)))
        first, last = counts[self.bounds[number]], counts[self.bounds[number + 1]]
        return frozenset(self.view.stem_names(np.unique(self.stem_numbers[first:last])))

    def read(self, numbers: Sequence[int]) -> dict[int, tuple[Scored, ...]]:
        """The passages of these decisions as they are stored, by decision; what is gone by now is left out."""
        spans = {number: np.arange(self.bounds[number], self.bounds[number + 1]) for number in numbers}
        places = np.concatenate([*spans.values(), np.zeros(0, dtype=np.int64)])
        held = self.view.passages_of(self.rows[places])
        return {
            number: tuple(
                Scored(
                    held[row],
                    float(self.meaning[place]),
                    float(self.keyword[place]),
                    tuple(self.phrases[place].tolist()),
                )
                for place, row in zip(span.tolist(), self.rows[span].tolist(), strict=True)
                if row in held
            )
            for number, span in spans.items()
        }


def take_shortlist(pool: Pool, groups: NDArray[np.int64]) -> Shortlist:
    """The passages of these groups of the pool, in the order given; none for none."""
    view = pool.view
    rows, firsts = view.rows_of(groups)
    order = np.argsort(rows)
    # The table gives vectors and words in the order of rows; they are put back into that of the decisions.
    back = np.empty(len(rows), dtype=np.int64)
    back[order] = np.arange(len(rows))
    vectors = view.vectors_of(rows[order])[back]
    counts, numbers = view.stems_of(rows[order])
    ends = np.cumsum(counts)
    starts = (ends - counts)[back]
    counts = counts[back]
    spread = np.arange(int(counts.sum())) + np.repeat(starts - (np.cumsum(counts) - counts), counts)
    return Shortlist(
        view,
        np.append(firsts, len(rows)),
        rows,
        multiply_exactly(vectors, pool.asked).mean(axis=1) if len(rows) else np.zeros(0, dtype=np.float32),
        pool.scores.keyword[rows],
        vectors @ pool.phrases.T if len(pool.phrases) and len(rows) else np.zeros((len(rows), 0), dtype=np.float32),
        view.is_paragraph[rows],
        view.of_issues[rows],
        counts,
        numbers[spread],
    )
