"""A casebook, an index, an encoder and perhaps a model → the Assistant, which knows the order of the stages."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

from assistant.answering.stages import (
    add_reports,
    compose_draft,
    model_versions,
    needs_no_evidence,
    news_about,
    say_withheld,
    summarise,
)
from assistant.answering.steps import as_runnable
from assistant.answering.work import AskInput, Step, Work, query_of
from assistant.casebook import Casebook
from assistant.checking import CheckedText, check_text
from assistant.citations import Writer, check_draft
from assistant.domain import (
    Answer,
    AnswerStatus,
    CasebookFacts,
    CaseReference,
    CitationReport,
    Decision,
    Draft,
    Filters,
    Statement,
    Turn,
)
from assistant.encoders import SentenceEncoder
from assistant.errors import EncoderMismatch
from assistant.gathering import gather_evidence
from assistant.model_writer import ModelWriter, Writing, prove_worded
from assistant.question import understand
from assistant.settings import Settings
from assistant.suggesting import suggest_questions
from assistant.vectors import VectorIndex
from assistant.writing import note_on_writing

if TYPE_CHECKING:
    from langchain_core.runnables import Runnable, RunnableConfig

# The version of the template wording; it goes into every answer, so that an old one can be told from a new one.
WORDING_VERSION = "templates-2"
_NO_LIMITS = Filters()


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

    def _stages(self) -> tuple[tuple[str, Callable[[Work], Work]], ...]:
        return (
            ("understand", self._understand),
            ("find_evidence", self._find_evidence),
            ("summarise_remedies", summarise),
            ("compose", compose_draft),
            ("check_citations", self._check),
            *(self._model_stages() if self.writer else ()),
        )

    def _model_stages(self) -> tuple[tuple[str, Callable[[Work], Work]], ...]:
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
            chain = chain | as_runnable(name, stage)
        return (chain | as_runnable("finish", self._finish)).with_config(run_name="redress")

    def _begin(self, given: AskInput) -> Work:
        history, without = tuple(given.get("history") or ()), tuple(given.get("without") or ())
        limits = given.get("limits") or _NO_LIMITS
        return Work(given.get("question") or "", history, without, limits, time.perf_counter())

    def _understand(self, work: Work) -> Work:
        facts = self.casebook.facts()
        limit = self.settings.question_limit
        query = understand(
            work.question, work.history, facts, question_limit=limit, without=work.without, limits=work.limits
        )
        return replace(work, facts=facts, query=query)

    def _find_evidence(self, work: Work) -> Work:
        query = query_of(work)
        if work.facts.decisions == 0 or needs_no_evidence(query):
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
        return replace(work, evidence=replace(evidence, news=news_about(query, evidence)))

    def _refuse_other_vectors(self) -> None:
        """Raise EncoderMismatch where another process has encoded the casebook with another encoder meanwhile."""
        held = self.casebook.encoder
        if held not in (None, self.encoder.identity):
            raise EncoderMismatch(
                f"The casebook was encoded anew by {held} while Redress ran. Stop Redress and start it again with "
                "that encoder (REDRESS_ENCODER)."
            )

    def _check(self, work: Work) -> Work:
        draft = work.draft
        assert draft is not None  # noqa: S101 -- compose ran before; this tells the type checker
        statements, report = self._prove(work, draft, Writer.TEMPLATE)
        work = replace(work, statements=(*statements, *say_withheld(report)), report=report)
        if self.writer is None:
            return work
        return replace(work, writing=self.writer.begin(query_of(work), work.evidence, work.summary, draft))

    def _prove(self, work: Work, draft: Draft, writer: Writer) -> tuple[tuple[Statement, ...], CitationReport]:
        return check_draft(draft, query_of(work), work.evidence, work.summary, work.facts, self.casebook, writer=writer)

    def _ask_model(self, work: Work) -> Work:
        writer, writing = self._writer_of(work)
        return replace(work, writing=writer.write(writing, partial(self._prove, work, writer=Writer.MODEL)))

    def _repair_wording(self, work: Work) -> Work:
        writer, writing = self._writer_of(work)
        return replace(work, writing=writer.repair(writing, partial(self._prove, work, writer=Writer.MODEL)))

    def _check_wording(self, work: Work) -> Work:
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
        report = add_reports(report, report_on_worded)
        # As the check gave them back: with what each sentence rests on.
        checked = {statement: statement for statement in (*kept, *kept_worded)}
        shown = tuple(checked[statement] for statement in draft.statements if statement in checked)
        shown = (*shown, note_on_writing(written), *say_withheld(report))
        return replace(work, draft=draft, statements=shown, report=report, written=written)

    def _writer_of(self, work: Work) -> tuple[ModelWriter, Writing]:
        assert self.writer is not None and work.writing is not None  # noqa: S101 -- these stages run only with a model
        return self.writer, work.writing

    def _suggest(self, work: Work) -> tuple[str, ...]:
        """What could be asked next, read with the turns that it would then follow."""
        query, said = query_of(work), " ".join(statement.text for statement in work.statements)
        history = (*work.history, Turn("user", query.question, work.without), Turn("assistant", said))
        return suggest_questions(query, work.evidence, work.summary, work.facts, self.casebook, history)

    def _finish(self, work: Work) -> Answer:
        return Answer(
            status=work.draft.status if work.draft else AnswerStatus.ERROR,
            query=query_of(work),
            statements=work.statements,
            evidence=work.evidence,
            summary=work.summary,
            report=work.report,
            casebook=work.facts,
            seconds=time.perf_counter() - work.started,
            versions={"wording": WORDING_VERSION, "encoder": self.encoder.identity, **model_versions(work.written)},
            writing=work.written,
            suggestions=self._suggest(work),
        )
