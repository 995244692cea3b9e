"""Files and folders, or bytes with a name → what they hold, each reference once, and what is set aside."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from assistant.casebook import HeldDecision, KnownFile, decision_hash
from assistant.domain import CaseReference, Decision, GivenFile, NewsItem
from assistant.errors import InputError
from assistant.filing import with_header_of
from assistant.planted import spell_out
from ingest.files import Found, SetAside, find_files, put_aside
from ingest.opening import Chapter, FileReading, OpenedPage, Outcome, open_file, read_one, read_pages, read_report


@dataclass(frozen=True)
class Readings:
    """What files hold, each reference once, in the order of the files.

    ``known`` are held already, from files that were not read again.
    """

    files: tuple[FileReading, ...]
    decisions: tuple[Decision, ...]
    news: tuple[NewsItem, ...]
    set_aside: tuple[SetAside, ...]
    known: tuple[CaseReference, ...] = ()


def read_file(path: Path) -> FileReading:
    """Read one file by what is in it: digest lines, a decision statement, or a news article.

    Raises InputError (or DigestError) with the reason where it is none of these, or broken; then nothing of it is used.
    """
    opened = open_file(Found(path, True))
    return read_pages([opened])[0] if isinstance(opened, OpenedPage) else opened


def read_sources(paths: Sequence[Path], *, on_file: Callable[[int, int], None] | None = None) -> Readings:
    """Read files, and folders with all that is in them, in a fixed order; the chapters of a report as one decision.

    What cannot be used is set aside with its reason. Where two files hold the same reference, a full text goes before
    a digest, and of two of one kind the first is kept. ``on_file`` is called with (done, all) after each file. All is
    in memory at once: ``ingest.streaming`` is for many.
    """
    aside: list[SetAside] = []
    return _read_all(find_files(paths, aside), aside, on_file)


def read_given(files: Sequence[GivenFile], *, on_file: Callable[[int, int], None] | None = None) -> Readings:
    """Read files as ``read_sources`` does, from bytes that came with a name: nothing is looked for on the disk.

    The names are for the messages, and for the reference where a page has lost it; each must occur once.
    """
    given = [Found(Path(file.name), True, file.data, file.address, n) for n, file in enumerate(files, start=1)]
    return _read_all(given, [], on_file)


def _read_all(files: Sequence[Found], aside: list[SetAside], on_file: Callable[[int, int], None] | None) -> Readings:
    read: dict[Path, FileReading] = {}
    reports = ReportChapters()
    for n, found in enumerate(files, start=1):
        outcome = read_one(found)
        if isinstance(outcome, FileReading):
            read[found.path] = outcome
        else:
            aside += reports.sort(outcome)
        if on_file is not None:
            on_file(n, len(files))
    for chapters in reports:
        read |= {reading.path: reading for reading in read_chapters(chapters, aside)}
    ordered = [read[found.path] for found in files if found.path in read]
    return keep_one_each(ordered, aside, ReadSoFar())


# --------------------------------------------------------------------------- reports in chapters


class ReportChapters:
    """The chapters met so far, by report: a report is read when no more of its chapters can come."""

    def __init__(self) -> None:
        self._held: dict[CaseReference, dict[int, Chapter]] = {}

    def __len__(self) -> int:
        return sum(map(len, self._held.values()))

    def __contains__(self, reference: CaseReference) -> bool:
        return reference in self._held

    def __iter__(self) -> Iterator[list[Chapter]]:
        """The chapters of each report, which come in no order."""
        return (list(chapters.values()) for chapters in self._held.values())

    def sort(self, outcome: Outcome) -> list[SetAside]:
        """Keep a chapter; what is set aside comes back: a file that was, or another text under the same number."""
        if isinstance(outcome, SetAside):
            return [outcome]
        if not isinstance(outcome, Chapter):
            return []
        first = self._held.setdefault(outcome.reference, {}).setdefault(outcome.number, outcome)
        if first.text == outcome.text:
            return []
        place = f"chapter {outcome.number} of {outcome.reference}"
        reason = f"{place} was already read from {first.found.path}"
        return [SetAside(str(outcome.found.path), reason, outcome.found.was_named)]


def read_chapters(chapters: Sequence[Chapter], aside: list[SetAside]) -> list[FileReading]:
    """The readings of one report's files; where they make no decision, each file is set aside with the reason."""
    try:
        return read_report(chapters)
    except InputError as error:
        aside += [put_aside(one.found, error) for one in chapters]
        return []


# --------------------------------------------------------------------------- one decision for each reference


@dataclass(frozen=True)
class _Kept:
    """What of a reading must be known to hold another one against it: some two hundred bytes for a decision."""

    path: Path
    content: str
    is_full_text: bool
    is_flagged: bool = False
    is_cut_off: bool = False


class ReadSoFar:
    """The reading that is kept of each reference in a run: what is read later is held against it."""

    def __init__(self) -> None:
        self._kept: dict[CaseReference, _Kept] = {}

    def judge(self, decision: Decision, path: Path, *, is_cut_off: bool = False) -> tuple[bool, SetAside | None]:
        """Whether this one is kept, and what is set aside for it; one that says the same as the one kept is neither.

        A full text goes before a digest, unless it holds planted text and the digest does not, and a whole file before
        one that breaks off; of two of one kind the first is kept.
        """
        new = _Kept(path, decision_hash(decision), decision.is_full_text, bool(decision.flags), is_cut_off)
        held = self._kept.get(decision.reference)
        if held and new.is_full_text and new.is_flagged and not (held.is_full_text or held.is_flagged):
            return False, spoilt_copy(path, decision)
        return self._judge(decision.reference, new)

    def judge_held(self, held: HeldDecision, path: Path) -> tuple[bool, SetAside | None]:
        """The same for a decision that is held from a file which was not read again."""
        return self._judge(held.reference, _Kept(path, held.content, held.is_full_text))

    def _judge(self, reference: CaseReference, new: _Kept) -> tuple[bool, SetAside | None]:
        held = self._kept.get(reference)
        if held is None or (new.is_full_text and not held.is_full_text):
            self._kept[reference] = new
            return True, None
        if new.is_full_text != held.is_full_text or new.content == held.content:
            return False, None
        if held.is_cut_off and not (new.is_cut_off or new.is_flagged):
            self._kept[reference] = new
            return True, SetAside(str(held.path), f"breaks off; {reference} was read from {new.path}", was_named=False)
        reason = f"{reference} was already read from {held.path}; the first one is kept"
        return False, SetAside(str(new.path), reason, was_named=False)


def keep_one_each(read: Iterable[FileReading | KnownFile], aside: list[SetAside], so_far: ReadSoFar) -> Readings:
    """What some files hold, held against all that was read before them; of each reference one decision."""
    files: list[FileReading] = []
    kept: dict[CaseReference, Decision] = {}
    known: list[CaseReference] = []
    for reading in read:
        if isinstance(reading, KnownFile):
            for one in reading.held:
                is_kept, told = so_far.judge_held(one, reading.path)
                aside += [told] if told else []
                if is_kept:
                    known.append(one.reference)
                    kept.pop(one.reference, None)
            continue
        files.append(reading)
        for decision in reading.decisions:
            is_kept, told = so_far.judge(decision, reading.path, is_cut_off=reading.is_cut_off)
            aside += [told] if told else []
            if is_kept:
                before = kept.get(decision.reference)
                # As if a digest were held already, which it is where it stood in an earlier part of a large run.
                is_digest = before is not None and not before.is_full_text
                kept[decision.reference] = with_header_of(decision, before) if before and is_digest else decision
    news = {reading.news.id: reading.news for reading in files if reading.news is not None}
    return Readings(tuple(files), tuple(kept.values()), tuple(news.values()), tuple(aside), tuple(known))


def spoilt_copy(path: Path, decision: Decision) -> SetAside:
    """A decision with planted text, whose reference is held without any."""
    return SetAside(
        f"{path}, {decision.reference}",
        f"holds text that looks planted (“{spell_out(decision.flags[0].text)}”), and what is held under this reference "
        "does not; take that out first (`python -m ingest remove`) if you want this one",
        was_named=True,
    )
