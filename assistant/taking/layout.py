"""The fixed words and the order of a document that is taken away: shared by Word and Markdown."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from assistant.labels import ACKNOWLEDGEMENT, LINK_NOTE, NOT_ADVICE
from assistant.taking.report import CaseRow, Footnote, Report, Whose
from assistant.text import format_date, join_words
from assistant.visible import in_one_line

QUESTION, ANSWER, DECISIONS, ABOUT, NEWS = "Question", "Answer", "Decisions", "About this document", "In the news"
NEWS_NOTE = "Press articles: something to read, not decisions. They are counted nowhere."
COLUMNS: tuple[str, ...] = ("Decision", "Decided", "Outcome", "Relevance", "Paid for this issue", "Known from")
# How each speaker's words are explained, where any of them are quoted.
WHOSE_NOTES: dict[Whose, str] = {
    Whose.OMBUDSMAN: "These are the Ombudsman’s own words, from the full text of a decision.",
    Whose.DIGEST: "These are our digest’s words, written by Redress from what was published: not the Ombudsman’s.",
}
_BUILT_LINKS = "The address of some of these decisions was built from a list, and may not open."
# As much of a question as fits a heading in the navigation of a long document.
_QUESTION_IN_HEADING = 90


@dataclass(frozen=True)
class Document:
    """Reports with the words around them: what one file holds.

    ``is_conversation`` numbers the questions, even a single one; ``on`` is the day on which it was made.
    """

    title: str
    reports: tuple[Report, ...]
    on: date
    is_conversation: bool = False

    @property
    def subtitle(self) -> str:
        """When it was made and from what; each casebook once, where it grew during a conversation."""
        held = join_words(dict.fromkeys(report.casebook for report in self.reports))
        return f"Made on {format_date(self.on)} with Redress, over {held}. Not official, and no legal advice."

    @property
    def whose(self) -> tuple[Whose, ...]:
        """Whose words it quotes, the Ombudsman's first."""
        quoted = {one for report in self.reports for one in report.whose}
        return tuple(one for one in Whose if one in quoted)

    @property
    def about(self) -> tuple[str, ...]:
        """The closing paragraphs: what the decisions are, what Redress is not, and whose the decisions are."""
        return (
            f"From Redress, over {join_words(dict.fromkeys(report.casebook for report in self.reports))}.",
            NOT_ADVICE,
            ACKNOWLEDGEMENT,
            *([_BUILT_LINKS] if any(report.has_built_link for report in self.reports) else ()),
        )


def question_heading(number: int, question: str) -> str:
    """``Question 3: what remedy is typical …``: one line, cut at a word where it is long."""
    line = in_one_line(question)
    if len(line) > _QUESTION_IN_HEADING:
        line = line[:_QUESTION_IN_HEADING].rsplit(" ", 1)[0].rstrip(" .,;:") + "…"
    return f"Question {number}: {line}" if line else f"Question {number}"


def is_whole_in_heading(question: str) -> bool:
    """Whether the heading holds all of the question, so that it need not be said twice."""
    return len(in_one_line(question)) <= _QUESTION_IN_HEADING and "\n" not in question.strip()


def understood_lines(report: Report) -> Iterator[str]:
    """How the question was understood, a line each: its limits, what was assumed, what was left out."""
    for name, value in report.understood:
        yield f"{name}: {value}"
    yield from report.assumed
    if report.left_out:
        yield f"Asked again without: {'; '.join(report.left_out)}"


def cells_of(row: CaseRow, *, has_side: bool = False) -> tuple[str, ...]:
    """What stands in the columns after the first; a label of a side stands with the relevance."""
    decided = _short_date(row.decided) if row.decided else "Not known"
    relevance = f"{row.relevance} ({row.side})" if has_side and row.side else row.relevance
    return decided, row.outcome, relevance, row.paid, row.known_from


def name_row(row: CaseRow) -> str:
    """What is said of a decision that is only named, after its reference: body, date and outcome."""
    decided = _short_date(row.decided) if row.decided else "date not known"
    return f"{row.body}, {decided}, {row.outcome[:1].lower()}{row.outcome[1:]}"


def _short_date(day: date) -> str:
    """``25 Sep 2025``: what fits a narrow column in one line."""
    number, month, year = format_date(day).split()
    return f"{number} {month[:3]} {year}"


def describe_note(note: Footnote) -> str:
    """What a footnote says before it quotes: ``Northmoor Council, 21 000 001, 17 June 2021, Upheld. Our digest …:``."""
    place = f", {note.place}" if note.place else ""
    return f"{note.decision}{place}. {note.known_from}:" if note.known_from else f"{note.decision}{place}:"


def shown_link(link: str) -> str:
    """An address as it is printed: without the scheme."""
    return link.removeprefix("https://")


def link_note(note: Footnote) -> str:
    """What is said after an address that may not open; empty after any other."""
    return f" ({LINK_NOTE})" if note.is_link_built else ""


def documents_notes(reports: Sequence[Report]) -> tuple[Footnote, ...]:
    """Every footnote of the reports, in order."""
    return tuple(note for report in reports for note in report.footnotes)
