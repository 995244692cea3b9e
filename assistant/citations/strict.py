"""A model's words about one decision to what no cited sentence bears out; nothing where every clause is borne out.

Claims that were proven (sums, dates, outcomes and so on) say what they say. Every other word that means something must
stand, clause by clause, in one cited sentence or in the name of an issue, with the same denials, conditions and limits
and with the same party before it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from assistant.citations.about import About
from assistant.citations.reading import read_claims, sentence_spans
from assistant.citations.wording import (
    BARRED,
    JOINING,
    LETTERS,
    LINKING,
    MONEY_WITHOUT_SIGN,
    OF_A_REMEDY,
    PARTIES,
    STATUTE,
    TURNING,
    VAGUE_PARTIES,
)
from assistant.claims import Claim, ClaimKind
from assistant.domain import RemedyStatus
from assistant.text import normalise, unify_characters

_WORD = re.compile(r"[^\W_]+(?:['.,/-][^\W_]+)*")
_CLAUSE_END = re.compile(
    r"[.!?](?=[\s\"')\]]|$)|[;:()\u2014]|,(?=\s)"
    r"|\b(?:and|but|although|though|while|whereas|because|so that|which|who)\b",
    re.IGNORECASE,
)
# The words of these claims carry their own denial ("no fault", "not upheld"), which was compared as a value.
_WITH_DENIAL = frozenset({ClaimKind.OUTCOME, ClaimKind.FINDING, ClaimKind.INJUSTICE, ClaimKind.STATUS})
_COMPARED = _WITH_DENIAL | {ClaimKind.REMEDY_KIND}
# Who can do so, where no cited sentence says who did.
_DOERS: dict[object, frozenset[str]] = {
    RemedyStatus.AGREED: frozenset({"body", "school", "landlord"}),
    RemedyStatus.OFFERED: frozenset({"body", "school", "landlord"}),
    RemedyStatus.RECOMMENDED: frozenset({"ombudsman"}),
    RemedyStatus.CLAIMED: frozenset({"complainant", "child", "relative"}),
}
_LEADS_UP = re.compile(r"[:,](?=\s)")
_MISSING = "No cited sentence has "
_GENDERS = {"he": "he", "him": "he", "his": "he", "she": "she", "her": "she"}
_ENDINGS = ("ments", "ment", "ings", "ing", "ies", "ied", "ed", "es", "al", "ly", "s", "e", "y")
_STEM = 7


@dataclass(frozen=True)
class _Word:
    text: str
    stem: str
    start: int
    end: int
    is_possessive: bool = False


@dataclass(frozen=True)
class _Clause:
    """A clause of the statement: all its words, those that no proven claim covers, and its claims of ``_COMPARED``."""

    words: tuple[_Word, ...]
    uncovered: tuple[_Word, ...]
    claims: tuple[Claim, ...]


@dataclass(frozen=True)
class _Source:
    """A cited sentence or the name of an issue, with its clauses and its claims of ``_COMPARED``."""

    words: tuple[_Word, ...]
    clauses: tuple[tuple[int, int], ...]
    claims: tuple[Claim, ...]

    def settled_by(self, clause: _Clause) -> set[int]:
        """The places of words that are part of a claim that the clause makes too: its denial was compared with it."""
        made = {(one.kind, one.value) for one in clause.claims}
        same = [one for one in self.claims if one.kind in _WITH_DENIAL and (one.kind, one.value) in made]
        return {word.start for word in self.words if any(one.start <= word.start < one.end for one in same)}


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
    text: str, proven: Iterable[tuple[int, int]], about: About, *, sums_are_rows: bool = False
) -> Iterator[tuple[str, str]]:
    """Each clause that no cited sentence bears out, and why. ``proven`` are the places of claims that hold.

    A clause of nothing but proven claims needs no sentence; a sentence copied whole, or from its beginning to the end
    of a clause where nothing behind turns it, needs no clauses.
    """
    plain = unify_characters(text)
    covered = bytearray(len(plain))
    for start, end in proven:
        covered[start:end] = b"\x01" * (end - start)
    sources = [_read_source(source) for source in (*about.sentences, *about.issues)]
    free = JOINING | OF_A_REMEDY if sums_are_rows else JOINING
    claims = [claim for claim in read_claims(text) if claim.kind in _COMPARED]
    for start, end in _own_clauses(plain, sources):
        words = tuple(_words(plain, start, end))
        uncovered = tuple(word for word in words if not any(covered[word.start : word.end]))
        clause = _Clause(words, uncovered, tuple(one for one in claims if start <= one.start < end))
        reasons = [_why_not(clause, source, free) for source in sources] or [_why_not(clause, _NOTHING, free)]
        if "" not in reasons:
            # The nearest miss tells the writer most.
            yield plain[start:end].strip(" ,;:."), min(reasons, key=_distance)
        elif reason := _why_not_together(clause, sources, about):
            yield plain[start:end].strip(" ,;:."), reason


def _own_clauses(plain: str, sources: Sequence[_Source]) -> Iterator[tuple[int, int]]:
    """The clauses of the sentences, without what is copied; what stands before a colon or comma may lead up to it."""
    for start, end in sentence_spans(plain):
        starts = [start, *(match.end() for match in _LEADS_UP.finditer(plain, start, end))]
        copied = (place for place in starts if _is_any_copy(plain, place, end, sources))
        yield from _clauses(plain, start, next(copied, end))


def _is_any_copy(plain: str, start: int, end: int, sources: Sequence[_Source]) -> bool:
    mine = [word.text for word in _words(plain, start, end)]
    return any(_is_copy(mine, source) for source in sources)


def _is_copy(mine: Sequence[str], source: _Source) -> bool:
    if not mine or [word.text for word in source.words[: len(mine)]] != mine:
        return False
    rest = source.words[len(mine) :]
    if not rest:
        return True
    last = source.words[len(mine) - 1]
    ends_clause = any(start <= last.start < end <= rest[0].start for start, end in source.clauses)
    return ends_clause and not any(word.text in TURNING for word in rest)


def _clauses(plain: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    position = start
    for match in _CLAUSE_END.finditer(plain, start, end):
        if plain[position : match.start()].strip():
            yield position, match.start()
        position = match.end()
    if plain[position:end].strip():
        yield position, end


@lru_cache(maxsize=4000)
def _read_source(text: str) -> _Source:
    plain = unify_characters(text)
    words = tuple(_words(plain, 0, len(plain)))
    claims = tuple(claim for claim in read_claims(text) if claim.kind in _COMPARED)
    return _Source(words, tuple(_clauses(plain, 0, len(plain))), claims)


_NOTHING = _Source((), (), ())


def _why_not(clause: _Clause, source: _Source, free: frozenset[str]) -> str:
    """Why a clause is not borne out by this source; "" where it is."""
    content = [word for word in clause.uncovered if word.text not in free and word.text not in TURNING]
    held = {word.stem for word in source.words}
    missing = [word.text for word in content if word.stem not in held]
    if missing:
        return f"{_MISSING}“{'”, “'.join(missing)}” in this connection."
    mine = Counter(TURNING[word.text] for word in clause.uncovered if word.text in TURNING)
    wanted = {word.stem for word in content}
    places = [word.start for word in source.words if word.stem in wanted]
    if not places:
        settled = source.settled_by(clause)
        open_words = [word for word in source.words if word.start not in settled]
        if extra := mine - Counter(TURNING[word.text] for word in open_words if word.text in TURNING):
            return f"Nothing cited bears out {_listed(extra)} in this clause."
        is_link = all(word.text in LINKING for word in clause.words)
        if clause.uncovered == clause.words and not is_link and not _stands_in(clause, source):
            return "This clause does not stand in a cited sentence."
        return _why_not_by(clause, source)
    # From the clause of the first word that was taken over to that of the last.
    first = max((start for start, end in source.clauses if start <= places[0] < end), default=0)
    last = min((end for start, end in source.clauses if start <= places[-1] < end), default=places[-1] + 1)
    settled = source.settled_by(clause)
    window = [word for word in source.words if first <= word.start < last and word.start not in settled]
    said = Counter(TURNING[word.text] for word in window if word.text in TURNING)
    if mine != said:
        return f"The cited sentence has {_listed(said) or 'no turn'} here, this clause has {_listed(mine) or 'none'}."
    found = {(one.kind, one.value) for one in source.claims}
    for claim in clause.claims:
        if claim.kind in _WITH_DENIAL and (claim.kind, claim.value) not in found:
            return f"The cited sentence does not say “{claim.words}” of this."
    return _why_not_by(clause, source)


def _distance(reason: str) -> tuple[int, int]:
    """How far a clause is from a source: by the words that it lacks, and a turned clause is nearest."""
    return (reason.count("“") if reason.startswith(_MISSING) else 0, len(reason))


def _stands_in(clause: _Clause, source: _Source) -> bool:
    """True where the words of a clause that says nothing checkable ("it did so") are a piece of a clause of the source.

    A denial beside them there would be left out.
    """
    mine = [word.text for word in clause.words]
    for start, end in source.clauses:
        theirs = [word.text for word in source.words if start <= word.start < end]
        if any(theirs[place : place + len(mine)] == mine for place in range(len(theirs))):
            return not any(word in TURNING and word not in mine for word in theirs)
    return False


def _why_not_by(clause: _Clause, source: _Source) -> str:
    """Whether somebody else did it, or it was done to somebody else: the party before each word must be the same."""
    deeds = [one for one in clause.claims if one.kind in (ClaimKind.STATUS, ClaimKind.REMEDY_KIND)]
    for word in clause.words:
        is_deed = any(one.start <= word.start < one.end for one in deeds)
        if word.is_possessive and (reason := _why_not_of(word, clause, source)):
            return reason
        is_content = word in clause.uncovered and word.text not in JOINING
        if word.text in PARTIES or not (is_deed or is_content):
            continue
        party = _party_before(clause.words, word.start)
        others = [_party_before(source.words, one.start) for one in source.words if one.stem == word.stem]
        if party is None or not others or any(other is None or _same_party(party, other) for other in others):
            continue
        return f"The cited sentence does not say “{word.text}” of “{party.text}”."
    return ""


def _why_not_of(owner: _Word, clause: _Clause, source: _Source) -> str:
    """Whether what is said to be somebody's is somebody else's: "the mother's plan" for "the child's plan"."""
    owned = next((word for word in clause.words if word.start > owner.start), None)
    if owned is None or owner.text not in PARTIES:
        return ""
    before = [one for one, following in pairwise(source.words) if following.stem == owned.stem]
    owners = [one for one in before if one.is_possessive and one.text in PARTIES]
    if not owners or len(owners) < len(before) or any(_same_party(owner, one) for one in owners):
        return ""
    return f"The cited sentence does not say “{owned.text}” of “{owner.text}”."


def _why_not_together(clause: _Clause, sources: Sequence[_Source], about: About) -> str:
    """Whether what was agreed, offered or refused is what is said, and by whom."""
    statuses = [one for one in clause.claims if one.kind is ClaimKind.STATUS]
    kinds = {one.value for one in clause.claims if one.kind is ClaimKind.REMEDY_KIND}
    for status in statuses:
        party = _party_before(clause.words, status.start)
        doer = _DOERS.get(status.value)
        said_so = [one for source in sources for one in source.claims if one.value == status.value]
        if doer and party and party.text not in VAGUE_PARTIES and PARTIES[party.text] not in doer and not said_so:
            return f"“{status.words}” is not said of “{party.text}” in what is cited."
        for kind in kinds:
            rows = any(row.kind is kind and row.status is status.value for row in about.remedies())
            if rows or any(_has_both(source, status.value, kind) for source in sources):
                continue
            return f"Nothing cited says “{status.words}” of {kind}."
    return ""


def _has_both(source: _Source, status: object, kind: object) -> bool:
    """True where the status stands nearest before this kind in a source, or in the same clause."""
    for one in source.claims:
        if one.kind is not ClaimKind.REMEDY_KIND or one.value != kind:
            continue
        before = [each for each in source.claims if each.kind is ClaimKind.STATUS and each.start <= one.start]
        if before and before[-1].value == status:
            return True
        for start, end in source.clauses:
            inside = [each.value for each in source.claims if start <= each.start < end]
            if start <= one.start < end and status in inside:
                return True
    return False


def _party_before(words: Sequence[_Word], place: int) -> _Word | None:
    before = (word for word in reversed(words) if word.start < place)
    return next((word for word in before if word.text in PARTIES and not word.is_possessive), None)


def _same_party(mine: _Word, other: _Word) -> bool:
    if mine.text in VAGUE_PARTIES or other.text in VAGUE_PARTIES:
        return not {_GENDERS.get(mine.text), _GENDERS.get(other.text)} >= {"he", "she"}
    return PARTIES[mine.text] == PARTIES[other.text]


def _words(plain: str, start: int, end: int) -> Iterator[_Word]:
    for match in _WORD.finditer(plain, start, end):
        # The month is no "may".
        text = "may." if match[0] == "May" else match[0].lower()
        if text.endswith("n't") or text == "cannot":
            yield _Word("nt", "nt", match.start(), match.end())
            continue
        own = text.removesuffix("'s").rstrip("'")
        is_possessive = own != text or plain[match.end() : match.end() + 2] == "' "
        yield _Word(own, _stem(own), match.start(), match.end(), is_possessive)


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
    return " and ".join(sorted(sorts))
