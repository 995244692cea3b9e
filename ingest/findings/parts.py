"""Sections → the parts of the assessment, each on one issue where a heading, a letter or a run-in label names it.

"A) The ring", "Review of the plan", "The delay. The Council took six months …" and a short line of its own before a
paragraph all name what the paragraphs behind them are about. Where none does, a part has no label and its sentences
are asked.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.domain import Paragraph
from assistant.text import unify_characters
from ingest.findings.sentences import sentences_of
from ingest.findings.statements import read_statements
from ingest.findings.verbs import gerund_of
from ingest.findings.wording import names_issue, without_announcement, word_heading
from ingest.forms.headings import SectionRole, heading_rule
from ingest.forms.layout import ReadSection


@dataclass(frozen=True)
class Part:
    """Paragraphs on one issue; ``label`` is "" where nothing names it.

    ``is_lettered`` parts are issues whatever they say; ``is_general`` ones weigh injustice or remedy for the others.
    """

    label: str
    paragraphs: tuple[Paragraph, ...]
    is_lettered: bool = False
    is_general: bool = False


_LONGEST_HEADING = 160
# Headings of parts that weigh injustice or remedy for all that was found before.
_GENERAL_HEADING = re.compile(
    r"(?:did (?:the|any|these|this) .*\b(?:cause|lead|injustice)\b.*|(?:the )?(?:injustice|impact|effects?"
    r"|consequences?|remedy|remedies)\b.*|(?:the )?(?:claimed )?injustice"
    r"|.*\binjustice to\b.*|consideration of (?:injustice|remedy|the remedy)|what (?:injustice|should).*"
    r"|.*\bcaus(?:e|ed|ing) (?:an )?injustice.*)",
    re.I,
)
# Headings that tell when or who and not what: "Events in 2021", "The first application", "Mr X's complaint to us".
_STORY_HEADING = re.compile(
    r"(?:events?|chronology|key (?:dates|events)|timeline|what (?:i|we|the|has|happened)\b.*|why (?:i|we)\b.*"
    r"|\d{4}.*|(?:january|february|march|april|may|june|july|august|september|october|november|december)\b.*"
    r"|(?:mr|mrs|ms|miss) (?:and (?:mr|mrs|ms|miss) )?[a-z](?:'s complaint.*)?|other matters|further matters"
    r"|comments on .*|response to .*|summary of .*|the statutory process|the process)",
    re.I,
)


def read_parts(sections: Sequence[ReadSection]) -> list[Part]:
    """The parts in which results are stated; empty where the page states none outside summary and final decision.

    Lettered parts are all there are where there are two; else the assessment, else all that was found, else the story.
    """
    lettered = _lettered(sections)
    if len(lettered) >= 2:
        return lettered
    told = [section for section in _behind_complaint(sections) if not section.is_standing_text and section.paragraphs]
    assessed = [section for section in told if section.role is SectionRole.ANALYSIS]
    found = [section for section in told if section.role is SectionRole.FOUND]
    if _states(assessed):
        headed = [section for section in found if _label(section) and _states([section])]
        kept = [section for section in told if section in assessed or section in headed]
    elif _states(found):
        kept = found
    else:
        story = [section for section in told if section.role is SectionRole.HAPPENED]
        kept = story if _states(story) else []
    return [part for section in kept for part in _split(section)]


def _behind_complaint(sections: Sequence[ReadSection]) -> Sequence[ReadSection]:
    """Without what stands before the complaint: a report sums itself up there, under headings of its own."""
    first = next((n for n, section in enumerate(sections) if section.role is SectionRole.COMPLAINT), 0)
    return sections[first:]


def _states(sections: Sequence[ReadSection]) -> bool:
    return any(True for section in sections for _ in read_statements(section.paragraphs))


def _lettered(sections: Sequence[ReadSection]) -> list[Part]:
    """The lettered parts; a general sub-heading ("What happened", "Analysis") goes on with the part it stands in."""
    parts: list[Part] = []
    is_open = False
    for section in sections:
        if section.issue:
            parts.append(Part(section.issue, section.paragraphs, is_lettered=True))
            is_open = True
            continue
        rule = heading_rule(unify_characters(section.section.heading))
        is_sub = rule is not None and not rule.is_top and not section.is_standing_text
        if is_open and is_sub and not _GENERAL_HEADING.fullmatch(section.section.heading):
            part = parts[-1]
            parts[-1] = Part(part.label, (*part.paragraphs, *section.paragraphs), is_lettered=True)
        elif rule is None or rule.is_top:
            is_open = False
    return parts


def _label(section: ReadSection) -> str:
    """The issue that a heading names, or "": what stands behind "Analysis:" where it names one, else the whole."""
    heading = without_announcement(section.section.heading)
    plain = unify_characters(heading)
    is_of_the_site = heading_rule(plain) or _GENERAL_HEADING.fullmatch(plain) or _STORY_HEADING.fullmatch(plain)
    return "" if is_of_the_site or len(plain) > _LONGEST_HEADING else word_heading(heading)


def _split(section: ReadSection) -> list[Part]:
    """The section as one part, or cut where run-in labels open its paragraphs."""
    heading = unify_characters(section.section.heading)
    label, is_general = _label(section), bool(_GENERAL_HEADING.fullmatch(heading))
    labels = [_run_in_label(paragraph, following) for paragraph, following in _pairs(section.paragraphs)]
    if sum(bool(found) for found in labels) < 2:
        return [Part(label, section.paragraphs, is_general=is_general)]
    parts: list[Part] = []
    start = 0
    for n, found in enumerate(labels):
        if found and n > start:
            parts.append(Part(labels[start] or label, section.paragraphs[start:n]))
        start = n if found else start
    parts.append(Part(labels[start] or label, section.paragraphs[start:]))
    return parts


def _pairs(paragraphs: Sequence[Paragraph]) -> list[tuple[Paragraph, Paragraph | None]]:
    return list(zip(paragraphs, [*paragraphs[1:], None], strict=True))


_MARK = re.compile(r"\(?[a-h1-9]\)\s+", re.I)
_VERB = re.compile(
    r"\b(?:is|was|were|are|has|had|have|did|does|do|will|would|should|could|can|cannot|may|must|took|gave|sent|made"
    r"|said|says|told|kept|went|came|found|find|agree|accept\w*|uphold)\b",
    re.I,
)


_OPENS_NOUN = frozenset(
    (
        "the",
        "a",
        "an",
        "and",
        "or",
        "of",
        "to",
        "in",
        "for",
        "by",
        "with",
        "on",
        "his",
        "her",
        "their",
        "its",
        "not",
        "poor",
    )
)


def _tells(plain: str) -> bool:
    """True for a sentence with a verb of its own: "Miss A asked for a review" is one, "Missed visits" is none."""
    if re.match(r"(?:how|whether|why)\b", plain, re.I):
        return False
    words = plain.rstrip(".").split()
    # "Miss A asked": a party's letter opens no noun.
    opens = [(word.lower() in _OPENS_NOUN and word != "A") or (word == "A" and not n) for n, word in enumerate(words)]
    return bool(_VERB.search(plain)) or any(n and gerund_of(word) and not opens[n - 1] for n, word in enumerate(words))


def _run_in_label(paragraph: Paragraph, following: Paragraph | None) -> str:
    """Give the label of "Keeping in touch. Returning nine calls …" and "b) The ring. …"; "" for a paragraph without."""
    first, *rest = sentences_of(paragraph.text) or ("",)
    plain = unify_characters(first)
    mark = _MARK.match(plain)
    words = first[mark.end() :] if mark else first
    is_line = (
        not rest
        and not re.search(r"[.:;!?]$", plain)
        and following is not None
        and len(following.text) > len(paragraph.text)
    )
    is_short = len(words.split()) <= 9 and not _tells(unify_characters(words)) and not words[:1].islower()
    if not is_short or not (rest or is_line) or _STORY_HEADING.fullmatch(unify_characters(words).strip(" .")):
        return ""
    return word_heading(words.rstrip(".")) if names_issue(words) else ""
