"""How a page begins → what it is where it is no decision of the Ombudsman, in words to tell the user.

Asked only where a page has not the marks of a decision, and of short lines only: a decision may speak of the Housing
Ombudsman, of a search or of guidance in its sentences, and a page of those has them for its titles.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import urlsplit

from assistant.text import find_references, unify_characters
from ingest.forms.header import is_body_line
from ingest.forms.page_words import SUMMARY_LABEL


@dataclass(frozen=True)
class NotADecision:
    """A kind of page that is recognised and set aside: the words of its short lines, and the reason to tell."""

    pattern: re.Pattern[str]
    reason: str


CHALLENGE = "a page that asks for proof of being human, not a decision"
_LIST = "a list of decisions; save the decisions themselves"
_ANOTHER = "another ombudsman than this casebook's"

OTHER_PAGES: tuple[NotADecision, ...] = (
    NotADecision(
        re.compile(
            r"verify(?:ing)? (?:that )?you are (?:a )?(?:human|not a robot)|enable javascript and cookies"
            r"|just a moment\.\.\.|captcha|checking (?:if the site connection|your browser)|are you a (?:robot|human)"
            r"|unusual traffic|request unsuccessful",
            re.I,
        ),
        CHALLENGE,
    ),
    NotADecision(
        re.compile(
            r"\b(?:4\d\d|50\d)\b.{0,40}(?:not found|error|forbidden|unavailable|gateway|gone)"
            r"|\berror[ :]{1,3}(?:4\d\d|50\d)\b|page (?:not found|(?:cannot|can't|could not) be found)"
            r"|(?:can't|cannot|could ?n[o']t) find (?:that|the|this|your) page"
            r"|page (?:you \w+ \w+ )?(?:does not|doesn't) exist"
            r"|^access denied|^service (?:temporarily )?unavailable|^bad gateway|^internal server error|^forbidden$",
            re.I,
        ),
        "an error page of a web site",
    ),
    NotADecision(
        re.compile(r"\bhas [\d,]+ results?\b|\bsearch results\b|\bshowing [\d,]+ ?(?:-|to) ?[\d,]+ of [\d,]+", re.I),
        "a page of search results; save the decisions themselves",
    ),
    NotADecision(
        re.compile(r"^housing ombudsman(?: service)?\b|the landlord's handling|severe maladministration", re.I),
        f"a determination of the Housing Ombudsman, {_ANOTHER}",
    ),
    NotADecision(
        re.compile(r"^(?:the )?parliamentary and health service ombudsman\b|^PHSO\b|\(P-\d{6}\)", re.I),
        f"a decision of the Parliamentary and Health Service Ombudsman, {_ANOTHER}",
    ),
    NotADecision(
        re.compile(
            r"public services ombudsman for wales|ombwdsmon|scottish public services ombudsman|\bSPSO\b|\bNIPSO\b"
            r"|northern ireland (?:public services )?ombudsman|^PSOW\b",
            re.I,
        ),
        "a document of another nation's ombudsman",
    ),
    NotADecision(
        re.compile(
            r"^(?:financial|legal|energy|property|pensions?|furniture(?: & home improvement)?) ombudsman\b", re.I
        ),
        f"a document of {_ANOTHER}",
    ),
    NotADecision(
        re.compile(
            r"^(?:guidance on (?:remedies|jurisdiction|good practice)|staff guidance|good practice guides?"
            r"|fact ?sheets?|information for (?:link officers|organisations)|.{0,40}\b(?:manual|casework guidance)$"
            r"|focus reports?\b.{0,60}|principles of good administrative practice)",
            re.I,
        ),
        "guidance of the Ombudsman, and no decision",
    ),
    NotADecision(
        re.compile(r"^annual (?:review|letter)|review of (?:local government|adult social care) complaints", re.I),
        "an annual letter or review of the Ombudsman, and no decision",
    ),
    NotADecision(
        re.compile(
            r"decisions are published (?:\w+ )?(?:weeks|months)|recent (?:statements|reports) in this category", re.I
        ),
        _LIST,
    ),
)
# The sites of other ombudsmen for the public in the United Kingdom, by the last part of their hosts.
_OTHER_SITES: tuple[tuple[str, str], ...] = (
    ("housing-ombudsman.org.uk", f"a page of the Housing Ombudsman, {_ANOTHER}"),
    ("spso.org.uk", "a page of another nation's ombudsman"),
    ("ombudsman.wales", "a page of another nation's ombudsman"),
    ("nipso.org.uk", "a page of another nation's ombudsman"),
    ("financial-ombudsman.org.uk", f"a page of {_ANOTHER}"),
    ("legalombudsman.org.uk", f"a page of {_ANOTHER}"),
    ("pensions-ombudsman.org.uk", f"a page of {_ANOTHER}"),
    ("energyombudsman.org", f"a page of {_ANOTHER}"),
    # The Parliamentary and Health Service Ombudsman has the plainest name; the hosts above do not end with it.
    ("ombudsman.org.uk", f"a page of the Parliamentary and Health Service Ombudsman, {_ANOTHER}"),
)
# "Statement Upheld Fostering 28-Mar-2025": the line under each decision of a list.
_LIST_CARD = re.compile(
    r"(?:statement|report)\s+(?:upheld|not upheld|closed after initial \w+|discontinued|not investigated)\b.{0,80}"
    r"\d{1,2}-[a-z]{3}-\d{4}",
    re.I,
)
_RUN_TOGETHER = re.compile(r"\(\d\d ?\d{3} ?\d{3}[a-z]?\)[ :-]{1,4}summary\s*:", re.I)
_LONGEST_TITLE = 160
_FIRST_LINES = 60


def name_other_page(opening: str) -> str | None:
    """What a page is that begins with these lines, or None where nothing gives it away."""
    lines = [unify_characters(line).strip() for line in opening.splitlines() if line.strip()]
    short = [line for line in lines[:_FIRST_LINES] if len(line) <= _LONGEST_TITLE]
    for page in OTHER_PAGES:
        if any(page.pattern.search(line) for line in short):
            return page.reason
    return _LIST if _is_list(lines) else None


def name_other_site(addresses: Iterable[str]) -> str | None:
    """What a page is that gives itself an address on another ombudsman's site; None for any other page.

    Such a page may have headings like those of this Ombudsman, and references of the same form.
    """
    for address in addresses:
        try:
            host = (urlsplit(address.strip()).hostname or "").lower()
        except ValueError:
            continue
        for site, reason in _OTHER_SITES:
            if host == site or host.endswith(f".{site}"):
                return reason
    return None


def _is_list(lines: list[str]) -> bool:
    """True where several decisions are named, or one with the line that only lists have."""
    if any(_LIST_CARD.fullmatch(line) for line in lines):
        return True
    references = {
        found.reference
        for line in lines
        if (match := is_body_line(line) or _RUN_TOGETHER.search(line))
        for found in find_references(match[0])
    }
    return len(references) >= 2 and sum(bool(SUMMARY_LABEL.search(line)) for line in lines) >= 2
