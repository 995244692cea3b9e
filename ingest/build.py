"""What was read → the casebook, and the casebook → its derived parts. Each step is whole or not at all."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from assistant.casebook import Casebook, Filed
from assistant.domain import CaseReference, Decision
from assistant.encoders import Encoder
from assistant.errors import InputError
from assistant.filing import FilingReport, encode_anew, encode_by_parts, file_decisions
from assistant.passages import split_into_passages
from assistant.planted import spell_out
from ingest.sources import Readings, SetAside, read_sources

Progress = Callable[[str, int, int], None]

# Decisions a step when passages are cut anew; see assistant.filing for the size.
_STEP = 32


@dataclass(frozen=True)
class AddReport:
    """What ``add`` did: decisions by what became of them, news items kept, and all that was set aside.

    ``flagged`` are the decisions of this run that hold planted text.
    """

    filed: FilingReport
    news: int
    set_aside: tuple[SetAside, ...]
    flagged: tuple[Decision, ...] = ()

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
    on_progress: Progress,
) -> AddReport:
    """Read everything, then store what could be read; to run it again completes what was interrupted.

    Raises InputError where nothing at all could be used; then the casebook is as it was, but for the notes of what was
    set aside. ``vectors`` are ready-made ones by content hash (the starter's). ``on_progress`` is called with
    ("reading" or "storing", done, all).
    """
    read = read_sources(paths, on_file=lambda done, total: on_progress("reading", done, total))
    report = store_readings(
        casebook,
        encoder,
        read,
        vectors=vectors,
        on_progress=lambda done, total: on_progress("storing", done, total),
    )
    if not report.filed.total and not report.news:
        raise InputError(_nothing_usable(report.set_aside))
    return report


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
    _note_set_aside(casebook, readings)
    flagged = tuple(decision for decision in readings.decisions if decision.flags)
    return AddReport(filed, len(readings.news), readings.set_aside, flagged)


def _origins(readings: Readings) -> dict[CaseReference, str]:
    """The file that each decision was kept from; of the chapters of a report the first."""
    origins: dict[CaseReference, str] = {}
    kept = {decision.reference: decision for decision in readings.decisions}
    for reading in readings.files:
        for decision in reading.decisions:
            if kept.get(decision.reference) is decision:
                origins.setdefault(decision.reference, str(reading.path))
    return origins


def rebuild_passages(casebook: Casebook, encoder: Encoder, *, encode: bool, on_progress: Progress) -> RebuildReport:
    """Cut every decision into passages anew, and encode the texts that have no vector (``encode``: every text).

    The keyword index is written with the passages. The vector index is rebuilt from these by its owner.
    """
    references = casebook.references()
    for start in range(0, len(references), _STEP):
        decisions = casebook.decisions(references[start : start + _STEP])
        casebook.file([Filed(one, split_into_passages(one)) for one in decisions.values()], {})
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


# A report that was captured again may have lost a paragraph; one that lost a fifth of them has lost a chapter.
_WHOLE = 0.8


def _without_parts_of_what_is_held(casebook: Casebook, readings: Readings) -> Readings:
    """Set chapters aside whose report is held with other chapters: they would replace more than they bring."""
    chapters = {
        reading.page.decision.reference: reading
        for reading in readings.files
        if reading.page is not None and reading.page.pages[0].chapter
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
    aside = [
        SetAside(
            f"{paths[reference]}, {reference}",
            f"holds text that looks planted (“{spell_out(spoilt[reference].flags[0].text)}”), and what is held under "
            f"this reference does not; take that out first (`python -m ingest remove`) if you want this one",
            was_named=True,
        )
        for reference in sorted(sound)
    ]
    decisions = tuple(one for one in readings.decisions if one.reference not in sound)
    return replace(readings, decisions=decisions, set_aside=(*readings.set_aside, *aside))


def _note_set_aside(casebook: Casebook, readings: Readings) -> None:
    """Keep the reasons for ``status``, and forget those of files that could be read this time."""
    for reading in readings.files:
        casebook.clear_set_aside(str(reading.path))
    for item in readings.set_aside:
        casebook.record_set_aside(item.place, item.reason)


def _nothing_usable(aside: Sequence[SetAside]) -> str:
    if len(aside) == 1:
        return f"{aside[0].place}: {aside[0].reason}"
    reasons = "\n".join(f"  {item.place}: {item.reason}" for item in aside[:20])
    more = f"\n  … and {len(aside) - 20} more" if len(aside) > 20 else ""
    return f"nothing usable was found. Set aside:\n{reasons}{more}"
