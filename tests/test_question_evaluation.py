"""The evaluation questions, read by themselves: limits as expected, declines where words alone decide, no false one."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from assistant.domain import CasebookFacts, Query, Turn
from assistant.question import understand

ROOT = Path(__file__).parents[1]
QUESTIONS = [
    json.loads(line) for line in (ROOT / "tests/evaluation/questions.jsonl").read_text("utf-8").splitlines() if line
]
# Whether these can be answered is seen only in the casebook: a reference that is not held, a subject with no case.
DECIDED_BY_THE_CASEBOOK = {"d056", "d069"}


def _facts() -> CasebookFacts:
    """The facts of the starter casebook, read from its digests."""
    lines = (ROOT / "assistant/starter/decisions.jsonl").read_text("utf-8").splitlines()
    digests = [json.loads(line) for line in lines if line]
    dates = [date.fromisoformat(digest["date"]) for digest in digests if digest.get("date")]
    pairs = {(digest.get("category"), digest.get("subcategory")) for digest in digests}
    return CasebookFacts(
        decisions=len(digests),
        newest=max(dates),
        oldest=min(dates),
        bodies=tuple(sorted({digest["body"] for digest in digests if digest.get("body")})),
        subcategories=tuple(sorted((category, sub) for category, sub in pairs if category and sub)),
    )


FACTS = _facts()


def _understand(question: dict[str, Any]) -> Query:
    history = [Turn(turn["role"], turn["content"]) for turn in question.get("history") or []]
    return understand(question["question"], history, FACTS)


def _ids(question: dict[str, Any]) -> str:
    return str(question["id"])


def _as_list(value: Any) -> list[str]:
    return sorted(value if isinstance(value, list) else [value])


@pytest.mark.parametrize("question", [item for item in QUESTIONS if item.get("filters")], ids=_ids)
def test_the_limits_of_an_evaluation_question_are_understood(question: dict[str, Any]) -> None:
    filters, expected = _understand(question).filters, dict(question["filters"])
    found = {
        "body": sorted(filters.bodies),
        "body_not": sorted(filters.bodies_not),
        "outcome": sorted(filters.outcomes),
        "category": sorted(filters.categories),
        "subcategory": sorted(filters.subcategories),
        "kind": sorted(filters.remedy_kinds),
        "date_from": [filters.date_from.isoformat()] if filters.date_from else [],
        "date_to": [filters.date_to.isoformat()] if filters.date_to else [],
        "amount_min": [filters.amount_min_pence // 100] if filters.amount_min_pence else [],
    }
    expected.pop("topic", None)
    assert {name: value for name, value in found.items() if value} == {
        name: _as_list(value) for name, value in expected.items()
    }


@pytest.mark.parametrize("question", [item for item in QUESTIONS if not item.get("filters")], ids=_ids)
def test_an_evaluation_question_without_limits_gets_none(question: dict[str, Any]) -> None:
    assert _understand(question).filters.is_empty


@pytest.mark.parametrize("question", [item for item in QUESTIONS if item["expect"] == "answer"], ids=_ids)
def test_no_answerable_evaluation_question_is_declined(question: dict[str, Any]) -> None:
    query = _understand(question)
    assert query.decline is None
    assert query.topic or query.references


@pytest.mark.parametrize(
    "question",
    [item for item in QUESTIONS if item["expect"] == "decline" and item["id"] not in DECIDED_BY_THE_CASEBOOK],
    ids=_ids,
)
def test_an_evaluation_question_that_words_alone_decide_is_declined(question: dict[str, Any]) -> None:
    assert _understand(question).decline is not None


def test_what_the_digests_are_about_is_neither_declined_nor_limited() -> None:
    """Each issue of the starter casebook, asked as it stands: a thousand ways of naming what a council did."""
    lines = (ROOT / "assistant/starter/decisions.jsonl").read_text("utf-8").splitlines()
    issues = [issue for line in lines if line for issue in json.loads(line)["issues"]]
    queries = [understand(issue, [], FACTS) for issue in issues]
    assert [query.question for query in queries if query.decline] == []
    limited = [query.question for query in queries if not query.filters.is_empty]
    assert len(limited) <= 0.01 * len(issues), limited
