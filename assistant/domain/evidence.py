"""Evidence: what an answer may rest on."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from assistant.domain.decision import (
    CaseReference,
    Decision,
    NewsItem,
    Outcome,
    Passage,
    Payee,
    Remedy,
)


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
    then the issues whose remedies answer the question; empty for all of the decision. ``matters`` are those issues that
    are on one of several things that were asked about, each with the asker's words for it; empty for one thing.
    """

    key: str
    decision: Decision
    hits: tuple[Hit, ...]
    score: float
    relevance: Relevance
    why: str
    issue: str | None = None
    answering: tuple[str, ...] = ()
    matters: tuple[tuple[str, str], ...] = ()

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

    def states_rate(self, per: str) -> bool:
        """Whether a remedy that answers the question has a rate for this period ("month"), with its sum."""
        return any(
            remedy.per == per and (remedy.rate_pence is not None or remedy.amount_pence is not None)
            for remedy in self.remedies
        )


@dataclass(frozen=True)
class EvidenceSide:
    """One side of a comparison: its name, the keys of its cases, and whose payments count (empty: everybody's).

    ``keys`` are those of its comparable cases, ``is_cut`` tells that there may be more. ``searched`` decisions are
    within its limits.
    """

    label: str
    keys: tuple[str, ...]
    payees: tuple[Payee, ...] = ()
    searched: int = 0
    is_cut: bool = False


@dataclass(frozen=True)
class TermUse:
    """A term of the glossary, and how many decisions held use it."""

    name: str
    decisions: int


@dataclass(frozen=True)
class WithoutLimit:
    """What would answer if the limits of these keys were taken away: worked out only where nothing else answers.

    ``passing`` decisions would pass the limits that are left; ``comparable`` are those of them that a search finds
    comparable, at most as many as an answer holds. A question without a topic is a list: all that pass are comparable,
    and ``comparable`` is empty.
    """

    keys: tuple[str, ...]
    passing: int
    comparable: tuple[CaseReference, ...] = ()


@dataclass(frozen=True)
class OutcomeCount:
    """How many decisions held of one year ended in one way; ``year`` and ``outcome`` are None where not known."""

    year: int | None
    outcome: Outcome | None
    decisions: int


@dataclass(frozen=True)
class Evidence:
    """What an answer may rest on, best case first.

    ``searched`` decisions passed the filters. ``not_held`` were asked for by reference and are not in the
    casebook; ``near`` are held decisions whose numbers look like those, and are different cases. ``damaged`` were
    found and left out, because what is stored is not what was ingested. ``sides`` are set for a comparison or trend,
    ``term_uses`` for the meaning of a term, ``history`` for the history of a body: everything held of it within the
    limits, and not only the cases. ``outside`` were asked for by reference and are held, but not within the limits set
    beside the question. ``without_limits`` is set where nothing comparable is within the limits.
    """

    cases: tuple[Case, ...] = ()
    searched: int = 0
    not_held: tuple[CaseReference, ...] = ()
    near: tuple[Decision, ...] = ()
    news: tuple[NewsItem, ...] = ()
    damaged: tuple[CaseReference, ...] = ()
    sides: tuple[EvidenceSide, ...] = ()
    term_uses: tuple[TermUse, ...] = ()
    history: tuple[OutcomeCount, ...] = ()
    outside: tuple[CaseReference, ...] = ()
    without_limits: tuple[WithoutLimit, ...] = ()
