"""Limits written into fields of their own (a form, options of a command) → filters, or what is wrong with which field.

Names of bodies are read as the question reader reads them, so that "Brum" is Birmingham here too.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TypeVar

from rapidfuzz import fuzz, process

from assistant.domain import Basis, CasebookFacts, Filters, Outcome, RemedyKind
from assistant.question.bodies import find_bodies
from assistant.question.subjects import find_subject_limit
from assistant.question.words import Wording
from assistant.text import format_money, join_words
from assistant.vocabulary import strip_kind_words

_Value = TypeVar("_Value")

# The fields by the names that a form and a command give them.
BODY, CATEGORY, OUTCOME, FROM, TO, LEAST, MOST, REMEDY, FULL_TEXT = (
    "body", "category", "outcome", "from", "to", "min", "max", "remedy", "full-text-only",
)  # fmt: skip
FIELDS = (BODY, CATEGORY, OUTCOME, FROM, TO, LEAST, MOST, REMEDY, FULL_TEXT)
REMEDY_WORDS: dict[str, RemedyKind] = {
    "payment": RemedyKind.PAYMENT,
    "refund": RemedyKind.REFUND,
    "apology": RemedyKind.APOLOGY,
    "backdated": RemedyKind.BACKDATED_PROVISION,
    "reassessment": RemedyKind.REASSESSMENT,
    "improvement": RemedyKind.SERVICE_IMPROVEMENT,
    "other": RemedyKind.OTHER_ACTION,
}
OUTCOME_WORDS: dict[str, Outcome] = {
    "upheld": Outcome.UPHELD,
    "not upheld": Outcome.NOT_UPHELD,
    "closed": Outcome.CLOSED,
    "discontinued": Outcome.DISCONTINUED,
}
_LIKE_IT = 3
_LIKENESS = 65  # of 100: below this a name shares little but "council"
_LONGEST = 200
_FIRST_YEAR, _LAST_YEAR = 1974, 2100  # the Ombudsman's office began in 1974
_YEAR = re.compile(r"(\d{4})")
_MONTH = re.compile(r"(\d{4})-(\d{1,2})")
_DAY = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_BRITISH_DAY = re.compile(r"(\d{1,2})[/.](\d{1,2})[/.](\d{4})")
_SUM = re.compile(r"£? ?(\d{1,3}(?:,\d{3})+|\d{1,7})(?:\.(\d{1,2}))?(?: ?(k))?", re.IGNORECASE)


@dataclass(frozen=True)
class StatedLimits:
    """What stands in the fields, as typed; empty fields limit nothing. ``bodies`` may be nicknames."""

    bodies: tuple[str, ...] = ()
    category: str = ""
    outcome: str = ""
    first: str = ""
    last: str = ""
    least: str = ""
    most: str = ""
    remedy: str = ""
    full_text_only: bool = False


@dataclass(frozen=True)
class FieldProblem:
    """What is wrong with a field, in a sentence that says what to write instead; ``name`` is one of ``FIELDS``."""

    name: str
    text: str


@dataclass(frozen=True)
class ReadLimits:
    """The filters that the fields set; those with a problem set none."""

    filters: Filters = field(default_factory=Filters)
    problems: tuple[FieldProblem, ...] = ()


@dataclass
class _Fields:
    """The values of one reading, and the problems found on the way."""

    facts: CasebookFacts
    problems: list[FieldProblem] = field(default_factory=list)

    def tell(self, name: str, text: str) -> None:
        self.problems.append(FieldProblem(name, text))


def read_limits(stated: StatedLimits, facts: CasebookFacts) -> ReadLimits:
    """The fields as filters; every field that cannot be read is a problem with its name, and is left out.

    ``facts`` give the bodies and categories held. Nothing stated gives empty filters and no problem.
    """
    fields = _Fields(facts)
    categories, drawers = _read_category(stated.category, fields)
    first = _read_day(FROM, stated.first, fields, is_last=False)
    last = _read_day(TO, stated.last, fields, is_last=True)
    least, most = _read_sum(LEAST, stated.least, fields), _read_sum(MOST, stated.most, fields)
    if first and last and first > last:
        fields.tell(FROM, f"“From” is after “to”: {stated.first.strip()} and {stated.last.strip()}. Swap them.")
        first = last = None
    if least is not None and most is not None and least > most:
        fields.tell(
            LEAST, f"The least is more than the most: {format_money(least)} and {format_money(most)}. Swap them."
        )
        least = most = None
    filters = Filters(
        bodies=_read_bodies(stated.bodies, fields),
        categories=categories,
        subcategories=drawers,
        outcomes=_read_choice(OUTCOME, stated.outcome, OUTCOME_WORDS, fields),
        date_from=first,
        date_to=last,
        amount_min_pence=least,
        amount_max_pence=most,
        remedy_kinds=_read_choice(REMEDY, stated.remedy, REMEDY_WORDS, fields),
        bases=(Basis.FULL_TEXT,) if stated.full_text_only else (),
    )
    order = {name: place for place, name in enumerate(FIELDS)}
    problems = sorted(dict.fromkeys(fields.problems), key=lambda problem: order[problem.name])
    return ReadLimits(filters, tuple(problems))


# --------------------------------------------------------------------------- bodies


def find_held_bodies(said: str, bodies: tuple[str, ...]) -> tuple[str, ...]:
    """The held names that a name or nickname means; none where nothing held is meant.

    >>> find_held_bodies("northmoor", ("Northmoor Council",))
    ('Northmoor Council',)
    """
    said = " ".join(said[:_LONGEST].split())
    exact = [name for name in bodies if name.casefold() == said.casefold()]
    if exact or not said:
        return tuple(exact)
    # An ordinary word ("Reading") is a body only where something says so.
    for words in (said, f"{said} council", f"{said.title()} Council"):
        found = [mention for mention in find_bodies(Wording(words), bodies) if mention.is_held]
        if found:
            return tuple(dict.fromkeys(name for mention in found for name in mention.names))
    return ()


def nearest_bodies(said: str, bodies: Iterable[str]) -> tuple[str, ...]:
    """The held names most like a name that is not held, the likest first; at most three, often none."""
    cores = {name: strip_kind_words(name.lower()) or name.lower() for name in bodies}
    core = strip_kind_words(said[:_LONGEST].lower()).strip() or said[:_LONGEST].lower()
    found = process.extract(core, cores, scorer=fuzz.ratio, score_cutoff=_LIKENESS, limit=_LIKE_IT)
    inside = [name for name, held in cores.items() if len(core) > 2 and held.startswith(core)]
    return tuple(dict.fromkeys((*inside, *(name for _, _, name in found))))[:_LIKE_IT]


def _read_bodies(said: tuple[str, ...], fields: _Fields) -> tuple[str, ...]:
    names: dict[str, None] = {}
    for one in said:
        if not one.strip():
            continue
        found = find_held_bodies(one, fields.facts.bodies)
        names |= dict.fromkeys(found)
        if not found:
            near = nearest_bodies(one, fields.facts.bodies)
            like = f" Nearest names held: {join_words(near, 'or')}." if near else " No name held is like it."
            fields.tell(BODY, f"No decision about “{_shown(one)}” is held.{like}")
    return tuple(names)


# --------------------------------------------------------------------------- the other fields


def _read_category(said: str, fields: _Fields) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The category, or else the subcategory, of that name or nickname."""
    wanted = " ".join(said[:_LONGEST].split()).casefold().replace("’", "'")
    if not wanted:
        return (), ()
    held = fields.facts.subcategories
    categories = tuple(dict.fromkeys(category for category, _ in held))
    for category in categories:
        if category.casefold().replace("’", "'") == wanted:
            return (category,), ()
    drawers = tuple(dict.fromkeys(name for _, name in held if name.casefold().replace("’", "'") == wanted))
    if drawers:
        return (), drawers
    subject = find_subject_limit(wanted, held)
    if subject.categories or subject.subcategories:
        return subject.categories, subject.subcategories
    fields.tell(CATEGORY, f"There is no category “{_shown(said)}”. Held are {join_words(categories)}.")
    return (), ()


def _read_choice(name: str, said: str, choices: Mapping[str, _Value], fields: _Fields) -> tuple[_Value, ...]:
    """The value of a short word, of the full name, or of a part of it that no other has."""
    wanted = " ".join(re.sub(r"[-_]", " ", said[:_LONGEST].lower()).split())
    if not wanted:
        return ()
    for word, value in choices.items():
        if wanted in (word, re.sub(r"[-_]", " ", str(value).lower())):
            return (value,)
    fields.tell(name, f"“{_shown(said)}” is not one of {join_words(choices, 'or')}.")
    return ()


def _read_day(name: str, said: str, fields: _Fields, *, is_last: bool) -> date | None:
    """A year, a month or a day as the first or the last day of it."""
    said = said.strip()
    if not said:
        return None
    readings: tuple[tuple[re.Pattern[str], Callable[[list[int]], date]], ...] = (
        (_YEAR, lambda n: date(n[0], 12, 31) if is_last else date(n[0], 1, 1)),
        (_MONTH, lambda n: date(n[0], n[1], calendar.monthrange(n[0], n[1])[1] if is_last else 1)),
        (_DAY, lambda n: date(n[0], n[1], n[2])),
        (_BRITISH_DAY, lambda n: date(n[2], n[1], n[0])),
    )
    for pattern, make in readings:
        if match := pattern.fullmatch(said):
            try:
                day = make([int(number) for number in match.groups()])
            except ValueError:
                break
            if _FIRST_YEAR <= day.year <= _LAST_YEAR:
                return day
    fields.tell(name, f"“{_shown(said)}” is no year or date. Write a year such as 2021, or a day as 2021-03-15.")
    return None


def _read_sum(name: str, said: str, fields: _Fields) -> int | None:
    """A sum in pounds as pence."""
    said = said.strip()
    if not said:
        return None
    match = _SUM.fullmatch(said)
    if match is None or (match[3] and len(match[1]) > 3):
        fields.tell(name, f"“{_shown(said)}” is no sum. Write pounds, such as 500 or 1,250.")
        return None
    pence = int(match[1].replace(",", "")) * 100 + int((match[2] or "0").ljust(2, "0"))
    return pence * 1000 if match[3] else pence


def _shown(said: str) -> str:
    """What was typed, short enough to be said back."""
    said = " ".join(said.split())
    return said if len(said) <= 60 else f"{said[:59]}…"
