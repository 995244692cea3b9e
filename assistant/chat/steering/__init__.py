"""Limits set beside the question, as HTML: a folded panel of fields, and chips for what is in force."""

from assistant.chat.steering.chips import render_given, render_in_force, render_within, render_without_limits
from assistant.chat.steering.panel import read_stated, render_panel
from assistant.chat.steering.suggestions import render_suggestions

__all__ = [
    "read_stated",
    "render_given",
    "render_in_force",
    "render_panel",
    "render_suggestions",
    "render_within",
    "render_without_limits",
]
