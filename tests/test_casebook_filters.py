"""Filters of the casebook let through what the rule in plain Python lets through."""

from __future__ import annotations

import random
import sqlite3
from collections import Counter
from collections.abc import Sequence
from datetime import date

import pytest

from assistant.casebook import Casebook
from assistant.domain import Basis, Decision, Filters, Outcome, Payee, Remedy, RemedyKind
from tests.builders import decision, file_in, reference, remedy
from tests.casebook_file import BODIES, CATEGORIES, random_decision


def passes(one: Decision, filters: Filters) -> bool:
    """The rule of ``Filters`` in plain Python: what the SQL must agree with."""
    allowed: tuple[tuple[object, Sequence[object]], ...] = (
        (one.body, filters.bodies),
        (one.category, filters.categories),
        (one.subcategory, filters.subcategories),
        (one.outcome, filters.outcomes),
        (one.basis, filters.bases),
        (one.reference, filters.references),
    )
    if any(wanted and value not in wanted for value, wanted in allowed) or one.body in filters.bodies_not:
        return False
    if filters.date_from and (one.decided is None or one.decided < filters.date_from):
        return False
    if filters.date_to and (one.decided is None or one.decided > filters.date_to):
        return False
    low, high = filters.amount_min_pence, filters.amount_max_pence
    if filters.remedy_kinds or filters.payees or low is not None or high is not None:
        return any(row_passes(row, filters) for row in one.remedies)
    return True


def row_passes(row: Remedy, filters: Filters) -> bool:
    low, high = filters.amount_min_pence, filters.amount_max_pence
    if filters.remedy_kinds and row.kind not in filters.remedy_kinds:
        return False
    if filters.payees and row.payee not in filters.payees:
        return False
    if low is None and high is None:
        return True
    if row.amount_pence is None or not (filters.remedy_kinds or row.is_money):
        return False
    return (low is None or row.amount_pence >= low) and (high is None or row.amount_pence <= high)


def random_filters(chance: random.Random, held: Sequence[Decision]) -> Filters:
    def some(values: Sequence[object]) -> tuple[object, ...]:
        return tuple(chance.sample(list(values), chance.randrange(1, 3))) if chance.random() < 0.25 else ()

    def sum_of_money() -> int | None:
        return chance.choice([0, 5000, 10000, 30000]) if chance.random() < 0.3 else None

    return Filters(
        bodies=some(BODIES[:3]),  # type: ignore[arg-type]  # a sample of one type
        bodies_not=some(BODIES[:3]),  # type: ignore[arg-type]
        categories=some(CATEGORIES[:2]),  # type: ignore[arg-type]
        subcategories=some(["Special educational needs", "School transport"]),  # type: ignore[arg-type]
        outcomes=some(list(Outcome)),  # type: ignore[arg-type]
        date_from=date(2017, 3, 5) if chance.random() < 0.3 else None,
        date_to=date(2019, 8, 5) if chance.random() < 0.3 else None,
        amount_min_pence=sum_of_money(),
        amount_max_pence=sum_of_money(),
        remedy_kinds=some([RemedyKind.PAYMENT, RemedyKind.REFUND, RemedyKind.APOLOGY]),  # type: ignore[arg-type]
        payees=some([Payee.COMPLAINANT, Payee.CHILD]),  # type: ignore[arg-type]
        bases=some(list(Basis)),  # type: ignore[arg-type]
        references=some([one.reference for one in held]),  # type: ignore[arg-type]
    )


def test_filters_let_through_what_the_rule_in_plain_python_lets_through(casebook: Casebook) -> None:
    chance = random.Random(20260517)  # noqa: S311 -- a fixed seed, no secret
    held = [random_decision(number, chance) for number in range(1, 121)]
    file_in(casebook, *held)
    sizes = []
    for _ in range(400):
        filters = random_filters(chance, held)
        expected = None if filters.is_empty else frozenset(one.reference for one in held if passes(one, filters))
        assert casebook.candidates(filters) == expected, filters
        counts = casebook.count_outcomes(filters)
        within = [one for one in held if passes(one, filters)]
        assert {(count.year, count.outcome): count.decisions for count in counts} == Counter(
            (one.decided.year if one.decided else None, one.outcome) for one in within
        )
        sizes.append(len(expected or ()))
    assert sum(1 for size in sizes if 0 < size < 120) > 100  # the filters drawn did select


@pytest.mark.parametrize(
    "filters",
    [
        Filters(remedy_kinds=(RemedyKind.PAYMENT,), amount_min_pence=20000),
        Filters(payees=(Payee.CHILD,), amount_min_pence=20000),
        Filters(payees=(Payee.CHILD,), remedy_kinds=(RemedyKind.REFUND,)),
        Filters(amount_min_pence=10000, amount_max_pence=20000),
        Filters(remedy_kinds=(RemedyKind.APOLOGY,), amount_min_pence=100),
    ],
)
def test_one_remedy_must_satisfy_amount_kind_and_payee_together(casebook: Casebook, filters: Filters) -> None:
    child, refund = remedy(pounds=50, payee=Payee.CHILD), remedy(RemedyKind.REFUND, 900, payee=Payee.COMPLAINANT)
    file_in(casebook, decision(1, remedies=(child, refund, remedy(RemedyKind.APOLOGY))))
    assert casebook.candidates(filters) == frozenset()


def test_a_damaged_outcome_or_date_is_counted_as_not_known(casebook: Casebook) -> None:
    file_in(casebook, decision(1), decision(2), decision(3, decided=None, outcome=None))
    with sqlite3.connect(casebook.path) as other:
        other.execute("UPDATE decisions SET outcome = 'Upheldish' WHERE reference = ?", (reference(1).value,))
        other.execute("UPDATE decisions SET decided = 'soon' WHERE reference = ?", (reference(2).value,))
    counted = [(count.year, count.outcome, count.decisions) for count in casebook.count_outcomes(Filters())]
    assert counted == [(None, Outcome.UPHELD, 1), (2021, None, 1), (None, None, 1)]


def test_a_filter_with_sql_in_it_is_only_a_name(casebook: Casebook) -> None:
    file_in(casebook, decision(1))
    assert casebook.candidates(Filters(bodies=("x') OR 1=1 --",))) == frozenset()
    assert casebook.references() == (reference(1),)
