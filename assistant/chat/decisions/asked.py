"""What the page sent ↔ what is looked for. What the page does not offer is left out, whoever sent it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from datetime import date
from enum import StrEnum
from typing import TypeVar

from assistant.browsing import Browse
from assistant.domain import Basis, Filters, Outcome, RemedyKind, Sort
from assistant.visible import whole_characters

# How a text is known, as a reader tells it apart.
FULL_TEXT, DIGEST = "full text", "digest"
_BASES: dict[str, tuple[Basis, ...]] = {FULL_TEXT: (Basis.FULL_TEXT,), DIGEST: (Basis.SUMMARY, Basis.ROUND_UP)}
_MOST_VALUES, _LONGEST_VALUE = 50, 200
# Beyond the limit of the search itself, so that it can say that something was cut off.
_LONGEST_WORDS = 2000
_MOST_PAGES = 1_000_000
_YEARS = range(1970, 2100)

_Closed = TypeVar("_Closed", bound=StrEnum)


def read_browse(sent: Mapping[str, object]) -> Browse:
    """What the form sent as what is looked for; anything missing or unknown as if it had not been chosen."""
    category = _texts(sent.get("category"))[:1]
    years = [year for name in ("from", "to") if (year := _year(sent.get(name)))]
    first, last = _year(sent.get("from")), _year(sent.get("to"))
    if len(years) == 2 and first and last and first > last:
        first, last = last, first
    filters = Filters(
        categories=category,
        subcategories=_texts(sent.get("subcategory")) if category else (),
        bodies=_texts(sent.get("body")),
        outcomes=_closed(Outcome, sent.get("outcome")),
        date_from=date(first, 1, 1) if first else None,
        date_to=date(last, 12, 31) if last else None,
        remedy_kinds=_closed(RemedyKind, sent.get("kind")),
        bases=tuple(basis for value in _texts(sent.get("basis")) for basis in _BASES.get(value, ())),
    )
    sort = _closed(Sort, sent.get("sort"))
    page = sent.get("page")
    return Browse(
        words=whole_characters(str(sent.get("words") or "")[:_LONGEST_WORDS]),
        filters=filters,
        sort=sort[0] if sort else Sort.NEWEST,
        page=min(max(page, 1), _MOST_PAGES) if isinstance(page, int) else 1,
    )


def write_browse(browse: Browse) -> str:
    """The same as the page would send it, for a button that carries it."""
    filters = browse.filters
    return json.dumps(
        {
            "words": browse.words,
            "category": list(filters.categories),
            "subcategory": list(filters.subcategories),
            "body": list(filters.bodies),
            "outcome": list(filters.outcomes),
            "from": str(filters.date_from.year) if filters.date_from else "",
            "to": str(filters.date_to.year) if filters.date_to else "",
            "kind": list(filters.remedy_kinds),
            "basis": list(basis_names(filters.bases)),
            "sort": browse.sort,
            "page": browse.page,
        },
        ensure_ascii=False,
    )


def basis_names(bases: Iterable[Basis]) -> tuple[str, ...]:
    """``full text`` and ``digest`` for these bases, each once."""
    given = set(bases)
    return tuple(name for name, meant in _BASES.items() if given.intersection(meant))


def _texts(value: object) -> tuple[str, ...]:
    items = value if isinstance(value, list) else [value]
    kept = (item for item in items[:_MOST_VALUES] if isinstance(item, str) and 0 < len(item) <= _LONGEST_VALUE)
    return tuple(dict.fromkeys(map(whole_characters, kept)))


def _closed(kind: type[_Closed], value: object) -> tuple[_Closed, ...]:
    known = {each.value for each in kind}
    return tuple(kind(text) for text in _texts(value) if text in known)


def _year(value: object) -> int | None:
    text = str(value or "")
    return int(text) if len(text) == 4 and text.isascii() and text.isdigit() and int(text) in _YEARS else None
