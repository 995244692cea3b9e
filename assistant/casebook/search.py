"""Filters to references, and words to passages: the two questions that SQL answers."""

from __future__ import annotations

import json
import re
import sqlite3
from collections import defaultdict
from collections.abc import Mapping
from typing import Any

from assistant.domain import CaseReference, Filters

_Clause = tuple[str, list[Any]]


def find_candidates(connection: sqlite3.Connection, filters: Filters) -> frozenset[CaseReference] | None:
    """The references that pass all filters; None where there is no filter, so that all pass."""
    if filters.is_empty:
        return None
    clauses = [*_decision_clauses(filters), *_remedy_clauses(filters)]
    where = " AND ".join(clause for clause, _ in clauses)
    values = [value for _, given in clauses for value in given]
    rows = connection.execute(f"SELECT reference FROM decisions WHERE {where}", values)
    return frozenset(CaseReference(row[0]) for row in rows)


def _among(column: str, values: tuple[str, ...], *, negated: bool = False) -> _Clause:
    marks = ", ".join("?" * len(values))
    if negated:
        # A decision without a body is not by that body, so it stays.
        return f"({column} IS NULL OR {column} NOT IN ({marks}))", list(values)
    return f"{column} IN ({marks})", list(values)


def _decision_clauses(filters: Filters) -> list[_Clause]:
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
    if filters.date_from:
        clauses.append(("decided >= ?", [filters.date_from.isoformat()]))
    if filters.date_to:
        clauses.append(("decided <= ?", [filters.date_to.isoformat()]))
    return clauses


def _remedy_clauses(filters: Filters) -> list[_Clause]:
    """One remedy row must satisfy all that is said of remedies: a £50 refund and an apology are no £50 apology.

    Only what is asked for beside it may be another row.
    """
    groups = [_among("kind", kinds) for kinds in filters.also_kinds]
    beside = [(f"reference IN (SELECT reference FROM remedies WHERE {kinds})", values) for kinds, values in groups]
    conditions: list[_Clause] = []
    if filters.remedy_kinds:
        conditions.append(_among("kind", filters.remedy_kinds))
    elif filters.amount_min_pence is not None or filters.amount_max_pence is not None:
        conditions.append(("kind IN ('payment', 'refund or write-off')", []))
    if filters.payees:
        conditions.append(_among("payee", filters.payees))
    if filters.purposes:
        conditions.append(_among("purpose", filters.purposes))
    if filters.amount_min_pence is not None:
        conditions.append(("amount_pence >= ?", [filters.amount_min_pence]))
    if filters.amount_max_pence is not None:
        conditions.append(("amount_pence <= ?", [filters.amount_max_pence]))
    if not conditions:
        return beside
    where = " AND ".join(clause for clause, _ in conditions)
    values = [value for _, given in conditions for value in given]
    return [*beside, (f"reference IN (SELECT reference FROM remedies WHERE {where})", values)]


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
