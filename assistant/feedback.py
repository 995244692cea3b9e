"""What a user says of an answer → a line in a file on this machine that the operator can read.

The question and the answer are in it only where the user agrees to that; personal data is blanked in every text.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path

from filelock import FileLock

from assistant.domain import Answer
from assistant.errors import InputError
from assistant.personal import redact

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

    at: str
    verdict: str
    complaints: tuple[str, ...]
    comment: str
    status: str
    kind: str
    references: tuple[str, ...]
    versions: dict[str, str]
    question: str = ""
    answer: str = ""


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
        datetime.now(UTC).isoformat(timespec="seconds"),
        verdict.value,
        tuple(complaint.value for complaint in complaints),
        redact(comment.strip()[:_LONGEST_COMMENT]).text,
        subject.status,
        subject.kind,
        subject.references,
        dict(subject.versions),
        redact(subject.question).text if with_question else "",
        redact(subject.said).text if with_question else "",
    )
    line = json.dumps(asdict(feedback), ensure_ascii=False) + "\n"
    try:
        # Two answers may be judged at once, in one program or in two.
        with FileLock(f"{path}.lock"):
            descriptor = os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
            with os.fdopen(descriptor, "a", encoding="utf-8") as file:
                file.write(line)
    except OSError as error:
        raise InputError(f"{path}: this could not be written ({error.strerror}); nothing was kept.") from error
    return feedback


def read_feedback(path: Path) -> Iterator[Feedback]:
    """Every line of the file, oldest first; none where there is no file.

    Raises InputError for a line that is not feedback, with its number.
    """
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except FileNotFoundError:
        return
    except OSError as error:
        raise InputError(f"{path} cannot be read ({error.strerror}).") from error
    for number, line in enumerate(lines, start=1):
        try:
            given = json.loads(line)
            tuples = {name: tuple(given[name]) for name in ("complaints", "references")}
            yield Feedback(**(given | tuples))
        except (ValueError, TypeError, KeyError) as error:
            raise InputError(f"{path}, line {number}: this is no feedback; take the line out.") from error
