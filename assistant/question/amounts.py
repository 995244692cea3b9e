"""Sums by which a question limits the awards ("a grand or more", "3k+", "under £200").

A sum in the story ("an invoice for £21k", "is it £100 a month") limits nothing: a limit is said of awards, payments
or what somebody got, and stands with a word of more or less.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import islice

from assistant.question.words import Span, Wording, tells_a_story
from assistant.text import format_money

# A question with more sums than this tells a long story; further ones are not weighed one by one.
_MOST_SUMS = 12
_SUM = (
    r"(?:£ ?)?(?:\d{1,3}(?:,\d{3})+|\d{1,6})(?:\.\d{1,2})?(?: ?(?:k|grand|thousand|quid|pounds"
    r"|hundred))?(?![\w,.]*\d)(?![a-z])"
    r"|(?:a|one|two|three|four|five|six|ten|half a) (?:grand|thousand|hundred)(?: pounds| quid)?|four figures"
    r"|five figures"
)
_AT_LEAST = re.compile(
    rf"(?:\b(?:over|above|more than|at least|min(?:imum)?(?: of)?|no less than|not less than|upwards of|north of"
    rf"|exceeding|bigger than"
    rf"|(?:drop|lower|bring|raise|put|change|make|move) (?:it|that|this|the (?:limit|minimum|amount|figure|sum|floor))"
    rf" (?:down |up )?to"
    rf"|greater than|higher than|in excess of|larger than|from)|>=?) ?({_SUM})(?:\s?\+| or (?:more|over|above))?"
)
_OR_MORE = re.compile(
    rf"(?<![\w£])({_SUM}) ?(?:\+|(?:or|and) (?:more|over|above|up(?:wards)?|higher|bigger)\b|up\b(?=\W*$|,)"
    rf"|plus\b|upwards\b"
    rf"|minimum\b|min\b)"
)
_AT_MOST = re.compile(
    rf"(?:\b(?:under|below|less than|at most|max(?:imum)?(?: of)?|no more than|not more than|up to|smaller than"
    rf"|lower than|fewer than)"
    rf"|<=?) ?({_SUM})"
)
_OR_LESS = re.compile(rf"(?<![\w£])({_SUM}) (?:or|and) (?:less|under|below|lower)\b")
_BETWEEN = re.compile(
    rf"\b(?:between|from) ({_SUM}) ?(?:and|to|-) ?({_SUM})"
    r"|(?<![\w£])(£ ?\d[\d,]*k?) ?(?:-|to) ?(£ ?\d[\d,]*k?)(?![\d,]*\d)"
)
_FIGURES = re.compile(r"\b(?:in )?(four|five) figures?\b")

_SAID_OF_AWARDS = re.compile(
    r"\b(?:anything|pay|awards?|awarded|payments?|payouts?|pay outs?|paid(?! (?:my|for|our|his|her))|remed(?:y|ies)"
    r"|compensation|compo|sums|settlements?"
    r"|got|gets?|getting|received|won|cases|decisions|ones|any|anyone|anybody|redress|figures|amounts|those|only"
    r"|just)\b"
)
# "and less than £300": nothing but words that tie it to what was asked before.
_JOINS = re.compile(
    r"\W{0,3}|\W*(?:(?:and|but|or|ok|okay|now|then|also|what about|how about|show me|the ones?|those|with)\b\W*)+"
)
_ASKS_WHETHER = re.compile(
    r"\b(?:is|was|would|should|could|will|can) (?:it|that|this|we|i|they|he|she|the council) (?:be |get |ask "
    r"|expect |claim |offer |pay )?"
    r"|\b(?:do|should|could|can|would) (?:i|we)\b|\bworth\b|\bgoing rate\b"
)
_OWN_MONEY = re.compile(
    r"\b(?:invoices?|bill(?:ed|s)?|charg(?:e|ed|es|ing)|fees?|debts?|owe[sd]?|arrears|overpayments?|claw(?:ed"
    r"|ing)?|costs?|rent|savings"
    r"|capital|income|bank|salary|wages|fine[sd]?|deposit|funeral|house|mortgage|quot(?:e|ed)|grant|benefits?"
    r"|a week|weekly)\b"
)
_RATE = re.compile(
    r"^(?:\s?\+)? ?(?:a|per|each|every|/|p) ?(?:months?|mth|week|wk|term|year|day|hour|cm|pw|pcm|person)\b"
    r"|^ ?(?:pcm|pw|pm|%)\b"
)
_NO_MONEY = re.compile(
    r"^(?:\s?\+)? ?(?:or (?:more|less) )?(?:months?|mths?|weeks?|wks?|years?|yrs?|days?|hours?|hrs?|terms?|kids"
    r"|children|people|times"
    r"|visits?|miles?|metres?|cases|decisions|complaints|councils|bedrooms?|bed|working|calls|percent|%|stone"
    r"|social|bins?)\b"
)
_WORD_NUMBERS = {"a": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "ten": 10, "half a": 0.5}


# From a penny on: any payment of which the sum is known.
LEAST_STATED_PENCE = 1


@dataclass(frozen=True)
class AmountLimit:
    """Least and most of a single award in pence, both inclusive, either missing."""

    least: int | None = None
    most: int | None = None
    spans: tuple[Span, ...] = ()

    def describe(self) -> str:
        """``payments of £1,000 or more`` and the like."""
        if self.least is not None and self.most is not None:
            return f"payments from {format_money(self.least)} to {format_money(self.most)}"
        if self.least == LEAST_STATED_PENCE:
            return "payments whose sum is stated"
        if self.least is not None:
            return f"payments of {format_money(self.least)} or more"
        return f"payments of {format_money(self.most)} or less" if self.most is not None else ""


def find_amount_limit(wording: Wording) -> AmountLimit:
    """The limit a question sets on the sums paid; an empty limit where it sets none."""
    text = wording.lower
    if not (wording.has_any("grand", "thousand", "hundred", "figures", "figure") or re.search(r"\d", text)):
        return AmountLimit()
    for match in islice(_BETWEEN.finditer(text), _MOST_SUMS):
        least, most = (read_pence(said) for said in match.groups() if said)
        if least and most and _looks_like_money(match[0], least) and _limits_awards(wording, match.span()):
            return AmountLimit(min(least, most), max(least, most), (match.span(),))
    limit = AmountLimit()
    for match in islice(_FIGURES.finditer(text), _MOST_SUMS):
        if _limits_awards(wording, match.span()):
            limit = AmountLimit(100_000 if match[1] == "four" else 1_000_000, None, (match.span(),))
    for patterns, is_least in (((_OR_MORE, _AT_LEAST), True), ((_OR_LESS, _AT_MOST), False)):
        found = _first_sum(wording, patterns)
        if found is not None:
            pence, span = found
            least, most = (pence, limit.most) if is_least else (limit.least, pence)
            limit = AmountLimit(least, most, (*limit.spans, span))
    return limit


def _first_sum(wording: Wording, patterns: tuple[re.Pattern[str], ...]) -> tuple[int, Span] | None:
    """The first sum that one of the patterns finds and that is said of awards."""
    for pattern in patterns:
        for match in islice(pattern.finditer(wording.lower), _MOST_SUMS):
            pence = read_pence(match[1])
            if pence and _looks_like_money(match[1], pence) and _limits_awards(wording, match.span()):
                return pence, match.span()
    return None


def read_pence(said: str) -> int | None:
    """``£1,000``, ``3k``, ``a grand``, ``half a grand``, ``500 quid`` in pence; None for what is no sum."""
    number = re.search(r"\d[\d,]*(?:\.\d+)?", said)
    if number:
        value = float(number[0].replace(",", ""))
    else:
        word = next((word for word in _WORD_NUMBERS if said.startswith(f"{word} ")), None)
        if word is None:
            return None
        value = _WORD_NUMBERS[word]
    if re.search(r"\dk\b|\d k\b|grand|thousand", said):
        value *= 1000
    elif "hundred" in said:
        value *= 100
    return round(value * 100)


def _looks_like_money(said: str, pence: int) -> bool:
    """True for a sum with a sign or a word of money, or a bare number that is no year and at least fifty."""
    if re.search(r"£|grand|quid|pound|thousand|hundred|\dk\b|\d k\b", said):
        return True
    return pence >= 5_000 and not 190_000 <= pence <= 210_000


def _limits_awards(wording: Wording, span: Span) -> bool:
    """True where a sum is said of what was paid to people, as a limit and not as a question about one's own sum."""
    text = wording.lower
    behind = text[span[1] : span[1] + 30]
    if _RATE.match(behind) or _NO_MONEY.match(behind):
        return False
    start, end = wording.clause_at(span[0])
    clause = f"{text[start : span[0]]} {text[span[1] : end]}"
    if len(clause.strip(" .,?!;:-")) < 3:
        first, last = wording.sentence_at(span[0])
        clause = f"{text[first : span[0]]} {text[span[1] : last]}"
    if _ASKS_WHETHER.search(clause) or tells_a_story(clause):
        return False
    without_fees = re.sub(r"\bnot (?:just )?(?:the )?(?:fees?|charges?|debts?)[^.?!]*", " ", clause)
    if _OWN_MONEY.search(without_fees) and not re.search(
        r"\b(?:awards?|payouts?|remed(?:y|ies)|compensation|cases|decisions)\b", clause
    ):
        return False
    return _JOINS.fullmatch(text[: span[0]]) is not None or _SAID_OF_AWARDS.search(clause) is not None
