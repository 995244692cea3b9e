"""Questions from their files, asked of an assistant over a casebook made for this → what is measured of its answers."""

from __future__ import annotations

import hashlib
import json
import tempfile
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from assistant.answering import Assistant, open_assistant
from assistant.casebook import Casebook
from assistant.composing.parts import close_told
from assistant.digests import read_digests
from assistant.domain import Answer, AnswerStatus, Decision, PaymentRow, Turn
from assistant.encoders import open_encoder
from assistant.filing import file_decisions
from assistant.settings import Encoding, Settings
from assistant.starter import STARTER_FILES, read_vectors
from ingest.sources import read_sources

_HERE = Path(__file__).parent
QUESTIONS = _HERE / "questions.jsonl"
SECOND = _HERE / "heldout.jsonl"
FURTHER = _HERE / "further.jsonl"
FRESH = _HERE / "fresh.jsonl"
BLIND = _HERE / "blind.jsonl"
# What the order and the relevance are learned from; the others are kept out, to tell what that is worth.
TRAINED_ON = (QUESTIONS, SECOND, FURTHER)
# What a question is asked of; those of the first set are asked of the digests that they were graded on.
CASEBOOKS = {"decisions": STARTER_FILES[:1], "starter": STARTER_FILES}
DECLINED = frozenset(
    {
        AnswerStatus.OUT_OF_SCOPE,
        AnswerStatus.NONE,
        AnswerStatus.UNCLEAR,
        AnswerStatus.BLOCKED,
        AnswerStatus.PERSONAL_DATA,
        AnswerStatus.ABOUT,
    }
)


@dataclass(frozen=True)
class Question:
    """One line of questions.jsonl, as far as it is measured."""

    id: str
    kind: str
    question: str
    history: tuple[Turn, ...]
    grades: Mapping[str, int]
    amounts: frozenset[tuple[str, float]]
    is_answerable: bool
    casebook: str = "decisions"


@dataclass(frozen=True)
class Asked:
    """A question with what came back; ``close`` are the payments of close cases, ``headline`` the sums of its range."""

    question: Question
    ranking: tuple[str, ...]
    payments: frozenset[tuple[str, float]]
    is_declined: bool
    seconds: float
    close: frozenset[tuple[str, float]] = frozenset()
    headline: frozenset[tuple[str, float]] = frozenset()


def read_questions(path: Path) -> tuple[Question, ...]:
    """The questions, in order. Filters and notes are expectations and are not read."""
    return tuple(_read_question(json.loads(line)) for line in path.read_text(encoding="utf-8").splitlines() if line)


def _read_question(line: dict[str, Any]) -> Question:
    return Question(
        id=line["id"],
        kind=line["kind"],
        question=line["question"],
        history=tuple(Turn(turn["role"], turn["content"]) for turn in line["history"]),
        grades=line["relevant"],
        amounts=frozenset((row["reference"], float(row["amount_gbp"])) for row in line["amounts"]),
        is_answerable=line["expect"] == "answer",
        casebook=line.get("casebook", "decisions"),
    )


@contextmanager
def assistant_over(
    name: str,
    *,
    full_texts: Path | None = None,
    encoding: Encoding | None = None,
    only: Collection[str] | None = None,
) -> Iterator[Assistant]:
    """An assistant over a casebook of its own ("decisions" or "starter"), made for this and thrown away.

    ``full_texts`` is a folder of real statements that take the place of their digests. ``encoding`` has every text
    encoded in that way; None takes the shipped vectors. ``only`` are the decisions to hold, where not all.
    """
    with tempfile.TemporaryDirectory() as home:
        settings = Settings(home=Path(home), encoding=encoding or Encoding.AUTO)
        encoder = open_encoder(settings)
        casebook = Casebook.open(settings.casebook_path)
        digests = [one for one in digests_of(name) if only is None or one.reference.value in only]
        file_decisions(casebook, encoder, digests, vectors=read_vectors() if encoding is None else {})
        if full_texts is not None:
            file_decisions(casebook, encoder, read_sources([full_texts]).decisions)
        casebook.close()
        assistant = open_assistant(settings, build_starter=False)
        try:
            yield assistant
        finally:
            assistant.close()


def digests_of(name: str) -> list[Decision]:
    """The digests of a casebook."""
    return [decision for file in CASEBOOKS[name] for decision in read_digests(file)]


def ask_all(assistant: Assistant, questions: Sequence[Question]) -> list[Asked]:
    """Ask the questions in order."""
    return [to_asked(question, assistant.ask(question.question, question.history)) for question in questions]


def to_asked(question: Question, answer: Answer) -> Asked:
    """What is measured of an answer: the order of the cases, the sums that were told, whether it declined."""
    summary = answer.summary
    told = close_told(answer.query, summary) or summary
    return Asked(
        question,
        tuple(case.decision.reference.value for case in answer.evidence.cases),
        _amounts(summary.payments),
        answer.status in DECLINED,
        answer.seconds,
        close=_amounts(summary.close.payments if summary.close else ()),
        headline=_amounts(told.rows_with_sums),
    )


def _amounts(rows: Iterable[PaymentRow]) -> frozenset[tuple[str, float]]:
    return frozenset(
        (row.reference.value, row.remedy.amount_pence / 100) for row in rows if row.remedy.amount_pence is not None
    )


def fingerprint(path: Path) -> str:
    """SHA-256 of the questions: floors are only floors for the questions they were measured on."""
    return hashlib.sha256(path.read_bytes()).hexdigest()
