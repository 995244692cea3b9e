"""The summary's faults and the drafts of the assessment → those drafts, with what the summary alone calls fault.

The summary and the assessment tell one fault in two wordings; it is counted once, with both places.
"""

from __future__ import annotations

from collections.abc import Sequence

from assistant.domain import FindingResult, Paragraph
from ingest.findings.draft import Draft
from ingest.findings.injustice import Said, injustice_said
from ingest.findings.likeness import content_words
from ingest.findings.parts import Part
from ingest.findings.sentences import sentences_of
from ingest.findings.shortcomings import SHORTCOMING, tells_shortcoming
from ingest.findings.statements import Statement, read_summary_faults
from ingest.forms.headings import SectionRole
from ingest.forms.layout import ReadSection


def add_summary(drafts: list[Draft], parts: Sequence[Part], sections: Sequence[ReadSection]) -> list[Draft]:
    """The drafts with the summary's faults: as one more place of an issue that was read, or as an issue of their own.

    A fault of the summary is an issue of its own only where the assessment tells it too, in a paragraph without a
    result. Where the assessment has lettered parts these are all issues, and the drafts come back as they are.
    """
    if any(part.is_lettered for part in parts):
        return drafts
    summary = [p for section in sections if section.role is SectionRole.SUMMARY for p in section.paragraphs]
    free = [part for part in parts if not part.label and not part.is_general]
    added = list(drafts)
    for statement in read_summary_faults(summary):
        faults = [draft for draft in added if draft.result is FindingResult.FAULT]
        words = content_words(statement.matter)
        best = max(faults, key=lambda draft: len(words & draft.words), default=None)
        if best is not None and len(words & best.words) >= max(2, len(words) / 3):
            best.paragraphs.setdefault(statement.paragraph.id, None)
            continue
        claimed = {ordinal for draft in added for ordinal, _ in draft.places}
        told = _told_again(words, free, claimed)
        if told is not None:
            part, paragraph = told
            beside = next((draft for draft in faults if _is_beside(paragraph, words, draft)), None)
            if beside is not None:
                beside.paragraphs |= {paragraph.id: None, statement.paragraph.id: None}
                continue
            draft = Draft.from_statement(
                Statement(FindingResult.FAULT, statement.matter, paragraph, 0, statement.sentence), part
            )
            draft.paragraphs[statement.paragraph.id] = None
            added.append(draft)
    return added


def _is_beside(paragraph: Paragraph, words: frozenset[str], draft: Draft) -> bool:
    """True for the paragraph before or behind a fault that has a word of it: two sides of one matter."""
    is_next = any(abs(paragraph.ordinal - ordinal) == 1 for ordinal, _ in draft.places)
    return is_next and bool(words & content_words(draft.issue))


def _told_again(words: frozenset[str], parts: Sequence[Part], claimed: set[int]) -> tuple[Part, Paragraph] | None:
    """The paragraph of the assessment that tells a fault of the summary in other words, and states no result."""
    listed = _listed_shortcomings(parts)
    places = [
        (len(words & content_words(paragraph.text)), -paragraph.ordinal, part, paragraph)
        for part in parts
        for paragraph in part.paragraphs
        if paragraph.ordinal not in claimed
        and (
            paragraph.ordinal in listed
            or tells_shortcoming(paragraph.text)
            or any(injustice_said(s) is Said.INJUSTICE for s in sentences_of(paragraph.text))
        )
    ]
    best = max(places, key=lambda place: place[:2], default=None)
    return (best[2], best[3]) if best and best[0] >= 2 else None


def _listed_shortcomings(parts: Sequence[Part]) -> set[int]:
    """The ordinals of list items whose lead-in tells a shortcoming: "There is no evidence that:"."""
    listed: set[int] = set()
    for part in parts:
        is_open = False
        for paragraph in part.paragraphs:
            text = paragraph.text.rstrip()
            if text.endswith(":"):
                is_open = bool(SHORTCOMING.search(sentences_of(text)[-1]))
            elif is_open:
                listed.add(paragraph.ordinal)
                is_open = text.endswith((";", ",", " or", " and"))
    return listed
