"""A sum as a text tells it, beside a decision that is held: the amount, its rate or total, its payee, purpose, status.

A sum of the writer's is compared with every sum that the decision names, in its remedy rows and in its words. Where
the decision's own sums are not all known, an unknown sum is not called wrong.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from rapidfuzz.distance import OSA

from assistant.checking.attached import Told
from assistant.checking.held import HeldDecision, HeldSum
from assistant.checking.judged import Judged, Passage, Verdict
from assistant.claims import Bound, Claim
from assistant.domain import Outcome, Payee, Purpose, RemedyKind, RemedyStatus
from assistant.text import format_money, join_words

_RATES = ("day", "week", "fortnight", "month", "term", "year")
_GIVEN_STATUSES = frozenset({RemedyStatus.AGREED, RemedyStatus.RECOMMENDED})
_NOT_GIVEN = frozenset({RemedyStatus.CLAIMED, RemedyStatus.REFUSED})
_BEHIND_US = frozenset({RemedyStatus.ALREADY_PAID, RemedyStatus.ALREADY_DONE})
# What a text says of a sum, and the statuses held that rule it out where no other is held.
_RULED_OUT: dict[RemedyStatus, frozenset[RemedyStatus]] = {
    RemedyStatus.RECOMMENDED: _NOT_GIVEN | _BEHIND_US | {RemedyStatus.OFFERED},
    RemedyStatus.AGREED: _NOT_GIVEN,
    RemedyStatus.OFFERED: _NOT_GIVEN,
    RemedyStatus.ALREADY_PAID: _NOT_GIVEN | _GIVEN_STATUSES | {RemedyStatus.OFFERED},
    RemedyStatus.REFUSED: _GIVEN_STATUSES | _BEHIND_US | {RemedyStatus.OFFERED},
}
_CARRIED_OUT = frozenset({RemedyStatus.AGREED, RemedyStatus.ALREADY_PAID})
_SAME_STATUS = (_GIVEN_STATUSES, _BEHIND_US)
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
        yield _unmatched(told, held, is_sure=is_sure)
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
    why = f"{held.decision.reference}: {total} is the total of all; here it is {_describe(parts[0])}."
    instead = _told_sum(parts)
    return Judged("amount", amount.start, amount.end, Verdict.CONTRADICTED, why, parts[0].passage, instead=instead)


def _slip(amount: Claim, held: HeldDecision) -> HeldSum | None:
    """A held sum that differs from this one by a digit or by two that changed places."""
    said = str(amount.sums[0])
    if len(amount.sums) > 1 or len(said) < 5:
        return None
    near = [one for one in held.rows if one.is_given and OSA.distance(str(one.pence), said, score_cutoff=1) == 1]
    return near[0] if near else None


def _unmatched(told: Told, held: HeldDecision, *, is_sure: bool) -> Judged:
    amount, decision = told.amount, held.decision
    reference, what = decision.reference, "rate" if amount.unit in _RATES else "amount"
    start, end = amount.start, amount.end
    if amount.is_negated:
        why = f"{reference} names no {amount.words}, as far as it is held."
        return Judged(what, start, end, Verdict.NOT_CHECKABLE, why)
    as_said = [row for row in held.rows if told.status is not None and told.status.value in row.statuses]
    if as_said and told.status is not None and told.status.value not in _GIVEN_STATUSES and len(as_said) == 1:
        # "asked for £500", where what was asked for is held.
        why = f"{reference}: {_describe(as_said[0])}, not {amount.words}."
        passage, instead = as_said[0].passage or _first_passage(held), _told_sum(as_said)
        return Judged(what, start, end, Verdict.CONTRADICTED, why, passage, instead=instead)
    slip = _slip(amount, held)
    if slip is not None and (amount.unit not in _RATES or slip.unit in (amount.unit, None)):
        why = f"{reference}: {_describe(slip)}, not {amount.words}."
        passage, instead = slip.passage or _first_passage(held), _told_sum([slip])
        return Judged(what, start, end, Verdict.CONTRADICTED, why, passage, instead=instead)
    if amount.unit in _RATES and amount.bound is Bound.ABOUT:
        why = f"{reference} names no {amount.words} a {amount.unit}; it may be worked out by the writer."
        return Judged(what, start, end, Verdict.NOT_CHECKABLE, why)
    if told.is_background and not is_sure:
        why = f"{reference} names no {amount.words}; whether it is said of this decision is not clear."
        return Judged(what, start, end, Verdict.NOT_CHECKABLE, why)
    if decision.is_full_text:
        why = f"{reference} names no {amount.words}; its remedies are {held.describe_sums()}."
        instead = _told_sum([row for row in held.rows if row.is_given])
        return Judged(what, start, end, Verdict.CONTRADICTED, why, _first_passage(held), instead=instead)
    if amount.is_total and decision.stated_total_pence is not None:
        why = f"{reference}: the total is {format_money(decision.stated_total_pence)}."
        instead = format_money(decision.stated_total_pence)
        return Judged("total", start, end, Verdict.CONTRADICTED, why, _first_passage(held), instead=instead)
    unstated = held.has_unstated_rate if amount.unit in _RATES else held.has_unstated_sum(refunds=told.is_refund)
    known = [one for one in held.sums if one.is_row and one.is_given]
    if unstated:
        why = f"{reference}: we hold {held.describe_sums()} and a payment whose sum is not stated in our digest."
        return Judged(what, start, end, Verdict.NOT_CHECKABLE, why)
    if known and not told.is_background:
        why = f"{reference}: the sums held are {held.describe_sums()}."
        passage = known[0].passage or _first_passage(held)
        return Judged(what, start, end, Verdict.CONTRADICTED, why, passage, instead=_told_sum(known))
    if told.is_given and not known and _names_other_remedies_only(held):
        kinds = join_words(dict.fromkeys(one.kind.value for one in decision.remedies if one.is_remedy))
        why = f"{reference}: no payment is among the remedies held ({kinds})."
        return Judged(what, start, end, Verdict.CONTRADICTED, why, _first_passage(held))
    if decision.outcome is Outcome.NOT_UPHELD and told.is_given and not known:
        why = f"{reference} was not upheld, and no payment is held for it."
        return Judged(what, start, end, Verdict.CONTRADICTED, why, _first_passage(held))
    if known:
        why = f"{reference}: our digest does not name this sum; the remedies held are {held.describe_sums()}."
    else:
        why = f"{reference}: our digest states no sum; the full decision may."
    return Judged(what, start, end, Verdict.NOT_CHECKABLE, why)


def _names_other_remedies_only(held: HeldDecision) -> bool:
    """True where remedies are held and none is money, nor so vague ("a remedy", not set out) that it may be."""
    remedies = [remedy for remedy in held.decision.remedies if remedy.is_remedy]
    vague = any(remedy.kind is RemedyKind.OTHER_ACTION for remedy in remedies)
    return bool(remedies) and not vague and not held.money


def _first_passage(held: HeldDecision) -> Passage | None:
    known = next((one.passage for one in held.sums if one.is_row and one.passage is not None), None)
    if known is not None:
        return known
    paragraph = held.decision.paragraphs[0] if held.decision.paragraphs else None
    return held.passage(paragraph, 0, 1)


def _matched(told: Told, held: HeldDecision, matching: Sequence[HeldSum]) -> Iterator[Judged]:
    amount, reference = told.amount, held.decision.reference
    best = next((one for one in matching if one.is_row and one.passage), None) or next(
        (one for one in matching if one.passage), matching[0]
    )
    passage = best.passage or _first_passage(held)
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
    gives = told.is_given and (told.status is None or told.status.value in _GIVEN_STATUSES | _BEHIND_US)
    if gives and held.decision.is_full_text and not any(one.is_given for one in matching):
        why = f"{reference} names {amount.words}, but not as a remedy; its remedies are {held.describe_sums()}."
        yield Judged("amount", start, end, Verdict.CONTRADICTED, why, passage)
        return
    about = "total" if amount.is_total else "rate" if amount.unit in _RATES else "amount"
    yield Judged(about, start, end, Verdict.SUPPORTED, f"{reference}: {_describe(best)}.", passage)


def _judge_rate(told: Told, held: HeldDecision, matching: Sequence[HeldSum]) -> Judged | None:
    """A rate where the decision has a sum, or another period; None where nothing is wrong with it."""
    amount, reference = told.amount, held.decision.reference
    if amount.unit not in _RATES:
        rates = [one for one in matching if one.unit in _RATES]
        if len(rates) == len(matching):
            why = f"{reference}: {format_money(rates[0].pence)} is held as a rate, {_describe(rates[0])}."
            return Judged("amount", amount.start, amount.end, Verdict.SUPPORTED, why, rates[0].passage)
        return None
    if any(one.unit == amount.unit for one in matching):
        return None
    others = [one for one in matching if one.unit in _RATES]
    if others:
        why = f"{reference}: {_describe(others[0])}, not a {amount.unit}."
        place, instead = (amount.start, amount.end), _told_sum(others)
        return Judged("rate", *place, Verdict.CONTRADICTED, why, others[0].passage, instead=instead)
    if re.search(rf"\b(?:{amount.unit}|{amount.unit}ly|{amount.unit}s)\b", held.words):
        why = f"{reference} names {format_money(matching[0].pence)}; that it is paid by the {amount.unit} is not told."
        return Judged("rate", amount.start, amount.end, Verdict.NOT_CHECKABLE, why, matching[0].passage)
    why = f"{reference}: {format_money(matching[0].pence)} is one sum, not a rate by the {amount.unit}."
    return Judged("rate", amount.start, amount.end, Verdict.CONTRADICTED, why, matching[0].passage)


def _describe(held: HeldSum) -> str:
    rate = f" a {held.unit}" if held.unit in _RATES else " each" if held.unit == "person" else ""
    parts = [part.value for part in (*held.payees, *held.purposes, *held.statuses)]
    said = f" ({', '.join(dict.fromkeys(parts))})" if parts else ""
    total = "a total of " if held.is_total else ""
    return f"{total}{format_money(held.pence)}{rate}{said}"


def _told_sum(sums: Sequence[HeldSum]) -> str:
    """The one sum, with its period, that these are; empty where they are several."""
    told = {f"{format_money(one.pence)}{f' a {one.unit}' if one.unit in _RATES else ''}" for one in sums}
    return told.pop() if len(told) == 1 else ""


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
    denied = status.is_negated and said in _GIVEN_STATUSES | {RemedyStatus.OFFERED}
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
