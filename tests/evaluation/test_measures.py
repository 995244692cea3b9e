"""The measures on examples small enough to check by hand, and the floors."""

import math
from dataclasses import replace
from pathlib import Path

import pytest

from tests.evaluation.__main__ import (
    QUESTIONS,
    SECOND,
    Asked,
    Question,
    measure,
    read_questions,
    under_floor,
    write_floors,
)
from tests.evaluation.measures import fuse_ranks, mean, ndcg, precision_and_recall, recall, reciprocal_rank

GRADES = {"a": 2, "b": 2, "c": 1}


def asked(*ranking: str, declined: bool = False, answerable: bool = True) -> Asked:
    question = Question("x1", "typical remedy", "what is usual", (), GRADES, frozenset({("a", 300.0)}), answerable)
    return Asked(question, ranking, frozenset({("a", 300.0), ("z", 50.0)}), declined, 0.1)


def test_recall_counts_grade_two_alone() -> None:
    assert recall(["a", "c", "x"], GRADES, 10) == 0.5
    assert recall(["c"], GRADES, 10) == 0


def test_recall_asks_for_no_more_than_fits() -> None:
    assert recall(["a", "x"], GRADES, 1) == 1


def test_recall_without_a_grade_two_decision_is_nothing() -> None:
    assert recall(["c"], {"c": 1}, 10) == 0


def test_ndcg_is_one_for_the_best_order() -> None:
    assert ndcg(["b", "a", "c"], GRADES, 10) == 1


def test_ndcg_discounts_by_rank_and_gains_three_to_one() -> None:
    best = 3 + 3 / math.log2(3) + 1 / 2
    assert ndcg(["c", "x", "a"], GRADES, 10) == pytest.approx((1 + 3 / 2) / best)


def test_ndcg_looks_at_the_first_k_alone() -> None:
    assert ndcg(["x", "a"], GRADES, 1) == 0


def test_reciprocal_rank_is_of_the_first_grade_two_decision() -> None:
    assert reciprocal_rank(["c", "x", "b", "a"], GRADES) == pytest.approx(1 / 3)
    assert reciprocal_rank(["c"], GRADES) == 0


def test_rank_fusion_prefers_what_both_rank_high() -> None:
    assert fuse_ranks([["a", "b", "c"], ["b", "c", "a"]])[0] == "b"
    assert fuse_ranks([["a"], ["b"]]) == ["a", "b"]


def test_precision_and_recall_are_over_all_questions_together() -> None:
    found = [{("a", 300.0), ("b", 100.0)}, {("c", 50.0)}]
    wanted = [{("a", 300.0)}, {("c", 50.0), ("d", 75.0), ("e", 80.0)}]
    assert precision_and_recall(found, wanted) == pytest.approx((2 / 3, 2 / 4))


def test_nothing_found_is_nothing_wrong() -> None:
    assert precision_and_recall([set()], [{("a", 1.0)}]) == (1.0, 0.0)


def test_a_mean_of_nothing_is_nothing() -> None:
    assert mean([]) == 0


def test_sums_of_close_cases_and_of_the_headline_are_measured_beside_all_that_are_counted() -> None:
    one = replace(asked("a"), close=frozenset({("a", 300.0)}), headline=frozenset({("z", 50.0)}))
    measures = measure([one])
    for name, (precision, found) in {"amounts": (0.5, 1), "close amounts": (1, 1), "headline amounts": (0, 0)}.items():
        assert measures[f"{name} precision on remedy questions"] == precision
        assert measures[f"{name} recall on remedy questions"] == found


def test_rankings_are_measured_over_answerable_questions_and_declines_over_their_own() -> None:
    measures = measure([asked("a", "b"), asked(declined=True), asked(declined=True, answerable=False)])
    assert measures["recall@10"] == 0.5
    assert measures["false declines"] == 0.5
    assert measures["correct declines"] == 1
    assert measures["amounts precision"] == 0.5


def test_what_falls_under_its_floor_is_said(tmp_path: Path) -> None:
    floors = tmp_path / "floors.json"
    write_floors(floors, {"nDCG@10": 0.8, "false declines": 0.02}, "abc")
    assert under_floor({"nDCG@10": 0.8, "false declines": 0.02}, floors, "abc") == []
    assert under_floor({"nDCG@10": 0.9, "false declines": 0.0}, floors, "abc") == []
    assert len(under_floor({"nDCG@10": 0.7, "false declines": 0.1}, floors, "abc")) == 2


def test_floors_of_other_questions_are_no_floors(tmp_path: Path) -> None:
    floors = tmp_path / "floors.json"
    write_floors(floors, {"nDCG@10": 0.8}, "abc")
    assert len(under_floor({"nDCG@10": 0.8}, floors, "def")) == 1
    assert len(under_floor({"nDCG@10": 0.8}, tmp_path / "none.json", "abc")) == 1


def test_the_questions_are_read_as_the_users_asked_them() -> None:
    questions = read_questions(QUESTIONS)
    assert len(questions) == 70
    assert sum(question.is_answerable for question in questions) == 63
    follow_up = next(question for question in questions if question.history)
    assert [turn.role for turn in follow_up.history] == ["user", "assistant"]


def test_the_second_set_names_the_casebook_that_each_question_is_asked_of() -> None:
    questions = read_questions(SECOND)
    assert {question.casebook for question in questions} == {"decisions", "starter"}
    assert {question.casebook for question in read_questions(QUESTIONS)} == {"decisions"}
    assert not {question.id for question in questions} & {question.id for question in read_questions(QUESTIONS)}
