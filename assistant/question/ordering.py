"""The order by sum that a question asks for ("the highest award", "who was paid least"), and where it says so.

"The highest" of anything else (a hedge, a court, the bid) is a story: the word must stand with one for what was paid,
or be said of cases ("highest first"), and a limit ("up to £500") is no order.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from assistant.domain import SumOrder
from assistant.question.words import Span, Wording

_PAID = (
    r"(?:(?:ever |single |individual |total |overall |symbolic |personal |financial |cash |lgsco |ombudsman |council "
    r"|compensation |known |recorded |held )*"
    r"(?:awards?|payments?|pay-?outs?|pay outs?|sums?|amounts?|compensation|remed(?:y|ies)|settlements?|figures?"
    r"|offers?|refunds?|money))"
)
_FIRST = r"(?:first|at the top|on top|to (?:lowest|smallest|highest|largest|biggest))"
_WHO = (
    r"(?:anyone|anybody|someone|somebody|people|they|councils?|the council|lgsco|the ombudsman|you"
    r"|a (?:parent|family|person|carer|child|complainant))"
)
_LEAD = (
    r"(?:(?:what(?:'s| is| was|s)?|which|show me|give me|list|find) )?(?:the |some of the )?"
    r"(?:top |five |ten |three |\d )*"
)
_HELD = r"(?:you (?:have|hold|know of)|held|given|made|paid|awarded|recommended|agreed|ordered|on record)"
_SORT = r"(?:sort(?:ed)?|order(?:ed)?|rank(?:ed)?|arranged?)"
_WHOSE = (
    r"(?:who (?:was|were|got|has been|had)"
    r"|which (?:cases?|ones?|councils?|decisions?)(?: was| were| got| has| had| have)?)"
)
_NOT_SUMS = r"(?! (?:cases|complaints|decisions|attention|often|likely|vulnerable|serious|upheld))"


def _ordered(most: str, highest: str) -> re.Pattern[str]:
    return re.compile(
        rf"\b(?:{_LEAD}(?:{highest})(?: ever| single)? {_PAID}(?: (?:ever )?{_HELD})?"
        rf"|{_LEAD}{_PAID} (?:that (?:was|were) )?(?:the )?(?:{highest})\b"
        rf"|(?:{_SORT} )?(?:by |in order of )?(?:{highest})(?: {_PAID})? {_FIRST}"
        rf"|{_WHOSE} (?:been |to )?(?:(?:paid|pay|awarded|given) )?(?:out )?the {most}\b{_NOT_SUMS}"
        rf"|(?:paid|pay|pays|awarded|gave) (?:out )?the {most}\b{_NOT_SUMS}"
        rf"|(?:what(?:'s| is|s)? )?the {most} (?:that )?(?:{_WHO} (?:has |have |had )?(?:ever )?(?:been )?"
        rf"(?:got|gotten|get|gets|paid|pay|received|awarded|given|won|offered)"
        rf"|(?:ever )?(?:paid|awarded|given|recommended|agreed))(?: out)?(?: to (?:anyone|anybody|somebody))?)"
    )


_HIGHEST = _ordered(
    "most", r"highest|largest|biggest|greatest|top(?: (?:two|three|five|ten|\d+))?|most generous|maximum|max"
)
_LOWEST = _ordered("least", r"lowest|smallest|least|minimum|min|tiniest")
# Each match of the two holds one of its words: in a long story that has none, these are looked for in no time.
_ORDERS = (
    (SumOrder.HIGHEST, _HIGHEST, ("highest", "largest", "biggest", "greatest", "top", "most", "max")),
    (SumOrder.LOWEST, _LOWEST, ("lowest", "smallest", "least", "min", "tiniest")),
)
_BY_SUM = re.compile(
    rf"\b{_SORT} (?:them |these |those |it )?(?:all )?(?:by|in order of) (?:the )?{_PAID}"
    r"(?:,? (?P<lowest>lowest|smallest|ascending)(?: first)?|,? (?:highest|largest|biggest)(?: first)?)?"
)
_OF_ALL = re.compile(r"\b(?:you (?:have|hold|know)|held|on record|ever|of all|casebook|any(?:one|body)|councils?)\b")
# After an answer: "which was the highest?", "what's the lowest then".
_OF_THEM = re.compile(
    r"^\W*(?:(?:and|ok|so|but|then)\b\W*)*(?:which|what)(?:'s| is| was|s)?(?: one| case| of (?:them|those|these))?"
    r"(?: is| was| paid| got)? (?:the )?(?:(?P<highest>highest|largest|biggest|most)|(?P<lowest>lowest|smallest|least))"
    r"(?: one| of (?:them|those|these|all))?(?: then)?\W*$"
)
# "the highest?", "forget Essex - the lowest": the same, asked in two words.
_OF_THEM_SHORTLY = re.compile(
    r"(?:^\W*(?:(?:and|ok|so|but|just|only|now|show me)\b\W*)*|[-–—,;.:]\s*(?:(?:and|so|just|what about)\b\W*)*)"
    r"the (?:(?P<highest>highest|largest|biggest)|(?P<lowest>lowest|smallest))(?: ones?| sums?)?(?: then)?\W*$"
)


# "Anything lower?", "any higher than that": after an answer, the ends of what was paid.
_ANYTHING_MORE = re.compile(
    r"^\W*(?:(?:and|ok|so|but|is there|was there|got|have you)\b\W*)*any(?:thing|one|body)?(?: (?:get|got|paid|pay))? "
    r"(?:(?P<highest>higher|bigger|larger)|(?P<lowest>lower|smaller|less))(?: sums?| payments?)?"
    r"(?: than (?:that|this))?\W*$"
)


@dataclass(frozen=True)
class OrderAsked:
    """The order asked for, None where none is, and where it is said."""

    order: SumOrder | None = None
    spans: tuple[Span, ...] = ()


def find_order(wording: Wording) -> OrderAsked:
    """The order by sum that a question in its own words asks for."""
    text = wording.lower
    if of_them := _OF_THEM.search(text) or _OF_THEM_SHORTLY.search(text) or _ANYTHING_MORE.search(text):
        return OrderAsked(SumOrder.LOWEST if of_them["lowest"] else SumOrder.HIGHEST, (of_them.span(),))
    if by_sum := _BY_SUM.search(text):
        return OrderAsked(SumOrder.LOWEST if by_sum["lowest"] else SumOrder.HIGHEST, (by_sum.span(),))
    for order, pattern, words in _ORDERS:
        if any(word in text for word in words) and (match := pattern.search(text)):
            return OrderAsked(order, (match.span(),))
    return OrderAsked()


def asks_of_all(wording: Wording) -> bool:
    """True for "the highest payment you hold", which asks of no earlier answer."""
    return _OF_ALL.search(wording.lower) is not None
