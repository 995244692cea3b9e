"""What is said of sums: each with its case, ranges of those that may be told together, no average ever."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

import pytest

from assistant.casebook import Casebook
from assistant.citations import check_draft
from assistant.domain import (
    Case,
    Payee,
    QuestionKind,
    Relevance,
    RemedyKind,
    RemedyStatus,
)
from assistant.remedies import summarise_remedies
from assistant.text import find_money, format_count
from tests.builders import (
    LATE_PLAN,
    MISSED_BINS,
    SOUTHFELL,
    case,
    decision,
    evidence,
    facts,
    file_in,
    finding,
    full_text,
    query,
    reference,
    remedy,
    words_of,
)
from tests.composing_builders import ROLE, draft_for, many, paying


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
    beside = f" (and £75 for “{MISSED_BINS}”, not counted)"
    assert words_of(draft).count("£75") == words_of(draft).count(beside) == 1


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
