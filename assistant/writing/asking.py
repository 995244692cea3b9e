"""Material to the two messages of a request: the question, the evidence under its keys, and the rules."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from assistant.domain import FailedCheck, StatementRole
from assistant.text import find_references
from assistant.writing.linking import describe_links
from assistant.writing.material import Material, SlotKind, Subject
from assistant.writing.reasons import tell_writer
from assistant.writing.wording import Worded
from prompts import load

# Recorded in every answer that a model worded.
PROMPT = "write-answer-1"
_REPAIR = "repair-answer-1"

# The form of a reply, for models and servers that keep to a schema. ``reply`` checks it again, and more strictly.
REPLY_SCHEMA: dict[str, Any] = {
    "title": "worded_answer",
    "description": "The statements of an answer, made of keys and copied sentences.",
    "type": "object",
    "additionalProperties": False,
    "required": ["statements"],
    "properties": {
        "statements": {
            "type": "array",
            "items": {
                "type": "object",
                "additionalProperties": False,
                "required": ["text", "keys", "quotes"],
                "properties": {
                    "text": {"type": "string"},
                    "keys": {"type": "array", "items": {"type": "string"}},
                    "quotes": {
                        "type": "array",
                        "items": {
                            "type": "object",
                            "additionalProperties": False,
                            "required": ["key", "words"],
                            "properties": {"key": {"type": "string"}, "words": {"type": "string"}},
                        },
                    },
                },
            },
        }
    },
}

_ROLES = {
    StatementRole.HEADLINE: "the decision asked for",
    StatementRole.CLOSEST: "close to the question, with a remedy in money",
    StatementRole.FIGURES: "partly comparable, with a remedy in money",
    StatementRole.CONTRAST: "for contrast: lost, or without a payment",
}


@dataclass(frozen=True)
class Request:
    """The messages of a request."""

    system: str
    user: str


def write_request(material: Material) -> Request:
    """What the model is asked for one answer: everything it may know is in these two messages."""
    system, user = load(PROMPT).fill(
        question=material.question,
        understood=material.understood,
        fence=material.fence,
        evidence="\n\n".join("\n".join(_describe(subject)) for subject in material.subjects),
        links=describe_links(),
    )
    return Request(system, user)


def repair_request(failed: Sequence[Worded], reason: str = "") -> Request:
    """What the model is told of the statements that did not pass; or, of a reply that could not be read, why."""
    told = [f"- “{worded.written.text}”: {join_reasons(worded.failures)}" for worded in failed]
    if reason:
        told.append(f"- The whole reply could not be read. {reason}")
    system, user = load(_REPAIR).fill(failures="\n".join(told))
    return Request(system, user)


def join_reasons(failures: Sequence[FailedCheck]) -> str:
    """Why a statement was refused, in one clause a check, with what was found."""
    return "; ".join(f"{tell_writer(each)} ({each.found})" for each in failures[:6])


def _describe(subject: Subject) -> Iterator[str]:
    whose = "the Ombudsman’s own words" if subject.words and subject.words[0].is_ombudsmans else "our digest"
    yield f"A case ({_ROLES[subject.role]})."
    for slot in subject.slots:
        must = " (must)" if slot.key in subject.must else ""
        # The name of a case holds its reference, which the model is not to know.
        said = "the name of this case" if slot.kind is SlotKind.CASE else _masked(slot.text)
        yield f"[{slot.key}]{must}: {said}"
    yield f"Sentences to copy ({whose}):"
    yield from (f"{words.key}: {words.text}" for words in subject.words)


def _masked(text: str) -> str:
    for found in reversed(find_references(text)):
        text = f"{text[: found.start]}[reference]{text[found.end :]}"
    return text
