"""What is said, for every status and kind of question: how many, how near, what went the other way, how sure."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

import pytest

from assistant.domain import (
    AnswerStatus,
    CasebookFacts,
    Decline,
    Filters,
    Outcome,
    QuestionKind,
    Relevance,
    Remedy,
    RemedyKind,
    RemedyStatus,
)
from assistant.doors import DOORS, DeclineReason
from tests.builders import (
    LATE_PLAN,
    NORTHMOOR,
    case,
    decision,
    evidence,
    full_text,
    query,
    reference,
    remedy,
    words_of,
)
from tests.composing_builders import COMPARING, ROLE, draft_for, many, paying


@pytest.mark.parametrize("kind", COMPARING)
@pytest.mark.parametrize(
    ("number", "status"),
    [
        (1, AnswerStatus.ONE),
        (2, AnswerStatus.FEW),
        (4, AnswerStatus.FEW),
        (5, AnswerStatus.FOUND),
        (12, AnswerStatus.FOUND),
    ],
)
def test_the_status_is_the_number_of_comparable_decisions(
    number: int, status: AnswerStatus, kind: QuestionKind
) -> None:
    draft = draft_for(evidence(*many(number)), query(kind))
    assert draft.status is status
    assert re.search(r"\b(One|\d+) decisions? (is|are) comparable", words_of(draft, ROLE.HEADLINE))


def test_one_decision_is_one_precedent_and_not_a_pattern() -> None:
    words = words_of(draft_for(evidence(paying(1))), ROLE.HEADLINE)
    assert words.startswith("One decision is comparable: one precedent, not a pattern.")
    assert "The payment was £300" in words


def test_a_few_decisions_are_examples() -> None:
    words = words_of(draft_for(evidence(*many(3))), ROLE.HEADLINE)
    assert words.startswith("Only 3 decisions are comparable: examples, not a pattern.")
    assert "from £100 to £300" in words and "median" not in words


def test_many_decisions_are_counted_with_those_that_are_close() -> None:
    cases = many(6)
    cases[5] = replace(cases[5], relevance=Relevance.PARTLY)
    words = words_of(draft_for(evidence(*cases)), ROLE.HEADLINE)
    assert words.startswith("6 decisions are comparable, 5 of them close to your question.")
    assert "from £100 to £500 (median £300)" in words


def test_partly_comparable_decisions_are_not_called_close() -> None:
    cases = [replace(one, relevance=Relevance.PARTLY) for one in many(5)]
    words = words_of(draft_for(evidence(*cases)), ROLE.HEADLINE)
    assert "none is close to your question" in words


def test_nothing_comparable_is_said_with_how_much_was_searched_and_to_when() -> None:
    draft = draft_for(evidence())
    assert draft.status is AnswerStatus.NONE
    assert words_of(draft) == "I found nothing comparable in the 1,403 decisions loaded (to 2 March 2026)."


def test_nothing_comparable_says_how_many_pass_the_filters_understood() -> None:
    asked = query(filters=Filters(bodies=(NORTHMOOR,)))
    assert "7 decisions are within the limits" in words_of(draft_for(evidence(searched=7), asked))
    assert "1 decision is within the limits" in words_of(draft_for(evidence(searched=1), asked))


def test_background_alone_is_nothing_comparable_and_is_called_background() -> None:
    draft = draft_for(evidence(replace(paying(1), relevance=Relevance.BACKGROUND)))
    assert draft.status is AnswerStatus.NONE
    assert "background only" in words_of(draft)
    assert "£" not in words_of(draft)


def test_an_empty_casebook_says_how_to_fill_it() -> None:
    draft = draft_for(evidence(), held=CasebookFacts())
    assert draft.status is AnswerStatus.NONE
    assert "casebook is empty" in words_of(draft) and "python -m ingest add" in words_of(draft)


@pytest.mark.parametrize("reason", list(DeclineReason))
@pytest.mark.parametrize("status", [AnswerStatus.OUT_OF_SCOPE, AnswerStatus.UNCLEAR, AnswerStatus.PERSONAL_DATA])
def test_every_reason_to_decline_has_its_own_words(reason: DeclineReason, status: AnswerStatus) -> None:
    draft = draft_for(evidence(), query(QuestionKind.OUT_OF_SCOPE, decline=Decline(status, reason.value)))
    assert draft.status is status
    assert draft.statements[0].text == f"{DOORS[reason].title}. {DOORS[reason].text}"
    assert "£" not in words_of(draft)


def test_no_two_reasons_to_decline_have_the_same_words() -> None:
    assert len({door.text for door in DOORS.values()}) == len(DOORS) == len(DeclineReason)


@pytest.mark.parametrize("reason", list(DeclineReason))
def test_a_decline_shows_comparable_cases_only_where_its_door_offers_them(reason: DeclineReason) -> None:
    asked = query(QuestionKind.OUT_OF_SCOPE, decline=Decline(AnswerStatus.OUT_OF_SCOPE, reason.value))
    words = words_of(draft_for(evidence(*many(5)), asked))
    assert ("£100" in words) == DOORS[reason].offers_comparables


def test_danger_comes_first_whatever_the_answer_is() -> None:
    for found in (evidence(), evidence(paying(1)), evidence(*many(6))):
        first = draft_for(found, query(is_risk_to_safety=True)).statements[0]
        assert first.role is ROLE.SIGNPOST and "999" in first.text
    declined = query(is_risk_to_safety=True, decline=Decline(AnswerStatus.OUT_OF_SCOPE, "police"))
    assert "999" in draft_for(evidence(), declined).statements[0].text


# --------------------------------------------------------------------------- contrast, other remedies, caveats


def test_cases_that_lost_and_fault_without_payment_are_named() -> None:
    lost = paying(2, outcome=Outcome.NOT_UPHELD)
    lost = replace(lost, decision=replace(lost.decision, remedies=()))
    apology = case(decision(3, remedies=(remedy(RemedyKind.APOLOGY, issue=LATE_PLAN),)))
    words = words_of(draft_for(evidence(paying(1), lost, apology)), ROLE.CONTRAST)
    assert "(21 000 002, June 2021): not upheld" in words
    assert "(21 000 003, June 2021): upheld, no payment recorded" in words


def test_where_no_comparable_case_lost_a_background_one_is_shown_and_marked() -> None:
    lost = replace(case(decision(2, outcome=Outcome.CLOSED, remedies=())), relevance=Relevance.BACKGROUND)
    words = words_of(draft_for(evidence(paying(1), lost)), ROLE.CONTRAST)
    assert "closed after initial enquiries" in words and "(less close)" in words


@pytest.mark.parametrize("kind", [QuestionKind.BODY_HISTORY, QuestionKind.LIST_CASES, QuestionKind.IS_IT_FAULT])
def test_questions_about_outcomes_are_answered_with_outcomes_first(kind: QuestionKind) -> None:
    cases = [*many(5), case(decision(6, outcome=Outcome.NOT_UPHELD, remedies=()))]
    words = words_of(draft_for(evidence(*cases), query(kind)), ROLE.HEADLINE)
    assert "Outcomes: 5 upheld (fault found or accepted) and 1 not upheld." in words


def test_other_remedies_are_counted_over_the_comparable_decisions() -> None:
    found = evidence(decision(1), decision(2), paying(3))
    assert words_of(draft_for(found), ROLE.OTHER_REMEDIES) == "Beside money: an apology in 2 of the 3."


@pytest.mark.parametrize(
    ("remedies", "decided", "said"),
    [
        ([remedy(status=RemedyStatus.OFFERED)], [date(2021, 1, 1)], "its own offers"),
        ([remedy(status=RemedyStatus.RECOMMENDED)], [date(2021, 1, 1)], "a body can refuse"),
        ([remedy(), remedy()], [date(2015, 1, 1), date(2021, 1, 1)], "from 2015 to 2021"),
    ],
)
def test_a_caveat_stands_where_its_reason_does(remedies: list[Remedy], decided: list[date], said: str) -> None:
    cases = [
        case(decision(n, remedies=(row,), decided=day))
        for n, (row, day) in enumerate(zip(remedies, decided, strict=True), start=1)
    ]
    assert said in words_of(draft_for(evidence(*cases)), ROLE.CAVEAT)


def test_without_a_reason_there_is_no_caveat() -> None:
    assert words_of(draft_for(evidence(decision(1), decision(2))), ROLE.CAVEAT) == ""


def test_how_sure_names_the_counts_the_newest_and_what_it_is_known_from() -> None:
    digests = words_of(draft_for(evidence(*many(2))), ROLE.CONFIDENCE)
    assert digests.startswith("How sure: 2 comparable decisions of 1,403 held, newest June 2021")
    assert "our digests of published summaries" in digests
    mixed = words_of(draft_for(evidence(full_text(1), paying(2))), ROLE.CONFIDENCE)
    assert "1 decision is held in full text, the others as our digests" in mixed
    full = words_of(draft_for(evidence(full_text(1))), ROLE.CONFIDENCE)
    assert "digest" not in full


def test_filters_and_damage_are_said_where_there_are_any() -> None:
    words = words_of(draft_for(evidence(*many(2), searched=40, damaged=(reference(8),))), ROLE.CONFIDENCE)
    assert ", 40 of them within the limits" in words
    assert "1 stored decision was left out, because the record is damaged" in words
