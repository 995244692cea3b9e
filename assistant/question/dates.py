"""Dates by which a question limits the decisions ("since 2022", "decided before 2020", "last three years").

Most dates in a question belong to its story ("in 2019 the social worker rang me"). A date limits the decisions only
where it is said of decisions, cases, awards or findings, where "only" or "just" stands at it, or where nothing else is
said at all.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from assistant.question.periods import find_periods
from assistant.question.words import Span, Wording, tells_a_story
from assistant.text import format_date


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


# A question that names more dates than this tells a long story; further ones are not weighed one by one.
_MOST_PERIODS = 12
_BOTH_SIDES = re.compile(
    r"\b(?:before and after|before or after|before vs\.? after|pre and post|pre- and post-?|before/after)\b"
)

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
    r"|comparables?|anything|everything|whatever|investigations|discontinued|closed (?:at|after)|what did|been decided"
    r"|decided against|(?:ombudsman|lgo|lgsco|ombo|councils|las|they"
    r"|authorities) (?:has |have |had |been )?"
    r"(?:paid|pay|decided?|ordered?|found|find|award(?:ed)?|recommend(?:ed)?)"
    r"|found (?:at fault|against|guilty)|at fault|been (?:done|caught|pulled|hauled|criticised|told|slated|asked)"
    r"|pulled up|caught out"
    r"|(?:what|how much)(?:'s|s| is| has| have| was| were)? (?:has |have )?been (?:paid|awarded|agreed|offered|given"
    r"|recommended|ordered)"
    r"|(?:what|how much|which|has|have|did|any) (?:have |has |had |did |do )?(?:other )?(?:others?|people"
    r"|families|carers|parents|tenants|ppl|anyone|anybody|someone) (?:else )?(?:have |has |had "
    r"|been )*"
    r"(?:got|get|given|paid|received|awarded|won|had)|paid out|compensat(?:ed|ion)|remed(?:y|ies)"
    r"|(?<!direct )(?<!benefit )payments)\b"
)


_MAY_HOLD_A_DATE = re.compile(
    r"\d{4}|'\d\d|last|past|year|month|twenty|covid|corona|pandemic|lockdown|recent|newer|latest|later|older|earlier"
    r"|up[ -]to[ -]date"
)


def find_date_limit(
    wording: Wording,
    newest: date | None,
    *,
    is_all_that_is_said: Callable[[Span], bool],
    is_list: bool = False,
    asks_for_cases: bool = False,
) -> DateLimit:
    """The limit a question sets on when decisions were made; an empty limit where it sets none.

    ``newest`` is the date from which "the last three years" is counted back. ``is_all_that_is_said`` tells whether
    nothing but a span carries meaning in the question (a follow-up such as "since 2022?"). In a question that is a
    list or a body's history otherwise (``is_list``) a year at the end is a limit too ("N Somerset EHCP 2023", "Kent
    late EHC plans since 2022"), and in one that asks for cases or for a body's record (``asks_for_cases``) "since 2022"
    is one anywhere.
    """
    if not _MAY_HOLD_A_DATE.search(wording.lower) or _BOTH_SIDES.search(wording.lower):
        return DateLimit()
    first: date | None = None
    last: date | None = None
    spans: list[Span] = []
    notes: list[str] = []
    for period in find_periods(wording.lower, newest)[:_MOST_PERIODS]:
        if not (
            (
                (not period.is_vague or _DECIDED_BEFORE.search(wording.lower[: period.span[0]]))
                and _limits_decisions(wording, period.span)
            )
            or (is_list and _is_last_word(wording, period.span))
            or (asks_for_cases and not period.is_vague and _is_open(wording, period.span))
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


_OPEN = re.compile(
    r"(?:since|after|before|post|pre|prior to|from|between|up to|until"
    r"|(?:in |over |within |during )?(?:the )?(?:last|past|previous))\b"
)


def _is_open(wording: Wording, span: Span) -> bool:
    """True for "since 2022" in a question that asks for cases and tells no story."""
    return _OPEN.match(wording.lower[span[0] : span[1]]) is not None and not tells_a_story(wording.lower)


# An outcome may stand behind it as a tag: "Leeds homelessness 2022 upheld".
_ENDS_THERE = re.compile(r"[ .,?!()-]*(?:(?:(?:not |un)?upheld|closed|discontinued|only)[ .,?!)]*)?$")


_FROM_A_YEAR = re.compile(r"(?:since|after|before|post|pre|prior to|from|up to|until)\b.*\d")
# How somebody fared since then, and not how late the decisions are: "a child out of school since 2019".
_FARED = re.compile(
    r"\b(?:i|is|are|was|were|be|been|has|have|had|out of|off|on|in|at|waiting|stuck|without|no|not|never|owed)\b"
)


def _is_last_word(wording: Wording, span: Span) -> bool:
    """True for a year, a span of years or "since 2022" at the end of a question that tells no story."""
    text = wording.lower
    said = text[slice(*span)]
    is_open = _FROM_A_YEAR.match(said) is not None and _FARED.search(text[: span[0]]) is None
    is_year = said[0].isdigit() or is_open
    is_end = is_year and _ENDS_THERE.match(text[span[1] :]) is not None
    return is_end and not tells_a_story(text) and _LAW_BEFORE.search(text[: span[0]]) is None


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
