"""A summary: the remedies of the evidence, added up, in ranges and groups."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from assistant.domain.decision import CaseReference, Purpose, Remedy, RemedyKind


@dataclass(frozen=True)
class PaymentRow:
    """One payment that answers the question, with the case it comes from."""

    case_key: str
    reference: CaseReference
    remedy: Remedy
    year: int | None


def is_sum(remedy: Remedy) -> bool:
    """True for a payment with a sum: no bare rate, no refund and no loss that was counted.

    "£1,500, at £300 a month" is a sum of £1,500; "£100 a month" and "£200 each" are no sums of what was paid.
    """
    return (
        remedy.kind is RemedyKind.PAYMENT
        and remedy.purpose is not Purpose.FINANCIAL_LOSS
        and remedy.amount_pence is not None
        and (remedy.per is None or (remedy.rate_pence is not None and remedy.per != "person"))
    )


@dataclass(frozen=True)
class OtherRemedy:
    """A kind of remedy that is not money, and the decisions that have it."""

    kind: RemedyKind
    references: tuple[CaseReference, ...]

    @property
    def count(self) -> int:
        """In how many decisions it occurs."""
        return len(self.references)


class GroupBy(StrEnum):
    """What the payments of a group have in common."""

    PAYEE = "payee"
    PURPOSE = "purpose"
    STATUS = "status"
    ISSUE = "issue"
    MATTER = "matter"
    YEAR = "year"
    SIDE = "side"


@dataclass(frozen=True)
class PaymentGroup:
    """The sums that have one thing in common, with their range in pence; the median is None under five sums.

    ``name`` is the value they share: a payee, a purpose, a status, an issue, a year, or the side of a comparison. By
    year and by side ``keys`` are all comparable cases, with or without a payment; in all other groups those with one
    of these sums.
    """

    by: GroupBy
    name: str
    keys: tuple[str, ...]
    rows: tuple[PaymentRow, ...] = ()
    lowest_pence: int | None = None
    median_pence: int | None = None
    highest_pence: int | None = None

    @property
    def decisions(self) -> int:
        """How many decisions the group holds."""
        return len(self.keys)

    @property
    def paying(self) -> int:
        """In how many of them one of these sums is stated."""
        return len({row.case_key for row in self.rows})

    @property
    def of_one_decision(self) -> tuple[int, ...]:
        """The sums in pence, lowest first, where one decision has them all: no range; else none."""
        sums = (row.remedy.amount_pence for row in self.rows)
        return tuple(sorted(pence for pence in sums if pence is not None)) if self.paying == 1 else ()


@dataclass(frozen=True)
class RateRange:
    """Rates for one period ("month", "term"), lowest and highest in pence: never added to sums."""

    per: str
    rows: tuple[PaymentRow, ...]
    lowest_pence: int
    highest_pence: int

    @property
    def of_one_decision(self) -> tuple[int, ...]:
        """The rates in pence, each once, lowest first, where one decision has them all: no range; else none."""
        rates = {pence for row in self.rows if (pence := row.remedy.rate_pence) is not None}
        return tuple(sorted(rates)) if len({row.case_key for row in self.rows}) == 1 else ()


class ImprovementKind(StrEnum):
    """What a body changes for everybody."""

    TRAINING = "training"
    POLICY = "policy or procedure review"
    REMINDER = "reminder to staff"
    AUDIT = "audit or monitoring"
    CAPACITY = "recruitment or capacity"
    COMMUNICATION = "information and letters"
    RECORDS = "records and systems"
    COMPLAINTS = "complaint handling"
    OTHERS_AFFECTED = "others affected looked for"
    ACTION_PLAN = "action plan or report"
    NOT_DESCRIBED = "not described"


@dataclass(frozen=True)
class ImprovementRow:
    """One service improvement, with the case it comes from."""

    case_key: str
    reference: CaseReference
    remedy: Remedy


@dataclass(frozen=True)
class ImprovementGroup:
    """Service improvements of one kind, in the order of the cases; one that does two things stands in two groups."""

    kind: ImprovementKind
    rows: tuple[ImprovementRow, ...]

    @property
    def references(self) -> tuple[CaseReference, ...]:
        """The decisions, each once."""
        return tuple(dict.fromkeys(row.reference for row in self.rows))


# From three sums on, of two decisions or more, there is a range to speak of and not one precedent.
_SUMS_OF_A_RANGE, _DECISIONS_OF_A_RANGE = 3, 2


@dataclass(frozen=True)
class RemedySummary:
    """Remedies added up over the comparable cases, computed from remedy rows and nothing else.

    ``lowest``, ``median`` and ``highest`` are in pence, over ``payments`` that are sums (not rates); the median
    is None under five sums. ``unstated`` have a payment whose sum is not stated. ``unpaid`` are comparable and have
    no payment: closed, not upheld, or fault without payment. ``groups`` cut the sums by what they have in common,
    ``rates`` are told apart from them, ``improvements`` are by kind, the most frequent first. ``close`` and ``partly``
    are summaries over the close and over the partly comparable cases alone, without sides; None where there are no such
    cases, and in these two themselves.
    """

    decisions: int = 0
    payments: tuple[PaymentRow, ...] = ()
    lowest_pence: int | None = None
    median_pence: int | None = None
    highest_pence: int | None = None
    others: tuple[OtherRemedy, ...] = ()
    unstated: tuple[CaseReference, ...] = ()
    unpaid: tuple[CaseReference, ...] = ()
    groups: tuple[PaymentGroup, ...] = ()
    rates: tuple[RateRange, ...] = ()
    improvements: tuple[ImprovementGroup, ...] = ()
    close: RemedySummary | None = None
    partly: RemedySummary | None = None

    def grouped(self, by: GroupBy) -> tuple[PaymentGroup, ...]:
        """The groups of one kind, in order."""
        return tuple(group for group in self.groups if group.by is by)

    @property
    def rows_with_sums(self) -> tuple[PaymentRow, ...]:
        """The payments that may stand in one range: those with a sum; not rates, and not a loss that was counted."""
        return tuple(row for row in self.payments if is_sum(row.remedy))

    @property
    def sums(self) -> tuple[int, ...]:
        """Their sums, in pence."""
        return tuple(row.remedy.amount_pence for row in self.rows_with_sums if row.remedy.amount_pence is not None)

    @property
    def paying(self) -> int:
        """In how many decisions one of these sums is stated."""
        return len({row.case_key for row in self.rows_with_sums})

    @property
    def is_of_one_decision(self) -> bool:
        """Whether several sums stand there and one decision has them all: a precedent, and no range."""
        return len(self.rows_with_sums) > 1 and self.paying == 1

    @property
    def is_range(self) -> bool:
        """Whether there are enough sums to speak of a range: three of them, in at least two decisions."""
        return len(self.rows_with_sums) >= _SUMS_OF_A_RANGE and self.paying >= _DECISIONS_OF_A_RANGE
