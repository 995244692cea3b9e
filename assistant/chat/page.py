"""The whole page as Gradio Blocks: the header, a tab for each thing one can do, the footer, and the outbox."""

from __future__ import annotations

import os
import sys
from typing import Any

import gradio as gr

from assistant.answering import Assistant
from assistant.chat.casebook_tab import build_casebook_tab
from assistant.chat.conversations import Conversations
from assistant.chat.decisions import build_decisions_tab
from assistant.chat.drafts import build_drafts_tab
from assistant.chat.frame import render_footer, render_header
from assistant.chat.intake import Intake
from assistant.chat.parcels import build_outbox
from assistant.chat.talk import build_talk_tab

_WAITING_AT_MOST = 64
# Gradio's own is 0.001, and on Windows 0.05.
_SECONDS_BETWEEN_LOOKS = 0.005


def build_page(assistant: Assistant, intake: Intake | None = None) -> gr.Blocks:
    """The page over one assistant. Theme, style and script are given when it is served.

    Without an ``intake`` no files can be added on the page.
    """
    still: dict[str, Any] = {"apply_default_css": False, "js_on_load": None, "elem_classes": "ours"}
    page = gr.Blocks(title="Redress", analytics_enabled=False, fill_width=True)
    with page:
        masthead = gr.HTML(lambda: render_header(assistant.facts()), elem_id="masthead", **still)
        outbox = build_outbox()
        with gr.Tabs(elem_id="tabs", overflow_behavior="wrap"):
            with gr.Tab("Ask", id="ask", elem_id="ask-tab"):
                build_talk_tab(assistant, Conversations(), outbox)
            with gr.Tab("Check a draft", id="drafts", elem_id="drafts-tab"):
                build_drafts_tab(assistant)
            with gr.Tab("Decisions", id="decisions", elem_id="decisions-tab"):
                build_decisions_tab(assistant)
            with gr.Tab("Casebook", id="casebook", elem_id="casebook-tab") as casebook:
                build_casebook_tab(assistant, intake, casebook, masthead)
        gr.HTML(render_footer(assistant.destination), elem_id="footer", **still)
    _queue(page)
    return page


def _queue(page: gr.Blocks) -> None:
    """Give the page Gradio's queue without what it does beside queueing: on two cores that was a quarter of its work.

    After every event it makes statistics of the last ten thousand with pandas, for a view that is shut here; and while
    nothing is asked it looks a thousand times a second whether something is.
    """
    os.environ["GRADIO_ANALYTICS_CACHE_FREQUENCY"] = str(sys.maxsize)
    os.environ["GRADIO_ANALYTICS_MAX_EVENTS"] = "1"
    page.queue(max_size=_WAITING_AT_MOST)
    page._queue.sleep_when_free = max(page._queue.sleep_when_free, _SECONDS_BETWEEN_LOOKS)
