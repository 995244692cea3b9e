"""Words of a follow-up that take a limit away ("forget the council", "all years", "whatever the outcome").

They mean something only where an earlier question set a limit; standing alone they are words that carry no topic.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from assistant.question.assumptions import AMOUNT, BASIS, BODY, DATE, LIMITS, NOT_BODY, OUTCOME, PAYEE, REMEDY_KIND
from assistant.question.words import Span, Wording

# Only a short question is nothing but a wish to loosen; a story may say "all councils" of anything.
_SHORT = 120
_DROP = (
    r"(?:(?:forget|drop|remove|without|lose|ignore|scrap|clear|lift|skip|never mind|get rid of"
    r"|leave out|take (?:off|out"
    r"|away)|don'?t (?:care|mind) about|not bothered about|undo|cancel|no) (?:about )?(?:(?:the|that|any|all|this|those"
    r"|my|of|limit on|limits on|filter on) ){0,3})"
)
_LIMIT = r"(?: (?:filters?|limits?|limitations?|restrictions?|bit|part|range|thing|name))?"
_DONT_MIND = r"(?:,? ?(?:i|we) (?:don'?t|do not) (?:mind|care)(?: (?:which|when|who|where|how much))?)?"

_LOOSENING: tuple[tuple[frozenset[str], re.Pattern[str]], ...] = (
    (
        LIMITS,
        re.compile(
            rf"\b(?:{_DROP}(?:filters?|limits?|restrictions?|limitations?)\b|unfiltered|no filters?|without filters?"
            r"|everything again|the lot again)"
            r"|^\W*(?:(?:and|but|now|ok) )*(?:without|drop|remove|undo|forget) (?:that|it|this)(?: one| limit)?\W*$"
        ),
    ),
    (
        frozenset({BODY, NOT_BODY}),
        re.compile(
            rf"\b(?:{_DROP}(?:councils?|body|bodies|authorit(?:y|ies)|las?|place|area){_LIMIT}"
            r"|(?:across |for |from |in |at )?(?:any|all|every|other)(?: of)?(?: the)?(?: other)? (?:councils?"
            r"|authorit(?:y|ies)|las|bodies|body)"
            rf"(?: in england)?{_DONT_MIND}"
            r"|(?:anywhere|everywhere)(?: else)?|elsewhere|nation(?:ally|wide|al)|country ?wide|across (?:the country"
            r"|england|the board)|who else|not (?:just|only) (?:them|there|that (?:one|council)))\b"
        ),
    ),
    (
        frozenset({DATE}),
        re.compile(
            rf"\b(?:{_DROP}(?:dates?|years?|time){_LIMIT}|(?:for |from |in )?(?:all"
            rf"|any) (?:the )?(?:years?|dates?|time)"
            rf"{_DONT_MIND}|however old|any age|regardless of (?:the )?(?:date|year|age)|whenever it was)\b"
        ),
    ),
    (
        frozenset({OUTCOME}),
        re.compile(
            rf"^\W*(?:show (?:me )?)?(?:both|either)\W*$|\b(?:{_DROP}(?:outcomes?|results?){_LIMIT}|(?:take"
            rf"|leave) (?:the |that )?(?:not )?(?:upheld"
            rf"|closed|lost|won)"
            rf" (?:bit|part|thing|filter|limit|only) (?:off|out|away)|(?:whatever|regardless of|any|all|every"
            rf"|both)(?: the)?"
            rf" (?:outcomes?|results?|way it went)|(?:upheld|won|win|wins|lost|lose|losses) (?:or"
            rf"|and) (?:not(?: upheld)?"
            rf"|won|win|wins|lost|lose|losses)){_DONT_MIND}\b"
        ),
    ),
    (
        frozenset({AMOUNT}),
        re.compile(
            rf"\b(?:{_DROP}(?:amounts?|sums?|minimum|maximum|money|£){_LIMIT}|(?:any|whatever the"
            rf"|all) (?:amounts?|sums?"
            rf"|money)){_DONT_MIND}\b"
        ),
    ),
    (
        frozenset({REMEDY_KIND, PAYEE}),
        re.compile(
            rf"\b(?:{_DROP}(?:remed(?:y|ies)|payees?|kind of remedy){_LIMIT}|(?:any|all|whatever the) (?:kinds? of )?"
            r"remed(?:y|ies)|paid to anyone|whoever (?:it was |was )?paid)\b"
        ),
    ),
    (
        frozenset({BASIS}),
        re.compile(r"\b(?:digests? too|digests? as well|not (?:just|only) (?:the )?full texts?|summaries too)\b"),
    ),
)


@dataclass(frozen=True)
class Loosening:
    """The keys of the limits that a question takes away, and where it says so."""

    keys: frozenset[str] = frozenset()
    spans: tuple[Span, ...] = ()


def find_loosening(wording: Wording) -> Loosening:
    """The limits of an earlier question that this one does without; none in a long one."""
    text = wording.lower
    if len(text) > _SHORT:
        return Loosening()
    keys: set[str] = set()
    spans: list[Span] = []
    for loosened, pattern in _LOOSENING:
        for match in pattern.finditer(text):
            if not any(match.start() < end and start < match.end() for start, end in spans):
                keys |= loosened
                spans.append(match.span())
    return Loosening(frozenset(keys), tuple(spans))
