"""Elements and characters in the order of a page's markup → its lines, its addresses and links, and what is hidden.

The parser calls ``HtmlTarget`` for each start, end and piece of text; no tree is made, so that time and
memory are in proportion to a page's length, however deep it is nested.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from assistant.text import unify_characters
from ingest.forms.flat_text import read_flat_text
from ingest.forms.header import is_header_label
from ingest.forms.headings import heading_rule
from ingest.forms.hidden import NEVER_HIDDEN, hidden_reason
from ingest.forms.html_elements import (
    BLOCKS,
    HEADINGS,
    LEADS_TO_DECISION,
    LISTS,
    SILENT,
    TEXTS,
    Region,
    is_label,
    region_of,
)
from ingest.forms.lines import Line, Shape, read_line
from ingest.forms.style_rules import Marks, StyleRules, marks_of

_SAVED_FROM = re.compile(r"saved from url=\(\d+\)(\S+)")
_LETTERED_TYPES = frozenset("aAiI")
_SPACE = re.compile(r"[ \t\n\r\f]+")
# Stands for the start of a cell while a row is gathered; no page can hold it, NUL characters being taken out.
_CELL = "\x00"


@dataclass(frozen=True)
class FoundLine:
    """A line and the region it stands in; ``is_link`` is true where all of its text leads somewhere."""

    line: Line
    region: int
    is_link: bool = False


@dataclass(frozen=True)
class Unseen:
    """Text that is not shown, with the reason and the region it stands in."""

    place: int
    text: str
    reason: str
    region: int


@dataclass
class _List:
    """A list that is open: whether its items are numbered, the number of the last one, and where the list began."""

    is_numbered: bool
    number: int
    is_counted: bool
    begin: int = 0
    counted_before: int = 0


@dataclass
class _Open:
    """An element that is open, and what its end has to undo."""

    tag: str
    region: int
    is_block: bool
    is_silent: bool = False
    is_bold: bool = False
    is_hidden: bool = False
    marks: Marks = frozenset()  # what style rules know it by; only where there are such rules


@dataclass
class HtmlTarget:
    """The target of the parser: gathers characters until a block begins or ends, then makes a line of them."""

    rules: StyleRules = field(default_factory=StyleRules)
    found: list[FoundLine] = field(default_factory=list)
    addresses: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    hidden: list[Unseen] = field(default_factory=list)
    _open: list[_Open] = field(default_factory=list)
    _lists: list[_List] = field(default_factory=list)
    _text: list[str] = field(default_factory=list)
    _silent: int = 0
    _bold: int = 0
    _bold_characters: int = 0
    _links: int = 0
    _link_characters: int = 0
    _heading: int = 0
    _paragraph: int = 0  # how many elements are open that hold text and head nothing: p, caption
    _preformatted: int = 0
    _item: Line | None = None
    _is_broken: bool = False
    _counted: int = 0
    _unseen: list[str] = field(default_factory=list)  # the text of the outermost element that is hidden or silent
    _reason: str = ""  # why that element hides; empty outside
    _hidden: int = 0

    # ----------------------------------------------------------------- what the parser calls

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """Open an element."""
        attributes = attributes or {}  # lxml's own empty mapping is slow to ask
        region = region_of(tag, attributes, self._region)
        if self._is_hidden_at(tag, attributes, region):
            return
        element = _Open(tag, region, tag in BLOCKS or is_label(attributes))
        if self.rules:
            element.marks = marks_of(tag, attributes)
        if element.is_block:
            self._flush()
            self._is_broken = False
        if tag == "br":
            self._flush(is_broken=True)
        elif tag in ("td", "th"):
            self._text.append(_CELL)
        elif tag == "link" and "canonical" in attributes.get("rel", ""):
            self.addresses.insert(0, attributes.get("href", ""))
        elif tag == "meta" and attributes.get("property") == "og:url":
            self.addresses.append(attributes.get("content", ""))
        elif tag == "a" and LEADS_TO_DECISION.search(attributes.get("href", "")):
            self.links.append(attributes["href"])
        self._note_descriptions(tag, attributes)
        element.is_silent = tag in SILENT
        if element.is_silent and not self._silent:
            self._unseen, self._reason = [], f"inside <{tag}>"
        element.is_bold = tag in ("b", "strong") or tag in HEADINGS
        self._silent += element.is_silent
        self._bold += element.is_bold
        self._links += tag == "a"
        self._preformatted += tag == "pre"
        self._heading += tag in HEADINGS
        self._paragraph += tag in TEXTS
        if tag in LISTS:
            self._open_list(tag, attributes)
        elif tag == "li":
            self._open_item(attributes)
        self._open.append(element)

    def end(self, _tag: str) -> None:
        """Close an element; lxml has put in every end tag that the page left out."""
        if not self._open:
            return
        element = self._open[-1]
        if element.is_hidden:
            self._open.pop()
            self._hidden -= 1
            self._unseen.append(" ")
            if not self._hidden:
                self._note_unseen(element.region)
            return
        if element.is_block:
            self._flush()
            self._is_broken = False
        self._open.pop()
        self._silent -= element.is_silent
        if element.is_silent and not self._silent:
            self._note_unseen(element.region)
        self._bold -= element.is_bold
        self._links -= element.tag == "a"
        self._preformatted -= element.tag == "pre"
        self._heading -= element.tag in HEADINGS
        self._paragraph -= element.tag in TEXTS
        if element.tag == "li":
            self._item = None
        elif element.tag in LISTS and self._lists:
            self._close_list()

    def data(self, text: str) -> None:
        """Gather characters."""
        if self._hidden or self._silent:
            self._unseen.append(text)
        else:
            self._text.append(text)
            if self._bold or self._links:
                length = len("".join(text.split()))
                self._bold_characters += length if self._bold else 0
                self._link_characters += length if self._links else 0

    def comment(self, text: str) -> None:
        """Look for the note that browsers leave in a page they save."""
        match = _SAVED_FROM.search(text)
        if match:
            self.addresses.append(match[1])
        elif text.strip():
            self.hidden.append(Unseen(len(self.found) + 1, text, "a comment of the page", self._region))

    def close(self) -> None:
        """Make a line of what is left."""
        self._flush()

    # ----------------------------------------------------------------- what is not shown

    def _is_hidden_at(self, tag: str, attributes: Mapping[str, str], region: int) -> bool:
        """Take note of an element that hides what it holds, or that stands in one; the visible line goes on around."""
        if self._silent:
            return False
        if not self._hidden:
            reason = hidden_reason(tag, attributes) or self._reason_in_rules(tag, attributes)
            if not reason:
                return False
            self._unseen, self._reason = [], reason
        self._hidden += 1
        self._unseen.append(" ")
        self._open.append(_Open("", region, is_block=False, is_hidden=True))
        return True

    def _reason_in_rules(self, tag: str, attributes: Mapping[str, str]) -> str:
        if not self.rules or tag in NEVER_HIDDEN:
            return ""
        return self.rules.reason(marks_of(tag, attributes), lambda: (one.marks for one in self._open))

    def _note_unseen(self, region: int) -> None:
        text = _SPACE.sub(" ", "".join(self._unseen)).strip()
        if text:
            self.hidden.append(Unseen(len(self.found) + 1, text, self._reason, region))
        self._unseen, self._reason = [], ""

    def _note_descriptions(self, tag: str, attributes: Mapping[str, str]) -> None:
        """What pictures and the page are said to show: never text of the decision."""
        told = {"alt": "the description of a picture", "title": "a note that shows under the pointer"}
        for name, reason in told.items():
            if attributes.get(name, "").strip():
                self.hidden.append(Unseen(len(self.found) + 1, attributes[name], reason, self._region))
        if tag == "meta" and attributes.get("content", "").strip():
            self.hidden.append(Unseen(len(self.found) + 1, attributes["content"], "a description of the page", 0))

    # ----------------------------------------------------------------- places

    @property
    def _region(self) -> int:
        return self._open[-1].region if self._open else Region.PAGE

    def _open_list(self, tag: str, attributes: Mapping[str, str]) -> None:
        is_numbered = tag == "ol" and attributes.get("type", "1") not in _LETTERED_TYPES
        is_numbered = is_numbered and not re.search(r"alpha|roman", attributes.get("style", ""))
        # A numbered list of the frame (a trail of links) is no part of the decision's numbers.
        is_counted = is_numbered and not self._lists and self._region != Region.FRAME
        first = _whole_number(attributes.get("start")) or (self._counted + 1 if is_counted else 1)
        self._lists.append(_List(is_numbered, first - 1, is_counted, len(self.found), self._counted))

    def _close_list(self) -> None:
        """Close a list; one of links between the chapters of a report is the site's, whatever it is called."""
        closed = self._lists.pop()
        if self._lists or self._region == Region.FRAME:
            return
        items = self.found[closed.begin :]
        if not any(item.is_link for item in items) or not all(_may_lead(item) for item in items):
            return
        self.found[closed.begin :] = [replace(item, region=Region.FRAME) for item in items]
        self._counted = closed.counted_before

    def _open_item(self, attributes: Mapping[str, str]) -> None:
        around = self._lists[-1] if self._lists else _List(is_numbered=False, number=0, is_counted=False)
        around.number = _whole_number(attributes.get("value")) or around.number + 1
        mark = "number" if around.is_numbered else "bullet"
        number = around.number if around.is_counted else None
        if around.is_counted:
            self._counted = around.number
        self._item = Line("", "", 0, mark, number, Shape.ITEM, len(self._lists))

    # ----------------------------------------------------------------- lines

    def _flush(self, *, is_broken: bool = False) -> None:
        pieces = self._text
        if not pieces:
            self._is_broken = self._is_broken or is_broken
            return
        raw, bold, linked = "".join(pieces), self._bold_characters, self._link_characters
        self._text, self._bold_characters, self._link_characters = [], 0, 0
        self._is_broken = self._is_broken or is_broken
        if raw.isspace():  # the line ends between tags, half of all there is
            return
        region = self._region
        if self._preformatted:
            # A browser that shows a text file wraps it so, and saves it so.
            for flat in read_flat_text(raw):
                self.found.append(FoundLine(replace(flat, place=len(self.found) + 1), region))
            return
        for text in _texts_of(raw, is_row=_CELL in pieces):
            length = len("".join(text.split())) if bold or linked else 1
            line = self._line_of(text, is_bold=bold >= length)
            if line is not None:
                self.found.append(FoundLine(line, region, is_link=linked >= length))

    def _line_of(self, text: str, *, is_bold: bool) -> Line | None:
        place = len(self.found) + 1
        if self._item is not None:
            # The first words of an item carry its mark; what follows in it are paragraphs of their own.
            item, self._item = self._item, None
            return Line(text, unify_characters(text), place, item.mark, item.number, item.shape, item.depth)
        if self._heading or (is_bold and _may_head(text)):
            return read_line(text, place, shape=Shape.HEADING) if not self._lists else self._plain_line(text, place)
        if "\t" in text or (self._paragraph and not self._is_broken):
            return read_line(text, place, shape=Shape.PARAGRAPH, depth=len(self._lists))
        return read_line(text, place, depth=len(self._lists))

    def _plain_line(self, text: str, place: int) -> Line | None:
        shape = Shape.HEADING if heading_rule(unify_characters(text)) else Shape.PARAGRAPH
        return read_line(text, place, shape=shape, depth=len(self._lists))


def _may_lead(item: FoundLine) -> bool:
    """True for an item that may be the link to a chapter or to the list's own page: a link, or a heading's words."""
    return item.is_link or heading_rule(item.line.plain) is not None


def _may_head(text: str) -> bool:
    """True for bold words that are no sentence: a heading, and not a warning or a label before a value."""
    plain = unify_characters(text)
    return (len(plain) <= 200 and not re.search(r"[.;,:]$", plain)) or heading_rule(plain) is not None


def _texts_of(raw: str, *, is_row: bool) -> tuple[str, ...]:
    """The text of a block; the cells of a table's row with a tab between them, as a browser copies them.

    A row of the header ("Category", its value) is two lines: the label above its value.
    """
    if not is_row:
        text = _SPACE.sub(" ", raw).strip()
        return (text,) if text else ()
    cells = tuple(cell for part in raw.split(_CELL) if (cell := _SPACE.sub(" ", part).strip()))
    if len(cells) == 2 and is_header_label(unify_characters(cells[0])):
        return cells
    return ("\t".join(cells),) if cells else ()


def _whole_number(text: str | None) -> int | None:
    return int(text) if text and re.fullmatch(r"[0-9]{1,6}", text.strip()) else None
