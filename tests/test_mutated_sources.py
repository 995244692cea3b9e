"""Sources changed between writing and checking: no statement is shown that they do not bear out any more."""

from __future__ import annotations

import json
import random
import sqlite3
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from assistant.answering import Assistant
from assistant.casebook import Casebook, Filed
from assistant.citations import check_draft
from assistant.domain import CasebookFacts, Decision, Draft, Evidence, Query, RemedySummary, Statement, Turn
from tests.mutations import MUTATIONS, stale

_QUESTIONS = Path(__file__).parent / "evaluation" / "questions.jsonl"
_PLACES = 500
_RAW_PLACES = 100
_END_TO_END = 25
_SEED = 20_261_123


@dataclass(frozen=True)
class Written:
    """A draft as the templates wrote it, with all that it was written from."""

    identifier: str
    question: str
    history: tuple[Turn, ...]
    query: Query
    evidence: Evidence
    summary: RemedySummary
    facts: CasebookFacts
    draft: Draft

    def check(self, casebook: Casebook) -> tuple[Statement, ...]:
        """The statements that the check lets through, against this casebook."""
        kept, _ = check_draft(self.draft, self.query, self.evidence, self.summary, self.facts, casebook)
        return kept

    @property
    def decisions(self) -> tuple[Decision, ...]:
        """The decisions that its statements cite, in order."""
        cited = {citation.reference for one in self.draft.statements for citation in one.citations}
        return tuple(case.decision for case in self.evidence.cases if case.decision.reference in cited)


@pytest.fixture(scope="module")
def written(assistant: Assistant) -> tuple[Written, ...]:
    """The drafts of all evaluation questions, written once."""
    found = []
    for line in _QUESTIONS.read_text(encoding="utf-8").splitlines():
        given = json.loads(line)
        history = tuple(Turn(turn["role"], turn["content"]) for turn in given["history"])
        kept: list[Written] = []
        _Spying(assistant, given["id"], given["question"], history, kept).ask(given["question"], history)
        found += kept
    return tuple(found)


class _Spying(Assistant):
    """An assistant over another one's casebook that keeps what the check is given."""

    def __init__(
        self, of: Assistant, identifier: str, question: str, history: tuple[Turn, ...], kept: list[Written]
    ) -> None:
        super().__init__(of.settings, of.casebook, of.index, of.encoder)
        self._identifier, self._question, self._history, self._kept = identifier, question, history, kept

    def _check(self, work):  # type: ignore[no-untyped-def]  # the record of the stages is private to the chain
        given = (work.query, work.evidence, work.summary, work.facts, work.draft)
        self._kept.append(Written(self._identifier, self._question, self._history, *given))
        return super()._check(work)


@pytest.fixture(scope="module")
def copied(assistant: Assistant, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Casebook]:
    """A casebook with the same content that may be changed."""
    path = tmp_path_factory.mktemp("mutated") / "casebook.sqlite"
    with sqlite3.connect(assistant.settings.casebook_path) as source, sqlite3.connect(path) as target:
        source.backup(target)
    casebook = Casebook.open(path)
    yield casebook
    casebook.close()


def file_instead(casebook: Casebook, held: Decision, changed: Decision) -> None:
    """Put one decision in the place of another, as sound as any."""
    if changed.reference != held.reference:
        casebook.remove(held.reference)
    casebook.file([Filed(changed, ())], {})


def put_back(casebook: Casebook, held: Decision, changed: Decision) -> None:
    """Undo ``file_instead``."""
    if changed.reference != held.reference:
        casebook.remove(changed.reference)
    casebook.file([Filed(held, ())], {})


def test_every_sentence_of_every_answer_is_shown_and_has_a_source(
    written: tuple[Written, ...], copied: Casebook
) -> None:
    assert len(written) == 70
    for one in written:
        kept, report = check_draft(one.draft, one.query, one.evidence, one.summary, one.facts, copied)
        assert report.failures == (), one.identifier
        assert kept == one.draft.statements
        for statement in kept:
            numbers = {source.sentence for source in statement.sources}
            assert numbers == set(range(len(numbers))), statement.text
            assert numbers, statement.text


def test_with_sources_changed_at_500_places_no_stale_claim_is_shown(
    written: tuple[Written, ...], copied: Casebook
) -> None:
    rng = random.Random(_SEED)  # noqa: S311 -- a seeded choice of places, nothing secret
    names = list(MUTATIONS)
    survived: list[tuple[str, str, str]] = []
    done: Counter[str] = Counter()
    with_places = [one for one in written if one.decisions]
    while sum(done.values()) < _PLACES:
        one = rng.choice(with_places)
        held = rng.choice(one.decisions)
        name = names[sum(done.values()) % len(names)]
        changed = MUTATIONS[name](held, rng)
        if changed is None or copied.decisions([changed.reference]).keys() - {held.reference}:
            continue
        done[name] += 1
        file_instead(copied, held, changed)
        now = changed if changed.reference == held.reference else None
        for text in stale(one.check(copied), held.reference, now, one.query, one.evidence, one.facts):
            survived.append((name, one.identifier, text))
        put_back(copied, held, changed)
    assert survived == []
    assert set(done) == set(MUTATIONS)


_RAW = {
    "an amount": "UPDATE remedies SET amount_pence = amount_pence + 5000 WHERE reference = ? AND amount_pence > 0",
    "a payee": "UPDATE remedies SET payee = 'child' WHERE reference = ? AND payee = 'complainant'",
    "a date": "UPDATE decisions SET decided = '2011-01-05' WHERE reference = ?",
    "an outcome": "UPDATE decisions SET outcome = 'Discontinued' WHERE reference = ?",
    "a text": "UPDATE paragraphs SET text = replace(text, ' was ', ' was not ') WHERE reference = ?",
    "a body": "UPDATE decisions SET body = 'Northmoor Council' WHERE reference = ?",
}


def test_a_record_changed_behind_the_programs_back_supports_nothing(
    written: tuple[Written, ...], copied: Casebook
) -> None:
    rng = random.Random(_SEED)  # noqa: S311 -- a seeded choice of places, nothing secret
    with_places = [one for one in written if one.decisions]
    done = 0
    while done < _RAW_PLACES:
        one = rng.choice(with_places)
        held = rng.choice(one.decisions)
        sql = rng.choice(list(_RAW.values()))
        with copied._connections.writing() as connection:
            changed = connection.execute(sql, (held.reference.value,)).rowcount
        if copied.decisions([held.reference])[held.reference] == held or not changed:
            continue
        done += 1
        assert stale(one.check(copied), held.reference, None, one.query, one.evidence, one.facts) == []
        copied.file([Filed(held, ())], {})


def test_an_answer_whose_source_changes_while_it_is_written_shows_no_stale_claim(
    assistant: Assistant, written: tuple[Written, ...], copied: Casebook
) -> None:
    rng = random.Random(_SEED)  # noqa: S311 -- a seeded choice of places, nothing secret
    with_places = [one for one in written if one.decisions]
    names, done = list(MUTATIONS), 0
    while done < _END_TO_END:
        one = rng.choice(with_places)
        held, name = rng.choice(one.decisions), names[done % len(names)]
        changed = MUTATIONS[name](held, rng)
        if changed is None or copied.decisions([changed.reference]).keys() - {held.reference}:
            continue
        done += 1
        answer = _Changing(assistant, copied, held, changed).ask(one.question, one.history)
        now = changed if changed.reference == held.reference else None
        shown = [each for each in answer.statements if "left out" not in each.text]
        found = stale(shown, held.reference, now, answer.query, answer.evidence, answer.casebook)
        assert found == [], (name, one.identifier)
        put_back(copied, held, changed)


class _Changing(Assistant):
    """An assistant over a casebook in which a decision is replaced after the answer was written."""

    def __init__(self, of: Assistant, casebook: Casebook, held: Decision, changed: Decision) -> None:
        super().__init__(of.settings, casebook, of.index, of.encoder)
        self._held, self._changed = held, changed

    def _check(self, work):  # type: ignore[no-untyped-def]  # the record of the stages is private to the chain
        file_instead(self.casebook, self._held, self._changed)
        return super()._check(work)
