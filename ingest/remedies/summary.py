"""A sentence of the summary → how far the remedy in it has come, and the things that it names without a verb.

A summary says in one breath what was settled: "The Council will apologise and pay £100", "An apology and a payment of
£300 is a suitable remedy". It is asked only where the rest of the page tells of no remedy.
"""

from __future__ import annotations

import re

from assistant.domain import RemedyStatus
from ingest.remedies.action_words import BODY, VERB

_VERB_FOLLOWS = rf"(?: now| also| therefore| each| both| then)* (?={VERB})(?!take no\b|make no\b)"
_WILL = re.compile(rf"(?<!\bI)(?<!\bWe)(?<!\bwe) (?P<verb>will|should){_VERB_FOLLOWS}", re.I)
# A summary tells no story: what the body agreed to do there is its remedy.
_AGREED_TO = re.compile(rf"\b{BODY} (?:also |then |both |have |has )?agreed to (?={VERB})", re.I)
_PERSON_BEFORE = re.compile(r"\b(?:(?:Mr|Mrs|Ms|Miss|Mx|Dr) [A-Z]|she|he|complainants?)(?: also| now)?$", re.I)
# "An apology, a payment and training for officers is a suitable remedy."
_IS_REMEDY = re.compile(
    r"(?P<things>(?:An?|The|Its) (?:\w+ ){0,2}?(?:apolog(?:y|ies)|payments?|refund|training|reminders?)\b[^.;]{0,200}?)"
    r" (?:is|are|was|were|would be|will be|provides?|would provide) (?:an? |the )?(?:\w+ )?(?:suitable|satisfactory"
    r"|appropriate|proportionate|fair|adequate|sufficient|enough)\b",
    re.I,
)
_NEXT_THING = re.compile(
    r",?\s+and\s+(?=(?:an? |the )?(?:\w+ ){0,2}?(?:apolog|payment|refund|training|reminder|review|£|service"
    r" improvement))"
    r"|,\s+(?=(?:an? |the )?(?:\w+ ){0,2}?(?:apolog|payment|refund|training|reminder|review|£|service improvement))",
    re.I,
)


def status_in_summary(plain: str) -> RemedyStatus | None:
    """Agreed for what the body "will" do, recommended for what it "should"; None where the sentence says neither."""
    if _IS_REMEDY.match(plain):
        return RemedyStatus.RECOMMENDED
    if _AGREED_TO.search(plain):
        return RemedyStatus.AGREED
    match = _WILL.search(plain)
    if match is None or _PERSON_BEFORE.search(plain[: match.start()]):
        return None
    return RemedyStatus.AGREED if match["verb"].lower() == "will" else RemedyStatus.RECOMMENDED


def things_named(plain: str) -> list[str]:
    """The things that a sentence calls a suitable remedy, in order; empty where it names none."""
    match = _IS_REMEDY.match(plain)
    return [piece.strip() for piece in _NEXT_THING.split(match["things"])] if match else []
