"""Answers that answer nothing: outside the casebook, not held, and nothing comparable."""

from __future__ import annotations

from dataclasses import replace

from assistant.composing.headline import tell_headline
from assistant.composing.limits import name_limits, tell_without_limits
from assistant.composing.parts import (
    NAMED_WITHOUT,
    close_told,
    comparable_of,
    safety,
    tell_caveats,
    tell_confidence,
    tell_contrast,
    tell_payments,
)
from assistant.composing.phrases import name_case
from assistant.composing.quotes import quote_opening
from assistant.composing.single import single_cases
from assistant.domain import (
    AnswerStatus,
    CasebookFacts,
    Draft,
    Evidence,
    Query,
    RemedySummary,
    Statement,
    StatementRole,
)
from assistant.doors import DOORS, DeclineReason
from assistant.text import format_count, format_date, join_words


def decline(query: Query, evidence: Evidence, summary: RemedySummary, facts: CasebookFacts) -> Draft:
    """What is declined and the right door for it, then what can be answered: the comparable cases, won and lost."""
    declined = query.decline
    assert declined is not None  # noqa: S101 -- the caller looked; this tells the type checker
    doors = [DOORS[DeclineReason(reason)] for reason in (declined.reason, *declined.others)]
    statements = [*safety(query), *(Statement(StatementRole.HEADLINE, f"{door.title}. {door.text}") for door in doors)]
    if declined.reason in _TELL_HOLDING:
        statements.append(_tell_holding(facts))
    if not doors[0].offers_comparables:
        return Draft(declined.status, tuple(statements))
    if query.references and evidence.cases:
        statements += single_cases(replace(query, risks=(), is_risk_to_safety=False), evidence, summary).statements
        return Draft(declined.status, tuple(statements))
    comparable = comparable_of(evidence)
    if comparable:
        statements += [
            tell_headline(query, comparable, summary, searched=evidence.searched),
            *tell_payments(query, comparable, summary),
            *tell_contrast(query, evidence, summary, at_most=NAMED_WITHOUT),
            tell_confidence(comparable, summary, evidence, facts, close_told(query, summary)),
            *tell_caveats(summary),
        ]
    return Draft(declined.status, tuple(statements))


# Questions about what is held are answered with the figures of the casebook.
_TELL_HOLDING = frozenset(
    {DeclineReason.HOW_MANY_HELD, DeclineReason.HOW_NEW_HELD, DeclineReason.WHAT_IT_CAN_DO, DeclineReason.WHERE_FROM}
)


def _tell_holding(facts: CasebookFacts) -> Statement:
    """How many decisions are held, in which form, and from when to when."""
    text = f"Held are {format_count(facts.decisions, 'decision')}"
    if facts.oldest and facts.newest:
        text += f", decided from {format_date(facts.oldest)} to {format_date(facts.newest)}"
    if facts.decisions:
        whole = "none" if facts.full_texts == 0 else "all" if facts.full_texts == facts.decisions else None
        text += f"; {whole or format(facts.full_texts, ',')} of them in full text"
        text += ", the others as our digests" if whole is None else ", all as our digests" if whole == "none" else ""
    return Statement(StatementRole.CONFIDENCE, f"{text}.")


def not_held(evidence: Evidence) -> Draft:
    """References asked for that are not held, and held ones that look like them, named as different cases.

    Those that are held outside the limits set beside the question are told apart, by whoever tells of the limits.
    """
    if not evidence.not_held:
        return Draft(AnswerStatus.NONE)
    wanted = join_words([str(reference) for reference in evidence.not_held])
    statements = [Statement(StatementRole.HEADLINE, f"I don’t hold {wanted}.")]
    if evidence.near:
        look_alike = (
            "References that look like it are different cases"
            if len(evidence.near) > 1
            else ("One reference that looks like it is a different case")
        )
        citations = tuple(citation for decision in evidence.near for citation in quote_opening(decision)[:1])
        names = join_words([name_case(decision) for decision in evidence.near])
        question = "Which did you mean?" if len(evidence.near) > 1 else "Did you mean that one?"
        statements.append(Statement(StatementRole.CLOSEST, f"{look_alike}: {names}. {question}", citations))
    return Draft(AnswerStatus.NONE, tuple(statements))


def nothing_comparable(query: Query, evidence: Evidence, facts: CasebookFacts) -> Draft:
    """That nothing comparable is held, in how many decisions, and which limit stands in the way of how many."""
    if query.is_of_the_shown:
        return _none_of_the_shown(query, evidence)
    to = f" (to {format_date(facts.newest)})" if facts.newest else ""
    text = f"I found nothing comparable in the {format_count(facts.decisions, 'decision')} loaded{to}."
    if not query.filters.is_empty:
        within = format_count(evidence.searched, "decision is", "decisions are")
        within = within if evidence.searched else "No decision is"
        if evidence.without_limits:
            text += f" {within} within the {name_limits(query)}; take one away to search more widely."
            text += tell_without_limits(evidence)
        else:
            text += f" {within} within the {name_limits(query)}; taking limits away finds nothing comparable either."
    statements = [*safety(query), Statement(StatementRole.HEADLINE, text)]
    if evidence.cases:
        text = "The cases listed are background only: they share words with your question, not the problem."
        statements.append(Statement(StatementRole.CAVEAT, text))
    return Draft(AnswerStatus.NONE, tuple(statements))


def _none_of_the_shown(query: Query, evidence: Evidence) -> Draft:
    """That none of the cases shown last is what was asked for: an answer, and no failed search."""
    number = len(query.filters.references)
    text = f"None of the {number} decisions named in the last answer is within the {name_limits(query)}."
    text += tell_without_limits(evidence)
    return Draft(AnswerStatus.NONE, (*safety(query), Statement(StatementRole.HEADLINE, text)))
