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

from assistant.domain import CaseReference, PassageKind, Query
from assistant.retrieval.searching import Pool, Scored

# Shares of the score. The order hardly changes for 0.5 to 0.8 on meaning.
_MEANING, _TEXT_WORDS, _ISSUE_WORDS = 0.7, 0.15, 0.15
# An issue that has all of the asker's own words is what was asked for, however long it is.
_OWN_WORDS_LIFT = 0.15
_FAVOURED_LIFT, _VOTE_LIFT = 0.05, 0.15
_HIGHEST_SCORE = _MEANING + _TEXT_WORDS + _ISSUE_WORDS + _OWN_WORDS_LIFT + _FAVOURED_LIFT + _VOTE_LIFT
# The subcategories of the first five cases vote on where the question belongs.
VOTERS = 5
# A paragraph of a full text counts so much of an issue, a summary or a digest: with 0.9 four real full texts score on
# average what their digests score (+0.03 with 1, -0.06 with 0.9 where only the summary is the text).
_PARAGRAPH_SHARE = 0.9
# Only so many decisions are read whole.
SHORTLIST = 60

# Category and subcategory.
Places = Mapping[CaseReference, tuple[str | None, str | None]]


@dataclass(frozen=True)
class Weighed:
    """One decision of the pool: its passages, the best scores of its parts, and the sum (0 to 1)."""

    reference: CaseReference
    passages: tuple[Scored, ...]
    meaning: float
    text_words: float
    issue_words: float
    own_words: float
    score: float = 0.0


@dataclass(frozen=True)
class Weighing:
    """The best of a pool: ``voters`` of all, ``listed`` of those that may answer, each best first.

    ``nearest`` is the best meaning that any decision of the pool has.
    """

    voters: tuple[Weighed, ...] = ()
    listed: tuple[Weighed, ...] = ()
    nearest: float = 0.0


def weigh_pool(pool: Pool) -> Weighing:
    """The best decisions of the pool, by score and then by reference; scores are shares of the best of the pool.

    The pool holds the best of the whole casebook, so that a filter that leaves nothing comparable shows. Where meaning
    is known but for a slack, all decisions that may be among the best are worked out exactly, so that the slack has no
    say in the order.
    """
    if not len(pool.rows):
        return Weighing()
    parts = _weigh_parts(pool)
    exact = np.flatnonzero(_may_be_best(parts, pool.slack))
    parts = parts.of(exact, _exact_meaning(pool, parts, exact))
    scores = _add_up(parts)
    names = [pool.view.reference(group) for group in parts.groups.tolist()]
    order = sorted(range(len(names)), key=lambda n: (-scores[n], names[n]))
    listed = [n for n in order if parts.may_answer[n]][:SHORTLIST]
    chosen = dict.fromkeys([*order[:VOTERS], *listed])
    passages = pool.read(np.concatenate([parts.places_of(n) for n in sorted(chosen)]))
    weighed = {
        n: Weighed(
            names[n],
            passages[names[n]],
            meaning=float(parts.meaning[n]),
            text_words=float(parts.text_words[n]),
            issue_words=float(parts.issue_words[n]),
            own_words=float(parts.own_words[n]),
            score=float(scores[n]),
        )
        for n in chosen
        if names[n] in passages
    }
    return Weighing(
        tuple(weighed[n] for n in order[:VOTERS] if n in weighed),
        tuple(weighed[n] for n in listed if n in weighed),
        float(parts.meaning.max()),
    )


@dataclass(frozen=True, eq=False)
class _Parts:
    """The best scores of the parts of each decision, and where its passages stand in the pool."""

    groups: NDArray[np.int32]
    firsts: NDArray[np.int64]
    ends: NDArray[np.int64]
    may_answer: NDArray[np.bool_]
    meaning: NDArray[np.float64]
    text_words: NDArray[np.float64]
    issue_words: NDArray[np.float64]
    own_words: NDArray[np.float64]
    most_text_words: float
    most_issue_words: float

    def of(self, chosen: NDArray[np.int64], meaning: NDArray[np.float64]) -> _Parts:
        """Some of the decisions, with their exact meaning; the most that any of the pool has of words stays."""
        return replace(
            self,
            groups=self.groups[chosen],
            firsts=self.firsts[chosen],
            ends=self.ends[chosen],
            may_answer=self.may_answer[chosen],
            meaning=meaning,
            text_words=self.text_words[chosen],
            issue_words=self.issue_words[chosen],
            own_words=self.own_words[chosen],
        )

    def places_of(self, n: int) -> NDArray[np.int64]:
        """Where the passages of one decision stand in the pool."""
        return np.arange(self.firsts[n], self.ends[n])


def _weigh_parts(pool: Pool) -> _Parts:
    """The best issue and the best text count alike.

    What a digest says in one passage a full text says here and there, and its issues are short headings. So its words
    are looked for in all of it, and the paragraphs on one issue count for that issue.
    """
    view, rows = pool.view, pool.rows
    groups = view.group[rows]
    firsts = np.flatnonzero(np.concatenate(([True], groups[1:] != groups[:-1])))
    # A paragraph's score counts less, because many have many chances to be near by chance.
    share = np.where(view.is_paragraph[rows], np.float32(_PARAGRAPH_SHARE), np.float32(1))
    of_issues, of_texts = view.words_of_issues[rows], view.of_texts[rows]

    def best(scores: NDArray[np.float32], where: NDArray[np.bool_]) -> NDArray[np.float64]:
        counted = np.where(where, scores * share, np.float32(-np.inf))
        return np.asarray(np.maximum.reduceat(counted, firsts), dtype=np.float64)

    own = groups[firsts]
    text_words, issue_words = best(pool.keyword, of_texts), best(pool.keyword, of_issues)
    return _Parts(
        own,
        firsts,
        np.append(firsts[1:], len(rows)),
        np.ones(len(own), dtype=np.bool_) if pool.passing is None else np.isin(own, pool.passing),
        (best(pool.meaning, view.of_issues[rows]) + best(pool.meaning, of_texts)) / 2,
        text_words,
        issue_words,
        best(pool.own_words, of_issues),
        float(text_words.max()),
        float(issue_words.max()),
    )


def _exact_meaning(pool: Pool, parts: _Parts, chosen: NDArray[np.int64]) -> NDArray[np.float64]:
    places = np.concatenate([parts.places_of(n) for n in chosen.tolist()])
    rows = pool.rows[places]
    near = pool.exact_meaning(places) * np.where(pool.view.is_paragraph[rows], _PARAGRAPH_SHARE, 1.0)
    counts = (parts.ends - parts.firsts)[chosen]
    firsts = np.cumsum(counts) - counts
    of_issues, of_texts = pool.view.of_issues[rows], pool.view.of_texts[rows]
    return np.asarray(
        (
            np.maximum.reduceat(np.where(of_issues, near, -np.inf), firsts)
            + np.maximum.reduceat(np.where(of_texts, near, -np.inf), firsts)
        )
        / 2,
        dtype=np.float64,
    )


def _may_be_best(parts: _Parts, slack: float) -> NDArray[np.bool_]:
    """The decisions whose exact score may be among the voters' or the listed ones', or their meaning the nearest."""
    # The products of 32 bits have their own rounding.
    slack += 1e-6
    nearest = float(parts.meaning.max())
    is_chosen = parts.meaning >= nearest - 2 * slack
    if nearest <= 4 * slack:
        return np.ones(len(is_chosen), dtype=np.bool_)
    scores = _add_up(parts)
    # A share m/b is wrong by at most 2s/(b - s), where m and b are by s and m is at most b.
    wrong = _MEANING / _HIGHEST_SCORE * 2 * slack / (nearest - slack) + 1e-9
    for among, count in ((np.ones(len(scores), dtype=np.bool_), VOTERS), (parts.may_answer, SHORTLIST)):
        held = scores[among]
        if len(held):
            least = np.partition(held, max(len(held) - count, 0))[max(len(held) - count, 0)]
            is_chosen |= among & (scores >= least - 2 * wrong)
    return is_chosen


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


def lift_places(query: Query, voters: Sequence[Weighed], listed: Sequence[Weighed], places: Places) -> list[Weighed]:
    """Lift cases in the subcategories that the words point to, or in which the first cases of all are."""
    votes: dict[tuple[str | None, str | None], float] = defaultdict(float)
    for rank, one in enumerate(voters):
        votes[places[one.reference]] += 1 / (1 + rank / VOTERS)
    total = sum(votes.values())

    def lift(one: Weighed) -> Weighed:
        place = places[one.reference]
        if place[1] is None:
            return one
        favoured = _FAVOURED_LIFT if place in query.favoured_subcategories else 0.0
        lifted = favoured + _VOTE_LIFT * votes.get(place, 0.0) / total
        return replace(one, score=one.score + lifted / _HIGHEST_SCORE)

    return sorted((lift(one) for one in listed), key=_order)


def issues_and_texts(passages: Sequence[Scored]) -> tuple[Sequence[Scored], Sequence[Scored]]:
    """The passages on one issue and the others; where one sort is missing the other stands for it."""
    issues = [one for one in passages if one.passage.issue is not None]
    texts = [one for one in passages if one.passage.issue is None]
    return issues or texts, texts or issues


def is_spread(passages: Sequence[Scored]) -> bool:
    """Whether the decision is told in paragraphs, as a full text is, and not in one digest."""
    return any(one.passage.kind is PassageKind.PARAGRAPH for one in passages)


def paragraph_share(one: Scored) -> float:
    """What a score of this passage counts: less than whole for a paragraph."""
    return _PARAGRAPH_SHARE if one.passage.kind is PassageKind.PARAGRAPH else 1.0


def _shares_of(highest: float, values: NDArray[np.float64]) -> NDArray[np.float64]:
    """Each value as a share of the highest, so that the sums of both searches can be added; negative ones are 0."""
    clipped = np.clip(values, 0.0, None)
    return clipped / highest if highest > 0 else clipped


def _order(one: Weighed) -> tuple[float, CaseReference]:
    return (-one.score, one.reference)
