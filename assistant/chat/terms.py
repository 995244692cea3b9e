"""Finished HTML → the same HTML with a few words of the field marked, each with its meaning from the glossary.

Only the text between elements is looked at, and no character of it is changed: a word gets an element around it. What
is a link, a button, a heading or a quotation of an answer stays as it is. The meanings stand hidden behind the HTML,
so that a screen reader reads them as the word's description; scripts/52-terms.js shows them.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from assistant.chat.markup import Markup, markup, split_markup, tag
from assistant.glossary import ENTRIES, Entry

# More would make a page of underlined words.
MOST_MARKED = 5

# Words of everyday English, or of every decision, whose underlining would tell nobody anything.
_EVERYDAY = frozenset(
    (
        *("agreed action", "allocations", "attorney", "banding", "capacity", "care plan", "case review"),
        *(
            "child protection",
            "closed",
            "comparable decision",
            "compensation",
            "complaint not upheld",
            "complaint upheld",
        ),
        *("data breach", "decision", "discontinued", "distress", "environmental health", "expulsion"),
        *("final decision", "financial loss", "in care", "joint working", "lgo", "lgsco", "local connection"),
        *("more likely than not", "not upheld", "nuisance", "ombudsman", "outrage", "precedent", "premature"),
        *("recommendation", "recommended action", "redress", "remedies", "remedy", "report", "respite"),
        *("right of way", "rights of way", "short break", "special needs", "suitability", "support plan"),
        *("the ombudsman", "time limit", "top up", "uncertainty", "upheld", "uphold", "waiting list"),
        *("housing list"),
    )
)
# As short as this, a word is an abbreviation, and is one only in capitals.
_LONGEST_ABBREVIATION = 5
_NOT_ABBREVIATIONS = frozenset(("fault", "dols"))
# Between these nothing is marked: what can be pressed, what names or counts, and words quoted in an answer.
_CLOSED_TAGS = frozenset(
    (
        *("a", "button", "summary", "label", "textarea", "select", "option", "script", "style", "table", "dl"),
        *("svg", "figure", "form"),
        *("h1", "h2", "h3", "h4", "h5", "h6", "q", "mark", "blockquote"),
    )
)
_CLOSED_CLASSES = ("quoted", "term", "visually-hidden", "printed-number", "mark-number", "understood", "draft", "known")
_VOID = frozenset(("br", "col", "hr", "img", "input", "wbr"))
_WORD = re.compile(r"[^\W_]+(?:[&'’-][^\W_]+)*")
_GAP = re.compile(r",?\s+")
_TAG = re.compile(r"<(?P<end>/?)(?P<name>[a-z][a-z0-9]*)")
_CLASS = re.compile(r' class="([^"]*)"')


@dataclass(frozen=True)
class _Found:
    """A word of the field in a piece of text: where it stands, in characters, and what it means."""

    start: int
    end: int
    entry: Entry


def mark_terms(made: Markup, key: str) -> Markup:
    """The HTML with the first occurrence of at most ``MOST_MARKED`` terms marked, terms of services first.

    ``key`` is a part of the ids that are made, and differs for each piece of HTML on a page. HTML without terms comes
    back as it is.
    """
    pieces = split_markup(made)
    chosen = _choose(pieces)
    if not chosen:
        return made
    marked, meanings = [], []
    for number, piece in enumerate(pieces):
        spans = chosen.get(number, [])
        marked.append(_mark(piece, spans, key) if spans else piece)
        meanings += [_meaning(found.entry, key) for found in spans]
    return markup(*marked, tag("div", *meanings, class_="term-meanings", hidden=True))


def _choose(pieces: Sequence[Markup]) -> dict[int, list[_Found]]:
    """By the number of its piece, the first place of each term, cut to the most telling ones."""
    first: dict[str, tuple[int, _Found]] = {}
    for number in _open_texts(pieces):
        for found in _find(html.unescape(pieces[number])):
            first.setdefault(found.entry.name, (number, found))
    # Terms of services need telling most; within them those that come first.
    telling = sorted(first.values(), key=lambda one: (not one[1].entry.search, one[0], one[1].start))[:MOST_MARKED]
    chosen: dict[int, list[_Found]] = {}
    for number, found in sorted(telling, key=lambda one: (one[0], one[1].start)):
        chosen.setdefault(number, []).append(found)
    return chosen


def _open_texts(pieces: Sequence[Markup]) -> Iterator[int]:
    """The numbers of the pieces that are text and stand in nothing that is closed to marks."""
    around: list[tuple[str, bool]] = []
    for number, piece in enumerate(pieces):
        match = _TAG.match(piece)
        if match is None:
            if not any(is_closed for _, is_closed in around):
                yield number
        elif match["end"]:
            if around and around[-1][0] == match["name"]:
                around.pop()
        elif match["name"] not in _VOID:
            classes = _CLASS.search(piece)
            words = classes[1].split() if classes else []
            is_closed = match["name"] in _CLOSED_TAGS or any(word in _CLOSED_CLASSES for word in words)
            around.append((match["name"], is_closed))


def _find(text: str) -> Iterator[_Found]:
    """Every term of a text, the longest spelling where several begin with one word."""
    words = list(_WORD.finditer(text))
    plain = [_plain(word[0]) for word in words]
    at = 0
    while at < len(words):
        size = _size_at(text, words, plain, at)
        if size:
            start, end = words[at].start(), words[at + size - 1].end()
            yield _Found(start, end, _entries()[tuple(plain[at : at + size])])
        at += size or 1


def _size_at(text: str, words: Sequence[re.Match[str]], plain: Sequence[str], at: int) -> int:
    """How many words from here are a term; 0 for none."""
    for size in _sizes().get(plain[at], ()):
        if at + size > len(words) or tuple(plain[at : at + size]) not in _entries():
            continue
        gaps = (text[words[n].end() : words[n + 1].start()] for n in range(at, at + size - 1))
        if all(_GAP.fullmatch(gap) for gap in gaps) and (size > 1 or _is_written(words[at][0], plain[at])):
            return size
    return 0


def _is_written(word: str, plain: str) -> bool:
    """True for a whole word, and for an abbreviation in capitals."""
    return len(plain.rstrip("s")) > _LONGEST_ABBREVIATION or plain in _NOT_ABBREVIATIONS or _is_capital(word)


def _is_capital(spelling: str) -> bool:
    """EHCP, EHCPs and DoLS are abbreviations; "ap" within a name in small letters is none."""
    capitals = sum(letter.isupper() for letter in spelling)
    return capitals > 1 and capitals >= sum(letter.islower() for letter in spelling)


def _plain(word: str) -> str:
    return word.lower().replace("’", "'")


@cache
def _entries() -> dict[tuple[str, ...], Entry]:
    """By the words of a spelling, the one entry it names; what names several, or nothing worth telling, is left out."""
    found: dict[tuple[str, ...], set[Entry]] = {}
    for entry in ENTRIES:
        for name in (entry.name.split(" (")[0], *entry.spellings):
            spelling = _plain(name)
            if spelling.removesuffix("s") in _EVERYDAY or spelling in _EVERYDAY:
                continue
            for form in (spelling, spelling if spelling.endswith("s") else f"{spelling}s"):
                found.setdefault(tuple(_WORD.findall(form)), set()).add(entry)
    return {words: next(iter(entries)) for words, entries in found.items() if len(entries) == 1}


@cache
def _sizes() -> dict[str, tuple[int, ...]]:
    """By its first word, how many words a term may have, the most first."""
    sizes: dict[str, set[int]] = {}
    for words in _entries():
        sizes.setdefault(words[0], set()).add(len(words))
    return {word: tuple(sorted(found, reverse=True)) for word, found in sizes.items()}


def _mark(piece: Markup, spans: Sequence[_Found], key: str) -> Markup:
    text = html.unescape(piece)
    parts: list[str] = []
    position = 0
    for found in spans:
        parts.append(text[position : found.start])
        words = text[found.start : found.end]
        described = _identifier(found.entry, key)
        parts.append(tag("span", words, class_="term", role="button", tabindex="0", aria_describedby=described))
        position = found.end
    return markup(*parts, text[position:])


def _meaning(entry: Entry, key: str) -> Markup:
    name = tag("strong", entry.name)
    source = tag("span", f"From {entry.source}.", class_="aside")
    return tag("p", name, f": {entry.meaning} ", source, id=_identifier(entry, key))


def _identifier(entry: Entry, key: str) -> str:
    slug = re.sub(r"[^a-z0-9]+", "-", entry.name.lower()).strip("-")
    return f"term-{key}-{slug}"
