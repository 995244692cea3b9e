"""Questions of every kind → ``docs/examples``: the full text of each answer, as the starter casebook gives it.

``python -m tests.examples`` writes the files anew; ``test_examples`` proves that they are current. They are what a
reader gets without a model, so that every wording can be read aloud and mended where it is made.
"""

from __future__ import annotations

import tempfile
from dataclasses import dataclass
from pathlib import Path

from assistant.answering import Assistant, open_assistant
from assistant.chat.citing import plain_answer
from assistant.domain import Answer, Citation, Statement, StatementRole, Turn
from assistant.labels import BASIS_LABELS, ROLE_HEADINGS, status_label, without_lead
from assistant.progress import show_progress
from assistant.settings import Settings
from assistant.taking import number_citations
from assistant.text import format_date

FOLDER = Path(__file__).parents[1] / "docs" / "examples"


@dataclass(frozen=True)
class Example:
    """A question under the name of its file; ``before`` are the questions asked before it in the conversation."""

    name: str
    question: str
    before: tuple[str, ...] = ()


EXAMPLES: tuple[Example, ...] = (
    Example("01-typical-remedy", "what remedy is typical for an unredacted address"),
    Example("02-typical-remedy-with-a-rate", "How much for two terms out of school with no tuition?"),
    Example("03-refunds", "Home carers missed visits. What was refunded?"),
    Example(
        "04-is-it-fault",
        "Is the council at fault if it used its corporate procedure instead of the children's statutory one?",
    ),
    Example(
        "05-how-it-is-treated",
        "How does the Ombudsman treat conflicting accounts when the council lost its records?",
    ),
    Example("06-a-body-s-history", "Has Lancashire been found at fault over child protection?"),
    Example("07-a-list", "Blue Badge refused: show me cases that were not upheld"),
    Example("08-one-decision", "Summarise 19 018 981"),
    Example("09-a-decision-not-held", "Summarise 19 018 891."),
    Example(
        "10-compare-payees",
        "Compare what was paid to the child and to the parent when assessments were inaccurate.",
    ),
    Example("11-compare-periods", "Compare £ for distress before and after 2022."),
    Example("12-compare-bodies", "Compare Kent and Essex on school transport"),
    Example("13-compare-subjects", "missed care visits vs late EHC plans, which pays more?"),
    Example("14-trend", "Are homelessness payments going up?"),
    Example("15-why-this-much", "Why so little for EHCP delay?"),
    Example("16-service-improvements", "What service improvements do they normally add for data breaches?"),
    Example("17-draft-for-a-complaint", "Draft a paragraph for stage 2 citing similar decisions about a late EHCP."),
    Example(
        "18-draft-for-a-council",
        "I'm the caseworker: write a reply offering a payment for a 12-week annual review delay",
    ),
    Example("19-meaning-of-an-abbreviation", "What does CIN mean?"),
    Example("20-meaning-of-two-words", "What's the difference between fault and injustice?"),
    Example("21-another-door", "It's a council flat with mould, can LGSCO look at it?"),
    Example(
        "22-follow-up",
        "and was that paid to the mum or the girl?",
        ("What does 21 017 938 say about the assessment?",),
    ),
    Example(
        "23-two-matters-at-once",
        "What do councils pay when an EHC plan is issued months late and the child had no school place?",
    ),
)


def ask_example(assistant: Assistant, example: Example) -> Answer:
    """The answer to an example, with the conversation before it answered by the same assistant."""
    history: list[Turn] = []
    for question in example.before:
        answer = assistant.ask(question, history)
        history += [Turn("user", question), Turn("assistant", plain_answer(answer))]
    return assistant.ask(example.question, history)


def as_markdown(example: Example, answer: Answer, assistant: Assistant) -> str:
    """The answer as a page: the question, the statements under their headings, what was understood, the sources."""
    numbers = number_citations(answer.statements)
    asked = [*example.before, example.question]
    lines = [*(f"> {question}\n>" for question in asked[:-1]), f"> {asked[-1]}", "", f"*{status_label(answer)}*", ""]
    last: StatementRole | None = None
    for statement in answer.statements:
        heading = ROLE_HEADINGS.get(statement.role)
        if statement.role is not last and (heading or last in ROLE_HEADINGS):
            lines += ["", f"**{heading}**", ""] if heading else [""]
        last = statement.role
        lines += _lines_of(statement, numbers, is_listed=heading is not None)
        if heading is None:
            lines.append("")
    lines += ["", f"Understood as: {answer.query.kind.value}; {answer.query.topic or 'no topic of its own'}."]
    lines += [f"{assumed}" for assumed in answer.query.assumed]
    if numbers:
        lines += ["", "**Sources**", ""]
        lines += [_source(number, citation, assistant) for citation, number in numbers.items()]
    return "\n".join(lines).replace("\n\n\n", "\n\n") + "\n"


def _lines_of(statement: Statement, numbers: dict[Citation, int], *, is_listed: bool) -> list[str]:
    marks = "".join(f" [{number}]" for number in sorted({numbers[each] for each in statement.citations}))
    text = without_lead(statement)
    if statement.role is StatementRole.HEADLINE:
        return [f"**{text}**{marks}"]
    if statement.role is StatementRole.DRAFT:
        return [f"> {text}{marks}"]
    return [f"- {text}{marks}"] if is_listed else [f"{text}{marks}"]


def _source(number: int, citation: Citation, assistant: Assistant) -> str:
    decision = assistant.decision(citation.reference)
    assert decision is not None, citation.reference
    header = ", ".join(
        part
        for part in (
            decision.body or "body not named",
            str(decision.reference),
            format_date(decision.decided) if decision.decided else "",
            decision.outcome.value if decision.outcome else "",
        )
        if part
    )
    return f"{number}. {header}. {BASIS_LABELS[decision.basis]}: “{citation.quote}” {decision.url or ''}".rstrip()


def main() -> None:
    """Write every example, and drop files of examples that are no more."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as home, show_progress("Loading the starter casebook") as show:
        assistant = open_assistant(Settings(home=Path(home)), on_progress=show)
        try:
            for example in EXAMPLES:
                text = as_markdown(example, ask_example(assistant, example), assistant)
                (FOLDER / f"{example.name}.md").write_text(text, encoding="utf-8")
        finally:
            assistant.close()
    names = {f"{example.name}.md" for example in EXAMPLES}
    for file in FOLDER.glob("[0-9]*.md"):
        if file.name not in names:
            file.unlink()


if __name__ == "__main__":
    main()
