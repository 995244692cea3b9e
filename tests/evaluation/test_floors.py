"""The first set of questions, asked of the real assistant: no measure may be under its pinned floor."""

import pytest

from tests.evaluation.__main__ import (
    FLOORS,
    FULL_TEXT_FLOORS,
    QUESTIONS,
    ask_first_set,
    ask_with_full_texts,
    fingerprint,
    under_floor,
)


def test_no_measure_is_under_its_floor() -> None:
    measures, _, asked = ask_first_set()
    assert len(asked) == 70
    assert under_floor(measures, FLOORS, fingerprint(QUESTIONS)) == []


def test_no_measure_is_under_its_floor_with_full_texts_in_place_of_their_digests() -> None:
    measures = ask_with_full_texts()
    if measures is None:
        pytest.skip("the real decisions are not beside this checkout (../shared/decisions)")
    assert under_floor(measures, FULL_TEXT_FLOORS, fingerprint(QUESTIONS)) == []
