"""The order by sum that a question asks for, cases without a payment, and the answers that say so."""

from __future__ import annotations

from dataclasses import replace

import pytest

from assistant.casebook import Casebook
from assistant.citations import check_draft
from assistant.composing import compose
from assistant.domain import Filters, Payee, QuestionKind, Relevance, Remedy, RemedyKind, RemedyStatus, SumOrder
from assistant.question.ordering import find_order
from assistant.question.outcomes import find_outcome_limit
from assistant.question.words import Wording
from assistant.remedies import summarise_remedies
from assistant.retrieval.ordering import in_order_of_sums
from tests.builders import LATE_PLAN, case, decision, evidence, facts, file_in, query, remedy

HIGHEST, LOWEST = SumOrder.HIGHEST, SumOrder.LOWEST

ORDERS = {
    "award": ("highest award for missed provision", HIGHEST),
    "ever": ("what's the largest ever payment for a late plan", HIGHEST),
    "of a body": ("biggest payout by Leeds", HIGHEST),
    "held": ("what is the highest payment you hold", HIGHEST),
    "councils": ("which council paid the most for homelessness", HIGHEST),
    "anyone": ("what's the most anyone has got for a data breach", HIGHEST),
    "first": ("late EHCP cases, highest first", HIGHEST),
    "sorted": ("sort by amount", HIGHEST),
    "follow-up": ("and which was the highest?", HIGHEST),
    "lowest": ("lowest payment for a late EHCP", LOWEST),
    "least": ("who was paid the least for missed bins", LOWEST),
    "sorted up": ("order them by payment, lowest first", LOWEST),
    "follow-up, lowest": ("what's the lowest one", LOWEST),
}
NO_ORDERS = {
    "a hedge": "the highest hedge in the street",
    "a court": "can I go to the highest court",
    "a limit": "payments up to £500",
    "most cases": "which council has the most complaints",
    "most vulnerable": "they housed the most vulnerable first",
    "a bid": "we made the highest bid for the land",
    "at least": "at least £500 for a late plan",
}


@pytest.mark.parametrize(("text", "order"), ORDERS.values(), ids=ORDERS.keys())
def test_the_highest_or_lowest_sum_is_an_order(text: str, order: SumOrder) -> None:
    assert find_order(Wording(text)).order is order


@pytest.mark.parametrize("text", NO_ORDERS.values(), ids=NO_ORDERS.keys())
def test_what_is_high_otherwise_is_no_order(text: str) -> None:
    assert find_order(Wording(text)).order is None


UNPAID = {
    "cases": "cases with no payment about late EHC plans",
    "where": "homelessness decisions where nothing was paid",
    "fault": "fault but no money",
    "upheld": "upheld with no payment, bins",
    "complainant": "ones where the parent got nothing",
    "without": "decisions without compensation",
}
STORIES = {
    "me": "the council paid me nothing for two years",
    "rent": "I have no money for rent and the council will not help",
    "benefit": "they made no payment of my housing benefit",
    "asked": "is it normal to get no compensation for a lost plan",
}


@pytest.mark.parametrize("text", UNPAID.values(), ids=UNPAID.keys())
def test_cases_without_a_payment_are_a_limit(text: str) -> None:
    assert find_outcome_limit(Wording(text)).remedy_kinds_not == (RemedyKind.PAYMENT, RemedyKind.REFUND)


@pytest.mark.parametrize("text", STORIES.values(), ids=STORIES.keys())
def test_money_that_was_not_had_is_a_story(text: str) -> None:
    assert find_outcome_limit(Wording(text)).remedy_kinds_not == ()


def test_only_an_apology_leaves_out_those_with_money() -> None:
    limit = find_outcome_limit(Wording("apology only cases about data breaches"))
    assert (limit.remedy_kinds, limit.remedy_kinds_not) == (
        (RemedyKind.APOLOGY,),
        (RemedyKind.PAYMENT, RemedyKind.REFUND),
    )
    assert find_outcome_limit(Wording("cases where they apologised")).remedy_kinds_not == ()


@pytest.mark.parametrize("text", ["and to the child?", "what about to the child"])
def test_to_whom_is_a_limit_by_itself_after_an_answer(text: str) -> None:
    assert find_outcome_limit(Wording(text)).payees == (Payee.CHILD,)


def test_the_casebook_leaves_out_decisions_with_such_a_remedy_and_keeps_those_where_it_was_only_claimed(
    casebook: Casebook,
) -> None:
    paid = decision(1, remedies=(remedy(pounds=100), remedy(RemedyKind.APOLOGY)))
    sorry = decision(2, remedies=(remedy(RemedyKind.APOLOGY),))
    claimed = decision(3, remedies=(remedy(pounds=9000, status=RemedyStatus.CLAIMED), remedy(RemedyKind.APOLOGY)))
    file_in(casebook, paid, sorry, claimed)
    money = (RemedyKind.PAYMENT, RemedyKind.REFUND)
    assert casebook.candidates(Filters(remedy_kinds_not=money)) == frozenset({sorry.reference, claimed.reference})
    only = Filters(remedy_kinds=(RemedyKind.APOLOGY,), remedy_kinds_not=money)
    assert casebook.candidates(only) == frozenset({sorry.reference, claimed.reference})


def _rows(*pounds: int) -> tuple[Remedy, ...]:
    return tuple(replace(remedy(pounds=each), issue=LATE_PLAN) for each in pounds)


def test_cases_stand_by_their_sums_those_without_behind_and_background_last() -> None:
    cases = [
        case(decision(1, remedies=())),
        case(decision(2, remedies=_rows(200))),
        case(decision(3, remedies=_rows(100, 900))),
        case(decision(4, remedies=_rows(5000)), relevance=Relevance.BACKGROUND),
    ]
    numbers = [one.decision.reference.value[-1] for one in in_order_of_sums(cases, HIGHEST)]
    assert numbers == ["3", "2", "1", "4"]
    assert [one.decision.reference.value[-1] for one in in_order_of_sums(cases, LOWEST)] == ["3", "2", "1", "4"]
    assert in_order_of_sums([], HIGHEST) == []


def test_the_answer_says_that_cases_are_sorted_and_the_proof_sees_when_they_are_not(casebook: Casebook) -> None:
    cases = [case(decision(n, remedies=_rows(sum_))) for n, sum_ in ((1, 100), (2, 900), (3, 500))]
    asked = query(QuestionKind.TYPICAL_REMEDY, order=HIGHEST)
    found = evidence(*in_order_of_sums(cases, HIGHEST))
    draft = compose(asked, found, summarise_remedies(found), facts())
    said = "The cases are sorted by what was paid, highest first."
    assert said in draft.statements[0].text
    assert "ran from" not in draft.statements[0].text
    assert [one.text.partition("£")[2][:3] for one in draft.statements[1:4]] == ["900", "500", "100"]
    file_in(casebook, *(one.decision for one in cases))
    _, report = check_draft(draft, asked, found, summarise_remedies(found), facts(), casebook)
    assert report.failures == ()
    unsorted = evidence(*cases)
    _, report = check_draft(draft, asked, unsorted, summarise_remedies(unsorted), facts(), casebook)
    assert any(failure.reason == "The cases do not stand in this order." for failure in report.failures)


def test_of_a_body_with_many_decisions_it_is_said_that_the_highest_are_told() -> None:
    cases = [case(decision(n, remedies=_rows(100 * n))) for n in range(6, 0, -1)]
    found = replace(evidence(*cases), searched=30)
    asked = query(QuestionKind.BODY_HISTORY, topic="", order=HIGHEST)
    text = compose(asked, found, summarise_remedies(found), facts()).statements[0].text
    assert "what follows is about 6 of them, highest sums first." in text
