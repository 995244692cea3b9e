"""The casebook keeps what it is given, whole, gives it back, and names what looks like it or cannot be had."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from datetime import date
from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from assistant.casebook import Casebook, Filed
from assistant.casebook.schema import STEPS
from assistant.domain import (
    Basis,
    CaseReference,
    Decision,
    DocumentKind,
    Filters,
    Finding,
    FindingResult,
    NewsItem,
    Outcome,
    Payee,
    Purpose,
    Remedy,
    RemedyKind,
    RemedyStatus,
    Section,
    Unread,
)
from assistant.errors import CasebookError, EncoderMismatch
from assistant.text import content_hash
from tests.builders import NORTHMOOR, SOUTHFELL, decision, file_in, filed, full_text, paragraphs, passage, reference

# --------------------------------------------------------------------------- there and back

_word = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), min_size=1, max_size=12)
_maybe_word = st.none() | _word
_sums = st.none() | st.integers(min_value=0, max_value=10**12)
_remedies = st.builds(
    Remedy,
    kind=st.sampled_from(RemedyKind),
    amount_pence=_sums,
    rate_pence=_sums,
    per=_maybe_word,
    payee=st.sampled_from(Payee),
    purpose=st.sampled_from(Purpose),
    status=st.sampled_from(RemedyStatus),
    issue=_maybe_word,
    detail=_maybe_word,
    deadline=_maybe_word,
    paragraph=_maybe_word,
)
_findings = st.builds(
    Finding,
    issue=_word,
    result=st.sampled_from(FindingResult),
    injustice=st.none() | st.booleans(),
    paragraphs=st.lists(_word, max_size=2).map(tuple),
)
_decisions = st.builds(
    Decision,
    reference=st.integers(min_value=1, max_value=3).map(reference),
    body=_maybe_word,
    category=_maybe_word,
    subcategory=_maybe_word,
    outcome=st.none() | st.sampled_from(Outcome),
    decided=st.none() | st.dates(),
    url=_maybe_word,
    basis=st.sampled_from(Basis),
    paragraphs=st.lists(_word, max_size=3).map(lambda texts: paragraphs(reference(), *texts)),
    outcome_inferred=st.booleans(),
    url_derived=st.booleans(),
    document=st.sampled_from(DocumentKind),
    sections=st.lists(st.tuples(_word, st.booleans()), max_size=3).map(
        lambda found: tuple(Section(n, heading, standing) for n, (heading, standing) in enumerate(found))
    ),
    findings=st.lists(_findings, max_size=3).map(tuple),
    remedies=st.lists(_remedies, max_size=3).map(tuple),
    injustice=st.lists(_word, max_size=2).map(tuple),
    stated_total_pence=_sums,
    source=_maybe_word,
    note=_maybe_word,
    unread=st.lists(st.builds(Unread, _word, _word, _word), max_size=2).map(tuple),
)


@given(made=_decisions)
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
def test_every_decision_is_read_back_as_it_was_filed(casebook: Casebook, made: Decision) -> None:
    for held in casebook.references():
        casebook.remove(held)
    casebook.file([Filed(made, ())], {})
    assert casebook.decisions([made.reference]) == {made.reference: made}
    assert casebook.damaged([made]) == ()


def test_a_full_text_is_read_back_with_its_sections_and_paragraphs(casebook: Casebook) -> None:
    file_in(casebook, full_text(4))
    assert casebook.decisions([reference(4)])[reference(4)] == full_text(4)


def test_decisions_come_in_the_order_asked_for_and_those_not_held_are_left_out(casebook: Casebook) -> None:
    file_in(casebook, decision(1), decision(2), decision(3))
    asked = [reference(3), reference(9), reference(1)]
    assert list(casebook.decisions(asked)) == [reference(3), reference(1)]
    assert casebook.decisions([]) == {}


def test_passages_and_their_vectors_are_read_back(casebook: Casebook) -> None:
    first, second = passage("late plan"), passage("missed bins", heading="Waste")
    item, vectors = filed(decision(), first, second)
    casebook.file([item], vectors)
    assert casebook.passages([first.id, second.id, "unknown"]) == {first.id: first, second.id: second}
    ids, matrix = casebook.passage_vectors()
    assert ids == sorted([first.id, second.id])
    for name, row in zip(ids, matrix, strict=True):
        assert np.allclose(row, vectors[content_hash(casebook.passages([name])[name].encoded_text)], atol=1e-3)
    assert casebook.vectors_of_passages([first.id, "unknown"]).keys() == {first.id}
    assert casebook.known_vectors([content_hash("late plan"), "unknown"]) == {content_hash("late plan")}
    assert casebook.passage_vectors(frozenset({reference(9)}))[0] == []


def test_a_news_item_is_read_back_and_never_counted(casebook: Casebook) -> None:
    item = NewsItem("n1", "Council “sorry”", "A standfirst.", "Northmoor News", date(2021, 7, 1), (NORTHMOOR,))
    undated = NewsItem("n0", "Undated", "", "Northmoor News", None)
    casebook.record_news(item)
    casebook.record_news(undated)
    casebook.record_news(item)
    assert casebook.news() == (undated, item)
    assert casebook.facts().decisions == 0
    assert casebook.status().news == 2


def test_an_empty_casebook_says_so_everywhere(casebook: Casebook) -> None:
    assert casebook.facts().decisions == 0 and casebook.facts().newest is None
    assert casebook.references() == () == casebook.near_references(reference())
    assert casebook.keyword_search({"plan": 1.0}, limit=5) == []
    assert casebook.passage_vectors()[0] == []
    assert casebook.last_change() == 0
    assert casebook.candidates(Filters()) is None
    assert casebook.candidates(Filters(bodies=(NORTHMOOR,))) == frozenset()
    assert casebook.verify() == []


def test_facts_count_what_is_held(casebook: Casebook) -> None:
    file_in(
        casebook,
        decision(1, body=SOUTHFELL, decided=date(2016, 1, 2)),
        full_text(2, decided=date(2024, 3, 4)),
        decision(3, body=None, subcategory=None, decided=None),
    )
    facts = casebook.facts()
    assert (facts.decisions, facts.full_texts) == (3, 1)
    assert (facts.oldest, facts.newest) == (date(2016, 1, 2), date(2024, 3, 4))
    assert facts.bodies == (NORTHMOOR, SOUTHFELL)
    assert facts.subcategories == (("Education", "Special educational needs"),)


def test_status_counts_and_names_what_was_not_understood(casebook: Casebook) -> None:
    partly = decision(2, outcome=None, unread=(Unread("page 3", "£??", "no sum"),))
    file_in(casebook, decision(1), partly, full_text(3))
    casebook.record_set_aside("a.txt", "empty")
    casebook.record_set_aside("b.txt", "binary")
    casebook.clear_set_aside("b.txt")
    status = casebook.status()
    assert status.by_basis == {"summary": 2, "full text": 1}
    assert status.by_outcome == {"Upheld": 2, "not known": 1}
    assert status.remedies == 6
    assert [held for held, _ in status.partly_read] == [reference(2)]
    assert status.partly_read[0][1][0].reason
    assert [(note.place, note.reason) for note in status.set_aside] == [("a.txt", "empty")]
    assert status.encoder == "word-count/1"


# --------------------------------------------------------------------------- look-alikes


@pytest.mark.parametrize(
    ("asked", "near"),
    [
        ("19 018 891", ["19 018 981", "19 018 961"]),
        ("19 018 980", ["19 018 981"]),
        ("91 018 981", []),
        ("19 518 981", ["19 018 981"]),
        ("20 018 981", []),
    ],
)
def test_references_that_look_alike_are_named_nearest_first(casebook: Casebook, asked: str, near: list[str]) -> None:
    for value in ("19 018 981", "19 018 961", "20 001 111"):
        file_in(casebook, decision(CaseReference(value)))
    assert [str(one) for one in casebook.near_references(CaseReference(asked))][: len(near) or None] == near


def test_a_reference_is_never_near_itself_and_few_are_named(casebook: Casebook) -> None:
    file_in(casebook, *[decision(number) for number in range(10, 19)])
    assert reference(12) not in casebook.near_references(reference(12))
    assert len(casebook.near_references(reference(12))) == 3


def test_the_parts_of_a_joint_case_are_near_one_another(casebook: Casebook) -> None:
    file_in(casebook, decision(reference(10, letter="a")), decision(reference(10, letter="b")))
    assert casebook.near_references(reference(10)) == (reference(10, letter="a"), reference(10, letter="b"))


# --------------------------------------------------------------------------- refusals


def test_vectors_of_another_encoder_are_refused_with_the_way_out(casebook: Casebook) -> None:
    casebook.stamp_encoder("word-count/1")
    casebook.stamp_encoder("word-count/1")
    with pytest.raises(EncoderMismatch, match=r"word-count/1.*word-count/2.*rebuild --encode"):
        casebook.stamp_encoder("word-count/2")
    assert casebook.encoder == "word-count/1"


def test_a_casebook_of_a_newer_redress_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "casebook.sqlite"
    Casebook.open(path).close()
    connection = sqlite3.connect(path)
    connection.execute(f"PRAGMA user_version = {len(STEPS) + 1}")
    connection.close()
    with pytest.raises(CasebookError, match="newer Redress"):
        Casebook.open(path)


@pytest.mark.parametrize("content", [b"not a database at all\n" * 100, b"\x89PNG\r\n" * 300])
def test_a_file_that_is_no_database_is_refused_and_left_alone(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "casebook.sqlite"
    path.write_bytes(content)
    with pytest.raises(CasebookError, match="no casebook"):
        Casebook.open(path)
    assert path.read_bytes() == content


def test_a_folder_in_place_of_the_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "casebook.sqlite").mkdir()
    with pytest.raises(CasebookError, match="cannot be opened"):
        Casebook.open(tmp_path / "casebook.sqlite")


def test_a_file_in_place_of_the_directory_is_refused(tmp_path: Path) -> None:
    (tmp_path / "home").write_text("a file")
    with pytest.raises(CasebookError, match="directory cannot be made"):
        Casebook.open(tmp_path / "home" / "casebook.sqlite")


@pytest.fixture
def torn(casebook: Casebook) -> Casebook:
    """A casebook whose pages were overwritten after it was opened."""
    file_in(casebook, *[decision(number) for number in range(1, 30)])
    casebook.close()
    with casebook.path.open("r+b") as file:
        file.seek(4096)
        file.write(b"\xde\xad\xbe\xef" * 20_000)
    return casebook


@pytest.mark.parametrize(
    "read",
    [
        lambda book: book.verify(),
        lambda book: book.fingerprint(),
        lambda book: book.candidates(Filters(bodies=(NORTHMOOR,))),
        lambda book: book.keyword_search({"plan": 1.0}, limit=5),
        lambda book: book.decisions([reference(1)]),
        lambda book: book.facts(),
        lambda book: book.status(),
    ],
    ids=["verify", "fingerprint", "candidates", "words", "decisions", "facts", "status"],
)
def test_a_torn_file_ends_in_a_message_and_not_in_a_traceback(
    torn: Casebook, read: Callable[[Casebook], object]
) -> None:
    try:
        found = read(torn)
    except CasebookError as error:
        assert str(torn.path) in str(error)
    else:
        assert not isinstance(found, list) or found  # verify may also tell it as a problem
