"""Limits set beside the question, as HTML: a folded panel of fields, and chips for what is in force."""

from assistant.chat.steering.chips import render_given, render_in_force, render_within, render_without_limits
from assistant.chat.steering.panel import read_stated, render_panel
from assistant.chat.steering.suggestions import render_suggestions
from assistant.chat.steering.welcome import render_examples, render_what_to_ask

__all__ = [
    "read_stated",
    "render_examples",
    "render_given",
    "render_in_force",
    "render_panel",
    "render_suggestions",
    "render_what_to_ask",
    "render_within",
    "render_without_limits",
]
