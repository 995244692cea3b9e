"""What Gradio keeps of each open page → the same without what only grows.

Gradio 6 writes down every value that it has shown, for deep links, which are shut here; and a part of the page that was
once passed over by ``gr.skip()`` gets a new number, under which its next value is kept beside all that it had before.
Of a conversation that was some megabytes an answer: three gigabytes after 350 questions.
"""

from __future__ import annotations

from typing import Any

import gradio as gr
from gradio.blocks import Block
from gradio.state_holder import SessionState, StateHolder


class Session(SessionState):
    """What one open page needs: the values of ``gr.State``, and its parts as they were changed."""

    def __setitem__(self, key: int, value: Any) -> None:
        """Keep a value, or a part of the page under the number that it has on the page."""
        if isinstance(value, Block):
            value._id = key
        super().__setitem__(key, value)

    def _update_value_in_config(self, key: int, value: Any) -> None:
        """What was shown is on the page and in the conversation, and not here."""


class Sessions(StateHolder):
    """The sessions of all open pages, the least lately used forgotten where there are too many."""

    def __getitem__(self, session_id: str) -> SessionState:
        """The session of this name; a new one where there is none."""
        if session_id not in self.session_data:
            self.session_data[session_id] = Session(self.blocks)
        return super().__getitem__(session_id)


def keep_sessions(page: gr.Blocks) -> None:
    """Have a page that is served keep its sessions in this way; before anybody has opened it."""
    sessions = Sessions()  # type: ignore[no-untyped-call]  # its parent's has no types
    sessions.set_blocks(page)
    page.app.state_holder = sessions
