"""The casebook's door: its write half, over the read half."""

from __future__ import annotations

import uuid
from collections.abc import Mapping, Sequence
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Self

import numpy as np
from numpy.typing import NDArray

from assistant.casebook import rows, schema
from assistant.casebook.reader import CasebookReader
from assistant.casebook.storing import (
    Filed,
    Unfiled,
    changed_since,
    drop_odd_vectors,
    forget,
    forget_unused_vectors,
    keep,
    moment,
    renew_words,
    without_vector,
)
from assistant.casebook.to_come import VECTOR_TYPE, VectorsToCome, open_to_come
from assistant.domain import CaseReference, NewsItem
from assistant.errors import CasebookError, EncoderMismatch


class Casebook(CasebookReader):
    """All decisions, their parts, passages and vectors. Safe to use from several threads."""

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

    def file(
        self,
        filed: Sequence[Filed],
        vectors: Mapping[str, NDArray[np.float32]],
        *,
        expected: Mapping[str, str | None] | None = None,
        needs_vectors: bool = False,
    ) -> Unfiled:
        """Keep these decisions with their passages, replacing what was held under their references, in one step.

        Those that are kept out are left out, whoever read them before they were.
        ``vectors`` maps content hashes of encoded texts to vectors; those already held may be left out.
        ``expected`` is the content hash that the caller found held under each reference (None: nothing). Where
        something else is held by now, that stays, and the decision is told as overtaken. With ``needs_vectors`` nothing
        is kept where a text has no vector any more, because the last decision that had it was taken out meanwhile.
        """
        with self._connections.writing() as connection:
            lacking = without_vector(connection, filed, vectors) if needs_vectors else frozenset()
            if lacking:
                return Unfiled(lacking=lacking)
            overtaken = changed_since(connection, expected or {})
            connection.executemany(
                "INSERT OR IGNORE INTO vectors VALUES (?, ?)",
                [(text, vector.astype(VECTOR_TYPE).tobytes()) for text, vector in sorted(vectors.items())],
            )
            kept_out = {row[0] for row in connection.execute("SELECT reference FROM kept_out")}
            # What was given and no passage has (a caller may give more than is needed) goes as well.
            replaced = set(vectors)
            for item in filed:
                if item.decision.reference.value in overtaken:
                    continue
                replaced |= forget(connection, item.decision.reference.value)
                if item.decision.reference.value not in kept_out:
                    keep(connection, item)
            forget_unused_vectors(connection, replaced)
        return Unfiled(overtaken=overtaken)

    def vectors_to_come(self, made_by: str) -> AbstractContextManager[VectorsToCome]:
        """Where vectors of one encoder and way are kept until ``replace_vectors`` takes all of them; for ``with``."""
        return open_to_come(self.path.with_name("encoding.sqlite"), made_by)

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

    def renew_words(self) -> None:
        """Make both keyword indexes anew from what is held, whatever is in them."""
        with self._connections.writing() as connection:
            renew_words(connection)

    def drop_odd_vectors(self) -> None:
        """Delete vectors that are of another length than most: none of them can be compared with the others."""
        with self._connections.writing() as connection:
            drop_odd_vectors(connection)

    def drop_unused_vectors(self) -> None:
        """Delete the vectors of texts that no passage has."""
        with self._connections.writing() as connection:
            connection.execute("DELETE FROM vectors WHERE text_hash NOT IN (SELECT text_hash FROM passages)")

    def give_up(self, value: str) -> None:
        """Take out a decision that cannot be used as it is stored, to be taken in anew: its vectors stay.

        ``value`` is the reference as it is stored, which may be none.
        """
        with self._connections.writing() as connection:
            forget(connection, value)

    def mark_altered(self, value: str) -> None:
        """Note that a stored decision is not what was ingested, so that the next reading of it replaces it."""
        with self._connections.writing() as connection:
            connection.execute("UPDATE decisions SET content_hash = 'altered' WHERE reference = ?", (value,))

    def remove(self, reference: CaseReference) -> bool:
        """Take a decision out, with everything derived from it; False where it was not held."""
        with self._connections.writing() as connection:
            held = connection.execute("SELECT 1 FROM decisions WHERE reference = ?", (reference.value,)).fetchone()
            if held is None:
                return False
            texts = forget(connection, reference.value)
            connection.execute("DELETE FROM origins WHERE reference = ?", (reference.value,))
            forget_unused_vectors(connection, texts)
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

    def _set_meta(self, key: str, value: str) -> None:
        with self._connections.writing() as connection:
            connection.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", (key, value))
