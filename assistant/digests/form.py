"""The form of a digest line: its fields, the words that each may hold, and what is refused with which advice."""

from __future__ import annotations

import re
from datetime import date
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, StrictBool

from assistant.domain import CaseReference
from assistant.errors import InvalidReference

_Status = Literal[
    "claimed",
    "offered by the council",
    "recommended",
    "agreed",
    "refused",
    "already paid",
    "already made",
    "already given",
    "already done",
]
_Purpose = Literal[
    "distress",
    "time and trouble",
    "loss of provision",
    "delay",
    "financial loss",
    "risk of harm",
    "mixed",
    "not stated",
]
_Per = Literal["day", "week", "fortnight", "month", "term", "year", "person"]

# "£50 for each month of delay": a rate whose period stands in the words beside it.
_PERIOD_IN_WORDS = re.compile(r"\b(?:each|every|per|a)\s+(day|week|fortnight|month|term|year|person)\b")

# More than any remedy that was ever published; beyond it a sum is a slip of the keyboard (and SQLite's integers end).
_HIGHEST_GBP = 10_000_000


def _check_text(text: str) -> str:
    """Refuse what cannot be stored or shown as text: emptiness, NUL, half of a surrogate pair."""
    if not text.strip():
        raise ValueError("an empty text; leave the field out, or write what it should say")
    if "\x00" in text or any("\ud800" <= character <= "\udfff" for character in text):
        raise ValueError("characters that are no text; write the field again")
    return text


def _check_address(text: str) -> str:
    """Only addresses that a page may safely link to."""
    if not re.match(r"https?://[^\s<>\"']+$", text):
        raise ValueError("not an http or https address; write the address of the page, or null")
    return text


def _check_reference(text: str) -> str:
    try:
        return CaseReference.parse(text).value
    except InvalidReference as error:
        raise ValueError("not a case reference; write eight digits such as '19 018 981', with its letter") from error


def _check_date(value: object) -> date:
    """Exactly an ISO date: pydantic alone would also take seconds since 1970."""
    if not isinstance(value, str) or not re.fullmatch(r"\d{4}-\d{2}-\d{2}", value):
        raise ValueError("not a date in the form 2021-06-17; write it so, or null where it is not known")
    try:
        return date.fromisoformat(value)
    except ValueError as error:
        raise ValueError("no day of the calendar; write the date as 2021-06-17, or null") from error


def _check_sum(value: object) -> float:
    """A number of pounds with at most two decimals, not negative, not absurd."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise ValueError("not a number; write pounds as a number, e.g. 300 or 509.81")
    if value < 0:
        raise ValueError("a negative amount; write what was paid as a positive number of pounds")
    if value > _HIGHEST_GBP:
        raise ValueError(f"more than {_HIGHEST_GBP:,} pounds; check the amount")
    if abs(value * 100 - round(value * 100)) > 1e-6:
        raise ValueError("parts of a penny; write pounds with at most two decimals")
    return value


_Text = Annotated[str, AfterValidator(_check_text)]
_Address = Annotated[str, AfterValidator(_check_address)]
_Pounds = Annotated[float, BeforeValidator(_check_sum)]


class RemedyLine(BaseModel):
    """One remedy of a line, as the file writes it."""

    model_config = ConfigDict(extra="forbid", strict=True)

    kind: Literal[
        "payment",
        "refund or write-off",
        "apology",
        "backdated provision",
        "reassessment or review",
        "service improvement",
        "other action",
    ]
    amount_gbp: _Pounds | None = None
    rate_gbp: _Pounds | None = None
    per: _Per | None = None
    payee: Literal["complainant", "child", "service user", "family member", "several", "not stated"] | None = None
    purpose: _Purpose | None = Field(default=None, alias="for")
    issue: _Text | None = None
    status: _Status | None = None
    detail: _Text | None = None


class DigestLine(BaseModel):
    """One line of a digest file. Unknown fields are refused: a misspelt field would be lost in silence."""

    model_config = ConfigDict(extra="forbid", strict=True)

    reference: Annotated[str, AfterValidator(_check_reference)]
    digest: _Text
    body: _Text | None = None
    category: _Text | None = None
    subcategory: _Text | None = None
    outcome: Literal["Upheld", "Not upheld", "Closed after initial enquiries", "Discontinued"] | None = None
    outcome_inferred: StrictBool = False
    decided: Annotated[date, BeforeValidator(_check_date)] | None = Field(default=None, alias="date")
    url: _Address | None = None
    url_derived: StrictBool = False
    source: _Text | None = None
    issues: list[_Text] = []
    injustice: list[_Text] = []
    remedies: list[RemedyLine] = []
    basis: Literal["summary", "round-up", "full text"] = "summary"
    total_gbp: _Pounds | None = None
    document_type: Literal["Statement", "Report", "early resolution"] | None = None
    note: _Text | None = None


def problem_of(remedy: RemedyLine) -> tuple[str, str, str] | None:
    """What is wrong with a remedy as a whole, though each of its fields is in form: field, found, advice."""
    is_money = remedy.kind in ("payment", "refund or write-off")
    if not is_money and (remedy.amount_gbp is not None or remedy.rate_gbp is not None):
        field = "amount_gbp" if remedy.amount_gbp is not None else "rate_gbp"
        found = f"an amount on a remedy of the kind {remedy.kind!r}"
        return field, found, "give it the kind 'payment' or 'refund or write-off', or take the amount out"
    if remedy.rate_gbp is not None and period_of(remedy) is None:
        return "per", "a rate without its period", 'write for what it is paid, e.g. "per": "month"'
    return None


def period_of(row: RemedyLine) -> str | None:
    """The period of a rate, from its field or, for a rate alone, from the words of its detail."""
    if row.per or row.rate_gbp is None:
        return row.per
    found = _PERIOD_IN_WORDS.search((row.detail or "").lower())
    return found[1] if found else None
