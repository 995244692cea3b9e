"""The table of decisions in Word: widths that fit A4 upright, a heading row on every page, no row broken in two."""

from __future__ import annotations

from collections.abc import Sequence

from docx.document import Document
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Cm, Length

from assistant.taking.layout import COLUMNS, cells_of
from assistant.taking.report import CaseRow, CaseTable
from assistant.taking.visible import in_one_line
from assistant.taking.word.elements import element, link, run
from assistant.taking.word.styles import CELL, LINK

# In the order of COLUMNS; together as wide as the text.
_WIDTHS: tuple[Length, ...] = (Cm(4.3), Cm(2.2), Cm(2.6), Cm(2.1), Cm(4.0), Cm(1.8))
_RULE, _SHADE = "8A9BA5", "E6ECEF"


def add_table(document: Document, table: CaseTable) -> None:
    """Caption, what the decisions came to, and a row for each of them."""
    document.add_paragraph(in_one_line(table.caption), style="Caption")
    if table.tally:
        document.add_paragraph(in_one_line(table.tally), style="Small Note").paragraph_format.keep_with_next = True
    style, link_style = document.styles[CELL].style_id, document.styles[LINK].style_id
    has_side = len({row.side for row in table.rows}) > 1
    made = element("w:tbl", _properties(table.caption), _grid(), _head(style))
    for row in table.rows:
        made.append(_row(_named(document, row, link_style), cells_of(row, has_side=has_side), style))
    body = document.element.body
    body.insert_element_before(made, "w:sectPr")
    document.add_paragraph(style="Small Note")  # Word joins two tables that follow one another


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


def _named(document: Document, row: CaseRow, link_style: str) -> list[BaseOxmlElement]:
    """Reference, as a link where the decision's page is known, and below it the body."""
    reference = str(row.reference)
    first = link(document.part, row.link, reference, link_style) if row.link else run(reference)
    # Never broken in two lines: somebody will copy it.
    return [first, run(f"\n{in_one_line(row.body)}")]


def _cell(content: Sequence[BaseOxmlElement], width: Length, style: str, *, is_head: bool = False) -> BaseOxmlElement:
    properties = element("w:tcPr", element("w:tcW", w=str(width.twips), type="dxa"))
    if is_head:
        properties.append(element("w:shd", val="clear", color="auto", fill=_SHADE))
        for one in content:
            one.insert(0, element("w:rPr", element("w:b")))
    return element("w:tc", properties, element("w:p", element("w:pPr", element("w:pStyle", val=style)), *content))
