"""Seen text to sums of money in every usual spelling, with rate, range, bound and whether a total is meant.

The sums with a pound sign are those of ``text.find_money``; here come ranges, words, and money without a sign.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import zip_longest

from assistant.claims.claim import Bound, ClaimKind, Found
from assistant.claims.numbers import NUMBER_WORDS, read_number
from assistant.claims.seen import blank_out
from assistant.text import Money, find_money

_MOST_PENCE = 10**15
_DIGITS = r"\d{1,3}(?:,\d{3}){1,4}|\d{1,12}"
# "£1 200": the thousands set apart by a space, as other countries write them.
_SPACED = re.compile(r"£ ?(\d{1,3}(?: \d{3}){1,3})(?![\d,]|\.\d)(?! \d)")
_WITHOUT_SIGN = re.compile(
    rf"(?:\bGBP ?|\bgbp ?)(?P<before>{_DIGITS})(?:\.(?P<p1>\d\d?))?(?P<k1> ?[kK]\b)?"
    rf"|(?<![\w£.,])(?P<behind>{_DIGITS})(?:\.(?P<p2>\d\d?))? ?(?P<k2>[kK] ?)?"
    r"(?:-| )?(?:(?P<grand>grand)|pounds?|quid|GBP|gbp|(?:pounds )?sterling)\b(?! (?:of|in) weight)"
    rf"|£ ?(?P<scaled>{_DIGITS})(?:\.(?P<p3>\d\d?))? (?:(?P<hundred>hundred)|thousand|grand)\b"
    rf"|\b(?P<words>(?i:{NUMBER_WORDS}))[ -](?:(?P<grands>grand)|(?:pounds?|quid|GBP)(?: sterling)?)\b"
    r"|\b(?P<one>a|half a) grand\b"
    rf"|(?<![\w£.,])(?P<pence>\d{{1,2}}) ?(?:p|pence)\b(?!\.)|\b(?P<pence_words>(?i:{NUMBER_WORDS})) pence\b"
)
_RANGE_GAP = re.compile(r" ?(?:-|\u2014|\bto\b|\btill\b) ?")
_BARE_SECOND = re.compile(
    rf" ?(?:-|to) ?({_DIGITS})(?:\.(\d\d))?([kK]\b)?(?![\w%]|[,.:/]\d| ?(?:weeks"
    rf"|months|days))"
)
_BETWEEN = re.compile(r"\bbetween $", re.IGNORECASE)
_CHANGED = re.compile(
    r"\b(?:rais\w+|increas\w+|rose|went up|going up|up|reduc\w+|cut|lower\w+|fell|drop\w+|chang\w+"
    r"|mov\w+|revis\w+)"
    r"(?: \w+){0,4} from (?:about |around )?$",
    re.IGNORECASE,
)

_UNITS = (
    ("day", r"days?|daily|night|nightly"),
    ("week", r"weeks?|wks?|weekly"),
    ("fortnight", r"fortnight(?:ly)?"),
    ("month", r"months?|mths?|monthly|calendar month"),
    ("term", r"(?:school )?terms?|termly"),
    ("year", r"years?|yrs?|yearly|annum|annually"),
    ("hour", r"hours?|hourly"),
    (
        "person",
        r"persons?|people|head|child|children|family|neighbours?|household|parents?|resident"
        r"|complainant|pupil|sibling"
        r"|one",
    ),
)
_UNIT = "|".join(f"(?P<{name}>{words})" for name, words in _UNITS)
_RATE = re.compile(
    rf"(?: ?/ ?| (?:an?|per|each|every|for (?:each|every)|p/) ?)(?:full |whole |missed "
    rf"|additional )?(?:{_UNIT})\b"
    r"(?! (?:later|ago|after|before|earlier|on\b|old|or so))"
    r"|[ -]?(?:(?P<m2>p\.?c\.?m\b|p/m\b|pm\b|monthly|a month)|(?P<w2>p\.?w\b|weekly)|(?P<y2>p\.?a\b"
    r"|yearly|annually)"
    r"|(?P<d2>daily)|(?P<t2>termly))"
    r"|,? (?:to )?(?:(?P<each>each|apiece))\b(?! (?:other|of the (?:following|three|two)))",
    re.IGNORECASE,
)
_SHORT_UNIT = {"m2": "month", "w2": "week", "y2": "year", "d2": "day", "t2": "term", "each": "person"}
# "paid each of the two neighbours £250", "each parent £250".
_EACH_BEFORE = re.compile(r"\b(?:each|both) (?:of (?:the|them|his|her|their|these)? ?)?(?:\w+ ){0,3}$", re.IGNORECASE)

_TOTAL_BEFORE = re.compile(
    r"(?:\btotall?ing|\btotal(?:s|led|ed)?|\baltogether|\badding up to|\badds? up to|\bcombined"
    r"|\bamount(?:s|ed|ing) to"
    r"|\boverall|\bsum total|\bcom(?:es|ing|e) to|\bcame to)"
    r"(?: (?:of|was|were|is|to|to the|payments?|remedy|sum|award|amount|figure|compensation|paid|by"
    r"|came|for \w+))*"
    r"[: ]*(?:about |around |some |nearly )?$",
    re.IGNORECASE,
)
# "£350 in total: £150 to the mother": the total is the sum before the colon, and this is a part of it.
_TOTAL_OF_THE_SUM_BEFORE = re.compile(
    r"\d[\d,.]*k?,? (?:(?:was|were|is) (?:paid|agreed|awarded) )?(?:in total|total|in all|altogether|combined|overall)"
    r" ?[:(-] ?(?:[a-z]+ ){0,2}$",
    re.IGNORECASE,
)
_TOTAL_BEHIND = re.compile(
    r"^(?: (?:was|were|has been|is) (?:paid|agreed|awarded))?,?"
    r" (?:in (?:all|total|sum)|altogether|all told|overall|combined|between (?:them|the two)|all in"
    r"|(?:in )?total(?! ?(?:of|was|is|came|sum|payment|:|£|\d))|as a total)\b",
    re.IGNORECASE,
)
_BOUNDS = (
    (Bound.AT_LEAST, r"(?:at least|more than|over|above|no less than|not less than|upwards of|in excess of)"),
    (
        Bound.AT_MOST,
        r"(?:up to|at most|no more than|not more than|less than|under|below|a maximum of"
        r"|fewer than)",
    ),
    (
        Bound.ABOUT,
        r"(?:about|around|roughly|approximately|approx\.?|some|nearly|almost|close to|circa"
        r"|c\.?|just over|just under)",
    ),
)
_BOUND_BEFORE = tuple((bound, re.compile(rf"\b{words} (?:the |a )?$", re.IGNORECASE)) for bound, words in _BOUNDS)
_BOUND_BEHIND = re.compile(r"^(?:\+| (?:or|and) (?:more|over|above|upwards?)\b)", re.IGNORECASE)
_LESS_BEHIND = re.compile(r"^ (?:or|and) (?:less|under|below)\b", re.IGNORECASE)
_LOOK = 60


def find_sums(plain: str) -> tuple[Found, ...]:
    """Every sum of money in a seen text, in order; a range is one sum with an upper end."""
    return tuple(_describe(plain, start, end, low, high) for low, high, start, end in _join_ranges(plain))


def bound_at(plain: str, start: int, end: int) -> Bound | None:
    """The limit that stands directly before or behind a figure."""
    behind = plain[end : end + 20]
    if _BOUND_BEHIND.match(behind):
        return Bound.AT_LEAST
    if _LESS_BEHIND.match(behind):
        return Bound.AT_MOST
    before = plain[max(0, start - 24) : start]
    return next((bound for bound, words in _BOUND_BEFORE if words.search(before)), None)


def _single_sums(plain: str) -> list[Money]:
    spaced = [
        Money(int(match[1].replace(" ", "")) * 100, match.start(), match.end()) for match in _SPACED.finditer(plain)
    ]
    rest = blank_out(plain, [(money.start, money.end) for money in spaced])
    other = list(_sums_without_sign(rest))
    rest = blank_out(rest, [(money.start, money.end) for money in other])
    return sorted((*spaced, *other, *find_money(rest)), key=lambda money: money.start)


def _sums_without_sign(plain: str) -> Iterator[Money]:
    for match in _WITHOUT_SIGN.finditer(plain):
        if match["words"]:
            pence = read_number(match["words"]) * 100 * (1000 if match["grands"] else 1)
        elif match["one"]:
            pence = 100_000 if match["one"] == "a" else 50_000
        elif match["pence_words"]:
            pence = read_number(match["pence_words"])
        elif match["pence"]:
            pence = int(match["pence"])
        else:
            whole = match["before"] or match["behind"] or match["scaled"]
            part = match["p1"] or match["p2"] or match["p3"] or "0"
            pence = int(whole.replace(",", "")) * 100 + int(part.ljust(2, "0"))
            if match["hundred"]:
                pence *= 100
            elif match["k1"] or match["k2"] or match["grand"] or match["scaled"]:
                pence *= 1000
        if pence <= _MOST_PENCE:
            yield Money(pence, match.start(), match.end())


def _join_ranges(plain: str) -> Iterator[tuple[int, int | None, int, int]]:
    """Low, high, start and end of each sum or range."""
    sums = _single_sums(plain)
    skip = False
    for money, following in zip_longest(sums, sums[1:]):
        if skip:
            skip = False
            continue
        gap = plain[money.end : following.start] if following else None
        before = plain[max(0, money.start - _LOOK) : money.start]
        joins = (
            gap is not None
            and len(gap) < 8
            and (_RANGE_GAP.fullmatch(gap) or (gap == " and " and _BETWEEN.search(before)))
        )
        bare = None if joins else _BARE_SECOND.match(plain, money.end)
        if joins and following and not _CHANGED.search(before):
            low, high = _scale_alike(plain, money, following.pence)
            yield low, high, money.start, following.end
            skip = True
        elif bare is not None and plain[money.start] == "£":
            high = int(bare[1].replace(",", "")) * 100 + int(bare[2] or 0)
            high *= 1000 if bare[3] else 1
            low, high = _scale_alike(plain, money, high)
            if low < high <= _MOST_PENCE:
                yield low, high, money.start, bare.end()
            else:
                yield money.pence, None, money.start, money.end
        else:
            yield money.pence, None, money.start, money.end


def _scale_alike(plain: str, money: Money, high: int) -> tuple[int, int]:
    """£3-4k means from three thousand: the low end takes the thousands of the high one where it would be tiny."""
    low = money.pence
    is_plain = plain[money.start : money.end].lstrip("£ ").isdigit()
    if is_plain and low < 10_000 and high >= 100_000 and high % 100_000 == 0 and low * 1000 < high:
        low *= 1000
    return low, high


def _describe(plain: str, start: int, end: int, low: int, high: int | None) -> Found:
    before, behind = plain[max(0, start - _LOOK) : start], plain[end : end + _LOOK]
    unit = None
    rate = _RATE.match(behind)
    if rate is not None:
        unit = next(_SHORT_UNIT.get(name, name) for name, found in rate.groupdict().items() if found)
        behind = plain[end + rate.end() : end + rate.end() + _LOOK]
    elif _EACH_BEFORE.search(before.replace("\n", ". ")):
        unit = "person"
    is_said_before = _TOTAL_BEFORE.search(before) and not _TOTAL_OF_THE_SUM_BEFORE.search(before)
    is_total = bool(is_said_before or _TOTAL_BEHIND.match(behind))
    bound = bound_at(plain, start, end)
    if bound is Bound.AT_LEAST and high is not None:
        bound = None
    return Found(ClaimKind.AMOUNT, start, end, low, upper=high, unit=unit, bound=bound, is_total=is_total)
