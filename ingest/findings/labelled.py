"""A part of the assessment with a label → the draft of its own issue, and of what it decides besides."""

from __future__ import annotations

from assistant.domain import FindingResult, Outcome
from ingest.findings.draft import RESULT_ORDER, Draft
from ingest.findings.likeness import is_same_matter
from ingest.findings.parts import Part
from ingest.findings.scope import is_a_matter
from ingest.findings.sentences import sentences_of
from ingest.findings.shortcomings import is_shortcoming
from ingest.findings.statements import Statement, read_statements


def read_labelled(part: Part, outcome: Outcome | None) -> list[Draft]:
    """The part's own issue first, then what it decides besides of another matter with another result.

    Empty for a part that states no result, unless a letter makes it an issue of the complaint.
    """
    statements = list(read_statements(part.paragraphs)) or list(read_statements(part.paragraphs, is_soft=True))
    if not statements and not part.is_lettered:
        return []
    first = part.paragraphs[0].ordinal if part.paragraphs else 0
    own = Draft(part.label, first, part=part, is_labelled=True)
    main = next((result for result in RESULT_ORDER if any(s.result is result for s in statements)), None)
    for statement in statements:
        if statement.result is main:
            own.add(statement)
    own.is_soft = bool(statements) and all(statement.is_soft for statement in statements)
    if main is None and outcome is Outcome.UPHELD:
        _add_shortcomings(own, part)
    if not own.paragraphs and part.paragraphs:
        own.paragraphs[part.paragraphs[-1].id] = None
    others = [
        Draft.from_statement(s, part)
        for s in statements
        if s.result is not main and _stands_alone(s, own) and main is FindingResult.FAULT
    ]
    return [own, *others]


def _stands_alone(statement: Statement, own: Draft) -> bool:
    """True for a result that names a matter of its own in a paragraph of its own."""
    is_kind = statement.result is FindingResult.NO_FAULT or (
        statement.result is FindingResult.NOT_INVESTIGATED and is_a_matter(statement.matter)
    )
    is_apart = statement.paragraph.id not in own.paragraphs and not statement.is_implied and not statement.is_soft
    return is_kind and is_apart and bool(statement.matter) and not is_same_matter(statement.matter, own.issue)


def _add_shortcomings(draft: Draft, part: Part) -> None:
    """A lettered part that tells what went wrong and never says "fault"."""
    for paragraph in part.paragraphs:
        if any(is_shortcoming(sentence) for sentence in sentences_of(paragraph.text)):
            draft.results.append(FindingResult.FAULT)
            draft.paragraphs[paragraph.id] = None
