"""Street addresses: a text in plain characters → their places. A street without a house is a topic and stays."""

from __future__ import annotations

import re

from assistant.personal.spans import Span, without_overlaps

_STREET = (
    r"street|road|rd|avenue|ave|crescent|terrace|mews|gardens|drive|close|lane|grove|court|way|place|walk|square|hill"
    r"|park|row|st|parade|rise|view|green|gate|croft|end|fields?|meadows?"
)
_BUILDING = r"house|court|tower|towers|lodge|heights|point|building|buildings|mansions|villas|cottages?|apartments"
_NO_STREET_NAME = (
    r"(?!(?:in|on|the|my|our|of|a|an|at|per|mph|mile|miles|metres?|yards?|way|lane|weeks?|months?|years?|yrs|mths|days?"
    r"|hours?|cars?|times|kids|children|people|potholes|trees|other|different|more|and|or|to|for|from|was|is|were|had"
    r"|high|court|bed|bedroom|bins?|visits?|ft|foot|x)\b)"
)
_ADDRESS = re.compile(
    rf"\b(?:(?i:flat|apartment|apt|unit|room) \d{{1,4}}[a-zA-Z]?,? )?(?<![£\d.,])\d{{1,4}}[a-cA-C]?,? "
    rf"(?:[A-Z][\w']{{1,20}} ){{1,3}}(?i:{_STREET})\b(?!')"
)
_LOWER_ADDRESS = re.compile(
    rf"(?:(?:\b(?:lives?|lived|living|home|house|address|flat|moved|property|reside[sd]?)\b[\w ,']{{0,20}}?)"
    rf"\b(?:at|is|was|to|of|address)[ :]+)((?:flat \d{{1,3}}[a-c]?,? )?\d{{1,4}}[a-c]?,? "
    rf"(?:{_NO_STREET_NAME}[a-z']{{2,20}} ){{1,3}}(?:{_STREET}))\b",
    re.IGNORECASE,
)
_FLAT = re.compile(
    r"\b(?i:flat|apartment|apt|unit|room) \d{1,4}[a-zA-Z]?,? "
    rf"(?:[A-Z][\w']{{1,20}} ){{1,3}}(?i:{_BUILDING}|{_STREET})\b"
)
_TOLD = re.compile(
    r"\b(?:my|our|her|his|their|home|new|old|full|the) address(?: is| was|:)+ "
    r"((?=[^.?!;]{0,40}\d|flat )[A-Za-z0-9][^.?!;]{3,60}?)(?=[.?!;]|$| (?:and|but|which|who|because|since|where)\b)",
    re.IGNORECASE,
)
# "the address was given to 3 people", "the address is not on page 4": no address follows.
_NO_ADDRESS = re.compile(
    r"^(?:not|un|in|on|at|being|known|given|sent|shared|shown|left|still|now|visible|published|disclosed|wrong|to|with"
    r"|listed|registered|printed|also|only|just|never|used|from|for|part|about|over|more|a|an|the|what|one|leaked"
    r"|revealed|confidential|secret|safe|redacted|unredacted|held|stored|recorded)\b",
    re.IGNORECASE,
)


def find_addresses(plain: str) -> list[Span]:
    """The places of street addresses, in order: a house number with its street, a flat in a named house."""
    spans = [Span(*match.span(), "address") for pattern in (_ADDRESS, _FLAT) for match in pattern.finditer(plain)]
    spans += [Span(*match.span(1), "address") for match in _LOWER_ADDRESS.finditer(plain)]
    spans += [Span(*match.span(1), "address") for match in _TOLD.finditer(plain) if not _NO_ADDRESS.match(match[1])]
    return without_overlaps(spans)
