"""What is said, for every status and kind of question: plain words, figures tied to their cases, no average ever."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from itertools import product

import pytest

from assistant.casebook import Casebook
from assistant.citations import check_draft
from assistant.composing import compose
from assistant.composing.phrases import describe_outcome, describe_payments, describe_sum, name_case
from assistant.domain import (
    AnswerStatus,
    Case,
    CasebookFacts,
    Decline,
    Draft,
    Evidence,
    Filters,
    FindingResult,
    Outcome,
    Payee,
    PaymentRow,
    Purpose,
    Query,
    QuestionKind,
    Relevance,
    Remedy,
    RemedyKind,
    RemedyStatus,
    StatementRole,
)
from assistant.doors import DOORS, DeclineReason
from assistant.remedies import summarise_remedies
from assistant.text import find_money, format_count
from tests.builders import (
    LATE_PLAN,
    MISSED_BINS,
    NORTHMOOR,
    SOUTHFELL,
    case,
    decision,
    evidence,
    facts,
    file_in,
    finding,
    full_text,
    hit,
    passage,
    query,
    reference,
    remedy,
    words_of,
)

ROLE = StatementRole
COMPARING = [
    QuestionKind.TYPICAL_REMEDY,
    QuestionKind.IS_IT_FAULT,
    QuestionKind.HOW_TREATED,
    QuestionKind.BODY_HISTORY,
    QuestionKind.LIST_CASES,
    QuestionKind.MEANING,
]


def draft_for(found: Evidence, asked: Query | None = None, held: CasebookFacts | None = None) -> Draft:
    return compose(asked or query(), found, summarise_remedies(found), held or facts())


def paying(number: int, pounds: float | None = 300, **given: object) -> Case:
    row = remedy(amount_pence=None) if pounds is None else remedy(pounds=pounds)
    made = decision(number, remedies=(replace(row, issue=LATE_PLAN),))
    return case(replace(made, **given))  # type: ignore[arg-type]  # fields as given


def many(number: int) -> list[Case]:
    return [paying(n, 100 * n) for n in range(1, number + 1)]


# --------------------------------------------------------------------------- statuses


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


def of_relevance(close: int, partly: int, status: RemedyStatus = RemedyStatus.AGREED) -> list[Case]:
    """Close cases with £100, £200 …, then partly comparable ones with £1,100, £1,200 …, all to the complainant."""
    near = [paying(n, 100 * n) for n in range(1, close + 1)]
    far = [paying(10 + n, 1000 + 100 * n) for n in range(1, partly + 1)]
    rows = [replace(one.decision.remedies[0], status=status) for one in far]
    far = [
        replace(one, relevance=Relevance.PARTLY, decision=replace(one.decision, remedies=(row,)))
        for one, row in zip(far, rows, strict=True)
    ]
    return near + far


NO_TARIFF = "; there is no fixed sum."
SUMS_TOLD = {
    "a range of close cases, with the others apart": (
        of_relevance(5, 2),
        f"Payments in all 5 close cases ran from £100 to £500 (median £300){NO_TARIFF} "
        "Partly comparable cases: £1,100 to £1,200 in 2.",
    ),
    "no median under five close sums": (
        of_relevance(4, 3),
        f"Payments in all 4 close cases ran from £100 to £400{NO_TARIFF} "
        "Partly comparable cases: £1,100 to £1,300 in 3.",
    ),
    "some close cases without a sum": (
        [*of_relevance(3, 1), paying(30, None)],
        f"Payments in 3 of the 4 close cases ran from £100 to £300{NO_TARIFF} Partly comparable cases: £1,100 in 1.",
    ),
    "what was only offered is said of the others too": (
        of_relevance(3, 2, RemedyStatus.OFFERED),
        f"Payments in all 3 close cases ran from £100 to £300{NO_TARIFF} "
        "Partly comparable cases: £1,100 to £1,200 in 2 (2 of the sums offered by councils).",
    ),
    "one that was only recommended": (
        of_relevance(3, 1, RemedyStatus.RECOMMENDED),
        f"Payments in all 3 close cases ran from £100 to £300{NO_TARIFF} "
        "Partly comparable cases: £1,100 in 1 (recommended).",
    ),
    "partly comparable cases without a sum": (
        [*of_relevance(3, 0), replace(paying(30, None), relevance=Relevance.PARTLY)],
        f"Payments in all 3 close cases ran from £100 to £300{NO_TARIFF}",
    ),
    "all are close": (of_relevance(5, 0), f"The payments ran from £100 to £500 (median £300){NO_TARIFF}"),
    "few are close": (
        of_relevance(2, 3),
        f"The payments ran from £100 to £1,300 (median £1,100){NO_TARIFF} "
        "Only 2 of these 5 sums are from close cases: £100 and £200.",
    ),
    "few are close and alike": (
        [*(paying(n, 250) for n in (1, 2)), *of_relevance(0, 3)],
        f"The payments ran from £250 to £1,300 (median £1,100){NO_TARIFF} "
        "Only 2 of these 5 sums are from close cases: £250 each.",
    ),
    "one is close": (
        of_relevance(1, 2),
        f"The payments ran from £100 to £1,200{NO_TARIFF} Only 1 of these 3 sums is from a close case: £100.",
    ),
    "none of a few is close": (
        of_relevance(0, 2),
        f"The payments ran from £1,100 to £1,200{NO_TARIFF} None of these 2 sums is from a close case.",
    ),
    "none of many is close, as is said before": (
        of_relevance(0, 5),
        f"The payments ran from £1,100 to £1,500 (median £1,300){NO_TARIFF}",
    ),
    "the one sum is not of a close case": (
        [paying(30, None), *of_relevance(0, 1)],
        f"One payment is stated, one precedent, not a pattern: £1,100{NO_TARIFF} "
        "That sum is from a partly comparable case.",
    ),
}


@pytest.mark.parametrize(("cases", "said"), SUMS_TOLD.values(), ids=SUMS_TOLD.keys())
def test_the_range_is_of_the_close_cases_where_they_carry_one_and_says_how_near_its_sums_are(
    casebook: Casebook, cases: list[Case], said: str
) -> None:
    found, asked = evidence(*cases), query(QuestionKind.TYPICAL_REMEDY)
    draft = draft_for(found, asked)
    assert words_of(draft, ROLE.HEADLINE).endswith(said)
    file_in(casebook, *(one.decision for one in cases))
    _, report = check_draft(draft, asked, found, summarise_remedies(found), facts(), casebook)
    assert report.failures == ()


def test_three_sums_of_one_close_case_are_one_precedent_and_no_range() -> None:
    several = case(decision(1, remedies=tuple(remedy(pounds=100 * n, issue=LATE_PLAN) for n in (1, 2, 3))))
    words = words_of(draft_for(evidence(several, *of_relevance(0, 2)), query(QuestionKind.TYPICAL_REMEDY)))
    assert "Only 3 of these 5 sums are from close cases: £100, £200 and £300." in words


def test_where_it_was_not_asked_what_is_usual_the_range_is_over_all_comparable_cases() -> None:
    words = words_of(draft_for(evidence(*of_relevance(5, 2)), query(QuestionKind.HOW_TREATED)), ROLE.HEADLINE)
    assert words.endswith("The payments ran from £100 to £1,200 (median £400); there is no fixed sum.")


def test_payees_rates_and_the_missing_median_are_those_of_the_close_cases_too() -> None:
    rate = remedy(amount_pence=None, rate_pence=10000, per="month", issue=LATE_PLAN)
    near = of_relevance(3, 0)
    child = replace(near[2].decision.remedies[0], payee=Payee.CHILD)
    near[2] = replace(near[2], decision=replace(near[2].decision, remedies=(child, rate)))
    far = of_relevance(0, 2)
    other = replace(far[1].decision.remedies[0], payee=Payee.CHILD)
    dearer = replace(rate, rate_pence=90000)
    far[1] = replace(far[1], decision=replace(far[1].decision, remedies=(other, dearer)))
    draft = draft_for(evidence(*near, *far), query(QuestionKind.TYPICAL_REMEDY))
    groups = words_of(draft, ROLE.GROUPS)
    assert (
        "By payee, in close cases: to the complainant £100 to £200 (2 decisions); to the child £300 (1 decision)."
    ) in groups
    assert "Rates in close cases, not added to the sums: £100 a month in 1 decision." in groups
    assert "Rates in partly comparable cases, not added to the sums: £900 a month in 1 decision." in groups
    assert "; 3 sums in close cases, so no median is given" in words_of(draft, ROLE.CONFIDENCE)


def test_what_was_paid_for_each_of_two_matters_is_told_apart() -> None:
    plan, school = remedy(pounds=300, issue=LATE_PLAN), remedy(pounds=3000, issue=MISSED_BINS)
    on = ((LATE_PLAN, "the plan was late"), (MISSED_BINS, "no school place"))
    cases = [
        case(decision(n, remedies=rows), issue=None, matters=on) for n, rows in enumerate([(plan, school), (plan,)], 1)
    ]
    asked = query(QuestionKind.TYPICAL_REMEDY)
    assert (
        "By what you asked about: “the plan was late” £300 (2 decisions); “no school place” £3,000 (1 decision)."
    ) in words_of(draft_for(evidence(*cases), asked), ROLE.GROUPS)
    of_one = [replace(one, matters=on[:1]) for one in cases]
    assert "By what you asked about" not in words_of(draft_for(evidence(*of_one), asked))


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


# --------------------------------------------------------------------------- one decision


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


# --------------------------------------------------------------------------- figures


def test_each_sum_stands_with_its_case_its_payee_its_purpose_and_its_status() -> None:
    draft = draft_for(evidence(decision(1), paying(2, 150, body=SOUTHFELL, decided=date(2019, 3, 4))))
    closest = [one for one in draft.statements if one.role is ROLE.CLOSEST]
    assert closest[0].text == (
        f"Northmoor Council (21 000 001, June 2021): £300 to the complainant for distress (agreed), for “{LATE_PLAN}”."
    )
    assert closest[1].text.startswith("Southfell County Council (21 000 002, March 2019): £150")
    assert [one.citations[0].reference for one in closest] == [reference(1), reference(2)]


def test_the_sentence_with_the_sum_is_quoted() -> None:
    (closest,) = [one for one in draft_for(evidence(full_text())).statements if one.role is ROLE.CLOSEST]
    assert [citation.quote for citation in closest.citations] == [full_text().paragraphs[3].text]


def test_only_the_issue_asked_about_is_counted_and_the_other_sum_of_its_passage_is_named() -> None:
    plan, bins = remedy(pounds=300, issue=LATE_PLAN), remedy(pounds=75, issue=MISSED_BINS)
    made = decision(findings=(finding(LATE_PLAN), finding(MISSED_BINS)), remedies=(plan, bins))
    draft = draft_for(evidence(case(made, issue=LATE_PLAN)))
    assert "£300" in words_of(draft, ROLE.HEADLINE) and "£75" not in words_of(draft, ROLE.HEADLINE)
    # The passage that is opened says both.
    assert words_of(draft).count("£75") == words_of(draft).count(" (and £75 for another issue, not counted)") == 1


@pytest.mark.parametrize(
    ("apologies", "said"),
    [(0, False), (1, False), (3, True), (6, True)],
)
def test_an_apology_is_called_usual_only_where_half_of_them_have_one(apologies: int, said: bool) -> None:
    apology = remedy(RemedyKind.APOLOGY)
    cases = [case(decision(n, remedies=(remedy(), *([apology] if n <= apologies else [])))) for n in range(1, 7)]
    assert ("often with an apology" in words_of(draft_for(evidence(*cases)), ROLE.HEADLINE)) == said


def test_one_case_with_an_apology_has_it_and_has_it_not_often() -> None:
    words = words_of(draft_for(evidence(decision(1))), ROLE.HEADLINE)
    assert "The payment was £300, with an apology; there is no fixed sum." in words


def test_rates_and_refunds_are_called_what_they_are() -> None:
    rate = remedy(amount_pence=None, rate_pence=10000, per="month")
    words = words_of(draft_for(evidence(decision(remedies=(rate, remedy(RemedyKind.REFUND, 4000))))))
    assert "£100 a month" in words and "£4,000 refunded or written off" in words
    assert "refunds, counted losses or rates, not payments for distress" in words


def test_what_was_claimed_or_refused_is_never_said() -> None:
    rows = (remedy(pounds=5000, status=RemedyStatus.CLAIMED), remedy(pounds=700, status=RemedyStatus.REFUSED))
    words = words_of(draft_for(evidence(decision(remedies=rows))))
    assert "£" not in words and "None of them has a payment." in words


def test_a_payment_without_a_sum_is_told_after_those_with_one() -> None:
    draft = draft_for(evidence(paying(1, None), paying(2, 150)))
    closest = [one.text for one in draft.statements if one.role is ROLE.CLOSEST]
    assert "21 000 002" in closest[0]
    assert "21 000 001" in closest[1] and "sum not stated" in closest[1]


@pytest.mark.parametrize("status", [RemedyStatus.CLAIMED, RemedyStatus.REFUSED])
def test_what_was_claimed_or_refused_is_not_said_beside_an_unstated_sum_either(status: RemedyStatus) -> None:
    unstated = remedy(amount_pence=None, issue=LATE_PLAN)
    refund = remedy(RemedyKind.REFUND, 700, issue=LATE_PLAN, status=status)
    other = remedy(pounds=5000, issue=MISSED_BINS, status=status)
    made = decision(findings=(finding(LATE_PLAN), finding(MISSED_BINS)), remedies=(unstated, refund, other))
    words = words_of(draft_for(evidence(case(made, issue=LATE_PLAN))), ROLE.CLOSEST)
    assert "sum not stated" in words
    assert "£" not in words and "refund" not in words


@pytest.mark.parametrize("number", [1, 2, 4])
def test_under_five_sums_no_median_is_given_and_the_reason_is(number: int) -> None:
    words = words_of(draft_for(evidence(*many(number))))
    assert "(median" not in words
    assert f"{format_count(number, 'sum')}, so no median is given" in words


@pytest.mark.parametrize("kind", list(QuestionKind))
@pytest.mark.parametrize("number", [0, 1, 3, 5, 9])
def test_no_average_is_ever_given(kind: QuestionKind, number: int) -> None:
    words = words_of(draft_for(evidence(*many(number)), query(kind)))
    assert not re.search(r"average|mean\b|typically", words, re.IGNORECASE)
    shown = {money.pence for money in find_money(words)}
    summary = summarise_remedies(evidence(*many(number)))
    assert shown <= {*summary.sums, summary.median_pence}


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


# --------------------------------------------------------------------------- form


def rich() -> Evidence:
    """Twenty cases with all that can be said of them: the longest answer there is."""
    issue = "unredacted address of a victim of domestic abuse disclosed to the other parent"
    rows = (
        remedy(pounds=1250.50, issue=issue, status=RemedyStatus.RECOMMENDED),
        remedy(pounds=300, issue=issue, payee=Payee.SERVICE_USER, purpose=Purpose.RISK_OF_HARM),
        remedy(RemedyKind.APOLOGY, issue=issue),
        remedy(RemedyKind.SERVICE_IMPROVEMENT, issue=issue),
        remedy(RemedyKind.REASSESSMENT, issue=issue),
        remedy(RemedyKind.OTHER_ACTION, issue=issue),
    )
    cases = []
    for number in range(1, 21):
        outcome = [Outcome.UPHELD, Outcome.NOT_UPHELD, Outcome.CLOSED, Outcome.UPHELD][number % 4]
        made = decision(
            number,
            body=SOUTHFELL,
            outcome=outcome,
            findings=(finding(issue),),
            remedies=rows[number % 2 :] if outcome is Outcome.UPHELD else (),
            decided=date(2012 + number % 10, 9, 9),
        )
        cases.append(case(made, relevance=Relevance.CLOSE if number % 2 else Relevance.PARTLY))
    return evidence(*cases)


@pytest.mark.parametrize("kind", COMPARING)
def test_the_longest_answer_stays_near_two_hundred_words(kind: QuestionKind) -> None:
    draft = draft_for(rich(), query(kind))
    ours = re.sub("“[^”]*”", "", words_of(draft))  # the issues are the record's words
    assert 100 < len(ours.split()) <= 240


@pytest.mark.parametrize("kind", COMPARING)
def test_the_parts_of_an_answer_come_in_one_order(kind: QuestionKind) -> None:
    roles = [one.role for one in draft_for(rich(), query(kind)).statements]
    order = [
        ROLE.HEADLINE,
        ROLE.CLOSEST,
        ROLE.FIGURES,
        ROLE.GROUPS,
        ROLE.CONTRAST,
        ROLE.OTHER_REMEDIES,
        ROLE.CONFIDENCE,
        ROLE.CAVEAT,
    ]
    assert [role for role in roles if role is not ROLE.FIGURES] == sorted(
        (role for role in roles if role is not ROLE.FIGURES), key=order.index
    )
    assert roles[0] is ROLE.HEADLINE


@pytest.mark.parametrize("kind", list(QuestionKind))
def test_every_case_named_with_a_figure_is_cited_with_an_exact_quotation(kind: QuestionKind) -> None:
    found = rich()
    held = {one.decision.reference: one.decision for one in found.cases}
    for statement in draft_for(found, query(kind)).statements:
        if statement.role in (ROLE.CLOSEST, ROLE.FIGURES, ROLE.CONTRAST):
            assert statement.citations
        for citation in statement.citations:
            place = held[citation.reference].paragraph(citation.paragraph)
            assert place is not None
            assert place.text[citation.start :].startswith(citation.quote)


@pytest.mark.parametrize("kind", list(QuestionKind))
@pytest.mark.parametrize(
    "found", [rich(), evidence(*many(5)), evidence(full_text()), evidence()], ids=["rich", "five", "full text", "none"]
)
def test_everything_said_passes_the_check(casebook: Casebook, kind: QuestionKind, found: Evidence) -> None:
    file_in(casebook, *(one.decision for one in found.cases))
    references = tuple(one.decision.reference for one in found.cases) if kind is QuestionKind.SINGLE_CASE else ()
    asked = query(kind, references=references)
    summary = summarise_remedies(found)
    draft = compose(asked, found, summary, facts())
    _, report = check_draft(draft, asked, found, summary, facts(), casebook)
    assert report.failures == ()


def test_markup_in_a_digest_or_an_issue_stays_the_text_that_it_is() -> None:
    nasty = "<script>alert(1)</script> **late** [plan](http://x.example) `£300`"
    made = decision(1, f"{nasty} was paid.", findings=(finding(nasty),), remedies=(remedy(issue=nasty),))
    draft = draft_for(evidence(made))
    closest = next(one for one in draft.statements if one.role is ROLE.CLOSEST)
    assert f"“{nasty}”" in closest.text
    assert closest.citations[0].quote == f"{nasty} was paid."


def test_the_same_evidence_gives_the_same_words() -> None:
    assert draft_for(rich()) == draft_for(rich())


def test_a_quotation_comes_from_a_passage_that_was_found_and_never_from_standing_text() -> None:
    made = full_text(findings=(), remedies=())
    found = hit(passage("x", made.reference, paragraph=made.paragraphs[2].id))
    draft = draft_for(evidence(case(made, hits=(found,))))
    assert {c.paragraph for one in draft.statements for c in one.citations} == {made.paragraphs[2].id}
    without = draft_for(evidence(case(made)), query(topic="investigate maladministration service failure"))
    assert made.paragraphs[1].id not in {c.paragraph for one in without.statements for c in one.citations}


def test_a_decision_without_text_is_named_without_a_quotation() -> None:
    bare = decision(1, paragraphs=())
    draft = draft_for(evidence(bare))
    assert "£300" in words_of(draft, ROLE.CLOSEST)
    assert all(one.citations == () for one in draft.statements)


# --------------------------------------------------------------------------- phrases


def test_what_is_not_known_of_a_case_is_left_out_of_its_name() -> None:
    assert name_case(decision(1, decided=None)) == "Northmoor Council (21 000 001)"
    assert "(21 000 001, June 2021)" in name_case(decision(1, body=None))
    assert describe_outcome(decision(1, outcome=None)) == "outcome not known"


@pytest.mark.parametrize(
    ("row", "said"),
    [
        (remedy(pounds=300), "£300"),
        (remedy(pounds=12.5), "£12.50"),
        (remedy(pounds=75, per="person"), "£75 each"),
        (remedy(amount_pence=None, rate_pence=10000, per="month"), "£100 a month"),
        (remedy(amount_pence=None, rate_pence=10000, per="person"), "£100 each"),
        (remedy(amount_pence=None), "a payment, sum not stated"),
        (remedy(RemedyKind.REFUND), "a refund or write-off, sum not stated"),
    ],
)
def test_a_sum_is_said_as_what_it_is(row: Remedy, said: str) -> None:
    assert describe_sum(row) == said


@pytest.mark.parametrize("status", list(RemedyStatus))
def test_every_payment_can_be_described(status: RemedyStatus) -> None:
    for payee, purpose in product(Payee, Purpose):
        row = PaymentRow("C1", reference(), remedy(pounds=50, status=status, payee=payee, purpose=purpose), 2021)
        said = describe_payments([row])
        assert said.startswith("£50") and "  " not in said and "not stated" not in said


def test_where_as_many_are_counted_as_can_be_a_narrower_question_can_bring_in_others() -> None:
    assert "can bring in others" in words_of(draft_for(evidence(*many(20))), ROLE.CONFIDENCE)
    assert "can bring in others" not in words_of(draft_for(evidence(*many(19))), ROLE.CONFIDENCE)
