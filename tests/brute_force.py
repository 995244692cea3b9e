"""A filtered search worked out the slow way, from whole decisions and passages: what the quick one must equal.

Nothing here asks SQL for a filter, 8-bit rows for a product or an array for a word: a decision passes by what stands in
it, each passage is scored by itself, and the first order is by the formula of ``docs/ranking.md``.
"""

from __future__ import annotations

import math
import random
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

import numpy as np
from numpy.typing import NDArray

from assistant.casebook import Casebook
from assistant.domain import CasebookFacts, CaseReference, Decision, Filters, Outcome, PassageKind, Query, RemedyKind
from assistant.encoders import Encoder
from assistant.retrieval.searching import stems
from assistant.vocabulary import content_words, in_decision_words
from benchmarks.record.words import DRAWERS, ISSUES

_POOL, _LISTED = 150, 60


@dataclass(frozen=True)
class _Held:
    """One passage: whose, what kind of text, its words."""

    reference: str
    is_paragraph: bool
    has_issue: bool
    stems: frozenset[str]


class BruteForce:
    """All decisions and passages of a casebook in memory, each looked at for every question."""

    def __init__(self, casebook: Casebook, encoder: Encoder) -> None:
        self._casebook = casebook
        self._encoder = encoder
        self._decisions = {one.reference.value: one for one in casebook.decisions(list(casebook.references())).values()}
        self._names, self._matrix = casebook.passage_vectors()
        passages = casebook.passages(self._names)
        numbered = casebook.source.passages(range(1, max(casebook.source.numbers(self._names), default=0) + 1))
        numbers = {one.id: number for number, one in numbered.items()}
        self._passages = [
            _Held(one.reference.value, one.kind is PassageKind.PARAGRAPH, one.issue is not None, stems(one.text))
            for one in (passages[name] for name in self._names)
        ]
        self._filed = [(numbers[name], n) for n, name in enumerate(self._names)]
        self._pool: set[str] = set()
        self._scores: tuple[Query, NDArray[np.float64], list[float], list[float]] | None = None

    def first_order(self, query: Query) -> list[tuple[str, float]]:
        """The references of the shortlist with their scores, best first, then by reference."""
        meaning, _, over_texts = self._score(replace(query, filters=Filters()))
        passing = {name for name, one in self._decisions.items() if passes(one, query.filters)}
        pool = self._pool | passing
        places = [n for n, one in enumerate(self._passages) if one.reference in pool]
        own = self._own_words(query.topic, places)
        by_decision: dict[str, list[tuple[int, float]]] = defaultdict(list)
        for n, share in zip(places, own, strict=True):
            by_decision[self._passages[n].reference].append((n, share))
        mean = meaning.mean(axis=1)
        parts = {name: self._parts(of_one, mean, over_texts) for name, of_one in by_decision.items()}
        best = [max(0.0, *(part[n] for part in parts.values())) or 1.0 for n in range(3)]
        scores = {
            name: (0.7 * max(0.0, near) / best[0] + 0.15 * text / best[1] + 0.15 * issue / best[2] + 0.15 * own) / 1.35
            for name, (near, text, issue, own) in parts.items()
        }
        answering = [(name, score) for name, score in scores.items() if name in passing]
        return sorted(answering, key=lambda one: (-one[1], one[0]))[:_LISTED]

    def _score(self, query: Query) -> tuple[NDArray[np.float64], list[float], list[float]]:
        if self._scores is None or self._scores[0] != query:
            with_terms = ". ".join([query.topic, "; ".join(query.expansions)]) if query.expansions else query.topic
            texts = list(dict.fromkeys([query.topic, with_terms, in_decision_words(query.topic)]))
            asked = self._encoder.encode_questions(texts).astype(np.float64)
            terms = dict.fromkeys(content_words(" ".join(query.expansions)), 0.5)
            terms |= dict.fromkeys(content_words(query.topic), 1.0)
            words = [
                dict(self._casebook.keyword_search(terms, limit=10**7, field_weights=fields))
                for fields in ((1.0, 1.0, 1.0), (0.0, 1.0, 1.0))
            ]
            over_all, over_texts = ([found.get(name, 0.0) for name in self._names] for found in words)
            self._scores = (query, self._matrix @ asked.T, over_all, over_texts)
            self._pool = {self._passages[n].reference for n in self._best(self._scores[1], over_all)}
        return self._scores[1:]

    def _best(self, meaning: NDArray[np.float64], over_all: Sequence[float]) -> set[int]:
        """Of equal passages those that were filed first."""
        found: set[int] = set()
        for scores, least in (*((column, -2.0) for column in meaning.round(7).T.tolist()), (over_all, 0.0)):
            order = sorted(zip(scores, self._filed, strict=True), key=lambda one: (-one[0], one[1]))
            found.update(n for score, (_, n) in order[:_POOL] if score > least)
        return found

    def _own_words(self, topic: str, places: Sequence[int]) -> list[float]:
        weights = {}
        for stem in stems(topic):
            held = sum(stem in self._passages[n].stems for n in places)
            weights[stem] = math.log(1 + (len(places) + 1) / (held + 0.5))
        total = sum(weights.values()) or 1.0
        return [sum(weights[stem] for stem in weights if stem in self._passages[n].stems) / total for n in places]

    def _parts(
        self, of_one: Sequence[tuple[int, float]], mean: NDArray[np.float64], words: Sequence[float]
    ) -> tuple[float, float, float, float]:
        share = {n: 0.9 if self._passages[n].is_paragraph else 1.0 for n, _ in of_one}
        issues = [one for one in of_one if self._passages[one[0]].has_issue]
        texts = [one for one in of_one if not self._passages[one[0]].has_issue]
        issues, texts = issues or texts, texts or issues
        is_spread = any(self._passages[n].is_paragraph for n, _ in of_one)
        of_issue, of_text = (of_one, of_one) if is_spread else (issues, texts)
        return (
            (max(mean[n] * share[n] for n, _ in issues) + max(mean[n] * share[n] for n, _ in of_text)) / 2,
            max(words[n] * share[n] for n, _ in of_text),
            max(words[n] * share[n] for n, _ in of_issue),
            max(own * share[n] for n, own in of_issue),
        )


def passes(decision: Decision, filters: Filters) -> bool:
    """Whether a decision passes, by what stands in it (of the limits that ``random_filters`` makes)."""
    day = decision.decided
    paid = (RemedyKind.PAYMENT, RemedyKind.REFUND)
    least, most = filters.amount_min_pence, filters.amount_max_pence
    wants_sum = least is not None or most is not None
    kinds = filters.remedy_kinds or (paid if wants_sum else ())
    is_remedied = not kinds or any(
        one.is_remedy
        and one.kind in kinds
        and (not wants_sum or one.amount_pence is not None)
        and (least is None or (one.amount_pence or 0) >= least)
        and (most is None or (one.amount_pence or 0) <= most)
        for one in decision.remedies
    )
    return (
        (not filters.bodies or decision.body in filters.bodies)
        and (not filters.categories or decision.category in filters.categories)
        and (not filters.outcomes or decision.outcome in filters.outcomes)
        and (filters.date_from is None or (day is not None and day >= filters.date_from))
        and (filters.date_to is None or (day is not None and day <= filters.date_to))
        and is_remedied
    )


def random_filters(chance: random.Random, facts: CasebookFacts) -> Filters:
    """One to three limits at once, of any kind."""
    year = chance.randrange(2016, 2026)
    pence = chance.choice((10_000, 25_000, 50_000, 100_000))
    limits: list[dict[str, object]] = [
        {"bodies": tuple(chance.sample(facts.bodies, min(len(facts.bodies), chance.randrange(1, 4))))},
        {"categories": (chance.choice(DRAWERS)[0],)},
        {"outcomes": (chance.choice((Outcome.UPHELD, Outcome.UPHELD, Outcome.NOT_UPHELD, Outcome.CLOSED)),)},
        {"date_from": date(year, 1, 1)},
        {"date_to": date(year, 12, 31)},
        {"amount_min_pence": pence},
        {"amount_max_pence": pence},
        {"remedy_kinds": (chance.choice((RemedyKind.APOLOGY, RemedyKind.REFUND, RemedyKind.SERVICE_IMPROVEMENT)),)},
    ]
    chosen: dict[str, object] = {}
    for limit in chance.sample(limits, chance.randrange(1, 4)):
        chosen |= limit
    return Filters(**chosen)  # type: ignore[arg-type]  # each limit has its own field's type


def random_question(chance: random.Random) -> str:
    """A question on one or two matters of the synthetic record."""
    matters = chance.choice(DRAWERS)[3]
    first, second = chance.sample(matters, 2)
    return chance.choice(
        (
            f"{chance.choice(ISSUES).format(matter=first, detail=second).lower()}",
            f"delay in the {first} and no reply about the {second}",
            f"the {first} was lost and nobody rang back",
            f"{first} and {second}",
        )
    )


def as_pairs(listed: Sequence[tuple[CaseReference, float]]) -> list[tuple[str, float]]:
    """References as their text, as ``first_order`` gives them."""
    return [(reference.value, score) for reference, score in listed]


def differences(found: Sequence[tuple[str, float]], expected: Sequence[tuple[str, float]]) -> list[str]:
    """What differs; two whose scores agree to a millionth may change places, as sums of another order may."""
    scores = dict(expected)
    told = [] if len(found) == len(expected) else [f"{len(found)} found, {len(expected)} expected"]
    lowest = min(scores.values(), default=0.0)
    for place, (name, score) in enumerate(found[: len(expected)]):
        right = expected[place][1]
        known = scores.get(name, lowest)
        if abs(score - right) > 2e-6 or abs(known - score) > 2e-6:
            told.append(f"place {place + 1}: {name} {score:.7f}, expected {expected[place][0]} {right:.7f}")
    return told
