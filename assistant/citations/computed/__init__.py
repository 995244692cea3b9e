"""A statement about all cases to proofs: each closed form of sentence is worked out anew and compared.

The tables together are the closed list of what may be said without naming one case. ``of_casebook`` marks the forms
that speak of the casebook or of Redress itself, and so rest on no decision.
"""

from __future__ import annotations

from collections.abc import Iterator

from assistant.citations.computed.forms import Computed
from assistant.citations.computed.of_all import FORMS_OF_ALL
from assistant.citations.computed.of_casebook import FORMS_OF_CASEBOOK
from assistant.citations.computed.of_close import FORMS_OF_CLOSE
from assistant.citations.computed.of_groups import FORMS_OF_GROUPS
from assistant.citations.computed.of_limits import FORMS_OF_LIMITS
from assistant.citations.computed.of_one import FORMS_OF_ONE
from assistant.citations.ground import Ground

__all__ = ["Computed", "find_computed"]

# A whole sentence about a side, a group or the close cases comes before the pieces of the tables that may stand in it.
_FORMS = (
    *FORMS_OF_LIMITS,
    *FORMS_OF_CLOSE,
    *FORMS_OF_GROUPS,
    *FORMS_OF_ONE,
    *FORMS_OF_ALL,
    *FORMS_OF_CASEBOOK,
)


def find_computed(plain: str, ground: Ground) -> Iterator[Computed]:
    """Every closed form in a statement, in the order of the tables; of two that overlap the first counts.

    ``plain`` is the statement as ``assistant.text.unify_characters`` gives it, and the places are places in it. A text
    without any closed form gives nothing.
    """
    taken = bytearray(len(plain))
    found: set[str] = set()
    for form in _FORMS:
        if form.beside and not found & set(form.beside):
            continue
        for match in form.words.finditer(plain):
            start, end = match.span()
            if not any(taken[start:end]):
                found.add(form.name)
                taken[start:end] = b"\x01" * (end - start)
                yield Computed(form, start, end, match[0].strip(" ,;:."), form.proof(match, ground))
