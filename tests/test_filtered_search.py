"""A search with any limits finds what brute force finds, whichever way it went."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from assistant.casebook import Casebook
from assistant.passage_table import segment
from assistant.question import understand
from assistant.retrieval.searching import search_pool
from assistant.retrieval.weighing import weigh_pool
from assistant.vectors import ExactIndex
from benchmarks.record import RecordEncoder, fill_casebook
from tests.brute_force import BruteForce, as_pairs, differences, random_filters, random_question

PASSAGES, FILTERS = 1_500, 20


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Casebook]:
    path = tmp_path_factory.mktemp("record") / "casebook.sqlite"
    fill_casebook(path, PASSAGES)
    casebook = Casebook.open(path)
    yield casebook
    casebook.close()


@pytest.mark.parametrize(
    ("exact_up_to", "questions"), [pytest.param(0, 25, id="500 with 8 bits"), pytest.param(10**6, 5, id="100 with 32")]
)
def test_filtered_searches_find_what_brute_force_finds(
    record: Casebook, monkeypatch: pytest.MonkeyPatch, exact_up_to: int, questions: int
) -> None:
    monkeypatch.setattr(segment, "EXACT_UP_TO", exact_up_to)
    monkeypatch.setattr(segment, "CHUNK", 500)
    encoder, index, facts = RecordEncoder(), ExactIndex(record), record.facts()
    slow = BruteForce(record, encoder)
    chance = random.Random(500)  # noqa: S311
    wrong: list[str] = []
    found_some = 0
    for _ in range(questions):
        query = understand(random_question(chance), (), facts)
        for _ in range(FILTERS):
            limited = replace(query, filters=random_filters(chance, facts))
            passing = record.source.passing(limited.filters)
            best = weigh_pool(search_pool(limited, index, encoder, passing))
            found = as_pairs([(one.reference, one.score) for one in best.listed])
            wrong += differences(found, slow.first_order(limited))
            found_some += bool(found)
    assert wrong == []
    assert found_some > questions * FILTERS / 2


def test_files_of_the_table_give_the_same_as_memory_and_whatever_is_wrong_with_them_is_mended(
    record: Casebook, tmp_path: Path
) -> None:
    in_memory = ExactIndex(record)
    vector = RecordEncoder().encode_questions(["housing register"])[0]
    expected = in_memory.nearest(vector, 20)
    folder = tmp_path / "table"
    made = ExactIndex(record, folder)
    made.table.refresh(may_write=True)
    (place,) = (one for one in folder.iterdir() if one.is_dir())
    assert ExactIndex(record, folder).nearest(vector, 20) == expected
    whole = (place / "vectors.npy").read_bytes()
    for damage in (whole[:1000], b"", whole[:-768]):
        (place / "vectors.npy").write_bytes(damage)
        assert ExactIndex(record, folder).nearest(vector, 20) == expected
    (folder / "state.json").write_text("{", encoding="utf-8")
    assert ExactIndex(record, folder).nearest(vector, 20) == expected


def test_what_is_filed_and_removed_meanwhile_is_found_and_not_found_at_once(tmp_path: Path) -> None:
    path = tmp_path / "casebook.sqlite"
    fill_casebook(path, 400)
    casebook = Casebook.open(path)
    index = ExactIndex(casebook)
    index.refresh()
    gone = casebook.references()[3]
    held = casebook.source.count()
    casebook.remove(gone)
    fill_casebook(path, 900)  # files all again, and more: each decision has a new number
    fresh = ExactIndex(casebook)
    vector = RecordEncoder().encode_questions(["bidding account and banding"])[0]
    assert casebook.source.count() > held
    assert [name for name, _ in index.nearest(vector, 30)] == [name for name, _ in fresh.nearest(vector, 30)]
    view, other = index.table.view(), fresh.table.view()
    terms = {"banding": 1.0, "letter": 0.5, "don't": 1.0}
    for scores, expected in zip(view.keyword_scores(terms), other.keyword_scores(terms), strict=True):
        assert sorted(scores[scores > 0].tolist()) == pytest.approx(sorted(expected[expected > 0].tolist()), rel=1e-4)
    casebook.remove(gone)
    assert not any(name.startswith(gone.slug) for name, _ in index.nearest(vector, 10**4))
    casebook.close()
