"""A question: what was asked, and how it was understood."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from assistant.domain.decision import Basis, CaseReference, Outcome, Payee, Purpose, RemedyKind


class QuestionKind(StrEnum):
    """What the asker wants to know; decides the shape of the answer."""

    TYPICAL_REMEDY = "typical remedy"
    IS_IT_FAULT = "is it fault"
    HOW_TREATED = "how is it treated"
    BODY_HISTORY = "body history"
    LIST_CASES = "list of cases"
    SINGLE_CASE = "single case"
    COMPARE = "compare"
    TREND = "trend"
    REASONS = "why this much"
    SERVICE_IMPROVEMENTS = "service improvements"
    DRAFTING = "drafting help"
    MEANING = "meaning of a term"
    OUT_OF_SCOPE = "out of scope"
    UNCLEAR = "unclear"
    ABOUT_REDRESS = "about Redress"


class AnswerStatus(StrEnum):
    """How an answer ended. Each has its own wording."""

    FOUND = "found"
    FEW = "few"
    ONE = "one"
    NONE = "none"
    OUT_OF_SCOPE = "out_of_scope"
    UNCLEAR = "unclear"
    PERSONAL_DATA = "personal_data"
    BLOCKED = "blocked"
    ERROR = "error"
    ABOUT = "about"


class Risk(StrEnum):
    """What a question tells that somebody may be in: decides which signposts stand first."""

    ABUSE = "violence or abuse at home, or an address in the wrong hands"
    SELF_HARM = "suicide or self-harm"
    CHILD_IN_DANGER = "a child in danger"
    ADULT_IN_DANGER = "an adult who is being harmed or neglected"
    HOMELESS_NOW = "nowhere to sleep"
    NO_FOOD = "no food or money for today"


class SumOrder(StrEnum):
    """How cases stand where the highest or the lowest sums are asked for."""

    HIGHEST = "highest sum first"
    LOWEST = "lowest sum first"


@dataclass(frozen=True)
class Turn:
    """One earlier message of a conversation; ``role`` is "user" or "assistant".

    ``without`` are the keys of the assumptions that the user had undone when this was answered.
    """

    role: str
    content: str
    without: tuple[str, ...] = ()


@dataclass(frozen=True)
class Filters:
    """Which decisions may answer. An empty tuple or None means "any"; all given ones must hold.

    Dates are inclusive. A decision without a date passes no date filter; one without a body passes no
    body filter. ``payees``, ``purposes`` and amounts speak of remedy rows, and one row must satisfy all of them with
    ``remedy_kinds``. Of each group of ``also_kinds`` there must be a remedy as well, in whatever row ("with an apology,
    and £500 or more"). ``remedy_kinds_not`` leaves out every decision that has a remedy of such a kind: "an apology
    only".
    """

    bodies: tuple[str, ...] = ()
    bodies_not: tuple[str, ...] = ()
    categories: tuple[str, ...] = ()
    subcategories: tuple[str, ...] = ()
    outcomes: tuple[Outcome, ...] = ()
    date_from: date | None = None
    date_to: date | None = None
    amount_min_pence: int | None = None
    amount_max_pence: int | None = None
    remedy_kinds: tuple[RemedyKind, ...] = ()
    payees: tuple[Payee, ...] = ()
    bases: tuple[Basis, ...] = ()
    references: tuple[CaseReference, ...] = ()
    purposes: tuple[Purpose, ...] = ()
    remedy_kinds_not: tuple[RemedyKind, ...] = ()
    also_kinds: tuple[tuple[RemedyKind, ...], ...] = ()

    @property
    def is_empty(self) -> bool:
        """True where every decision may answer."""
        return self == Filters()


@dataclass(frozen=True)
class Decline:
    """Why a question is not answered from the casebook, and the right door for it.

    ``reason`` names an entry of the wording table in ``doors`` (e.g. "housing_ombudsman"); ``others`` name further
    parts of the question that are declined too ("which social worker was it, and will I win?").
    """

    status: AnswerStatus
    reason: str
    others: tuple[str, ...] = ()


@dataclass(frozen=True)
class Assumption:
    """Something read into a question: ``text`` says it in a plain sentence, ``short`` in a few words.

    ``key`` names it for undoing: the same question, understood without that key, does without it. A remark that
    can only be told ("no decision about … is held") has no key.
    """

    key: str
    text: str
    short: str = ""

    @property
    def can_be_undone(self) -> bool:
        """True where the question can be understood without it."""
        return bool(self.key)


@dataclass(frozen=True)
class ComparedSide:
    """One side of a comparison, as the question names it ("2021", "the child", "Northmoor Council").

    What is set narrows the query to this side: another ``topic``, other ``bodies``, a span of days (inclusive). Sides
    with ``payees`` share their cases and differ in whose payments are counted.
    """

    label: str
    topic: str | None = None
    bodies: tuple[str, ...] = ()
    date_from: date | None = None
    date_to: date | None = None
    payees: tuple[Payee, ...] = ()


@dataclass(frozen=True)
class Query:
    """A question as it was understood.

    ``question`` is what was asked, without its personal data. ``topic`` is what remains to be searched, in the
    asker's words; ``expansions`` are the field's own terms for it, added for search only. ``favoured_subcategories``
    are subcategories the words point to: they lift a case in the order, they exclude none. ``assumptions`` tell what
    was read into the question, ``left_out`` what was not, because the asker had undone it.
    ``redacted_question`` is set where personal data was found.
    ``risks`` are what the words tell of; ``is_signpost_last`` is true where they tell of nobody who could be in danger.
    ``compared`` are the sides of a comparison, or the years of a trend, in order. ``terms`` are the glossary's names of
    the terms whose meaning is asked. ``is_for_body`` is true where a draft is to be written for the body complained of,
    not for the person who complains. ``order`` is set where the highest or lowest sums are asked for, ``per`` where a
    rate is, with its period ("month"). ``kinds_asked`` are the kinds of remedy of which it is asked whether a
    decision of ``references`` has one. ``by_nearness`` is true where it is asked which cases are nearest to
    what is told.
    ``given`` are the limits that were set beside the question, and not said in it; ``filters`` holds both.
    ``limit_remarks`` tell, a sentence each, where the question asks for something else and was overruled.
    """

    question: str
    kind: QuestionKind
    topic: str
    filters: Filters = Filters()
    expansions: tuple[str, ...] = ()
    favoured_subcategories: tuple[tuple[str, str], ...] = ()
    references: tuple[CaseReference, ...] = ()
    assumptions: tuple[Assumption, ...] = ()
    left_out: tuple[Assumption, ...] = ()
    decline: Decline | None = None
    redacted_question: str | None = None
    is_risk_to_safety: bool = False
    risks: tuple[Risk, ...] = ()
    is_signpost_last: bool = False
    compared: tuple[ComparedSide, ...] = ()
    terms: tuple[str, ...] = ()
    is_for_body: bool = False
    order: SumOrder | None = None
    per: str | None = None
    kinds_asked: tuple[RemedyKind, ...] = ()
    by_nearness: bool = False
    given: Filters = Filters()
    limit_remarks: tuple[str, ...] = ()

    @property
    def risks_told(self) -> tuple[Risk, ...]:
        """The risks, and the commonest where it is only known that there is one."""
        return self.risks or ((Risk.ABUSE,) if self.is_risk_to_safety else ())

    @property
    def is_of_the_shown(self) -> bool:
        """True where the question looks only among the decisions that the last answer named ("which of these …")."""
        return bool(self.filters.references) and not self.given.references

    @property
    def says_limits(self) -> bool:
        """True where the question limits the decisions itself, beyond the limits set beside it."""
        return _with_kinds_together(self.filters) != _with_kinds_together(self.given)

    @property
    def assumed(self) -> tuple[str, ...]:
        """What was read into the question, a plain sentence each."""
        return tuple(assumption.text for assumption in self.assumptions)


def _with_kinds_together(filters: Filters) -> Filters:
    """The filters with every group of kinds in one place: which row holds a remedy is no other limit."""
    groups = {*filters.also_kinds, *((filters.remedy_kinds,) if filters.remedy_kinds else ())}
    return replace(filters, remedy_kinds=(), also_kinds=tuple(sorted(groups)))
