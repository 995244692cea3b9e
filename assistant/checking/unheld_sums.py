"""A sum that a decision does not name, as far as it is held → wrong, or not to be checked, and why."""

from __future__ import annotations

from collections.abc import Sequence

from rapidfuzz.distance import OSA

from assistant.checking.attached import Told
from assistant.checking.held import HeldDecision, HeldSum
from assistant.checking.judged import Judged, Verdict
from assistant.checking.sum_words import GIVEN_STATUSES, RATES, describe_sum, first_passage, told_sum
from assistant.claims import Bound, Claim
from assistant.domain import Outcome, RemedyKind
from assistant.text import format_money, join_words


def judge_unheld_sum(told: Told, held: HeldDecision, *, is_sure: bool) -> Judged:
    """What to say of a sum that the decision does not name: the first of these that has anything to say.

    ``is_sure`` is False where only the neighbourhood says that the sum belongs to this decision.
    """
    return (
        _instead_of_another(told, held)
        or _not_surely_said(told, held, is_sure=is_sure)
        or _beside_all_its_sums(told, held)
        or _beside_a_digest(told, held)
    )


def _instead_of_another(told: Told, held: HeldDecision) -> Judged | None:
    """A sum that was said in place of a held one: of the same status where only one has it, or wrong by a digit."""
    amount = told.amount
    if amount.is_negated:
        return None
    as_said = [row for row in held.rows if told.status is not None and told.status.value in row.statuses]
    if told.status is not None and told.status.value not in GIVEN_STATUSES and len(as_said) == 1:
        # "asked for £500", where what was asked for is held.
        return _contradicted(told, held, f"{describe_sum(as_said[0])}, not {amount.words}", as_said)
    slip = _slip(amount, held)
    if slip is not None and (amount.unit not in RATES or slip.unit in (amount.unit, None)):
        return _contradicted(told, held, f"{describe_sum(slip)}, not {amount.words}", [slip])
    return None


def _slip(amount: Claim, held: HeldDecision) -> HeldSum | None:
    """A held sum that differs from this one by a digit or by two that changed places."""
    said = str(amount.sums[0])
    if len(amount.sums) > 1 or len(said) < 5:
        return None
    near = [one for one in held.rows if one.is_given and OSA.distance(str(one.pence), said, score_cutoff=1) == 1]
    return near[0] if near else None


def _not_surely_said(told: Told, held: HeldDecision, *, is_sure: bool) -> Judged | None:
    """A sum that is denied, that the writer may have worked out, or that may be said of something else."""
    amount, reference = told.amount, held.decision.reference
    if amount.is_negated:
        return _uncheckable(told, f"{reference} names no {amount.words}, as far as it is held.")
    if amount.unit in RATES and amount.bound is Bound.ABOUT:
        rate = f"{amount.words} a {amount.unit}"
        return _uncheckable(told, f"{reference} names no {rate}; it may be worked out by the writer.")
    if told.is_background and not is_sure:
        why = f"{reference} names no {amount.words}; whether it is said of this decision is not clear."
        return _uncheckable(told, why)
    return None


def _beside_all_its_sums(told: Told, held: HeldDecision) -> Judged | None:
    """A sum beside those of a decision whose sums are all known: of a full text each, of a digest the total."""
    amount, decision = told.amount, held.decision
    start, end, reference = amount.start, amount.end, decision.reference
    if decision.is_full_text:
        why = f"{reference} names no {amount.words}; its remedies are {held.describe_sums()}."
        instead = told_sum([row for row in held.rows if row.is_given])
        return Judged(_kind_of(amount), start, end, Verdict.CONTRADICTED, why, first_passage(held), instead=instead)
    if amount.is_total and decision.stated_total_pence is not None:
        total = format_money(decision.stated_total_pence)
        why = f"{reference}: the total is {total}."
        return Judged("total", start, end, Verdict.CONTRADICTED, why, first_passage(held), instead=total)
    return None


def _beside_a_digest(told: Told, held: HeldDecision) -> Judged:
    """A sum beside a digest: wrong where the digest leaves no room for another, else not to be checked."""
    amount, decision = told.amount, held.decision
    reference, what = decision.reference, _kind_of(amount)
    unstated = held.has_unstated_rate if amount.unit in RATES else held.has_unstated_sum(refunds=told.is_refund)
    known = [one for one in held.sums if one.is_row and one.is_given]
    if unstated:
        sums = held.describe_sums()
        return _uncheckable(told, f"{reference}: we hold {sums} and a payment whose sum is not stated in our digest.")
    if known and not told.is_background:
        return _contradicted(told, held, f"the sums held are {held.describe_sums()}", known)
    why = ""
    if told.is_given and not known and _names_other_remedies_only(held):
        kinds = join_words(dict.fromkeys(one.kind.value for one in decision.remedies if one.is_remedy))
        why = f"{reference}: no payment is among the remedies held ({kinds})."
    elif decision.outcome is Outcome.NOT_UPHELD and told.is_given and not known:
        why = f"{reference} was not upheld, and no payment is held for it."
    if why:
        return Judged(what, amount.start, amount.end, Verdict.CONTRADICTED, why, first_passage(held))
    if known:
        sums = held.describe_sums()
        return _uncheckable(told, f"{reference}: our digest does not name this sum; the remedies held are {sums}.")
    return _uncheckable(told, f"{reference}: our digest states no sum; the full decision may.")


def _names_other_remedies_only(held: HeldDecision) -> bool:
    """True where remedies are held and none is money, nor so vague ("a remedy", not set out) that it may be."""
    remedies = [remedy for remedy in held.decision.remedies if remedy.is_remedy]
    vague = any(remedy.kind is RemedyKind.OTHER_ACTION for remedy in remedies)
    return bool(remedies) and not vague and not held.money


def _contradicted(told: Told, held: HeldDecision, what_is_so: str, rows: Sequence[HeldSum]) -> Judged:
    """The sum is wrong: these rows are what the decision has instead."""
    why = f"{held.decision.reference}: {what_is_so}."
    passage = rows[0].passage or first_passage(held)
    place = (told.amount.start, told.amount.end)
    return Judged(_kind_of(told.amount), *place, Verdict.CONTRADICTED, why, passage, instead=told_sum(rows))


def _uncheckable(told: Told, why: str) -> Judged:
    return Judged(_kind_of(told.amount), told.amount.start, told.amount.end, Verdict.NOT_CHECKABLE, why)


def _kind_of(amount: Claim) -> str:
    return "rate" if amount.unit in RATES else "amount"
