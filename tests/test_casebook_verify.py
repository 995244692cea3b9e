"""What was changed behind the casebook is found, and its fingerprint tells its content."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from assistant.casebook import Casebook
from assistant.domain import Passage
from assistant.errors import CasebookError
from assistant.text import content_hash
from tests.builders import (
    MISSED_BINS,
    WordCountEncoder,
    decision,
    file_in,
    filed,
    finding,
    full_text,
    passage,
    reference,
)
from tests.casebook_file import change, random_decision

_TAMPERINGS = {
    "a changed sentence": ("UPDATE paragraphs SET text = text || ' Not.' WHERE reference = ?", "not the text"),
    "a changed sum": ("UPDATE remedies SET amount_pence = 30100 WHERE reference = ? AND kind = 'payment'", "not what"),
    "a changed payee": ("UPDATE remedies SET payee = 'child' WHERE reference = ? AND kind = 'payment'", "not what"),
    "a changed outcome": ("UPDATE decisions SET outcome = 'Not upheld' WHERE reference = ?", "not what"),
    "a changed date": ("UPDATE decisions SET decided = '2022-06-17' WHERE reference = ?", "not what"),
    "a date that is none": ("UPDATE decisions SET decided = 'soon' WHERE reference = ?", "cannot be read back"),
    "a status that is none": ("UPDATE remedies SET status = 'perhaps' WHERE reference = ?", "cannot be read back"),
    "a lost remedy": ("DELETE FROM remedies WHERE reference = ? AND kind = 'apology'", "not what"),
    "a lost paragraph": ("DELETE FROM paragraphs WHERE reference = ?", "not what"),
    "a changed issue": ("UPDATE findings SET issue = 'other' WHERE reference = ?", "not what"),
    "a negative sum": ("UPDATE remedies SET amount_pence = -1 WHERE reference = ? AND kind = 'payment'", "negative"),
    "lost passages": ("DELETE FROM passages WHERE reference = ?", "no passage"),
    "a lost vector": (
        "DELETE FROM vectors WHERE text_hash IN (SELECT text_hash FROM passages WHERE reference = ?)",
        "have no vector",
    ),
    "a shortened vector": (
        "UPDATE vectors SET vector = x'0000' WHERE text_hash = (SELECT text_hash FROM passages WHERE reference = ?)",
        "different lengths",
    ),
    "a lost row of words": (
        "DELETE FROM passage_words WHERE rowid = (SELECT MIN(number) FROM passages WHERE reference = ?)",
        "missing from the keyword index",
    ),
    "words of no passage": (
        "INSERT INTO passage_words (rowid, issue, text, heading) VALUES (9999, ?, 'x', 'y')",
        "belong to no passage",
    ),
    "changed words of a passage": (
        "UPDATE passage_words SET text = 'x' WHERE rowid = (SELECT MIN(number) FROM passages WHERE reference = ?)",
        "other words",
    ),
    "a changed passage": ("UPDATE passages SET text = 'Another text.' WHERE reference = ?", "passage"),
}


@pytest.mark.parametrize(("sql", "said"), _TAMPERINGS.values(), ids=_TAMPERINGS)
def test_verify_finds(casebook: Casebook, sql: str, said: str) -> None:
    file_in(casebook, decision(1), decision(2, "Bins were missed.", findings=(finding(MISSED_BINS),)))
    assert casebook.verify() == []
    change(casebook, sql, reference(1).value)
    problems = casebook.verify()
    assert any(said in problem for problem in problems), problems
    assert not any(problem.startswith(reference(2).value) for problem in problems)


@pytest.mark.parametrize("name", ["a changed sum", "a changed sentence", "a changed outcome", "a lost remedy"])
def test_a_tampered_decision_is_known_as_damaged_when_it_is_read(casebook: Casebook, name: str) -> None:
    file_in(casebook, decision(1), decision(2))
    change(casebook, _TAMPERINGS[name][0], reference(1).value)
    held = casebook.decisions([reference(1), reference(2)])
    assert casebook.damaged(held.values()) == (reference(1),)


def test_a_decision_that_was_filed_anew_since_it_was_read_is_not_damaged(casebook: Casebook) -> None:
    file_in(casebook, decision(1), decision(2))
    held = casebook.decisions([reference(1), reference(2)])
    file_in(casebook, decision(1, "Read again."))
    casebook.remove(reference(2))
    assert casebook.damaged(held.values()) == ()


def test_a_decision_that_cannot_be_read_is_an_error_that_says_what_to_run(casebook: Casebook) -> None:
    file_in(casebook, decision(1))
    change(casebook, _TAMPERINGS["a date that is none"][0], reference(1).value)
    with pytest.raises(CasebookError, match="ingest verify"):
        casebook.decisions([reference(1)])


@pytest.fixture
def books(tmp_path: Path) -> Iterator[Callable[[], Casebook]]:
    opened: list[Casebook] = []

    def another() -> Casebook:
        opened.append(Casebook.open(tmp_path / f"{len(opened)}.sqlite"))
        return opened[-1]

    yield another
    for book in opened:
        book.close()


def test_the_fingerprint_does_not_depend_on_the_way_things_were_filed(books: Callable[[], Casebook]) -> None:
    chance = random.Random(7)  # noqa: S311 -- a fixed seed, no secret
    held = [*(random_decision(number, chance) for number in range(1, 20)), full_text(50)]
    forwards, backwards, roundabout = books(), books(), books()
    file_in(forwards, *held)
    for one in reversed(held):
        file_in(backwards, one)
    file_in(roundabout, *(replace(one, note="an earlier reading") for one in held), decision(99))
    file_in(roundabout, *held)
    roundabout.remove(reference(99))
    assert forwards.fingerprint() == backwards.fingerprint() == roundabout.fingerprint()


@pytest.mark.parametrize("sql", [sql for name, (sql, _) in _TAMPERINGS.items() if name != "a shortened vector"])
def test_the_fingerprint_changes_with_the_content(casebook: Casebook, sql: str) -> None:
    file_in(casebook, decision(1), decision(2, "Bins were missed.", findings=(finding(MISSED_BINS),)))
    before = casebook.fingerprint()
    change(casebook, sql, reference(1).value)
    assert casebook.fingerprint() != before


def test_vectors_are_replaced_at_once_and_the_casebook_gets_another_name(casebook: Casebook) -> None:
    file_in(casebook, decision(1))
    name = casebook.id
    other = WordCountEncoder(identity="word-count/2", size=32)
    texts = casebook.encoded_texts()
    casebook.replace_vectors(other.identity, dict(zip(texts, other.encode_passages(list(texts.values())), strict=True)))
    assert casebook.encoder == "word-count/2"
    assert casebook.passage_vectors()[1].shape == (len(texts), 32)
    assert casebook.id != name
    assert casebook.verify() == []


def test_encoded_texts_are_the_texts_behind_the_vectors(casebook: Casebook) -> None:
    encoder = WordCountEncoder()
    file_in(casebook, decision(1), full_text(2), encoder=encoder)
    texts = casebook.encoded_texts()
    assert sorted(texts.values()) == sorted(encoder.texts)
    assert all(content_hash(text) == key for key, text in texts.items())


def test_the_starter_of_a_casebook_has_a_name_of_its_own(books: Callable[[], Casebook]) -> None:
    assert books().id != books().id


def test_a_passage_is_a_passage_of_its_own_decision(casebook: Casebook) -> None:
    made: Passage = passage("late plan", reference(2))
    item, vectors = filed(decision(2), made)
    casebook.file([item], vectors)
    assert casebook.passage_vectors(frozenset({reference(2)}))[0] == [made.id]
    assert casebook.passage_vectors(frozenset({reference(1)}))[0] == []
