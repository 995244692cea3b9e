"""A document → a Word file: headings, real footnotes with links, tables of decisions, page numbers, British English.

Nothing in it tells who asked or on which machine: its author is Redress, and its title names no question.
"""

from __future__ import annotations

import io
from datetime import UTC, datetime, time

import docx
from docx.document import Document as WordFile
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph

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
from assistant.taking.visible import in_one_line, visible
from assistant.taking.word.elements import field, run
from assistant.taking.word.footnotes import Footnotes
from assistant.taking.word.styles import (
    ASKED,
    DIGEST_WORDS,
    HEADLINE,
    NOTE,
    OMBUDSMAN_WORDS,
    STATUS,
    TEXT_WIDTH,
    TO_PASTE,
    set_styles,
)
from assistant.taking.word.tables import add_table
from assistant.text import format_date

__all__ = ["write_word"]

_PART_STYLES = {
    PartKind.HEADLINE: HEADLINE,
    PartKind.PARAGRAPHS: "Normal",
    PartKind.LIST: "List Bullet",
    PartKind.TO_PASTE: TO_PASTE,
}
_VOICES = {Whose.OMBUDSMAN: OMBUDSMAN_WORDS, Whose.DIGEST: DIGEST_WORDS}


def write_word(document: Document) -> bytes:
    """The document as the bytes of a .docx file."""
    file = docx.Document()
    set_styles(file)
    _set_properties(file, document)
    _set_edges(file, document)
    footnotes = Footnotes(file, documents_notes(document.reports))
    file.add_paragraph(document.title, style="Title")
    file.add_paragraph(in_one_line(document.subtitle), style="Subtitle")
    for number, report in enumerate(document.reports, start=1):
        _add_report(file, footnotes, report, number if document.is_conversation else None)
    _add_about(file, document)
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
        for identifier in [key for key, rel in package.rels.items() if rel.reltype.endswith("/thumbnail")]:
            package.rels.pop(identifier)
    for setting in file.settings.element.iter(qn("w:compatSetting")):
        if setting.get(qn("w:name")) == "compatibilityMode":
            setting.set(qn("w:val"), "15")  # else Word says "compatibility mode" over the page
    for zoom in file.settings.element.findall(qn("w:zoom")):
        file.settings.element.remove(zoom)


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


# --------------------------------------------------------------------------- one question and its answer


def _add_report(file: WordFile, footnotes: Footnotes, report: Report, number: int | None) -> None:
    """Question, answer and decisions; a level deeper in a conversation, where the question is the heading."""
    level = 1 if number is None else 2
    heading = QUESTION if number is None else question_heading(number, report.question)
    file.add_heading(in_one_line(heading), level=1)
    if number is None or not is_whole_in_heading(report.question):
        file.add_paragraph(visible(report.question).strip(), style=ASKED)
    for line in understood_lines(report):
        file.add_paragraph(in_one_line(line), style=NOTE)
    if report.parts:
        file.add_heading(ANSWER, level=level)
        file.add_paragraph(report.status, style=STATUS)
    for part in report.parts:
        _add_part(file, footnotes, part, level + 1)
    for remark in report.remarks:
        file.add_paragraph(in_one_line(remark), style=NOTE)
    if report.tables:
        file.add_heading(DECISIONS, level=level)
    for table in report.tables:
        add_table(file, table)
    if report.news:
        file.add_heading(NEWS, level=level)
        file.add_paragraph(NEWS_NOTE, style=NOTE)
        for item in report.news:
            file.add_paragraph(in_one_line(item), style="List Bullet")


def _add_part(file: WordFile, footnotes: Footnotes, part: Part, level: int) -> None:
    if part.heading:
        file.add_heading(part.heading, level=level)
    for said in part.said:
        paragraph = file.add_paragraph(style=_PART_STYLES[part.kind])
        _add_words(file, paragraph, said)
        footnotes.point_to(paragraph, said.notes)


def _add_words(file: WordFile, paragraph: Paragraph, said: Said) -> None:
    """The runs, each in the letters of its speaker."""
    for words in said.words:
        voice = _VOICES.get(words.whose)
        paragraph._p.append(run(words.text, file.styles[voice].style_id if voice else None))


def _add_about(file: WordFile, document: Document) -> None:
    file.add_heading(ABOUT, level=1)
    for whose in document.whose:
        paragraph = file.add_paragraph(style="Normal")
        paragraph._p.append(run("Quoted like this: ", None))
        paragraph._p.append(run(WHOSE_NOTES[whose], file.styles[_VOICES[whose]].style_id))
    for text in document.about:
        file.add_paragraph(in_one_line(text), style="Normal")
