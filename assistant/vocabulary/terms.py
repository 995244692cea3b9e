"""The field vocabulary: what people say, and the words in which decisions speak of it.

The tables are in ``said_of_care`` and ``said_of_services``, one for each part of the field, one line an entry. Left are
the ways of saying it: regular expressions, taken as whole words and without regard to case, between `` | ``. Right are
the decisions' own phrases, the plainest first, between ``; ``. ``=>`` means that the plainest may stand in the place of
what was said; ``+>`` that the phrases are only added, because what was said says more (or is a decision's word
already). A line that is indented goes on with the one before, after one space.
"""

from __future__ import annotations

from dataclasses import dataclass

from assistant.vocabulary.said_of_care import ADULT_CARE, CHILDREN, PEOPLE
from assistant.vocabulary.said_of_services import (
    BENEFITS_AND_TAX,
    EDUCATION,
    ENVIRONMENT,
    HOUSING,
    INFORMATION_AND_COMPLAINTS,
    PLANNING,
    TRANSPORT,
)

_TABLES = (
    *(PEOPLE, ADULT_CARE, BENEFITS_AND_TAX, CHILDREN, EDUCATION, ENVIRONMENT),
    *(HOUSING, PLANNING, TRANSPORT, INFORMATION_AND_COMPLAINTS),
)


@dataclass(frozen=True)
class Term:
    """One thing that is said (``said``: a pattern) and how decisions write it (``written``, plainest first)."""

    said: str
    written: tuple[str, ...]
    replaces: bool


def read_table(table: str) -> tuple[Term, ...]:
    """The entries of a table, in order; each must have one arrow."""
    entries = []
    for line in table.strip().replace("\n    ", " ").splitlines():
        replaces = " => " in line
        said, written = line.split(" => " if replaces else " +> ")
        ways = "|".join(way.strip() for way in said.split(" | "))
        entries.append(Term(ways, tuple(phrase.strip() for phrase in written.split(";")), replaces))
    return tuple(entries)


TERMS: tuple[Term, ...] = tuple(term for table in _TABLES for term in read_table(table))
