"""A question and its answer → the Exchange that a conversation remembers; and it without what was taken out since.

A decision that was taken out of the casebook is shown nowhere again: an answer that used it is no longer shown, because
its words and its figures took that decision into account.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from assistant.answering import Assistant
from assistant.chat.citing import plain_answer
from assistant.chat.conversations import Conversation, Exchange
from assistant.chat.evidence import render_sources
from assistant.chat.judging import render_form
from assistant.chat.markup import markup
from assistant.chat.pattern import number_payments
from assistant.chat.rendering import describe_taken_out, render_failure, render_taken_out, render_turn
from assistant.chat.taking_away import render_taking, render_taking_table
from assistant.domain import Answer, CaseReference, Turn
from assistant.errors import RedressError
from assistant.feedback import subject_of
from assistant.personal import redact
from assistant.taking import decisions_behind, number_citations, report_answer, report_failure, shown_question
from assistant.text import find_references

# Which of these decisions are held now.
FindHeld = Callable[[Iterable[CaseReference]], frozenset[CaseReference]]


def make_exchange(
    assistant: Assistant, number: int, text: str, answer: Answer, context: tuple[Turn, ...], without: tuple[str, ...]
) -> Exchange:
    """A question that was answered, as it is shown and as it is remembered."""
    shown = shown_question(text, answer)
    decisions = decisions_behind(answer, assistant.decision)
    numbers = number_payments(answer, number_citations(answer.statements))
    report = report_answer(shown, answer, decisions)
    turn = render_turn(
        number,
        shown,
        answer,
        decisions,
        taking=render_taking(number, report),
        taking_table=render_taking_table(number, report),
        tools=render_form(number),
    )
    return Exchange(
        number,
        shown,
        context,
        (Turn("user", shown, without), Turn("assistant", plain_answer(answer))),
        turn,
        render_sources(number, answer, decisions, numbers),
        subject_of(shown, answer),
        report,
        answer.query.given,
        frozenset(decisions),
    )


def make_failure(assistant: Assistant, number: int, text: str, error: Exception, context: tuple[Turn, ...]) -> Exchange:
    """A question that could not be answered because something broke."""
    message = (
        str(error)
        if isinstance(error, RedressError)
        else "Redress could not answer this question. Nothing was stored. Please try again; if it happens again, stop "
        "Redress and run `python -m ingest verify`."
    )
    shown = redact(text).text
    turn, report = render_failure(number, shown, message), report_failure(shown, message, assistant.facts())
    return Exchange(number, shown, context, (), turn, markup(), report=report)


def without_taken_out(conversation: Conversation, find_held: FindHeld, assistant: Assistant) -> Conversation:
    """The conversation without the answers that used a decision which is no longer held; itself where there is none.

    Such an answer is replaced by a line that names the decision and offers to ask again. A follow-up still knows which
    case "the second one" was, and nothing else of the answer is remembered.
    """
    used = frozenset[CaseReference]().union(*(exchange.decisions for exchange in conversation))
    gone = used - find_held(used) if used else used
    if not gone:
        return conversation
    forgotten = {
        turn: _only_references(turn)
        for exchange in conversation
        if exchange.decisions & gone
        for turn in exchange.history
        if turn.role == "assistant"
    }
    return tuple(_without(exchange, exchange.decisions & gone, forgotten, assistant) for exchange in conversation)


def _without(
    exchange: Exchange, gone: frozenset[CaseReference], forgotten: dict[Turn, Turn], assistant: Assistant
) -> Exchange:
    kept = replace(
        exchange,
        context=tuple(forgotten.get(turn, turn) for turn in exchange.context),
        history=tuple(forgotten.get(turn, turn) for turn in exchange.history),
    )
    if not gone:
        return kept
    references = sorted(gone, key=str)
    undone = next((turn.without for turn in exchange.history if turn.role == "user"), ())
    return replace(
        kept,
        turn=render_taken_out(exchange.number, exchange.question, references, undone),
        sources=markup(),
        subject=None,
        report=replace(
            report_failure(exchange.question, describe_taken_out(references), assistant.facts()),
            status="No longer shown",
        ),
        decisions=frozenset(),
    )


def _only_references(turn: Turn) -> Turn:
    """The turn with nothing but the references that it names, in their order."""
    return replace(
        turn, content="\n".join(dict.fromkeys(str(found.reference) for found in find_references(turn.content)))
    )
