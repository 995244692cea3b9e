"""Filters → what they assume, each to be undone by its key; a set of keys → the filters without those.

The keys are for programs and for ``--without``; they are stable and in plain words. Assumptions of other kinds (an
earlier question read along, a spelling put right) are made where they are read, with the keys named here.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from dataclasses import replace

from assistant.domain import Assumption, Filters, Outcome, RemedyKind
from assistant.question.amounts import AmountLimit
from assistant.question.body_kinds import tell_bodies
from assistant.question.dates import DateLimit
from assistant.text import join_words

BODY, NOT_BODY, SUBJECT, OUTCOME, DATE, AMOUNT = "body", "not-body", "subject", "outcome", "date", "amount"
REMEDY_KIND, PAYEE, PURPOSE, BASIS, SHOWN = "remedy-kind", "payee", "purpose", "basis", "shown"
ALL_BODIES, FAVOURED, NOT_MEANT, MAIN_POINTS, SIDES = "all-bodies", "drawer", "not-meant", "main-points", "sides"
ORDER = "order"
CASE, EARLIER, EARLIER_LIMITS, EARLIER_BODY, LIFTED = "case", "earlier", "earlier-limits", "earlier-body", "lifted"

# Which filters a key speaks of.
_FIELDS: dict[str, tuple[str, ...]] = {
    BODY: ("bodies",),
    NOT_BODY: ("bodies_not",),
    SUBJECT: ("categories", "subcategories"),
    OUTCOME: ("outcomes",),
    DATE: ("date_from", "date_to"),
    AMOUNT: ("amount_min_pence", "amount_max_pence"),
    REMEDY_KIND: ("remedy_kinds", "also_kinds", "remedy_kinds_not"),
    PAYEE: ("payees",),
    PURPOSE: ("purposes",),
    BASIS: ("bases",),
    SHOWN: ("references",),
}
LIMITS: frozenset[str] = frozenset(_FIELDS)

_OUTCOME_WORDS = {
    Outcome.UPHELD: "upheld",
    Outcome.NOT_UPHELD: "not upheld",
    Outcome.CLOSED: "closed after initial enquiries",
    Outcome.DISCONTINUED: "discontinued",
}
_KIND_WORDS = {
    RemedyKind.PAYMENT: "a payment",
    RemedyKind.REFUND: "a refund or write-off",
    RemedyKind.APOLOGY: "an apology",
    RemedyKind.SERVICE_IMPROVEMENT: "a service improvement",
}
# More names than these are told in the sentence, not on the button.
_NAMES_IN_SHORT = 2


def key_of(kind: str, said: str) -> str:
    """A key for one of several assumptions of a kind: ``spelling-recieved``."""
    return f"{kind}-{'-'.join(re.findall(r'[a-z0-9]+', said.lower())) or 'word'}"


def remark(text: str) -> Assumption:
    """Something that is told and cannot be undone."""
    return Assumption("", text)


def without_limits(filters: Filters, keys: Collection[str]) -> Filters:
    """The filters without those that the keys speak of; other keys change nothing.

    >>> without_limits(Filters(bodies=("Northmoor Council",)), {"body"}).is_empty
    True
    """
    empty = Filters()
    undone = {name: getattr(empty, name) for key in LIMITS.intersection(keys) for name in _FIELDS[key]}
    return replace(filters, **undone)


def only_limits(filters: Filters, keys: Collection[str]) -> Filters:
    """The filters that the keys speak of, and no others.

    >>> only_limits(Filters(bodies=("Northmoor Council",), outcomes=(Outcome.UPHELD,)), {"outcome"}).bodies
    ()
    """
    kept = {name: getattr(filters, name) for key in LIMITS.intersection(keys) for name in _FIELDS[key]}
    return Filters(**kept)


def limits_set(filters: Filters) -> frozenset[str]:
    """The keys of the filters that are set."""
    empty = Filters()
    return frozenset(
        key for key, names in _FIELDS.items() if any(getattr(filters, name) != getattr(empty, name) for name in names)
    )


def describe_limits(filters: Filters, date_note: str | None = None) -> list[Assumption]:
    """Each limit as an assumption, in the order of the fields; none for no limits."""
    dates = DateLimit(filters.date_from, filters.date_to).describe()
    sums = AmountLimit(filters.amount_min_pence, filters.amount_max_pence).describe()
    outcomes = join_words((_OUTCOME_WORDS[outcome] for outcome in filters.outcomes), "or")
    payees = join_words((payee.value for payee in filters.payees), "or a")
    purposes = join_words((purpose.value for purpose in filters.purposes), "or")
    drawers = (*filters.categories, *filters.subcategories)
    said = (
        (
            BODY,
            f"Only decisions about {tell_bodies(filters.bodies)}.",
            f"Only {tell_bodies(filters.bodies, short=True)}",
        ),
        (
            NOT_BODY,
            f"Without decisions about {tell_bodies(filters.bodies_not)}.",
            f"Not {tell_bodies(filters.bodies_not, short=True)}",
        ),
        (SUBJECT, f"Only cases filed under {join_words(drawers, 'or')}.", f"Only {_few(drawers)}"),
        (OUTCOME, f"Only cases that were {outcomes}.", f"Only {outcomes}"),
        (DATE, f"Only cases {dates}{f' ({date_note})' if date_note else ''}.", dates[:1].upper() + dates[1:]),
        (AMOUNT, f"Only {sums}.", sums[:1].upper() + sums[1:]),
        (REMEDY_KIND, f"Only cases {_with_kinds(filters)}.", f"Only {_with_kinds(filters)}"),
        (PAYEE, f"Only payments to a {payees}.", f"Only paid to a {payees}"),
        (PURPOSE, f"Only payments for {purposes}.", f"Only paid for {purposes}"),
        (BASIS, "Only decisions held in full text.", "Only full texts"),
        (SHOWN, f"Only the {len(filters.references)} decisions named in the last answer.", "Only those shown"),
    )
    held = limits_set(filters)
    return [Assumption(*words) for words in said if words[0] in held]


def _with_kinds(filters: Filters) -> str:
    """``with an apology``, ``with no payment or refund or write-off``, ``with an apology and no payment``."""
    groups = [kinds for kinds in (filters.remedy_kinds, *filters.also_kinds) if kinds]
    kinds = " and ".join(join_words((_KIND_WORDS.get(kind, kind.value) for kind in each), "or") for each in groups)
    kinds_not = join_words((kind.value for kind in filters.remedy_kinds_not), "or")
    return f"with {' and '.join(part for part in (kinds, kinds_not and f'no {kinds_not}') if part)}"


def _few(names: Iterable[str]) -> str:
    """One or two names, or how many there are."""
    names = tuple(names)
    return join_words(names, "or") if len(names) <= _NAMES_IN_SHORT else f"{names[0]} and {len(names) - 1} more"
