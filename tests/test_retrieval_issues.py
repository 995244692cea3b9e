"""Which issues of a decision answer a question: the one it is about, or those on each of several matters."""

from __future__ import annotations

import pytest

from assistant.domain import Decision
from assistant.retrieval.issues import Answering, find_answering, matters_of
from assistant.retrieval.shortlist import Scored
from assistant.vocabulary import expand
from tests.builders import decision, finding, passage, query, remedy

LATE, OUT, PHONE = "EHC plan issued late", "no suitable education for two terms", "poor communication"
BOTH = "the EHC plan was late and she had no school place"

SEVERAL = {
    "two": (BOTH, ("the EHC plan was late", "she had no school place")),
    "after a comma": ("mouldy flat, lost belongings", ("mouldy flat", "lost belongings")),
    "one of them said twice": (
        "my son was out of school, no tutor, and the EHCP was late",
        ("my son was out of school", "the EHCP was late"),
    ),
    "without the joining word": (
        "when the PCN was wrong and the blue badge was refused",
        ("the PCN was wrong", "the blue badge was refused"),
    ),
}
ONE = {
    "one thing": "EHC plan issued late",
    "one thing said twice": "bailiffs came, and the bailiffs came again",
    "only how it was done beside it": "bins missed and they were rude",
    "two words of one thing": "damp and mould",
    "a story": "PCN, blue badge, missed bins, late EHC plan, bailiffs and a planning application",
}


@pytest.mark.parametrize(("topic", "words"), SEVERAL.values(), ids=SEVERAL.keys())
def test_several_matters_are_told_apart_in_the_askers_words(topic: str, words: tuple[str, ...]) -> None:
    assert tuple(matter.words for matter in matters_of(topic)) == words


@pytest.mark.parametrize("topic", ONE.values(), ids=ONE.keys())
def test_what_is_one_matter_or_a_story_is_not_taken_apart(topic: str) -> None:
    assert matters_of(topic) == ()


def test_a_matter_has_the_name_that_the_asker_gave_it_or_that_of_the_field() -> None:
    first, second = matters_of("planning enforcement ignored my an extension and my neighbour's noise")
    question = "planning enforcement ignored my complaints about an extension and my neighbour’s noise"
    assert first.name(question) == "planning enforcement"
    assert second.name(question) == "my neighbour's noise"


def held() -> Decision:
    sums = (remedy(pounds=300, issue=LATE), remedy(pounds=3000, issue=OUT), remedy(pounds=100, issue=PHONE))
    return decision(1, findings=(finding(LATE), finding(OUT), finding(PHONE)), remedies=sums)


def scored(topic: str, nearness: dict[str, tuple[float, float]]) -> list[Scored]:
    """Issues with their meaning, and how near each is to every phrase of the field that the topic says."""
    return [
        Scored(passage(issue), meaning, 0.0, (near,) * len(expand(topic)))
        for issue, (meaning, near) in nearness.items()
    ]


def answering(topic: str, nearness: dict[str, tuple[float, float]]) -> Answering:
    asked = query(question=f"What is paid when {topic}?", topic=topic, expansions=expand(topic))
    return find_answering(asked, held(), scored(topic, nearness))


def test_what_was_paid_for_either_matter_answers_a_question_about_both() -> None:
    found = answering(BOTH, {LATE: (0.6, 0.6), OUT: (0.3, 0.5), PHONE: (0.2, 0.45)})
    assert found == Answering(None, (LATE, OUT), ((LATE, "the EHC plan was late"), (OUT, "she had no school place")))


def test_an_issue_that_has_the_words_and_is_not_near_is_on_no_matter() -> None:
    assert answering(BOTH, {LATE: (0.6, 0.6), OUT: (0.3, 0.2)}) == Answering(
        LATE, (), ((LATE, "the EHC plan was late"),)
    )


def test_a_question_about_one_matter_is_about_the_issue_that_stands_out() -> None:
    assert answering("EHC plan late", {LATE: (0.6, 0.6), OUT: (0.3, 0.5)}) == Answering(LATE)


def test_where_none_stands_out_those_about_as_near_as_the_nearest_paid_answer() -> None:
    assert answering("EHC plan late", {LATE: (0.5, 0.6), OUT: (0.47, 0.5), PHONE: (0.35, 0.4)}) == Answering(
        None, (LATE, OUT)
    )


def test_without_issues_all_of_the_decision_answers() -> None:
    assert answering(BOTH, {}) == Answering(None)
