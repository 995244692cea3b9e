"""What is known of files that were read: the hash of their bytes and what is held of them; notes of those set aside.

It saves reading them again, and nothing else: a casebook is whole without it.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from assistant.casebook import schema
from assistant.casebook.storing import moment, storable
from assistant.domain import CaseReference


@dataclass(frozen=True)
class HeldDecision:
    """A decision that was read from a file, and is held just so; ``content`` is the hash under which it is."""

    reference: CaseReference
    is_full_text: bool
    content: str


@dataclass(frozen=True)
class KnownFile:
    """A file whose decisions are all held as they were read from it. ``content`` is the hash of its bytes."""

    path: Path
    content: str
    held: tuple[HeldDecision, ...]


class FilesRead:
    """The files that were read into this casebook. ``reader`` names the program that read them: another reads anew."""

    def __init__(self, connections: schema.Connections) -> None:
        self._connections = connections

    def known(self, paths: Sequence[Path], reader: str) -> dict[Path, KnownFile]:
        """Those of these files of which everything is still held as this reader read it."""
        named = {_place(path): path for path in paths}
        with self._connections.reading() as connection:
            rows = connection.execute(
                """SELECT files_read.place AS place, content, files_held.reference AS reference, is_full_text,
                          files_held.content_hash AS content_hash,
                          decisions.content_hash IS files_held.content_hash AS is_held
                   FROM files_read JOIN files_held USING (place)
                   LEFT JOIN decisions ON decisions.reference = files_held.reference
                   WHERE reader = ? AND files_read.place IN (SELECT value FROM json_each(?))
                   ORDER BY place, ordinal""",
                (reader, json.dumps(list(named))),
            ).fetchall()
        gone = {row["place"] for row in rows if not row["is_held"]}
        held: dict[tuple[str, str], list[HeldDecision]] = {}
        for row in rows:
            if row["place"] not in gone:
                one = HeldDecision(CaseReference(row["reference"]), bool(row["is_full_text"]), row["content_hash"])
                held.setdefault((row["place"], row["content"]), []).append(one)
        return {named[place]: KnownFile(named[place], content, tuple(each)) for (place, content), each in held.items()}

    def keep(self, paths: Iterable[Path], known: Iterable[KnownFile], reader: str) -> None:
        """Forget what was known of these paths, which were read anew, and keep what is known of them now."""
        with self._connections.writing() as connection:
            connection.executemany("DELETE FROM files_read WHERE place = ?", [(_place(path),) for path in paths])
            for file in known:
                place = _place(file.path)
                connection.execute("INSERT OR REPLACE INTO files_read VALUES (?, ?, ?)", (place, file.content, reader))
                connection.executemany(
                    "INSERT OR REPLACE INTO files_held VALUES (?, ?, ?, ?, ?)",
                    [
                        (place, ordinal, one.reference.value, int(one.is_full_text), one.content)
                        for ordinal, one in enumerate(file.held, start=1)
                    ],
                )

    def note_set_aside(self, read: Iterable[str], aside: Iterable[tuple[str, str]]) -> None:
        """Forget the notes about places that could be read this time, and note (place, reason) of those set aside."""
        now = moment()
        with self._connections.writing() as connection:
            connection.executemany("DELETE FROM set_aside WHERE place = ?", [(storable(place),) for place in read])
            connection.executemany(
                "INSERT OR REPLACE INTO set_aside VALUES (?, ?, ?)",
                [(storable(place), storable(reason), now) for place, reason in aside],
            )


def _place(path: Path) -> str:
    """Whole, so that a file is the same from wherever it is named; what is no Unicode is written out."""
    return storable(str(path.absolute()))
