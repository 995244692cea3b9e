"""Blocks → the decision's sections with their roles, and its paragraphs with our identity."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from assistant.domain import CaseReference, Paragraph, Section
from assistant.text import paragraph_id, unify_characters
from ingest.forms.blocks import Block, BlockKind
from ingest.forms.headings import (
    LAW_WORDS,
    LETTERED_HEADING,
    PARTY,
    STANDING_ROLES,
    SectionRole,
    heading_rule,
)
from ingest.forms.page_words import SUMMARY_LABEL

_LARGEST_GAP = 2


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


# --------------------------------------------------------------------------- sections


@dataclass
class _Draft:
    """A section while its paragraphs are gathered."""

    heading: str
    role: SectionRole
    issue: str | None = None
    paragraphs: list[Paragraph] = field(default_factory=list)


def read_sections(
    reference: CaseReference, blocks: Sequence[Block], *, is_whole: bool = True
) -> tuple[ReadSection, ...]:
    """Put blocks under their headings. Text before any heading stands in a section without one (heading "").

    ``is_whole`` is false for a report whose first chapters are missing: its numbers begin where they ended.
    """
    numbered = _true_numbers(blocks, is_whole=is_whole)
    roles = iter(_roles_of([block.text for block in blocks if block.kind is BlockKind.HEADING]))
    drafts: list[_Draft] = []
    ordinal = 0
    for n, block in enumerate(blocks):
        if block.kind is BlockKind.HEADING:
            role, issue = next(roles)
            drafts.append(_Draft(block.text, role, issue))
            continue
        text = block.text
        label = SUMMARY_LABEL.match(unify_characters(text))
        if label and not any(draft.role is SectionRole.SUMMARY for draft in drafts):
            text = text[label.end() :]
            drafts.append(_Draft("Summary", SectionRole.SUMMARY))
        if not drafts:
            drafts.append(_Draft("", SectionRole.FOUND))
        if not text.strip():
            continue
        ordinal += 1
        drafts[-1].paragraphs.append(
            Paragraph(
                id=paragraph_id(reference, ordinal, text),
                ordinal=ordinal,
                text=text,
                section=len(drafts),
                printed_number=block.number if n in numbered else None,
            )
        )
    return tuple(
        ReadSection(
            Section(n, draft.heading, _is_standing(draft.role, draft.issue, draft.paragraphs)),
            draft.role,
            tuple(draft.paragraphs),
            draft.issue,
        )
        for n, draft in enumerate(drafts, start=1)
    )


def _roles_of(headings: Sequence[str]) -> list[tuple[SectionRole, str | None]]:
    """The role and issue of each heading in order."""
    roles: list[tuple[SectionRole, str | None]] = []
    role = SectionRole.FOUND
    for heading in headings:
        role, issue = _role_of(heading, role)
        roles.append((role, issue))
    within = _within_summary([unify_characters(heading) for heading in headings])
    has_actions = any(role is SectionRole.ACTION for n, (role, _) in enumerate(roles) if n not in within)
    return [
        (SectionRole.SUMMARY, None)
        if n in within and (has_actions or role is not SectionRole.ACTION)
        else (role, issue)
        for n, (role, issue) in enumerate(roles)
    ]


def _within_summary(headings: Sequence[str]) -> set[int]:
    """The headings under a report's summary: its subject, its finding, and recommendations that come again later.

    A statement's summary has none under it: without a finding or recommendations there, nothing is within.
    """
    within: set[int] = set()
    for n, heading in enumerate(headings):
        rule = heading_rule(heading)
        if rule is None or rule.role is not SectionRole.SUMMARY:
            continue
        inside = []
        for m in range(n + 1, len(headings)):
            below = heading_rule(headings[m])
            if below is not None and below.role not in (SectionRole.ANALYSIS, SectionRole.ACTION):
                break
            inside.append(m)
        known = [m for m in inside if heading_rule(headings[m]) is not None]
        if known:
            within.update(range(n + 1, known[-1] + 1))
    return within


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


def _true_numbers(blocks: Sequence[Block], *, is_whole: bool) -> set[int]:
    """The blocks whose printed numbers run through the whole decision from 1; empty where there is no such run.

    Flat captures begin again at 1 after each list; a number from such a page would point to the wrong paragraph. A
    numbered list inside a paragraph begins at 1 too: it stands aside while the run goes on behind it. A number that
    the capture lost leaves a gap, and the others are none the less what is printed.
    """
    numbers = [(n, block.number) for n, block in enumerate(blocks) if block.number is not None]
    run: list[int] = []
    last = 0 if is_whole or not numbers else numbers[0][1] - 1
    gaps = 0
    for n, number in numbers:
        if number == last + 1 or (run and last + 1 < number <= last + _LARGEST_GAP):
            gaps += number - last - 1
            run.append(n)
            last = number
    is_run = len(run) >= 3 and run[-1] == numbers[-1][0] and 10 * gaps <= len(run)
    return set(run) if is_run and 4 * len(run) >= 3 * len(numbers) else set()
