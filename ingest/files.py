"""Paths → the files behind them in a fixed order, and their bytes; what cannot be used, with its reason."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from assistant.errors import InputError

# A page of the Ombudsman is some tens of kilobytes, the whole starter one megabyte; beyond this it is something else.
_LARGEST_BYTES = 200 * 1024 * 1024
_PAGE_SUFFIXES = frozenset({".html", ".htm", ".xhtml"})
_PAGE_PARTS = re.compile(r"[_.-]files$", re.I)


@dataclass(frozen=True)
class SetAside:
    """A file, folder or decision that was not used, and why. ``was_named`` is false for what a folder held."""

    place: str
    reason: str
    was_named: bool


@dataclass(frozen=True)
class Found:
    """A file to be read: its bytes, or None where they are still on the disk; the address of a page fetched.

    ``number`` is its place among the files of the run, from 1. ``known`` is the hash of the bytes from which all that
    is held of it was read, where that is known.
    """

    path: Path
    was_named: bool
    data: bytes | None = None
    address: str | None = None
    number: int = 0
    known: str | None = None


def find_files(paths: Sequence[Path], aside: list[SetAside]) -> list[Found]:
    """The files behind the paths, each once; folders sorted, without hidden names. What cannot be used goes aside."""
    found: list[Found] = []
    for path, was_named in _list_files(paths, aside):
        if _in_words(path) == str(path):
            found.append(Found(path, was_named, number=len(found) + 1))
        else:
            aside.append(SetAside(_in_words(path), "its name holds bytes that are no text; rename it", was_named))
    return found


def read_bytes(path: Path) -> bytes:
    """The bytes of a file. Raises InputError with the reason."""
    try:
        size = path.stat().st_size
        if size > _LARGEST_BYTES:
            raise InputError(f"{path}: {size:,} bytes; larger than any file of decisions. Nothing was stored.")
        return path.read_bytes()
    except OSError as error:
        raise InputError(f"{path}: cannot be read ({error.strerror}). Check its name and your permission.") from error


def put_aside(found: Found, error: InputError) -> SetAside:
    """The file with its reason, which is shown beside the path and goes without it."""
    reason = str(error).removeprefix(str(found.path)).lstrip(":, ").strip()
    return SetAside(str(found.path), reason, found.was_named)


def _in_words(path: Path) -> str:
    """The path as text that can be stored and shown: bytes of a name that are no UTF-8 are written out."""
    return str(path).encode("utf-8", "backslashreplace").decode("utf-8")


def _list_files(paths: Sequence[Path], aside: list[SetAside]) -> Iterator[tuple[Path, bool]]:
    """Each file once, with whether it was named itself."""
    seen: set[Path] = set()
    for path in paths:
        if not path.is_dir():
            found: list[tuple[Path, bool]] = [(path, True)]
        else:
            found = [(file, False) for file in _walk(path, aside)]
            if not found and not any(item.place.startswith(str(path)) for item in aside):
                aside.append(SetAside(str(path), "an empty folder: there is no file in it", was_named=True))
        for file, was_named in found:
            identity = file.absolute()
            if identity not in seen:
                seen.add(identity)
                yield file, was_named


def _walk(folder: Path, aside: list[SetAside]) -> Iterator[Path]:
    """Every file below a folder. A folder that cannot be opened is set aside; links to folders are not followed.

    What a browser saves beside a page (``NAME_files``: pictures, scripts) is set aside as one.
    """

    def refuse(error: OSError) -> None:
        place = Path(error.filename or folder)
        reason = f"cannot be opened ({error.strerror}); check your permission"
        aside.append(SetAside(_in_words(place), reason, was_named=place == folder))

    for parent, folders, names in os.walk(folder, onerror=refuse):
        pages = {Path(name).stem for name in names if Path(name).suffix.lower() in _PAGE_SUFFIXES}
        parts = {name for name in folders if _PAGE_PARTS.sub("", name) in pages}
        aside += [
            SetAside(_in_words(Path(parent) / name), "the pictures and scripts of a saved page", was_named=False)
            for name in sorted(parts)
        ]
        folders[:] = sorted(name for name in folders if not name.startswith(".") and name not in parts)
        yield from (Path(parent) / name for name in sorted(names) if not name.startswith("."))
