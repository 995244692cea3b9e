"""What a Word file's text is put together with: paragraphs of a style, one after another, and links to the outside.

python-docx looks a style up by its name for every paragraph; over a conversation of forty turns that alone took
seconds (measured November 2026), so the names are looked up once.
"""

from __future__ import annotations

from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.part import Part
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

from assistant.taking.word.elements import element, run


class Links:
    """Links that stand in one part of a file: each address is named once in that part's relationships."""

    def __init__(self, part: Part, style: str) -> None:
        self._part, self._style = part, style
        self._known: dict[str, str] = {}

    def link(self, address: str, text: str) -> BaseOxmlElement:
        """A link to an address outside, to be put into a paragraph of this part."""
        if address not in self._known:
            self._known[address] = self._part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
        made = element("w:hyperlink", run(text, self._style), history="1")
        made.set(qn("r:id"), self._known[address])
        return made


class Body:
    """The text of a document, to which paragraphs and tables are added at its end."""

    def __init__(self, document: Document) -> None:
        self._end = document.element.body.sectPr
        self._ids = {str(style.name): str(style.style_id) for style in document.styles}

    def style(self, name: str) -> str:
        """The id of a style by its name."""
        return self._ids[name]

    def add(self, style: str, *content: BaseOxmlElement, keeps_with_next: bool = False) -> BaseOxmlElement:
        """A paragraph of the style with this name at the end; returned, so that more can be put into it."""
        properties = element("w:pPr", element("w:pStyle", val=self.style(style)))
        if keeps_with_next:
            properties.append(element("w:keepNext"))
        paragraph = element("w:p", properties, *content)
        self._end.addprevious(paragraph)
        return paragraph

    def add_text(self, style: str, text: str, *, keeps_with_next: bool = False) -> None:
        """A paragraph of one text."""
        self.add(style, run(text), keeps_with_next=keeps_with_next)

    def add_table(self, table: BaseOxmlElement) -> None:
        """A table, and an empty paragraph behind it, without which Word joins two tables that follow one another."""
        self._end.addprevious(table)
        self.add("Small Note")
