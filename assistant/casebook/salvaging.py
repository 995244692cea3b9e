"""A casebook whose file is damaged → a whole one beside it, with every row that can still be read.

Rows are read one after another by their number; where a page of the file cannot be read, the next readable row behind
it is sought. A decision that is no longer just what was ingested is left out and named: half of one is worth nothing.
Vectors are kept by the text they stand for, so what is added again later is not encoded again.
"""

from __future__ import annotations

import sqlite3
import uuid
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from assistant.casebook import rows, schema
from assistant.casebook.storing import drop_odd_vectors, renew_words
from assistant.domain import CaseReference
from assistant.errors import CasebookError
from assistant.text import content_hash

_LAST_ROW = 2**62
# Of the file itself, not of what it holds: derived indexes must not take the new file for the old one.
_LEFT_OUT = frozenset({"passage_changes", "sqlite_sequence", "sqlite_stat1"})


@dataclass(frozen=True)
class Salvaged:
    """How many decisions are in the new file, and those that are not: known by name, and no longer whole."""

    decisions: int
    lost: tuple[CaseReference, ...]


def salvage(damaged: Path, into: Path) -> Salvaged:
    """Read all that can be read of one file into a new one, which must not exist. The damaged file is left as it is.

    Raises CasebookError where nothing can be read, or where the file was made by a newer program.
    """
    connections = schema.Connections(into)
    schema.upgrade(connections)
    try:
        with closing(sqlite3.connect(damaged)) as source, connections.writing() as target:
            _refuse_newer(source, damaged)
            # All at once at the end: a row may come before the one that it belongs to.
            target.execute("PRAGMA defer_foreign_keys = ON")
            for table in _tables(target):
                _copy(source, target, table)
            target.execute("INSERT OR REPLACE INTO meta VALUES ('id', ?)", (uuid.uuid4().hex,))
            lost = _leave_out_what_is_not_whole(target)
            renew_words(target)
            held = target.execute("SELECT COUNT(*) FROM decisions").fetchone()[0]
    except sqlite3.DatabaseError as error:
        raise schema.translate(error, damaged) from error
    finally:
        connections.close()
    return Salvaged(held, lost)


def _refuse_newer(source: sqlite3.Connection, path: Path) -> None:
    try:
        at = int(source.execute("PRAGMA user_version").fetchone()[0])
        source.execute("SELECT COUNT(*) FROM sqlite_master").fetchone()
    except sqlite3.DatabaseError as error:
        raise CasebookError(
            f"{path}: nothing of this file can be read ({error}). Move it away; then `python app.py` makes the starter "
            "casebook, `python -m ingest update` takes in again what was fetched, and `python -m ingest add` your own "
            "files."
        ) from error
    schema.refuse_newer(at, path)


def _tables(target: sqlite3.Connection) -> list[str]:
    """The tables of ours that are no word index and no part of one."""
    words = [row[0] for row in target.execute("SELECT name FROM sqlite_master WHERE sql LIKE 'CREATE VIRTUAL TABLE%'")]
    found = target.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY rootpage")
    return [
        name
        for (name,) in found
        if name not in _LEFT_OUT and not any(name == each or name.startswith(f"{each}_") for each in words)
    ]


def _copy(source: sqlite3.Connection, target: sqlite3.Connection, table: str) -> None:
    try:
        held = {row[1] for row in source.execute(f"PRAGMA table_info({table})")}
    except sqlite3.DatabaseError:
        return
    columns = [row[1] for row in target.execute(f"PRAGMA table_info({table})") if row[1] in held]
    if not columns:
        return  # made by an older program
    marks = ", ".join("?" * len(columns))
    target.executemany(
        f"INSERT OR IGNORE INTO {table} ({', '.join(columns)}) VALUES ({marks})", _readable(source, table, columns)
    )


def _readable(source: sqlite3.Connection, table: str, columns: Sequence[str]) -> Iterator[tuple[object, ...]]:
    """Every row that can be read, in the order of their numbers."""
    last = -1
    while True:
        try:
            for number, *values in source.execute(
                f"SELECT rowid, {', '.join(columns)} FROM {table} NOT INDEXED WHERE rowid > ? ORDER BY rowid", (last,)
            ):
                yield tuple(values)
                last = number
        except (sqlite3.DatabaseError, OverflowError, UnicodeDecodeError):
            found = _next_readable(source, table, columns, last)
            if found is None:
                return
            last = found - 1
        else:
            return


def _next_readable(source: sqlite3.Connection, table: str, columns: Sequence[str], last: int) -> int | None:
    """The number of the first row behind ``last`` that can be read; None where there is none.

    What cannot be read is a stretch of numbers: its end is sought in ever larger steps, then between the last two.
    """

    def at(least: int) -> int | None:
        sql = f"SELECT rowid, {', '.join(columns)} FROM {table} NOT INDEXED WHERE rowid >= ? ORDER BY rowid LIMIT 1"
        row = source.execute(sql, (least,)).fetchone()
        return None if row is None else int(row[0])

    unreadable, step = last + 1, 1
    while True:
        if last + 1 + step > _LAST_ROW:
            return None
        try:
            found = at(last + 1 + step)
            break
        except (sqlite3.DatabaseError, OverflowError, UnicodeDecodeError):
            unreadable, step = last + 1 + step, step * 2
    readable = last + 1 + step
    while readable - unreadable > 1:
        middle = (readable + unreadable) // 2
        try:
            found, readable = at(middle), middle
        except (sqlite3.DatabaseError, OverflowError, UnicodeDecodeError):
            unreadable = middle
    return found


def _leave_out_what_is_not_whole(target: sqlite3.Connection) -> tuple[CaseReference, ...]:
    """Delete decisions that are not what was ingested, passages and vectors that are not whole, and loose parts."""
    target.row_factory = sqlite3.Row
    known = dict(target.execute("SELECT reference, content_hash FROM decisions").fetchall())
    parts = ("paragraphs", "findings", "remedies", "sections", "flags", "passages", "decision_numbers")
    named = {
        row[0]
        for table in parts
        for row in target.execute(f"SELECT DISTINCT reference FROM {table} WHERE typeof(reference) = 'text'")
    }
    lost = {reference for reference, content in known.items() if not _is_whole(target, reference, content)}
    lost |= named - known.keys()
    for reference in lost:
        for table in (*parts, "decisions"):
            target.execute(f"DELETE FROM {table} WHERE reference = ?", (reference,))
    drop_odd_vectors(target)
    return tuple(sorted((CaseReference(one) for one in lost if _is_reference(one)), key=str))


def _is_whole(target: sqlite3.Connection, value: str, content: str) -> bool:
    """Whether a decision reads back as it was ingested, and its passages are the texts that were encoded."""
    try:
        reference = CaseReference(value)
        decision = rows.read_decisions(target, [reference])[reference]
        if rows.decision_hash(decision) != content:
            return False
        held = target.execute("SELECT * FROM passages WHERE reference = ?", (value,)).fetchall()
        return all(content_hash(rows.read_passage(row).encoded_text) == row["text_hash"] for row in held)
    except (ValueError, TypeError, KeyError):
        return False


def _is_reference(value: str) -> bool:
    try:
        CaseReference(value)
    except ValueError:
        return False
    return True
