"""Digest files (JSON lines) → Decisions: our own words about published decisions, checked line by line.

A digest is never the Ombudsman's text: whatever a line says it was made from, its decision has the basis of a
summary or a round-up, and its one paragraph is our digest, exactly as the file has it. The form is described in
``docs/starter-casebook.md``. Nothing is guessed and nothing is dropped: the first line that breaks the form raises
DigestError, which names the file, the line, the field, what was found there and what to do.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Annotated, Any, Literal, NoReturn

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, StrictBool, ValidationError

from assistant.domain import (
    Basis,
    CaseReference,
    Decision,
    DocumentKind,
    Finding,
    FindingResult,
    Flag,
    Outcome,
    Paragraph,
    Payee,
    Purpose,
    Remedy,
    RemedyKind,
    RemedyStatus,
)
from assistant.errors import DigestError, InvalidReference
from assistant.planted import find_signs_of_each
from assistant.text import paragraph_id

# --------------------------------------------------------------------------- the words of the form, as tables

# The file's words for what is behind us. Money that came is "paid", anything else is "done".
_BEHIND_US = frozenset({"already paid", "already made", "already given", "already done"})
_STATUSES: dict[str | None, RemedyStatus] = {
    None: RemedyStatus.NOT_STATED,
    "claimed": RemedyStatus.CLAIMED,
    "offered by the council": RemedyStatus.OFFERED,
    "recommended": RemedyStatus.RECOMMENDED,
    "agreed": RemedyStatus.AGREED,
    "refused": RemedyStatus.REFUSED,
}
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

# A digest's issue may end with its result in brackets. What is not here says nothing about the result.
_RESULTS: dict[str, tuple[FindingResult, bool | None]] = {
    "no fault": (FindingResult.NO_FAULT, None),
    "not upheld": (FindingResult.NO_FAULT, None),
    "fault": (FindingResult.FAULT, None),
    "fault, no injustice": (FindingResult.FAULT, False),
    "fault, no significant injustice": (FindingResult.FAULT, False),
    "no injustice": (FindingResult.NOT_STATED, False),
    "no significant injustice": (FindingResult.NOT_STATED, False),
    "no finding": (FindingResult.NO_FINDING, None),
    "no finding possible": (FindingResult.NO_FINDING, None),
    "not investigated": (FindingResult.NOT_INVESTIGATED, None),
    "outside jurisdiction": (FindingResult.NOT_INVESTIGATED, None),
    "late complaint": (FindingResult.NOT_INVESTIGATED, None),
    "discontinued": (FindingResult.NOT_INVESTIGATED, None),
}
_RESULT_IN_BRACKETS = re.compile(r"\(([^()]+)\)\s*$")

# "£50 for each month of delay": a rate whose period stands in the words beside it.
_PERIOD_IN_WORDS = re.compile(r"\b(?:each|every|per|a)\s+(day|week|fortnight|month|term|year|person)\b")

# More than any remedy that was ever published; beyond it a sum is a slip of the keyboard (and SQLite's integers end).
_HIGHEST_GBP = 10_000_000

# --------------------------------------------------------------------------- the border


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


class _RemedyLine(BaseModel):
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


class _DigestLine(BaseModel):
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
    remedies: list[_RemedyLine] = []
    basis: Literal["summary", "round-up", "full text"] = "summary"
    total_gbp: _Pounds | None = None
    document_type: Literal["Statement", "Report", "early resolution"] | None = None
    note: _Text | None = None


# --------------------------------------------------------------------------- the door


def read_digests(path: Path) -> tuple[Decision, ...]:
    """Every decision of a digest file on the disk: see ``parse_digests``. DigestError also where it cannot be read."""
    try:
        data = path.read_bytes()
    except OSError as error:
        raise DigestError(f"{path} cannot be read: {error.strerror}. Check its name and your permission.") from error
    return parse_digests(data, str(path))


def parse_digests(data: bytes, name: str) -> tuple[Decision, ...]:
    """Every decision of a digest file, in the file's order; raises DigestError on the first line that breaks the form.

    Blank lines are passed over, a byte order mark is allowed. A file without any line, one that is not UTF-8 text, a
    line that is no whole JSON object and a reference that occurs twice are errors too: a file is read whole or not.
    ``name`` (the file's) is for the messages.
    """
    decisions: dict[CaseReference, Decision] = {}
    lines: dict[CaseReference, int] = {}
    for number, line in _numbered_lines(data, name):
        decision = _read_line(name, number, line)
        if decision.reference in decisions:
            _refuse(
                name,
                number,
                "reference",
                f"'{decision.reference}', which line {lines[decision.reference]} already has",
                "keep one line for each decision",
            )
        decisions[decision.reference] = decision
        lines[decision.reference] = number
    if not decisions:
        raise DigestError(f"{name} is empty: a digest file holds one JSON object a line. Nothing was stored.")
    return tuple(decisions.values())


def _refuse(name: str, number: int, field: str | None, found: str, advice: str) -> NoReturn:
    place = f"{name}, line {number}" + (f", field {field!r}" if field else "")
    raise DigestError(f"{place}: found {found}; {advice}. Nothing of the file was stored.")


def _numbered_lines(data: bytes, name: str) -> Iterator[tuple[int, str]]:
    """The lines of the file that are not blank, with their numbers from 1."""
    for number, raw in enumerate(data.removeprefix(b"\xef\xbb\xbf").split(b"\n"), start=1):
        if b"\x00" in raw:
            _refuse(name, number, None, "bytes that are no text", "give a UTF-8 text file with one JSON object a line")
        try:
            line = raw.decode("utf-8").strip()
        except UnicodeDecodeError as error:
            _refuse(
                name,
                number,
                None,
                f"broken UTF-8 at byte {error.start + 1} of the line",
                "save the file as UTF-8",
            )
        if line:
            yield number, line


def _read_line(name: str, number: int, line: str) -> Decision:
    try:
        content = json.loads(line, parse_constant=_no_number, object_pairs_hook=_no_repeated_key)
    except (ValueError, _BadJson, RecursionError) as error:
        _refuse(
            name,
            number,
            None,
            f"no whole JSON object ({error}): {line[:60]!r}",
            "write the object on one line; the line may have been cut off",
        )
    if not isinstance(content, dict):
        _refuse(name, number, None, f"{line[:60]!r}", "write one JSON object, {…}, a line")
    try:
        row = _DigestLine.model_validate(content)
    except ValidationError as error:
        field, found, advice = _explain(error)
        _refuse(name, number, field, found, advice)
    for place, remedy in enumerate(row.remedies):
        problem = _problem_of(remedy)
        if problem:
            field, found, advice = problem
            _refuse(name, number, f"remedies[{place}].{field}", found, advice)
    return _without_planted(_decision_of(row), row)


class _BadJson(ValueError):
    """JSON that Python would take and that says nothing certain."""


def _no_number(word: str) -> NoReturn:
    raise _BadJson(f"{word} is no number")


def _no_repeated_key(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    content = dict(pairs)
    if len(content) != len(pairs):
        names = [name for name, _ in pairs]
        raise _BadJson(f"the field {next(name for name in names if names.count(name) > 1)!r} occurs twice")
    return content


def _explain(error: ValidationError) -> tuple[str, str, str]:
    """Field, what was found, what to do: of the first problem that pydantic names."""
    first = error.errors()[0]
    field = ""
    for part in first["loc"]:
        field += f"[{part}]" if isinstance(part, int) else f".{part}" if field else str(part)
    found = f"{first['input']!r}"[:80]
    kind, message = first["type"], first["msg"]
    if kind == "missing":
        return field, "nothing", "this field is needed"
    if kind == "extra_forbidden":
        return field, f"a field that the form does not have, with {found}", "check its spelling, or take it out"
    if kind == "value_error":
        found_and_advice = message.removeprefix("Value error, ")
        what, _, advice = found_and_advice.partition("; ")
        return field, f"{found}: {what}", advice or "correct it"
    if kind == "literal_error":
        return field, found, f"write one of {first['ctx']['expected']}"
    return field, found, message[:1].lower() + message[1:]


def _problem_of(remedy: _RemedyLine) -> tuple[str, str, str] | None:
    """What is wrong with a remedy as a whole, though each of its fields is in form: field, found, advice."""
    is_money = remedy.kind in ("payment", "refund or write-off")
    if not is_money and (remedy.amount_gbp is not None or remedy.rate_gbp is not None):
        field = "amount_gbp" if remedy.amount_gbp is not None else "rate_gbp"
        found = f"an amount on a remedy of the kind {remedy.kind!r}"
        return field, found, "give it the kind 'payment' or 'refund or write-off', or take the amount out"
    if remedy.rate_gbp is not None and _per_of(remedy) is None:
        return "per", "a rate without its period", 'write for what it is paid, e.g. "per": "month"'
    return None


# --------------------------------------------------------------------------- line → Decision


def _decision_of(row: _DigestLine) -> Decision:
    reference = CaseReference(row.reference)
    paragraph = Paragraph(paragraph_id(reference, 1, row.digest), 1, row.digest)
    made_from_full_text = "our digest was made from the full text" if row.basis == "full text" else None
    notes = [note for note in (row.note, made_from_full_text) if note]
    return Decision(
        reference=reference,
        body=row.body,
        category=row.category,
        subcategory=row.subcategory,
        outcome=Outcome(row.outcome) if row.outcome else None,
        outcome_inferred=row.outcome_inferred,
        decided=row.decided,
        url=row.url,
        url_derived=row.url_derived,
        # "full text" says what we read when we wrote the digest; what we hold is still our digest.
        basis=Basis.ROUND_UP if row.basis == "round-up" else Basis.SUMMARY,
        paragraphs=(paragraph,),
        document=DocumentKind(row.document_type or "Statement"),
        findings=_findings_of(row, paragraph),
        remedies=tuple(replace(_remedy_of(remedy), paragraph=paragraph.id) for remedy in row.remedies),
        injustice=tuple(row.injustice),
        stated_total_pence=_pence(row.total_gbp),
        source=row.source,
        note="; ".join(notes) or None,
    )


def _without_planted(decision: Decision, row: _DigestLine) -> Decision:
    """A line with planted text in any of its fields, kept to be looked at: nothing of it is counted or searched.

    The line has one author: who plants an order in the detail of a remedy is not believed in its sum.
    """
    paragraph = decision.paragraphs[0].id
    texts = tuple(_texts_of(row))
    flags = tuple(
        Flag(sign.kind, f"field {field}", text, paragraph)
        for (field, text), signs in zip(texts, find_signs_of_each([text for _, text in texts]), strict=True)
        for sign in signs
    )
    if not flags:
        return decision
    planted = {flag.text for flag in flags}

    def kept(value: str | None) -> str | None:
        return None if value in planted else value

    return replace(
        decision,
        body=kept(decision.body),
        category=kept(decision.category),
        subcategory=kept(decision.subcategory),
        source=kept(decision.source),
        note=kept(decision.note),
        findings=(),
        remedies=(),
        injustice=(),
        stated_total_pence=None,
        flags=flags,
    )


def _texts_of(row: _DigestLine) -> Iterator[tuple[str, str]]:
    """The fields that hold free text, by name; the others hold words of closed lists, figures, dates and addresses."""
    given = {name: getattr(row, name) for name in ("digest", "body", "category", "subcategory", "source", "note")}
    yield from ((name, text) for name, text in given.items() if text is not None)
    for name, texts in (("issues", row.issues), ("injustice", row.injustice)):
        yield from ((f"{name}[{n}]", text) for n, text in enumerate(texts))
    for n, remedy in enumerate(row.remedies):
        for name, said in (("issue", remedy.issue), ("detail", remedy.detail)):
            if said is not None:
                yield f"remedies[{n}].{name}", said


def _findings_of(row: _DigestLine, paragraph: Paragraph) -> tuple[Finding, ...]:
    """One finding for each issue, then for each issue that only a remedy names; each once, in order."""
    issues = dict.fromkeys([*row.issues, *(remedy.issue for remedy in row.remedies if remedy.issue)])
    findings = []
    for issue in issues:
        bracket = _RESULT_IN_BRACKETS.search(issue)
        said = bracket[1].strip().lower() if bracket else ""
        result, injustice = _RESULTS.get(said, (FindingResult.NOT_STATED, None))
        findings.append(Finding(issue, result, injustice, (paragraph.id,)))
    return tuple(findings)


def _remedy_of(row: _RemedyLine) -> Remedy:
    kind = RemedyKind(row.kind)
    remedy = Remedy(
        kind=kind,
        amount_pence=_pence(row.amount_gbp),
        rate_pence=_pence(row.rate_gbp),
        per=_per_of(row),
        payee=Payee(row.payee or "not stated"),
        purpose=Purpose(row.purpose or "not stated"),
        issue=row.issue,
        detail=row.detail,
    )
    if row.status in _BEHIND_US:
        remedy = replace(remedy, status=RemedyStatus.ALREADY_PAID if remedy.is_money else RemedyStatus.ALREADY_DONE)
    else:
        remedy = replace(remedy, status=_STATUSES[row.status])
    # "amount 250, per month" is a rate: the sum of the months is not 250. Per person it is what each one receives.
    if remedy.per and remedy.per != "person" and remedy.rate_pence is None:
        remedy = replace(remedy, rate_pence=remedy.amount_pence, amount_pence=None)
    return remedy


def _per_of(row: _RemedyLine) -> str | None:
    """The period of a rate, from its field or, for a rate alone, from the words of its detail."""
    if row.per or row.rate_gbp is None:
        return row.per
    found = _PERIOD_IN_WORDS.search((row.detail or "").lower())
    return found[1] if found else None


def _pence(pounds: float | None) -> int | None:
    return None if pounds is None else round(pounds * 100)
