"""What a site says about being asked: its robots.txt, and how long to wait before asking again."""

from __future__ import annotations

from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from urllib.robotparser import RobotFileParser

from ingest.fetching.manners import ROBOT


def read_retry_after(value: str | None, *, now: datetime) -> float | None:
    """Seconds from a Retry-After header: a number of seconds, or a date; None where there is none that can be read."""
    if value is None:
        return None
    text = value.strip()
    if text.isascii() and text.isdigit():
        return float(text[:9])
    try:
        until = parsedate_to_datetime(text)
    except ValueError:
        return None
    if until.tzinfo is None:  # "-0000" says that the zone is not known; the header's dates are GMT
        until = until.replace(tzinfo=UTC)
    return max(0.0, (until - now).total_seconds())


class Robots:
    """The rules of a robots.txt for this program; an empty text forbids nothing."""

    def __init__(self, text: str = "") -> None:
        self._rules = RobotFileParser()
        self._rules.parse(text.splitlines())

    def allow(self, address: str) -> bool:
        """True where the address may be asked for."""
        return self._rules.can_fetch(ROBOT, address)

    @property
    def delay(self) -> float:
        """The pause that the site asks for, in seconds; 0 where it asks for none."""
        delay = self._rules.crawl_delay(ROBOT)
        return float(delay) if delay else 0.0
