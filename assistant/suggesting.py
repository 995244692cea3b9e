"""An answer → two to four questions that follow from it and can be answered from the casebook.

Each is worked out from the evidence of this answer, in words that a user would type, and read again as the question
stage will read it: what it would not understand, or what nothing is held for, is not suggested.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from assistant.casebook import Casebook
from assistant.composing.quotes import quote_reasons
from assistant.domain import (
    Case,
    CasebookFacts,
    CaseReference,
    Evidence,
    Filters,
    FindingResult,
    GroupBy,
    Outcome,
    Query,
    QuestionKind,
    Relevance,
    RemedyKind,
    RemedySummary,
    Turn,
)
from assistant.question import understand

_AT_MOST, _AT_LEAST = 4, 2
# So many cases must be left for a narrower question to be worth asking.
_ENOUGH = 2
# A body with fewer decisions has no record to speak of.
_RECORD_FROM = 3
_OF_ONE_CASE = frozenset({QuestionKind.SINGLE_CASE, QuestionKind.MEANING})
_LOST = (Outcome.NOT_UPHELD, Outcome.CLOSED)
_IN_BRACKETS = re.compile(r"\s*\([^)]*\)")
# How an outcome is asked for in a few words.
_ONLY = {
    Outcome.UPHELD: "Only those that were upheld",
    Outcome.NOT_UPHELD: "Only those that were not upheld",
    Outcome.CLOSED: "Only those closed after initial enquiries",
}


@dataclass(frozen=True)
class _Idea:
    """A question, and what of its reading shows that it will be understood as it is meant."""

    text: str
    holds: Callable[[Query], bool]


def suggest_questions(
    query: Query,
    evidence: Evidence,
    summary: RemedySummary,
    facts: CasebookFacts,
    casebook: Casebook,
    history: Sequence[Turn],
) -> tuple[str, ...]:
    """At most four questions, the most useful first; none beside a decline without cases, and where nothing was found.

    ``history`` are the turns up to this answer, its own two included: a suggestion is asked as a follow-up, within the
    same limits.
    """
    cases = [case for case in evidence.cases if case.relevance is not Relevance.BACKGROUND]
    if not cases:
        return ()
    suggested: list[str] = []
    for idea in _ideas(query, cases, summary, casebook):
        if len(suggested) == _AT_MOST:
            break
        asked = understand(idea.text, history, facts, limits=query.given)
        if asked.decline is None and not asked.limit_remarks and idea.holds(asked) and _is_held(asked, casebook):
            suggested.append(idea.text)
    return tuple(suggested) if len(suggested) >= _AT_LEAST else ()


def _is_held(asked: Query, casebook: Casebook) -> bool:
    """True where at least one decision passes the limits of a suggested question."""
    return asked.filters.is_empty or casebook.has_candidates(asked.filters)


def _ideas(query: Query, cases: Sequence[Case], summary: RemedySummary, casebook: Casebook) -> Iterator[_Idea]:
    """Every question that the evidence bears, the most useful first."""
    if query.kind not in _OF_ONE_CASE:
        yield from _narrower(query, cases)
    yield from _payees(query, summary)
    yield from _reasons(query, cases, summary)
    yield from _improvements(query, cases)
    yield from _subject_of_one(query, cases)
    yield from _nearest(query, cases)
    yield from _record(query, cases, casebook)


# --------------------------------------------------------------------------- narrower


def _narrower(query: Query, cases: Sequence[Case]) -> Iterator[_Idea]:
    """The lost ones, which the other side will name, and the newer ones."""
    outcomes = Counter(case.decision.outcome for case in cases)
    if not query.filters.outcomes and not any(side.payees for side in query.compared):
        wanted = (*_LOST, Outcome.UPHELD) if outcomes[Outcome.UPHELD] else _LOST
        for outcome in wanted:
            if _ENOUGH <= outcomes[outcome] < len(cases):
                yield _only(outcome, query)
                break
    if query.filters.date_from or query.filters.date_to or query.compared:
        return
    years = sorted((case.decision.decided.year for case in cases if case.decision.decided), reverse=True)
    if len(years) > _ENOUGH and years[_ENOUGH - 1] > years[-1]:
        since = min(years[_ENOUGH - 1], years[0] - 1) if years[0] - 1 > years[-1] else years[0]
        yield _Idea(
            f"Only decisions since {since}",
            lambda asked: asked.filters.date_from == date(since, 1, 1) and asked.topic == query.topic,
        )


def _only(outcome: Outcome, query: Query) -> _Idea:
    return _Idea(_ONLY[outcome], lambda asked: asked.filters.outcomes == (outcome,) and asked.topic == query.topic)


# --------------------------------------------------------------------------- about the same cases


def _payees(query: Query, summary: RemedySummary) -> Iterator[_Idea]:
    """Who was paid what, where more than one kind of payee was."""
    payees = {group.name for group in summary.grouped(GroupBy.PAYEE)}
    if query.kind in (QuestionKind.TYPICAL_REMEDY, QuestionKind.HOW_TREATED) and {"child", "complainant"} <= payees:
        text = "Compare payments to the child with payments to the parent"
        yield _Idea(text, lambda asked: bool(asked.compared) and asked.topic == query.topic)


def _reasons(query: Query, cases: Sequence[Case], summary: RemedySummary) -> Iterator[_Idea]:
    """Why a sum was set as it was, of the nearest decision whose text says so."""
    if query.kind in (QuestionKind.REASONS, QuestionKind.DRAFTING):
        return
    for case in cases:
        rows = [row for row in summary.payments if row.case_key == case.key]
        if rows and quote_reasons(case, rows, query.topic):
            yield _why(case.decision.reference)
            return


def _why(reference: CaseReference) -> _Idea:
    return _Idea(
        f"Why was this much paid in {reference}?",
        lambda asked: asked.kind is QuestionKind.REASONS and asked.references == (reference,),
    )


def _improvements(query: Query, cases: Sequence[Case]) -> Iterator[_Idea]:
    """What bodies changed for everybody, where a decision records it."""
    if query.kind is QuestionKind.SERVICE_IMPROVEMENTS:
        return
    has = [case for case in cases if any(one.kind is RemedyKind.SERVICE_IMPROVEMENT for one in case.remedies)]
    if has:
        yield _Idea(
            "What service improvements were agreed?",
            lambda asked: asked.kind is QuestionKind.SERVICE_IMPROVEMENTS and asked.topic == query.topic,
        )


def _subject_of_one(query: Query, cases: Sequence[Case]) -> Iterator[_Idea]:
    """After one decision: what is usual in cases of its kind, in the words of its first issue with fault."""
    if query.kind is not QuestionKind.SINGLE_CASE:
        return
    found = (one for case in cases for one in case.decision.findings if one.result is FindingResult.FAULT)
    issue = next((_IN_BRACKETS.sub("", one.issue).strip() for one in found), "")
    if issue:
        yield _Idea(
            f"What remedy is typical for {issue}?",
            lambda asked: asked.kind is QuestionKind.TYPICAL_REMEDY and not asked.references,
        )


def _nearest(query: Query, cases: Sequence[Case]) -> Iterator[_Idea]:
    """The nearest decision in full."""
    if query.kind is QuestionKind.SINGLE_CASE:
        return
    reference = cases[0].decision.reference
    yield _Idea(
        f"Tell me more about {reference}",
        lambda asked: asked.kind is QuestionKind.SINGLE_CASE and asked.references == (reference,),
    )


def _record(query: Query, cases: Sequence[Case], casebook: Casebook) -> Iterator[_Idea]:
    """The other decisions about the body of the nearest case, where there are some."""
    body = cases[0].decision.body
    if body is None or query.filters.bodies or query.given.bodies:
        return
    if casebook.has_candidates(Filters(bodies=(body,)), at_least=_RECORD_FROM):
        yield _Idea(f"Has {body} been found at fault before?", lambda asked: asked.filters.bodies == (body,))
