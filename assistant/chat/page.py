"""The page as Gradio Blocks: the conversation, the question box, the evidence, and what happens between them.

A session's conversation lives in the server's memory and in the open page, nowhere else: no file, no browser storage.
"""

from __future__ import annotations

import json
import logging
import time
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import gradio as gr

from assistant.answering import Assistant, Step
from assistant.chat.citing import number_citations, plain_answer
from assistant.chat.evidence import render_sources
from assistant.chat.frame import (
    render_evidence,
    render_footer,
    render_header,
    render_notice,
    render_pending,
    render_welcome,
)
from assistant.chat.markup import Markup, markup
from assistant.chat.rendering import render_failure, render_question, render_turn, shown_question
from assistant.domain import Answer, CaseReference, Decision, Turn
from assistant.errors import QuestionError, RedressError
from assistant.personal import redact

_LOG = logging.getLogger(__name__)

# As many may ask at once; the encoder takes one question at a time, and reading scales to about eight threads.
_AT_ONCE = 8
_WAITING_AT_MOST = 64
# Gradio's page was seen to break when updates come faster.
_SECONDS_BETWEEN_UPDATES = 0.05
# How far a follow-up looks back, and how many turns stay on the page.
_TURNS_REMEMBERED = 10
_TURNS_SHOWN = 40

# Buttons inside our HTML carry their question in ``data-ask``, or the turn to ask again and without which assumptions
# in ``data-turn`` and ``data-without``; what else the page does by itself is in page.js.
_LISTEN = """
element.addEventListener('click', (event) => {
  const button = event.target.closest('[data-ask], [data-without]');
  if (!button) return;
  const { ask = '', turn = '', without = '' } = button.dataset;
  trigger('offer', { question: ask, turn, without });
});
watch('value', () => window.redress && window.redress.conversationChanged());
"""
_FOLLOW = "watch('value', () => window.redress && window.redress.progressChanged(element));"


@dataclass(frozen=True)
class Exchange:
    """One question and its answer as the session remembers them, and as they are shown.

    ``context`` are the turns that it was read with, ``history`` its own: asked again without an assumption, a
    question is read with the same context, and what follows looks back on the answer it then got.
    """

    number: int
    question: str
    context: tuple[Turn, ...]
    history: tuple[Turn, ...]
    turn: Markup
    sources: Markup


Conversation = tuple[Exchange, ...]
# What one update puts on the page: conversation, evidence, progress, question box, the session's memory.
_Update = tuple[Any, Any, Any, Any, Any]


def build_page(assistant: Assistant) -> gr.Blocks:
    """The whole page over one assistant. Theme, style and script are given when it is served."""
    plain: dict[str, Any] = {"apply_default_css": False}
    still = plain | {"js_on_load": None}
    page = gr.Blocks(title="Redress", analytics_enabled=False, fill_width=True)
    with page:
        gr.HTML(lambda: render_header(assistant.facts()), elem_id="masthead", **still)
        memory = gr.State(())
        with gr.Row(elem_id="columns"):
            with gr.Column(elem_id="talk"):
                conversation = gr.HTML(render_welcome(), elem_id="conversation", js_on_load=_LISTEN, **plain)
                progress = gr.HTML("", elem_id="progress", js_on_load=_FOLLOW, **plain)
                with gr.Group(elem_id="ask"):
                    question = gr.Textbox(
                        label="Your question",
                        placeholder="What went wrong, and what do you want to know?",
                        lines=1,
                        max_lines=8,
                        elem_id="question",
                    )
                    with gr.Row(elem_id="ask-buttons"):
                        ask = gr.Button("Ask", variant="primary", elem_id="ask-button")
                        new = gr.Button("New conversation", variant="secondary", elem_id="new-button")
            with gr.Column(elem_id="source"):
                evidence = gr.HTML(render_evidence(), elem_id="evidence", **still)
        gr.HTML(render_footer(assistant.destination), elem_id="footer", **still)

        def answer_typed(text: str, earlier: Conversation) -> Iterator[_Update]:
            yield from _answer(assistant, text, earlier)

        def answer_offered(earlier: Conversation, event: gr.EventData) -> Iterator[_Update]:
            if event.question:
                yield from _answer(assistant, str(event.question), earlier)
            else:
                yield from _answer_again(assistant, str(event.turn), str(event.without), earlier)

        outputs = [conversation, evidence, progress, question, memory]
        common: dict[str, Any] = {
            "outputs": outputs,
            "show_progress": "hidden",
            "api_visibility": "private",
            "concurrency_limit": _AT_ONCE,
            "concurrency_id": "answer",
        }
        gr.on([question.submit, ask.click], answer_typed, [question, memory], trigger_mode="once", **common)
        conversation.offer(answer_offered, [memory], trigger_mode="once", **common)
        new.click(_start_again, outputs=outputs, show_progress="hidden", api_visibility="private")
    page.queue(max_size=_WAITING_AT_MOST)
    return page


def _start_again() -> _Update:
    return render_welcome(), render_evidence(), "", "", ()


def _answer_again(assistant: Assistant, turn: str, without: str, earlier: Conversation) -> Iterator[_Update]:
    """The question of an earlier turn once more, understood without the assumptions of these keys."""
    asked = next((exchange for exchange in earlier if str(exchange.number) == turn), None)
    keys = _read_keys(without)
    if asked is None or keys is None:
        message = "That question is no longer held in this conversation. Please type it again."
        yield gr.skip(), gr.skip(), render_notice(message), gr.skip(), gr.skip()
        return
    yield from _answer(assistant, asked.question, earlier, context=asked.context, without=keys)


def _read_keys(without: str) -> tuple[str, ...] | None:
    """The keys that a button carried; None for anything that is no list of texts."""
    try:
        keys = json.loads(without)
    except ValueError:
        return None
    return tuple(keys) if isinstance(keys, list) and all(isinstance(key, str) for key in keys) else None


def _answer(
    assistant: Assistant,
    text: str,
    earlier: Conversation,
    *,
    context: tuple[Turn, ...] | None = None,
    without: tuple[str, ...] = (),
) -> Iterator[_Update]:
    """The stages as they end, then the whole checked answer. A question that cannot be asked stays in its box.

    ``context`` are the turns to read it with; None for those of the conversation so far.
    """
    pending = render_question(text)
    yield gr.skip(), gr.skip(), render_pending(pending, ()), "", gr.skip()
    number = earlier[-1].number + 1 if earlier else 1
    if context is None:
        context = (*earlier[-1].context, *earlier[-1].history)[-2 * _TURNS_REMEMBERED :] if earlier else ()
    done: tuple[str, ...] = ()
    said: tuple[str, ...] = ()
    last_update = time.monotonic()
    try:
        for event in assistant.stream(text, context, without=without):
            if isinstance(event, Step):
                done = (*done, event.label)
                said = tuple(statement.text for statement in event.statements) or said
                too_soon = _SECONDS_BETWEEN_UPDATES - (time.monotonic() - last_update)
                if event.is_before_wait and too_soon > 0:
                    # What is seen while a model is waited for must not be the step before.
                    time.sleep(too_soon)
                if event.is_before_wait or too_soon <= 0:
                    last_update = time.monotonic()
                    shown = render_pending(pending, done, said, waits_for_model=event.is_before_wait)
                    yield gr.skip(), gr.skip(), shown, gr.skip(), gr.skip()
            else:
                exchange = _exchange(assistant, number, text, event, context, without)
                yield _show((*earlier, exchange))
    except QuestionError as error:
        yield gr.skip(), gr.skip(), render_notice(str(error)), text, gr.skip()
    except Exception as error:  # the page must go on whatever broke, and never show a trace
        # The kind of error only: a message or a trace could hold the question.
        _LOG.error("A question could not be answered: %s", type(error).__name__)
        yield _show((*earlier, _failed(number, text, error, context)))


def _show(conversation: Conversation) -> _Update:
    kept = conversation[-_TURNS_SHOWN:]
    *older, newest = kept
    earlier = markup(*(exchange.sources for exchange in reversed(older)))
    turns = markup(*(exchange.turn for exchange in kept))
    return turns, render_evidence(newest.sources, earlier=earlier), "", gr.skip(), kept


def _exchange(
    assistant: Assistant, number: int, text: str, answer: Answer, context: tuple[Turn, ...], without: tuple[str, ...]
) -> Exchange:
    shown = shown_question(text, answer)
    decisions = _decisions_behind(assistant, answer)
    sources = render_sources(number, answer, decisions, number_citations(answer.statements))
    history = (Turn("user", shown, without), Turn("assistant", plain_answer(answer)))
    return Exchange(number, shown, context, history, render_turn(number, shown, answer, decisions), sources)


def _failed(number: int, text: str, error: Exception, context: tuple[Turn, ...]) -> Exchange:
    message = (
        str(error)
        if isinstance(error, RedressError)
        else "Redress could not answer this question. Nothing was stored. Please try again; if it happens again, stop "
        "Redress and run `python -m ingest verify`."
    )
    shown = redact(text).text
    return Exchange(number, shown, context, (), render_failure(number, shown, message), markup())


def _decisions_behind(assistant: Assistant, answer: Answer) -> dict[CaseReference, Decision]:
    """Every decision that the answer shows or cites, best case first."""
    decisions = {case.decision.reference: case.decision for case in answer.evidence.cases}
    decisions |= {decision.reference: decision for decision in answer.evidence.near}
    for statement in answer.statements:
        for citation in statement.citations:
            if citation.reference not in decisions and (found := assistant.decision(citation.reference)):
                decisions[citation.reference] = found
    return decisions
