"""What is asked and what the stages hand on: the chain's input, a stage that has ended, and the work in between."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TypedDict

from assistant.domain import (
    CasebookFacts,
    CitationReport,
    Draft,
    Evidence,
    Filters,
    Query,
    RemedySummary,
    Statement,
    Turn,
    WritingReport,
)
from assistant.model_writer import Writing

_NO_LIMITS = Filters()


class AskInput(TypedDict, total=False):
    """What the chain takes: ``question`` and, for a follow-up, ``history`` (earlier turns, oldest first).

    ``without`` are keys of the Query's assumptions that are undone; ``limits`` hold beside those said in the question.
    """

    question: str
    history: Sequence[Turn]
    without: Sequence[str]
    limits: Filters


@dataclass(frozen=True)
class Step:
    """A stage that has ended: ``name`` for programs, ``label`` for people.

    ``statements`` is what can be said by then, checked: the answer in our own words stands before a model is asked.
    ``is_before_wait`` is True where the next stage takes seconds and not moments.
    """

    name: str
    label: str
    statements: tuple[Statement, ...] = ()
    is_before_wait: bool = False

    def __add__(self, other: object) -> object:
        """LangChain adds up the chunks of a stream to get its whole: of progress, what comes later is the whole."""
        return other


@dataclass(frozen=True)
class Work:
    """What the stages hand on to one another; each fills in its part."""

    question: str
    history: tuple[Turn, ...]
    without: tuple[str, ...]
    limits: Filters
    started: float
    facts: CasebookFacts = field(default_factory=CasebookFacts)
    query: Query | None = None
    evidence: Evidence = field(default_factory=Evidence)
    summary: RemedySummary = field(default_factory=RemedySummary)
    draft: Draft | None = None
    statements: tuple[Statement, ...] = ()
    report: CitationReport = field(default_factory=CitationReport)
    writing: Writing | None = None
    written: WritingReport | None = None


def query_of(work: Work) -> Query:
    """The question as it was understood; only before the first stage there is none."""
    assert work.query is not None  # noqa: S101 -- the first stage sets it; this tells the type checker
    return work.query
