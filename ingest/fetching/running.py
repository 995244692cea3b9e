"""A period, a category or references → every decision of it in the store, and a count of what became of each.

The order of a fetch: what was lost is fetched again; then each month is listed, the newest first, and its decisions are
fetched. Every step is noted before the next, so that a run that is cut short goes on where it was: a list that was
read in this run is not read again, a decision that was shown in this run is not asked for again.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime

from assistant.domain import CaseReference
from assistant.errors import FetchError, InputError, SiteRefused
from assistant.text import format_count
from ingest.fetching.asked import KeptList, Run
from ingest.fetching.client import Clock, SiteClient
from ingest.fetching.decisions import Gone, NotServed, fetch_decision
from ingest.fetching.editions import Edition
from ingest.fetching.lists import Lists
from ingest.fetching.site import DecisionAddress
from ingest.fetching.store import PageStore
from ingest.fetching.windows import Window, cut_into_months, months_before

# Results of one window that are read as one list; a month has some 500.
CEILING = 1000
# A page now and then may be broken; several one after another are a site that does not serve us.
_MOST_REFUSALS = 3
_RECHECKED_MONTHS = 2
UPDATE = "update"


@dataclass
class FetchReport:
    """What a fetch did, counted by decisions. ``problems`` are lists that may lack something.

    ``not_served`` are decisions whose page could not be used, each with the reason; ``ended_by`` is why the run could
    not come to its end, None where it did. ``notes`` are to be told and are no trouble.
    """

    listed: int = 0
    fetched: int = 0
    changed: int = 0
    unchanged: int = 0
    held: int = 0
    gone: list[CaseReference] = field(default_factory=list)
    kept_out: int = 0
    not_served: list[tuple[CaseReference, str]] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    requests: int = 0
    ended_by: FetchError | None = None

    @property
    def is_complete(self) -> bool:
        """True where everything that was asked for is held, gone or kept out."""
        return not (self.not_served or self.problems or self.ended_by)


@dataclass
class Fetch:
    """What a fetch needs, built in one place and handed to the ways in.

    ``kept_out`` gives the decisions that must not be fetched, as they are at that moment; ``find_address`` one that is
    known of a reference; ``on_kept`` is called after each decision that was kept; ``on_progress`` with (stage, done,
    all).
    """

    client: SiteClient
    store: PageStore
    kept_out: Callable[[], frozenset[CaseReference]] = frozenset
    find_address: Callable[[CaseReference], DecisionAddress | None] = lambda _: None
    on_kept: Callable[[], None] = lambda: None
    on_progress: Callable[[str, int, int], None] = lambda *_: None
    clock: Clock = field(default_factory=Clock)
    ceiling: int = field(default_factory=lambda: CEILING)
    report: FetchReport = field(default_factory=FetchReport)
    refusals: int = 0
    seen: set[CaseReference] = field(default_factory=set)


# --------------------------------------------------------------------------- the ways in


def fetch_period(fetch: Fetch, period: Window) -> FetchReport:
    """Every decision that the site lists for the days of a period; those held already are not asked for again."""
    ask = f"{period.first} to {period.last}"
    return _guarded(fetch, lambda: _fetch_months(fetch, _begin(fetch, ask, period), None))


def fetch_update(fetch: Fetch, today: date) -> FetchReport:
    """What is new since the last run that went by dates; decisions of the last two months are asked for once more.

    Raises InputError where no such run came to its end.
    """
    ended = [run.period.last for run in fetch.store.runs() if run.ended is not None]
    unfinished = any(run.ask == UPDATE and run.ended is None for run in fetch.store.runs())
    if not ended and not unfinished:
        raise InputError(
            "nothing was fetched by dates so far, so it is not known since when decisions are new; begin with "
            "`python -m ingest fetch --from 2025-01-01`, and repeat it until it says that it is complete."
        )
    first = months_before(min(max(ended, default=today), today), _RECHECKED_MONTHS)
    run = _begin(fetch, UPDATE, Window(first, today))
    return _guarded(fetch, lambda: _fetch_months(fetch, run, months_before(run.period.last, _RECHECKED_MONTHS)))


def fetch_category(fetch: Fetch, path: str) -> FetchReport:
    """The newest decisions of a category, as its list on the site shows them."""

    def run() -> None:
        listed = _lists(fetch).read_category(path)
        fetch.report.notes.append(
            f"The site shows only the newest of a category: {format_count(len(listed.addresses), 'decision')} of "
            f"{path}. For more, fetch by dates (--from, --to)."
        )
        _fetch_all(fetch, listed.addresses, path, began=fetch.clock.now())

    return _guarded(fetch, run)


def fetch_references(fetch: Fetch, wanted: Sequence[DecisionAddress | CaseReference]) -> FetchReport:
    """These decisions. The address of a bare reference is taken from what is known, else from the site's search."""

    def run() -> None:
        began = fetch.clock.now()
        for done, one in enumerate(wanted):
            fetch.on_progress("references", done, len(wanted))
            reference = one if isinstance(one, CaseReference) else one.reference
            if reference in _kept_out(fetch) or fetch.store.is_sound(reference):
                address: DecisionAddress | None = DecisionAddress(reference, "")  # counted, and not asked for
            else:
                address = _address_of(fetch, one)
            if address is not None:
                _fetch_all(fetch, [address], "", began=began)
        fetch.on_progress("references", len(wanted), len(wanted))

    return _guarded(fetch, run)


# --------------------------------------------------------------------------- the run


def _guarded(fetch: Fetch, run: Callable[[], None]) -> FetchReport:
    """Run, beginning with what was lost; an error of the site ends the run and is part of the report."""
    report = fetch.report
    try:
        _fetch_lost(fetch)
        run()
    except FetchError as error:
        report.ended_by = error
    finally:
        report.requests = fetch.client.requests
    return report


def _begin(fetch: Fetch, ask: str, period: Window) -> Run:
    """The run of this name that was cut short, or a new one."""
    last = next((run for run in fetch.store.runs() if run.ask == ask and run.ended is None), None)
    if last is not None:
        fetch.report.notes.append(f"Going on with the run that began on {last.began.astimezone():%d %B %Y %H:%M}.")
        return last
    run = Run(ask, period, fetch.clock.now())
    fetch.store.note_run(run)
    return run


def _fetch_months(fetch: Fetch, run: Run, recheck_from: date | None) -> None:
    """List and fetch month by month. Decisions dated ``recheck_from`` or later are asked for though they are held."""
    lists = _lists(fetch)
    for month in cut_into_months(run.period):
        for window, kept in _read_lists(fetch, lists, month, run.began):
            if kept.problem:
                fetch.report.problems.append(kept.problem)
            addresses = [DecisionAddress(reference, url) for reference, url in kept.addresses]
            is_recheck = recheck_from is not None and window.last >= recheck_from
            _fetch_all(fetch, addresses, str(window), began=run.began, is_recheck=is_recheck)
    fetch.store.note_run(replace(run, ended=fetch.clock.now()))


def _read_lists(fetch: Fetch, lists: Lists, window: Window, began: datetime) -> Iterator[tuple[Window, KeptList]]:
    """The lists of a window, halved where it is too full; what this run has read before is not read again."""
    kept = fetch.store.kept_list(window)
    if kept is None or kept.at < began:
        listed = lists.read_window(window)
        now = fetch.clock.now()
        if listed is None:
            kept = KeptList(now, is_halved=True)
        else:
            named = tuple((one.reference, one.url) for one in listed.addresses)
            kept = KeptList(now, named, listed.stated, listed.problem)
        fetch.store.note_list(window, kept)
    if not kept.is_halved:
        yield window, kept
        return
    for half in window.halves():
        yield from _read_lists(fetch, lists, half, began)


def _fetch_lost(fetch: Fetch) -> None:
    """What was kept once and is damaged or gone from the disk."""
    began = fetch.clock.now()
    for reference in fetch.store.lost():
        address = _address_of(fetch, reference)
        if address is not None:
            _fetch_all(fetch, [address], "", began=began, is_recheck=True)


def _address_of(fetch: Fetch, wanted: DecisionAddress | CaseReference) -> DecisionAddress | None:
    """The address of a reference, or None: then it is in the report why there is none."""
    if isinstance(wanted, DecisionAddress):
        return wanted
    known = fetch.store.url(wanted)
    guess = DecisionAddress(wanted, known) if known else fetch.find_address(wanted)
    if guess is not None and not guess.is_guess:
        return guess
    found, near = _lists(fetch).find(wanted)
    if found is None and guess is not None:
        return guess
    if found is None:
        other = ", ".join(str(one) for one in near)
        hint = f" It shows {other}, which are other decisions." if other else ""
        reason = f"its address is not known, and the site's search does not show it.{hint} Give its address instead"
        fetch.report.not_served.append((wanted, reason))
        return None
    return DecisionAddress(found.reference, found.url)


# --------------------------------------------------------------------------- decisions


def _fetch_all(
    fetch: Fetch, addresses: Sequence[DecisionAddress], stage: str, *, began: datetime, is_recheck: bool = False
) -> None:
    for done, address in enumerate(addresses):
        if stage:
            fetch.on_progress(stage, done, len(addresses))
        if address.reference not in fetch.seen:
            fetch.seen.add(address.reference)
            fetch.report.listed += 1
            _fetch_one(fetch, address, began, is_recheck)
    if stage and addresses:
        fetch.on_progress(stage, len(addresses), len(addresses))


def _fetch_one(fetch: Fetch, address: DecisionAddress, began: datetime, is_recheck: bool) -> None:
    reference, store, report = address.reference, fetch.store, fetch.report
    if reference in _kept_out(fetch):
        report.kept_out += 1
        return
    checked, gone = store.checked(reference), store.gone_since(reference)
    if gone is not None and gone >= began:
        report.gone.append(reference)
        return
    is_due = is_recheck and (checked is None or checked < began)
    if not is_due and store.is_sound(reference):
        report.held += 1
        return
    held = store.newest(reference)
    result = fetch_decision(fetch.client, address, now=fetch.clock.now)
    if isinstance(result, Edition):
        fetch.refusals = 0
        is_new = reference not in _kept_out(fetch) and store.keep(result)
        report.fetched += is_new and held is None
        report.changed += is_new and held is not None
        report.unchanged += not is_new
        if is_new:
            fetch.on_kept()
    elif isinstance(result, Gone) and address.is_guess:
        told = f"nothing is at the address that its category would give it ({address.url}). Give its address instead"
        _note_not_served(fetch, reference, NotServed(told))
    elif isinstance(result, Gone):
        fetch.refusals = 0
        store.note_gone(reference, result.status, fetch.clock.now())
        report.gone.append(reference)
    else:
        _note_not_served(fetch, reference, result)


def _note_not_served(fetch: Fetch, reference: CaseReference, result: NotServed) -> None:
    fetch.store.note_aside(reference, result.reason, fetch.clock.now())
    fetch.report.not_served.append((reference, result.reason))
    fetch.refusals = fetch.refusals + 1 if result.is_refusal else 0
    if fetch.refusals >= _MOST_REFUSALS:
        raise SiteRefused(
            f"{_MOST_REFUSALS} pages one after another were not served ({result.reason}); the run ends here, so that "
            "the site is not burdened. Try again another day, or save the pages with a browser and add them with "
            "`python -m ingest add FOLDER`."
        )


def _kept_out(fetch: Fetch) -> frozenset[CaseReference]:
    return fetch.kept_out() | fetch.store.kept_out()


def _lists(fetch: Fetch) -> Lists:
    return Lists(
        fetch.client,
        ceiling=fetch.ceiling,
        on_page=lambda window, done, total: fetch.on_progress(f"listing {window}", done, total),
    )
