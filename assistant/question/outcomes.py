"""Outcomes, kinds of remedy and payees by which a question limits the cases ("not upheld only", "where they lost").

"upheld or not" limits nothing, and "the council lost my file" or "they closed my case" is a story.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from assistant.domain import Basis, Outcome, Payee, RemedyKind
from assistant.question.tags import find_outcome_tag
from assistant.question.words import Span, Wording, without_requests

_NOUN = (
    r"(?:ones|cases|decisions|complaints|examples|outcomes|statements|results|precedents|comparators|findings|stuff)"
)
# "the panel changed upheld findings", "remedy for upheld complaints": only these nouns ask for cases by themselves.
_CASES = r"(?:ones|cases|decisions|examples|precedents|comparators|stuff)"
_PERSON = (
    r"(?:carers?|complainants?|parents?|mums?|mothers?|dads?|fathers?|famil(?:y|ies)|people|person|persons?"
    r"|someone|somebody|anyone"
    r"|anybody|they|residents?|applicants?|tenants?|claimants?|clients?|ppl|neighbours?|drivers?|daughters?|sons?"
    r"|relatives?)"
)
_ONLY = r"(?:only|just|show(?: me)?|list|see|find|give me|want|include|filter(?: to| by)?|any|all|the|some|which)"

# "closed in 2025", "upheld since March 2023": a date makes the word one of decisions.
_MONTHS = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"
_BESIDE_A_DATE = (
    rf"(?= (?:(?:decided |dated )?(?:in|since|before|after|from|during|between|until|till|up to|prior to|by|post"
    rf"|pre)[ -]"
    rf"(?:early |late |mid |mid-)?(?:{_MONTHS} )?(?:19|20)\d\d\b|(?:19|20)\d\d\b"
    r"|(?:in |over |within |during )?(?:the )?(?:last|past) (?:[a-z0-9]+ )?(?:years?|months?)|(?:this|last) year))"
)
_OF_CASES = (
    r"(?:ones|cases|decisions|complaints|anything|everything|any|those|which|investigations|examples"
    r"|what)(?: (?:that|which"
    r"|were|was|got|are"
    r"|have|been))*"
)

_WHICH_OF_THEM = (
    r"(?:(?:^\W*(?:and |but )?which|any|how many)(?: (?:of (?:those|them|these)|ones|cases|decisions))? (?:were|was"
    r"|are|got)|(?:were|are|was) (?:any|some)(?: of (?:those|them|these))?)"
)

# "and how many of those lost?", "which of them won?": said of cases, and the last words of the question.
_HOW_MANY_OF_THEM = (
    r"(?:how many|which|any|some|did any)(?: (?:of (?:those|them|these)|ones|cases|decisions)){1,2}"
    r"(?: have| had| were| actually)?"
)
_AT_THE_END = r"(?=\W*(?:$|[?.!]))"

# "noise, cases lost": said of several, by those who complained.
_SEVERAL = r"(?:ones|cases|decisions|complaints)"

# "upheld or not", "upheld or no?", "both upheld and not upheld": the asker wants all.
_EITHER = re.compile(
    r"\b(?:(?<!not )(?<!not-)upheld (?:or|and|/) ?(?:not(?! investigated)|no|not upheld|otherwise|closed"
    r"|un-?upheld|rejected)\b|not[ -]upheld (?:or"
    r"|and|/) ?upheld"
    r"|(?:won|win|wins|winners) (?:or|and) (?:lost|lose|losses|losers)|(?:lost|losses|losers) (?:and|or) (?:won"
    r"|wins|winners)"
    r"|upheld/not(?: upheld)?|whether (?:it was |or not )?upheld|good (?:or|and) bad|fault or (?:not|no fault)"
    r"|win or lose"
    r"|whatever the outcome|any outcome|regardless of outcome|both outcomes|all outcomes)"
)
_AS_WELL = re.compile(r"\b(?:too|as well|also|including|include)\b")

_NOT_UPHELD = re.compile(
    rf"\b{_WHICH_OF_THEM} (?:not upheld|unsuccessful|rejected)\b|"
    rf"\b{_HOW_MANY_OF_THEM} (?:lost|lose|failed){_AT_THE_END}|"
    rf"\b(?:did|do) (?:the )?{_PERSON} (?:lose|fail|not win){_AT_THE_END}|"
    rf"(?<!the )(?<!my )(?<!our )\b{_SEVERAL} (?:lost|dismissed){_AT_THE_END}|"
    rf"\b(?:ones|cases|decisions)\b[^.?!]{{0,40}} (?:that|which|who) (?:have )?lost{_AT_THE_END}|"
    rf"\b{_NOUN} (?:that )?(?:the )?{_PERSON} (?:didn't|didnt|did not) win\b|"
    rf"\b(?:ones|cases|complaints) (?:that )?(?:he|she|they|i|we) (?:have |has )?lost{_AT_THE_END}|"
    rf"^\W*(?:(?:and|so|but|ok) )*(?:who|which(?: ones?| of (?:them|those|these))?) (?:lost|loses?|failed)\W*$|"
    rf"\b(?:(?:not|never|wasn't|weren't|werent|wasnt|non|un)[ -]?upheld(?: {_NOUN})?|no[ -]fault {_NOUN}"
    rf"|{_NOUN} with no fault|{_NOUN} (?:where|when) (?:there was |they found )?no fault"
    rf"|(?:not|no|without|don't want|dont want|do not want) (?:just |only )?(?:the )?(?:wins|winners|successes"
    rf"|success stories|upheld ones)"
    rf"|(?:losing|lost|unsuccessful|failed|rejected) {_NOUN}|{_NOUN} (?:that|which|who|they"
    rf"|people) (?:have )?(?:lost|failed|were lost)\b"
    rf"|any(?:one|body)? (?:that |who |which |people )?(?:has |have )?lost\b(?! (?:the|my|his|her|their|a|an|money"
    rf"|out))"
    rf"|(?:where|when|why) (?:did|do) (?:the )?{_PERSON} (?:fail|lose)\b(?! (?:out|their|the|a)\b)"
    r"|(?:the )?losers|the losses|losses only|only losses"
    r"|(?:councils?|las?|authorit(?:y|ies)|providers?) (?:has |have )?(?:won(?!'?t)|winning|wins|was cleared"
    r"|were cleared|was in the right|cleared|got off|did nothing wrong)"
    r"|(?:where|when|which) (?:they |the ombudsman |lgo |lgsco )?(?:found no fault|no fault was found"
    r"|there was no fault)|(?<=\()no fault(?=\))|(?<![.] )no fault (?:was )?found(?= only|[^\w.]*$)"
    r"|went (?:the council's way|against (?:the )?(?:family"
    r"|parents?|complainants?|them|carer))"
    rf"|(?:where|when|which|that) (?:the |a |an )?(?:[a-z]+ )?{_PERSON} (?:has |have |had )?(?:lost|didn't win"
    rf"|didnt win|did not win|got nowhere|failed|were unsuccessful|was unsuccessful)"
    r"(?=$|[\s]*[?.!,;:)]| (?:out|instead|please|pls|their case|the case|their complaint|the complaint|and|or|not"
    r"|since|before|after|from|in \d|at the ombudsman|with the ombudsman)\b))"
)
_CLOSED = re.compile(
    rf"(?:\b{_OF_CASES} |^\W*)closed{_BESIDE_A_DATE}|"
    rf"\b{_WHICH_OF_THEM} (?:closed|not investigated)\b(?! (?:early|by social|by the council))|"
    r"\bclosed (?:at|from|straight away at) (?:the )?(?:door|start|outset|beginning|off)\b|"
    rf"\b(?:not upheld|lost) (?:or|and|\+|/) not investigated\b|"
    rf"\b(?:closed (?:{_NOUN}|only|after initial(?: enquiries)?|at (?:the )?(?:assessment|initial|first|early))"
    rf"|(?:only|just) (?:the )?closed|closed,? only"
    rf"|(?:ones|cases|decisions) (?:that |which )?(?:they|the ombudsman) closed"
    rf"|{_NOUN} (?:that |which |where )?(?:were |was |are |got )?(?:closed(?= (?:after|at|by the ombudsman|only"
    rf"|without (?:an? )?investigat))|turned away|thrown out|rejected at)"
    rf"|(?:ones|cases|decisions) (?:that |which )?(?:were |was )?not investigated"
    rf"|(?:{_NOUN}|any|where|that|which|times) (?:that |which |where )?(?:the )?(?:ombudsman|lgo|lgsco|ombo|they"
    rf"|ombuds) (?:just |basically |simply )?"
    r"(?:closed|wouldn't|wouldnt|would not|won't|wont|refused to|declined to|didn't|didnt|did not"
    r"|turned away) ?(?:even )?(?:investigate|look|take (?:it|them) on|touch)?"
    r"|not investigated (?:ones|cases|only))\b"
)
_DISCONTINUED = re.compile(
    rf"(?:\b{_OF_CASES} |^\W*)discontinued{_BESIDE_A_DATE}|\bdiscontinued investigations\b|"
    rf"\b(?:discontinued (?:{_NOUN}|only|please)|{_ONLY} discontinued|(?:ones|cases|decisions) (?:that "
    rf"|which )?(?:were |was )?discontinued"
    rf"|(?:ones|cases|where|any) (?:[a-z]+ ){{0,2}}investigations? (?:that )?(?:were|was) (?:discontinued|stopped))\b"
)
_UPHELD = re.compile(
    rf"(?<!not )(?<!not-)(?<!un)(?<!appeal )(?<!claim )\bupheld{_BESIDE_A_DATE}|"
    rf"\b(?:everything|anything|those) (?:that (?:was|were) )?upheld\b|"
    rf"\b{_HOW_MANY_OF_THEM} (?:won|win|succeeded){_AT_THE_END}|\b{_SEVERAL} won{_AT_THE_END}|"
    rf"\b(?:ones|cases|complaints) (?:that )?(?:he|she|i|we) (?:have |has )?won{_AT_THE_END}|"
    rf"^\W*(?:(?:and|so|but|ok) )*(?:who|which(?: ones?| of (?:them|those|these))?) (?:won|wins?|succeeded)\W*$|"
    rf"(?<!for )(?<!with )(?<!of )\bupheld complaints(?:{_BESIDE_A_DATE}|{_AT_THE_END}|(?= (?:about|against|on)\b))|"
    rf"^\W*upheld(?= (?:but|without|with|against|complaints about)\b)|"
    rf"^\W*(?:all )?upheld(?= (?!by|my|our|the|in|at|on|or|and|but|then|as|it|that|last|this|since|before"
    rf"|after)[a-z])|\(upheld\)|"
    rf"\b{_NOUN}\b[^.?!]{{0,40}}\b(?:that|which) (?:were|was|got|have been) upheld{_AT_THE_END}|"
    rf"\bhow many (?:were )?(?:upheld|successful) {_NOUN}\b|"
    rf"\b{_WHICH_OF_THEM} (?:upheld|successful)\b|(?<=[+,/] )upheld(?=\s*$|\s*[+,/])|"
    rf"(?<!not )(?<!not-)(?<!un)\b(?:upheld (?:{_CASES}|only|please|pls)|{_ONLY} upheld|{_NOUN} (?:that "
    rf"|which )?(?:(?:were|was|have been|has been|got|are) )?upheld"
    rf"|(?:only|just) (?:the )?(?:wins|winners|winning {_NOUN}|successes)|(?:the )?wins only|winning {_NOUN}"
    rf"|successful {_NOUN}|(?:show me|list|give me|any|all) (?:the )?(?:wins|winners)"
    rf"|{_NOUN} (?:that|which|people|they) won(?!'?t)|fault found only|{_NOUN} (?:where"
    rf"|with) fault(?: was)?(?: found)?|only (?:where|when) (?:there was |they found )?fault"
    rf"|where (?:the |a |an )?{_PERSON} won(?!'?t))\b(?! or no)"
)
_INVESTIGATED = re.compile(
    rf"\b(?:(?:only |just )?(?:full|detailed) investigations(?: only)?|(?:fully|properly"
    rf"|actually) investigated (?:{_NOUN}|only|please)|investigated (?:ones|cases)(?: only)?"
    rf"|not the closed ones|(?:leave out|exclud\w+|drop|skip) (?:the )?closed(?: {_NOUN})?|(?:without|excluding"
    rf"|no|not"
    rf"|except) (?:the )?closed(?: {_NOUN})?)\b"
)
_FULL_TEXT = re.compile(
    r"\b(?:full[ -]text (?:only|ones|decisions|cases)|only (?:those )?(?:in |with )?full[ -]text"
    r"|only full decisions)\b"
)

_WAS_TOLD = (
    r"(?:had to|have to|has to|was told to|were told to|told to|was made to|were made to|made to|was asked to"
    r"|were asked to|agreed to|ordered to|was ordered to|must)"
)

# "only the ones where the council paid", "cases in which money was paid": whoever paid or got, and nothing behind it.
_WITH_A_PAYMENT = (
    rf"(?:(?:{_NOUN}|those|any|only|just)(?: of (?:them|those|these))? (?:in which|where|when|that|which|who)"
    r" (?:(?:the |a |any )?(?:councils?|las?|body|bodies|authorit(?:y|ies)|providers?|they|it|there"
    rf"|something|anything|money|compensation|a sum|sums|payments?|cash|{_PERSON}) )?"
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
            rf"|(?:{_NOUN}|any|where|which|with)\b ((?:[a-z']+ ){{0,5}}?)(?:re-?train(?:ing|ed)|training)"
            r" (?:was |were |had to be |to be |has been |being )?(?:ordered|recommended|agreed|required|given|arranged"
            r"|asked for|promised|delivered)"
            rf"|(?:{_NOUN}|any|where|which|with) ((?:[a-z']+ ){{0,4}}?){_WAS_TOLD} (?:change|review|rewrite|re-?train"
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
            rf"\b(?:{_NOUN}|any|where|which|with)\b ((?:[a-z']+ ){{0,4}}?)(?:{_WAS_TOLD} (?:reassess|re-assess"
            rf"|reconsider"
            r"|look again|decide again|hold a (?:new|fresh) \w+|rehear)"
            r"|(?:a |an )?(?:fresh|new|second|another) (?:appeal|hearing|assessment|decision|panel|review)(?: hearing)?"
            r" (?:was |were |had to be )?(?:ordered|offered|arranged|recommended|agreed|held))\b"
        ),
    ),
    (
        RemedyKind.BACKDATED_PROVISION,
        re.compile(
            rf"\b(?:{_NOUN}|any|where|which|with)\b ((?:[a-z']+ ){{0,5}}?)(?:(?:was|were|got|had|being|been)"
            rf" (?:it |them )?back-?dat(?:ed|ing)|{_WAS_TOLD} back-?date)\b"
        ),
    ),
)
# What is no case of these words: "my council paid me nothing" is a story, "where nothing was paid" limits the cases.
_NO_MONEY = (
    r"(?:no|not a|without any|without) (?:payments?|money|compensation|payouts?|pay outs?|awards?|cash|penny"
    r"|financial (?:remedy|remedies|award)|sums?(?: of money)?|refunds?)"
)
_GIVEN = r"(?:paid|made|awarded|given|agreed|recommended|ordered|offered)"
_DONE = rf"(?: (?:(?:was|were|is|had been|has been|got|being) )?{_GIVEN})?"
_WHERE = r"(?:in which|where|when|that|which|who)"
_HAD = r"(?:had|have|has|got|get|paid|made|ended (?:in|with)|resulted in)"
_UNPAID = re.compile(
    rf"\b(?:{_NOUN}(?: of fault| upheld)?(?: with| {_WHERE})?(?: there (?:was|were)| they| people| it| the council)?"
    rf"(?: {_HAD})? {_NO_MONEY}{_DONE}"
    rf"|(?:where|when) (?:was|were) (?:nothing|{_NO_MONEY}) {_GIVEN}"
    rf"|(?:{_NOUN} )?{_WHERE} (?:there (?:was|were) )?(?:nothing|{_NO_MONEY}) (?:was|were|got|had been|is) {_GIVEN}"
    rf"|(?:{_NOUN} )?{_WHERE} (?:the |a )?(?:{_PERSON}|council|it) (?:only )?"
    rf"(?:got|received|paid|had|(?:was|were) (?:paid|given|awarded)) (?:nothing|{_NO_MONEY})"
    rf"|(?:unpaid|no[- ]payment|no[- ]money|nil[- ]award) {_NOUN}"
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


@dataclass(frozen=True)
class OutcomeLimit:
    """What a question says about results; empty tuples where it says nothing that limits."""

    outcomes: tuple[Outcome, ...] = ()
    remedy_kinds: tuple[RemedyKind, ...] = ()
    payees: tuple[Payee, ...] = ()
    bases: tuple[Basis, ...] = ()
    spans: tuple[Span, ...] = ()
    notes: tuple[str, ...] = ()
    remedy_kinds_not: tuple[RemedyKind, ...] = ()


def find_outcome_limit(wording: Wording, *, names_a_case: bool = False) -> OutcomeLimit:
    """Outcomes, remedy kinds and payees that a question limits itself to; for a named case, none of them."""
    if names_a_case:
        return OutcomeLimit()
    outcomes, spans, notes = _find_outcomes(wording)
    kinds: list[RemedyKind] = []
    kinds_not: tuple[RemedyKind, ...] = ()
    text = wording.lower
    paid_to = [(payee, match.span()) for payee, pattern in _TO_WHOM if (match := pattern.search(text))]
    for kind, pattern in _KINDS:
        match = pattern.search(text)
        # "just payments to the child" says who was paid, and not that only payments are meant.
        if match and any(match.start() < end and start < match.end() for _, (start, end) in paid_to):
            continue
        if match and _TOLD_OR_SAID.search(text[max(0, match.start() - 40) : match.start()]):
            continue  # "they said that they apologise": told of one's own matter
        if match is None or (kind is RemedyKind.APOLOGY and _ONLY_APOLOGY_IN_STORY.search(text)):
            continue
        kinds.append(kind)
        if kind is RemedyKind.APOLOGY and _SAYS_ONLY.search(match[0]):
            kinds_not = _MONEY_KINDS
        spans += _around_the_matter(match)
    unpaid = _UNPAID.search(text) if len(text) <= _HAS_ITS_OWN_MATTER else None
    if unpaid and not any(unpaid.start() < end and start < unpaid.end() for start, end in spans):
        kinds_not = _MONEY_KINDS
        spans.append(unpaid.span())
    payees = tuple(payee for payee, _ in paid_to)
    spans += [span for _, span in paid_to]
    full = _FULL_TEXT.search(text)
    if full:
        spans.append(full.span())
    bases = (Basis.FULL_TEXT,) if full else ()
    return OutcomeLimit(tuple(outcomes), tuple(kinds), payees, bases, tuple(spans), tuple(notes), kinds_not)


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


def _find_outcomes(wording: Wording) -> tuple[list[Outcome], list[Span], list[str]]:
    """The outcomes asked for, where they stand, and a note where "too" means that none is left out."""
    text = wording.lower
    either = _EITHER.search(text)
    if either:
        return [], [either.span()], []
    investigated = _INVESTIGATED.search(text)
    if investigated:
        return [Outcome.UPHELD, Outcome.NOT_UPHELD], [investigated.span()], []
    outcomes: list[Outcome] = []
    spans: list[Span] = []
    for outcome, said_with, pattern in _OUTCOMES:
        if not any(part in text for part in said_with):
            continue
        # "don't want just the wins" holds "just the wins": what one outcome has taken, the next does not see.
        found = [
            match.span()
            for match in pattern.finditer(text)
            if not _is_about_one_case(text, match) and not any(s < match.end() and match.start() < e for s, e in spans)
        ]
        unwanted = [span for span in found if _UNWANTED_BEFORE.search(text[max(0, span[0] - 40) : span[0]])]
        spans += unwanted
        included = [span for span in found if _is_included_too(text, span[0])]
        spans += included
        found = [span for span in found if span not in unwanted and span not in included]
        if found:
            outcomes.append(outcome)
            spans += found
    if not outcomes and not spans and (tag := find_outcome_tag(wording)):
        return [tag[0]], [tag[1]], []
    if outcomes == [Outcome.NOT_UPHELD] and any(_AS_WELL.match(text[end:].lstrip()) for _, end in spans):
        return [], spans, ["Cases that were not upheld are looked for as well as upheld ones."]
    return outcomes, spans, []


# Each with the parts of words without which its costly pattern cannot match.
_OUTCOMES: tuple[tuple[Outcome, tuple[str, ...], re.Pattern[str]], ...] = (
    (
        Outcome.NOT_UPHELD,
        (
            "upheld",
            "fault",
            "lost",
            "los",
            "fail",
            "win",
            "won",
            "succes",
            "reject",
            "clear",
            "off",
            "wrong",
            "went",
            "dismiss",
        ),
        _NOT_UPHELD,
    ),
    (
        Outcome.CLOSED,
        ("clos", "investigat", "turned away", "thrown out", "reject", "look", "touch", "take", "n't", "nt ", "not"),
        _CLOSED,
    ),
    (Outcome.DISCONTINUED, ("discontinued", "stopped"), _DISCONTINUED),
    (Outcome.UPHELD, ("upheld", "win", "won", "success", "fault"), _UPHELD),
)
# "not interested in upheld ones": what is not wanted limits nothing by itself.
_UNWANTED_BEFORE = re.compile(
    r"\b(?:not interested in|(?:don't|dont|do not) (?:want|need|care about)|not (?:bothered|fussed) (?:about"
    r"|with)|no more)"
    r"(?: (?:the|any))* $"
)
_INCLUDED_TOO = re.compile(
    r"\b(?:include|including|incl\.?|inc\.?|plus|as well as)(?: (?:any|the|those|ones|cases))* $"
)
# A shorter question that says "include the ones that won" changes the limits of the one before it.
_HAS_ITS_OWN_MATTER = 150
_MATTER_BEFORE_IT = 60


def _is_included_too(text: str, place: int) -> bool:
    """True for "please include any who lost" at the end of a story: nothing is left out."""
    has_matter = len(text) > _HAS_ITS_OWN_MATTER or place > _MATTER_BEFORE_IT
    return has_matter and _INCLUDED_TOO.search(text[max(0, place - 40) : place]) is not None


_ONE_CASE_BEFORE = re.compile(
    r"\b(?:my|our|his|her|was|is|it|that|complaint|stage (?:1|2|one|two)|council|panel|they|why|and|but|has been"
    r"|been|be|get|got|i) (?:was |is |were |it's |its |all |as )*$"
)
# "and not upheld?": so little beside the outcome leaves no story for it to be part of.
_LITTLE_ELSE = 10
_STORY_SUBJECT = re.compile(r"\b(?:my|our|his|her|i|we)\b[^.?!,;]*$")


def _is_about_one_case(text: str, match: re.Match[str]) -> bool:
    """True for "our complaint was not upheld": it says how one matter ended and limits nothing."""
    if " " in match[0].strip() and re.search(rf"\b{_NOUN}$|only$|wins$|winners$", match[0]):
        return False
    if len(text.strip(" .,?!")) - len(match[0]) < _LITTLE_ELSE and not re.search(r"\b(?:it|that)\b", text):
        return False
    before = text[max(0, match.start() - 60) : match.start()]
    behind = text[match.end() : match.end() + 10]
    if re.match(r",? (?:only|pls|please|ones|cases)\b", behind):
        return False
    if _STORY_SUBJECT.search(without_requests(before)):
        return True
    if not re.search(r"upheld|no fault", match[0]):
        return False
    if re.search(r"\b(?:was|were|been|being) (?:all |also )?$", before):
        return (
            re.search(r"\b(?:any|some|which|ones|cases|decisions|that (?:was|were|weren't)) [^.?!]*$", before) is None
        )
    return _ONE_CASE_BEFORE.search(before) is not None and not re.search(
        r"\b(?:any|some|which|ones|cases|that)\b", before
    )
