"""Addresses of decisions: the Ombudsman's site's in one written form, other sites' copies; what an address tells.

``https://www.lgo.org.uk/decisions/{category}/{subcategory}/{YY-NNN-NNN}``, for a report with ``?chapter=N``. The same
page is also met without www, under http, in capitals and with ``displaypref``; pages that lost their header keep their
category only here. A copy on another site (``/decisions/lgo-{YY-NNN-NNN}-{body}/``) keeps its reference and body there.
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
_COPY_SLUG = re.compile(
    r"(?:^|[/_ ])(?:lgo|lgsco)-(?P<reference>[0-9]{2}-[0-9]{3}-[0-9]{3}[a-z]?)"
    r"-(?P<body>[a-z][a-z0-9-]{3,100})(?=/|\.|$)",
    re.I,
)
_IN_TEXT = re.compile(
    r"\b(?:https?://)?(?:www\.)?(?:lgo\.org\.uk/decisions/"
    r"|[a-z0-9.-]{4,60}/(?:[a-z-]{2,30}/){0,4}lgs?c?o-(?=[0-9]{2}-))"
    r"[^\s<>\"')\]]{8,160}",
    re.I,
)
_SMALL_WORDS = frozenset(("and", "of", "upon", "on", "in", "the", "le", "under", "for", "by", "with", "to"))
_CAPITALS = frozenset(("nhs", "icb", "ccg", "llp", "uk", "bcp"))


@dataclass(frozen=True)
class PageAddress:
    """Where a page stands. ``category`` and ``subcategory`` are the words that the site's slugs stand for.

    A copy on another site has no ``url`` on the Ombudsman's and no category; it has the ``body`` of its slug.
    """

    url: str | None
    category: str | None
    subcategory: str | None
    reference: CaseReference
    chapter: int | None = None
    body: str | None = None


def read_address(address: str) -> PageAddress | None:
    """The page that an address names, or None for an address of anything but a decision."""
    try:
        parts = urlsplit(address.strip() if "//" in address else f"https://{address.strip()}")
        host = (parts.hostname or "").lower()
    except ValueError:
        # Brackets that are no address of version 6 make urllib refuse the whole.
        return None
    match = _PATH.fullmatch(parts.path)
    if match is None or host not in _HOSTS:
        return read_copy_slug(parts.path)
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
        int(chapter) if re.fullmatch(r"[0-9]{1,3}", chapter) else None,
    )


def read_copy_slug(path: str) -> PageAddress | None:
    """What another site's address, or a file named by it, tells: reference and body; None for any other path."""
    match = _COPY_SLUG.search(path.replace("\\", "/"))
    if match is None:
        return None
    return PageAddress(None, None, None, CaseReference.parse(match["reference"]), body=_name_of(match["body"]))


def find_addresses(text: str) -> tuple[PageAddress, ...]:
    """Every decision's address in a text, in order."""
    found = (read_address(match[0].rstrip(".,;")) for match in _IN_TEXT.finditer(text))
    return tuple(address for address in found if address is not None)


def form_url(category: str, subcategory: str, reference: CaseReference) -> str:
    """The address in its one form, from the category's and subcategory's words or slugs."""
    slugs = (re.sub(r"[^a-z0-9]+", "-", part.lower()).strip("-") for part in (category, subcategory))
    return "/".join((_SITE, *slugs, reference.slug))


def _name_of(slug: str) -> str:
    """A body's name from its slug: ``borough-of-stow-upon-mere`` → "Borough of Stow upon Mere"."""
    words = [word for word in slug.lower().split("-") if word]
    return " ".join(
        word.upper() if word in _CAPITALS else word if n and word in _SMALL_WORDS else word.capitalize()
        for n, word in enumerate(words)
    )


def _words_of(slug: str) -> str:
    """What a slug stands for: ``children-s-care-services`` → "Children's care services", ``covid-19`` → "COVID-19"."""
    if slug == "covid-19":
        return "COVID-19"
    words = re.sub(r"-s(?=-|$)", "'s", slug).replace("-", " ")
    return "Other Categories" if words == "other categories" else words[:1].upper() + words[1:]
