"""A model's words about one decision to what no cited sentence bears out; nothing where every clause is borne out.

Claims that were proven (sums, dates, outcomes and so on) say what they say. Every other word that means something must
stand, clause by clause, in one cited sentence or in the name of an issue, with the same denials, conditions and limits
and with the same party before it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from assistant.citations.reading import read_claims
from assistant.citations.record import About
from assistant.citations.wording import (
    BARRED,
    JOINING,
    LETTERS,
    MONEY_WITHOUT_SIGN,
    OF_A_REMEDY,
    PARTIES,
    STATUTE,
    TURNING,
    VAGUE_PARTIES,
)
from assistant.claims import ClaimKind
from assistant.text import normalise, unify_characters

_WORD = re.compile(r"[^\W_]+(?:['.,/-][^\W_]+)*")
_CLAUSE_END = re.compile(
    r"[.!?](?=[\s\"')\]]|$)|[;:()\u2014]|,(?=\s)"
    r"|\b(?:and|but|although|though|while|whereas|because|so that|which|who)\b",
    re.IGNORECASE,
)
# The words of these claims carry their own denial ("no fault", "not upheld"), which was compared as a value.
_WITH_DENIAL = frozenset({ClaimKind.OUTCOME, ClaimKind.FINDING, ClaimKind.INJUSTICE, ClaimKind.STATUS})
_ENDINGS = ("ments", "ment", "ings", "ing", "ies", "ied", "ed", "es", "al", "ly", "s", "e", "y")
_STEM = 7


@dataclass(frozen=True)
class _Word:
    text: str
    stem: str
    start: int
    end: int


def find_barred(text: str, sources: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Each place that no model may write, and why; words copied from a cited sentence may be repeated."""
    for match in LETTERS.finditer(text):
        yield match[0], "This character could show one thing and hold another; write plain letters."
    plain = unify_characters(text)
    held = " ".join(normalise(source).lower() for source in sources)
    for barred in BARRED:
        for match in barred.words.finditer(plain):
            if barred.name in ("address", "markup") or normalise(match[0]).lower() not in held:
                yield match[0], barred.reason
    for match in (*STATUTE.finditer(plain), *MONEY_WITHOUT_SIGN.finditer(plain)):
        if normalise(match[0]).lower() not in held:
            yield match[0], "This does not stand so in a cited sentence."


def find_unsupported(
    text: str, proven: Iterable[tuple[int, int]], about: About, *, sums_are_rows: bool
) -> Iterator[tuple[str, str]]:
    """Each clause that no cited sentence bears out, and why. ``proven`` are the places of claims that hold."""
    plain = unify_characters(text)
    covered = bytearray(len(plain))
    for start, end in proven:
        covered[start:end] = b"\x01" * (end - start)
    sources = (*about.sentences, *about.issues)
    free = JOINING | OF_A_REMEDY if sums_are_rows else JOINING
    for start, end in _clauses(plain):
        words = [word for word in _words(plain, start, end) if not any(covered[word.start : word.end])]
        reasons = [_why_not(words, source, free) for source in sources] or [_why_not(words, "", free)]
        if "" not in reasons:
            # The nearest miss tells the writer most.
            yield plain[start:end].strip(" ,;:."), min(reasons, key=len)


def _clauses(plain: str) -> Iterator[tuple[int, int]]:
    position = 0
    for match in _CLAUSE_END.finditer(plain):
        if plain[position : match.start()].strip():
            yield position, match.start()
        position = match.end()
    if plain[position:].strip():
        yield position, len(plain)


@lru_cache(maxsize=4000)
def _read_source(source: str) -> tuple[tuple[_Word, ...], tuple[tuple[int, int], ...], frozenset[int]]:
    """A source's words, its clauses, and the places of the words whose denial belongs to a claim."""
    plain = unify_characters(source)
    words = tuple(_words(plain, 0, len(plain)))
    claims = [claim for claim in read_claims(source) if claim.kind in _WITH_DENIAL]
    settled = frozenset(word.start for word in words if any(one.start <= word.start < one.end for one in claims))
    return words, tuple(_clauses(plain)), settled


def _why_not(words: Sequence[_Word], source: str, free: frozenset[str]) -> str:
    """Why a clause is not borne out by this source; "" where it is."""
    theirs, clauses, settled = _read_source(source)
    content = [word for word in words if word.text not in free and word.text not in TURNING]
    held = {word.stem for word in theirs}
    missing = [word.text for word in content if word.stem not in held]
    if missing:
        return f"No cited sentence has “{' '.join(missing)}” in this connection."
    mine = {TURNING[word.text] for word in words if word.text in TURNING}
    wanted = {word.stem for word in content}
    places = [word.start for word in theirs if word.stem in wanted]
    if not places:
        every = {TURNING[word.text] for word in theirs if word.text in TURNING}
        extra = mine - every
        return f"Nothing cited bears out the {_listed(extra)} in this clause." if extra else ""
    # From the clause of the first word that was taken over to that of the last.
    first = max((start for start, end in clauses if start <= places[0] < end), default=0)
    last = min((end for start, end in clauses if start <= places[-1] < end), default=len(source))
    window = [word for word in theirs if first <= word.start < last and word.start not in settled]
    said = {TURNING[word.text] for word in window if word.text in TURNING}
    if mine != said:
        return f"The cited sentence has {_listed(said) or 'no turn'} here, this clause has {_listed(mine) or 'none'}."
    return _why_not_by(words, theirs, content)


def _why_not_by(words: Sequence[_Word], theirs: Sequence[_Word], content: Sequence[_Word]) -> str:
    """Whether somebody else did it, or it was done to somebody else: the party before each word must be the same."""
    for word in content:
        party = _party_before(words, word.start)
        if party is None or word.text in PARTIES:
            continue
        others = [_party_before(theirs, one.start) for one in theirs if one.stem == word.stem]
        if any(other is None or _same_party(party, other) for other in others):
            continue
        return f"The cited sentence does not say “{word.text}” of “{party.text}”."
    return ""


def _party_before(words: Sequence[_Word], place: int) -> _Word | None:
    return next((word for word in reversed(words) if word.start < place and word.text in PARTIES), None)


def _same_party(mine: _Word, other: _Word) -> bool:
    if mine.text in VAGUE_PARTIES or other.text in VAGUE_PARTIES:
        return True
    return PARTIES[mine.text] == PARTIES[other.text]


def _words(plain: str, start: int, end: int) -> Iterator[_Word]:
    for match in _WORD.finditer(plain, start, end):
        text = match[0].lower()
        if text.endswith("n't") or text == "cannot":
            yield _Word("nt", "nt", match.start(), match.end())
            continue
        text = text.removesuffix("'s").rstrip("'")
        yield _Word(text, _stem(text), match.start(), match.end())


@lru_cache(maxsize=20000)
def _stem(word: str) -> str:
    """A word without its ending, cut short: "delayed", "delays" and "delay" are one."""
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            word = word.removesuffix(ending)
            break
    if len(word) > 3 and word[-1] == word[-2] and word[-1] not in "aeiouls":
        word = word[:-1]
    return word[:_STEM]


def _listed(sorts: Iterable[str]) -> str:
    return " and ".join(f"a {sort}" for sort in sorted(sorts))
