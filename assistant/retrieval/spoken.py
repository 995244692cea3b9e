"""Whether a decision speaks of what a question is about, by the table of words alone: no score has a say.

Within one body or drawer few decisions are held, and how near they are says little: something is always the nearest.
But where the table reads the same phrase of the field in an issue ("address left unredacted") as in the question ("data
breaches"), something is held on it. It is called partly comparable, whatever its score, and counts for that issue.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from assistant.domain import Case, Decision, Query, Relevance
from assistant.retrieval.searching import stems
from assistant.vocabulary import content_words, says_one_of, subject_phrases, word_stem


def keep_spoken_of(query: Query, cases: Sequence[Case]) -> list[Case]:
    """The cases that speak of the subject, PARTLY and about the issue that does, before the others, BACKGROUND.

    Where none does, all are BACKGROUND; each in the order given.
    """
    spoken, others = [], []
    for case in cases:
        issues = issues_on(query, case.decision)
        if issues:
            why = f"It is about “{issues[0]}”."
            named = issues[0] if len(issues) == 1 else None
            spoken.append(replace(case, relevance=Relevance.PARTLY, why=why, issue=named, answering=issues))
        else:
            why = case.why.removesuffix(".").removesuffix("; less close") + "; less close."
            others.append(replace(case, relevance=Relevance.BACKGROUND, why=why))
    return [*spoken, *others]


def issues_on(query: Query, decision: Decision) -> tuple[str, ...]:
    """The issues that say one of the field's phrases for the topic, or have all of its own words, in order."""
    phrases = subject_phrases(query.topic)
    own = {word_stem(word) for word in content_words(query.topic)}
    return tuple(
        issue
        for issue in (finding.issue for finding in decision.findings)
        if says_one_of(phrases, issue)
        or any(phrase.casefold() in issue.casefold() for phrase in phrases)
        or (own and own <= stems(issue))
    )
