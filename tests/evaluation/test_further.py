"""The further, fresh and blind questions, held to their form: what they name exists, each kind is as often as stated.

Whether the assistant answers them well is measured, not tested: `python -m tests.evaluation --questions further`.
"""

import json
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from assistant.digests import read_digests
from assistant.domain import Decision
from assistant.starter import STARTER_FILES
from tests.evaluation.__main__ import BLIND, FRESH, FURTHER, QUESTIONS, SECOND, read_questions

_KEYS = {
    "id", "kind", "casebook", "question", "history", "filters", "relevant", "amounts", "expect", "note",
}  # fmt: skip
_FILES = {"decisions": STARTER_FILES[:1], "starter": STARTER_FILES}
_FILTERS = {
    "body", "body_not", "category", "subcategory", "outcome", "date_from", "date_to", "amount_min", "kind", "topic",
}  # fmt: skip
_WORDS_OF_A_STORY = 100


@dataclass(frozen=True)
class _Set:
    """A file of questions, the letter its ids begin with, and how many there are at least, in all and by kind."""

    path: Path
    letter: str
    number: int
    at_least: Mapping[str, int]


_FURTHER_AT_LEAST = {
    "typical remedy": 40,
    "is it fault": 20,
    "treatment": 4,
    "council history": 9,
    "compare": 5,
    "trend": 5,
    "single-case look-up": 6,
    "meaning": 5,
    "drafting help": 4,
    "service improvements": 4,
    "jurisdiction": 2,
    "follow-up": 25,
    "filtered": 20,
    "decline": 15,
    "unclear": 4,
}
_FRESH_AT_LEAST = {
    "typical remedy": 35,
    "is it fault": 10,
    "filtered": 8,
    "follow-up": 10,
    "council history": 3,
    "compare": 2,
    "trend": 2,
    "drafting help": 2,
    "service improvements": 1,
    "decline": 5,
    "unclear": 2,
}
_BLIND_AT_LEAST = {
    "typical remedy": 29,
    "is it fault": 3,
    "treatment": 3,
    "council history": 2,
    "filtered": 4,
    "follow-up": 8,
    "decline": 5,
    "story": 6,
}
_SETS = {
    "further": _Set(FURTHER, "f", 150, _FURTHER_AT_LEAST),
    "fresh": _Set(FRESH, "n", 80, _FRESH_AT_LEAST),
    "blind": _Set(BLIND, "b", 60, _BLIND_AT_LEAST),
}


@pytest.fixture(scope="module", params=list(_SETS.values()), ids=list(_SETS))
def questions(request: pytest.FixtureRequest) -> _Set:
    chosen: _Set = request.param
    return chosen


@pytest.fixture(scope="module")
def lines(questions: _Set) -> list[dict[str, Any]]:
    return _read_lines(questions.path)


@pytest.fixture(scope="module")
def held() -> Mapping[str, Mapping[str, Decision]]:
    return {
        name: {decision.reference.value: decision for file in files for decision in read_digests(file)}
        for name, files in _FILES.items()
    }


def _read_lines(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def _is_story(line: Mapping[str, Any]) -> bool:
    return len(line["question"].split()) >= _WORDS_OF_A_STORY


def test_they_are_numbered_without_gap_and_all_have_the_same_keys(questions: _Set, lines: list[dict[str, Any]]) -> None:
    assert [line["id"] for line in lines] == [f"{questions.letter}{number:03}" for number in range(1, len(lines) + 1)]
    assert {frozenset(line) for line in lines} == {frozenset(_KEYS)}


def test_none_is_asked_twice_nor_stands_in_another_set(questions: _Set, lines: list[dict[str, Any]]) -> None:
    asked = Counter((line["question"].casefold(), json.dumps(line["history"])) for line in lines)
    assert [question for (question, _), times in asked.items() if times > 1] == []
    others = [path for path in (QUESTIONS, SECOND, FURTHER, FRESH, BLIND) if path != questions.path]
    asked_there = {one.question.casefold() for path in others for one in read_questions(path)}
    assert [line["id"] for line in lines if line["question"].casefold() in asked_there and not line["history"]] == []


def test_every_kind_is_there_in_the_number_promised(questions: _Set, lines: list[dict[str, Any]]) -> None:
    kinds = Counter(line["kind"] for line in lines)
    assert set(kinds) == set(questions.at_least)
    assert {kind: number for kind, number in questions.at_least.items() if kinds[kind] < number} == {}
    assert len(lines) >= questions.number


def test_a_third_of_the_further_are_follow_ups_filters_or_pasted_stories() -> None:
    lines = _read_lines(FURTHER)
    stories = [line for line in lines if _is_story(line)]
    assert len(stories) >= 15
    assert max(len(line["question"].split()) for line in stories) <= 600
    third = [line for line in lines if line["kind"] in {"follow-up", "filtered"} or _is_story(line)]
    assert len(third) * 3 >= len(lines)


def test_a_follow_up_has_a_history_that_ends_with_an_answer_and_nothing_else_has_one(
    lines: list[dict[str, Any]],
) -> None:
    for line in lines:
        roles = [turn["role"] for turn in line["history"]]
        assert roles == (["user", "assistant"] * (len(roles) // 2)), line["id"]
        assert bool(roles) == (line["kind"] == "follow-up"), line["id"]


def test_every_decision_named_is_held_in_the_casebook_named_and_graded_one_or_two(
    lines: list[dict[str, Any]], held: Mapping[str, Mapping[str, Decision]]
) -> None:
    for line in lines:
        missing = [reference for reference in line["relevant"] if reference not in held[line["casebook"]]]
        assert missing == [], line["id"]
        assert set(line["relevant"].values()) <= {1, 2}, line["id"]


def test_every_amount_is_a_row_of_a_decision_that_was_graded(
    lines: list[dict[str, Any]], held: Mapping[str, Mapping[str, Decision]]
) -> None:
    for line in lines:
        for row in line["amounts"]:
            assert row["reference"] in line["relevant"], line["id"]
            remedies = held[line["casebook"]][row["reference"]].remedies
            assert round(row["amount_gbp"] * 100) in {remedy.amount_pence for remedy in remedies}, (line["id"], row)


def test_what_is_to_be_answered_has_a_decision_on_the_point_and_what_is_not_has_none(
    lines: list[dict[str, Any]],
) -> None:
    for line in lines:
        assert line["expect"] in {"answer", "decline"}, line["id"]
        assert (2 in line["relevant"].values()) == (line["expect"] == "answer"), line["id"]
        if line["kind"] in {"decline", "unclear"}:
            assert line["expect"] == "decline", line["id"]


def test_only_known_filters_are_named_and_a_filtered_question_names_one(lines: list[dict[str, Any]]) -> None:
    for line in lines:
        assert set(line["filters"] or ()) <= _FILTERS, line["id"]
        assert line["filters"] or line["kind"] != "filtered", line["id"]


def test_a_decision_graded_for_a_filtered_question_satisfies_its_filters(
    lines: list[dict[str, Any]], held: Mapping[str, Mapping[str, Decision]]
) -> None:
    for line in lines:
        wrong = [
            reference
            for reference in line["relevant"]
            if not _satisfies(held[line["casebook"]][reference], line["filters"] or {})
        ]
        assert wrong == [], line["id"]


def _satisfies(decision: Decision, filters: Mapping[str, Any]) -> bool:
    values = {
        "body": decision.body,
        "category": decision.category,
        "subcategory": decision.subcategory,
        "outcome": decision.outcome.value if decision.outcome else None,
    }
    day = decision.decided.isoformat() if decision.decided else None
    remedies = [one for one in decision.remedies if one.kind.value == filters.get("kind", one.kind.value)]
    return (
        all(values[name] in _listed(filters[name]) for name in values if name in filters)
        and decision.body not in _listed(filters.get("body_not", []))
        and (filters.get("date_from") is None or (day is not None and day >= filters["date_from"]))
        and (filters.get("date_to") is None or (day is not None and day <= filters["date_to"]))
        and ("kind" not in filters or bool(remedies))
        and max([0, *(one.amount_pence or 0 for one in remedies)]) >= filters.get("amount_min", 0) * 100
    )


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]
