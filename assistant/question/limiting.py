"""A reading and the limits set beside the question → the reading within both, and what the limits overruled.

Both hold. Where they cannot hold together (another body, years that do not meet) what was set beside the question
holds, and a sentence says what the question had asked for: nothing that was asked is dropped in silence.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, TypeVar

from assistant.domain import Assumption, CasebookFacts, ComparedSide, Filters, QuestionKind, RemedyKind
from assistant.question.assumptions import (
    ALL_BODIES,
    AMOUNT,
    BASIS,
    BODY,
    DATE,
    LIMITS,
    NOT_BODY,
    OUTCOME,
    PAYEE,
    PURPOSE,
    REMEDY_KIND,
    SIDES,
    SUBJECT,
    describe_limits,
    only_limits,
)
from assistant.question.bodies import Use
from assistant.question.reading import Reading
from assistant.text import join_words

_Value = TypeVar("_Value")
_MONEY = frozenset({RemedyKind.PAYMENT, RemedyKind.REFUND})


@dataclass(frozen=True)
class Limited:
    """A reading within the limits set beside it; ``remarks`` say what of the question they overruled, a sentence each.

    ``hidden`` are the keys of the question's own limits that need not be told: overruled, or set beside it as well.
    """

    reading: Reading
    remarks: tuple[str, ...] = ()
    hidden: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Clash:
    """What a question asks for under one key, against the limit that was set: ``asked`` holds nothing else."""

    key: str
    asked: Filters


def set_limits(reading: Reading, given: Filters, facts: CasebookFacts) -> Limited:
    """The reading within the limits given beside the question; without any it is as it was.

    The filters of a question about decisions named by reference stay its own: whether those are within the limits is
    for the search to say, and of a decision that is told, all is told.
    """
    if given.is_empty:
        return Limited(reading)
    reading, remarks = _without_all_bodies(reading, given)
    if reading.references:
        return Limited(reading, remarks)
    reading, of_sides = _limit_sides(reading, given)
    filters, clashes = combine_limits(reading.filters, given, facts)
    told = () if of_sides else tuple(_say_clash(clash, given) for clash in clashes)
    hidden = {clash.key for clash in clashes} | {key for key in LIMITS if _is_same(key, filters, given)}
    return Limited(replace(reading, filters=filters), (*remarks, *of_sides, *told), frozenset(hidden))


def combine_limits(asked: Filters, given: Filters, facts: CasebookFacts) -> tuple[Filters, tuple[Clash, ...]]:
    """Filters that hold both, and where they cannot be held together; there ``given`` holds.

    A list of names that may be any is narrowed to those in both. ``facts`` tell which subcategory is of which category.
    """
    clashes: list[Clash] = []

    def clash(key: str, **values: Any) -> None:
        clashes.append(Clash(key, Filters(**values)))

    asked = _without_left_out(asked, given, clash)
    both: dict[str, Any] = {}
    for key, name in (
        (BODY, "bodies"),
        (SUBJECT, "categories"),
        (SUBJECT, "subcategories"),
        (OUTCOME, "outcomes"),
        (PAYEE, "payees"),
        (PURPOSE, "purposes"),
        (BASIS, "bases"),
    ):
        both[name], dropped = _in_both(getattr(asked, name), getattr(given, name))
        # "Leeds or Kent" within a limit to Kent: a body that was named is not passed over in silence.
        if dropped and (key == BODY or not set(both[name]) & set(getattr(asked, name))):
            clash(key, **{name: dropped})
    _hold_subjects_together(both, asked, given, facts, clash)
    both["references"] = _in_both(asked.references, given.references)[0]
    both["bodies_not"] = tuple(dict.fromkeys((*asked.bodies_not, *given.bodies_not)))
    for key, first, last in ((DATE, "date_from", "date_to"), (AMOUNT, "amount_min_pence", "amount_max_pence")):
        ends, is_clash = _ends_of_both(asked, given, first, last)
        both |= {first: ends[0], last: ends[1]}
        if is_clash:
            clash(key, **{first: getattr(asked, first), last: getattr(asked, last)})
    both |= _kinds_of_both(asked, given, clash)
    return Filters(**both), tuple(clashes)


# --------------------------------------------------------------------------- field by field


def _in_both(asked: tuple[_Value, ...], given: tuple[_Value, ...]) -> tuple[tuple[_Value, ...], tuple[_Value, ...]]:
    """The values that both allow, and those asked for that the given ones leave out; none asked for means any."""
    if not asked or not given:
        return asked or given, ()
    shared = tuple(value for value in asked if value in given)
    return shared or given, tuple(value for value in asked if value not in given)


def _without_left_out(asked: Filters, given: Filters, clash: Callable[..., None]) -> Filters:
    """The question's bodies without those that the limits leave out, and the other way round."""
    wanted_back = tuple(name for name in asked.bodies_not if name in given.bodies)
    left_out = tuple(name for name in asked.bodies if name in given.bodies_not)
    if wanted_back:
        clash(NOT_BODY, bodies_not=wanted_back)
    if left_out:
        clash(BODY, bodies=left_out)
    return replace(
        asked,
        bodies=tuple(name for name in asked.bodies if name not in left_out),
        bodies_not=tuple(name for name in asked.bodies_not if name not in wanted_back),
    )


def _hold_subjects_together(
    both: dict[str, Any], asked: Filters, given: Filters, facts: CasebookFacts, clash: Callable[..., None]
) -> None:
    """A subcategory of no category that is asked for passes nothing: then the question's half of the two gives way."""
    categories, drawers = both["categories"], both["subcategories"]
    if not categories or not drawers or not facts.subcategories:
        return
    inside = tuple(name for name in drawers if any((one, name) in facts.subcategories for one in categories))
    if inside:
        both["subcategories"] = inside
    elif given.categories and asked.subcategories:
        both["subcategories"] = given.subcategories
        clash(SUBJECT, subcategories=asked.subcategories)
    elif given.subcategories and asked.categories:
        both["categories"] = given.categories
        clash(SUBJECT, categories=asked.categories)


def _ends_of_both(asked: Filters, given: Filters, first: str, last: str) -> tuple[tuple[Any, Any], bool]:
    """The later first and the earlier last, inclusive; the given ones, and True, where the two spans do not meet."""
    begin = max((value for one in (asked, given) if (value := getattr(one, first)) is not None), default=None)
    end = min((value for one in (asked, given) if (value := getattr(one, last)) is not None), default=None)
    if begin is not None and end is not None and begin > end:
        return (getattr(given, first), getattr(given, last)), True
    return (begin, end), False


def _kinds_of_both(asked: Filters, given: Filters, clash: Callable[..., None]) -> dict[str, Any]:
    """Kinds of remedy never exclude one another: a decision can have an apology in one row and a payment in another.

    A kind beside money ("an apology") with a sum, a payee or a purpose is a remedy of its own, in a row of its own.
    """
    also = tuple(dict.fromkeys((*asked.also_kinds, *given.also_kinds)))
    kinds, dropped = _in_both(asked.remedy_kinds, given.remedy_kinds)
    if dropped and not set(kinds) & set(asked.remedy_kinds):
        kinds, also = asked.remedy_kinds, tuple(dict.fromkeys((*also, given.remedy_kinds)))
    names = ("amount_min_pence", "amount_max_pence", "payees", "purposes")
    says_money = any(getattr(one, name) not in ((), None) for one in (asked, given) for name in names)
    is_given = given.remedy_kinds or any(getattr(given, name) not in ((), None) for name in names)
    if kinds and says_money and is_given and not _MONEY & set(kinds):
        kinds, also = (), tuple(dict.fromkeys((*also, kinds)))
    wanted = set(given.remedy_kinds).union(*given.also_kinds)
    excluded = dict.fromkeys((*asked.remedy_kinds_not, *given.remedy_kinds_not))
    if wanted & set(asked.remedy_kinds_not):
        clash(REMEDY_KIND, remedy_kinds_not=tuple(kind for kind in asked.remedy_kinds_not if kind in wanted))
    kinds_not = tuple(kind for kind in excluded if kind not in wanted)
    return {"remedy_kinds": kinds, "also_kinds": also, "remedy_kinds_not": kinds_not}


# --------------------------------------------------------------------------- what else names a body or a time


def _without_all_bodies(reading: Reading, given: Filters) -> tuple[Reading, tuple[str, ...]]:
    """Within a limit to a body cases are not "taken from all bodies", though the question names one in its story."""
    if not given.bodies or not any(note.key == ALL_BODIES for note in reading.notes):
        return reading, ()
    reading = replace(reading, notes=tuple(note for note in reading.notes if note.key != ALL_BODIES))
    named = [one for one in reading.mentions if one.use is Use.ASKED and not set(one.names) & set(given.bodies)]
    if not named:
        return reading, ()
    names = join_words(dict.fromkeys(one.said for one in named))
    return reading, (f"You name {names}; the cases are those of {join_words(given.bodies, 'or')}, as you set.",)


def _limit_sides(reading: Reading, given: Filters) -> tuple[Reading, tuple[str, ...]]:
    """The sides of a comparison within the limits; with fewer than two left there is nothing to compare any more."""
    if not reading.compared:
        return reading, ()
    kept = tuple(side for one in reading.compared if (side := _limit_side(one, given)) is not None)
    if len(kept) == len(reading.compared):
        return replace(reading, compared=kept), ()
    labels = join_words(side.label for side in reading.compared)
    sides = {side.label for side in kept}
    gone = join_words(side.label for side in reading.compared if side.label not in sides)
    remark = f"The limits you set hold: your question compares {labels}, and {gone} lies outside them."
    if len(kept) > 1:
        bodies = tuple(name for side in kept for name in side.bodies)
        filters = replace(reading.filters, bodies=bodies or reading.filters.bodies)
        return replace(reading, compared=kept, filters=filters), (remark,)
    notes = tuple(note for note in reading.notes if note.key != SIDES)
    filters = replace(reading.filters, bodies=kept[0].bodies if kept else ())
    if kept:
        filters = replace(filters, date_from=kept[0].date_from, date_to=kept[0].date_to)
    kind = _kind_alone(reading, bool(filters.bodies or given.bodies))
    return replace(reading, compared=(), kind=kind, filters=filters, notes=notes), (remark,)


def _kind_alone(reading: Reading, has_body: bool) -> QuestionKind:
    """What is asked of one side alone."""
    if reading.topic:
        return QuestionKind.TYPICAL_REMEDY
    return QuestionKind.BODY_HISTORY if has_body else QuestionKind.LIST_CASES


def _limit_side(side: ComparedSide, given: Filters) -> ComparedSide | None:
    """The part of a side that is within the limits; None where nothing of it is."""
    bodies = side.bodies
    if bodies:
        bodies = tuple(
            name for name in bodies if name not in given.bodies_not and (not given.bodies or name in given.bodies)
        )
        if not bodies:
            return None
    begin = _latest(side.date_from, given.date_from) if side.date_from or side.date_to else None
    end = _earliest(side.date_to, given.date_to) if side.date_from or side.date_to else None
    if begin and end and begin > end:
        return None
    payees = tuple(payee for payee in side.payees if not given.payees or payee in given.payees)
    if side.payees and not payees:
        return None
    return replace(side, bodies=bodies, date_from=begin, date_to=end, payees=payees)


def _latest(one: date | None, other: date | None) -> date | None:
    return max((day for day in (one, other) if day), default=None)


def _earliest(one: date | None, other: date | None) -> date | None:
    return min((day for day in (one, other) if day), default=None)


# --------------------------------------------------------------------------- words


def _say_clash(clash: Clash, given: Filters) -> str:
    """What the question asks for under a key, and what was set instead."""
    against = (BODY, NOT_BODY) if clash.key in (BODY, NOT_BODY) else (clash.key,)
    asked = _in_words(describe_limits(clash.asked))
    was_set = _in_words(describe_limits(only_limits(given, against)))
    return f"The limits you set hold: your question asks for “{asked}”, and you set “{was_set}”."


def _in_words(limits: Iterable[Assumption]) -> str:
    return join_words(f"{limit.short[:1].lower()}{limit.short[1:]}" for limit in limits)


def _is_same(key: str, filters: Filters, given: Filters) -> bool:
    """True where the limits of a key are those that were set beside the question, and the question adds nothing."""
    return only_limits(filters, (key,)) == only_limits(given, (key,))
