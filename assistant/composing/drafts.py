"""Drafting help: a paragraph to paste, each sentence with its case, and what to read before it is sent.

It reports decisions for one side, and says for which; it argues no law and promises nothing. What happened in the
asker's own case is left to be filled in, because only they know it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from assistant.composing.parts import (
    LOST,
    about,
    comparable_of,
    quotes_of,
    status_of,
    tell_confidence,
    tell_contrast,
    tell_missing,
)
from assistant.composing.phrases import describe_kind, describe_outcome, describe_payment, name_case
from assistant.domain import (
    Case,
    CasebookFacts,
    Draft,
    Evidence,
    Outcome,
    Query,
    RemedyKind,
    RemedySummary,
    Statement,
    StatementRole,
)
from assistant.text import format_count, join_words

# A paragraph with more cases is not read by the officer it is sent to.
_CASES_AT_MOST = 3
# "Other action" says nothing to the officer who reads it.
_CITED_KINDS = (
    RemedyKind.APOLOGY,
    RemedyKind.REASSESSMENT,
    RemedyKind.BACKDATED_PROVISION,
    RemedyKind.SERVICE_IMPROVEMENT,
)


def compose_draft(query: Query, evidence: Evidence, summary: RemedySummary, facts: CasebookFacts) -> Draft:
    """A paragraph for the side that asked, made of upheld comparable decisions, nearest first, those paid first."""
    cases = comparable_of(evidence)
    chosen = _choose(cases, summary)
    if not chosen:
        return _nothing_to_cite(query, evidence, summary, cases, facts)
    side = "the body complained of" if query.is_for_body else "the person who complains"
    headline = f"A paragraph to paste, written for {side}. It reports decisions and is no legal advice."
    opening, closing = _frame(query, len(chosen))
    statements = [
        Statement(StatementRole.HEADLINE, headline),
        Statement(StatementRole.DRAFT, opening),
        *(_sentence(case, query, summary) for case in chosen),
        Statement(StatementRole.DRAFT, closing),
        *_contrast(query, evidence, summary, chosen),
        *tell_missing(evidence),
        Statement(StatementRole.CAVEAT, _BEFORE_SENDING),
        *([] if query.references else [tell_confidence(cases, summary, evidence, facts)]),
    ]
    return Draft(status_of(len(cases)), tuple(statements))


_BEFORE_SENDING = (
    "Before it is sent: fill in the square brackets, open each decision by its link, and read the cases for contrast, "
    "which the other side may know."
)


def _choose(cases: Sequence[Case], summary: RemedySummary) -> list[Case]:
    """Upheld cases with a payment; only where none has one, those with another remedy."""
    paid = {row.case_key for row in summary.payments}
    upheld = [case for case in cases if case.decision.outcome is Outcome.UPHELD and case.decision.body]
    with_payment = [case for case in upheld if case.key in paid]
    return (with_payment or [case for case in upheld if case.remedies])[:_CASES_AT_MOST]


def _contrast(query: Query, evidence: Evidence, summary: RemedySummary, cited: Sequence[Case]) -> list[Statement]:
    """What the other side may answer with; a case that the paragraph cites is no contrast to it."""
    rest = replace(evidence, cases=tuple(case for case in evidence.cases if case not in cited))
    return tell_contrast(query, rest, summary, at_most=2)


def _frame(query: Query, number: int) -> tuple[str, str]:
    decisions = "these decisions" if number > 1 else "this decision"
    if query.is_for_body:
        opening = "We accept that [say what went wrong and when]. The Ombudsman has decided comparable complaints:"
        closing = f"We have had regard to {decisions} in proposing [the remedy]. Each case turns on its own facts."
    else:
        opening = "I complain that [say what went wrong and when]. The Ombudsman has decided comparable complaints:"
        closing = f"I ask you to have regard to {decisions} in putting this right. Each case turns on its own facts."
    return opening, closing


def _sentence(case: Case, query: Query, summary: RemedySummary) -> Statement:
    """The case with its outcome, its issue and its remedy, as ``…: upheld, for “late plan”; the remedy was £300``."""
    rows = [row for row in summary.payments if row.case_key == case.key]
    parts = [describe_payment(row) for row in rows]
    kinds = [kind for kind in _CITED_KINDS if any(remedy.kind is kind for remedy in case.remedies)]
    parts += [describe_kind(kind) for kind in kinds]
    remedy = f"; the remedy was {join_words(parts)}" if parts else ""
    text = f"{name_case(case.decision)}: {describe_outcome(case.decision)}{about(case, rows)}{remedy}."
    return Statement(StatementRole.DRAFT, text, quotes_of(case, rows, query.topic))


def _nothing_to_cite(
    query: Query, evidence: Evidence, summary: RemedySummary, cases: Sequence[Case], facts: CasebookFacts
) -> Draft:
    number = format_count(len(cases), "comparable decision")
    lost = sum(case.decision.outcome in LOST for case in cases)
    text = f"I can draft nothing to cite: none of the {number} is known to have been upheld"
    text += f", and {lost} went the other way." if lost else "."
    statements = [
        Statement(StatementRole.HEADLINE, text),
        *tell_contrast(query, evidence, summary, at_most=4),
        tell_confidence(cases, summary, evidence, facts),
    ]
    return Draft(status_of(len(cases)), tuple(statements))
