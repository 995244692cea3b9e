"""Material to the two messages of a request: the question, the evidence under its keys, and the rules."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from assistant.domain import FailedCheck
from assistant.text import find_references
from assistant.writing.linking import describe_links
from assistant.writing.material import Material, SlotKind, Subject
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
                "required": ["role", "text", "keys", "quotes"],
                "properties": {
                    "role": {"type": "string", "enum": ["headline", "closest", "figures", "contrast"]},
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

# What a refusal tells the model that wrote it. The checks of citations have names of their own.
_WHY = {
    "keys": "a key that is not in the evidence, or not in “keys”",
    "words": "words that are neither copied from a sentence of this case nor a linking phrase",
    "one case": "it must name one case and stay with it",
    "role": "another role than the evidence gives",
    "left out": "a key marked “must” is missing",
    "quotes": "words that are not in the sentence of that key",
    "references": "you may write no case number and no name of a council",
    "figures": "a sum that is not this case's",
    "dates": "a date that is not this case's",
    "counts": "a number that is not in the evidence",
    "markup": "markup",
    "address": "a web address",
    "characters": "hidden or foreign characters",
    "length": "it is too long",
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
    return "; ".join(f"{_WHY.get(each.check, each.check)} ({each.found})" for each in failures[:6])


def _describe(subject: Subject) -> Iterator[str]:
    whose = "the Ombudsman’s own words" if subject.words and subject.words[0].is_ombudsmans else "our digest"
    yield f"A case. Role: {subject.role.value}."
    for slot in subject.slots:
        must = " (must)" if slot.key in subject.must else ""
        # The name of a case holds its reference, which the model is not to know.
        said = "the name of this case" if slot.kind is SlotKind.CASE else _masked(slot.text)
        yield f"[{slot.key}]{must}: {said}"
    yield f"Sentences to copy ({whose}):"
    yield from (f"{words.key}: {words.citation.quote}" for words in subject.words)


def _masked(text: str) -> str:
    for found in reversed(find_references(text)):
        text = f"{text[: found.start]}[reference]{text[found.end :]}"
    return text
