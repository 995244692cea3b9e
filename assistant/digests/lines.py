"""The lines of a digest file → Decisions; the first that breaks the form is named with its place."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NoReturn

from pydantic import ValidationError

from assistant.digests.decisions import decision_of
from assistant.digests.form import DigestLine, problem_of
from assistant.domain import CaseReference, Decision
from assistant.errors import DigestError


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
    if line.startswith("["):
        advice = "write one JSON object, {…}, a line, without the brackets and commas of the list"
        _refuse(name, number, None, f"a JSON list: {line[:60]!r}", advice)
    try:
        content = json.loads(line, parse_constant=_no_number, object_pairs_hook=_no_repeated_key)
    except (ValueError, _BadJson, RecursionError) as error:
        _refuse(
            name,
            number,
            None,
            f"no whole JSON object ({_problem_in(error)}): {line[:60]!r}",
            "write the object on one line; the line may have been cut off",
        )
    if not isinstance(content, dict):
        _refuse(name, number, None, f"{line[:60]!r}", "write one JSON object, {…}, a line")
    try:
        row = DigestLine.model_validate(content)
    except ValidationError as error:
        field, found, advice = _explain(error)
        _refuse(name, number, field, found, advice)
    for place, remedy in enumerate(row.remedies):
        problem = problem_of(remedy)
        if problem:
            field, found, advice = problem
            _refuse(name, number, f"remedies[{place}].{field}", found, advice)
    return decision_of(row)


def _problem_in(error: Exception) -> str:
    """What is wrong with a line, its place counted in characters: JSON knows of no line but this one."""
    if not isinstance(error, json.JSONDecodeError):
        return str(error)
    return f"{error.msg.removesuffix(' at')} at character {error.pos + 1}"


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
