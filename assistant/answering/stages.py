"""The stages that need no casebook: functions from work to work, and what is told beside an answer."""

from __future__ import annotations

from dataclasses import fields, replace

from assistant.answering.work import Work, query_of
from assistant.composing import compose
from assistant.domain import (
    CitationReport,
    Evidence,
    NewsItem,
    Query,
    Source,
    SourceKind,
    Statement,
    StatementRole,
    WritingReport,
)
from assistant.doors import DOORS, DeclineReason
from assistant.remedies import summarise_remedies


def news_about(query: Query, evidence: Evidence) -> tuple[NewsItem, ...]:
    """The articles that name a body the question asks about: pointers for a history, noise beside anything else."""
    asked = {_place_of(body) for body in query.filters.bodies}
    return tuple(item for item in evidence.news if any(_place_of(body) in asked for body in item.bodies))


def _place_of(body: str) -> str:
    """A body's name without the words for its kind: the press writes "Lancashire council"."""
    kinds = {"council", "county", "city", "borough", "metropolitan", "district", "london", "royal", "of", "the"}
    return " ".join(word for word in body.lower().split() if word not in kinds)


def needs_no_evidence(query: Query) -> bool:
    """True where nothing is searched: what is declined has no comparable cases."""
    return query.decline is not None and not DOORS[DeclineReason(query.decline.reason)].offers_comparables


def summarise(work: Work) -> Work:
    """Add up the remedies of the evidence."""
    return replace(work, summary=summarise_remedies(work.evidence, query_of(work).filters))


def compose_draft(work: Work) -> Work:
    """Say what can be said, before it is checked."""
    return replace(work, draft=compose(query_of(work), work.evidence, work.summary, work.facts))


def say_withheld(report: CitationReport) -> tuple[Statement, ...]:
    """That statements were left out, and what to do; nothing where none was."""
    number = len(report.withheld)
    if not number:
        return ()
    noun = "statement was" if number == 1 else "statements were"
    text = f"{number} {noun} left out, because what it said was not found in the record. "
    sources = tuple(Source(sentence, SourceKind.CASEBOOK, "the check of this answer") for sentence in range(2))
    return (Statement(StatementRole.CAVEAT, text + "Run `python -m ingest verify`.", sources=sources),)


def add_reports(first: CitationReport, second: CitationReport) -> CitationReport:
    """Two reports on parts of one answer as the report on the whole: every count and every list is added up."""
    return CitationReport(
        **{each.name: getattr(first, each.name) + getattr(second, each.name) for each in fields(first)}
    )


def model_versions(written: WritingReport | None) -> dict[str, str]:
    """What an answer was worded with; nothing where no model was asked."""
    if written is None or not written.was_asked:
        return {}
    named = {"model": written.model, "prompt": written.prompt}
    return named | ({"model_said_to_be": written.said_to_be} if written.said_to_be else {})
