"""The first set of questions, asked of the real assistant: no measure may be under its pinned floor."""

from tests.evaluation.__main__ import FLOORS, QUESTIONS, ask_first_set, fingerprint, under_floor


def test_no_measure_is_under_its_floor() -> None:
    measures, _, asked = ask_first_set()
    assert len(asked) == 70
    assert under_floor(measures, FLOORS, fingerprint(QUESTIONS)) == []
