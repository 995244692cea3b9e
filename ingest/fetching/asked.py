"""The nouns of a fetch: what was asked for, what the site listed, which versions of a decision are kept."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from assistant.domain import CaseReference
from ingest.fetching.windows import Window


@dataclass(frozen=True)
class Version:
    """One version of a decision that is kept: its file, its address, and when the site showed it."""

    file: str
    url: str
    fetched: datetime


@dataclass(frozen=True)
class KeptList:
    """What the site listed for a window, and when. ``is_halved`` where the window was too full to be read as one."""

    at: datetime
    addresses: tuple[tuple[CaseReference, str], ...] = ()
    stated: int | None = None
    problem: str = ""
    is_halved: bool = False


@dataclass(frozen=True)
class Run:
    """A fetch of a period of time. ``ask`` names what was asked for; ``ended`` is None where it was cut short."""

    ask: str
    period: Window
    began: datetime
    ended: datetime | None = None
