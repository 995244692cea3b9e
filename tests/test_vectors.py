"""The index is derived: it finds what brute force finds, and mends itself whatever happened to its folder."""

from __future__ import annotations

import json
import os
import random
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from assistant.casebook import Casebook, Filed, PassageChange
from assistant.domain import CaseReference
from assistant.errors import VectorIndexError
from assistant.text import content_hash
from assistant.vectors import ChromaIndex, ExactIndex, VectorIndex, chroma, open_index, rank_exactly
from tests.builders import decision, passage, reference

SIZE = 48

OpenIndex = Callable[[], ChromaIndex]


def clustered(count: int, *, clusters: int = 12, seed: int = 3) -> NDArray[np.float32]:
    """Unit vectors close together in a few groups, as uniform texts about few subjects are."""
    chance = np.random.default_rng(seed)
    centres = chance.normal(size=(clusters, SIZE))
    rows = centres[chance.integers(clusters, size=count)] + 0.25 * chance.normal(size=(count, SIZE))
    return np.asarray(rows / np.linalg.norm(rows, axis=1, keepdims=True), dtype=np.float32)


def add(casebook: Casebook, number: int, vectors: NDArray[np.float32]) -> list[str]:
    """File one decision with a passage for each vector; the ids."""
    own = reference(number)
    made = [passage(f"passage {number} {n}", own) for n in range(len(vectors))]
    by_hash = {content_hash(one.encoded_text): row for one, row in zip(made, vectors, strict=True)}
    casebook.file([Filed(decision(number), tuple(made))], by_hash)
    return [one.id for one in made]


def exactly(casebook: Casebook, vector: NDArray[np.float32], count: int) -> list[tuple[str, float]]:
    return rank_exactly(*casebook.passage_vectors(), vector, count)


def assert_same_hits(index: VectorIndex, casebook: Casebook, vector: NDArray[np.float32], count: int = 10) -> None:
    """The hits are those of brute force; two that differ by less than the rounding of vectors may change places."""
    found, expected = index.nearest(vector, count), exactly(casebook, vector, count)
    scores = dict(exactly(casebook, vector, 10**6))
    assert len({name for name, _ in found}) == len(found) == len(expected)
    assert np.allclose([scores[name] for name, _ in found], [score for _, score in expected], atol=1e-3)
    assert np.allclose([scores[name] for name, _ in found], [score for _, score in found], atol=1e-3)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "index"


@pytest.fixture
def open_own(folder: Path, casebook: Casebook) -> Iterator[OpenIndex]:
    """Open the index as its owner; what a test leaves open is closed after it."""
    opened: list[VectorIndex] = []

    def open_it() -> ChromaIndex:
        index = open_index(folder, casebook)
        opened.append(index)
        assert isinstance(index, ChromaIndex)
        return index

    yield open_it
    for index in opened:
        index.close()


# --------------------------------------------------------------------------- brute force


def test_ranking_is_by_cosine_and_then_by_name() -> None:
    vector = np.array([1, 0], dtype=np.float32)
    matrix = np.array([[0, 1], [1, 0], [1, 0], [-1, 0]], dtype=np.float32)
    assert rank_exactly(["d", "c", "b", "a"], matrix, vector, 3) == [("b", 1.0), ("c", 1.0), ("d", 0.0)]


def test_ranking_nothing_or_none_asked_for_gives_no_hits() -> None:
    vector = np.ones(2, dtype=np.float32)
    assert rank_exactly([], np.zeros((0, 0), dtype=np.float32), vector, 3) == []
    assert rank_exactly(["a"], np.ones((1, 2), dtype=np.float32), vector, 0) == []


# --------------------------------------------------------------------------- the same hits


def test_the_index_finds_what_brute_force_finds(casebook: Casebook, open_own: OpenIndex) -> None:
    vectors = clustered(1500)
    for number in range(15):
        add(casebook, number + 1, vectors[number * 100 : number * 100 + 100])
    index = open_own()
    assert index.count() == 1500
    for vector in clustered(25, seed=9):
        assert_same_hits(index, casebook, vector, 40)


def test_an_empty_index_and_no_count_give_no_hits(casebook: Casebook, open_own: OpenIndex) -> None:
    index = open_own()
    assert index.nearest(clustered(1)[0], 5) == []
    add(casebook, 1, clustered(3))
    index.refresh()
    assert index.nearest(clustered(1)[0], 0) == []
    assert len(index.nearest(clustered(1)[0], 50)) == 3


def test_passages_that_share_a_text_are_all_found(casebook: Casebook, open_own: OpenIndex) -> None:
    one, two = passage("same words", reference(1), id="a"), passage("same words", reference(2), id="b")
    row = clustered(1)[0]
    casebook.file([Filed(decision(1), (one,)), Filed(decision(2), (two,))], {content_hash("same words"): row})
    assert [name for name, _ in open_own().nearest(row, 5)] == ["a", "b"]


# --------------------------------------------------------------------------- up to date


def test_what_was_added_is_found_after_a_refresh(casebook: Casebook, open_own: OpenIndex) -> None:
    vectors = clustered(40)
    add(casebook, 1, vectors[:20])
    index = open_own()
    added = add(casebook, 2, vectors[20:])
    index.refresh()
    assert index.nearest(vectors[30], 1)[0][0] == added[10]
    assert_same_hits(index, casebook, vectors[30])


def test_what_was_removed_is_never_found_again(casebook: Casebook, open_own: OpenIndex) -> None:
    vectors = clustered(60)
    for number in range(3):
        add(casebook, number + 1, vectors[number * 20 : number * 20 + 20])
    index = open_own()
    casebook.remove(reference(2))
    index.refresh()
    for vector in vectors:
        assert not any("21-000-002" in name for name, _ in index.nearest(vector, 60))
    assert index.count() == 40
    assert index.find_problems() == []


def test_a_replaced_passage_is_found_where_it_is_now(casebook: Casebook, open_own: OpenIndex) -> None:
    vectors = clustered(2)
    kept = passage("passage", reference(1), id="kept")
    casebook.file([Filed(decision(1), (kept,))], {content_hash("passage"): vectors[0]})
    index = open_own()
    moved = passage("passage, rewritten", reference(1), id="kept")
    casebook.file([Filed(decision(1), (moved,))], {content_hash("passage, rewritten"): vectors[1]})
    index.refresh()
    ((name, score),) = index.nearest(vectors[1], 1)
    assert (name, round(score, 2)) == ("kept", 1.0)


def test_any_order_of_adding_and_removing_leaves_the_index_like_the_casebook(
    casebook: Casebook, open_own: OpenIndex
) -> None:
    chance, vectors = random.Random(5), clustered(400)  # noqa: S311 -- a fixed seed, no secret
    index = open_own()
    held: set[CaseReference] = set()
    for step in range(40):
        number = chance.randrange(1, 12)
        if reference(number) in held and chance.random() < 0.5:
            casebook.remove(reference(number))
            held.discard(reference(number))
        else:
            start = chance.randrange(390)
            add(casebook, number, vectors[start : start + chance.randrange(1, 10)])
            held.add(reference(number))
        if chance.random() < 0.4:
            index.refresh()
            assert_same_hits(index, casebook, vectors[step], 8)
    index.refresh()
    assert index.find_problems() == []


def test_a_refresh_without_a_change_touches_nothing(
    casebook: Casebook, open_own: OpenIndex, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    add(casebook, 1, clustered(3))
    index = open_own()
    reads: list[int] = []
    read_log = casebook.changes_since

    def read_and_note(sequence: int) -> tuple[PassageChange, ...]:
        reads.append(sequence)
        return read_log(sequence)

    monkeypatch.setattr(casebook, "changes_since", read_and_note)
    index.refresh()
    assert reads == []
    add(casebook, 2, clustered(1))
    index.refresh()
    assert len(reads) == 1


def test_a_rebuild_reports_its_progress_and_changes_no_answer(casebook: Casebook, open_own: OpenIndex) -> None:
    vectors = clustered(30)
    add(casebook, 1, vectors)
    index = open_own()
    seen: list[tuple[int, int]] = []
    index.rebuild(lambda done, total: seen.append((done, total)))
    assert seen == [(30, 30)]
    assert_same_hits(index, casebook, vectors[3])


# --------------------------------------------------------------------------- a folder that was harmed


@pytest.fixture
def closed(casebook: Casebook, folder: Path) -> Casebook:
    """A casebook of twenty passages whose index was built and closed."""
    add(casebook, 1, clustered(20))
    open_index(folder, casebook).close()
    return casebook


def state(folder: Path) -> dict[str, object]:
    content: dict[str, object] = json.loads((folder / "state.json").read_text())
    return content


def test_an_index_that_was_closed_is_opened_without_being_rebuilt(
    closed: Casebook, open_own: OpenIndex, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ChromaIndex, "rebuild", lambda *_: pytest.fail("it was rebuilt"))
    assert_same_hits(open_own(), closed, clustered(20)[7])


def test_of_many_first_searches_at_once_only_one_opens_the_folder(
    closed: Casebook, open_own: OpenIndex, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened, open_really = [], chroma._open_collection

    def open_slowly(folder: Path) -> object:
        opened.append(folder)
        time.sleep(0.1)
        return open_really(folder)

    monkeypatch.setattr(chroma, "_open_collection", open_slowly)
    index, vector = open_own(), clustered(20)[7]
    with ThreadPoolExecutor(max_workers=8) as pool:
        found = list(pool.map(index.nearest, [vector] * 8, [5] * 8))
    assert len(opened) == 1
    assert all(hits == found[0] for hits in found)


def test_a_deleted_folder_is_rebuilt(closed: Casebook, open_own: OpenIndex, folder: Path) -> None:
    shutil.rmtree(folder)
    assert_same_hits(open_own(), closed, clustered(20)[7])


@pytest.mark.parametrize(
    "content", ["", "{", "[]", "null", '{"casebook": 5}', '{"casebook": "another", "applied": 3}', "\x00\xff"]
)
def test_a_damaged_or_foreign_state_file_means_a_rebuild(
    closed: Casebook, open_own: OpenIndex, folder: Path, content: str
) -> None:
    (folder / "state.json").write_text(content, encoding="latin-1")
    assert_same_hits(open_own(), closed, clustered(20)[7])
    assert state(folder).items() >= {"casebook": closed.id, "applied": closed.last_change()}.items()


@pytest.mark.parametrize("applied", [None, "five", -1, 10**6])
def test_a_state_file_of_ours_with_a_place_that_cannot_be_means_no_harm(
    closed: Casebook, open_own: OpenIndex, folder: Path, applied: object
) -> None:
    (folder / "state.json").write_text(json.dumps({"casebook": closed.id, "applied": applied}))
    index = open_own()
    added = add(closed, 2, clustered(5, seed=8))
    index.refresh()
    assert index.nearest(clustered(5, seed=8)[2], 1)[0][0] == added[2]
    assert index.find_problems() == []


def test_the_index_of_another_casebook_is_rebuilt(closed: Casebook, open_own: OpenIndex, folder: Path) -> None:
    other = Casebook.open(closed.path.parent / "other.sqlite")
    add(other, 7, clustered(4, seed=4))
    index = open_index(folder, other)
    assert {name for name, _ in index.nearest(clustered(1)[0], 50)} == set(other.passage_vectors()[0])
    index.close()
    other.close()
    assert_same_hits(open_own(), closed, clustered(20)[7])


def test_a_kill_between_the_index_and_its_state_is_made_good_by_the_next_refresh(
    closed: Casebook, open_own: OpenIndex, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    index = open_own()
    before = state(folder)
    added = add(closed, 2, clustered(5, seed=8))
    closed.remove(reference(1))

    def killed(self: ChromaIndex, applied: int) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(ChromaIndex, "_write_state", killed)
        with pytest.raises(KeyboardInterrupt):
            index.refresh()
    index.close()
    assert state(folder) == before
    again = open_own()
    assert {name for name, _ in again.nearest(clustered(1)[0], 50)} == set(added)
    assert again.find_problems() == []
    assert state(folder)["applied"] == closed.last_change()


def test_a_kill_in_the_middle_of_a_rebuild_is_made_good(
    closed: Casebook, open_own: OpenIndex, monkeypatch: pytest.MonkeyPatch
) -> None:
    index = open_own()

    def killed(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(ChromaIndex, "_write_state", killed)
        with pytest.raises(KeyboardInterrupt):
            index.rebuild()
    index.close()
    assert_same_hits(open_own(), closed, clustered(20)[7])


def test_a_folder_whose_database_is_rubbish_ends_in_a_message(
    closed: Casebook, folder: Path, open_own: OpenIndex
) -> None:
    (folder / "chroma.sqlite3").write_bytes(b"rubbish " * 4000)
    add(closed, 2, clustered(5, seed=8))
    try:
        assert_same_hits(open_own(), closed, clustered(20)[7])
    except VectorIndexError as error:
        assert str(folder) in str(error) and "rebuil" in str(error)


def test_new_vectors_under_old_texts_are_taken_over(closed: Casebook, open_own: OpenIndex) -> None:
    fresh = clustered(20, seed=77)
    closed.replace_vectors("another/1", dict(zip(closed.encoded_texts(), fresh, strict=True)))
    assert_same_hits(open_own(), closed, fresh[4])


# --------------------------------------------------------------------------- one owner


def test_a_second_opening_searches_exactly_with_the_same_hits(
    closed: Casebook, open_own: OpenIndex, folder: Path
) -> None:
    owner = open_own()
    second = open_index(folder, closed)
    assert isinstance(second, ExactIndex)
    for vector in clustered(5, seed=9):
        assert [name for name, _ in second.nearest(vector, 10)] == [name for name, _ in owner.nearest(vector, 10)]
    added = add(closed, 2, clustered(5, seed=8))
    second.refresh()
    assert second.nearest(clustered(5, seed=8)[1], 1)[0][0] == added[1]
    closed.remove(reference(2))
    second.refresh()
    assert_same_hits(second, closed, clustered(5, seed=8)[1])
    second.close()


def test_the_exact_search_follows_new_vectors_under_old_texts(
    closed: Casebook, open_own: OpenIndex, folder: Path
) -> None:
    open_own()
    second = open_index(folder, closed)
    fresh = clustered(20, seed=77)
    closed.replace_vectors("another/1", dict(zip(closed.encoded_texts(), fresh, strict=True)))
    second.refresh()
    assert_same_hits(second, closed, fresh[4])
    second.close()


def test_a_process_that_closes_lets_another_own_the_index(closed: Casebook, open_own: OpenIndex, folder: Path) -> None:
    open_own().close()
    assert isinstance(open_own(), ChromaIndex)


_OTHER_PROCESS = """
import json, sys
from pathlib import Path
import numpy as np
from assistant.casebook import Casebook
from assistant.vectors import open_index
book = Casebook.open(Path(sys.argv[1]))
index = open_index(Path(sys.argv[2]), book)
vector = np.array(json.loads(sys.argv[3]), dtype=np.float32)
print(json.dumps([type(index).__name__, index.nearest(vector, 8)]))
"""


def test_another_process_beside_the_owner_gets_the_same_hits(
    closed: Casebook, open_own: OpenIndex, folder: Path
) -> None:
    owner = open_own()
    vector = clustered(1, seed=9)[0]
    found = subprocess.run(
        [sys.executable, "-c", _OTHER_PROCESS, str(closed.path), str(folder), json.dumps(vector.tolist())],
        cwd=Path(__file__).parents[1],
        env=os.environ | {"PYTHONPATH": "."},
        capture_output=True,
        text=True,
        check=True,
    )
    kind, hits = json.loads(found.stdout)
    assert kind == "ExactIndex"
    assert [name for name, _ in hits] == [name for name, _ in owner.nearest(vector, 8)]
