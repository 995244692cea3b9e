"""The pages of one decision → the decision, read in the order of the steps: text, sections, findings, remedies."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from assistant.domain import Basis, Decision, Flag, Unread
from assistant.text import find_money
from ingest.findings import read_findings, read_injustice
from ingest.forms.blocks import Dropped
from ingest.forms.flags import flag_dropped, flag_sections, without_flagged
from ingest.forms.header import read_header
from ingest.forms.headings import SectionRole
from ingest.forms.layout import ReadSection, read_sections
from ingest.forms.outcomes import document_kind, infer_outcome
from ingest.forms.saved_page import SavedPage, join_pages, read_saved_page
from ingest.page.facts import read_facts, tell_reference
from ingest.page.refusing import refuse_what_is_no_decision, refuse_what_tells_nothing
from ingest.remedies.binding import bind_remedies
from ingest.remedies.parties import read_parties
from ingest.remedies.terms import read_mentions

# Characters of the last words of a page that breaks off.
_SHOWN = 80


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
    """Read one decision from its page, or from the chapters of a report (at least one; in any order).

    Raises InputError, with the reason, for what is no decision, or a decision without any reference.
    """
    pages = tuple(sorted(pages, key=lambda page: (page.chapter or 0, page.name)))
    first, text = pages[0], join_pages(pages)
    header = read_header(text.header)
    address = next((page.address for page in pages if page.address), None)
    refuse_what_is_no_decision(first, text, header, address)
    reference, from_name = tell_reference(header, address, first.name)
    missing = _missing_chapters(pages)
    everything = read_sections(reference, text.blocks, is_whole=not missing)
    refuse_what_tells_nothing(pages, everything)
    flags = flag_sections(everything)
    sections = without_flagged(everything, flags)
    facts = read_facts(text, header, address, reference, sections)
    joint_body = header.body if reference.value[-1].isalpha() else None
    outcome = header.outcome or infer_outcome(sections, joint_body=joint_body)
    findings = read_findings(sections, outcome)
    mentions = read_mentions(sections, read_parties(sections))
    bound = bind_remedies(mentions, sections, findings, _summary_sums(sections))
    decision = Decision(
        reference=reference,
        body=facts.body,
        category=facts.category,
        subcategory=facts.subcategory,
        outcome=outcome,
        outcome_inferred=header.outcome is None and outcome is not None,
        decided=facts.decided,
        url=facts.url,
        url_derived=facts.url_is_derived,
        basis=Basis.FULL_TEXT,
        document=document_kind(sections, (*text.header, *(line.text for line in text.dropped))),
        paragraphs=tuple(paragraph for section in everything for paragraph in section.paragraphs),
        sections=tuple(section.section for section in everything),
        findings=findings,
        remedies=bound.remedies,
        injustice=read_injustice(sections),
        stated_total_pence=bound.stated_total_pence,
        unread=(*facts.unread, *from_name, *missing, *_broken_off(pages), *mentions.unread),
        flags=(*facts.flags, *flags, *_flags_in_files(pages), *flag_dropped(text.dropped)),
    )
    return PageReading(decision, pages, text.header, text.dropped)


def _missing_chapters(pages: Sequence[SavedPage]) -> tuple[Unread, ...]:
    """A report's chapters before the last that is held, which were not among the files."""
    held = {page.chapter for page in pages if page.chapter}
    missing = sorted(set(range(1, max(held, default=0))) - held)
    return tuple(
        Unread(f"chapter {n}", pages[0].name, "this chapter was not among the files; add all chapters together")
        for n in missing
    )


def _broken_off(pages: Sequence[SavedPage]) -> tuple[Unread, ...]:
    """A note for each page whose file breaks off: what stood behind that place is not known."""
    return tuple(
        Unread(
            f"the end of chapter {page.chapter}" if page.chapter else "the end of the page",
            page.text.blocks[-1].text[-_SHOWN:] if page.text.blocks else "",
            "the file breaks off here, and remedies may be missing; get the page anew and add it again",
        )
        for page in pages
        if page.is_cut_off
    )


def _flags_in_files(pages: Sequence[SavedPage]) -> tuple[Flag, ...]:
    return tuple(flag for page in pages for flag in page.flags)


def _summary_sums(sections: Sequence[ReadSection]) -> list[int]:
    return [
        money.pence
        for section in sections
        if section.role in (SectionRole.SUMMARY, SectionRole.FINAL)
        for paragraph in section.paragraphs
        for money in find_money(paragraph.text)
    ]
