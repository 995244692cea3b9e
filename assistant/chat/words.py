"""The page's fixed words: its own, and those that every form of an answer shares (``labels``)."""

from __future__ import annotations

from assistant.domain import Basis
from assistant.labels import (
    ACKNOWLEDGEMENT,
    BASIS_LABELS,
    BASIS_SHORT,
    NOT_ADVICE,
    RELEVANCE_LABELS,
    ROLE_HEADINGS,
    STATUS_LABELS,
    describe_casebook,
    describe_filters,
    describe_understood,
)

__all__ = [
    "ACKNOWLEDGEMENT",
    "BASIS_LABELS",
    "BASIS_NOTES",
    "BASIS_SHORT",
    "EXAMPLES",
    "NOT_ADVICE",
    "RELEVANCE_LABELS",
    "ROLE_HEADINGS",
    "STATUS_LABELS",
    "describe_casebook",
    "describe_filters",
    "describe_understood",
]

BASIS_NOTES: dict[Basis, str] = {
    Basis.FULL_TEXT: "Full text of the decision, as published.",
    Basis.SUMMARY: "Written by Redress. These are not the Ombudsman’s sentences.",
    Basis.ROUND_UP: "Written by Redress. These are not the Ombudsman’s sentences.",
}

# One of each kind of question; a test asks each, so that none leads to nothing.
EXAMPLES: tuple[str, ...] = (
    "What remedy is typical for an unredacted address?",
    "How much for two terms out of school with no tuition?",
    "Home carers missed visits. What was refunded?",
    "Has Lancashire been found at fault over child protection?",
    "Blue Badge refused: show me cases that were not upheld",
    "Summarise 19 018 981",
)
