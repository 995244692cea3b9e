"""A first order of decisions → their traits: of each, how it stands to the question, one row of numbers.

Chosen from 38 by leaving out, one after the other, what the logarithmic loss on questions not trained on could do
without. Whether a decision was upheld or has a payment is none of them on purpose: lost cases rank as they deserve.
None falls as a case comes nearer to the question, which the training holds the weights to.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from assistant.domain import Query
from assistant.retrieval.searching import rarity, stems
from assistant.retrieval.shortlist import Shortlist
from assistant.retrieval.weighing import Places, Weighed
from assistant.vocabulary import in_decision_words

# In the order of the columns. More of each is never worse, but of the place; the last two are the same for all cases.
TRAITS = (
    "score in the first order",
    "share of the first one's score",
    "place in the first order",
    "meaning",
    "the field's phrases, less than the best",
    "own words in all text",
    "decision words in all text",
    "the field's words in all text",
    "share of an issue that was asked for",
    "in a subcategory that the words point to",
    "the words point to a subcategory",
    "the question has limits",
)
FALLING = ("place in the first order",)
EITHER_WAY = ("the words point to a subcategory", "the question has limits")


def measure_traits(
    query: Query, listed: Sequence[Weighed], shortlist: Shortlist, places: Places, *, is_filtered: bool
) -> NDArray[np.float64]:
    """One row a decision, in order; none for none. ``listed`` is best first, by the first order."""
    if not listed:
        return np.zeros((0, len(TRAITS)))
    own, plain = stems(query.topic), stems(in_decision_words(query.topic))
    terms = stems(" ".join(query.expansions))
    looked_for = sorted(own | plain | terms)
    together = _Together(shortlist, looked_for)
    best, highest = listed[0].score, _phrases(listed, shortlist)
    columns = [
        [one.score for one in listed],
        [one.score / best if best > 0 else 1.0 for one in listed],
        [math.log(1 + rank) for rank in range(len(listed))],
        [one.meaning for one in listed],
        highest - highest.max(),
        *(_in_order(listed, together.best_share(words)) for words in (own, plain, terms)),
        _in_order(listed, _share_asked(shortlist, looked_for)),
        [float(places[one.reference] in query.favoured_subcategories) for one in listed],
        [float(bool(query.favoured_subcategories))] * len(listed),
        [float(is_filtered)] * len(listed),
    ]
    return np.array(columns, dtype=np.float64).T


def _in_order(listed: Sequence[Weighed], of_each: NDArray[np.float64]) -> NDArray[np.float64]:
    """What the decisions of the shortlist have, in the order of ``listed``."""
    return of_each[[one.number for one in listed]]


class _Together:
    """Which of the words looked for each text of a decision has.

    A digest and its issues are one text; of a full text each paragraph is one, with its issue.
    """

    def __init__(self, shortlist: Shortlist, looked_for: Sequence[str]) -> None:
        self._looked_for = looked_for
        self._held = shortlist.holding(looked_for)
        self._starts = shortlist.starts
        self._whole = np.logical_or.reduceat(self._held & ~shortlist.is_paragraph, self._starts, axis=1)
        self._paragraphs = self._held & shortlist.is_paragraph
        for place, of_issue in shortlist.issue_stems().items():
            self._paragraphs[[word in of_issue for word in looked_for], place] = True

    def best_share(self, words: frozenset[str]) -> NDArray[np.float64]:
        """For each decision the highest share of these words that one of its texts has, rare words counting more."""
        weights = np.array(
            [
                rarity(int(held.sum()), len(held)) if word in words else 0.0
                for word, held in zip(self._looked_for, self._held, strict=True)
            ]
        )
        total = float(weights.sum())
        if not total:
            return np.zeros(len(self._starts))
        of_paragraphs = np.maximum.reduceat(weights @ self._paragraphs, self._starts)
        return np.asarray(np.maximum(weights @ self._whole, of_paragraphs) / total)


def _phrases(listed: Sequence[Weighed], shortlist: Shortlist) -> NDArray[np.float64]:
    """How near each decision is to the field's phrases for the topic; a phrase that tells decisions apart counts more.

    Without phrases the meaning stands for them.
    """
    if not shortlist.phrases.shape[1]:
        return np.array([one.meaning for one in listed])
    nearness = _in_order(listed, shortlist.nearness_to_phrases())
    telling = nearness.max(axis=0) - np.median(nearness, axis=0)
    total = float(telling.sum())
    weights = telling / total if total > 0 else np.full(len(telling), 1 / len(telling))
    return np.asarray(nearness @ weights)


def _share_asked(shortlist: Shortlist, looked_for: Sequence[str]) -> NDArray[np.float64]:
    """For each decision the highest share of an issue's words that the question asks about.

    An issue on something more is a lesser match.
    """
    numbers, entries, texts = np.unique(shortlist.stem_numbers, return_inverse=True, return_counts=True)
    weights = np.array([rarity(count, len(shortlist.rows)) for count in texts.tolist()])
    is_asked = np.isin(numbers, [shortlist.view.stem_number(word) for word in looked_for])
    owners = np.repeat(np.arange(len(shortlist.rows)), shortlist.stem_counts)

    def of_each(weight: NDArray[np.float64]) -> NDArray[np.float64]:
        summed = np.bincount(owners, weights=weight[entries], minlength=len(shortlist.rows))
        return np.asarray(summed, dtype=np.float64)

    shares = of_each(weights * is_asked) / np.maximum(of_each(weights), 1e-9)
    return np.asarray(np.maximum.reduceat(np.where(shortlist.of_issues, shares, 0.0), shortlist.starts))
