"""A question → the period of the rate it asks for ("how much per month?"), and where it says so.

Rates are told apart from sums, so that whoever asks for one is told first whether any is stated. What is charged or
paid as an allowance has a rate too: there the words are the matter.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from assistant.labels import RATE_PERIODS
from assistant.question.words import Span, Wording

# A longer text tells of so many things by the week that nothing can be read from it.
_LONGEST = 300
_PERIOD = rf"(?P<per>{'|'.join(RATE_PERIODS)})s?"
_EACH = r"(?:per|an?|each|every|for (?:each|every)|by the|/)"
_ADVERB = r"(?P<adverb>monthly|weekly|fortnightly|termly|yearly|annual|daily|nightly|hourly)"
_SUM = r"(?:rates?|figures?|amounts?|sums?|tariffs?|payments?|pay-?outs?|awards?|compensation)"
_THE = r"(?:the |an? |any |usual |typical |normal |going |standard |likely )*"
_ASKS = (
    r"(?:(?:and |so |but |ok |is there |was there |are there |what(?:'s|s| is| are| was| were)? |give me |show me )*)"
)
_OF = r"(?: (?:of|for|when|where|in|over|paid|given|awarded|if)\b)*"
_RATES = (
    re.compile(
        r"\b(?:how much|what)(?:'s|s)?(?: (?:money|compensation|is|was|do|does|did|would|will|should|could|they|people"
        r"|families|you|we|i|councils?|the council|it|that|this|the|ombudsman|lgsco|lgo|payment|rate|sum|usually"
        r"|normally|typically|get|gets|got|paid?|pays|give|gives|given|award|awarded|be|come|comes|work|works|out|to|at"
        r"|recommend|expect)){0,8} "
        rf"{_EACH} ?{_PERIOD}\b{_OF}"
    ),
    re.compile(
        r"^\W*(?:(?:and|so|ok|but|what|is|was|that|that's|it|how|about|or|sums?|rates?|figures?|amounts?|much|any|payments?"
        rf"|paid|as an?)\b\W*)*{_EACH} ?{_PERIOD}(?: (?:rate|figure|sum|then|of delay|of loss|lost|missed))*\W*$"
    ),
    re.compile(
        rf"\b{_ASKS}{_THE}{_ADVERB} {_SUM}\b{_OF}|^\W*(?:(?:and|or|so|but) )*(?P<alone>monthly|weekly|termly)\W*$"
    ),
    re.compile(rf"\b{_ASKS}{_THE}{_SUM}(?: paid| given)? (?:per|for each|for every|by the|a|each) ?{_PERIOD}\b{_OF}"),
)
# A rate that is the matter itself: what is charged, or paid every week as an allowance.
_OF_A_CHARGE = re.compile(
    r"\b(?:charg\w+|bill(?:ed|s)?|invoic\w+|fees?|rent|cost(?:s|ing)?|contribut\w+|top[ -]?ups?|direct payments?"
    r"|personal budget|allowances?|benefits?|wages?|fares?|hours of|earn\w*|owe[sd]?|instal\w+|reduction|fostering)\b"
)
_OF_ADVERBS = {
    "monthly": "month",
    "weekly": "week",
    "fortnightly": "fortnight",
    "termly": "term",
    "yearly": "year",
    "annual": "year",
    "daily": "day",
    "nightly": "night",
    "hourly": "hour",
}


@dataclass(frozen=True)
class RateAsked:
    """The period of the rate asked for ("month"), None where none is asked for, and where it is said."""

    per: str | None = None
    spans: tuple[Span, ...] = ()


def find_rate(wording: Wording) -> RateAsked:
    """The rate that a question asks for; none in a long text, and none where a charge or an allowance is the matter.

    >>> find_rate(Wording("and per month?")).per
    'month'
    >>> find_rate(Wording("how much a week can they charge for the care home")).per is None
    True
    """
    text = wording.lower
    if len(text) > _LONGEST or _OF_A_CHARGE.search(text):
        return RateAsked()
    for pattern in _RATES:
        if match := pattern.search(text):
            said = match.groupdict()
            adverb = said.get("adverb") or said.get("alone")
            return RateAsked(_OF_ADVERBS[adverb] if adverb else said["per"], (match.span(),))
    return RateAsked()
