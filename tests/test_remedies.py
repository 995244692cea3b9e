"""Remedies are added up from remedy rows that answer the question, and from nothing else."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.domain import (
    Case,
    EvidenceSide,
    Filters,
    GroupBy,
    ImprovementKind,
    Outcome,
    Payee,
    Purpose,
    Relevance,
    Remedy,
    RemedyKind,
    RemedyStatus,
    RemedySummary,
)
from assistant.remedies import comparable_cases, kinds_of_improvement, summarise_remedies
from tests.builders import LATE_PLAN, MISSED_BINS, case, decision, evidence, finding, reference, remedy


def paying(number: int, *remedies: Remedy, **given: object) -> Case:
    return case(decision(number, remedies=remedies, **given))


def amounts(summary: RemedySummary) -> list[int | None]:
    return [row.remedy.amount_pence for row in summary.payments]


def test_no_evidence_gives_an_empty_summary() -> None:
    assert summarise_remedies(evidence()) == RemedySummary()


def test_only_the_issue_asked_about_is_counted() -> None:
    plan, bins = remedy(pounds=300, issue=LATE_PLAN), remedy(pounds=50, issue=MISSED_BINS)
    made = decision(1, findings=(finding(LATE_PLAN), finding(MISSED_BINS)), remedies=(plan, bins))
    assert amounts(summarise_remedies(evidence(case(made, issue=LATE_PLAN)))) == [30000]
    assert amounts(summarise_remedies(evidence(case(made, issue=MISSED_BINS)))) == [5000]
    assert amounts(summarise_remedies(evidence(case(made, issue=None)))) == [30000, 5000]


def test_a_remedy_bound_to_no_issue_answers_the_whole_decision() -> None:
    whole = remedy(pounds=100, issue=None)
    assert paying(1, whole, remedy(pounds=50, issue=MISSED_BINS)).remedies == (whole,)


@pytest.mark.parametrize("status", [RemedyStatus.CLAIMED, RemedyStatus.REFUSED])
def test_what_was_claimed_or_refused_is_no_remedy(status: RemedyStatus) -> None:
    summary = summarise_remedies(evidence(paying(1, remedy(pounds=5000, status=status))))
    assert summary.payments == ()
    assert summary.highest_pence is None
    assert summary.unpaid == (reference(1),)


@pytest.mark.parametrize("status", sorted(set(RemedyStatus) - {RemedyStatus.CLAIMED, RemedyStatus.REFUSED}))
def test_every_other_status_is_counted_and_kept_apart_by_its_row(status: RemedyStatus) -> None:
    summary = summarise_remedies(evidence(paying(1, remedy(pounds=150, status=status))))
    assert [row.remedy.status for row in summary.payments] == [status]


def test_two_payments_to_two_people_are_two_rows_and_never_their_sum() -> None:
    summary = summarise_remedies(evidence(paying(1, remedy(pounds=150), remedy(pounds=200), stated_total_pence=35000)))
    assert amounts(summary) == [15000, 20000]
    assert (summary.lowest_pence, summary.highest_pence) == (15000, 20000)
    assert summary.decisions == 1


@pytest.mark.parametrize("number", [1, 2, 3, 4])
def test_there_is_no_median_under_five_sums(number: int) -> None:
    summary = summarise_remedies(evidence(*[paying(n, remedy(pounds=100 * n)) for n in range(1, number + 1)]))
    assert summary.median_pence is None
    assert (summary.lowest_pence, summary.highest_pence) == (10000, 10000 * number)


def test_from_five_sums_on_the_median_is_the_middle_one() -> None:
    cases = [paying(n, remedy(pounds=sum_)) for n, sum_ in enumerate([100, 2000, 150, 300, 200], start=1)]
    assert summarise_remedies(evidence(*cases)).median_pence == 20000
    six = summarise_remedies(evidence(*cases, paying(6, remedy(pounds=250))))
    assert six.median_pence == 22500


@given(st.lists(st.integers(min_value=1, max_value=10**7), min_size=1, max_size=12))
def test_the_range_holds_every_sum_and_the_median(sums: list[int]) -> None:
    summary = summarise_remedies(evidence(*[paying(n, remedy(amount_pence=p)) for n, p in enumerate(sums, start=1)]))
    assert amounts(summary) == sums
    assert (summary.lowest_pence, summary.highest_pence) == (min(sums), max(sums))
    if summary.median_pence is not None:
        assert min(sums) <= summary.median_pence <= max(sums)
    assert (summary.median_pence is None) == (len(sums) < 5)


def test_rates_and_refunds_are_listed_and_stand_in_no_range() -> None:
    rate = remedy(amount_pence=None, rate_pence=10000, per="month")
    each = remedy(pounds=75, per="person")
    refund = remedy(RemedyKind.REFUND, 4000)
    summary = summarise_remedies(evidence(paying(1, rate, each, refund, remedy(pounds=300))))
    assert len(summary.payments) == 4
    assert (summary.lowest_pence, summary.highest_pence) == (30000, 30000)
    only = summarise_remedies(evidence(*[paying(n, rate, refund) for n in range(1, 8)]))
    assert (only.lowest_pence, only.median_pence, only.highest_pence) == (None, None, None)


def test_a_payment_whose_sum_is_not_stated_is_named_and_not_counted_as_nothing() -> None:
    summary = summarise_remedies(evidence(paying(1, remedy(amount_pence=None)), paying(2, remedy(pounds=100))))
    assert summary.unstated == (reference(1),)
    assert summary.unpaid == ()
    assert amounts(summary) == [10000]


def test_a_stated_sum_beside_an_unstated_one_is_a_stated_sum() -> None:
    summary = summarise_remedies(evidence(paying(1, remedy(amount_pence=None), remedy(pounds=100))))
    assert summary.unstated == ()


def test_cases_without_payment_are_named_whatever_their_outcome() -> None:
    lost = paying(1, outcome=Outcome.NOT_UPHELD)
    apology = paying(2, remedy(RemedyKind.APOLOGY))
    summary = summarise_remedies(evidence(lost, apology, paying(3, remedy(pounds=100))))
    assert summary.unpaid == (reference(1), reference(2))


def test_background_is_shown_and_never_counted() -> None:
    background = replace(paying(1, remedy(pounds=9000), remedy(RemedyKind.APOLOGY)), relevance=Relevance.BACKGROUND)
    partly = replace(paying(2, remedy(pounds=100)), relevance=Relevance.PARTLY)
    found = evidence(background, partly)
    assert [one.decision.reference for one in comparable_cases(found)] == [reference(2)]
    summary = summarise_remedies(found)
    assert (summary.decisions, amounts(summary), summary.others) == (1, [10000], ())


def test_close_and_partly_comparable_cases_are_added_up_apart_as_well() -> None:
    near = [paying(n, remedy(pounds=100 * n), remedy(RemedyKind.APOLOGY)) for n in range(1, 4)]
    far = [replace(paying(10 + n, remedy(pounds=1000)), relevance=Relevance.PARTLY) for n in range(2)]
    background = replace(paying(20, remedy(pounds=9000)), relevance=Relevance.BACKGROUND)
    summary = summarise_remedies(evidence(*near, *far, background))
    assert summary.close is not None
    assert summary.partly is not None
    assert (summary.decisions, summary.close.decisions, summary.partly.decisions) == (5, 3, 2)
    assert amounts(summary) == amounts(summary.close) + amounts(summary.partly)
    assert (summary.close.lowest_pence, summary.close.highest_pence) == (10000, 30000)
    assert (summary.median_pence, summary.close.median_pence) == (30000, None)
    assert [(other.kind, other.count) for other in summary.close.others] == [(RemedyKind.APOLOGY, 3)]
    assert (summary.close.close, summary.partly.partly) == (None, None)


def test_where_no_case_is_close_or_partly_comparable_there_is_no_summary_of_them() -> None:
    assert summarise_remedies(evidence(paying(1))).partly is None
    assert summarise_remedies(evidence(replace(paying(1), relevance=Relevance.PARTLY))).close is None


RANGES = {
    "three sums in three decisions": ((1, 1, 1), True),
    "three sums in two decisions": ((2, 1), True),
    "three sums in one decision": ((3,), False),
    "two sums": ((1, 1), False),
}


@pytest.mark.parametrize(("sums", "is_range"), RANGES.values(), ids=RANGES.keys())
def test_a_range_is_three_sums_of_two_decisions_or_more(sums: tuple[int, ...], is_range: bool) -> None:
    cases = [paying(n, *(remedy(pounds=100 + m) for m in range(sums_))) for n, sums_ in enumerate(sums, start=1)]
    assert summarise_remedies(evidence(*cases)).is_range is is_range


def test_other_remedies_are_counted_once_a_decision_commonest_first() -> None:
    apology, review = remedy(RemedyKind.APOLOGY), remedy(RemedyKind.REASSESSMENT)
    summary = summarise_remedies(evidence(paying(1, review, apology, apology), paying(2, apology), paying(3)))
    assert [(one.kind, one.count) for one in summary.others] == [
        (RemedyKind.APOLOGY, 2),
        (RemedyKind.REASSESSMENT, 1),
    ]
    assert summary.others[0].references == (reference(1), reference(2))


def test_rows_keep_their_case_their_year_and_the_order_of_the_evidence() -> None:
    found = evidence(
        paying(2, remedy(pounds=200), decided=date(2019, 1, 1)), paying(1, remedy(pounds=100), decided=None)
    )
    rows = summarise_remedies(found).payments
    assert [(row.case_key, row.reference, row.year) for row in rows] == [
        ("C1", reference(2), 2019),
        ("C2", reference(1), None),
    ]


def test_a_question_for_sums_of_a_size_counts_only_those() -> None:
    large, small = remedy(pounds=3500), remedy(pounds=300)
    summary = summarise_remedies(evidence(paying(1, large, small)), Filters(amount_min_pence=300000))
    assert amounts(summary) == [350000]
    summary = summarise_remedies(evidence(paying(1, large, small)), Filters(amount_max_pence=50000))
    assert amounts(summary) == [30000]


def test_a_question_for_payments_leaves_refunds_out() -> None:
    refund = remedy(kind=RemedyKind.REFUND, pounds=5000)
    summary = summarise_remedies(
        evidence(paying(1, refund, remedy(pounds=1000))), Filters(remedy_kinds=(RemedyKind.PAYMENT,))
    )
    assert amounts(summary) == [100000]


def test_a_loss_that_was_counted_is_listed_and_stands_in_no_range() -> None:
    fees = remedy(pounds=19_898, purpose=Purpose.FINANCIAL_LOSS)
    summary = summarise_remedies(evidence(paying(1, fees, remedy(pounds=300))))
    assert amounts(summary) == [1_989_800, 30_000]
    assert (summary.lowest_pence, summary.highest_pence) == (30_000, 30_000)


def test_an_offer_that_was_not_enough_is_no_figure_beside_what_was_settled_after_it() -> None:
    offered, agreed = remedy(pounds=50, status=RemedyStatus.OFFERED), remedy(pounds=300, status=RemedyStatus.AGREED)
    assert amounts(summarise_remedies(evidence(paying(1, offered, agreed)))) == [30000]
    assert amounts(summarise_remedies(evidence(paying(1, offered)))) == [5000]
    paid = remedy(pounds=100, status=RemedyStatus.ALREADY_PAID)
    assert amounts(summarise_remedies(evidence(paying(1, paid, agreed)))) == [10000, 30000]


# --------------------------------------------------------------------------- groups, rates, improvements


def groups_of(summary: RemedySummary, by: GroupBy) -> dict[str, tuple[int, list[int]]]:
    return {
        group.name: (group.decisions, [row.remedy.amount_pence or 0 for row in group.rows])
        for group in summary.grouped(by)
    }


def test_payments_are_grouped_by_payee_purpose_and_status() -> None:
    child = remedy(pounds=200, payee=Payee.CHILD, purpose=Purpose.LOSS_OF_PROVISION, status=RemedyStatus.RECOMMENDED)
    summary = summarise_remedies(evidence(paying(1, remedy(pounds=150), child), paying(2, remedy(pounds=400))))
    assert groups_of(summary, GroupBy.PAYEE) == {"complainant": (2, [15000, 40000]), "child": (1, [20000])}
    assert groups_of(summary, GroupBy.PURPOSE) == {"distress": (2, [15000, 40000]), "loss of provision": (1, [20000])}
    assert groups_of(summary, GroupBy.STATUS) == {"agreed": (2, [15000, 40000]), "recommended": (1, [20000])}


def test_payments_are_grouped_by_which_of_several_matters_they_answer() -> None:
    rows = (remedy(pounds=300, issue=LATE_PLAN), remedy(pounds=50, issue=MISSED_BINS), remedy(pounds=20))
    on = ((LATE_PLAN, "the plan was late"), (MISSED_BINS, "no bins"))
    both = case(decision(1, remedies=rows), issue=None, matters=on)
    late = case(decision(2, remedies=rows[:1]), matters=((LATE_PLAN, "the plan was late"),))
    summary = summarise_remedies(evidence(both, late, paying(3, remedy(pounds=90, issue=LATE_PLAN))))
    assert groups_of(summary, GroupBy.MATTER) == {"the plan was late": (2, [30000, 30000]), "no bins": (1, [5000])}


def test_a_year_counts_its_decisions_with_and_without_a_payment() -> None:
    late = paying(1, remedy(pounds=100), decided=date(2023, 5, 1))
    unpaid = paying(2, decided=date(2023, 6, 1))
    early = paying(3, remedy(pounds=300), decided=date(2019, 6, 1))
    summary = summarise_remedies(evidence(late, unpaid, early))
    assert groups_of(summary, GroupBy.YEAR) == {"2019": (1, [30000]), "2023": (2, [10000])}
    assert [group.paying for group in summary.grouped(GroupBy.YEAR)] == [1, 1]


@pytest.mark.parametrize(("number", "middle"), [(4, None), (5, 30000), (6, 35000)])
def test_a_group_has_a_median_from_five_sums(number: int, middle: int | None) -> None:
    cases = [paying(n, remedy(pounds=100 * n)) for n in range(1, number + 1)]
    (group,) = summarise_remedies(evidence(*cases)).grouped(GroupBy.PAYEE)
    assert (group.lowest_pence, group.median_pence, group.highest_pence) == (10000, middle, 10000 * number)


def test_rates_are_told_apart_from_sums_and_by_their_period() -> None:
    monthly = remedy(amount_pence=None, rate_pence=10000, per="month")
    total_with_rate = remedy(pounds=1500, rate_pence=30000, per="month")
    termly = remedy(amount_pence=None, rate_pence=150000, per="term")
    summary = summarise_remedies(evidence(paying(1, monthly), paying(2, total_with_rate), paying(3, termly)))
    assert [(one.per, len(one.rows), one.lowest_pence, one.highest_pence) for one in summary.rates] == [
        ("month", 2, 10000, 30000),
        ("term", 1, 150000, 150000),
    ]
    assert summary.sums == (150000,)


def test_what_each_person_receives_is_neither_sum_nor_rate() -> None:
    each = remedy(pounds=200, per="person")
    summary = summarise_remedies(evidence(paying(1, each)))
    assert summary.sums == ()
    assert summary.rates == ()


def test_sides_share_cases_and_differ_in_whose_payments_count() -> None:
    child = remedy(pounds=200, payee=Payee.CHILD)
    found = evidence(paying(1, remedy(pounds=150), child), paying(2, remedy(pounds=400)))
    keys = tuple(case.key for case in found.cases)
    sides = (EvidenceSide("the child", keys, (Payee.CHILD,)), EvidenceSide("the parent", keys, (Payee.COMPLAINANT,)))
    summary = summarise_remedies(replace(found, sides=sides))
    assert groups_of(summary, GroupBy.SIDE) == {"the child": (1, [20000]), "the parent": (2, [15000, 40000])}


def test_a_side_without_a_payment_is_a_group_too() -> None:
    found = evidence(paying(1, remedy(pounds=150)), paying(2))
    sides = (EvidenceSide("before", (found.cases[0].key,)), EvidenceSide("after", (found.cases[1].key,)))
    summary = summarise_remedies(replace(found, sides=sides))
    assert groups_of(summary, GroupBy.SIDE) == {"before": (1, [15000]), "after": (1, [])}


IMPROVEMENTS = {
    "two things": ("change procedures and train officers", (ImprovementKind.TRAINING, ImprovementKind.POLICY)),
    "a reminder": ("remind crews of the importance of assisted collections", (ImprovementKind.REMINDER,)),
    "guidance": ("issue guidance to relevant staff", (ImprovementKind.REMINDER,)),
    "monitoring": ("a period of monitoring of her collections", (ImprovementKind.AUDIT,)),
    "how": ("review how plans are amended", (ImprovementKind.POLICY,)),
    "records": ("review record keeping", (ImprovementKind.RECORDS,)),
    "website": ("put the deadline on the website", (ImprovementKind.COMMUNICATION,)),
    "others": ("look for other applicants similarly affected", (ImprovementKind.OTHERS_AFFECTED,)),
    "recruiting": ("recruit two educational psychologists", (ImprovementKind.CAPACITY,)),
    "complaints": ("improve its complaint handling", (ImprovementKind.COMPLAINTS,)),
    "a plan": ("draw up an action plan", (ImprovementKind.ACTION_PLAN,)),
    "nothing said": ("service improvements", (ImprovementKind.NOT_DESCRIBED,)),
    "prevention": ("prevent a recurrence", (ImprovementKind.NOT_DESCRIBED,)),
    "no words": (None, (ImprovementKind.NOT_DESCRIBED,)),
}


@pytest.mark.parametrize(("words", "kinds"), IMPROVEMENTS.values(), ids=IMPROVEMENTS.keys())
def test_the_words_of_an_improvement_say_its_kind(words: str | None, kinds: tuple[ImprovementKind, ...]) -> None:
    assert kinds_of_improvement(words) == kinds


def test_improvements_are_grouped_with_the_most_frequent_first_and_the_undescribed_last() -> None:
    def improving(number: int, *words: str | None) -> Case:
        return paying(number, *(remedy(RemedyKind.SERVICE_IMPROVEMENT, detail=one) for one in words))

    summary = summarise_remedies(
        evidence(improving(1, "remind staff", None), improving(2, "remind officers"), improving(3, "train staff", None))
    )
    assert [(group.kind, len(group.references)) for group in summary.improvements] == [
        (ImprovementKind.REMINDER, 2),
        (ImprovementKind.TRAINING, 1),
        (ImprovementKind.NOT_DESCRIBED, 2),
    ]
