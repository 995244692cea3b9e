"""Words and filters to one page of a list of decisions, with the counts beside it: read in SQL, no decision is loaded.

A facet's counts are those of the list without the facet's own choice, as shops count. Where words are searched, what
they find is put into a temporary table (in memory) with the columns of ``decisions``, from which all else is asked.
"""

from __future__ import annotations

import json
import re
import sqlite3
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from assistant.casebook.rows import read_remedy
from assistant.casebook.search import filter_clause, remedy_clause
from assistant.domain import (
    Basis,
    CaseReference,
    Facets,
    FacetValue,
    Filters,
    ListedDecision,
    Listing,
    Outcome,
    Remedy,
    Sort,
)

# What is sought: in each group one of its texts, each as a phrase; all groups somewhere in one decision.
WordGroups = Sequence[Sequence[str]]

_WORD = re.compile(r"\w+", re.UNICODE)
# Body, category and subcategory say less of what a decision is about than its issues do.
_FIELD_WEIGHTS = "1.0, 4.0, 2.0"
_EXCERPT_WORDS = 28
# Characters that no text of a page has: they enclose a found word in an excerpt.
_FOUND, _FOUND_END = "\x02", "\x03"

_ORDERS: dict[Sort, str] = {
    Sort.BEST_MATCH: "score DESC, decided DESC NULLS LAST",
    Sort.NEWEST: "decided DESC NULLS LAST",
    Sort.OLDEST: "decided ASC NULLS LAST",
    Sort.LARGEST_PAYMENT: "largest DESC NULLS LAST, decided DESC NULLS LAST",
    Sort.BODY: "body COLLATE NOCASE ASC NULLS LAST, decided DESC NULLS LAST",
}
# Sums that were claimed or refused are no payments, and a refund is another thing.
_LARGEST = """
    LEFT JOIN (
        SELECT reference AS paid_in, MAX(amount_pence) AS largest FROM remedies
        WHERE kind = 'payment' AND status NOT IN ('claimed', 'refused') GROUP BY reference
    ) ON paid_in = reference
"""


def read_listing(
    connection: sqlite3.Connection, words: WordGroups, filters: Filters, sort: Sort, *, offset: int, limit: int
) -> Listing:
    """Lines ``offset`` to ``offset + limit`` of the list in this order, the whole list's length, and its facets.

    No words find every decision. Sorted by best match without words it is as by newest.
    """
    source = _find_words(connection, words)
    where, values = filter_clause(filters)
    total = connection.execute(f"SELECT COUNT(*) FROM {source} WHERE {where}", values).fetchone()[0]
    if sort is Sort.BEST_MATCH and not words:
        sort = Sort.NEWEST
    joined = _LARGEST if sort is Sort.LARGEST_PAYMENT else ""
    found = connection.execute(
        f"""SELECT reference FROM {source} {joined} WHERE {where}
            ORDER BY {_ORDERS[sort]}, reference LIMIT ? OFFSET ?""",
        [*values, limit, offset],
    )
    references = [row["reference"] for row in found]
    return Listing(_read_lines(connection, references, words), int(total), _read_facets(connection, source, filters))


def count_listed(connection: sqlite3.Connection, words: WordGroups, filters: Filters) -> int:
    """How many decisions the list of these words and filters has."""
    source = _find_words(connection, words)
    where, values = filter_clause(filters)
    return int(connection.execute(f"SELECT COUNT(*) FROM {source} WHERE {where}", values).fetchone()[0])


# --------------------------------------------------------------------------- words


def _find_words(connection: sqlite3.Connection, words: WordGroups) -> str:
    """The table to ask: ``decisions``, or what holds the words, with how well it does. Ends with its transaction."""
    if not words:
        return "decisions"
    connection.execute("DROP TABLE IF EXISTS temp.matched")
    columns = "decisions.reference, body, category, subcategory, outcome, basis, decided"
    match = _match_all(words)
    if match is None:
        connection.execute(f"CREATE TEMP TABLE matched AS SELECT {columns}, 0.0 AS score FROM decisions WHERE FALSE")
        return "matched"
    connection.execute(
        f"""CREATE TEMP TABLE matched AS
            SELECT {columns}, -bm25(decision_words, {_FIELD_WEIGHTS}) AS score FROM decision_words
            JOIN decision_numbers ON decision_numbers.number = decision_words.rowid
            JOIN decisions ON decisions.reference = decision_numbers.reference
            WHERE decision_words MATCH ?""",
        (match,),
    )
    return "matched"


def _match_all(words: WordGroups) -> str | None:
    """The groups as a query of FTS5; None where one has nothing that could be found."""
    groups = [[phrase for text in group if (phrase := _phrase(text))] for group in words]
    if not all(groups):
        return None
    return " AND ".join(f"({' OR '.join(group)})" for group in groups)


def _match_any(words: WordGroups) -> str:
    return " OR ".join(phrase for group in words for text in group if (phrase := _phrase(text)))


def _phrase(text: str) -> str:
    """The text's words as a phrase of FTS5; empty where it has none. Nothing in it is read as an operator."""
    found = _WORD.findall(text)
    return f'"{" ".join(found)}"' if found else ""


# --------------------------------------------------------------------------- the lines


def _read_lines(
    connection: sqlite3.Connection, references: Sequence[str], words: WordGroups
) -> tuple[ListedDecision, ...]:
    wanted = json.dumps(references)
    remedies: dict[str, list[Remedy]] = defaultdict(list)
    issues: dict[str, list[str]] = defaultdict(list)
    inside = "WHERE reference IN (SELECT value FROM json_each(?)) ORDER BY reference, ordinal"
    for row in connection.execute(f"SELECT * FROM remedies {inside}", (wanted,)):
        remedies[row["reference"]].append(read_remedy(row))
    for row in connection.execute(f"SELECT reference, issue FROM findings {inside}", (wanted,)):
        issues[row["reference"]].append(row["issue"])
    excerpts = _read_excerpts(connection, wanted, words)
    lines = {
        row["reference"]: _read_line(
            row, issues[row["reference"]], remedies[row["reference"]], excerpts.get(row["reference"], ())
        )
        for row in connection.execute(
            """SELECT reference, body, category, subcategory, outcome, outcome_inferred, decided, basis
               FROM decisions WHERE reference IN (SELECT value FROM json_each(?))""",
            (wanted,),
        )
    }
    return tuple(lines[reference] for reference in references)


def _read_line(
    row: sqlite3.Row, issues: Sequence[str], remedies: Sequence[Remedy], excerpt: tuple[tuple[str, bool], ...]
) -> ListedDecision:
    return ListedDecision(
        reference=CaseReference(row["reference"]),
        body=row["body"],
        category=row["category"],
        subcategory=row["subcategory"],
        outcome=Outcome(row["outcome"]) if row["outcome"] else None,
        outcome_inferred=bool(row["outcome_inferred"]),
        decided=date.fromisoformat(row["decided"]) if row["decided"] else None,
        basis=Basis(row["basis"]),
        issues=tuple(dict.fromkeys(issues)),
        remedies=tuple(remedies),
        excerpt=excerpt,
    )


def _read_excerpts(
    connection: sqlite3.Connection, wanted: str, words: WordGroups
) -> dict[str, tuple[tuple[str, bool], ...]]:
    """For each decision the place of its text that holds the words best, where its text holds any.

    CROSS JOIN keeps the order: the few passages of these decisions, each looked at by its number.
    """
    if not words:
        return {}
    rows = connection.execute(
        f"""SELECT passages.reference AS reference, -bm25(passage_words) AS score,
                   snippet(passage_words, 1, ?, ?, '…', {_EXCERPT_WORDS}) AS excerpt
            FROM passages CROSS JOIN passage_words ON passage_words.rowid = passages.number
            WHERE passages.reference IN (SELECT value FROM json_each(?)) AND passages.kind != 'issue'
              AND passage_words MATCH ?
            ORDER BY score DESC, passages.number""",
        (_FOUND, _FOUND_END, wanted, f"text : ({_match_any(words)})"),
    )
    found: dict[str, tuple[tuple[str, bool], ...]] = {}
    for row in rows:
        found.setdefault(row["reference"], _split_excerpt(row["excerpt"]))
    return found


def _split_excerpt(marked: str) -> tuple[tuple[str, bool], ...]:
    """The pieces of an excerpt in order, each with whether it is a searched word."""
    before, *rest = marked.split(_FOUND)
    pieces = [(before, False)]
    for part in rest:
        word, _, after = part.partition(_FOUND_END)
        pieces += [(word, True), (after, False)]
    return tuple(piece for piece in pieces if piece[0])


# --------------------------------------------------------------------------- the facets


def _read_facets(connection: sqlite3.Connection, source: str, filters: Filters) -> Facets:
    def count(value: str, kept: Filters) -> tuple[FacetValue, ...]:
        where, values = filter_clause(kept)
        rows = connection.execute(
            f"""SELECT {value} AS value, COUNT(*) AS decisions FROM {source}
                WHERE {where} AND value IS NOT NULL GROUP BY 1""",
            values,
        )
        return _most_first(rows)

    years = count("substr(decided, 1, 4)", replace(filters, date_from=None, date_to=None))
    return Facets(
        categories=count("category", replace(filters, categories=(), subcategories=())),
        subcategories=count("subcategory", replace(filters, subcategories=())) if filters.categories else (),
        bodies=count("body", replace(filters, bodies=())),
        outcomes=count("outcome", replace(filters, outcomes=())),
        years=tuple(sorted(years, key=lambda year: year.value, reverse=True)),
        remedy_kinds=_count_remedy_kinds(connection, source, filters),
        bases=count("basis", replace(filters, bases=())),
    )


def _count_remedy_kinds(connection: sqlite3.Connection, source: str, filters: Filters) -> tuple[FacetValue, ...]:
    """Decisions by the kinds of their remedies; what else is said of a remedy must hold of the same one."""
    of_row, row_values = remedy_clause(filters)
    no_remedies = replace(
        filters, remedy_kinds=(), payees=(), purposes=(), amount_min_pence=None, amount_max_pence=None
    )
    where, values = filter_clause(no_remedies)
    rows = connection.execute(
        f"""SELECT kind AS value, COUNT(DISTINCT reference) AS decisions FROM remedies
            WHERE {of_row} AND reference IN (SELECT reference FROM {source} WHERE {where}) GROUP BY 1""",
        [*row_values, *values],
    )
    return _most_first(rows)


def _most_first(rows: sqlite3.Cursor) -> tuple[FacetValue, ...]:
    found = [FacetValue(row["value"], row["decisions"]) for row in rows]
    return tuple(sorted(found, key=lambda one: (-one.decisions, one.value)))
