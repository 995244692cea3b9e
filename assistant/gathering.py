"""Query → Evidence for every kind of question: one search, a search for each side, or the uses of a term.

A comparison and a trend are as many searches as they have sides, each limited to its side and judged alike, so that no
side is short because another was found first. ``retrieval`` does the searching; here stands only what is searched for.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import numpy as np
from numpy.typing import NDArray

from assistant.casebook import Casebook
from assistant.domain import (
    Case,
    CaseReference,
    ComparedSide,
    Evidence,
    EvidenceSide,
    Filters,
    Query,
    QuestionKind,
    Relevance,
    TermUse,
    WithoutLimit,
)
from assistant.encoders import Encoder
from assistant.glossary import Entry, entry_named
from assistant.question.assumptions import limits_set, without_limits
from assistant.retrieval import MOST_CASES, find_evidence
from assistant.vectors import VectorIndex
from assistant.vocabulary import content_words, expand, favoured_subcategories, finding_of_every_service

# Of a side that asks for a whole drawer or body so many decisions are read, the newest; more are counted, not read.
MOST_OF_A_SIDE = 150
# Within limits retrieval calls a case comparable that is near enough to be shown. Here it is counted, and under this
# score half of the cases looked at were about something else.
_LEAST_ON_A_SIDE = 0.5
# A term's uses beyond these are not counted one by one.
_MOST_PASSAGES = 50_000


def gather_evidence(query: Query, casebook: Casebook, index: VectorIndex, encoder: Encoder) -> Evidence:
    """The evidence for any kind of question; for a comparison or trend with ``sides``, for a meaning with its uses.

    For a body's history it tells how all its decisions ended. An empty casebook gives no evidence. Where nothing
    comparable is within the limits, ``without_limits`` tells which of them is in the way. The cases of a comparison are
    numbered through all sides in their order; one that stands on two sides with the same issue is there once.
    """
    if query.kind is QuestionKind.MEANING and query.terms:
        return _evidence_of_terms(query, casebook, index, encoder)
    encoder = _Remembering(encoder)
    if query.compared and not query.references:
        evidence = _evidence_of_sides(query, casebook, index, encoder)
    else:
        evidence = _find(query, casebook, index, encoder)
    if query.kind is QuestionKind.BODY_HISTORY and query.filters.bodies:
        evidence = replace(evidence, history=casebook.count_outcomes(query.filters))
    if query.filters.is_empty or query.references or any(_is_comparable(case) for case in evidence.cases):
        return evidence
    return replace(evidence, without_limits=_without_limits(query, casebook, index, encoder))


def _find(query: Query, casebook: Casebook, index: VectorIndex, encoder: Encoder) -> Evidence:
    """One search; of cases shown before all count, and of a grievance that every service knows those named so."""
    if not query.references and (named := _named_so(query, casebook, index, encoder)) is not None:
        return named
    evidence = find_evidence(query, casebook, index, encoder)
    if not query.is_of_the_shown:
        return evidence
    return replace(evidence, cases=tuple(map(_as_shown, evidence.cases)))


def _as_shown(case: Case) -> Case:
    """A case of the last answer: that it is comparable was found then, and among few the scores cannot tell."""
    if _is_comparable(case):
        return case
    return replace(case, relevance=Relevance.PARTLY, why="It was named in the last answer.")


def _named_so(query: Query, casebook: Casebook, index: VectorIndex, encoder: Encoder) -> Evidence | None:
    """What "they never call me back" finds: findings called by the field's name for it, for that issue alone.

    Said of every service, it makes none of them comparable by itself. Only where the table of words reads the whole
    topic so, persons apart; else None. A sum that is bound to no issue of several may have been paid for another one:
    its case is left out.
    """
    phrase = finding_of_every_service(query.topic)
    if phrase is None:
        return None
    asked = replace(query, topic=phrase, expansions=(), favoured_subcategories=())
    found = find_evidence(asked, casebook, index, encoder)
    named = [_about_the_finding(case, phrase) for case in found.cases if _is_paid_apart(case)]
    numbered = tuple(replace(case, key=f"C{n}") for n, case in enumerate(filter(None, named), start=1))
    return replace(found, cases=numbered) if numbered else None


def _about_the_finding(case: Case, phrase: str) -> Case | None:
    """The case for its issues of this name alone, partly comparable; None where it has none."""
    issues = tuple(finding.issue for finding in case.decision.findings)
    named = tuple(issue for issue in issues if phrase in issue.casefold() or phrase in expand(issue))
    if not named:
        return None
    issue = named[0] if len(named) == 1 else None
    why = f"It is about “{named[0]}”."
    return replace(case, relevance=Relevance.PARTLY, why=why, issue=issue, answering=named)


def _is_paid_apart(case: Case) -> bool:
    """Whether every sum of the decision is known to answer this issue, or another."""
    decision = case.decision
    return len(decision.findings) < 2 or all(one.issue for one in decision.remedies if one.amount_pence is not None)


# --------------------------------------------------------------------------- nothing within the limits


def _without_limits(query: Query, casebook: Casebook, index: VectorIndex, encoder: Encoder) -> tuple[WithoutLimit, ...]:
    """What would answer without each limit, the most first; without all of them where no single one is in the way."""
    keys = sorted(limits_set(query.filters))
    found = [_without_limit(query, (key,), casebook, index, encoder) for key in keys]
    helpful = [one for one in found if one is not None and (one.comparable or not _has_topic(query))]
    if not any(one.passing for one in helpful) and len(keys) > 1:
        helpful = [one for one in (_without_limit(query, tuple(keys), casebook, index, encoder),) if one is not None]
    return tuple(sorted(helpful, key=lambda one: (-len(one.comparable), -one.passing, one.keys)))


def _without_limit(
    query: Query, keys: tuple[str, ...], casebook: Casebook, index: VectorIndex, encoder: Encoder
) -> WithoutLimit | None:
    """The search once more without these limits; None where nothing would be left to ask."""
    filters = without_limits(query.filters, keys)
    if filters.is_empty and not _has_topic(query):
        return None
    passing = _searched(filters, casebook)
    if not _has_topic(query):
        return WithoutLimit(keys, passing) if passing else None
    if not passing:
        return None
    found = find_evidence(replace(query, filters=filters, compared=()), casebook, index, encoder)
    comparable = tuple(case.decision.reference for case in found.cases if _is_comparable(case))
    return WithoutLimit(keys, passing, tuple(dict.fromkeys(comparable)))


def _has_topic(query: Query) -> bool:
    return bool(content_words(query.topic) or query.expansions)


def _is_comparable(case: Case) -> bool:
    return case.relevance is not Relevance.BACKGROUND


class _Remembering:
    """An encoder that encodes the same question once, however many sides it is asked for."""

    def __init__(self, encoder: Encoder) -> None:
        self._encoder = encoder
        self._known: dict[tuple[str, ...], NDArray[np.float32]] = {}

    @property
    def identity(self) -> str:
        return self._encoder.identity

    def encode_passages(self, texts: Sequence[str]) -> NDArray[np.float32]:
        return self._encoder.encode_passages(texts)

    def encode_questions(self, texts: Sequence[str]) -> NDArray[np.float32]:
        key = tuple(texts)
        if key not in self._known:
            self._known[key] = self._encoder.encode_questions(texts)
        return self._known[key]


# --------------------------------------------------------------------------- sides


def _evidence_of_sides(query: Query, casebook: Casebook, index: VectorIndex, encoder: Encoder) -> Evidence:
    if any(side.payees for side in query.compared):
        return _evidence_of_payees(query, casebook, index, encoder)
    cases: list[Case] = []
    sides: list[EvidenceSide] = []
    found: Evidence | None = None
    for compared in query.compared:
        narrowed = _narrow(query, compared)
        found = _side_evidence(narrowed, casebook, index, encoder)
        comparable = [case for case in found.cases if _counts_on_a_side(case)]
        keys = tuple(dict.fromkeys(_keep(cases, case) for case in comparable))
        is_cut = len(comparable) < found.searched and len(comparable) in (MOST_CASES, MOST_OF_A_SIDE)
        sides.append(EvidenceSide(compared.label, keys, searched=found.searched, is_cut=is_cut))
    searched = _searched(query.filters, casebook)
    news = found.news if found else ()
    return Evidence(tuple(cases), searched, news=news, sides=tuple(sides))


def _evidence_of_payees(query: Query, casebook: Casebook, index: VectorIndex, encoder: Encoder) -> Evidence:
    """Payees share their cases: one search, and whose payments count differs."""
    found = find_evidence(query, casebook, index, encoder)
    keys = tuple(case.key for case in found.cases if _is_comparable(case))
    sides = tuple(EvidenceSide(side.label, keys, side.payees, found.searched) for side in query.compared)
    return replace(found, sides=sides)


def _narrow(query: Query, side: ComparedSide) -> Query:
    """The query limited to one side; a side with a topic of its own is understood by its own words."""
    filters = replace(
        query.filters,
        bodies=side.bodies or query.filters.bodies,
        date_from=_later(query.filters.date_from, side.date_from),
        date_to=_earlier(query.filters.date_to, side.date_to),
    )
    if side.topic is None:
        return replace(query, filters=filters)
    return replace(
        query,
        topic=side.topic,
        filters=filters,
        expansions=expand(side.topic),
        favoured_subcategories=favoured_subcategories(side.topic),
    )


def _counts_on_a_side(case: Case) -> bool:
    return _is_comparable(case) and case.score >= _LEAST_ON_A_SIDE


def _later(one: date | None, other: date | None) -> date | None:
    return max((day for day in (one, other) if day), default=None)


def _earlier(one: date | None, other: date | None) -> date | None:
    return min((day for day in (one, other) if day), default=None)


def _side_evidence(query: Query, casebook: Casebook, index: VectorIndex, encoder: Encoder) -> Evidence:
    """One side's cases by search, or without a topic all that pass its limits, newest first."""
    if content_words(query.topic) or query.expansions:
        return find_evidence(query, casebook, index, encoder)
    passing = casebook.source.passing(query.filters) or ()
    newest = casebook.source.newest(passing, limit=MOST_OF_A_SIDE, highest_reference_first=True)
    why = "It is within all the limits of your question."
    cases = tuple(Case("", one, (), 1.0, Relevance.CLOSE, why) for one in casebook.decisions(newest).values())
    return Evidence(cases, len(passing))


def _searched(filters: Filters, casebook: Casebook) -> int:
    return casebook.facts().decisions if filters.is_empty else casebook.source.count_passing(filters)


def _keep(cases: list[Case], case: Case) -> str:
    """The key of a case among those kept; the same decision and issue is kept once."""
    for kept in cases:
        if kept.decision.reference == case.decision.reference and kept.issue == case.issue:
            return kept.key
    key = f"C{len(cases) + 1}"
    cases.append(replace(case, key=key))
    return key


# --------------------------------------------------------------------------- terms


def _evidence_of_terms(query: Query, casebook: Casebook, index: VectorIndex, encoder: Encoder) -> Evidence:
    """How many decisions use each term, and for a term of the services the cases that are about it."""
    entries = [entry for name in query.terms if (entry := entry_named(name))]
    within = casebook.candidates(query.filters)
    using = ((entry.name, _decisions_using(entry, casebook)) for entry in entries)
    uses = tuple(TermUse(name, len(found if within is None else found & within)) for name, found in using)
    about = "; ".join(dict.fromkeys(entry.search for entry in entries if entry.search))
    if not about:
        return Evidence(searched=_searched(query.filters, casebook), term_uses=uses)
    asked = replace(query, topic=about, expansions=expand(about), favoured_subcategories=favoured_subcategories(about))
    return replace(find_evidence(asked, casebook, index, encoder), term_uses=uses)


def _decisions_using(entry: Entry, casebook: Casebook) -> frozenset[CaseReference]:
    """The decisions whose text or issues hold the term's name or a spelling, word for word; headings do not count.

    A spelling of two letters is left out: "pa" and "ip" stand for too much else.
    """
    names = [entry.name.split(" (")[0], *entry.spellings]
    terms = {name: 1.0 for name in names if len(name) > 2}
    found = casebook.keyword_search(terms, limit=_MOST_PASSAGES, field_weights=(1.0, 1.0, 0.0))
    passages = casebook.passages(name for name, score in found if score > 0)
    return frozenset(passage.reference for passage in passages.values())
