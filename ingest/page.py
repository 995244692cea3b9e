"""A saved page → a Decision with its header, sections, paragraphs, findings and remedies, or a reason.

The one door to reading pages. What form a page was saved in is ``saved_page``'s matter; all that comes behind it
(sections, findings, remedies) is the same for each.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.domain import Basis, CaseReference, Decision, DocumentKind, Outcome, Unread
from assistant.errors import InputError
from assistant.text import find_money, find_references, unify_characters
from ingest.addresses import PageAddress, form_url
from ingest.binding import bind_remedies
from ingest.blocks import Block, Dropped
from ingest.findings import read_findings, read_injustice
from ingest.layout import Header, ReadSection, read_header, read_sections
from ingest.parties import read_parties
from ingest.remedy_terms import read_mentions
from ingest.saved_page import SavedPage, join_pages, read_saved_page
from ingest.vocabulary import INFERRED_OUTCOMES, NO_FAULT_PHRASE, OTHER_PAGES, SectionRole, heading_rule


@dataclass(frozen=True)
class PageReading:
    """A decision as read, the lines of its header, and what is no part of it, each with the reason.

    ``pages`` are the files it was read from: one, or the chapters of a report in their order.
    """

    decision: Decision
    pages: tuple[SavedPage, ...]
    header: tuple[str, ...] = ()
    dropped: tuple[Dropped, ...] = ()


def read_page(data: bytes, name: str) -> PageReading:
    """Read the bytes of one saved decision: flat text, HTML, MHTML or PDF.

    ``name`` (the file's) is for messages, and for the reference where the page itself has lost it. Raises InputError,
    with the reason, for what is no decision, or a decision without any reference.
    """
    return read_decision((read_saved_page(data, name),))


def read_decision(pages: Sequence[SavedPage]) -> PageReading:
    """Read one decision from its page, or from the chapters of a report (at least one; in any order)."""
    pages = tuple(sorted(pages, key=lambda page: (page.chapter or 0, page.name)))
    first, text = pages[0], join_pages(pages)
    header = read_header(text.header)
    address = next((page.address for page in pages if page.address), None)
    if not _is_decision(header, address, text.blocks):
        raise InputError(f"{first.name}: {_what_it_is(first.opening)}. Nothing was stored.")
    reference, from_name = _reference(header, address, first.name)
    sections = read_sections(reference, text.blocks)
    if not any(section.paragraphs for section in sections):
        raise InputError(f"{first.name}: the headings of a decision without any text. Nothing was stored.")
    outcome = header.outcome or infer_outcome(sections)
    findings = read_findings(sections, outcome)
    mentions = read_mentions(sections, read_parties(sections))
    bound = bind_remedies(mentions.found, sections, findings, _summary_sums(sections))
    own = address if address and address.reference == reference else None
    category, subcategory = _category(header, own)
    decision = Decision(
        reference=reference,
        body=header.body,
        category=category,
        subcategory=subcategory,
        outcome=outcome,
        outcome_inferred=header.outcome is None and outcome is not None,
        decided=header.decided,
        url=own.url if own else form_url(category, subcategory, reference) if category and subcategory else None,
        url_derived=own is None and bool(category and subcategory),
        basis=Basis.FULL_TEXT,
        document=_document_kind(sections),
        paragraphs=tuple(paragraph for section in sections for paragraph in section.paragraphs),
        sections=tuple(section.section for section in sections),
        findings=findings,
        remedies=bound.remedies,
        injustice=read_injustice(sections),
        stated_total_pence=bound.stated_total_pence,
        unread=(*header.unread, *from_name, *_missing_chapters(pages), *mentions.unread),
    )
    return PageReading(decision, pages, text.header, text.dropped)


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


def _is_decision(header: Header, address: PageAddress | None, blocks: Sequence[Block]) -> bool:
    """A page with the Ombudsman's own headings: at least two kinds of them, or one under a header with a reference.

    A chapter of a report may have none of them: its address says what it is.
    """
    if address and address.chapter and blocks:
        return True
    roles = {rule.role for block in blocks if (rule := heading_rule(unify_characters(block.text))) and rule.is_top}
    has_summary = any(re.match(r"summary\s*:", unify_characters(block.text), re.I) for block in blocks)
    return len(roles) + has_summary >= (1 if header.reference else 2)


def _what_it_is(text: str) -> str:
    plain = unify_characters(text)
    known = next((page.reason for page in OTHER_PAGES if page.pattern.search(plain)), None)
    return known or "not a decision of the Ombudsman, a digest file or a news article about a decision"


def _category(header: Header, address: PageAddress | None) -> tuple[str | None, str | None]:
    """As the header prints them; of a page that lost its header, as its address names them."""
    if header.category or address is None:
        return header.category, header.subcategory
    return address.category, address.subcategory


def _missing_chapters(pages: Sequence[SavedPage]) -> tuple[Unread, ...]:
    """A report's chapters before the last that is held, which were not among the files."""
    held = {page.chapter for page in pages if page.chapter}
    missing = sorted(set(range(1, max(held, default=0))) - held)
    return tuple(
        Unread(f"chapter {n}", pages[0].name, "this chapter was not among the files; add all chapters together")
        for n in missing
    )


def _reference(header: Header, address: PageAddress | None, name: str) -> tuple[CaseReference, tuple[Unread, ...]]:
    if header.reference is not None:
        return header.reference, ()
    if address is not None:
        return address.reference, ()
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
