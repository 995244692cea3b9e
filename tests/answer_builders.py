"""Builders of whole answers: statements that quote decisions, over evidence and a summary that fit them."""

from __future__ import annotations

from assistant.domain import (
    Answer,
    AnswerStatus,
    CaseReference,
    Citation,
    CitationReport,
    Decision,
    Statement,
    StatementRole,
)
from assistant.remedies import summarise_remedies
from tests.builders import evidence, facts, query


def cite(of: Decision, quote: str, paragraph: int = 0) -> Citation:
    """The first place of these words in a paragraph, counted from 0."""
    text = of.paragraphs[paragraph]
    return Citation(of.reference, text.id, quote, text.text.index(quote))


def answer_about(*decisions: Decision, status: AnswerStatus = AnswerStatus.FEW, **changed: object) -> Answer:
    """An answer over these decisions, with a headline and one statement that quotes the first paragraph of each."""
    found = evidence(*decisions)
    closest = tuple(
        Statement(StatementRole.CLOSEST, f"{one.body} ({one.reference}): paid.", (cite(one, one.paragraphs[0].text),))
        for one in decisions
    )
    values: dict[str, object] = {
        "status": status,
        "query": query(),
        "statements": (Statement(StatementRole.HEADLINE, "Some decisions are comparable."), *closest),
        "evidence": found,
        "summary": summarise_remedies(found),
        "report": CitationReport(quotes=1, figures=2),
        "casebook": facts(),
        "seconds": 0.1,
    }
    return Answer(**values | changed)  # type: ignore[arg-type]  # a builder: any field by name


def held(*decisions: Decision) -> dict[CaseReference, Decision]:
    """The decisions by their references."""
    return {one.reference: one for one in decisions}
