"""A document → a Word file: headings, real footnotes with links, tables of decisions, page numbers, British English.

Nothing in it tells who asked or on which machine: its author is Redress, and its title names no question.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from datetime import UTC, datetime, time

import docx
from docx.document import Document as WordFile
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.opc.rel import Relationships
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

from assistant.taking.layout import (
    ABOUT,
    ANSWER,
    DECISIONS,
    NEWS,
    NEWS_NOTE,
    QUESTION,
    WHOSE_NOTES,
    Document,
    documents_notes,
    is_whole_in_heading,
    question_heading,
    understood_lines,
)
from assistant.taking.report import Part, PartKind, Report, Said, Whose
from assistant.taking.word.body import Body, Links
from assistant.taking.word.elements import field, run
from assistant.taking.word.footnotes import Footnotes
from assistant.taking.word.styles import (
    ASKED,
    DIGEST_WORDS,
    HEADLINE,
    LINK,
    NOTE,
    OMBUDSMAN_WORDS,
    STATUS,
    TEXT_WIDTH,
    TO_PASTE,
    set_styles,
)
from assistant.taking.word.tables import add_table
from assistant.text import format_date
from assistant.visible import in_one_line, visible

__all__ = ["write_word"]

_PART_STYLES = {
    PartKind.HEADLINE: HEADLINE,
    PartKind.PARAGRAPHS: "Normal",
    PartKind.LIST: "List Bullet",
    PartKind.TO_PASTE: TO_PASTE,
}
# The template's picture, the program it was made with, the styles once more for Word 2010, and its list of sources.
_UNWANTED = ("thumbnail", "extended-properties", "stylesWithEffects", "customXml")
_VOICES = {Whose.OMBUDSMAN: OMBUDSMAN_WORDS, Whose.DIGEST: DIGEST_WORDS}


def write_word(document: Document) -> bytes:
    """The document as the bytes of a .docx file."""
    file = docx.Document()
    set_styles(file)
    _set_properties(file, document)
    _set_edges(file, document)
    writer = _Writer(file, document)
    writer.body.add_text("Title", document.title)
    writer.body.add_text("Subtitle", in_one_line(document.subtitle))
    for number, report in enumerate(document.reports, start=1):
        writer.add_report(report, number if document.is_conversation else None)
    writer.add_about(document)
    stream = io.BytesIO()
    file.save(stream)
    return stream.getvalue()


def _set_properties(file: WordFile, document: Document) -> None:
    """Neutral properties; python-docx's template brings its own author, remark, picture and an older Word's manners."""
    properties = file.core_properties
    properties.title, properties.author, properties.last_modified_by = document.title, "Redress", "Redress"
    properties.subject = "Decisions of the Local Government and Social Care Ombudsman"
    properties.comments, properties.keywords, properties.category = "", "", ""
    properties.language = "en-GB"
    properties.created = properties.modified = datetime.combine(document.on, time(), UTC)
    properties.revision = 1
    package = file.part.package
    if package is not None:
        _drop(package.rels)
    _drop(file.part.rels)
    for setting in file.settings.element.iter(qn("w:compatSetting")):
        if setting.get(qn("w:name")) == "compatibilityMode":
            setting.set(qn("w:val"), "15")  # else Word says "compatibility mode" over the page
    for zoom in file.settings.element.findall(qn("w:zoom")):
        file.settings.element.remove(zoom)


def _drop(relationships: Relationships) -> None:
    """Leave out parts of the template that say what is not so, or that only an older Word reads."""
    unwanted = [key for key, each in relationships.items() if each.reltype.rsplit("/", 1)[-1] in _UNWANTED]
    for key in unwanted:
        relationships.pop(key)


def _set_edges(file: WordFile, document: Document) -> None:
    """Head: what this is. Foot: when it was made, what it is not, and the page."""
    section = file.sections[0]
    section.header.paragraphs[0].text = "Redress · precedents from the Ombudsman’s published decisions"
    foot = section.footer.paragraphs[0]
    stops = foot.paragraph_format.tab_stops
    stops.add_tab_stop(TEXT_WIDTH, WD_TAB_ALIGNMENT.RIGHT)
    foot.add_run(f"{format_date(document.on)} · not official, and no legal advice\tPage ")
    foot._p.extend(field("PAGE", "1"))
    foot._p.append(run(" of "))
    foot._p.extend(field("NUMPAGES", "1"))


class _Writer:
    """Puts reports into one Word file."""

    def __init__(self, file: WordFile, document: Document) -> None:
        self.body = Body(file)
        self._links = Links(file.part, self.body.style(LINK))
        self._footnotes = Footnotes(file, self.body, documents_notes(document.reports))

    def add_report(self, report: Report, number: int | None) -> None:
        """Question, answer and decisions; a level deeper in a conversation, where the question is the heading."""
        level = 1 if number is None else 2
        self._add_question(report, number)
        if report.parts:
            self.body.add_text(f"Heading {level}", ANSWER)
            self.body.add_text(STATUS, report.status)
        for part in report.parts:
            self._add_part(part, level + 1)
        for remark in report.remarks:
            self.body.add_text(NOTE, in_one_line(remark))
        if report.tables:
            self.body.add_text(f"Heading {level}", DECISIONS)
        for table in report.tables:
            add_table(self.body, self._links, table)
        if report.news:
            self.body.add_text(f"Heading {level}", NEWS)
            self.body.add_text(NOTE, NEWS_NOTE)
        for item in report.news:
            self.body.add_text("List Bullet", in_one_line(item))

    def add_about(self, document: Document) -> None:
        """Whose words look how, and what all of this is and is not."""
        self.body.add_text("Heading 1", ABOUT)
        for whose in document.whose:
            voice = self.body.style(_VOICES[whose])
            self.body.add("Normal", run("Quoted like this: "), run(WHOSE_NOTES[whose], voice))
        for text in document.about:
            self.body.add_text("Normal", in_one_line(text))

    def _add_question(self, report: Report, number: int | None) -> None:
        heading = QUESTION if number is None else question_heading(number, report.question)
        self.body.add_text("Heading 1", in_one_line(heading))
        if number is None or not is_whole_in_heading(report.question):
            self.body.add_text(ASKED, visible(report.question).strip())
        for line in understood_lines(report):
            self.body.add_text(NOTE, in_one_line(line))

    def _add_part(self, part: Part, level: int) -> None:
        if part.heading:
            self.body.add_text(f"Heading {level}", part.heading)
        for said in part.said:
            paragraph = self.body.add(_PART_STYLES[part.kind], *self._runs(said))
            self._footnotes.point_to(paragraph, said.notes)

    def _runs(self, said: Said) -> Iterator[BaseOxmlElement]:
        """The runs, each in the letters of its speaker."""
        for words in said.words:
            voice = _VOICES.get(words.whose)
            yield run(words.text, self.body.style(voice) if voice else None)
