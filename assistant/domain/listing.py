"""Decisions as a list to look through: one line of it, its order, and the counts beside it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from assistant.domain.decision import Basis, CaseReference, Outcome, Remedy


class Sort(StrEnum):
    """The order of a list. Every order is total: what is equal in it stands by reference."""

    BEST_MATCH = "best match"
    NEWEST = "newest"
    OLDEST = "oldest"
    LARGEST_PAYMENT = "largest payment"
    BODY = "body"


@dataclass(frozen=True)
class ListedDecision:
    """One line of a list: what is known of a decision without reading its text.

    ``issues`` are those of its findings, in order. ``excerpt`` is the place of its text where the searched words
    stand, as pieces with whether each is such a word; empty where no words were searched or none stand in its text.
    """

    reference: CaseReference
    body: str | None
    category: str | None
    subcategory: str | None
    outcome: Outcome | None
    outcome_inferred: bool
    decided: date | None
    basis: Basis
    issues: tuple[str, ...] = ()
    remedies: tuple[Remedy, ...] = ()
    excerpt: tuple[tuple[str, bool], ...] = ()


@dataclass(frozen=True)
class FacetValue:
    """A value that decisions have, and how many of them."""

    value: str
    decisions: int


@dataclass(frozen=True)
class Facets:
    """How many decisions each value would leave, all that is asked for being kept but the facet's own choice.

    Values that no decision has are left out, and so are decisions of which the value is not known. Most decisions
    first, years from the newest. ``subcategories`` are those of the chosen categories, none where none is chosen; the
    counts of ``categories`` leave out a chosen subcategory too, because it goes with its category.
    """

    categories: tuple[FacetValue, ...] = ()
    subcategories: tuple[FacetValue, ...] = ()
    bodies: tuple[FacetValue, ...] = ()
    outcomes: tuple[FacetValue, ...] = ()
    years: tuple[FacetValue, ...] = ()
    remedy_kinds: tuple[FacetValue, ...] = ()
    bases: tuple[FacetValue, ...] = ()


@dataclass(frozen=True)
class Listing:
    """One page of a list, how many decisions the whole list has, and the counts beside it, all of one moment."""

    decisions: tuple[ListedDecision, ...] = ()
    total: int = 0
    facets: Facets = Facets()
