"""Small Word documents made with python-docx, and the parts that it does not write: footnotes, tracked changes."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence

import docx
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml.parser import parse_xml

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def a_word_document(
    *paragraphs: str, table: Sequence[Sequence[str]] = (), body: str = "", footnotes: Sequence[str] = ()
) -> bytes:
    """A .docx with these paragraphs, a table, and more elements of its body as XML (prefix ``w``).

    The footnotes have the ids 1, 2, …; ``body`` may refer to them.
    """
    document = docx.Document()
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    if table:
        made = document.add_table(rows=len(table), cols=len(table[0]))
        for row, cells in zip(made.rows, table, strict=True):
            for cell, text in zip(row.cells, cells, strict=True):
                cell.text = text
    if body:
        place = document.element.body
        for element in list(parse_xml(f"<w:body {_W}>{body}</w:body>")):
            place.insert(len(place) - 1, element)
    if footnotes:
        _add_footnotes(document.part, footnotes)
    return _saved(document)


def with_member(data: bytes, name: str, content: bytes) -> bytes:
    """The package with one more file in it, or with another content of one."""
    written = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(data)) as old,
        zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for member in old.infolist():
            if member.filename != name:
                new.writestr(member, old.read(member))
        new.writestr(name, content)
    return written.getvalue()


def _add_footnotes(part: Part, footnotes: Sequence[str]) -> None:
    notes = "".join(
        f'<w:footnote w:id="{n}"><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:footnote>'
        for n, text in enumerate(footnotes, start=1)
    )
    lines = '<w:footnote w:id="-1" w:type="separator"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
    blob = f"<w:footnotes {_W}>{lines}{notes}</w:footnotes>".encode()
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
    part.relate_to(Part(PackURI("/word/footnotes.xml"), kind, blob, part.package), RELATIONSHIP_TYPE.FOOTNOTES)


def _saved(document: object) -> bytes:
    written = io.BytesIO()
    document.save(written)  # type: ignore[attr-defined]  # python-docx gives its class no name of its own to import
    return written.getvalue()
