"""The body of a page that was fetched → what it is: a decision, a list, or what a site serves instead of these."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from assistant.errors import InputError
from assistant.text import content_hash, find_references, unify_characters
from ingest.fetching.client import Answer
from ingest.fetching.site import DecisionAddress, Site
from ingest.forms.decoding import decode
from ingest.forms.html_page import HtmlPage, read_html
from ingest.forms.other_pages import CHALLENGE, name_other_page
from ingest.forms.saved_page import SavedPage, read_saved_page, with_address
from ingest.page import read_decision

# "Your search has 1,204 results".
_COUNT = re.compile(r"\bhas\s+([0-9][0-9,]*|no)\s+results?\b", re.I)
_NONE = re.compile(
    r"\b(?:no results|no decisions) (?:were |was |have been )?found\b|\bfound no (?:results|decisions)\b", re.I
)
# The shortest closures have some hundreds of characters; a frame with its text taken out has a few lines.
_SHORTEST_TEXT = 400


class Served(StrEnum):
    """What a page turned out to be."""

    WANTED = "what was asked for"
    CHALLENGE = "a challenge: the site asks for proof of being human"
    SHELL = "a shell: the site's frame without the text"
    OTHER = "another page"


@dataclass(frozen=True)
class ServedPage:
    """A page of a decision as it was served. ``page`` is None where its bytes are no page at all.

    ``chapters`` are those of the same report that it links to, ``own_chapter`` the one that it says it is itself;
    ``reason`` says what it is where it is not wanted.
    """

    kind: Served
    page: SavedPage | None
    chapters: tuple[int, ...] = ()
    own_chapter: int | None = None
    reason: str = ""


@dataclass(frozen=True)
class ServedList:
    """A list as it was served: its decisions in order, and how many it says there are (None where it does not say)."""

    kind: Served
    addresses: tuple[DecisionAddress, ...] = ()
    stated: int | None = None
    reason: str = ""


def read_served_decision(answer: Answer, wanted: DecisionAddress, address: str, site: Site) -> ServedPage:
    """What came where a decision, or a chapter of it, was asked for. ``address`` is its own at the Ombudsman's site."""
    try:
        page = read_saved_page(answer.body, str(wanted.reference))
        html = read_html(decode(answer.body, str(wanted.reference)))
    except InputError as error:
        return ServedPage(Served.SHELL if not answer.body.strip() else Served.OTHER, None, reason=str(error))
    links = (site.read_link(link, on=answer.address) for link in html.links)
    chapters = {link.chapter for link in links if link and link.chapter and link.reference == wanted.reference}
    own = page.chapter
    page = with_address(page, address)
    try:
        read_decision((page,))
    except InputError:
        kind, reason = _name(html, page.opening)
        return ServedPage(kind, page, reason=reason)
    named = [found.reference for line in page.text.header for found in find_references(line)]
    if named and wanted.reference not in named:
        return ServedPage(Served.OTHER, page, reason=f"the page is that of {named[0]}, which is another case")
    return ServedPage(Served.WANTED, page, tuple(sorted(chapters)), own)


def read_served_list(answer: Answer, site: Site) -> ServedList:
    """What came where results, or the list of a category, were asked for."""
    try:
        html = read_html(decode(answer.body, "the list"))
    except InputError as error:
        return ServedList(Served.SHELL, reason=str(error))
    links = [found for link in html.links if (found := site.read_link(link, on=answer.address))]
    # A card links to its decision more than once: by its title, and by "Read more".
    addresses = tuple(link for n, link in enumerate(links) if n == 0 or link.url != links[n - 1].url)
    lines = _lines(html)
    stated = _read_count(lines)
    if addresses or stated == 0:
        return ServedList(Served.WANTED, addresses, stated)
    if name_other_page("\n".join(lines)) == CHALLENGE:
        return ServedList(Served.CHALLENGE, reason=str(Served.CHALLENGE))
    told = (
        f"it says that there are {stated:,} results and shows none" if stated else "no decision and no count is in it"
    )
    return ServedList(Served.SHELL, stated=stated, reason=told)


def is_challenge(answer: Answer) -> bool:
    """True where a refusal asks for proof of being human."""
    try:
        return name_other_page("\n".join(_lines(read_html(decode(answer.body, "the page"))))) == CHALLENGE
    except InputError:
        return False


def text_hash_of(pages: Sequence[SavedPage]) -> str:
    """A hash of what the decision says, without the site's frame, which changes from one visit to the next."""
    lines = [line for page in pages for line in (*page.text.header, *(block.text for block in page.text.blocks))]
    return content_hash("\n".join(lines))


def _name(html: HtmlPage, opening: str) -> tuple[Served, str]:
    other = name_other_page(opening)
    if other == CHALLENGE:
        return Served.CHALLENGE, str(Served.CHALLENGE)
    if other is not None:
        return Served.OTHER, other
    if sum(len(line.text) for line in html.article) < _SHORTEST_TEXT:
        return Served.SHELL, str(Served.SHELL)
    return Served.OTHER, "not a decision of the Ombudsman"


def _lines(html: HtmlPage) -> list[str]:
    return [line.text for line in sorted((*html.article, *html.frame), key=lambda line: line.place)]


def _read_count(lines: Sequence[str]) -> int | None:
    text = unify_characters(" ".join(lines))
    match = _COUNT.search(text)
    if match is not None:
        return 0 if match[1].lower() == "no" else int(match[1].replace(",", ""))
    return 0 if _NONE.search(text) else None
