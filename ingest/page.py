"""The text of a saved page → a Decision with its header, sections, paragraphs, findings and remedies, or a reason.

The one door to reading pages. Other forms than flat text become further ways to make blocks; all that comes behind
them (sections, findings, remedies) is the same for each.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.domain import Basis, CaseReference, Decision, DocumentKind, Outcome, Unread
from assistant.errors import InputError
from assistant.text import find_money, find_references, unify_characters
from ingest.binding import bind_remedies
from ingest.findings import read_findings, read_injustice
from ingest.flat_text import Block, Dropped, read_flat_text
from ingest.layout import Header, ReadSection, read_header, read_sections
from ingest.parties import read_parties
from ingest.remedy_terms import read_mentions
from ingest.vocabulary import INFERRED_OUTCOMES, NO_FAULT_PHRASE, OTHER_PAGES, SectionRole, heading_rule


@dataclass(frozen=True)
class PageReading:
    """A decision as read, and the lines of the page that are no part of it, each with the reason."""

    decision: Decision
    dropped: tuple[Dropped, ...] = ()


def read_decision_text(text: str, name: str) -> PageReading:
    """Read a decision statement captured as text.

    ``name`` (the file's) is for messages, and for the reference where the page itself has lost it. Raises InputError,
    with the reason, for what is no decision, or a decision without any reference.
    """
    flat = read_flat_text(text)
    header = read_header(flat.header)
    if not _is_decision(header, flat.blocks):
        raise InputError(f"{name}: {_what_it_is(text)}. Nothing was stored.")
    reference, from_name = _reference(header, name)
    sections = read_sections(reference, flat.blocks)
    if not any(section.paragraphs for section in sections):
        raise InputError(f"{name}: the headings of a decision without any text. Nothing was stored.")
    outcome = header.outcome or infer_outcome(sections)
    findings = read_findings(sections, outcome)
    mentions = read_mentions(sections, read_parties(sections))
    bound = bind_remedies(mentions.found, sections, findings, _summary_sums(sections))
    decision = Decision(
        reference=reference,
        body=header.body,
        category=header.category,
        subcategory=header.subcategory,
        outcome=outcome,
        outcome_inferred=header.outcome is None and outcome is not None,
        decided=header.decided,
        url=_derive_url(reference, header),
        url_derived=bool(header.category and header.subcategory),
        basis=Basis.FULL_TEXT,
        document=_document_kind(sections),
        paragraphs=tuple(paragraph for section in sections for paragraph in section.paragraphs),
        sections=tuple(section.section for section in sections),
        findings=findings,
        remedies=bound.remedies,
        injustice=read_injustice(sections),
        stated_total_pence=bound.stated_total_pence,
        unread=(*header.unread, *from_name, *mentions.unread),
    )
    return PageReading(decision, flat.dropped)


def infer_outcome(sections: Sequence[ReadSection]) -> Outcome | None:
    """The outcome that the text tells: the final decision is asked first, then summary and assessment; None if none."""
    for role in (SectionRole.FINAL, SectionRole.SUMMARY, SectionRole.ANALYSIS):
        text = " ".join(
            unify_characters(paragraph.text)
            for section in sections
            if section.role is role
            for paragraph in section.paragraphs
        )
        # "no fault by the Council" would look like "fault by" to the rows that ask for fault.
        without_denials = NO_FAULT_PHRASE.sub(" ", text)
        for pattern, outcome in INFERRED_OUTCOMES:
            if pattern.search(text if outcome is not Outcome.UPHELD else without_denials):
                return outcome
    return None


def _is_decision(header: Header, blocks: Sequence[Block]) -> bool:
    """A page with the Ombudsman's own headings: at least two kinds of them, or one under a header with a reference."""
    roles = {rule.role for block in blocks if (rule := heading_rule(unify_characters(block.text))) and rule.is_top}
    has_summary = any(re.match(r"summary\s*:", unify_characters(block.text), re.I) for block in blocks)
    return len(roles) + has_summary >= (1 if header.reference else 2)


def _what_it_is(text: str) -> str:
    plain = unify_characters(text[:6000])
    if re.match(r"\s*(?:<!doctype|<html|<\?xml)", plain, re.I):
        return "an HTML page; save the page's text (select all, copy) and add that"
    known = next((page.reason for page in OTHER_PAGES if page.pattern.search(plain)), None)
    return known or "not a decision of the Ombudsman, a digest file or a news article about a decision"


def _reference(header: Header, name: str) -> tuple[CaseReference, tuple[Unread, ...]]:
    if header.reference is not None:
        return header.reference, ()
    found = find_references(name)
    if not found:
        raise InputError(
            f"{name}: a decision that does not name its reference. Name the file by it, e.g. 19-018-981.txt, and add "
            "it again. Nothing was stored."
        )
    note = Unread("header", name, "the page does not name its reference; it was taken from the file's name")
    return found[0].reference, (note,)


def _document_kind(sections: Sequence[ReadSection]) -> DocumentKind:
    """A report has a chapter "The investigation" and speaks as "we"; everything else is a statement."""
    is_report = any(
        re.fullmatch(r"(?:the )?investigation|key to names used", unify_characters(section.section.heading), re.I)
        for section in sections
    )
    return DocumentKind.REPORT if is_report else DocumentKind.STATEMENT


def _summary_sums(sections: Sequence[ReadSection]) -> list[int]:
    return [
        money.pence
        for section in sections
        if section.role in (SectionRole.SUMMARY, SectionRole.FINAL)
        for paragraph in section.paragraphs
        for money in find_money(paragraph.text)
    ]


def _derive_url(reference: CaseReference, header: Header) -> str | None:
    """The page's address from its category, as the site forms it: lower case, dashes for what is no letter or digit."""
    if not header.category or not header.subcategory:
        return None
    parts = (re.sub(r"[^a-z0-9]+", "-", part.lower()).strip("-") for part in (header.category, header.subcategory))
    return "/".join(("https://www.lgo.org.uk/decisions", *parts, reference.slug))
