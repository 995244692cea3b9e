"""The site's lists → the addresses of decisions: results of a time, the newest of a category, a reference sought."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from math import ceil

from assistant.domain import CaseReference
from assistant.errors import FetchError, InputError, SiteRefused
from ingest.fetching.client import Answer, SiteClient
from ingest.fetching.served import Served, ServedList, is_challenge, read_served_list
from ingest.fetching.site import DecisionAddress
from ingest.fetching.windows import Window

_A_PAGE = 10
# Where the site does not say how many results there are, an end must be made somewhere.
_MOST_PAGES = 1000
_CATEGORY = re.compile(r"[a-z0-9][a-z0-9-]*(?:/[a-z0-9][a-z0-9-]*)?")
_BROWSER = (
    "Open the address in a browser: where decisions show there, save them and add them with "
    "`python -m ingest add FOLDER`."
)


@dataclass(frozen=True)
class Listed:
    """What a list named: each decision's address once, in order. ``stated`` is the number that the site gave.

    ``problem`` says where the list cannot be the whole; empty where it is.
    """

    addresses: tuple[DecisionAddress, ...]
    stated: int | None = None
    problem: str = ""


@dataclass
class _Collected:
    """What the pages of one window have shown so far."""

    addresses: dict[str, DecisionAddress] = field(default_factory=dict)
    cards: int = 0
    stated: int | None = None
    repeats: int | None = None  # the page that showed the same as the one before it


class Lists:
    """The lists of the site, read through one client. ``on_page`` is told (window, pages read, pages in all)."""

    def __init__(
        self, client: SiteClient, *, ceiling: int, on_page: Callable[[Window, int, int], None] = lambda *_: None
    ) -> None:
        self._client = client
        self._ceiling = ceiling
        self._on_page = on_page
        self._referer: str | None = None

    def read_window(self, window: Window) -> Listed | None:
        """Every decision of a window; None where it holds more than the ceiling and can be halved.

        A list that names another number than it states is read a second time: while it is read, decisions may come or
        go. Raises SiteRefused where the site serves something else than results.
        """
        first = self._read_page(window, 1)
        if (first.stated or 0) > self._ceiling and window.halves():
            return None
        seen = self._collect(window, first)
        if seen.stated is None or len(seen.addresses) == seen.stated:
            return self._tell(window, seen)
        again = self._collect(window, self._read_page(window, 1))
        both = {**seen.addresses, **again.addresses}
        names_some_twice = again.cards == again.stated and set(again.addresses) == set(seen.addresses)
        again.addresses = both
        return self._tell(window, again, is_whole=names_some_twice and again.repeats is None)

    def read_category(self, path: str) -> Listed:
        """The newest decisions of a category (``housing`` or ``housing/homelessness``): the site shows ten."""
        slug = path.strip("/ ").lower()
        if not _CATEGORY.fullmatch(slug):
            raise InputError(
                f"{path!r} is no category; write it as its address does, e.g. housing or housing/homelessness."
            )
        address = self._client.site.category(slug)
        answer = self._client.get(address)
        if answer.status in (404, 410):
            raise InputError(f"{address}: there is no such category ({answer.status}); look it up on the site.")
        listed = self._check(address, answer.status, read_served_list(answer, self._client.site), is_challenge(answer))
        return Listed(_unique(listed.addresses), listed.stated)

    def find(self, reference: CaseReference) -> tuple[DecisionAddress | None, tuple[CaseReference, ...]]:
        """The address that the site's search shows for a reference, and references that only look like it."""
        address = self._client.site.search(reference)
        if not self._client.allows(address):
            return None, ()
        answer = self._client.get(address)
        if is_challenge(answer):
            self._check(address, answer.status, ServedList(Served.CHALLENGE), is_asking=True)
        if answer.status != 200:
            return None, ()
        found = read_served_list(answer, self._client.site).addresses
        own = next((one for one in found if one.reference == reference), None)
        stem = reference.value[:10]
        return own, tuple(sorted({one.reference for one in found if one.reference.value.startswith(stem)}, key=str))

    # ------------------------------------------------------------------ results

    def _collect(self, window: Window, first: ServedList) -> _Collected:
        seen = _Collected()
        page, number = first, 1
        shown: tuple[DecisionAddress, ...] = ()
        while True:
            seen.stated = page.stated if page.stated is not None else seen.stated
            total = ceil((seen.stated or 0) / _A_PAGE) or number
            self._on_page(window, number, max(number, total))
            if page.addresses and page.addresses == shown:
                seen.repeats = number
                return seen
            shown = page.addresses
            seen.cards += len(shown)
            seen.addresses.update({one.url: one for one in shown if one.url not in seen.addresses})
            is_last = len(seen.addresses) >= seen.stated if seen.stated is not None else not shown
            # One page more than the count needs: a decision that comes in while we read pushes one over the end.
            if is_last or not shown or number > (total if seen.stated is not None else _MOST_PAGES):
                return seen
            number += 1
            page = self._read_page(window, number)

    def _read_page(self, window: Window, number: int) -> ServedList:
        """A page of results. A first one that comes as a shell is asked for again by way of the page of decisions."""
        address = self._client.site.results(window.first, window.last, number)
        answer, served = self._ask(address)
        if answer.status == 200 and served.kind is Served.SHELL:
            if number > 1:
                return served  # behind the last page; where it is not, the count will not agree
            entrance = self._client.site.entrance
            if self._referer is None and self._client.allows(entrance):
                self._client.get(entrance)
                self._referer = entrance
                answer, served = self._ask(address)
        return self._check(address, answer.status, served, is_challenge(answer))

    def _ask(self, address: str) -> tuple[Answer, ServedList]:
        answer = self._client.get(address, referer=self._referer)
        return answer, read_served_list(answer, self._client.site)

    def _check(self, address: str, status: int, served: ServedList, is_asking: bool) -> ServedList:
        """What was served, where it is a list; else the error that says what it is instead."""
        if is_asking or served.kind is Served.CHALLENGE:
            raise SiteRefused(
                f"{address}: the site asks for proof of being human and served a challenge instead of a list; nothing "
                f"can be listed this way. Do not try to get round it. {_BROWSER}"
            )
        if status in (401, 403):
            raise SiteRefused(f"{address}: the site refused this program ({status}). {_BROWSER}")
        if status != 200:
            raise FetchError(f"{address}: the site answered {status} where a list was expected. {_BROWSER}")
        if served.kind is Served.SHELL:
            raise SiteRefused(
                f"{address}: the site served a shell, its frame without the list ({served.reason}). That is no "
                f"statement that there are no decisions. {_BROWSER}"
            )
        return served

    def _tell(self, window: Window, seen: _Collected, *, is_whole: bool = False) -> Listed:
        addresses = _unique(tuple(seen.addresses.values()))
        number = len(seen.addresses)
        if is_whole or (seen.stated == number and seen.repeats is None):
            return Listed(addresses, seen.stated)
        if seen.repeats is not None and number != seen.stated:
            problem = f"page {seen.repeats} repeats the page before it: the site does not turn its pages for us"
        elif seen.stated is None:
            problem = "the site does not say how many results there are, so it is not known whether these are all"
        else:
            problem = "the two do not agree, so some may be missing"
        stated = "" if seen.stated is None else f" of {seen.stated:,} stated"
        return Listed(addresses, seen.stated, f"{window}: {number:,}{stated} were listed; {problem}.")


def _unique(addresses: tuple[DecisionAddress, ...]) -> tuple[DecisionAddress, ...]:
    """Each decision once: a list may name one under two categories, or by a chapter of it."""
    first: dict[CaseReference, DecisionAddress] = {}
    for one in addresses:
        first.setdefault(one.reference, DecisionAddress(one.reference, one.url))
    return tuple(first.values())
