"""A date as a text gives it, beside a decision: the day it was decided, or a day that its words name."""

from __future__ import annotations

import re
from datetime import date

from assistant.checking.held import HeldDecision, telling_words
from assistant.checking.judged import Judged, Verdict
from assistant.checking.structure import Form, Unit
from assistant.claims import Claim, ClaimKind, SaidDate
from assistant.text import format_date, format_month

# "A grant decision in 2019" is no decision of the Ombudsman's: the noun stands alone, behind an article or a name.
_DECIDED_BEFORE = re.compile(
    r"(?:\b(?i:decided|dated|ruled|determined|concluded)"
    r"|(?:\b(?i:the|a|an|this|that|its|and|ombudsman's|final|public|interest|above)|[A-Z][\w']*|[(,:;.]|^|\d)\W*"
    r"(?i:decision|ruling|determination|report|statement|judgement|finding))"
    r"(?i:(?: (?:was|is|it|its|made|issued|given|dated|date|of|on|in|from|the"
    r"|reached|came out|came|by the ombudsman|back)| ?:)*) ?[(,]? ?$"
)
_DECIDED_BEHIND = re.compile(r"^,? (?:decision|case|report|ruling|statement)\b|^,? \d\d[ -]\d{3}", re.IGNORECASE)
_COUNCILS = re.compile(
    r"\b(?:council's|its|their|panel's|your|our|my|officer's|tribunal's|court's|stage \w+|the council|authority's) "
    r"(?:\w+ ){0,2}(?:decision|report|ruling|statement|finding)[^.;]{0,20}$",
    re.IGNORECASE,
)
_SPAN = re.compile(
    r"\b(?:since|until|till|from|to|by|before|after|between|and|complained|letter|reply|e-?mail)(?: of| on)? $",
    re.IGNORECASE,
)
_DATE_COLUMN = re.compile(r"\b(?:date|decided|decision date|when|year)\b")
_DATE_LABEL = re.compile(
    r"^[\s>*-]*(?:date|decided|decision date|date of decision|decision)\b[\s*]*:[\s*]*$", re.IGNORECASE
)


def judge_date(
    claim: Claim, unit: Unit, plain: str, held: HeldDecision, *, behind_name: bool, tells_result: bool, is_sure: bool
) -> Judged | None:
    """A date beside the decision's own date where it is given as that, else beside the dates in its words.

    ``behind_name``: it stands directly behind the reference or the body, as "(Lancashire, 17 June 2021)" does.
    ``tells_result``: its sentence says what was found or decided. ``is_sure``: it is surely said of this decision.
    """
    said, decision = claim.value, held.decision
    if not isinstance(said, SaidDate):
        return None
    reference, place = decision.reference, (claim.start, claim.end)
    before = plain[max(unit.start, claim.start - 60) : claim.start]
    behind = plain[claim.end : claim.end + 20]
    is_decision = _is_decision_date(claim, unit, before, behind, behind_name=behind_name)
    if is_decision and not (_may_be_other(before) and said.day and _named_in(said, held)):
        if decision.decided is None:
            return Judged("date", *place, Verdict.NOT_CHECKABLE, f"{reference}: its date is not held.")
        fits = said.fits(decision.decided)
        why = f"{reference}: decided on {format_date(decision.decided)}."
        verdict = Verdict.SUPPORTED if fits else Verdict.CONTRADICTED
        return Judged("date", *place, verdict, why, instead=_said_alike(said, decision.decided))
    may_be_decided = tells_result or (is_sure and _is_wrong_month_or_year(said, decision.decided, before))
    if (
        may_be_decided
        and decision.decided is not None
        and not _named_in(said, held)
        and _is_slip(said, _day(decision.decided))
    ):
        why = f"{reference}: decided on {format_date(decision.decided)}."
        return Judged("date", *place, Verdict.CONTRADICTED, why, instead=_said_alike(said, decision.decided))
    return _judge_event(claim, said, plain, held, is_sure=is_sure)


def _day(day: date) -> SaidDate:
    return SaidDate(day.year, day.month, day.day)


def _said_alike(said: SaidDate, day: date) -> str:
    """A day as exactly as the text gives its own: the year alone, the month and the year, or the whole date."""
    return format_date(day) if said.day else format_month(day) if said.month else str(day.year)


def _is_wrong_month_or_year(said: SaidDate, decided: date | None, before: str) -> bool:
    """True for the day of the decision in another month or year, which is hardly ever the day of something else."""
    if decided is None or said.day != decided.day or _SPAN.search(before):
        return False
    return (said.month == decided.month) != (said.year == decided.year)


def _may_be_other(before: str) -> bool:
    """True where no verb says that something was decided: "a reply dated 3 May", "21 555 001, 3 May"."""
    return re.search(r"\b(?:decided|decision|determined|ruled|ruling)\b", before, re.IGNORECASE) is None


def _named_in(said: SaidDate, held: HeldDecision) -> bool:
    return any(isinstance(one.value, SaidDate) and _agree(said, one.value) for _, one in held.claims(ClaimKind.DATE))


def _is_decision_date(claim: Claim, unit: Unit, before: str, behind: str, *, behind_name: bool) -> bool:
    if unit.form is Form.ROW:
        column = unit.column_at(claim.start)
        return bool(_DATE_COLUMN.search(column)) if column else behind_name
    if _COUNCILS.search(before):
        return False
    if _DECIDED_BEFORE.search(before) or _DATE_LABEL.match(before) or behind_name:
        return True
    return bool(_DECIDED_BEHIND.match(behind)) and not re.search(r"\b(?:in|since|until|from|to)\s$", before[-6:])


def _judge_event(claim: Claim, said: SaidDate, plain: str, held: HeldDecision, *, is_sure: bool) -> Judged | None:
    reference, place = held.decision.reference, (claim.start, claim.end)
    slips = []
    for text, other in held.claims(ClaimKind.DATE):
        theirs = other.value
        if not isinstance(theirs, SaidDate):
            continue
        if _agree(said, theirs):
            passage = held.passage(text.paragraph, other.start, other.end)
            return Judged("date", *place, Verdict.SUPPORTED, f"{reference} names {other.words}.", passage)
        if _is_slip(said, theirs) and _share_words(plain, claim, text.text, other):
            slips.append((text, other))
    if held.decision.decided is not None and said.fits(held.decision.decided):
        why = f"{reference}: decided on {format_date(held.decision.decided)}."
        return Judged("date", *place, Verdict.SUPPORTED, why)
    if slips:
        text, other = slips[0]
        passage = held.passage(text.paragraph, other.start, other.end)
        why = f"{reference} says {other.words}" + ("." if text.paragraph else " (a remedy's detail in our digest).")
        return Judged("date", *place, Verdict.CONTRADICTED, why, passage, instead=other.words)
    if held.decision.is_full_text and said.day and is_sure:
        return Judged("date", *place, Verdict.CONTRADICTED, f"{reference} names no {claim.words}.")
    where = "the decision's words" if held.decision.is_full_text else "our digest"
    decided = f"; it was decided in {format_month(held.decision.decided)}" if held.decision.decided else ""
    why = f"{reference}: {where} do{'' if held.decision.is_full_text else 'es'} not name this date{decided}."
    return Judged("date", *place, Verdict.NOT_CHECKABLE, why)


def _agree(said: SaidDate, theirs: SaidDate) -> bool:
    """Nothing that the text says is otherwise; a year that the decision leaves to its context is no difference."""
    if said.day and said.day != theirs.day:
        return False
    if said.month and said.month != theirs.month:
        return False
    return not (said.year and theirs.year and said.year != theirs.year) and bool(said.day or said.month or theirs.year)


def _is_slip(said: SaidDate, theirs: SaidDate) -> bool:
    """One part differs and the others, at least one of them said, are the same."""
    parts = [
        mine == other
        for mine, other in ((said.day, theirs.day), (said.month, theirs.month), (said.year, theirs.year))
        if mine and other
    ]
    return len(parts) > 1 and parts.count(False) == 1


def _share_words(plain: str, claim: Claim, text: str, other: Claim) -> bool:
    """The two dates stand among the same telling words, so that one is the other with a slip."""
    mine = plain[max(0, claim.start - 70) : claim.start] + plain[claim.end : claim.end + 30]
    theirs = text[max(0, other.start - 70) : other.start] + text[other.end : other.end + 30]
    return bool(telling_words(mine) & telling_words(theirs))
