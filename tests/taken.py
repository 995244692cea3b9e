"""Readers of what is taken away, and an answer full of hostile text: shared by the tests of the forms.

A Word file is read with python-docx and its parts; a form is judged by what a reader finds in it, not by its source.
"""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import dataclass, replace
from datetime import date
from typing import cast

import docx
from bs4 import BeautifulSoup
from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import qn
from docx.oxml.parser import parse_xml
from docx.oxml.xmlchemy import BaseOxmlElement
from markdown_it import MarkdownIt

from assistant.domain import Answer, Decision, Statement, StatementRole
from assistant.taking import Report, report_answer
from tests.answer_builders import answer_about, cite, held
from tests.builders import LATE_PLAN, decision, full_text, query, remedy

DAY = date(2026, 11, 23)
PAGE = "https://www.lgo.org.uk/decisions/education/special-educational-needs/"

HOSTILE = (
    "<script>alert(1)</script> <img src=x onerror=alert(2)> [click](javascript:alert(3)) "
    "![i](http://evil.example/x.png) https://evil.example/a www.evil.example me@evil.example <https://evil.example> "
    '**bold** _it_ `code` | cell | # heading =HYPERLINK("http://evil.example") \u202egnirts\u202c '
    "\x00\x07\x1b \ud800 \ufffe [^1]: note &amp; $x$ ~~s~~"
)
FORMULAS = ("=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", " =1", "\n=1", "=cmd|' /C calc'!A0", "＝1+1", "\u200b=1")
LONG_WORD = "w" * 100_000
# As most viewers read it: tables, raw HTML let through, struck-through text.
_VIEWER = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])


@dataclass(frozen=True)
class WordText:
    """What a reader finds in a Word file."""

    document: Document
    parts: dict[str, bytes]

    @property
    def headings(self) -> list[tuple[int, str]]:
        """Level and text of each heading, in order."""
        styled = [(p.style.name if p.style else "", p.text) for p in self.document.paragraphs]
        return [(int(str(name)[-1]), text) for name, text in styled if str(name).startswith("Heading ")]

    @property
    def text(self) -> str:
        """All that is said in the body: paragraphs and the cells of tables, links included."""
        return "\n".join(text_of(each) for each in self.document.element.body.iter(qn("w:p")))

    @property
    def footnotes(self) -> dict[int, str]:
        """The text of each footnote by its id, without the two lines that stand above them."""
        root = parse_xml(self.parts["word/footnotes.xml"])
        notes = {int(note.get(qn("w:id")) or 0): text_of(cast(BaseOxmlElement, note)) for note in root}
        return {number: text for number, text in notes.items() if number > 0}

    @property
    def references(self) -> list[int]:
        """The ids of the footnotes in the order in which the body points to them."""
        return [int(each.get(qn("w:id"))) for each in self.document.element.iter(qn("w:footnoteReference"))]

    @property
    def repeated(self) -> list[str]:
        """The instructions of the fields that point to a footnote once more."""
        fields = [each.text or "" for each in self.document.element.iter(qn("w:instrText"))]
        return [field.strip() for field in fields if "NOTEREF" in field]

    @property
    def links(self) -> set[str]:
        """Every address outside that a link of the file leads to, in the body and in the footnotes."""
        found = set()
        for name, data in self.parts.items():
            if name.endswith(".rels"):
                for each in BeautifulSoup(data, "xml").find_all("Relationship"):
                    if each["Type"] == RELATIONSHIP_TYPE.HYPERLINK:
                        assert each["TargetMode"] == "External"
                        found.add(str(each["Target"]))
        return found


def text_of(element: BaseOxmlElement) -> str:
    """All text below an element of a Word file."""
    return "".join(str(part) for part in element.itertext(qn("w:t")))


def read_word(data: bytes) -> WordText:
    """The file as python-docx opens it, every part of it well-formed."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.testzip() is None
        parts = {name: archive.read(name) for name in archive.namelist()}
    for name, content in parts.items():
        if name.endswith((".xml", ".rels")):
            parse_xml(content)
    return WordText(docx.Document(io.BytesIO(data)), parts)


def viewed_markdown(text: str) -> BeautifulSoup:
    """Markdown as a viewer shows it, with whatever raw HTML the viewer would let through."""
    return BeautifulSoup(_VIEWER.render(text), "html.parser")


def linked(of: Decision) -> Decision:
    """The decision with an address on the Ombudsman's site."""
    return replace(of, url=f"{PAGE}{of.reference.slug}")


def ordinary_answer() -> tuple[Answer, tuple[Decision, ...]]:
    """A full text, a digest without an address of the Ombudsman's, and a case that lost; one place is cited twice."""
    own, digest = linked(full_text(1)), decision(2)
    lost = linked(decision(3, "The council acted in time.", outcome=None, remedies=(), decided=None))
    found = answer_about(own, digest, lost)
    finding = own.paragraphs[2].text.split(". ")[0] + "."
    again = Statement(StatementRole.FINDINGS, f"It says “{finding}”", (cite(own, finding, 2),))
    twice = Statement(StatementRole.CAVEAT, "Once more.", (cite(own, finding, 2), cite(own, own.paragraphs[0].text)))
    return replace(found, statements=(*found.statements, again, twice)), (own, digest, lost)


def ordinary_report(question: str = "How much for a late plan?") -> Report:
    """The report of ``ordinary_answer``."""
    answer, decisions = ordinary_answer()
    return report_answer(question, answer, held(*decisions))


def hostile_report(text: str = HOSTILE) -> Report:
    """A report with this text in every place that a text from outside can reach."""
    # A stored paragraph is UTF-8, so half of a character cannot stand in one; in a question it can.
    whole = re.sub("[\ud800-\udfff]", "", text) or "x"
    bad = decision(
        1,
        whole,
        body=text,
        category=text,
        subcategory=text,
        url="javascript:alert(1)",
        remedies=(remedy(issue=LATE_PLAN, detail=text), remedy(issue=LATE_PLAN, rate_pence=100, per=text)),
    )
    said = Statement(StatementRole.CLOSEST, f"{text} “{whole}”", (cite(bad, whole),))
    answer = answer_about(bad, query=query(topic=text), statements=(said, replace(said, role=StatementRole.DRAFT)))
    return report_answer(text, answer, held(bad))
