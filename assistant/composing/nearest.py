"""Which cases are nearest: the comparable cases in the order of their nearness to what was told, won and lost alike."""

from __future__ import annotations

from assistant.composing.parts import (
    about,
    comparable_of,
    quotes_of,
    status_of,
    tell_caveats,
    tell_confidence,
    tell_missing,
)
from assistant.composing.phrases import (
    describe_other_issues,
    describe_outcome,
    describe_payments,
    describe_sums_elsewhere,
    describe_unstated,
    name_case,
)
from assistant.domain import Case, CasebookFacts, Draft, Evidence, Query, RemedySummary, Statement, StatementRole

# As many as are read before the table of cases.
_TOLD_AT_MOST = 6


def compose_nearest(query: Query, evidence: Evidence, summary: RemedySummary, facts: CasebookFacts) -> Draft:
    """One statement a case, nearest first, with its outcome and what was paid; for at least one comparable case.

    No range is told: what was asked is which case is like this one.
    """
    cases = comparable_of(evidence)
    which = "decisions named in the last answer" if query.is_of_the_shown else "comparable decisions"
    text = f"The {len(cases)} {which} stand in order of nearness to what you tell, the nearest first."
    if len(cases) > _TOLD_AT_MOST:
        text += f" The first {_TOLD_AT_MOST} are told here."
    if len(cases) == 1:
        text = "One decision is comparable: one precedent, not a pattern."
    statements = [
        Statement(StatementRole.HEADLINE, text),
        *(_tell(case, query, summary) for case in cases[:_TOLD_AT_MOST]),
        *tell_missing(evidence),
        tell_confidence(cases, summary, evidence, facts),
        *tell_caveats(summary),
    ]
    return Draft(status_of(len(cases)), tuple(statements))


def _tell(case: Case, query: Query, summary: RemedySummary) -> Statement:
    rows = [row for row in summary.payments if row.case_key == case.key]
    if rows:
        paid = f"{describe_payments(rows)}{about(case, rows)}{describe_other_issues(case, rows)}"
    elif case.decision.reference in summary.unstated:
        paid = f"{describe_unstated(case)}{about(case)}"
    else:
        elsewhere = describe_sums_elsewhere(case)
        paid = f"no payment for this issue{elsewhere}" if elsewhere else "no payment recorded"
        paid += about(case)
    text = f"{name_case(case.decision)}: {describe_outcome(case.decision)}; {paid}."
    return Statement(StatementRole.COMPARISON, text, quotes_of(case, rows, query.topic))
