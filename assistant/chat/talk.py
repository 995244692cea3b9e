"""The Ask tab as Gradio Blocks: the conversation, the question box, the evidence, and what happens between them.

A conversation lives in the server's memory and in the open page, nowhere else: no file, and in the browser's own
storage only the name under which the server finds it after a reload.
"""

from __future__ import annotations

import json
import logging
import threading
from collections.abc import Iterator
from functools import partial
from typing import Any

import gradio as gr

from assistant.answering import Assistant, Step
from assistant.chat.conversations import Conversation, Conversations, Exchange
from assistant.chat.exchanges import make_exchange, make_failure, without_taken_out
from assistant.chat.frame import render_evidence, render_notice, render_pending, render_welcome
from assistant.chat.judging import save_judgement
from assistant.chat.letters import build_letterbox, render_turns, write_conversation, write_welcome
from assistant.chat.markup import Markup, markup
from assistant.chat.parcels import render_parcel
from assistant.chat.progress import Progress, is_before_wait
from assistant.chat.rendering import render_question
from assistant.chat.steering import read_stated, render_in_force, render_panel
from assistant.chat.taking_away import take
from assistant.chat.waiting import Stopped, Turns, in_turn, until_stopped
from assistant.domain import Answer, Filters, Turn
from assistant.errors import InputError, QuestionError, RedressError
from assistant.question import ReadLimits
from assistant.question.assumptions import without_limits
from assistant.taking import NothingToTake
from assistant.visible import whole_characters

_LOG = logging.getLogger(__name__)

# As many may ask at once, and as many of them are answered at once: Python computes in one thread at a time, and the
# second works while the first is in the encoder or the casebook. With eight at once every answer took as long as all.
_AT_ONCE = 8
_ANSWERED_AT_ONCE = 2
# How far a follow-up looks back, and how many turns stay on the page.
_TURNS_REMEMBERED = 10
_TURNS_SHOWN = 40

# Buttons inside our HTML carry their question in ``data-ask``, or the turn to ask again and without which assumptions
# in ``data-turn`` and ``data-without``; what else the page does by itself is in scripts/.
_LISTEN = """
element.addEventListener('click', (event) => {
  const judge = event.target.closest('[data-judge]');
  if (judge) {
    const judgement = window.redress.readJudgement(judge);
    if (judgement) trigger('judge', judgement);
    return;
  }
  const taking = event.target.closest('[data-take]');
  if (taking) {
    const { taken, take, part = '' } = taking.dataset;
    trigger('take', { turn: taken, form: take, part });
    return;
  }
  const button = event.target.closest('[data-ask], [data-without]');
  if (!button) return;
  const { ask = '', turn = '', without = '', unlimit = '[]' } = button.dataset;
  trigger('offer', { question: ask, turn, without, unlimit, limits: window.redress.statedLimits() });
});
// Whether all that is shown is still held: when the page is looked at again, and now and then.
const look = () => {
  const shown = window.redress ? window.redress.turnsShown() : [];
  if (document.visibilityState === 'visible' && shown.length) trigger('look', { shown: JSON.stringify(shown) });
};
document.addEventListener('visibilitychange', look);
setInterval(look, 20000);
"""
_FOLLOW = """
element.addEventListener('click', (event) => {
  if (event.target.closest('[data-halt]')) trigger('halt', {});
});
watch('value', () => window.redress && window.redress.progressChanged(element));
"""

# The panel of limits tells each change; the server's reading of it comes back as chips.
_RESTATE = """
element.addEventListener('change', () => trigger('restate', { limits: window.redress.statedLimits() }));
"""
_LIMITS_READ = "watch('value', () => window.redress && window.redress.limitsRead(element));"
# Nothing is asked before the page knows what it was before a reload: the answer would be lost to it. The fields of the
# panel as they are at the moment of asking go with the question.
_ASK = """async (question, memory) => {
  const stated = window.redress.statedLimits();
  await window.redress.recalled;
  return [question, memory, window.redress.conversationName(), stated];
}"""
_OFFER = """async (memory) => {
  await window.redress.recalled;
  return [memory, window.redress.conversationName()];
}"""
_NAME = "() => window.redress.conversationName()"
# The fields are emptied where they are: the panel is the same HTML as before, and would not be drawn again.
_WITHOUT_LIMITS = "() => { window.redress.forgetLimits(); return window.redress.conversationName(); }"
_RECALLED = "() => window.redress.endRecall()"

_NO_LIMITS = Filters()
_STOPPED = "Stopped. Your question is in its box again."

# What one update puts on the page: a letter, progress, question box, the session's memory.
_Update = tuple[Any, Any, Any, Any]


def build_talk_tab(assistant: Assistant, conversations: Conversations, outbox: gr.HTML) -> None:
    """The conversation with its question box, and the evidence beside it, within the Blocks that are being built.

    Files that are taken away go into ``outbox``.
    """
    plain: dict[str, Any] = {"apply_default_css": False, "elem_classes": "ours"}
    memory = gr.State(())
    name = gr.Textbox(visible="hidden", elem_id="conversation-name")
    stated = gr.Textbox(visible="hidden", elem_id="stated-limits")
    with gr.Row(elem_id="columns"):
        with gr.Column(elem_id="talk"):
            welcome = render_turns(render_welcome(assistant.facts()))
            conversation = gr.HTML(welcome, elem_id="conversation", js_on_load=_LISTEN, **plain)
            progress = gr.HTML("", elem_id="progress", js_on_load=_FOLLOW, **plain)
            with gr.Group(elem_id="ask"):
                in_force = gr.HTML("", elem_id="in-force", js_on_load=_LIMITS_READ, **plain)
                question = gr.Textbox(
                    label="Your question",
                    placeholder="What went wrong, and what do you want to know?",
                    lines=1,
                    max_lines=8,
                    elem_id="question",
                )
                with gr.Row(elem_id="ask-buttons"):
                    ask = gr.Button("Ask", variant="primary", elem_id="ask-button")
                    panel = gr.HTML(render_panel(assistant.facts()), elem_id="limits", js_on_load=_RESTATE, **plain)
                    new = gr.Button("New conversation", variant="secondary", elem_id="new-button")
        with gr.Column(elem_id="source"):
            gr.HTML(render_evidence(), elem_id="evidence", js_on_load=None, **plain)
    letter = build_letterbox()

    talk = Talk(assistant, conversations)
    outputs = [letter, progress, question, memory]
    hidden: dict[str, Any] = {"show_progress": "hidden", "api_visibility": "private"}
    common = hidden | {"outputs": outputs, "concurrency_limit": _AT_ONCE, "concurrency_id": "answer"}
    asked = [question, memory, name, stated]
    gr.on([question.submit, ask.click], talk.answer, asked, trigger_mode="once", js=_ASK, **common)
    conversation.offer(talk.answer_offered, [memory, name], trigger_mode="once", js=_OFFER, **common)
    conversation.judge(talk.judge, [memory], [progress], **hidden)
    conversation.take(talk.take, [memory, name], [outbox, *outputs], js=_OFFER, **hidden)
    # Several may be under way: one that the browser lost must not keep the next from being sent.
    looking: dict[str, Any] = hidden | {"trigger_mode": "multiple", "concurrency_limit": None}
    conversation.look(talk.look, [memory, name], outputs, js=_OFFER, **looking)
    progress.halt(talk.halt, [name], js=_NAME, concurrency_limit=None, **hidden)
    # A change that comes while an earlier one is being read is read too; the page asks again where they cross.
    panel.restate(talk.restate, None, [in_force], trigger_mode="multiple", concurrency_limit=None, **hidden)
    new.click(talk.start_again, [name], [*outputs, in_force], js=_WITHOUT_LIMITS, **hidden)
    page = gr.context.Context.root_block
    assert page is not None  # noqa: S101 -- tabs are built within the page; this tells the type checker
    recalled = page.load(talk.recall, [name], [*outputs, panel, in_force], js=_NAME, **hidden)
    recalled.then(None, js=_RECALLED, api_visibility="private")


class Talk:
    """What the tab does: each method is an event, and gives what the page shows next."""

    def __init__(self, assistant: Assistant, conversations: Conversations) -> None:
        self._assistant = assistant
        self._conversations = conversations
        self._waiting: dict[str, threading.Event] = {}
        # What the page was built with: the welcome and the names in the panel are drawn from it.
        self._facts_at_start = assistant.facts()
        self._turns = Turns(_ANSWERED_AT_ONCE)

    def answer(self, text: str, earlier: Conversation, name: str, stated: str = "") -> Iterator[_Update]:
        """A question that was typed, within the limits that stand in the panel."""
        yield from self._answer_within(stated, whole_characters(text), earlier, name)

    def restate(self, event: gr.EventData) -> Markup:
        """The fields of the panel changed: what they set now, and what is wrong with which."""
        stated = str(event.limits)
        return render_in_force(read_stated(stated, self._assistant.facts()) or ReadLimits(), stated=stated)

    def answer_offered(self, earlier: Conversation, name: str, event: gr.EventData) -> Iterator[_Update]:
        """A question that a button carried, or an earlier one to be asked again without some assumptions."""
        if event.question:
            yield from self._answer_within(str(event.limits), whole_characters(str(event.question)), earlier, name)
        else:
            keys = _read_keys(str(event.without)), _read_keys(str(event.unlimit))
            yield from self._answer_again(str(event.turn), *keys, earlier, name)

    def halt(self, name: str) -> None:
        """The user has waited long enough: the answer under way ends, and its question goes back into its box."""
        if waiting := self._waiting.get(name):
            waiting.set()

    def judge(self, earlier: Conversation, event: gr.EventData) -> Markup:
        """What the user says of an answer goes into the operator's file."""
        held = self._still_held(earlier)
        judged = next((exchange for exchange in held if str(exchange.number) == str(event.turn)), None)
        if judged is None or judged.subject is None:
            return render_notice("That answer is no longer held in this conversation; nothing was saved.")
        sent = {name: getattr(event, name) for name in ("verdict", "complaints", "comment", "agreed")}
        try:
            return render_notice(save_judgement(self._assistant.settings.feedback_path, judged.subject, sent))
        except InputError as error:
            return render_notice(str(error))

    def take(self, earlier: Conversation, name: str, event: gr.EventData) -> tuple[Any, ...]:
        """An answer or the conversation as a file; where there is nothing to take, a line that says so."""
        held, shown = self._still_held(earlier), self._redraw(earlier, name)
        turn = str(event.turn)
        changed = {str(new.number) for new, old in zip(held, earlier, strict=True) if new.turn != old.turn}
        if turn in changed:
            return gr.skip(), *shown
        reports = [(exchange.number, exchange.report) for exchange in held if exchange.report is not None]
        taken = take(reports, turn, str(event.form), part=str(event.part))
        if isinstance(taken, NothingToTake):
            return gr.skip(), shown[0], render_notice(taken.why), *shown[2:]
        return render_parcel(taken.name, taken.media_type, taken.data), shown[0], markup(), *shown[2:]

    def look(self, earlier: Conversation, name: str, event: gr.EventData) -> _Update:
        """The conversation without answers that used a decision which was taken out since; nothing where none was.

        The page tells the numbers of the turns that it shows: where they are others, a letter was lost; it gets all.
        """
        numbers = json.dumps([exchange.number for exchange in earlier], separators=(",", ":"))
        return self._redraw(earlier, name, is_behind=str(event.shown) != numbers)

    def _redraw(self, earlier: Conversation, name: str, *, is_behind: bool = False) -> _Update:
        held = self._still_held(earlier)
        # While a question is being answered, its answer brings the conversation as it is then.
        is_old = (is_behind or held != earlier) and held and name not in self._waiting
        return self._keep(name, held) if is_old else _update()

    def start_again(self, name: str) -> tuple[Any, ...]:
        """A new conversation, without limits; the old one is forgotten, and an answer under way with it."""
        if waiting := self._waiting.pop(name, None):
            waiting.set()
        self._conversations.forget(name)
        return write_welcome(self._assistant.facts()), "", "", (), render_in_force(ReadLimits())

    def recall(self, name: str) -> tuple[Any, ...]:
        """The page was loaded: the conversation that its tab had, its limits, and a question that was not answered."""
        kept = self._conversations.recall(name)
        shown = _update()
        steering: tuple[Any, ...] = (gr.skip(), gr.skip())
        if (facts := self._assistant.facts()) != self._facts_at_start:
            shown, steering = _update(letter=write_welcome(facts)), (render_panel(facts), gr.skip())
        if kept.conversation:
            limits = kept.conversation[-1].limits
            held = self._still_held(kept.conversation)
            self._conversations.begin(name, held, kept.pending)
            shown = _update(letter=write_conversation(held), progress="", memory=held)
            steering = render_panel(self._assistant.facts(), limits), render_in_force(ReadLimits(limits))
        if not kept.pending:
            return *shown, *steering
        notice = render_notice("This question was not answered when the page was left. Press Ask to ask it again.")
        return shown[0], notice, kept.pending, shown[3], *steering

    def _answer_within(self, stated: str, text: str, earlier: Conversation, name: str) -> Iterator[_Update]:
        """A new question within the limits of the panel; with one that cannot be read it is not asked."""
        read = read_stated(stated, self._assistant.facts())
        if read is None or read.problems:
            problems = " ".join(problem.text for problem in read.problems) if read else "The limits cannot be read."
            notice = render_notice(f"Not asked yet: {problems} Put the limit right or take it away.")
            yield _update(progress=notice, question=text)
            return
        yield from self._answer(text, earlier, name, limits=read.filters)

    def _answer_again(
        self,
        turn: str,
        without: tuple[str, ...] | None,
        unlimit: tuple[str, ...] | None,
        earlier: Conversation,
        name: str,
    ) -> Iterator[_Update]:
        """The question of an earlier turn once more, without the assumptions and the limits set of these keys."""
        held = self._still_held(earlier)
        asked = next((exchange for exchange in held if str(exchange.number) == turn), None)
        if asked is None or without is None or unlimit is None:
            message = "That question is no longer held in this conversation. Please type it again."
            yield _update(progress=render_notice(message))
            return
        limits = without_limits(asked.limits, unlimit)
        yield from self._answer(asked.question, earlier, name, context=asked.context, without=without, limits=limits)

    def _answer(
        self,
        text: str,
        shown: Conversation,
        name: str,
        *,
        context: tuple[Turn, ...] | None = None,
        without: tuple[str, ...] = (),
        limits: Filters = _NO_LIMITS,
    ) -> Iterator[_Update]:
        """The stages as they end, then the whole checked answer. A question that cannot be asked stays in its box.

        ``shown`` is the conversation that the page has; ``context`` are the turns to read it with, None for those of
        the conversation so far.
        """
        pending = render_question(text)
        yield _update(progress=render_pending(pending, ()), question="")
        earlier = self._still_held(shown)
        self._conversations.begin(name, earlier, text)
        number = earlier[-1].number + 1 if earlier else 1
        if context is None:
            context = (*earlier[-1].context, *earlier[-1].history)[-2 * _TURNS_REMEMBERED :] if earlier else ()
        progress = Progress(pending)
        stopped = self._waiting[name] = threading.Event()
        make = partial(self._steps, number, text, context, without, limits)
        try:
            for event in until_stopped(partial(in_turn, make, self._turns, stopped, is_before_wait), stopped):
                if isinstance(event, Exchange):
                    yield self._keep(name, (*earlier, event), shown)
                elif (stages := progress.after(event)) is not None:
                    yield _update(progress=stages)
        except Stopped:
            if self._waiting.get(name) is stopped:  # and not a new conversation
                self._conversations.keep(name, earlier)
                yield _update(progress=render_notice(_STOPPED), question=text)
            else:
                yield _update(progress="")
        except QuestionError as error:
            self._conversations.keep(name, earlier)
            yield _update(progress=render_notice(str(error)), question=text)
        except Exception as error:  # the page must go on whatever broke, and never show a trace
            # The kind of error only: a message or a trace could hold the question.
            _LOG.error("A question could not be answered: %s", type(error).__name__)
            failure = make_failure(self._assistant, number, text, error, context)
            yield self._keep(name, (*earlier, failure), shown)
        finally:
            if self._waiting.get(name) is stopped:
                del self._waiting[name]

    def _steps(
        self, number: int, text: str, context: tuple[Turn, ...], without: tuple[str, ...], limits: Filters
    ) -> Iterator[Step | Exchange]:
        """The stages of an answer as they end, then the answer as it is shown."""
        for event in self._assistant.stream(text, context, without=without, limits=limits):
            if isinstance(event, Answer):
                yield make_exchange(self._assistant, number, text, event, context, without)
            else:
                yield event

    def _keep(self, name: str, conversation: Conversation, shown: Conversation = ()) -> _Update:
        """The conversation from now on, on a page that shows ``shown`` of it."""
        kept = self._still_held(conversation[-_TURNS_SHOWN:])
        self._conversations.keep(name, kept)
        return _update(letter=write_conversation(kept, shown), progress="", memory=kept)

    def _still_held(self, conversation: Conversation) -> Conversation:
        """The conversation as it may be shown now: itself, unless a decision was taken out that an answer used."""
        try:
            return without_taken_out(conversation, self._assistant.casebook.held, self._assistant)
        except RedressError:
            return conversation  # the casebook cannot be read now; a question would say so


def _read_keys(without: str) -> tuple[str, ...] | None:
    """The keys that a button carried; None for anything that is no list of texts."""
    try:
        keys = json.loads(without)
    except ValueError:
        return None
    return tuple(keys) if isinstance(keys, list) and all(isinstance(key, str) for key in keys) else None


def _update(
    *,
    letter: Markup | None = None,
    progress: str | None = None,
    question: str | None = None,
    memory: Conversation | None = None,
) -> _Update:
    """What the page shows next; what is not given stays as it is."""

    def or_leave(part: object) -> Any:
        return gr.skip() if part is None else part

    return or_leave(letter), or_leave(progress), or_leave(question), or_leave(memory)
