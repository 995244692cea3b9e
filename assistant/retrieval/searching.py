"""Query → a pool of decisions with the scores of their passages: by meaning (vectors) and by words (BM25).

Two searches choose the pool, and all that pass a filter are in it. All passages of the pool are scored alike, in
arrays, so that a filtered search and an unfiltered one order alike however many pass.
"""

from __future__ import annotations

import math
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from weakref import WeakKeyDictionary

import numpy as np
from numpy.typing import NDArray

from assistant.domain import Query
from assistant.encoders import Encoder
from assistant.passage_table import TableView, best_rows
from assistant.retrieval.parts import BestParts, best_meaning, best_of_all, best_of_some, best_own_words, may_be_best
from assistant.vectors import VectorIndex
from assistant.vocabulary import content_words, in_decision_words, word_stem

# How many passages each search may put into the pool: the grade-2 cases of the questions were within the first 150.
_POOL_PASSAGES = 150
# A word of an expansion counts half a word of the asker's; 0.3 to 1.0 made no difference beyond the noise.
_EXPANSION_WEIGHT = 0.5
# Up to such a part of all decisions is looked at by itself; of more, all at once, which other limits can use as well.
_FEW = 8

# The vectors of the field's phrases, as many as the table has, for as long as their encoder is in use.
_PHRASES: WeakKeyDictionary[Encoder, dict[str, NDArray[np.float32]]] = WeakKeyDictionary()
# The last question's scores of each view that is in use, and what they make of each decision.
_LAST: WeakKeyDictionary[TableView, Scores] = WeakKeyDictionary()
_BEST: WeakKeyDictionary[Scores, BestParts] = WeakKeyDictionary()


@dataclass(frozen=True, eq=False)
class Scores:
    """What a question has with all passages of a view, one entry a row, and the ``groups`` that either search finds.

    ``meaning`` is the mean cosine and may be wrong by ``slack``, because it was worked out at 8 bits; ``keyword`` is
    BM25.
    """

    key: tuple[object, ...]
    meaning: NDArray[np.float32]
    slack: float
    keyword: NDArray[np.float32]
    groups: NDArray[np.int32]


@dataclass(frozen=True, eq=False)
class OwnWords:
    """The asker's own words: the rows that hold each in their text, and how much it counts, rare words more."""

    rows: tuple[NDArray[np.int64], ...]
    weights: tuple[float, ...]


@dataclass(frozen=True, eq=False)
class Pool:
    """The decisions of the pool, as ``groups`` of the ``view`` (ascending), and the scores of all passages.

    ``passing`` marks the groups that may answer (None: all may).
    """

    view: TableView
    asked: NDArray[np.float32]
    phrases: NDArray[np.float32]
    groups: NDArray[np.int64]
    scores: Scores
    own_words: OwnWords
    passing: NDArray[np.bool_] | None

    def without(self, references: Collection[str]) -> Pool:
        """The pool less these decisions."""
        return replace(self, groups=np.setdiff1d(self.groups, self.view.groups_passing(references)))

    def best_parts(self) -> BestParts:
        """One entry a group: its best scores, meaning but for the slack."""
        scores = self.scores
        if len(self.groups) > len(self.view.starts) / _FEW:
            return _best_of_all(self.view, scores).of(self.groups)
        return best_of_some(self.view, scores.meaning, scores.keyword, self.groups)

    def exact_meaning(self, groups: NDArray[np.int64]) -> NDArray[np.float64]:
        """The exact meaning of these groups (ascending), of which only what may be the best of each is worked out."""
        rows, firsts = self.view.rows_of(groups)
        # The products of 32 bits have their own rounding.
        kept = may_be_best(self.view, self.scores.meaning[rows], self.scores.slack + 1e-6, rows, firsts)
        near = np.full(len(rows), -np.inf, dtype=np.float32)
        near[kept] = self.view.exact_products(rows[kept], self.asked).mean(axis=1)
        return best_meaning(self.view, near, rows, firsts)

    def best_own_words(self, groups: NDArray[np.int64]) -> NDArray[np.float64]:
        """The highest share (0 to 1) of the asker's own words that a passage of each of these groups has."""
        own, total = np.zeros(len(self.view), dtype=np.float32), sum(self.own_words.weights)
        if not total:
            return np.zeros(len(groups))
        marked = np.zeros(len(self.view.starts), dtype=np.bool_)
        marked[groups] = True
        for held, weight in zip(self.own_words.rows, self.own_words.weights, strict=True):
            own[held[marked[self.view.group[held]]]] += np.float32(weight)
        rows, firsts = self.view.rows_of(groups)
        return best_own_words(self.view, own[rows] / np.float32(total), rows, firsts)


def search_pool(
    query: Query,
    index: VectorIndex,
    encoder: Encoder,
    passing: Collection[str] | None,
) -> Pool:
    """The decisions that either search finds, and all that are ``passing`` (by reference), with all passages scored."""
    view = index.table.view()
    asked, phrases = encoder.encode_questions(_question_texts(query)), _phrase_vectors(encoder, query.expansions)
    scores = _scores_of_all(view, index, asked, _weighted_terms(query))
    marked = np.zeros(len(view.starts), dtype=np.bool_)
    allowed = None
    if passing is not None:
        marked[view.groups_passing(passing)] = True
        allowed = marked.copy()
    marked[scores.groups] = True
    groups = view.held_of(marked)
    return Pool(view, asked, phrases, groups, scores, _own_words(query.topic, view, marked, groups), allowed)


def _scores_of_all(
    view: TableView, index: VectorIndex, asked: NDArray[np.float32], terms: Mapping[str, float]
) -> Scores:
    """The last question's are remembered: where nothing answers, it is searched again without each of its limits."""
    key = (id(index), asked.tobytes(), tuple(terms.items()))
    last = _LAST.get(view)
    if last is not None and last.key == key:
        return last
    waiting = view.start_products(asked)
    over_all, over_texts = view.keyword_scores(terms)
    products, slack = waiting()
    near = index.near_rows(view, asked, (products, slack), _POOL_PASSAGES)
    best = np.unique(view.group[np.concatenate([*near, best_rows(over_all, _POOL_PASSAGES)])])
    scores = Scores(key, _mean(products), slack, over_texts, best)
    _LAST[view] = scores
    return scores


def _mean(products: NDArray[np.float32]) -> NDArray[np.float32]:
    """Of each row; column by column, because each lies together."""
    total = products[:, 0].copy()
    for column in products.T[1:]:
        total += column
    total /= np.float32(products.shape[1])
    return total


def _best_of_all(view: TableView, scores: Scores) -> BestParts:
    """Remembered as long as the scores are."""
    found = _BEST.get(scores)
    if found is None:
        found = _BEST[scores] = best_of_all(view, scores.meaning, scores.keyword)
    return found


def stems(text: str) -> frozenset[str]:
    """The content words of a text without their endings."""
    return _stems(text)


def _question_texts(query: Query) -> list[str]:
    """The topic as asked, with the field's terms added, and put into the decisions' words: alike ones once."""
    with_terms = ". ".join([query.topic, "; ".join(query.expansions)]) if query.expansions else query.topic
    return list(dict.fromkeys([query.topic, with_terms, in_decision_words(query.topic)]))


def _weighted_terms(query: Query) -> dict[str, float]:
    terms = dict.fromkeys(content_words(" ".join(query.expansions)), _EXPANSION_WEIGHT)
    return terms | dict.fromkeys(content_words(query.topic), 1.0)


def _phrase_vectors(encoder: Encoder, phrases: Sequence[str]) -> NDArray[np.float32]:
    """One row a phrase. They come from a table and come again: encoding them each time took as long as all the rest."""
    known = _PHRASES.setdefault(encoder, {})
    new = [phrase for phrase in phrases if phrase not in known]
    known.update(zip(new, encoder.encode_questions(new), strict=True))
    return np.array([known[phrase] for phrase in phrases], dtype=np.float32)


def _own_words(topic: str, view: TableView, marked: NDArray[np.bool_], groups: NDArray[np.int64]) -> OwnWords:
    """The asker's own words among the passages of the marked groups (``groups`` are those held still)."""
    texts = view.count_rows(groups)
    rows, weights = [], []
    for stem in sorted(stems(topic)):
        held = view.rows_with_stem(stem)
        held = held[marked[view.group[held]]]
        rows.append(held)
        weights.append(rarity(len(held), texts))
    return OwnWords(tuple(rows), tuple(weights))


def rarity(texts_with_it: int, texts: int) -> float:
    """How much a word counts that so many of the texts have."""
    return math.log(1 + (texts + 1) / (texts_with_it + 0.5))


@lru_cache(maxsize=20_000)
def _stems(text: str) -> frozenset[str]:
    """Remembered, because a quarter of a search went into cutting the same passages into words again."""
    return frozenset(map(word_stem, content_words(text)))
