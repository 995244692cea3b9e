"""Five made-up decisions and an assistant over them that asks a scripted model: the ground of the tests of a model.

The evidence is the same whatever the ranking does, so that a script knows what it lies about.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any
from unittest.mock import patch

from assistant import answering
from assistant.answering import Assistant
from assistant.casebook import Casebook
from assistant.domain import (
    Answer,
    Decision,
    Evidence,
    Outcome,
    Payee,
    Purpose,
    Relevance,
    RemedyStatus,
    Statement,
    Turn,
)
from assistant.llm import open_model
from assistant.model_writer import ModelWriter
from assistant.settings import Settings
from assistant.vectors import ExactIndex
from assistant.writing.linking import AFTER
from tests.builders import (
    EASTBECK,
    LATE_PLAN,
    SOUTHFELL,
    WordCountEncoder,
    case,
    decision,
    evidence,
    file_in,
    full_text,
    remedy,
)
from tests.scripted_model import Asked, Offered, Reply, Script, ScriptedModel, scripted_model

QUESTION = "what remedy is typical for an education plan issued late"
PROVIDERS = ("openai", "ollama")

FIRST = decision(
    1,
    "A council took 41 weeks to issue a boy's education plan. It did not tell his mother of her right of appeal. "
    "A tutor had been promised and was not found. The council agreed to apologise and to pay her £300 for distress.",
)
SECOND = decision(
    2,
    "A girl's education plan came two terms late. Her tuition stopped in that time. "
    "The Ombudsman recommended that the council pay £1,200 for the girl.",
    body=SOUTHFELL,
    decided=date(2023, 3, 4),
    remedies=(
        remedy(
            pounds=1200,
            issue=LATE_PLAN,
            payee=Payee.CHILD,
            purpose=Purpose.LOSS_OF_PROVISION,
            status=RemedyStatus.RECOMMENDED,
        ),
    ),
)
LOST = decision(
    3,
    "A father said that his son's education plan was late. "
    "The council issued it within 20 weeks, and no fault was found.",
    body=EASTBECK,
    outcome=Outcome.NOT_UPHELD,
    decided=date(2022, 10, 1),
    remedies=(),
    findings=(),
)
UNPAID = decision(
    4,
    "An education plan was issued nine weeks late. The council had already apologised. "
    "The mother asked for £5,000, which was refused.",
    body="Westmere Council",
    decided=date(2020, 1, 9),
    remedies=(),
)
WHOLE = full_text(5, body="Dunholme Council", decided=date(2024, 5, 20))
DECISIONS = (FIRST, SECOND, LOST, UNPAID, WHOLE)
EVIDENCE = evidence(
    case(FIRST),
    case(SECOND),
    case(LOST, issue=None),
    case(UNPAID, issue=None, relevance=Relevance.PARTLY),
    case(WHOLE),
    searched=5,
)


@dataclass(frozen=True)
class Asking:
    """An assistant with its scripted model."""

    assistant: Assistant
    server: ScriptedModel

    def ask(self, question: str = QUESTION, history: tuple[Turn, ...] = ()) -> Answer:
        """The answer of the whole way, with the world's evidence."""
        return self.assistant.ask(question, history)


@contextmanager
def world(
    folder: Path, script: Script | Reply, *, provider: str = "openai", timeout: float = 5.0, found: Evidence = EVIDENCE
) -> Iterator[Asking]:
    """The assistant over the world's casebook in ``folder``, made there if need be."""
    with scripted_model(script) as server, patch.object(answering.assistant, "gather_evidence", lambda *_, **__: found):
        settings = Settings(
            home=folder,
            model=f"{provider}:scripted",
            model_url=server.url + ("/v1" if provider == "openai" else ""),
            model_timeout=timeout,
        )
        casebook = Casebook.open(settings.casebook_path)
        if not casebook.facts().decisions:
            file_in(casebook, *(each.decision for each in found.cases))
        model = open_model(settings)
        assert model is not None
        encoder: Any = WordCountEncoder()
        assistant = Assistant(settings, casebook, ExactIndex(casebook), encoder, ModelWriter(model))
        try:
            yield Asking(assistant, server)
        finally:
            assistant.close()


def reply_with(*statements: dict[str, Any]) -> Reply:
    """A reply in the form asked for."""
    return Reply(json.dumps({"statements": statements}, ensure_ascii=False))


def said(text: str, *quotes: tuple[str, str], keys: tuple[str, ...] = ()) -> dict[str, Any]:
    """One statement of a reply; its keys are those in the text unless told otherwise."""
    found = re.findall(r"\[([a-z]+-[A-Z0-9]{4})\]", text)
    return {
        "text": text,
        "keys": list(keys or dict.fromkeys(found)),
        "quotes": [{"key": key, "words": words} for key, words in quotes],
    }


def find(asked: Asked, words: str) -> Offered:
    """The case whose sentences hold some words."""
    return next(each for each in asked.cases if any(words in sentence for sentence in each.words.values()))


def sentence_key(of: Offered, words: str) -> tuple[str, str]:
    """Key and text of the sentence that holds some words."""
    return next((key, text) for key, text in of.words.items() if words in text)


def honest_statement(of: Offered, *words: str) -> dict[str, Any]:
    """A statement as the prompt asks for it: the case, its issue, its first sentence, its money or how it ended."""
    chosen = [sentence_key(of, each) for each in words] or [next(iter(of.words.items()))]
    text = f"[{of.keys['case']}]"
    if "issue" in of.keys:
        text += f", about [{of.keys['issue']}]"
    text += ": " + " ".join(each for _, each in chosen)
    if "money" in of.keys:
        text += f" The remedy was [{of.keys['money']}]."
    if of.keys.get("outcome") in of.must:
        text += f" The outcome was [{of.keys['outcome']}]."
    return said(text, *chosen)


def by_the_model(answer: Answer, template: Answer) -> list[Statement]:
    """The statements that are not our own, without the note on how the words came about, which stands last."""
    ours = {statement.text for statement in template.statements}
    return [each for each in answer.statements[:-1] if each.text not in ours]


def unproved_words(statement: Statement, offered: tuple[Decision, ...], template: Answer) -> str:
    """What of a statement is neither the record's nor a linking phrase: nothing, of a statement that may be shown.

    Another way to the same end as the program's, and a simpler one: what is known is taken out, and the rest looked at.
    """
    cited = {citation.reference for citation in statement.citations}
    assert len(cited) == 1, statement
    (own,) = (each for each in offered if each.reference in cited)
    told = next((each.text for each in template.statements if str(own.reference) in each.text), "")
    parts = re.split(r"(?<=[.])\s+", " ".join(paragraph.text for paragraph in own.paragraphs))
    parts += [f"{own.body} ({own.reference}, {own.decided:%B %Y})", f"“{LATE_PLAN}”"]
    if told:
        parts.append(told.split("): ", 1)[1].removesuffix(".").removesuffix(f", for “{LATE_PLAN}”"))
    parts.append("upheld")
    rest = statement.text
    for part in sorted(parts, key=len, reverse=True):
        raised = part[0].upper() + part[1:]
        lowered = part[0].lower() + part[1:]
        for form in (part, part.rstrip("."), raised, lowered, lowered.rstrip(".")):
            rest = rest.replace(form, " | ")
    words = re.sub(r"[|“”,.;:()–]", " ", rest).lower().split()
    linking = {word for phrase in AFTER for word in phrase}
    return " ".join(word for word in words if word not in linking)


def template_answer(folder: Path) -> Answer:
    """The world's answer without a model."""
    with patch.object(answering.assistant, "gather_evidence", lambda *_, **__: EVIDENCE):
        casebook = Casebook.open(Settings(home=folder).casebook_path)
        if not casebook.facts().decisions:
            file_in(casebook, *DECISIONS)
        encoder: Any = WordCountEncoder()
        assistant = Assistant(Settings(home=folder), casebook, ExactIndex(casebook), encoder)
        try:
            return assistant.ask(QUESTION)
        finally:
            assistant.close()
