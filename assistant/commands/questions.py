"""A file of questions, one JSON object a line → the questions of a batch, all checked before the first is asked."""

from __future__ import annotations

import sys
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from assistant.errors import InputError


class BatchQuestion(BaseModel):
    """A line of a batch: the keys we read; any other is ignored."""

    model_config = ConfigDict(extra="ignore")

    class Turn(BaseModel):
        """An earlier turn."""

        model_config = ConfigDict(extra="ignore")
        role: str
        content: str
        without: tuple[str, ...] = ()

    id: str | int | None = None
    question: str
    history: list[Turn] | None = Field(default=None)
    without: tuple[str, ...] = ()


def read_questions(file: str) -> tuple[BatchQuestion, ...]:
    """All questions of a file ("-" for standard input) in their order; blank lines are passed over.

    Raises InputError, before anything is asked, naming the file and the line that cannot be read, and for a file that
    holds no question.
    """
    name = "standard input" if file == "-" else file
    # Not splitlines(): a question may hold a line separator of its own.
    lines = enumerate(_read_text(file, name).split("\n"), start=1)
    questions = tuple(_read_line(text, f"{name}, line {number}") for number, text in lines if text.strip())
    if not questions:
        raise InputError(f"{name}: holds no question; expected one JSON object a line with id and question.")
    return questions


def _read_text(file: str, name: str) -> str:
    try:
        return (sys.stdin.buffer.read() if file == "-" else Path(file).read_bytes()).decode("utf-8-sig")
    except OSError as error:
        raise InputError(f"{name}: cannot be read ({error.strerror}).") from error
    except UnicodeDecodeError as error:
        raise InputError(f"{name}: is not UTF-8 text (byte {error.start}); save it as UTF-8.") from error


def _read_line(text: str, place: str) -> BatchQuestion:
    try:
        return BatchQuestion.model_validate_json(text)
    except ValidationError as error:
        first = error.errors()[0]
        field = ".".join(str(part) for part in first["loc"]) or "the line"
        raise InputError(f"{place}: {field}: {first['msg']}; nothing was asked.") from error
