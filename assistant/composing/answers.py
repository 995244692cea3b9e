"""The shape of an answer, picked by the kind of question; the shape for comparable cases stands here."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from assistant.composing.declining import decline, not_held, nothing_comparable
from assistant.composing.drafts import compose_draft
from assistant.composing.groups import lead_with_rates, tell_groups
from assistant.composing.headline import tell_headline
from assistant.composing.improvements import compose_improvements
from assistant.composing.limits import tell_limits
from assistant.composing.nearest import compose_nearest
from assistant.composing.parts import (
    NAMED_WITH_PAYMENT,
    NAMED_WITHOUT,
    close_told,
    comparable_of,
    safety,
    status_of,
    tell_caveats,
    tell_confidence,
    tell_contrast,
    tell_missing,
    tell_other_remedies,
    tell_payments,
)
from assistant.composing.reasons import compose_reasons
from assistant.composing.sides import compose_comparison, compose_trend
from assistant.composing.single import single_cases
from assistant.composing.terms import compose_meaning
from assistant.domain import (
    AnswerStatus,
    CasebookFacts,
    Draft,
    Evidence,
    Query,
    QuestionKind,
    RemedySummary,
    Statement,
    StatementRole,
)

_Shape = Callable[[Query, Evidence, RemedySummary, CasebookFacts], Draft]
_SHAPES: dict[QuestionKind, _Shape] = {
    QuestionKind.COMPARE: compose_comparison,
    QuestionKind.TREND: compose_trend,
    QuestionKind.REASONS: compose_reasons,
    QuestionKind.SERVICE_IMPROVEMENTS: compose_improvements,
    QuestionKind.DRAFTING: compose_draft,
}
# Without sides there is nothing to set side by side: the comparable cases are told as for any other question.
_OF_SIDES = frozenset({QuestionKind.COMPARE, QuestionKind.TREND})


def compose(query: Query, evidence: Evidence, summary: RemedySummary, facts: CasebookFacts) -> Draft:
    """What is to be said, before it is checked; the status goes with it.

    A signpost stands first; where nobody at risk is told of, it closes the answer.
    """
    draft = _with_limits(_compose(query, evidence, summary, facts), query, evidence)
    if not query.is_signpost_last:
        return draft
    is_last = {True: [], False: []}  # type: dict[bool, list[Statement]]
    for statement in draft.statements:
        is_last[statement.role is StatementRole.SIGNPOST].append(statement)
    return replace(draft, statements=(*is_last[False], *is_last[True]))


def _with_limits(draft: Draft, query: Query, evidence: Evidence) -> Draft:
    """What the limits overruled stands before everything but the signposts: what follows answers another question."""
    told = tell_limits(query, evidence)
    place = next((n for n, one in enumerate(draft.statements) if one.role is not StatementRole.SIGNPOST), None)
    place = len(draft.statements) if place is None else place
    return replace(draft, statements=(*draft.statements[:place], *told, *draft.statements[place:])) if told else draft


def _compose(query: Query, evidence: Evidence, summary: RemedySummary, facts: CasebookFacts) -> Draft:
    if query.decline is not None:
        return decline(query, evidence, summary, facts)
    if facts.decisions == 0:
        text = "The casebook is empty: there is nothing to search. Add decisions with `python -m ingest add PATH`."
        return Draft(AnswerStatus.NONE, (Statement(StatementRole.HEADLINE, text),))
    if query.references and not evidence.cases:
        return not_held(evidence)
    if query.kind is QuestionKind.MEANING and query.terms:
        return compose_meaning(query, evidence, summary, facts)
    comparable = comparable_of(evidence)
    if not comparable:
        return nothing_comparable(query, evidence, facts)
    if query.kind is QuestionKind.SINGLE_CASE and query.references:
        return single_cases(query, evidence, summary)
    if query.by_nearness:
        return _after_safety(query, compose_nearest(query, evidence, summary, facts))
    shape = _SHAPES.get(query.kind)
    if shape is not None and (evidence.sides or query.kind not in _OF_SIDES):
        return _after_safety(query, shape(query, evidence, summary, facts))
    status = status_of(len(comparable))
    payments = tell_payments(query, comparable, summary)
    statements = [
        *safety(query),
        lead_with_rates(
            query, tell_headline(query, comparable, summary, searched=evidence.searched), comparable, summary
        ),
        *payments,
        *tell_groups(query, comparable, summary, payments),
        *tell_contrast(query, evidence, summary, at_most=max(NAMED_WITHOUT, NAMED_WITH_PAYMENT - len(payments))),
        *tell_other_remedies(comparable, summary),
        *tell_missing(evidence),
        tell_confidence(comparable, summary, evidence, facts, close_told(query, summary)),
        *tell_caveats(summary),
    ]
    return Draft(status, tuple(statements))


def _after_safety(query: Query, draft: Draft) -> Draft:
    return replace(draft, statements=(*safety(query), *draft.statements))
