"""A saved page → a Decision with its header, sections, paragraphs, findings and remedies, or a reason.

The one door to reading pages. What form a page was saved in is ``saved_page``'s matter; all that comes behind it
(sections, findings, remedies) is the same for each.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.domain import Basis, CaseReference, Decision, Unread
from assistant.errors import InputError
from assistant.text import find_money, find_references, unify_characters
from ingest.findings import read_findings, read_injustice
from ingest.forms.addresses import PageAddress, form_url
from ingest.forms.blocks import Dropped, PageText
from ingest.forms.flags import flag_dropped, flag_sections, flag_value, without_flagged
from ingest.forms.header import Header, read_header
from ingest.forms.headings import SectionRole, heading_rule
from ingest.forms.layout import ReadSection, read_sections
from ingest.forms.other_pages import name_other_page
from ingest.forms.outcomes import REPORT_SUMMARY, document_kind, infer_outcome
from ingest.forms.page_words import OPENING_LINE, SUMMARY_LABEL
from ingest.forms.saved_page import SavedPage, chapter_in_name, join_pages, read_saved_page
from ingest.remedies.binding import bind_remedies
from ingest.remedies.parties import read_parties
from ingest.remedies.terms import read_mentions

_DAY = re.compile(r"(?<!\d)20[0-3]\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?!\d)")
_OWN_ROLES = frozenset(
    {SectionRole.COMPLAINT, SectionRole.SCOPE, SectionRole.METHOD, SectionRole.FOUND, SectionRole.FINAL}
)


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
    _refuse_what_is_no_decision(first, text, header, address)
    reference, from_name = _reference(header, address, first.name)
    missing = _missing_chapters(pages)
    everything = read_sections(reference, text.blocks, is_whole=not missing)
    if not any(section.paragraphs for section in everything):
        raise InputError(f"{first.name}: the headings of a decision without any text. Nothing was stored.")
    flags = flag_sections(everything)
    sections = without_flagged(everything, flags)
    joint_body = header.body if reference.value[-1].isalpha() else None
    outcome = header.outcome or infer_outcome(sections, joint_body=joint_body)
    findings = read_findings(sections, outcome)
    mentions = read_mentions(sections, read_parties(sections))
    bound = bind_remedies(mentions, sections, findings, _summary_sums(sections))
    own = address if address and address.reference == reference else None
    category, subcategory = _category(header, own, sections)
    body, from_address = _body(header, own)
    values = {"body": body, "category": category, "subcategory": subcategory}
    in_header = {name: flag_value(name, value) for name, value in values.items()}
    body, category, subcategory = (None if in_header[name] else value for name, value in values.items())
    in_files = tuple(flag for page in pages for flag in page.flags)
    url = own.url if own else None
    decision = Decision(
        reference=reference,
        body=body,
        category=category,
        subcategory=subcategory,
        outcome=outcome,
        outcome_inferred=header.outcome is None and outcome is not None,
        decided=header.decided,
        url=url or (form_url(category, subcategory, reference) if category and subcategory else None),
        url_derived=url is None and bool(category and subcategory),
        basis=Basis.FULL_TEXT,
        document=document_kind(sections, (*text.header, *(line.text for line in text.dropped))),
        paragraphs=tuple(paragraph for section in everything for paragraph in section.paragraphs),
        sections=tuple(section.section for section in everything),
        findings=findings,
        remedies=bound.remedies,
        injustice=read_injustice(sections),
        stated_total_pence=bound.stated_total_pence,
        unread=(*header.unread, *from_name, *from_address, *missing, *mentions.unread),
        flags=(*sum(in_header.values(), ()), *flags, *in_files, *flag_dropped(text.dropped)),
    )
    return PageReading(decision, pages, text.header, text.dropped)


def _refuse_what_is_no_decision(first: SavedPage, text: PageText, header: Header, address: PageAddress | None) -> None:
    """Raise InputError, with what the page is instead, unless it has the marks of a decision.

    The sure marks are the line that opens every statement, the headings that no other paper has, and two headings
    under a header with a reference. The rest (a summary, a complaint, recommendations) other ombudsmen print too: it
    makes a decision where nothing tells of another page. A chapter of a report may have none of these: its address
    says what it is.
    """
    roles = {rule.role for block in text.blocks if (rule := heading_rule(unify_characters(block.text))) and rule.is_top}
    has_opening = any(OPENING_LINE.fullmatch(unify_characters(line).strip()) for line in text.header)
    is_under_header = header.reference is not None and len(roles) >= 2
    if text.blocks and (has_opening or is_under_header or roles & {SectionRole.POWERS, SectionRole.NAMES}):
        return
    other = name_other_page(first.opening)
    plain = [unify_characters(block.text) for block in text.blocks]
    has_summary = any(SUMMARY_LABEL.match(block) for block in plain)
    is_chapter = bool(address and address.chapter and text.blocks)
    if header.reference is None:
        # Committee papers have a summary, recommendations and a decision too.
        roles &= _OWN_ROLES
        has_summary = has_summary and any("ombudsman" in block.casefold() or "fault" in block for block in plain)
    if other is None and (is_chapter or len(roles) + has_summary >= (1 if header.reference else 2)):
        return
    other = other or "not a decision of the Ombudsman, a digest file or a news article about a decision"
    raise InputError(f"{first.name}: {other}. Nothing was stored.")


def reference_of(page: SavedPage) -> CaseReference | None:
    """The reference that a page tells by its header, its address or its file's name; None where it tells none."""
    header = read_header(page.text.header)
    if header.reference is not None:
        return header.reference
    return page.address.reference if page.address else _reference_in_name(page.name)


def _reference_in_name(name: str) -> CaseReference | None:
    """From the file's name; of a chapter ("chapter-2.html"), also from the folder that holds the chapters."""
    *folders, file = name.replace("\\", "/").split("/")
    # "20230612 cabinet.txt" is named by a day.
    file = _DAY.sub(" ", file)
    found = find_references(file) or (find_references(folders[-1]) if folders and chapter_in_name(file) else ())
    return found[0].reference if found else None


def _category(
    header: Header, address: PageAddress | None, sections: Sequence[ReadSection]
) -> tuple[str | None, str | None]:
    """As the header prints them; of a page that lost its header, as its address names them, or a report's subject."""
    if header.category:
        return header.category, header.subcategory
    if address is not None and address.category:
        return address.category, address.subcategory
    return _subject(sections)


def _subject(sections: Sequence[ReadSection]) -> tuple[str | None, str | None]:
    """What a report prints above its summary, as a heading or a line ("Housing: allocations"); none of a statement."""
    at = next((n for n, section in enumerate(sections) if section.role is SectionRole.SUMMARY), None)
    if at is None or not REPORT_SUMMARY.fullmatch(unify_characters(sections[at].section.heading)):
        return None, None
    first = sections[at].paragraphs[:1]
    below = sections[at + 1].section.heading if at + 1 < len(sections) and not first else ""
    subject = unify_characters(first[0].text if first else below).strip()
    if not 3 <= len(subject) <= 80 or subject.endswith((".", ";", ":")) or heading_rule(subject):
        return None, None
    category, _, subcategory = (part.strip() for part in subject.partition(":"))
    return category or None, subcategory or None


def _body(header: Header, address: PageAddress | None) -> tuple[str | None, tuple[Unread, ...]]:
    """As the header prints it; of a copy that lost its header, as its address names it, and then it is said."""
    if header.body or address is None or address.body is None:
        return header.body, ()
    note = Unread("header", address.body, "the page does not name its body; it was taken from the page's address")
    return address.body, (note,)


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
    found = _reference_in_name(name)
    if found is None:
        raise InputError(
            f"{name}: a decision that does not name its reference. Name the file by it, e.g. 19-018-981.txt, and add "
            "it again. Nothing was stored."
        )
    note = Unread("header", name, "the page does not name its reference; it was taken from the file's name")
    return found, (note,)


def _summary_sums(sections: Sequence[ReadSection]) -> list[int]:
    return [
        money.pence
        for section in sections
        if section.role in (SectionRole.SUMMARY, SectionRole.FINAL)
        for paragraph in section.paragraphs
        for money in find_money(paragraph.text)
    ]
