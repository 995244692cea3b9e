"""A statement to its parts: what it says of one decision each, and what it says of none or of all.

A part begins with the name of a case ("Northmoor Council (21 000 001, June 2021)") and ends where the next begins.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from assistant.citations.about import About, cited_sentences
from assistant.citations.beside import is_beside
from assistant.citations.ground import Ground
from assistant.citations.reading import read_claims
from assistant.claims import ClaimKind, SaidDate
from assistant.domain import CaseReference, Decision, QuestionKind, Statement
from assistant.text import find_references, format_month, normalise

_BEFORE_REFERENCE = re.compile(r" ?[(,]? ?(?:case |reference |ref\.? )?$")
_MONTH_IN_NAME = re.compile(r", ([A-Z][a-z]+ \d{4})\)$")
_NO_BODY = "A body that the source does not name"
_REST_OF_NAME = re.compile(r"[\d -]{8,11}[A-Za-z]?\b(?:, [A-Z][a-z]+ \d{4})?\)?")


@dataclass(frozen=True)
class Part:
    """A stretch of a statement; ``about`` is None where it speaks of no one decision.

    ``is_named`` is True where the stretch itself names the case by its reference; ``name`` is the place of that name,
    and ``name_reason`` says why it is not the decision's.
    """

    start: int
    end: int
    about: About | None
    is_named: bool = False
    name: tuple[int, int] = (0, 0)
    name_reason: str = ""


def find_parts(
    statement: Statement, ground: Ground, subject: Decision | None, *, by_record: bool = False
) -> tuple[Part, ...]:
    """The parts of a statement in order, covering all of it.

    A statement that names no case is about the only decision it cites; one that cites none is, in an answer about
    single decisions, about ``subject``, the one named last. ``by_record`` is handed on to ``About``.
    """
    text = statement.text
    named = [(one.start, one.reference) for one in find_references(text) if one.reference in ground.held]
    if named:
        starts = [_start_of_name(text, place, reference, ground) for place, reference in named]
        names = [(start, _end_of_name(text, place)) for start, (place, _) in zip(starts, named, strict=True)]
        starts[0] = 0
        ends = [*starts[1:], len(text)]
        parts: list[Part] = []
        for (_, reference), start, end, name in zip(named, starts, ends, names, strict=True):
            own = _about(ground.held[reference], statement, ground, text[start:end], by_record)
            reason = _judge_name(text, name, own)
            parts.append(Part(start, end, own, is_named=True, name=name, name_reason=reason))
        return tuple(parts)
    cited = list(dict.fromkeys(one.reference for one in statement.citations if one.reference in ground.held))
    only = ground.held[cited[0]] if len(cited) == 1 else None
    if only is None and not cited and not statement.citations and ground.query.kind is QuestionKind.SINGLE_CASE:
        only = subject
    about = _about(only, statement, ground, text, by_record) if only is not None else None
    return (Part(0, len(text), about),)


def _start_of_name(text: str, place: int, reference: CaseReference, ground: Ground) -> int:
    """Where the name of the case begins whose reference stands at ``place``: with its body, if that stands before."""
    before = _BEFORE_REFERENCE.sub("", text[:place])
    own = ground.held[reference].body or _NO_BODY
    for body in (own, *ground.bodies, _NO_BODY):
        if before.endswith(body):
            return len(before) - len(body)
    return place


def _judge_name(text: str, name: tuple[int, int], about: About) -> str:
    """Why the body before a reference or the month behind it is not the decision's; "" where they are, or are not said.

    A month that the question asked for is no excuse here: the name says when this decision was made.
    """
    decision, said = about.decision, text[name[0] : name[1]]
    month = _MONTH_IN_NAME.search(said)
    if month and (decision.decided is None or month[1] != format_month(decision.decided)):
        known = format_month(decision.decided) if decision.decided else "an unknown month"
        return f"{decision.reference} is of {known}, not {month[1]}."
    if said.startswith(decision.body or _NO_BODY) or said[0].isdigit():
        return ""
    body = said.partition(" (")[0]
    return f"{decision.reference} is about {decision.body or 'a body that is not named'}, not {body}."


def _end_of_name(text: str, place: int) -> int:
    """Behind the reference and, where it stands in brackets with a month, behind that."""
    match = _REST_OF_NAME.match(text, place)
    return match.end() if match else place


def _about(decision: Decision, statement: Statement, ground: Ground, text: str, by_record: bool) -> About:
    sentences = dict.fromkeys(
        sentence
        for citation in statement.citations
        if citation.reference == decision.reference
        for sentence in cited_sentences(citation.quote)
    )
    issues = {normalise(finding.issue): finding.issue for finding in decision.findings}
    quoted = {
        issues[words]
        for claim in read_claims(text)
        if claim.kind is ClaimKind.QUOTATION
        and (words := normalise(str(claim.value))) in issues
        and not is_beside(text, claim.start)
    }
    days = [day for day in (ground.query.filters.date_from, ground.query.filters.date_to) if day is not None]
    counted = {case.decision.reference for case in ground.comparable}
    return About(
        decision=decision,
        by_record=by_record,
        is_unstated=decision.reference in ground.summary.unstated if decision.reference in counted else None,
        case=ground.case_of(decision),
        sentences=tuple(sentences),
        issue=quoted.pop() if len(quoted) == 1 else None,
        days=tuple(
            said
            for day in days
            for said in (SaidDate(day.year, day.month, day.day), SaidDate(day.year, day.month), SaidDate(day.year))
        ),
    )
