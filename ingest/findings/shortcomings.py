"""A sentence or a paragraph → whether it tells what a body should have done and did not, without calling it fault."""

from __future__ import annotations

import re

from assistant.text import unify_characters
from ingest.findings.hedges import SAID_BY_A_PARTY, SUPPOSED_FAULT
from ingest.findings.sentences import sentences_of

# What a body should have done and did not; asked where a page finds fault with the whole and not with each part of it.
SHORTCOMING = re.compile(
    r"\b(?:should (?:also )?have|slow to|failed to|failure to|did not|no action|took no|no (?:\w+ ){0,3}records?"
    r"|no (?:\w+ ){0,3}evidence"
    r"|not given|was not|were not|(?:has|have|had) not|without|delay(?:ed)?|never"
    r"|(?:days|weeks|months|years) (?:late|later than|overdue|longer|beyond|too)|incorrect(?:ly)?|inaccurate)\b",
    re.I,
)
# Who fell short is the body or who acts for it, first or behind a condition: "As Y was in need, the Council …".
_BODY_FIRST = re.compile(
    r"(?:^|, )(?:(?:However|Furthermore|In addition|Also|But|Moreover), "
    r"|This meant (?:that )?)?(?:[Tt]he (?:\w+ ){0,2}(?:Council|Trust|Home|Provider|Authority|panel|officers?"
    r"|agents?|school)|[Ii]t|Social Worker [A-Z]"
    r"|[Tt]here (?:is|was|are|were) no|[Nn]obody|[Nn]o one|Officer [A-Z\d])\b|^It also appears\b",
)
# What came of a fault is none: "It follows that she has been left with uncertainty about what should have happened".
_CONSEQUENCE = re.compile(
    r"(?:It follows|As a (?:result|consequence)|Consequently|This (?:meant|means)|That (?:meant|means)|The (?:result"
    r"|effect|consequence) (?:was|is))\b[^.;]{0,60}?\b(?:(?:Mr|Mrs|Ms|Miss|Mx|Dr)\.? [A-Z]|[A-Z]|she|he|they)"
    r"(?: and (?:(?:Mr|Mrs|Ms|Miss|Mx|Dr)\.? )?[A-Z])? (?:has|have|had|is|are|was|were|will|missed|lost|went)\b"
)


def is_shortcoming(sentence: str) -> bool:
    """True for a sentence in which a body, or who acts for it, fell short; a party's claim is none."""
    plain = unify_characters(sentence)
    is_told = SHORTCOMING.search(plain) and _BODY_FIRST.search(plain)
    return bool(is_told) and not SAID_BY_A_PARTY.match(plain) and not _CONSEQUENCE.match(plain)


def tells_shortcoming(text: str) -> bool:
    """True for a paragraph that says what went wrong, whoever did it; what is supposed or came of it is none."""
    told = [unify_characters(sentence) for sentence in sentences_of(text)]
    return any(SHORTCOMING.search(SUPPOSED_FAULT.sub("", line)) and not _CONSEQUENCE.match(line) for line in told)
