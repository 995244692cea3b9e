"""Traits → probabilities and words: with the weights that are shipped, and with some small enough to check by hand."""

from __future__ import annotations

import numpy as np
import pytest

from assistant.domain import Relevance
from assistant.retrieval.relevance import (
    CLOSE,
    COUNTED,
    SEARCH_TRAITS,
    Learned,
    Regression,
    is_anything_held,
    judge,
    probability,
    read_learned,
    search_traits,
)
from assistant.retrieval.traits import EITHER_WAY, FALLING, TRAITS
from tests.evaluation.measures import mean

ONES = (1.0,) * len(TRAITS)
NONE = (0.0,) * len(TRAITS)


def learned(*, bias_held: float = 0.0) -> Learned:
    """Every trait counts one for a case; that anything is held says the bias alone."""
    zeros, ones = (0.0,) * len(SEARCH_TRAITS), (1.0,) * len(SEARCH_TRAITS)
    return Learned(Regression(NONE, ONES, ONES, -1.0), Regression(zeros, ones, zeros, bias_held))


def test_the_weights_shipped_are_over_the_traits_that_are_measured() -> None:
    shipped = read_learned()
    assert len(shipped.cited.weights) == len(TRAITS)
    assert len(shipped.held.weights) == len(SEARCH_TRAITS)


@pytest.mark.parametrize("which", ["cited", "held"])
def test_no_weight_says_that_a_nearer_case_is_a_lesser_one(which: str) -> None:
    names = {"cited": TRAITS, "held": SEARCH_TRAITS}[which]
    for trait, weight in zip(names, getattr(read_learned(), which).weights, strict=True):
        if trait in FALLING:
            assert weight <= 0, trait
        elif trait not in EITHER_WAY:
            assert weight >= 0, trait


def test_log_odds_are_the_weighed_distances_from_the_centre() -> None:
    regression = Regression(centre=(1.0, 2.0), scale=(1.0, 2.0), weights=(3.0, 4.0), bias=-1.0)
    assert regression.log_odds(np.array([[1.0, 2.0], [2.0, 4.0]])).tolist() == [-1.0, 6.0]


def test_even_odds_are_a_half() -> None:
    assert probability(0.0) == 0.5


@pytest.mark.parametrize(
    ("probable", "words"),
    [
        pytest.param([], [], id="no case"),
        pytest.param([CLOSE, COUNTED], [Relevance.CLOSE, Relevance.PARTLY], id="at the cuts"),
        pytest.param([0.9, COUNTED - 0.01], [Relevance.CLOSE, Relevance.BACKGROUND], id="under the cut"),
        pytest.param([0.1, 0.1], [Relevance.PARTLY, Relevance.BACKGROUND], id="the first is always counted"),
    ],
)
def test_the_word_follows_the_probability(probable: list[float], words: list[Relevance]) -> None:
    assert judge(probable) == words


def test_a_search_is_judged_by_its_first_case_and_the_mean_of_five() -> None:
    traits = np.zeros((7, len(TRAITS)))
    traits[3] = 1.0
    odds = learned().cited.log_odds(traits)
    row = search_traits(traits, odds)
    assert row[: len(TRAITS)].tolist() == list(ONES)
    assert row[-2] == len(TRAITS) - 1
    assert row[-1] == pytest.approx(mean([len(TRAITS) - 1, -1, -1, -1, -1]))


def test_nothing_found_is_nothing_held() -> None:
    assert not is_anything_held(np.zeros((0, len(TRAITS))), learned(bias_held=9.0))


def test_the_second_regression_decides_whether_anything_is_held() -> None:
    traits = np.zeros((1, len(TRAITS)))
    assert is_anything_held(traits, learned(bias_held=9.0))
    assert not is_anything_held(traits, learned(bias_held=-9.0))
