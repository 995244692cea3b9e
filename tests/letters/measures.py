"""Letters and their table → what the check of a draft found of the planted errors, and its false alarms.

An alarm is a judgement "contradicted" or "not held". A planted error is found by an alarm that overlaps its words; an
alarm that overlaps no planted error is false, whatever it is about.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from assistant.casebook import Casebook, Filed
from assistant.checking import CheckedText, Judgement, Verdict, check_text
from assistant.digests import read_digests
from ingest.page import read_page

LETTERS = Path(__file__).parent
SETS = ("first", "second", "third", "fourth")
_PAGES = Path(__file__).parents[1]
_STARTER = Path(__file__).parents[2] / "assistant" / "starter"


@dataclass(frozen=True)
class Statement:
    """A row of the table: words at a place of a letter, true, or an error with what the decision says."""

    letter: str
    line: int
    column: int
    words: str
    kind: str
    planted: bool
    held: str | None = None

    def is_met_by(self, judgement: Judgement) -> bool:
        """True where a judgement overlaps these words."""
        place = judgement.place
        if place.line != self.line:
            return False
        return place.column < self.column + len(self.words) and self.column < place.column + place.end - place.start


@dataclass
class Measures:
    """What was found in a set of letters."""

    errors: int = 0
    found: int = 0
    truths: int = 0
    supported: int = 0
    missed: list[str] = field(default_factory=list)
    false_alarms: list[str] = field(default_factory=list)
    unsupported: list[str] = field(default_factory=list)


def file_decisions(casebook: Casebook) -> None:
    """The starter casebook and our fictional pages, without the passages that only a search needs."""
    decisions = [one for name in ("decisions", "more") for one in read_digests(_STARTER / f"{name}.jsonl")]
    for folder in ("pages", "pages_unseen"):
        for path in sorted((_PAGES / folder / "site").glob("*.html")):
            reading = read_page(path.read_bytes(), path.name)
            decisions.append(reading.decision)
    casebook.file([Filed(decision, ()) for decision in decisions], {})


def read_statements(name: str) -> tuple[Statement, ...]:
    """The table of a set of letters."""
    lines = (LETTERS / name / "statements.jsonl").read_text(encoding="utf-8").splitlines()
    return tuple(Statement(**json.loads(line)) for line in lines)


def check_letters(name: str, casebook: Casebook) -> Iterator[tuple[str, CheckedText, list[Statement]]]:
    """Each letter of a set, checked, with its rows of the table."""
    statements = read_statements(name)
    for letter in sorted({statement.letter for statement in statements}):
        text = (LETTERS / name / letter).read_text(encoding="utf-8")
        yield letter, check_text(text, casebook), [one for one in statements if one.letter == letter]


def measure(name: str, casebook: Casebook) -> Measures:
    """Count what was found in a set of letters."""
    found = Measures()
    for letter, checked, statements in check_letters(name, casebook):
        alarms = [one for one in checked.judgements if one.verdict in (Verdict.CONTRADICTED, Verdict.NOT_HELD)]
        errors = [one for one in statements if one.planted]
        for statement in errors:
            found.errors += 1
            if any(statement.is_met_by(alarm) for alarm in alarms):
                found.found += 1
            else:
                found.missed.append(f"{letter}:{statement.line}: {statement.words} ({statement.held})")
        for alarm in alarms:
            if not any(error.is_met_by(alarm) for error in errors):
                found.false_alarms.append(f"{letter}:{alarm.place.line}: {alarm.about} {alarm.words!r}: {alarm.why}")
        for statement in statements:
            if not statement.planted:
                found.truths += 1
                backed = [one for one in checked.judgements if one.verdict is Verdict.SUPPORTED]
                if any(statement.is_met_by(one) for one in backed):
                    found.supported += 1
                else:
                    found.unsupported.append(f"{letter}:{statement.line}: {statement.words}")
    return found
