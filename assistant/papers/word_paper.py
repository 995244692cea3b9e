"""The bytes of a Word document → its text: paragraphs, tables and text boxes in order, footnotes where they are cited.

python-docx opens the package; its paragraphs leave out what was inserted with changes tracked, content controls and
text boxes, so the text is taken from the document's own elements. Macros, comments, headers, pictures and deleted
text are not looked at, and nothing outside of the file is.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from typing import Any

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.exceptions import OpcError
from docx.opc.part import Part, XmlPart
from docx.oxml.ns import qn
from docx.oxml.parser import parse_xml
from docx.package import Package

from assistant.errors import InputError

_LARGEST_UNPACKED = 150_000_000  # bytes of the whole package: its photographs are packed already
_LARGEST_XML = 25_000_000  # bytes of one part with text: of a letter of a hundred pages it has a tenth
_MOST_PARTS = 4000
_DEEPEST_TABLE = 8
# A damaged or hostile package makes the library raise whatever its parsing stumbles over.
_DAMAGE = (
    *(OpcError, zipfile.BadZipFile, zlib.error, ValueError, LookupError, TypeError, AttributeError, SyntaxError),
    *(RuntimeError, EOFError, OSError, NotImplementedError, AssertionError),
)
# What a reader of the document does not see: taken out, moved away, hidden, or there twice for old versions of Word.
_UNSEEN = frozenset(
    (qn("w:del"), qn("w:moveFrom"), "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback")
)
_NOTES = {
    qn("w:footnoteReference"): (RELATIONSHIP_TYPE.FOOTNOTES, qn("w:footnote")),
    qn("w:endnoteReference"): (RELATIONSHIP_TYPE.ENDNOTES, qn("w:endnote")),
}
_CHARACTERS = {
    qn("w:tab"): "\t",
    qn("w:br"): "\n",
    qn("w:cr"): "\n",
    qn("w:noBreakHyphen"): "-",
}
# A cell with more than this is a part of the layout, and its paragraphs are read as paragraphs.
_LONGEST_CELL = 400
_HEADING_STYLE = re.compile(r"(?:Heading([1-6])|Title)$")
_ENDS_SENTENCE = re.compile(r"[.,;:]+$")

_Element = Any  # lxml's elements as python-docx subclasses them


def read_word(data: bytes, name: str) -> str:
    """The text of a .docx or .docm. Raises InputError for what is none, is damaged, or unpacks to far too much."""
    try:
        _refuse_bombs(data, name)
        package = Package.open(io.BytesIO(data))
        body = _root(package.main_document_part).find(qn("w:body"))
        if body is None:
            raise InputError(f"{name} is no Word document. {_CHOOSE}")
        return "\n".join(_tidy(_Reader(package.main_document_part).blocks(body))).rstrip("\n")
    except _DAMAGE as error:
        raise InputError(f"{name} is no Word document, or a damaged one ({type(error).__name__}). {_CHOOSE}") from error


_CHOOSE = "Open it in Word, save it as a Word document (.docx), and choose that file; or paste its text."


def _refuse_bombs(data: bytes, name: str) -> None:
    """The sizes that an archive states bound what is read of it: reading stops there."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        members = archive.infolist()
    if any(member.flag_bits & 1 for member in members):
        raise InputError(f"{name} is locked with a password. Take the password away and choose it again.")
    texts = [member.file_size for member in members if member.filename.lower().endswith((".xml", ".rels"))]
    if (
        len(members) > _MOST_PARTS
        or sum(member.file_size for member in members) > _LARGEST_UNPACKED
        or max(texts, default=0) > _LARGEST_XML
    ):
        raise InputError(
            f"{name} unpacks to far more than a letter holds and was not opened. Choose another, or paste its text."
        )
    if not any(member.filename == "[Content_Types].xml" for member in members):
        raise InputError(f"{name} is an archive and no Word document. {_CHOOSE}")


def _root(part: Part) -> _Element:
    return part.element if isinstance(part, XmlPart) else parse_xml(part.blob)


class _Reader:
    """One document on its way: its notes by their numbers, and how many were told."""

    def __init__(self, part: Part) -> None:
        self._notes = {name: _notes_of(part, *where) for name, where in _NOTES.items()}
        self._told = 0

    def blocks(self, parent: _Element, depth: int = 0) -> Iterator[str]:
        """The lines of what stands in a body, a cell, a text box or a content control, in order."""
        for element in parent:
            if element.tag == qn("w:p"):
                yield from self._paragraph(element, depth)
            elif element.tag == qn("w:tbl"):
                yield from self._table(element, depth + 1)
            elif element.tag not in _UNSEEN and not _is_properties(element):
                yield from self.blocks(element, depth)

    def _paragraph(self, paragraph: _Element, depth: int) -> Iterator[str]:
        pieces: list[str] = []
        boxes: list[_Element] = []
        self._gather(paragraph, pieces, boxes)
        text = "".join(pieces).strip("\n")
        yield f"{_mark_of(paragraph)}{text}" if text.strip() else ""
        for box in boxes:
            if depth < _DEEPEST_TABLE:
                yield from self.blocks(box, depth + 1)

    def _gather(self, element: _Element, pieces: list[str], boxes: list[_Element]) -> None:
        """The pieces of text below an element in order; text boxes are put aside, for they stand beside the line."""
        waiting = [element]
        while waiting:
            one = waiting.pop()
            if one.tag == qn("w:t"):
                pieces.append(one.text or "")
            elif one.tag in _CHARACTERS:
                pieces.append(_CHARACTERS[one.tag])
            elif one.tag in _NOTES:
                self._add_note(one, pieces)
            elif one.tag == qn("w:txbxContent"):
                boxes.append(one)
            elif one.tag == qn("w:r") and _is_hidden(one):
                continue
            elif one.tag not in _UNSEEN and not _is_properties(one):
                waiting += reversed(one)

    def _add_note(self, mark: _Element, pieces: list[str]) -> None:
        """A note within its sentence, before the stop, so that what it cites is read with what it is cited for."""
        note = self._notes[mark.tag].get(mark.get(qn("w:id")))
        if note is None:
            return
        words: list[str] = []
        for paragraph in note.iter(qn("w:p")):
            self._gather(paragraph, words, [])
            words.append(" ")
        said = " ".join("".join(words).split()).rstrip(".")
        if not said:
            return
        self._told += 1
        before = "".join(pieces)
        stop = _ENDS_SENTENCE.search(before)
        end = stop[0] if stop else ""
        pieces[:] = [before[: len(before) - len(end)], f" (note {self._told}: {said})", end]

    def _table(self, table: _Element, depth: int) -> Iterator[str]:
        if depth > _DEEPEST_TABLE:
            return
        rows = [
            [[line for line in self.blocks(cell, depth) if line.strip()] for cell in _cells(row)]
            for row in _children(table, qn("w:tr"))
        ]
        if _is_layout(rows):
            for row in rows:
                for cell in row:
                    yield from cell
            yield ""
            return
        yield ""
        for row in rows:
            yield "| " + " | ".join(" ".join(" ".join(cell).split()) for cell in row) + " |"
        yield ""


def _is_layout(rows: list[list[list[str]]]) -> bool:
    """True for a table that places blocks of text, as letterheads do, and tells no row of facts."""
    return all(len(row) < 2 for row in rows) or any(
        sum(map(len, cell)) > _LONGEST_CELL or any(line.startswith("| ") for line in cell)
        for row in rows
        for cell in row
    )


def _children(element: _Element, tag: str) -> Iterator[_Element]:
    """The children with a tag, also where a content control or a tracked insertion stands around them."""
    for child in element:
        if child.tag == tag:
            yield child
        elif child.tag in (qn("w:sdt"), qn("w:sdtContent"), qn("w:ins"), qn("w:customXml")):
            yield from _children(child, tag)


def _cells(row: _Element) -> list[_Element]:
    deleted = row.find(qn("w:trPr"))
    if deleted is not None and deleted.find(qn("w:del")) is not None:
        return []
    return list(_children(row, qn("w:tc")))


def _notes_of(part: Part, kind: str, tag: str) -> dict[str, _Element]:
    """The notes by their ids; the first two of Word's are the lines above them and hold no text."""
    for relationship in part.rels.values():
        if relationship.reltype == kind and not relationship.is_external:
            return {note.get(qn("w:id")): note for note in _root(relationship.target_part).iter(tag)}
    return {}


def _is_properties(element: _Element) -> bool:
    return not isinstance(element.tag, str) or element.tag.endswith("Pr")


def _mark_of(paragraph: _Element) -> str:
    """The mark that stands for a heading's or a list item's form, as in plain text: "# " and "- "."""
    style = paragraph.style or ""
    heading = _HEADING_STYLE.match(style)
    if heading:
        return "#" * min(int(heading[1] or 1), 6) + " "
    properties = paragraph.find(qn("w:pPr"))
    numbered = None if properties is None else properties.find(f"{qn('w:numPr')}/{qn('w:numId')}")
    is_item = style.startswith("List") if numbered is None else numbered.get(qn("w:val")) != "0"
    return "- " if is_item else ""


def _is_hidden(run: _Element) -> bool:
    properties = run.find(qn("w:rPr"))
    vanish = None if properties is None else properties.find(qn("w:vanish"))
    return vanish is not None and vanish.get(qn("w:val")) not in ("0", "false")


def _tidy(blocks: Iterator[str]) -> Iterator[str]:
    """An empty line between paragraphs, as a reader sees a space there; rows of a table and lists stay together."""
    last = ""
    for block in blocks:
        line = "\n".join(part.rstrip() for part in block.split("\n"))
        if line and last and not (line[:2] == last[:2] and line[:2] in ("| ", "- ")):
            yield ""
        if line or last:
            yield line
        last = line
