"""Service improvements by kind, with an example of each: what bodies change for everybody."""

from __future__ import annotations

from assistant.composing.parts import comparable_of, status_of, tell_confidence, tell_missing
from assistant.composing.phrases import describe_status, name_case
from assistant.composing.quotes import quote_for_improvement
from assistant.domain import (
    Case,
    CasebookFacts,
    Draft,
    Evidence,
    ImprovementGroup,
    ImprovementKind,
    ImprovementRow,
    Query,
    Remedy,
    RemedySummary,
    Statement,
    StatementRole,
)
from assistant.text import format_count

_KINDS_AT_MOST, _EXAMPLES_OF_A_KIND = 6, 2
# A longer detail is a whole sentence of a full text, which the source beside it shows.
_WORDS_OF_A_DETAIL = 20
_NAMES: dict[ImprovementKind, str] = {
    ImprovementKind.TRAINING: "Training and lessons for staff",
    ImprovementKind.POLICY: "A policy, procedure or practice reviewed",
    ImprovementKind.REMINDER: "Reminders and guidance to staff",
    ImprovementKind.AUDIT: "Audits and monitoring",
    ImprovementKind.CAPACITY: "Capacity, recruitment and backlogs",
    ImprovementKind.COMMUNICATION: "Information, letters and the website",
    ImprovementKind.RECORDS: "Records and systems",
    ImprovementKind.COMPLAINTS: "How complaints are handled",
    ImprovementKind.OTHERS_AFFECTED: "Others affected looked for",
    ImprovementKind.ACTION_PLAN: "An action plan or report",
    ImprovementKind.NOT_DESCRIBED: "An improvement that the source does not describe",
}


def compose_improvements(query: Query, evidence: Evidence, summary: RemedySummary, facts: CasebookFacts) -> Draft:
    """How many comparable decisions have service improvements, of what kinds, with examples; those with most first."""
    cases = comparable_of(evidence)
    held = {case.key: case for case in cases}
    groups = summary.improvements
    number = len({reference for group in groups for reference in group.references})
    if number == 0:
        text = f"No service improvement is recorded in the {format_count(len(cases), 'comparable decision')}."
    elif number == 1:
        text = "One comparable decision records a service improvement: one precedent, not a pattern."
    else:
        text = f"{number} comparable decisions record a service improvement, of these kinds."
    statements = [Statement(StatementRole.HEADLINE, text)]
    shown: set[Remedy] = set()
    for group in groups[:_KINDS_AT_MOST]:
        # One improvement may be of two kinds; where it is all there is of the second, it was told with the first.
        if len(group.references) > 1 or any(row.remedy not in shown for row in group.rows):
            statements.append(_group(group, held, shown, query))
    statements += tell_missing(evidence)
    statements.append(tell_confidence(cases, summary, evidence, facts))
    return Draft(status_of(len(cases)), tuple(statements))


def _group(group: ImprovementGroup, cases: dict[str, Case], shown: set[Remedy], query: Query) -> Statement:
    """A kind with its number and examples; an improvement that an earlier kind has shown is not told again."""
    fresh = [row for row in group.rows if row.remedy not in shown]
    examples = list({row.case_key: row for row in fresh}.values())[:_EXAMPLES_OF_A_KIND]
    shown.update(row.remedy for row in examples)
    told = "; ".join(_example(row, cases[row.case_key]) for row in examples)
    quotes = [quote_for_improvement(cases[row.case_key], row.remedy, query.topic) for row in examples or group.rows[:1]]
    text = f"{_NAMES[group.kind]}, in {format_count(len(group.references), 'decision')}{f': {told}' if told else ''}."
    return Statement(
        StatementRole.IMPROVEMENTS, text, tuple(dict.fromkeys(quote for quote in quotes if quote is not None))
    )


def _example(row: ImprovementRow, case: Case) -> str:
    detail = row.remedy.detail or ""
    words = f", {detail}" if detail and len(detail.split()) <= _WORDS_OF_A_DETAIL else ""
    status = describe_status(row.remedy)
    return f"{name_case(case.decision)}{words}{f' ({status})' if status else ''}"
