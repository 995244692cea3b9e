"""Payments to groups of payments: by payee, purpose, status, issue, matter, year and side, and the rates apart.

A group is a range over sums and how many there are; no average, and no median under five sums.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from statistics import median

from assistant.domain import (
    Case,
    EvidenceSide,
    GroupBy,
    PaymentGroup,
    PaymentRow,
    RateRange,
    is_sum,
)

# Under this many sums a median says more about which cases happen to be held than about what is usual.
MEDIAN_FROM = 5


def median_of(sums: Sequence[int]) -> int | None:
    """The median in whole pence; None under five sums."""
    return round(median(sums)) if len(sums) >= MEDIAN_FROM else None


def group_payments(
    cases: Sequence[Case], rows: Sequence[PaymentRow], sides: Sequence[EvidenceSide] = ()
) -> tuple[PaymentGroup, ...]:
    """Every group of the payments of these comparable cases; no cases give none.

    By payee, purpose, status, issue and matter asked about: the sums that share it, most decisions first. By year: the
    years in order, with all cases decided in each. By side: the sides of a comparison in their order, empty ones too.
    """
    sums = [row for row in rows if is_sum(row.remedy)]
    issues = {case.key: case.issue for case in cases}
    matters = {(case.key, issue): matter for case in cases for issue, matter in case.matters}
    shared: tuple[tuple[GroupBy, Callable[[PaymentRow], str | None]], ...] = (
        (GroupBy.PAYEE, lambda row: row.remedy.payee.value),
        (GroupBy.PURPOSE, lambda row: row.remedy.purpose.value),
        (GroupBy.STATUS, lambda row: row.remedy.status.value),
        (GroupBy.ISSUE, lambda row: row.remedy.issue or issues.get(row.case_key)),
        (GroupBy.MATTER, lambda row: matters.get((row.case_key, row.remedy.issue or ""))),
    )
    groups = [group for by, name_of in shared for group in _by_name(by, sums, name_of)]
    return (*groups, *_by_year(cases, sums), *(_side(side, cases, sums) for side in sides))


def rate_ranges(rows: Iterable[PaymentRow]) -> tuple[RateRange, ...]:
    """The rates by their period, most rows first: "£250 to £350 a month"; no rates give none.

    A sum that says its rate ("£1,500, at £300 a month") is counted here too: it tells how the sum was made.
    """
    by_period: dict[str, list[PaymentRow]] = defaultdict(list)
    for row in rows:
        if row.remedy.rate_pence is not None and row.remedy.per and row.remedy.per != "person":
            by_period[row.remedy.per].append(row)
    ranges = []
    for per, found in sorted(by_period.items(), key=lambda item: (-len(item[1]), item[0])):
        rates = [row.remedy.rate_pence for row in found if row.remedy.rate_pence is not None]
        ranges.append(RateRange(per, tuple(found), min(rates), max(rates)))
    return tuple(ranges)


def _by_name(
    by: GroupBy, sums: Sequence[PaymentRow], name_of: Callable[[PaymentRow], str | None]
) -> list[PaymentGroup]:
    named: dict[str, list[PaymentRow]] = defaultdict(list)
    for row in sums:
        name = name_of(row)
        if name:
            named[name].append(row)
    groups = [_group(by, name, dict.fromkeys(row.case_key for row in rows), rows) for name, rows in named.items()]
    return sorted(groups, key=lambda group: (-group.decisions, group.name))


def _by_year(cases: Sequence[Case], sums: Sequence[PaymentRow]) -> list[PaymentGroup]:
    years: dict[int, list[str]] = defaultdict(list)
    for case in cases:
        if case.decision.decided:
            years[case.decision.decided.year].append(case.key)
    return [
        _group(GroupBy.YEAR, str(year), keys, [row for row in sums if row.case_key in keys])
        for year, keys in sorted(years.items())
    ]


def _side(side: EvidenceSide, cases: Sequence[Case], sums: Sequence[PaymentRow]) -> PaymentGroup:
    """The comparable cases of a side and their sums; where payees are compared, those of its payees."""
    rows = [row for row in sums if row.case_key in side.keys]
    keys = [case.key for case in cases if case.key in side.keys]
    if side.payees:
        rows = [row for row in rows if row.remedy.payee in side.payees]
        keys = list(dict.fromkeys(row.case_key for row in rows))
    return _group(GroupBy.SIDE, side.label, keys, rows)


def _group(by: GroupBy, name: str, keys: Iterable[str], rows: Sequence[PaymentRow]) -> PaymentGroup:
    sums = [row.remedy.amount_pence for row in rows if row.remedy.amount_pence is not None]
    return PaymentGroup(
        by,
        name,
        tuple(keys),
        tuple(rows),
        lowest_pence=min(sums, default=None),
        median_pence=median_of(sums),
        highest_pence=max(sums, default=None),
    )
