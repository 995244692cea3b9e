"""Evidence: what an answer may rest on, and its remedies added up."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from assistant.domain.decision import CaseReference, Decision, NewsItem, Passage, Purpose, Remedy, RemedyKind


class Relevance(StrEnum):
    """How near a case is to the question, in words a reader can use."""

    CLOSE = "close"
    PARTLY = "partly"
    BACKGROUND = "background"


@dataclass(frozen=True)
class Hit:
    """A passage that was found, with its scores: meaning (cosine), keyword (BM25) and fused (0 to about 1)."""

    passage: Passage
    meaning: float
    keyword: float
    score: float


@dataclass(frozen=True)
class Case:
    """One decision in the evidence, best hit first.

    ``key`` ("C1", "C2", …) is made for this answer and is the only name by which a writer may cite it.
    ``issue`` is the issue of the decision that the question is about, or None where none stands out. ``answering`` are
    then the issues whose remedies answer the question; empty for all of the decision.
    """

    key: str
    decision: Decision
    hits: tuple[Hit, ...]
    score: float
    relevance: Relevance
    why: str
    issue: str | None = None
    answering: tuple[str, ...] = ()

    @property
    def remedies(self) -> tuple[Remedy, ...]:
        """The remedies that answer the issue the question is about, in order.

        Those bound to another issue are left out, those bound to none answer the whole decision and stay; what was
        claimed or refused is no remedy.
        """
        issues = (self.issue,) if self.issue is not None else self.answering
        return tuple(
            remedy
            for remedy in self.decision.remedies
            if remedy.is_remedy and (not issues or remedy.issue is None or remedy.issue in issues)
        )

    @property
    def other_remedies(self) -> tuple[Remedy, ...]:
        """The remedies of the same decision that answer other issues, and are not counted."""
        held = self.remedies
        return tuple(remedy for remedy in self.decision.remedies if remedy.is_remedy and remedy not in held)


@dataclass(frozen=True)
class Evidence:
    """What an answer may rest on, best case first.

    ``searched`` decisions passed the filters. ``not_held`` were asked for by reference and are not in the
    casebook; ``near`` are held decisions whose numbers look like those, and are different cases. ``damaged`` were
    found and left out, because what is stored is not what was ingested.
    """

    cases: tuple[Case, ...] = ()
    searched: int = 0
    not_held: tuple[CaseReference, ...] = ()
    near: tuple[Decision, ...] = ()
    news: tuple[NewsItem, ...] = ()
    damaged: tuple[CaseReference, ...] = ()


# --------------------------------------------------------------------------- adding up


@dataclass(frozen=True)
class PaymentRow:
    """One payment that answers the question, with the case it comes from."""

    case_key: str
    reference: CaseReference
    remedy: Remedy
    year: int | None


@dataclass(frozen=True)
class OtherRemedy:
    """A kind of remedy that is not money, and the decisions that have it."""

    kind: RemedyKind
    references: tuple[CaseReference, ...]

    @property
    def count(self) -> int:
        """In how many decisions it occurs."""
        return len(self.references)


@dataclass(frozen=True)
class RemedySummary:
    """Remedies added up over the comparable cases, computed from remedy rows and nothing else.

    ``lowest``, ``median`` and ``highest`` are in pence, over ``payments`` that are sums (not rates); the median
    is None under five sums. ``unstated`` have a payment whose sum is not stated. ``unpaid`` are comparable and have
    no payment: closed, not upheld, or fault without payment.
    """

    decisions: int = 0
    payments: tuple[PaymentRow, ...] = ()
    lowest_pence: int | None = None
    median_pence: int | None = None
    highest_pence: int | None = None
    others: tuple[OtherRemedy, ...] = ()
    unstated: tuple[CaseReference, ...] = ()
    unpaid: tuple[CaseReference, ...] = ()

    @property
    def rows_with_sums(self) -> tuple[PaymentRow, ...]:
        """The payments that may stand in one range: those with a sum; not rates, and not a loss that was counted."""
        return tuple(
            row
            for row in self.payments
            if row.remedy.kind is RemedyKind.PAYMENT
            and row.remedy.purpose is not Purpose.FINANCIAL_LOSS
            and row.remedy.amount_pence is not None
            and row.remedy.per is None
        )

    @property
    def sums(self) -> tuple[int, ...]:
        """Their sums, in pence."""
        return tuple(row.remedy.amount_pence for row in self.rows_with_sums if row.remedy.amount_pence is not None)
