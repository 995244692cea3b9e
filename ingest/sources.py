"""Files and folders → what they hold, read and checked whole before anything is stored."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from assistant.digests import read_digests
from assistant.domain import CaseReference, Decision, NewsItem
from assistant.errors import InputError
from ingest.decoding import FileForm, decode, form_of
from ingest.news import read_news
from ingest.page import PageReading, read_page

# A page of the Ombudsman is some tens of kilobytes, the whole starter one megabyte; beyond this it is something else.
_LARGEST_BYTES = 200 * 1024 * 1024
_DIGEST_SUFFIXES = frozenset({".jsonl", ".ndjson"})


@dataclass(frozen=True)
class FileReading:
    """What one file holds: digests or one full text, or one news item. ``page`` is set for a full text."""

    path: Path
    decisions: tuple[Decision, ...] = ()
    news: NewsItem | None = None
    page: PageReading | None = None


@dataclass(frozen=True)
class SetAside:
    """A file, folder or decision that was not used, and why. ``was_named`` is false for what a folder held."""

    place: str
    reason: str
    was_named: bool


@dataclass(frozen=True)
class Readings:
    """Everything that the given paths hold, each reference once, in the order of the paths."""

    files: tuple[FileReading, ...]
    decisions: tuple[Decision, ...]
    news: tuple[NewsItem, ...]
    set_aside: tuple[SetAside, ...]


def read_file(path: Path) -> FileReading:
    """Read one file by what is in it: digest lines, a decision statement, or a news article.

    Raises InputError (or DigestError) with the reason where it is none of these, or broken; then nothing of it is used.
    """
    data = _read_bytes(path)
    if path.suffix.lower() in _DIGEST_SUFFIXES or data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{"):
        return FileReading(path, decisions=read_digests(path))
    try:
        page = read_page(data, str(path))
    except InputError:
        news = read_news(decode(data, str(path)), path.name) if form_of(data) is FileForm.TEXT else None
        if news is None:
            raise
        return FileReading(path, news=news)
    return FileReading(path, decisions=(page.decision,), page=page)


def read_sources(paths: Sequence[Path], *, on_file: Callable[[int, int], None] | None = None) -> Readings:
    """Read files, and folders with all that is in them, in a fixed order.

    What cannot be used is set aside with its reason. Where two files hold the same reference, a full text goes before
    a digest, and of two of one kind the first is kept. ``on_file`` is called with (done, all) after each file.
    """
    aside: list[SetAside] = []
    files = list(_list_files(paths, aside))
    read: list[FileReading] = []
    for n, (path, was_named) in enumerate(files, start=1):
        try:
            read.append(read_file(path))
        except InputError as error:
            aside.append(SetAside(str(path), _reason(path, error), was_named))
        if on_file is not None:
            on_file(n, len(files))
    decisions = _one_for_each_reference(read, aside)
    news = {reading.news.id: reading.news for reading in read if reading.news is not None}
    return Readings(tuple(read), decisions, tuple(news.values()), tuple(aside))


def _reason(path: Path, error: InputError) -> str:
    """The message without the path before it: it is shown beside the path."""
    return str(error).removeprefix(str(path)).lstrip(":, ").strip()


def _read_bytes(path: Path) -> bytes:
    try:
        size = path.stat().st_size
        if size > _LARGEST_BYTES:
            raise InputError(f"{path}: {size:,} bytes; larger than any file of decisions. Nothing was stored.")
        return path.read_bytes()
    except OSError as error:
        raise InputError(f"{path}: cannot be read ({error.strerror}). Check its name and your permission.") from error


def _list_files(paths: Sequence[Path], aside: list[SetAside]) -> Iterator[tuple[Path, bool]]:
    """The files behind the paths, each once, with whether it was named itself; folders sorted, without hidden names."""
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
    """Every file below a folder. A folder that cannot be opened is set aside; links to folders are not followed."""

    def refuse(error: OSError) -> None:
        place = str(error.filename or folder)
        reason = f"cannot be opened ({error.strerror}); check your permission"
        aside.append(SetAside(place, reason, was_named=Path(place) == folder))

    for parent, folders, names in os.walk(folder, onerror=refuse):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        yield from (Path(parent) / name for name in sorted(names) if not name.startswith("."))


def _one_for_each_reference(read: Sequence[FileReading], aside: list[SetAside]) -> tuple[Decision, ...]:
    kept: dict[CaseReference, tuple[Decision, Path]] = {}
    for reading in read:
        for decision in reading.decisions:
            held = kept.get(decision.reference)
            if held is None or (decision.is_full_text and not held[0].is_full_text):
                kept[decision.reference] = (decision, reading.path)
            elif decision.is_full_text == held[0].is_full_text and decision != held[0]:
                reason = f"{decision.reference} was already read from {held[1]}; the first one is kept"
                aside.append(SetAside(str(reading.path), reason, was_named=False))
    return tuple(decision for decision, _ in kept.values())
