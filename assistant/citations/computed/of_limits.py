"""Statements about limits and what is held to proofs: what passes, and what would without one of the limits."""

from __future__ import annotations

import re

from assistant.citations.computed.forms import NUMBER, Form, number_of, same
from assistant.citations.ground import Ground
from assistant.composing.limits import LIMIT_WORDS, MOST_COUNTED, OF_PAYMENTS
from assistant.text import find_references, format_date

_KEY = "|".join(sorted(map(re.escape, LIMIT_WORDS.values()), key=len, reverse=True))
_KEYS = {words: key for key, words in LIMIT_WORDS.items()}


def _passing(match: re.Match[str], ground: Ground) -> str:
    """How many decisions pass, and whose limits they are: set beside the question, understood from it, or both."""
    query = ground.query
    is_given, is_understood = not query.given.is_empty, query.says_limits
    said_given, said_understood = "you set" in match["whose"], "understood" in match["whose"]
    if said_given != is_given or said_understood != is_understood:
        return "The limits are not those."
    return same(number_of(match["number"] or "0"), ground.evidence.searched, "Decisions that pass")


def _passing_in_vain(match: re.Match[str], ground: Ground) -> str:
    """The same, where nothing comparable was found without any of the limits either."""
    if ground.without_limits:
        return "Something comparable is held without one of the limits."
    return _passing(match, ground)


def _none_of_shown(match: re.Match[str], ground: Ground) -> str:
    """That of the cases named in the last answer none is within the limits."""
    if ground.comparable or not ground.query.is_of_the_shown:
        return "The question is not limited to them, or some of them are within the limits."
    return same(number_of(match["number"]), len(ground.query.filters.references), "Decisions named in the last answer")


def _without(match: re.Match[str], ground: Ground) -> str:
    """The decisions that would answer without a limit, counted again."""
    keys = {_KEYS[words] for words in re.split(r", | and ", match["keys"]) if words in _KEYS}
    found = next((one for one in ground.without_limits if set(one.keys) == keys), None)
    if found is None:
        return f"Nothing was worked out without the limit by {match['keys']}."
    if match["what"] == "within the limits":
        wrong = "" if not found.comparable else "A search finds what is comparable."
        return wrong or same(number_of(match["number"]), found.passing, "Decisions within the other limits")
    number = len(found.comparable)
    if match["unpaid"] and (ground.evidence.searched or found.keys not in OF_PAYMENTS):
        return "Not every one of them was looked at for such a payment."
    if bool(match["least"]) != (number >= MOST_COUNTED):
        return f"{number} decisions were found, of at most {MOST_COUNTED}."
    return same(number_of(match["number"]), number, "Comparable decisions within the other limits")


def _outside(match: re.Match[str], ground: Ground) -> str:
    """References that are held and do not pass the limits set beside the question."""
    named = {one.reference for one in find_references(match[0])}
    wrong = sorted(str(one) for one in named - set(ground.evidence.outside))
    return f"{', '.join(wrong)} is not held, or is within the limits." if wrong else ""


def _holding(match: re.Match[str], ground: Ground) -> str:
    """What the casebook holds: how many decisions, from when to when, and how many in full text."""
    facts = ground.facts
    days = tuple(format_date(day) if day else None for day in (facts.oldest, facts.newest))
    if match["from"] and (match["from"], match["to"]) != days:
        return f"The decisions held are from {days[0]} to {days[1]}."
    said = {"none": 0, "all": facts.decisions, None: facts.full_texts}
    full = said[match["whole"]] if match["whole"] in said else number_of(match["whole"])
    if bool(match["digests"]) != (facts.full_texts < facts.decisions) and match["whole"]:
        return f"{facts.full_texts} of {facts.decisions} are held in full text."
    wrong = same(number_of(match["number"]), facts.decisions, "Decisions held")
    return wrong or same(full, facts.full_texts, "Decisions held in full text")


FORMS_OF_LIMITS: tuple[Form, ...] = (
    Form(
        "decisions that pass the limits",
        re.compile(
            rf"(?:(?P<number>{NUMBER})|No) decisions? (?:is|are) within the "
            r"(?P<whose>limits you set(?: and those understood from your question)?"
            r"|limits understood from your question); take one away to search more widely\."
        ),
        _passing,
        of_casebook=True,
    ),
    Form(
        "decisions that pass the limits in vain",
        re.compile(
            rf"(?:(?P<number>{NUMBER})|No) decisions? (?:is|are) within the "
            r"(?P<whose>limits you set(?: and those understood from your question)?"
            r"|limits understood from your question); taking limits away finds nothing comparable either\."
        ),
        _passing_in_vain,
        of_casebook=True,
    ),
    Form(
        "none of the decisions shown",
        re.compile(
            rf"None of the (?P<number>{NUMBER}) decisions named in the last answer is within the "
            r"limits (?:you set(?: and those understood from your question)?|understood from your question)\."
        ),
        _none_of_shown,
        of_casebook=True,
    ),
    Form(
        "decisions without a limit",
        re.compile(
            rf"Without the limits? by (?P<keys>(?:{_KEY})(?:(?:, | and )(?:{_KEY}))*), (?P<least>at least )?"
            rf"(?P<number>{NUMBER}) decisions? would be (?P<what>comparable|within the limits)"
            r"(?P<unpaid>; (?:it records no such payment|none of them records such a payment))?\."
        ),
        _without,
        of_casebook=True,
    ),
    Form(
        "what is held",
        re.compile(
            rf"^Held are (?P<number>{NUMBER}) decisions?"
            r"(?:, decided from (?P<from>\d{1,2} \w+ \d{4}) to (?P<to>\d{1,2} \w+ \d{4}))?"
            rf"(?:; (?P<whole>none|all|{NUMBER}) of them in full text(?P<digests>, (?:the others"
            r"|all) as our digests)?)?\.$"
        ),
        _holding,
        of_casebook=True,
    ),
    Form(
        "decisions outside the limits",
        re.compile(
            r"^I hold (?:\d\d \d{3} \d{3}[a-z]?(?:, | and )?)+, but (?:it is|they are) outside the limits you set; "
            r"take those away to read (?:it|them)\.$"
        ),
        _outside,
        of_casebook=True,
    ),
)
