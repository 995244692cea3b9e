"""The header, the address and the file's name of a page → the facts of the decision, and what of them is in doubt."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import takewhile

from assistant.domain import CaseReference, Flag, Unread
from assistant.errors import InputError
from assistant.text import find_references, format_date, unify_characters
from ingest.forms.addresses import PageAddress, form_url
from ingest.forms.blocks import BEFORE_DECISION, PageText
from ingest.forms.flags import flag_value
from ingest.forms.header import Header, is_body_line, read_header
from ingest.forms.headings import SectionRole, heading_rule
from ingest.forms.layout import ReadSection
from ingest.forms.outcomes import REPORT_SUMMARY
from ingest.forms.saved_page import SavedPage, chapter_in_name

_DAY = re.compile(r"(?<!\d)20[0-3]\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?!\d)")
# Far more than any complaint has taken; a date beyond was misprinted or misread.
_LONGEST_CASE_YEARS = 10


@dataclass(frozen=True)
class PageFacts:
    """What is known of a decision beside its text. None where the page does not say it.

    ``url_is_derived`` is true where the address was formed from the category; ``unread`` and ``flags`` are what was not
    understood of header, address and name, and what looked planted there.
    """

    body: str | None
    category: str | None
    subcategory: str | None
    decided: date | None
    url: str | None
    url_is_derived: bool
    unread: tuple[Unread, ...]
    flags: tuple[Flag, ...]


def read_facts(
    text: PageText,
    header: Header,
    address: PageAddress | None,
    reference: CaseReference,
    sections: Sequence[ReadSection],
) -> PageFacts:
    """The facts of the decision under ``reference``; a value that looks planted is flagged and left out.

    ``sections`` are the decision's own, less what is flagged: a report without a header prints its subject there. An
    ``address`` of another decision tells nothing.
    """
    own = address if address and address.reference == reference else None
    decided, no_date = _decided(header, reference)
    category, subcategory = _category(header, own, sections)
    body, from_address = _body(header, own)
    values = {"body": body, "category": category, "subcategory": subcategory}
    flags = {name: flag_value(name, value) for name, value in values.items()}
    body, category, subcategory = (None if flags[name] else value for name, value in values.items())
    url = own.url if own else None
    is_derived = url is None and bool(category and subcategory)
    return PageFacts(
        body=body,
        category=category,
        subcategory=subcategory,
        decided=decided,
        url=form_url(category, subcategory, reference) if is_derived and category and subcategory else url,
        url_is_derived=is_derived,
        unread=(*header.unread, *_named_too(text, reference), *no_date, *from_address),
        flags=sum(flags.values(), ()),
    )


def tell_reference(header: Header, address: PageAddress | None, name: str) -> tuple[CaseReference, tuple[Unread, ...]]:
    """The decision's reference by its header, its address or its file's name, with a note where only the name has it.

    Raises InputError where none of them has one.
    """
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


def _named_too(text: PageText, reference: CaseReference) -> tuple[Unread, ...]:
    """A note for each other reference of the header: one report can decide several, and is held under one."""
    above = [line.text for line in text.dropped if line.reason == BEFORE_DECISION]
    # Directly above the header, where a report lists who it is against; a list further up is of other decisions.
    beside = takewhile(lambda line: is_body_line(unify_characters(line)), reversed(above))
    others = {found.reference: line for line in (*beside, *text.header) for found in find_references(line)}
    return tuple(
        Unread(
            "header",
            line,
            f"names {other} too, and the decision is held under {reference} alone; if {other} has a page of its own, "
            "add that as well",
        )
        for other, line in others.items()
        if other != reference
    )


def _decided(header: Header, reference: CaseReference) -> tuple[date | None, tuple[Unread, ...]]:
    """The date of the decision; none, with a note, where the year cannot be right for the reference.

    A reference begins with the year in which the complaint came in. Of the 1,167 decisions of the starter none was
    decided before that year, and none more than three years after it.
    """
    opened = 2000 + int(reference.value[:2])
    if header.decided is None or opened <= header.decided.year <= opened + _LONGEST_CASE_YEARS:
        return header.decided, ()
    reason = f"not a date that a complaint of {opened} can have been decided on; check it on the page"
    return None, (Unread("header, Decision date", format_date(header.decided), reason),)


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
