"""What reading answers aloud found: sums without their issue, headlines that hide money, marks that repeat."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from assistant.casebook import Casebook
from assistant.citations import check_draft
from assistant.composing import compose
from assistant.domain import (
    AnswerStatus,
    Draft,
    Evidence,
    Filters,
    Outcome,
    Purpose,
    Query,
    QuestionKind,
    Relevance,
    RemedyKind,
    RemedyStatus,
    StatementRole,
)
from assistant.remedies import summarise_remedies
from assistant.terminal import answer_as_text
from tests.builders import LATE_PLAN, MISSED_BINS, case, decision, evidence, facts, file_in, finding, query, remedy
from tests.builders import words_of as words
from tests.model_world import template_answer

ROLE = StatementRole


def draft_of(found: Evidence, asked: Query | None = None, **held: object) -> Draft:
    return compose(asked or query(), found, summarise_remedies(found), facts(**held))


def failures(draft: Draft, found: Evidence, path: Path, asked: Query | None = None) -> list[str]:
    casebook = Casebook.open(path / f"{len(list(path.iterdir()))}.sqlite")
    file_in(casebook, *(one.decision for one in found.cases))
    _, report = check_draft(draft, asked or query(), found, summarise_remedies(found), facts(), casebook)
    casebook.close()
    return [each.reason for each in report.failures]


# --------------------------------------------------------------------------- which issue a sum was paid for


def test_a_sum_that_answers_one_issue_names_it_where_the_question_is_about_none_of_them() -> None:
    of_two = decision(
        1,
        findings=(finding(LATE_PLAN), finding("records lost")),
        remedies=(remedy(pounds=300, issue=LATE_PLAN),),
    )
    told = words(draft_of(evidence(replace(case(of_two), issue=None))), ROLE.CLOSEST)
    assert f"£300 to the complainant for distress (agreed), for “{LATE_PLAN}”." in told


def test_sums_for_several_issues_name_none() -> None:
    rows = (remedy(pounds=300, issue=LATE_PLAN), remedy(pounds=200, issue=MISSED_BINS))
    of_two = decision(1, findings=(finding(LATE_PLAN), finding(MISSED_BINS)), remedies=rows)
    assert "for “" not in words(draft_of(evidence(replace(case(of_two), issue=None))), ROLE.CLOSEST)


def test_a_payment_for_another_issue_is_not_told_as_no_payment(tmp_path: Path) -> None:
    of_two = decision(
        1,
        findings=(finding(LATE_PLAN), finding(MISSED_BINS)),
        remedies=(remedy(pounds=3000, issue=LATE_PLAN),),
    )
    found = evidence(replace(case(of_two), issue=MISSED_BINS))
    draft = draft_of(found)
    told = words(draft, ROLE.CONTRAST)
    assert f"upheld, no payment for this issue (£3,000 for “{LATE_PLAN}”, not counted)" in told
    assert "no payment recorded" not in told
    assert failures(draft, found, tmp_path) == []


# --------------------------------------------------------------------------- one case, one side


def test_a_payment_in_a_complaint_that_was_not_upheld_is_told_with_its_outcome_and_once(tmp_path: Path) -> None:
    paid = decision(1, outcome=Outcome.NOT_UPHELD, remedies=(remedy(pounds=300, issue=LATE_PLAN),))
    found = evidence(case(paid))
    draft = draft_of(found)
    assert words(draft, ROLE.CLOSEST).endswith("; outcome: not upheld.")
    assert words(draft, ROLE.CONTRAST) == ""
    assert failures(draft, found, tmp_path) == []
    quiet = tuple(replace(one, text=one.text.replace("; outcome: not upheld", "")) for one in draft.statements)
    assert failures(replace(draft, statements=quiet), found, tmp_path) != []


# --------------------------------------------------------------------------- the headline


@pytest.mark.parametrize(
    ("row", "told"),
    [
        pytest.param(remedy(RemedyKind.REFUND, pounds=900, issue=LATE_PLAN), "refunds apart", id="a refund"),
        pytest.param(
            remedy(pounds=19_898, issue=LATE_PLAN, purpose=Purpose.FINANCIAL_LOSS), "counted losses apart", id="a loss"
        ),
        pytest.param(remedy(issue=LATE_PLAN, rate_pence=10_000, per="month"), "rates apart", id="a rate"),
    ],
)
def test_money_that_is_in_no_range_is_said_to_stand_apart(row: object, told: str, tmp_path: Path) -> None:
    found = evidence(
        case(decision(1, remedies=(remedy(pounds=200, issue=LATE_PLAN),))),
        case(decision(2, remedies=(row,))),
    )
    draft = draft_of(found)
    assert f"One payment is stated, one precedent, not a pattern: £200, {told}; there is no fixed sum." in words(
        draft, ROLE.HEADLINE
    )
    assert failures(draft, found, tmp_path) == []
    hidden = tuple(replace(one, text=one.text.replace(told, "refunds and rates apart")) for one in draft.statements)
    assert failures(replace(draft, statements=hidden), found, tmp_path) != []


def test_an_apology_in_one_of_two_is_not_often() -> None:
    with_apology = decision(1, remedies=(remedy(pounds=200, issue=LATE_PLAN), remedy(RemedyKind.APOLOGY)))
    without = decision(2, remedies=(remedy(pounds=300, issue=LATE_PLAN),))
    assert "apology" not in words(draft_of(evidence(case(with_apology), case(without))), ROLE.HEADLINE)


def test_decisions_asked_for_by_a_limit_alone_are_counted_and_not_called_close(tmp_path: Path) -> None:
    found = replace(evidence(*(case(decision(n)) for n in range(1, 7))), searched=9)
    asked = query(QuestionKind.BODY_HISTORY, topic="", filters=Filters(outcomes=(Outcome.UPHELD,)))
    draft = draft_of(found, asked)
    told = words(draft, ROLE.HEADLINE)
    assert told.startswith(
        "9 decisions held are within the limits of your question; what follows is about the 6 newest. Outcomes: 6"
    )
    assert "close" not in told
    assert failures(draft, found, tmp_path, asked) == []


def test_no_decision_within_the_limits_is_said_in_words() -> None:
    asked = query(filters=Filters(outcomes=(Outcome.NOT_UPHELD,)))
    draft = draft_of(replace(evidence(), searched=0), asked)
    assert draft.status is AnswerStatus.NONE
    assert "No decision is within the limits understood from your question" in words(draft, ROLE.HEADLINE)


# --------------------------------------------------------------------------- improvements, marks


def test_words_of_a_status_inside_what_is_improved_say_nothing_of_a_sum(tmp_path: Path) -> None:
    improving = remedy(RemedyKind.SERVICE_IMPROVEMENT, detail="review how agreed outcomes are completed")
    found = evidence(case(decision(1, remedies=(replace(improving, status=RemedyStatus.NOT_STATED),))))
    asked = query(QuestionKind.SERVICE_IMPROVEMENTS)
    draft = draft_of(found, asked)
    assert "review how agreed outcomes are completed" in words(draft, ROLE.IMPROVEMENTS)
    assert failures(draft, found, tmp_path, asked) == []


def test_each_source_stands_once_behind_a_statement_and_in_order(tmp_path: Path) -> None:
    answer = template_answer(tmp_path)
    first = next(one for one in answer.statements if one.citations)
    other = next(cited for one in answer.statements for cited in one.citations if cited not in first.citations)
    doubled = replace(first, citations=(first.citations[0], other, first.citations[0]))
    text = answer_as_text(replace(answer, statements=(doubled,)))
    assert "[1] [2]" in " ".join(text.split())
    assert "[2] [1]" not in text and "[1] [1]" not in text


def test_background_is_still_shown_where_nothing_comparable_lost() -> None:
    lost = case(decision(2, outcome=Outcome.CLOSED), relevance=Relevance.BACKGROUND)
    assert "(less close)" in words(draft_of(evidence(case(decision(1)), lost)), ROLE.CONTRAST)
