"""The JSON form that programs read: the promised keys, plain values, nothing invented."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from assistant.casebook import Casebook
from assistant.citations import check_draft
from assistant.composing import compose
from assistant.domain import (
    Answer,
    AnswerStatus,
    Basis,
    CitationReport,
    Evidence,
    FailedCheck,
    Filters,
    Outcome,
    OutcomeCount,
    Payee,
    Query,
    Relevance,
    RemedyKind,
    RemedySummary,
)
from assistant.export import answer_to_json, filters_to_json
from assistant.remedies import summarise_remedies
from tests.builders import (
    LATE_PLAN,
    NORTHMOOR,
    SOUTHFELL,
    case,
    decision,
    evidence,
    facts,
    file_in,
    query,
    reference,
    remedy,
)


def answer(found: Evidence, casebook: Casebook, asked: Query | None = None) -> Answer:
    file_in(casebook, *(one.decision for one in found.cases))
    own = asked or query()
    summary = summarise_remedies(found)
    draft = compose(own, found, summary, facts())
    statements, report = check_draft(draft, own, found, summary, facts(), casebook)
    return Answer(draft.status, own, statements, found, summary, report, facts(), 0.123456, {"wording": "w"})


def through_json(made: Answer, **given: Any) -> dict[str, Any]:
    read: dict[str, Any] = json.loads(json.dumps(answer_to_json(made, **given)))
    return read


# The form promised for a batch; more keys may stand beside these.
_PROMISED: dict[str, Any] = {
    "id": None,
    "status": None,
    "understood": {"topic": None, "kind": None, "filters": {}, "assumed": None},
    "statements": [{"text": None, "citations": [{"reference": None, "paragraph": None, "quote": None}]}],
    "cases": [
        dict.fromkeys(("reference", "body", "date", "outcome", "url", "basis", "relevance", "why")),
    ],
    "remedies": {
        "decisions": None,
        "payments": [dict.fromkeys(("reference", "amount_gbp", "payee", "for", "issue", "status", "year"))],
        "lowest_gbp": None,
        "median_gbp": None,
        "highest_gbp": None,
        "others": [dict.fromkeys(("kind", "count", "references"))],
    },
    "checks": {},
    "casebook": {"decisions": None, "newest": None},
    "seconds": None,
}


def assert_has_form(found: Any, form: Any, place: str = "answer") -> None:
    if isinstance(form, dict):
        assert isinstance(found, dict), place
        assert form.keys() <= found.keys(), f"{place}: {form.keys() - found.keys()} missing"
        for key, inner in form.items():
            assert_has_form(found[key], inner, f"{place}.{key}")
    elif isinstance(form, list):
        assert isinstance(found, list), place
        for n, item in enumerate(found):
            assert_has_form(item, form[0], f"{place}[{n}]")


@pytest.mark.parametrize("found", [evidence(decision(1), decision(2)), evidence()], ids=["cases", "none"])
def test_every_answer_has_the_promised_form(casebook: Casebook, found: Evidence) -> None:
    made = through_json(answer(found, casebook), identifier="q1")
    assert_has_form(made, _PROMISED)
    assert made["id"] == "q1"
    assert made["status"] == ("few" if found.cases else "none")


def test_values_are_plain_and_those_of_the_answer(casebook: Casebook) -> None:
    made = through_json(answer(evidence(decision(1)), casebook))
    assert made["cases"] == [
        {
            "reference": "21 000 001",
            "body": NORTHMOOR,
            "date": "2021-06-17",
            "outcome": "Upheld",
            "outcome_inferred": False,
            "url": "https://ombudsman.example/decisions/21-000-001",
            "basis": "summary",
            "relevance": "close",
            "why": "The same failing.",
            "issue": LATE_PLAN,
            "flagged": [],
        }
    ]
    assert made["remedies"]["payments"] == [
        {
            "reference": "21 000 001",
            "amount_gbp": 300,
            "per": None,
            "kind": "payment",
            "payee": "complainant",
            "for": "distress",
            "issue": LATE_PLAN,
            "status": "agreed",
            "year": 2021,
        }
    ]
    assert made["remedies"]["others"] == [{"kind": "apology", "count": 1, "references": ["21 000 001"]}]
    assert made["casebook"] == {"decisions": 1403, "newest": "2026-03-02"}
    assert made["seconds"] == 0.1235


def test_sums_are_pounds_and_a_missing_median_is_null(casebook: Casebook) -> None:
    cases = [case(decision(n, remedies=(remedy(pounds=sum_),))) for n, sum_ in enumerate([100, 50.5], start=1)]
    remedies = through_json(answer(evidence(*cases), casebook))["remedies"]
    assert (remedies["lowest_gbp"], remedies["median_gbp"], remedies["highest_gbp"]) == (50.5, None, 100)


def test_the_sums_of_close_and_of_partly_comparable_cases_are_told_apart_beside_those_of_all(
    casebook: Casebook,
) -> None:
    near = [case(decision(n, remedies=(remedy(pounds=100 * n),))) for n in range(1, 6)]
    far = case(decision(9, remedies=(remedy(pounds=900),)), relevance=Relevance.PARTLY)
    remedies = through_json(answer(evidence(*near, far), casebook))["remedies"]
    assert (remedies["lowest_gbp"], remedies["highest_gbp"], len(remedies["payments"])) == (100, 900, 6)
    assert remedies["close"] == {
        "decisions": 5,
        "decisions_with_sum": 5,
        "sums": 5,
        "lowest_gbp": 100,
        "median_gbp": 300,
        "highest_gbp": 500,
    }
    assert remedies["partly"] == {
        "decisions": 1,
        "decisions_with_sum": 1,
        "sums": 1,
        "lowest_gbp": 900,
        "median_gbp": None,
        "highest_gbp": 900,
    }
    assert through_json(answer(evidence(*near), casebook))["remedies"]["partly"] is None


def test_a_rate_is_no_sum_and_says_per_what(casebook: Casebook) -> None:
    rate = remedy(amount_pence=None, rate_pence=10000, per="month")
    remedies = through_json(answer(evidence(decision(1, remedies=(rate,))), casebook))["remedies"]
    assert [(row["amount_gbp"], row["per"]) for row in remedies["payments"]] == [(100, "month")]
    assert remedies["lowest_gbp"] is None


def test_at_most_twenty_cases_are_listed_best_first(casebook: Casebook) -> None:
    cases = through_json(answer(evidence(*[decision(n) for n in range(1, 31)]), casebook))["cases"]
    assert [one["reference"] for one in cases] == [str(reference(n)) for n in range(1, 21)]


def test_what_is_not_known_is_null(casebook: Casebook) -> None:
    bare = decision(1, body=None, decided=None, outcome=None, url=None)
    (one,) = through_json(answer(evidence(bare), casebook))["cases"]
    assert [one[key] for key in ("body", "date", "outcome", "url")] == [None, None, None, None]


def test_every_quotation_is_given_with_its_place(casebook: Casebook) -> None:
    made = through_json(answer(evidence(decision(1)), casebook))
    citations = [citation for statement in made["statements"] for citation in statement["citations"]]
    assert citations
    for citation in citations:
        held = decision(1).paragraph(citation["paragraph"])
        assert held is not None and citation["quote"] in held.text


def test_what_was_withheld_is_told_without_its_text_being_a_statement() -> None:
    report = CitationReport(
        figures=1, failures=(FailedCheck("It paid £9.", "figures", "£9"),), withheld=("It paid £9.",)
    )
    made = through_json(Answer(AnswerStatus.FEW, query(), (), evidence(), RemedySummary(), report, facts(), 0.0))
    assert made["checks"]["failures"] == [{"statement": "It paid £9.", "check": "figures", "found": "£9", "reason": ""}]
    assert made["checks"]["withheld"] == 1
    assert made["statements"] == []


def test_only_filters_that_are_set_are_told_one_value_plain_and_several_as_a_list() -> None:
    assert filters_to_json(Filters()) == {}
    assert filters_to_json(
        Filters(
            bodies=(NORTHMOOR, SOUTHFELL),
            outcomes=(Outcome.UPHELD,),
            date_from=date(2020, 1, 1),
            amount_min_pence=0,
            amount_max_pence=50050,
            remedy_kinds=(RemedyKind.PAYMENT,),
            payees=(Payee.CHILD,),
            bases=(Basis.FULL_TEXT,),
            references=(reference(1),),
        )
    ) == {
        "body": [NORTHMOOR, SOUTHFELL],
        "outcome": "Upheld",
        "date_from": "2020-01-01",
        "amount_min": 0,
        "amount_max": 500.5,
        "kind": "payment",
        "payee": "child",
        "basis": "full text",
        "reference": "21 000 001",
    }


def test_a_redacted_question_is_told_and_the_question_itself_is_not(casebook: Casebook) -> None:
    asked = query(question="call 07700 900123 about a plan", redacted_question="call [number] about a plan")
    made = answer_to_json(answer(evidence(), casebook, asked))
    assert made["understood"]["redacted_question"] == "call [number] about a plan"
    assert "07700" not in json.dumps(made)


def test_the_history_of_a_body_is_told_by_year_and_outcome(casebook: Casebook) -> None:
    counted = (OutcomeCount(2021, Outcome.UPHELD, 3), OutcomeCount(None, None, 1))
    made = answer(evidence(decision(1)), casebook)
    assert through_json(made)["history"] == []
    assert through_json(replace(made, evidence=replace(made.evidence, history=counted)))["history"] == [
        {"year": 2021, "outcome": "Upheld", "decisions": 3},
        {"year": None, "outcome": None, "decisions": 1},
    ]
