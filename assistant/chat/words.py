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
    "EXAMPLES_BY_KIND",
    "EXAMPLES_BY_ROLE",
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

# What to start from, by who asks; a test asks each, so that none leads to nothing.
EXAMPLES_BY_ROLE: tuple[tuple[str, tuple[str, ...]], ...] = (
    (
        "I speak for a family",
        (
            "How much for two terms out of school with no tuition?",
            "Education plan issued late: what was paid, and to whom?",
            "What remedy is typical for an unredacted address?",
        ),
    ),
    (
        "I am disabled, or care for somebody who is",
        (
            "Home carers missed visits. What was refunded?",
            "Blue Badge refused: show me cases that were not upheld",
        ),
    ),
    (
        "I was in care",
        (
            "Care leaver left without a personal adviser or a pathway plan",
            "What did councils have to change for care leavers?",
        ),
    ),
    (
        "I work on complaints at a council",
        (
            "Has Lancashire been found at fault over child protection?",
            "How have payments for late education plans changed over the years?",
            "Summarise 19 018 981",
        ),
    ),
    (
        "I complain for myself",
        (
            "The council ignored my complaint for months. Is that fault?",
            "Bins missed again and again: what did people get?",
        ),
    ),
)
# Each kind of question with one of its kind.
EXAMPLES_BY_KIND: tuple[tuple[str, str], ...] = (
    ("What is usual", "What remedy is typical for missed care visits?"),
    ("Whether something was fault", "Is it fault to backdate care charges?"),
    ("Cases that were lost", "Show me cases about school transport that were not upheld"),
    ("A council’s record", "What has Birmingham been found at fault for in housing?"),
    ("One decision", "Tell me about 21 004 165"),
    ("Two things side by side", "Compare missed care visits with late care assessments"),
    ("Change over the years", "How have payments for homelessness changed since 2019?"),
    ("Why a sum was set", "Why was this much paid for lost schooling?"),
    ("What changes for everybody", "What service improvements followed late education plans?"),
    ("Words to paste", "Draft a paragraph on missed care visits for my complaint"),
    ("What a term means", "What does personal budget mean?"),
)
EXAMPLES: tuple[str, ...] = (
    *(question for _, questions in EXAMPLES_BY_ROLE for question in questions),
    *(question for _, question in EXAMPLES_BY_KIND),
)
