"""The casebook's passages, vectors and words in bulk: what a table in memory is derived from, and asked back.

``TableSource`` reads; it changes nothing. The tokens of the keyword index are read from the index itself, so that a
table derived from them counts the same words.
"""

from __future__ import annotations

import json
import re
import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from assistant.casebook import rows, schema
from assistant.casebook.passing import SEPARATOR, Passing
from assistant.casebook.search import filter_clause, select_passing
from assistant.domain import CaseReference, Filters, Passage

# Decisions read at once: some ten thousand passages.
_DECISIONS_A_CHUNK = 500
_TOKENIZER = "porter unicode61 remove_diacritics 2"
_COLUMNS = "CASE col WHEN 'issue' THEN 0 WHEN 'text' THEN 1 ELSE 2 END"
_WORD = re.compile(r"\w+", re.UNICODE)


@dataclass(frozen=True)
class PassageChunk:
    """Some passages, those of one decision together; one entry a passage in each of the first five.

    ``numbers`` and ``decisions`` are the casebook's own numbers, never used twice. ``vectors`` are 16-bit rows.
    """

    numbers: NDArray[np.int64]
    decisions: NDArray[np.int64]
    is_paragraph: NDArray[np.bool_]
    has_issue: NDArray[np.bool_]
    vectors: NDArray[np.float16]
    texts: tuple[str, ...]


class TableSource:
    """Reads passages in bulk. One object serves all threads, as the casebook does."""

    def __init__(self, connections: schema.Connections) -> None:
        self._connections = connections

    def decision_numbers(self) -> dict[str, int]:
        """Reference → number of every decision held; a decision that is filed anew has a new number."""
        with self._connections.reading() as connection:
            return dict(connection.execute("SELECT reference, number FROM decision_numbers").fetchall())

    def count(self) -> int:
        """How many passages are held."""
        with self._connections.reading() as connection:
            return int(connection.execute("SELECT COUNT(*) FROM passages").fetchone()[0])

    def numbers(self, names: Sequence[str]) -> list[int]:
        """The numbers of the passages with these ids, in no order; those not held have none."""
        with self._connections.reading() as connection:
            found = connection.execute(
                "SELECT number FROM passages WHERE id IN (SELECT value FROM json_each(?))", (json.dumps(list(names)),)
            )
            return [row[0] for row in found]

    def chunks(self, numbers: Sequence[int]) -> Iterator[PassageChunk]:
        """The passages with a vector of the decisions with these numbers, in the order of decision and passage."""
        wanted = sorted(numbers)
        for start in range(0, len(wanted), _DECISIONS_A_CHUNK):
            with self._connections.reading() as connection:
                chunk = _read_chunk(connection, wanted[start : start + _DECISIONS_A_CHUNK])
            if chunk is not None:
                yield chunk

    def tokens(self, numbers: Sequence[int] | None = None) -> Iterator[tuple[str, NDArray[np.int64]]]:
        """Each token of the keyword index with its places: passage number times 4, plus 0 issue, 1 text, 2 heading.

        Places are sorted and repeat as often as the token does. ``numbers`` limits it to these passages, which are then
        cut into tokens again; None reads the whole index.
        """
        with self._connections.reading() as connection, _vocabulary(connection, numbers) as table:
            for term, places in connection.execute(
                f"SELECT term, group_concat(doc * 4 + {_COLUMNS}) FROM {table} GROUP BY term"
            ):
                yield term, np.sort(np.fromstring(places, dtype=np.int64, sep=","))

    def tokens_of(self, word: str) -> tuple[str, ...]:
        """The tokens that the keyword index makes of a word, in order; more than one where it has marks inside."""
        return _tokens_of(word)

    def phrase_scores(
        self, phrase: str, field_weights: tuple[float, float, float]
    ) -> tuple[NDArray[np.int64], NDArray[np.float64]]:
        """The numbers of the passages that hold these words together, and the BM25 score of that phrase alone."""
        words = _WORD.findall(phrase)
        if not words:
            return np.zeros(0, dtype=np.int64), np.zeros(0)
        with self._connections.reading() as connection:
            found = connection.execute(
                "SELECT rowid, -bm25(passage_words, ?, ?, ?) FROM passage_words WHERE passage_words MATCH ?",
                (*field_weights, f'"{" ".join(words)}"'),
            ).fetchall()
        return np.array([row[0] for row in found], dtype=np.int64), np.array([row[1] for row in found])

    def holds_any(self, terms: Iterable[str]) -> bool:
        """Whether any passage holds one of these words or phrases; none for no words."""
        phrases = ['"' + " ".join(words) + '"' for term in terms if (words := _WORD.findall(term))]
        if not phrases:
            return False
        with self._connections.reading() as connection:
            found = connection.execute(
                "SELECT 1 FROM passage_words WHERE passage_words MATCH ? LIMIT 1", (" OR ".join(phrases),)
            )
            return found.fetchone() is not None

    def passing(self, filters: Filters) -> Passing | None:
        """The references that pass all filters, in no order; None where there is no filter."""
        if filters.is_empty:
            return None
        with self._connections.reading() as connection:
            found = [
                connection.execute(f"SELECT group_concat(reference, ?) FROM ({query})", [SEPARATOR, *values])
                for query, values in select_passing(filters)
            ]
            return Passing(*(one.fetchone()[0] for one in found))

    def count_passing(self, filters: Filters, *, at_most: int = -1) -> int:
        """How many decisions pass all filters; no filters count all. ``at_most`` stops the counting there."""
        where, values = filter_clause(filters)
        with self._connections.reading() as connection:
            found = connection.execute(
                f"SELECT COUNT(*) FROM (SELECT 1 FROM decisions WHERE {where} LIMIT ?)", [*values, at_most]
            )
            return int(found.fetchone()[0])

    def passing_of(self, references: Sequence[CaseReference], filters: Filters) -> tuple[CaseReference, ...]:
        """Those of these decisions that are held and pass all filters, in the order given."""
        where, values = filter_clause(filters)
        with self._connections.reading() as connection:
            found = connection.execute(
                f"""SELECT reference FROM decisions
                    WHERE reference IN (SELECT value FROM json_each(?)) AND ({where})""",
                [json.dumps([reference.value for reference in references]), *values],
            )
            passing = {row["reference"] for row in found}
        return tuple(reference for reference in references if reference.value in passing)

    def newest(
        self, references: Iterable[str], *, limit: int = -1, highest_reference_first: bool = False
    ) -> list[CaseReference]:
        """These decisions (at most ``limit``, where one is given), the newest first, those without a date last.

        Those of one day by reference; those not held are left out.
        """
        with self._connections.reading() as connection:
            found = connection.execute(
                f"""SELECT reference FROM decisions WHERE reference IN (SELECT value FROM json_each(?))
                    ORDER BY decided DESC NULLS LAST, reference {"DESC" if highest_reference_first else "ASC"}
                    LIMIT ?""",
                (json.dumps(list(references)), limit),
            )
            return [CaseReference(row["reference"]) for row in found]

    def with_sums(self, references: Sequence[CaseReference], *, lowest_first: bool, limit: int) -> list[CaseReference]:
        """Those of these decisions with the highest (or lowest) payments, at most so many, in the order given.

        Of equal sums those that stand first are taken.
        """
        order = "MIN(amount_pence)" if lowest_first else "MAX(amount_pence) DESC"
        with self._connections.reading() as connection:
            found = connection.execute(
                f"""SELECT wanted.value AS reference FROM json_each(?) AS wanted
                    JOIN remedies ON remedies.reference = wanted.value
                    WHERE kind = 'payment' AND purpose != 'financial loss' AND amount_pence IS NOT NULL
                      AND status NOT IN ('claimed', 'refused')
                    GROUP BY wanted.key ORDER BY {order}, wanted.key LIMIT ?""",
                (json.dumps([reference.value for reference in references]), limit),
            )
            kept = {row["reference"] for row in found}
        return [reference for reference in references if reference.value in kept]

    def places(self, references: Sequence[CaseReference]) -> dict[CaseReference, tuple[str | None, str | None]]:
        """Category and subcategory of each of these decisions; those not held are left out."""
        wanted = json.dumps([reference.value for reference in references])
        with self._connections.reading() as connection:
            return {
                CaseReference(row["reference"]): (row["category"], row["subcategory"])
                for row in connection.execute(
                    """SELECT reference, category, subcategory FROM decisions
                       WHERE reference IN (SELECT value FROM json_each(?))""",
                    (wanted,),
                )
            }

    def issues(self, numbers: Sequence[int]) -> dict[int, str]:
        """The issues of the passages with these numbers; those without one are left out."""
        with self._connections.reading() as connection:
            found = connection.execute(
                """SELECT number, issue FROM passages
                   WHERE number IN (SELECT value FROM json_each(?)) AND issue IS NOT NULL""",
                (json.dumps(list(numbers)),),
            )
            return dict(found.fetchall())

    def passages(self, numbers: Sequence[int]) -> dict[int, Passage]:
        """The passages with these numbers; those not held are left out."""
        with self._connections.reading() as connection:
            found = connection.execute(
                f"""SELECT number, {", ".join(rows.PASSAGE_COLUMNS)} FROM passages
                    WHERE number IN (SELECT value FROM json_each(?))""",
                (json.dumps(list(numbers)),),
            )
            return {number: rows.make_passage(*given) for number, *given in found}


def _read_chunk(connection: sqlite3.Connection, decisions: Sequence[int]) -> PassageChunk | None:
    found = connection.execute(
        """SELECT passages.number, decision_numbers.number, kind = 'paragraph', issue IS NOT NULL, text, vector
           FROM decision_numbers JOIN passages USING (reference) JOIN vectors USING (text_hash)
           WHERE decision_numbers.number IN (SELECT value FROM json_each(?)) ORDER BY 2, 1""",
        (json.dumps(list(decisions)),),
    ).fetchall()
    found = of_one_length(found)
    if not found:
        return None
    numbers, of_decisions, is_paragraph, has_issue, texts, vectors = zip(*found, strict=True)
    return PassageChunk(
        np.array(numbers, dtype=np.int64),
        np.array(of_decisions, dtype=np.int64),
        np.array(is_paragraph, dtype=np.bool_),
        np.array(has_issue, dtype=np.bool_),
        np.frombuffer(b"".join(vectors), dtype=np.float16).reshape(len(vectors), -1),
        texts,
    )


def of_one_length(found: list[sqlite3.Row]) -> list[sqlite3.Row]:
    """Those rows whose vector (the last column) is as long as most; all, unless something was damaged."""
    lengths = Counter(len(row[-1]) for row in found)
    if len(lengths) < 2:
        return found
    usual = lengths.most_common(1)[0][0]
    return [row for row in found if len(row[-1]) == usual]


@contextmanager
def _vocabulary(connection: sqlite3.Connection, numbers: Sequence[int] | None) -> Iterator[str]:
    """A table of the tokens of all passages, or of some that are put into a word index of their own for it."""
    if numbers is None:
        connection.execute("CREATE VIRTUAL TABLE temp.all_tokens USING fts5vocab(main, passage_words, instance)")
        yield "temp.all_tokens"
        return  # the transaction is rolled back, and the table with it
    connection.execute(
        f"CREATE VIRTUAL TABLE temp.some_words USING fts5(issue, text, heading, tokenize = '{_TOKENIZER}')"
    )
    connection.execute(
        """INSERT INTO temp.some_words (rowid, issue, text, heading)
           SELECT number, COALESCE(issue, ''), text, heading FROM passages
           WHERE number IN (SELECT value FROM json_each(?))""",
        (json.dumps(list(numbers)),),
    )
    connection.execute("CREATE VIRTUAL TABLE temp.some_tokens USING fts5vocab(temp, some_words, instance)")
    yield "temp.some_tokens"


@lru_cache(maxsize=10_000)
def _tokens_of(word: str) -> tuple[str, ...]:
    connection = sqlite3.connect(":memory:")
    try:
        connection.execute(f"CREATE VIRTUAL TABLE words USING fts5(word, tokenize = '{_TOKENIZER}')")
        connection.execute("INSERT INTO words VALUES (?)", (" ".join(_WORD.findall(word)),))
        connection.execute("CREATE VIRTUAL TABLE tokens USING fts5vocab(words, instance)")
        return tuple(row[0] for row in connection.execute("SELECT term FROM tokens ORDER BY offset"))
    finally:
        connection.close()
