"""The pages as fetched, and what is known of each decision: kept in a folder, resumable at any moment.

``fetched/pages/19/19-018-981.<hash>.gz`` holds one version of one decision (``editions``), ``fetched/manifest.txt``
what happened, line by line (``manifest``). The files are the truth and the manifest says what they do not: what is
gone, what was listed, what went into the casebook. To open the store mends it: lines that are damaged are left out, and
files that no line knows are taken in; what is missing then is fetched again.
"""

from __future__ import annotations

import errno
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import Self

from filelock import FileLock, Timeout

from assistant.domain import CaseReference
from assistant.errors import FetchBusy, FetchError, InvalidReference
from assistant.text import format_count
from ingest.fetching.asked import KeptList, Run, Version
from ingest.fetching.editions import SUFFIX, DamagedEdition, Edition, pack_edition, unpack_edition
from ingest.fetching.known import Known, apply_entry
from ingest.fetching.manifest import Entry, append_entry, read_manifest, write_manifest, write_whole
from ingest.fetching.windows import Window

_MANIFEST = "manifest.txt"


@dataclass(frozen=True)
class StoreStatus:
    """What is kept: decisions, those in more than one version, gone ones, those kept out; ``last`` when one came."""

    decisions: int = 0
    changed: int = 0
    gone: int = 0
    kept_out: int = 0
    last: datetime | None = None


class PageStore:
    """The folder, opened for fetching by one process (``open``), or only to be looked at (``look``)."""

    def __init__(self, folder: Path, lock: FileLock | None) -> None:
        self.folder = folder
        self.mended: tuple[str, ...] = ()
        self._lock = lock
        self._known = Known()
        self._sound: set[str] = set()

    @classmethod
    def open(cls, folder: Path) -> Self:
        """Open for writing, making the folder where there is none, and mend what is damaged (``mended`` names it).

        Raises FetchBusy where another process has it open, FetchError where the folder cannot be written.
        """
        with _telling_of(folder):
            (folder / "pages").mkdir(mode=0o700, parents=True, exist_ok=True)
        lock = FileLock(folder / "lock")
        try:
            lock.acquire(timeout=0)
        except Timeout as error:
            raise FetchBusy(
                f"another fetch is under way in {folder}; one at a time, so that the site is asked politely. Nothing "
                "was fetched by this one."
            ) from error
        store = cls(folder, lock)
        try:
            store._load(mend=True)
        except BaseException:
            store.close()
            raise
        return store

    @classmethod
    def look(cls, folder: Path) -> Self:
        """Read what is kept, changing nothing; a folder that is not there holds nothing."""
        store = cls(folder, None)
        store._load(mend=False)
        return store

    def close(self) -> None:
        """Let others fetch."""
        if self._lock is not None:
            self._lock.release()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    # ------------------------------------------------------------------ reading

    def newest(self, reference: CaseReference) -> Version | None:
        """The version in use; None where none is kept."""
        versions = self._known.versions.get(reference)
        return versions[-1] if versions else None

    def references(self) -> tuple[CaseReference, ...]:
        """Every decision of which pages are kept, sorted."""
        return tuple(sorted(self._known.versions, key=str))

    def versions(self, reference: CaseReference) -> tuple[Version, ...]:
        """All versions of a decision, the oldest first."""
        return tuple(self._known.versions.get(reference, ()))

    def read(self, version: Version) -> Edition:
        """The pages of a version. Raises DamagedEdition, with the file's name, where they are not what was fetched."""
        path = self._path(version.file)
        try:
            edition = unpack_edition(path.read_bytes())
        except OSError as error:
            raise DamagedEdition(f"{path}: the file cannot be read ({error.strerror})") from error
        except DamagedEdition as error:
            raise DamagedEdition(f"{path}: {error}") from error
        if edition.file_name != version.file:
            raise DamagedEdition(f"{path}: it holds another page than its name says")
        self._sound.add(version.file)
        return edition

    def is_sound(self, reference: CaseReference) -> bool:
        """True where the version in use is there, byte by byte."""
        version = self.newest(reference)
        if version is None:
            return False
        if version.file not in self._sound:
            with suppress(DamagedEdition):
                self.read(version)
        return version.file in self._sound

    def checked(self, reference: CaseReference) -> datetime | None:
        """When the site last showed the decision; None where it never did."""
        return self._known.checked.get(reference)

    def gone_since(self, reference: CaseReference) -> datetime | None:
        """When the site last said that the decision is not there; None where it did not, or showed it since."""
        gone = self._known.gone.get(reference)
        return gone[1] if gone else None

    def url(self, reference: CaseReference) -> str | None:
        """The address of a decision, where a list or a page has told it."""
        return self._known.urls.get(reference)

    def kept_out(self) -> frozenset[CaseReference]:
        """The decisions that must not be fetched."""
        return frozenset(self._known.kept_out)

    def filed_as(self, version: Version) -> tuple[CaseReference, ...] | None:
        """Under which references a version went into the casebook; None where it was not filed yet."""
        return self._known.filed.get(version.file)

    def kept_list(self, window: Window) -> KeptList | None:
        """What the site listed for exactly this window the last time."""
        return self._known.lists.get(window)

    def runs(self) -> tuple[Run, ...]:
        """The last run of each kind of asking, in the order in which they began."""
        return tuple(sorted(self._known.runs.values(), key=lambda run: run.began))

    def lost(self) -> tuple[CaseReference, ...]:
        """The decisions whose file in use is damaged or gone from the disk, and which must be fetched again."""
        return tuple(sorted(self._known.lost, key=str))

    def status(self) -> StoreStatus:
        """Counts of what is kept."""
        known = self._known
        return StoreStatus(
            decisions=len(known.versions),
            changed=sum(len(versions) > 1 for versions in known.versions.values()),
            gone=len(known.gone),
            kept_out=len(known.kept_out),
            last=max((versions[-1].fetched for versions in known.versions.values()), default=None),
        )

    def find_problems(self) -> list[str]:
        """What is wrong with the files, one sentence each, saying what to do; reads every file."""
        problems = [f"{one}." for one in self.mended]
        for reference in self.references():
            newest = self._known.versions[reference][-1]
            for version in self._known.versions[reference]:
                try:
                    self.read(version)
                except DamagedEdition as error:
                    if version is newest and not self._path(version.file).exists():
                        continue  # named above
                    remedy = "the next `python -m ingest fetch` or `update` fetches it again"
                    lost = "an earlier version, which cannot be had again; delete the file"
                    problems.append(f"{error}; {remedy if version is newest else lost}.")
        return problems

    # ------------------------------------------------------------------ writing

    def keep(self, edition: Edition) -> bool:
        """Keep an edition as the one in use; False where the decision is as it was at the last fetch."""
        last = self.newest(edition.reference)
        is_new = last is None or last.file != edition.file_name or not self.is_sound(edition.reference)
        if is_new:
            path = self._path(edition.file_name)
            with _telling_of(path):
                path.parent.mkdir(mode=0o700, exist_ok=True)
                write_whole(path, pack_edition(edition))
            self._note("held", edition.reference, file=edition.file_name, url=edition.url, time=edition.fetched)
            self._sound.add(edition.file_name)
        else:
            self._note("checked", edition.reference, url=edition.url, time=edition.fetched)
        return is_new

    def note_gone(self, reference: CaseReference, status: int, at: datetime) -> None:
        """Note that the site says that a decision is not there; what was kept of it stays."""
        self._note("gone", reference, status=status, time=at)

    def note_aside(self, reference: CaseReference, reason: str, at: datetime) -> None:
        """Note that what came for a decision could not be used."""
        self._note("aside", reference, reason=reason, time=at)

    def note_list(self, window: Window, kept: KeptList) -> None:
        """Note what the site listed for a window, or that it holds too many and was halved."""
        self._append(
            {
                "what": "list",
                "first": window.first.isoformat(),
                "last": window.last.isoformat(),
                "time": kept.at.isoformat(),
                "halved": kept.is_halved,
                "stated": kept.stated,
                "problem": kept.problem,
                "urls": [[reference.value, url] for reference, url in kept.addresses],
            }
        )

    def note_filed(self, version: Version, references: Sequence[CaseReference]) -> None:
        """Note that a version went into the casebook under these references; none where it could not be used."""
        self._append({"what": "filed", "file": version.file, "as": [one.value for one in references]})

    def note_run(self, run: Run) -> None:
        """Note that a run began, or that it came to its end."""
        self._append(
            {
                "what": "run",
                "ask": run.ask,
                "first": run.period.first.isoformat(),
                "last": run.period.last.isoformat(),
                "began": run.began.isoformat(),
                "ended": run.ended.isoformat() if run.ended else None,
            }
        )

    def keep_out(self, reference: CaseReference) -> None:
        """Delete every page of a decision and never keep one again. Others may fetch meanwhile."""
        self._note("kept out", reference)
        self._delete_files(reference)

    def let_in(self, reference: CaseReference) -> None:
        """Let a decision be fetched again."""
        self._note("let in", reference)

    def forget(self, reference: CaseReference) -> None:
        """Delete every page of a decision; it may be fetched again."""
        if reference in self._known.versions:
            self._note("forgotten", reference)
        self._delete_files(reference)

    def drop_damaged(self, reference: CaseReference, file: str) -> None:
        """Give up a file that is damaged, so that its decision is fetched again."""
        self._append({"what": "damaged", "reference": reference.value, "file": file})
        with _telling_of(self._path(file)):
            self._path(file).unlink(missing_ok=True)

    def drop_all_damaged(self) -> list[str]:
        """Read every file, and give up those that are damaged; a sentence for each. What is in use is fetched again."""
        told = []
        for reference in self.references():
            newest = self._known.versions[reference][-1]
            for version in self.versions(reference):
                try:
                    self.read(version)
                except DamagedEdition as error:
                    self.drop_damaged(reference, version.file)
                    again = "the next `python -m ingest fetch` or `update` fetches it again"
                    gone = "an earlier version, which cannot be had again"
                    told.append(f"{error}; it was deleted: {again if version is newest else gone}.")
        return told

    # ------------------------------------------------------------------ helpers

    def _path(self, file: str) -> Path:
        return self.folder / "pages" / file[:2] / file

    def _delete_files(self, reference: CaseReference) -> None:
        for path in (self.folder / "pages").glob(f"{reference.slug[:2]}/{reference.slug}.*"):
            with _telling_of(path):
                path.unlink(missing_ok=True)

    def _note(self, what: str, reference: CaseReference, **values: object) -> None:
        plain = {name: value.isoformat() if isinstance(value, datetime) else value for name, value in values.items()}
        self._append({"what": what, "reference": reference.value, **plain})

    def _append(self, entry: Entry) -> None:
        with _telling_of(self.folder / _MANIFEST):
            self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            append_entry(self.folder / _MANIFEST, entry)
        apply_entry(self._known, entry)

    def _load(self, *, mend: bool) -> None:
        path = self.folder / _MANIFEST
        reading = read_manifest(path)
        sound: list[Entry] = []
        for entry in reading.entries:
            with suppress(KeyError, ValueError, TypeError):  # a line that is whole and of another form
                apply_entry(self._known, entry)
                sound.append(entry)
        told = []
        if broken := len(reading.damaged) + len(reading.entries) - len(sound):
            told.append(
                f"{path}: {format_count(broken, 'line')} of it cannot be read; what was told there is taken from the "
                "pages, or asked again"
            )
        files = _files(self.folder)
        strays, damaged = self._stray_files(files)
        if strays:
            told.append(f"{path}: {format_count(len(strays), 'page')} on the disk are not in it; they are taken in")
        for reference in self.references():
            if (version := self._known.versions[reference][-1]).file not in files:
                damaged.append((reference, version.file, f"{self._path(version.file)}: it is not there"))
        self.mended = (*told, *(f"{reason}; it is fetched again" for _, _, reason in damaged))
        if mend:
            if broken:
                with _telling_of(path):
                    write_manifest(path, sound)
            self._mend(strays, damaged)

    def _mend(self, strays: Sequence[Edition], damaged: Sequence[tuple[CaseReference, str, str]]) -> None:
        for edition in strays:
            self._note("held", edition.reference, file=edition.file_name, url=edition.url, time=edition.fetched)
        for reference, file, _ in damaged:
            self.drop_damaged(reference, file)
        for reference in self._known.kept_out:
            self._delete_files(reference)
        for path in (self.folder / "pages").glob("*/*.new"):  # half written when a kill came
            with _telling_of(path):
                path.unlink(missing_ok=True)

    def _stray_files(self, files: Mapping[str, Path]) -> tuple[list[Edition], list[tuple[CaseReference, str, str]]]:
        """Files that no line tells of, oldest first: a kill fell between the two, or the line was damaged."""
        known = {version.file for versions in self._known.versions.values() for version in versions}
        strays, damaged = [], []
        for name in sorted(files.keys() - known):
            try:
                reference = CaseReference.parse(name.partition(".")[0])
                if reference not in self._known.kept_out:
                    strays.append(unpack_edition(files[name].read_bytes()))
            except InvalidReference:
                continue  # somebody else's file
            except (OSError, DamagedEdition) as error:
                damaged.append((reference, name, f"{files[name]}: {error}"))
        return sorted(strays, key=lambda one: (one.fetched, one.file_name)), damaged


def _files(folder: Path) -> dict[str, Path]:
    """Every page file by name; what a kill left half written has another ending."""
    return {path.name: path for path in (folder / "pages").glob(f"*/*{SUFFIX}")}


@contextmanager
def _telling_of(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        reason = "the disk is full" if error.errno == errno.ENOSPC else (error.strerror or str(error))
        raise FetchError(
            f"{path}: cannot be written ({reason}). What was fetched before is kept; run again to go on."
        ) from error
