"""Statements about the sums of the only decision that states any to proofs: each with what it was for, and no range."""

from __future__ import annotations

import re
from collections import Counter

from assistant.citations.computed.forms import APART, SUM, Form, pence_of
from assistant.citations.ground import Ground
from assistant.domain import Payee, PaymentRow, Purpose, RemedyKind, RemedyStatus
from assistant.text import format_money

PAYEES = {
    "to the complainant": Payee.COMPLAINANT,
    "to the child": Payee.CHILD,
    "to the person receiving the service": Payee.SERVICE_USER,
    "to a family member": Payee.FAMILY_MEMBER,
    "to several people together": Payee.SEVERAL,
}
_PURPOSES = {
    "for distress": Purpose.DISTRESS,
    "for time and trouble": Purpose.TIME_AND_TROUBLE,
    "for lost provision": Purpose.LOSS_OF_PROVISION,
    "for delay": Purpose.DELAY,
    "for a financial loss": Purpose.FINANCIAL_LOSS,
    "for the risk of harm": Purpose.RISK_OF_HARM,
    "for several things at once": Purpose.MIXED,
}
_STATUSES = {
    "agreed": RemedyStatus.AGREED,
    "recommended": RemedyStatus.RECOMMENDED,
    "offered by the council": RemedyStatus.OFFERED,
    "already paid": RemedyStatus.ALREADY_PAID,
    "already done": RemedyStatus.ALREADY_DONE,
}
_PAYMENT = re.compile(
    rf"{SUM}(?: \({SUM} a (\w+)\))?(?: ({'|'.join(PAYEES)}))?(?: ({'|'.join(_PURPOSES)}))?"
    rf"(?: \(({'|'.join(_STATUSES)})\))?"
)
_NEXT = re.compile(r"(?:, | and )(?=£)")


def _payments(match: re.Match[str], ground: Ground) -> str:
    """Every sum that is stated, no more and no fewer, with rate, payee, purpose and status as they are recorded."""
    summary = ground.summary
    rows = summary.rows_with_sums
    if not summary.is_of_one_decision or (summary.decisions == 1) != (match["only"] is not None):
        return f"{len(rows)} sums are stated in {summary.paying} of {summary.decisions} decisions."
    if match["apology"] and not ground.with_kind(RemedyKind.APOLOGY):
        return "The decision has no apology."
    said = [_PAYMENT.fullmatch(words) for words in _NEXT.split(match["paid"])]
    if Counter(_read(one) if one else None for one in said) == Counter(_of_row(row) for row in rows):
        return ""
    sums = ", ".join(format_money(row.remedy.amount_pence or 0) for row in rows)
    return f"The payments are, each for what it was for: {sums}."


def _read(said: re.Match[str]) -> tuple[object, ...]:
    amount, rate, per, payee, purpose, status = said.groups()
    return (
        pence_of(amount),
        pence_of(rate) if rate else None,
        per,
        PAYEES.get(payee, Payee.NOT_STATED),
        _PURPOSES.get(purpose, Purpose.NOT_STATED),
        _STATUSES.get(status, RemedyStatus.NOT_STATED),
    )


def _of_row(row: PaymentRow) -> tuple[object, ...]:
    one = row.remedy
    return (one.amount_pence, one.rate_pence, one.per, one.payee, one.purpose, one.status)


FORMS_OF_ONE: tuple[Form, ...] = (
    Form(
        "payments of one decision",
        re.compile(
            r"\b(?:(?P<only>The payments were)|Payments are stated in one of them, one precedent, not a pattern:) "
            rf"(?P<paid>£[^;]+?)(?=(?:, {APART}[^;]*? apart)?(?P<apology>, with an apology)?; there is no fixed sum\.)"
        ),
        _payments,
    ),
)
