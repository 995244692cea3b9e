"""The first sentences of an answer: how many decisions are comparable, how they ended, and what was paid in them."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.composing.parts import FOUND_FROM, close_told
from assistant.composing.phrases import (
    describe_payments,
)
from assistant.domain import (
    Case,
    Outcome,
    Purpose,
    Query,
    QuestionKind,
    Relevance,
    Remedy,
    RemedyKind,
    RemedyStatus,
    RemedySummary,
    Statement,
    StatementRole,
    SumOrder,
    is_sum,
)
from assistant.text import format_count, format_money, join_words
from assistant.vocabulary import content_words


def tell_headline(query: Query, comparable: Sequence[Case], summary: RemedySummary, *, searched: int = 0) -> Statement:
    """How many decisions are comparable, and what was paid in them or how they ended; for at least one case.

    Where only limits were asked for, how many of the ``searched`` decisions are within them: all are, and none is
    nearer than another.
    """
    close = sum(1 for case in comparable if case.relevance is Relevance.CLOSE)
    number = len(comparable)
    if not content_words(query.topic) and not query.expansions:
        first = _tell_within_limits(number, searched, query.order)
    elif number == 1:
        first = "One decision is comparable: one precedent, not a pattern."
    elif number < FOUND_FROM:
        first = f"Only {number} decisions are comparable: examples, not a pattern."
    elif close:
        share = "all" if close == number else str(close)
        first = f"{number} decisions are comparable, {share} of them close to your question."
    else:
        first = f"{number} decisions are partly comparable; none is close to your question."
    # Of the highest alone a range would say how they were picked, and not what is usual.
    if query.order or query.kind in (QuestionKind.BODY_HISTORY, QuestionKind.LIST_CASES, QuestionKind.IS_IT_FAULT):
        second = tell_outcomes(comparable)
    else:
        second = tell_sums(query, summary) if summary.sums else f"{tell_range(summary)} {tell_outcomes(comparable)}"
    third = _tell_order(query, summary)
    return Statement(StatementRole.HEADLINE, " ".join(part for part in (first, second, third) if part))


def _tell_order(query: Query, summary: RemedySummary) -> str:
    if query.order is None or not summary.sums:
        return ""
    return f"The cases are sorted by what was paid, {_FIRST_IN[query.order]} first."


def _tell_within_limits(number: int, searched: int, order: SumOrder | None) -> str:
    within = max(searched, number)
    first = (
        f"{format_count(within, 'decision')} held {'is' if within == 1 else 'are'} within the limits of your question"
    )
    if number == within:
        return f"{first}."
    told = f"{number} of them, {_FIRST_IN[order]} sums first" if order else f"the {number} newest"
    return f"{first}; what follows is about {told}."


_FIRST_IN = {SumOrder.HIGHEST: "highest", SumOrder.LOWEST: "lowest"}


def tell_outcomes(comparable: Sequence[Case]) -> str:
    """How the comparable cases ended, as one sentence; empty where no outcome is known."""
    known = [case.decision.outcome for case in comparable]
    parts = [
        f"{known.count(outcome)} {word}"
        for outcome, word in (
            (Outcome.UPHELD, "upheld (fault found or accepted)"),
            (Outcome.NOT_UPHELD, "not upheld"),
            (Outcome.CLOSED, "closed after initial enquiries"),
            (Outcome.DISCONTINUED, "discontinued"),
        )
        if known.count(outcome)
    ]
    return f"Outcomes: {join_words(parts)}." if parts else ""


def tell_sums(query: Query, summary: RemedySummary) -> str:
    """The range over the close cases and, told apart, over the partly comparable; else over all, saying how near."""
    close = close_told(query, summary)
    if close is None:
        return f"{tell_range(summary)} {_tell_few_close(query, summary)}".strip()
    among = f"{close.paying} of the {close.decisions}"
    if close.paying == close.decisions:
        among = "both" if close.decisions == 2 else f"all {close.decisions}"
    first = f"Payments in {among} close cases {_span_of(close)}; there is no fixed sum."
    return f"{first} {_tell_partly(summary.partly)}".strip()


def _tell_partly(partly: RemedySummary | None) -> str:
    """The ends of the sums of partly comparable cases, of one case its sums, shortly; nothing where none states one."""
    if partly is None or partly.lowest_pence is None or partly.highest_pence is None:
        return ""
    span = format_money(partly.lowest_pence)
    if partly.is_of_one_decision and partly.lowest_pence != partly.highest_pence:
        span = join_words([format_money(pence) for pence in sorted(partly.sums)])
    elif partly.lowest_pence != partly.highest_pence:
        span += f" to {format_money(partly.highest_pence)}"
    elif len(partly.rows_with_sums) > 1:
        span += " each"
    notes = "; ".join(_not_agreed(partly))
    return f"Partly comparable cases: {span} in {partly.paying}{f' ({notes})' if notes else ''}."


def _tell_few_close(query: Query, summary: RemedySummary) -> str:
    """Which of the sums told are from close cases; nothing where all are, or where no case was said to be close."""
    if query.kind is not QuestionKind.TYPICAL_REMEDY or summary.partly is None or not summary.partly.sums:
        return ""
    close = sorted(summary.close.sums) if summary.close else []
    if summary.close is None and summary.decisions >= FOUND_FROM:
        return ""
    number = len(summary.rows_with_sums)
    if number == 1:
        return "That sum is from a partly comparable case."
    if not close:
        return f"None of these {number} sums is from a close case."
    from_close = "is from a close case" if len(close) == 1 else "are from close cases"
    # They are what a reader may paste, so they are told and need not be looked for in the range.
    sums = join_words([format_money(pence) for pence in close])
    if len(close) > 1 and close[0] == close[-1]:
        sums = f"{format_money(close[0])} each"
    return f"Only {len(close)} of these {number} sums {from_close}: {sums}."


def tell_range(summary: RemedySummary) -> str:
    """The lowest, highest and from five sums the median payment, as one sentence; never an average.

    A range is of two decisions at least: the sums of one alone are told one by one.
    """
    if summary.lowest_pence is None or summary.highest_pence is None:
        if summary.payments:
            return "The money was refunds, counted losses or rates, not payments for distress."
        return "No sum of money is stated in them." if summary.unstated else "None of them has a payment."
    apart = _standing_apart(summary)
    if len(summary.rows_with_sums) == 1:
        first = "The payment was" if summary.decisions == 1 else "One payment is stated, one precedent, not a pattern:"
        note = "".join(f" ({words})" for words in _not_agreed(summary))
        beside = _apologies(summary) if summary.decisions == 1 else ""
        return f"{first} {format_money(summary.lowest_pence)}{note}{apart}{beside}; there is no fixed sum."
    if summary.is_of_one_decision:
        return _tell_one_decision(summary, apart)
    among = f"Payments in {summary.paying} of them" if summary.paying < summary.decisions else "The payments"
    return f"{among} {_span_of(summary, apart)}; there is no fixed sum."


def _tell_one_decision(summary: RemedySummary, apart: str) -> str:
    """The sums of the only decision that states any, each with what it was for: of one decision there is no range."""
    paid = describe_payments(summary.rows_with_sums)
    if summary.decisions == 1:
        return f"The payments were {paid}{apart}{_apologies(summary)}; there is no fixed sum."
    return f"Payments are stated in one of them, one precedent, not a pattern: {paid}{apart}; there is no fixed sum."


def _span_of(summary: RemedySummary, apart: str = "") -> str:
    """``ran from £100 to £500 (median £300), often with an apology``: of a summary with two sums or more."""
    lowest, highest = summary.lowest_pence or 0, summary.highest_pence or 0
    span = f"ran from {format_money(lowest)} to {format_money(highest)}"
    if lowest == highest:
        span = f"were {format_money(lowest)} each"
    middle = [f"median {format_money(summary.median_pence)}"] if summary.median_pence is not None else []
    notes = "; ".join([*middle, *_not_agreed(summary)])
    return f"{span}{f' ({notes})' if notes else ''}{apart}{_apologies(summary)}"


def _apologies(summary: RemedySummary) -> str:
    """That apologies came with the sums; of a few decisions only where all have one, for one of two is not often."""
    apologies = sum(other.count for other in summary.others if other.kind is RemedyKind.APOLOGY)
    if summary.decisions < FOUND_FROM:
        return ", with an apology" if apologies == summary.decisions else ""
    return ", often with an apology" if 2 * apologies >= summary.decisions else ""


def _standing_apart(summary: RemedySummary) -> str:
    """What money is named below and is not in the range: ``, refunds and counted losses apart``."""
    told = {_kind_apart(row.remedy) for row in summary.payments if not is_sum(row.remedy)}
    return f", {join_words(sorted(told))} apart" if told else ""


def _kind_apart(remedy: Remedy) -> str:
    if remedy.kind is RemedyKind.REFUND:
        return "refunds"
    return "counted losses" if remedy.purpose is Purpose.FINANCIAL_LOSS else "rates"


def _not_agreed(summary: RemedySummary) -> list[str]:
    """How many of the sums were not the Ombudsman's agreed ones: they are a different thing to argue from."""
    statuses = [row.remedy.status for row in summary.rows_with_sums]
    offered, recommended = statuses.count(RemedyStatus.OFFERED), statuses.count(RemedyStatus.RECOMMENDED)
    if len(statuses) == 1:
        return ["a council’s own offer"] if offered else ["recommended"] if recommended else []
    parts = [f"{offered} of the sums offered by councils"] if offered else []
    return [*parts, f"{recommended} of them recommended"] if recommended else parts
