"""Limits set beside the question: how they are joined with those it says, what wins, and that it is said."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

import pytest

from assistant.domain import Basis, Filters, Outcome, Payee, Query, QuestionKind, RemedyKind, Turn
from assistant.question import understand
from assistant.question.limiting import combine_limits
from tests.question_builders import FACTS

KENT, LEEDS, ESSEX = "Kent County Council", "Leeds City Council", "Essex County Council"


def asked(question: str, given: Filters, *turns: str, without: tuple[str, ...] = ()) -> Query:
    """A question understood within limits, after earlier turns of user, assistant, user and so on."""
    history = [Turn(("user", "assistant")[index % 2], content) for index, content in enumerate(turns)]
    return understand(question, history, FACTS, without=without, limits=given)


@dataclass(frozen=True)
class Combining:
    """The limits of a question, those set beside it, what holds, and under which keys the question is overruled."""

    name: str
    asked: dict[str, Any]
    given: dict[str, Any]
    both: dict[str, Any]
    clashes: tuple[str, ...] = ()


_UPHELD, _LOST = Outcome.UPHELD, Outcome.NOT_UPHELD
_APOLOGY, _PAYMENT, _REFUND = RemedyKind.APOLOGY, RemedyKind.PAYMENT, RemedyKind.REFUND
COMBINING = (
    Combining("nothing and nothing", {}, {}, {}),
    Combining("only set", {}, {"bodies": (KENT,)}, {"bodies": (KENT,)}),
    Combining("only asked", {"bodies": (KENT,)}, {}, {"bodies": (KENT,)}),
    Combining(
        "different fields hold together",
        {"bodies": (KENT,), "date_from": date(2022, 1, 1)},
        {"outcomes": (_LOST,)},
        {"bodies": (KENT,), "date_from": date(2022, 1, 1), "outcomes": (_LOST,)},
    ),
    Combining("the same body", {"bodies": (KENT,)}, {"bodies": (KENT,)}, {"bodies": (KENT,)}),
    Combining("another body", {"bodies": (LEEDS,)}, {"bodies": (KENT,)}, {"bodies": (KENT,)}, ("body",)),
    Combining("one of two bodies", {"bodies": (LEEDS, KENT)}, {"bodies": (KENT,)}, {"bodies": (KENT,)}, ("body",)),
    Combining("one of two set", {"bodies": (LEEDS,)}, {"bodies": (KENT, LEEDS)}, {"bodies": (LEEDS,)}),
    Combining("the body left out", {"bodies_not": (KENT,)}, {"bodies": (KENT,)}, {"bodies": (KENT,)}, ("not-body",)),
    Combining(
        "another body left out",
        {"bodies_not": (LEEDS,)},
        {"bodies": (KENT,)},
        {"bodies": (KENT,), "bodies_not": (LEEDS,)},
    ),
    Combining(
        "a body that is set aside", {"bodies": (KENT,)}, {"bodies_not": (KENT,)}, {"bodies_not": (KENT,)}, ("body",)
    ),
    Combining("outcomes narrowed", {"outcomes": (_UPHELD, _LOST)}, {"outcomes": (_LOST,)}, {"outcomes": (_LOST,)}),
    Combining(
        "the other outcome", {"outcomes": (_UPHELD,)}, {"outcomes": (_LOST,)}, {"outcomes": (_LOST,)}, ("outcome",)
    ),
    Combining(
        "years that overlap",
        {"date_from": date(2020, 1, 1)},
        {"date_from": date(2019, 1, 1), "date_to": date(2023, 12, 31)},
        {"date_from": date(2020, 1, 1), "date_to": date(2023, 12, 31)},
    ),
    Combining(
        "years that touch in a day",
        {"date_from": date(2021, 1, 1)},
        {"date_to": date(2021, 1, 1)},
        {"date_from": date(2021, 1, 1), "date_to": date(2021, 1, 1)},
    ),
    Combining(
        "years that do not meet",
        {"date_from": date(2024, 1, 1)},
        {"date_to": date(2021, 1, 1)},
        {"date_to": date(2021, 1, 1)},
        ("date",),
    ),
    Combining(
        "sums that overlap",
        {"amount_min_pence": 50_000},
        {"amount_min_pence": 10_000, "amount_max_pence": 100_000},
        {"amount_min_pence": 50_000, "amount_max_pence": 100_000},
    ),
    Combining(
        "sums that do not meet",
        {"amount_min_pence": 200_000},
        {"amount_max_pence": 100_000},
        {"amount_max_pence": 100_000},
        ("amount",),
    ),
    Combining(
        "another category",
        {"categories": ("Housing",)},
        {"categories": ("Education",)},
        {"categories": ("Education",)},
        ("subject",),
    ),
    Combining(
        "a subcategory of the category set",
        {"subcategories": ("Homelessness",)},
        {"categories": ("Housing",)},
        {"categories": ("Housing",), "subcategories": ("Homelessness",)},
    ),
    Combining(
        "a subcategory of another category",
        {"subcategories": ("Homelessness",)},
        {"categories": ("Education",)},
        {"categories": ("Education",)},
        ("subject",),
    ),
    Combining(
        "a category around the subcategory set",
        {"categories": ("Housing",)},
        {"subcategories": ("Homelessness",)},
        {"categories": ("Housing",), "subcategories": ("Homelessness",)},
    ),
    Combining(
        "another category than that of the subcategory set",
        {"categories": ("Education",)},
        {"subcategories": ("Homelessness",)},
        {"subcategories": ("Homelessness",)},
        ("subject",),
    ),
    Combining(
        "the same kind of remedy",
        {"remedy_kinds": (_REFUND,)},
        {"remedy_kinds": (_REFUND,)},
        {"remedy_kinds": (_REFUND,)},
    ),
    Combining(
        "two kinds of remedy in one decision",
        {"remedy_kinds": (RemedyKind.SERVICE_IMPROVEMENT,)},
        {"remedy_kinds": (_APOLOGY,)},
        {"remedy_kinds": (RemedyKind.SERVICE_IMPROVEMENT,), "also_kinds": ((_APOLOGY,),)},
    ),
    Combining(
        "an apology and a sum are two remedies",
        {"amount_min_pence": 50_000},
        {"remedy_kinds": (_APOLOGY,)},
        {"amount_min_pence": 50_000, "also_kinds": ((_APOLOGY,),)},
    ),
    Combining(
        "a refund of a sum is one remedy",
        {"amount_min_pence": 50_000},
        {"remedy_kinds": (_REFUND,)},
        {"amount_min_pence": 50_000, "remedy_kinds": (_REFUND,)},
    ),
    Combining(
        "no payment asked for and payments set",
        {"remedy_kinds_not": (_PAYMENT, _REFUND)},
        {"remedy_kinds": (_PAYMENT,)},
        {"remedy_kinds": (_PAYMENT,), "remedy_kinds_not": (_REFUND,)},
        ("remedy-kind",),
    ),
    Combining("payees narrowed", {"payees": (Payee.CHILD,)}, {"payees": (Payee.CHILD,)}, {"payees": (Payee.CHILD,)}),
    Combining(
        "another payee",
        {"payees": (Payee.CHILD,)},
        {"payees": (Payee.COMPLAINANT,)},
        {"payees": (Payee.COMPLAINANT,)},
        ("payee",),
    ),
    Combining(
        "another basis",
        {"bases": (Basis.SUMMARY,)},
        {"bases": (Basis.FULL_TEXT,)},
        {"bases": (Basis.FULL_TEXT,)},
        ("basis",),
    ),
)


@pytest.mark.parametrize("case", COMBINING, ids=lambda case: case.name)
def test_both_limits_hold_and_where_they_cannot_those_set_win(case: Combining) -> None:
    filters, clashes = combine_limits(Filters(**case.asked), Filters(**case.given), FACTS)
    assert filters == Filters(**case.both)
    assert tuple(clash.key for clash in clashes) == case.clashes


@dataclass(frozen=True)
class Asked:
    """A question within limits: the kind it has, the filters that hold, and words of the remark, empty where none."""

    question: str
    given: dict[str, Any]
    kind: QuestionKind
    filters: dict[str, Any]
    remark: str = ""


_EHC = "late education plan"
ASKED = (
    Asked(_EHC, {"bodies": (KENT,)}, QuestionKind.TYPICAL_REMEDY, {"bodies": (KENT,)}),
    Asked(
        "What has Leeds paid for late education plans?",
        {"bodies": (KENT,)},
        QuestionKind.BODY_HISTORY,
        {"bodies": (KENT,)},
        "“only Leeds City Council”, and you set “only Kent County Council”",
    ),
    Asked(
        "Has Leeds been found at fault?",
        {"outcomes": (_LOST,)},
        QuestionKind.BODY_HISTORY,
        {"bodies": (LEEDS,), "outcomes": (_LOST,)},
    ),
    Asked("what was paid?", {"bodies": (KENT,)}, QuestionKind.TYPICAL_REMEDY, {"bodies": (KENT,)}),
    Asked("show me all cases", {"outcomes": (_LOST,)}, QuestionKind.LIST_CASES, {"outcomes": (_LOST,)}),
    Asked("Summarise 19 018 981", {"bodies": (KENT,)}, QuestionKind.SINGLE_CASE, {}),
    Asked("what does fault mean", {"bodies": (KENT,)}, QuestionKind.MEANING, {"bodies": (KENT,)}),
    Asked(
        "compare Leeds with Kent on late education plans",
        {"date_from": date(2022, 1, 1)},
        QuestionKind.COMPARE,
        {"bodies": (LEEDS, KENT), "date_from": date(2022, 1, 1)},
    ),
    Asked(
        "compare Leeds with Kent on late education plans",
        {"bodies": (KENT,)},
        QuestionKind.TYPICAL_REMEDY,
        {"bodies": (KENT,)},
        "compares Leeds City Council and Kent County Council, and Leeds City Council lies outside",
    ),
    Asked(
        "compare Leeds, Kent and Essex on late plans",
        {"bodies": (KENT, ESSEX)},
        QuestionKind.COMPARE,
        {"bodies": (KENT, ESSEX)},
        "Leeds City Council lies outside",
    ),
    Asked(
        "will I win my complaint about missed care visits?",
        {"bodies": (KENT,)},
        QuestionKind.OUT_OF_SCOPE,
        {"bodies": (KENT,)},
    ),
    Asked(
        "my landlord will not repair the boiler of my council flat",
        {"bodies": (KENT,)},
        QuestionKind.OUT_OF_SCOPE,
        {"bodies": (KENT,)},
    ),
    Asked("hello", {"bodies": (KENT,)}, QuestionKind.UNCLEAR, {}),
    Asked(
        "Leeds left my client's address on a report, what do people get?",
        {"bodies": (KENT,)},
        QuestionKind.TYPICAL_REMEDY,
        {"bodies": (KENT,)},
        "You name Leeds; the cases are those of Kent County Council, as you set.",
    ),
)


@pytest.mark.parametrize("case", ASKED, ids=lambda case: f"{case.question} within {', '.join(case.given)}")
def test_limits_hold_for_every_kind_of_question_and_what_they_overrule_is_said(case: Asked) -> None:
    query = asked(case.question, Filters(**case.given))
    assert query.kind is case.kind
    assert query.filters == Filters(**case.filters)
    assert query.given == Filters(**case.given)
    remarks = " ".join(query.limit_remarks)
    assert case.remark in remarks if case.remark else remarks == ""


def test_without_limits_a_question_is_understood_as_before() -> None:
    query = asked("What has Leeds paid for late education plans since 2022?", Filters())
    assert query == understand("What has Leeds paid for late education plans since 2022?", (), FACTS)
    assert query.given.is_empty
    assert query.limit_remarks == ()


def test_the_years_of_a_trend_and_of_the_sides_compared_end_with_the_limits() -> None:
    years = asked(
        "how have payments for late education plans changed over the years?", Filters(date_from=date(2023, 1, 1))
    )
    assert [side.label for side in years.compared] == ["2023", "2024", "2025", "2026"]
    one = asked("compare 2019 with 2022 for late education plans", Filters(date_from=date(2021, 1, 1)))
    assert one.compared == ()
    assert (one.filters.date_from, one.filters.date_to) == (date(2022, 1, 1), date(2022, 12, 31))
    assert "2019 lies outside" in one.limit_remarks[0]


def test_a_decline_stays_a_decline_within_any_limits() -> None:
    for question in (
        "will I win?",
        "thanks",
        "how do I sue Kent council",
        "my neighbour's NHS hospital treatment was bad",
    ):
        bare, limited = asked(question, Filters()), asked(question, Filters(bodies=(KENT,), outcomes=(_UPHELD,)))
        assert limited.decline == bare.decline is not None
        assert limited.kind is bare.kind


def test_a_follow_up_is_within_the_limits_given_with_it() -> None:
    given = Filters(bodies=(KENT,))
    query = asked("only those that were not upheld", given, "late education plan", "7 decisions are comparable.")
    assert query.filters == Filters(bodies=(KENT,), outcomes=(_LOST,))
    assert query.given == given


def test_a_limit_of_the_question_is_told_once_and_only_where_it_holds() -> None:
    # Overruled: the remark tells it. The same as set: the limit set tells it.
    for given in (Filters(bodies=(KENT,)), Filters(bodies=(LEEDS,))):
        query = asked("What has Leeds paid for late education plans?", given)
        assert "body" not in [assumption.key for assumption in query.assumptions]
    other = asked("What has Leeds paid for late education plans?", Filters(outcomes=(_UPHELD,)))
    assert "body" in [assumption.key for assumption in other.assumptions]


def test_a_limit_of_the_question_that_is_undone_overrules_nothing_and_needs_no_remark() -> None:
    query = asked("What has Leeds paid for late education plans?", Filters(bodies=(KENT,)), without=("body",))
    assert query.filters.bodies == (KENT,)
    assert query.limit_remarks == ()
