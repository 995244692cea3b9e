"""The wordings and the map learned from them: their form, what the map does to unseen grievances, how it is kept."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import numpy as np
import pytest

from assistant.answering import Assistant
from assistant.encoders import BUNDLED_IDENTITY, SentenceEncoder
from assistant.encoders.wordings import put_in_decisions_words, read_map
from assistant.starter import read_starter
from tests.evaluation.asking import fingerprint, read_questions
from tests.evaluation.mapping import (
    KINDS,
    PLACE,
    WORDINGS,
    Pairs,
    Wording,
    encode_pairs,
    find_left_out,
    learn_map,
    read_wordings,
    write_map,
)


@pytest.fixture(scope="module")
def wordings() -> tuple[Wording, ...]:
    return read_wordings()


@pytest.fixture(scope="module")
def some(assistant: Assistant, wordings: tuple[Wording, ...]) -> Pairs:
    """A fifth of them: enough to see that the map carries over, and soon encoded."""
    return encode_pairs(wordings[::5], assistant.encoder)


def test_every_issue_of_the_starter_casebook_is_told_in_five_ways(wordings: tuple[Wording, ...]) -> None:
    issues = {finding.issue.casefold() for one in read_starter() for finding in one.findings}
    assert {one.issue.casefold() for one in wordings} == issues
    assert all(len(one.said) == len(KINDS) and all(one.said) for one in wordings)
    repeated = [text for text, times in Counter(text for one in wordings for text in one.said).items() if times > 2]
    assert repeated == []


def test_no_wording_is_a_question_of_the_evaluation(wordings: tuple[Wording, ...]) -> None:
    asked = {
        question.question.strip().casefold()
        for path in WORDINGS.parent.glob("*.jsonl")
        if path != WORDINGS
        for question in read_questions(path)
    }
    assert len(asked) > 400
    assert not asked & {text.casefold() for one in wordings for text in one.said}


def test_the_map_in_use_was_learned_from_these_wordings() -> None:
    with np.load(PLACE) as kept:
        assert str(kept["wordings"]) == fingerprint(WORDINGS), "Run `python -m tests.evaluation.mapping`."
        assert str(kept["encoder"]) == BUNDLED_IDENTITY


def test_grievances_that_were_left_out_are_found_better_with_the_map(some: Pairs) -> None:
    found = find_left_out(some)
    assert set(found) == set(KINDS)
    before, after = (np.mean([values[when] for values in found.values()], axis=0) for when in (0, 1))
    assert (after > before + 0.02).all()


def test_the_same_pairs_give_one_map_and_it_is_read_back_as_it_was_written(
    some: Pairs, assistant: Assistant, tmp_path: Path
) -> None:
    few = some.of(np.arange(len(some.issues)) < 60)
    mapped = learn_map(few)
    assert np.array_equal(mapped, learn_map(few))
    write_map(mapped, assistant.encoder, tmp_path / "map.npz")
    with np.load(tmp_path / "map.npz") as kept:
        assert np.abs(kept["map"].astype(np.float32) - mapped).max() < 1e-3


def test_a_question_is_moved_and_a_passage_is_not(assistant: Assistant) -> None:
    lay, issue, other = "no lessons since he stopped going in", "alternative provision not arranged", "missed bins"
    as_passages = assistant.encoder.encode_passages([lay, issue, other])
    asked = assistant.encoder.encode_questions([lay])[0]
    plain = float(as_passages[0] @ as_passages[1] - as_passages[0] @ as_passages[2])
    assert float(asked @ as_passages[1] - asked @ as_passages[2]) > plain + 0.05


def test_a_question_has_one_vector_whatever_is_asked_beside_it(assistant: Assistant) -> None:
    texts = ["late plan", "bins", "a long story about a school, a bus and a social worker who never rang back"]
    mapped = read_map(BUNDLED_IDENTITY)
    assert mapped is not None
    vectors = assistant.encoder.encode_passages(texts)
    together = put_in_decisions_words(vectors, mapped)
    assert np.allclose(np.linalg.norm(together, axis=1), 1.0, atol=1e-6)
    for vector, row in zip(vectors, together, strict=True):
        assert np.array_equal(put_in_decisions_words(vector[None], mapped)[0], row)


def test_other_weights_have_no_map_and_no_questions_give_no_rows(assistant: Assistant) -> None:
    assert read_map("another/0123456789ab") is None
    assert len(assistant.encoder.encode_questions([])) == 0
    plain = SentenceEncoder("another/0123456789ab", assistant.encoder._engine)
    assert np.array_equal(plain.encode_questions(["late plan"]), plain.encode_passages(["late plan"]))
