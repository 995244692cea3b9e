"""A decision with its passages → the rows of all its tables and its words in both word indexes, and out of them again.

Each function works within a transaction that its caller opened.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

from assistant.casebook import rows
from assistant.domain import CaseReference, Decision, Passage
from assistant.text import content_hash


@dataclass(frozen=True)
class Filed:
    """A decision ready to be kept, with its passages: what ``Casebook.file`` takes.

    ``origin`` says where it came from (a file's name, "starter casebook"); None leaves what was noted before.
    """

    decision: Decision
    passages: tuple[Passage, ...]
    origin: str | None = None


@dataclass(frozen=True)
class Unfiled:
    """What ``Casebook.file`` left undone: references whose decision another process changed meanwhile, and texts.

    ``lacking`` are content hashes of texts without a vector; where there are any, nothing was kept.
    """

    overtaken: frozenset[str] = frozenset()
    lacking: frozenset[str] = frozenset()


def changed_since(connection: sqlite3.Connection, expected: Mapping[str, str | None]) -> frozenset[str]:
    """The references of which something else is held than this content (None: than nothing)."""
    found = connection.execute(
        "SELECT reference, content_hash FROM decisions WHERE reference IN (SELECT value FROM json_each(?))",
        (json.dumps(list(expected)),),
    )
    held: dict[str, str] = {row["reference"]: row["content_hash"] for row in found}
    return frozenset(reference for reference, content in expected.items() if held.get(reference) != content)


def without_vector(connection: sqlite3.Connection, filed: Iterable[Filed], given: Collection[str]) -> frozenset[str]:
    """The texts of these passages, by content hash, that have no vector, held or given."""
    texts = {content_hash(passage.encoded_text) for item in filed for passage in item.passages}.difference(given)
    found = connection.execute(
        "SELECT text_hash FROM vectors WHERE text_hash IN (SELECT value FROM json_each(?))", (json.dumps(list(texts)),)
    )
    return frozenset(texts.difference(row["text_hash"] for row in found))


def moment() -> str:
    """The moment, to the second, as it is stored."""
    return datetime.now(UTC).isoformat(timespec="seconds")


def storable(text: str) -> str:
    """The text as it can be stored: what is no Unicode (in a file's name, for one) is written out."""
    return text.encode("utf-8", "backslashreplace").decode("utf-8")


def forget(connection: sqlite3.Connection, reference: str) -> frozenset[str]:
    """Delete a decision with its passages, and tell the index so; the hashes of the texts that it had."""
    _forget_words(connection, reference)
    held = connection.execute("SELECT number, id, text_hash FROM passages WHERE reference = ?", (reference,)).fetchall()
    connection.executemany("DELETE FROM passage_words WHERE rowid = ?", [(row["number"],) for row in held])
    connection.executemany(
        "INSERT INTO passage_changes (passage, is_removed) VALUES (?, 1)", [(row["id"],) for row in held]
    )
    connection.execute("DELETE FROM decisions WHERE reference = ?", (reference,))
    connection.execute(
        "DELETE FROM files_read WHERE place IN (SELECT place FROM files_held WHERE reference = ?)", (reference,)
    )
    return frozenset(row["text_hash"] for row in held)


def forget_unused_vectors(connection: sqlite3.Connection, texts: Iterable[str]) -> None:
    """Delete the vectors of those of these texts that no passage has any more.

    Only these are looked at: with a million vectors held, looking at all after every step took longer than the step.
    """
    connection.executemany(
        "DELETE FROM vectors WHERE text_hash = ?1 AND NOT EXISTS (SELECT 1 FROM passages WHERE text_hash = ?1)",
        [(text,) for text in sorted(texts)],
    )


def drop_odd_vectors(connection: sqlite3.Connection) -> None:
    """Delete vectors that are of another length than most."""
    lengths = "SELECT length(vector) FROM vectors GROUP BY 1 ORDER BY COUNT(*) DESC LIMIT 1"
    connection.execute(f"DELETE FROM vectors WHERE typeof(text_hash) != 'text' OR length(vector) != ({lengths})")


def keep(connection: sqlite3.Connection, item: Filed) -> None:
    """Insert a decision with all its parts; the passages' numbers join them to the keyword index."""
    decision = item.decision
    connection.execute(f"INSERT INTO decisions VALUES ({', '.join('?' * 17)})", rows.decision_row(decision))
    connection.executemany("INSERT INTO sections VALUES (?, ?, ?, ?)", rows.section_rows(decision))
    connection.executemany("INSERT INTO paragraphs VALUES (?, ?, ?, ?, ?, ?)", rows.paragraph_rows(decision))
    connection.executemany("INSERT INTO findings VALUES (?, ?, ?, ?, ?, ?)", rows.finding_rows(decision))
    connection.executemany(f"INSERT INTO remedies VALUES ({', '.join('?' * 13)})", rows.remedy_rows(decision))
    connection.executemany("INSERT INTO flags VALUES (?, ?, ?, ?, ?, ?)", rows.flag_rows(decision))
    if item.origin is not None:
        origin = (decision.reference.value, storable(item.origin), moment())
        connection.execute("INSERT OR REPLACE INTO origins VALUES (?, ?, ?)", origin)
    for passage in item.passages:
        number = connection.execute(
            """INSERT INTO passages (id, reference, kind, text, heading, paragraph, issue, text_hash)
               VALUES (?, ?, ?, ?, ?, ?, ?, ?)""",
            rows.passage_row(passage),
        ).lastrowid
        connection.execute(
            "INSERT INTO passage_words (rowid, issue, text, heading) VALUES (?, ?, ?, ?)",
            (number, passage.issue or "", passage.text, passage.heading),
        )
        connection.execute("INSERT INTO passage_changes (passage, is_removed) VALUES (?, 0)", (passage.id,))
    _keep_words(connection, decision.reference)


def _keep_words(connection: sqlite3.Connection, reference: CaseReference) -> None:
    """Put a decision that is kept already into the word index of whole decisions."""
    connection.execute("INSERT INTO decision_numbers (reference) VALUES (?)", (reference.value,))
    connection.execute(
        """INSERT INTO decision_words (rowid, header, issues, text)
           SELECT number, header, issues, text FROM decision_texts WHERE reference = ?""",
        (reference.value,),
    )


def _forget_words(connection: sqlite3.Connection, reference: str) -> None:
    """Take a decision that is still kept out of that index, which holds no text and must be told it again."""
    connection.execute(
        """INSERT INTO decision_words (decision_words, rowid, header, issues, text)
           SELECT 'delete', number, header, issues, text FROM decision_texts WHERE reference = ?""",
        (reference,),
    )


def renew_words(connection: sqlite3.Connection) -> None:
    """Make both word indexes anew from the rows of passages and decisions, whatever is in them."""
    for name in ("passage_words", "decision_words"):
        made_by = connection.execute("SELECT sql FROM sqlite_master WHERE name = ?", (name,)).fetchone()[0]
        connection.execute(f"DROP TABLE {name}")
        connection.execute(made_by)
    connection.execute(
        """INSERT INTO decision_numbers (reference) SELECT reference FROM decisions
           WHERE reference NOT IN (SELECT reference FROM decision_numbers) ORDER BY reference"""
    )
    connection.execute(
        """INSERT INTO passage_words (rowid, issue, text, heading)
           SELECT number, COALESCE(issue, ''), text, heading FROM passages ORDER BY number"""
    )
    connection.execute(
        """INSERT INTO decision_words (rowid, header, issues, text)
           SELECT number, header, issues, text FROM decision_texts ORDER BY number"""
    )
