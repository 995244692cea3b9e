"""Groups of payments to sentences: by payee, as rates, with unknown sums; each with the places of its two ends."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from assistant.composing.parts import close_told
from assistant.composing.phrases import describe_payee, describe_range
from assistant.composing.quotes import quote_for_issue, quote_for_remedy
from assistant.domain import (
    Case,
    CaseReference,
    Citation,
    GroupBy,
    Payee,
    PaymentGroup,
    PaymentRow,
    Query,
    RemedySummary,
    Statement,
    StatementRole,
)
from assistant.text import format_count

# Rows beyond these say nothing that the table of cases does not.
_PAYEES_AT_MOST, _RATES_AT_MOST, _CITED_AT_MOST = 4, 2, 3


def tell_groups(
    query: Query, cases: Sequence[Case], summary: RemedySummary, payments: Sequence[Statement] = ()
) -> list[Statement]:
    """What helps beside the range of all: what for and who was paid, rates, and unknown sums; nothing where none is so.

    ``payments`` are the statements on single cases that stand before: what they name is not told again. Payees are told
    where at least two are named, because a sum to a child and one to a parent answer different harm. Where the headline
    speaks of the close cases, so do the payees, and the rates are told apart as it tells the sums.
    """
    held = {case.key: case for case in cases}
    named = frozenset(citation.reference for statement in payments for citation in statement.citations)
    told = [
        _by_matter(query, held, summary),
        _by_payee(query, held, summary),
        # Where a rate was asked for, the headline told it.
        *(
            one
            for one in _all_rates(query, held, summary)
            if query.per is None or f" a {query.per} in " not in one.text
        ),
        _unstated(query, cases, summary, named),
    ]
    return [statement for statement in told if statement is not None]


def lead_with_rates(query: Query, headline: Statement, cases: Sequence[Case], summary: RemedySummary) -> Statement:
    """The headline behind the rates asked for, or behind that none is stated; as it was where no rate was asked for."""
    if query.per is None:
        return headline
    told = [
        one
        for one in _all_rates(query, {case.key: case for case in cases}, summary)
        if f" a {query.per} in " in one.text
    ]
    if told:
        texts = [one.text for one in told]
    elif any(case.states_rate(query.per) for case in cases):
        return headline
    else:
        number = "The comparable decision states no" if len(cases) == 1 else "None of the comparable decisions states a"
        texts = [f"{number} rate per {query.per} for what was asked."]
    citations = dict.fromkeys([*(quote for one in told for quote in one.citations), *headline.citations])
    return replace(headline, text=" ".join([*texts, headline.text]), citations=tuple(citations))


def quotes_of_rows(rows: Iterable[PaymentRow], cases: Mapping[str, Case], topic: str) -> tuple[Citation, ...]:
    """The sentences that state the lowest and the highest of these payments."""

    def pence(row: PaymentRow) -> int:
        return row.remedy.amount_pence or row.remedy.rate_pence or 0

    ordered = sorted(rows, key=pence)
    ends = [ordered[0], ordered[-1]] if ordered else []
    quotes = [quote_for_remedy(cases[row.case_key], row.remedy, topic) for row in ends if row.case_key in cases]
    return tuple(dict.fromkeys(quote for quote in quotes if quote is not None))


def _by_matter(query: Query, cases: Mapping[str, Case], summary: RemedySummary) -> Statement | None:
    """What was paid for each of several things that were asked about; nothing where one has all the sums."""
    close = close_told(query, summary)
    named = (close or summary).grouped(GroupBy.MATTER)
    if len(named) < 2:
        return None
    parts = [f"“{group.name}” {describe_range(group)} ({format_count(group.decisions, 'decision')})" for group in named]
    quotes = [quote for group in named for quote in quotes_of_rows(group.rows, cases, query.topic)]
    text = f"By what you asked about{', in close cases' if close else ''}: {'; '.join(parts)}."
    return Statement(StatementRole.GROUPS, text, tuple(dict.fromkeys(quotes)))


def _by_payee(query: Query, cases: Mapping[str, Case], summary: RemedySummary) -> Statement | None:
    close = close_told(query, summary)
    named = [group for group in (close or summary).grouped(GroupBy.PAYEE) if group.name != Payee.NOT_STATED]
    if len(named) < 2 or query.filters.payees:
        return None
    parts = [_of_payee(group) for group in named[:_PAYEES_AT_MOST]]
    quotes = [quote for group in named[:_PAYEES_AT_MOST] for quote in quotes_of_rows(group.rows, cases, query.topic)]
    text = f"By payee{', in close cases' if close else ''}: {'; '.join(parts)}."
    return Statement(StatementRole.GROUPS, text, tuple(dict.fromkeys(quotes)))


def _of_payee(group: PaymentGroup) -> str:
    return f"{describe_payee(Payee(group.name))} {describe_range(group)} ({format_count(group.decisions, 'decision')})"


def _all_rates(query: Query, cases: Mapping[str, Case], summary: RemedySummary) -> list[Statement]:
    close = close_told(query, summary)
    if close is None:
        return _rates(query, cases, summary)
    told = _rates(query, cases, close, " in close cases")
    return told + (_rates(query, cases, summary.partly, " in partly comparable cases") if summary.partly else [])


def _rates(query: Query, cases: Mapping[str, Case], summary: RemedySummary, where: str = "") -> list[Statement]:
    told = []
    for rates in summary.rates[:_RATES_AT_MOST]:
        number = len({row.case_key for row in rates.rows})
        text = f"Rates{where}, not added to the sums: {describe_range(rates)} in {format_count(number, 'decision')}."
        told.append(Statement(StatementRole.GROUPS, text, quotes_of_rows(rates.rows, cases, query.topic)))
    return told


def _unstated(
    query: Query, cases: Sequence[Case], summary: RemedySummary, named: frozenset[CaseReference]
) -> Statement | None:
    """In how many decisions the sum is unknown; nothing where all of them are named, or the headline has said it."""
    unknown = [case for case in cases if case.decision.reference in summary.unstated]
    if not summary.sums or all(case.decision.reference in named for case in unknown):
        return None
    quotes = [quote for case in unknown[:_CITED_AT_MOST] if (quote := quote_for_issue(case, query.topic))]
    text = f"In {len(unknown)} of the {len(cases)} a payment or refund is recorded without its sum."
    return Statement(StatementRole.GROUPS, text, tuple(quotes))
