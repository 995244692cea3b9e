"""A text → the signs that somebody planted it: orders to a machine, fake notes, hidden and disguised characters.

Decisions, digests, articles and questions are data. Whatever reads one asks here first; what is found is shown to the
person who looks and is never followed. A planted sentence that reads like an ordinary one has no sign: docs/safety.md.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from urllib.parse import unquote

from assistant.domain import FlagKind
from assistant.planted.characters import find_disguises, spell_out, unmask, without_unseen
from assistant.planted.encoded import decode_runs, find_encoded
from assistant.planted.notes import find_fake_note
from assistant.planted.orders import find_order

__all__ = ["Sign", "find_order_to_a_machine", "find_signs", "spell_out", "unmask", "without_unseen"]


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
    signs = []
    order = find_order_to_a_machine(text)
    if order:
        signs.append(Sign(FlagKind.INSTRUCTION, order))
    note = find_fake_note(unmask(text))
    if note:
        signs.append(Sign(FlagKind.FAKE_NOTE, note))
    signs += [Sign(kind, found) for kind, found in find_disguises(text)]
    encoded = find_encoded(text)
    if encoded:
        signs.append(Sign(FlagKind.ENCODED, encoded))
    return tuple(signs)


def find_order_to_a_machine(text: str) -> str:
    """The words in which a text gives orders to whatever program reads it; empty for none.

    Looked for in the plain letters behind disguises, and in what encoded runs decode to.
    """
    for reading in _readings(text):
        found = find_order(unmask(reading))
        if found:
            return found
    return ""


def _readings(text: str) -> Iterator[str]:
    """The text as it stands, with its codes written out, backwards where it is printed so, and its encoded runs."""
    yield text
    written_out = unescape(unquote(text)) if "%" in text or "&" in text else text
    if written_out != text:
        yield written_out
    if "\u202e" in text:
        yield text[::-1]
    yield from decode_runs(text)
