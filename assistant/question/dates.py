"""Dates by which a question limits the decisions ("since 2022", "decided before 2020", "last three years").

Most dates in a question belong to its story ("in 2019 the social worker rang me"). A date limits the decisions only
where it is said of decisions, cases, awards or findings, where "only" or "just" stands at it, or where nothing else is
said at all.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from assistant.question.words import Span, Wording, tells_a_story
from assistant.text import format_date, month_number


@dataclass(frozen=True)
class DateLimit:
    """A first and a last day, both inclusive, either missing; ``note`` says how a relative date was worked out."""

    first: date | None = None
    last: date | None = None
    spans: tuple[Span, ...] = ()
    note: str | None = None

    def describe(self) -> str:
        """``decided from 1 January 2022`` and the like."""
        if self.first and self.last:
            return f"decided from {format_date(self.first)} to {format_date(self.last)}"
        if self.first:
            return f"decided from {format_date(self.first)} on"
        return f"decided up to {format_date(self.last)}" if self.last else ""


@dataclass(frozen=True)
class _Period:
    """What an expression such as "after March 2022" stands for, before it is known to be a limit."""

    span: Span
    first: date | None
    last: date | None
    note: str | None = None


# A question that names more dates than this tells a long story; further ones are not weighed one by one.
_MOST_PERIODS = 12
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)\.?"
)
_YEAR = r"(?:19|20)\d\d"
_DAY = rf"(?:(?:(?:the )?\d{{1,2}}(?:st|nd|rd|th)?(?: of)? )?{_MONTH},? )?{_YEAR}(?![\d,.]\d|\d| ?%)"
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

_BOTH_SIDES = re.compile(
    r"\b(?:before and after|before or after|before vs\.? after|pre and post|pre- and post-?|before/after)\b"
)
_RANGE = re.compile(
    rf"\b(?:(?:decided )?(?:between|from|in|during|for) )?({_DAY}) ?(?:-|and|or|to|till|until|up to"
    rf"|through) ?({_DAY})"
)
_TAX_YEAR = re.compile(r"\b(?:(?:in|for|during|from) )?(20\d\d) ?[/-] ?(\d\d)\b(?![-/\d])")
_RELATIVE = re.compile(
    rf"\b(?:(?:in|within|over|during|from|for|since) )?(?:the )?(?:last|past|previous) {_COUNT}(years?|yrs?"
    rf"|months?|mths?)\b"
)
_THIS_YEAR = re.compile(r"\b(?:(?:in|from|since) )?(this|last) (?:calendar )?year\b(?!s)")
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

# A year directly beside one of these is said of decisions: "2021 decisions", "cases 2023".
_DECISION_NOUN = (
    r"(?:decisions|(?:is there|are there|any|find)(?: an?| any| the)? decision|(?:ombudsman|lgo|lgsco) decision"
    r"|cases|ones|awards?|awarded|payouts?|outcomes?|findings|rulings|precedents?|examples?"
    r"|comparators?"
    r"|comparables?|comps|complaints|statements|judgments?|remedies|settlements|stuff|anything|results"
    r"|those)"
)
_NOUN_BEFORE = re.compile(
    rf"\b{_DECISION_NOUN}(?: (?:that|which|were|was|are|have|been|the|ombudsman|lgo|lgsco|made|decided|dated"
    rf"|issued|published"
    rf"|given|upheld|agreed|closed|paid|only|just|all|please|pls|dating|back|going|starting|held))*[ ,(]*$"
)
_NOUN_BEHIND = re.compile(
    rf"^ (?:lgo |lgsco |ombudsman |upheld |not upheld )?(?:{_DECISION_NOUN}|decision|report"
    rf"|case)\b(?! (?:conference|worker))"
)
_DECIDED_BEFORE = re.compile(r"\b(?:decided|decisions|ruled|concluded|published|issued by the ombudsman)[ ,]*$")
_ONLY_BEFORE = re.compile(
    r"(?:^|[\s,;.(-])(?:only|just|limit(?:ed)? (?:it |that |this |them )?to|restrict(?:ed)? (?:it |this |to )*"
    r"|narrow(?:ed)? (?:it |that )?(?:down )?to|filter(?:ed)? (?:by|to))"
    rf"(?: (?:the|those|any|ones?|{_DECISION_NOUN}|from|in|decided|that|are|were))*[ ]*$"
)
_ONLY_BEHIND = re.compile(
    r"^(?: (?:onwards?|on))?,? ?(?:only|pls|please|alone|and no others?)\b|^ ?(?:only|pls|please)\b"
)

_SAID_OF_DECISIONS = re.compile(
    r"\b(?:decisions|cases|awards?|awarded|payouts?|outcomes|findings|rulings|precedents?"
    r"|(?<!appeal )(?<!claim )upheld|examples?"
    r"|comparators?"
    r"|comparables?|anything|everything|whatever|investigations|discontinued|what did|been decided"
    r"|decided against|(?:ombudsman|lgo|lgsco|ombo|councils|las|they"
    r"|authorities) (?:has |have |had |been )?"
    r"(?:paid|pay|decided?|ordered?|found|find|award(?:ed)?|recommend(?:ed)?)"
    r"|found (?:at fault|against|guilty)|at fault|been (?:done|caught|pulled|hauled|criticised|told|slated|asked)"
    r"|pulled up|caught out"
    r"|(?:what|how much|which|has|have|did|any) (?:have |has |had |did |do )?(?:other )?(?:others?|people"
    r"|families|carers|parents|tenants|ppl|anyone|anybody|someone) (?:else )?(?:have |has |had "
    r"|been )*"
    r"(?:got|get|given|paid|received|awarded|won|had)|paid out|compensat(?:ed|ion)|remed(?:y|ies)"
    r"|(?<!direct )(?<!benefit )payments)\b"
)


def find_date_limit(
    wording: Wording,
    newest: date | None,
    *,
    is_all_that_is_said: Callable[[Span], bool],
    is_list: bool = False,
) -> DateLimit:
    """The limit a question sets on when decisions were made; an empty limit where it sets none.

    ``newest`` is the date from which "the last three years" is counted back. ``is_all_that_is_said`` tells whether
    nothing but a span carries meaning in the question (a follow-up such as "since 2022?"). In a question that is a
    list or a body's history otherwise (``is_list``) a bare year at the end is a limit too ("N Somerset EHCP 2023").
    """
    if not re.search(r"\d{4}|last|past|year|month", wording.lower) or _BOTH_SIDES.search(wording.lower):
        return DateLimit()
    first: date | None = None
    last: date | None = None
    spans: list[Span] = []
    notes: list[str] = []
    for period in _find_periods(wording.lower, newest)[:_MOST_PERIODS]:
        if not (
            _limits_decisions(wording, period.span)
            or (is_list and _is_last_word(wording, period.span))
            or is_all_that_is_said(period.span)
        ):
            continue
        first = period.first if first is None else first
        last = period.last if last is None else last
        spans.append(period.span)
        if period.note:
            notes.append(period.note)
    if first and last and first > last:
        first, last = last, first
    return DateLimit(first, last, tuple(spans), "; ".join(notes) or None)


def _find_periods(text: str, newest: date | None) -> list[_Period]:
    """Every date expression, the fullest reading first, none inside another, in order of the text."""
    found: list[_Period] = []
    for read in (_ranges, _tax_years, _relatives, _open_ends, _single_periods):
        for period in read(text, newest):
            if not any(period.span[0] < other.span[1] and other.span[0] < period.span[1] for other in found):
                found.append(period)
    return sorted(found, key=lambda period: period.span)


def _ranges(text: str, _: date | None) -> list[_Period]:
    """Ranges: "between 2020 and 2022", "2020-2022", "from jan 2021 to mar 2022"."""
    periods = []
    for match in _RANGE.finditer(text):
        first, last = _bounds(match[1]), _bounds(match[2])
        if first and last:
            periods.append(_Period(match.span(), min(first[0], last[0]), max(first[1], last[1])))
    return periods


def _tax_years(text: str, _: date | None) -> list[_Period]:
    """A financial year, "2023/24": 1 April to 31 March."""
    return [
        _Period(match.span(), date(int(match[1]), 4, 1), date(int(match[1]) + 1, 3, 31), "a year from April to March")
        for match in _TAX_YEAR.finditer(text)
        if int(match[2]) == (int(match[1]) + 1) % 100
    ]


def _relatives(text: str, newest: date | None) -> list[_Period]:
    """Relative dates ("the last three years"), counted back from the newest decision held; none without one."""
    if newest is None:
        return []
    counted = f"counted back from the newest decision held, {format_date(newest)}"
    periods = []
    for match in _RELATIVE.finditer(text):
        said = (match[1] or "one").removeprefix("a ").strip()
        count = int(said) if said.isdigit() else _NUMBERS.get(said, 1)
        months = count if match[2].startswith("m") else 12 * count
        periods.append(_Period(match.span(), _months_before(newest, months), None, counted))
    for match in _THIS_YEAR.finditer(text):
        year = newest.year - (match[1] == "last")
        periods.append(_Period(match.span(), date(year, 1, 1), date(year, 12, 31), counted))
    return periods


def _open_ends(text: str, _: date | None) -> list[_Period]:
    """Open ends: "since 2022", "after March 2022", "2022 onwards", "before 2020", "up to 2021"."""
    periods = []
    for match in _SINCE.finditer(text):
        bounds = _bounds(match[2])
        if bounds:
            strict = match[1] in ("after", "post", "following", "newer than", "later than")
            periods.append(_Period(match.span(), _next_day(bounds[1]) if strict else bounds[0], None))
    for match in _FROM_ON.finditer(text):
        bounds = _bounds(match[1])
        if bounds:
            periods.append(_Period(match.span(), bounds[0], None))
    for match in _OR_EARLIER.finditer(text):
        bounds = _bounds(match[1])
        if bounds:
            periods.append(_Period(match.span(), None, bounds[1]))
    for match in _BEFORE.finditer(text):
        bounds = _bounds(match[2])
        if bounds:
            strict = match[1] in ("before", "prior to", "pre", "earlier than", "older than")
            periods.append(_Period(match.span(), None, _day_before(bounds[0]) if strict else bounds[1]))
    return periods


def _single_periods(text: str, _: date | None) -> list[_Period]:
    """Single periods: "in 2023", "from 2025" (that year), "from jan 2024" (from then on), a year alone."""
    periods = []
    for match in _WITHIN.finditer(text):
        bounds = _bounds(match[1])
        if bounds:
            is_open = match[0].startswith("from") and bounds[0].year * 12 + bounds[0].month != bounds[1].year * 12 - 11
            is_open = is_open and not match[1].isdigit()
            periods.append(_Period(match.span(), bounds[0], None if is_open else bounds[1]))
    for match in _NAKED.finditer(text):
        bounds = _bounds(match[1])
        if bounds:
            periods.append(_Period(match.span(), *bounds))
    return periods


def _bounds(text: str) -> tuple[date, date] | None:
    """First and last day of "2022", "march 2022" or "3 march 2022"; None for a day that does not exist."""
    words = re.findall(r"[a-z]+|\d+", text)
    year = int(words[-1])
    month = next((month_number(word[:3]) for word in words[:-1] if word.isalpha() and month_number(word[:3])), None)
    day = next((int(word) for word in words[:-1] if word.isdigit()), None)
    if month is None:
        return date(year, 1, 1), date(year, 12, 31)
    if day is None:
        return date(year, month, 1), date(year, month, monthrange(year, month)[1])
    if not 1 <= day <= monthrange(year, month)[1]:
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


def _limits_decisions(wording: Wording, span: Span) -> bool:
    """True where a date is said of decisions and not of the asker's story."""
    text = wording.lower
    before, behind = text[max(0, span[0] - 80) : span[0]], text[span[1] : span[1] + 40]
    if _is_relative_story(wording, span):
        return False
    if _NOUN_BEFORE.search(before) or _NOUN_BEHIND.match(behind) or _DECIDED_BEFORE.search(before):
        return not _is_story_decision(before)
    start, end = wording.clause_at(span[0])
    clause = f"{text[start : span[0]]} {text[span[1] : end]}"
    if _ONLY_BEFORE.search(before) or _ONLY_BEHIND.match(behind):
        return not tells_a_story(clause)
    if len(clause.strip(" .,?!;:-")) < 3:
        start, end = wording.sentence_at(span[0])
        clause = f"{text[start : span[0]]} {text[span[1] : end]}"
    is_set_off = len(text[slice(*wording.clause_at(span[0]))].strip(" .,?!;:-")) <= span[1] - span[0] + 1
    if is_set_off and (span[0] < 3 or len(text) - span[1] < 3) and not tells_a_story(clause):
        return True
    if text[span[0] : span[1]][0].isdigit():  # a year that nothing binds to the decisions
        return False
    return _SAID_OF_DECISIONS.search(clause) is not None and not tells_a_story(clause)


# A law or a rule of that year, not the year of a decision.
_LAW_BEFORE = re.compile(r"\b(?:act|acts|regulations?|regs|order|code|rules|guidance|bill|policy|scheme)[ ,(]*$")


def _is_last_word(wording: Wording, span: Span) -> bool:
    """True for a year or a span of years, without "in" or "since", at the end of a question that tells no story."""
    text = wording.lower
    is_bare = text[span[0]].isdigit() and not text[span[1] :].strip(" .,?!)")
    return is_bare and not tells_a_story(text) and _LAW_BEFORE.search(text[: span[0]]) is None


_THEIR_DECISION = re.compile(
    r"\b(?:my|our|his|her|their|the council'?s?|council'?s?|the school'?s?|panel'?s?|the|a|its|planning|this|that"
    r"|case) "
    r"(?:(?!ombudsman|lgo|lgsco|upheld)[a-z']+ ){0,3}(?:decision|report|statement|complaint|award|reports|case"
    r"|decided|complaints)(?: (?:was|made|dated|from|letter|of|in))*[ ,]*$"
)


_IS_THERE = re.compile(r"\b(?:is there|are there|any|find)\b[a-z' ]*$")


def _is_story_decision(before: str) -> bool:
    """True for "the council's decision", "my report from": a document of the story, not of the Ombudsman."""
    return _THEIR_DECISION.search(before) is not None and _IS_THERE.search(before) is None


def _is_relative_story(wording: Wording, span: Span) -> bool:
    """True for "no school for the last two years": a length of time in a story, whatever else is said."""
    start, end = wording.clause_at(span[0])
    text = wording.lower
    said = text[span[0] : span[1]]
    return ("last" in said or "past" in said) and said.startswith("for") and tells_a_story(text[start:end])
