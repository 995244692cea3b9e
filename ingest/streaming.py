"""Many files → what they hold, part by part: what is in memory does not grow with their number.

Across parts only this is held on to: the files' names, a hash for each reference that was read, and which files are
chapters of reports. A report is read when all files have been looked at, however far apart its chapters stand.
"""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path
from typing import TypeVar

from assistant.casebook import KnownFile
from assistant.domain import CaseReference
from ingest.files import Found, SetAside
from ingest.opening import Chapter, FileReading, Outcome, Unchanged, read_one
from ingest.readers import read_files
from ingest.sources import Readings, ReadSoFar, ReportChapters, keep_one_each, read_chapters

# Files a part: what is read together, then stored together.
PART = 256
# Reports a part, each of some chapters.
_REPORTS = 32
_T = TypeVar("_T")

Recall = Callable[[Sequence[Path]], Mapping[Path, KnownFile]]


@dataclass(frozen=True)
class Part:
    """What some of the files hold. ``done`` are the files of the run that are dealt with once this part is stored."""

    readings: Readings
    done: int


def read_in_parts(
    files: Sequence[Found],
    aside: Sequence[SetAside],
    *,
    readers: int = 1,
    recall: Recall = lambda _: {},
    on_file: Callable[[int], None] = lambda _: None,
) -> Generator[Part, None, None]:
    """Read the files in their order, ``PART`` of them at a time, in so many processes; close it if you stop early.

    The rules are those of ``read_sources``. ``aside`` comes out with the first part, which there always is. ``recall``
    tells of some files what was read from them earlier and is held: where their bytes are the same they are not read
    again. ``on_file`` is called with the number of files read, after each.
    """
    run = _Run(recall)
    told, read, done = list(aside), list[FileReading | KnownFile](), 0
    with closing(read_files(run.with_hashes(files), readers=readers)) as outcomes:
        for done, (found, outcome) in enumerate(outcomes, start=1):
            read += run.sort(found, outcome, told)
            on_file(done)
            if done % PART == 0:
                yield Part(keep_one_each(read, told, run.so_far), done - run.waiting)
                told, read = [], []
    yield Part(keep_one_each(read, told, run.so_far), done - run.waiting)
    for some in _batches(run.reports, _REPORTS):
        told = []
        late = [reading for chapters in some for reading in run.read_late(chapters, told)]
        yield Part(keep_one_each(late, told, run.so_far), done - run.waiting)


class _Run:
    """What must be known across the parts of one run."""

    def __init__(self, recall: Recall) -> None:
        self.so_far = ReadSoFar()
        self.reports = ReportChapters()
        self.waiting = 0
        self._recall = recall
        self._known: dict[Path, KnownFile] = {}
        self._late: dict[CaseReference, list[Found]] = {}

    def with_hashes(self, files: Iterable[Found]) -> Iterator[Found]:
        """The files, each with the hash of the bytes from which all that is held of it was read."""
        for some in _batches(files, PART):
            known = self._recall([found.path for found in some])
            self._known |= known
            for found in some:
                yield replace(found, known=known[found.path].content) if found.path in known else found

    def sort(self, found: Found, outcome: Outcome, aside: list[SetAside]) -> list[FileReading | KnownFile]:
        """What is to be stored now. A chapter waits; so does a page of a report of which chapters came before it."""
        known = self._known.pop(found.path, None)
        reading = known if isinstance(outcome, Unchanged) else outcome
        if isinstance(reading, FileReading | KnownFile):
            decisions = reading.decisions if isinstance(reading, FileReading) else reading.held
            late = next(
                (one.reference for one in decisions if one.is_full_text and one.reference in self.reports), None
            )
            if late is None:
                return [reading]
            self._late.setdefault(late, []).append(replace(found, known=None))
            self.waiting += 1
        elif reading is not None and not isinstance(reading, Unchanged):
            before = len(self.reports)
            aside += self.reports.sort(reading)
            self.waiting += len(self.reports) - before
        return []

    def read_late(self, chapters: Sequence[Chapter], aside: list[SetAside]) -> list[FileReading]:
        """A report, with the pages of its reference that came behind its first chapter, in the order of the files."""
        late = self._late.get(chapters[0].reference, [])
        self.waiting -= len(chapters) + len(late)
        numbers = {one.found.path: one.found.number for one in chapters} | {one.path: one.number for one in late}
        readings = read_chapters(chapters, aside)
        for found in late:
            outcome = read_one(found)
            if isinstance(outcome, FileReading):
                readings.append(outcome)
            elif isinstance(outcome, SetAside):
                aside.append(outcome)
        return [replace(one, page=None) for one in sorted(readings, key=lambda one: numbers[one.path])]


def _batches(each: Iterable[_T], size: int) -> Iterator[list[_T]]:
    rest = iter(each)
    while some := list(islice(rest, size)):
        yield some
