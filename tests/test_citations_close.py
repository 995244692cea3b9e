"""Statements about the close cases and the partly comparable ones: each figure is that of those it names, or fails."""

from __future__ import annotations

from dataclasses import replace

import pytest

from assistant.casebook import Casebook
from assistant.citations import check_draft
from assistant.composing import compose
from assistant.domain import (
    AnswerStatus,
    Case,
    Draft,
    Evidence,
    Payee,
    Relevance,
    Remedy,
    RemedyKind,
    RemedyStatus,
    Statement,
    StatementRole,
)
from assistant.remedies import summarise_remedies
from tests.builders import LATE_PLAN, case, decision, evidence, facts, file_in, query, remedy

ROLE = StatementRole


def one(number: int, *rows: Remedy, relevance: Relevance = Relevance.CLOSE) -> Case:
    held = decision(number, remedies=tuple(replace(row, issue=LATE_PLAN) for row in rows))
    return case(held, relevance=relevance, matters=((LATE_PLAN, "the plan was late"),))


def found() -> Evidence:
    """Seven close cases, six with £100 to £600, and three partly comparable with £100, £2,000 and £3,000.

    Of the close sums one was offered and one recommended, £600 is the child's, and five have an apology; of the others
    two were recommended. Rates are £200 a month in a close case and £900 a month in a partly comparable one.
    """
    sorry = remedy(RemedyKind.APOLOGY)
    near = [one(n, remedy(pounds=100 * n), sorry) for n in range(1, 4)]
    near += [one(4, remedy(pounds=400, status=RemedyStatus.OFFERED), sorry)]
    near += [one(5, remedy(pounds=500, status=RemedyStatus.RECOMMENDED), sorry)]
    near += [one(6, remedy(pounds=600, payee=Payee.CHILD, rate_pence=20000, per="month")), one(7)]
    far = [
        remedy(pounds=100),
        remedy(pounds=2000, status=RemedyStatus.RECOMMENDED),
        remedy(pounds=3000, status=RemedyStatus.RECOMMENDED, rate_pence=90000, per="month"),
    ]
    return evidence(*near, *(one(10 + n, row, relevance=Relevance.PARTLY) for n, row in enumerate(far)))


def failures(casebook: Casebook, text: str, role: StatementRole, held: Evidence | None = None) -> list[str]:
    held = held or found()
    file_in(casebook, *(each.decision for each in held.cases))
    draft = Draft(AnswerStatus.FOUND, (Statement(role, text),))
    _, report = check_draft(draft, query(), held, summarise_remedies(held), facts(), casebook)
    return [failure.reason for failure in report.failures]


NOTES = "(median £350; 1 of the sums offered by councils; 1 of them recommended)"
CLOSE = "Payments in 6 of the 7 close cases ran from £100 to £600 {}, often with an apology; there is no fixed sum."
PARTLY = "Partly comparable cases: £100 to £3,000 in 3 (2 of them recommended)."
PAYEES = (
    "By payee, in close cases: to the complainant £100 to £500 (median £300) (5 decisions); "
    "to the child £600 (1 decision)."
)
MATTERS = "By what you asked about, in close cases: “the plan was late” £100 to £600 (median £350) (6 decisions)."
SUMS = "£100, £200, £300, £400, £500 and £600"
RATE = "Rates in close cases, not added to the sums: £200 a month in 1 decision."
TRUE = {
    "the close range": (ROLE.HEADLINE, CLOSE.format(NOTES)),
    "the other range": (ROLE.HEADLINE, PARTLY),
    "both": (ROLE.HEADLINE, f"{CLOSE.format(NOTES)} {PARTLY}"),
    "without the apologies": (ROLE.HEADLINE, CLOSE.format(NOTES).replace(", often with an apology", "")),
    "sums of close cases": (ROLE.HEADLINE, f"Only 6 of these 9 sums are from close cases: {SUMS}."),
    "payees": (ROLE.GROUPS, PAYEES),
    "matters": (ROLE.GROUPS, MATTERS),
    "rates": (ROLE.GROUPS, RATE),
    "the other rates": (
        ROLE.GROUPS,
        "Rates in partly comparable cases, not added to the sums: £900 a month in 1 decision.",
    ),
    "how many close sums": (ROLE.CONFIDENCE, "How sure: 10 comparable decisions of 1,403 held; 6 sums in close cases, "
    "so no median is given."),
}  # fmt: skip
FALSE = {
    "the range of all called that of the close": (ROLE.HEADLINE, CLOSE.format(NOTES).replace("to £600", "to £3,000")),
    "a matter with the range of all": (ROLE.GROUPS, MATTERS.replace("£600", "£3,000")),
    "the range of the others called that of the close": (
        ROLE.HEADLINE,
        "Payments in 3 of the 7 close cases ran from £100 to £3,000 (2 of them recommended); there is no fixed sum.",
    ),
    "the lowest raised": (ROLE.HEADLINE, CLOSE.format(NOTES).replace("from £100", "from £200")),
    "the median of all": (ROLE.HEADLINE, CLOSE.format(NOTES).replace("£350", "£400")),
    "the median left out": (ROLE.HEADLINE, CLOSE.format(NOTES).replace("median £350; ", "")),
    "offers left out": (ROLE.HEADLINE, CLOSE.format(NOTES).replace("1 of the sums offered by councils; ", "")),
    "recommendations of all": (ROLE.HEADLINE, CLOSE.format(NOTES).replace("1 of them rec", "3 of them rec")),
    "all that is noted left out": (ROLE.HEADLINE, CLOSE.format("").replace(" ,", ",")),
    "something else noted": (ROLE.HEADLINE, CLOSE.format("(all of them paid in full)")),
    "more close cases with a sum": (ROLE.HEADLINE, CLOSE.format(NOTES).replace("in 6", "in 7")),
    "more close cases": (ROLE.HEADLINE, CLOSE.format(NOTES).replace("the 7", "the 10")),
    "all close cases": (ROLE.HEADLINE, CLOSE.format(NOTES).replace("6 of the 7", "all 7")),
    "both close cases": (ROLE.HEADLINE, CLOSE.format(NOTES).replace("6 of the 7", "both")),
    "the same sum each": (
        ROLE.HEADLINE,
        CLOSE.format(NOTES).replace("ran from £100 to £600", "were £600 each"),
    ),
    "apologies always": (ROLE.HEADLINE, CLOSE.format(NOTES).replace(", often with", ", with")),
    "the others' range lowered": (ROLE.HEADLINE, PARTLY.replace("£3,000", "£600")),
    "the others as one sum": (ROLE.HEADLINE, PARTLY.replace("£100 to £3,000", "£3,000")),
    "more of the others": (ROLE.HEADLINE, PARTLY.replace("in 3", "in 9")),
    "the others' recommendations left out": (ROLE.HEADLINE, PARTLY.replace(" (2 of them recommended)", "")),
    "the others with a median": (ROLE.HEADLINE, PARTLY.replace("(2", "(median £2,000; 2")),
    "few sums called more": (ROLE.HEADLINE, f"Only 9 of these 9 sums are from close cases: {SUMS}."),
    "few sums of fewer": (ROLE.HEADLINE, f"Only 6 of these 6 sums are from close cases: {SUMS}."),
    "a close sum exchanged": (
        ROLE.HEADLINE,
        f"Only 6 of these 9 sums are from close cases: {SUMS.replace('£600', '£2,000')}.",
    ),
    "a close sum left out": (
        ROLE.HEADLINE,
        "Only 6 of these 9 sums are from close cases: £100, £200, £300, £400 and £500.",
    ),
    "close sums called alike": (ROLE.HEADLINE, "Only 6 of these 9 sums are from close cases: £100 each."),
    "none from close cases": (ROLE.HEADLINE, "None of these 9 sums is from a close case."),
    "the one sum not close": (ROLE.HEADLINE, "That sum is from a partly comparable case."),
    "payees of all": (ROLE.GROUPS, PAYEES.replace("£100 to £500 (median £300) (5", "£100 to £3,000 (median £350) (8")),
    "payees exchanged": (ROLE.GROUPS, PAYEES.replace("complainant", "x").replace("child", "complainant")),
    "the rate of the others": (ROLE.GROUPS, RATE.replace("£200", "£900")),
    "the rate of the close called the others'": (ROLE.GROUPS, RATE.replace("close", "partly comparable")),
    "fewer close sums": (ROLE.CONFIDENCE, "How sure: 10 comparable decisions of 1,403 held; 4 sums in close cases, so "
    "no median is given."),
}  # fmt: skip


@pytest.mark.parametrize(("role", "text"), TRUE.values(), ids=TRUE.keys())
def test_what_was_counted_is_let_through(casebook: Casebook, role: StatementRole, text: str) -> None:
    assert failures(casebook, text, role) == []


@pytest.mark.parametrize(("role", "text"), FALSE.values(), ids=FALSE.keys())
def test_what_was_not_counted_is_withheld(casebook: Casebook, role: StatementRole, text: str) -> None:
    assert failures(casebook, text, role)


def test_sums_of_which_the_close_ones_are_unknown_bear_out_no_range_of_them(casebook: Casebook) -> None:
    far = evidence(*(replace(each, relevance=Relevance.PARTLY) for each in found().cases))
    assert failures(casebook, CLOSE.format(NOTES), ROLE.HEADLINE, far)
    assert failures(casebook, "None of these 9 sums is from a close case.", ROLE.HEADLINE, far) == []


def test_the_one_sum_that_is_told_may_be_that_of_a_partly_comparable_case(casebook: Casebook) -> None:
    alone = evidence(one(1), one(2, remedy(pounds=900, status=RemedyStatus.OFFERED), relevance=Relevance.PARTLY))
    assert failures(casebook, "That sum is from a partly comparable case.", ROLE.HEADLINE, alone) == []
    offered = "Partly comparable cases: £900 in 1 (a council’s own offer)."
    assert failures(casebook, offered, ROLE.HEADLINE, alone) == []
    for lie in (" (recommended)", ""):
        assert failures(casebook, offered.replace(" (a council’s own offer)", lie), ROLE.HEADLINE, alone)


def test_two_sums_of_the_one_partly_comparable_case_are_listed_and_no_range(casebook: Casebook) -> None:
    near = [one(n, remedy(pounds=100 * n)) for n in range(1, 4)]
    far = one(9, remedy(pounds=700), remedy(pounds=200), relevance=Relevance.PARTLY)
    held = evidence(*near, far)
    headline = next(
        each.text
        for each in compose(query(), held, summarise_remedies(held), facts()).statements
        if each.role is ROLE.HEADLINE
    )
    assert headline.endswith("Partly comparable cases: £200 and £700 in 1.")
    assert failures(casebook, headline, ROLE.HEADLINE, held) == []
    for false in ("£200 to £700", "£200 and £600", "£700"):
        wrong = headline.replace("£200 and £700", false)
        assert failures(casebook, wrong, ROLE.HEADLINE, held), false
