"""Files as a browser sends them → the casebook, in a thread of its own, one intake at a time; and what became of each.

The same reader and the same filing as ``python -m ingest add``: what is stored, set aside and said is the same, with
the file's name where the command has its path. Nothing is written to the disk but the casebook.
"""

from __future__ import annotations

import logging
import threading
import time
import unicodedata
from collections.abc import Callable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import replace

from assistant.casebook import Casebook
from assistant.domain import (
    CaseReference,
    Decision,
    DecisionReport,
    Fate,
    FileReport,
    GivenFile,
    IntakeLimits,
    IntakeProgress,
    IntakeReport,
    IntakeStage,
    IntakeState,
)
from assistant.encoders import Encoder
from assistant.errors import InputError, IntakeBusy, RedressError
from ingest.build import AddReport, store_readings
from ingest.sources import Readings, read_given

_LOG = logging.getLogger(__name__)

# A saved page has some tens of kilobytes, with its pictures (.mhtml) a few megabytes; the whole starter has one.
# All travels in one message, which the browser and the server hold in memory: hence the second bound.
LIMITS = IntakeLimits(
    file_bytes=10 * 1024 * 1024,
    total_bytes=40 * 1024 * 1024,
    files=500,
    endings=(".html", ".htm", ".mhtml", ".mht", ".pdf", ".txt", ".jsonl", ".json"),
)
# Paragraphs a step: a full text has some forty, a second or two of encoding, after which a stop is heard.
_PARAGRAPHS_A_STEP = 60
_LONGEST_NAME = 150
_UNPRINTED = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})


class _Stopped(Exception):
    """Raised while reading, where nothing is stored yet."""


class FileIntake:
    """Takes named bytes into a casebook. Safe to use from several threads.

    ``on_stored`` is called when decisions were stored, before the report: there the index is brought up to date.
    """

    def __init__(
        self,
        casebook: Casebook,
        encoder: Encoder,
        *,
        on_stored: Callable[[], None] = lambda: None,
        limits: IntakeLimits = LIMITS,
    ) -> None:
        self._casebook = casebook
        self._encoder = encoder
        self._on_stored = on_stored
        self._limits = limits
        self._changed = threading.Condition()
        self._state = IntakeState()
        self._began = 0.0
        self._stop = threading.Event()
        # One thread for all intakes: the casebook keeps a connection for each thread that ever asked it.
        self._worker = ThreadPoolExecutor(max_workers=1, thread_name_prefix="intake")
        self._work: Future[None] | None = None

    @property
    def limits(self) -> IntakeLimits:
        """What may be given at once."""
        return self._limits

    def begin(self, files: Sequence[GivenFile]) -> IntakeState:
        """Start to read and store; returns at once, with the state of the new run.

        Raises IntakeBusy where an intake is under way, and InputError for no file or more than the limits allow; then
        nothing is begun.
        """
        self._refuse_beyond_limits(files)
        with self._changed:
            if self._state.progress is not None:
                raise IntakeBusy("Files are being added already. Wait until that has ended, then add yours.")
            self._stop.clear()
            self._began = time.monotonic()
            started = IntakeProgress(IntakeStage.READING, 0, len(files), 0.0, len(files))
            self._set(IntakeState(self._state.change, self._state.run + 1, started))
            self._work = self._worker.submit(self._run, _with_plain_names(files))
            return self._state

    def stop(self) -> None:
        """End the intake under way after the step it is in; what is stored by then is whole and stays."""
        self._stop.set()
        with self._changed:
            if self._state.progress is not None:
                self._set(replace(self._state, progress=replace(self._state.progress, is_stopping=True)))

    def state(self) -> IntakeState:
        """How it stands at this moment."""
        with self._changed:
            return self._state

    def wait(self, after: int, timeout: float) -> IntakeState:
        """The state once its ``change`` is greater than ``after``, or after ``timeout`` seconds as it is then."""
        with self._changed:
            self._changed.wait_for(lambda: self._state.change > after, timeout)
            return self._state

    def dismiss(self, place: str) -> None:
        """Forget that something was set aside; it changes nothing but the list of these notes."""
        self._casebook.clear_set_aside(place)

    def close(self) -> None:
        """Stop, wait for the step under way, and let go of the thread."""
        self.stop()
        self._worker.shutdown(wait=True, cancel_futures=True)

    # ------------------------------------------------------------------ the worker

    def _run(self, files: Sequence[GivenFile]) -> None:
        began = time.monotonic()
        reports: tuple[FileReport, ...] = ()
        failure = ""
        try:
            readings = read_given(files, on_file=self._tell_read)
            reports = self._store(files, readings)
        except _Stopped:
            pass
        except RedressError as error:
            failure = str(error)
        except Exception as error:  # whatever broke, the page must be told in words, and the next intake must work
            _LOG.error("Files could not be added: %s", type(error).__name__)
            failure = self._name_fault(files)
        report = IntakeReport(reports, time.monotonic() - began, self._stop.is_set(), failure)
        with self._changed:
            self._set(IntakeState(self._state.change, self._state.run, report=report))

    def _store(self, files: Sequence[GivenFile], readings: Readings) -> tuple[FileReport, ...]:
        total = len(readings.decisions)
        self._tell(IntakeStage.STORING, 0, total)
        added = store_readings(
            self._casebook,
            self._encoder,
            readings,
            on_progress=lambda done, of: self._tell(IntakeStage.STORING, done, of),
            should_stop=self._stop.is_set,
            step=_step_for(readings.decisions),
        )
        if added.filed.total:
            self._on_stored()
        return _report_files(files, readings, added)

    def _tell_read(self, done: int, total: int) -> None:
        if self._stop.is_set():
            raise _Stopped
        self._tell(IntakeStage.READING, done, total)

    def _tell(self, stage: IntakeStage, done: int, total: int) -> None:
        with self._changed:
            last = self._state.progress
            if last is None or last.stage is not stage:
                self._began = time.monotonic()
            files = last.files if last else 0
            seconds = time.monotonic() - self._began
            told = IntakeProgress(stage, done, total, seconds, files, is_stopping=self._stop.is_set())
            self._set(replace(self._state, progress=told, report=None))

    def _set(self, state: IntakeState) -> None:
        """Put a new state in place; the caller holds the lock."""
        self._state = replace(state, change=self._state.change + 1)
        self._changed.notify_all()

    def _name_fault(self, files: Sequence[GivenFile]) -> str:
        progress = self.state().progress
        if progress is not None and progress.stage is IntakeStage.READING and progress.done < len(files):
            return (
                f"{files[progress.done].name} could not be read, by a fault of Redress and not of yours. Nothing was "
                "stored. Please add the files again without it."
            )
        return (
            "The files could not be stored, by a fault of Redress. What was stored is whole; please add the files "
            "again, which goes on where it broke off."
        )

    def _refuse_beyond_limits(self, files: Sequence[GivenFile]) -> None:
        limits = self._limits
        if not files:
            raise InputError("No file was chosen.")
        if len(files) > limits.files:
            raise InputError(
                f"{len(files):,} files are more than the {limits.files:,} that can be added at once. Add them in "
                "parts, or all with `python -m ingest add FOLDER`."
            )
        largest = max(files, key=lambda file: len(file.data))
        if len(largest.data) > limits.file_bytes:
            name = _plain_name(largest.name)
            raise InputError(
                f"{name} has {_megabytes(len(largest.data))}; a file may have {_megabytes(limits.file_bytes)}. "
                "Nothing was stored. Save the page without its pictures, or use `python -m ingest add`."
            )
        total = sum(len(file.data) for file in files)
        if total > limits.total_bytes:
            raise InputError(
                f"These files have {_megabytes(total)} together; at once {_megabytes(limits.total_bytes)} can be "
                "added. Nothing was stored. Add them in parts, or all with `python -m ingest add FOLDER`."
            )


def _step_for(decisions: Sequence[Decision]) -> int:
    """Decisions a step, so that each takes about a second: one full text, or some dozens of digests."""
    paragraphs = sum(len(decision.paragraphs) for decision in decisions)
    return max(1, _PARAGRAPHS_A_STEP * len(decisions) // max(paragraphs, 1))


# --------------------------------------------------------------------------- what became of each file


def _report_files(files: Sequence[GivenFile], readings: Readings, added: AddReport) -> tuple[FileReport, ...]:
    fates = dict(added.filed.fates)
    read = {str(reading.path): reading for reading in readings.files}
    reports = []
    for file in files:
        reading = read.get(file.name)
        decisions = reading.decisions if reading else ()
        reports.append(
            FileReport(
                file.name,
                tuple(_report_decision(one, fates) for one in decisions if one.reference in fates),
                reading.news.title if reading and reading.news else None,
                tuple(
                    item.reason
                    for item in added.set_aside
                    if item.place == file.name or item.place.startswith(f"{file.name}, ")
                ),
            )
        )
    return tuple(reports)


def _report_decision(decision: Decision, fates: dict[CaseReference, Fate]) -> DecisionReport:
    return DecisionReport(
        reference=decision.reference,
        fate=fates[decision.reference],
        body=decision.body,
        outcome=decision.outcome,
        decided=decision.decided,
        is_full_text=decision.is_full_text,
        unread=len(decision.unread),
        planted=len(decision.flags),
    )


# --------------------------------------------------------------------------- names


def _with_plain_names(files: Sequence[GivenFile]) -> tuple[GivenFile, ...]:
    """The files under names that can be shown and told apart: a second "a.html" becomes "a (2).html"."""
    seen: set[str] = set()
    plain = []
    for file in files:
        name = _plain_name(file.name)
        stem, dot, ending = name.rpartition(".")
        number = 2
        while name in seen:
            name = f"{stem} ({number}).{ending}" if dot else f"{ending} ({number})"
            number += 1
        seen.add(name)
        plain.append(GivenFile(name, file.data))
    return tuple(plain)


def _plain_name(name: str) -> str:
    """The name without folders and on one line, with what is not printed as its code, and of a length one can read."""
    name = name.replace("\\", "/").rstrip("/").rsplit("/", 1)[-1]
    if len(name) > _LONGEST_NAME:
        name = f"{name[: _LONGEST_NAME - 50]}…{name[-40:]}"
    name = "".join(f"<U+{ord(one):04X}>" if unicodedata.category(one) in _UNPRINTED else one for one in name.strip())
    return name or "a file without a name"


def _megabytes(size: int) -> str:
    """``12.3 MB``; a whole number without its nought."""
    return f"{size / 1024 / 1024:.1f}".removesuffix(".0") + " MB"
