"""A document → Markdown: headings, footnotes, tables of decisions; every text from outside stays text.

For CommonMark with GitHub's tables and footnotes. What a text holds of HTML, links, images, tables or headings is
escaped, and addresses in it are broken, so that no viewer makes a link of them; the only links are the Ombudsman's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.taking.layout import (
    ABOUT,
    ANSWER,
    COLUMNS,
    DECISIONS,
    NEWS,
    NEWS_NOTE,
    QUESTION,
    WHOSE_NOTES,
    Document,
    cells_of,
    describe_note,
    documents_notes,
    is_whole_in_heading,
    link_note,
    name_row,
    question_heading,
    understood_lines,
)
from assistant.taking.report import CaseRow, CaseTable, Footnote, Part, PartKind, Report, Said, Whose, Words
from assistant.visible import in_one_line, visible

_ENTITIES = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}
_SPECIAL = re.compile(r"[\\`*_{}\[\]~|$^]")
# What some viewers make a link of by itself: a scheme, a mail address, a host's name.
_LINK_LIKE = re.compile(r"(?<=[A-Za-z]):(?=//)|(?<=\S)@(?=\S)|(?<=\w)\.(?=[A-Za-z])")
# What begins a heading, a list, a quotation or a rule at the start of a line.
_LINE_START = re.compile(r"^(\s*)([#+=-]|\d{1,9}(?=[.)]))")

_BLANK_LINES = re.compile(r"\n{3,}")


def write_markdown(document: Document) -> bytes:
    """The document as UTF-8; it ends with a line break."""
    lines = [f"# {document.title}", "", f"*{escape(document.subtitle)}*", ""]
    for number, report in enumerate(document.reports, start=1):
        lines += _report(report, number if document.is_conversation else None)
    lines += [f"## {ABOUT}", ""]
    if Whose.OMBUDSMAN in document.whose:
        lines += [f"Quoted in *italics*: {_lower(WHOSE_NOTES[Whose.OMBUDSMAN])}", ""]
    if Whose.DIGEST in document.whose:
        lines += [f"Quoted “in plain type”: {_lower(WHOSE_NOTES[Whose.DIGEST])}", ""]
    for text in document.about:
        lines += [escape(text), ""]
    lines += [_footnote(note) for note in documents_notes(document.reports)]
    return (_BLANK_LINES.sub("\n\n", "\n".join(lines)).rstrip() + "\n").encode("utf-8")


def escape(text: str) -> str:
    """A text as one line of Markdown that shows it as it is, whatever it holds."""
    line = "".join(_ENTITIES.get(character, character) for character in in_one_line(text))
    line = _SPECIAL.sub(lambda match: f"\\{match[0]}", line)
    line = _LINK_LIKE.sub(lambda match: f"\\{match[0]}", line)
    return _LINE_START.sub(_escape_start, line)


def _escape_start(match: re.Match[str]) -> str:
    # A number is no mark of its own and cannot be escaped: the full stop or bracket after it must be.
    if match[2].isdigit():
        return f"{match[1]}{match[2]}\\"
    return f"{match[1]}\\{match[2]}"


def _lower(text: str) -> str:
    return text[:1].lower() + text[1:]


def _report(report: Report, number: int | None) -> Iterator[str]:
    """One question and answer; a level deeper in a conversation, where the question is the heading."""
    deeper = "" if number is None else "#"
    if number is None:
        yield from (f"## {QUESTION}", "", *_question(report.question), "")
    else:
        yield from (f"## {escape(question_heading(number, report.question))}", "")
        if not is_whole_in_heading(report.question):
            yield from (*_question(report.question), "")
    understood = [f"- {escape(line)}" for line in understood_lines(report)]
    if understood:
        yield from ("How it was understood:", "", *understood, "")
    if report.parts:
        yield from (f"##{deeper} {ANSWER}", "", f"*{escape(report.status)}*", "")
    for part in report.parts:
        yield from _part(part, f"###{deeper}")
    for remark in report.remarks:
        yield from (escape(remark), "")
    if report.tables:
        yield from (f"##{deeper} {DECISIONS}", "")
    for table in report.tables:
        yield from _table(table)
    if report.news:
        yield from (f"##{deeper} {NEWS}", "", NEWS_NOTE, "", *(f"- {escape(item)}" for item in report.news), "")


def _question(question: str) -> Iterator[str]:
    """As a quotation, line by line."""
    for line in visible(question).strip().split("\n"):
        yield f"> {escape(line)}".rstrip()


def _part(part: Part, level: str) -> Iterator[str]:
    if part.heading:
        yield from (f"{level} {part.heading}", "")
    for said in part.said:
        marks = "".join(f"[^{number}]" for number in said.notes)
        text = _words(said)
        match part.kind:
            case PartKind.HEADLINE:
                yield from (f"**{escape(said.text)}** {marks}".rstrip(), "")
            case PartKind.LIST:
                yield f"- {text} {marks}".rstrip()
            case PartKind.TO_PASTE:
                yield from (f"> {text} {marks}".rstrip(), ">")
            case PartKind.PARAGRAPHS:
                yield from (f"{text} {marks}".rstrip(), "")
    yield ""


def _words(said: Said) -> str:
    """The runs one after another, the Ombudsman's in italics."""
    return _LINE_START.sub(_escape_start, "".join(_run(words) for words in said.words).strip())


def _run(words: Words) -> str:
    # Between runs blanks must stay, which ``escape`` takes from both ends of a line.
    before = " " if words.text[:1].isspace() else ""
    after = " " if words.text[-1:].isspace() and words.text.strip() else ""
    text = escape(words.text)
    return f"{before}*{text}*{after}" if words.whose is Whose.OMBUDSMAN and text else f"{before}{text}{after}"


def _table(table: CaseTable) -> Iterator[str]:
    has_side = len({row.side for row in table.rows}) > 1
    yield from (f"**{escape(table.caption)}**", "")
    if table.tally:
        yield from (escape(table.tally), "")
    if not table.is_counted:
        yield from (*(f"- {_reference(row)} {escape(name_row(row))}" for row in table.rows), "")
        return
    yield f"| {' | '.join(COLUMNS)} |"
    yield f"|{' --- |' * len(COLUMNS)}"
    for row in table.rows:
        cells = (_named(row), *(escape(cell) for cell in cells_of(row, has_side=has_side)))
        yield f"| {' | '.join(cells)} |"
    yield ""


def _named(row: CaseRow) -> str:
    return f"{_reference(row)} {escape(row.body)}"


def _reference(row: CaseRow) -> str:
    return f"[{row.reference}]({row.link.replace('&', '&amp;')})" if row.link else str(row.reference)


def _footnote(note: Footnote) -> str:
    quote = escape(note.quote)
    quoted = f"*{quote}*" if note.whose is Whose.OMBUDSMAN and quote else quote
    link = f" <{note.link}>{link_note(note)}" if note.link else ""
    return f"[^{note.number}]: {escape(describe_note(note))} “{quoted}”{link}\n"
