"""Is the stored record sound, and is it the same as another? Both read everything and change nothing."""

from __future__ import annotations

import hashlib
import json
import sqlite3
from collections.abc import Iterator

from assistant.casebook.rows import decision_hash, read_decisions
from assistant.domain import CaseReference
from assistant.text import content_hash, exact_hash

# What the word indexes lack or have too much.
_WORDS: tuple[tuple[str, str], ...] = (
    (
        "{n} passages are missing from the keyword index; run `python -m ingest rebuild`.",
        "SELECT COUNT(*) FROM passages WHERE number NOT IN (SELECT rowid FROM passage_words)",
    ),
    (
        "{n} rows of the keyword index belong to no passage; run `python -m ingest rebuild`.",
        "SELECT COUNT(*) FROM passage_words WHERE rowid NOT IN (SELECT number FROM passages)",
    ),
    (
        "{n} rows of the keyword index hold other words than their passage; run `python -m ingest rebuild`.",
        "SELECT COUNT(*) FROM passages JOIN passage_words ON passage_words.rowid = passages.number "
        "WHERE passage_words.text != passages.text OR passage_words.heading != passages.heading "
        "OR passage_words.issue != COALESCE(passages.issue, '')",
    ),
    (
        "{n} decisions cannot be found by browsing; run `python -m ingest rebuild`.",
        "SELECT (SELECT COUNT(*) FROM decisions WHERE reference NOT IN (SELECT reference FROM decision_numbers)) "
        "+ (SELECT COUNT(*) FROM decision_numbers WHERE number NOT IN (SELECT rowid FROM decision_words))",
    ),
)
_COUNTS: tuple[tuple[str, str], ...] = (
    (
        "{n} passages have no vector; run `python -m ingest rebuild`, which encodes these alone.",
        "SELECT COUNT(*) FROM passages WHERE text_hash NOT IN (SELECT text_hash FROM vectors)",
    ),
    (
        "{n} decisions have no passage and cannot be found; run `python -m ingest rebuild`.",
        # One whose whole text was taken for planted has none, on purpose.
        "SELECT COUNT(*) FROM decisions WHERE reference NOT IN (SELECT reference FROM passages) "
        "AND reference NOT IN (SELECT reference FROM flags)",
    ),
    (
        "vectors of {n} different lengths are mixed; run `python -m ingest rebuild`.",
        "SELECT n * (n > 1) FROM (SELECT COUNT(DISTINCT length(vector)) AS n FROM vectors)",
    ),
    (
        "{n} payments have a negative sum; add the decisions again.",
        "SELECT COUNT(*) FROM remedies WHERE amount_pence < 0 OR rate_pence < 0",
    ),
)


_MENDED = "run `python -m ingest rebuild`"


def find_problems(connection: sqlite3.Connection) -> list[str]:
    """One sentence for each thing that is wrong, saying what to do."""
    problems = find_file_damage(connection)
    if problems:
        return problems
    problems.extend(find_word_problems(connection))
    for sentence, sql in _COUNTS:
        n = connection.execute(sql).fetchone()[0]
        if n:
            problems.append(sentence.format(n=n))
    problems.extend(_changed_texts(connection))
    problems.extend(_changed_passages(connection))
    problems.extend(f"{value}: {what}; {_MENDED}." for value, what in changed_decisions(connection))
    return problems


def find_file_damage(connection: sqlite3.Connection) -> list[str]:
    """What SQLite finds wrong with its file, which it reads whole; the word indexes are looked at elsewhere."""
    found = [row[0] for row in connection.execute("PRAGMA integrity_check(20)")]
    return [
        f"the casebook's file is damaged ({' '.join(one.split())}); stop Redress and run `python -m ingest rebuild`, "
        "which keeps all that can still be read."
        for one in found
        if one != "ok" and "fts5" not in one.lower()
    ]


def find_word_problems(connection: sqlite3.Connection) -> list[str]:
    """What is wrong with the word indexes, a sentence each."""
    problems = []
    try:
        for sentence, sql in _WORDS:
            n = connection.execute(sql).fetchone()[0]
            if n:
                problems.append(sentence.format(n=n))
        for name in ("passage_words", "decision_words"):
            connection.execute(f"SELECT COUNT(*) FROM {name} WHERE {name} MATCH 'the OR council'").fetchone()
    except sqlite3.DatabaseError as error:
        problems.append(f"the keyword index is damaged ({error}); run `python -m ingest rebuild`.")
    return problems


def _changed_texts(connection: sqlite3.Connection) -> list[str]:
    """Paragraphs whose text is no longer the one that their identity was made from."""
    return [
        f"{row['reference']}: paragraph {row['ordinal']} is not the text that was ingested; {_MENDED}."
        for row in connection.execute("SELECT id, reference, ordinal, text FROM paragraphs ORDER BY reference, ordinal")
        if not row["id"].endswith("/" + exact_hash(row["text"]))
    ]


def _changed_passages(connection: sqlite3.Connection) -> list[str]:
    """Passages that are no longer the text whose vector stands for them."""
    return [
        f"{row['reference']}: passage {row['id']} is not the text that was encoded; {_MENDED}."
        for row in connection.execute("SELECT id, reference, heading, text, text_hash FROM passages ORDER BY id")
        if content_hash(f"{row['heading']}. {row['text']}" if row["heading"] else row["text"]) != row["text_hash"]
    ]


def changed_decisions(connection: sqlite3.Connection) -> Iterator[tuple[str, str]]:
    """The reference of each decision that differs from what was filed (a changed sum, outcome or date), and how."""
    stored = dict(connection.execute("SELECT reference, content_hash FROM decisions").fetchall())
    for value, filed_hash in sorted(stored.items()):
        try:
            reference = CaseReference(value)
            decision = read_decisions(connection, [reference])[reference]
        except (ValueError, TypeError) as error:
            yield value, f"cannot be read back ({error})"
            continue
        if decision_hash(decision) != filed_hash:
            yield value, "what is stored is not what was ingested"


# What has no meaning beyond this file (row numbers, the log for the index, names of the file) is left out.
_CONTENT: tuple[str, ...] = (
    "SELECT * FROM decisions ORDER BY reference",
    "SELECT * FROM sections ORDER BY reference, ordinal",
    "SELECT * FROM paragraphs ORDER BY id",
    "SELECT * FROM findings ORDER BY reference, ordinal",
    "SELECT * FROM remedies ORDER BY reference, ordinal",
    "SELECT * FROM flags ORDER BY reference, ordinal",
    "SELECT id, reference, kind, text, heading, paragraph, issue, text_hash FROM passages ORDER BY id",
    "SELECT DISTINCT text_hash FROM passages JOIN vectors USING (text_hash) ORDER BY text_hash",
    "SELECT issue, text, heading FROM passage_words ORDER BY text, issue, heading",
    "SELECT * FROM news ORDER BY id",
)


def fingerprint(connection: sqlite3.Connection) -> str:
    """SHA-256 over the content, in an order that does not depend on when a thing was filed.

    Of vectors only which texts have one: the same text may be encoded in another batch, and then differs in its
    last bits.
    """
    total = hashlib.sha256()
    for sql in _CONTENT:
        for row in connection.execute(sql):
            total.update(json.dumps(tuple(row), ensure_ascii=False).encode("utf-8"))
    return total.hexdigest()
