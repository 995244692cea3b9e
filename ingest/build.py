"""What was read → the casebook, and the casebook → its derived parts. Each step is whole or not at all."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from assistant.casebook import Casebook, Filed, HeldDecision, KnownFile, decision_hash
from assistant.domain import CaseReference, Decision, Fate, Unread
from assistant.encoders import Encoder
from assistant.errors import InputError
from assistant.filing import FilingReport, encode_anew, encode_by_parts, file_decisions, report_fates
from assistant.passages import split_into_passages
from ingest.files import SetAside, find_files
from ingest.reader_version import reader_version
from ingest.sources import Readings, spoilt_copy
from ingest.streaming import PART, Part, read_in_parts

Progress = Callable[[str, int, int], None]

# Decisions a step: what a kill costs. Of 16, 32, 64 and 128 the encoder made 236, 247, 244 and 264 passages a second
# of the processor, at 8 bits: no more than it differs by from one time to the next.
_STEP = 32
# Files up to this many are read before a second process is up.
_FEW = 64


@dataclass(frozen=True)
class AddReport:
    """What ``add`` did: decisions by what became of them, the ids of news items kept, and all that was set aside.

    ``flagged`` are the decisions of this run that hold planted text, ``partly_read`` the places that were not
    understood of those that were read in part, by reference.
    """

    filed: FilingReport
    news_ids: frozenset[str]
    set_aside: tuple[SetAside, ...]
    flagged: tuple[Decision, ...] = ()
    partly_read: Mapping[CaseReference, tuple[Unread, ...]] = field(default_factory=dict)

    @property
    def news(self) -> int:
        """How many news items were kept."""
        return len(self.news_ids)

    @property
    def has_failed(self) -> bool:
        """True where a file named by the user could not be used."""
        return any(item.was_named for item in self.set_aside)


@dataclass(frozen=True)
class RebuildReport:
    """What ``rebuild`` did: decisions cut anew, texts encoded."""

    decisions: int
    encoded: int


def add_paths(
    casebook: Casebook,
    encoder: Encoder,
    paths: Sequence[Path],
    *,
    vectors: Mapping[str, NDArray[np.float32]] | None = None,
    readers: int = 1,
    on_progress: Progress,
) -> AddReport:
    """Read the files part by part and store each; to run it again completes what was interrupted.

    What is held unchanged from a file whose bytes are the same is not read again. Many files are read in so many
    processes (``readers``). Raises InputError where nothing at all could be used; then the casebook is as it was, but
    for the notes of what was set aside. ``vectors`` are ready-made ones by content hash (the starter's).
    ``on_progress`` is called with ("reading" or "storing", done, all), of many files with ("adding", files done, all).
    """
    if casebook.encoder is not None:
        casebook.stamp_encoder(encoder.identity)
    aside: list[SetAside] = []
    files = find_files(paths, aside)
    is_large = len(files) > PART
    reader, run = reader_version(), _Run()
    parts = read_in_parts(
        files,
        aside,
        readers=readers if len(files) > _FEW else 1,
        recall=lambda paths: casebook.files.known(paths, reader),
        on_file=lambda done: None if is_large else on_progress("reading", done, len(files)),
    )
    with closing(parts):
        for part in parts:
            told = partial(_tell_part, on_progress, len(files), run.files, part.done) if is_large else None
            report = store_readings(
                casebook,
                encoder,
                part.readings,
                vectors=vectors,
                on_progress=told or partial(on_progress, "storing"),
            )
            _keep_known(casebook, part.readings, reader)
            run.add(report, part)
            if told is not None:
                told(1, 1)
    added = run.report()
    if not added.filed.total and not added.news:
        raise _nothing_usable(added.set_aside)
    return added


def _tell_part(on_progress: Progress, files: int, before: int, behind: int, done: int, total: int) -> None:
    """Tell how many files are dealt with, where of the decisions of some of them so many are stored."""
    on_progress("adding", before + (behind - before) * done // total, files)


class _Run:
    """What became of everything, over all parts: each decision is counted once."""

    def __init__(self) -> None:
        self.files = 0
        self._fates: dict[CaseReference, Fate] = {}
        self._news: set[str] = set()
        self._aside: list[SetAside] = []
        self._flagged: dict[CaseReference, Decision] = {}
        self._partly_read: dict[CaseReference, tuple[Unread, ...]] = {}

    def add(self, report: AddReport, part: Part) -> None:
        """Take in what became of one part. A digest that was added, and whose full text came later, was added."""
        fates = [*((reference, Fate.UNCHANGED) for reference in part.readings.known), *report.filed.fates]
        for reference, fate in fates:
            if self._fates.get(reference) is not Fate.ADDED:
                self._fates[reference] = fate
            self._flagged.pop(reference, None)
            self._partly_read.pop(reference, None)
        self._flagged |= {decision.reference: decision for decision in report.flagged}
        self._partly_read |= report.partly_read
        self._news |= report.news_ids
        self._aside += report.set_aside
        self.files = part.done

    def report(self) -> AddReport:
        """The whole of it."""
        filed = report_fates(list(self._fates.items()))
        return AddReport(
            filed, frozenset(self._news), tuple(self._aside), tuple(self._flagged.values()), self._partly_read
        )


def _keep_known(casebook: Casebook, readings: Readings, reader: str) -> None:
    """Keep which files need not be read again: those of which every decision is held just as it was read.

    Never a chapter, which is read with the others, nor a file with planted text, which is told each time.
    """
    if not reader:
        return
    held = casebook.content_hashes(one.reference for reading in readings.files for one in reading.decisions)
    known = []
    for reading in readings.files:
        all_held = tuple(HeldDecision(one.reference, one.is_full_text, decision_hash(one)) for one in reading.decisions)
        if reading.is_chapter or not all_held or any(one.flags for one in reading.decisions):
            continue
        if all(held.get(one.reference.value, ("", ""))[0] == one.content for one in all_held):
            known.append(KnownFile(reading.path, reading.content, all_held))
    casebook.files.keep([reading.path for reading in readings.files], known, reader)


def store_readings(
    casebook: Casebook,
    encoder: Encoder,
    read: Readings,
    *,
    vectors: Mapping[str, NDArray[np.float32]] | None = None,
    origin: str | None = None,
    on_progress: Callable[[int, int], None],
    should_stop: Callable[[], bool] = lambda: False,
    step: int = _STEP,
) -> AddReport:
    """Store what was read, ``step`` decisions at a time, and note what was set aside; each step is whole.

    ``origin`` says where all came from; None for the files themselves. ``should_stop`` is asked before each step; what
    it came before is counted as not reached.
    """
    allowed = _without_kept_out(casebook, read)
    readings = _without_planted_copies(casebook, _without_parts_of_what_is_held(casebook, allowed))
    filed = FilingReport()
    if readings.decisions:
        filed = file_decisions(
            casebook,
            encoder,
            readings.decisions,
            vectors=vectors,
            origins={one.reference: origin for one in readings.decisions} if origin else _origins(readings),
            on_progress=on_progress,
            should_stop=should_stop,
            step=step,
        )
    for item in readings.news:
        casebook.record_news(item)
    casebook.files.note_set_aside(
        [str(reading.path) for reading in readings.files], [(item.place, item.reason) for item in readings.set_aside]
    )
    flagged = tuple(decision for decision in readings.decisions if decision.flags)
    partly_read = {decision.reference: decision.unread for decision in readings.decisions if decision.unread}
    return AddReport(filed, frozenset(item.id for item in readings.news), readings.set_aside, flagged, partly_read)


def _origins(readings: Readings) -> dict[CaseReference, str]:
    """The file that each decision was kept from; of the chapters of a report the first."""
    origins: dict[CaseReference, str] = {}
    kept = {decision.reference: decision for decision in readings.decisions}
    for reading in readings.files:
        for decision in reading.decisions:
            # One that took its header from a digest is another than was read, from the same paragraphs.
            one = kept.get(decision.reference)
            if one is not None and one.paragraphs is decision.paragraphs:
                origins.setdefault(decision.reference, str(reading.path))
    return origins


def rebuild_passages(casebook: Casebook, encoder: Encoder, *, encode: bool, on_progress: Progress) -> RebuildReport:
    """Cut every decision into passages anew, and encode the texts that have no vector (``encode``: every text).

    The keyword index is written with the passages. The vector index is rebuilt from these by its owner.
    """
    references = casebook.references()
    for start in range(0, len(references), _STEP):
        some = references[start : start + _STEP]
        # First what is held, then the decisions: what another process files or removes after that stays as it is.
        held = {reference: content for reference, (content, _) in casebook.content_hashes(some).items()}
        decisions = casebook.decisions(some).values()
        expected = {one.reference.value: held.get(one.reference.value) for one in decisions}
        casebook.file([Filed(one, split_into_passages(one)) for one in decisions], {}, expected=expected)
        on_progress("cutting", min(start + _STEP, len(references)), len(references))
    if encode:
        encoded = encode_anew(casebook, encoder, on_progress=lambda done, total: on_progress("encoding", done, total))
        return RebuildReport(len(references), encoded)
    texts = casebook.encoded_texts()
    known = casebook.known_vectors(texts)
    missing = {key: text for key, text in texts.items() if key not in known}
    if missing:
        casebook.stamp_encoder(encoder.identity)
    done = 0
    for vectors in encode_by_parts(encoder, missing):
        casebook.file([], vectors)
        done += len(vectors)
        on_progress("encoding", done, len(missing))
    return RebuildReport(len(references), len(missing))


def _without_parts_of_what_is_held(casebook: Casebook, readings: Readings) -> Readings:
    """Set aside what would replace more than it brings: chapters of a report, and pages that break off."""
    return _without_cut_copies(casebook, _without_lone_chapters(casebook, readings))


def _without_cut_copies(casebook: Casebook, readings: Readings) -> Readings:
    """Set decisions aside whose file breaks off, where as many paragraphs of them are held, or more."""
    paths = {one.reference: file.path for file in readings.files if file.is_cut_off for one in file.decisions}
    cut = {one.reference: one for one in readings.decisions if one.reference in paths}
    lost = {
        key
        for key, held in casebook.decisions(list(cut)).items()
        if held.is_full_text and held != cut[key] and len(held.paragraphs) >= len(cut[key].paragraphs)
    }
    if not lost:
        return readings
    reason = "breaks off before its end, and the decision is held with all this text; get the page anew"
    aside = [SetAside(f"{paths[one]}, {one}", reason, was_named=True) for one in sorted(lost, key=str)]
    decisions = tuple(one for one in readings.decisions if one.reference not in lost)
    return replace(readings, decisions=decisions, set_aside=(*readings.set_aside, *aside))


# A report that was captured again may have lost a paragraph; one that lost a fifth of them has lost a chapter.
_WHOLE = 0.8


def _without_lone_chapters(casebook: Casebook, readings: Readings) -> Readings:
    """Set chapters aside whose report is held with other chapters: they would replace more than they bring."""
    chapters = {
        decision.reference: reading
        for reading in readings.files
        if reading.is_chapter
        for decision in reading.decisions
    }
    held = {key: one for key, one in casebook.decisions(list(chapters)).items() if one.is_full_text}
    aside, parts = [], set()
    for reference, old in held.items():
        reading = chapters[reference]
        new = next((one for one in readings.decisions if one.reference == reference), None)
        if new is None or len(new.paragraphs) >= _WHOLE * len(old.paragraphs):
            continue
        parts.add(reference)
        reason = f"only part of {reference}, which is held with other chapters; add all its chapters together"
        aside.append(SetAside(str(reading.path), reason, was_named=True))
    decisions = tuple(one for one in readings.decisions if one.reference not in parts)
    return replace(readings, decisions=decisions, set_aside=(*readings.set_aside, *aside))


def _without_kept_out(casebook: Casebook, readings: Readings) -> Readings:
    """Set decisions aside that were taken out for good (``remove --keep-out``)."""
    kept_out = casebook.kept_out() & {decision.reference for decision in readings.decisions}
    if not kept_out:
        return readings
    paths = {one.reference: reading.path for reading in readings.files for one in reading.decisions}
    reason = "was taken out for good and is kept out; `python -m ingest remove --let-in` lets it in again"
    aside = [SetAside(f"{paths[one]}, {one}", reason, was_named=False) for one in sorted(kept_out, key=str)]
    decisions = tuple(one for one in readings.decisions if one.reference not in kept_out)
    return replace(readings, decisions=decisions, set_aside=(*readings.set_aside, *aside))


def _without_planted_copies(casebook: Casebook, readings: Readings) -> Readings:
    """Set decisions with planted text aside whose reference is held without any: a spoilt copy replaces none."""
    spoilt = {decision.reference: decision for decision in readings.decisions if decision.flags}
    sound = {key for key, held in casebook.decisions(list(spoilt)).items() if not held.flags}
    if not sound:
        return readings
    paths = {one.reference: reading.path for reading in readings.files for one in reading.decisions}
    aside = [spoilt_copy(paths[reference], spoilt[reference]) for reference in sorted(sound)]
    decisions = tuple(one for one in readings.decisions if one.reference not in sound)
    return replace(readings, decisions=decisions, set_aside=(*readings.set_aside, *aside))


def _nothing_usable(aside: Sequence[SetAside]) -> InputError:
    if len(aside) == 1:
        return InputError(f"{aside[0].place}: {aside[0].reason}")
    more = [f"… and {len(aside) - 20} more"] if len(aside) > 20 else []
    return InputError(
        "nothing usable was found. Set aside:", items=[*(f"{item.place}: {item.reason}" for item in aside[:20]), *more]
    )
