"""Scored passages → decisions in a first order: both searches added up, subcategories lifted.

The sum is simple on purpose. It chooses whom ``traits`` look at, and its share of the first one's is the strongest of
them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from assistant.domain import CaseReference, Decision, PassageKind, Query
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

Places = Mapping[CaseReference, Decision]


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


def weigh_pool(pool: Pool) -> list[Weighed]:
    """The decisions of the pool, best first, then by reference; scores are shares of the best of the pool.

    The pool holds the best of the whole casebook, so that a filter that leaves nothing comparable shows.
    """
    parts = [_weigh_parts(reference, passages) for reference, passages in pool.items()]
    if not parts:
        return []
    scores = (
        _MEANING * _shares_of_best([part.meaning for part in parts])
        + _TEXT_WORDS * _shares_of_best([part.text_words for part in parts])
        + _ISSUE_WORDS * _shares_of_best([part.issue_words for part in parts])
        + _OWN_WORDS_LIFT * np.array([part.own_words for part in parts])
    ) / _HIGHEST_SCORE
    return sorted((replace(part, score=float(score)) for part, score in zip(parts, scores, strict=True)), key=_order)


def shortlist(weighed: Sequence[Weighed], candidates: Collection[CaseReference] | None) -> list[Weighed]:
    """The best of those that may answer (None: all may); only these are read whole."""
    return [one for one in weighed if candidates is None or one.reference in candidates][:SHORTLIST]


def lift_places(query: Query, voters: Sequence[Weighed], listed: Sequence[Weighed], decisions: Places) -> list[Weighed]:
    """Lift cases in the subcategories that the words point to, or in which the first cases of all are."""
    places = {reference: (decision.category, decision.subcategory) for reference, decision in decisions.items()}
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


def _weigh_parts(reference: CaseReference, passages: Sequence[Scored]) -> Weighed:
    """The best issue and the best text count alike.

    What a digest says in one passage a full text says here and there, and its issues are short headings. So its words
    are looked for in all of it, and the paragraphs on one issue count for that issue.
    """
    issues, texts = issues_and_texts(passages)
    of_issue, of_text = (passages, passages) if is_spread(passages) else (issues, texts)
    return Weighed(
        reference,
        tuple(passages),
        meaning=(_best(issues, "meaning") + _best(of_text, "meaning")) / 2,
        text_words=_best(of_text, "keyword"),
        issue_words=_best(of_issue, "keyword"),
        own_words=_best(of_issue, "own_words"),
    )


def _best(passages: Sequence[Scored], score: Literal["meaning", "keyword", "own_words"]) -> float:
    """The best score of a part; a paragraph's counts less, because many have many chances to be near by chance."""
    return max(float(getattr(one, score)) * paragraph_share(one) for one in passages)


def paragraph_share(one: Scored) -> float:
    """What a score of this passage counts: less than whole for a paragraph."""
    return _PARAGRAPH_SHARE if one.passage.kind is PassageKind.PARAGRAPH else 1.0


def _shares_of_best(values: Sequence[float]) -> NDArray[np.float64]:
    """Each value as a share of the highest, so that the sums of both searches can be added; negative ones are 0."""
    array = np.clip(np.asarray(values, dtype=np.float64), 0.0, None)
    highest = float(array.max())
    return array / highest if highest > 0 else array


def _order(one: Weighed) -> tuple[float, CaseReference]:
    return (-one.score, one.reference)
