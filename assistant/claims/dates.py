"""Seen text to the dates that it names, in the forms British writers use: a day, a month of a year, or a year.

Seasons and terms are no dates, and neither is the year in the name of a law.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.claims.claim import ClaimKind, Found, SaidDate
from assistant.claims.seen import blank_out
from assistant.text import month_number

_MONTH = (
    r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>(?:19|20)\d\d)(?!\d|[,.]\d)"
_GAP = r"[ \n,\-/]{1,3}"
_FORMS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        rf"(?<![\d.,/£])\b{_DAY}{_GAP}(?:of )?{_MONTH}(?:{_GAP}{_YEAR}|(?:[-/]| ?'| (?=\d\d *(?:[,.;)]"
        rf"|$)))(?P<short>\d\d)(?![\d:%]))?",
        rf"\b{_MONTH}{_GAP}{_DAY}(?!\d|[,.:]\d|,?\d{{3}}){_GAP}{_YEAR}",
        rf"\b{_MONTH}{_GAP}(?:of )?{_YEAR}",
        rf"\b{_MONTH} ?'(?P<short>\d\d)\b",
        r"(?<![\d./\-])(?P<year>(?:19|20)\d\d)[-/.](?P<number>0\d|1[0-2])[-/.](?P<day>[0-3]\d)(?![\d])",
        r"(?<![\d./\-£])(?P<day>[0-3]?\d)(?P<mark>[/.\-])(?P<number>[01]?\d)(?P=mark)(?P<year>(?:19"
        r"|20)?\d\d)(?![\d/]|[.\-]\d)",
        r"(?<![\d./\-£])(?P<number>0?[1-9]|1[0-2])/(?P<year>(?:19|20)\d\d)(?![\d/])",
        rf"\b{_MONTH} {_DAY}(?:st|nd|rd|th)\b",
    )
)
_BARE_YEAR = re.compile(
    r"(?<![\w£.,/\-])(?P<year>(?:19|20)\d\d)(?:(?P<next>[/\-]\d\d)(?!\d))?(?![\w%]"
    r"|[,.:/]\d|-\d{1,3}\b)"
)
_NAME_OF_LAW = re.compile(
    r"\b(?:act|acts|regulations?|regs|orders?|code|rules|directions?|bill|measure|framework|guidance|policy"
    r"|(?:safeguard|protect) (?:children|adults|children)'?)(?: \([^()]{1,60}\))?,? ?(?:of )?\(?$",
    re.IGNORECASE,
)
_RANGE_OF_MONTHS = re.compile(
    rf"\b{_MONTH} ?(?:-|to|until|till|and|or"
    rf"|/) ?(?={_MONTH.replace('?P<month>', '?:')}{_GAP}(?P<year>(?:19|20)\d\d)\b)",
    re.IGNORECASE,
)


def find_dates(plain: str) -> tuple[Found, ...]:
    """Every date in a seen text, in order, the fullest reading of each; 31 February is a day that fits none."""
    taken: list[tuple[int, int]] = []
    found: list[Found] = []
    rest = plain
    for form in _FORMS:
        for match in form.finditer(rest):
            said = _read(match)
            if said is not None:
                found.append(Found(ClaimKind.DATE, match.start(), _end(match), said))
                taken.append((match.start(), _end(match)))
        rest = blank_out(plain, taken)
    for match in _RANGE_OF_MONTHS.finditer(plain):
        # "from March to June 2021": the year is said of both months.
        said = SaidDate(int(match["year"]), month_number(match["month"]) or 0)
        end = match.start("month") + len(match["month"])
        if not any(start <= match.start() < stop for start, stop in taken):
            found.append(Found(ClaimKind.DATE, match.start(), end, said))
    found += _years(rest)
    return tuple(sorted(found, key=lambda one: one.start))


def _end(match: re.Match[str]) -> int:
    """The end without a full stop that ends the sentence ("in Sept. 2021" keeps the one inside)."""
    return match.end() - (1 if match[0].endswith(".") else 0)


def _read(match: re.Match[str]) -> SaidDate | None:
    given = match.groupdict()
    word = given.get("month")
    if word and word.lower() in ("may", "mar", "march") and not word[0].isupper() and not given.get("year"):
        return None
    month = month_number(word) if word else int(given.get("number") or 0)
    year = int(given.get("year") or given.get("short") or 0)
    if (given.get("year") or given.get("short")) and year < 100:
        year += 2000 if year < 70 else 1900
    day = int(given.get("day") or 0)
    if not month or not 1 <= month <= 12:
        return None
    if day == 0 and "day" in given:
        return None
    if day > 31:
        return None
    return SaidDate(year, month, day)


def _years(rest: str) -> Iterator[Found]:
    for match in _BARE_YEAR.finditer(rest):
        if _NAME_OF_LAW.search(rest[max(0, match.start() - 90) : match.start()]):
            continue
        year, following = int(match["year"]), match["next"]
        upper = None
        if following is not None:
            if int(following[1:]) != (year + 1) % 100:
                continue
            upper = year + 1
        yield Found(ClaimKind.DATE, match.start(), match.end(), SaidDate(year), upper=upper)
