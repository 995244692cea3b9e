"""What the limits of a question did to its answer: what they overruled, what lies outside, which is in the way.

Limits are set beside the question or said in it; an answer never leaves out in silence what was asked for.
"""

from __future__ import annotations

from collections.abc import Sequence

from assistant.domain import Evidence, Query, Statement, StatementRole, WithoutLimit
from assistant.text import format_count, join_words

# How the words of an answer speak of a limit by its key; the check knows the same words.
LIMIT_WORDS: dict[str, str] = {
    "body": "body",
    "not-body": "bodies left out",
    "subject": "category",
    "outcome": "outcome",
    "date": "years",
    "amount": "amount",
    "remedy-kind": "kind of remedy",
    "payee": "payee",
    "purpose": "purpose",
    "basis": "full text",
    "shown": "what was shown",
}
# As many as an answer holds at most: a search that finds so many may have found more.
MOST_COUNTED = 20
_TOLD_AT_MOST = 3
# Limits that a decision passes by a payment it records: where none passes, no decision without the limit records one.
OF_PAYMENTS = (("payee",), ("purpose",))


def tell_limits(query: Query, evidence: Evidence) -> list[Statement]:
    """What the limits set beside the question overruled, and decisions asked for that lie outside them."""
    told = [Statement(StatementRole.LIMITS, remark) for remark in query.limit_remarks]
    if evidence.outside:
        names = join_words([str(reference) for reference in evidence.outside])
        pronoun = "it" if len(evidence.outside) == 1 else "them"
        verb = "is" if len(evidence.outside) == 1 else "are"
        text = f"I hold {names}, but {pronoun.replace('them', 'they')} {verb} outside the limits you set; "
        role = StatementRole.LIMITS if evidence.cases or evidence.not_held else StatementRole.HEADLINE
        told.append(Statement(role, f"{text}take those away to read {pronoun}."))
    return told


def tell_without_limits(evidence: Evidence) -> str:
    """Which limit to take away and how many decisions would then answer, a sentence each; empty where none is known."""
    passes_none = not evidence.searched
    return "".join(f" {_would_be(one, passes_none=passes_none)}" for one in evidence.without_limits[:_TOLD_AT_MOST])


def name_limits(query: Query) -> str:
    """``limits you set``, ``limits understood from your question``, or both."""
    if query.given.is_empty:
        return "limits understood from your question"
    if not query.says_limits:
        return "limits you set"
    return "limits you set and those understood from your question"


def _would_be(one: WithoutLimit, *, passes_none: bool) -> str:
    number = len(one.comparable)
    if not number:
        return f"Without the {_name(one.keys)}, {format_count(one.passing, 'decision')} would be within the limits."
    least = "at least " if number >= MOST_COUNTED else ""
    told = f"Without the {_name(one.keys)}, {least}{format_count(number, 'decision')} would be comparable"
    # "And to the child?": that there is none is the answer, and not only that nothing was found.
    if passes_none and one.keys in OF_PAYMENTS:
        told += "; it records no such payment" if number == 1 else "; none of them records such a payment"
    return f"{told}."


def _name(keys: Sequence[str]) -> str:
    noun = "limit" if len(keys) == 1 else "limits"
    return f"{noun} by {join_words([LIMIT_WORDS[key] for key in keys])}"
