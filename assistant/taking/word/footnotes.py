"""Footnotes for python-docx, which has none: the part of the file that holds them, and the marks that point there.

After ECMA-376 part 1, 17.11: a part of its own, two notes that draw the lines above the others, and in the text a
reference by id. A place that is cited again gets Word's cross-reference to the first mark, so that it keeps its number.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from docx.document import Document
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import XmlPart
from docx.oxml.ns import nsdecls
from docx.oxml.parser import parse_xml
from docx.oxml.xmlchemy import BaseOxmlElement

from assistant.taking.layout import describe_note, link_note, shown_link
from assistant.taking.report import Footnote, Whose
from assistant.taking.word.body import Body, Links
from assistant.taking.word.elements import bookmarked, element, field, run
from assistant.taking.word.styles import DIGEST_WORDS, FOOTNOTE, FOOTNOTE_MARK, LINK, OMBUDSMAN_WORDS
from assistant.visible import in_one_line

_SEPARATORS = (("-1", "separator"), ("0", "continuationSeparator"))


class Footnotes:
    """The footnotes of one document, written when they are first pointed to.

    ``notes`` are all that the document may point to, by number. Numbers are to be pointed to in their order, since
    Word counts the marks as it meets them.
    """

    def __init__(self, document: Document, body: Body, notes: Sequence[Footnote]) -> None:
        self._notes: Mapping[int, Footnote] = {note.number: note for note in notes}
        self._pointed_to: set[int] = set()
        self._body = body
        self._part = _add_part(document)
        self._links = Links(self._part, body.style(LINK))

    def point_to(self, paragraph: BaseOxmlElement, numbers: Sequence[int]) -> None:
        """Set the marks of these footnotes at the end of a paragraph, with a comma between two of them."""
        mark = self._body.style(FOOTNOTE_MARK)
        for position, number in enumerate(numbers):
            if position:
                paragraph.append(run(", ", mark))
            if number in self._pointed_to:
                again = field(f"NOTEREF {_bookmark(number)} \\f \\h", str(number), mark)
                paragraph.extend(again)
                continue
            self._pointed_to.add(number)
            reference = run("", mark)
            reference.append(element("w:footnoteReference", id=str(number)))
            paragraph.extend(bookmarked(_bookmark(number), number, reference))
            self._part.element.append(self._note(self._notes[number]))

    def _note(self, note: Footnote) -> BaseOxmlElement:
        own_mark = run("", self._body.style(FOOTNOTE_MARK))
        own_mark.append(element("w:footnoteRef"))
        voice = self._body.style(OMBUDSMAN_WORDS if note.whose is Whose.OMBUDSMAN else DIGEST_WORDS)
        content = [
            own_mark,
            run(f" {in_one_line(describe_note(note))} “"),
            run(in_one_line(note.quote), voice),
            run("”"),
        ]
        if note.link:
            content += [run(" "), self._links.link(note.link, shown_link(note.link)), run(link_note(note))]
        style = element("w:pPr", element("w:pStyle", val=self._body.style(FOOTNOTE)))
        return element("w:footnote", element("w:p", style, *content), id=str(note.number))


def _bookmark(number: int) -> str:
    return f"_RefNote{number}"


def _add_part(document: Document) -> XmlPart:
    """An empty part of footnotes with the two lines, known to the document and to its settings."""
    root = parse_xml(f"<w:footnotes {nsdecls('w', 'r')}/>")
    in_settings = element("w:footnotePr")
    for identifier, kind in _SEPARATORS:
        line = element("w:r", element(f"w:{kind}"))
        root.append(element("w:footnote", element("w:p", line), type=kind, id=identifier))
        in_settings.append(element("w:footnote", id=identifier))
    package = document.part.package
    if package is None:
        raise ValueError("a document outside a package can hold no footnotes")
    part = XmlPart(PackURI("/word/footnotes.xml"), CONTENT_TYPE.WML_FOOTNOTES, root, package)
    document.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)
    document.settings.element.insert_element_before(in_settings, "w:endnotePr", "w:compat", "w:docVars", "w:rsids")
    return part
