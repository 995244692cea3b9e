"""Scored passages → decisions in a first order: both searches added up, subcategories lifted.

The sum is simple on purpose. It chooses whom ``traits`` look at, and its share of the first one's is the strongest of
them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from assistant.domain import CaseReference, Query
from assistant.retrieval.parts import Scores
from assistant.retrieval.searching import Pool
from assistant.retrieval.shortlist import Shortlist, take_shortlist

# Shares of the score. The order hardly changes for 0.5 to 0.8 on meaning.
_MEANING, _TEXT_WORDS, _ISSUE_WORDS = 0.7, 0.15, 0.15
# An issue that has all of the asker's own words is what was asked for, however long it is.
_OWN_WORDS_LIFT = 0.15
_FAVOURED_LIFT, _VOTE_LIFT = 0.05, 0.15
_HIGHEST_SCORE = _MEANING + _TEXT_WORDS + _ISSUE_WORDS + _OWN_WORDS_LIFT + _FAVOURED_LIFT + _VOTE_LIFT
# The subcategories of the first five cases vote on where the question belongs.
VOTERS = 5
# Only so many decisions are read whole.
SHORTLIST = 60

# Category and subcategory.
Places = Mapping[CaseReference, tuple[str | None, str | None]]


@dataclass(frozen=True)
class Weighed:
    """One decision of the pool: the best meaning of its parts, and the sum (0 to 1).

    ``number`` is which decision of the shortlist it is.
    """

    reference: CaseReference
    number: int
    meaning: float
    score: float


@dataclass(frozen=True)
class Weighing:
    """The best of a pool: ``voters`` of all, ``listed`` of those that may answer, each best first.

    ``shortlist`` has the passages of the listed ones; ``nearest`` is the best meaning that any of the pool has.
    """

    voters: tuple[CaseReference, ...]
    listed: tuple[Weighed, ...]
    shortlist: Shortlist
    nearest: float = 0.0


def weigh_pool(pool: Pool) -> Weighing:
    """The best decisions of the pool, by score and then by reference; scores are shares of the best of the pool.

    The pool holds the best of the whole casebook, so that a filter that leaves nothing comparable shows. Where meaning
    is known but for a slack, all decisions that may be among the best are worked out exactly, so that the slack has no
    say in the order.
    """
    if not len(pool.groups):
        return Weighing((), (), take_shortlist(pool, pool.groups))
    parts = _keep_best(pool, _weigh_parts(pool))
    scores = _add_up(parts)
    names = [pool.view.reference(group) for group in parts.groups.tolist()]
    order = sorted(range(len(names)), key=lambda n: (-scores[n], names[n]))
    listed = [n for n in order if parts.may_answer[n]][:SHORTLIST]
    return Weighing(
        tuple(names[n] for n in order[:VOTERS]),
        tuple(Weighed(names[n], number, float(parts.meaning[n]), float(scores[n])) for number, n in enumerate(listed)),
        take_shortlist(pool, parts.groups[listed]),
        float(parts.meaning.max()),
    )


@dataclass(frozen=True, eq=False)
class _Parts:
    """The best scores of the parts of each decision.

    The asker's own words are looked for only where they may decide; until then ``own_words`` are none.
    """

    groups: NDArray[np.int64]
    may_answer: NDArray[np.bool_]
    meaning: Scores
    text_words: Scores
    issue_words: Scores
    own_words: Scores
    most_text_words: float
    most_issue_words: float

    def of(self, chosen: NDArray[np.int64]) -> _Parts:
        """Some of the decisions; the most that any of the pool has of words stays."""
        return replace(
            self,
            groups=self.groups[chosen],
            may_answer=self.may_answer[chosen],
            meaning=self.meaning[chosen],
            text_words=self.text_words[chosen],
            issue_words=self.issue_words[chosen],
            own_words=self.own_words[chosen],
        )


def _weigh_parts(pool: Pool) -> _Parts:
    """The best issue and the best text count alike.

    What a digest says in one passage a full text says here and there, and its issues are short headings. So its words
    are looked for in all of it, and the paragraphs on one issue count for that issue.
    """
    best = pool.best_parts()
    may_answer = np.ones(len(pool.groups), dtype=np.bool_) if pool.passing is None else pool.passing[pool.groups]
    return _Parts(
        pool.groups,
        may_answer,
        best.meaning,
        best.text_words,
        best.issue_words,
        np.zeros(len(pool.groups)),
        float(best.text_words.max()),
        float(best.issue_words.max()),
    )


def _keep_best(pool: Pool, parts: _Parts) -> _Parts:
    """Those decisions, with their exact meaning, that may be the nearest, among the voters or among the listed ones.

    What the first ones have exactly bounds what another one needs, so that few are worked out.
    """
    # The products of 32 bits have their own rounding.
    slack = pool.scores.slack + 1e-6
    is_exact = np.zeros(len(parts.groups), dtype=np.bool_)

    def work_out(chosen: NDArray[np.bool_]) -> None:
        new = np.flatnonzero(chosen & ~is_exact)
        if len(new):
            parts.meaning[new] = pool.exact_meaning(parts.groups[new])
            is_exact[new] = True

    work_out(parts.meaning >= parts.meaning.max() - 2 * slack)
    nearest = float(parts.meaning[is_exact].max())
    if nearest <= 4 * slack:
        work_out(~is_exact)
    # A share of the nearest is wrong by at most this, where the nearest is exact.
    wrong = _MEANING / _HIGHEST_SCORE * slack / max(nearest, slack) + 1e-9
    contenders = _may_be_best(parts, wrong)
    parts, is_exact = parts.of(contenders), is_exact[contenders]
    parts.own_words[:] = pool.best_own_words(parts.groups)
    for among, count in _wanted(parts):
        work_out(among & (_add_up(parts) >= _least_of(_add_up(parts)[among], count)))
        least = _least_of(_add_up(parts)[among & is_exact], count)
        work_out(among & (_add_up(parts) + wrong >= least))
    return parts.of(np.flatnonzero(is_exact))


def _wanted(parts: _Parts) -> tuple[tuple[NDArray[np.bool_], int], ...]:
    """Among which decisions how many of the best are looked for."""
    return (np.ones(len(parts.groups), dtype=np.bool_), VOTERS), (parts.may_answer, SHORTLIST)


def _may_be_best(parts: _Parts, wrong: float) -> NDArray[np.int64]:
    """The decisions that may be among the best, whatever the asker's own words add: at most their whole lift.

    The nearest one is always among them, because all are measured by it.
    """
    scores = _add_up(parts)
    kept = parts.meaning >= parts.meaning.max()
    for among, count in _wanted(parts):
        kept |= among & (scores + _OWN_WORDS_LIFT / _HIGHEST_SCORE + 2 * wrong >= _least_of(scores[among], count))
    return np.flatnonzero(kept)


def _least_of(scores: NDArray[np.float64], count: int) -> float:
    """The least of the best so many; of fewer, less than any."""
    if len(scores) < count:
        return -np.inf
    return float(np.partition(scores, len(scores) - count)[len(scores) - count])


def _add_up(parts: _Parts) -> NDArray[np.float64]:
    return np.asarray(
        (
            _MEANING * _shares_of(float(parts.meaning.max()), parts.meaning)
            + _TEXT_WORDS * _shares_of(parts.most_text_words, parts.text_words)
            + _ISSUE_WORDS * _shares_of(parts.most_issue_words, parts.issue_words)
            + _OWN_WORDS_LIFT * parts.own_words
        )
        / _HIGHEST_SCORE,
        dtype=np.float64,
    )


def lift_places(
    query: Query, voters: Sequence[CaseReference], listed: Sequence[Weighed], places: Places
) -> list[Weighed]:
    """Lift cases in the subcategories that the words point to, or in which the first cases of all are."""
    votes: dict[tuple[str | None, str | None], float] = defaultdict(float)
    for rank, voter in enumerate(voters):
        votes[places[voter]] += 1 / (1 + rank / VOTERS)
    total = sum(votes.values())

    def lift(one: Weighed) -> Weighed:
        place = places[one.reference]
        if place[1] is None:
            return one
        favoured = _FAVOURED_LIFT if place in query.favoured_subcategories else 0.0
        lifted = favoured + _VOTE_LIFT * votes.get(place, 0.0) / total
        return replace(one, score=one.score + lifted / _HIGHEST_SCORE)

    return sorted((lift(one) for one in listed), key=lambda one: (-one.score, one.reference))


def _shares_of(highest: float, values: NDArray[np.float64]) -> NDArray[np.float64]:
    """Each value as a share of the highest, so that the sums of both searches can be added; negative ones are 0."""
    clipped = np.clip(values, 0.0, None)
    return clipped / highest if highest > 0 else clipped
