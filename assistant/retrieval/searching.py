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
from assistant.vectors import VectorIndex
from assistant.vocabulary import content_words, in_decision_words, word_stem

# How many passages each search may put into the pool: the grade-2 cases of the questions were within the first 150.
_POOL_PASSAGES = 150
# A word of an expansion counts half a word of the asker's; 0.3 to 1.0 made no difference beyond the noise.
_EXPANSION_WEIGHT = 0.5

# The vectors of the field's phrases, as many as the table has, for as long as their encoder is in use.
_PHRASES: WeakKeyDictionary[Encoder, dict[str, NDArray[np.float32]]] = WeakKeyDictionary()
# The last question's scores of each view that is in use.
_LAST: WeakKeyDictionary[TableView, _Scores] = WeakKeyDictionary()


@dataclass(frozen=True, eq=False)
class Pool:
    """The passages of the pool as arrays, one entry a row of the ``view``, those of one decision together.

    ``meaning`` may be wrong by ``slack``, because it was worked out at 8 bits; ``exact_meaning`` gives the exact one.
    ``passing`` are the groups that may answer (None: all may).
    """

    view: TableView
    asked: NDArray[np.float32]
    phrases: NDArray[np.float32]
    rows: NDArray[np.int64]
    meaning: NDArray[np.float32]
    slack: float
    keyword: NDArray[np.float32]
    own_words: NDArray[np.float32]
    passing: NDArray[np.int64] | None

    def without(self, references: Collection[str]) -> Pool:
        """The pool less these decisions."""
        kept = ~np.isin(self.view.group[self.rows], self.view.groups_passing(references))
        return replace(
            self,
            rows=self.rows[kept],
            meaning=self.meaning[kept],
            keyword=self.keyword[kept],
            own_words=self.own_words[kept],
        )

    def exact_meaning(self, places: NDArray[np.int64]) -> NDArray[np.float32]:
        """The mean cosine of the passages at these places of the pool."""
        return np.asarray(self.view.exact_products(self.rows[places], self.asked).mean(axis=1))


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
    groups = np.zeros(len(view.starts), dtype=np.bool_)
    groups[scores.groups] = True
    allowed = None if passing is None else view.groups_passing(passing)
    if allowed is not None:
        groups[allowed] = True
    rows = view.rows_of(groups)
    own = _own_words(query.topic, view, groups, rows)
    return Pool(view, asked, phrases, rows, scores.meaning[rows], scores.slack, scores.keyword[rows], own, allowed)


@dataclass(frozen=True, eq=False)
class _Scores:
    """What a question has with all passages: mean cosine (but for the slack) and BM25, and the groups that are best."""

    key: tuple[object, ...]
    meaning: NDArray[np.float32]
    slack: float
    keyword: NDArray[np.float32]
    groups: NDArray[np.int32]


def _scores_of_all(
    view: TableView, index: VectorIndex, asked: NDArray[np.float32], terms: Mapping[str, float]
) -> _Scores:
    """The last question's are remembered: where nothing answers, it is searched again without each of its limits."""
    key = (id(index), asked.tobytes(), tuple(terms.items()))
    last = _LAST.get(view)
    if last is not None and last.key == key:
        return last
    over_all, over_texts = view.keyword_scores(terms)
    products, slack = view.products(asked)
    near = index.near_rows(view, asked, (products, slack), _POOL_PASSAGES)
    best = np.unique(view.group[np.concatenate([*near, best_rows(over_all, _POOL_PASSAGES)])])
    scores = _Scores(key, np.asarray(products.mean(axis=1)), slack, over_texts, best)
    _LAST[view] = scores
    return scores


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


def _own_words(topic: str, view: TableView, groups: NDArray[np.bool_], rows: NDArray[np.int64]) -> NDArray[np.float32]:
    """For each passage, what share of the asker's own words it has, rare words counting more (0 to 1).

    ``rows`` are those of the marked ``groups``.
    """
    shares, total = np.zeros(len(view), dtype=np.float32), 0.0
    for stem in sorted(stems(topic)):
        held = view.rows_with_stem(stem)
        held = held[groups[view.group[held]]]
        weight = rarity(len(held), len(rows))
        shares[held] += np.float32(weight)
        total += weight
    return shares[rows] / np.float32(total) if total else shares[rows]


def rarity(texts_with_it: int, texts: int) -> float:
    """How much a word counts that so many of the texts have."""
    return math.log(1 + (texts + 1) / (texts_with_it + 0.5))


@lru_cache(maxsize=20_000)
def _stems(text: str) -> frozenset[str]:
    """Remembered, because a quarter of a search went into cutting the same passages into words again."""
    return frozenset(map(word_stem, content_words(text)))
