"""A text → the same text without what could identify a person, and what was taken out.

``redact`` is asked before a question is searched, stored, logged, written to a file or sent to a model: whatever leaves
the question stage is its ``text``. It is a pure function, and redacting twice changes nothing more. It cannot find
everything; ``docs/safety.md`` says what it looks for and what it was measured on.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

from assistant.personal.addresses import find_addresses
from assistant.personal.names import find_names
from assistant.personal.numbers import find_identifiers, find_numbers
from assistant.personal.spans import Span, blank
from assistant.planted import without_unseen
from assistant.text import unify_characters

__all__ = ["Redaction", "redact"]

_NAME = "name"


@dataclass(frozen=True)
class Redaction:
    """A text without its personal data.

    ``strong`` are the kinds that point to one person or home by themselves (a telephone number, a postcode): a question
    that holds one is asked for again. ``weak`` are names and the numbers of accounts and letters: they are blanked and
    the rest is answered. Each kind is named once, in the order in which it is looked for.
    """

    text: str
    strong: tuple[str, ...] = ()
    weak: tuple[str, ...] = ()

    @property
    def changed(self) -> bool:
        """True where anything was blanked."""
        return bool(self.strong or self.weak)

    @property
    def has_names(self) -> bool:
        """True where names were blanked."""
        return _NAME in self.weak

    @property
    def remark(self) -> str:
        """What was blanked of the weak kinds, in a sentence; empty for nothing."""
        if not self.weak:
            return ""
        others = [kind for kind in self.weak if kind != _NAME]
        what = "Names" if not others else "Names and numbers" if self.has_names else "Numbers of accounts and letters"
        return f"{what} were blanked out before anything was searched."


def redact(text: str) -> Redaction:
    """Blank personal data in a text; the very same text where there is none.

    Digits and letters that are written full width, or split by characters that nobody sees, are looked at as a reader
    would see them.

    >>> redact("Mrs Bloggs rang 07700 900123 about Ms B").text
    'Mrs [name] rang [phone number] about Ms B'
    """
    seen = text if text.isascii() else unicodedata.normalize("NFKC", without_unseen(text))
    strong: list[str] = []
    weak: list[str] = []
    for found, kinds in ((find_identifiers, strong), (find_addresses, strong), (find_numbers, weak)):
        seen, kinds_here = _blank_all(seen, found(unify_characters(seen)))
        kinds += kinds_here
    # Names last: a street or an address is no surname.
    seen, names = _blank_all(seen, find_names(unify_characters(seen), seen))
    weak += names
    if not (strong or weak):
        return Redaction(text)
    return Redaction(seen, tuple(dict.fromkeys(strong)), tuple(dict.fromkeys(weak)))


def _blank_all(text: str, spans: list[Span]) -> tuple[str, list[str]]:
    return (blank(text, spans), [span.kind for span in spans]) if spans else (text, [])
