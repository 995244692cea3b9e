"""An answer → its text for a terminal: statements with numbered sources, what was understood, and the sources."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

from assistant.domain import Answer, AnswerStatus, Citation, QuestionKind, StatementRole
from assistant.question.assumptions import describe_limits
from assistant.text import format_count, join_words

_WIDTH = 96

_HEADINGS = {
    StatementRole.CLOSEST: "Closest",
    StatementRole.FINDINGS: "Found",
    StatementRole.FIGURES: "Also comparable",
    StatementRole.CONTRAST: "Without payment, or lost",
    StatementRole.COMPARISON: "Compared",
    StatementRole.TREND: "Year by year",
    StatementRole.REASONS: "Reasons given",
    StatementRole.IMPROVEMENTS: "What changes for everybody",
    StatementRole.DRAFT: "To paste",
    StatementRole.GROUPS: "Counted",
}


def answer_as_text(answer: Answer) -> str:
    """The answer as lines of at most 96 characters; each source has one number, and stands once behind a statement."""
    numbers: dict[Citation, int] = {}
    lines, last = [], None
    for statement in answer.statements:
        for citation in statement.citations:
            numbers.setdefault(citation, len(numbers) + 1)
        marks = "".join(f" [{number}]" for number in sorted({numbers[each] for each in statement.citations}))
        is_alone = answer.query.kind is QuestionKind.SINGLE_CASE and statement.role is not StatementRole.FINDINGS
        heading = None if is_alone else _HEADINGS.get(statement.role)
        if heading and statement.role is not last:
            lines.append(f"{heading}:")
        last = statement.role
        indent = "  " if heading else ""
        lines.append(textwrap.fill(statement.text + marks, _WIDTH, initial_indent=indent, subsequent_indent=indent))
    lines += [*_redacted(answer), *_flagged(answer)]
    lines += ["", *_understood(answer)]
    lines.append(textwrap.fill("Written by: " + _writer(answer), _WIDTH, subsequent_indent="  "))
    if numbers:
        lines += ["", "Sources:"]
        lines += [_source(number, citation, answer) for citation, number in numbers.items()]
    return "\n".join(lines)


def _redacted(answer: Answer) -> Iterator[str]:
    """The question without the personal details that kept it from being answered, and how to ask it so."""
    query = answer.query
    if answer.status is AnswerStatus.PERSONAL_DATA and query.redacted_question:
        yield "Without the details it would read:"
        yield textwrap.indent(query.redacted_question.strip(), "  ")
        yield "Ask it like this: the same command with --redacted."


def _flagged(answer: Answer) -> Iterator[str]:
    """The decisions of the answer that hold planted text; what it says is for `ingest status` to show."""
    flagged = [str(case.decision.reference) for case in answer.evidence.cases if case.decision.flags]
    if flagged:
        text = f"Text that looks planted was found in {join_words(flagged)} and left out: `python -m ingest status`."
        yield textwrap.fill(text, _WIDTH)


def _understood(answer: Answer) -> Iterator[str]:
    """What was understood, a line each: what was assumed with the key that undoes it, and what was undone."""
    query = answer.query
    yield textwrap.fill(
        f"Understood as: {query.kind.value} · {query.topic or 'no topic'}", _WIDTH, subsequent_indent="  "
    )
    for limit in describe_limits(query.given):
        yield _item(f"- Set beside the question: {limit.text}")
    for assumption in query.assumptions:
        undo = f"  [--without {assumption.key}]" if assumption.can_be_undone else ""
        yield _item(f"- {assumption.text}{undo}")
    for assumption in query.left_out:
        yield _item(f"- Left out: {assumption.text}")


def _item(text: str) -> str:
    """An entry of a list, its further lines indented below it."""
    return textwrap.fill(text, _WIDTH, initial_indent="  ", subsequent_indent="    ")


def _writer(answer: Answer) -> str:
    """Who wrote the words: Redress alone, or a model in part, and why not where one is configured."""
    writing = answer.writing
    ours = f"Redress ({answer.versions.get('wording', 'no answer')})"
    if writing is None:
        return f"{ours}; no model is configured."
    if not writing.shown:
        return f"{ours}; no words of {writing.model}, because {writing.reason}."
    number = format_count(writing.shown, "statement")
    return f"{writing.model} ({writing.prompt}) in {number}, checked against the evidence; the rest by {ours}."


def _source(number: int, citation: Citation, answer: Answer) -> str:
    case = next((c for c in answer.evidence.cases if c.decision.reference == citation.reference), None)
    whose = "our digest" if case is None or not case.decision.is_full_text else "the decision"
    link = f"\n      {case.decision.url}" if case and case.decision.url else ""
    quote = textwrap.fill(f"“{citation.quote}”", 92, initial_indent="      ", subsequent_indent="      ")
    return f"  [{number}] {citation.reference}, {whose}:\n{quote}{link}"
