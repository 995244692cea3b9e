"""The answer as the words that a follow-up looks back on, and a drafted paragraph to be copied: without markers."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.domain import Answer, Statement, StatementRole
from assistant.visible import visible


def plain_answer(answer: Answer) -> str:
    """What the answer says, a statement a line, without markers: what a follow-up question looks back on."""
    return "\n".join(statement.text for statement in answer.statements)


def draft_to_copy(statements: Sequence[Statement]) -> str:
    """The paragraph that was drafted, as one text without markers; empty where none was."""
    return visible(" ".join(statement.text for statement in statements if statement.role is StatementRole.DRAFT))
