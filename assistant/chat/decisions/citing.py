"""A decision, or a paragraph of it, to a citation ready to be pasted."""

from __future__ import annotations

from assistant.composing.phrases import describe_outcome
from assistant.domain import Decision, Paragraph
from assistant.text import format_date


def cite(decision: Decision, paragraph: Paragraph | None = None) -> str:
    """One line: body, reference, date, outcome, the paragraph where it is printed, what is known, and the address."""
    parts = [
        f"{decision.body or 'Body not named'} ({decision.reference})",
        "Local Government and Social Care Ombudsman",
        f"decision of {format_date(decision.decided)}" if decision.decided else "date not known",
        describe_outcome(decision),
    ]
    if paragraph is not None and decision.is_full_text and paragraph.printed_number is not None:
        parts.append(f"paragraph {paragraph.printed_number}")
    known = "full text of the decision" if decision.is_full_text else "known from our digest, not from the full text"
    return " ".join(f"{', '.join(parts)} ({known}). {decision.url or ''}".split())
