"""The Casebook tab as Gradio Blocks: what is loaded, the place for new files, and what happens between them.

Adding goes on in the intake's own thread: the page only looks at how far it is, and whoever opens the tab meanwhile
sees the same.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Iterator, Sequence
from typing import Any

import gradio as gr

from assistant.answering import Assistant
from assistant.chat.casebook_tab.adding import render_adding, render_progress, render_report
from assistant.chat.casebook_tab.status import render_status
from assistant.chat.frame import render_header
from assistant.chat.intake import Intake
from assistant.chat.markup import Markup, tag
from assistant.chat.uploads import UploadLimits, read_uploads
from assistant.domain import Fate, GivenFile
from assistant.errors import IntakeBusy, RedressError

_LOG = logging.getLogger(__name__)

# As many may watch at once; who comes later sees the state at that moment.
_AT_ONCE = 16
# Gradio's page was seen to break when updates come faster, and nobody reads faster.
_SECONDS_BETWEEN_UPDATES = 0.25
_SECONDS_TO_WAIT = 2.0

_TAKE = "window.redress && window.redress.takeDecisions(element, (files) => trigger('given', { files }));"
_FOLLOW = """
element.addEventListener('click', (event) => {
  if (event.target.closest('[data-stop-intake]')) trigger('halt', {});
});
watch('value', () => window.redress && window.redress.intakeChanged(element));
"""
_TIDY = """
element.addEventListener('click', (event) => {
  const button = event.target.closest('button');
  if (!button) return;
  if ('dismiss' in button.dataset) trigger('tidy', { place: button.dataset.dismiss });
  else if ('dismissAll' in button.dataset) trigger('tidy', { place: null });
  else if ('check' in button.dataset) { window.redress.checking(button); trigger('check', {}); }
});
watch('value', () => window.redress && window.redress.announceIn(element));
"""

# What one update puts on the page: the notice, the progress or report, the status, the header.
_Update = tuple[Any, Any, Any, Any]


def build_casebook_tab(assistant: Assistant, intake: Intake | None, tab: gr.Tab, masthead: gr.HTML) -> None:
    """The tab's parts, within the Blocks that are being built. Without an intake it says that adding is not offered.

    The status is read when the tab is opened; ``masthead``, with the casebook's size, is brought up to date with it.
    """
    plain: dict[str, Any] = {"apply_default_css": False, "elem_classes": "ours"}
    with gr.Column(elem_id="casebook"):
        adding = gr.HTML(render_adding(intake.limits if intake else None), elem_id="adding", js_on_load=_TAKE, **plain)
        notice = gr.HTML("", elem_id="intake-notice", js_on_load=_FOLLOW, **plain)
        progress = gr.HTML("", elem_id="intake", js_on_load=_FOLLOW, **plain)
        status = gr.HTML("", elem_id="casebook-status", js_on_load=_TIDY, **plain)
    shown = CasebookTab(assistant, intake)
    outputs = [notice, progress, status, masthead]
    hidden: dict[str, Any] = {"show_progress": "hidden", "api_visibility": "private"}
    common = hidden | {"concurrency_limit": _AT_ONCE, "concurrency_id": "casebook"}
    tab.select(shown.open, None, outputs, trigger_mode="once", **common)
    status.check(shown.check, None, [status], trigger_mode="once", **hidden)
    if intake is not None:
        adding.given(shown.take, None, outputs, trigger_mode="multiple", **common)
        progress.halt(shown.halt, None, [progress], **hidden)
        status.tidy(shown.tidy, None, [status], **hidden)


class CasebookTab:
    """What the tab does: each method is an event, and gives what the page shows next."""

    def __init__(self, assistant: Assistant, intake: Intake | None) -> None:
        self._assistant = assistant
        self._intake = intake

    def open(self) -> Iterator[_Update]:
        """The tab was opened: the status as it is now, and an intake that is under way to its end."""
        yield "", self._show_intake(), self._status(), self._header()
        yield from self._follow()

    def take(self, event: gr.EventData) -> Iterator[_Update]:
        """Files were given: take them in, and show how far it is until the report."""
        intake = self._intake
        assert intake is not None  # noqa: S101 -- without one the event is not wired; this tells the type checker
        limits = UploadLimits(intake.limits.file_bytes, intake.limits.total_bytes, intake.limits.files)
        try:
            uploads = read_uploads(getattr(event, "files", None), limits)
            intake.begin([GivenFile(upload.name, upload.data) for upload in uploads])
        except IntakeBusy as error:
            yield _notice(str(error)), self._show_intake(), gr.skip(), gr.skip()
        except RedressError as error:
            yield _notice(str(error)), gr.skip(), gr.skip(), gr.skip()
            return
        else:
            yield "", self._show_intake(), gr.skip(), gr.skip()
        yield from self._follow()

    def halt(self) -> Markup:
        """The user has had enough: the intake ends after the step it is in."""
        if self._intake is not None:
            self._intake.stop()
        return self._show_intake()

    def tidy(self, event: gr.EventData) -> Markup:
        """One note of what was set aside is dismissed, or all; none that is not there."""
        if self._intake is None:
            return self._status()
        place = getattr(event, "place", "")
        for note in self._assistant.casebook.status().set_aside:
            if place is None or note.place == place:
                self._intake.dismiss(note.place)
        return self._status()

    def check(self) -> Markup:
        """Read every decision back, and show what is wrong."""
        try:
            return self._status(problems=self._assistant.casebook.verify())
        except RedressError as error:
            return _notice(str(error))

    # ------------------------------------------------------------------ helpers

    def _follow(self) -> Iterator[_Update]:
        """An intake under way, until its report is there; nothing where none is."""
        if self._intake is None or self._intake.state().progress is None:
            return
        state = self._intake.state()
        run = state.run
        while state.progress is not None and state.run == run:
            yield gr.skip(), render_progress(state.progress), gr.skip(), gr.skip()
            time.sleep(_SECONDS_BETWEEN_UPDATES)
            state = self._intake.wait(state.change, _SECONDS_TO_WAIT)
        yield "", self._show_intake(), self._status(), self._header()

    def _show_intake(self) -> Markup:
        state = self._intake.state() if self._intake else None
        if state is not None and state.progress is not None:
            return render_progress(state.progress)
        if state is None or state.report is None:
            return Markup("")
        stored = {
            one.reference for file in state.report.files for one in file.decisions if one.fate is not Fate.NOT_REACHED
        }
        return render_report(state.report, taken_out=stored - self._assistant.casebook.held(stored))

    def _status(self, *, problems: Sequence[str] | None = None) -> Markup:
        try:
            casebook = self._assistant.casebook
            return render_status(
                casebook.status(),
                self._assistant.index.state(),
                casebook.news(),
                may_dismiss=self._intake is not None,
                problems=problems,
            )
        except RedressError as error:
            return _notice(str(error))
        except Exception as error:  # the page must go on whatever broke, and never show a trace
            _LOG.error("The status could not be shown: %s", type(error).__name__)
            return _notice("The status cannot be shown. Please run `python -m ingest verify`.")

    def _header(self) -> Markup:
        return render_header(self._assistant.facts())


def _notice(message: str) -> Markup:
    return tag("p", message, class_="notice", data_announce=message)
