"""The casebook's door: its read half and its write half."""

from __future__ import annotations

import json
import sqlite3
import uuid
from collections.abc import Iterable, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Self

import numpy as np
from numpy.typing import NDArray
from rapidfuzz.distance import OSA

from assistant.casebook import rows, schema
from assistant.casebook.checks import find_problems, fingerprint
from assistant.casebook.listing import WordGroups, count_listed, read_listing
from assistant.casebook.search import count_outcomes, find_candidates, has_candidates, search_words
from assistant.casebook.status import CasebookStatus, read_status
from assistant.casebook.storing import Filed, forget, forget_unused_vectors, keep, moment
from assistant.casebook.to_come import VECTOR_TYPE, VectorsToCome, open_to_come
from assistant.domain import (
    CasebookFacts,
    CaseReference,
    Decision,
    Filters,
    Flag,
    Listing,
    NewsItem,
    OutcomeCount,
    Passage,
    Sort,
)
from assistant.errors import CasebookError, EncoderMismatch


@dataclass(frozen=True)
class PassageChange:
    """A passage that came or went; ``sequence`` grows with every change."""

    sequence: int
    passage: str
    is_removed: bool


class Casebook:
    """All decisions, their parts, passages and vectors. Safe to use from several threads."""

    def __init__(self, connections: schema.Connections) -> None:
        self._connections = connections

    @classmethod
    def open(cls, path: Path) -> Self:
        """Open the casebook at ``path``, making it where there is none. Raises CasebookError."""
        try:
            path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        except OSError as error:
            raise CasebookError(f"{path.parent}: the directory cannot be made ({error.strerror}).") from error
        connections = schema.Connections(path)
        schema.upgrade(connections)
        book = cls(connections)
        if book._meta("id") is None:
            with connections.writing() as connection:
                connection.execute("INSERT OR IGNORE INTO meta VALUES ('id', ?)", (uuid.uuid4().hex,))
        return book

    def close(self) -> None:
        """Close all connections."""
        self._connections.close()

    @property
    def path(self) -> Path:
        """The SQLite file."""
        return self._connections.path

    # ------------------------------------------------------------------ reading

    @property
    def id(self) -> str:
        """A name made with the casebook, by which a derived index knows whose it is."""
        return self._meta("id") or ""

    @property
    def encoder(self) -> str | None:
        """The identity of the encoder that made the vectors; None while there are none."""
        return self._meta("encoder")

    def facts(self) -> CasebookFacts:
        """What is held: counts, dates, bodies and subcategories. All zero and empty for an empty casebook."""
        row = self._read(
            """SELECT COUNT(*) AS decisions, SUM(basis = 'full text') AS full_texts,
                      MIN(decided) AS oldest, MAX(decided) AS newest FROM decisions"""
        )[0]
        bodies = self._read("SELECT DISTINCT body FROM decisions WHERE body IS NOT NULL ORDER BY body")
        subjects = self._read(
            """SELECT DISTINCT category, subcategory FROM decisions
               WHERE category IS NOT NULL AND subcategory IS NOT NULL ORDER BY 1, 2"""
        )
        return CasebookFacts(
            decisions=row["decisions"],
            full_texts=row["full_texts"] or 0,
            newest=date.fromisoformat(row["newest"]) if row["newest"] else None,
            oldest=date.fromisoformat(row["oldest"]) if row["oldest"] else None,
            bodies=tuple(body["body"] for body in bodies),
            subcategories=tuple((subject[0], subject[1]) for subject in subjects),
        )

    def decisions(self, references: Sequence[CaseReference]) -> dict[CaseReference, Decision]:
        """The decisions with these references, whole, in the order asked for; those not held are left out."""
        try:
            with self._connections.reading() as connection:
                return rows.read_decisions(connection, references)
        except (ValueError, TypeError) as error:
            raise CasebookError(
                f"{self.path}: a stored decision cannot be read ({error}); run `python -m ingest verify`."
            ) from error

    def damaged(self, decisions: Iterable[Decision]) -> tuple[CaseReference, ...]:
        """Which of these decisions, as read back, are not what was ingested (a changed sum, word or date).

        One that was filed anew since it was read is not damaged: what is held now decides.
        """
        given = {decision.reference.value: rows.decision_hash(decision) for decision in decisions}
        suspects = self._differing(given)
        if not suspects:
            return ()
        again = self.decisions(suspects)
        return self._differing({held.reference.value: rows.decision_hash(held) for held in again.values()})

    def _differing(self, given: Mapping[str, str]) -> tuple[CaseReference, ...]:
        stored = self._read(
            "SELECT reference, content_hash FROM decisions WHERE reference IN (SELECT value FROM json_each(?))",
            (_json(given),),
        )
        return tuple(
            CaseReference(row["reference"]) for row in stored if row["content_hash"] != given[row["reference"]]
        )

    def references(self) -> tuple[CaseReference, ...]:
        """Every reference held, sorted."""
        return tuple(CaseReference(row[0]) for row in self._read("SELECT reference FROM decisions ORDER BY reference"))

    def near_references(self, reference: CaseReference, *, limit: int = 3) -> tuple[CaseReference, ...]:
        """Held references that look like this one and are different cases, nearest first.

        Near is one changed, swapped, added or dropped digit, or two behind the same first five: a typing slip leaves
        the beginning alone more often than not. 19 018 891 is near 19 018 981 and 19 018 961.
        """
        wanted = reference.value.replace(" ", "")
        near = []
        for row in self._read("SELECT reference FROM decisions WHERE reference LIKE ?", (f"{reference.value[:2]} %",)):
            held = row[0].replace(" ", "")
            distance = OSA.distance(held, wanted, score_cutoff=2)
            if distance == 1 or (distance == 2 and held[:5] == wanted[:5]):
                near.append((distance, row[0]))
        return tuple(CaseReference(value) for _, value in sorted(near)[:limit])

    def candidates(self, filters: Filters) -> frozenset[CaseReference] | None:
        """The references that pass the filters; None where there is no filter."""
        with self._connections.reading() as connection:
            return find_candidates(connection, filters)

    def has_candidates(self, filters: Filters, *, at_least: int = 1) -> bool:
        """Whether so many decisions pass the filters; no more of them are looked for."""
        with self._connections.reading() as connection:
            return has_candidates(connection, filters, at_least=at_least)

    def count_outcomes(self, filters: Filters) -> tuple[OutcomeCount, ...]:
        """How the decisions that pass the filters ended, year by year; no filters count everything held."""
        with self._connections.reading() as connection:
            return count_outcomes(connection, filters)

    def keyword_search(
        self,
        weighted_terms: Mapping[str, float],
        *,
        limit: int,
        within: frozenset[CaseReference] | None = None,
        field_weights: tuple[float, float, float] = (1.0, 1.0, 1.0),
    ) -> list[tuple[str, float]]:
        """Passage ids with BM25 scores (higher is better), best first; no terms give none."""
        with self._connections.reading() as connection:
            return search_words(connection, weighted_terms, limit=limit, within=within, field_weights=field_weights)

    def listing(
        self, words: WordGroups, filters: Filters, sort: Sort = Sort.NEWEST, *, offset: int = 0, limit: int = 25
    ) -> Listing:
        """One page of the decisions that hold all the words and pass the filters, with the counts of their facets.

        ``words`` are groups of texts: of each group one text must stand in the decision, its words together. No
        decision is loaded.
        """
        with self._connections.reading() as connection:
            return read_listing(connection, words, filters, sort, offset=offset, limit=limit)

    def count_listed(self, words: WordGroups, filters: Filters) -> int:
        """How many decisions hold all the words and pass the filters."""
        with self._connections.reading() as connection:
            return count_listed(connection, words, filters)

    def passages(self, ids: Iterable[str]) -> dict[str, Passage]:
        """The passages with these ids; those not held are left out."""
        found = self._read("SELECT * FROM passages WHERE id IN (SELECT value FROM json_each(?))", (_json(ids),))
        return {row["id"]: rows.read_passage(row) for row in found}

    def references_of_passages(self, ids: Iterable[str]) -> frozenset[CaseReference]:
        """The decisions that these passages belong to; passages that are not held are left out."""
        found = self._read(
            "SELECT DISTINCT reference FROM passages WHERE id IN (SELECT value FROM json_each(?))", (_json(ids),)
        )
        return frozenset(CaseReference(row[0]) for row in found)

    def passage_vectors(
        self, references: frozenset[CaseReference] | None = None
    ) -> tuple[list[str], NDArray[np.float32]]:
        """Ids and vectors of the passages of these decisions (None: of all), ordered by id; one row a passage."""
        inside = ""
        values: tuple[object, ...] = ()
        if references is not None:
            inside = "WHERE passages.reference IN (SELECT value FROM json_each(?))"
            values = (_json(sorted(reference.value for reference in references)),)
        found = self._read(
            f"""SELECT passages.id AS id, vectors.vector AS vector
                FROM passages JOIN vectors ON vectors.text_hash = passages.text_hash {inside} ORDER BY passages.id""",
            values,
        )
        return [row["id"] for row in found], _matrix([row["vector"] for row in found])

    def vectors_of_passages(self, ids: Sequence[str]) -> dict[str, NDArray[np.float32]]:
        """The vector of each of these passages; those not held are left out."""
        found = self._read(
            """SELECT passages.id AS id, vectors.vector AS vector
               FROM passages JOIN vectors ON vectors.text_hash = passages.text_hash
               WHERE passages.id IN (SELECT value FROM json_each(?))""",
            (_json(ids),),
        )
        return {row["id"]: np.frombuffer(row["vector"], dtype=VECTOR_TYPE).astype(np.float32) for row in found}

    def known_vectors(self, text_hashes: Iterable[str]) -> frozenset[str]:
        """Which of these texts (by content hash) have a vector already."""
        found = self._read(
            "SELECT text_hash FROM vectors WHERE text_hash IN (SELECT value FROM json_each(?))", (_json(text_hashes),)
        )
        return frozenset(row[0] for row in found)

    def changes_since(self, sequence: int) -> tuple[PassageChange, ...]:
        """Passages that came or went after ``sequence``, oldest first."""
        found = self._read("SELECT * FROM passage_changes WHERE sequence > ? ORDER BY sequence", (sequence,))
        return tuple(PassageChange(row["sequence"], row["passage"], bool(row["is_removed"])) for row in found)

    def last_change(self) -> int:
        """The newest change's sequence; 0 for a casebook that never held a passage."""
        return int(self._read("SELECT COALESCE(MAX(sequence), 0) FROM passage_changes")[0][0])

    def kept_out(self) -> frozenset[CaseReference]:
        """The decisions that were taken out for good."""
        return frozenset(CaseReference(row[0]) for row in self._read("SELECT reference FROM kept_out"))

    def news(self) -> tuple[NewsItem, ...]:
        """All news items, by id."""
        return tuple(rows.read_news(row) for row in self._read("SELECT * FROM news ORDER BY id"))

    def flags(self) -> dict[CaseReference, tuple[Flag, ...]]:
        """The planted texts found in each decision that holds any, by reference."""
        found: dict[CaseReference, list[Flag]] = {}
        for row in self._read("SELECT * FROM flags ORDER BY reference, ordinal"):
            found.setdefault(CaseReference(row["reference"]), []).append(rows.read_flag(row))
        return {reference: tuple(flags) for reference, flags in found.items()}

    def content_hashes(self) -> dict[str, tuple[str, str]]:
        """For each reference held, its content hash and its basis: how ``file`` knows what is unchanged."""
        found = self._read("SELECT reference, content_hash, basis FROM decisions")
        return {row["reference"]: (row["content_hash"], row["basis"]) for row in found}

    def status(self) -> CasebookStatus:
        """What is loaded, from where and to when, what was set aside, and what is flagged."""
        with self._connections.reading() as connection:
            return read_status(connection, self.facts(), self.encoder, self.flags())

    def verify(self) -> list[str]:
        """What is wrong with the stored record, one sentence each; an empty list for a sound one."""
        with self._connections.reading() as connection:
            return find_problems(connection)

    def fingerprint(self) -> str:
        """A hash over all that is held, equal for two casebooks with the same content however it was filed."""
        with self._connections.reading() as connection:
            return fingerprint(connection)

    # ------------------------------------------------------------------ writing

    def stamp_encoder(self, identity: str) -> None:
        """Record whose vectors these are. Raises EncoderMismatch where another encoder's are held."""
        held = self.encoder
        if held == identity:
            return
        if held is not None:
            raise EncoderMismatch(
                f"{self.path}: encoded by {held}, but the encoder in use is {identity}. Set REDRESS_ENCODER back, or "
                "run `python -m ingest rebuild --encode` to encode the casebook anew."
            )
        self._set_meta("encoder", identity)

    def file(self, filed: Sequence[Filed], vectors: Mapping[str, NDArray[np.float32]]) -> None:
        """Keep these decisions with their passages, replacing what was held under their references, in one step.

        Those that are kept out are left out, whoever read them before they were.
        ``vectors`` maps content hashes of encoded texts to vectors; those already held may be left out.
        """
        with self._connections.writing() as connection:
            connection.executemany(
                "INSERT OR IGNORE INTO vectors VALUES (?, ?)",
                [(text, vector.astype(VECTOR_TYPE).tobytes()) for text, vector in sorted(vectors.items())],
            )
            kept_out = {row[0] for row in connection.execute("SELECT reference FROM kept_out")}
            for item in filed:
                forget(connection, item.decision.reference)
                if item.decision.reference.value not in kept_out:
                    keep(connection, item)
            forget_unused_vectors(connection)

    def vectors_to_come(self, identity: str) -> AbstractContextManager[VectorsToCome]:
        """Where an encoder's vectors are kept until ``replace_vectors`` takes all of them; for ``with``."""
        return open_to_come(self.path.with_name("encoding.sqlite"), identity)

    def replace_vectors(self, identity: str, vectors: Mapping[str, NDArray[np.float32]] | VectorsToCome) -> None:
        """Put another encoder's vectors in place of all held, in one step; every passage must have one."""
        with self._connections.writing() as connection:
            connection.execute("DELETE FROM vectors")
            connection.executemany(
                "INSERT INTO vectors VALUES (?, ?)",
                ((text, vector.astype(VECTOR_TYPE).tobytes()) for text, vector in vectors.items()),
            )
            # Of a decision that was taken out meanwhile.
            connection.execute("DELETE FROM vectors WHERE text_hash NOT IN (SELECT text_hash FROM passages)")
            connection.execute("INSERT OR REPLACE INTO meta VALUES ('encoder', ?)", (identity,))
            # A derived index knows by the name that its vectors are no longer these.
            connection.execute("INSERT OR REPLACE INTO meta VALUES ('id', ?)", (uuid.uuid4().hex,))

    def encoded_texts(self) -> dict[str, str]:
        """Every distinct text that has to be encoded, by content hash: what ``rebuild --encode`` goes through."""
        found = self._read("SELECT text_hash, heading, text FROM passages ORDER BY number")
        return {
            row["text_hash"]: f"{row['heading']}. {row['text']}" if row["heading"] else row["text"] for row in found
        }

    def remove(self, reference: CaseReference) -> bool:
        """Take a decision out, with everything derived from it; False where it was not held."""
        with self._connections.writing() as connection:
            held = connection.execute("SELECT 1 FROM decisions WHERE reference = ?", (reference.value,)).fetchone()
            if held is None:
                return False
            forget(connection, reference)
            connection.execute("DELETE FROM origins WHERE reference = ?", (reference.value,))
            forget_unused_vectors(connection)
        return True

    def keep_out(self, reference: CaseReference) -> bool:
        """Take a decision out as ``remove`` does, and never file it again; False where it was not held."""
        with self._connections.writing() as connection:
            connection.execute("INSERT OR IGNORE INTO kept_out VALUES (?, ?)", (reference.value, moment()))
        return self.remove(reference)

    def let_in(self, reference: CaseReference) -> bool:
        """Let a decision that was kept out be filed again; False where it was not kept out."""
        with self._connections.writing() as connection:
            deleted = connection.execute("DELETE FROM kept_out WHERE reference = ?", (reference.value,))
            return deleted.rowcount > 0

    def record_news(self, item: NewsItem) -> None:
        """Keep a news item; one with the same id is replaced."""
        with self._connections.writing() as connection:
            connection.execute("INSERT OR REPLACE INTO news VALUES (?, ?, ?, ?, ?, ?)", rows.news_row(item))

    def record_set_aside(self, place: str, reason: str) -> None:
        """Note that something could not be used, and why."""
        with self._connections.writing() as connection:
            connection.execute("INSERT OR REPLACE INTO set_aside VALUES (?, ?, ?)", (place, reason, moment()))

    def clear_set_aside(self, place: str) -> None:
        """Forget the note about a place that could be read after all."""
        with self._connections.writing() as connection:
            connection.execute("DELETE FROM set_aside WHERE place = ?", (place,))

    # ------------------------------------------------------------------ helpers

    def _read(self, sql: str, values: tuple[object, ...] = ()) -> list[sqlite3.Row]:
        try:
            return self._connections.get().execute(sql, values).fetchall()
        except sqlite3.DatabaseError as error:
            raise schema.translate(error, self.path) from error

    def _meta(self, key: str) -> str | None:
        found = self._read("SELECT value FROM meta WHERE key = ?", (key,))
        return str(found[0][0]) if found else None

    def _set_meta(self, key: str, value: str) -> None:
        with self._connections.writing() as connection:
            connection.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", (key, value))


def _json(values: Iterable[str]) -> str:
    return json.dumps(list(values))


def _matrix(blobs: Sequence[bytes]) -> NDArray[np.float32]:
    if not blobs:
        return np.zeros((0, 0), dtype=np.float32)
    return np.frombuffer(b"".join(blobs), dtype=VECTOR_TYPE).reshape(len(blobs), -1).astype(np.float32)
