"""Where a model's words are a sentence of the evidence.

A sentence is copied whole or not at all: where a part is left out, what is left may say the contrary ("was at fault,
according to the parents"), and no list of words that matter is ever complete.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from assistant.text import unify_characters
from assistant.writing.material import Words

# A slot, a word (with what may stand inside one), or any other sign.
_TOKEN = re.compile(r"(\[[a-z]+-[A-Z0-9]{4}\])|(£?[^\W_]+(?:['.,/\-:][^\W_]+)*%?)|([^\s])")
# Signs that part words and that a copy may have or not have: what is shown is the evidence's own sentence.
_LIGHT_MARKS = frozenset(",;:()\"-'.")


@dataclass(frozen=True)
class Token:
    """A piece of a text: ``kind`` is "slot", "word" or "mark"; ``value`` its plain form, without capitals for words."""

    kind: str
    value: str
    start: int
    end: int


@dataclass(frozen=True)
class Copy:
    """Copied words: the tokens of the model's text up to ``until`` are the whole sentence ``source``."""

    source: Words
    until: int


@lru_cache(maxsize=1000)  # a sentence of the evidence is looked at from every word of a text
def tokenize(text: str) -> tuple[Token, ...]:
    """The pieces of a text in order, with their offsets in it."""
    tokens = []
    for match in _TOKEN.finditer(unify_characters(text)):
        slot, word, mark = match.groups()
        if slot:
            tokens.append(Token("slot", slot[1:-1], match.start(), match.end()))
        elif word:
            tokens.append(Token("word", word.casefold(), match.start(), match.end()))
        else:
            tokens.append(Token("mark", mark, match.start(), match.end()))
    return tuple(tokens)


def find_copies(tokens: Sequence[Token], start: int, sources: Iterable[Words]) -> list[Copy]:
    """Every sentence of the sources that the text from ``start`` on repeats, longest first."""
    found = [Copy(source, until) for source in sources if (until := _end_of_copy(tokens, start, tokenize(source.text)))]
    return sorted(found, key=lambda copy: (-copy.until, copy.source.key))


def _end_of_copy(tokens: Sequence[Token], start: int, theirs: Sequence[Token]) -> int | None:
    """The place behind the copy in the model's text; None where it is none."""
    index = start
    for number, word in enumerate(word for word in theirs if word.kind != "mark"):
        index = _skip_marks(tokens, index) if number else index
        if index >= len(tokens) or (tokens[index].kind, tokens[index].value) != (word.kind, word.value):
            return None
        index += 1
    return index if index > start else None


def _skip_marks(tokens: Sequence[Token], index: int) -> int:
    while index < len(tokens) and tokens[index].kind == "mark" and tokens[index].value in _LIGHT_MARKS:
        index += 1
    return index
