"""What is taken away, before it has a form: an answer as the parts that Word, Markdown, CSV and plain text all carry.

``reporting`` makes it from an Answer; each form is written from it alone, so that no form can say more than another.
Texts are as they were found; whoever writes a form makes them ``visible`` and escapes them for that form.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from assistant.domain import CaseReference, Outcome, PaymentRow


class Whose(StrEnum):
    """Whose words a text is: told apart in every form, in words and not by colour alone."""

    OURS = "ours"
    OMBUDSMAN = "the Ombudsman’s"
    DIGEST = "our digest’s"


@dataclass(frozen=True)
class Words:
    """A run of text by one speaker."""

    text: str
    whose: Whose = Whose.OURS


@dataclass(frozen=True)
class Said:
    """One statement; ``notes`` are the numbers of the footnotes that it rests on, in order."""

    words: tuple[Words, ...]
    notes: tuple[int, ...] = ()

    @property
    def text(self) -> str:
        """The statement as one text."""
        return "".join(run.text for run in self.words)


class PartKind(StrEnum):
    """How a part is laid out."""

    HEADLINE = "headline"
    PARAGRAPHS = "paragraphs"
    LIST = "list"
    TO_PASTE = "to paste"


@dataclass(frozen=True)
class Part:
    """Statements that stand together; ``heading`` is empty for the headline and for what closes an answer."""

    kind: PartKind
    said: tuple[Said, ...]
    heading: str = ""


@dataclass(frozen=True)
class Footnote:
    """A cited place: whose decision, whose words, the words, and the page to read them on.

    ``number`` counts from 1 within a report. ``place`` is ``paragraph 12`` or empty, ``known_from`` says in words whose
    sentences these are, ``link`` is a page of the Ombudsman's or None.
    """

    number: int
    decision: str
    place: str
    known_from: str
    quote: str
    whose: Whose
    link: str | None = None


@dataclass(frozen=True)
class CaseRow:
    """A decision of the answer: what it was about, how it ended, and what was paid for the issue asked about.

    ``outcome`` and ``paid`` are said as in the page's table; ``payments`` are the rows that were counted, empty for a
    case without, and ``is_sum_missing`` where money is recorded without its sum. ``side`` names the side of a
    comparison, empty without one.
    """

    reference: CaseReference
    body: str
    decided: date | None
    outcome: str
    ended: Outcome | None
    category: str
    subcategory: str
    issue: str
    relevance: str
    paid: str
    known_from: str
    is_full_text: bool
    is_counted: bool
    link: str | None = None
    side: str = ""
    is_sum_missing: bool = False
    payments: tuple[PaymentRow, ...] = ()


@dataclass(frozen=True)
class CaseTable:
    """Decisions under one caption; ``tally`` counts how they ended, the lost ones too; empty for a single one.

    Those for background are not counted: a form names them and no more.
    """

    caption: str
    rows: tuple[CaseRow, ...]
    tally: str = ""
    is_counted: bool = True


@dataclass(frozen=True)
class Report:
    """One question and its answer. ``question`` is without the personal data that was found in it.

    ``understood`` are (name, value) pairs, ``assumed`` and ``left_out`` what was read into the question and what was
    not. ``topic`` names the file. ``casebook`` says how many decisions there were and how new.
    """

    question: str
    status: str
    casebook: str
    topic: str = ""
    understood: tuple[tuple[str, str], ...] = ()
    assumed: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()
    parts: tuple[Part, ...] = ()
    footnotes: tuple[Footnote, ...] = ()
    tables: tuple[CaseTable, ...] = ()
    news: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()

    @property
    def rows(self) -> tuple[CaseRow, ...]:
        """Every decision of every table, in order."""
        return tuple(row for table in self.tables for row in table.rows)

    @property
    def whose(self) -> frozenset[Whose]:
        """Whose words are quoted anywhere in it."""
        return frozenset(note.whose for note in self.footnotes)

    def table_only(self) -> Report:
        """The question and its decisions without what was said of them: the comparison table by itself."""
        return replace(self, parts=(), footnotes=(), news=(), remarks=())


def number_on(reports: tuple[Report, ...]) -> tuple[Report, ...]:
    """The reports with their footnotes numbered through, 1, 2, 3, … from the first to the last."""
    numbered, before = [], 0
    for report in reports:
        numbered.append(_moved(report, before))
        before += len(report.footnotes)
    return tuple(numbered)


def _moved(report: Report, by: int) -> Report:
    parts = tuple(
        replace(
            part, said=tuple(replace(said, notes=tuple(number + by for number in said.notes)) for said in part.said)
        )
        for part in report.parts
    )
    footnotes = tuple(replace(note, number=note.number + by) for note in report.footnotes)
    return replace(report, parts=parts, footnotes=footnotes) if by else report
