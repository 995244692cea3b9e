"""What an answer says of its own making: worded by a model, which sentences were left out, or why it is not."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from assistant.domain import FailedCheck, Statement, StatementRole
from assistant.text import format_count, join_words
from assistant.writing.wording import Worded

_KINDS = {
    "words": "they said what is not in the evidence",
    "keys": "they named what is not in the evidence",
    "references": "they named a decision or a body that is not theirs",
    "figures": "a sum in them is not in the record",
    "dates": "a date in them is not in the record",
    "counts": "a number in them is not in the evidence",
    "quotes": "their quotation is not in the decision",
    "one case": "they mixed up cases",
    "role": "they put a case in the wrong place",
    "left out": "they left out what was paid or how the case ended",
    "markup": "they held markup",
    "address": "they held a web address",
    "characters": "they held hidden or foreign characters",
    "length": "they were too long",
}
_OTHER = "they could not be proved"


def note_on_writing(model: str, shown: int, left_out: Sequence[Worded], reason: str) -> Statement:
    """One plain sentence or two on how the words came about; ``reason`` is why there are none of the model's."""
    said = []
    if shown:
        noun = "Parts of this answer were" if shown > 1 else "A part of this answer was"
        said.append(f"{noun} worded by a language model ({model}) and checked against the evidence.")
    if reason and not shown:
        said.append(f"This answer is in Redress’s own words and not the model’s, because {reason}.")
    if left_out:
        number = format_count(len(left_out), "statement of the model’s was", "statements of the model’s were")
        kinds = describe_kinds(failure for worded in left_out for failure in worded.failures)
        said.append(f"{number} left out, because {kinds}.")
    return Statement(StatementRole.CAVEAT, " ".join(said))


def describe_kinds(failures: Iterable[FailedCheck]) -> str:
    """Why statements were left out, each kind of reason once: at most three."""
    return join_words(list(dict.fromkeys(_KINDS.get(each.check, _OTHER) for each in failures))[:3])
