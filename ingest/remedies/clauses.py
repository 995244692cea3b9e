"""A sentence of actions → its clauses: each one thing that is done, with the words that say who does it taken off."""

from __future__ import annotations

import re

from assistant.text import find_money
from ingest.remedies.action_words import (
    APOLOGY,
    ATTACHED,
    BEGINS_WITH_VERB,
    CLAUSE_CUT,
    COMPLIANCE,
    GERUND_CUT,
    GOVERNOR,
    REMEDIES_BY,
)

# An action may be named as a thing: "a written apology", "a payment of £300 to Mr X", "£200 for her distress".
_NAMED_THING = re.compile(
    r"(?:an? |the |its |further )*(?:\w+ ){0,3}?(?:apolog(?:y|ies)|payments?|refund|letter|training|review|assessment"
    r"|reminders?|action plan|explanation|meeting|service improvements?)\b|£",
    re.I,
)
# What begins with a verb of doing and does nothing: "will take no further action", "will have a right of appeal".
_NO_ACTION = re.compile(
    r"(?:to |also |still |then )*(?:(?:make|take|do|offer|pay|have|give) (?:no|nothing)\b"
    # "do the first three of these within four weeks", "replace its earlier offer": said of other actions.
    r"|do (?:the (?:first|last|above)|these|this|all)\b|replace (?:its|the|this|that) (?:\w+ )?offer\b"
    r"|have (?:a|an|the|any|his"
    r"|her|their) (?:\w+ )?(?:rights?|opportunity)\b"
    # "the action it has agreed to take to remedy the injustice" names none.
    r"|take (?:(?:the|this|that|these|those|some) )?(?:actions? |steps )?to (?:remedy|put|address)\b[^.;£]{0,60}$"
    r"|take (?:the|this|that|these|those) (?:actions?|steps)$"
    # "I asked it to pay double": the sum stands elsewhere.
    r"|pay (?:double|twice|more|it|this|that)\b(?! (?:£|than)))",
    re.I,
)
# The complainant as the subject of "will" or "should".
_PERSON_BEFORE = re.compile(r"(?:\b(?:Mr|Mrs|Ms|Miss|Dr) [A-Z]|\b[Ss]?he|\b(?:[Tt]he )?complainant)(?: also| then)? $")
# What a clause says of its purpose or content goes on behind "and": "how it will recruit staff and reduce the wait".
_GOES_INTO = re.compile(
    r"\b(?:how (?:it|they|staff|officers|the council) (?:will|should|would|can|must|intends? to|plans? to)|how to"
    r"|so that|so as to|in order to|with the aim of|that (?:it|they|staff|officers) (?:must|should|need to|have"
    r" to)|(?:its|their|the) (?:failures?|duty|refusal"
    r"|decision) to)\b[^;:£]{0,160}$",
    re.I,
)
# Verbs that a body's own actions begin with; behind these words of purpose too they are a further action.
_ACTS_ITSELF = re.compile(
    r"(?:to |also )*(?:pay|apologi[sz]e|refund|reimburse|waive|cancel|remind|train|review|publish|carry out|arrange"
    r"|reassess|reconsider|backdate|write|send|produce|issue|monitor|audit|introduce|circulate|share|make|offer"
    r"|complete|put|start|set up|draw up)\b|[^.;]{0,60}(?:Mr|Mrs|Ms|Miss) [A-Z]\b",
    re.I,
)
# "The total that the Council will pay is £500": no action, and one sum.
_IS_TOTAL = re.compile(r"(?:This (?:is|makes|gives|comes to) a total|(?:The|In) total)\b[^£]{0,80}£[^£]{0,120}$")
# An aside between an action and its own purpose: "draw up an action plan, with dates, to review the plans".
_ENDS_WITH_ASIDE = re.compile(r", with [\w -]{3,40}$", re.I)
# Characters of a sentence that are looked at for its governor; a list of actions says early who acts.
_GOVERNOR_WITHIN = 260
_SECOND_WITHIN = 120
# Characters of the clause before that are looked at for words of purpose.
_LOOKS_BACK = 260


def split_clauses(plain: str, *, is_item: bool = False) -> list[str]:
    """The clauses of a sentence in plain characters, in order; what stands before the first action too if it has a sum.

    What is only part of the action before it ("and correct any errors it finds", "and tell her the result") is left
    with it.

    ``is_item`` is true for an item of a list that a line such as "The Council will:" leads in.
    """
    plain = plain.strip(" ;,.")
    if _IS_TOTAL.match(plain):
        return [plain]
    body = plain
    if not (is_item and BEGINS_WITH_VERB.match(plain)) and not _begins_bare(plain):
        governor = _governor(plain[:_GOVERNOR_WITHIN])
        if governor:
            body = plain[governor.end() :]
            # "To remedy the injustice, the Council has agreed to": two lead in.
            again = None if BEGINS_WITH_VERB.match(body) else _governor(body[:_SECOND_WITHIN])
            is_ours = again and re.search(r"\b(?:I|[Ww]e)\b", body[: again.end()])
            body = body[again.end() :] if again and not is_ours else body
    lead = plain[: len(plain) - len(body)]
    pieces: list[str] = []
    by = REMEDIES_BY.match(body)
    for part in GERUND_CUT.split(body[by.end() :]) if by else CLAUSE_CUT.split(body):
        piece = part.strip(" .;,")
        if pieces and "£" not in piece and ATTACHED.match(piece) and not COMPLIANCE.search(pieces[-1][-_LOOKS_BACK:]):
            pieces[-1] = f"{pieces[-1]}, {piece}"
        elif pieces and _goes_on(pieces[-1], piece):
            pieces[-1] = f"{pieces[-1]} and {piece}"
        elif piece:
            pieces.append(piece)
    return ([lead.strip()] if find_money(lead) else []) + pieces


def _goes_on(before: str, piece: str) -> bool:
    """True for the second half of a purpose or of what is to be learnt: no action of its own."""
    if "£" in piece:
        return False
    before = before[-_LOOKS_BACK:]
    if _ENDS_WITH_ASIDE.search(before):
        return True
    return bool(_GOES_INTO.search(before)) and not _ACTS_ITSELF.match(piece)


def _governor(plain: str) -> re.Match[str] | None:
    """The words that say who acts; what the complainant will or should do is no remedy."""
    return next(
        (match for match in GOVERNOR.finditer(plain) if not _PERSON_BEFORE.search(plain[: match.start()])), None
    )


def _begins_bare(plain: str) -> bool:
    """True for an imperative or infinitive: its own "will" or "should" stands in a relative clause."""
    return bool(re.match(r"(?:to )?[a-z]", plain, re.I) and BEGINS_WITH_VERB.match(plain))


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
