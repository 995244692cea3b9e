"""What is filed again or taken out goes with all its parts, in whole steps or not at all, whoever reads meanwhile."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from assistant.casebook import Casebook
from assistant.errors import CasebookBusy, CasebookError
from assistant.text import content_hash
from tests.builders import MISSED_BINS, decision, file_in, filed, finding, full_text, passage, reference, remedy
from tests.casebook_file import rows

# --------------------------------------------------------------------------- replacing and removing


def test_a_decision_filed_again_is_replaced_with_all_its_parts(casebook: Casebook) -> None:
    file_in(casebook, decision(1), decision(2, "Bins were missed.", findings=(finding(MISSED_BINS),), remedies=()))
    file_in(casebook, full_text(1))
    assert casebook.decisions([reference(1)])[reference(1)] == full_text(1)
    assert rows(casebook, "remedies") == 2
    assert {
        p.paragraph for p in casebook.passages(casebook.passage_vectors(frozenset({reference(1)}))[0]).values()
    } <= {paragraph.id for paragraph in full_text(1).paragraphs}
    assert casebook.verify() == []


def test_removing_a_decision_takes_everything_derived_from_it(casebook: Casebook) -> None:
    own = decision(1, "A very particular aardvark.", findings=(finding("aardvark matter"),), remedies=())
    file_in(casebook, decision(2))
    before = {
        table: rows(casebook, table) for table in ("passages", "vectors", "passage_words", "paragraphs", "findings")
    }
    file_in(casebook, own)
    gone = set(casebook.passage_vectors(frozenset({reference(1)}))[0])
    at = casebook.last_change()
    assert casebook.remove(reference(1))
    assert {table: rows(casebook, table) for table in before} == before
    assert casebook.keyword_search({"aardvark": 1.0}, limit=5) == []
    assert {c.passage for c in casebook.changes_since(at)} == gone
    assert all(c.is_removed for c in casebook.changes_since(at))
    assert casebook.references() == (reference(2),)
    assert casebook.verify() == []


def test_removing_what_is_not_held_changes_nothing(casebook: Casebook) -> None:
    file_in(casebook, decision(1))
    before = casebook.fingerprint()
    assert not casebook.remove(reference(2))
    assert not casebook.remove(reference(1, letter="a"))
    assert casebook.fingerprint() == before


def test_a_text_shared_by_two_decisions_keeps_its_vector_until_both_are_gone(casebook: Casebook) -> None:
    bins = {"category": None, "subcategory": None, "body": None, "findings": (finding(MISSED_BINS),), "remedies": ()}
    file_in(casebook, decision(1, "One.", **bins), decision(2, "Two.", **bins))
    casebook.remove(reference(1))
    assert casebook.known_vectors([content_hash(MISSED_BINS)])
    casebook.remove(reference(2))
    assert rows(casebook, "vectors") == 0


def test_the_log_of_changes_grows_and_is_read_from_any_place(casebook: Casebook) -> None:
    file_in(casebook, decision(1))
    at = casebook.last_change()
    file_in(casebook, decision(2))
    later = casebook.changes_since(at)
    assert later and all(change.sequence > at and not change.is_removed for change in later)
    assert casebook.changes_since(casebook.last_change()) == ()
    assert [c.sequence for c in casebook.changes_since(0)] == sorted(c.sequence for c in casebook.changes_since(0))


# --------------------------------------------------------------------------- whole or not at all


def with_little_room(casebook: Casebook) -> None:
    connection = casebook._connections.get()
    pages = connection.execute("PRAGMA page_count").fetchone()[0]
    connection.execute(f"PRAGMA max_page_count = {pages + 4}")


def test_a_full_disk_leaves_nothing_half_stored(casebook: Casebook) -> None:
    file_in(casebook, decision(1))
    before = casebook.fingerprint()
    with_little_room(casebook)
    many = [decision(n, f"Text {n}. " * 200) for n in range(2, 40)]
    with pytest.raises(CasebookError, match="disk is full, nothing of this step was stored"):
        file_in(casebook, *many)
    assert casebook.fingerprint() == before
    assert casebook.verify() == []
    casebook._connections.get().execute("PRAGMA max_page_count = 1000000")
    assert file_in(casebook, *many).added == 38


def test_a_step_that_fails_half_way_leaves_nothing(casebook: Casebook) -> None:
    file_in(casebook, decision(1))
    before = casebook.fingerprint()
    one, vectors = filed(decision(2), passage("a", reference(2), id="same"))
    two, more = filed(decision(3), passage("b", reference(3), id="same"))
    with pytest.raises(CasebookError):
        casebook.file([one, two], vectors | more)
    assert casebook.fingerprint() == before
    assert casebook.verify() == []


def test_a_second_writer_is_told_to_wait(casebook: Casebook, monkeypatch: pytest.MonkeyPatch) -> None:
    casebook._connections.get().execute("PRAGMA busy_timeout = 20")
    other = sqlite3.connect(casebook.path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    try:
        with pytest.raises(CasebookBusy, match="another process is writing"):
            casebook.record_set_aside("x", "y")
    finally:
        other.execute("ROLLBACK")
        other.close()
    casebook.record_set_aside("x", "y")


def test_readers_see_whole_decisions_while_a_writer_files(casebook: Casebook) -> None:
    variants = [decision(1, f"Version {n}.", remedies=(remedy(pounds=n),)) for n in range(1, 40)]
    file_in(casebook, variants[0])
    stop = threading.Event()
    wrong: list[object] = []

    def read() -> None:
        while not stop.is_set():
            try:
                held = casebook.decisions([reference(1)])[reference(1)]
                if held not in variants or casebook.damaged([held]) not in ((), (reference(1),)):
                    wrong.append(held)
                casebook.keyword_search({"version": 1.0}, limit=5)
            except Exception as error:  # a reader may not fail, whatever the reason
                wrong.append(error)

    readers = [threading.Thread(target=read) for _ in range(3)]
    for reader in readers:
        reader.start()
    for variant in variants[1:]:
        file_in(casebook, variant)
    stop.set()
    for reader in readers:
        reader.join()
    assert wrong[:3] == []
    assert casebook.decisions([reference(1)])[reference(1)] == variants[-1]


def test_two_openings_of_one_new_casebook_agree(tmp_path: Path) -> None:
    path = tmp_path / "casebook.sqlite"
    ids: list[str] = []
    wrong: list[Exception] = []

    def open_it() -> None:
        try:
            book = Casebook.open(path)
            ids.append(book.id)
            book.close()
        except Exception as error:  # any failure is wrong here
            wrong.append(error)

    threads = [threading.Thread(target=open_it) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert wrong == []
    assert len(set(ids)) == 1 and ids[0]


# --------------------------------------------------------------------------- threads


def test_threads_that_come_one_after_another_open_no_further_connections(casebook: Casebook) -> None:
    casebook.facts()
    before = len(list(Path("/proc/self/fd").iterdir())) if Path("/proc/self/fd").exists() else 0
    for _ in range(30):
        thread = threading.Thread(target=casebook.facts)
        thread.start()
        thread.join()
    assert len(casebook._connections._all) == 2, "one for this thread, and one for all the others"
    if before:
        assert len(list(Path("/proc/self/fd").iterdir())) < before + 10


def test_threads_at_the_same_time_have_each_a_connection_of_its_own(casebook: Casebook) -> None:
    together = threading.Barrier(3, timeout=10)
    found = []

    def look() -> None:
        with casebook._connections.reading() as connection:
            together.wait()
            found.append(connection)
            together.wait()

    threads = [threading.Thread(target=look) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len({id(connection) for connection in found}) == 3


def test_a_moment_that_its_thread_left_open_is_not_read_by_the_next_thread(casebook: Casebook) -> None:
    left_open = []

    def leave() -> None:
        reading = casebook._connections.reading()
        reading.__enter__().execute("SELECT COUNT(*) FROM decisions").fetchone()
        left_open.append(reading)

    def run(target: Callable[[], object]) -> None:
        thread = threading.Thread(target=target)
        thread.start()
        thread.join()

    counted: list[int] = []
    run(leave)
    file_in(casebook, decision(77))
    run(lambda: counted.append(casebook.facts().decisions))
    assert counted == [1]
    assert len(casebook._connections._all) == 2
