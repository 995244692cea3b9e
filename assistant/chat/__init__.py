"""The web chat: questions typed in a browser go to the assistant, its checked answers come back as a page.

``choose_port`` finds out early whether the address is free, before anything slow begins; ``open_chat`` serves the page
until the ``Chat`` is closed. The only home of Gradio, which is imported when the chat is opened: it takes seconds.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from assistant.chat.address import choose_port, is_loopback

if TYPE_CHECKING:
    from assistant.answering import Assistant
    from assistant.chat.intake import Intake
    from assistant.chat.serving import Chat

__all__ = ["choose_port", "is_loopback", "open_chat"]


def open_chat(assistant: Assistant, *, host: str, port: int, intake: Intake | None = None) -> Chat:
    """Serve the page over an assistant at a port that ``choose_port`` gave; returns once it can be opened.

    ``intake`` takes in files that are given on the page; without one the page says that adding is not offered. Raises
    SettingsError where the port was taken in the meantime.
    """
    # Read when Gradio is imported; whatever the user's environment says, nothing is reported.
    os.environ["GRADIO_ANALYTICS_ENABLED"] = "False"
    from assistant.chat.serving import serve

    return serve(assistant, host=host, port=port, intake=intake)
