"""The bytes of a saved page → its header, its blocks and its address, whatever form it was saved in.

The one place that knows which forms there are. A new form is a way to make lines; all that comes behind is the same.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from assistant.domain import Flag
from ingest.forms.addresses import PageAddress, find_addresses, read_address, read_copy_slug
from ingest.forms.blocks import Dropped, PageText, has_opening, take_apart
from ingest.forms.decoding import FileForm, decode, form_of, unpack_mhtml
from ingest.forms.flags import flag_hidden
from ingest.forms.flat_text import read_flat_text
from ingest.forms.header import read_header
from ingest.forms.hidden import HiddenText
from ingest.forms.html_page import HtmlPage, read_html
from ingest.forms.lines import Line, Shape
from ingest.forms.pdf_page import read_pdf

# "22-016-576_chapter-2.html", "22-016-576%3Fchapter%3D2.html": how people and browsers name a saved chapter.
_CHAPTER_IN_NAME = re.compile(r"(?:(?<![a-z])|(?<=%3f))ch(?:apter)?(?:%3d|[\s=_-])*(\d{1,2})(?!\d)", re.I)


@dataclass(frozen=True)
class SavedPage:
    """One file of a decision: all of it, or a chapter of a report.

    ``text`` is taken apart but not yet understood; ``opening`` is how the page begins, for telling what it is where it
    is no decision; ``address`` is the decision's that the page gives itself, None where it gives none. ``flags`` are
    the planted texts among what a reader of the page does not see. ``addresses`` are all that the page gives itself,
    of whatever site; ``is_cut_off`` is true of a file that breaks off before the page's end.
    """

    name: str
    text: PageText
    opening: str
    address: PageAddress | None = None
    chapter: int | None = None
    flags: tuple[Flag, ...] = ()
    addresses: tuple[str, ...] = ()
    is_cut_off: bool = False


def read_saved_page(data: bytes, name: str) -> SavedPage:
    """Take a file apart by what is in it. Raises InputError with the reason for bytes that cannot be read at all."""
    return _READERS[form_of(data)](data, name)


def with_address(page: SavedPage, address: str) -> SavedPage:
    """The page as standing at the address that it was fetched from, whatever it says of itself."""
    known = read_address(address)
    return page if known is None else replace(page, address=known, chapter=known.chapter)


def read_words(data: bytes, name: str) -> str:
    """A page's lines as plain text, of HTML from its first heading on: for what is no decision. Empty for a PDF."""
    form = form_of(data)
    if form is FileForm.PDF:
        return ""
    if form is FileForm.TEXT:
        return decode(data, name)
    page = read_html(decode(data, name) if form is FileForm.HTML else unpack_mhtml(data, name)[0])
    start = next((n for n, line in enumerate(page.article) if line.shape is Shape.HEADING), 0)
    return "\n".join(line.text for line in page.article[start:])


def _read_text(data: bytes, name: str) -> SavedPage:
    text = decode(data, name)
    return _page_of(name, read_flat_text(text), text[:_OPENING], ())


def _read_html(data: bytes, name: str) -> SavedPage:
    return _page_of_html(name, read_html(decode(data, name)), ())


def _read_mhtml(data: bytes, name: str) -> SavedPage:
    text, address = unpack_mhtml(data, name)
    return _page_of_html(name, read_html(text), (address,) if address else ())


def _read_pdf(data: bytes, name: str) -> SavedPage:
    document = read_pdf(data, name)
    page = _page_of(name, document.lines, "\n".join(line.text for line in document.lines[:60]), ())
    return _with_hidden(_with_dropped(page, document.dropped), document.hidden)


_OPENING = 6000
_READERS: dict[FileForm, Callable[[bytes, str], SavedPage]] = {
    FileForm.TEXT: _read_text,
    FileForm.HTML: _read_html,
    FileForm.MHTML: _read_mhtml,
    FileForm.PDF: _read_pdf,
}


def _page_of_html(name: str, page: HtmlPage, addresses: Sequence[str]) -> SavedPage:
    read = replace(_article_of(name, page, addresses), is_cut_off=page.is_cut_off)
    return _with_hidden(read, page.hidden)


def _with_hidden(page: SavedPage, hidden: Sequence[HiddenText]) -> SavedPage:
    """The page with what it hides: flagged where it was planted, and never lost in silence where it is text."""
    lines = [
        Dropped(one.place, one.text, f"hidden from the reader: {one.reason}")
        for one in hidden
        if one.is_in_text and not one.reason.startswith(_NO_TEXT)
    ]
    return replace(_with_dropped(page, lines), flags=(*page.flags, *flag_hidden(hidden)))


# Scripts, comments and descriptions are no text of a page, for whomever.
_NO_TEXT = ("inside <", "a comment", "a note that", "the description", "a description")


def _article_of(name: str, page: HtmlPage, addresses: Sequence[str]) -> SavedPage:
    """The article alone where a decision begins in it, else every line of the page: some sites mark the wrong part."""
    everything = sorted((*page.article, *page.frame), key=lambda line: line.place)
    opening = "\n".join(line.text for line in everything)[:_OPENING]
    addresses = (*addresses, *page.addresses)
    if not has_opening(page.article) and has_opening(everything):
        return _page_of(name, everything, opening, addresses)
    frame = page.frame
    read = _page_of(name, page.article, opening, addresses)
    if page.article and read_header(read.text.header).reference is None:
        # Some pages put the header above their article.
        above = [line for line in frame if line.place < page.article[0].place]
        whole = _page_of(name, [*above, *page.article], opening, addresses)
        if read_header(whole.text.header).reference is not None:
            read, frame = whole, tuple(line for line in frame if line.place > page.article[0].place)
    read = _with_dropped(
        read, [Dropped(line.place, line.text, "the site's frame around the article") for line in frame]
    )
    return _with_link(read, page.links)


def _with_link(page: SavedPage, links: Sequence[str]) -> SavedPage:
    """Give another site's copy the address of the Ombudsman's own page, where it links to that page."""
    own = page.address
    reference = read_header(page.text.header).reference or (own.reference if own else None)
    if reference is None or (own is not None and own.url is not None):
        return page
    linked = (read_address(link) for link in links)
    found = next((one for one in linked if one and one.url and one.reference == reference), None)
    if found is None:
        return page
    return replace(page, address=replace(found, chapter=None, body=own.body if own else None))


def _page_of(name: str, lines: Sequence[Line], opening: str, addresses: Sequence[str]) -> SavedPage:
    text = take_apart(lines)
    own = next((found for address in addresses if (found := read_address(address))), None)
    own = own or _address_in(text) or read_copy_slug(name)
    chapter = own.chapter if own and own.chapter else chapter_in_name(name)
    return SavedPage(name, text, opening, own, chapter, addresses=tuple(addresses))


def chapter_in_name(name: str) -> int | None:
    """The chapter of a report that a file's name tells, from 1; None where it tells none."""
    match = _CHAPTER_IN_NAME.search(name.replace("\\", "/").rsplit("/", 1)[-1])
    return int(match[1]) or None if match else None


def _address_in(text: PageText) -> PageAddress | None:
    """An address above the text or behind it: browsers print it, people note it. Those of others are in the text."""
    around = "\n".join((*text.header, *(line.text for line in text.dropped)))
    return next(iter(find_addresses(around)), None)


def _with_dropped(page: SavedPage, more: Sequence[Dropped]) -> SavedPage:
    if not more:
        return page
    dropped = tuple(sorted((*page.text.dropped, *more), key=lambda line: line.place))
    text = PageText(page.text.header, page.text.blocks, dropped)
    address = page.address or _address_in(text)
    return replace(page, text=text, address=address, chapter=page.chapter or (address.chapter if address else None))


def join_pages(pages: Sequence[SavedPage]) -> PageText:
    """The chapters of a report as one text: the first header that says anything, and all blocks in order."""
    if len(pages) == 1:
        return pages[0].text
    header = next((page.text.header for page in pages if page.text.header), ())
    blocks = tuple(block for page in pages for block in page.text.blocks)
    dropped = [line for page in pages for line in page.text.dropped]
    for page in pages:
        if page.text.header and page.text.header != header:
            dropped += [Dropped(0, line, "the header, which another chapter has too") for line in page.text.header]
    return PageText(header, blocks, tuple(dropped))
