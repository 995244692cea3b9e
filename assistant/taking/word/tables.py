"""The table of decisions in Word: widths that fit A4 upright, a heading row on every page, no row broken in two."""

from __future__ import annotations

from collections.abc import Sequence

from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Cm, Length

from assistant.taking.layout import COLUMNS, cells_of, name_row
from assistant.taking.report import CaseRow, CaseTable
from assistant.taking.word.body import Body, Links
from assistant.taking.word.elements import element, run
from assistant.taking.word.styles import CELL, NOTE
from assistant.visible import in_one_line

# In the order of COLUMNS; together as wide as the text.
_WIDTHS: tuple[Length, ...] = (Cm(4.2), Cm(2.1), Cm(3.1), Cm(2.0), Cm(4.1), Cm(1.5))
_RULE, _SHADE = "8A9BA5", "E6ECEF"


def add_table(body: Body, links: Links, table: CaseTable) -> None:
    """Caption, what the decisions came to, and a row for each of them; background is only named, a line each."""
    body.add_text("Caption", in_one_line(table.caption))
    if not table.is_counted:
        for row in table.rows:
            body.add(NOTE, _reference(links, row), run(f" {in_one_line(name_row(row))}"))
        return
    if table.tally:
        body.add_text(NOTE, in_one_line(table.tally), keeps_with_next=True)
    style = body.style(CELL)
    has_side = len({row.side for row in table.rows}) > 1
    made = element("w:tbl", _properties(table.caption), _grid(), _head(style))
    for row in table.rows:
        named = [_reference(links, row), run(f"\n{in_one_line(row.body)}")]
        made.append(_row(named, cells_of(row, has_side=has_side), style))
    body.add_table(made)


def _properties(caption: str) -> BaseOxmlElement:
    edges = [
        element(f"w:{edge}", val="single", sz="4", space="0", color=_RULE) for edge in ("top", "bottom", "insideH")
    ]
    margins = [
        element(f"w:{side}", w=width, type="dxa")
        for side, width in (("top", "50"), ("left", "70"), ("bottom", "50"), ("right", "70"))
    ]
    return element(
        "w:tblPr",
        element("w:tblW", w=str(sum(width.twips for width in _WIDTHS)), type="dxa"),
        element("w:tblBorders", *edges),
        element("w:tblLayout", type="fixed"),
        element("w:tblCellMar", *margins),
        element("w:tblLook", firstRow="1", firstColumn="1", lastRow="0", lastColumn="0", noHBand="1", noVBand="1"),
        # What a screen reader says of the table before it reads it.
        element("w:tblCaption", val=in_one_line(caption)),
        element("w:tblDescription", val="Decisions, how each ended, and what was paid for the issue asked about."),
    )


def _grid() -> BaseOxmlElement:
    return element("w:tblGrid", *(element("w:gridCol", w=str(width.twips)) for width in _WIDTHS))


def _head(style: str) -> BaseOxmlElement:
    properties = element("w:trPr", element("w:cantSplit"), element("w:tblHeader"))
    cells = [_cell([run(name)], width, style, is_head=True) for name, width in zip(COLUMNS, _WIDTHS, strict=True)]
    return element("w:tr", properties, *cells)


def _row(named: Sequence[BaseOxmlElement], cells: Sequence[str], style: str) -> BaseOxmlElement:
    properties = element("w:trPr", element("w:cantSplit"))
    texts = [[run(in_one_line(cell))] for cell in cells]
    made = [_cell(content, width, style) for content, width in zip([named, *texts], _WIDTHS, strict=True)]
    return element("w:tr", properties, *made)


def _reference(links: Links, row: CaseRow) -> BaseOxmlElement:
    """The reference, as a link where the decision's page is known; never broken in two lines."""
    reference = str(row.reference).replace(" ", "\u00a0")
    return links.link(row.link, reference) if row.link else run(reference)


def _cell(content: Sequence[BaseOxmlElement], width: Length, style: str, *, is_head: bool = False) -> BaseOxmlElement:
    properties = element("w:tcPr", element("w:tcW", w=str(width.twips), type="dxa"))
    if is_head:
        properties.append(element("w:shd", val="clear", color="auto", fill=_SHADE))
        for one in content:
            one.insert(0, element("w:rPr", element("w:b")))
    return element("w:tc", properties, element("w:p", element("w:pPr", element("w:pStyle", val=style)), *content))
