"""Query → Evidence: decisions named, all within the limits, or the comparable ones, each with why it is there."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial

import numpy as np
from numpy.typing import NDArray

from assistant.casebook import Casebook
from assistant.domain import (
    Case,
    CaseReference,
    Decision,
    Evidence,
    Filters,
    Hit,
    Query,
    Relevance,
    RemedyKind,
    SumOrder,
)
from assistant.encoders import Encoder
from assistant.retrieval.issues import find_answering
from assistant.retrieval.ordering import in_order_of_sums
from assistant.retrieval.relevance import (
    HELD,
    PROBABLY_HELD,
    Learned,
    is_anything_held,
    judge,
    probability,
    probability_held,
    read_learned,
)
from assistant.retrieval.searching import Pool, search_pool, stems
from assistant.retrieval.shortlist import Scored, Shortlist
from assistant.retrieval.spoken import keep_spoken_of
from assistant.retrieval.subject import is_subject_held
from assistant.retrieval.traits import measure_traits
from assistant.retrieval.weighing import VOTERS, Places, Weighed, lift_places, weigh_pool
from assistant.vectors import VectorIndex
from assistant.vocabulary import content_words, word_stem

# At most so many cases are handed on; a reader looks at ten.
MOST_CASES = 20

# Where the highest or lowest sums of more decisions are asked for, SQL says which have them, and these are read.
_MOST_READ = 200

_WORDS_SHOWN = 5


@dataclass(frozen=True)
class Whole:
    """What is read of a decision that becomes a case: itself, its passages with their scores, and their words."""

    decision: Decision
    passages: tuple[Scored, ...]
    words: frozenset[str]


ReadWhole = Callable[[Sequence[Weighed]], Mapping[CaseReference, Whole]]


@dataclass(frozen=True)
class FirstOrder:
    """What the search found: the shortlist in the first order with its places, and its traits, one row each.

    ``passages`` has those of the shortlist; ``nearest`` is the best meaning that anything found has.
    """

    listed: tuple[Weighed, ...]
    passages: Shortlist
    places: Places
    traits: NDArray[np.float64]
    nearest: float = 0.0


def find_evidence(query: Query, casebook: Casebook, index: VectorIndex, encoder: Encoder) -> Evidence:
    """The decisions that may answer ``query``, best first and at most 20; none for an empty casebook.

    Decisions asked for by reference are the whole evidence; references not held are named, with held ones that
    look like them, and those held outside the limits set beside the question are named only. Where the question has
    limits and no topic, all that pass are evidence, newest first. Where nothing comparable is held all cases are
    BACKGROUND. Where the highest or lowest sums are asked for, the comparable cases stand in their order.
    """
    passing = casebook.source.passing(query.filters)
    searched = casebook.facts().decisions if passing is None else len(passing)
    if query.references:
        return _find_named(query, casebook, searched)
    if content_words(query.topic) or query.expansions:
        cases = _find_comparable(query, casebook, index, encoder, passing)
    else:
        cases = _list_all(casebook, passing, query.order)
    if query.order is not None:
        cases = in_order_of_sums(cases, query.order)[:MOST_CASES]
    numbered = tuple(replace(case, key=f"C{n}") for n, case in enumerate(cases, start=1))
    return Evidence(cases=numbered, searched=searched, news=casebook.news())


def _find_named(query: Query, casebook: Casebook, searched: int) -> Evidence:
    held = casebook.decisions(query.references)
    not_held = tuple(reference for reference in query.references if reference not in held)
    within = casebook.candidates(query.given)
    outside = () if within is None else tuple(reference for reference in held if reference not in within)
    near = casebook.decisions([near for missing in not_held for near in casebook.near_references(missing)])
    cases = tuple(
        Case(f"C{n}", decision, (), 1.0, Relevance.CLOSE, "You asked for this decision.")
        for n, decision in enumerate((held[one] for one in held if one not in outside), start=1)
    )
    return Evidence(cases, searched, not_held, tuple(near.values()), casebook.news(), outside=outside)


def _list_all(casebook: Casebook, passing: Sequence[str] | None, order: SumOrder | None) -> list[Case]:
    """The newest decisions within the limits; those with the highest or lowest sums, where these are asked for."""
    if passing is None:
        # Without any limit only those with a payment can be asked for, by its sum.
        passing = (order and casebook.source.passing(Filters(remedy_kinds=(RemedyKind.PAYMENT,)))) or []
    newest = casebook.source.newest(passing, limit=MOST_CASES if order is None else -1)
    if order and len(newest) > _MOST_READ:
        newest = casebook.source.with_sums(newest, lowest_first=order is SumOrder.LOWEST, limit=_MOST_READ)
    decisions = casebook.decisions(newest)
    why = "It is within all the limits of your question."
    cases = [Case("", decision, (), 1.0, Relevance.CLOSE, why) for decision in decisions.values()]
    return (in_order_of_sums(cases, order) if order else cases)[:MOST_CASES]


# --------------------------------------------------------------------------- comparable decisions


def put_in_first_order(query: Query, pool: Pool, casebook: Casebook) -> FirstOrder:
    """Weigh the pool and measure the traits of its best; empty for an empty pool."""
    best = weigh_pool(pool)
    places = casebook.source.places(list(dict.fromkeys([*best.voters, *(one.reference for one in best.listed)])))
    # What another process has taken out since is not found any more.
    voters = [reference for reference in best.voters if reference in places]
    lifted = lift_places(query, voters, [one for one in best.listed if one.reference in places], places)
    traits = measure_traits(query, lifted, best.shortlist, places, is_filtered=pool.passing is not None)
    return FirstOrder(tuple(lifted), best.shortlist, places, traits, best.nearest)


def read_whole(first: FirstOrder, casebook: Casebook, chosen: Sequence[Weighed]) -> dict[CaseReference, Whole]:
    """Decisions of the first order as they are stored; what is gone by now is left out."""
    decisions = casebook.decisions([one.reference for one in chosen])
    passages = first.passages.read([one.number for one in chosen])
    return {
        one.reference: Whole(decisions[one.reference], passages[one.number], first.passages.words_of(one.number))
        for one in chosen
        if one.reference in decisions and passages[one.number]
    }


def _find_comparable(
    query: Query,
    casebook: Casebook,
    index: VectorIndex,
    encoder: Encoder,
    passing: Sequence[str] | None,
) -> list[Case]:
    if passing is not None and not passing:
        return []
    first = put_in_first_order(query, search_pool(query, index, encoder, passing), casebook)
    if not first.listed:
        return []
    learned = read_learned()
    cases = to_cases(query, first, learned, partial(read_whole, first, casebook))
    leading = [case.decision for case in cases[:VOTERS]]
    held = probability_held(first.traits, learned)
    is_held = held >= HELD
    if is_held and is_subject_held(query, casebook, first.nearest, leading, is_probable=held >= PROBABLY_HELD):
        return cases
    if not is_held and _is_narrow(query.filters):
        return keep_spoken_of(query, cases)
    return [to_background(case) for case in cases]


def _is_narrow(filters: Filters) -> bool:
    """Whether a body or a drawer limits the cases, so that few are looked at."""
    return bool(filters.bodies or filters.categories or filters.subcategories)


def to_cases(
    query: Query, first: FirstOrder, learned: Learned, read: ReadWhole, *, is_held: bool | None = None
) -> list[Case]:
    """The shortlist as cases, most probable first and at most 20; all BACKGROUND where nothing comparable is held.

    ``read`` gives those that become cases, whole. ``is_held`` says so where it is known already; else
    the probability of it decides.
    """
    probable = [probability(value) for value in learned.cited.log_odds(first.traits).tolist()]
    pairs = zip(probable, first.listed, strict=True)
    # Where the highest sum is asked for, it may be that of a case that is not among the nearest twenty.
    most = MOST_CASES if query.order is None else len(probable)
    ranked = sorted(pairs, key=lambda pair: (-pair[0], pair[1].reference))[:most]
    found = read([one for _, one in ranked])
    held = [(value, found[one.reference]) for value, one in ranked if one.reference in found]
    relevances = judge([value for value, _ in held])
    cases = [
        _to_case(query, whole, value, relevance) for (value, whole), relevance in zip(held, relevances, strict=True)
    ]
    if is_held is None:
        is_held = is_anything_held(first.traits, learned)
    return cases if is_held else [to_background(case) for case in cases]


# --------------------------------------------------------------------------- cases


def to_background(case: Case) -> Case:
    """The case as one that is shown and not counted."""
    if case.relevance is Relevance.BACKGROUND:
        return case
    return replace(case, relevance=Relevance.BACKGROUND, why=case.why.removesuffix(".") + "; less close.")


def _to_case(query: Query, whole: Whole, score: float, relevance: Relevance) -> Case:
    decision = whole.decision
    hits = tuple(
        Hit(scored.passage, scored.meaning, scored.keyword, score)
        for scored in sorted(whole.passages, key=lambda scored: (-scored.meaning, scored.passage.id))
    )
    why = _explain(query, whole, hits, relevance)
    answering = find_answering(query, decision, whole.passages)
    return Case("", decision, hits, score, relevance, why, answering.issue, answering.issues, answering.matters)


def _explain(query: Query, whole: Whole, hits: Sequence[Hit], relevance: Relevance) -> str:
    """Why the case is there, in a sentence: its nearest issue, and the asker's words that it has."""
    issue = next((hit.passage.issue for hit in hits if hit.passage.issue), None)
    about = f"It is about “{issue}”" if issue else "Its text is near in meaning"
    headings = {scored.passage.heading for scored in whole.passages}
    held = whole.words.union(*map(stems, headings))
    shared = [word for word in content_words(query.topic) if word_stem(word) in held][:_WORDS_SHOWN]
    words = f" and has your words {', '.join(f'“{word}”' for word in shared)}" if shared else ""
    return f"{about}{words}{'; less close' if relevance is Relevance.BACKGROUND else ''}."
