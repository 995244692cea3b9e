"""Seeing the pattern: an Answer goes in; its payments on a scale, a body's history and a table of cases come out.

``rows`` sorts what the answer holds, ``scale``, ``placing`` and ``marks`` say where and how a payment is drawn,
``plot``, ``history`` and ``table`` draw. All are pure functions; what moves is in ``scripts/40-pattern.js``.
"""

from __future__ import annotations

from assistant.chat.markup import Markup, markup
from assistant.chat.pattern.history import render_history
from assistant.chat.pattern.plot import render_plots
from assistant.chat.pattern.rows import CaseRow, number_payments, read_rows
from assistant.chat.pattern.table import render_table
from assistant.domain import Answer
from assistant.taking import number_citations

__all__ = ["number_payments", "render_cases", "render_pattern"]


def render_pattern(turn: int, answer: Answer) -> Markup:
    """What stands below the headline: the payments on a scale, or how a body's decisions ended; often neither."""
    return markup(render_history(turn, answer), render_plots(turn, answer, _rows(answer)))


def render_cases(turn: int, answer: Answer) -> Markup:
    """The table of the decisions behind an answer; empty where it rests on none."""
    return render_table(turn, answer, _rows(answer))


def _rows(answer: Answer) -> tuple[CaseRow, ...]:
    return read_rows(answer, number_payments(answer, number_citations(answer.statements)))
