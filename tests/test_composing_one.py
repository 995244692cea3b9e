"""What is said of one decision: outcome, money, findings, and what is not held."""

from __future__ import annotations

import pytest

from assistant.domain import (
    AnswerStatus,
    Draft,
    Evidence,
    FindingResult,
    Payee,
    Purpose,
    QuestionKind,
    RemedyStatus,
    StatementRole,
)
from tests.builders import (
    LATE_PLAN,
    MISSED_BINS,
    SOUTHFELL,
    case,
    decision,
    evidence,
    finding,
    full_text,
    query,
    reference,
    remedy,
    words_of,
)
from tests.composing_builders import ROLE, draft_for, many


def single(found: Evidence, *references: object) -> Draft:
    wanted = tuple(one.decision.reference for one in found.cases) + found.not_held
    return draft_for(found, query(QuestionKind.SINGLE_CASE, references=wanted))


def test_one_decision_is_told_with_its_outcome_its_money_and_the_rest() -> None:
    draft = single(evidence(decision()))
    assert draft.status is AnswerStatus.ONE
    assert words_of(draft, ROLE.HEADLINE).startswith("Northmoor Council (21 000 001, June 2021): upheld.")
    assert "our digest" in words_of(draft, ROLE.HEADLINE)
    assert words_of(draft, ROLE.FIGURES) == "Money: £300 to the complainant for distress (agreed)."
    assert words_of(draft, ROLE.OTHER_REMEDIES) == "Beside money: an apology."


def test_a_full_text_is_said_to_be_the_ombudsmans_words() -> None:
    words = words_of(single(evidence(full_text())), ROLE.HEADLINE)
    assert "Ombudsman’s own words" in words and "digest" not in words


def test_a_full_text_is_told_issue_by_issue_with_what_was_agreed_for_each() -> None:
    plan = finding(LATE_PLAN, result=FindingResult.FAULT, injustice=True)
    bins = finding(MISSED_BINS, result=FindingResult.NO_FAULT)
    paid = remedy(pounds=500, rate_pence=10000, per="month", issue=LATE_PLAN)
    refused = remedy(pounds=900, issue=LATE_PLAN, status=RemedyStatus.REFUSED)
    told = full_text(1, findings=(plan, bins), remedies=(paid, refused))
    draft = single(evidence(case(told, issue=None)))
    found = [statement.text for statement in draft.statements if statement.role is StatementRole.FINDINGS]
    on_plan = f"“{LATE_PLAN}”: fault, with injustice. For this:"
    assert found == [
        f"{on_plan} £500 (£100 a month) to the complainant for distress (agreed).",
        f"“{MISSED_BINS}”: no fault.",
    ]


def test_a_digest_tells_no_results() -> None:
    draft = single(evidence(case(decision(1, findings=(finding(LATE_PLAN), finding(MISSED_BINS))))))
    assert not any(statement.role is StatementRole.FINDINGS for statement in draft.statements)


def test_an_outcome_that_was_inferred_is_marked() -> None:
    words = words_of(single(evidence(decision(outcome_inferred=True))))
    assert "upheld (read from the summary)" in words


def test_a_decision_without_payment_or_with_an_unstated_sum_says_so() -> None:
    assert "No payment is recorded." in words_of(single(evidence(decision(remedies=()))))
    unstated = words_of(single(evidence(decision(remedies=(remedy(amount_pence=None),)))))
    assert "sum is not stated" in unstated and "No payment" not in unstated


def test_two_payees_stay_two_payments() -> None:
    child = remedy(pounds=200, payee=Payee.CHILD, purpose=Purpose.LOSS_OF_PROVISION)
    made = decision(remedies=(remedy(pounds=150), child), stated_total_pence=35000)
    words = words_of(single(evidence(made)))
    assert "£150 to the complainant for distress (agreed) and £200 to the child for lost provision (agreed)" in words
    assert "£350" not in words


def test_a_reference_that_is_not_held_is_named_with_those_that_look_like_it() -> None:
    found = Evidence(not_held=(reference(9),), near=(decision(8), decision(7, body=SOUTHFELL)))
    draft = single(found)
    assert draft.status is AnswerStatus.NONE
    words = words_of(draft)
    assert words.startswith("I don’t hold 21 000 009.")
    assert "different cases: Northmoor Council (21 000 008, June 2021) and Southfell County Council" in words
    assert "£" not in words


def test_one_that_looks_like_it_is_a_different_case_too() -> None:
    words = words_of(single(Evidence(not_held=(reference(9),), near=(decision(8),))))
    assert "is a different case: Northmoor Council (21 000 008" in words


def test_a_held_and_a_missing_reference_are_answered_and_said() -> None:
    found = evidence(decision(1), not_held=(reference(9),))
    words = words_of(single(found))
    assert "21 000 001" in words and "I don’t hold 21 000 009." in words


@pytest.mark.parametrize("kind", list(QuestionKind))
def test_a_missing_reference_is_said_beside_a_held_one_whatever_was_asked(kind: QuestionKind) -> None:
    found = evidence(decision(1), not_held=(reference(9),))
    asked = query(kind, references=(reference(1), reference(9)))
    assert "I don’t hold 21 000 009." in words_of(draft_for(found, asked))


@pytest.mark.parametrize("kind", list(QuestionKind))
@pytest.mark.parametrize("number", [0, 1, 3, 7])
def test_an_answer_always_says_something(kind: QuestionKind, number: int) -> None:
    assert draft_for(evidence(*many(number)), query(kind)).statements
