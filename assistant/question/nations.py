"""A question → whether it is about a council of Wales, Scotland or Northern Ireland, which other ombudsmen look at."""

from __future__ import annotations

import re

from assistant.doors import DeclineReason
from assistant.question.places import NORTHERN_IRISH, NORTHERN_IRISH_TOWNS, SCOTTISH, SCOTTISH_TOWNS, WELSH, WELSH_TOWNS

_ENGLISH_SIGN = re.compile(r"\b(?:english council|in england|england|cross[ -]border|back (?:to|in) england)\b")
_Nation = tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]


# Towns named with a council of their own or not: of "in Newport" it is not known which of several is meant.
_ELSEWHERE_TOO = frozenset({"newport"})


def _nation(names: tuple[str, ...], words: str, own: str, towns: tuple[str, ...]) -> _Nation:
    """A pattern for the nation's councils and words as the body complained of, one for its places, and a cheap look.

    ``own`` are bodies of the nation which are meant wherever they are named. ``towns`` are no councils: like these they
    say where something is ("a pothole in Wrexham"), unless somebody came from there or was placed there.
    """
    places = "|".join(sorted((name.replace("_", " ") for name in names), key=len, reverse=True))
    place = rf"(?:{places})"
    spots = "|".join(name.replace("_", " ") for name in (*names, *towns) if name not in _ELSEWHERE_TOO)
    council = (
        r"(?:(?:city|county|county borough|borough|city and county|islands?|district)(?: of)? )?(?:council"
        r"|councils|cncl|councl|la|local authority|social services|social work|cc)"
    )
    body = (
        rf"\b(?:{place} {council}\b|(?:council|councils|landlord|la|local authority|school) (?:is |are "
        rf"|here )?(?:in|for|of) (?:{place}|{words})\b|(?:city and county of|county of|council of) {place}\b"
        rf"|(?:{words}) (?:council|councils|local authorit\w+|ombudsman|government|nhs|landlord|school"
        rf"|social services|cases|decisions)\b"
        rf"|(?:(?:i|we)(?:'m| am|'re| are|m|re)?|mum|dad|who|she|he|family|client|case|clients) (?:based |lives? "
        rf"|living |live )?(?:up |down |over )?in (?:{place}|{words})\b"
        rf"|(?:apply|applies|apply to|work|cover|covers|count|valid|bind\w*|hold|used?|happens?|about|for"
        rf"|what about|and) (?:in|to|for|here in)? ?(?:{words})\b|^\W*(?:and )?(?:in )?(?:{words}|{place})\W*$"
        rf"|^\W*(?:{place}|{words})\s*[-:,+]\s"
        rf"|\b(?:has|have|did|against|does) {place} (?:been|ever|council|get|got|had|pay|paid|done)\b"
        rf"|\bagainst {place}\b|\b(?:{own})\b)"
    )
    anywhere = rf"\b(?:{place}|{words}|{own}|{spots})\b"
    return re.compile(body), re.compile(rf"\b(?:in|at|near|around) (?:{spots})\b"), re.compile(anywhere)


_NATIONS: tuple[tuple[DeclineReason, re.Pattern[str], re.Pattern[str], re.Pattern[str]], ...] = (
    (DeclineReason.WALES, *_nation(WELSH, r"wales|welsh|cymru|psow|senedd", "natural resources wales", WELSH_TOWNS)),
    (
        DeclineReason.SCOTLAND,
        *_nation(SCOTTISH, r"scotland|scottish|spso", "care inspectorate scotland", SCOTTISH_TOWNS),
    ),
    (
        DeclineReason.NORTHERN_IRELAND,
        *_nation(
            NORTHERN_IRISH,
            r"northern ireland|n ireland|n\.i\.|nipso|northern irish",
            r"nihe|housing executive|ni (?:councils?|ombudsman)",
            NORTHERN_IRISH_TOWNS,
        ),
    ),
)
_CAME_FROM = re.compile(
    r"\b(?:mov(?:ed?|ing)|relocat\w+|transfer\w*|came|come|placed|placement|fled|originally|return\w*|holiday\w*"
    r"|respite|went|going|school|home|unit|hospital|lives? with|born|uni\w*)\b"
)
# Somebody else's town, or where one was for a while, is not where the council is.
_ELSEWHERE = re.compile(
    r"\b(?:visit\w*|drove|driving|trip|weekend|famil(?:y|ies)|relatives?|college|father|dad|mum|mother|brother|sister|son"
    r"|daughter|ex|old|previous|former|used to|wedding|job|work(?:ed|ing|s)?|court|ombudsman)\b"
)


def nation_meant(text: str) -> DeclineReason | None:
    """The nation whose council, or in whose town, a question in lower case complains; None for England."""
    for reason, body, spot, anywhere in _NATIONS:
        if anywhere.search(text) is None or _ENGLISH_SIGN.search(text):
            continue
        found = body.search(text)
        if found is not None and not _CAME_FROM.search(text[max(0, found.start() - 30) : found.end()]):
            return reason
        found = spot.search(text)
        before = text[max(0, found.start() - 40) : found.end()] if found else ""
        if found is not None and not _CAME_FROM.search(before) and not _ELSEWHERE.search(before):
            return reason
    return None
