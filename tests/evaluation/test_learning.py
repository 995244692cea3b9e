"""Learning and folds, on made-up examples: what is learned, and that no question judges itself."""

from __future__ import annotations

from typing import cast

import numpy as np

from assistant.domain import Query, QuestionKind
from assistant.retrieval.finding import FirstOrder
from assistant.retrieval.shortlist import Shortlist
from assistant.retrieval.traits import TRAITS
from tests.evaluation.folds import split_into_folds
from tests.evaluation.learning import Example, learn

_QUERY = Query("bins", QuestionKind.TYPICAL_REMEDY, "bins")
_SHARE = TRAITS.index("share of the first one's score")
_WORDS = TRAITS.index("decision words in all text")


_NO_PASSAGES = cast(Shortlist, None)  # nothing here reads a passage


def example(number: int) -> Example:
    """Four decisions: the share tells the right one, the words mislead; without it nothing has a share."""
    traits = np.zeros((4, len(TRAITS)))
    traits[number % 4, _SHARE] = 1.0
    traits[(number + 1) % 4, _WORDS] = 1.0
    references = tuple("abcd")
    return Example(
        f"x{number}",
        "typical remedy",
        "made up",
        {references[number % 4]: 2},
        frozenset(),
        FirstOrder((), _NO_PASSAGES, {}, traits),
        _QUERY,
        references,
        traits,
        np.delete(traits, number % 4, axis=0),
    )


def test_what_tells_the_right_cases_gets_weight_and_what_misleads_gets_none() -> None:
    weights = learn([example(number) for number in range(20)]).cited.weights
    assert weights[_SHARE] > 0
    assert weights[_WORDS] == 0


def test_the_same_examples_give_the_same_weights() -> None:
    assert learn([example(number) for number in range(8)]) == learn([example(number) for number in range(8)])


def test_each_example_is_in_one_fold_whatever_their_order() -> None:
    examples = [example(number) for number in range(23)]
    folds = split_into_folds(examples)
    assert sorted(one.id for fold in folds for one in fold) == sorted(one.id for one in examples)
    assert max(map(len, folds)) - min(map(len, folds)) <= 1
    again = split_into_folds(examples[::-1])
    assert [[one.id for one in fold] for fold in again] == [[one.id for one in fold] for fold in folds]
