"""A stage → a named Runnable that tells, as a Step in plain words, that it has ended."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

from assistant.answering.work import Step, Work
from assistant.domain import (
    Answer,
)
from assistant.model_writer import Writing
from assistant.text import format_count

if TYPE_CHECKING:
    from langchain_core.runnables import Runnable


def as_runnable(name: str, stage: Callable[[Work], Work | Answer]) -> Runnable[Any, Any]:
    """A stage as a named Runnable that lets earlier progress through and tells its own when it has ended."""
    from langchain_core.runnables import RunnableGenerator

    def run(items: Iterator[Step | Work]) -> Iterator[Step | Work | Answer]:
        for item in items:
            if isinstance(item, Step):
                yield item
                continue
            done = stage(item)
            if isinstance(done, Work):
                yield _step(name, done)
            yield done

    return RunnableGenerator(run, name=name)


def _step(name: str, work: Work) -> Step:
    if name == "check_citations":
        waits = work.writing is not None and work.writing.material is not None
        return Step(name, "Checked every figure and quotation", work.statements if waits else (), waits)
    if name == "ask_model" and work.writing is not None:
        return Step(name, _label(name, work), work.statements, work.writing.needs_repair)
    return Step(name, _label(name, work))


def _label(name: str, work: Work) -> str:
    if name == "understand":
        return "Understood the question"
    if name == "find_evidence":
        number = len(work.evidence.cases)
        return f"{number} decisions to look at" if number != 1 else "1 decision to look at"
    if name == "ask_model" and work.writing is not None:
        return _describe_reply(work.writing)
    labels = {
        "summarise_remedies": "Added up the remedies",
        "compose": "Wrote the answer",
        "repair_wording": "Put right what could be put right",
        "check_wording": "Checked the model’s words",
    }
    return labels[name]


def _describe_reply(writing: Writing) -> str:
    """What came of asking the model, for the list of steps."""
    if writing.material is None:
        return "The model was not asked"
    if writing.reason:
        return f"No words of the model’s: {writing.reason}"
    proved = format_count(len(writing.held), "statement of the model’s holds", "statements of the model’s hold")
    return f"{proved}; {len(writing.failed)} did not pass" if writing.failed else proved
