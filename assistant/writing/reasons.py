"""Why statements were refused, in words: to the model that may mend them, and to the person who asked."""

from __future__ import annotations

from collections.abc import Iterable

from assistant.domain import FailedCheck
from assistant.text import join_words

# What the model that wrote is told. The checks of citations have names and reasons of their own.
_TO_THE_WRITER = {
    "keys": "a key that is not in the evidence",
    "words": "words that are neither copied from a sentence of this case nor a linking phrase",
    "one case": "it must name one case and stay with it",
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
    "repeated": "said twice, it looks like two; write “the remedy was” before a sum that a sentence names",
}
# What the asker is told, behind "because of".
_TO_THE_ASKER = {
    "words": "words that are not in the evidence",
    "keys": "something named that is not in the evidence",
    "references": "a decision or a body that does not belong there",
    "figures": "a sum that is not in the record",
    "dates": "a date that is not in the record",
    "counts": "a number that is not in the evidence",
    "quotes": "a quotation that is not in the decision",
    "one case": "cases that were mixed up",
    "left out": "what was paid, or how the case ended, being left out",
    "markup": "markup",
    "address": "a web address",
    "characters": "hidden or foreign characters",
    "length": "too great a length",
    "repeated": "something said twice that was one",
}
_OTHER = "something that could not be proved"


def reason_for(check: str) -> str:
    """What one of our own checks asks for, as a clause; empty for a check that is not ours."""
    return _TO_THE_WRITER.get(check, "")


def tell_writer(failure: FailedCheck) -> str:
    """Why a statement was refused, for whoever writes it again."""
    return failure.reason.rstrip(".") or reason_for(failure.check) or failure.check


def describe_kinds(failures: Iterable[FailedCheck]) -> str:
    """Why statements were left out, each kind of reason once: at most three."""
    return join_words(list(dict.fromkeys(_TO_THE_ASKER.get(each.check, _OTHER) for each in failures))[:3])
