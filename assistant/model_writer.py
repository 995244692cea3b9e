"""A template's draft to the same draft in a chat model's words, as far as they were proved: write, verify, repair once.

A fixed way and no agent: the model is asked once, and once more for what did not pass. What fails at both is made anew
from the sentences that the model chose, or left out, and the template's statement stays. Nothing here raises for what
a model does: the report says what happened.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

from assistant.composing.phrases import describe_outcome, describe_payments, describe_unstated, name_case
from assistant.domain import (
    Case,
    CitationReport,
    Draft,
    Evidence,
    FailedCheck,
    Outcome,
    Query,
    RemedySummary,
    Source,
    SourceKind,
    Statement,
    WritingReport,
)
from assistant.errors import ModelError, ModelReplyUnusable
from assistant.llm import ChatModel, Message
from assistant.text import split_sentences
from assistant.writing import (
    PROMPT,
    REPLY_SCHEMA,
    CaseWording,
    Material,
    Worded,
    WrittenStatement,
    gather,
    join_drafts,
    read_reply,
    repair_request,
    rewrite_statement,
    word_statement,
    write_request,
)

# The strict check of citations over the evidence of one answer.
Check = Callable[[Draft], tuple[tuple[Statement, ...], CitationReport]]

_LOST = (Outcome.NOT_UPHELD, Outcome.CLOSED, Outcome.DISCONTINUED)
# What of a reply is sent back with the request to mend it: an endless one is not repeated whole.
_REPLY_REPEATED = 6000
_SECONDS_FOR_REPAIR = 1.0
_NOT_ASKED = "nothing was found that a model could word"
_NOTHING_SHOWN = "none of what the model wrote could be shown"
_NOTHING_WRITTEN = "the model had nothing to say"


@dataclass(frozen=True)
class Writing:
    """How far the writing of one answer has come; each step gives a new one.

    ``held`` are statements that passed every check, ``failed`` those of the last reply that did not, ``refused`` why,
    at any try. ``unreadable`` says what was wrong with a reply as a whole and ``reason`` why the model is out.
    """

    material: Material | None
    template: Draft
    deadline: float = 0.0
    messages: tuple[Message, ...] = ()
    held: tuple[Worded, ...] = ()
    failed: tuple[Worded, ...] = ()
    refused: tuple[FailedCheck, ...] = ()
    repaired: int = 0
    rewritten: int = 0
    unreadable: str = ""
    reason: str = ""
    said_to_be: str = ""

    @property
    def needs_repair(self) -> bool:
        """Whether a second request could mend anything."""
        return bool(self.failed or self.unreadable) and time.monotonic() + _SECONDS_FOR_REPAIR < self.deadline


@dataclass(frozen=True)
class ModelWriter:
    """Words answers with one chat model. Safe to use from several threads."""

    model: ChatModel = field(repr=False)

    def begin(self, query: Query, evidence: Evidence, summary: RemedySummary, template: Draft) -> Writing:
        """What the model may say for this answer; nothing is sent yet. ``material`` is None where nothing will be."""
        wordings = {case.key: _wording(case, summary) for case in evidence.cases}
        material = gather(query, evidence, summary, template, wordings)
        return Writing(material, template, reason="" if material else _NOT_ASKED)

    def write(self, writing: Writing, check: Check) -> Writing:
        """Ask the model, and prove each of its statements."""
        if writing.material is None:
            return writing
        request = write_request(writing.material)
        messages = (Message("system", request.system), Message("user", request.user))
        self.model.prepare()
        started = replace(writing, messages=messages, deadline=time.monotonic() + self.model.timeout)
        return self._ask(started, check)

    def repair(self, writing: Writing, check: Check) -> Writing:
        """Ask once more for what did not pass; then make anew from the evidence what still does not."""
        if writing.material is None:
            return writing
        if writing.needs_repair:
            request = repair_request(writing.failed, writing.unreadable)
            messages = (*writing.messages, Message("user", request.user))
            again = replace(writing, messages=messages, failed=(), unreadable="", reason="")
            asked = self._ask(again, check)
            # What a failed second try was to mend is still there to be made anew.
            failed = asked.failed if not asked.reason else (*writing.failed, *asked.failed)
            writing = replace(asked, failed=failed, repaired=len(asked.held) - len(writing.held))
        return _rewrite(writing, check)

    def finish(self, writing: Writing) -> tuple[Draft, tuple[Statement, ...], WritingReport]:
        """The draft in which the model's statements stand in their places, those statements, and the report."""
        draft, shown = join_drafts(writing.template, writing.held)
        anew = sum(worded.is_rewritten for worded in writing.held if worded.statement in shown)
        reason = writing.reason or (_NOTHING_SHOWN if writing.refused else _NOTHING_WRITTEN)
        report = WritingReport(
            model=self.model.identity,
            prompt=PROMPT if writing.messages else "",
            was_asked=bool(writing.messages),
            shown=len(shown) - anew,
            repaired=writing.repaired,
            rewritten=anew,
            left_out=len(writing.failed),
            refused=writing.refused,
            reason="" if len(shown) > anew else reason,
            said_to_be=writing.said_to_be,
        )
        return draft, shown, report

    def _ask(self, writing: Writing, check: Check) -> Writing:
        """One request and its reply, read and proved; a model that fails leaves its reason."""
        try:
            reply = self.model.write(writing.messages, REPLY_SCHEMA, deadline=writing.deadline)
        except ModelReplyUnusable as error:
            return replace(writing, unreadable=str(error), reason=error.reason)
        except ModelError as error:
            return replace(writing, reason=error.reason, deadline=0.0)
        said = Message("assistant", reply.text[:_REPLY_REPEATED])
        writing = replace(writing, messages=(*writing.messages, said), said_to_be=reply.model)
        try:
            statements = read_reply(reply.text)
        except ModelReplyUnusable as error:
            return replace(writing, unreadable=str(error), reason=error.reason)
        return self._prove_reply(writing, statements, check)

    def _prove_reply(self, writing: Writing, statements: Sequence[WrittenStatement], check: Check) -> Writing:
        """Each statement of a reply, proved or refused with its reasons; the first that holds of a case is kept."""
        material = writing.material
        assert material is not None  # noqa: S101 -- something was asked, so there was something to ask about
        worded = _prove([word_statement(each, material) for each in statements], writing.template, check)
        taken = {each.subject.case for each in writing.held if each.subject}
        held = [each for each in worded if each.subject and each.subject.case not in taken]
        failed = tuple(each for each in worded if not each.statement)
        refused = tuple(failure for each in failed for failure in each.failures)
        return replace(writing, held=(*writing.held, *held), failed=failed, refused=(*writing.refused, *refused))


def prove_worded(draft: Draft, check: Check) -> tuple[tuple[Statement, ...], CitationReport]:
    """The strict check of statements that were read word by word (``writing.wording``), and its report.

    Under the name of "wording" the strict check asks that each clause stand in one cited sentence; of our own phrases
    ("closed after initial enquiries", "the remedy was") it knows a part. These statements hold nothing but stored
    sentences, those phrases and the linking ones, each found in its place: so what the strict check says of wording is
    settled, and what it says of figures, references, dates, counts, claims and quotations decides.
    """
    kept, report = check(draft)
    failures = tuple(failure for failure in report.failures if failure.check != "wording")
    failing = {failure.statement for failure in failures}
    of_wording = {failure.statement for failure in report.failures} - failing
    withheld = tuple(text for text in report.withheld if text not in of_wording)
    checked = {each: each for each in kept}
    shown = tuple(
        checked.get(each) or replace(each, sources=_read_sources(each))
        for each in draft.statements
        if each in checked or each.text in of_wording
    )
    return shown, replace(report, failures=failures, withheld=withheld)


def _read_sources(statement: Statement) -> tuple[Source, ...]:
    """What each sentence rests on where the reading, and not the strict check, found it."""
    references = tuple(dict.fromkeys(citation.reference for citation in statement.citations))
    sentences = range(len(split_sentences(statement.text)))
    return tuple(Source(one, SourceKind.PASSAGE, "the cited sentences, word by word", references) for one in sentences)


def _prove(worded: Sequence[Worded], template: Draft, check: Check) -> list[Worded]:
    """The statements with what the check of citations found: those that it withholds become failed ones."""
    statements = tuple(each.statement for each in worded if each.statement)
    if not statements:
        return list(worded)
    kept, report = prove_worded(Draft(template.status, statements), check)
    proved = []
    for each in worded:
        if each.statement is None or each.statement in kept:
            proved.append(each)
            continue
        failures = tuple(failure for failure in report.failures if failure.statement == each.statement.text)
        proved.append(Worded(each.written, failures=failures))
    return proved


def _rewrite(writing: Writing, check: Check) -> Writing:
    """Put what still fails into the evidence's own words, where the model chose any for a case without a statement."""
    assert writing.material is not None  # noqa: S101 -- the caller looked; this tells the type checker
    taken = {each.subject.case for each in writing.held if each.subject}
    anew: list[Worded] = []
    left: list[Worded] = []
    for failed in writing.failed:
        made = rewrite_statement(failed.written, writing.material)
        proved = _prove([made], writing.template, check)[0] if made else None
        if proved and proved.subject and proved.subject.case not in taken:
            taken.add(proved.subject.case)
            anew.append(proved)
        else:
            left.append(failed)
    return replace(writing, held=(*writing.held, *anew), failed=tuple(left))


def _wording(case: Case, summary: RemedySummary) -> CaseWording:
    """A case in the words of our templates, for where no template names it."""
    decision = case.decision
    rows = [row for row in summary.payments if row.case_key == case.key]
    money = describe_payments(rows) if rows else ""
    if not rows and decision.reference in summary.unstated:
        money = describe_unstated(case)
    outcome = describe_outcome(decision)
    if decision.reference in summary.unpaid and decision.outcome not in _LOST:
        outcome += ", no payment recorded"
    return CaseWording(name_case(decision), outcome, money, case.issue or "")
