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


class SourceKind(StrEnum):
    """What a sentence can rest on."""

    PASSAGE = "passage"  # a quoted place in a decision
    RECORD = "record"  # the fields, findings and remedy rows of a decision
    COMPUTED = "computed"  # a figure worked out over decisions
    CASEBOOK = "casebook"  # what the casebook holds, and how Redress works
    PAGE = "page"  # a public page: who is responsible, what a term means


@dataclass(frozen=True)
class Source:
    """What one sentence of a statement rests on, as found by the check and not as said by the writer.

    ``sentence`` counts from 0. ``what`` names the proof in plain words; ``references`` are the decisions it was made
    from, none for the casebook as a whole and for public pages.
    """

    sentence: int
    kind: SourceKind
    what: str
    references: tuple[CaseReference, ...] = ()


class StatementRole(StrEnum):
    """The part a statement plays in an answer; decides where it is shown."""

    HEADLINE = "headline"
    LIMITS = "limits"
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
    word for word. ``sources`` are filled in by the check: at least one for each sentence.
    """

    role: StatementRole
    text: str
    citations: tuple[Citation, ...] = ()
    sources: tuple[Source, ...] = field(default=(), compare=False)


@dataclass(frozen=True)
class Draft:
    """What a writer (template or model) wants to say, before it is checked."""

    status: AnswerStatus
    statements: tuple[Statement, ...] = ()


@dataclass(frozen=True)
class FailedCheck:
    """One check that a statement did not pass: what was looked for and was not there.

    ``found`` are the words as they stand in the statement; ``reason`` says in a sentence what the record has instead,
    fit to be shown to whoever writes the statement again.
    """

    statement: str
    check: str
    found: str
    reason: str = ""


@dataclass(frozen=True)
class CitationReport:
    """How many things of each kind the checker looked at, and what it found.

    ``claims`` are payees, statuses, outcomes, findings and the like, ``wording`` what no statement may hold or a
    model's words that no source holds. ``withheld`` statements are not shown; their failures say why.
    """

    quotes: int = 0
    figures: int = 0
    references: int = 0
    counts: int = 0
    dates: int = 0
    meanings: int = 0
    claims: int = 0
    wording: int = 0
    failures: tuple[FailedCheck, ...] = ()
    withheld: tuple[str, ...] = ()


@dataclass(frozen=True)
class WritingReport:
    """How far a chat model worded an answer.

    ``model`` is what was configured, ``prompt`` the version it was asked with.
    ``shown`` statements are the model's; ``repaired`` of them passed at the second try only, and ``rewritten`` were
    made anew from the sentences that the model had chosen as proof, because its words failed. ``refused`` says why, of
    each statement that failed, at either try; ``left_out`` counts those of which nothing is shown. ``reason`` says why
    no words of the model's are shown; ``was_asked`` is False where nothing was sent. ``said_to_be`` is the name that
    the model gave itself.
    """

    model: str
    prompt: str = ""
    was_asked: bool = False
    shown: int = 0
    repaired: int = 0
    rewritten: int = 0
    left_out: int = 0
    refused: tuple[FailedCheck, ...] = ()
    reason: str = ""
    said_to_be: str = ""


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
    """What the chat shows, the terminal prints and a batch writes. ``writing`` is None where no model is configured.

    ``suggestions`` are questions that follow from it, to be asked with its question and this answer as history.
    """

    status: AnswerStatus
    query: Query
    statements: tuple[Statement, ...]
    evidence: Evidence
    summary: RemedySummary
    report: CitationReport
    casebook: CasebookFacts
    seconds: float
    versions: Mapping[str, str] = field(default_factory=dict)
    writing: WritingReport | None = None
    suggestions: tuple[str, ...] = ()
