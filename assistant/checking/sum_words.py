"""Held sums → the words in which they are told to a reader, and the passage that is shown for them."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.checking.held import HeldDecision, HeldSum
from assistant.checking.judged import Passage
from assistant.domain import RemedyStatus
from assistant.text import format_money

# Units of a rate; "each" and "person" are none.
RATES = ("day", "week", "fortnight", "month", "term", "year")
# What was decided to be paid, whether or not the body has agreed.
GIVEN_STATUSES = frozenset({RemedyStatus.AGREED, RemedyStatus.RECOMMENDED})


def describe_sum(held: HeldSum) -> str:
    """The sum with its rate, payee, purpose and status, as "£100 a month (the child, agreed)"."""
    rate = f" a {held.unit}" if held.unit in RATES else " each" if held.unit == "person" else ""
    parts = [part.value for part in (*held.payees, *held.purposes, *held.statuses)]
    said = f" ({', '.join(dict.fromkeys(parts))})" if parts else ""
    total = "a total of " if held.is_total else ""
    return f"{total}{format_money(held.pence)}{rate}{said}"


def told_sum(sums: Sequence[HeldSum]) -> str:
    """The one sum, with its period, that these are; empty where they are several."""
    told = {f"{format_money(one.pence)}{f' a {one.unit}' if one.unit in RATES else ''}" for one in sums}
    return told.pop() if len(told) == 1 else ""


def first_passage(held: HeldDecision) -> Passage | None:
    """The passage of the first remedy with a sum, else the decision's first words; None where it has no text."""
    known = next((one.passage for one in held.sums if one.is_row and one.passage is not None), None)
    if known is not None:
        return known
    paragraph = held.decision.paragraphs[0] if held.decision.paragraphs else None
    return held.passage(paragraph, 0, 1)
