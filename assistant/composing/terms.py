"""The meaning of a term: the glossary's line with its source, how many decisions use it, and the nearest of them."""

from __future__ import annotations

from assistant.composing.parts import comparable_of, tell_payments
from assistant.composing.phrases import describe_outcome, name_case
from assistant.composing.quotes import quote_for_issue
from assistant.domain import (
    AnswerStatus,
    CasebookFacts,
    Draft,
    Evidence,
    Query,
    RemedySummary,
    Statement,
    StatementRole,
    TermUse,
)
from assistant.glossary import entry_named, entry_text
from assistant.text import format_count

_EXAMPLES = 2


def compose_meaning(query: Query, evidence: Evidence, summary: RemedySummary, facts: CasebookFacts) -> Draft:
    """Every entry that the term names, word for word as the glossary has it, and what the casebook holds on it."""
    entries = [entry for name in query.terms if (entry := entry_named(name))]
    uses = {use.name: use for use in evidence.term_uses}
    statements = [Statement(StatementRole.MEANING, entry_text(entry)) for entry in entries]
    held = f"{facts.decisions:,} decisions held"
    if not query.filters.is_empty:
        held = f"{format_count(evidence.searched, 'decision')} within your limits"
    statements += [_use(uses[entry.name], held) for entry in entries if entry.name in uses]
    if len(entries) == 1:
        statements += _examples(query, evidence, summary)
    return Draft(AnswerStatus.FOUND, tuple(statements))


def _use(use: TermUse, held: str) -> Statement:
    """How many of the decisions ``held`` names use a term."""
    name = use.name.split(" (")[0]
    name = name if any(letter.isupper() for letter in name[1:]) else name.lower()
    if use.decisions == 0:
        where = "held" if held.endswith("held") else "within your limits"
        text = f"No decision {where} uses “{name}” in so many words."
    else:
        verb = "uses" if use.decisions == 1 else "use"
        text = f"{use.decisions:,} of the {held} {verb} “{name}” or another name for it."
    return Statement(StatementRole.GROUPS, text)


def _examples(query: Query, evidence: Evidence, summary: RemedySummary) -> list[Statement]:
    """The nearest decisions about it: with what was paid, else with how they ended."""
    comparable = comparable_of(evidence)
    told = tell_payments(query, comparable, summary)[:_EXAMPLES]
    for case in comparable if not told else ():
        quote = quote_for_issue(case, query.topic)
        text = f"{name_case(case.decision)}: {describe_outcome(case.decision)}."
        told.append(Statement(StatementRole.CLOSEST, text, (quote,) if quote else ()))
        if len(told) == _EXAMPLES:
            break
    return told
