"""The starter casebook: complete, shipped with vectors that agree with the encoder, built once and whole."""

from __future__ import annotations

import random
import shutil
from pathlib import Path

import numpy as np
import pytest

from assistant import starter
from assistant.answering import Assistant
from assistant.casebook import Casebook
from assistant.domain import Decision
from assistant.errors import CasebookError
from assistant.passages import split_into_passages
from assistant.settings import Settings
from assistant.starter import STARTER_FILES, ensure_casebook, read_starter, read_vectors
from assistant.text import content_hash, find_money
from tests.builders import WordCountEncoder, decision, file_in


@pytest.fixture(scope="module")
def decisions() -> tuple[Decision, ...]:
    return read_starter()


@pytest.fixture(scope="module")
def texts(decisions: tuple[Decision, ...]) -> dict[str, str]:
    passages = [passage for one in decisions for passage in split_into_passages(one)]
    return {content_hash(passage.encoded_text): passage.encoded_text for passage in passages}


def test_the_starter_holds_1403_decisions_none_of_them_as_full_text(decisions: tuple[Decision, ...]) -> None:
    assert len(decisions) == len({one.reference for one in decisions}) == 1403
    assert not any(one.is_full_text for one in decisions)
    assert all(one.paragraphs and split_into_passages(one) for one in decisions)


def test_every_sum_of_the_starter_is_a_positive_number_of_pence(decisions: tuple[Decision, ...]) -> None:
    sums = [row.amount_pence for one in decisions for row in one.remedies if row.amount_pence is not None]
    assert len(sums) > 200 and min(sums) > 0
    assert all(row.is_money for one in decisions for row in one.remedies if row.amount_pence is not None)


def test_the_shipped_vectors_cover_every_text_and_nothing_else(texts: dict[str, str]) -> None:
    vectors = read_vectors()
    assert vectors.keys() == texts.keys()
    assert {vector.shape for vector in vectors.values()} == {(384,)}


def test_the_shipped_vectors_agree_with_the_encoder(texts: dict[str, str], assistant: Assistant) -> None:
    vectors = read_vectors()
    sample = random.Random(60).sample(sorted(texts), 60)  # noqa: S311 -- a fixed seed, no secret
    fresh = assistant.encoder.encode_passages([texts[key] for key in sample])
    shipped = np.stack([vectors[key] / np.linalg.norm(vectors[key]) for key in sample])
    assert float((fresh * shipped).sum(axis=1).min()) > 0.999


def test_the_starter_casebook_is_sound_and_whole(assistant: Assistant, decisions: tuple[Decision, ...]) -> None:
    assert assistant.casebook.verify() == []
    assert assistant.facts().decisions == 1403
    held = assistant.casebook.decisions([one.reference for one in decisions])
    assert tuple(held.values()) == decisions


def test_most_sums_in_the_starter_are_said_in_their_digest(decisions: tuple[Decision, ...]) -> None:
    rows = [
        (row.amount_pence, {money.pence for paragraph in one.paragraphs for money in find_money(paragraph.text)})
        for one in decisions
        for row in one.remedies
        if row.amount_pence is not None
    ]
    assert sum(1 for pence, said in rows if pence in said) / len(rows) > 0.8


# --------------------------------------------------------------------------- building it


@pytest.fixture
def small(monkeypatch: pytest.MonkeyPatch) -> tuple[Decision, ...]:
    """A starter of three decisions of our own, so that building takes no time."""
    held = tuple(decision(number, f"Digest number {number}.") for number in (1, 2, 3))
    monkeypatch.setattr(starter, "read_starter", lambda: held)
    return held


def held_in(home: Path) -> int:
    book = Casebook.open(home / "casebook.sqlite")
    found = book.facts().decisions if book.verify() == [] else -1
    book.close()
    return found


def test_the_starter_is_built_once(tmp_path: Path, small: tuple[Decision, ...]) -> None:
    settings = Settings(home=tmp_path / "new" / "home")
    seen: list[tuple[int, int]] = []
    assert ensure_casebook(settings, WordCountEncoder(), on_progress=lambda done, all_: seen.append((done, all_)))
    assert seen[-1] == (3, 3)
    before = settings.casebook_path.read_bytes()
    assert not ensure_casebook(settings, WordCountEncoder(fails_after=0))
    assert settings.casebook_path.read_bytes() == before
    assert held_in(settings.home) == 3


def test_a_casebook_that_is_there_is_left_alone(tmp_path: Path) -> None:
    Casebook.open(tmp_path / "casebook.sqlite").close()
    assert not ensure_casebook(Settings(home=tmp_path), WordCountEncoder(fails_after=0))
    assert held_in(tmp_path) == 0


def test_a_build_that_was_cut_short_leaves_no_casebook_and_the_next_one_completes(
    tmp_path: Path, small: tuple[Decision, ...]
) -> None:
    settings = Settings(home=tmp_path)
    with pytest.raises(RuntimeError, match="interrupted"):
        ensure_casebook(settings, WordCountEncoder(fails_after=0))
    assert not settings.casebook_path.exists()
    assert ensure_casebook(settings, WordCountEncoder())
    assert held_in(tmp_path) == 3
    assert not list(tmp_path.glob("starter.building*"))


def test_rubbish_left_by_a_killed_build_is_cleared(tmp_path: Path, small: tuple[Decision, ...]) -> None:
    for ending in ("", "-wal", "-shm", "-journal"):
        (tmp_path / f"starter.building.sqlite{ending}").write_bytes(b"half a page")
    assert ensure_casebook(Settings(home=tmp_path), WordCountEncoder())
    assert held_in(tmp_path) == 3


def test_changes_left_by_a_casebook_that_was_deleted_do_not_reach_the_new_one(
    tmp_path: Path, small: tuple[Decision, ...]
) -> None:
    # A process that is killed leaves its write-ahead log; the user then deletes the casebook to begin anew.
    old = Casebook.open(tmp_path / "old.sqlite")
    file_in(old, *[decision(number, f"Another text {number}. " * 50) for number in range(100, 160)])
    for ending in ("-wal", "-shm"):
        shutil.copy(tmp_path / f"old.sqlite{ending}", tmp_path / f"casebook.sqlite{ending}")
    old.close()
    assert ensure_casebook(Settings(home=tmp_path), WordCountEncoder())
    assert held_in(tmp_path) == 3


def test_a_home_that_cannot_be_made_is_a_casebook_error(tmp_path: Path, small: tuple[Decision, ...]) -> None:
    (tmp_path / "file").write_text("a file")
    with pytest.raises(CasebookError, match="file"):
        ensure_casebook(Settings(home=tmp_path / "file" / "home"), WordCountEncoder())


def test_shipped_vectors_are_used_for_the_bundled_encoder_only(
    tmp_path: Path, small: tuple[Decision, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(starter, "read_vectors", lambda: pytest.fail("another encoder's vectors were taken"))
    encoder = WordCountEncoder()
    assert ensure_casebook(Settings(home=tmp_path), encoder)
    assert encoder.texts


def test_without_shipped_vectors_there_are_none_to_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(starter, "_VECTORS", tmp_path / "vectors.npz")
    assert read_vectors() == {}


def test_vectors_are_written_in_the_form_in_which_they_are_read(
    tmp_path: Path, small: tuple[Decision, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(starter, "_VECTORS", tmp_path / "vectors.npz")
    number = starter.write_vectors(WordCountEncoder())
    written = read_vectors()
    assert len(written) == number == 4  # three digests and the one issue they share
    for key, text in {
        content_hash(p.encoded_text): p.encoded_text for one in small for p in split_into_passages(one)
    }.items():
        assert float(written[key] @ WordCountEncoder().encode_passages([text])[0]) > 0.999


def test_the_starter_files_are_shipped_beside_the_code() -> None:
    assert [file.name for file in STARTER_FILES] == ["decisions.jsonl", "more.jsonl"]
    assert all(file.stat().st_size > 100_000 for file in STARTER_FILES)
