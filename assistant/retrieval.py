"""Query → Evidence: the decisions that are comparable, best first, each with the reason why it is there.

Two searches, by meaning (vectors) and by words (BM25), choose a pool of decisions; all decisions of the pool are then
weighed by one rule over both, so that a filtered search (exact over what passes) and an unfiltered one (from the
index) order alike. What was tried, and the figures behind each number here: docs/ranking.md.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from itertools import islice
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from assistant.casebook import Casebook
from assistant.domain import (
    Case,
    CaseReference,
    Decision,
    Evidence,
    Hit,
    Passage,
    PassageKind,
    Query,
    Relevance,
)
from assistant.encoders import Encoder
from assistant.vectors import VectorIndex
from assistant.vocabulary import (
    content_words,
    count_said,
    in_decision_words,
    named_services,
    unexplained_words,
    word_stem,
)

# At most so many cases are handed on; a reader looks at ten.
MOST_CASES = 20

# How many passages each search may put into the pool: the grade-2 cases of the questions were within the first 150.
_POOL_PASSAGES = 150
# A word of an expansion counts half a word of the asker's; 0.3 to 1.0 made no difference beyond the noise.
_EXPANSION_WEIGHT = 0.5
# Shares of the score. The order hardly changes for 0.5 to 0.8 on meaning.
_MEANING, _TEXT_WORDS, _ISSUE_WORDS = 0.7, 0.15, 0.15
# An issue that has all of the asker's own words is what was asked for, however long it is.
_OWN_WORDS_LIFT = 0.15
_FAVOURED_LIFT, _VOTE_LIFT = 0.05, 0.15
_HIGHEST_SCORE = _MEANING + _TEXT_WORDS + _ISSUE_WORDS + _OWN_WORDS_LIFT + _FAVOURED_LIFT + _VOTE_LIFT
# The subcategories of the first five cases vote on where the question belongs.
_VOTERS = 5
# A paragraph of a full text counts so much of an issue, a summary or a digest: with 0.9 four real full texts score on
# average what their digests score (+0.03 with 1, -0.06 with 0.9 where only the summary is the text).
_PARAGRAPH_SHARE = 0.9
# Only so many decisions are read whole.
_SHORTLIST = 60

# What is close, as a share of the highest score, wherever it stands among the first twelve: cases of one score were as
# often right beyond the tenth as before it.
_CLOSE, _MOST_CLOSE = 0.68, 12
# Less is comparable in part: near the first case's score and among the first ten, or one of the first three. Under the
# least score seven in ten were about something else.
_PARTLY_SHARE, _MOST_PARTLY, _PARTLY_LEAST = 0.78, 10, 0.58
_FIRST_FEW, _FIRST_FEW_SHARE = 3, 0.6
# Where the asker set limits the best may lie outside them, so that only the score itself tells.
_PARTLY_WITHIN_FILTERS = 0.44

# Nothing comparable is held where nothing is near in meaning, or where words that no decision has make up a share of
# the topic and what is nearest is not near either: (share of unknown words, meaning of the nearest case below).
_NOTHING_NEAR = 0.33
_UNKNOWN_SUBJECT = ((0.5, 0.55), (0.3, 0.5))
# An issue is named as the one in question only where it stands out from the decision's others by so much (cosine).
_ISSUE_MARGIN = 0.15
_WORDS_SHOWN = 5


@dataclass(frozen=True)
class _Scored:
    """One passage of the pool with its two scores."""

    passage: Passage
    meaning: float
    keyword: float
    own_words: float


@dataclass(frozen=True)
class _Weighed:
    """One decision of the pool: its passages, its best meaning and word scores by part, and the whole score."""

    reference: CaseReference
    passages: tuple[_Scored, ...]
    meaning: float
    text_words: float
    issue_words: float
    own_words: float
    score: float = 0.0


def find_evidence(query: Query, casebook: Casebook, index: VectorIndex, encoder: Encoder) -> Evidence:
    """The decisions that may answer ``query``, best first and at most 20; none for an empty casebook.

    Decisions asked for by reference are the whole evidence; references not held are named, with held ones that
    look like them. Where the question has limits and no topic, all that pass are evidence, newest first. Where nothing
    comparable is held all cases are BACKGROUND.
    """
    candidates = casebook.candidates(query.filters)
    searched = casebook.facts().decisions if candidates is None else len(candidates)
    if query.references:
        return _find_named(query, casebook, searched)
    if content_words(query.topic):
        cases = _find_comparable(query, casebook, index, encoder, candidates)
    else:
        cases = _list_all(casebook, candidates or frozenset())
    numbered = tuple(replace(case, key=f"C{n}") for n, case in enumerate(cases, start=1))
    return Evidence(cases=numbered, searched=searched, news=casebook.news())


def _find_named(query: Query, casebook: Casebook, searched: int) -> Evidence:
    held = casebook.decisions(query.references)
    not_held = tuple(reference for reference in query.references if reference not in held)
    near = casebook.decisions([near for missing in not_held for near in casebook.near_references(missing)])
    cases = tuple(
        Case(f"C{n}", decision, (), 1.0, Relevance.CLOSE, "You asked for this decision.")
        for n, decision in enumerate(held.values(), start=1)
    )
    return Evidence(cases, searched, not_held, tuple(near.values()), casebook.news())


def _list_all(casebook: Casebook, candidates: frozenset[CaseReference]) -> list[Case]:
    decisions = casebook.decisions(sorted(candidates)).values()
    newest_first = sorted(decisions, key=lambda decision: decision.decided or date.min, reverse=True)
    why = "It is within all the limits of your question."
    return [Case("", decision, (), 1.0, Relevance.CLOSE, why) for decision in newest_first[:MOST_CASES]]


# --------------------------------------------------------------------------- searching


def _find_comparable(
    query: Query,
    casebook: Casebook,
    index: VectorIndex,
    encoder: Encoder,
    candidates: frozenset[CaseReference] | None,
) -> list[Case]:
    if candidates is not None and not candidates:
        return []
    terms = _weighted_terms(query)
    vectors = encoder.encode_questions(_question_texts(query))
    pool = _choose_pool(casebook, index, vectors, terms) | (candidates or frozenset())
    scored = _score_passages(query, casebook, vectors, terms, pool)
    parts = [_weigh_parts(reference, passages) for reference, passages in scored.items()]
    if not parts:
        return []
    weighed = _weigh(query, parts, casebook, candidates)
    decisions = casebook.decisions([one.reference for one in weighed[:MOST_CASES]])
    relevances = _judge(weighed[:MOST_CASES], is_filtered=candidates is not None)
    if not _is_subject_held(query, casebook, parts, decisions.values()):
        relevances = [Relevance.BACKGROUND for _ in relevances]
    return [
        _to_case(query, one, decisions[one.reference], relevance)
        for one, relevance in zip(weighed, relevances, strict=False)
    ]


def _question_texts(query: Query) -> list[str]:
    """The topic as asked, with the field's terms added, and put into the decisions' words: alike ones once."""
    with_terms = ". ".join([query.topic, "; ".join(query.expansions)]) if query.expansions else query.topic
    return list(dict.fromkeys([query.topic, with_terms, in_decision_words(query.topic)]))


def _weighted_terms(query: Query) -> dict[str, float]:
    terms = dict.fromkeys(content_words(" ".join(query.expansions)), _EXPANSION_WEIGHT)
    return terms | dict.fromkeys(content_words(query.topic), 1.0)


def _choose_pool(
    casebook: Casebook, index: VectorIndex, vectors: NDArray[np.float32], terms: Mapping[str, float]
) -> frozenset[CaseReference]:
    near = {name for vector in vectors for name, _ in index.nearest(vector, _POOL_PASSAGES)}
    worded = {name for name, _ in casebook.keyword_search(terms, limit=_POOL_PASSAGES)}
    return frozenset(passage.reference for passage in casebook.passages(near | worded).values())


def _score_passages(
    query: Query,
    casebook: Casebook,
    vectors: NDArray[np.float32],
    terms: Mapping[str, float],
    pool: frozenset[CaseReference],
) -> dict[CaseReference, list[_Scored]]:
    names, matrix = casebook.passage_vectors(pool)
    if not names:
        return {}
    meaning = (matrix @ vectors.T).mean(axis=1)
    keyword = dict(casebook.keyword_search(terms, limit=len(names), within=pool, field_weights=(0.0, 1.0, 1.0)))
    passages = casebook.passages(names)
    own = _own_words(query.topic, passages.values())
    scored: dict[CaseReference, list[_Scored]] = defaultdict(list)
    for name, cosine in zip(names, meaning, strict=True):
        if name in passages:
            passage = passages[name]
            scored[passage.reference].append(_Scored(passage, float(cosine), keyword.get(name, 0.0), own[name]))
    return scored


def _own_words(topic: str, passages: Iterable[Passage]) -> dict[str, float]:
    """For each passage, what share of the asker's own words it has, rare words counting more (0 to 1)."""
    stems = {passage.id: _stems(passage.text) for passage in passages}
    asked = _stems(topic)
    weights = {
        word: math.log(1 + (len(stems) + 1) / (sum(word in held for held in stems.values()) + 0.5)) for word in asked
    }
    total = sum(weights.values())
    return {name: sum(weights[word] for word in asked & held) / total for name, held in stems.items()}


@lru_cache(maxsize=20_000)
def _stems(text: str) -> frozenset[str]:
    """Remembered, because a quarter of a search went into cutting the same passages into words again."""
    return frozenset(map(word_stem, content_words(text)))


# --------------------------------------------------------------------------- weighing


def _weigh(
    query: Query, parts: Sequence[_Weighed], casebook: Casebook, candidates: frozenset[CaseReference] | None
) -> list[_Weighed]:
    """The best of the candidates, best first, then by reference; their scores are shares of the best of the pool.

    The pool holds the best of the whole casebook as well, so that a filter that leaves nothing comparable shows.
    """
    scores = (
        _MEANING * _shares_of_best([part.meaning for part in parts])
        + _TEXT_WORDS * _shares_of_best([part.text_words for part in parts])
        + _ISSUE_WORDS * _shares_of_best([part.issue_words for part in parts])
        + _OWN_WORDS_LIFT * np.array([part.own_words for part in parts])
    )
    weighed = sorted(
        (replace(part, score=float(score)) for part, score in zip(parts, scores, strict=True)), key=_best_first
    )
    allowed = [one for one in weighed if candidates is None or one.reference in candidates]
    return _lift_places(query, weighed[:_VOTERS], allowed[:_SHORTLIST], casebook)


def _weigh_parts(reference: CaseReference, passages: Sequence[_Scored]) -> _Weighed:
    """The best issue and the best text count alike; where one is missing the other stands for it.

    What a digest says in one passage a full text says here and there, and its issues are short headings. So its words
    are looked for in all of it, and the paragraphs on one issue count for that issue.
    """
    issues = [one for one in passages if one.passage.issue is not None]
    texts = [one for one in passages if one.passage.issue is None]
    is_spread = any(one.passage.kind is PassageKind.PARAGRAPH for one in passages)
    of_issue, of_text = (passages, passages) if is_spread else (issues or texts, texts or issues)
    return _Weighed(
        reference,
        tuple(passages),
        meaning=(_best(issues or texts, "meaning") + _best(of_text, "meaning")) / 2,
        text_words=_best(of_text, "keyword"),
        issue_words=_best(of_issue, "keyword"),
        own_words=_best(of_issue, "own_words"),
    )


def _best(passages: Sequence[_Scored], score: Literal["meaning", "keyword", "own_words"]) -> float:
    """The best score of a part; a paragraph's counts less, because many have many chances to be near by chance."""
    return max(
        float(getattr(one, score)) * (_PARAGRAPH_SHARE if one.passage.kind is PassageKind.PARAGRAPH else 1.0)
        for one in passages
    )


def _shares_of_best(values: Sequence[float]) -> NDArray[np.float64]:
    """Each value as a share of the highest, so that the sums of both searches can be added; negative ones are 0."""
    array = np.clip(np.asarray(values, dtype=np.float64), 0.0, None)
    best = float(array.max())
    return array / best if best > 0 else array


def _lift_places(
    query: Query, voters: Sequence[_Weighed], shortlist: Sequence[_Weighed], casebook: Casebook
) -> list[_Weighed]:
    """Lift cases in the subcategories that the words point to, or in which the first cases of all are."""
    decisions = casebook.decisions([one.reference for one in (*voters, *shortlist)])
    places = {reference: (decision.category, decision.subcategory) for reference, decision in decisions.items()}
    votes: dict[tuple[str | None, str | None], float] = defaultdict(float)
    for rank, one in enumerate(voters):
        votes[places[one.reference]] += 1 / (1 + rank / _VOTERS)
    total = sum(votes.values())

    def lift(one: _Weighed) -> _Weighed:
        place = places[one.reference]
        if place[1] is None:
            return one
        favoured = _FAVOURED_LIFT if place in query.favoured_subcategories else 0.0
        return replace(one, score=one.score + favoured + _VOTE_LIFT * votes.get(place, 0.0) / total)

    return sorted((lift(one) for one in shortlist), key=_best_first)


def _best_first(one: _Weighed) -> tuple[float, CaseReference]:
    return (-one.score, one.reference)


# --------------------------------------------------------------------------- judging


def _judge(weighed: Sequence[_Weighed], *, is_filtered: bool) -> list[Relevance]:
    """How near each case is, in words; ``weighed`` is best first."""
    return [_judge_one(one, rank, weighed[0].score, is_filtered) for rank, one in enumerate(weighed)]


def _judge_one(one: _Weighed, rank: int, best: float, is_filtered: bool) -> Relevance:
    score = one.score / _HIGHEST_SCORE
    if score >= _CLOSE and (is_filtered or rank < _MOST_CLOSE):
        return Relevance.CLOSE
    if is_filtered:
        is_comparable = score >= _PARTLY_WITHIN_FILTERS
    else:
        share = _FIRST_FEW_SHARE if rank < _FIRST_FEW else _PARTLY_SHARE
        is_comparable = rank < _MOST_PARTLY and one.score >= share * best and score >= _PARTLY_LEAST
    return Relevance.PARTLY if is_comparable else Relevance.BACKGROUND


def _is_subject_held(query: Query, casebook: Casebook, parts: Iterable[_Weighed], found: Iterable[Decision]) -> bool:
    """Whether any decision held is about the subject; measured on subjects that are held and that are not.

    A named service that no decision names is not held. What the words point to is held where the first cases are of
    that subcategory. For all else, words that are in no decision are a sign that the subject is another.
    """
    if _is_service_missing(query, casebook):
        return False
    first = [(one.category, one.subcategory) for one in islice(found, _VOTERS)]
    if any(place in query.favoured_subcategories for place in first):
        return True
    nearest = max(part.meaning for part in parts)
    if nearest < _NOTHING_NEAR:
        return False
    plain = unexplained_words(query.topic)
    unknown = [word for word in plain if not casebook.keyword_search({word: 1.0}, limit=1)]
    things = max(len(content_words(query.topic)), len(plain) + count_said(query.topic))
    share = len(unknown) / things
    return not any(share >= least and nearest < most for least, most in _UNKNOWN_SUBJECT)


def _is_service_missing(query: Query, casebook: Casebook) -> bool:
    """Whether the topic is about a service by name, and no decision has that name; no other place is pointed to."""
    services = named_services(query.topic)
    if not services or query.favoured_subcategories:
        return False
    return not any(casebook.keyword_search(dict.fromkeys(names, 1.0), limit=1) for names in services)


# --------------------------------------------------------------------------- cases


def _to_case(query: Query, one: _Weighed, decision: Decision, relevance: Relevance) -> Case:
    hits = tuple(
        Hit(scored.passage, scored.meaning, scored.keyword, one.score / _HIGHEST_SCORE)
        for scored in sorted(one.passages, key=lambda scored: (-scored.meaning, scored.passage.id))
    )
    why = _explain(query, one, hits, relevance)
    issue = _issue_in_question(decision, hits)
    return Case("", decision, hits, one.score / _HIGHEST_SCORE, relevance, why, issue)


def _issue_in_question(decision: Decision, hits: Sequence[Hit]) -> str | None:
    """The issue that the question is about; None where no issue stands out, so that all of the decision answers.

    Of a full text it is always the nearest one: its remedies are bound to their issues by what it says itself, and a
    sum that was paid for another issue is worse than none.
    """
    nearness: dict[str, float] = {}
    for hit in hits:
        if hit.passage.issue is not None:
            nearness[hit.passage.issue] = max(nearness.get(hit.passage.issue, 0.0), hit.meaning)
    ranked = sorted(nearness, key=lambda issue: -nearness[issue])
    if not ranked:
        return None
    leads = len(ranked) == 1 or nearness[ranked[0]] - nearness[ranked[1]] >= _ISSUE_MARGIN
    return ranked[0] if leads or decision.is_full_text else None


def _explain(query: Query, one: _Weighed, hits: Sequence[Hit], relevance: Relevance) -> str:
    """Why the case is there, in a sentence: its nearest issue, and the asker's words that it has."""
    issue = next((hit.passage.issue for hit in hits if hit.passage.issue), None)
    about = f"It is about “{issue}”" if issue else "Its text is near in meaning"
    held = frozenset[str]().union(*(_stems(scored.passage.encoded_text) for scored in one.passages))
    shared = [word for word in content_words(query.topic) if word_stem(word) in held][:_WORDS_SHOWN]
    words = f" and has your words {', '.join(f'“{word}”' for word in shared)}" if shared else ""
    return f"{about}{words}{'; less close' if relevance is Relevance.BACKGROUND else ''}."
