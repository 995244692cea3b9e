"""A file → what it holds: digests, a decision, a news article, a chapter of a report; or the reason why nothing.

All that a process needs that does nothing but read: neither the casebook nor an encoder is known here.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from assistant.digests import parse_digests
from assistant.domain import CaseReference, Decision, NewsItem
from assistant.errors import InputError
from ingest.files import Found, SetAside, put_aside, read_bytes
from ingest.forms.other_pages import name_other_page, name_other_site
from ingest.forms.saved_page import SavedPage, read_saved_page, read_words, with_address
from ingest.news import read_news
from ingest.page import PageReading, read_decision, reference_of

_DIGEST_SUFFIXES = frozenset({".jsonl", ".ndjson"})


@dataclass(frozen=True)
class FileReading:
    """What one file holds: digests or one full text, or one news item.

    ``page`` is set for a full text, but for one that was read on a large run, where it would fill the memory.
    ``is_chapter`` is true of each file of a report in chapters, ``is_cut_off`` of a file that breaks off before its
    end. ``content`` is the hash of the file's bytes.
    """

    path: Path
    decisions: tuple[Decision, ...] = ()
    news: NewsItem | None = None
    page: PageReading | None = None
    is_chapter: bool = False
    is_cut_off: bool = False
    content: str = field(default="", compare=False)


@dataclass(frozen=True)
class OpenedPage:
    """A file taken apart and not yet understood; its bytes are kept because it may be an article after all."""

    path: Path
    page: SavedPage
    data: bytes


@dataclass(frozen=True)
class Chapter:
    """A file that is a chapter of a report, of which others may come.

    ``text`` is a hash of what it says; ``opened`` is None where it is to be opened again when the report is read.
    """

    found: Found
    reference: CaseReference
    number: int
    text: str
    opened: OpenedPage | None = None


@dataclass(frozen=True)
class Unchanged:
    """A file whose bytes are those that ``Found.known`` tells: it was not read again."""


Outcome = FileReading | Chapter | Unchanged | SetAside


def read_one(found: Found) -> Outcome:
    """Read one file by what is in it; what cannot be used comes back as set aside, with its reason."""
    try:
        data = read_bytes(found.path) if found.data is None else found.data
        content = hashlib.sha256(data).hexdigest()
        if content == found.known:
            return Unchanged()
        opened = _open(found, data)
        if isinstance(opened, OpenedPage):
            if opened.page.chapter and (reference := reference_of(opened.page)):
                text = hashlib.sha256(repr(opened.page.text).encode("utf-8", "surrogatepass")).hexdigest()
                return Chapter(found, reference, opened.page.chapter, text, opened)
            opened = read_pages([opened])[0]
        return replace(opened, content=content)
    except InputError as error:
        return put_aside(found, error)


def read_slim(files: Iterable[Found]) -> list[Outcome]:
    """Read each of these as ``read_one`` does, and keep of a page no more than the decision.

    On a large run the rest would fill the memory, and the way from one process to another.
    """
    return [_slim(read_one(found)) for found in files]


def _slim(outcome: Outcome) -> Outcome:
    if isinstance(outcome, Chapter):
        return replace(outcome, opened=None)
    return replace(outcome, page=None) if isinstance(outcome, FileReading) else outcome


def open_file(found: Found) -> FileReading | OpenedPage:
    """Digests are read at once; a page is taken apart, because it may be a chapter of which others are to come."""
    return _open(found, read_bytes(found.path) if found.data is None else found.data)


def _open(found: Found, data: bytes) -> FileReading | OpenedPage:
    path = found.path
    start = data[:1000].lstrip(b"\xef\xbb\xbf \t\r\n")
    if path.suffix.lower() in _DIGEST_SUFFIXES or _is_json(start):
        return FileReading(path, decisions=parse_digests(data, str(path)))
    page = read_saved_page(data, str(path))
    return OpenedPage(path, with_address(page, found.address) if found.address else page, data)


def _is_json(start: bytes) -> bool:
    """True for an object, or a list of them, whatever the file is called."""
    return re.match(rb"\{(?!\\rtf)|\[\s*\{", start) is not None


def read_report(chapters: Sequence[Chapter]) -> list[FileReading]:
    """The chapters of one report (at least one): a reading for each file, all with the one decision.

    Raises InputError where they make none, or where one that has to be opened again is not what it was.
    """
    opened = [one.opened or open_file(one.found) for one in chapters]
    if not all(isinstance(one, OpenedPage) for one in opened):
        raise InputError(f"{chapters[0].found.path}: was changed while it was read; add it again.")
    return read_pages([one for one in opened if isinstance(one, OpenedPage)])


def read_pages(opened: Sequence[OpenedPage]) -> list[FileReading]:
    """One page, or the chapters of one report: a reading for each file, all with the one decision."""
    try:
        reading = read_decision([one.page for one in opened])
    except InputError:
        news = _read_article(opened[0]) if len(opened) == 1 else None
        if news is None:
            raise
        return [FileReading(opened[0].path, news=news)]
    is_chapter = bool(reading.pages[0].chapter)
    return [
        FileReading(one.path, (reading.decision,), page=reading, is_chapter=is_chapter, is_cut_off=one.page.is_cut_off)
        for one in opened
    ]


def _read_article(opened: OpenedPage) -> NewsItem | None:
    """The article that a file holds; None for a page that is known to be something else, such as a list."""
    if name_other_site(opened.page.addresses) or name_other_page(opened.page.opening):
        return None
    return read_news(read_words(opened.data, str(opened.path)), opened.path.name)
