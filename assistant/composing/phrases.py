"""The phrases that answers are made of: cases, payments, counts and lists in a caseworker's English."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from assistant.domain import (
    Case,
    Decision,
    Finding,
    FindingResult,
    Outcome,
    Payee,
    PaymentGroup,
    PaymentRow,
    Purpose,
    RateRange,
    Remedy,
    RemedyKind,
    RemedyStatus,
)
from assistant.text import format_money, format_month, join_words

_PAYEES: dict[Payee, str] = {
    Payee.COMPLAINANT: "to the complainant",
    Payee.CHILD: "to the child",
    Payee.SERVICE_USER: "to the person receiving the service",
    Payee.FAMILY_MEMBER: "to a family member",
    Payee.SEVERAL: "to several people together",
    Payee.NOT_STATED: "",
}
_PURPOSES: dict[Purpose, str] = {
    Purpose.DISTRESS: "for distress",
    Purpose.TIME_AND_TROUBLE: "for time and trouble",
    Purpose.LOSS_OF_PROVISION: "for lost provision",
    Purpose.DELAY: "for delay",
    Purpose.FINANCIAL_LOSS: "for a financial loss",
    Purpose.RISK_OF_HARM: "for the risk of harm",
    Purpose.MIXED: "for several things at once",
    Purpose.NOT_STATED: "",
}
_STATUSES: dict[RemedyStatus, str] = {
    RemedyStatus.AGREED: "agreed",
    RemedyStatus.RECOMMENDED: "recommended",
    RemedyStatus.OFFERED: "offered by the council",
    RemedyStatus.ALREADY_PAID: "already paid",
    RemedyStatus.ALREADY_DONE: "already done",
}
_OUTCOMES: dict[Outcome, str] = {
    Outcome.UPHELD: "upheld",
    Outcome.NOT_UPHELD: "not upheld",
    Outcome.CLOSED: "closed after initial enquiries",
    Outcome.DISCONTINUED: "investigation discontinued",
}
_KINDS: dict[RemedyKind, str] = {
    RemedyKind.PAYMENT: "a payment",
    RemedyKind.REFUND: "a refund or write-off",
    RemedyKind.APOLOGY: "an apology",
    RemedyKind.BACKDATED_PROVISION: "backdated provision",
    RemedyKind.REASSESSMENT: "a reassessment or review",
    RemedyKind.SERVICE_IMPROVEMENT: "service improvements",
    RemedyKind.OTHER_ACTION: "other action",
}


_RESULTS = {
    FindingResult.FAULT: "fault",
    FindingResult.NO_FAULT: "no fault",
    FindingResult.NO_FINDING: "no finding could be made",
    FindingResult.NOT_INVESTIGATED: "not investigated",
}


def name_case(decision: Decision) -> str:
    """``Lancashire County Council (19 018 981, June 2021)``; what is not known is left out."""
    body = decision.body or "A body that the source does not name"
    date = f", {format_month(decision.decided)}" if decision.decided else ""
    return f"{body} ({decision.reference}{date})"


def describe_outcome(decision: Decision) -> str:
    """``upheld``, ``not upheld``, …, with a word where it was read from the summary and not seen on the page."""
    if decision.outcome is None:
        return "outcome not known"
    return _OUTCOMES[decision.outcome] + (" (read from the summary)" if decision.outcome_inferred else "")


def describe_finding(finding: Finding) -> str:
    """``fault, with injustice``, ``no fault``, ``no finding could be made``; empty where no result is stated."""
    said = _RESULTS.get(finding.result, "")
    if finding.result is not FindingResult.FAULT or finding.injustice is None:
        return said
    return f"{said}, {'with' if finding.injustice else 'without'} injustice"


def describe_kind(kind: RemedyKind) -> str:
    """The kind with its article: ``an apology``, ``service improvements``."""
    return _KINDS[kind]


def describe_status(remedy: Remedy) -> str:
    """``agreed``, ``recommended``, ``already done``; empty where the source does not say."""
    return _STATUSES.get(remedy.status, "")


def describe_sum(remedy: Remedy) -> str:
    """``£300``, ``£100 a month``, ``£500 (£100 a month)``, or that the sum is not stated."""
    if remedy.rate_pence is not None and remedy.amount_pence is not None and remedy.per != "person":
        return f"{format_money(remedy.amount_pence)} ({format_money(remedy.rate_pence)} a {remedy.per})"
    if remedy.rate_pence is not None:
        return (
            f"{format_money(remedy.rate_pence)} a {remedy.per}"
            if remedy.per != "person"
            else (f"{format_money(remedy.rate_pence)} each")
        )
    if remedy.amount_pence is None:
        return f"{_KINDS[remedy.kind]}, sum not stated"
    if remedy.per == "person":
        return f"{format_money(remedy.amount_pence)} each"
    if remedy.per:
        return f"{format_money(remedy.amount_pence)} a {remedy.per}"
    return format_money(remedy.amount_pence)


def describe_payment(row: PaymentRow) -> str:
    """``£300 to the complainant for distress (agreed)``; a refund is called one."""
    remedy = row.remedy
    words = [describe_sum(remedy)]
    if remedy.kind is RemedyKind.REFUND and (remedy.amount_pence is not None or remedy.rate_pence is not None):
        words.append("refunded or written off")
    words += [_PAYEES[remedy.payee], _PURPOSES[remedy.purpose]]
    status = _STATUSES.get(remedy.status)
    phrase = " ".join(word for word in words if word)
    return f"{phrase} ({status})" if status else phrase


def describe_payments(rows: Sequence[PaymentRow]) -> str:
    """All payments of one case in one phrase."""
    return join_words([describe_payment(row) for row in rows])


def describe_unstated(case: Case) -> str:
    """The money of a case whose sum is not stated: ``a refund or write-off, sum not stated in what is held``."""
    kinds = dict.fromkeys(remedy.kind for remedy in case.remedies if remedy.is_money)
    return f"{join_words([_KINDS[kind] for kind in kinds])}, sum not stated in what is held"


def describe_other_issues(case: Case, rows: Sequence[PaymentRow] = ()) -> str:
    """A clause on sums of the same decision that answer other issues and are not counted; empty where none do.

    ``" (and £5,500 for “school placement delayed”, not counted)"``. Beside ``rows`` those alone that stand in a passage
    of theirs: whoever opens it reads them too.
    """
    opened = {row.remedy.paragraph for row in rows}
    by_issue: dict[str, list[str]] = defaultdict(list)
    for remedy in case.other_remedies:
        if remedy.is_money and remedy.amount_pence is not None and (not rows or remedy.paragraph in opened):
            # What is bound to no issue answers the whole decision, and is counted.
            by_issue[remedy.issue or ""].append(describe_sum(remedy))
    others = [f"{join_words(sums)} for “{issue}”" for issue, sums in by_issue.items()]
    return f" (and {join_words(others)}, not counted)" if others else ""


def describe_sums_elsewhere(case: Case) -> str:
    """`` (£3,000 for “lost schooling”, not counted)``, for a case without payment for the issue asked about."""
    return describe_other_issues(case).replace("(and ", "(")


def describe_payee(payee: Payee) -> str:
    """``to the child``; empty where the source does not say."""
    return _PAYEES[payee]


def describe_range(group: PaymentGroup | RateRange) -> str:
    """``£100``, ``£100 to £500``, ``£100 to £500 (median £300)``; of rates ``£250 to £350 a month``; empty without.

    Of one decision the sums themselves, ``£100, £200 and £500``: what one body paid is no range.
    """
    if group.lowest_pence is None or group.highest_pence is None:
        return ""
    lowest, highest = format_money(group.lowest_pence), format_money(group.highest_pence)
    span = lowest if group.lowest_pence == group.highest_pence else f"{lowest} to {highest}"
    if group.of_one_decision:
        span = join_words([format_money(pence) for pence in group.of_one_decision])
    if isinstance(group, RateRange):
        return f"{span} a {group.per}"
    has_median = group.median_pence is not None and not group.of_one_decision
    return f"{span} (median {format_money(group.median_pence or 0)})" if has_median else span
