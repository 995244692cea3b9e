"""The table of all passages: kept up to date from the casebook, its large part in files, what came since in memory."""

from __future__ import annotations

import json
import secrets
import shutil
import threading
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from assistant.casebook import Casebook
from assistant.passage_table.noted import find_damaged, note_files, total_size
from assistant.passage_table.segment import Progress, Segment, make_segment, map_segment, write_segment
from assistant.passage_table.view import TableView

_STATE = "state.json"
_FORM = 3  # of the files; another one is made anew
# Checksums of at most so many bytes are compared at each start, in a tenth of a second; of more only by ``verify``.
_CHECKED_AT_START = 128_000_000
_MADE_ANEW = "it is made anew from the casebook at the next start, or by `python -m ingest rebuild`"
# What came since the files were written is kept in memory up to this share of them, and this many passages.
_MOST_SINCE, _LEAST_SINCE = 0.1, 5_000
# So many parts in memory are put together into one: each is looked at by every search.
_MOST_PARTS = 6


@dataclass(frozen=True)
class _Held:
    """What the table was derived from, and what it is."""

    casebook: str
    change: int
    segments: tuple[Segment, ...]
    view: TableView


class PassageTable:
    """Safe to use from several threads; a search keeps the view that it began with.

    ``folder`` holds the files; None keeps all in memory. Only one process may write them (``may_write``); any may read.
    """

    def __init__(self, casebook: Casebook, folder: Path | None = None) -> None:
        self._casebook = casebook
        self._folder = folder
        self._held: _Held | None = None
        self._lacking = 0
        self._one_at_a_time = threading.Lock()

    def view(self) -> TableView:
        """All passages as the casebook has them now; what was filed or removed since the last time is taken in."""
        return self.refresh()

    def refresh(self, *, may_write: bool = False, on_progress: Progress | None = None) -> TableView:
        """Bring the table up to date: a cheap look where nothing changed. ``may_write`` writes files that are due."""
        held, newest = self._held, self._newest()
        if held is not None and (held.casebook, held.change) == newest:
            return held.view
        # What another process files meanwhile is left for the next time, so that no decision is read half old.
        with self._one_at_a_time, self._casebook.one_moment():
            held, newest = self._held, self._newest()
            if held is None or held.casebook != newest[0]:
                held = self._read_files(newest[0])
                if may_write and self._folder is not None:
                    _sweep(self._folder)
            if held is None or self._is_due(newest, held, may_write=may_write):
                held = self._make_all(newest, may_write=may_write, on_progress=on_progress)
            elif held.change != newest[1]:
                held = self._take_in_changes(held, newest)
            self._held = held
            return held.view

    def rebuild(self, *, may_write: bool = False, on_progress: Progress | None = None) -> None:
        """Make the table anew from the casebook, whatever there is."""
        with self._one_at_a_time, self._casebook.one_moment():
            self._held = self._make_all(self._newest(), may_write=may_write, on_progress=on_progress)

    @property
    def lacking(self) -> int:
        """How many passages the casebook had without a vector when the table was last made: none of them is found."""
        return self._lacking

    def find_problems(self) -> list[str]:
        """What is wrong with the files, one sentence each with what to do; every byte is read, nothing is changed."""
        if self._folder is None or not self._folder.exists():
            return []
        while True:
            state = _read_state(self._folder)
            problems = [*self._damage(state), *_leftovers(self._folder, state)]
            # Whoever owns the files may have written them anew meanwhile.
            if _read_state(self._folder) == state:
                return [f"{clause}; {_MADE_ANEW}." for clause in problems]

    def _damage(self, state: Mapping[str, Any]) -> Iterator[str]:
        assert self._folder is not None  # noqa: S101 -- looked at by the caller; this tells the type checker
        if not state:
            yield f"{self._folder / _STATE}: it is not there or cannot be read"
        elif state.get("form") != _FORM or state.get("casebook") != self._casebook.id:
            yield f"{self._folder}: the table of passages is not that of this casebook"
        else:
            yield from find_damaged(self._folder / str(state.get("files")), state.get("noted"))

    def state(self) -> tuple[int, bool]:
        """How many passages are held, and whether they are those of the casebook; it changes nothing."""
        held = self._held
        if held is None:
            return 0, False
        return held.view.passages, (held.casebook, held.change) == self._newest()

    # ------------------------------------------------------------------ helpers

    def _newest(self) -> tuple[str, int]:
        return self._casebook.id, self._casebook.last_change()

    def _is_due(self, newest: tuple[str, int], held: _Held, *, may_write: bool) -> bool:
        """Whether the files are to be written again: too much has come since."""
        if not may_write or self._folder is None:
            return False
        state = _read_state(self._folder)
        if state.get("casebook") != newest[0]:
            return True
        return newest[1] - int(state.get("change", 0)) > max(_LEAST_SINCE, _MOST_SINCE * len(held.view))

    def _make_all(self, newest: tuple[str, int], *, may_write: bool, on_progress: Progress | None) -> _Held:
        source = self._casebook.source
        decisions = source.decision_numbers()
        wanted = list(decisions.values())
        done = 0

        def told() -> Any:
            nonlocal done
            for chunk in source.chunks(wanted):
                yield chunk
                done += len(set(chunk.decisions.tolist()))
                if on_progress is not None:
                    on_progress(done, len(wanted))

        segment = make_segment(told(), lambda _: source.tokens())
        self._lacking = source.count() - (0 if segment is None else len(segment))
        if segment is not None and may_write and self._folder is not None:
            # On a full disk all stays in memory, and the next start tries again.
            with suppress(OSError):
                _write(self._folder, segment, newest)
        segments = () if segment is None else (segment,)
        return _Held(*newest, segments, TableView(source, segments, decisions))

    def _take_in_changes(self, held: _Held, newest: tuple[str, int]) -> _Held:
        """What is new becomes a part of its own; what is gone is passed over."""
        source = self._casebook.source
        decisions = source.decision_numbers()
        known = held.view.decision_numbers_seen
        new = [number for number in decisions.values() if number not in known]
        segments = held.segments
        if len(segments) > _MOST_PARTS:
            first = set(segments[0].decisions.tolist())
            new = [number for number in decisions.values() if number not in first]
            segments = segments[:1]
        if new:
            made = make_segment(source.chunks(new), source.tokens)
            segments = segments if made is None else (*segments, made)
        return _Held(*newest, segments, TableView(source, segments, decisions))

    def _read_files(self, casebook: str) -> _Held | None:
        """The table as it was written; None where there are no files, or other ones than these."""
        if self._folder is None:
            return None
        state = _read_state(self._folder)
        if state.get("form") != _FORM or state.get("casebook") != casebook:
            return None
        source = self._casebook.source
        place = self._folder / str(state.get("files"))
        noted = state.get("noted")
        try:
            is_small = total_size(noted) <= _CHECKED_AT_START
            if next(find_damaged(place, noted, with_checksums=is_small), None) is not None:
                return None
            segment = map_segment(place)
        except (OSError, EOFError, ValueError, KeyError, TypeError, AttributeError):
            return None
        decisions = source.decision_numbers()
        # The change of the files, not the newest: what came since is taken in next.
        return _Held(casebook, int(state["change"]), (segment,), TableView(source, (segment,), decisions))


def _write(folder: Path, segment: Segment, newest: tuple[str, int]) -> None:
    """Write the files under a name of their own and then say so: a kill leaves the old ones, or the new ones."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    name = f"{newest[0][:12]}-{newest[1]}-{secrets.token_hex(4)}"
    place = folder / name
    place.mkdir(mode=0o700)
    try:
        write_segment(segment, place)
        state = {
            "form": _FORM,
            "casebook": newest[0],
            "change": newest[1],
            "files": name,
            "noted": note_files(place),
        }
        new = folder / (_STATE + ".new")
        new.write_text(json.dumps(state), encoding="utf-8")
        new.replace(folder / _STATE)
    finally:
        _sweep(folder)


def _leftovers(folder: Path, state: Mapping[str, Any]) -> Iterator[str]:
    """A clause for each thing beside the files in use, which a kill left."""
    for path in sorted(folder.iterdir()):
        if path.name not in (_STATE, state.get("files")):
            yield f"{path}: it was left behind by a write that was cut short"


def _sweep(folder: Path) -> None:
    """Delete what a kill left beside the files in use."""
    if not folder.exists():
        return
    files = _read_state(folder).get("files")
    for other in folder.iterdir():
        if other.name not in (_STATE, files):
            shutil.rmtree(other, ignore_errors=True) if other.is_dir() else other.unlink(missing_ok=True)


def _read_state(folder: Path) -> dict[str, Any]:
    try:
        state = json.loads((folder / _STATE).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return state if isinstance(state, dict) else {}
