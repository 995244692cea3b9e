"""A sentence of actions → its clauses: each one thing that is done, with the words that say who does it taken off."""

from __future__ import annotations

import re

from assistant.text import find_money
from ingest.action_words import APOLOGY, ATTACHED, BEGINS_WITH_VERB, CLAUSE_CUT, COMPLIANCE, GOVERNOR

# An action may be named as a thing: "a written apology", "a payment of £300 to Mr X", "£200 for her distress".
_NAMED_THING = re.compile(
    r"(?:an? |the |its |further )*(?:\w+ ){0,3}?(?:apolog(?:y|ies)|payments?|refund|letter|training|review|assessment"
    r"|reminders?|action plan|explanation|meeting)\b|£",
    re.I,
)
# What begins with a verb of doing and does nothing: "will take no further action", "will have a right of appeal".
_NO_ACTION = re.compile(
    r"(?:to |also |still |then )*(?:(?:make|take|do|offer|pay|have|give) (?:no|nothing)\b|have (?:a|an|the|any|his"
    r"|her|their) (?:\w+ )?(?:rights?|opportunity)\b"
    # "I asked it to pay double": the sum stands elsewhere.
    r"|pay (?:double|twice|more|it|this|that)\b(?! (?:£|than)))",
    re.I,
)
# The complainant as the subject of "will" or "should".
_PERSON_BEFORE = re.compile(r"(?:\b(?:Mr|Mrs|Ms|Miss|Dr) [A-Z]|\b[Ss]?he|\b(?:[Tt]he )?complainant)(?: also| then)? $")
# Characters of a sentence that are looked at for its governor; a list of actions says early who acts.
_GOVERNOR_WITHIN = 260


def split_clauses(plain: str, *, is_item: bool = False) -> list[str]:
    """The clauses of a sentence in plain characters, in order; what stands before the first action too if it has a sum.

    What is only part of the action before it ("and correct any errors it finds", "and tell her the result") is left
    with it.

    ``is_item`` is true for an item of a list that a line such as "The Council will:" leads in.
    """
    plain = plain.strip(" ;,.")
    body = plain
    if not (is_item and BEGINS_WITH_VERB.match(plain)) and not _begins_bare(plain):
        governor = _governor(plain[:_GOVERNOR_WITHIN])
        if governor:
            body = plain[governor.end() :]
    lead = plain[: len(plain) - len(body)]
    pieces: list[str] = []
    for part in CLAUSE_CUT.split(body):
        piece = part.strip(" .;,")
        if pieces and "£" not in piece and ATTACHED.match(piece) and not COMPLIANCE.search(pieces[-1]):
            pieces[-1] = f"{pieces[-1]}, {piece}"
        elif piece:
            pieces.append(piece)
    return ([lead.strip()] if find_money(lead) else []) + pieces


def _governor(plain: str) -> re.Match[str] | None:
    """The words that say who acts; what the complainant will or should do is no remedy."""
    return next(
        (match for match in GOVERNOR.finditer(plain) if not _PERSON_BEFORE.search(plain[: match.start()])), None
    )


def _begins_bare(plain: str) -> bool:
    """True for an imperative or infinitive: its own "will" or "should" stands in a relative clause."""
    return bool(re.match(r"(?:to )?[a-z]", plain) and BEGINS_WITH_VERB.match(plain))


def is_action(clause: str, *, is_item: bool) -> bool:
    """True for a clause that says what is done: it begins with a verb of doing, or is a thing named in a list."""
    if len(clause.split()) < 2 and not APOLOGY.match(clause):
        return False
    if BEGINS_WITH_VERB.match(clause):
        return not _NO_ACTION.match(clause)
    return is_item and bool(_NAMED_THING.match(clause))


def is_apology(clause: str) -> bool:
    """True where the clause is an apology to be made, not words about one."""
    match = APOLOGY.search(clause)
    return match is not None and not re.search(
        r"\b(?:not|never|nothing|no|fail(?:ed|ing)?) (?:to )?(?:\w+ )?apolog", clause, re.I
    )
