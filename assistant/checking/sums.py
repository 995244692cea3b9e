"""A sum as a text tells it, beside a decision that is held: the amount, its rate or total, its payee, purpose, status.

A sum of the writer's is compared with every sum that the decision names, in its remedy rows and in its words. Where
the decision's own sums are not all known, an unknown sum is not called wrong.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from assistant.checking.attached import Told
from assistant.checking.held import HeldDecision, HeldSum
from assistant.checking.judged import Judged, Verdict
from assistant.checking.sum_words import GIVEN_STATUSES, RATES, describe_sum, first_passage, told_sum
from assistant.checking.unheld_sums import judge_unheld_sum
from assistant.claims import Bound, Claim
from assistant.domain import Payee, Purpose, RemedyStatus
from assistant.text import format_money, join_words

_NOT_GIVEN = frozenset({RemedyStatus.CLAIMED, RemedyStatus.REFUSED})
_BEHIND_US = frozenset({RemedyStatus.ALREADY_PAID, RemedyStatus.ALREADY_DONE})
# What a text says of a sum, and the statuses held that rule it out where no other is held.
_RULED_OUT: dict[RemedyStatus, frozenset[RemedyStatus]] = {
    RemedyStatus.RECOMMENDED: _NOT_GIVEN | _BEHIND_US | {RemedyStatus.OFFERED},
    RemedyStatus.AGREED: _NOT_GIVEN,
    RemedyStatus.OFFERED: _NOT_GIVEN,
    RemedyStatus.ALREADY_PAID: _NOT_GIVEN | GIVEN_STATUSES | {RemedyStatus.OFFERED},
    RemedyStatus.REFUSED: GIVEN_STATUSES | _BEHIND_US | {RemedyStatus.OFFERED},
}
_CARRIED_OUT = frozenset({RemedyStatus.AGREED, RemedyStatus.ALREADY_PAID})
_SAME_STATUS = (GIVEN_STATUSES, _BEHIND_US)
# A delay is what happened and a risk what it led to: they name the same payment as often as another.
_SOFT = frozenset({Purpose.DELAY, Purpose.RISK_OF_HARM})
_CHILD = frozenset({Payee.CHILD, Payee.SERVICE_USER})
_GROWN = frozenset({Payee.COMPLAINANT, Payee.FAMILY_MEMBER, Payee.SEVERAL})
_FEMALE = re.compile(
    r"\b(?:mother|mum|woman|girl|daughter|wife|sister|aunt|niece|grandmother|mrs|ms|miss|she|her)\b", re.IGNORECASE
)
_MALE = re.compile(r"\b(?:father|dad|man|boy|son|husband|brother|uncle|nephew|grandfather|mr|he|his)\b", re.IGNORECASE)
_PARENTS = re.compile(r"\bparents\b", re.IGNORECASE)
_GROWN_CHILD = re.compile(r"\b(?:sons?|daughters?)\b", re.IGNORECASE)
_OF_GROWN_PEOPLE = frozenset({"Adult care services", "Health", None})
_SPEAKS_FOR_PARENT = re.compile(
    r"\b(?:his|her|their|late|my) (?:late |elderly |own )?(?:mother|father|parents?|uncle|aunt|mum|dad)\b"
)


def judge_sum(told: Told, held: HeldDecision, *, is_sure: bool) -> Iterator[Judged]:
    """The amount first; then, where the amount is held, its payee, purpose and status.

    ``is_sure`` is False where only the neighbourhood says that the sum belongs to this decision.
    """
    amount = told.amount
    matching = _matching(amount, held)
    part = _part_meant(told, held, matching)
    if part is not None:
        yield part
        return
    if not matching:
        yield judge_unheld_sum(told, held, is_sure=is_sure)
        return
    yield from _matched(told, held, matching)
    same = [one for one in matching if one.pence in amount.sums]
    if told.payee is not None:
        yield from _judge_payee(told, told.payee, held, same)
    if told.purposes:
        yield from _judge_purposes(told, held, same)
    if told.status is not None:
        yield from _judge_status(told, told.status, held, same)


def _matching(amount: Claim, held: HeldDecision) -> list[HeldSum]:
    """The held sums that this amount may be: equal, or within what "about", "at least" and a range leave open."""
    low, high = amount.sums[0], amount.sums[-1]
    if low != high:
        ends = [one for one in held.sums if one.pence in (low, high)]
        return ends if {one.pence for one in ends} == {low, high} else []
    exact = [one for one in held.sums if one.pence == low]
    if exact or amount.bound is None:
        return exact
    rows = [one for one in held.sums if one.is_row]
    if amount.bound is Bound.ABOUT:
        return [one for one in rows if abs(one.pence - low) * 20 <= one.pence]
    if amount.bound is Bound.AT_LEAST:
        return [one for one in rows if low <= one.pence <= low * 1.2]
    return [one for one in rows if low / 1.2 <= one.pence <= low]


# --------------------------------------------------------------------------- the amount


def _part_meant(told: Told, held: HeldDecision, matching: Sequence[HeldSum]) -> Judged | None:
    """The total of all payments given as the one for a purpose or to a payee that has a sum of its own."""
    amount = told.amount
    if not matching or amount.is_total or not all(one.is_total for one in matching):
        return None
    purposes = {one.value for one in told.purposes}
    parts = [
        row
        for row in held.rows
        if row.is_given
        and ((purposes & set(row.purposes)) or (told.payee is not None and told.payee.value in row.payees))
    ]
    if not parts or (told.payee is not None and told.payee.value is Payee.SEVERAL):
        return None
    total = format_money(matching[0].pence)
    why = f"{held.decision.reference}: {total} is the total of all; here it is {describe_sum(parts[0])}."
    instead = told_sum(parts)
    return Judged("amount", amount.start, amount.end, Verdict.CONTRADICTED, why, parts[0].passage, instead=instead)


def _matched(told: Told, held: HeldDecision, matching: Sequence[HeldSum]) -> Iterator[Judged]:
    amount, reference = told.amount, held.decision.reference
    best = next((one for one in matching if one.is_row and one.passage), None) or next(
        (one for one in matching if one.passage), matching[0]
    )
    passage = best.passage or first_passage(held)
    start, end = amount.start, amount.end
    if amount.is_negated and told.status is None:
        if any(one.is_row and one.is_given and not set(one.statuses) & _NOT_GIVEN for one in matching):
            why = f"{reference}: {format_money(best.pence)} is held as {_describe_status(matching)}."
            yield Judged("amount", start, end, Verdict.CONTRADICTED, why, passage)
        else:
            why = f"{reference}: {format_money(best.pence)} is named and no remedy."
            yield Judged("amount", start, end, Verdict.SUPPORTED, why, passage)
        return
    rate = _judge_rate(told, held, matching)
    if rate is not None:
        yield rate
        return
    if amount.is_total and not any(one.is_total for one in matching):
        totals = [one.pence for one in held.sums if one.is_row and one.is_total]
        if totals and not held.has_unstated_sum():
            why = f"{reference}: {format_money(best.pence)} is one part; the total is {format_money(totals[0])}."
            instead = format_money(totals[0])
            yield Judged("total", start, end, Verdict.CONTRADICTED, why, passage, instead=instead)
            return
    gives = told.is_given and (told.status is None or told.status.value in GIVEN_STATUSES | _BEHIND_US)
    if gives and held.decision.is_full_text and not any(one.is_given for one in matching):
        why = f"{reference} names {amount.words}, but not as a remedy; its remedies are {held.describe_sums()}."
        yield Judged("amount", start, end, Verdict.CONTRADICTED, why, passage)
        return
    about = "total" if amount.is_total else "rate" if amount.unit in RATES else "amount"
    yield Judged(about, start, end, Verdict.SUPPORTED, f"{reference}: {describe_sum(best)}.", passage)


def _judge_rate(told: Told, held: HeldDecision, matching: Sequence[HeldSum]) -> Judged | None:
    """A rate where the decision has a sum, or another period; None where nothing is wrong with it."""
    amount, reference = told.amount, held.decision.reference
    if amount.unit not in RATES:
        rates = [one for one in matching if one.unit in RATES]
        if len(rates) == len(matching):
            why = f"{reference}: {format_money(rates[0].pence)} is held as a rate, {describe_sum(rates[0])}."
            return Judged("amount", amount.start, amount.end, Verdict.SUPPORTED, why, rates[0].passage)
        return None
    if any(one.unit == amount.unit for one in matching):
        return None
    others = [one for one in matching if one.unit in RATES]
    if others:
        why = f"{reference}: {describe_sum(others[0])}, not a {amount.unit}."
        place, instead = (amount.start, amount.end), told_sum(others)
        return Judged("rate", *place, Verdict.CONTRADICTED, why, others[0].passage, instead=instead)
    if re.search(rf"\b(?:{amount.unit}|{amount.unit}ly|{amount.unit}s)\b", held.words):
        why = f"{reference} names {format_money(matching[0].pence)}; that it is paid by the {amount.unit} is not told."
        return Judged("rate", amount.start, amount.end, Verdict.NOT_CHECKABLE, why, matching[0].passage)
    why = f"{reference}: {format_money(matching[0].pence)} is one sum, not a rate by the {amount.unit}."
    return Judged("rate", amount.start, amount.end, Verdict.CONTRADICTED, why, matching[0].passage)


def _describe_status(matching: Sequence[HeldSum]) -> str:
    statuses = [status.value for one in matching if one.is_row for status in one.statuses]
    return join_words(dict.fromkeys(statuses)) or "a remedy"


# --------------------------------------------------------------------------- who, what for, how far


def _judge_payee(told: Told, payee: Claim, held: HeldDecision, same: Sequence[HeldSum]) -> Iterator[Judged]:
    start, end = min(payee.start, told.amount.start), max(payee.end, told.amount.end)
    known = [one for one in same if one.payees]
    if not known or not isinstance(payee.value, Payee):
        return
    said = _GROWN if _PARENTS.search(payee.words) else _groups(payee.value)
    grown = _GROWN_CHILD.search(payee.words)
    if (
        grown
        and held.decision.category in _OF_GROWN_PEOPLE
        and _SPEAKS_FOR_PARENT.search(held.words)
        and not _is_payee_of_other(grown[0], held, same)
    ):
        said |= _GROWN
    theirs = [one for one in known if any(value in said for value in one.payees)]
    passage = next((one.passage for one in known if one.passage), None)
    held_as = join_words(dict.fromkeys(value.value for one in known for value in one.payees))
    words = [word for one in known for word in one.payee_words]
    if not theirs and not words and not _is_told_apart(known, held):
        return
    if not theirs or _other_sex(payee.words, words):
        named = join_words(dict.fromkeys(words)) or f"the {held_as}"
        why = f"{held.decision.reference}: {format_money(told.amount.sums[0])} goes to {named}."
        yield Judged("payee", start, end, Verdict.CONTRADICTED, why, passage)
    elif payee.value in {value for one in known for value in one.payees}:
        why = f"{held.decision.reference}: {format_money(told.amount.sums[0])}, payee: {held_as}."
        yield Judged("payee", payee.start, payee.end, Verdict.SUPPORTED, why, passage)


def _is_told_apart(known: Sequence[HeldSum], held: HeldDecision) -> bool:
    """False where the person who uses a service may well be who complains: no other sum goes to somebody else."""
    if any(value is not Payee.SERVICE_USER for one in known for value in one.payees):
        return True
    return any(value in _GROWN for row in held.rows if row.is_given for value in row.payees)


def _is_payee_of_other(word: str, held: HeldDecision, same: Sequence[HeldSum]) -> bool:
    """True where the decision gives this person another sum: then they are not the one who complains."""
    pence = {one.pence for one in same}
    return any(word.lower() in said.lower() for one in held.sums if one.pence not in pence for said in one.payee_words)


def _groups(payee: Payee) -> frozenset[Payee]:
    if payee is Payee.SEVERAL:
        return _GROWN | _CHILD
    return _CHILD if payee in _CHILD else _GROWN


def _other_sex(said: str, words: Sequence[str]) -> bool:
    """A mother where every word held for this sum says father; words that tell neither decide nothing."""
    sexes = {bool(_FEMALE.search(word)) for word in words if bool(_FEMALE.search(word)) != bool(_MALE.search(word))}
    if bool(_FEMALE.search(said)) == bool(_MALE.search(said)) or len(sexes) != 1:
        return False
    return bool(_FEMALE.search(said)) not in sexes


def _judge_purposes(told: Told, held: HeldDecision, same: Sequence[HeldSum]) -> Iterator[Judged]:
    known = {value for one in same for value in one.purposes}
    rows = {value for one in same if one.is_row for value in one.purposes}
    said = {one.value for one in told.purposes}
    first, last = told.purposes[0], told.purposes[-1]
    passage = next((one.passage for one in same if one.passage), None)
    purposes = join_words(dict.fromkeys(value.value for value in sorted(known)))
    why = f"{held.decision.reference}: {format_money(told.amount.sums[0])} is for {purposes}."
    if said & known:
        yield Judged("purpose", first.start, last.end, Verdict.SUPPORTED, why, passage)
    elif rows and not (said <= _SOFT or rows <= _SOFT or Purpose.MIXED in rows):
        yield Judged("purpose", told.amount.start, last.end, Verdict.CONTRADICTED, why, passage)


def _judge_status(told: Told, status: Claim, held: HeldDecision, same: Sequence[HeldSum]) -> Iterator[Judged]:
    start, end = min(status.start, told.amount.start), max(status.end, told.amount.end)
    rows = {value for one in same if one.is_row for value in one.statuses}
    known = rows | {value for one in same for value in one.statuses}
    if not known or not isinstance(status.value, RemedyStatus) or status.is_quoted:
        return
    said = status.value
    passage = next((one.passage for one in same if one.is_row and one.passage), None) or next(
        (one.passage for one in same if one.passage), None
    )
    names = join_words(dict.fromkeys(value.value for value in sorted(rows or known)))
    why = f"{held.decision.reference}: {format_money(told.amount.sums[0])} is held as {names}."
    denied = status.is_negated and said in GIVEN_STATUSES | {RemedyStatus.OFFERED}
    if denied:
        verdict = Verdict.SUPPORTED if known <= _NOT_GIVEN else Verdict.CONTRADICTED
        if rows:
            yield Judged("status", start, end, verdict, why, passage)
    elif rows and rows <= _NOT_GIVEN and said in _CARRIED_OUT:
        # What was recommended and then refused was not agreed to.
        yield Judged("status", start, end, Verdict.CONTRADICTED, why, passage)
    elif said in known or any({said} <= alike and known & alike for alike in _SAME_STATUS):
        yield Judged("status", status.start, status.end, Verdict.SUPPORTED, why, passage)
    elif rows and known <= _RULED_OUT.get(said, frozenset()):
        yield Judged("status", start, end, Verdict.CONTRADICTED, why, passage)
