"""What a fetch did, and what is kept → lines for a person at a terminal."""

from __future__ import annotations

from collections.abc import Iterator

from assistant.text import format_count, format_date
from ingest.fetching.filing import FilingSummary
from ingest.fetching.manners import Manners
from ingest.fetching.running import FetchReport
from ingest.fetching.store import StoreStatus

_SHOWN = 20


def tell_manners(manners: Manners) -> Iterator[str]:
    """What is about to happen, and how politely."""
    yield (
        f"Asking {manners.site} as “{manners.user_agent}”, one request at a time with {manners.pause:g} seconds "
        f"between, {manners.limit:,} requests at most."
    )
    if manners.contact is None:
        yield "Please say who asks, so that the site's owner can reach you: --contact or REDRESS_CONTACT."


def tell_fetched(report: FetchReport) -> Iterator[str]:
    """What became of the decisions of a run, in one line, and its notes."""
    yield from report.notes
    parts = (
        (report.fetched, "fetched"),
        (report.changed, "fetched anew, because they changed"),
        (report.unchanged, "asked for again, unchanged"),
        (report.held, "held already"),
        (len(report.gone), "gone from the site"),
        (report.kept_out, "kept out"),
        (len(report.not_served), "not served"),
    )
    told = ", ".join(f"{count:,} {what}" for count, what in parts if count)
    requests = format_count(report.requests, "request")
    if told:
        yield f"{requests}: {told}."
    elif report.ended_by is None and not report.problems:
        yield f"{requests}: the site says that it has no decisions there."
    else:
        yield f"{requests}: nothing was fetched."
    if report.gone:
        yield f"Gone (404 or 410; what was kept of them stays): {_name_some([str(one) for one in report.gone])}."


def tell_troubles(report: FetchReport) -> Iterator[str]:
    """What is not complete, and why; nothing where all is."""
    for problem in report.problems:
        yield f"Not sure to be whole: {problem}"
    for reference, reason in report.not_served[:_SHOWN]:
        yield f"Not served: {reference}: {reason.rstrip('.')}."
    if len(report.not_served) > _SHOWN:
        yield f"… and {len(report.not_served) - _SHOWN:,} more that were not served."
    if report.ended_by is not None:
        yield f"Not complete: {report.ended_by}"
    elif not report.is_complete:
        yield "Not complete. Run the same command again later: it asks for these once more."


def tell_filed(summary: FilingSummary) -> Iterator[str]:
    """What went into the casebook; nothing where nothing did."""
    parts = ((summary.added, "added"), (summary.replaced, "replaced"), (summary.unchanged, "held already"))
    if summary.total:
        told = ", ".join(f"{count:,} {what}" for count, what in parts if count)
        yield f"Casebook: {format_count(summary.total, 'decision')}: {told}."
    for place, reason in summary.set_aside[:_SHOWN]:
        yield f"  set aside: {place}: {reason}"
    if len(summary.set_aside) > _SHOWN:
        yield f"  … and {len(summary.set_aside) - _SHOWN:,} more; `python -m ingest status` lists them."
    for damaged in summary.damaged:
        yield f"  {damaged}"


def tell_status(status: StoreStatus, kept_out: int) -> str:
    """One line of ``status``: what is kept of the site, and what must not be."""
    parts = [f"{status.decisions:,}"]
    if status.last is not None:
        parts[0] += f", the last on {format_date(status.last.astimezone().date())}"
    if status.changed:
        parts.append(f"{status.changed:,} in more than one version")
    if status.gone:
        parts.append(f"{status.gone:,} gone from the site")
    if kept_out:
        parts.append(f"{kept_out:,} kept out")
    return ", ".join(parts)


def _name_some(names: list[str]) -> str:
    more = f" and {len(names) - _SHOWN:,} more" if len(names) > _SHOWN else ""
    return ", ".join(names[:_SHOWN]) + more
