"""A text → the signs that somebody planted it: orders to a machine, fake notes, hidden and disguised characters.

Decisions, digests, articles and questions are data. Whatever reads one asks here first; what is found is shown to the
person who looks and is never followed. A planted sentence that reads like an ordinary one has no sign: docs/safety.md.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import unescape
from urllib.parse import unquote

from assistant.domain import FlagKind
from assistant.planted.characters import find_disguises, is_ordinary, spell_out, unmask, without_unseen
from assistant.planted.encoded import decode_runs, find_encoded
from assistant.planted.notes import find_fake_note
from assistant.planted.orders import find_order, possible_orders
from assistant.planted.pieces import Wording

__all__ = [
    "Sign",
    "find_order_to_a_machine",
    "find_signs",
    "find_signs_of_each",
    "spell_out",
    "unmask",
    "without_unseen",
]


@dataclass(frozen=True)
class Sign:
    """One thing that gives a planted text away: its kind, and the words or characters it was known by."""

    kind: FlagKind
    found: str


def find_signs(text: str) -> tuple[Sign, ...]:
    """Everything in a text that gives it away, at most one of each kind; none for an ordinary text.

    >>> find_signs("The Council agreed to pay Mr X £300.")
    ()
    """
    return tuple(_signs(text, None))


def find_signs_of_each(texts: Sequence[str]) -> tuple[tuple[Sign, ...], ...]:
    """The signs of each of many texts, as ``find_signs`` finds them, in a third of the time.

    Which orders have their pieces anywhere is asked once of all ordinary texts together.
    """
    among = possible_orders("\n".join(text for text in texts if is_ordinary(text)))
    return tuple(tuple(_signs(text, among if is_ordinary(text) else None)) for text in texts)


def find_order_to_a_machine(text: str) -> str:
    """The words in which a text gives orders to whatever program reads it; empty for none.

    Looked for in the plain letters behind disguises, and in what encoded runs decode to.
    """
    return _order_in(text, unmask(text), None)


def _signs(text: str, among: Sequence[Wording] | None) -> Iterator[Sign]:
    """The signs of a text; ``among`` are the orders that it could hold, None for all."""
    plain = unmask(text)
    order = _order_in(text, plain, among)
    if order:
        yield Sign(FlagKind.INSTRUCTION, order)
    note = find_fake_note(plain)
    if note:
        yield Sign(FlagKind.FAKE_NOTE, note)
    for kind, found in find_disguises(text):
        yield Sign(kind, found)
    encoded = find_encoded(text)
    if encoded:
        yield Sign(FlagKind.ENCODED, encoded)


def _order_in(text: str, plain: str, among: Sequence[Wording] | None) -> str:
    # Letters that stood apart make words that no look at many texts together has seen.
    found = find_order(plain) if among is None or plain != text else find_order(plain, among)
    if found:
        return found
    return next(filter(None, (find_order(unmask(reading)) for reading in _readings(text))), "")


def _readings(text: str) -> Iterator[str]:
    """What a text may say besides what stands there: its codes written out, backwards, its encoded runs."""
    written_out = unescape(unquote(text)) if "%" in text or "&" in text else text
    if written_out != text:
        yield written_out
    if "\u202e" in text:
        yield text[::-1]
    yield from decode_runs(text)
