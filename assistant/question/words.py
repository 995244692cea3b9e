"""Shared ground of the question stage: a text with plain lower-case letters, clauses, and spans to take out."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from assistant.text import unify_characters

Span = tuple[int, int]

# For a text in which another letter would become two when lowered: offsets must stay those of the question.
_LOWER = str.maketrans("ABCDEFGHIJKLMNOPQRSTUVWXYZ", "abcdefghijklmnopqrstuvwxyz")

# A line that the sender's program broke: a long one without an end, and the sentence goes on in the next.
_BROKEN_LINE = re.compile(
    r"(?:(?<=[^\n]{40})(?<![.?!:;\n])[ \t]*\n(?=[ \t]*[a-z])|(?<=[^\n]{60})(?<![.?!:;\n])[ \t]*\n(?=[ \t]*\w))"
)
_SENTENCE_END = re.compile(r"[.?!;\n]+(?:\s+|$)")
_CLAUSE_END = re.compile(r"[.?!;:,\n]+(?:\s+|$)|\s-+\s|\s(?=(?:where|when|who|whose|while|because|cos)\s)")
_WORD = re.compile(r"[a-z0-9]+(?:'[a-z]+)?")

# "show me" and "I want" are requests, not the story of the person who asks.
_REQUEST = re.compile(
    r"(?:show|give|tell|find|get|send|let) (?:me|us)|(?:can|could) (?:i|we|you)(?: please)? (?:see|have|get)"
    r"|i(?:'m| am|m) (?:looking for|after|interested in|building|writing|drafting|the caseworker)"
    r"|(?:i|we) (?:only |just )?(?:want|need|don't want|dont want|do not want)|(?:for|in) (?:my|our) (?:letter"
    r"|report|draft)"
    r"|(?:like|similar to) (?:mine|ours|my)|(?:helps?|help) me|my letter"
    r"|kids'? (?:stuff|ones|cases|decisions|services)"
)
_STORY = re.compile(
    r"\b(?:my|our|mine|ours|i|i'm|im|i've|ive|i'd|we|we're|we've|weve|me|us|he|she|his|her|he's|she's|hes|shes"
    r"|mum|mam|mom|dad|nan|gran|son|daughter|kid|kids|wife|husband|sister|brother|nephews?|nieces?|client|resident)\b"
)


@dataclass(frozen=True)
class Wording:
    """A question in the form in which it is read; offsets in ``lower`` are offsets in ``text``."""

    text: str

    @cached_property
    def plain(self) -> str:
        """The text with plain quotation marks, hyphens and spaces, as long as before."""
        return unify_characters(self.text)

    @cached_property
    def lower(self) -> str:
        """``plain`` in small letters, as long as before."""
        lowered = self.plain.lower()
        return lowered if len(lowered) == len(self.plain) else self.plain.translate(_LOWER)

    @cached_property
    def words(self) -> frozenset[str]:
        """Every word that occurs, lowered."""
        return frozenset(_WORD.findall(self.lower))

    @cached_property
    def clauses(self) -> tuple[Span, ...]:
        """Where each clause lies: cut at punctuation, dashes, and before "where", "when", "who"."""
        return _cut(self.lower, _CLAUSE_END)

    @cached_property
    def sentences(self) -> tuple[Span, ...]:
        """Where each sentence lies."""
        return _cut(self.lower, _SENTENCE_END)

    def clause_at(self, offset: int) -> Span:
        """The clause that holds this offset."""
        return next((span for span in self.clauses if span[0] <= offset < span[1]), (0, len(self.text)))

    def sentence_at(self, offset: int) -> Span:
        """The sentence that holds this offset."""
        return next((span for span in self.sentences if span[0] <= offset < span[1]), (0, len(self.text)))

    def has_any(self, *words: str) -> bool:
        """True where one of these words occurs: a cheap look before a costly pattern."""
        return not self.words.isdisjoint(words)


def table_words(table: str) -> tuple[str, ...]:
    """The words of a table written as running text."""
    return tuple(table.split())


def _cut(text: str, end: re.Pattern[str]) -> tuple[Span, ...]:
    """Consecutive spans that cover the text, each ending with what ``end`` matches."""
    spans, start = [], 0
    for match in end.finditer(text):
        spans.append((start, match.end()))
        start = match.end()
    spans.append((start, len(text) + 1))
    return tuple(spans)


def tells_a_story(text: str) -> bool:
    """True where the words speak of the asker's own matter (my, we, she, mum), requests such as "show me" apart."""
    return _STORY.search(without_requests(text)) is not None


def without_requests(text: str) -> str:
    """The text without "show me", "I want" and the like."""
    return _REQUEST.sub(" ", text)


def take_out(text: str, spans: Iterable[Span]) -> str:
    """The text with each span replaced by one space; spans may overlap."""
    pieces, position = [], 0
    for start, end in sorted(spans):
        if end <= position:
            continue
        pieces.append(text[position : max(start, position)])
        position = end
    pieces.append(text[position:])
    return " ".join(" ".join(pieces).split())


def join_broken_lines(text: str) -> str:
    r"""The text with lines joined that an e-mail or a PDF broke within a sentence; paragraphs and lists stay.

    >>> join_broken_lines("They promised that the plan would be ready\nby May.\n\nIt was not.")
    'They promised that the plan would be ready by May.\n\nIt was not.'
    """
    return _BROKEN_LINE.sub(" ", text)
