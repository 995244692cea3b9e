"""Answers as JSON: the one form that the terminal, the batch and other programs read."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from assistant.checking import CheckedText, Judgement, Passage, Verdict, is_unbound, shown_words
from assistant.domain import (
    Answer,
    Assumption,
    Case,
    CitationReport,
    EvidenceSide,
    FailedCheck,
    Filters,
    OutcomeCount,
    PaymentGroup,
    PaymentRow,
    Query,
    RateRange,
    RemedySummary,
    Statement,
    WritingReport,
)
from assistant.signposts import signposts_for
from assistant.text import pounds

_CASES_AT_MOST = 20


def answer_to_json(answer: Answer, *, identifier: str | int | None = None) -> dict[str, Any]:
    """An answer as a JSON object; the keys are described in the README under "Batches".

    Sums are pounds. ``lowest_gbp``, ``median_gbp`` and ``highest_gbp`` speak of payments, not of refunds and rates.
    ``close`` and ``partly`` under ``remedies`` tell the same of the close and of the partly comparable cases alone.
    ``history`` is set for the history of a body: all its decisions within the limits, and not only the cases.
    """
    return {
        "id": identifier,
        "status": answer.status.value,
        "understood": _understood(answer.query),
        "suggestions": list(answer.suggestions),
        "signposts": [
            {"text": signpost.text, "sources": list(signpost.sources)}
            for signpost in signposts_for(answer.query.risks_told)
        ],
        "statements": [_statement(statement) for statement in answer.statements],
        "cases": [_case(case) for case in answer.evidence.cases[:_CASES_AT_MOST]],
        "remedies": _remedies(answer.summary),
        "sides": [_side(side, answer) for side in answer.evidence.sides],
        "history": [_ended(count) for count in answer.evidence.history],
        "terms": [{"term": use.name, "decisions": use.decisions} for use in answer.evidence.term_uses],
        "checks": _checks(answer.report),
        "not_held": [str(reference) for reference in answer.evidence.not_held],
        "casebook": {"decisions": answer.casebook.decisions, "newest": _day(answer.casebook.newest)},
        "versions": dict(answer.versions),
        "writing": _writing(answer.writing),
        "seconds": round(answer.seconds, 4),
    }


def _remedies(summary: RemedySummary) -> dict[str, Any]:
    return {
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
        "groups": [_group(group) for group in summary.groups],
        "rates": [_rates(rates) for rates in summary.rates],
        "service_improvements": [
            {"kind": group.kind.value, "references": [str(reference) for reference in group.references]}
            for group in summary.improvements
        ],
        "close": _part(summary.close),
        "partly": _part(summary.partly),
    }


def _checks(report: CitationReport) -> dict[str, Any]:
    return {
        "quotes": report.quotes,
        "figures": report.figures,
        "references": report.references,
        "counts": report.counts,
        "dates": report.dates,
        "meanings": report.meanings,
        "claims": report.claims,
        "wording": report.wording,
        "failures": _failures(report.failures),
        "withheld": len(report.withheld),
    }


def _failures(failures: Sequence[FailedCheck]) -> list[dict[str, str]]:
    return [{"statement": f.statement, "check": f.check, "found": f.found, "reason": f.reason} for f in failures]


def checked_to_json(checked: CheckedText) -> dict[str, Any]:
    """A checked text as a JSON object; the keys are described in ``docs/checking-a-draft.md``.

    Of what is said of no decision ``words`` is null: its place tells it to whoever has the text.
    """
    counts = {verdict.value.replace(" ", "_"): checked.count(verdict) for verdict in Verdict}
    return {
        "headline": checked.headline,
        "counts": counts,
        "judgements": [_judgement(one) for one in checked.judgements],
        "casebook": {"decisions": checked.decisions},
    }


def _judgement(judgement: Judgement) -> dict[str, Any]:
    place = judgement.place
    return {
        "about": judgement.about,
        "words": None if is_unbound(judgement) else shown_words(judgement),
        "line": place.line,
        "column": place.column,
        "start": place.start,
        "end": place.end,
        "verdict": judgement.verdict.value,
        "why": judgement.why,
        "reference": str(judgement.reference) if judgement.reference else None,
        "near": [str(reference) for reference in judgement.near],
        "passage": _passage(judgement.passage) if judgement.passage else None,
        "instead": judgement.instead or None,
    }


def _passage(passage: Passage) -> dict[str, Any]:
    return {
        "reference": str(passage.reference),
        "paragraph": passage.paragraph,
        "printed_number": passage.printed_number,
        "quote": passage.quote,
        "start": passage.start,
        "is_digest": passage.is_digest,
        "url": passage.url,
    }


def _writing(writing: WritingReport | None) -> dict[str, Any] | None:
    """How far a chat model worded the answer; null where none is configured."""
    if writing is None:
        return None
    return {
        "model": writing.model,
        "said_to_be": writing.said_to_be,
        "prompt": writing.prompt,
        "was_asked": writing.was_asked,
        "shown": writing.shown,
        "repaired": writing.repaired,
        "rewritten": writing.rewritten,
        "left_out": writing.left_out,
        "refused": _failures(writing.refused),
        "reason": writing.reason,
    }


def _understood(query: Query) -> dict[str, Any]:
    return {
        "topic": query.topic,
        "kind": query.kind.value,
        "filters": filters_to_json(query.filters),
        "given": filters_to_json(query.given),
        "limit_remarks": list(query.limit_remarks),
        "assumed": list(query.assumed),
        "assumptions": [_assumption(assumption) for assumption in query.assumptions],
        "left_out": [_assumption(assumption) for assumption in query.left_out],
        "redacted_question": query.redacted_question,
        "order": query.order.value if query.order else None,
        "per": query.per,
        "by_nearness": query.by_nearness,
    }


def _assumption(assumption: Assumption) -> dict[str, Any]:
    """An assumption with the key that undoes it; null for a remark that cannot be undone."""
    return {"key": assumption.key or None, "text": assumption.text}


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
        "kind_not": [kind.value for kind in filters.remedy_kinds_not],
        "payee": [payee.value for payee in filters.payees],
        "for": [purpose.value for purpose in filters.purposes],
        "basis": [basis.value for basis in filters.bases],
        "reference": [str(reference) for reference in filters.references],
        "also_kind": [[kind.value for kind in kinds] for kinds in filters.also_kinds],
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
        "sources": [
            {
                "sentence": source.sentence,
                "kind": source.kind.value,
                "what": source.what,
                "references": [str(reference) for reference in source.references],
            }
            for source in statement.sources
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


def _group(group: PaymentGroup) -> dict[str, Any]:
    """What the payments of a group share, how many decisions they are of, and their range in pounds."""
    return {
        "by": group.by.value,
        "name": group.name,
        "decisions": group.decisions,
        "decisions_with_sum": group.paying,
        "lowest_gbp": pounds(group.lowest_pence),
        "median_gbp": pounds(group.median_pence),
        "highest_gbp": pounds(group.highest_pence),
    }


def _part(part: RemedySummary | None) -> dict[str, Any] | None:
    """The range over the cases of one relevance, in pounds; null where there are none."""
    if part is None:
        return None
    return {
        "decisions": part.decisions,
        "decisions_with_sum": part.paying,
        "sums": len(part.rows_with_sums),
        "lowest_gbp": pounds(part.lowest_pence),
        "median_gbp": pounds(part.median_pence),
        "highest_gbp": pounds(part.highest_pence),
    }


def _rates(rates: RateRange) -> dict[str, Any]:
    return {
        "per": rates.per,
        "lowest_gbp": pounds(rates.lowest_pence),
        "highest_gbp": pounds(rates.highest_pence),
        "references": [str(reference) for reference in dict.fromkeys(row.reference for row in rates.rows)],
    }


def _side(side: EvidenceSide, answer: Answer) -> dict[str, Any]:
    """A side of a comparison or a year of a trend with its decisions; ``more`` where there may be further ones."""
    held = {case.key: str(case.decision.reference) for case in answer.evidence.cases}
    return {
        "label": side.label,
        "searched": side.searched,
        "references": [held[key] for key in side.keys if key in held],
        "more": side.is_cut,
    }


def _ended(count: OutcomeCount) -> dict[str, Any]:
    """Of a body's history: how many decisions of a year ended in one way; null for what is not known."""
    return {
        "year": count.year,
        "outcome": count.outcome.value if count.outcome else None,
        "decisions": count.decisions,
    }


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None
