"""Answer → rows: each payment of its comparable cases, and each comparable case that has none, as a fact to show.

Plot and table are made from these same rows, so that neither can say what the other does not. Which money answers the
question was decided when the answer's summary was added up; here it is only sorted by how it may be drawn.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from assistant.composing.parts import comparable_of
from assistant.composing.phrases import describe_outcome, describe_payee, describe_payment, describe_unstated
from assistant.composing.quotes import quote_for_remedy
from assistant.domain import Answer, Case, Citation, PaymentRow, Relevance, Remedy, is_sum
from assistant.text import find_money, format_money, format_month, join_words, split_sentences


class RowKind(StrEnum):
    """What a row is, and with that where it may be drawn: only sums and sums apart have a place on a pound scale."""

    SUM = "sum"
    # A refund or a counted loss: pounds too, but what is given back is no measure of distress.
    APART = "refund or counted loss"
    RATE = "rate"
    UNSTATED = "sum not stated"
    UNPAID = "no payment"
    NOT_COUNTED = "not counted"


@dataclass(frozen=True)
class CaseRow:
    """One payment with its case, or one case without a payment (``payment`` is None).

    ``rank`` counts the cases from 0, nearest first. ``number`` is that of the citation behind the payment; None
    where the decision is held without a sentence.
    """

    kind: RowKind
    case: Case
    rank: int
    payment: PaymentRow | None = None
    number: int | None = None

    @property
    def pence(self) -> int | None:
        """The sum on the pound scale; None for all that has no place on it."""
        return self.payment.remedy.amount_pence if self.payment and self.kind in _ON_A_SCALE else None

    @property
    def year(self) -> int | None:
        """The year of the decision; None where it is not known."""
        return self.case.decision.decided.year if self.case.decision.decided else None

    @property
    def is_close(self) -> bool:
        """True for a close case, False for one that is only partly comparable."""
        return self.case.relevance is Relevance.CLOSE


_ON_A_SCALE = (RowKind.SUM, RowKind.APART)


def read_rows(answer: Answer, numbers: Mapping[Citation, int] | None = None) -> tuple[CaseRow, ...]:
    """The rows of an answer, nearest case first; an answer without comparable cases gives none.

    ``numbers`` are those of ``number_payments``; without them no row has a citation.
    """
    payments: dict[str, list[PaymentRow]] = {}
    for payment in answer.summary.payments:
        payments.setdefault(payment.case_key, []).append(payment)
    rows: list[CaseRow] = []
    for rank, case in enumerate(comparable_of(answer.evidence)):
        for payment in payments.get(case.key, ()):
            quote = _quote(case, payment.remedy, answer.query.topic) if numbers else None
            number = numbers.get(quote) if numbers and quote else None
            rows.append(CaseRow(_kind_of(payment.remedy), case, rank, payment, number))
        if case.key not in payments:
            rows.append(CaseRow(_kind_without(case, answer), case, rank))
    return tuple(rows)


def number_payments(answer: Answer, numbers: Mapping[Citation, int]) -> dict[Citation, int]:
    """The numbers of an answer's citations, and after them those of the sentences behind its other payments."""
    cases = {case.key: case for case in answer.evidence.cases}
    more = dict(numbers)
    for payment in answer.summary.payments:
        case = cases.get(payment.case_key)
        quote = _quote(case, payment.remedy, answer.query.topic) if case else None
        if quote:
            more.setdefault(quote, len(more) + 1)
    return more


def _quote(case: Case, remedy: Remedy, topic: str) -> Citation | None:
    """The sentence behind a payment: the one that the answer would cite, unless only another one states the sum.

    A digest may tell of a payment without its sum, which then stands in the record alone: its nearest sentence serves.
    """
    quote = quote_for_remedy(case, remedy, topic)
    if quote is None or _states(quote.quote, remedy):
        return quote
    decision = case.decision
    stating = [
        Citation(decision.reference, paragraph.id, sentence, paragraph.text.index(sentence))
        for paragraph in decision.trusted_paragraphs
        if remedy.paragraph in (None, paragraph.id)
        for sentence in split_sentences(paragraph.text)
        if _states(sentence, remedy)
    ]
    return stating[0] if len(stating) == 1 else quote


def _states(sentence: str, remedy: Remedy) -> bool:
    sums = {remedy.amount_pence, remedy.rate_pence} - {None}
    return any(money.pence in sums for money in find_money(sentence))


def _kind_of(remedy: Remedy) -> RowKind:
    if is_sum(remedy):
        return RowKind.SUM
    # "£100 a month" and "£200 each" are rates; "£1,500, at £300 a month" is a sum.
    is_rate = remedy.amount_pence is None or (remedy.per is not None and remedy.rate_pence is None)
    return RowKind.RATE if is_rate or remedy.per == "person" else RowKind.APART


def _kind_without(case: Case, answer: Answer) -> RowKind:
    if case.decision.reference in answer.summary.unstated:
        return RowKind.UNSTATED
    return RowKind.UNPAID if case.decision.reference in answer.summary.unpaid else RowKind.NOT_COUNTED


def of_kind(rows: Iterable[CaseRow], *kinds: RowKind) -> list[CaseRow]:
    """The rows of these kinds, in order."""
    return [row for row in rows if row.kind in kinds]


# --------------------------------------------------------------------------- said in words


def say_sum(row: CaseRow) -> str:
    """``£300``, ``£250 a month``, ``sum not stated``, ``no payment``: what stands in the column of sums."""
    if row.payment is None:
        return row.kind.value
    remedy = row.payment.remedy
    if row.pence is not None:
        return format_money(row.pence)
    per = "each" if remedy.per == "person" else f"a {remedy.per}" if remedy.per else ""
    return f"{format_money(remedy.rate_pence or remedy.amount_pence or 0)} {per}".strip()


def say_payee(row: CaseRow) -> str:
    """``complainant``, ``child``, …, ``not stated``; empty for a case without a payment."""
    return row.payment.remedy.payee.value if row.payment else ""


def say_status(row: CaseRow) -> str:
    """``agreed``, ``recommended``, …, ``not stated``; empty for a case without a payment."""
    return row.payment.remedy.status.value if row.payment else ""


def say_issue(row: CaseRow) -> str:
    """The issue that the row is about, in the words of the record; empty where none stands out."""
    bound = row.payment.remedy.issue if row.payment else None
    return bound or row.case.issue or ""


def say_month(row: CaseRow) -> str:
    """``June 2021``, or that the date is not known."""
    return format_month(row.case.decision.decided) if row.case.decision.decided else "date not known"


def say_body(row: CaseRow) -> str:
    """The body's name, or that the source does not name it."""
    return row.case.decision.body or "Body not named"


def say_row(row: CaseRow) -> str:
    """The whole row in one sentence, for those who hear it: payment, case, issue, how near."""
    issue = f", for “{say_issue(row)}”" if say_issue(row) else ""
    return (
        f"{say_paid(row)}. {say_body(row)}, {row.case.decision.reference}, {say_month(row)}{issue}; "
        f"{describe_outcome(row.case.decision)}; {'close' if row.is_close else 'partly comparable'}."
    )


def say_paid(row: CaseRow) -> str:
    """``£300 to the complainant for distress (agreed)``; for a case without payment what is known instead."""
    if row.payment is None:
        said = describe_unstated(row.case) if row.kind is RowKind.UNSTATED else row.kind.value
        return capitalise(said)
    said = describe_payment(row.payment)
    payee = "" if describe_payee(row.payment.remedy.payee) else ", payee not stated"
    status = "" if say_status(row) != "not stated" else ", status not stated"
    return f"{said}{payee}{status}"


def capitalise(words: str) -> str:
    """The words with their first letter large, all others as they are."""
    return words[:1].upper() + words[1:]


def say_counts(values: Sequence[str]) -> str:
    """``8 agreed, 2 recommended and 1 not stated``: the most frequent first; nothing for none."""
    names = sorted(set(values), key=lambda name: (-values.count(name), name))
    return join_words([f"{values.count(name)} {name}" for name in names])
