"""What happened to each decision ↔ lines appended to one file, each with a checksum of its own.

Lines and not a database: an appended line is there whole or can be told from one that is not, so a kill, a full disk or
a damaged byte costs that line alone, and what it said is found again (from the page's file) or asked again. SQLite
would be lost as a whole by the same damage, and its one home is the casebook.
"""

from __future__ import annotations

import json
import os
import zlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

Entry = dict[str, Any]


@dataclass(frozen=True)
class ManifestReading:
    """The entries that are whole, in the order they were written, and the numbers of the lines that are not."""

    entries: tuple[Entry, ...]
    damaged: tuple[int, ...] = ()


def read_manifest(path: Path) -> ManifestReading:
    """Read every line; a file that is not there has none."""
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        return ManifestReading(())
    entries, damaged = [], []
    for number, line in enumerate(data.split(b"\n"), start=1):
        if not line:
            continue
        entry = _read_line(line)
        if entry is None:
            damaged.append(number)
        else:
            entries.append(entry)
    # A last line without its end may be whole by its checksum; the next line is then put below it.
    return ManifestReading(tuple(entries), tuple(damaged))


def append_entry(path: Path, entry: Mapping[str, Any]) -> None:
    """Write one line behind the others, and see it on the disk. Raises OSError."""
    with path.open("ab+") as file:
        file.seek(0, os.SEEK_END)
        is_cut = False
        if file.tell():
            file.seek(-1, os.SEEK_END)
            is_cut = file.read(1) != b"\n"
        file.write((b"\n" if is_cut else b"") + _write_line(entry))
        file.flush()
        os.fsync(file.fileno())


def write_manifest(path: Path, entries: Iterable[Mapping[str, Any]]) -> None:
    """Write the whole file anew; until it is complete the old one stays. Raises OSError."""
    write_whole(path, b"".join(_write_line(entry) for entry in entries))


def write_whole(path: Path, data: bytes) -> None:
    """Write a file that is there whole or not at all. Raises OSError."""
    building = path.with_name(path.name + ".new")
    with building.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    building.replace(path)


def _write_line(entry: Mapping[str, Any]) -> bytes:
    text = json.dumps(entry, ensure_ascii=True, separators=(",", ":")).encode()
    return b"%08x %s\n" % (zlib.crc32(text), text)


def _read_line(line: bytes) -> Entry | None:
    checksum, _, text = line.partition(b" ")
    if checksum != b"%08x" % zlib.crc32(text):
        return None
    try:
        entry = json.loads(text)
    except ValueError:
        return None
    return entry if isinstance(entry, dict) and isinstance(entry.get("what"), str) else None
