"""An address of the Ombudsman's site → what it answers, asked politely: one request at a time, with pauses and limits.

The one home of httpx. Every request of a run goes through ``SiteClient.get``: it keeps the pause, obeys robots.txt and
Retry-After, tries again with growing waits, follows redirects within the site only, and bounds time, size and number.
"""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from types import TracebackType
from typing import Self
from urllib.parse import urljoin

import httpx

from assistant.errors import FetchCeiling, SiteRefused, SiteUnreachable
from ingest.fetching.manners import Manners
from ingest.fetching.politeness import Robots, read_retry_after
from ingest.fetching.site import Site

_MOST_REDIRECTS = 5
_REDIRECTS = frozenset((301, 302, 303, 307, 308))
# What tells that the site is busy or broken at this moment, and may be well at the next.
_PASSING = frozenset((408, 425, 429, 500, 502, 503, 504))
_ENDS = re.compile(rb"</(?:html|body)\s*>", re.I)


@dataclass(frozen=True)
class Answer:
    """What the site answered: the address that answered at last, the status, the body as it was sent, unpacked."""

    address: str
    status: int
    body: bytes
    media_type: str = ""


@dataclass(frozen=True)
class Clock:
    """The time and the waiting, as a run sees them: a test hands in its own."""

    now: Callable[[], datetime] = lambda: datetime.now(UTC)
    seconds: Callable[[], float] = time.monotonic
    sleep: Callable[[float], None] = time.sleep


class PageUnreachable(SiteUnreachable):
    """One page could not be had though the site answers: the others may still be asked for."""


class _TryAgain(Exception):
    """A try that failed in a way that may pass; ``wait`` is what the site asked for, None where it said nothing.

    ``is_page`` is true where it may be the fault of this one page.
    """

    def __init__(self, reason: str, wait: float | None = None, *, is_page: bool = True) -> None:
        super().__init__(reason)
        self.wait = wait
        self.is_page = is_page


class SiteClient:
    """The site, asked by one run. ``on_wait`` is told each wait that is longer than a pause, with its reason."""

    def __init__(
        self, manners: Manners, *, clock: Clock | None = None, on_wait: Callable[[str], None] = lambda _: None
    ) -> None:
        self.site = Site(manners.site)
        self.requests = 0
        self._manners = manners
        self._clock = clock or Clock()
        self._on_wait = on_wait
        self._pause = manners.pause
        self._robots: Robots | None = None
        self._last: float | None = None
        self._client = httpx.Client(
            headers={
                "User-Agent": manners.user_agent,
                "Accept": "text/html,application/xhtml+xml",
                "Accept-Language": "en-GB,en",
            },
            timeout=httpx.Timeout(manners.read_timeout),
            follow_redirects=False,
            # A council's proxy is set in the environment; it is no way to a site on this machine.
            trust_env=not manners.is_stand_in,
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._client.close()

    def allows(self, address: str) -> bool:
        """True where the site's robots.txt lets this program ask for the address."""
        if self._robots is None:
            self._robots = self._read_robots()
            if self._robots.delay > self._pause:
                self._pause = self._robots.delay
                self._on_wait(f"the site's robots.txt asks for {_words_of(self._pause)} between requests")
        return self._robots.allow(address)

    def get(self, address: str, *, referer: str | None = None) -> Answer:
        """Ask for an address, again where it fails in a way that may pass.

        Any lasting status is an answer (200, 403, 404, 410, …). Raises SiteRefused where robots.txt forbids the address
        or a redirect leaves the site, SiteUnreachable where every try failed, FetchCeiling at the limit of the run.
        """
        if not self.allows(address):
            raise SiteRefused(f"{self.site.base}/robots.txt forbids {address} to programs; it was not asked for.")
        return self._follow(address, referer)

    # ------------------------------------------------------------------ robots.txt

    def _read_robots(self) -> Robots:
        answer = self._follow(f"{self.site.base}/robots.txt", None)
        if answer.status in (401, 403):
            raise SiteRefused(
                f"{self.site.base}/robots.txt is refused ({answer.status}): the site does not serve this program. "
                "Save decisions with a browser and add them with `python -m ingest add`."
            )
        is_rules = answer.status == 200 and "html" not in answer.media_type
        return Robots(answer.body.decode("utf-8", errors="replace") if is_rules else "")

    # ------------------------------------------------------------------ redirects and tries

    def _follow(self, address: str, referer: str | None) -> Answer:
        seen = [address]
        while True:
            answer, goes_to = self._try(seen[-1], referer)
            if goes_to is None:
                return answer
            target = urljoin(seen[-1], goes_to)
            if not self.site.holds(target):
                raise SiteRefused(f"{address} leads away from the site, to {target}; it was not followed.")
            if target in seen or len(seen) > _MOST_REDIRECTS:
                raise SiteRefused(f"{address} is redirected without end; it was left.")
            if self._robots is not None and not self._robots.allow(target):
                raise SiteRefused(f"{address} leads to {target}, which robots.txt forbids; it was not asked for.")
            seen.append(target)

    def _try(self, address: str, referer: str | None) -> tuple[Answer, str | None]:
        reason, is_page = "", False
        for number in range(1, self._manners.tries + 1):
            self._keep_pause()
            try:
                return self._ask(address, referer)
            except _TryAgain as failed:
                reason, is_page = str(failed), failed.is_page
                wait = self._manners.wait_before_try(number) if failed.wait is None else failed.wait
            finally:
                self._last = self._clock.seconds()
            if wait > self._manners.longest_wait:
                until = self._clock.now() + timedelta(seconds=wait)
                raise SiteUnreachable(
                    f"{address}: {reason}. It asks to come back in {_words_of(wait)}, not before "
                    f"{until.astimezone():%d %B %Y %H:%M}; run the same command again then."
                )
            if number < self._manners.tries:
                self._on_wait(f"{reason}; trying again in {_words_of(wait)} (try {number} of {self._manners.tries})")
                self._clock.sleep(wait)
        failed_for = PageUnreachable if is_page else SiteUnreachable
        raise failed_for(f"{address}: {reason}, {self._manners.tries} times. Run the same command again later.")

    def _keep_pause(self) -> None:
        if self.requests >= self._manners.limit:
            raise FetchCeiling(
                f"this run has made its {self._manners.limit:,} requests, the most it may (--limit); run the same "
                "command again to go on."
            )
        if self._last is not None:
            left = self._last + self._pause - self._clock.seconds()
            if left > 0:
                self._clock.sleep(left)
        self.requests += 1

    # ------------------------------------------------------------------ one request

    def _ask(self, address: str, referer: str | None) -> tuple[Answer, str | None]:
        headers = {"Referer": referer} if referer else {}
        with _translating(), self._client.stream("GET", address, headers=headers) as response:
            status = response.status_code
            if status in _REDIRECTS and response.headers.get("Location"):
                return Answer(address, status, b""), response.headers["Location"]
            body = self._read_body(response, address)
            answer = Answer(address, status, body, response.headers.get("Content-Type", "").lower())
        if status in _PASSING:
            wait = read_retry_after(response.headers.get("Retry-After"), now=self._clock.now())
            if status == 429:
                raise _TryAgain("the site asks for fewer requests (429)", wait, is_page=False)
            raise _TryAgain(f"the site is busy or broken ({status})", wait)
        return answer, None

    def _read_body(self, response: httpx.Response, address: str) -> bytes:
        """The whole body, within the bounds of size and time, and not cut off."""
        until = self._clock.seconds() + self._manners.answer_timeout
        pieces: list[bytes] = []
        size = 0
        for piece in response.iter_bytes():
            size += len(piece)
            if size > self._manners.largest_bytes:
                raise SiteRefused(f"{address} is larger than any page of decisions; it was left.")
            if self._clock.seconds() > until:
                raise _TryAgain(f"the answer took longer than {self._manners.answer_timeout:g} seconds")
            pieces.append(piece)
        body = b"".join(pieces)
        # Without its length, nothing else tells that a page was cut off on the way.
        is_measured = "Content-Length" in response.headers or "Transfer-Encoding" in response.headers
        is_page = response.status_code == 200 and "html" in response.headers.get("Content-Type", "html").lower()
        if is_page and not is_measured and not _ENDS.search(body[-2000:]):
            raise _TryAgain("the page was cut off on its way")
        return body


@contextmanager
def _translating() -> Iterator[None]:
    """Httpx's errors as ours: all of them may pass but an address that cannot be asked for at all."""
    try:
        yield
    except httpx.TimeoutException as error:
        raise _TryAgain("the site did not answer in time") from error
    except httpx.DecodingError as error:
        raise _TryAgain("the page came damaged") from error
    except (httpx.UnsupportedProtocol, httpx.InvalidURL) as error:
        raise SiteUnreachable(f"the site's address cannot be asked for ({error}); see REDRESS_SITE.") from error
    except httpx.ConnectError as error:
        raise _TryAgain(f"no connection to the site ({error})", is_page=False) from error
    except httpx.TransportError as error:
        raise _TryAgain("the connection broke off") from error


def _words_of(seconds: float) -> str:
    """``40 seconds``, ``5 minutes``, ``2 hours``."""
    for size, unit in ((3600, "hour"), (60, "minute")):
        if seconds >= 2 * size:
            return f"{seconds / size:.0f} {unit}s"
    return f"{seconds:.0f} seconds"
