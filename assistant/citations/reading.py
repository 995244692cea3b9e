"""A text to what it says of sums: each with the payee, status, purpose and kind that are said of it.

The claims themselves are found by ``assistant.claims``; here they are bound to one another, in the statement and in
the cited sentence by the same rules, so that "£300 to the child and £200 to the mother" cannot pass for its reverse.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise

from assistant.citations.wording import DONE, OWN_PHRASES, PAID
from assistant.claims import Claim, ClaimKind, Value, find_claims
from assistant.domain import RemedyKind, RemedyStatus
from assistant.text import split_sentences

# What is said behind a sum and before the next belongs to the sum before it, unless one of these joins it to the next.
_JOINER = re.compile(r"(?:,|;|:|\band\b|\bplus\b|\bthen\b|\bbut\b|\bwhile\b|\balso\b|\bas well as\b)", re.IGNORECASE)
# A purpose is said of a sum by these; "the delay caused distress, and it agreed to pay £300" says none.
_FOR = re.compile(
    r"\b(?:for|recogni\w+|acknowledg\w+|reflect\w*|remedy\w*|because of|recognition of|compensat\w+ for|in view of)\b"
    r"[^.;£]*$",
    re.IGNORECASE,
)
# Behind the last sum these begin another thing: "it agreed to pay £300; it had offered to apologise".
_PARTS = re.compile(r"[;:]|\b(?:but|while|also|then|although)\b", re.IGNORECASE)
_PARTS_VERB = re.compile(r"[;:]|\b(?:but|while|also|then|although|and|plus)\b", re.IGNORECASE)
_OPENS_BRACKET = re.compile(r"\([^()]*$")
_BOUND_KINDS = (ClaimKind.PAYEE, ClaimKind.STATUS, ClaimKind.PURPOSE, ClaimKind.REMEDY_KIND)
_BESIDE = 30  # characters between a sum and the word that calls it a refund


@dataclass(frozen=True)
class SaidSum:
    """One sum of a text with what is said of it there: payee, status, purpose and kind of remedy, as claims."""

    claim: Claim
    said: tuple[Claim, ...] = ()

    def values(self, kind: ClaimKind) -> frozenset[Value]:
        """What is said of the sum in one respect; empty where nothing is."""
        return frozenset(claim.value for claim in self.said if claim.kind is kind)


@lru_cache(maxsize=4000)  # a cited sentence is read once for each statement that rests on it
def read_claims(text: str) -> tuple[Claim, ...]:
    """The claims of a text, with those in the phrases of our templates; in order of place, or none."""
    found = list(find_claims(text))
    quoted = [(one.start, one.end) for one in found if one.kind is ClaimKind.QUOTATION]

    def add(kind: ClaimKind, match: re.Match[str], value: Value) -> None:
        is_quoted = any(start <= match.start() < end for start, end in quoted)
        found.append(Claim(kind, match[0], match.start(), match.end(), value, is_quoted=is_quoted))

    for kind, value, phrase in OWN_PHRASES:
        for match in phrase.finditer(text):
            # What the phrase says is narrower than what the field's tables read in its words.
            found[:] = [one for one in found if one.kind is not kind or not _overlaps(one, match)]
            add(kind, match, value)
    for status, words in ((RemedyStatus.ALREADY_PAID, PAID), (RemedyStatus.ALREADY_DONE, DONE)):
        for match in words.finditer(text):
            if not any(one.kind is ClaimKind.STATUS and _overlaps(one, match) for one in found):
                add(ClaimKind.STATUS, match, status)
    return tuple(sorted(found, key=lambda claim: (claim.start, -claim.end, claim.kind.value)))


def _overlaps(claim: Claim, match: re.Match[str]) -> bool:
    return claim.start < match.end() and match.start() < claim.end


def sentence_spans(text: str) -> tuple[tuple[int, int], ...]:
    """Start and end, in characters, of each sentence of a text, in order; an empty text has none."""
    spans, position = [], 0
    for sentence in split_sentences(text):
        start = text.index(sentence, position)
        position = start + len(sentence)
        spans.append((start, position))
    return tuple(spans)


def read_sums(text: str, claims: Iterable[Claim]) -> tuple[SaidSum, ...]:
    """Each sum among the claims with what its sentence says of it.

    What stands before the first sum of a sentence is said of all its sums that have nothing of their own ("agreed to
    pay £300 and £200"); a status in brackets closes with its sum.
    """
    given = tuple(claims)
    found: list[SaidSum] = []
    for start, end in sentence_spans(text):
        inside = [claim for claim in given if start <= claim.start < end]
        # What is said inside quotation marks is said of a sum inside them, or of none.
        if not all(claim.is_quoted for claim in inside if claim.kind is ClaimKind.AMOUNT):
            inside = [claim for claim in inside if claim.kind is ClaimKind.AMOUNT or not claim.is_quoted]
        sums = [claim for claim in inside if claim.kind is ClaimKind.AMOUNT]
        if sums:
            found += _bind(text, sums, [claim for claim in inside if claim.kind in _BOUND_KINDS])
    return tuple(found)


def _bind(text: str, sums: list[Claim], others: list[Claim]) -> list[SaidSum]:
    bound = [SaidSum(one) for one in sums]
    before: list[Claim] = []
    for claim in others:
        place = _owner(text, sums, claim)
        if place is None:
            continue
        if place < 0:
            before.append(claim)
        else:
            bound[place] = replace(bound[place], said=(*bound[place].said, claim))
    for number, one in enumerate(bound):
        own = {claim.kind for claim in one.said}
        # The nearest verb and person before the first sum govern the others too.
        nearest = {claim.kind: claim for claim in before}
        carried = [claim for kind, claim in nearest.items() if kind not in own]
        bound[number] = replace(one, said=(*one.said, *carried))
    for number, (one, following) in enumerate(pairwise(bound)):
        # "£500 (£100 a month) to the child": the rate in brackets is another figure of the same sum.
        if text[one.claim.end : following.claim.start] == " (":
            bound[number] = replace(one, said=following.said)
    return bound


def _owner(text: str, sums: list[Claim], claim: Claim) -> int | None:
    """The place of the sum a claim is said of; -1 for all of the sentence, None for none of them."""
    last = max((index for index, one in enumerate(sums) if one.end <= claim.start), default=-1)
    gap = text[sums[last].end : claim.start] if last >= 0 else ""
    if claim.kind is ClaimKind.REMEDY_KIND:
        if claim.value is not RemedyKind.REFUND:
            return None
        if last >= 0 and len(gap) <= _BESIDE and not _JOINER.search(gap):
            return last
        following = last + 1
        is_near = following < len(sums) and 0 <= sums[following].start - claim.end <= _BESIDE
        return following if is_near and not _JOINER.search(text[claim.end : sums[following].start]) else None
    if claim.kind is ClaimKind.PURPOSE:
        # "for" may be part of the wording of the claim itself.
        return last if last >= 0 and _FOR.search(text[sums[last].end : claim.start + 4]) else None
    if last < 0:
        return -1
    if _OPENS_BRACKET.search(gap):
        return last
    if last + 1 < len(sums):
        return last + 1 if _JOINER.search(gap) else last
    parts = _PARTS_VERB if claim.kind is ClaimKind.STATUS else _PARTS
    return None if parts.search(gap) else last
