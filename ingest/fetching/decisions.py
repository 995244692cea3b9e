"""The address of a decision → its pages as fetched, a report with all its chapters; or why there are none."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime

from assistant.errors import InputError, SiteRefused
from ingest.fetching.client import Answer, PageUnreachable, SiteClient
from ingest.fetching.editions import Edition, FetchedPage
from ingest.fetching.served import Served, ServedPage, is_challenge, read_served_decision, text_hash_of
from ingest.fetching.site import DecisionAddress
from ingest.forms.saved_page import SavedPage
from ingest.page import read_decision

_MOST_CHAPTERS = 40
CHALLENGED = (
    "{place}: the site asks for proof of being human and served a challenge instead of the page. Do not try to get "
    "round it: save the pages with your browser and add them with `python -m ingest add FOLDER`, or ask the "
    "Ombudsman's office."
)


@dataclass(frozen=True)
class Gone:
    """The site says that the decision is not there: 404, or 410."""

    status: int


@dataclass(frozen=True)
class NotServed:
    """What came is no decision, or nothing came; ``is_refusal`` where the site may be refusing this program."""

    reason: str
    is_refusal: bool = False


def fetch_decision(
    client: SiteClient, wanted: DecisionAddress, *, now: Callable[[], datetime]
) -> Edition | Gone | NotServed:
    """Fetch a decision, and where it is a report in chapters all of these: it is whole or not at all.

    Raises SiteRefused for a challenge, and what ``SiteClient.get`` raises where the run cannot go on.
    """
    chapters: dict[int, tuple[FetchedPage, SavedPage]] = {}
    first = _fetch_page(client, wanted, None)
    if not isinstance(first, _Page):
        return first
    todo = set(first.served.chapters)
    if todo:
        # The address without a chapter shows the first, which then is not linked, or says of itself that it is it.
        if 1 not in todo or first.served.own_chapter == 1:
            chapters[1] = _as_chapter(first, wanted, 1)
        while missing := sorted(todo - set(chapters)):
            if len(chapters) >= _MOST_CHAPTERS:
                return NotServed(f"a report with more than {_MOST_CHAPTERS} chapters; it was left")
            page = _fetch_page(client, wanted, missing[0])
            if isinstance(page, Gone):
                return NotServed(f"chapter {missing[0]} of the report is not there ({page.status})")
            if isinstance(page, NotServed):
                return replace(page, reason=f"chapter {missing[0]} of the report: {page.reason}")
            chapters[missing[0]] = (page.fetched, page.saved)
            todo |= set(page.served.chapters)
    kept = [chapters[n] for n in sorted(chapters)] or [(first.fetched, first.saved)]
    saved = [page for _, page in kept]
    if chapters:  # a single page was read when it came
        try:
            read_decision(saved)
        except InputError as error:
            return NotServed(str(error))
    return Edition(wanted.reference, wanted.url, now(), text_hash_of(saved), tuple(page for page, _ in kept))


@dataclass(frozen=True)
class _Page:
    fetched: FetchedPage
    saved: SavedPage
    served: ServedPage


def _fetch_page(client: SiteClient, wanted: DecisionAddress, chapter: int | None) -> _Page | Gone | NotServed:
    asked = client.site.decision(wanted.url, chapter)
    if not client.allows(asked):
        return NotServed("the site's robots.txt forbids this address to programs; it was not asked for")
    try:
        answer = client.get(asked)
    except PageUnreachable as error:
        return NotServed(str(error), is_refusal=True)
    except SiteRefused as error:
        return NotServed(str(error))
    if answer.status in (404, 410):
        return Gone(answer.status)
    if answer.status != 200:
        return _refused(answer, wanted)
    address = f"{wanted.url}?chapter={chapter}" if chapter else wanted.url
    served = read_served_decision(answer, wanted, address, client.site)
    if served.kind is Served.CHALLENGE:
        raise SiteRefused(CHALLENGED.format(place=wanted.reference))
    if served.kind is not Served.WANTED or served.page is None:
        return NotServed(served.reason, is_refusal=served.kind is Served.SHELL)
    return _Page(FetchedPage(address, chapter, answer.body), served.page, served)


def _refused(answer: Answer, wanted: DecisionAddress) -> NotServed:
    if is_challenge(answer):
        raise SiteRefused(CHALLENGED.format(place=wanted.reference))
    return NotServed(f"the site refused the page ({answer.status})", is_refusal=answer.status in (401, 403))


def _as_chapter(page: _Page, wanted: DecisionAddress, chapter: int) -> tuple[FetchedPage, SavedPage]:
    address = f"{wanted.url}?chapter={chapter}"
    return replace(page.fetched, address=address, chapter=chapter), replace(page.saved, chapter=chapter)
