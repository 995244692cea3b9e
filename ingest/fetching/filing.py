"""Pages that were fetched → the casebook, through the same door as files that a person adds."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from assistant.casebook import Casebook
from assistant.domain import CaseReference, GivenFile
from assistant.encoders import Encoder
from ingest.build import AddReport, store_readings
from ingest.fetching.asked import Version
from ingest.fetching.editions import DamagedEdition, Edition
from ingest.fetching.manners import SITE
from ingest.fetching.site import DecisionAddress
from ingest.fetching.store import PageStore
from ingest.forms.addresses import read_address
from ingest.sources import read_given

# Decisions a batch: read together, stored together and noted together.
BATCH = 32


@dataclass
class FilingSummary:
    """What went into the casebook, by what became of it; ``set_aside`` with reasons, ``damaged`` files by name."""

    added: int = 0
    replaced: int = 0
    unchanged: int = 0
    set_aside: list[tuple[str, str]] = field(default_factory=list)
    damaged: list[str] = field(default_factory=list)

    @property
    def total(self) -> int:
        """All decisions that went in or were there."""
        return self.added + self.replaced + self.unchanged


def pending_versions(store: PageStore, casebook: Casebook) -> list[tuple[CaseReference, Version]]:
    """What is fetched and not in this casebook: new, changed, or lost with a casebook that was made anew."""
    held = set(casebook.references())
    barred = store.kept_out() | casebook.kept_out()
    pending = []
    for reference in store.references():
        version = store.newest(reference)
        if version is None or reference in barred:
            continue
        filed = store.filed_as(version)
        if filed is None or (filed and not held.intersection(filed) and not barred.intersection(filed)):
            pending.append((reference, version))
    return pending


class StoreIntake:
    """Takes what a store holds into a casebook, in batches while the fetch goes on and the rest at its end.

    ``open_encoder`` is asked for the encoder only where there is something to encode. ``origin`` says where the
    decisions came from; ``summary`` counts what became of them.
    """

    def __init__(
        self,
        store: PageStore,
        casebook: Casebook,
        open_encoder: Callable[[], Encoder],
        origin: str = f"fetched from {SITE}",
    ) -> None:
        self.summary = FilingSummary()
        self._store = store
        self._casebook = casebook
        self._open_encoder = open_encoder
        self._encoder: Encoder | None = None
        self._origin = origin
        self._waiting = 0

    def share_what_is_kept_out(self) -> None:
        """Make the list of what is kept out the same in both: a casebook made anew must not forget it."""
        theirs, ours = self._casebook.kept_out(), self._store.kept_out()
        for reference in theirs - ours:
            self._store.keep_out(reference)
        for reference in ours - theirs:
            self._casebook.keep_out(reference)

    def find_address(self, reference: CaseReference) -> DecisionAddress | None:
        """The address that the casebook holds of a decision, which may be a guess."""
        held = self._casebook.decisions([reference]).get(reference)
        known = read_address(held.url) if held is not None and held.url is not None else None
        if held is None or known is None or known.url is None or known.reference != reference:
            return None
        return DecisionAddress(reference, known.url, is_guess=held.url_derived)

    def count(self) -> None:
        """A decision was kept; with every full batch all that is waiting goes into the casebook."""
        self._waiting += 1
        if self._waiting >= BATCH:
            self.file()

    def file(self, on_progress: Callable[[int, int], None] = lambda *_: None) -> None:
        """Put everything that is pending into the casebook; to run it again completes what was interrupted.

        A damaged file is given up and named in the summary, so that the next fetch brings its decision again.
        """
        self._waiting = 0
        pending = pending_versions(self._store, self._casebook)
        for start in range(0, len(pending), BATCH):
            if self._encoder is None:
                self._encoder = self._open_encoder()
            batch = pending[start : start + BATCH]
            _file_batch(self._store, self._casebook, self._encoder, batch, self._origin, self.summary)
            on_progress(start + len(batch), len(pending))


def _file_batch(
    store: PageStore,
    casebook: Casebook,
    encoder: Encoder,
    batch: Sequence[tuple[CaseReference, Version]],
    origin: str,
    summary: FilingSummary,
) -> None:
    files: list[GivenFile] = []
    names: dict[str, Version] = {}
    for reference, version in batch:
        try:
            edition = store.read(version)
        except DamagedEdition as error:
            summary.damaged.append(f"{error}; the next fetch brings it again.")
            store.drop_damaged(reference, version.file)
            continue
        given = _give(edition)
        files += given
        names |= {file.name: version for file in given}
    readings = read_given(files)
    report = store_readings(casebook, encoder, readings, origin=origin, on_progress=lambda *_: None)
    _count(summary, report)
    filed: dict[Version, set[CaseReference]] = {version: set() for version in names.values()}
    stored = {reference for reference, _ in report.filed.fates}
    for reading in readings.files:
        filed[names[str(reading.path)]] |= stored.intersection(one.reference for one in reading.decisions)
    for version, references in filed.items():
        store.note_filed(version, sorted(references, key=str))


def _give(edition: Edition) -> list[GivenFile]:
    """The pages as files with names to speak of them by: ``fetched/22-016-576_chapter-2.html``."""
    return [
        GivenFile(
            f"fetched/{edition.reference.slug}{f'_chapter-{page.chapter}' if page.chapter else ''}.html",
            page.body,
            page.address,
        )
        for page in edition.pages
    ]


def _count(summary: FilingSummary, report: AddReport) -> None:
    summary.added += report.filed.added
    summary.replaced += report.filed.replaced
    summary.unchanged += report.filed.unchanged + report.filed.kept_full_text
    summary.set_aside += [(item.place, item.reason) for item in report.set_aside]
