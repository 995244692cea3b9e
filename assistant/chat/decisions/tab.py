"""The tab as Gradio Blocks: the list with its form, the opened decision, and what happens between them."""

from __future__ import annotations

import logging
from typing import Any

import gradio as gr

from assistant.answering import Assistant
from assistant.browsing import browse
from assistant.chat.decisions.asked import read_browse
from assistant.chat.decisions.listed import render_list
from assistant.chat.decisions.opened import render_not_held, render_opened
from assistant.chat.markup import Markup, tag
from assistant.domain import CaseReference
from assistant.errors import InvalidReference, RedressError

_LOG = logging.getLogger(__name__)

_AT_ONCE = 8
_LONGEST_REFERENCE = 40

# The form and its buttons are read by scripts/40-decisions.js, which decides when something is asked.
_LISTEN = """
window.redress.listReady(element, (sent) => trigger('browse', sent));
watch('value', () => window.redress.listChanged(element));
"""
_OPEN = """
window.redress.decisionReady(element, (sent) => trigger('open', sent), (sent) => trigger('look', sent));
watch('value', () => window.redress.decisionChanged(element));
"""
_FIELDS = ("words", "category", "subcategory", "body", "outcome", "from", "to", "kind", "basis", "sort", "page")


def build_decisions_tab(assistant: Assistant) -> None:
    """The list of decisions and the one that is opened, within the Blocks that are being built."""
    plain: dict[str, Any] = {"apply_default_css": False, "elem_classes": "ours"}
    waiting = tag("p", "Loading the decisions …", class_="hint")
    listed = gr.HTML(waiting, elem_id="decisions-list", js_on_load=_LISTEN, **plain)
    opened = gr.HTML("", elem_id="decision-opened", js_on_load=_OPEN, **plain)

    def show_list(event: gr.EventData) -> Markup:
        sent = {name: getattr(event, name, None) for name in _FIELDS}
        serial = getattr(event, "serial", 0)
        return _render_list(assistant, sent, serial if isinstance(serial, int) else 0)

    def show_decision(event: gr.EventData) -> Markup:
        serial = getattr(event, "serial", 0)
        return _render_decision(
            assistant, str(getattr(event, "reference", "")), serial if isinstance(serial, int) else 0
        )

    def look_again(event: gr.EventData) -> Any:
        """The decision that is open, where it has been taken out since; else nothing changes."""
        serial = getattr(event, "serial", 0)
        typed = str(getattr(event, "reference", ""))
        return _render_if_gone(assistant, typed, serial if isinstance(serial, int) else 0) or gr.skip()

    common: dict[str, Any] = {
        "show_progress": "hidden",
        "api_visibility": "private",
        "concurrency_limit": _AT_ONCE,
        "concurrency_id": "decisions",
        "trigger_mode": "multiple",
    }
    listed.browse(show_list, outputs=[listed], **common)
    opened.open(show_decision, outputs=[opened], **common)
    opened.look(look_again, outputs=[opened], **common)


def _render_list(assistant: Assistant, sent: dict[str, object], serial: int) -> Markup:
    try:
        return render_list(browse(assistant.casebook, read_browse(sent)), serial)
    except Exception as error:  # the page must go on whatever broke, and never show a trace
        return _failed(error, serial)


def _render_decision(assistant: Assistant, typed: str, serial: int) -> Markup:
    try:
        reference = CaseReference.parse(typed[:_LONGEST_REFERENCE])
        decision = assistant.decision(reference)
        if decision is None:
            return render_not_held(reference, assistant.casebook.near_references(reference), serial)
        is_damaged = bool(assistant.casebook.damaged([decision]))
        return render_opened(decision, serial, is_damaged=is_damaged)
    except InvalidReference:
        return render_not_held(None, (), serial)
    except Exception as error:  # as above
        return _failed(error, serial)


def _render_if_gone(assistant: Assistant, typed: str, serial: int) -> Markup | None:
    """What stands in the place of a decision that is held no longer; None for one that is."""
    try:
        reference = CaseReference.parse(typed[:_LONGEST_REFERENCE])
        if reference in assistant.casebook.held([reference]):
            return None
        return render_not_held(reference, assistant.casebook.near_references(reference), serial)
    except RedressError:
        return None  # it cannot be looked up now; to open it again says why


def _failed(error: Exception, serial: int) -> Markup:
    # The kind of error only: a message or a trace could hold what was searched.
    _LOG.error("Decisions could not be shown: %s", type(error).__name__)
    message = (
        str(error)
        if isinstance(error, RedressError)
        else "The decisions could not be shown. Please try again; if it happens again, stop Redress and run "
        "`python -m ingest verify`."
    )
    return tag("p", message, class_="notice", role="alert", data_serial=str(serial), data_announce=message)
