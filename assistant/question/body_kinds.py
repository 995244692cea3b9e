"""A body's name → what kind of council it is ("London boroughs", "county councils"); none for other bodies.

The kind is read from the name with the tables of ``places``: London boroughs (London Government Act 1963), metropolitan
boroughs, counties and the districts beneath them (Local Government Act 1972), and unitary councils.
"""

from __future__ import annotations

from collections.abc import Iterable

from assistant.question.places import (
    COUNTY_CORES,
    DISTRICT_CORES,
    LONDON_CORES,
    METROPOLITAN_CORES,
    UNITARY_CORES,
    UNITARY_COUNTIES,
)
from assistant.question.register import core_of, plain_name
from assistant.text import join_words

LONDON, METROPOLITAN, COUNTY, DISTRICT, UNITARY = (
    "London boroughs",
    "metropolitan boroughs",
    "county councils",
    "district councils",
    "unitary councils",
)
KINDS = (LONDON, METROPOLITAN, COUNTY, DISTRICT, UNITARY)
# Fewer names are told one by one: they were named one by one.
_LEAST_TOLD_AS_KIND, _NAMED, _NAMED_IN_SHORT = 8, 12, 2


def kind_of(name: str) -> str | None:
    """The kind of a council by its name; None for what is no council of England.

    >>> kind_of("London Borough of Lambeth"), kind_of("Kent County Council"), kind_of("Lotus Home Care Limited")
    ('London boroughs', 'county councils', None)
    """
    plain = plain_name(name)
    words, core = plain.split(), core_of(name)
    if plain.startswith(("london borough of ", "city of london")):
        return LONDON
    if not {"council", "borough"} & set(words):
        return METROPOLITAN if plain.startswith("city of ") and core in METROPOLITAN_CORES else None
    if "county" in words and core in COUNTY_CORES:
        return UNITARY if core in UNITARY_COUNTIES else COUNTY
    for kind, cores in (
        (LONDON, LONDON_CORES),
        (METROPOLITAN, METROPOLITAN_CORES),
        (DISTRICT, DISTRICT_CORES),
        # Dorset Council and Buckinghamshire Council took over from a county council and its districts.
        (UNITARY, UNITARY_CORES | COUNTY_CORES),
    ):
        if core in cores:
            return kind
    return None


def of_kind(kind: str, bodies: Iterable[str]) -> tuple[str, ...]:
    """The bodies of a kind, in their order."""
    return tuple(name for name in bodies if kind_of(name) == kind)


def tell_bodies(names: Iterable[str], *, short: bool = False) -> str:
    """The names joined by "or"; of many councils their kinds, and of many others the first and how many more.

    >>> tell_bodies(("Kent County Council", "Essex County Council"))
    'Kent County Council or Essex County Council'
    """
    names = tuple(names)
    kinds: dict[str | None, int] = {}
    for name in names:
        kinds[kind_of(name)] = kinds.get(kind_of(name), 0) + 1
    if None not in kinds and min(kinds.values(), default=0) >= _LEAST_TOLD_AS_KIND:
        return join_words((kind for kind in kinds if kind), "or")
    at_most = _NAMED_IN_SHORT if short else _NAMED
    return join_words(names, "or") if len(names) <= at_most else f"{names[0]} and {len(names) - 1} more"


def number_of_councils(names: Iterable[str]) -> int:
    """How many councils the names are: "Barking & Dagenham" and "Barking and Dagenham" are one."""
    return len({plain_name(name) for name in names})
