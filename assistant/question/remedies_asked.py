"""A question → the remedies and payees by which it limits the cases ("only got an apology", "payments to the child").

What was only said or offered in the asker's own matter limits nothing.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.domain import Payee, RemedyKind
from assistant.question.said_of_cases import CASES, PERSON
from assistant.question.words import Span

_WAS_TOLD = (
    r"(?:had to|have to|has to|was told to|were told to|told to|was made to|were made to|made to|was asked to"
    r"|were asked to|agreed to|ordered to|was ordered to|must)"
)
# "only the ones where the council paid", "cases in which money was paid": whoever paid or got, and nothing behind it.
_WITH_A_PAYMENT = (
    rf"(?:(?:{CASES}|those|any|only|just)(?: of (?:them|those|these))? (?:in which|where|when|that|which|who)"
    r" (?:(?:the |a |any )?(?:councils?|las?|body|bodies|authorit(?:y|ies)|providers?|they|it|there"
    rf"|something|anything|money|compensation|a sum|sums|payments?|cash|{PERSON}) )?"
    r"(?:(?:actually|really|did|ever|also|had to|have to|has to|was told to|were told to|was made to|agreed to|ended up"
    r"|was|were|got|has been|have been|been|had|is|has|have) )*"
    r"(?:paid|pay|paying|made|given|awarded|agreed|coughed up|compensated|got|received|a payment|payments?|payouts?)"
    r"(?: (?:out|up|them|people|families|the family|anything|something|money|any money|some money|compensation|cash"
    r"|a sum|a payment|payments?|paid|a payout))*"
    r"|(?:which|any|how many) of (?:them|those|these) (?:actually |ever )?(?:paid|got|received)"
    r"(?: (?:out|anything|something|money|compensation))*"
    r"|(?:only|just|ones|cases|decisions) (?:the )?(?:paid|paying|compensated) (?:ones|cases|decisions)"
    r"|(?:only|just) (?:the )?(?:ones |cases |decisions |those )?with (?:an? )?(?:payments?|money|sums?|cash|payouts?"
    r"|compensation))(?=\W*(?:$|please\b|pls\b|only\b))"
)
_KINDS: tuple[tuple[RemedyKind, re.Pattern[str]], ...] = (
    (
        RemedyKind.PAYMENT,
        re.compile(
            rf"\b{_WITH_A_PAYMENT}|"
            r"\b(?:actual (?:payments?|money|cash)|(?:ones|cases|decisions) with (?:an? )?(?:money|payments?"
            r"|cash|payout)|(?:payments?|money|cash) only|(?:only"
            r"|just) (?:the )?(?:payments?|money|cash)(?: awards)?|real money"
            r"|not (?:just )?(?:fees|charges|debts?|refunds?|arrears)(?: (?:being|were|was))? ?(?:wiped|waived"
            r"|written off|refunds?|cancelled|reduced)?"
            r"|payment rather than|paid in cash|cash in hand|not a (?:refund|waiver|write[ -]off)|no (?:refunds"
            r"|waivers|write[ -]offs))\b"
        ),
    ),
    (
        RemedyKind.REFUND,
        re.compile(
            r"\b(?:(?:cases|ones|decisions|any|examples|complaints|which|that"
            r"|where) ((?:[a-z'-]+ ){0,4}?)(?:ended (?:in|with)"
            r" (?:a |the )?(?:refunds?|waiver|write[ -]off)(?: or cancell?ed [a-z]+)?"
            r"|(?:was|were|got|had|being|been) (?:knocked off|let off|wiped|waived|refunded|written off)"
            r"(?: or (?:waived|refunded|written off))?)"
            r"|refunds? (?:rather than|instead of|(?:and )?not) (?:payments?|cash|money|compensation)"
            r"|(?:only|just) (?:the )?(?:refunds|write[ -]offs|waivers)|(?:refunds?|write[ -]offs?|waivers?) only"
            r"|(?:cases|ones|decisions|any|examples) (?:where|with) ((?:[a-z']+ ){0,5})(?:refunds?|refunded"
            r"|written off|wrote off|waived|reimbursed))\b"
        ),
    ),
    (
        RemedyKind.APOLOGY,
        re.compile(
            r"\b(?:(?:only|just) (?:got |an? |the |given )*apolog(?:y|ies)(?! (?:was|were|is) )|apolog(?:y"
            r"|ies) only|only a sorry"
            r"|just a sorry(?= cases| ones)|(?:where|when|which|that|ones|cases|any) (?:they|the council|councils?|it)"
            r" (?:only |just |had |have |to |simply |were |was |told )*apologi[sz]ed?"
            r"|(?:where|with|got|getting|and) an apology(?: (?:was )?(?:given|made|agreed|recommended|ordered))?"
            r"(?=\W*$| only| ones| cases))\b"
        ),
    ),
    (
        RemedyKind.SERVICE_IMPROVEMENT,
        re.compile(
            rf"\b(?:(?:only|just) (?:the )?service improvements|service improvements only"
            rf"|(?:{CASES}|any|where|which|with)\b ((?:[a-z']+ ){{0,5}}?)(?:re-?train(?:ing|ed)|training)"
            r" (?:was |were |had to be |to be |has been |being )?(?:ordered|recommended|agreed|required|given|arranged"
            r"|asked for|promised|delivered)"
            rf"|(?:{CASES}|any|where|which|with) ((?:[a-z']+ ){{0,4}}?){_WAS_TOLD} (?:change|review|rewrite|re-?train"
            r"|update|revise|amend|train|remind)(?: (?:its|their|the|all|his|her|staff))*"
            r"(?: (?:staff|officers|polic(?:y|ies)|procedures?|process(?:es)?|practices?|guidance|letters?|training"
            r"|website))?"
            r"|(?:where|with|any) ((?:[a-z']+ ){0,3})(?:polic(?:y|ies)|procedures?|process(?:es)?) (?:was|were"
            r"|had to be"
            r"|be) (?:changed|reviewed|rewritten|updated|revised))\b"
        ),
    ),
    (
        RemedyKind.REASSESSMENT,
        re.compile(
            rf"\b(?:{CASES}|any|where|which|with)\b ((?:[a-z']+ ){{0,4}}?)(?:{_WAS_TOLD} (?:reassess|re-assess"
            rf"|reconsider"
            r"|look again|decide again|hold a (?:new|fresh) \w+|rehear)"
            r"|(?:a |an )?(?:fresh|new|second|another) (?:appeal|hearing|assessment|decision|panel|review)(?: hearing)?"
            r" (?:was |were |had to be )?(?:ordered|offered|arranged|recommended|agreed|held))\b"
        ),
    ),
    (
        RemedyKind.BACKDATED_PROVISION,
        re.compile(
            rf"\b(?:{CASES}|any|where|which|with)\b ((?:[a-z']+ ){{0,5}}?)(?:(?:was|were|got|had|being|been)"
            rf" (?:it |them )?back-?dat(?:ed|ing)|{_WAS_TOLD} back-?date)\b"
        ),
    ),
)
# What is no case of these words: "my council paid me nothing" is a story, "where nothing was paid" limits the cases.
_NO_MONEY = (
    r"(?:no|not a|without any|without) (?:payments?|money|compensation|payouts?|pay outs?|awards?|cash|penny"
    r"|financial (?:remedy|remedies|award)|sums?(?: of money)?|refunds?)(?: at all)?"
)
_GIVEN = r"(?:paid|made|awarded|given|agreed|recommended|ordered|offered)"
_DONE = rf"(?: (?:(?:was|were|is|had been|has been|got|being) )?{_GIVEN})?"
_WHERE = r"(?:in which|where|when|that|which|who)"
_HAD = r"(?:had|have|has|got|get|paid|made|ended (?:in|with)|resulted in)"
_UNPAID = re.compile(
    rf"\b(?:{CASES}(?: of fault| upheld)?(?: with| {_WHERE})?(?: there (?:was|were)| they| people| it| the council)?"
    rf"(?: {_HAD})? {_NO_MONEY}{_DONE}"
    rf"|(?:where|when) (?:was|were) (?:nothing|{_NO_MONEY}) {_GIVEN}"
    rf"|(?:{CASES} )?{_WHERE} (?:there (?:was|were) )?(?:nothing|{_NO_MONEY}) (?:was|were|got|had been|is) {_GIVEN}"
    rf"|(?:{CASES} )?{_WHERE} (?:the |a )?(?:{PERSON}|council|it) (?:only )?"
    rf"(?:got|received|paid|had|(?:was|were) (?:paid|given|awarded)) (?:nothing|{_NO_MONEY})"
    rf"|(?:{CASES}|those|councils) (?:that|who|which|where (?:they|the council)) "
    r"(?:didn't|didnt|did not|never|haven't|hasn't) (?:have to |had to )?(?:pay|paid)(?: (?:anything|out|a penny))?"
    rf"|(?:unpaid|no[- ]payment|no[- ]money|nil[- ]award) {CASES}"
    rf"|(?<=upheld )(?:but |with |and )?{_NO_MONEY}{_DONE}|(?<=fault )(?:but|with) {_NO_MONEY}{_DONE}"
    rf"|(?:only|just|with|but) {_NO_MONEY}(?: (?:only|ones|cases))?{_DONE}(?=\W*$| ones| cases))(?!\w)"
)
_SAYS_ONLY = re.compile(r"\b(?:only|just)\b")
_MONEY_KINDS = (RemedyKind.PAYMENT, RemedyKind.REFUND)
_ONLY_APOLOGY_IN_STORY = re.compile(
    r"\b(?:i|we|she|he|they|only|me|us)(?:'ve| have| has)? (?:only |just )?(?:got|offered|gave|given|received"
    r"|had) (?:an? |only |just |us |me )*(?:apology|sorry)\b"
)
_PAYEES: tuple[tuple[Payee, str], ...] = (
    (Payee.CHILD, r"(?:child|children|kids?|young (?:person|people)|pupils?)"),
    (Payee.COMPLAINANT, r"(?:parents?|mums?|mothers?|dads?|fathers?|complainants?)"),
    (Payee.SERVICE_USER, r"(?:service users?|residents?|person (?:who|that) (?:got|gets|received|receives|had) care)"),
    (Payee.FAMILY_MEMBER, r"(?:famil(?:y|ies)(?: members?)?|relatives?|wife|husband|siblings?)"),
)
_PAID = r"(?:payments?|money|sums?|awards?|amounts?|paid|payouts?)"


def _paid_only_to(person: str) -> re.Pattern[str]:
    """Payments to one kind of person only: "payments to the child not the parent", "just those to the mum"."""
    return re.compile(
        rf"\b(?:{_PAID} (?:that were |made |paid |only |just )*(?:to|for) (?:the )?{person}"
        r"(?: (?:only|themselves|himself|herself|not (?:to )?(?:the )?(?:parents?|mum|mother|dad|father|child|children"
        r"|kids?|council|family)))"
        rf"|(?:only|just) (?:the )?(?:ones )?(?:{_PAID}|ones|those)? ?(?:paid |made )?to (?:the )?{person}"
        rf"|^\W*(?:and |only |just )*{_PAID} to (?:the )?{person}\W*$)\b"
        # After an answer: "and to the child?", "what about to the mum".
        r"|^\W*(?:(?:and|but|or|ok|what about|how about|anything|what|how much|paid|was paid|went)\b\W*)+"
        rf"to (?:the )?{person}\W*$"
    )


_TO_WHOM = tuple((payee, _paid_only_to(person)) for payee, person in _PAYEES)
_TOLD_OR_SAID = re.compile(
    r"\b(?:sa(?:id|ys?|ying)|told (?:me|us|him|her|them)|tell(?:s|ing)? (?:me|us)|wr(?:ote|ites?)|repl(?:ied|ies)"
    r"|admit\w*|accept\w*|claim\w*|insist\w*|letter|email|response|reply) $"
)


def _around_the_matter(match: re.Match[str]) -> list[Span]:
    """The match without its captured words: "cases where [tax arrears were] written off" keeps its matter."""
    pieces, position = [], match.start()
    for group in range(1, (match.re.groups or 0) + 1):
        if match.start(group) >= position:
            pieces.append((position, match.start(group)))
            position = match.end(group)
    return [piece for piece in (*pieces, (position, match.end())) if piece[0] < piece[1]]


@dataclass(frozen=True)
class RemediesAsked:
    """Kinds of remedy that a case must have and must not have, whose payments count, and where all that is said."""

    kinds: tuple[RemedyKind, ...] = ()
    kinds_not: tuple[RemedyKind, ...] = ()
    payees: tuple[Payee, ...] = ()
    spans: tuple[Span, ...] = ()


def find_remedies_asked(text: str, taken: Sequence[Span], *, is_short: bool) -> RemediesAsked:
    """The limits by remedy and payee that a question in lower case sets; none for a story that tells of a remedy.

    ``taken`` are the places that limit by outcome; only a question that ``is_short`` is asked whether nothing was paid.
    """
    kinds: list[RemedyKind] = []
    kinds_not: tuple[RemedyKind, ...] = ()
    spans: list[Span] = []
    paid_to = [(payee, match.span()) for payee, pattern in _TO_WHOM if (match := pattern.search(text))]
    for kind, pattern in _KINDS:
        match = pattern.search(text)
        # "just payments to the child" says who was paid, and not that only payments are meant.
        if match is None or any(match.start() < end and start < match.end() for _, (start, end) in paid_to):
            continue
        if _TOLD_OR_SAID.search(text[max(0, match.start() - 40) : match.start()]):
            continue  # "they said that they apologise": told of one's own matter
        if kind is RemedyKind.APOLOGY and _ONLY_APOLOGY_IN_STORY.search(text):
            continue
        kinds.append(kind)
        if kind is RemedyKind.APOLOGY and _SAYS_ONLY.search(match[0]):
            kinds_not = _MONEY_KINDS
        spans += _around_the_matter(match)
    unpaid = _UNPAID.search(text) if is_short else None
    if unpaid and not any(unpaid.start() < end and start < unpaid.end() for start, end in (*taken, *spans)):
        kinds_not = _MONEY_KINDS
        spans.append(unpaid.span())
    spans += [span for _, span in paid_to]
    return RemediesAsked(tuple(kinds), kinds_not, tuple(payee for payee, _ in paid_to), tuple(spans))
