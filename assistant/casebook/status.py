"""The casebook's tables → what is loaded, from where and to when, what was set aside and why."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from assistant.casebook import rows
from assistant.domain import CasebookFacts, CaseReference, Flag, Unread


@dataclass(frozen=True)
class OriginCount:
    """How many decisions came from one place (a file's name, "starter casebook"), and when the first and last did."""

    origin: str
    decisions: int
    first: datetime
    last: datetime


@dataclass(frozen=True)
class SetAsideNote:
    """A file or decision that could not be used: where, why, and when that was found; None before it was noted."""

    place: str
    reason: str
    noted: datetime | None = None


@dataclass(frozen=True)
class CasebookStatus:
    """What a casebook holds. Counts are by name, the largest first; places are sorted, the newest origins first.

    ``without_origin`` counts the decisions that were kept before it was noted where they came from. ``partly_read``
    are decisions of which something was not understood, ``flagged`` those with text that looks planted.
    """

    facts: CasebookFacts
    by_basis: Mapping[str, int]
    by_outcome: Mapping[str, int]
    by_category: Mapping[str, int]
    remedies: int
    passages: int
    news: int
    partly_read: tuple[tuple[CaseReference, tuple[Unread, ...]], ...]
    flagged: tuple[tuple[CaseReference, tuple[Flag, ...]], ...]
    set_aside: tuple[SetAsideNote, ...]
    origins: tuple[OriginCount, ...]
    without_origin: int
    encoder: str | None


def read_status(
    connection: sqlite3.Connection,
    facts: CasebookFacts,
    encoder: str | None,
    flags: Mapping[CaseReference, tuple[Flag, ...]],
) -> CasebookStatus:
    """Count everything in one moment of the casebook; all zero and empty for an empty one."""

    def count(sql: str) -> int:
        return int(connection.execute(f"SELECT COUNT(*) FROM {sql}").fetchone()[0])

    def counts(column: str) -> dict[str, int]:
        grouped = connection.execute(
            f"SELECT COALESCE({column}, 'not known'), COUNT(*) FROM decisions GROUP BY 1 ORDER BY 2 DESC, 1"
        )
        return {row[0]: row[1] for row in grouped}

    partly = connection.execute("SELECT reference, unread FROM decisions WHERE unread != '[]' ORDER BY reference")
    return CasebookStatus(
        facts=facts,
        by_basis=counts("basis"),
        by_outcome=counts("outcome"),
        by_category=counts("category"),
        remedies=count("remedies"),
        passages=count("passages"),
        news=count("news"),
        partly_read=tuple((CaseReference(row["reference"]), rows.read_unread(row["unread"])) for row in partly),
        flagged=tuple(flags.items()),
        set_aside=_set_aside(connection),
        origins=_origins(connection),
        without_origin=count("decisions WHERE reference NOT IN (SELECT reference FROM origins)"),
        encoder=encoder,
    )


def _set_aside(connection: sqlite3.Connection) -> tuple[SetAsideNote, ...]:
    found = connection.execute("SELECT place, reason, noted FROM set_aside ORDER BY place")
    return tuple(SetAsideNote(row["place"], row["reason"], _moment(row["noted"])) for row in found)


def _origins(connection: sqlite3.Connection) -> tuple[OriginCount, ...]:
    found = connection.execute(
        """SELECT origin, COUNT(*) AS decisions, MIN(added) AS first, MAX(added) AS last
           FROM origins JOIN decisions USING (reference) GROUP BY origin ORDER BY last DESC, origin"""
    )
    return tuple(
        OriginCount(
            row["origin"], row["decisions"], datetime.fromisoformat(row["first"]), datetime.fromisoformat(row["last"])
        )
        for row in found
    )


def _moment(stored: str | None) -> datetime | None:
    return datetime.fromisoformat(stored) if stored else None
