"""What is held of one body on a subject is found by the words of its issues where no score tells it."""

from __future__ import annotations

import pytest

from assistant.domain import Relevance
from assistant.retrieval.spoken import issues_on, keep_spoken_of
from assistant.vocabulary import says_one_of, subject_phrases
from tests.builders import case, decision, finding, query

ON_IT = {
    "another word of the field": ("data breaches", "address left unredacted in a court report"),
    "a lay word": ("potholes", "pavement repair"),
    "its own words": ("allotment rents", "rent of an allotment raised"),
    "a phrase inside": ("PCN", "penalty charge notice sent to a former address"),
}
NOT_ON_IT = {
    "another subject": ("noise nuisance", "delay in a child in need assessment"),
    "only how it was done": ("bins refused", "school transport refused"),
    "only one of two words": ("headstone removed", "tree removed"),
}


@pytest.mark.parametrize(("topic", "issue"), ON_IT.values(), ids=ON_IT.keys())
def test_an_issue_is_on_the_topic_by_the_table_or_by_its_words(topic: str, issue: str) -> None:
    assert issues_on(query(topic=topic), decision(1, findings=(finding(issue),))) == (issue,)


@pytest.mark.parametrize("topic", [topic for topic, _ in (*ON_IT.values(), *NOT_ON_IT.values())])
def test_phrases_are_looked_for_as_all_are_found(topic: str) -> None:
    issues = [issue for _, issue in (*ON_IT.values(), *NOT_ON_IT.values())]
    phrases = subject_phrases(topic)
    assert [says_one_of(phrases, one) for one in issues] == [bool(phrases & subject_phrases(one)) for one in issues]


@pytest.mark.parametrize(("topic", "issue"), NOT_ON_IT.values(), ids=NOT_ON_IT.keys())
def test_words_of_every_subject_put_no_issue_on_the_topic(topic: str, issue: str) -> None:
    assert issues_on(query(topic=topic), decision(1, findings=(finding(issue),))) == ()


def test_what_speaks_of_it_comes_first_as_partly_comparable_and_about_that_issue() -> None:
    other = case(decision(1, findings=(finding("late annual review"),)))
    leak = case(decision(2, findings=(finding("late reply"), finding("address left unredacted"))))
    asked = query(topic="data breaches")
    first, second = keep_spoken_of(asked, [other, leak])
    assert (first.decision, first.relevance, first.issue) == (
        leak.decision,
        Relevance.PARTLY,
        "address left unredacted",
    )
    assert (second.decision, second.relevance) == (other.decision, Relevance.BACKGROUND)
    assert second.why.endswith("; less close.")


def test_where_nothing_speaks_of_it_all_are_background() -> None:
    other = case(decision(1, findings=(finding("late annual review"),)))
    assert [one.relevance for one in keep_spoken_of(query(topic="potholes"), [other])] == [Relevance.BACKGROUND]
