"""The field vocabulary: what people say, and the words in which decisions speak of it.

The tables are in ``said_of_*``, one for each part of the field, one line an entry. Left are
the ways of saying it: regular expressions, taken as whole words and without regard to case, between `` | ``. Right are
the decisions' own phrases, the plainest first, between ``; ``. ``=>`` means that the plainest may stand in the place of
what was said; ``+>`` that the phrases are only added, because what was said says more (or is a decision's word
already). ``~>`` means that the words only take the place of what was said: who it was and what the council is called
is in decisions of every subject. ``=!`` is ``=>`` for a service with a name of its own: where no decision held has any
of its phrases, nothing comparable is held. Behind ``<!`` stand the words that take an entry back wherever they are in
the question; ``<school>`` stands for the surroundings of that name. A line that is indented goes on with the one
before, after one space (none before a look-ahead).
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from assistant.vocabulary.said_of_care import ADULT_CARE, CHILDREN, PEOPLE
from assistant.vocabulary.said_of_complaints import INFORMATION_AND_COMPLAINTS
from assistant.vocabulary.said_of_places import ENVIRONMENT, HOUSING, PLANNING, TRANSPORT
from assistant.vocabulary.said_of_public_life import COUNCILLORS_AND_ELECTIONS, OTHER_SERVICES
from assistant.vocabulary.said_of_services import BENEFITS_AND_TAX, EDUCATION
from assistant.vocabulary.surroundings import SURROUNDINGS

_TABLES = (
    *(PEOPLE, ADULT_CARE, BENEFITS_AND_TAX, CHILDREN, EDUCATION, ENVIRONMENT),
    *(HOUSING, PLANNING, TRANSPORT, COUNCILLORS_AND_ELECTIONS, INFORMATION_AND_COMPLAINTS, OTHER_SERVICES),
)


@dataclass(frozen=True)
class Term:
    """One thing that is said (``said``: a pattern) and how decisions write it (``written``, plainest first)."""

    said: str
    written: tuple[str, ...]
    replaces: bool
    expands: bool = True
    is_named_service: bool = False
    unless: str = ""


_ARROW = re.compile(r" (=>|\+>|~>|=!) ")


def read_table(table: str) -> tuple[Term, ...]:
    """The entries of a table, in order; each must have one arrow."""
    entries = []
    for line in table.strip().replace("\n    ", " ").replace(" (?=", "(?=").splitlines():
        said, arrow, told = _ARROW.split(_put_in_surroundings(line))
        written, _, unless = told.partition(" <! ")
        phrases = tuple(phrase.strip() for phrase in written.split(";"))
        entries.append(Term(_ways(said), phrases, arrow != "+>", arrow != "~>", arrow == "=!", _ways(unless)))
    return tuple(entries)


def _put_in_surroundings(line: str) -> str:
    for name, words in SURROUNDINGS.items():
        line = line.replace(f"<{name}>", f"(?:{words})")
    return line


def _ways(said: str) -> str:
    return "|".join(way.strip() for way in said.split(" | "))


TERMS: tuple[Term, ...] = tuple(term for table in _TABLES for term in read_table(table))
