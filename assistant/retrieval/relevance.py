"""Traits → how probable it is that a good adviser would cite the case, and that in a word: close, partly, background.

Two logistic regressions, small enough to be read (learned.json, written by ``python -m tests.evaluation.training`` from
the graded questions of the repository). One tells of each case how probable it is that it is a direct comparator. The
other tells of the whole search how probable it is that anything comparable is held; it was learned from the same
questions with everything graded taken away from what was found.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

import numpy as np
from numpy.typing import NDArray

from assistant.domain import Relevance
from assistant.retrieval.traits import TRAITS

LEARNED = "learned.json"
# What the second regression looks at: the first case's traits, and how sure the first one says it is of it and of five.
SEARCH_TRAITS = (*TRAITS, "log odds of the first case", "mean log odds of the first five")
_FIRST_FEW = 5

# From here a case is called close; from here partly close, and counted. The first case is always counted where anything
# comparable is held.
CLOSE, COUNTED = 0.5, 0.25
# Under this nothing comparable is held.
HELD = 0.12
# From here on strange words alone do not say that nothing is held, where the first cases speak of the subject.
PROBABLY_HELD = 0.4


@dataclass(frozen=True)
class Regression:
    """A logistic regression: a weight for each trait, per standard deviation from its centre."""

    centre: tuple[float, ...]
    scale: tuple[float, ...]
    weights: tuple[float, ...]
    bias: float

    def log_odds(self, traits: NDArray[np.float64]) -> NDArray[np.float64]:
        """For each row of traits; none for none."""
        logits = (traits - self.centre) / self.scale @ np.array(self.weights) + self.bias
        return np.asarray(logits, dtype=np.float64)


@dataclass(frozen=True)
class Learned:
    """What was learned: ``cited`` over TRAITS of a case, ``held`` over SEARCH_TRAITS of a search."""

    cited: Regression
    held: Regression


@cache
def read_learned() -> Learned:
    """The weights shipped. Raises ValueError where they were learned over other traits than are measured."""
    held = json.loads(resources.files("assistant.retrieval").joinpath(LEARNED).read_text(encoding="utf-8"))
    return Learned(_read(held["cited"], TRAITS), _read(held["held"], SEARCH_TRAITS))


def _read(given: dict[str, Any], traits: Sequence[str]) -> Regression:
    rows = given["traits"]
    if [row["trait"] for row in rows] != list(traits):
        raise ValueError(f"{LEARNED} was learned over other traits: run `python -m tests.evaluation.training`.")
    return Regression(
        tuple(row["centre"] for row in rows),
        tuple(row["scale"] for row in rows),
        tuple(row["weight"] for row in rows),
        given["bias"],
    )


def probability(log_odds: float) -> float:
    """The probability (0 to 1) that these log odds say."""
    return float(1 / (1 + np.exp(-log_odds)))


def search_traits(traits: NDArray[np.float64], log_odds: NDArray[np.float64]) -> NDArray[np.float64]:
    """The one row on which ``held`` decides, of the traits of all that was found (at least one row)."""
    best = np.argsort(-log_odds, kind="stable")[:_FIRST_FEW]
    return np.array([*traits[best[0]], log_odds[best[0]], log_odds[best].mean()])


def is_anything_held(traits: NDArray[np.float64], learned: Learned) -> bool:
    """Whether what was found looks like something comparable; nothing found is nothing held."""
    if not len(traits):
        return False
    return probability_held(traits, learned) >= HELD


def probability_held(traits: NDArray[np.float64], learned: Learned) -> float:
    """How probable it is that anything comparable is among what was found (at least one row)."""
    row = search_traits(traits, learned.cited.log_odds(traits))
    return probability(float(learned.held.log_odds(row[None])[0]))


def judge(probable: Sequence[float]) -> list[Relevance]:
    """The word for each case; ``probable`` is highest first."""
    return [_word(value, is_first=n == 0) for n, value in enumerate(probable)]


def _word(probable: float, *, is_first: bool) -> Relevance:
    if probable >= CLOSE:
        return Relevance.CLOSE
    return Relevance.PARTLY if is_first or probable >= COUNTED else Relevance.BACKGROUND
