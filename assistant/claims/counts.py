"""Seen text to its counts and lengths of time: numbers with what they count, in figures or words.

Numbers that only name a place (stage 2, section 17, paragraph 4, a list's "3.") count nothing and are left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.claims.claim import ClaimKind, Found
from assistant.claims.numbers import NUMBER_WORDS, read_number
from assistant.claims.sums import bound_at

_NUMBER = re.compile(
    rf"(?<![\w£.,/:#@+\-\[])(?<!\d\()(?:(?P<figures>\d{{1,3}}(?:,\d{{3}}){{1,3}}"
    rf"|\d{{1,9}})(?P<part>\.\d+)?(?![\w\]]|[:/]\d|,\d|-\d)"
    rf"|(?P<words>(?i:{NUMBER_WORDS}))(?![\w]))|\b(?P<both>[Bb]oth|[Nn]one|[Nn]either"
    rf"|[Nn]o)(?= (?:of )?(?:(?:these|those|the|the other|other) )?(?:cases|decisions|complaints)\b)"
)
_PLACE = re.compile(
    r"\b(?:stages?|sections?|ss?|s\.|paragraphs?|paras?\.?|parts?|pages?|pp?\.?|chapters?|steps?"
    r"|figures?|tables?|appendix"
    r"|annex|items?|no\.?|nos\.?|numbers?|numbered|ward|room|flat|zone|year|key stage|schedule"
    r"|articles?|covid|band|level|grade|tier|version"
    r"|reg(?:ulation)?s?|rules?|clauses?|points?|notes?|footnotes?|questions?|option|class|unit|form"
    r"|ref|reference|act|tel|phone"
    r"|telephone|mobile|on|at|plot|block|house|size|age|aged|type|phase|route|bus|room|junction|exhibit"
    r"|bundle|tab|doc)[ :.-]*$",
    re.IGNORECASE,
)
_LIST_START = re.compile(r"(?:^|\n)[ \t>*-]*$")
_BEHIND_LIST = re.compile(r"[.)](?:\s|$)")
_TIME = re.compile(
    r"^(?:-| )(?:(?:working|school|calendar|full|whole|and a half|additional|clear"
    r"|consecutive|missed) )*(day|week|month|term|year|hour|fortnight|night)s?\b",
    re.IGNORECASE,
)
_NOUN = re.compile(
    r"^(?:%|-| )?(?:of (?:the|these|those|them|all|its|our|his|her)(?: (?:\d+"
    r"|[a-z]+))? )?([A-Za-z][a-z'-]{1,24})((?: [a-z-]{2,20})?)"
)
_SAID_OF_ALL = re.compile(
    r"\b(?:all(?: of)?(?: the| these| those)?|each of(?: the| these| those)?"
    r"|every one of (?:the|these|those)|both) $",
    re.IGNORECASE,
)
_CASES = re.compile(
    r"cases?|decisions?|complaints?|investigations?|statements?|reports?|examples?"
    r"|precedents?|references?",
    re.IGNORECASE,
)


def find_counts(plain: str) -> Iterator[Found]:
    """Every count and length of time in a seen text whose sums, dates and references are blanked out, in order."""
    for match in _NUMBER.finditer(plain):
        start, end = match.span()
        if match["both"]:
            word = match["both"].lower()
            value = 2 if word in ("both", "neither") else 0
            noun = re.search(r"cases|decisions|complaints", plain[end : end + 40])
            yield Found(
                ClaimKind.COUNT,
                start,
                end,
                value,
                unit=noun[0][:-1] if noun else None,
                is_every=True,
                is_negated=word != "both",
            )
            continue
        before, behind = plain[max(0, start - 30) : start], plain[end : end + 50]
        if match["figures"]:
            if _PLACE.search(before) or (_LIST_START.search(before) and _BEHIND_LIST.match(behind)):
                continue
            number: int | float = int(match["figures"].replace(",", ""))
            if 1900 <= number <= 2099 and "," not in match["figures"]:
                continue  # the year of a law: other years were read as dates
            if match["part"]:
                number = float(f"{number}{match['part']}")
        else:
            if _PLACE.search(before) and not re.search(
                r"\b(?:on|at|age|aged|act|note"
                r"|no)[ ]*$",
                before,
                re.IGNORECASE,
            ):
                continue
            number = read_number(match["words"])
        yield from _describe(plain, start, end, number, before, behind)


def _describe(plain: str, start: int, end: int, number: int | float, before: str, behind: str) -> Iterator[Found]:
    time = _TIME.match(behind)
    if time is not None:
        end_of_time = end + len(time[0].rstrip())
        yield Found(
            ClaimKind.DURATION,
            start,
            end_of_time,
            number,
            unit=time[1].lower(),
            bound=bound_at(plain, start, end_of_time),
        )
        return
    unit = "%" if behind.startswith("%") else None
    noun = _NOUN.match(behind) if unit is None else None
    if noun is not None:
        second = noun[2].strip()
        unit = second if _CASES.fullmatch(second) else noun[1].lower()
        if _CASES.fullmatch(unit):
            unit = unit.rstrip("s")
    is_of = (
        re.search(
            r"\b(?:\d+|[a-z]+) (?:out )?of (?:the |these "
            r"|those )?$",
            before,
            re.IGNORECASE,
        )
        is not None
    )
    if number == 1 and plain[start:end].isalpha() and unit not in ("case", "decision", "complaint", "reference"):
        return
    yield Found(
        ClaimKind.COUNT,
        start,
        end,
        number,
        unit=unit,
        bound=bound_at(plain, start, end),
        is_every=bool(_SAID_OF_ALL.search(before)) and not is_of,
    )
