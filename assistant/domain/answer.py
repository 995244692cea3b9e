"""An answer: statements, the places they rest on, and how they were checked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from assistant.domain.decision import CaseReference
from assistant.domain.evidence import Evidence
from assistant.domain.question import AnswerStatus, Query
from assistant.domain.summary import RemedySummary


@dataclass(frozen=True)
class Citation:
    """A place in a stored text. ``quote`` is an exact substring of the paragraph; ``start`` its offset there."""

    reference: CaseReference
    paragraph: str
    quote: str
    start: int = 0


class StatementRole(StrEnum):
    """The part a statement plays in an answer; decides where it is shown."""

    HEADLINE = "headline"
    FIGURES = "figures"
    CLOSEST = "closest"
    FINDINGS = "findings"
    GROUPS = "groups"
    COMPARISON = "comparison"
    TREND = "trend"
    REASONS = "reasons"
    IMPROVEMENTS = "improvements"
    DRAFT = "draft"
    MEANING = "meaning"
    CONTRAST = "contrast"
    OTHER_REMEDIES = "other remedies"
    CONFIDENCE = "confidence"
    CAVEAT = "caveat"
    SIGNPOST = "signpost"


@dataclass(frozen=True)
class Statement:
    """One thing an answer says, and the places it rests on.

    A statement with no citations may hold no £ sum, no reference and no name of a body; counts in it must be
    those of the evidence or the casebook. One with the role MEANING cites nothing and is an entry of the glossary,
    word for word.
    """

    role: StatementRole
    text: str
    citations: tuple[Citation, ...] = ()


@dataclass(frozen=True)
class Draft:
    """What a writer (template or model) wants to say, before it is checked."""

    status: AnswerStatus
    statements: tuple[Statement, ...] = ()


@dataclass(frozen=True)
class FailedCheck:
    """One check that a statement did not pass: what was looked for and was not there."""

    statement: str
    check: str
    found: str


@dataclass(frozen=True)
class CitationReport:
    """What the checker found. ``withheld`` statements are not shown; their failures say why."""

    quotes: int = 0
    figures: int = 0
    references: int = 0
    counts: int = 0
    dates: int = 0
    meanings: int = 0
    failures: tuple[FailedCheck, ...] = ()
    withheld: tuple[str, ...] = ()


@dataclass(frozen=True)
class CasebookFacts:
    """What is in the casebook, for understanding a question and for saying how sure an answer is.

    ``bodies`` and ``subcategories`` are sorted; ``subcategories`` are (category, subcategory) pairs.
    """

    decisions: int = 0
    full_texts: int = 0
    newest: date | None = None
    oldest: date | None = None
    bodies: tuple[str, ...] = ()
    subcategories: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Answer:
    """What the chat shows, the terminal prints and a batch writes."""

    status: AnswerStatus
    query: Query
    statements: tuple[Statement, ...]
    evidence: Evidence
    summary: RemedySummary
    report: CitationReport
    casebook: CasebookFacts
    seconds: float
    versions: Mapping[str, str] = field(default_factory=dict)
