"""The nouns of taking in new files: what is given, how far it is, and what became of each file and decision."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from assistant.domain.decision import CaseReference, Outcome


@dataclass(frozen=True)
class GivenFile:
    """A file's bytes with its name, as a browser sends them; it is nowhere on this machine's disk.

    ``address`` is where a page was fetched from; None for a file that a person gave.
    """

    name: str
    data: bytes = field(repr=False)
    address: str | None = None


class Fate(StrEnum):
    """What became of a decision that was to be kept."""

    ADDED = "added"
    REPLACED = "replaced what was held"
    UNCHANGED = "held already, unchanged"
    KEPT_FULL_TEXT = "left out: its full text is held"
    NOT_REACHED = "not stored: adding was stopped before"


@dataclass(frozen=True)
class DecisionReport:
    """One decision of a file: enough to see that it is the one that was meant, and what became of it.

    ``unread`` counts what could not be understood in it, ``planted`` the texts in it that look planted.
    """

    reference: CaseReference
    fate: Fate
    body: str | None = None
    outcome: Outcome | None = None
    decided: date | None = None
    is_full_text: bool = False
    unread: int = 0
    planted: int = 0


@dataclass(frozen=True)
class FileReport:
    """What became of one file: its decisions, or the title of a news article, and all that was not used, with why."""

    name: str
    decisions: tuple[DecisionReport, ...] = ()
    news: str | None = None
    set_aside: tuple[str, ...] = ()


class IntakeStage(StrEnum):
    """What an intake does: first everything is read and checked, then it is stored."""

    READING = "reading"
    STORING = "storing"


@dataclass(frozen=True)
class IntakeProgress:
    """How far an intake is: ``done`` of ``total`` (files while reading, decisions while storing).

    ``seconds`` are those since the stage began, ``files`` all that were given.
    """

    stage: IntakeStage
    done: int
    total: int
    seconds: float
    files: int
    is_stopping: bool = False

    @property
    def per_second(self) -> float | None:
        """The rate so far; None before there is one."""
        return self.done / self.seconds if self.done and self.seconds > 0 else None

    @property
    def seconds_left(self) -> float | None:
        """At the rate so far; None before there is one."""
        rate = self.per_second
        return (self.total - self.done) / rate if rate else None


@dataclass(frozen=True)
class IntakeReport:
    """How an intake ended: a report for each file, in the order given.

    ``failure`` says in words why it broke off (empty where it did not); what was stored by then is whole and stays.
    ``seconds`` are those of the whole.
    """

    files: tuple[FileReport, ...]
    seconds: float
    was_stopped: bool = False
    failure: str = ""


@dataclass(frozen=True)
class IntakeState:
    """An intake at one moment: ``progress`` while one is under way, else the ``report`` of the last, if there was one.

    ``change`` grows with each change, so that a page can wait for the next; ``run`` with each intake.
    """

    change: int = 0
    run: int = 0
    progress: IntakeProgress | None = None
    report: IntakeReport | None = None


@dataclass(frozen=True)
class IntakeLimits:
    """What may be given at once, in bytes and files, and the endings of names that are asked for (".html")."""

    file_bytes: int
    total_bytes: int
    files: int
    endings: tuple[str, ...]
