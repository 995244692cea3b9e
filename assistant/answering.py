"""The door of Redress: a question goes in, a checked answer comes out.

``open_assistant(settings)`` builds everything once; ``ask``, ``stream`` and ``chain`` answer. This is the only place
that knows the order of the stages. They are plain functions; here they become one LangChain Runnable, whose named
steps give progress, callbacks and tracing.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, TypedDict

from assistant.casebook import Casebook
from assistant.checking import CheckedText, check_text
from assistant.citations import check_draft
from assistant.composing import compose
from assistant.domain import (
    Answer,
    AnswerStatus,
    CasebookFacts,
    CaseReference,
    CitationReport,
    Decision,
    Draft,
    Evidence,
    NewsItem,
    Query,
    QuestionKind,
    RemedySummary,
    Source,
    SourceKind,
    Statement,
    StatementRole,
    Turn,
)
from assistant.doors import DOORS, DeclineReason
from assistant.encoders import SentenceEncoder, open_encoder
from assistant.errors import QuestionError
from assistant.gathering import gather_evidence
from assistant.question import understand
from assistant.remedies import summarise_remedies
from assistant.settings import Settings
from assistant.starter import ensure_casebook
from assistant.vectors import VectorIndex, open_index

if TYPE_CHECKING:
    from langchain_core.runnables import Runnable, RunnableConfig

# The version of the template wording; it goes into every answer, so that an old one can be told from a new one.
WORDING_VERSION = "templates-1"


class AskInput(TypedDict, total=False):
    """What the chain takes: ``question`` and, for a follow-up, ``history`` (earlier turns, oldest first)."""

    question: str
    history: Sequence[Turn]


@dataclass(frozen=True)
class Step:
    """A stage that has ended: ``name`` for programs, ``label`` for people."""

    name: str
    label: str

    def __add__(self, other: object) -> object:
        """LangChain adds up the chunks of a stream to get its whole: of progress, what comes later is the whole."""
        return other


@dataclass(frozen=True)
class _Work:
    """What the stages hand on to one another; each fills in its part."""

    question: str
    history: tuple[Turn, ...]
    started: float
    facts: CasebookFacts = field(default_factory=CasebookFacts)
    query: Query | None = None
    evidence: Evidence = field(default_factory=Evidence)
    summary: RemedySummary = field(default_factory=RemedySummary)
    draft: Draft | None = None
    statements: tuple[Statement, ...] = ()
    report: CitationReport = field(default_factory=CitationReport)


class Assistant:
    """Answers questions from one casebook. Safe to use from several threads."""

    def __init__(self, settings: Settings, casebook: Casebook, index: VectorIndex, encoder: SentenceEncoder) -> None:
        self.settings = settings
        self.casebook = casebook
        self.index = index
        self.encoder = encoder
        self._chain: Runnable[AskInput, Any] | None = None

    @property
    def chain(self) -> Runnable[AskInput, Any]:
        """The whole way from question to answer as a LangChain Runnable.

        ``invoke`` and ``batch`` give the Answer; ``stream`` gives a Step as each stage ends, then the Answer. Callbacks
        see each stage under its name.
        """
        if self._chain is None:
            self._chain = self._build_chain()
        return self._chain

    def ask(self, question: str, history: Sequence[Turn] = (), *, config: RunnableConfig | None = None) -> Answer:
        """Answer one question. Raises QuestionError for an empty or over-long one."""
        answer = self.chain.invoke({"question": question, "history": tuple(history)}, config)
        assert isinstance(answer, Answer)  # noqa: S101 -- the last stage makes it; this tells the type checker
        return answer

    def stream(self, question: str, history: Sequence[Turn] = ()) -> Iterator[Step | Answer]:
        """The steps as they end, then the answer: sentences appear only once they are checked."""
        yield from self.chain.stream({"question": question, "history": tuple(history)})

    def check(self, text: str) -> CheckedText:
        """Judge what a text says of decisions (a letter, another chatbot's answer). Raises InputError for a long one.

        Nothing of the text is stored, and no model sees it.
        """
        return check_text(text, self.casebook)

    def facts(self) -> CasebookFacts:
        """What the casebook holds now."""
        return self.casebook.facts()

    def decision(self, reference: CaseReference) -> Decision | None:
        """One decision, whole; None where it is not held."""
        return self.casebook.decisions([reference]).get(reference)

    def close(self) -> None:
        """Let go of the index and the casebook."""
        self.index.close()
        self.casebook.close()

    # ------------------------------------------------------------------ the order of the stages

    def _stages(self) -> tuple[tuple[str, Callable[[_Work], _Work]], ...]:
        return (
            ("understand", self._understand),
            ("find_evidence", self._find_evidence),
            ("summarise_remedies", _summarise),
            ("compose", _compose),
            ("check_citations", self._check),
        )

    def _build_chain(self) -> Runnable[AskInput, Any]:
        from langchain_core.runnables import RunnableLambda

        chain: Runnable[Any, Any] = RunnableLambda(self._begin, name="begin")
        for name, stage in self._stages():
            chain = chain | _as_runnable(name, stage)
        return (chain | _as_runnable("finish", self._finish)).with_config(run_name="redress")

    def _begin(self, given: AskInput) -> _Work:
        history = tuple(given.get("history") or ())
        return _Work(given.get("question") or "", history, time.perf_counter())

    def _understand(self, work: _Work) -> _Work:
        facts = self.casebook.facts()
        query = understand(work.question, work.history, facts, question_limit=self.settings.question_limit)
        return replace(work, facts=facts, query=query)

    def _find_evidence(self, work: _Work) -> _Work:
        query = _query(work)
        if work.facts.decisions == 0 or _needs_no_evidence(query):
            return work
        self.index.refresh()
        evidence = gather_evidence(query, self.casebook, self.index, self.encoder)
        damaged = self.casebook.damaged(case.decision for case in evidence.cases)
        if damaged:
            cases = tuple(case for case in evidence.cases if case.decision.reference not in damaged)
            evidence = replace(evidence, cases=cases, damaged=damaged)
        return replace(work, evidence=replace(evidence, news=_news_about(query, evidence)))

    def _check(self, work: _Work) -> _Work:
        assert work.draft is not None  # noqa: S101 -- compose ran before; this tells the type checker
        statements, report = check_draft(
            work.draft, _query(work), work.evidence, work.summary, work.facts, self.casebook
        )
        if report.withheld:
            statements = (*statements, _say_withheld(len(report.withheld)))
        return replace(work, statements=statements, report=report)

    def _finish(self, work: _Work) -> Answer:
        return Answer(
            status=work.draft.status if work.draft else AnswerStatus.ERROR,
            query=_query(work),
            statements=work.statements,
            evidence=work.evidence,
            summary=work.summary,
            report=work.report,
            casebook=work.facts,
            seconds=time.perf_counter() - work.started,
            versions={"wording": WORDING_VERSION, "encoder": self.encoder.identity},
        )


def open_assistant(
    settings: Settings, *, on_progress: Callable[[int, int], None] | None = None, build_starter: bool = True
) -> Assistant:
    """Build the assistant: casebook (the starter's, where there is none), encoder and index.

    ``on_progress`` is called with (done, all) while the starter is built. Raises CasebookError, EncoderMismatch,
    EncoderError or VectorIndexError, each saying what to do.
    """
    encoder = open_encoder(settings)
    if build_starter:
        ensure_casebook(settings, encoder, on_progress=on_progress)
    casebook = Casebook.open(settings.casebook_path)
    try:
        casebook.stamp_encoder(encoder.identity)
        index = open_index(settings.index_path, casebook)
    except BaseException:
        casebook.close()
        raise
    return Assistant(settings, casebook, index, encoder)


def answer_with_error(question: str, error: QuestionError, facts: CasebookFacts) -> Answer:
    """A refused question as an answer with the status ``error``: for doors that must give one line a question."""
    query = Query(question=question, kind=QuestionKind.UNCLEAR, topic="")
    statement = Statement(StatementRole.HEADLINE, str(error))
    return Answer(
        AnswerStatus.ERROR, query, (statement,), Evidence(), RemedySummary(), CitationReport(), facts, 0.0, {}
    )


def _as_runnable(name: str, stage: Callable[[_Work], _Work | Answer]) -> Runnable[Any, Any]:
    """A stage as a named Runnable that lets earlier progress through and tells its own when it has ended."""
    from langchain_core.runnables import RunnableGenerator

    def run(items: Iterator[Step | _Work]) -> Iterator[Step | _Work | Answer]:
        for item in items:
            if isinstance(item, Step):
                yield item
                continue
            done = stage(item)
            if isinstance(done, _Work):
                yield Step(name, _label(name, done))
            yield done

    return RunnableGenerator(run, name=name)


def _query(work: _Work) -> Query:
    assert work.query is not None  # noqa: S101 -- the first stage sets it; this tells the type checker
    return work.query


def _news_about(query: Query, evidence: Evidence) -> tuple[NewsItem, ...]:
    """The articles that name a body the question asks about: pointers for a history, noise beside anything else."""
    asked = {_place_of(body) for body in query.filters.bodies}
    return tuple(item for item in evidence.news if any(_place_of(body) in asked for body in item.bodies))


def _place_of(body: str) -> str:
    """A body's name without the words for its kind: the press writes "Lancashire council"."""
    kinds = {"council", "county", "city", "borough", "metropolitan", "district", "london", "royal", "of", "the"}
    return " ".join(word for word in body.lower().split() if word not in kinds)


def _needs_no_evidence(query: Query) -> bool:
    return query.decline is not None and not DOORS[DeclineReason(query.decline.reason)].offers_comparables


def _summarise(work: _Work) -> _Work:
    return replace(work, summary=summarise_remedies(work.evidence, _query(work).filters))


def _compose(work: _Work) -> _Work:
    return replace(work, draft=compose(_query(work), work.evidence, work.summary, work.facts))


def _say_withheld(number: int) -> Statement:
    noun = "statement was" if number == 1 else "statements were"
    text = f"{number} {noun} left out, because what it said was not found in the record. "
    sources = tuple(Source(sentence, SourceKind.CASEBOOK, "the check of this answer") for sentence in range(2))
    return Statement(StatementRole.CAVEAT, text + "Run `python -m ingest verify`.", sources=sources)


def _label(name: str, work: _Work) -> str:
    if name == "understand":
        return "Understood the question"
    if name == "find_evidence":
        number = len(work.evidence.cases)
        return f"{number} decisions to look at" if number != 1 else "1 decision to look at"
    labels = {
        "summarise_remedies": "Added up the remedies",
        "compose": "Wrote the answer",
        "check_citations": "Checked every figure and quotation",
    }
    return labels[name]
