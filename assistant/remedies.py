"""Evidence to RemedySummary: remedies added up from remedy rows, and from nothing else.

The unit that is counted is the row, bound to the issue the question is about. No average is ever made, no median
under five sums; rates ("£100 a month") are kept apart from sums; what a complainant claimed and what a body refused
is no remedy.
"""

from __future__ import annotations

from collections import defaultdict
from statistics import median

from assistant.domain import (
    Case,
    CaseReference,
    Evidence,
    OtherRemedy,
    PaymentRow,
    Relevance,
    Remedy,
    RemedyKind,
    RemedyStatus,
    RemedySummary,
    symbolic_sums,
)

# Under this many sums a median says more about which cases happen to be held than about what is usual.
MEDIAN_FROM = 5

_NO_REMEDY = frozenset({RemedyStatus.CLAIMED, RemedyStatus.REFUSED})


def comparable_cases(evidence: Evidence) -> tuple[Case, ...]:
    """The cases that are counted: close or partly comparable, best first. Background is shown and never counted."""
    return tuple(case for case in evidence.cases if case.relevance is not Relevance.BACKGROUND)


def remedies_for_issue(case: Case) -> tuple[Remedy, ...]:
    """The remedies of a case that answer the issue the question is about.

    Those bound to another issue are left out; those bound to none answer the whole decision and stay.
    """
    return tuple(
        remedy
        for remedy in case.decision.remedies
        if remedy.status not in _NO_REMEDY
        and (case.issue is None or remedy.issue is None or remedy.issue == case.issue)
    )


def summarise_remedies(evidence: Evidence) -> RemedySummary:
    """Add up the remedies of the comparable cases; no comparable cases give an empty summary."""
    cases = comparable_cases(evidence)
    payments: list[PaymentRow] = []
    unstated: list[CaseReference] = []
    unpaid: list[CaseReference] = []
    others: dict[RemedyKind, list[CaseReference]] = defaultdict(list)
    for case in cases:
        reference = case.decision.reference
        remedies = remedies_for_issue(case)
        money = [remedy for remedy in remedies if remedy.is_money]
        payments.extend(_payment_rows(case, money))
        if not money:
            unpaid.append(reference)
        elif all(remedy.amount_pence is None and remedy.rate_pence is None for remedy in money):
            unstated.append(reference)
        for kind in dict.fromkeys(remedy.kind for remedy in remedies if not remedy.is_money):
            others[kind].append(reference)
    sums = symbolic_sums(payments)
    return RemedySummary(
        decisions=len(cases),
        payments=tuple(payments),
        lowest_pence=min(sums, default=None),
        median_pence=round(median(sums)) if len(sums) >= MEDIAN_FROM else None,
        highest_pence=max(sums, default=None),
        others=tuple(
            OtherRemedy(kind, tuple(references))
            for kind, references in sorted(others.items(), key=lambda item: (-len(item[1]), item[0]))
        ),
        unstated=tuple(unstated),
        unpaid=tuple(unpaid),
    )


def _payment_rows(case: Case, money: list[Remedy]) -> list[PaymentRow]:
    decided = case.decision.decided
    return [
        PaymentRow(case.key, case.decision.reference, remedy, decided.year if decided else None)
        for remedy in money
        if remedy.amount_pence is not None or remedy.rate_pence is not None
    ]
