"""The search for words in the casebook: what is found, in which order, and that no text makes it fail."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from assistant.casebook import Casebook
from assistant.domain import CaseReference
from tests.builders import LATE_PLAN, MISSED_BINS, decision, file_in, finding, reference


def search(casebook: Casebook, *terms: str, within: frozenset[CaseReference] | None = None) -> list[CaseReference]:
    found = casebook.keyword_search(dict.fromkeys(terms, 1.0), limit=20, within=within)
    held = casebook.passages(name for name, _ in found)
    return list(dict.fromkeys(held[name].reference for name, _ in found))


@pytest.fixture
def worded(casebook: Casebook) -> Casebook:
    plain = {"category": None, "subcategory": None, "body": None, "remedies": ()}
    file_in(
        casebook,
        decision(1, "The plan came four months late.", findings=(finding(LATE_PLAN),), **plain),
        decision(2, "Bins were missed for weeks.", findings=(finding(MISSED_BINS),), **plain),
        decision(3, "A café’s licence; the bins stood on the plan of the street.", findings=(), **plain),
    )
    return casebook


def test_an_issue_is_found_by_its_words(worded: Casebook) -> None:
    assert search(worded, "education") == [reference(1)]
    assert search(worded, "collection") == [reference(2)]  # the stem of "collections"


def test_a_decision_with_more_of_the_words_comes_first(worded: Casebook) -> None:
    assert search(worded, "missed", "bins")[0] == reference(2)
    assert set(search(worded, "bins")) == {reference(2), reference(3)}


def test_a_phrase_must_stand_together(worded: Casebook) -> None:
    assert search(worded, "missed bin") == [reference(2)]
    assert search(worded, "bin missed") == []


def test_accents_and_case_do_not_matter(worded: Casebook) -> None:
    assert search(worded, "CAFE") == [reference(3)] == search(worded, "Café")


def test_words_are_looked_for_within_the_given_decisions_only(worded: Casebook) -> None:
    assert search(worded, "bins", within=frozenset({reference(3)})) == [reference(3)]
    assert search(worded, "bins", within=frozenset()) == []


def test_a_heavier_word_counts_more_and_a_weightless_one_not_at_all(worded: Casebook) -> None:
    def best(weights: dict[str, float]) -> CaseReference:
        (name, _), *_ = worded.keyword_search(weights, limit=20)
        return worded.passages([name])[name].reference

    assert best({"licence": 0.1, "weeks": 1.0}) == reference(2)
    assert best({"licence": 1.0, "weeks": 0.1}) == reference(3)
    assert worded.keyword_search({"licence": 0.0}, limit=20) == []


def test_the_best_come_first_and_no_more_than_asked_for(worded: Casebook) -> None:
    scores = [score for _, score in worded.keyword_search({"bins": 1.0, "plan": 0.5}, limit=20)]
    assert scores == sorted(scores, reverse=True) and len(scores) > 2
    assert len(worded.keyword_search({"bins": 1.0, "plan": 0.5}, limit=2)) == 2
    assert worded.keyword_search({}, limit=5) == []


@pytest.mark.parametrize(
    "term",
    [
        *(
            '"',
            "'",
            "a OR b",
            "AND",
            "NOT bins",
            "NEAR(a b)",
            "bins*",
            "issue:bins",
            "^bins",
            "(",
            "a-b",
            "{x}",
            "\\",
            "_",
        ),
        *("\x00", "🗑", "İstanbul", "日本語", "naïve", "%", "; DROP TABLE passages", "__ __", "\ud800", ""),
    ],
)
def test_no_input_is_taken_for_search_syntax(worded: Casebook, term: str) -> None:
    worded.keyword_search({term: 1.0, f"bins {term}": 0.5}, limit=5)
    assert search(worded, term, "collections")[:1] == [reference(2)]


@given(st.dictionaries(st.text(max_size=20), st.floats(0, 2), max_size=5))
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_text_makes_the_word_search_fail(worded: Casebook, terms: dict[str, float]) -> None:
    assert len(worded.keyword_search(terms, limit=3)) <= 3
