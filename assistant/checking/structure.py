"""Seen text to its units: sentences, list items, table rows and label lines, each knowing what it is part of.

Which case a sentence speaks of is told by its neighbours: the paragraph, the list under a lead-in, the row of a table,
the section under a heading. Only layout is read here; what the words mean is not looked at.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import Enum, auto

from assistant.text import split_sentences


class Form(Enum):
    """What a block of text is."""

    PARAGRAPH = auto()
    ITEM = auto()
    ROW = auto()
    LABELS = auto()
    HEADING = auto()


@dataclass(frozen=True)
class Unit:
    """One sentence, row or label line. ``block`` and ``run`` number the paragraph and the list or table it is in.

    ``depth`` is an item's indent in characters. ``section`` numbers the heading it stands under, 0 before the first.
    ``columns`` are a table's headings, each with the span of its cell in this row. ``lead`` is the block of the
    paragraph that ends with a colon before the list.
    """

    start: int
    end: int
    text: str
    form: Form
    block: int
    run: int
    section: int
    depth: int = 0
    lead: int | None = None
    columns: tuple[tuple[str, int, int], ...] = ()

    def column_at(self, position: int) -> str:
        """The heading of the cell at this place of the text; empty outside a table."""
        return next((name for name, start, end in self.columns if start <= position < end), "")


_ITEM = re.compile(
    r"[ \t>]*(?:[-*\u2022\u25cf\u25aa\u2023\u2013\u2014+]|\(?(?:\d{1,2}|[a-zA-Z]|[ivx]{1,5})[.)])[ \t]+(?=\S)"
)
_LABEL = re.compile(r"[ \t]*(?:[-*\u2022][ \t]+)?[A-Z][A-Za-z0-9 /'&-]{1,34}:[ \t]+\S")
# A line that begins with a case is told from the one before, though no mark of a list says so.
_CASE_FIRST = re.compile(r"[^\w\n]{0,4}(?:[A-Za-z]{1,12}\W{1,3})?\d\d[ -]?\d{3}[ -]?\d{3}(?!\d)")
_CASE = re.compile(r"\d\d[ -]?\d{3}[ -]?\d{3}(?!\d)")
_GOES_ON = re.compile(
    r"(?:[,;&(/]|\b(?:and|or|in|see|also|of|from|under|to|the|case|decision|than|as))\s*$", re.IGNORECASE
)
_HEADING = re.compile(r"[ \t]*#{1,6}[ \t]+\S")
_RULE = re.compile(r"[ \t]*\|?[ \t:|=+-]{3,}$")
_LONGEST_UNIT = 1500  # characters; no sentence of a letter is longer


@dataclass
class _Block:
    form: Form
    start: int
    end: int
    run: int
    section: int
    depth: int = 0
    lead: int | None = None
    columns: tuple[str, ...] = ()


def read_units(plain: str) -> tuple[Unit, ...]:
    """The units of a text in order; an empty text has none."""
    units: list[Unit] = []
    for number, block in enumerate(_read_blocks(plain)):
        columns = _cells(plain, block) if block.form is Form.ROW else ()
        for start, end in _cut(plain, block):
            units.append(
                Unit(
                    start,
                    end,
                    plain[start:end],
                    block.form,
                    number,
                    block.run,
                    block.section,
                    block.depth,
                    block.lead,
                    columns,
                )
            )
    return tuple(units)


def _read_blocks(plain: str) -> list[_Block]:
    reader = _BlockReader(plain)
    start = 0
    for line in plain.split("\n"):
        reader.take(line, start)
        start += len(line) + 1
    return reader.blocks


@dataclass
class _BlockReader:
    """Gathers the lines of a text into blocks; ``run`` and ``section`` number the lists and parts begun so far."""

    plain: str
    blocks: list[_Block] = field(default_factory=list)
    run: int = 0
    section: int = 0
    is_open: bool = False
    header: tuple[str, ...] = ()

    def take(self, line: str, start: int) -> None:
        """Take one line: it begins a block, goes on with the open one, or parts two by being blank."""
        form, end = _form_of(line), start + len(line)
        if not line.strip():
            self.is_open = False
        elif form is Form.ROW:
            self._take_row(line, start, end)
        elif form is Form.HEADING:
            self.section += 1
            self.run += 1
            self._begin(form, start, end, is_open=False)
        elif form is Form.ITEM:
            self._take_item(line, start, end)
        elif self.is_open and self.blocks and self.blocks[-1].form is not Form.ROW:
            last = self.blocks[-1]
            last.end = end
            if form is Form.LABELS and last.form is Form.PARAGRAPH and last.start == start:
                last.form = Form.LABELS
        else:
            if form is not Form.LABELS or not self._goes_on(Form.LABELS):
                self.run += 1
            self._begin(form, start, end, is_open=True)

    def _take_row(self, line: str, start: int, end: int) -> None:
        if _RULE.match(line):
            return
        is_first = not self._goes_on(Form.ROW)
        if is_first:
            self.run += 1
            self.header = _names(line)
        self._begin(Form.ROW, start, end, is_open=False, columns=() if is_first else self.header)

    def _take_item(self, line: str, start: int, end: int) -> None:
        last = self.blocks[-1] if self.blocks else None
        if last is not None and last.form is Form.ITEM:
            lead = last.lead
        else:
            self.run += 1
            lead = len(self.blocks) - 1 if last is not None and self.plain[last.end - 1] == ":" else None
        marker = _ITEM.match(line)
        start += marker.end() if marker else 0
        self._begin(Form.ITEM, start, end, is_open=True, depth=len(line) - len(line.lstrip()), lead=lead)

    def _goes_on(self, form: Form) -> bool:
        return bool(self.blocks) and self.blocks[-1].form is form

    def _begin(
        self,
        form: Form,
        start: int,
        end: int,
        *,
        is_open: bool,
        depth: int = 0,
        lead: int | None = None,
        columns: tuple[str, ...] = (),
    ) -> None:
        self.blocks.append(_Block(form, start, end, self.run, self.section, depth, lead, columns))
        self.is_open = is_open


def _form_of(line: str) -> Form:
    if _HEADING.match(line):
        return Form.HEADING
    if line.lstrip().startswith("|") or line.count("|") >= 2 or line.count("\t") >= 2:
        return Form.ROW
    if _LABEL.match(line) and len(line) < 300:
        return Form.LABELS
    if _ITEM.match(line):
        return Form.ITEM
    return Form.PARAGRAPH


def _names(line: str) -> tuple[str, ...]:
    return tuple(cell.strip().lower() for cell in re.split(r"[|\t]", line.strip().strip("|")))


def _cells(plain: str, block: _Block) -> tuple[tuple[str, int, int], ...]:
    """Each heading with the span of its cell in this row; nothing where the numbers of cells differ."""
    text = plain[block.start : block.end]
    left = len(text) - len(text.lstrip())
    body = text.strip()
    if body.startswith("|"):
        left += 1
        body = body[1:]
    body = body.removesuffix("|")
    cells, position = [], block.start + left
    for cell in re.split(r"[|\t]", body):
        cells.append((position, position + len(cell) + 1))
        position += len(cell) + 1
    if len(cells) != len(block.columns):
        return ()
    return tuple((name, start, end) for name, (start, end) in zip(block.columns, cells, strict=True))


def _cut(plain: str, block: _Block) -> list[tuple[int, int]]:
    """The spans of a block's units: one for a row, one a line for labels, else the sentences."""
    if block.form is Form.ROW:
        return list(_pieces(plain, block.start, block.end))
    pieces: list[tuple[int, int]] = []
    position = block.start
    for line in plain[block.start : block.end].split("\n"):
        end = position + len(line)
        if pieces and not _begins_anew(plain, pieces[-1], line, block):
            pieces[-1] = (pieces[-1][0], end)
        else:
            pieces.append((position, end))
        position = end + 1
    return [span for start, end in pieces for span in _sentences(plain, start, end)]


def _begins_anew(plain: str, before: tuple[int, int], line: str, block: _Block) -> bool:
    """True where a line of a block starts a unit of its own and does not go on with the line above it."""
    if _LABEL.match(line) or (block.form is Form.LABELS and plain[before[1] - 1] in ".!?:;"):
        return True
    above = plain[max(before[0], before[1] - 300) : before[1]]
    return bool(_CASE_FIRST.match(line) and _CASE.search(above)) and _GOES_ON.search(above) is None


def _sentences(plain: str, start: int, end: int) -> list[tuple[int, int]]:
    spans: list[tuple[int, int]] = []
    position = start
    for sentence in split_sentences(plain[start:end]):
        begins = plain.index(sentence, position)
        position = begins + len(sentence)
        spans += _pieces(plain, begins, position)
    return spans


def _pieces(plain: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A sentence of any length in pieces that are short enough to be looked at word by word."""
    while end - start > _LONGEST_UNIT:
        cut = plain.rfind(" ", start + 1, start + _LONGEST_UNIT)
        cut = cut if cut > start else start + _LONGEST_UNIT
        yield start, cut
        start = cut
    yield start, end
