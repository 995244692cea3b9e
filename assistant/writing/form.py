"""What a model's text may not hold, whatever it says: markup, addresses, references, figures and hidden characters.

Everything here would be refused as "no words of the evidence" too; it is looked for first, so that the refusal says
what is wrong, and so that no later rule can let it through.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from assistant.text import find_references

# Longer is no statement. Three or four sentences are read, the rest is skipped by the reader too.
LONGEST_TEXT = 1200

_MARKUP = re.compile(r"[<>]|!\[|\]\(|`|\*\*|^\s*#|&#?\w+;|\{\{|\$\{", re.MULTILINE)
_ADDRESS = re.compile(
    r"\b(?:https?|ftp|file|data|javascript|mailto)\s*:|\bwww\.|@\w|\b\w+\.(?:com|org|net|gov|uk|io)\b", re.I
)
# Separators and controls, private and unassigned characters; a plain space is the only one that is needed.
_HIDDEN = ("Cc", "Cf", "Co", "Cn", "Cs", "Zl", "Zp")
_PLAIN_SPACES = frozenset(" \n\u00a0")


def refused_forms(text: str) -> Iterator[tuple[str, str]]:
    """Each thing in a text that no statement may hold: the kind of check, and what was found."""
    if len(text) > LONGEST_TEXT:
        yield "length", f"{len(text):,} characters"
        text = text[:LONGEST_TEXT]
    for character in dict.fromkeys(text):
        if character not in _PLAIN_SPACES and _is_hidden(character):
            yield "characters", f"U+{ord(character):04X} {unicodedata.name(character, 'without a name')}"
    for match in _MARKUP.finditer(text):
        yield "markup", match[0].strip()
    for match in _ADDRESS.finditer(text):
        yield "address", match[0]
    for found in find_references(text):
        yield "references", str(found.reference)


def is_plain(text: str) -> bool:
    """True for a text without anything that ``refused_forms`` names; only such sentences are offered for copying."""
    return next(refused_forms(text), None) is None


def _is_hidden(character: str) -> bool:
    """A character that is not seen, or a digit or letter that only looks like one of ours."""
    category = unicodedata.category(character)
    if category in _HIDDEN or (category == "Zs" and character not in _PLAIN_SPACES):
        return True
    if category in ("Nd", "Nl", "No"):
        return not character.isascii() and character not in "½¼¾"
    return category in ("Lu", "Ll", "Lt", "Lo", "Lm") and not unicodedata.name(character, "").startswith("LATIN")
