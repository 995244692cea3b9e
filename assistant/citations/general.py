"""A sentence about no one decision, in a form that is not in the table, to the figures in it that nothing bears out.

Only for our own templates: their words are taken as they are, their figures are looked for among everything that was
counted for this answer, and where the decisions changed since they were written no figure is let through.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import Any

from assistant.citations.ground import Ground
from assistant.claims import Claim, ClaimKind, SaidDate

# The emergency number is the one figure that rests on nothing in the casebook.
_ALWAYS_ALLOWED = frozenset({999})
_FIGURES = frozenset(
    {ClaimKind.AMOUNT, ClaimKind.COUNT, ClaimKind.DURATION, ClaimKind.DATE, ClaimKind.REFERENCE, ClaimKind.BODY}
)


def judge_figure(claim: Claim, ground: Ground) -> str:
    """Why a figure of a sentence about all cases does not hold; "" where it does, and for claims of other kinds."""
    if claim.kind not in _FIGURES:
        return ""
    if claim.kind is ClaimKind.DATE:
        is_held = _is_known_date(claim.value, ground)
    elif claim.kind is ClaimKind.AMOUNT:
        is_held = all(pence in _sums(ground) for pence in claim.sums)
    elif claim.kind is ClaimKind.REFERENCE:
        is_held = claim.value in _references(ground)
    elif claim.kind is ClaimKind.BODY:
        is_held = claim.value in ground.query.filters.bodies + ground.query.filters.bodies_not
        return "" if is_held or claim.value not in ground.bodies else f"{claim.words} is not cited here."
    else:
        is_held = claim.value in _ALWAYS_ALLOWED or claim.value in _counts(ground)
        if claim.value in _ALWAYS_ALLOWED:
            return ""
    if not is_held:
        return f"Nothing that was counted for this answer is {claim.words}."
    asked = set(ground.query.references) | set(ground.evidence.not_held)
    if ground.is_changed and claim.value not in asked:
        return "The decisions changed after this was written."
    return ""


def _references(ground: Ground) -> set[object]:
    named = set(ground.query.references) | set(ground.evidence.not_held)
    return named | {decision.reference for decision in ground.evidence.near}


def _is_known_date(said: object, ground: Ground) -> bool:
    filters, facts = ground.query.filters, ground.facts
    days = [case.decision.decided for case in ground.evidence.cases]
    days += [facts.newest, facts.oldest, filters.date_from, filters.date_to]
    return isinstance(said, SaidDate) and bool(said.year) and any(said.fits(day) for day in days if day is not None)


def _sums(ground: Ground) -> set[int]:
    """The ends and the middle of every range that was worked out; a sum of one row is that decision's alone."""
    return {value for name, value in _walk(ground.summary, stop="remedy") if name.endswith("_pence")}


def _walk(value: Any, name: str = "", stop: str = "") -> Iterator[tuple[str, Any]]:
    """Every named value inside nested dataclasses and tuples; tuples themselves with their length."""
    if is_dataclass(value):
        for each in fields(value):
            if each.name != stop:
                yield from _walk(getattr(value, each.name), each.name, stop)
    elif isinstance(value, tuple):
        yield "length", len(value)
        for each in value:
            yield from _walk(each, name, stop)
    else:
        yield name, value


def _counts(ground: Ground) -> set[int]:
    """Every count that this answer may state, worked out here and not taken from the writer."""
    summary, evidence, facts = ground.summary, ground.evidence, ground.facts
    counts = {facts.decisions, facts.full_texts, evidence.searched, len(evidence.cases), len(ground.comparable)}
    counts |= {value for name, value in _walk(summary) if name == "length"}
    counts |= {summary.decisions, len(evidence.damaged), len({row.reference for row in summary.payments})}
    with_sums = summary.rows_with_sums
    counts |= {len(with_sums), len({row.reference for row in with_sums})}
    counts |= set(Counter(row.remedy.status for row in with_sums).values())
    for cases in (evidence.cases, ground.comparable):
        counts |= set(Counter(case.decision.outcome for case in cases).values())
        counts |= set(Counter(case.relevance for case in cases).values())
        counts.add(sum(case.decision.is_full_text for case in cases))
    return counts
