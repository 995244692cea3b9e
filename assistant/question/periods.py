"""A text → the periods of time that it speaks of ("after March 2022", "last three years", "before Covid").

Which of them limit the decisions is asked in ``dates``.
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date

from assistant.question.words import Span
from assistant.text import format_date, month_number


@dataclass(frozen=True)
class Period:
    """What an expression such as "after March 2022" stands for, before it is known to be a limit.

    A vague one ("anything newer", "during Covid") limits only where nothing else is said: with a matter beside it,
    it rather tells when that happened.
    """

    span: Span
    first: date | None
    last: date | None
    note: str | None = None
    is_vague: bool = False


_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)\.?"
)
_SPOKEN_YEARS = {
    "twenty fifteen": 2015,
    "twenty sixteen": 2016,
    "twenty seventeen": 2017,
    "twenty eighteen": 2018,
    "twenty nineteen": 2019,
    "twenty twenty": 2020,
    **{f"twenty twenty {word}": 2020 + n for n, word in enumerate(("one", "two", "three", "four", "five", "six"), 1)},
}
# "since '22" is a year, "'20 weeks'" is none.
_SHORT_YEAR = r"'[12]\d\b(?!')(?! ?(?:weeks?|wks?|days?|months?|mths?|years?|yrs?|hours?|miles?|%|[a-z]+'))"
_YEAR = rf"(?:(?:19|20)\d\d|{_SHORT_YEAR}|{'|'.join(sorted(_SPOKEN_YEARS, key=len, reverse=True))})"
_PARTS = {
    "spring": (3, 5),
    "summer": (6, 8),
    "autumn": (9, 11),
    "early": (1, 4),
    "start": (1, 4),
    "beginning": (1, 4),
    "mid": (5, 8),
    "middle": (5, 8),
    "late": (9, 12),
    "end": (9, 12),
}
_PART = rf"(?:the )?(?:{'|'.join(_PARTS)})(?: of|-)?"
_FIGURES = r"(?:\d{1,2}[/.]\d{1,2}[/.](?:19|20)\d\d|(?:19|20)\d\d-\d\d-\d\d)"
_DAY = (
    rf"(?:{_FIGURES}|(?:(?:(?:the )?\d{{1,2}}(?:st|nd|rd|th)?(?: of)? )?{_MONTH},? ?|{_PART} ?)?{_YEAR})"
    r"(?![\d,.]\d|\d| ?%)"
)
_NUMBERS = {
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
    "ten": 10,
    "couple of": 2,
    "few": 3,
    "twelve": 12,
}
_COUNT = rf"(?:(\d{{1,2}}|a? ?couple of|{'|'.join(_NUMBERS)}) )?"

_RANGE = re.compile(
    rf"\b(?:(?:decided )?(?:between|from|in|during|for) )?({_DAY}) ?(?:-|and|or|to|till|until|up to"
    rf"|through) ?({_DAY})"
)
_TAX_YEAR = re.compile(r"\b(?:(?:in|for|during|from) )?(20\d\d) ?[/-] ?(\d\d)\b(?![-/\d])")
_NAMED_YEAR = re.compile(
    r"\b(?:(?:in|for|during|from|since) )?(?:the )?(?:(?P<before>financial|tax|academic|school|council|fy)(?: year)?:?"
    r" )?(?P<first>20\d\d) ?(?:[/-]|to) ?(?:20)?(?P<second>\d\d)\b(?: (?P<behind>financial|tax|academic|school|council)"
    r" year\b)?"
)
# The first lockdown began on 23 March 2020; the last legal restrictions in England ended on 24 February 2022
# (Health Protection (Coronavirus, Restrictions) Regulations 2020; "Living with Covid-19", February 2022).
_LOCKDOWN, _REOPENED = date(2020, 3, 23), date(2022, 2, 24)
_ERA = re.compile(
    r"\b(?:(?P<before>before|prior to|pre)|(?P<since>since)|(?P<after>after|post)"
    r"|(?P<during>during|in|over|throughout|from))[ -](?:the )?"
    r"(?:first )?(?:covid(?:[ -]?19)?|corona(?:virus)?|pandemic|lockdowns?)\b(?! (?:grants?|tests?|rules|vaccin\w+))"
)
# In a follow-up, "anything newer" and "older ones" are about the last two years and before them.
_RECENT_YEARS = 2
_COMPARED = re.compile(
    r"\b(?:(?P<newer>(?:more |most )?recent(?:ly)?|newer|latest|later|up[ -]to[ -]date)|(?P<older>older|earlier))"
    r"(?: (?:ones|cases|decisions))?\b"
)
_RELATIVE = re.compile(
    rf"\b(?:(?:in|within|over|during|from|for|since) )?(?:the )?(?:last|past|previous) {_COUNT}(years?|yrs?"
    rf"|months?|mths?)\b"
)
# Read before the relative dates: "last year" is the calendar year, "in the last year" are twelve months.
_THIS_YEAR = re.compile(r"(?<!the )\b(?:(?:in|from|since) )?(this|last) (?:calendar )?year\b(?!s)")
_SINCE = re.compile(rf"\b(since|after|post|following|starting|newer than|later than|as of)[ -]({_DAY})")
_FROM_ON = re.compile(
    rf"\b(?:(?:from|in|since) )?({_DAY})(?:(?: and| or)? ?(?:onwards?|on(?=\s*(?:$|[,.?!;:]|only\b|please\b"
    rf"|pls\b))|forwards?|later|after|newer|to (?:now|date|present|today))| ?\+)"
)
_BEFORE = re.compile(
    rf"\b(before|prior to|pre|until|till|til|up to|up until|earlier than|older than|by|no later than|to)[ -]({_DAY})"
)
_OR_EARLIER = re.compile(rf"\b({_DAY}) (?:and|or) (?:before|earlier|older)\b")
_WITHIN = re.compile(rf"\b(?:in|during|from|for|of|dated|year|throughout|decided|published) ({_DAY})")
_NAKED = re.compile(rf"\b({_DAY})")


def find_periods(text: str, newest: date | None) -> list[Period]:
    """Every date expression, the fullest reading first, none inside another, in order of the text."""
    found: list[Period] = []
    for read in (_named_years, _ranges, _tax_years, _relatives, _eras, _open_ends, _single_periods, _compared):
        for period in read(text, newest):
            if not any(period.span[0] < other.span[1] and other.span[0] < period.span[1] for other in found):
                found.append(period)
    return sorted(found, key=lambda period: period.span)


def _ranges(text: str, _: date | None) -> list[Period]:
    """Ranges: "between 2020 and 2022", "2020-2022", "from jan 2021 to mar 2022"."""
    periods = []
    for match in _RANGE.finditer(text):
        first, last = _bounds(match[1]), _bounds(match[2])
        if first and last:
            periods.append(Period(match.span(), min(first[0], last[0]), max(first[1], last[1])))
    return periods


def _tax_years(text: str, _: date | None) -> list[Period]:
    """A financial year, "2023/24": 1 April to 31 March."""
    return [
        Period(match.span(), date(int(match[1]), 4, 1), date(int(match[1]) + 1, 3, 31), "a year from April to March")
        for match in _TAX_YEAR.finditer(text)
        if int(match[2]) == (int(match[1]) + 1) % 100
    ]


def _named_years(text: str, _: date | None) -> list[Period]:
    """A year called by its name: "2021-2022 financial year" (April to March), "academic year 2022/23" (September)."""
    periods = []
    for match in _NAMED_YEAR.finditer(text):
        name, first = match["before"] or match["behind"], int(match["first"])
        if name is None or int(match["second"]) != (first + 1) % 100:
            continue
        month = 9 if name in ("academic", "school") else 4
        note = "a year from September to August" if month == 9 else "a year from April to March"
        periods.append(Period(match.span(), date(first, month, 1), _day_before(date(first + 1, month, 1)), note))
    return periods


def _eras(text: str, _: date | None) -> list[Period]:
    """Before, since, during and after Covid, with the days of the first lockdown and of the last restrictions."""
    periods = []
    for match in _ERA.finditer(text):
        started = f"the first lockdown began on {format_date(_LOCKDOWN)}"
        ended = f"the last restrictions in England ended on {format_date(_REOPENED)}"
        if match["before"]:
            periods.append(Period(match.span(), None, _day_before(_LOCKDOWN), started))
        elif match["since"]:
            periods.append(Period(match.span(), _LOCKDOWN, None, started))
        elif match["after"]:
            periods.append(Period(match.span(), _REOPENED, None, ended))
        else:
            note = f"{started}, {ended}"
            periods.append(Period(match.span(), _LOCKDOWN, _day_before(_REOPENED), note, is_vague=True))
    return periods


def _compared(text: str, newest: date | None) -> list[Period]:
    """Newer and older than said before: the last two years, and what is older; none without a newest decision."""
    if newest is None:
        return []
    day = _months_before(newest, 12 * _RECENT_YEARS)
    note = f"“recent” is read as the {_RECENT_YEARS} years before the newest decision held, {format_date(newest)}"
    return [
        Period(match.span(), day, None, note, is_vague=True)
        if match["newer"]
        else Period(match.span(), None, _day_before(day), note, is_vague=True)
        for match in _COMPARED.finditer(text)
    ]


def _relatives(text: str, newest: date | None) -> list[Period]:
    """Relative dates ("the last three years"), counted back from the newest decision held; none without one."""
    if newest is None:
        return []
    counted = f"counted back from the newest decision held, {format_date(newest)}"
    periods = []
    for match in _THIS_YEAR.finditer(text):
        year = newest.year - (match[1] == "last")
        periods.append(Period(match.span(), date(year, 1, 1), date(year, 12, 31), counted))
    for match in _RELATIVE.finditer(text):
        if any(match.start() < period.span[1] and period.span[0] < match.end() for period in periods):
            continue
        said = (match[1] or "one").removeprefix("a ").strip()
        count = int(said) if said.isdigit() else _NUMBERS.get(said, 1)
        months = count if match[2].startswith("m") else 12 * count
        periods.append(Period(match.span(), _months_before(newest, months), None, counted))
    return periods


def _open_ends(text: str, _: date | None) -> list[Period]:
    """Open ends: "since 2022", "after March 2022", "2022 onwards", "before 2020", "up to 2021"."""
    periods = []
    for match in _SINCE.finditer(text):
        bounds = _bounds(match[2])
        if bounds:
            strict = match[1] in ("after", "post", "following", "newer than", "later than")
            periods.append(Period(match.span(), _next_day(bounds[1]) if strict else bounds[0], None))
    for match in _FROM_ON.finditer(text):
        bounds = _bounds(match[1])
        if bounds:
            periods.append(Period(match.span(), bounds[0], None))
    for match in _OR_EARLIER.finditer(text):
        bounds = _bounds(match[1])
        if bounds:
            periods.append(Period(match.span(), None, bounds[1]))
    for match in _BEFORE.finditer(text):
        bounds = _bounds(match[2])
        if bounds:
            strict = match[1] in ("before", "prior to", "pre", "earlier than", "older than")
            periods.append(Period(match.span(), None, _day_before(bounds[0]) if strict else bounds[1]))
    return periods


def _single_periods(text: str, _: date | None) -> list[Period]:
    """Single periods: "in 2023", "from 2025" (that year), "from jan 2024" (from then on), a year alone."""
    periods = []
    for match in _WITHIN.finditer(text):
        bounds = _bounds(match[1])
        if bounds:
            is_open = match[0].startswith("from") and bounds[0].year * 12 + bounds[0].month != bounds[1].year * 12 - 11
            is_open = is_open and not match[1].isdigit()
            periods.append(Period(match.span(), bounds[0], None if is_open else bounds[1]))
    for match in _NAKED.finditer(text):
        bounds = _bounds(match[1])
        if bounds:
            periods.append(Period(match.span(), *bounds))
    return periods


def _bounds(text: str) -> tuple[date, date] | None:
    """First and last day of "2022", "march 2022", "summer 2022" or "3 march 2022"; None for a day that is none."""
    if figures := re.fullmatch(r"(\d{1,2})[/.](\d{1,2})[/.](\d{4})|(\d{4})-(\d\d)-(\d\d)", text.strip()):
        numbers = [int(part) for part in figures.groups() if part]
        day, month, year = numbers if figures[1] else numbers[::-1]
        return _day(year, month, day)
    year, words = _year_said(text)
    part = next((_PARTS[word] for word in words if word in _PARTS), None)
    if part:
        return date(year, part[0], 1), date(year, part[1], monthrange(year, part[1])[1])
    month = next((found for word in words if word.isalpha() and (found := month_number(word[:3]))), 0)
    day = next((int(word) for word in words if word.isdigit()), 0)
    if not month:
        return date(year, 1, 1), date(year, 12, 31)
    if not day:
        return date(year, month, 1), date(year, month, monthrange(year, month)[1])
    return _day(year, month, day)


def _year_said(text: str) -> tuple[int, list[str]]:
    """The year at the end of "3 march 2022", "'22" or "twenty twenty two", and the words before it."""
    spoken = next((said for said in sorted(_SPOKEN_YEARS, key=len, reverse=True) if text.endswith(said)), None)
    if spoken:
        return _SPOKEN_YEARS[spoken], re.findall(r"[a-z]+|\d+", text.removesuffix(spoken))
    words = re.findall(r"[a-z]+|\d+", text)
    year = int(words[-1])
    return year if year >= 100 else 2000 + year, words[:-1]


def _day(year: int, month: int, day: int) -> tuple[date, date] | None:
    if not 1 <= month <= 12 or not 1 <= day <= monthrange(year, month)[1]:
        return None
    return date(year, month, day), date(year, month, day)


def _next_day(day: date) -> date:
    return date.fromordinal(day.toordinal() + 1)


def _day_before(day: date) -> date:
    return date.fromordinal(day.toordinal() - 1)


def _months_before(day: date, months: int) -> date:
    """The same day so many months earlier, or the month's last day where it has no such day."""
    index = day.year * 12 + day.month - 1 - months
    year, month = index // 12, index % 12 + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))
