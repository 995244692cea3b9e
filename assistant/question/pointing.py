"""A follow-up and the last answer → the references that "that", "it", "the second one" or a sum of it means."""

from __future__ import annotations

import re

from assistant.domain import CaseReference
from assistant.question.amounts import read_pence
from assistant.question.reading import Reading
from assistant.question.words import Wording
from assistant.text import find_references

_ABOUT_THAT = re.compile(
    r"\b(?:(?:was|is|were|did|does(?! it (?:matter|count|make|help))|has|had) (?:that|it|this|they|those|he|she"
    r"|the (?:£|\d|money|payment|sum"
    r"|council|mum|mother|dad|parent|child|kid|boy|girl|family|carer|complainant))|how(?:'?d| did| do| was"
    r"| were) (?:they|it|that|he|she|the)\b|why (?:was|did|is|were|so|only|not|that|the)\b|^\W*why\b"
    r"|which council|who (?:was|got|paid|did|had)\b"
    r"|when (?:was|did|were)\b|what (?:did|was|happened|were|year|date|about the (?:£|\d|money|apology"
    r"|payment))\b|the (?:first|second|third|last) (?:one|case|of)?|that (?:one|case|decision|figure|sum|amount"
    r"|payment)|this (?:one|case|decision)|tell me more|more (?:detail|about (?:that|it|this))|how (?:late|long|much"
    r"|old|many months))\b"
)
_ABOUT_OTHERS = re.compile(
    r"\b(?:any (?:where|that|who|with|others?|more|of)|what (?:about|if)|how about|others?|similar|same|only|just"
    r"|usually|people|normally|typical\w*|ones|in general|leave out|exclud\w+)\b"
    r"|\b(?:is|isn't|isnt|would) (?:it|this|that)(?: be)? (?:a |at )?(?:fault|wrong|lawful|legal|allowed|fair"
    r"|right|enough|a lot|much|high|low|normal|typical|usual|good|generous"
    r"|okay|ok|maladministration)\b"
)
_PLACES = (
    ("first", "1st", "one", "1"),
    ("second", "2nd", "two", "2"),
    ("third", "3rd", "three", "3"),
    ("fourth", "4th", "four", "4"),
    ("fifth", "5th", "five", "5"),
)
_ORDINAL = re.compile(
    r"\b(?:(?:the |your )(first|second|third|fourth|fifth|last|latter|former|1st|2nd|3rd|4th|5th)\b"
    r"|(?:number|case|no\.?|#) ?(one|two|three|four|five|[1-5])\b(?![\d ]*\d))"
)
_FIRST_FEW = re.compile(r"\bthe first (two|three|2|3)\b(?! (?:years|months|weeks|terms))")
_ORDINALS = {
    **{word: place for place, words in enumerate(_PLACES) for word in words},
    "former": 0,
    "last": -1,
    "latter": -1,
}
# The last answer names the nearest case first.
_NEAREST = re.compile(
    r"\b(?:which|what|whats)(?:'s)?(?: (?:one|case|decision|of (?:them|those|these)))?(?: is| was|'s)? (?:the |my "
    r"|our )?"
    r"(?:closest|nearest|most (?:similar|like (?:mine|ours|this|it))|best (?:match|fit|precedent|comparator|one))\b"
)
# "What reasons did they give?" after several cases is asked of each.
_REASONS_OF_ALL = re.compile(
    r"\b(?:what|which) (?:other |main )?reasons?\b|\bwhy (?:were|are) (?:they|these|those)\b"
    r"|\bwhy did (?:they|these|those) (?:all )?(?:lose|fail|not win)\b"
)
_MOST_EXPLAINED = 3
# After an answer about one case: "was there an apology too?", "any service improvements?".
_OF_THE_ONE = re.compile(
    r"^\W*(?:(?:and|but|so|ok)\b\W*)*"
    r"(?:(?:was|were|is|are) there|(?:did|does|has|have) (?:it|that|they|the council|he|she|the family|the complainant)"
    r"|any|what about|how about|was|were|an|no)\b"
    r"[^?]{0,60}\b(?:apolog\w+|sorry|payments?|money|refund\w*|re-?assess\w*|remed\w+|compensation|improvements?|training|review"
    r"|reassessment|backdat\w+|sum|fault)\b"
)


def asks_of_the_one(reading: Reading) -> bool:
    """True for "was there an apology?" and "did they apologise?", which after an answer about one case are about it."""
    text = reading.wording.lower
    return _OF_THE_ONE.search(text) is not None and _ABOUT_OTHERS.search(text) is None


# A bare number under fifty is rather a count of months or children than a sum.
_SMALLEST_BARE_SUM = 5_000
_BARE_SUM = re.compile(r"(?:£ ?)?(?<![\d])(\d{1,3}(?:,\d{3})+|\d{1,6})(?:\.\d{1,2})?( ?k\b)?(?![\d,]*\d)")


# "Which of these …", "did any of them …", "those in 2023": the cases shown last. "Those that lost", "the ones with a
# payment" say themselves which are meant, and are looked for among all.
_THEM = r"(?:these|those|them)"
_LEAD = r"^\W*(?:(?:and|but|ok|okay|so|now|only|just|please|can you|could you|show me|out)\b\W*)*"
_SHOWN = re.compile(
    rf"(?<!none )(?<!all )(?<!both )(?<!rid )\b(?:of|among|amongst|from) {_THEM}\b"
    r"(?! (?:councils|people|days|years|kids|children))"
    r"|\b(?:all|both) of (?:these|those)\b|\bin (?:these|those)(?: cases| decisions| ones)?\W*$"
    r"|\b(?:these|those) (?:cases|decisions|ones|councils|payments|sums|awards|results|examples|few|two|three|four"
    r"|five|six)\b(?! (?:that|which|who|where|with|about|on|from|for))"
    rf"|{_LEAD}{_THEM}(?= (?:in|since|before|after|from|over|under|above|below|between|decided|dated)\b|\W*$)"
    r"|^\W*(?:(?:and|but|ok|so)\b\W*)*(?:were|are|was|did|do|have|had) (?:these|those|they all)\b"
    r"|\b(?:cases|decisions|ones|examples) (?:above|(?:that )?you(?:'ve| have)?(?: just)?"
    r" (?:listed|shown?|showed|named|mentioned|gave|found|told me))\b"
    r"|\b(?:in|on|from|of) (?:that|this|your|the) list\b"
    # "draft that for my complaint": from the cases just read.
    rf"|{_LEAD}(?:draft|write|put|turn|word) (?:that|this|it|these|those|them)\b"
)
# Fewer are one case, of which "that" is asked.
_AT_LEAST_SHOWN = 2


def cases_shown(reading: Reading, last_answer: str) -> tuple[CaseReference, ...]:
    """The references that the last answer names, where the question is about "these" or some "of them"; else none.

    A question for the nearest or for one by its place is about one case, and is read by ``references_meant``; where it
    tells the facts to which they are to be near, it is about all of them.
    """
    text = reading.wording.lower
    if not reading.by_nearness and (_SHOWN.search(text) is None or _NEAREST.search(text) or _ORDINAL.search(text)):
        return ()
    named = tuple(dict.fromkeys(item.reference for item in find_references(last_answer)))
    return named if len(named) >= _AT_LEAST_SHOWN else ()


def references_meant(reading: Reading, last_answer: str) -> tuple[CaseReference, ...]:
    """The references of the last answer that "that", "it" or a sum means; none for a question about cases at large."""
    found = find_references(last_answer)
    if not found:
        return ()
    text = reading.wording.lower
    limit = reading.filters.amount_min_pence or reading.filters.amount_max_pence
    by_sum = None if limit else reference_of_sum(text, last_answer)
    if by_sum is not None:
        return (by_sum,)
    references = tuple(dict.fromkeys(item.reference for item in found))
    if _REASONS_OF_ALL.search(text):
        return references[:_MOST_EXPLAINED]
    if len(references) == 1 and reading.per is not None:
        return references
    if len(references) == 1 and asks_of_the_one(reading):
        return references
    by_name = _references_of_body(reading, last_answer)
    is_about_one = _ABOUT_THAT.search(text) is not None and _ABOUT_OTHERS.search(text) is None
    if by_name and (is_about_one or re.search(r"\b(?:one|case|decision)\b", text)):
        return by_name
    if few := _FIRST_FEW.search(text):
        return references[: 2 if few[1] in ("two", "2") else 3]
    ordinal = _ORDINAL.search(text)
    if ordinal and not re.match(r" (?:\w+ )?(?:years?|months?|weeks?|yrs?)\b", text[ordinal.end() :]):
        place = _ORDINALS[ordinal[1] or ordinal[2]]
        return (references[place],) if -1 <= place < len(references) else ()
    if _NEAREST.search(text):
        return references[:1]
    if not is_about_one or not reading.filters.is_empty:
        return ()
    return references if len(references) <= 3 else references[:1]


def reference_of_sum(text: str, answer: str) -> CaseReference | None:
    """The case in whose clause of the answer a sum of the question stands."""
    asked = {
        pence
        for match in _BARE_SUM.finditer(text)
        if (pence := read_pence(match[0])) is not None and ("£" in match[0] or pence >= _SMALLEST_BARE_SUM)
    }
    if not asked:
        return None
    found = find_references(answer)
    places = [
        match.start()
        for match in _BARE_SUM.finditer(Wording(answer).lower)
        if "£" in match[0] and read_pence(match[0]) in asked
    ]
    if not places:
        return None
    # The same sum may stand in a general sentence and beside its case: the place behind a reference tells more.
    best = min(places, key=lambda place: min((place - item.end for item in found if item.end <= place), default=10_000))
    return _reference_near(answer, best)


def _reference_near(answer: str, place: int) -> CaseReference | None:
    """The only reference of the sentence or clause at a place, else the last one before it, else the next."""
    found = find_references(answer)
    wording = Wording(answer)
    for start, end in (wording.sentence_at(place), wording.clause_at(place)):
        inside = {item.reference for item in found if start <= item.start < end}
        if len(inside) == 1:
            return inside.pop()
    before = [item.reference for item in found if item.start < place]
    after = [item.reference for item in found if item.start >= place]
    return before[-1] if before else (after[0] if after else None)


def _references_of_body(reading: Reading, answer: str) -> tuple[CaseReference, ...]:
    """The references that stand behind a body's name in the answer ("the Lancashire one")."""
    plain = Wording(answer).lower
    found = find_references(answer)
    meant: list[CaseReference] = []
    for mention in reading.mentions:
        place = plain.find(Wording(mention.said).lower.split(" council")[0])
        behind = [item for item in found if item.start >= place >= 0]
        if behind and behind[0].start - place < 60:
            meant.append(behind[0].reference)
    return tuple(dict.fromkeys(meant))
