"""A page that was taken apart → nothing, or InputError with the reason why no decision is read from it."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.errors import InputError
from assistant.text import unify_characters
from ingest.forms.addresses import PageAddress
from ingest.forms.blocks import PageText
from ingest.forms.header import Header
from ingest.forms.headings import SectionRole, heading_rule
from ingest.forms.layout import ReadSection
from ingest.forms.other_pages import name_other_page, name_other_site
from ingest.forms.page_words import OPENING_LINE, SUMMARY_LABEL
from ingest.forms.saved_page import SavedPage

_OWN_ROLES = frozenset(
    {SectionRole.COMPLAINT, SectionRole.SCOPE, SectionRole.METHOD, SectionRole.FOUND, SectionRole.FINAL}
)
# What a decision says of its own case; without any of it nothing can be found in it or counted.
_TELLING_ROLES = frozenset(
    {SectionRole.SUMMARY, SectionRole.COMPLAINT, SectionRole.FOUND, SectionRole.HAPPENED, SectionRole.ANALYSIS}
)


def refuse_what_is_no_decision(first: SavedPage, text: PageText, header: Header, address: PageAddress | None) -> None:
    """Raise InputError, with what the page is instead, unless it has the marks of a decision.

    The sure marks are the line that opens every statement, the headings that no other paper has, and two headings
    under a header with a reference. The rest (a summary, a complaint, recommendations) other ombudsmen print too: it
    makes a decision where nothing tells of another page. A chapter of a report may have none of these: its address
    says what it is. A page of another ombudsman's site is none, whatever its headings.
    """
    if other := name_other_site(first.addresses):
        raise InputError(f"{first.name}: {other}. Nothing was stored.")
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
    if other is None and first.is_cut_off:
        other = "the file breaks off before the text of a decision; get the page anew"
    other = other or "not a decision of the Ombudsman, a digest file or a news article about a decision"
    raise InputError(f"{first.name}: {other}. Nothing was stored.")


def refuse_what_tells_nothing(pages: Sequence[SavedPage], sections: Sequence[ReadSection]) -> None:
    """Raise InputError for headings without any text, and for a file that breaks off before the case is told."""
    name, advice = pages[0].name, "Nothing was stored."
    # What stands under no heading may be the rest of a header; a summary has a label instead.
    is_told = any(
        section.paragraphs
        and section.role in _TELLING_ROLES
        and (section.section.heading or section.role is SectionRole.SUMMARY)
        for section in sections
    )
    if any(page.is_cut_off for page in pages) and not is_told:
        raise InputError(f"{name}: the file breaks off before the decision tells of its case; get it anew. {advice}")
    if not any(section.paragraphs for section in sections):
        raise InputError(f"{name}: the headings of a decision without any text. {advice}")
