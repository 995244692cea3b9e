"""Query → scored passages: two searches, by meaning (vectors) and by words (BM25), choose a pool of decisions.

All passages of the pool are then scored alike, so that a filtered search (exact over what passes) and an unfiltered one
(from the index) order alike.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain
from weakref import WeakKeyDictionary

import numpy as np
from numpy.typing import NDArray

from assistant.casebook import Casebook
from assistant.domain import CaseReference, Passage, Query
from assistant.encoders import Encoder
from assistant.vectors import VectorIndex
from assistant.vocabulary import content_words, in_decision_words, word_stem

# How many passages each search may put into the pool: the grade-2 cases of the questions were within the first 150.
_POOL_PASSAGES = 150
# A word of an expansion counts half a word of the asker's; 0.3 to 1.0 made no difference beyond the noise.
_EXPANSION_WEIGHT = 0.5

# The vectors of the field's phrases, as many as the table has, for as long as their encoder is in use.
_PHRASES: WeakKeyDictionary[Encoder, dict[str, NDArray[np.float32]]] = WeakKeyDictionary()


@dataclass(frozen=True)
class Scored:
    """One passage of the pool with its scores.

    ``meaning`` is the mean cosine to the question's texts, ``phrases`` are those to each of the field's phrases for the
    topic. ``own_words`` is the share of the asker's own words that it has (0 to 1), ``keyword`` its BM25 score.
    """

    passage: Passage
    meaning: float
    keyword: float
    own_words: float
    phrases: tuple[float, ...] = ()


Pool = Mapping[CaseReference, Sequence[Scored]]


def search_pool(
    query: Query,
    casebook: Casebook,
    index: VectorIndex,
    encoder: Encoder,
    candidates: frozenset[CaseReference] | None,
) -> Pool:
    """The decisions that either search finds, and all ``candidates``, each with all its passages scored."""
    texts = _question_texts(query)
    terms = _weighted_terms(query)
    asked, phrases = encoder.encode_questions(texts), _phrase_vectors(encoder, query.expansions)
    pool = _choose_pool(casebook, index, asked, terms) | (candidates or frozenset())
    return _score_passages(query, casebook, asked, phrases, terms, pool)


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


def _choose_pool(
    casebook: Casebook, index: VectorIndex, vectors: NDArray[np.float32], terms: Mapping[str, float]
) -> frozenset[CaseReference]:
    near = {name for vector in vectors for name, _ in index.nearest(vector, _POOL_PASSAGES)}
    worded = {name for name, _ in casebook.keyword_search(terms, limit=_POOL_PASSAGES)}
    return casebook.references_of_passages(near | worded)


def _score_passages(
    query: Query,
    casebook: Casebook,
    asked: NDArray[np.float32],
    phrases: NDArray[np.float32],
    terms: Mapping[str, float],
    pool: frozenset[CaseReference],
) -> Pool:
    names, matrix = casebook.passage_vectors(pool)
    if not names:
        return {}
    cosines = matrix @ asked.T
    to_phrases = matrix @ phrases.T if len(phrases) else np.zeros((len(names), 0), dtype=np.float32)
    keyword = dict(casebook.keyword_search(terms, limit=len(names), within=pool, field_weights=(0.0, 1.0, 1.0)))
    passages = casebook.passages(names)
    own = _own_words(query.topic, passages.values())
    scored: dict[CaseReference, list[Scored]] = defaultdict(list)
    for name, row, to_phrase in zip(names, cosines, to_phrases, strict=True):
        if name in passages:
            passage = passages[name]
            one = Scored(
                passage,
                meaning=float(row.mean()),
                keyword=keyword.get(name, 0.0),
                own_words=own[name],
                phrases=tuple(to_phrase.tolist()),
            )
            scored[passage.reference].append(one)
    return scored


def _own_words(topic: str, passages: Iterable[Passage]) -> dict[str, float]:
    """For each passage, what share of the asker's own words it has, rare words counting more (0 to 1)."""
    held = {passage.id: stems(passage.text) for passage in passages}
    weights = rarities(held.values(), stems(topic))
    return {name: share_held(weights, words) for name, words in held.items()}


def rarities(texts: Iterable[frozenset[str]], words: Collection[str]) -> dict[str, float]:
    """For each word, how rare it is among the texts (each the set of its words); the rarest counts most."""
    held = list(texts)
    wanted = frozenset(words)
    holding = Counter(chain.from_iterable(text & wanted for text in held))
    return {word: math.log(1 + (len(held) + 1) / (holding[word] + 0.5)) for word in words}


def share_held(weights: Mapping[str, float], held: frozenset[str]) -> float:
    """What share of the weighed words is held (0 to 1); 0 where there are no words."""
    total = sum(weights.values())
    return sum(weight for word, weight in weights.items() if word in held) / total if total else 0.0


@lru_cache(maxsize=20_000)
def _stems(text: str) -> frozenset[str]:
    """Remembered, because a quarter of a search went into cutting the same passages into words again."""
    return frozenset(map(word_stem, content_words(text)))
