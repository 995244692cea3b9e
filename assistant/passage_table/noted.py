"""The files of a folder → their sizes and checksums, noted beside them; and back: which are not as they were noted.

Sizes cost nothing to compare. Checksums (CRC-32, about a gigabyte a second) tell a damaged byte. They are against
accident, not against malice: whoever can write here can note what they like.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

_PIECE = 1 << 20

# Name within the folder → size and checksum.
Noted = dict[str, list[int]]


def note_files(folder: Path, *, but: str = "") -> Noted:
    """Size and checksum of every file below the folder, by its name in it; without ``but`` and ``.new`` files."""
    return {name: [path.stat().st_size, _checksum(path)] for name, path in _files(folder, but)}


def find_damaged(folder: Path, noted: Any, *, but: str = "", with_checksums: bool = True) -> Iterator[str]:
    """One clause for each file that is missing, of another size or (``with_checksums``) of other content.

    ``noted`` is what ``note_files`` gave, read back: anything else is told as such.
    """
    if not _is_noted(noted):
        yield f"{folder}: nothing tells how its files should be"
        return
    held = dict(_files(folder, but))
    for name, (size, checksum) in sorted(noted.items()):
        path = held.get(name)
        if path is None:
            yield f"{folder / name}: it is not there"
        elif (now := path.stat().st_size) != size:
            yield f"{path}: it has {now:,} bytes, where {size:,} were written"
        elif with_checksums and _checksum(path) != checksum:
            yield f"{path}: its content is not what was written"


def total_size(noted: Any) -> int:
    """The bytes of all files noted. Raises AttributeError, TypeError or ValueError for what is no such note."""
    return sum(int(size) for size, _ in noted.values())


def _is_noted(noted: Any) -> bool:
    return isinstance(noted, dict) and all(
        isinstance(name, str) and isinstance(pair, list) and list(map(type, pair)) == [int, int]
        for name, pair in noted.items()
    )


def _files(folder: Path, but: str) -> Iterator[tuple[str, Path]]:
    for path in sorted(folder.rglob("*")):
        # SQLite's own journals come and go.
        if path.is_file() and path.name != but and not path.name.endswith((".new", "-journal", "-wal", "-shm")):
            yield path.relative_to(folder).as_posix(), path


def _checksum(path: Path) -> int:
    found = 0
    with path.open("rb") as file:
        while piece := file.read(_PIECE):
            found = zlib.crc32(piece, found)
    return found
