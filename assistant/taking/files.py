"""Reports → a file to take away: its name, its type and its bytes; nothing to take is a value, not an error.

Names are ours: the day and the topic in plain letters, never a text from outside as it is.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from assistant.taking.comma import write_comma
from assistant.taking.layout import Document
from assistant.taking.markdown import write_markdown
from assistant.taking.report import Report, number_on
from assistant.taking.word import write_word

_LONGEST_TOPIC = 40


class Form(StrEnum):
    """The forms; the value is the ending of the file's name."""

    WORD = "docx"
    MARKDOWN = "md"
    COMMA = "csv"


_MEDIA_TYPES = {
    Form.WORD: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    Form.MARKDOWN: "text/markdown;charset=utf-8",
    Form.COMMA: "text/csv;charset=utf-8",
}


@dataclass(frozen=True)
class TakenFile:
    """A file to save: its name, its media type and what is in it."""

    name: str
    media_type: str
    data: bytes


@dataclass(frozen=True)
class NothingToTake:
    """There is nothing to take away; ``why`` says so to the reader."""

    why: str


def take_answer(report: Report, form: Form, *, on: date) -> TakenFile:
    """One answer with its decisions. ``on`` is the day, for the name and the text."""
    document = Document("What the Ombudsman’s decisions say", number_on((report,)), on)
    return _file(document, form, _slug(report.topic) or "answer")


def take_table(report: Report, form: Form, *, on: date) -> TakenFile | NothingToTake:
    """The decisions of one answer as a table by itself; nothing where it has none."""
    if not report.tables:
        return NothingToTake("This answer has no decisions to put into a table.")
    document = Document("Decisions compared", (report.table_only(),), on)
    return _file(document, form, "-".join(part for part in (_slug(report.topic), "decisions") if part))


def take_conversation(reports: Sequence[Report], form: Form, *, on: date) -> TakenFile | NothingToTake:
    """All questions and answers in order, with footnotes numbered through; nothing where none was asked."""
    if not reports:
        return NothingToTake("There is nothing to take away yet: this conversation has no question.")
    document = Document("Questions to the Ombudsman’s decisions", number_on(tuple(reports)), on, is_conversation=True)
    return _file(document, form, "conversation")


def _file(document: Document, form: Form, about: str) -> TakenFile:
    match form:
        case Form.WORD:
            data = write_word(document)
        case Form.MARKDOWN:
            data = write_markdown(document)
        case Form.COMMA:
            data = write_comma(document.reports)
    return TakenFile(f"redress-{document.on.isoformat()}-{about}.{form.value}", _MEDIA_TYPES[form], data)


def _slug(topic: str) -> str:
    """A topic as lower-case Latin letters, figures and dashes, cut at a word; empty where nothing is left."""
    plain = unicodedata.normalize("NFKD", topic).encode("ascii", "ignore").decode("ascii").lower()
    words, kept = re.findall(r"[a-z0-9]+", plain.replace("'", "")), ""
    if words[:1] and words[0] in ("a", "an", "the"):
        words = words[1:]
    for word in words:
        longer = f"{kept}-{word}" if kept else word[:_LONGEST_TOPIC]
        if len(longer) > _LONGEST_TOPIC:
            break
        kept = longer
    return kept
