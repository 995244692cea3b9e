"""Sections → the issues a decision deals with: what was found on each, with or without injustice, and where it is said.

The assessment is asked first: its lettered or headed parts, else the sentences that state a result. What the summary
finds besides is looked for in the assessment again, so that a fault told twice is one finding with both places. A
decision that closes early has one issue, what was complained of. An issue is worded by ``finding_wording``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.domain import Finding, FindingResult, Outcome
from assistant.text import unify_characters
from ingest.findings.draft import Draft
from ingest.findings.drafts import drafts_of
from ingest.findings.injustice import kinds_of_harm
from ingest.findings.likeness import content_words, overlap
from ingest.findings.links import weigh_injustice
from ingest.findings.parts import Part, read_parts
from ingest.findings.scope import complaint_as_one, read_closure, read_scope
from ingest.findings.sentences import sentences_of
from ingest.findings.statements import read_statements, read_summary_faults
from ingest.forms.headings import SectionRole
from ingest.forms.layout import ReadSection

__all__ = ["content_words", "overlap", "read_findings", "read_injustice"]


def read_findings(sections: Sequence[ReadSection], outcome: Outcome | None) -> tuple[Finding, ...]:
    """The decision's issues in the order of the text, each once; what was left out of the investigation comes last.

    Where the text does not tell a result, the outcome does if it can only mean one thing: not upheld, closed,
    discontinued, or upheld with a single issue. Sections without any text give none; no text makes it fail.
    """
    parts = read_parts(sections)
    drafts = drafts_of(parts, sections, outcome)
    closure = read_closure(sections) if _is_closure(drafts, sections, outcome) else None
    if closure:
        return (closure,)
    if not drafts:
        drafts = _of_summary(sections) or _of_whole_complaint(sections)
    _name_by_complaint(drafts, sections)
    weigh_injustice(drafts, parts, sections)
    drafts.sort(key=lambda draft: draft.ordinal)
    found = [draft.finding() for draft in drafts]
    found = [_settle(finding, outcome, is_only=len(found) == 1) for finding in found]
    told = [content_words(finding.issue) for finding in found]
    found += [
        left
        for left in read_scope(sections)
        if not any(overlap(content_words(left.issue), words) >= 0.8 for words in told)
    ]
    return tuple({finding.issue: finding for finding in reversed(found)}.values())[::-1]


def read_injustice(sections: Sequence[ReadSection]) -> tuple[str, ...]:
    """The kinds of harm that the assessment and the remedy name, in the order of our table, each once.

    Harm that is denied is none; the names are those of ``harm.KINDS_OF_HARM``. Empty where none is named.
    """
    return kinds_of_harm(
        sentence
        for section in sections
        if section.role in (SectionRole.ANALYSIS, SectionRole.ACTION, SectionRole.FINAL)
        for paragraph in section.paragraphs
        for sentence in sentences_of(paragraph.text)
    )


# --------------------------------------------------------------------------- where the assessment states no result

_WILL_NOT = re.compile(
    r"\b(?:will|should|shall) not (?:now |therefore |start to )?investigat|\bcannot investigat|\b(?:discontinued?"
    r"|stopped|ended) (?:my|our|the|this|his|her) investigation"
    r"|\bnot (?:to )?investigate this complaint|\bresolv\w+ (?:the|this|his|her|their) complaint early\b"
    r"|\bearly resolution\b"
    r"|\bif (?:I|we) (?:were to|did) investigate",
    re.I,
)


def _is_closure(drafts: Sequence[Draft], sections: Sequence[ReadSection], outcome: Outcome | None) -> bool:
    """True where nothing was decided: closed or discontinued without two parts of its own, or settled before that."""
    if any(draft.result in (FindingResult.FAULT, FindingResult.NO_FAULT) and not draft.is_soft for draft in drafts):
        return outcome is Outcome.CLOSED
    if outcome in (Outcome.CLOSED, Outcome.DISCONTINUED):
        return len([draft for draft in drafts if draft.is_labelled]) < 2
    closing = (
        paragraph.text
        for section in sections
        if section.role in (SectionRole.SUMMARY, SectionRole.FINAL)
        for paragraph in section.paragraphs
    )
    return any(_WILL_NOT.search(unify_characters(text)) for text in closing)


def _name_by_complaint(drafts: list[Draft], sections: Sequence[ReadSection]) -> None:
    """The only result of a page, said of "the matter", is about what was complained of."""
    told = complaint_as_one(sections)
    if len(drafts) == 1 and told and drafts[0].is_implied and drafts[0].result is not FindingResult.FAULT:
        drafts[0].issue = told[0]


def _of_summary(sections: Sequence[ReadSection]) -> list[Draft]:
    """What the summary, else the final decision, states; for statements whose assessment says it in other words."""
    for role in (SectionRole.SUMMARY, SectionRole.FINAL):
        paragraphs = [p for section in sections if section.role is role for p in section.paragraphs]
        faults = list(read_summary_faults(paragraphs))
        others = [
            s
            for s in read_statements(paragraphs)
            if s.result is not FindingResult.FAULT and s.matter and not s.is_implied
        ]
        drafts = [Draft.from_statement(statement) for statement in (*faults, *others)]
        if drafts:
            return drafts
    return []


def _of_whole_complaint(sections: Sequence[ReadSection]) -> list[Draft]:
    """The complaint as one issue, its result still to be settled by the outcome."""
    told = complaint_as_one(sections)
    if told is None:
        return []
    draft = Draft(told[0], ordinal=told[1].ordinal)
    draft.paragraphs[told[1].id] = None
    soft = [s for part in _assessment(sections) for s in read_statements(part.paragraphs, is_soft=True)]
    for statement in soft:
        draft.results.append(statement.result)
        draft.paragraphs[statement.paragraph.id] = None
    return [draft]


def _assessment(sections: Sequence[ReadSection]) -> list[Part]:
    return [
        Part("", section.paragraphs)
        for section in sections
        if section.role is SectionRole.ANALYSIS and not section.is_standing_text
    ]


def _settle(finding: Finding, outcome: Outcome | None, *, is_only: bool) -> Finding:
    if finding.result is not FindingResult.NOT_STATED:
        return finding
    if outcome is Outcome.NOT_UPHELD:
        return replace(finding, result=FindingResult.NO_FAULT)
    if outcome in (Outcome.CLOSED, Outcome.DISCONTINUED):
        return replace(finding, result=FindingResult.NOT_INVESTIGATED)
    if outcome is Outcome.UPHELD and is_only:
        return replace(finding, result=FindingResult.FAULT)
    return finding
