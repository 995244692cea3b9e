"""Filters to references or to counts, and words to passages: the questions that SQL answers."""

from __future__ import annotations

import json
import re
import sqlite3
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from assistant.domain import CaseReference, Filters, Outcome, OutcomeCount, RemedyStatus

# A condition in SQL with its values.
Clause = tuple[str, list[Any]]


def find_candidates(connection: sqlite3.Connection, filters: Filters) -> frozenset[CaseReference] | None:
    """The references that pass all filters; None where there is no filter, so that all pass."""
    if filters.is_empty:
        return None
    where, values = filter_clause(filters)
    rows = connection.execute(f"SELECT reference FROM decisions WHERE {where}", values)
    return frozenset(CaseReference(row[0]) for row in rows)


def count_outcomes(connection: sqlite3.Connection, filters: Filters) -> tuple[OutcomeCount, ...]:
    """How many decisions that pass all filters ended in which way, year by year, those without a date last.

    The counts add up to the number of ``find_candidates``; nothing that passes gives none. What a damaged record has
    for its outcome or year counts as not known: one record must not take the counts of all others away.
    """
    where, values = filter_clause(filters)
    rows = connection.execute(
        f"""SELECT CAST(substr(decided, 1, 4) AS INTEGER) AS year, outcome, COUNT(*) AS number
            FROM decisions WHERE {where} GROUP BY 1, 2 ORDER BY year IS NULL, year, outcome IS NULL, outcome""",
        values,
    )
    outcomes = {outcome.value: outcome for outcome in Outcome}
    return tuple(OutcomeCount(row["year"] or None, outcomes.get(row["outcome"]), row["number"]) for row in rows)


def filter_clause(filters: Filters) -> Clause:
    """What a row with the columns of ``decisions`` must meet for the filters, with its values; no filters are true."""
    conditions = _remedy_conditions(filters)
    of_remedies: list[Clause] = []
    if conditions:
        where, values = join_clauses(conditions)
        of_remedies = [(f"reference IN (SELECT reference FROM remedies WHERE {where})", values)]
    for kinds in filters.also_kinds:
        where, values = join_clauses([_IS_REMEDY, _among("kind", kinds)])
        of_remedies.append((f"reference IN (SELECT reference FROM remedies WHERE {where})", values))
    return join_clauses([*_decision_clauses(filters), *of_remedies])


def select_passing(filters: Filters) -> list[Clause]:
    """Queries for references, some more than once: the decisions that all of them give pass the filters.

    What is said of decisions and what of their remedies is asked apart: put together by SQLite, 15,000 references of
    remedies took it 8 ms to look up.
    """
    of_decisions = _decision_clauses(filters)
    of_remedies = [_remedy_conditions(filters), *([_IS_REMEDY, _among("kind", one)] for one in filters.also_kinds)]
    asked = [("remedies", conditions) for conditions in of_remedies if conditions]
    if of_decisions or not asked:
        asked.append(("decisions", of_decisions))
    joined = ((table, *join_clauses(conditions)) for table, conditions in asked)
    return [(f"SELECT reference FROM {table} WHERE {where}", values) for table, where, values in joined]


def remedy_clause(filters: Filters) -> Clause:
    """The condition that a row of ``remedies`` must meet for the filters, of whatever kind it is."""
    return join_clauses([_IS_REMEDY, *_row_conditions(filters)])


def split_filters(filters: Filters) -> tuple[Filters, Filters]:
    """What is said of the decisions, and what is said of their remedies: both together are the filters."""
    of_remedies = Filters(
        remedy_kinds=filters.remedy_kinds,
        payees=filters.payees,
        purposes=filters.purposes,
        amount_min_pence=filters.amount_min_pence,
        amount_max_pence=filters.amount_max_pence,
    )
    of_decisions = replace(
        filters, remedy_kinds=(), payees=(), purposes=(), amount_min_pence=None, amount_max_pence=None
    )
    return of_decisions, of_remedies


def join_clauses(clauses: Sequence[Clause]) -> Clause:
    """All of them at once, with their values in order; none is true."""
    where = " AND ".join(clause for clause, _ in clauses)
    return where or "TRUE", [value for _, given in clauses for value in given]


def _among(column: str, values: tuple[str, ...], *, negated: bool = False) -> Clause:
    marks = ", ".join("?" * len(values))
    if negated:
        # A decision without a body is not by that body, so it stays.
        return f"({column} IS NULL OR {column} NOT IN ({marks}))", list(values)
    return f"{column} IN ({marks})", list(values)


def _decision_clauses(filters: Filters) -> list[Clause]:
    lists: tuple[tuple[str, tuple[str, ...]], ...] = (
        ("body", filters.bodies),
        ("category", filters.categories),
        ("subcategory", filters.subcategories),
        ("outcome", filters.outcomes),
        ("basis", filters.bases),
        ("reference", tuple(reference.value for reference in filters.references)),
    )
    clauses = [_among(column, values) for column, values in lists if values]
    if filters.bodies_not:
        clauses.append(_among("body", filters.bodies_not, negated=True))
    if filters.remedy_kinds_not:
        among, values = _among("kind", filters.remedy_kinds_not)
        # What was only claimed, or refused, was no remedy: such a decision has none of the kind.
        has_one = f"SELECT reference FROM remedies WHERE {among} AND status NOT IN ('claimed', 'refused')"
        clauses.append((f"reference NOT IN ({has_one})", values))
    if filters.date_from:
        clauses.append(("decided >= ?", [filters.date_from.isoformat()]))
    if filters.date_to:
        clauses.append(("decided <= ?", [filters.date_to.isoformat()]))
    return clauses


# What a complainant claimed and what a body refused is no remedy (``Remedy.is_remedy``).
_IS_REMEDY: Clause = ("status NOT IN (?, ?)", [RemedyStatus.CLAIMED, RemedyStatus.REFUSED])


def _remedy_conditions(filters: Filters) -> list[Clause]:
    """One remedy row must satisfy all that is said of remedies: a £50 refund and an apology are no £50 apology.

    Only what is asked for in ``also_kinds`` may be another row.
    """
    conditions = _row_conditions(filters)
    if filters.remedy_kinds:
        conditions.append(_among("kind", filters.remedy_kinds))
    elif filters.amount_min_pence is not None or filters.amount_max_pence is not None:
        conditions.append(("kind IN ('payment', 'refund or write-off')", []))
    return [_IS_REMEDY, *conditions] if conditions else []


def _row_conditions(filters: Filters) -> list[Clause]:
    """What is said of a remedy row beside its kind."""
    conditions: list[Clause] = []
    if filters.payees:
        conditions.append(_among("payee", filters.payees))
    if filters.purposes:
        conditions.append(_among("purpose", filters.purposes))
    if filters.amount_min_pence is not None:
        conditions.append(("amount_pence >= ?", [filters.amount_min_pence]))
    if filters.amount_max_pence is not None:
        conditions.append(("amount_pence <= ?", [filters.amount_max_pence]))
    return conditions


_WORD = re.compile(r"\w+", re.UNICODE)


def search_words(
    connection: sqlite3.Connection,
    weighted_terms: Mapping[str, float],
    *,
    limit: int,
    within: frozenset[CaseReference] | None,
    field_weights: tuple[float, float, float],
) -> list[tuple[str, float]]:
    """Passages that hold any of the terms, best first, with the weighted sum of their BM25 scores.

    A term may be a phrase; its words must then stand together. Terms of one weight are one query, because BM25 in
    FTS5 has weights for fields (issue, text, heading) but not for terms.
    """
    by_weight: dict[float, list[str]] = defaultdict(list)
    for term, weight in weighted_terms.items():
        words = _WORD.findall(term)
        if words and weight > 0:
            by_weight[weight].append('"' + " ".join(words) + '"')
    inside, values = "", list(field_weights)
    if within is not None:
        inside = "AND passages.reference IN (SELECT value FROM json_each(?))"
    scores: dict[str, float] = defaultdict(float)
    for weight, phrases in by_weight.items():
        bound: list[Any] = [*values, " OR ".join(phrases)]
        if within is not None:
            bound.append(json.dumps(sorted(reference.value for reference in within)))
        for row in connection.execute(
            f"""SELECT passages.id AS id, -bm25(passage_words, ?, ?, ?) AS score
                FROM passage_words JOIN passages ON passages.number = passage_words.rowid
                WHERE passage_words MATCH ? {inside} ORDER BY score DESC, id LIMIT {int(limit)}""",
            bound,
        ):
            scores[row["id"]] += weight * float(row["score"])
    return sorted(scores.items(), key=lambda item: (-item[1], item[0]))[:limit]
