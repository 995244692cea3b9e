"""Comparable cases to a summary: which remedy rows count, and what they add up to.

The unit that is counted is the row, bound to the issue the question is about. No average is ever made, no median
under five sums; rates ("£100 a month") are kept apart from sums; what a complainant claimed and what a body refused
is no remedy. The close cases are added up by themselves as well: their sums belong to the question more often
(``docs/ranking.md`` has the figures).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from assistant.domain import (
    Case,
    CaseReference,
    Evidence,
    EvidenceSide,
    Filters,
    OtherRemedy,
    PaymentRow,
    Relevance,
    Remedy,
    RemedyKind,
    RemedyStatus,
    RemedySummary,
)
from assistant.remedies.groups import group_payments, median_of, rate_ranges
from assistant.remedies.improvements import group_improvements

_SETTLED = (RemedyStatus.AGREED, RemedyStatus.RECOMMENDED)
_NO_FILTERS = Filters()


def comparable_cases(evidence: Evidence) -> tuple[Case, ...]:
    """The cases that are counted: close or partly comparable, best first. Background is shown and never counted."""
    return tuple(case for case in evidence.cases if case.relevance is not Relevance.BACKGROUND)


def summarise_remedies(evidence: Evidence, filters: Filters = _NO_FILTERS) -> RemedySummary:
    """Add up the remedies of the comparable cases; no comparable cases give an empty summary.

    Where the question asked for sums of a size or for remedies of a kind, only those are among the payments.
    """
    cases = comparable_cases(evidence)

    def of(relevance: Relevance) -> RemedySummary | None:
        some = [case for case in cases if case.relevance is relevance]
        return _add_up(some, (), filters) if some else None

    summary = _add_up(cases, evidence.sides, filters)
    return replace(summary, close=of(Relevance.CLOSE), partly=of(Relevance.PARTLY))


def _add_up(cases: Sequence[Case], sides: Sequence[EvidenceSide], filters: Filters) -> RemedySummary:
    payments: list[PaymentRow] = []
    unstated: list[CaseReference] = []
    unpaid: list[CaseReference] = []
    others: dict[RemedyKind, list[CaseReference]] = defaultdict(list)
    for case in cases:
        reference = case.decision.reference
        remedies = case.remedies
        money = _settled([remedy for remedy in remedies if remedy.is_money])
        payments.extend(_payment_rows(case, [remedy for remedy in money if _is_asked_for(remedy, filters)]))
        if not money:
            unpaid.append(reference)
        elif all(remedy.amount_pence is None and remedy.rate_pence is None for remedy in money):
            unstated.append(reference)
        for kind in dict.fromkeys(remedy.kind for remedy in remedies if not remedy.is_money):
            others[kind].append(reference)
    counted = RemedySummary(
        decisions=len(cases),
        payments=tuple(payments),
        others=tuple(
            OtherRemedy(kind, tuple(references))
            for kind, references in sorted(others.items(), key=lambda item: (-len(item[1]), item[0]))
        ),
        unstated=tuple(unstated),
        unpaid=tuple(unpaid),
        groups=group_payments(cases, payments, sides),
        rates=rate_ranges(payments),
        improvements=group_improvements(cases),
    )
    return replace(
        counted,
        lowest_pence=min(counted.sums, default=None),
        median_pence=median_of(counted.sums),
        highest_pence=max(counted.sums, default=None),
    )


def _settled(money: list[Remedy]) -> list[Remedy]:
    """Without what the body had offered before, where more was settled after it: an offer that was not enough."""
    settled = [remedy for remedy in money if remedy.status is not RemedyStatus.OFFERED]
    return settled if any(remedy.status in _SETTLED for remedy in settled) else money


def _is_asked_for(remedy: Remedy, filters: Filters) -> bool:
    """Whether a sum is within the limits that the question set for sums; a rate is within none of size."""
    least, most = filters.amount_min_pence, filters.amount_max_pence
    money_kinds = {kind for kind in filters.remedy_kinds if kind in (RemedyKind.PAYMENT, RemedyKind.REFUND)}
    if money_kinds and remedy.kind not in money_kinds:
        return False
    if filters.payees and remedy.payee not in filters.payees:
        return False
    if filters.purposes and remedy.purpose not in filters.purposes:
        return False
    if least is None and most is None:
        return True
    pence = remedy.amount_pence
    return pence is not None and (least is None or pence >= least) and (most is None or pence <= most)


def _payment_rows(case: Case, money: list[Remedy]) -> list[PaymentRow]:
    decided = case.decision.decided
    return [
        PaymentRow(case.key, case.decision.reference, remedy, decided.year if decided else None)
        for remedy in money
        if remedy.amount_pence is not None or remedy.rate_pence is not None
    ]
