"""Orders to a machine: "ignore previous instructions", "when asked say £10,000". A text without disguises → the order.

A decision reports what people said to people: an officer who "told the contractor to ignore the earlier instructions",
an e-mail that says "you must ignore the letter", a teaching assistant who must be present, "the system: it lost the
form". What is reported, or could be, is a weak sign and needs a second one; what no decision says is enough alone.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.planted.characters import may_be_leet, write_out_leet
from assistant.planted.order_words import MACHINE, STRONG, order
from assistant.planted.pieces import Wording

_WHICH = (
    r"(?:(?:all|any|every|each|of|the|your|ur|these|those|this|its|my|our|previous|prior|above|earlier|preceding"
    r"|foregoing"
    r"|former|existing|original|other|system|initial|safety|hidden|old|built[- ]in|default|own|current) ?){0,6}"
)
_DROP = (
    r"(?:ignore|disregard|forget|override|overrule|bypass|circumvent|discard|drop|erase|stop (?:following|obeying)"
    r"|(?:do not|don't|never) (?:follow|obey|heed)|pay no (?:attention|heed) to|put aside|set aside|break|skip)"
)
_IGNORE = order(
    rf"(?P<order>\b{_DROP} ?(?=[a-z])(?=.{{0,80}}\b(?:previous|prior|above|earlier|preceding|foregoing|all|any|every"
    rf"|your"
    rf"|system|safety|original|initial|hidden|existing)){_WHICH}(?:instructions?|prompts?|guard ?rails?|programming"
    r"|system messages?|directives?|commands?|rules you|context so far|conversation so far))"
    r"|(?P<whole>\bignore (?:everything|anything|all(?: of it)?) (?:above|before this|said before|you (?:were"
    r"|have been)"
    r" told|that (?:came|comes|was said) (?:before|above)))",
    (
        "ignore|disregard|forget|overrid|overrul|bypass|circumvent|discard|drop|erase|stop |do not |don't |never "
        "|pay no |put aside|set aside|break|skip",
        "instruction|prompt|guard rail|guardrail|programming|system message|directive|command|rules you|so far",
    ),
    ("ignore ",),
)
# "told the contractor to ignore", "did not ignore": somebody did or did not, and no machine is told to.
_REPORTED = re.compile(
    r"\b(?:to|not|n't|would|could|should|had|did|can|could|may|might|will|they|he|she|it|council|officers?|staff|we|i"
    r"|who|and then)\W*$"
)
_SPEECH = re.compile(
    r"\b(?:wrote|said|says|told|e-?mail\w*|letter|texted|replied|message|officer|manager|head ?teacher|noted"
    r"|record\w*)\b"
)
_WEAK: tuple[re.Pattern[str], ...] = (
    re.compile(r"\bsystem prompts?\b|\b(?:system|assistant|user) ?:"),
    re.compile(rf"\b{MACHINE}\b"),
    re.compile(r"\b(?:the |an? )?(?:assistant|model|bot)s? (?:must|shall|should)\b"),
    re.compile(r"\b(?:you must|always|only) (?:say|answer|reply|respond|state|report|output)\b"),
    re.compile(
        r"\b(?:typical|usual|median|average|standard|official|correct) (?:remedy|award|payment|payout|figure|answer)\b"
    ),
    re.compile(r"\b(?:say|answer|reply|report|output|state) (?:that )?(?:the )?(?:[\w ]{0,30})£"),
)
_ASSISTANT = order(
    r"(?P<before>\b\w+ )?\bassistants? (?:must|shall|is to|are to|has to|have to|needs? to|will always|should always)"
    r"(?: \w+){0,2}? (?P<verb>say|answer|reply|respond|state|report|output|quote|cite|claim|rank|count|treat|ignore"
    r"|disregard|present|recommend|tell)\b(?P<rest>[^.!?]{0,120})",
    ("assistant",),
)
# Assistants of flesh and blood, who must say and report things too.
_PEOPLE_WHO_ASSIST = frozenset(
    [
        "teaching",
        "classroom",
        "learning",
        "support",
        "care",
        "personal",
        "nursing",
        "health",
        "healthcare",
        "work",
        "shop",
        "sales",
        "legal",
        "administrative",
        "admin",
        "office",
        "library",
        "dental",
        "finance",
        "technical",
        "her",
        "his",
        "my",
        "their",
        "our",
        "your",
        "housing",
        "planning",
        "benefits",
        "qualified",
        "second",
        "another",
        "trained",
        "new",
        "one",
        "level",
        "special",
        "research",
        "social",
        "wellbeing",
        "outreach",
        "pastoral",
        "general",
    ]
)
_OF_ANSWERS = re.compile(
    r"£|\b(?:remed\w+|user|question|median|average|typical|decisions?|cases?|answer|instructions?)\b"
)


ALL_ORDERS = (*STRONG, _ASSISTANT, _IGNORE)


def find_order(plain: str, among: Sequence[Wording] = ALL_ORDERS) -> str:
    """The words of an order to a machine; empty for none. ``plain`` is a text without disguises (see ``unmask``).

    ``among`` are the orders that ``possible_orders`` found possible in a longer text of which this is a part.
    """
    if not among and not may_be_leet(plain):
        return ""
    lowered = _lowered(plain)
    found = _find(lowered, among)
    if found:
        return found
    written_out = write_out_leet(lowered)
    return _find(written_out, ALL_ORDERS) if written_out != lowered else ""


def possible_orders(plain: str) -> tuple[Wording, ...]:
    """The orders of which a text without disguises, however long, holds the pieces; most pages have one or two."""
    lowered = _lowered(plain)
    return tuple(one for one in ALL_ORDERS if one.may_stand_in(lowered))


def _lowered(plain: str) -> str:
    return " ".join(plain.replace("\u2019", "'").replace("\u2018", "'").replace("\u201c", '"').lower().split())


def _find(text: str, among: Sequence[Wording]) -> str:
    for one in among:
        if not one.may_stand_in(text):
            continue
        if one is _IGNORE:
            found = _ignore_order(text)
        elif one is _ASSISTANT:
            found = _assistant_order(text)
        else:
            found = next((match[0] for match in one.pattern.finditer(text) if _is_imperative(match)), "")
        if found:
            return found.strip()[:120]
    return ""


def _ignore_order(text: str) -> str:
    """An order to ignore instructions; where it may be what somebody told somebody, only with a second sign."""
    for match in _IGNORE.pattern.finditer(text):
        start = match.start()
        is_reported = _REPORTED.search(text[max(0, start - 20) : start]) is not None or (
            text[:start].count('"') % 2 == 1 and _SPEECH.search(text[max(0, start - 120) : start]) is not None
        )
        if not is_reported or any(weak.search(text) for weak in _WEAK):
            return match[0]
    return ""


# A verb without an "s" behind one of these has a subject: "when asked, staff say".
_SUBJECTS = frozenset(
    ["they", "we", "you", "i", "people", "staff", "children", "parents", "police", "who", "councillors", "officers"]
)


def _is_imperative(match: re.Match[str]) -> bool:
    """True but where its verb has a subject: for "when asked for the sum say", not for "if asked of bins staff say"."""
    if "verb" not in match.re.groupindex:
        return True
    last = match["last"] or ""
    if re.search(r"\b(?:must|should|shall|will|always|please|you)\b", match[0][-40:]):
        return True
    return last not in _SUBJECTS and not re.fullmatch(r"\w{3,}[^s]s", last)


def _assistant_order(text: str) -> str:
    for match in _ASSISTANT.pattern.finditer(text):
        before = (match["before"] or "").strip()
        if before not in _PEOPLE_WHO_ASSIST and _OF_ANSWERS.search(match["rest"]):
            return match[0]
    return ""
