"""Vectors of another encoding → a file of their own beside the casebook, until all are there and take their place.

A file of its own, because it is thrown away: it never makes the casebook's grow, and a casebook is whole without it.
"""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Iterator, Mapping
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from assistant.casebook import schema

# Vectors are kept at 16 bits: half the disk, and the order of results was the same as at 32 (docs/ranking.md).
VECTOR_TYPE = np.float16


class VectorsToCome:
    """Vectors by the content hash of their text, kept as they come; for one process at a time."""

    def __init__(self, connection: sqlite3.Connection, path: Path) -> None:
        self._connection = connection
        self._path = path

    def known(self) -> frozenset[str]:
        """The content hashes that have a vector here."""
        return frozenset(row[0] for row in self._connection.execute("SELECT text_hash FROM vectors"))

    def keep(self, vectors: Mapping[str, NDArray[np.float32]]) -> None:
        """Keep these, in one step. Raises CasebookError where the disk is full."""
        rows = [(text, vector.astype(VECTOR_TYPE).tobytes()) for text, vector in vectors.items()]
        try:
            with self._connection:
                self._connection.executemany("INSERT OR REPLACE INTO vectors VALUES (?, ?)", rows)
        except sqlite3.DatabaseError as error:
            raise schema.translate(error, self._path) from error

    def items(self) -> Iterator[tuple[str, NDArray[np.float32]]]:
        """Each content hash with its vector."""
        for text, vector in self._connection.execute("SELECT text_hash, vector FROM vectors ORDER BY text_hash"):
            yield text, np.frombuffer(vector, dtype=VECTOR_TYPE).astype(np.float32)


@contextlib.contextmanager
def open_to_come(path: Path, made_by: str) -> Iterator[VectorsToCome]:
    """The vectors that an earlier run kept at ``path``, to go on with; those that were made otherwise are thrown away.

    ``made_by`` tells the encoder and how it computes.

    The file is deleted where the block ends well: they have taken their place. Raises CasebookError.
    """
    try:
        connection = _open(path, made_by)
    except sqlite3.OperationalError as error:
        raise schema.translate(error, path) from error
    except sqlite3.DatabaseError:
        # Damaged: what it holds can be encoded again.
        _delete(path)
        connection = _open(path, made_by)
    try:
        yield VectorsToCome(connection, path)
    finally:
        connection.close()
    _delete(path)


def _open(path: Path, made_by: str) -> sqlite3.Connection:
    connection = sqlite3.connect(path)
    try:
        with connection:
            connection.execute("CREATE TABLE IF NOT EXISTS encoder (identity TEXT PRIMARY KEY)")
            connection.execute("CREATE TABLE IF NOT EXISTS vectors (text_hash TEXT PRIMARY KEY, vector BLOB NOT NULL)")
            if connection.execute("SELECT identity FROM encoder").fetchall() != [(made_by,)]:
                connection.execute("DELETE FROM vectors")
                connection.execute("DELETE FROM encoder")
                connection.execute("INSERT INTO encoder VALUES (?)", (made_by,))
    except BaseException:
        connection.close()
        raise
    return connection


def _delete(path: Path) -> None:
    for each in (path, path.with_name(path.name + "-journal")):
        each.unlink(missing_ok=True)
