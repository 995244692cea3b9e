"""A decision and how near its issues are to a question → the issues whose remedies answer it.

A digest binds each sum to an issue, and most decisions have several. A sum that was paid for another issue than the one
asked about is worse than none; but a question may be about several matters at once ("the plan was late and he had no
school place"), and then what was paid for any of them answers it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from assistant.domain import Decision, Query
from assistant.retrieval.searching import stems
from assistant.retrieval.shortlist import Scored
from assistant.retrieval.spoken import issues_on
from assistant.text import normalise
from assistant.vocabulary import subject_phrases

# An issue is named as the one in question only where it stands out from the decision's others by so much (cosine).
# Where none does, sums answer the question that were paid for the nearest issue with sums, or one as near but for this.
_ISSUE_MARGIN, _PAID_MARGIN = 0.17, 0.05
# Where the table of words tells the issues apart, so much is enough to say that a sum was paid for another one.
_SPOKEN_MARGIN = 0.11

# Where one thing that is said ends and another may begin.
_BETWEEN = re.compile(r"[,;.:]|\b(?:and|but|plus|while|also|then|as well as)\b|&", re.IGNORECASE)
# Words that only join a clause to another: "when the plan was late".
_JOINING = re.compile(
    r"^(?:(?:when|where|if|that|because|since|with|for|about|after|over|who|which)\s+)+", re.IGNORECASE
)
# A story goes on for many clauses, and not every one of them is what is asked about.
_MOST_MATTERS = 4
# An issue is on a matter where it has such a share of the words of one of its phrases, and is so near to one (cosine).
# One alone is not enough: "poor communication" is near to most things, "school" is a word of many.
_SHARE_OF_WORDS, _NEAR = 0.5, 0.27


@dataclass(frozen=True)
class Answering:
    """The issue that a question is about; None where none stands out, and then those whose remedies answer it.

    Without either, all of the decision answers. ``matters`` has each issue that is on one of several matters asked
    about, with the asker's words for it.
    """

    issue: str | None
    issues: tuple[str, ...] = ()
    matters: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Matter:
    """One of several things that a question is about: the field's phrases for it, and its words in the topic."""

    phrases: frozenset[str]
    words: str

    def name(self, question: str) -> str:
        """The words as the asker wrote them; where the topic has left some out between them, the field's phrase."""
        if normalise(self.words).casefold() in normalise(question).casefold():
            return self.words
        asked = stems(self.words)
        return max(sorted(self.phrases), key=lambda phrase: (len(stems(phrase) & asked), -len(phrase)))


def matters_of(topic: str) -> tuple[Matter, ...]:
    """The matters that a topic names, where it names several; none for a single one, and for a long story.

    >>> [matter.words for matter in matters_of("wrong PCN and my blue badge was refused")]
    ['wrong PCN', 'my blue badge was refused']
    """
    said: list[Matter] = []
    for clause in _BETWEEN.split(topic):
        new = Matter(subject_phrases(clause), _JOINING.sub("", clause.strip()))
        same = next((at for at, one in enumerate(said) if _is_same(one, new)), None)
        if same is not None:
            said[same] = replace(said[same], phrases=said[same].phrases | new.phrases)
        elif new.phrases:
            said.append(new)
    # What two of them say tells neither from the other.
    own = [
        replace(one, phrases=one.phrases.difference(*(other.phrases for other in said if other is not one)))
        for one in said
    ]
    matters = tuple(matter for matter in own if matter.phrases)
    return matters if 1 < len(matters) <= _MOST_MATTERS else ()


def _is_same(one: Matter, other: Matter) -> bool:
    """Whether two clauses speak of one matter: "out of school", "no tutor"."""
    fewest = min(len(one.phrases), len(other.phrases))
    return fewest > 0 and 2 * len(one.phrases & other.phrases) > fewest


def find_answering(query: Query, decision: Decision, passages: Sequence[Scored]) -> Answering:
    """Which issues of a decision answer the question; ``passages`` are all of the decision, with their scores."""
    nearness: dict[str, float] = {}
    for scored in passages:
        if (issue := scored.passage.issue) is not None:
            nearness[issue] = max(nearness.get(issue, 0.0), scored.meaning)
    in_question = _issue_in_question(decision, nearness)
    answering = _answering_issues(query, decision, nearness) if in_question is None else (in_question,)
    named = _issues_on_matters(query, passages)
    matters = tuple((issue, words) for issue, words in named.items())
    if not answering or set(named) <= set(answering):
        return Answering(in_question, answering if in_question is None else (), matters)
    return Answering(None, tuple(issue for issue in nearness if issue in named or issue in answering), matters)


def _issues_on_matters(query: Query, passages: Sequence[Scored]) -> dict[str, str]:
    """The issues that are on one of several matters of the question, with its name; none where it has one."""
    matters = matters_of(query.topic)
    if not matters:
        return {}
    near: dict[str, list[float]] = {}
    for scored in passages:
        if (issue := scored.passage.issue) is not None:
            before = near.get(issue, [0.0] * len(query.expansions))
            near[issue] = [max(pair) for pair in zip(before, scored.phrases, strict=True)]
    found = {}
    for issue, each in near.items():
        cosines = dict(zip(query.expansions, each, strict=True))
        on = [matter for matter in matters if _is_on(matter, issue, cosines)]
        if on:
            found[issue] = max(on, key=lambda matter: _nearness(matter, cosines)).name(query.question)
    return found


def _nearness(matter: Matter, cosines: Mapping[str, float]) -> float:
    return max((cosines.get(phrase, 0.0) for phrase in matter.phrases), default=0.0)


def _is_on(matter: Matter, issue: str, cosines: Mapping[str, float]) -> bool:
    """Whether an issue is on a matter, by its words and by its nearness to the field's phrases."""
    if _nearness(matter, cosines) < _NEAR:
        return False
    held = stems(". ".join([issue, *sorted(subject_phrases(issue))]))
    said = [stems(phrase) for phrase in (*matter.phrases, matter.words)]
    return any(words and len(words & held) / len(words) >= _SHARE_OF_WORDS for words in said)


def _issue_in_question(decision: Decision, nearness: Mapping[str, float]) -> str | None:
    """The issue that the question is about; None where no issue stands out.

    Of a full text it is always the nearest one: its remedies are bound to their issues by what it says itself, and a
    sum that was paid for another issue is worse than none.
    """
    ranked = sorted(nearness, key=lambda issue: -nearness[issue])
    if not ranked:
        return None
    leads = len(ranked) == 1 or nearness[ranked[0]] - nearness[ranked[1]] >= _ISSUE_MARGIN
    return ranked[0] if leads or decision.is_full_text else None


def _answering_issues(query: Query, decision: Decision, nearness: Mapping[str, float]) -> tuple[str, ...]:
    """The issues whose remedies answer a question that is about no one issue: those about as near as the nearest paid.

    Without one that was paid for, all: nothing would be told of another issue. Where the table of words reads the
    subject in an issue, and in none that was paid for and is about as near, the sums were paid for another fault.
    """
    paid = {one.issue for one in decision.remedies if one.is_remedy and one.is_money and one.issue in nearness}
    if not paid:
        return ()
    nearest_paid = max(nearness[issue] for issue in paid if issue is not None)
    if max(nearness.values()) - nearest_paid >= _SPOKEN_MARGIN:
        spoken = tuple(issue for issue in issues_on(query, decision) if issue in nearness)
        if spoken and not paid & set(spoken):
            return spoken
    return tuple(issue for issue, near in nearness.items() if near >= nearest_paid - _PAID_MARGIN)
