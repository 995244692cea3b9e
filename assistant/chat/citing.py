"""The numbers of an answer's citations, and the answer as plain text: to copy, and to remember for a follow-up."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from assistant.chat.words import ACKNOWLEDGEMENT, BASIS_LABELS, NOT_ADVICE, describe_casebook
from assistant.domain import Answer, CaseReference, Citation, Decision, Statement, StatementRole
from assistant.text import format_date

Decisions = Mapping[CaseReference, Decision]


def number_citations(statements: Sequence[Statement]) -> dict[Citation, int]:
    """1, 2, 3, … by the first occurrence of each place; no statements give no numbers."""
    numbers: dict[Citation, int] = {}
    for statement in statements:
        for citation in statement.citations:
            numbers.setdefault(citation, len(numbers) + 1)
    return numbers


def plain_answer(answer: Answer) -> str:
    """What the answer says, a statement a line, without markers: what a follow-up question looks back on."""
    return "\n".join(statement.text for statement in answer.statements)


def draft_to_copy(statements: Sequence[Statement]) -> str:
    """The paragraph that was drafted, as one text without markers; empty where none was."""
    return " ".join(statement.text for statement in statements if statement.role is StatementRole.DRAFT)


def answer_to_copy(question: str, answer: Answer, decisions: Decisions) -> str:
    """The answer with its numbered sources, the casebook's date and the acknowledgement, ready to paste."""
    numbers = number_citations(answer.statements)
    lines = [f"Question: {question}", ""]
    for statement in answer.statements:
        markers = "".join(f" [{number}]" for number in sorted({numbers[each] for each in statement.citations}))
        lines.append(statement.text + markers)
    if numbers:
        lines += ["", "Sources"]
        lines += [_source_line(number, citation, decisions) for citation, number in numbers.items()]
    lines += ["", f"From Redress, over {describe_casebook(answer.casebook)}. {NOT_ADVICE}", ACKNOWLEDGEMENT]
    return "\n".join(lines)


def _source_line(number: int, citation: Citation, decisions: Decisions) -> str:
    decision = decisions.get(citation.reference)
    if decision is None:
        return f"[{number}] {citation.reference}: “{citation.quote}”"
    header = [decision.body or "Body not named", str(decision.reference)]
    if decision.decided:
        header.append(format_date(decision.decided))
    if decision.outcome:
        header.append(decision.outcome.value)
    address = f" {decision.url}" if decision.url else ""
    return f"[{number}] {', '.join(header)}. {BASIS_LABELS[decision.basis]}: “{citation.quote}”{address}"
