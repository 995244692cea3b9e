"""Addresses of decisions on the Ombudsman's site: one written form, and what an address tells of its page.

``https://www.lgo.org.uk/decisions/{category}/{subcategory}/{YY-NNN-NNN}``, for a report with ``?chapter=N``. The same
page is also met without www, under http, in capitals and with ``displaypref``; pages that lost their header keep their
category only here.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import parse_qs, urlsplit

from assistant.domain import CaseReference
from assistant.errors import InvalidReference

_SITE = "https://www.lgo.org.uk/decisions"
_HOSTS = frozenset(("www.lgo.org.uk", "lgo.org.uk"))
_PATH = re.compile(r"/decisions/(?P<category>[^/]+)/(?P<subcategory>[^/]+)/(?P<reference>[0-9][0-9a-z-]*)/?", re.I)
_IN_TEXT = re.compile(r"\b(?:https?://)?(?:www\.)?lgo\.org\.uk/decisions/[^\s<>\"')\]]{8,160}", re.I)


@dataclass(frozen=True)
class PageAddress:
    """Where a page stands on the site. ``category`` and ``subcategory`` are the words that its slugs stand for."""

    url: str
    category: str
    subcategory: str
    reference: CaseReference
    chapter: int | None = None


def read_address(address: str) -> PageAddress | None:
    """The page that an address names, or None for an address of anything but a decision on the site."""
    parts = urlsplit(address.strip() if "//" in address else f"https://{address.strip()}")
    match = _PATH.fullmatch(parts.path)
    if match is None or (parts.hostname or "").lower() not in _HOSTS:
        return None
    try:
        reference = CaseReference.parse(match["reference"])
    except InvalidReference:
        return None
    chapter = parse_qs(parts.query.lower()).get("chapter", [""])[0]
    category, subcategory = match["category"].lower(), match["subcategory"].lower()
    return PageAddress(
        form_url(category, subcategory, reference),
        _words_of(category),
        _words_of(subcategory),
        reference,
        int(chapter) if chapter.isdecimal() and len(chapter) <= 3 else None,
    )


def find_addresses(text: str) -> tuple[PageAddress, ...]:
    """Every decision's address in a text, in order."""
    found = (read_address(match[0].rstrip(".,;")) for match in _IN_TEXT.finditer(text))
    return tuple(address for address in found if address is not None)


def form_url(category: str, subcategory: str, reference: CaseReference) -> str:
    """The address in its one form, from the category's and subcategory's words or slugs."""
    slugs = (re.sub(r"[^a-z0-9]+", "-", part.lower()).strip("-") for part in (category, subcategory))
    return "/".join((_SITE, *slugs, reference.slug))


def _words_of(slug: str) -> str:
    """What a slug stands for: ``children-s-care-services`` → "Children's care services", ``covid-19`` → "COVID-19"."""
    if slug == "covid-19":
        return "COVID-19"
    words = re.sub(r"-s(?=-|$)", "'s", slug).replace("-", " ")
    return "Other Categories" if words == "other categories" else words[:1].upper() + words[1:]
