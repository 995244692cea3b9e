"""Comparisons and trends: the sides or years one under the other, counts first, and why they may not be comparable.

Nothing here says that one side gets more or that payments rise. Which decisions are held is a selection, guidance moved
with the years, and a few sums prove nothing; that is said instead.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from assistant.composing.groups import quotes_of_rows
from assistant.composing.parts import about, comparable_of, quotes_of, status_of, tell_confidence
from assistant.composing.phrases import describe_outcome, describe_payments, describe_range, name_case
from assistant.composing.quotes import quote_for_issue
from assistant.domain import (
    Case,
    CasebookFacts,
    Citation,
    Draft,
    Evidence,
    EvidenceSide,
    GroupBy,
    Outcome,
    PaymentGroup,
    Query,
    RemedySummary,
    Statement,
    StatementRole,
)
from assistant.text import format_count, join_words

# Under this many sums on a side a difference is chance; the same number from which a median is given.
_SUMS_TO_COMPARE = 5
_EXAMPLES_OF_A_SIDE = 2
_YEARS_APART = 2


def compose_comparison(query: Query, evidence: Evidence, summary: RemedySummary, facts: CasebookFacts) -> Draft:
    """Two or more sides: each with its counts, its range and examples, then what speaks against comparing them."""
    cases = comparable_of(evidence)
    held = {case.key: case for case in cases}
    groups = {group.name: group for group in summary.grouped(GroupBy.SIDE)}
    statements = [_headline(query, evidence)]
    for side in evidence.sides:
        statements += _side(query, side, groups[side.label], held)
    statements += _not_comparable_because(query, evidence, groups, held)
    statements.append(tell_confidence(cases, summary, evidence, facts))
    return Draft(status_of(len(cases)), tuple(statements))


def compose_trend(query: Query, evidence: Evidence, summary: RemedySummary, facts: CasebookFacts) -> Draft:
    """Year by year: comparable decisions of those held, those with a sum, and their range; never a rise or a fall."""
    cases = comparable_of(evidence)
    held = {case.key: case for case in cases}
    groups = {group.name: group for group in summary.grouped(GroupBy.SIDE)}
    years = [side for side in evidence.sides if side.keys]
    statements = [
        _trend_headline(years, summary, held, query),
        *(_year(query, side, groups[side.label], held) for side in years),
        _trend_caveat(evidence),
        tell_confidence(cases, summary, evidence, facts),
    ]
    return Draft(status_of(len(cases)), tuple(statements))


# --------------------------------------------------------------------------- comparing


def _headline(query: Query, evidence: Evidence) -> Statement:
    names = dict(zip((side.label for side in evidence.sides), _names(query), strict=True))
    filled = [side for side in evidence.sides if side.keys]
    counts = join_words(
        [f"{_number(side) if side is filled[0] else _bare(side)} {names[side.label]}" for side in filled]
    )
    if len(filled) < len(evidence.sides):
        empty = join_words([names[side.label] for side in evidence.sides if not side.keys], "or")
        text = f"There is nothing to compare: nothing comparable is held {empty}. Held are {counts}."
    elif any(side.payees for side in evidence.sides):
        text = f"{_number(evidence.sides[0])} compared: who was paid what, side by side."
    else:
        text = f"Side by side: {counts}. They are examples, not a ranking."
    return Statement(StatementRole.HEADLINE, text)


def _names(query: Query) -> list[str]:
    """How a sentence speaks of each side: ``on “missed visits”``, ``about Northmoor Council``, ``from 2021``."""
    said = []
    for side in query.compared:
        if side.topic:
            said.append(f"on “{side.label}”")
        elif side.bodies:
            said.append(f"about {side.label}")
        else:
            said.append(f"from {side.label}" if side.label[:1].isdigit() else side.label)
    return said


def _number(side: EvidenceSide) -> str:
    number = format_count(len(side.keys), "decision")
    return f"{number} or more" if side.is_cut else number


def _bare(side: EvidenceSide) -> str:
    return f"{len(side.keys):,} or more" if side.is_cut else f"{len(side.keys):,}"


def _label(side: EvidenceSide) -> str:
    return side.label[:1].upper() + side.label[1:]


def _side(query: Query, side: EvidenceSide, group: PaymentGroup, cases: Mapping[str, Case]) -> list[Statement]:
    """The side's counts and range with its two ends as sources, then its nearest cases."""
    if not group.keys:
        text = f"{_label(side)}: {'none states a sum' if side.keys else 'nothing comparable held'}."
        return [Statement(StatementRole.COMPARISON, text, _quote_first(side, cases, query))]
    text = f"{_label(side)}: {_counted(side, group, cases)}."
    quotes = quotes_of_rows(group.rows, cases, query.topic) or _quote_first(side, cases, query)
    told = [Statement(StatementRole.COMPARISON, text, quotes)]
    return told + _examples(query, group, cases)


def _counted(side: EvidenceSide, group: PaymentGroup, cases: Mapping[str, Case]) -> str:
    if side.payees:
        return f"{describe_range(group)} in {format_count(group.decisions, 'decision')}"
    return f"{_found(side)}{_outcomes(side, cases)}; {_with_sums(group)}"


def _found(side: EvidenceSide) -> str:
    """``3 comparable of 26 searched``; where everything within the limits was asked for, only how many."""
    if len(side.keys) == side.searched:
        return _number(side)
    more = " or more" if side.is_cut else ""
    return f"{len(side.keys):,}{more} comparable of {side.searched:,} searched"


def _with_sums(group: PaymentGroup) -> str:
    if not group.rows:
        return "none states a sum"
    sums = "a sum" if len(group.rows) == group.paying else "sums"
    who = "it states" if group.decisions == 1 else _stating(group.paying)
    return f"{who} {sums}, {describe_range(group)}"


def _stating(number: int) -> str:
    return "one states" if number == 1 else f"{number:,} state"


def _outcomes(side: EvidenceSide, cases: Mapping[str, Case]) -> str:
    known = [cases[key].decision.outcome for key in side.keys if key in cases]
    upheld = known.count(Outcome.UPHELD)
    if len(known) == 1:
        return ", upheld" if upheld else ""
    return f", {'all' if upheld == len(known) else upheld or 'none'} upheld"


def _examples(query: Query, group: PaymentGroup, cases: Mapping[str, Case]) -> list[Statement]:
    told: list[Statement] = []
    for key in dict.fromkeys([*(row.case_key for row in group.rows), *group.keys]):
        if len(told) == _EXAMPLES_OF_A_SIDE or key not in cases:
            break
        case = cases[key]
        rows = [row for row in group.rows if row.case_key == key]
        if not rows and group.rows:
            break
        ending = describe_payments(rows) if rows else describe_outcome(case.decision)
        text = f"{name_case(case.decision)}: {ending}{about(case, rows)}."
        told.append(Statement(StatementRole.COMPARISON, text, quotes_of(case, rows, query.topic)))
    return told


def _quote_first(side: EvidenceSide, cases: Mapping[str, Case], query: Query) -> tuple[Citation, ...]:
    quotes = [quote_for_issue(cases[key], query.topic) for key in side.keys[:1] if key in cases]
    return tuple(quote for quote in quotes if quote is not None)


def _not_comparable_because(
    query: Query, evidence: Evidence, groups: Mapping[str, PaymentGroup], cases: Mapping[str, Case]
) -> list[Statement]:
    """Each reason that holds for these sides, a sentence each; a comparison without any reason does not exist."""
    reasons = []
    few = [side for side in evidence.sides if len(groups[side.label].rows) < _SUMS_TO_COMPARE]
    if few:
        reasons.append("too few sums on a side to read a difference from")
    if any(side.bodies for side in query.compared):
        reasons.append("the decisions held are a selection, and a larger body gets more complaints")
    if any(side.topic for side in query.compared):
        reasons.append("different harm is put right in different ways")
    if any(side.payees for side in query.compared):
        reasons.append("sums to each in one decision are parts of one remedy")
    if _are_years_apart(evidence, cases):
        reasons.append("the sides are from different years, and the Ombudsman’s guidance on remedies changed")
    text = f"Not a like-for-like comparison: {'; '.join(reasons)}." if reasons else ""
    text = f"{text} Each sum was set on the facts of its case.".strip()
    return [Statement(StatementRole.CAVEAT, text)]


def _are_years_apart(evidence: Evidence, cases: Mapping[str, Case]) -> bool:
    middles = []
    for side in evidence.sides:
        days = sorted(day for key in side.keys if key in cases and (day := cases[key].decision.decided))
        if days:
            middles.append(days[len(days) // 2].year)
    return bool(middles) and max(middles) - min(middles) >= _YEARS_APART


# --------------------------------------------------------------------------- trends


def _trend_headline(
    years: Sequence[EvidenceSide], summary: RemedySummary, cases: Mapping[str, Case], query: Query
) -> Statement:
    number = len({key for side in years for key in side.keys})
    text = "The decisions held do not show whether payments rise or fall."
    span = f"from {years[0].label} to {years[-1].label}" if len(years) > 1 else f"from {years[0].label}"
    rows = [row for group in summary.grouped(GroupBy.SIDE) for row in group.rows]
    more = " or more" if any(side.is_cut for side in years) else ""
    if rows:
        paying = len({row.case_key for row in rows})
        text += f" {number:,}{more} are comparable, {span}; {_stating(paying)} a sum."
    else:
        text += f" {number:,}{more} are comparable, {span}, and none states a sum."
    return Statement(StatementRole.HEADLINE, text, quotes_of_rows(rows, cases, query.topic))


def _year(query: Query, side: EvidenceSide, group: PaymentGroup, cases: Mapping[str, Case]) -> Statement:
    text = f"{side.label}: {_found(side)}; {_with_sums(group)}."
    quotes = quotes_of_rows(group.rows, cases, query.topic) or _quote_first(side, cases, query)
    return Statement(StatementRole.TREND, text, quotes)


def _trend_caveat(evidence: Evidence) -> Statement:
    empty = [side.label for side in evidence.sides if not side.keys]
    text = f"Nothing comparable is held from {join_words(empty, 'or')}. " if empty else ""
    if evidence.searched > sum(side.searched for side in evidence.sides):
        text += "Decisions without a known date stand in no year. "
    text += (
        "Counts follow what is held, not how many people complained. The Ombudsman’s guidance on remedies changed over "
        "the years, so sums of different years are not on one scale."
    )
    return Statement(StatementRole.CAVEAT, text)
