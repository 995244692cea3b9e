"""The whole page as Gradio Blocks: the header, a tab for each thing one can do, the footer, and the outbox."""

from __future__ import annotations

from typing import Any

import gradio as gr

from assistant.answering import Assistant
from assistant.chat.conversations import Conversations
from assistant.chat.frame import render_footer, render_header
from assistant.chat.talk import build_talk_tab

_WAITING_AT_MOST = 64


def build_page(assistant: Assistant) -> gr.Blocks:
    """The page over one assistant. Theme, style and script are given when it is served."""
    still: dict[str, Any] = {"apply_default_css": False, "js_on_load": None, "elem_classes": "ours"}
    page = gr.Blocks(title="Redress", analytics_enabled=False, fill_width=True)
    with page:
        gr.HTML(lambda: render_header(assistant.facts()), elem_id="masthead", **still)
        with gr.Tabs(elem_id="tabs", overflow_behavior="wrap"), gr.Tab("Ask", id="ask", elem_id="ask-tab"):
            build_talk_tab(assistant, Conversations())
        gr.HTML(render_footer(assistant.destination), elem_id="footer", **still)
    page.queue(max_size=_WAITING_AT_MOST)
    return page
