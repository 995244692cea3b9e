"""Sentences → whether they say that a fault caused injustice, did not, or nothing of it; and the kinds of harm named.

What a sentence says is strong where it speaks of injustice itself, weak where it tells harm to a person ("She was left
not knowing"): a decision that tells of harm and then finds no injustice finds none.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from enum import IntEnum

from assistant.text import unify_characters
from ingest.findings.harm import HARM_CAUSED, HARM_NOT_FOUND, HARM_TOLD, KINDS_OF_HARM
from ingest.forms.wording import Wording

# Characters of a sentence that are looked at: none of a real page is nearly as long, and time stays linear.
_BOUND = 2000


class Said(IntEnum):
    """What a sentence says of injustice; the stronger word has the greater value."""

    NOTHING = 0
    HARM = 1
    NONE = 2
    INJUSTICE = 3


_NEGATION = re.compile(r"\b(?:no|not|without|little|never|nor|neither|insignificant|cannot)\b|n't\b", re.I)
_OPINION = re.compile(
    r"\b(?:not|n't|cannot) (?:\w+ ){0,3}?(?:find|consider|think|believe|satisfied|say|agree|accept|see|show|suggest"
    r"|persuaded)\b",
    re.I,
)
# "not only", "no doubt", "not put right": the negation is of something else than injustice.
_OTHER_NEGATION = re.compile(
    r"\bnot only\b|\bno doubt\b|\b(?:not|n't|nothing|never) (?:yet |fully |adequately |suitably |properly |been "
    r"|done |enough )*"
    r"(?:put right|remed\w+|address\w+|recogni[sz]\w+|reflect\w*|to remedy|deal\w*)",
    re.I,
)
_STATED = re.compile(
    r"\b(?:is|was|are|were|be) (?!not\b)(?:\w+ ){0,2}?(?:an?|the|some) (?:[\w-]+ ){0,3}injustices?\b|\b(?:is|was"
    r"|are|were) injustices?\b",
    re.I,
)
_SUPPOSED = re.compile(
    r"\b(?:any|whether|if|claimed|alleged|unless|what|potential|possible|consider(?:ed"
    r"|ing)? the) (?:\w+ ){0,6}?injustice\b|\binjustice (?:he|she|they) (?:claims?|says?|said)",
    re.I,
)
_WITHOUT_ITS_NAME = Wording(
    re.compile(
        r"\bmade no difference\b|\bdid not (?:affect|disadvantage)\b|\bnot (?:been )?(?:affected|disadvantaged)\b"
        r"|\b(?:no|without) (?:significant |real |further |lasting )?(?:disadvantage|detriment)\b|\bno worse off\b",
        re.I,
    ),
    pieces=("difference", "affect", "disadvantage", "detriment", "worse off"),
)
_CLAUSE_END = re.compile(
    r"[,;:] ?(?:(?:and|but|which|so|though|although|as|or|yet)\b)?| (?:but|although|though|and (?:this|that|it"
    r"|which|she|he|they|I)) "
)


def is_denied(sentence: str) -> bool:
    """True for a sentence that says there was no injustice."""
    return injustice_said(sentence) is Said.NONE


def injustice_said(sentence: str) -> Said:
    """What one sentence says of injustice: by its name, else by the harm that its clauses tell.

    Harm that is claimed, supposed or denied is none. An empty sentence says nothing.

    >>> injustice_said("This caused Ms H distress.").name
    'INJUSTICE'
    """
    plain = unify_characters(sentence[:_BOUND])
    named = _by_name(plain)
    if named is not Said.NOTHING:
        return named
    if _WITHOUT_ITS_NAME.search(plain):
        return Said.NONE
    clauses = _clauses(plain)
    if HARM_NOT_FOUND.match(plain):
        return Said.NOTHING
    told = [clause for clause in clauses if not HARM_NOT_FOUND.search(clause)]
    if any(HARM_CAUSED.search(clause) for clause in told):
        return Said.INJUSTICE
    return Said.HARM if any(pattern.search(clause) for clause in told for pattern in HARM_TOLD) else Said.NOTHING


def _by_name(plain: str) -> Said:
    """The word "injustice" itself: stated, denied, or neither ("any injustice", "whether … injustice")."""
    found = Said.NOTHING
    for match in re.finditer(r"\binjustices?\b", plain, re.I):
        start = max((end.end() for end in _CLAUSE_END.finditer(plain, 0, match.start())), default=0)
        clause = plain[max(start, match.start() - 160) : match.end()]
        is_asked = re.search(r"\bwhether\b", plain[: match.start()])
        if is_asked or _SUPPOSED.search(clause) or HARM_NOT_FOUND.match(plain):
            continue
        denied = _NEGATION.search(clause) and not _OTHER_NEGATION.search(clause)
        if denied and (_OPINION.search(clause) or not _STATED.search(clause)):
            found = max(found, Said.NONE)
        else:
            return Said.INJUSTICE
    return found


def _clauses(plain: str) -> list[str]:
    """The sentence cut at conjunctions: what is said in one half is not denied in the other."""
    return [
        clause.strip()
        for clause in re.split(r";|,? but |,? although |,? though |, and |, so |, which ", plain)
        if clause.strip()
    ]


def injustice_of(sentences: Iterable[str]) -> bool | None:
    """What these sentences together say: the strongest word; None where none speaks of it, or there is none."""
    strongest = max((injustice_said(sentence) for sentence in sentences), default=Said.NOTHING)
    if strongest is Said.NOTHING:
        return None
    return strongest is not Said.NONE


def kinds_of_harm(sentences: Iterable[str]) -> tuple[str, ...]:
    """The kinds of harm that these sentences name, in the order of our table; denied harm is none."""
    text = " ".join(unify_characters(sentence) for sentence in sentences if not is_denied(sentence))
    return tuple(name for name, pattern in KINDS_OF_HARM if pattern.search(text))
