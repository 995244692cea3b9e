"""Answers as JSON: the one form that the terminal, the batch and other programs read."""

from __future__ import annotations

from datetime import date
from typing import Any

from assistant.domain import Answer, Case, Filters, PaymentRow, Query, Statement
from assistant.signposts import signposts_for
from assistant.text import pounds

_CASES_AT_MOST = 20


def answer_to_json(answer: Answer, *, identifier: str | int | None = None) -> dict[str, Any]:
    """An answer as a JSON object; the keys are described in the README under "Batches".

    Sums are pounds. ``lowest_gbp``, ``median_gbp`` and ``highest_gbp`` speak of payments, not of refunds and rates.
    """
    summary = answer.summary
    return {
        "id": identifier,
        "status": answer.status.value,
        "understood": _understood(answer.query),
        "signposts": [
            {"text": signpost.text, "sources": list(signpost.sources)}
            for signpost in signposts_for(answer.query.risks_told)
        ],
        "statements": [_statement(statement) for statement in answer.statements],
        "cases": [_case(case) for case in answer.evidence.cases[:_CASES_AT_MOST]],
        "remedies": {
            "decisions": summary.decisions,
            "payments": [_payment(row) for row in summary.payments],
            "lowest_gbp": pounds(summary.lowest_pence),
            "median_gbp": pounds(summary.median_pence),
            "highest_gbp": pounds(summary.highest_pence),
            "sum_not_stated": [str(reference) for reference in summary.unstated],
            "unpaid": [str(reference) for reference in summary.unpaid],
            "others": [
                {"kind": o.kind.value, "count": o.count, "references": [str(r) for r in o.references]}
                for o in summary.others
            ],
        },
        "checks": {
            "quotes": answer.report.quotes,
            "figures": answer.report.figures,
            "references": answer.report.references,
            "counts": answer.report.counts,
            "dates": answer.report.dates,
            "failures": [
                {"statement": f.statement, "check": f.check, "found": f.found} for f in answer.report.failures
            ],
            "withheld": len(answer.report.withheld),
        },
        "not_held": [str(reference) for reference in answer.evidence.not_held],
        "casebook": {"decisions": answer.casebook.decisions, "newest": _day(answer.casebook.newest)},
        "versions": dict(answer.versions),
        "seconds": round(answer.seconds, 4),
    }


def _understood(query: Query) -> dict[str, Any]:
    return {
        "topic": query.topic,
        "kind": query.kind.value,
        "filters": filters_to_json(query.filters),
        "assumed": list(query.assumed),
        "redacted_question": query.redacted_question,
    }


def filters_to_json(filters: Filters) -> dict[str, Any]:
    """Only the filters that are set, under the names of the evaluation's questions."""
    plain: dict[str, Any] = {
        "body": list(filters.bodies),
        "body_not": list(filters.bodies_not),
        "category": list(filters.categories),
        "subcategory": list(filters.subcategories),
        "outcome": [outcome.value for outcome in filters.outcomes],
        "date_from": _day(filters.date_from),
        "date_to": _day(filters.date_to),
        "amount_min": pounds(filters.amount_min_pence),
        "amount_max": pounds(filters.amount_max_pence),
        "kind": [kind.value for kind in filters.remedy_kinds],
        "payee": [payee.value for payee in filters.payees],
        "basis": [basis.value for basis in filters.bases],
        "reference": [str(reference) for reference in filters.references],
    }
    return {
        name: value[0] if isinstance(value, list) and len(value) == 1 else value
        for name, value in plain.items()
        if value not in (None, [])
    }


def _statement(statement: Statement) -> dict[str, Any]:
    return {
        "role": statement.role.value,
        "text": statement.text,
        "citations": [
            {"reference": str(c.reference), "paragraph": c.paragraph, "quote": c.quote} for c in statement.citations
        ],
    }


def _case(case: Case) -> dict[str, Any]:
    decision = case.decision
    return {
        "reference": str(decision.reference),
        "body": decision.body,
        "date": _day(decision.decided),
        "outcome": decision.outcome.value if decision.outcome else None,
        "outcome_inferred": decision.outcome_inferred,
        "url": decision.url,
        "basis": decision.basis.value,
        "relevance": case.relevance.value,
        "why": case.why,
        "issue": case.issue,
        # Where and why, not what: the planted words have no business in another program's input.
        "flagged": [{"kind": flag.kind.value, "place": flag.place} for flag in decision.flags],
    }


def _payment(row: PaymentRow) -> dict[str, Any]:
    remedy = row.remedy
    rate = remedy.rate_pence if remedy.amount_pence is None else remedy.amount_pence
    return {
        "reference": str(row.reference),
        "amount_gbp": pounds(rate),
        "per": remedy.per,
        "kind": remedy.kind.value,
        "payee": remedy.payee.value,
        "for": remedy.purpose.value,
        "issue": remedy.issue,
        "status": remedy.status.value,
        "year": row.year,
    }


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None
