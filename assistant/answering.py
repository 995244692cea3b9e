"""The door of Redress: a question goes in, a checked answer comes out.

``open_assistant(settings)`` builds everything once; ``ask``, ``stream`` and ``chain`` answer. This is the only place
that knows the order of the stages. They are plain functions; here they become one LangChain Runnable, whose named
steps give progress, callbacks and tracing.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, fields, replace
from functools import partial
from typing import TYPE_CHECKING, Any, TypedDict

from assistant.casebook import Casebook
from assistant.checking import CheckedText, check_text
from assistant.citations import Writer, check_draft
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
    Filters,
    NewsItem,
    Query,
    QuestionKind,
    RemedySummary,
    Source,
    SourceKind,
    Statement,
    StatementRole,
    Turn,
    WritingReport,
)
from assistant.doors import DOORS, DeclineReason
from assistant.encoders import SentenceEncoder, open_encoder
from assistant.errors import EncoderMismatch, QuestionError
from assistant.gathering import gather_evidence
from assistant.llm import open_model
from assistant.mending import complete_vectors
from assistant.model_writer import ModelWriter, Writing, prove_worded
from assistant.personal import redact
from assistant.question import understand
from assistant.remedies import summarise_remedies
from assistant.settings import Settings
from assistant.starter import ensure_casebook
from assistant.suggesting import suggest_questions
from assistant.text import format_count
from assistant.vectors import VectorIndex, open_index
from assistant.writing import note_on_writing

if TYPE_CHECKING:
    from langchain_core.runnables import Runnable, RunnableConfig

# The version of the template wording; it goes into every answer, so that an old one can be told from a new one.
WORDING_VERSION = "templates-1"
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
class _Work:
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


class Assistant:
    """Answers questions from one casebook. Safe to use from several threads."""

    def __init__(
        self,
        settings: Settings,
        casebook: Casebook,
        index: VectorIndex,
        encoder: SentenceEncoder,
        writer: ModelWriter | None = None,
    ) -> None:
        self.settings = settings
        self.writer = writer
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

    def ask(
        self,
        question: str,
        history: Sequence[Turn] = (),
        *,
        without: Sequence[str] = (),
        limits: Filters = _NO_LIMITS,
        config: RunnableConfig | None = None,
    ) -> Answer:
        """Answer one question. Raises QuestionError for an empty or over-long one.

        ``without`` are keys of ``answer.query.assumptions``: the question is understood without those. ``limits`` hold
        for this question beside what it says itself, whatever its kind; where the two cannot both hold they win, and
        the answer says so (``answer.query.given``, ``answer.query.limit_remarks``). For a follow-up give them again.
        """
        given: AskInput = {
            "question": question,
            "history": tuple(history),
            "without": tuple(without),
            "limits": limits,
        }
        answer = self.chain.invoke(given, config)
        assert isinstance(answer, Answer)  # noqa: S101 -- the last stage makes it; this tells the type checker
        return answer

    def stream(
        self,
        question: str,
        history: Sequence[Turn] = (),
        *,
        without: Sequence[str] = (),
        limits: Filters = _NO_LIMITS,
    ) -> Iterator[Step | Answer]:
        """The steps as they end, then the answer: sentences appear only once they are checked.

        Where a model is configured, the step before it is asked brings the whole answer in our own words, checked.
        """
        given: AskInput = {
            "question": question,
            "history": tuple(history),
            "without": tuple(without),
            "limits": limits,
        }
        yield from self.chain.stream(given)

    def check(self, text: str) -> CheckedText:
        """Judge what a text says of decisions (a letter, another chatbot's answer). Raises InputError for a long one.

        Nothing of the text is stored, and no model sees it.
        """
        return check_text(text, self.casebook)

    @property
    def destination(self) -> str:
        """Where a question goes, as the end of a sentence ("to OpenAI, api.openai.com …"); empty without a model."""
        return self.writer.model.destination if self.writer else ""

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
            *(self._model_stages() if self.writer else ()),
        )

    def _model_stages(self) -> tuple[tuple[str, Callable[[_Work], _Work]], ...]:
        """What a configured model adds: it words the checked answer, and its words are checked in the same way."""
        return (
            ("ask_model", self._ask_model),
            ("repair_wording", self._repair_wording),
            ("check_wording", self._check_wording),
        )

    def _build_chain(self) -> Runnable[AskInput, Any]:
        from langchain_core.runnables import RunnableLambda

        chain: Runnable[Any, Any] = RunnableLambda(self._begin, name="begin")
        for name, stage in self._stages():
            chain = chain | _as_runnable(name, stage)
        return (chain | _as_runnable("finish", self._finish)).with_config(run_name="redress")

    def _begin(self, given: AskInput) -> _Work:
        history, without = tuple(given.get("history") or ()), tuple(given.get("without") or ())
        limits = given.get("limits") or _NO_LIMITS
        return _Work(given.get("question") or "", history, without, limits, time.perf_counter())

    def _understand(self, work: _Work) -> _Work:
        facts = self.casebook.facts()
        limit = self.settings.question_limit
        query = understand(
            work.question, work.history, facts, question_limit=limit, without=work.without, limits=work.limits
        )
        return replace(work, facts=facts, query=query)

    def _find_evidence(self, work: _Work) -> _Work:
        query = _query(work)
        if work.facts.decisions == 0 or _needs_no_evidence(query):
            return work
        self._refuse_other_vectors()
        self.index.refresh()
        # One moment of the casebook: of what another process files meanwhile all is seen, or nothing.
        with self.casebook.one_moment():
            evidence = gather_evidence(query, self.casebook, self.index, self.encoder)
            damaged = self.casebook.damaged(case.decision for case in evidence.cases)
        if damaged:
            cases = tuple(case for case in evidence.cases if case.decision.reference not in damaged)
            evidence = replace(evidence, cases=cases, damaged=damaged)
        return replace(work, evidence=replace(evidence, news=_news_about(query, evidence)))

    def _refuse_other_vectors(self) -> None:
        """Raise EncoderMismatch where another process has encoded the casebook with another encoder meanwhile."""
        held = self.casebook.encoder
        if held not in (None, self.encoder.identity):
            raise EncoderMismatch(
                f"The casebook was encoded anew by {held} while Redress ran. Stop Redress and start it again with "
                "that encoder (REDRESS_ENCODER)."
            )

    def _check(self, work: _Work) -> _Work:
        draft = work.draft
        assert draft is not None  # noqa: S101 -- compose ran before; this tells the type checker
        statements, report = self._prove(work, draft, Writer.TEMPLATE)
        work = replace(work, statements=(*statements, *_say_withheld(report)), report=report)
        if self.writer is None:
            return work
        return replace(work, writing=self.writer.begin(_query(work), work.evidence, work.summary, draft))

    def _prove(self, work: _Work, draft: Draft, writer: Writer) -> tuple[tuple[Statement, ...], CitationReport]:
        return check_draft(draft, _query(work), work.evidence, work.summary, work.facts, self.casebook, writer=writer)

    def _ask_model(self, work: _Work) -> _Work:
        writer, writing = self._writer_of(work)
        return replace(work, writing=writer.write(writing, partial(self._prove, work, writer=Writer.MODEL)))

    def _repair_wording(self, work: _Work) -> _Work:
        writer, writing = self._writer_of(work)
        return replace(work, writing=writer.repair(writing, partial(self._prove, work, writer=Writer.MODEL)))

    def _check_wording(self, work: _Work) -> _Work:
        """The whole once more as it will be shown: the model's statements strictly, ours as they always are."""
        writer, writing = self._writer_of(work)
        draft, worded, written = writer.finish(writing)
        if not worded:
            note = (note_on_writing(written),) if written.was_asked else ()
            return replace(work, statements=(*work.statements, *note), written=written)
        ours = Draft(draft.status, tuple(statement for statement in draft.statements if statement not in worded))
        kept, report = self._prove(work, ours, Writer.TEMPLATE)
        kept_worded, report_on_worded = prove_worded(
            Draft(draft.status, worded), partial(self._prove, work, writer=Writer.MODEL)
        )
        report = _add_reports(report, report_on_worded)
        # As the check gave them back: with what each sentence rests on.
        checked = {statement: statement for statement in (*kept, *kept_worded)}
        shown = tuple(checked[statement] for statement in draft.statements if statement in checked)
        shown = (*shown, note_on_writing(written), *_say_withheld(report))
        return replace(work, draft=draft, statements=shown, report=report, written=written)

    def _writer_of(self, work: _Work) -> tuple[ModelWriter, Writing]:
        assert self.writer is not None and work.writing is not None  # noqa: S101 -- these stages run only with a model
        return self.writer, work.writing

    def _suggest(self, work: _Work) -> tuple[str, ...]:
        """What could be asked next, read with the turns that it would then follow."""
        query, said = _query(work), " ".join(statement.text for statement in work.statements)
        history = (*work.history, Turn("user", query.question, work.without), Turn("assistant", said))
        return suggest_questions(query, work.evidence, work.summary, work.facts, self.casebook, history)

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
            versions={"wording": WORDING_VERSION, "encoder": self.encoder.identity, **_model_versions(work.written)},
            writing=work.written,
            suggestions=self._suggest(work),
        )


def open_assistant(
    settings: Settings, *, on_progress: Callable[[int, int], None] | None = None, build_starter: bool = True
) -> Assistant:
    """Build the assistant: casebook (the starter's, where there is none), encoder and index.

    ``on_progress`` is called with (done, all) while the starter is built. Raises CasebookError, EncoderMismatch,
    EncoderError or VectorIndexError, and SettingsError or ModelError for a model that cannot be asked, each saying
    what to do.
    """
    model = open_model(settings)
    encoder = open_encoder(settings)
    if build_starter:
        ensure_casebook(settings, encoder, on_progress=on_progress)
    casebook = Casebook.open(settings.casebook_path)
    try:
        casebook.stamp_encoder(encoder.identity)
        index = open_index(settings.index_path, casebook)
        if index.table.lacking:
            complete_vectors(casebook, encoder)
            index.rebuild()
    except BaseException:
        casebook.close()
        raise
    return Assistant(settings, casebook, index, encoder, ModelWriter(model) if model else None)


def answer_with_error(question: str, error: QuestionError, facts: CasebookFacts) -> Answer:
    """A refused question as an answer with the status ``error``: for doors that must give one line a question."""
    query = Query(question=redact(question).text, kind=QuestionKind.UNCLEAR, topic="")
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
                yield _step(name, done)
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


def _say_withheld(report: CitationReport) -> tuple[Statement, ...]:
    number = len(report.withheld)
    if not number:
        return ()
    noun = "statement was" if number == 1 else "statements were"
    text = f"{number} {noun} left out, because what it said was not found in the record. "
    sources = tuple(Source(sentence, SourceKind.CASEBOOK, "the check of this answer") for sentence in range(2))
    return (Statement(StatementRole.CAVEAT, text + "Run `python -m ingest verify`.", sources=sources),)


def _add_reports(first: CitationReport, second: CitationReport) -> CitationReport:
    """Two reports on parts of one answer as the report on the whole: every count and every list is added up."""
    return CitationReport(
        **{each.name: getattr(first, each.name) + getattr(second, each.name) for each in fields(first)}
    )


def _model_versions(written: WritingReport | None) -> dict[str, str]:
    """What an answer was worded with; nothing where no model was asked."""
    if written is None or not written.was_asked:
        return {}
    named = {"model": written.model, "prompt": written.prompt}
    return named | ({"model_said_to_be": written.said_to_be} if written.said_to_be else {})


def _step(name: str, work: _Work) -> Step:
    if name == "check_citations":
        waits = work.writing is not None and work.writing.material is not None
        return Step(name, "Checked every figure and quotation", work.statements if waits else (), waits)
    if name == "ask_model" and work.writing is not None:
        return Step(name, _label(name, work), work.statements, work.writing.needs_repair)
    return Step(name, _label(name, work))


def _label(name: str, work: _Work) -> str:
    if name == "understand":
        return "Understood the question"
    if name == "find_evidence":
        number = len(work.evidence.cases)
        return f"{number} decisions to look at" if number != 1 else "1 decision to look at"
    if name == "ask_model" and work.writing is not None:
        return _describe_reply(work.writing)
    labels = {
        "summarise_remedies": "Added up the remedies",
        "compose": "Wrote the answer",
        "repair_wording": "Put right what could be put right",
        "check_wording": "Checked the model’s words",
    }
    return labels[name]


def _describe_reply(writing: Writing) -> str:
    """What came of asking the model, for the list of steps."""
    if writing.material is None:
        return "The model was not asked"
    if writing.reason:
        return f"No words of the model’s: {writing.reason}"
    proved = format_count(len(writing.held), "statement of the model’s holds", "statements of the model’s hold")
    return f"{proved}; {len(writing.failed)} did not pass" if writing.failed else proved
