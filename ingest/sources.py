"""Files and folders, or bytes with a name → what they hold, read and checked whole before anything is stored."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from assistant.digests import parse_digests
from assistant.domain import CaseReference, Decision, GivenFile, NewsItem
from assistant.errors import InputError
from ingest.forms.other_pages import name_other_page
from ingest.forms.saved_page import SavedPage, read_saved_page, read_words, with_address
from ingest.news import read_news
from ingest.page import PageReading, read_decision, reference_of

# A page of the Ombudsman is some tens of kilobytes, the whole starter one megabyte; beyond this it is something else.
_LARGEST_BYTES = 200 * 1024 * 1024
_DIGEST_SUFFIXES = frozenset({".jsonl", ".ndjson"})
_PAGE_SUFFIXES = frozenset({".html", ".htm", ".xhtml"})
_PAGE_PARTS = re.compile(r"[_.-]files$", re.I)


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
    opened = _open_file(path, _read_bytes(path))
    return opened if isinstance(opened, FileReading) else _read_pages([opened])[0]


def read_sources(paths: Sequence[Path], *, on_file: Callable[[int, int], None] | None = None) -> Readings:
    """Read files, and folders with all that is in them, in a fixed order; the chapters of a report as one decision.

    What cannot be used is set aside with its reason. Where two files hold the same reference, a full text goes before
    a digest, and of two of one kind the first is kept. ``on_file`` is called with (done, all) after each file.
    """
    aside: list[SetAside] = []
    return _read_all([_Found(path, was_named) for path, was_named in _list_files(paths, aside)], aside, on_file)


def read_given(files: Sequence[GivenFile], *, on_file: Callable[[int, int], None] | None = None) -> Readings:
    """Read files as ``read_sources`` does, from bytes that came with a name: nothing is looked for on the disk.

    The names are for the messages, and for the reference where a page has lost it; each must occur once.
    """
    return _read_all([_Found(Path(file.name), True, file.data, file.address) for file in files], [], on_file)


@dataclass(frozen=True)
class _Found:
    """A file to be read: its bytes, or None where they are still on the disk; the address of a page fetched."""

    path: Path
    was_named: bool
    data: bytes | None = None
    address: str | None = None


def _read_all(files: Sequence[_Found], aside: list[SetAside], on_file: Callable[[int, int], None] | None) -> Readings:
    read: dict[Path, FileReading] = {}
    chapters: dict[CaseReference, dict[int, _OpenedPage]] = {}
    for n, found in enumerate(files, start=1):
        path, was_named = found.path, found.was_named
        try:
            opened = _open_file(path, _read_bytes(path) if found.data is None else found.data)
            if found.address and isinstance(opened, _OpenedPage):
                opened = replace(opened, page=with_address(opened.page, found.address))
            if isinstance(opened, FileReading):
                read[path] = opened
            elif opened.page.chapter and (reference := reference_of(opened.page)):
                first = chapters.setdefault(reference, {}).setdefault(opened.page.chapter, opened)
                if first is not opened and first.page.text != opened.page.text:
                    place = f"chapter {opened.page.chapter} of {reference}"
                    aside.append(SetAside(str(path), f"{place} was already read from {first.path}", was_named))
            else:
                read[path] = _read_pages([opened])[0]
        except InputError as error:
            aside.append(SetAside(str(path), _reason(path, error), was_named))
        if on_file is not None:
            on_file(n, len(files))
    names = {found.path: found.was_named for found in files}
    for held in chapters.values():
        try:
            read |= {reading.path: reading for reading in _read_pages(list(held.values()))}
        except InputError as error:
            aside += [SetAside(str(one.path), _reason(one.path, error), names[one.path]) for one in held.values()]
    ordered = [read[found.path] for found in files if found.path in read]
    decisions = _one_for_each_reference(ordered, aside)
    news = {reading.news.id: reading.news for reading in ordered if reading.news is not None}
    return Readings(tuple(ordered), decisions, tuple(news.values()), tuple(aside))


@dataclass(frozen=True)
class _OpenedPage:
    """A file taken apart and not yet understood; its bytes are kept because it may be an article after all."""

    path: Path
    page: SavedPage
    data: bytes


def _open_file(path: Path, data: bytes) -> FileReading | _OpenedPage:
    """Digests are read at once; a page is taken apart, because it may be a chapter of which others are to come."""
    start = data[:1000].lstrip(b"\xef\xbb\xbf \t\r\n")
    if path.suffix.lower() in _DIGEST_SUFFIXES or (start.startswith(b"{") and not start.startswith(b"{\\rtf")):
        return FileReading(path, decisions=parse_digests(data, str(path)))
    return _OpenedPage(path, read_saved_page(data, str(path)), data)


def _read_pages(opened: Sequence[_OpenedPage]) -> list[FileReading]:
    """One page, or the chapters of one report: a reading for each file, all with the one decision."""
    try:
        reading = read_decision([one.page for one in opened])
    except InputError:
        news = _read_article(opened[0]) if len(opened) == 1 else None
        if news is None:
            raise
        return [FileReading(opened[0].path, news=news)]
    return [FileReading(one.path, decisions=(reading.decision,), page=reading) for one in opened]


def _read_article(opened: _OpenedPage) -> NewsItem | None:
    """The article that a file holds; None for a page that is known to be something else, such as a list."""
    if name_other_page(opened.page.opening) is not None:
        return None
    return read_news(read_words(opened.data, str(opened.path)), opened.path.name)


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
    """Every file below a folder. A folder that cannot be opened is set aside; links to folders are not followed.

    What a browser saves beside a page (``NAME_files``: pictures, scripts) is set aside as one.
    """

    def refuse(error: OSError) -> None:
        place = str(error.filename or folder)
        reason = f"cannot be opened ({error.strerror}); check your permission"
        aside.append(SetAside(place, reason, was_named=Path(place) == folder))

    for parent, folders, names in os.walk(folder, onerror=refuse):
        pages = {Path(name).stem for name in names if Path(name).suffix.lower() in _PAGE_SUFFIXES}
        parts = {name for name in folders if _PAGE_PARTS.sub("", name) in pages}
        aside += [
            SetAside(str(Path(parent) / name), "the pictures and scripts of a saved page", was_named=False)
            for name in sorted(parts)
        ]
        folders[:] = sorted(name for name in folders if not name.startswith(".") and name not in parts)
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
