"""Where a model's words are a sentence of the evidence, and whether what it left out matters.

A copied sentence begins where the evidence's begins. It may end early, before a comma, a semicolon, a dash or a
conjunction, unless what is cut off could turn what is said: a "not", an "if", a claim of somebody's, a figure.
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
# Signs that part words and that a copy may have or not have.
_LIGHT_MARKS = frozenset(",;:()\"-'.")
_CUT_BEFORE = frozenset({"and", "but", "while", "which", "who", "so"})
_CUT_AT_MARK = frozenset(",;:-(")
_LEAST_WORDS = 4
# Words that turn a sentence, wherever they stand in the part that is left out.
_TURNS = frozenset(
    [
        "no",
        "not",
        "never",
        "none",
        "neither",
        "nor",
        "nothing",
        "nobody",
        "without",
        "unless",
        "if",
        "whether",
        "except",
        "only",
        "until",
        "but",
        "however",
        "although",
        "though",
        "despite",
        "instead",
        "rather",
        "than",
        "may",
        "might",
        "could",
        "would",
        "should",
        "cannot",
        "can't",
        "didn't",
        "wasn't",
        "isn't",
        "weren't",
        "doesn't",
        "said",
        "says",
        "say",
        "told",
        "claimed",
        "claims",
        "claim",
        "alleged",
        "alleges",
        "alleging",
        "believed",
        "believes",
        "thought",
        "felt",
        "argued",
        "disputed",
        "denied",
        "denies",
        "refused",
        "refuses",
        "declined",
        "disagreed",
        "rejected",
        "withdrawn",
        "overturned",
        "quashed",
        "later",
        "partly",
        "subject",
        "provided",
        "some",
        "most",
        "many",
        "few",
        "part",
        "half",
        "insufficient",
        "too",
        "offered",
        "recommended",
        "proposed",
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
        "dozen",
        "twenty",
        "thirty",
        "fifty",
        "hundred",
        "thousand",
    ]
)


@dataclass(frozen=True)
class Token:
    """A piece of a text: ``kind`` is "slot", "word" or "mark"; ``value`` its plain form, without capitals for words."""

    kind: str
    value: str
    start: int
    end: int


@dataclass(frozen=True)
class Copy:
    """Copied words: tokens up to ``until`` in the model's text are ``source``'s text up to ``end``."""

    source: Words
    until: int
    end: int


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
    """Every way in which the text from ``start`` on is a sentence of the sources, or its beginning; longest first."""
    copies = [copy for source in sources for copy in _copies_of(tokens, start, source)]
    return sorted(copies, key=lambda copy: (-copy.until, copy.source.key))


def _copies_of(tokens: Sequence[Token], start: int, source: Words) -> list[Copy]:
    theirs = tokenize(source.citation.quote)
    found, words = [], 0
    mine, other = start, 0
    while True:
        other = _next_word(theirs, other)
        ahead = _next_word(tokens, mine, only_light=True) if words else mine
        if other >= len(theirs):
            break
        if ahead >= len(tokens) or tokens[ahead].kind != "word" or tokens[ahead].value != theirs[other].value:
            break
        words += 1
        mine, other = ahead + 1, other + 1
        if words >= _LEAST_WORDS or _next_word(theirs, other) >= len(theirs):
            end = _end(theirs, other)
            if end is not None:
                found.append(Copy(source, mine, end))
    return found


def _next_word(tokens: Sequence[Token], index: int, *, only_light: bool = False) -> int:
    while index < len(tokens) and tokens[index].kind == "mark":
        if only_light and tokens[index].value not in _LIGHT_MARKS:
            break
        index += 1
    return index


def _end(theirs: Sequence[Token], index: int) -> int | None:
    """The offset where a copy may end before token ``index``; None where the sentence may not be cut there."""
    last = theirs[index - 1].end
    rest = [token for token in theirs[index:] if token.kind == "word"]
    if not rest:
        return last
    following = theirs[index]
    at_edge = following.value in (_CUT_AT_MARK if following.kind == "mark" else _CUT_BEFORE)
    turns = any(word.value in _TURNS or any(sign.isdigit() for sign in word.value) for word in rest)
    return last if at_edge and not turns else None
