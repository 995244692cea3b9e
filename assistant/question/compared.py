"""A question that compares → its sides: payees, spans of time, bodies or two subjects.

Only what the words name becomes a side, and only where something asks to compare; "before 2020" alone is a limit.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from assistant.domain import ComparedSide, Payee
from assistant.question.bodies import Mention, Use
from assistant.question.body_kinds import tell_bodies
from assistant.question.words import take_out
from assistant.vocabulary import content_words

# A trend over fewer years says nothing, over more the table is unread.
_MOST_YEARS = 12
_LONGEST_LABEL = 70

_YEAR = r"((?:19|20)\d\d)"
_AGAINST = r"(?:vs?\.?|versus|against|compared (?:to|with|w/?)|than(?: (?:for|in|to|by))?|with|and|or|to)"
_COMPARES = re.compile(
    r"\bcompar(?:e|es|ed|ing|ison|isons)\b|\bvs?\.?(?= )|\bversus\b|\bdifferences? between\b|\b(?:which"
    r"|who)(?:'s)?(?: (?:is|are"
    r"|was|were|pays?|gets?|one))?\b[^.?!]{0,30}\b(?:more|less|better|higher|worse|lower)\b|\b(?:more|less|better"
    r"|worse|higher"
    r"|lower|bigger|smaller"
    r"|fewer|larger|differently|different)\b[^.?!]{0,60}\bthan\b|\bbefore and (?:after|since)\b|\bpre[- ]?(?:19"
    r"|20)\d\d\b"
    r"|\bdo(?:es)? (?:the )?(?:kids?|child(?:ren)?|parents?|mums?|dads?)\b[^.?!]{0,30}\b(?:more|less)\b"
)
_CHILD = (
    r"(?:(?:the |a |their |her |his |my )?(?:child(?:ren)?(?:'s)?|kid'?s?|son|daughter|girl|boy|young (?:person"
    r"|people)"
    r"|pupils?))"
)
_PARENT = (
    r"(?:(?:the |a |their |her |his |my )?(?:parents?'?|mum'?s?|mums|mother'?s?|dad'?s?|dads|father'?s?|complainants?"
    r"|carers?|famil(?:y|ies)|adults?))"
)
_SERVICE_USER = (
    r"(?:(?:the |a |their )?(?:service users?|residents?|person (?:in|receiving|getting) (?:the )?care"
    r"|people (?:in|receiving) care|cared[- ]for person|person cared for|clients?))"
)
_PAYEES: tuple[tuple[str, str, ComparedSide, ComparedSide], ...] = (
    (
        _CHILD,
        _PARENT,
        ComparedSide("to the child", payees=(Payee.CHILD,)),
        ComparedSide("to the parent or other complainant", payees=(Payee.COMPLAINANT, Payee.FAMILY_MEMBER)),
    ),
    (
        _SERVICE_USER,
        rf"(?:{_PARENT}|(?:the |their )?(?:relatives?|daughter|son|wife|husband))",
        ComparedSide("to the person receiving the service", payees=(Payee.SERVICE_USER,)),
        ComparedSide("to the complainant or family", payees=(Payee.COMPLAINANT, Payee.FAMILY_MEMBER)),
    ),
)
_PAID = (
    r"(?:(?:what|how much) (?:was|is|were|gets?|got|did) )?(?:(?:payments?|money|sums?|amounts?|remed(?:y"
    r"|ies)|paid|given|went|awarded|£) ?)*"
)
_LINK = (
    rf"[^.?!]{{0,20}}?\b{_AGAINST}\b(?: what)?(?: (?:was|is|were))?(?: (?:paid|given|payments?|went|the|to|for"
    rf"|by))* ?"
)
_BEFORE_AND_AFTER = re.compile(
    rf"\b(?:(?:both )?before and (?:after|since)|pre and post|pre[/-]post) (?:the )?(?:year )?(?:[a-z]+ )?{_YEAR}"
    rf"|\b(?:before|pre|up to|until)[- ]?(?:[a-z]+ )?{_YEAR} {_AGAINST} (?:those |cases |decisions )?(?:after"
    rf"|since|post|from)[- ]?"
    rf"(?:(?:[a-z]+ )?(?:\2)|then)"
    rf"|\b(?:after|since|post|from)[- ]?(?:[a-z]+ )?{_YEAR} (?:\w+ ){{0,3}}?{_AGAINST} (?:those |cases "
    rf"|decisions )?(?:before|pre"
    rf"|up to|earlier)(?: then|[- ]?(?:\3))?"
)
_TWO_SPANS = re.compile(
    rf"\b(?:in |from |between )?{_YEAR}(?: ?(?:-|–|to|and) ?{_YEAR})? (?:vs?\.?|versus|against|compared (?:to"
    rf"|with)|with|and|or|than"
    rf")(?: in| from| the)? {_YEAR}(?: ?(?:-|–|to) ?{_YEAR})?(?!\d)"
)
_ASKING = re.compile(
    r"\b(?:who(?:'s| is| are)?(?= (?:worse|better)\b)|can you|could you|please|pls|i want to|i'd like to|let's"
    r"|lets)?\s*\b(?:compar(?:e|es|ed|ing)|(?:a "
    r"|the )?comparison"
    r"(?: of| between)?|(?:what(?:'s|s| is| are)? )?(?:the |any |is there a |was there a )?differences? between"
    r"|how do(?:es)?)\b"
    r"|\b(?:is|are|was|were|do|does|did|which|who|it|they|councils?|the ombudsman|lgo|lgsco|get|gets|got|pays?"
    r"|paid|one)\b"
    r"(?=.{0,40}\b(?:more|less|higher|lower|better|worse|bigger|smaller)\b)"
    r"|\b(?:usually|normally|generally|typically)\b"
    r"|\b(?:more|less|higher|lower|better|worse|bigger|smaller|larger|different|differently|treated)\b"
    r"|\b(?:what (?:was|is|were|gets?) )?(?:the )?(?:payments?|payouts?|awards?|remed(?:y|ies)|sums?|amounts?"
    r"|money|compensation"
    r"|£+|paid|outcomes?|decisions|cases|results?|record)\b(?: (?:for|in|on|to|about|over|given|paid|between|of"
    r"|by|when|where))*",
    re.IGNORECASE,
)
_EDGES = re.compile(
    r"^(?:\W|\b(?:for|in|on|to|about|over|and|or|the|between|of|than|with|vs?|versus|when|where|by|from|if|as"
    r"|what|paid|was|were"
    r"|is|are|given|both|against|compared|w|any|then|do|does|did|get|gets|got)\b)+|(?:\W|\b(?:for|in|on|to|about"
    r"|over|and|or|the|between|of"
    r"|than|with|vs?|versus"
    r"|by|from|if|as|paid|was|were|is|are|given|both|against|compared|w|any|then)\b)+$",
    re.IGNORECASE,
)
_PARTS = re.compile(
    r"\s+(?:vs?\.?|versus|against|compared (?:to|with)|than(?: for| in| over| about)?)\s+", re.IGNORECASE
)
_PARTS_WITH_AND = re.compile(r"\s+(?:and|with|to|or)\s+(?:for |in |over |about )?", re.IGNORECASE)
_NAMES_BOTH = re.compile(r"\bcompar(?:e|ing)\b|\bcomparison\b|\bdifferences? between\b", re.IGNORECASE)

_ASKS_WHICH = re.compile(
    r"\bcompar(?:e|es|ed|ing|ison)\b|\bdifferences? between\b|\bwhich\b|\b(?:more|less|better|worse|higher|lower"
    r"|bigger"
    r"|smaller|different(?:ly)?|harder)\b",
    re.IGNORECASE,
)
_AGAINST_SOMEBODY = re.compile(
    r"\W*(?:\w+ ){0,2}?(?:allegations?|accusations?|complaints?|claims?|action|appeals?|evidence|case)\W+(?:vs?"
    r"|versus"
    r"|against)\b",
    re.IGNORECASE,
)
# "missed visits vs late assessments": so few words stand on either side of a bare "vs".
_WORDS_OF_TWO_SUBJECTS = 10


@dataclass(frozen=True)
class Comparison:
    """The sides of a comparison, what is compared about them, and what was read into the question."""

    sides: tuple[ComparedSide, ...]
    topic: str
    note: str


def find_comparison(text: str, topic: str, mentions: Sequence[Mention], bodies: Iterable[str]) -> Comparison | None:
    """The comparison that a question in lower case asks for; None where it asks for none or names no two sides.

    ``topic`` is what the question is about so far; ``bodies`` are those it is limited to. A side by subject needs a
    topic of two parts; every other comparison keeps the topic, which may then come from an earlier turn.
    """
    if _COMPARES.search(text) is None:
        return None
    for child, parent, first, second in _PAYEES:
        found = re.search(rf"\b{_PAID}(?:to |for |by )?{child}{_LINK}{parent}\b", text)
        if found:
            return _made((first, second), topic, [found[0]])
        found = re.search(rf"\b{_PAID}(?:to |for |by )?{parent}{_LINK}{child}\b", text)
        if found:
            return _made((second, first), topic, [found[0]])
    times = _two_times(text)
    if times is not None:
        said, sides = times
        return _made(sides, topic, [said])
    asked = [mention for mention in mentions if mention.use is Use.ASKED and set(mention.names) <= set(bodies)]
    if len({mention.names for mention in asked}) >= 2:
        held = {
            mention.names: ComparedSide(
                tell_bodies(mention.names) if mention.is_group else mention.names[0], bodies=mention.names
            )
            for mention in asked
        }
        return _made(tuple(held.values()), topic, [mention.said for mention in asked])
    return _two_subjects(topic)


def years_of_trend(
    first: date | None, last: date | None, oldest: date | None, newest: date | None
) -> tuple[ComparedSide, ...]:
    """A side for each year that a trend covers, the earliest first, at most the last twelve; none without dates."""
    if oldest is None or newest is None:
        return ()
    begin, end = max(first or oldest, oldest), min(last or newest, newest)
    years = range(max(begin.year, end.year - _MOST_YEARS + 1), end.year + 1)
    return tuple(
        ComparedSide(str(year), date_from=max(date(year, 1, 1), begin), date_to=min(date(year, 12, 31), end))
        for year in years
    )


def _made(sides: tuple[ComparedSide, ...], topic: str, said: Sequence[str]) -> Comparison:
    rest = topic
    for words in said:
        rest = re.sub(re.escape(words.strip()), " ", rest, flags=re.IGNORECASE)
    rest = _without_asking(rest)
    kept = rest if content_words(rest) else ""
    labels = " with ".join(f"“{side.label}”" for side in sides)
    return Comparison(sides, kept, f"Read as a comparison of {labels}.")


def _without_asking(topic: str) -> str:
    rest = take_out(topic, [match.span() for match in _ASKING.finditer(topic)])
    return _EDGES.sub("", rest)


def _two_times(text: str) -> tuple[str, tuple[ComparedSide, ComparedSide]] | None:
    """The words that name two spans of time, and the spans: around one year, or two years or rows of years."""
    found = _BEFORE_AND_AFTER.search(text)
    if found:
        year = int(found[1] or found[2] or found[3])
        start = date(year, 1, 1)
        before = ComparedSide(f"before {year}", date_to=start - timedelta(days=1))
        return found[0], (before, ComparedSide(f"from {year} on", date_from=start))
    found = _TWO_SPANS.search(text)
    if found is None:
        return None
    first, first_to, second, second_to = found.groups()
    if first_to and not second_to and re.search(r"between [^.?!]*$", text[: found.start() + 8]):
        return None
    sides = (_years(int(first), int(first_to or first)), _years(int(second), int(second_to or second)))
    return (found[0], sides) if sides[0] != sides[1] else None


def _years(first: int, last: int) -> ComparedSide:
    first, last = min(first, last), max(first, last)
    label = str(first) if first == last else f"{first} to {last}"
    return ComparedSide(label, date_from=date(first, 1, 1), date_to=date(last, 12, 31))


def _two_subjects(topic: str) -> Comparison | None:
    """Two parts of the topic, each with a matter of its own: "missed visits vs late assessments"."""
    # "allegations vs foster carer" is against somebody, and so is "vs" in a story.
    is_asked = _ASKS_WHICH.search(topic) is not None
    if not is_asked and (len(topic.split()) > _WORDS_OF_TWO_SUBJECTS or _AGAINST_SOMEBODY.match(topic)):
        return None
    parts = _PARTS.split(topic)
    if len(parts) == 1 and _NAMES_BOTH.search(topic):
        parts = _PARTS_WITH_AND.split(_without_asking(topic))
    named = [_without_asking(part) for part in parts]
    if len(named) != 2 or not all(content_words(part) and len(part) <= _LONGEST_LABEL for part in named):
        return None
    sides = tuple(ComparedSide(part, topic=part) for part in named)
    return Comparison(sides, f"{named[0]}; {named[1]}", f"Read as a comparison of “{named[0]}” with “{named[1]}”.")
