"""Service improvements by kind, with an example of each: what bodies change for everybody."""

from __future__ import annotations

from assistant.composing.parts import comparable_of, status_of, tell_confidence, tell_missing
from assistant.composing.phrases import describe_status, name_case
from assistant.composing.quotes import quote_for_improvement
from assistant.domain import (
    Case,
    CasebookFacts,
    Citation,
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
            statements += _group(group, held, shown, query)
    statements += tell_missing(evidence)
    statements.append(tell_confidence(cases, summary, evidence, facts))
    return Draft(status_of(len(cases)), tuple(statements))


def _group(group: ImprovementGroup, cases: dict[str, Case], shown: set[Remedy], query: Query) -> list[Statement]:
    """A kind with its number, then examples; an improvement that an earlier kind has shown is not told again."""
    fresh = [row for row in group.rows if row.remedy not in shown]
    if group.kind is ImprovementKind.NOT_DESCRIBED:
        fresh = []
    examples = list({row.case_key: row for row in fresh}.values())[:_EXAMPLES_OF_A_KIND]
    shown.update(row.remedy for row in examples)
    name = group.kind.value
    text = f"{name[:1].upper()}{name[1:]}, in {format_count(len(group.references), 'decision')}."
    cited = [_cite(row, cases, query) for row in examples or group.rows[:1]]
    told = [Statement(StatementRole.IMPROVEMENTS, text, tuple(quote for quotes in cited for quote in quotes))]
    for row in examples:
        words = _example(row, cases[row.case_key])
        told.append(Statement(StatementRole.IMPROVEMENTS, f"{words}.", _cite(row, cases, query)))
    return told


def _cite(row: ImprovementRow, cases: dict[str, Case], query: Query) -> tuple[Citation, ...]:
    quote = quote_for_improvement(cases[row.case_key], row.remedy, query.topic)
    return (quote,) if quote else ()


def _example(row: ImprovementRow, case: Case) -> str:
    detail = row.remedy.detail or ""
    words = f": {detail}" if detail and len(detail.split()) <= _WORDS_OF_A_DETAIL else ""
    status = describe_status(row.remedy)
    return f"{name_case(case.decision)}{words}{f' ({status})' if status else ''}"
