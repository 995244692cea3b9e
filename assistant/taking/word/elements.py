"""The pieces of a Word paragraph, as elements of the file: runs of text, fields, places to point to.

Every text that is written goes through ``visible`` here, so that no character that XML forbids can reach the file.
"""

from __future__ import annotations

from typing import cast

from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement
from docx.oxml.xmlchemy import BaseOxmlElement

from assistant.visible import visible


def element(name: str, /, *children: BaseOxmlElement, **attributes: str) -> BaseOxmlElement:
    """``element("w:tblHeader", val="true")``: one element; attributes are of the ``w:`` namespace."""
    made = cast(BaseOxmlElement, OxmlElement(name))
    for attribute, value in attributes.items():
        made.set(qn(f"w:{attribute}"), value)
    for child in children:
        made.append(child)
    return made


def run(text: str, style: str | None = None) -> BaseOxmlElement:
    """A run of visible text; line breaks in it are kept. ``style`` is the id of a character style."""
    made = _run(style)
    for number, line in enumerate(visible(text).split("\n")):
        if number:
            made.append(element("w:br"))
        if line:
            said = element("w:t")
            said.text = line
            said.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
            made.append(said)
    return made


def field(instruction: str, shown: str, style: str | None = None) -> list[BaseOxmlElement]:
    """The runs of a field that Word works out (``PAGE``, ``NOTEREF …``); ``shown`` stands until it does."""

    def mark(kind: str) -> BaseOxmlElement:
        made = _run(style)
        made.append(element("w:fldChar", fldCharType=kind))
        return made

    asked = _run(style)
    words = element("w:instrText")
    words.text = f" {instruction} "
    words.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    asked.append(words)
    return [mark("begin"), asked, mark("separate"), run(shown, style), mark("end")]


def bookmarked(name: str, number: int, content: BaseOxmlElement) -> list[BaseOxmlElement]:
    """The content with a bookmark around it that a field can point to; ``number`` is its own in the document."""
    start = element("w:bookmarkStart", id=str(number), name=name)
    return [start, content, element("w:bookmarkEnd", id=str(number))]


def _run(style: str | None) -> BaseOxmlElement:
    made = element("w:r")
    if style:
        made.append(element("w:rPr", element("w:rStyle", val=style)))
    return made
