"""The commands of fetching run as a person runs them, and what the casebook then holds."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from assistant.casebook import Casebook
from assistant.domain import CaseReference
from ingest import __main__ as commands
from tests.stand_in_site import Published

MARCH = ("--from", "2024-03-01", "--to", "2024-03-31")
RESULTS_OF_MARCH = "/Decisions/SearchResults?fd=2024-03-01&td=2024-03-31&page=1"


def many(count: int, *, decided: date = date(2024, 3, 14)) -> list[Published]:
    """So many decisions of one day, from 20 100 001 on."""
    return [Published(f"20 100 {number:03d}", decided) for number in range(1, count + 1)]


def run(*arguments: object) -> int:
    """The exit code of ``python -m ingest`` with these arguments."""
    return commands.main([str(argument) for argument in arguments])


def held(home: Path) -> list[str]:
    """The references that the casebook holds, which is found to be whole."""
    casebook = Casebook.open(home / "casebook.sqlite")
    try:
        assert casebook.verify() == []
        return [str(reference) for reference in casebook.references()]
    finally:
        casebook.close()


def text_of(home: Path, reference: str) -> str:
    """The text of a decision that is held."""
    casebook = Casebook.open(home / "casebook.sqlite")
    try:
        decision = casebook.decisions([CaseReference(reference)])[CaseReference(reference)]
        return " ".join(paragraph.text for paragraph in decision.paragraphs)
    finally:
        casebook.close()
