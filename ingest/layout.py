"""Blocks → the decision's sections with their roles, its paragraphs with our identity, and the facts of its header."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from assistant.domain import CaseReference, Outcome, Paragraph, Section, Unread
from assistant.errors import InvalidReference
from assistant.text import find_references, normalise, paragraph_id, parse_date, unify_characters
from ingest.blocks import Block, BlockKind, is_body_line
from ingest.vocabulary import (
    HEADER_LABELS,
    LAW_WORDS,
    LETTERED_HEADING,
    OPENING_LINE,
    PARTY,
    STANDING_ROLES,
    SUMMARY_LABEL,
    SectionRole,
    heading_rule,
    outcome_of,
)


@dataclass(frozen=True)
class Header:
    """What the lines above the text say. None where the page does not say it."""

    reference: CaseReference | None = None
    body: str | None = None
    category: str | None = None
    subcategory: str | None = None
    outcome: Outcome | None = None
    decided: date | None = None
    unread: tuple[Unread, ...] = ()


@dataclass(frozen=True)
class ReadSection:
    """A section with its role and its paragraphs. ``issue`` is the text of a lettered heading, without its letter."""

    section: Section
    role: SectionRole
    paragraphs: tuple[Paragraph, ...]
    issue: str | None = None

    @property
    def is_standing_text(self) -> bool:
        """True for role and powers, method and law."""
        return self.section.is_standing_text


# --------------------------------------------------------------------------- header


def read_header(lines: Sequence[str]) -> Header:
    """Read the header's lines in any order; what has a label and cannot be understood is reported as unread.

    Values are in normal form, because they are compared with those of other decisions and never quoted.
    """
    values = _labelled_values(lines)
    reference, body = None, None
    for line in lines:
        match = is_body_line(unify_characters(line))
        if match:
            reference = find_references(match["reference"])[0].reference
            body = normalise(line[: match.end("body")]).strip(" -:|")
            break
    if reference is None and "reference" in values:
        try:
            reference = CaseReference.parse(values["reference"])
        except InvalidReference:
            found = find_references(values["reference"])
            reference = found[0].reference if found else None
    category, _, subcategory = (part.strip() for part in values.get("category", "").partition(">"))
    unread = []
    outcome = outcome_of(values["outcome"]) if "outcome" in values else None
    if "outcome" in values and outcome is None:
        unread.append(Unread("header, Decision", values["outcome"], "not an outcome that we know"))
    decided = parse_date(values["decided"]) if "decided" in values else None
    if "decided" in values and decided is None:
        unread.append(Unread("header, Decision date", values["decided"], "not a date"))
    return Header(
        reference=reference,
        body=body or values.get("body"),
        category=category or None,
        subcategory=subcategory or None,
        outcome=outcome,
        decided=decided,
        unread=tuple(unread),
    )


def _labelled_values(lines: Sequence[str]) -> dict[str, str]:
    """Label → value, from "Label : value" on one line or the label above its value; the first of each counts."""
    values: dict[str, str] = {}
    waiting = None
    for line in lines:
        plain = unify_characters(line)
        label, match = next(
            ((name, match) for name, pattern in HEADER_LABELS if (match := pattern.fullmatch(plain))), (None, None)
        )
        if label and match and not OPENING_LINE.fullmatch(plain):
            value = normalise(line[match.start(1) :]) if match[1] else ""
            waiting = None if value else label
            if value:
                values.setdefault(label, value)
        elif waiting:
            values.setdefault(waiting, normalise(line))
            waiting = None
    return values


# --------------------------------------------------------------------------- sections


def read_sections(reference: CaseReference, blocks: Sequence[Block]) -> tuple[ReadSection, ...]:
    """Put blocks under their headings. Text before any heading stands in a section without one (heading "")."""
    numbers_are_true = _numbers_are_true(blocks)
    drafts: list[tuple[str, SectionRole, str | None, list[Paragraph]]] = []
    role, ordinal = SectionRole.FOUND, 0
    for block in blocks:
        if block.kind is BlockKind.HEADING:
            role, issue = _role_of(block.text, role)
            drafts.append((block.text, role, issue, []))
            continue
        text = block.text
        label = SUMMARY_LABEL.match(unify_characters(text))
        if label and not any(draft[1] is SectionRole.SUMMARY for draft in drafts):
            text = text[label.end() :]
            drafts.append(("Summary", SectionRole.SUMMARY, None, []))
        if not drafts:
            drafts.append(("", role, None, []))
        if not text.strip():
            continue
        ordinal += 1
        drafts[-1][3].append(
            Paragraph(
                id=paragraph_id(reference, ordinal, text),
                ordinal=ordinal,
                text=text,
                section=len(drafts),
                printed_number=block.number if numbers_are_true else None,
            )
        )
    return tuple(
        ReadSection(
            Section(n, heading, _is_standing(role, issue, paragraphs)),
            role,
            tuple(paragraphs),
            issue,
        )
        for n, (heading, role, issue, paragraphs) in enumerate(drafts, start=1)
    )


def _role_of(heading: str, before: SectionRole) -> tuple[SectionRole, str | None]:
    """The role of a heading, by the table, else by the section it stands in; and the issue of a lettered one."""
    plain = unify_characters(heading)
    rule = heading_rule(plain)
    if rule is not None:
        return rule.role, None
    lettered = LETTERED_HEADING.fullmatch(plain)
    if lettered and before is not SectionRole.COMPLAINT:
        start = lettered.start(2) if lettered[2] else lettered.start(4)
        return SectionRole.ANALYSIS, heading[start:].strip().rstrip(".:;")
    if before in (SectionRole.LAW, SectionRole.HAPPENED, SectionRole.SUMMARY, *STANDING_ROLES):
        return SectionRole.FOUND, None
    return before, None


def _is_standing(role: SectionRole, issue: str | None, paragraphs: Sequence[Paragraph]) -> bool:
    """By role; or, under "What I found", where most paragraphs speak of the law and none of a person or a finding."""
    if role in STANDING_ROLES:
        return True
    if role is not SectionRole.FOUND or issue or not paragraphs:
        return False
    plain = [unify_characters(paragraph.text) for paragraph in paragraphs]
    if any(
        PARTY.search(text) or re.search(r"\b(?:I|we) (?:find|found|consider|asked|have)\b|\bfault\b", text)
        for text in plain
    ):
        return False
    # The points of a list are too short to speak of the law each; their lead-in does.
    long = [text for text in plain if len(text) >= 60]
    return bool(long) and 2 * sum(bool(LAW_WORDS.search(text)) for text in long) >= len(long)


def _numbers_are_true(blocks: Sequence[Block]) -> bool:
    """True where the printed numbers run through the whole decision from 1 without a gap or a new start.

    Flat captures begin again at 1 after each list; a number from such a page would point to the wrong paragraph.
    """
    numbers = [block.number for block in blocks if block.number is not None]
    return len(numbers) >= 3 and numbers == list(range(1, len(numbers) + 1))
