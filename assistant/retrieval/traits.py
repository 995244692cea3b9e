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

from assistant.domain import PassageKind, Query
from assistant.retrieval.searching import rarities, share_held, stems
from assistant.retrieval.weighing import Places, Weighed, is_spread, issues_and_texts, paragraph_share
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
    query: Query, listed: Sequence[Weighed], places: Places, *, is_filtered: bool
) -> NDArray[np.float64]:
    """One row a decision, in order; none for none. ``listed`` is best first, by the first order."""
    if not listed:
        return np.zeros((0, len(TRAITS)))
    texts = [one.stems for weighed in listed for one in weighed.passages]
    own, plain = stems(query.topic), stems(in_decision_words(query.topic))
    terms = stems(" ".join(query.expansions))
    own_weights, plain_weights, term_weights = (rarities(texts, sorted(words)) for words in (own, plain, terms))
    all_weights = rarities(texts)
    looked_for = own | plain | terms
    phrases = _phrases(listed)
    rows = []
    for rank, (one, phrase) in enumerate(zip(listed, phrases, strict=True)):
        issues, _ = issues_and_texts(one.passages)
        place = places[one.reference]
        # Most paragraphs have the same few of the words asked for, or none: each of these sets is looked at once.
        together = {text & looked_for for text in _texts_together(one)}
        rows.append(
            (
                one.score,
                one.score / listed[0].score if listed[0].score > 0 else 1.0,
                math.log(1 + rank),
                one.meaning,
                phrase - max(phrases),
                max(share_held(own_weights, text) for text in together),
                max(share_held(plain_weights, text) for text in together),
                max(share_held(term_weights, text) for text in together),
                max(_share_asked(issue.stems, looked_for, all_weights) for issue in issues),
                float(place in query.favoured_subcategories),
                float(bool(query.favoured_subcategories)),
                float(is_filtered),
            )
        )
    return np.array(rows, dtype=np.float64)


def _texts_together(one: Weighed) -> list[frozenset[str]]:
    """The words of a digest and its issues are one text; of a full text each paragraph is one, with its issue."""
    short = [each.stems for each in one.passages if each.passage.kind is not PassageKind.PARAGRAPH]
    whole = frozenset[str]().union(*short)
    if not is_spread(one.passages):
        return [whole]
    paragraphs = [each for each in one.passages if each.passage.kind is PassageKind.PARAGRAPH]
    return [whole, *(each.stems | stems(each.passage.issue or "") for each in paragraphs)]


def _phrases(listed: Sequence[Weighed]) -> list[float]:
    """How near each decision is to the field's phrases for the topic; a phrase that tells decisions apart counts more.

    Without phrases the meaning stands for them.
    """
    if not listed[0].passages[0].phrases:
        return [one.meaning for one in listed]
    nearness = np.array([_nearest(one) for one in listed])
    telling = nearness.max(axis=0) - np.median(nearness, axis=0)
    total = float(telling.sum())
    weights = telling / total if total > 0 else np.full(len(telling), 1 / len(telling))
    return [float(value) for value in nearness @ weights]


def _nearest(one: Weighed) -> NDArray[np.float64]:
    """How near the nearest passage is to each phrase."""
    shares = np.array([paragraph_share(each) for each in one.passages])
    return np.asarray((np.array([each.phrases for each in one.passages]) * shares[:, None]).max(axis=0))


def _share_asked(issue: frozenset[str], asked: frozenset[str], weights: dict[str, float]) -> float:
    """What share of an issue's words the question asks about: an issue on something more is a lesser match."""
    return share_held({word: weights[word] for word in issue}, asked)
