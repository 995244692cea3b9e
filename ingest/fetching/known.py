"""The manifest's lines, one after another → what is known of each decision, list and run."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime

from assistant.domain import CaseReference
from ingest.fetching.asked import KeptList, Run, Version
from ingest.fetching.manifest import Entry
from ingest.fetching.windows import Window


@dataclass
class Known:
    """What the lines add up to. ``lost`` are decisions whose file in use is damaged or gone from the disk."""

    versions: dict[CaseReference, list[Version]] = field(default_factory=dict)
    checked: dict[CaseReference, datetime] = field(default_factory=dict)
    gone: dict[CaseReference, tuple[int, datetime]] = field(default_factory=dict)
    aside: dict[CaseReference, str] = field(default_factory=dict)
    urls: dict[CaseReference, str] = field(default_factory=dict)
    filed: dict[str, tuple[CaseReference, ...]] = field(default_factory=dict)
    lost: set[CaseReference] = field(default_factory=set)
    kept_out: set[CaseReference] = field(default_factory=set)
    lists: dict[Window, KeptList] = field(default_factory=dict)
    runs: dict[str, Run] = field(default_factory=dict)


def apply_entry(known: Known, entry: Entry) -> None:
    """Add what one line tells. Raises KeyError, ValueError or TypeError for a line of another form, adding nothing."""
    what = entry["what"]
    if what == "list":
        _apply_list(known, entry)
        return
    if what == "filed":
        known.filed[entry["file"]] = tuple(CaseReference(one) for one in entry["as"])
        return
    if what == "run":
        period = Window(date.fromisoformat(entry["first"]), date.fromisoformat(entry["last"]))
        ended = datetime.fromisoformat(entry["ended"]) if entry["ended"] else None
        known.runs[entry["ask"]] = Run(entry["ask"], period, datetime.fromisoformat(entry["began"]), ended)
        return
    reference = CaseReference(entry["reference"])
    versions = known.versions.get(reference, [])
    if what == "held":
        version = Version(entry["file"], entry["url"], datetime.fromisoformat(entry["time"]))
        known.versions[reference] = [*(one for one in versions if one.file != version.file), version]
        # The same words may come back after others: then they are the ones in use, and must be filed again.
        known.filed.pop(version.file, None)
        _show(known, reference, version.fetched, version.url)
    elif what == "checked":
        _show(known, reference, datetime.fromisoformat(entry["time"]), entry["url"])
    elif what == "gone":
        known.gone[reference] = (int(entry["status"]), datetime.fromisoformat(entry["time"]))
        known.aside.pop(reference, None)
        known.lost.discard(reference)
    elif what == "aside":
        known.aside[reference] = str(entry["reason"])
    elif what == "let in":
        known.kept_out.discard(reference)
    elif what in ("kept out", "forgotten"):
        known.versions.pop(reference, None)
        known.checked.pop(reference, None)
        known.gone.pop(reference, None)
        known.aside.pop(reference, None)
        known.lost.discard(reference)
        if what == "kept out":
            known.kept_out.add(reference)
    elif what == "damaged":
        if left := [one for one in versions if one.file != entry["file"]]:
            known.versions[reference] = left
        else:
            known.versions.pop(reference, None)
        known.checked.pop(reference, None)
        known.lost.add(reference)
    else:
        raise ValueError(f"no such line: {what}")


def _show(known: Known, reference: CaseReference, at: datetime, url: str) -> None:
    known.checked[reference] = at
    known.urls[reference] = url
    known.gone.pop(reference, None)
    known.aside.pop(reference, None)
    known.lost.discard(reference)


def _apply_list(known: Known, entry: Entry) -> None:
    window = Window(date.fromisoformat(entry["first"]), date.fromisoformat(entry["last"]))
    addresses = tuple((CaseReference(reference), str(url)) for reference, url in entry["urls"])
    at = datetime.fromisoformat(entry["time"])
    known.lists[window] = KeptList(at, addresses, entry["stated"], str(entry["problem"]), bool(entry["halved"]))
    for reference, url in addresses:
        known.urls.setdefault(reference, url)
