"""Decisions asked for by reference, told one by one: outcome, findings issue by issue, remedies."""

from __future__ import annotations

from itertools import groupby

from assistant.composing.parts import about, quotes_of, safety, status_of, tell_missing
from assistant.composing.phrases import (
    describe_finding,
    describe_kind,
    describe_outcome,
    describe_payment,
    describe_payments,
    name_case,
)
from assistant.composing.quotes import quote_finding, quote_for_issue, quote_opening
from assistant.domain import (
    AnswerStatus,
    Case,
    Citation,
    Decision,
    Draft,
    Evidence,
    PaymentRow,
    Query,
    Remedy,
    RemedySummary,
    Statement,
    StatementRole,
)
from assistant.labels import MAY_LACK
from assistant.text import find_money, join_words

# One issue is the decision itself, told by its outcome; more than these are for the decision's own page.
_FINDINGS_FROM, _FINDINGS_AT_MOST = 2, 8
# Of so many decisions the words are told; more are read in the table of cases.
_TOLD_AT_MOST = 3


def single_cases(query: Query, evidence: Evidence, summary: RemedySummary) -> Draft:
    """The decisions asked for, each with its outcome, findings and remedies; some of them are held."""
    cases = [case for case in evidence.cases if case.decision.reference in query.references]
    statements: list[Statement] = [*safety(query)]
    for case in cases:
        decision = case.decision
        opening = quote_opening(decision)
        text = f"{name_case(decision)}: {describe_outcome(decision)}."
        if decision.is_full_text:
            text += " The Ombudsman’s own words are quoted beside this."
        else:
            text += " Known from our digest of the published summary, not from the full text."
        statements.append(Statement(StatementRole.HEADLINE, text, opening))
        told_of = [quote for quote in opening if _holds_only_rows(quote, decision)]
        if len(cases) <= _TOLD_AT_MOST and not query.topic and told_of:
            whose = "In the Ombudsman’s words" if decision.is_full_text else "In our digest’s words"
            runs = groupby(opening, key=told_of.__contains__)
            told = " ".join(f"“{' '.join(quote.quote for quote in run)}”" for is_told, run in runs if is_told)
            statements.append(Statement(StatementRole.FINDINGS, f"{whose}: {told}", tuple(told_of)))
        on_topic = quote_for_issue(case, query.topic)
        if on_topic is not None and on_topic not in opening:
            text = "The passage nearest to your question is quoted beside this."
            statements.append(Statement(StatementRole.CLOSEST, text, (on_topic,)))
        statements += _not_recorded(case, query)
        statements += _findings_of(case)
        statements += _remedies_of(case, query, summary)
    statements += tell_missing(evidence)
    return Draft(AnswerStatus.ONE if len(cases) == 1 else status_of(len(cases)), tuple(statements))


def _holds_only_rows(quote: Citation, decision: Decision) -> bool:
    """False for a sentence with a sum that is no remedy row: a total of parts, which would read as one more payment."""
    held = {pence for row in decision.remedies for pence in (row.amount_pence, row.rate_pence)}
    return all(money.pence in held for money in find_money(quote.quote))


def _findings_of(case: Case) -> list[Statement]:
    """One statement an issue: its result, and what was agreed for it; none for a digest, which tells no results."""
    decision = case.decision
    told = [finding for finding in decision.findings if describe_finding(finding)]
    if not decision.is_full_text or len(told) < _FINDINGS_FROM:
        return []
    statements = []
    for finding in told[:_FINDINGS_AT_MOST]:
        bound = [one for one in decision.remedies if one.is_remedy and one.issue == finding.issue]
        kinds = list(dict.fromkeys(_sum_of(case, one) if one.is_money else describe_kind(one.kind) for one in bound))
        remedies = f" For this: {join_words(kinds)}." if kinds else ""
        quote = quote_finding(decision, finding)
        text = f"“{finding.issue}”: {describe_finding(finding)}.{remedies}"
        statements.append(Statement(StatementRole.FINDINGS, text, (quote,) if quote else ()))
    return statements


def _not_recorded(case: Case, query: Query) -> list[Statement]:
    """That a kind of remedy which was asked for, or a rate, is not recorded: silence would leave the question open."""
    held = {remedy.kind for remedy in case.decision.remedies if remedy.is_remedy}
    missing = [MAY_LACK[kind] for kind in query.kinds_asked if kind not in held and kind in MAY_LACK]
    told = [f"No {name} is recorded." for name in missing]
    if query.per is not None and not case.states_rate(query.per):
        told.append(f"No rate per {query.per} is recorded.")
    return [Statement(StatementRole.OTHER_REMEDIES, " ".join(told))] if told else []


def _sum_of(case: Case, remedy: Remedy) -> str:
    """A sum with its payee and status, which the record knows; without them it would be another claim."""
    return describe_payment(PaymentRow(case.key, case.decision.reference, remedy, None))


def _remedies_of(case: Case, query: Query, summary: RemedySummary) -> list[Statement]:
    rows = [row for row in summary.payments if row.case_key == case.key]
    statements = []
    if rows:
        text = f"Money: {describe_payments(rows)}{about(case, rows) if len(case.decision.findings) > 1 else ''}."
        statements.append(Statement(StatementRole.FIGURES, text, quotes_of(case, rows, query.topic)))
    elif case.decision.reference in summary.unstated:
        text = "A payment is part of the remedy; its sum is not stated in what is held."
        statements.append(Statement(StatementRole.FIGURES, text, quotes_of(case, rows, query.topic)))
    else:
        statements.append(Statement(StatementRole.FIGURES, "No payment is recorded."))
    kinds = [describe_kind(o.kind) for o in summary.others if case.decision.reference in o.references]
    if kinds:
        statements.append(Statement(StatementRole.OTHER_REMEDIES, f"Beside money: {join_words(kinds)}."))
    return statements
