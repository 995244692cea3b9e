"""The measures, as pure functions over a ranking and graded relevance (2: a direct comparator, 1: adjacent).

Rankings are references, best first, each once. A question with no grade-2 decision has no recall and no reciprocal
rank; the functions then give 0, and such questions are left out of the means.
"""

from __future__ import annotations

import math
from collections.abc import Collection, Mapping, Sequence

Grades = Mapping[str, int]
Pair = tuple[str, float]


def recall(ranking: Sequence[str], grades: Grades, k: int) -> float:
    """Grade-2 decisions in the first ``k``, over as many as could be there (``min(k, all of them)``)."""
    wanted = {reference for reference, grade in grades.items() if grade == 2}
    return len(wanted & set(ranking[:k])) / min(k, len(wanted)) if wanted else 0.0


def ndcg(ranking: Sequence[str], grades: Grades, k: int) -> float:
    """Discounted gain of the first ``k`` over that of the best order; the gain of a grade is ``2 ** grade - 1``."""
    best = _discounted_gain(sorted(grades.values(), reverse=True)[:k])
    return _discounted_gain([grades.get(reference, 0) for reference in ranking[:k]]) / best if best else 0.0


def reciprocal_rank(ranking: Sequence[str], grades: Grades) -> float:
    """1 / rank of the first grade-2 decision; 0 where none is ranked."""
    return next((1 / rank for rank, reference in enumerate(ranking, start=1) if grades.get(reference) == 2), 0.0)


def fuse_ranks(rankings: Sequence[Sequence[str]], *, k: int = 60) -> list[str]:
    """Plain reciprocal-rank fusion: sum of 1 / (k + rank) over whole rankings; ties by reference."""
    scores: dict[str, float] = {}
    for ranking in rankings:
        for rank, reference in enumerate(ranking, start=1):
            scores[reference] = scores.get(reference, 0.0) + 1 / (k + rank)
    return sorted(scores, key=lambda reference: (-scores[reference], reference))


def precision_and_recall(found: Sequence[Collection[Pair]], wanted: Sequence[Collection[Pair]]) -> tuple[float, float]:
    """Over the pairs of all questions together; nothing found is no wrong pair: precision 1."""
    right = sum(len(set(got) & set(want)) for got, want in zip(found, wanted, strict=True))
    given, asked = sum(len(set(got)) for got in found), sum(len(set(want)) for want in wanted)
    return (right / given if given else 1.0, right / asked if asked else 1.0)


def mean(values: Collection[float]) -> float:
    """The arithmetic mean; 0 for nothing."""
    return sum(values) / len(values) if values else 0.0


def _discounted_gain(grades: Sequence[int]) -> float:
    return sum((float(2**grade) - 1) / math.log2(rank + 1) for rank, grade in enumerate(grades, start=1))
