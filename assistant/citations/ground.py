"""A draft and the casebook to the ground of its check: every decision it rests on, read again, and the figures anew.

Nothing that the writer was given is believed: what is held now decides. A decision that changed since it was found
makes the summary be added up again; one that is damaged or gone supports nothing.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from assistant.casebook import Casebook
from assistant.domain import (
    Case,
    CasebookFacts,
    CaseReference,
    Decision,
    Draft,
    Evidence,
    Outcome,
    Query,
    Relevance,
    RemedyKind,
    RemedySummary,
    WithoutLimit,
)
from assistant.question.assumptions import without_limits
from assistant.remedies import summarise_remedies


@dataclass(frozen=True)
class Ground:
    """What the statements of one answer may rest on, as held at the time of the check.

    ``held`` are the sound decisions by reference; ``damaged`` those whose record is not what was ingested.
    ``evidence`` and ``summary`` are those of the draft over the decisions as they are now; ``is_changed`` says that
    these are not what the writer was given. ``without_limits`` are those of the evidence, counted again.
    """

    query: Query
    facts: CasebookFacts
    evidence: Evidence
    summary: RemedySummary
    held: dict[CaseReference, Decision]
    damaged: frozenset[CaseReference]
    bodies: tuple[str, ...]
    is_changed: bool = False
    without_limits: tuple[WithoutLimit, ...] = ()

    @property
    def comparable(self) -> tuple[Case, ...]:
        """The cases that are counted: close and partly comparable ones, in the order of the evidence."""
        return tuple(case for case in self.evidence.cases if case.relevance is not Relevance.BACKGROUND)

    @property
    def close(self) -> int:
        """How many of them are close to the question."""
        return sum(case.relevance is Relevance.CLOSE for case in self.comparable)

    def with_outcome(self, outcome: Outcome) -> int:
        """How many comparable decisions ended so."""
        return sum(case.decision.outcome is outcome for case in self.comparable)

    def with_kind(self, kind: RemedyKind) -> int:
        """How many comparable decisions have a remedy of this kind that is not money."""
        return sum(other.count for other in self.summary.others if other.kind is kind)

    def case_of(self, decision: Decision) -> Case | None:
        """The case of the evidence that this decision is."""
        return next((case for case in self.evidence.cases if case.decision.reference == decision.reference), None)


def read_ground(
    draft: Draft,
    query: Query,
    evidence: Evidence,
    summary: RemedySummary,
    facts: CasebookFacts,
    casebook: Casebook,
) -> Ground:
    """Read again what the draft rests on; what is not held any more is missing from ``held``."""
    wanted = {citation.reference for statement in draft.statements for citation in statement.citations}
    wanted |= {case.decision.reference for case in evidence.cases} | set(evidence.not_held)
    wanted |= set(query.references) | set(evidence.outside)
    wanted |= {row.reference for row in summary.payments} | {decision.reference for decision in evidence.near}
    found = casebook.decisions(sorted(wanted))
    damaged = frozenset(casebook.damaged(found.values()))
    held = {reference: decision for reference, decision in found.items() if reference not in damaged}
    now = _as_held(evidence, held)
    bodies = {*facts.bodies, *(decision.body for decision in held.values() if decision.body)}
    return Ground(
        query=query,
        facts=facts,
        evidence=now,
        summary=summary if now.cases == evidence.cases else summarise_remedies(now, query.filters),
        held=held,
        damaged=damaged,
        # Longest first: a name may stand inside a longer one.
        bodies=tuple(sorted(bodies, key=lambda body: (-len(body), body))),
        is_changed=now != evidence,
        without_limits=tuple(_count_again(one, query, casebook) for one in evidence.without_limits),
    )


def _count_again(one: WithoutLimit, query: Query, casebook: Casebook) -> WithoutLimit:
    """What would answer without these limits, as held now: what does not pass the others is no decision of it."""
    filters = without_limits(query.filters, one.keys)
    comparable = casebook.source.passing_of(one.comparable, filters)
    return replace(one, passing=casebook.source.count_passing(filters), comparable=comparable)


def _as_held(evidence: Evidence, held: dict[CaseReference, Decision]) -> Evidence:
    return replace(
        evidence,
        cases=tuple(
            replace(case, decision=held[case.decision.reference])
            for case in evidence.cases
            if case.decision.reference in held
        ),
        near=tuple(held[decision.reference] for decision in evidence.near if decision.reference in held),
        not_held=tuple(reference for reference in evidence.not_held if reference not in held),
        outside=tuple(reference for reference in evidence.outside if reference in held),
    )
