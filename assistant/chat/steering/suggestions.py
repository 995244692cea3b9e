"""What could be asked next, as buttons under an answer: each asks its question as a follow-up."""

from __future__ import annotations

from assistant.chat.markup import Markup, markup, tag, tags
from assistant.domain import Answer


def render_suggestions(turn: int, answer: Answer) -> Markup:
    """A button for each suggestion; empty where there is none."""
    if not answer.suggestions:
        return markup()
    buttons = [tag("button", text, type="button", class_="quiet next", data_ask=text) for text in answer.suggestions]
    return tag(
        "section",
        tag("h4", "You could ask next", id=f"next-{turn}"),
        tag("ul", tags("li", buttons), class_="next-questions", aria_labelledby=f"next-{turn}"),
        class_="suggestions",
        aria_labelledby=f"next-{turn}",
    )
