"""A question → the regions that it names in vain ("in Yorkshire"), and the remark that they limit nothing.

No table says which council lies in which region.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.domain import Assumption
from assistant.question.assumptions import remark
from assistant.question.body_groups import SHORT, overlaps
from assistant.question.words import Span, Wording, tells_a_story

# Names of several councils each, or of none: what a body is called ("North East Lincolnshire") is no region.
_COUNTIES_WITHOUT_COUNCIL = (
    r"yorkshire|berkshire|bedfordshire|cheshire|sussex|merseyside|tyneside|teesside|humberside|cleveland|middlesex|avon"
    r"|(?:south|west) yorkshire|greater manchester|tyne and wear|west midlands"
)
_REGION = re.compile(
    r"\b(?:in|across|within|around|throughout|from|for|only|just|outside|about|of) (?:the )?(?P<region>"
    r"(?:north|south)[ -]?(?:east|west)(?: of england)?|east midlands|midlands|east anglia"
    r"|(?:east|north|south|west) of england|home counties"
    rf"|north of england|west country|the north|the south|{_COUNTIES_WITHOUT_COUNCIL})"
    r"\b(?! (?:railway|rail|trains?|ambulance|water|police|fire|road|street|side|wing|facing|corner|end|wall"
    r"|of (?!england)))"
    r"(?: (?:area|region|councils|authorities))?"
    rf"|\b(?P<of>{_COUNTIES_WITHOUT_COUNCIL}|northern|southern|midlands|(?:north|south)[ -]?(?:east|west)(?:ern)?)"
    r" (?:councils|authorities|las)\b"
)


def find_regions(wording: Wording, taken: Sequence[Span]) -> tuple[tuple[Span, ...], tuple[Assumption, ...]]:
    """Where a question names regions, with a remark that they limit nothing; none in a story and in a long text."""
    if len(wording.text) > SHORT or tells_a_story(wording.lower):
        return (), ()
    found = [match for match in _REGION.finditer(wording.lower) if not overlaps(match.span(), taken)]
    if not found:
        return (), ()
    names = dict.fromkeys(_said(wording, match) for match in found)
    told = [remark(_remark(name)) for name in names]
    return tuple(match.span() for match in found), tuple(told)


def _said(wording: Wording, match: re.Match[str]) -> str:
    start, end = match.span("region" if match["region"] else "of")
    return wording.plain[start:end]


def _remark(name: str) -> str:
    return f"Redress does not know which councils are in a region: “{name}” limits nothing. Name councils instead."
