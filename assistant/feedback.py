"""What a user says of an answer → a line in a file on this machine that the operator can read.

The question and the answer are in it only where the user agrees to that; personal data is blanked in every text.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path

from filelock import FileLock
from pydantic import TypeAdapter, ValidationError

from assistant.domain import Answer
from assistant.errors import InputError
from assistant.personal import redact
from assistant.visible import readable_json, whole_characters

# What a comment may hold, in characters; a longer one is cut.
_LONGEST_COMMENT = 2000


class Verdict(StrEnum):
    """What the user thinks of the answer."""

    USEFUL = "useful"
    WRONG = "wrong"


class Complaint(StrEnum):
    """What is wrong with an answer, in the words that the form offers."""

    FIGURE = "a figure, date or reference is wrong"
    CASES = "the cases are not comparable"
    MISSING = "a case I know of is missing"
    MISREAD = "my question was misunderstood"
    UNCLEAR = "it is hard to understand"
    OTHER = "something else"


@dataclass(frozen=True)
class Subject:
    """The answer that is spoken of: how it ended, which decisions it cites and what made it.

    ``question`` and ``said`` are kept in memory only, and written where the user agrees.
    """

    status: str
    kind: str
    references: tuple[str, ...]
    versions: tuple[tuple[str, str], ...]
    question: str
    said: str


@dataclass(frozen=True)
class Feedback:
    """One line of the file. ``question`` and ``answer`` are empty where the user did not agree to them."""

    at: datetime
    verdict: Verdict
    complaints: tuple[str, ...]
    comment: str
    status: str
    kind: str
    references: tuple[str, ...]
    versions: dict[str, str]
    question: str = ""
    answer: str = ""


_LINE = TypeAdapter(Feedback)


@dataclass(frozen=True)
class FeedbackFile:
    """What the file holds, oldest first; ``damaged`` are the numbers of the lines that are no feedback, from 1."""

    judgements: tuple[Feedback, ...] = ()
    damaged: tuple[int, ...] = ()


def subject_of(question: str, answer: Answer) -> Subject:
    """What feedback on an answer can speak of. ``question`` is what may be shown: without personal data."""
    references = dict.fromkeys(str(each.reference) for said in answer.statements for each in said.citations)
    return Subject(
        answer.status.value,
        answer.query.kind.value,
        tuple(references),
        tuple(sorted(answer.versions.items())),
        question,
        "\n".join(statement.text for statement in answer.statements),
    )


def write_feedback(
    path: Path,
    subject: Subject,
    verdict: Verdict,
    *,
    complaints: Sequence[Complaint] = (),
    comment: str = "",
    with_question: bool = False,
) -> Feedback:
    """Add one line to the file, which only its owner may read; return what was written.

    Raises InputError where the file cannot be written; it names the file.
    """
    feedback = Feedback(
        datetime.now(UTC).replace(microsecond=0),
        verdict,
        tuple(complaint.value for complaint in complaints),
        redact(whole_characters(comment.strip()[:_LONGEST_COMMENT])).text,
        subject.status,
        subject.kind,
        subject.references,
        dict(subject.versions),
        redact(subject.question).text if with_question else "",
        redact(subject.said).text if with_question else "",
    )
    # Every character that ends a line is an escape in it.
    line = readable_json(asdict(feedback) | {"at": feedback.at.isoformat()}) + "\n"
    try:
        # Two answers may be judged at once, in one program or in two.
        with FileLock(f"{path}.lock"):
            descriptor = os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
            with os.fdopen(descriptor, "a", encoding="utf-8") as file:
                file.write(line)
    except OSError as error:
        raise InputError(f"{path}: this could not be written ({error.strerror}); nothing was kept.") from error
    return feedback


def read_feedback(path: Path) -> FeedbackFile:
    """All that the file holds; nothing where there is no file. A damaged line is named and hides no other.

    Raises InputError where the file cannot be read.
    """
    try:
        lines = path.read_bytes().split(b"\n")
    except FileNotFoundError:
        return FeedbackFile()
    except OSError as error:
        raise InputError(f"{path} cannot be read ({error.strerror}).") from error
    judgements: list[Feedback] = []
    damaged: list[int] = []
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            judgement = _LINE.validate_json(line)
        except ValidationError:
            damaged.append(number)
        else:
            judgements.append(judgement)
    return FeedbackFile(tuple(judgements), tuple(damaged))
