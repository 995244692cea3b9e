"""The nouns of a text that claims something: what is said, where, and in normal form."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from assistant.domain import CaseReference, FindingResult, Outcome, Payee, Purpose, RemedyKind, RemedyStatus


class ClaimKind(StrEnum):
    """What a claim is about; decides what its ``value`` is."""

    REFERENCE = "reference"  # CaseReference
    BODY = "body"  # the name as written, single spaces
    AMOUNT = "amount"  # pence
    DATE = "date"  # SaidDate
    QUOTATION = "quotation"  # the words between the marks
    OUTCOME = "outcome"  # Outcome
    FINDING = "finding"  # FindingResult
    INJUSTICE = "injustice"  # True where it is said that there was some
    REMEDY_KIND = "remedy kind"  # RemedyKind
    STATUS = "status"  # RemedyStatus
    PAYEE = "payee"  # Payee
    PURPOSE = "purpose"  # Purpose
    DURATION = "duration"  # number; ``unit`` is day, week, month, term or year
    COUNT = "count"  # number; ``unit`` is the noun that is counted, where one follows


class Bound(StrEnum):
    """How a figure is limited by the words before or behind it."""

    ABOUT = "about"
    AT_LEAST = "at least"
    AT_MOST = "at most"


@dataclass(frozen=True, order=True)
class SaidDate:
    """A date as far as it is said: a day, a month of a year, or a year; 0 for what is left open."""

    year: int
    month: int = 0
    day: int = 0

    def fits(self, day: date) -> bool:
        """True where nothing that is said differs from this day."""
        said = ((self.year, day.year), (self.month, day.month), (self.day, day.day))
        return all(mine in (0, theirs) for mine, theirs in said)


Value = (
    CaseReference | SaidDate | Outcome | FindingResult | RemedyKind | RemedyStatus | Payee | Purpose | str | int | float
)


@dataclass(frozen=True)
class Claim:
    """One thing that a text says. ``words`` is exactly ``text[start:end]`` of the text that was given.

    ``value`` is its normal form, by kind; ``upper`` the other end of a range ("£300 to £400"). ``unit`` is what a sum
    is paid per (day, week, month, term, year, person) or what a number counts. ``is_negated``: the clause denies it
    ("did not pay £300"); "no fault" and "not upheld" are values of their own and not negated. ``is_total``: said to
    be a total; ``is_every``: said of all ("all three cases"). ``is_quoted``: it stands inside a quotation.
    """

    kind: ClaimKind
    words: str
    start: int
    end: int
    value: Value
    is_negated: bool = False
    upper: int | None = None
    unit: str | None = None
    bound: Bound | None = None
    is_total: bool = False
    is_every: bool = False
    is_quoted: bool = False

    @property
    def sums(self) -> tuple[int, ...]:
        """The pence of an amount: one, or the two ends of a range; nothing for other kinds."""
        if self.kind is not ClaimKind.AMOUNT or not isinstance(self.value, int):
            return ()
        return (self.value,) if self.upper is None else (self.value, self.upper)


@dataclass(frozen=True)
class Found:
    """A claim whose place is still one in the seen text. ``start`` and ``end`` bound what is said of it."""

    kind: ClaimKind
    start: int
    end: int
    value: Value
    upper: int | None = None
    unit: str | None = None
    bound: Bound | None = None
    is_total: bool = False
    is_every: bool = False
    is_negated: bool = False
