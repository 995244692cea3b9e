"""A question → whether it asks which cases are nearest to facts that it tells ("most like a child out of school").

Without facts of its own it asks for the nearest case of the last answer, which is read where pointing words are.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from assistant.question.asking import has_subject
from assistant.question.words import Span, Wording, take_out

_CASES = r"(?:ones?|cases?|decisions?|precedents?|examples?|matches|match|comparators?)"
_OF_THEM = r"(?: (?:of|among|out of|from) (?:all )?(?:them|those|these|the)(?: (?:cases|decisions|ones|results))?)?"
_OURS = (
    r"(?:mine|ours|this|these facts|(?:my|our|her|his|their|this|the|a|my client's|our client's) (?:own )?"
    r"(?:case|cases|situation|complaint|circumstances|facts|matter|client|client's(?: case)?))"
)
_LIKENESS = (
    r"(?:(?:the )?(?:closest|nearest)|(?:the )?most (?:similar|like|alike|comparable|relevant)"
    r"|(?:the )?best (?:match|fit|precedent|comparator))"
)
# "Which is the nearest school": of a place, and of no case.
_PLACE = r"(?! (?:suitable |available )?(?:school|home|placement|college|nursery|stop|road|hospital|town|place))"
_ASKS = re.compile(
    rf"\b(?:which|what|whats|what's)(?: {_CASES})?{_OF_THEM}(?: (?:is|are|was|were|comes|come|would be|looks|seems))?"
    rf"(?: {_CASES})? {_LIKENESS}\b{_PLACE}(?: {_CASES})?{_OF_THEM}(?: (?:to|for|with|like))?(?: {_OURS}\b)?"
    r"(?: (?:where|in which|which is|namely|when|that is|if))?[\s:,–-]*"
    rf"|\b(?:rank|order|sort) (?:them|these|those|the cases|the decisions)(?: {_CASES})? (?:by|according to) "
    rf"(?:how (?:close|near|similar|like|relevant) they are|nearness|closeness|similarity|relevance|likeness)"
    rf"(?: (?:to|with))?(?: {_OURS}\b)?[\s:,–-]*"
)
_LONGEST_LOOKED_THROUGH = 4_000


@dataclass(frozen=True)
class NearestAsked:
    """Whether cases are asked for in the order of their nearness to facts told, and where it is said."""

    is_asked: bool = False
    spans: tuple[Span, ...] = ()


def find_nearest(wording: Wording) -> NearestAsked:
    """The request for what is nearest; none where the question tells no facts beside it.

    >>> find_nearest(Wording("which of these is most like a child who missed a year of school?")).is_asked
    True
    >>> find_nearest(Wording("which one is most like mine?")).is_asked
    False
    """
    found = _ASKS.search(wording.lower[:_LONGEST_LOOKED_THROUGH])
    if found is None or not has_subject(take_out(wording.text, [found.span()])):
        return NearestAsked()
    return NearestAsked(True, (found.span(),))
