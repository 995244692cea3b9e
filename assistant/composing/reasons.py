"""Why this much: the sentences in which a decision, or our digest of it, gives the reasons for a sum."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.composing.parts import about, comparable_of, status_of, tell_caveats, tell_confidence, tell_missing
from assistant.composing.phrases import describe_payments, name_case
from assistant.composing.quotes import quote_for_remedy, quote_reasons
from assistant.domain import (
    Case,
    CasebookFacts,
    Draft,
    Evidence,
    PaymentRow,
    Query,
    RemedySummary,
    Statement,
    StatementRole,
)
from assistant.text import format_count

_CASES_AT_MOST = 4


def compose_reasons(query: Query, evidence: Evidence, summary: RemedySummary, facts: CasebookFacts) -> Draft:
    """Sum by sum what the text gives as its reason, quoted; whose words they are is said with each."""
    cases = comparable_of(evidence)
    paid = [case for case in cases if any(row.case_key == case.key for row in summary.payments)]
    told = [
        statement
        for case in _choose(paid, summary)
        for statement in _case(case, query, [row for row in summary.payments if row.case_key == case.key])
    ]
    statements = [
        _headline(cases, paid),
        *told,
        *tell_missing(evidence),
        *([] if query.references else [tell_confidence(cases, summary, evidence, facts)]),
        *_digest_note(paid),
        *tell_caveats(summary),
    ]
    return Draft(status_of(len(cases)), tuple(statements))


def _headline(cases: Sequence[Case], paid: Sequence[Case]) -> Statement:
    if not paid:
        text = (
            f"None of the {format_count(len(cases), 'comparable decision')} states a sum, so there is none to explain."
        )
    elif len(cases) == 1:
        text = "This is what the text says about the sum. Each sum is set on the facts of its case."
    else:
        text = f"{len(paid)} of the {format_count(len(cases), 'comparable decision')} "
        text += ("states a sum" if len(paid) == 1 else "state a sum") + ". Each was set on the facts of its case."
    return Statement(StatementRole.HEADLINE, text)


def _choose(paid: Sequence[Case], summary: RemedySummary) -> list[Case]:
    """The nearest cases, with the lowest and the highest sum among them: why little, why much."""
    by_sum = sorted(summary.rows_with_sums, key=lambda row: row.remedy.amount_pence or 0)
    ends = {row.case_key for row in (by_sum[:1] + by_sum[-1:])}
    order = sorted(paid, key=lambda case: (not _gives_reasons(case, summary), case.key not in ends))
    chosen = {case.key for case in order[:_CASES_AT_MOST]}
    return [case for case in paid if case.key in chosen]


def _gives_reasons(case: Case, summary: RemedySummary) -> bool:
    return bool(quote_reasons(case, [row for row in summary.payments if row.case_key == case.key], ""))


def _case(case: Case, query: Query, rows: Sequence[PaymentRow]) -> list[Statement]:
    """The payments, and then the reasons by themselves, so that no word of a quotation is read as said of the sum."""
    reasons = quote_reasons(case, rows, query.topic)
    stated = tuple(quote for row in rows if (quote := quote_for_remedy(case, row.remedy, query.topic)))
    text = f"{name_case(case.decision)}: {describe_payments(rows)}{about(case)}."
    told = [Statement(StatementRole.REASONS, text, tuple(dict.fromkeys(stated)))]
    if reasons:
        whose = "In the decision’s words" if case.decision.is_full_text else "In our digest’s words"
        words = f"{whose}: " + " … ".join(f"“{quote.quote}”" for quote in reasons)
        told.append(Statement(StatementRole.REASONS, words, reasons))
    else:
        told.append(Statement(StatementRole.REASONS, "No reason is given in what is held.", stated[:1]))
    return told


def _digest_note(paid: Sequence[Case]) -> list[Statement]:
    if not paid or all(case.decision.is_full_text for case in paid):
        return []
    text = "Our digests are short and give few reasons. The full decision gives more: open it by its link."
    return [Statement(StatementRole.CAVEAT, text)]
