"""Segments and what is still held → one table to ask: which rows are near, which hold words, whose they are."""

from __future__ import annotations

import math
from collections.abc import Callable, Collection, Mapping, Sequence
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from assistant.casebook import Passing, TableSource, reference_keys
from assistant.domain import CaseReference, Passage
from assistant.passage_table.highest import rows_from
from assistant.passage_table.products import multiply_exactly, on_all_cores, start_multiplying
from assistant.passage_table.segment import Segment

Rows = NDArray[np.int64]
_Kind = TypeVar("_Kind", bound=np.generic)

# As SQLite's FTS5 has them.
_K1, _B, _LEAST_IDF = 1.2, 0.75, 1e-6


class TableView:
    """All passages held at one moment. Rows are numbered through all segments; groups are decisions.

    Rows of decisions that are gone stay in the arrays and are never found.
    """

    def __init__(self, source: TableSource, segments: Sequence[Segment], decisions: Mapping[str, int]) -> None:
        self._source = source
        self._segments = segments
        self._offsets = np.cumsum([0, *(len(segment) for segment in segments)])
        self._numbers = _join([segment.numbers for segment in segments], np.int64)
        self.is_paragraph = _join([segment.is_paragraph for segment in segments], np.bool_)
        self.has_issue = _join([segment.has_issue for segment in segments], np.bool_)
        owners = _join([segment.decisions for segment in segments], np.int64)
        is_first = np.concatenate(([True], owners[1:] != owners[:-1])) if len(owners) else np.zeros(0, dtype=np.bool_)
        self.starts: Rows = np.flatnonzero(is_first)
        self.group: NDArray[np.int32] = np.cumsum(is_first, dtype=np.int32) - np.int32(1)
        of_number = {number: reference for reference, number in decisions.items()}
        self._counts = np.diff(np.append(self.starts, len(owners)))
        self._references = [of_number.get(number) for number in owners[self.starts].tolist()]
        self._is_held = np.array([name is not None for name in self._references], dtype=np.bool_)
        keys = reference_keys(name or "" for name in self._references)
        # In their order, without those that have none: of decisions that are gone, and of references not in the form.
        self._group_of_key = np.argsort(keys, kind="stable")[int((keys < 0).sum()) :]
        self._keys = keys[self._group_of_key]
        self._order: Rows | None = None
        self._set_parts()
        self.decision_numbers_seen = frozenset(owners[self.starts].tolist())
        self._gone = None if self._is_held.all() else np.flatnonzero(~self._is_held[self.group])
        self._set_lengths()
        self._number_stems()

    def _set_parts(self) -> None:
        """Of each row whether its scores count for the issues, for the text, and in words for either.

        Where a decision has only one sort, that stands for the other; of a full text, told in paragraphs, words are
        looked for in all of it. ``not_of_issues`` and so on are what is added to a score: nothing, or minus infinity.
        """
        self._factors: dict[float, NDArray[np.float32]] = {}
        if not len(self._numbers):
            self.of_issues = self.has_issue
            self.not_of_issues = self.not_of_texts = self.not_words_of_issues = np.zeros(0, dtype=np.float32)
            return
        any_issue = np.logical_or.reduceat(self.has_issue, self.starts)[self.group]
        all_issue = np.logical_and.reduceat(self.has_issue, self.starts)[self.group]
        is_spread = np.logical_or.reduceat(self.is_paragraph, self.starts)[self.group]
        self.of_issues = self.has_issue | ~any_issue
        self.not_of_issues, self.not_of_texts, self.not_words_of_issues = (
            np.where(counts, np.float32(0), np.float32(-np.inf))
            for counts in (self.of_issues, ~self.has_issue | all_issue | is_spread, self.of_issues | is_spread)
        )

    def _set_lengths(self) -> None:
        lengths = _join([segment.tokens.lengths for segment in self._segments], np.int32)
        held = lengths if self._gone is None else np.delete(lengths, self._gone)
        self.passages = len(held)
        average = max(float(held.mean()) if len(held) else 1.0, 1e-9)
        self._norms = (_K1 * (1 - _B + _B * lengths / average)).astype(np.float32)

    def __len__(self) -> int:
        """How many rows, those of decisions that are gone among them."""
        return len(self._numbers)

    # ------------------------------------------------------------------ decisions

    def groups_passing(self, references: Collection[str]) -> Rows:
        """The groups of these decisions, ascending; those without passages have none."""
        keys = references.keys if isinstance(references, Passing) else reference_keys(references)
        if not len(keys) or not len(self._keys):
            return np.zeros(0, dtype=np.int64)
        at = np.minimum(np.searchsorted(self._keys, keys), len(self._keys) - 1)
        return np.sort(self._group_of_key[at[self._keys[at] == keys]])

    def reference(self, group: int) -> CaseReference:
        """Whose rows these are."""
        return CaseReference(self._references[group] or "")

    def held_of(self, groups: NDArray[np.bool_]) -> Rows:
        """The groups that are marked and held still, ascending."""
        return np.flatnonzero(groups & self._is_held)

    def count_rows(self, groups: Rows) -> int:
        """How many rows these groups have together."""
        return int(self._counts[groups].sum())

    def rows_of(self, groups: Rows) -> tuple[Rows, Rows]:
        """The rows of these groups, one group after the other, and where those of each begin."""
        counts = self._counts[groups]
        firsts = np.cumsum(counts) - counts
        return np.arange(int(counts.sum())) + np.repeat(self.starts[groups] - firsts, counts), firsts

    def factors(self, of_paragraphs: float) -> NDArray[np.float32]:
        """One entry a row: that for paragraphs, else 1."""
        found = self._factors.get(of_paragraphs)
        if found is None:
            found = np.where(self.is_paragraph, np.float32(of_paragraphs), np.float32(1))
            self._factors[of_paragraphs] = found
        return found

    def issues_of(self, rows: Rows) -> dict[int, str]:
        """Row → the issue that its passage is on, as stored; rows without one are left out."""
        numbers = self._numbers[rows].tolist()
        held = self._source.issues(numbers)
        return {row: held[number] for row, number in zip(rows.tolist(), numbers, strict=True) if number in held}

    def passages_of(self, rows: Rows) -> dict[int, Passage]:
        """Row → passage, as stored; those that are gone by now are left out."""
        numbers = self._numbers[rows].tolist()
        held = self._source.passages(numbers)
        return {row: held[number] for row, number in zip(rows.tolist(), numbers, strict=True) if number in held}

    def rows_named(self, names: Sequence[str]) -> Rows:
        """The rows of the passages with these ids; those not held have none."""
        return self._rows_numbered(np.array(self._source.numbers(names), dtype=np.int64))[0]

    # ------------------------------------------------------------------ meaning

    def products(self, asked: NDArray[np.float32]) -> tuple[NDArray[np.float32], float]:
        """Each row's product with each vector, and how far it may be from the exact one; gone rows have -2."""
        return self.start_products(asked)()

    def start_products(self, asked: NDArray[np.float32]) -> Callable[[], tuple[NDArray[np.float32], float]]:
        """Begin on ``products``, and give a call that waits for them."""
        started = [start_multiplying(segment, asked) for segment in self._segments]

        def finish() -> tuple[NDArray[np.float32], float]:
            parts = [finish_one() for finish_one in started]
            if not parts:
                return np.zeros((0, len(asked)), dtype=np.float32), 0.0
            # One column after the other, as the parts have them.
            products = parts[0][0] if len(parts) == 1 else np.concatenate([part.T for part, _ in parts], axis=1).T
            if self._gone is not None:
                products[self._gone] = -2.0
            return products, max(slack for _, slack in parts)

        return finish

    def vectors_of(self, rows: Rows) -> NDArray[np.float32]:
        """The vectors of some rows (ascending), one row each."""
        bounds = np.searchsorted(rows, self._offsets)
        places = zip(self._segments, self._offsets[:-1], bounds[:-1], bounds[1:], strict=True)
        parts = [segment.vectors[rows[first:last] - offset] for segment, offset, first, last in places if last > first]
        return np.concatenate(parts).astype(np.float32) if parts else np.zeros((0, 0), dtype=np.float32)

    def exact_products(self, rows: Rows, asked: NDArray[np.float32]) -> NDArray[np.float32]:
        """The exact products of some rows (ascending), one row each."""
        return multiply_exactly(self.vectors_of(rows), asked) if len(rows) else np.zeros((0, len(asked)), np.float32)

    def nearest(
        self, products: NDArray[np.float32], slack: float, asked: NDArray[np.float32], count: int
    ) -> list[tuple[Rows, NDArray[np.float32]]]:
        """For each vector the rows nearest to it, best first, with their exact products. ``products`` are its own."""

        def nearest_to(column: int) -> tuple[Rows, NDArray[np.float32]]:
            rows = self._contenders(products[:, column], slack, asked[column : column + 1], count)
            exact = self.exact_products(rows, asked[column : column + 1])[:, 0]
            best = np.lexsort((rows, -exact))[:count]
            return rows[best], exact[best]

        return on_all_cores(nearest_to, range(len(asked)))

    def _contenders(self, products: NDArray[np.float32], slack: float, asked: NDArray[np.float32], count: int) -> Rows:
        """The held rows that may be among the best so many, where each product may be wrong by ``slack``.

        What the first ones have exactly is a bound that half the slack has no part in.
        """
        rows = rows_from(products, count)
        if self._gone is not None:
            rows = rows[self._is_held[self.group[rows]]]
        if not slack or len(rows) < count:
            return rows
        least = np.sort(self.exact_products(rows, asked)[:, 0])[-count]
        return np.flatnonzero(products >= least - slack)

    # ------------------------------------------------------------------ words

    def keyword_scores(self, terms: Mapping[str, float]) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
        """The weighted BM25 score of every row, over all fields and over all but the issue.

        As FTS5 has it; a term that is several tokens must stand together.
        """
        # Few passages have a word in their issue: of all others both scores are one, and added up once.
        beyond, over_texts = (np.zeros(len(self), dtype=np.float32) for _ in range(2))
        for term, weight in terms.items():
            tokens = self._source.tokens_of(term)
            if not tokens or weight <= 0:
                continue
            if len(tokens) == 1:
                self._add_token(tokens[0], weight, beyond, over_texts)
                continue
            rows, scores = self._phrase_scores(term, weight, (1.0, 1.0, 1.0))
            beyond[rows] += scores
            rows, scores = self._phrase_scores(term, weight, (0.0, 1.0, 1.0))
            over_texts[rows] += scores
            beyond[rows] -= scores
        if self._gone is not None:
            beyond[self._gone] = over_texts[self._gone] = 0.0
        beyond += over_texts
        return beyond, over_texts

    def _phrase_scores(
        self, term: str, weight: float, fields: tuple[float, float, float]
    ) -> tuple[Rows, NDArray[np.float32]]:
        numbers, values = self._source.phrase_scores(term, fields)
        rows, is_known = self._rows_numbered(numbers)
        return rows, (weight * values[is_known]).astype(np.float32)

    def _add_token(
        self, token: str, weight: float, beyond: NDArray[np.float32], over_texts: NDArray[np.float32]
    ) -> None:
        found = [segment.tokens.times(token) for segment in self._segments]
        hits = sum(len(rows) for rows, _, _ in found)
        if self._gone is not None:
            places = zip(found, self._offsets, strict=False)
            hits = sum(int(self._is_held[self.group[rows + offset]].sum()) for (rows, _, _), offset in places)
        idf = max(math.log((self.passages - hits + 0.5) / (hits + 0.5)) if hits else 0.0, _LEAST_IDF)
        factor = np.float32(weight * idf * (_K1 + 1))
        for (rows, in_issue, elsewhere), offset in zip(found, self._offsets, strict=False):
            at = rows + offset if offset else rows
            norms = self._norms[at]
            scores = elsewhere * factor / (elsewhere + norms)
            over_texts[at] += scores
            of_issue = np.flatnonzero(in_issue)
            both = elsewhere[of_issue] + in_issue[of_issue].astype(np.float32)
            beyond[at[of_issue]] += both * factor / (both + norms[of_issue]) - scores[of_issue]

    def _rows_numbered(self, numbers: Rows) -> tuple[Rows, NDArray[np.bool_]]:
        if self._order is None:
            self._order = np.argsort(self._numbers, kind="stable")
        order = self._order
        at = np.minimum(np.searchsorted(self._numbers, numbers, sorter=order), max(len(order) - 1, 0))
        if not len(order) or not len(numbers):
            return np.zeros(0, dtype=np.int64), np.zeros(len(numbers), dtype=np.bool_)
        is_known = self._numbers[order[at]] == numbers
        return order[at][is_known], is_known

    def rows_with_stem(self, stem: str) -> Rows:
        """The rows whose text has a word of this stem, ascending; those of decisions that are gone among them."""
        places = zip(self._segments, self._offsets, strict=False)
        parts = [segment.stems.rows_with(stem).astype(np.int64) + offset for segment, offset in places]
        return _join(parts, np.int64)

    def stem_number(self, stem: str) -> int:
        """The number of a stem in this view; -1 where no text has it."""
        return self._stem_numbers.get(stem, -1)

    def stem_names(self, numbers: NDArray[np.int64]) -> list[str]:
        """The stems with these numbers."""
        return [self._stems[number] for number in numbers.tolist()]

    def stems_of(self, rows: Rows) -> tuple[Rows, Rows]:
        """The stems of the texts of some rows (ascending): how many each has, and their numbers, row after row."""
        bounds = np.searchsorted(rows, self._offsets)
        places = zip(self._segments, self._own_numbers, self._offsets[:-1], bounds[:-1], bounds[1:], strict=True)
        counts, numbers = [], []
        for segment, own_numbers, offset, first, last in places:
            if last > first:
                of_each, held = segment.stems.of_some(rows[first:last] - offset)
                counts.append(of_each)
                numbers.append(held.astype(np.int64) if own_numbers is None else own_numbers[held])
        return _join(counts, np.int64), _join(numbers, np.int64)

    def _number_stems(self) -> None:
        """One numbering for all segments: the first one's, and what the others have beyond it."""
        self._stem_numbers: dict[str, int] = {}
        self._stems: Sequence[str] = ()
        self._own_numbers: list[Rows | None] = []
        for segment in self._segments:
            if not self._own_numbers:
                self._stem_numbers, self._stems = segment.stems.numbers, segment.stems.stems
                self._own_numbers.append(None)
                continue
            new = [stem for stem in segment.stems.stems if stem not in self._stem_numbers]
            if new:
                self._stem_numbers = {
                    **self._stem_numbers,
                    **dict(zip(new, range(len(self._stems), len(self._stems) + len(new)), strict=True)),
                }
                self._stems = [*self._stems, *new]
            self._own_numbers.append(np.array([self._stem_numbers[stem] for stem in segment.stems.stems], np.int64))


def _join(parts: Sequence[NDArray[_Kind]], kind: type[_Kind]) -> NDArray[_Kind]:
    if len(parts) == 1:
        return parts[0]
    return np.concatenate(parts) if parts else np.zeros(0, dtype=kind)
