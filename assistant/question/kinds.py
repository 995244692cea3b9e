"""What the asker wants to know: the kind of a question, read from the words that ask.

"What do people get" is the default: most who type a story without a question want to know what others were given.
"""

from __future__ import annotations

import re

from assistant.domain import QuestionKind
from assistant.question.asking import asks_of_a_sum

_MEANING = re.compile(
    r"\bwhat (?:does|do|did|is|are|'s) (?:(?:the )?(?:word|term|phrase|words) )?(?!it\b|you\b|this for"
    r"|that for)[^.?!]{1,60}? (?:actually |really )?mean\b(?! (?:for|if|when|that|i|we|to|by the))"
    r"|\b(?:what(?:'s| is| are|s)|explain|tell me) (?:the )?(?:meant by|meaning of|definition of"
    r"|difference between|term)\b|\bdefine\b|\bmeaning of\b|\bdefinition of\b"
    r"|\bdifference between\b|\bwhat do they mean by\b|\bwhat(?:'s| is|s) meant by\b|\bstands? for\b|\bjargon\b"
)
_GLOSSARY = (
    r"fault|injustice|maladministration|service failure|time and trouble|avoidable distress|distress|outrage"
    r"|uncertainty"
    r"|quantifiable loss|symbolic payment|personal remedy|service improvements?|agreed action|final decision"
    r"|draft decision"
    r"|decision statement|(?:a )?public (?:interest )?report|body in jurisdiction|binj|assessment code"
    r"|balance of probabilities"
    r"|(?:the )?12[ -]month rule|premature|right of appeal|stage (?:1|2|3|one|two|three)|section (?:17|19|20|47"
    r"|117)|s(?:17|19|20|47|117)"
    r"|(?:an? )?ehcp|(?:an? )?ehc plan|alternative provision|joint working team|s26d|link officer"
    r"|complaint handling code|upheld|not upheld"
    r"|closed after initial enquiries|discontinued|(?:a )?dfg"
    r"|(?:the )?statutory (?:children'?s )?complaints? (?:procedure|process)"
)
_WHAT_IS = re.compile(
    rf"^\W*(?:so |ok |and |hi |hello )?(?:what(?:'s| is| are|s)|explain) (?:an? |the )?(?:{_GLOSSARY})\W*$"
)

_MONEY_ASKED = re.compile(
    r"\b(?:how much|any (?:money|compensation|payout|idea of £)|money in|payouts?|pay ?outs?|compensat\w+"
    r"|going rate|what(?:'s| is|s) (?:the )?(?:usual|normal|typical|standard)"
    r"|typical|usual remedy|what remed\w+|proportionate|defensible|reasonable offer|fair offer"
    r"|what would be (?:fair|reasonable|right|appropriate)|what (?:offer|sum"
    r"|amount|figure)|what (?:do|did|have|has|would) (?:people|ppl|others?|families|other \w+|parents|carers|they"
    r"|councils|las?|you|one|we) "
    r"(?:else |usually |normally |end up |generally |been |have )*(?:get|got|getting|pay|paying|paid|given|offer"
    r"|offered|give|receive|received|award|awarded|had|asked to pay)"
    r"|what (?:should|could) (?:we|i|they|the council|the la) (?:be )?(?:offer|pay|paying|expect|ask)|worth"
    r"|tariff|refunded|lump sum|£\s*\?)|£\?|£ ?£"
)
# "payments for a late plan", "and payments to the daughter": the sums are asked for; "direct payments" are a matter.
_PAYMENTS_FIRST = re.compile(
    r"^\W*(?:(?:and|or|also|what about|how about|any|what|which|the|usual|typical|symbolic) )*"
    r"(?:payments?|pay-?outs?|awards?|sums|compensation) (?:for|to|when|where|if|in respect of)\b"
)
_FAULT_ASKED = re.compile(
    r"\b(?:(?:is|was|isn't|isnt|would|does|did|are|were) (?:it|this|that|they|the council|the la|there"
    r"|not) (?:be |count as |considered |actually |amount to |really |even )*(?:a |in |at )?(?:fault|wrong"
    r"|maladministration"
    r"|the wrong|allowed|lawful|legal|ok|okay|right|fair|reasonable|unreasonable)"
    r"|(?:is|was|are|were) (?:the |my |our )?(?:council|la|lea|provider|school|they|social services|authority"
    r"|care home|home) (?:legally |even |also )?(?:in the wrong|at fault|allowed|wrong|right|to blame|entitled"
    r"|responsible|liable|accountable|answerable|negligent|within (?:its|their) rights)"
    r"|(?:who(?:'s| is|s)|whose) (?:responsib(?:le|ility)|liable|to blame|fault)|(?:is|was) it (?:the council's"
    r"|their|down to the council|up to the council)|fault or (?:is|was) (?:it|this|that)|fault or ico"
    r"|(?:have|has|had|did) (?:they|the council|the la) (?:broken|break|breached|breach) (?:the |any |their "
    r"|its )?(?:rules|law"
    r"|duty|guidance)"
    r"|(?:do|does|did|have|has|had) (?:they|the council|the la|the school|it) (?:have |got )?(?:the |any |a )"
    r"(?:right|power|duty) to|can they(?=\W*(?:$|[.?!]))|can (?:the council|the la)(?=\W*(?:$|[.?!]))"
    r"|(?:are|were) they (?:even |really |legally )?(?:supposed|meant|obliged|required) to"
    r"|fault or not|fault\?|at fault\?|in the wrong|wrong of them|count as fault|counts as fault|class(?:ed"
    r"|es)? as fault|treated as fault|regarded as fault|found to be fault|grounds? (?:for|to) (?:a )?complain"
    r"|do (?:i|we) have (?:a )?(?:grounds|case|leg to stand on)|have (?:i|we) (?:got )?(?:a )?(?:grounds|case"
    r"|leg to stand on)"
    r"|is (?:it|that|this) fault|(?:is|are|was) (?:it|that|this|those|these) (?:an?|any|really an?)"
    r" (?:\w+ )?(?:excuse|defence|justification)|(?:does|would|did) (?:it|that|this) (?:excuse|justify)"
    r"|are they allowed|can they (?:just |really |legally )?(?:do|refuse|make|charge"
    r"|insist|stop|cut|say|take|ask|not|ignore|force|change|keep|withdraw|remove|send)"
    r"|can (?:the |my |our )?(?:council|la|school|panel|social worker|sw) (?:just |really |legally )?(?:do|refuse"
    r"|make|charge|insist|stop|cut|say|take|ask|ignore|force|change|keep|withdraw|remove|send)"
    r"|should(?:n't|nt)? (?:they|the council|the la|it|my council) (?:not )?have|should of|is it (?:ok|okay|right"
    r"|legal|lawful)|can my|can (?:a|our|her|his) |does (?:it|this|that) (?:matter|breach))\b|\bfault\W*$|\bfault\?"
)
_OMBUDSMAN = r"(?:the )?(?:ombudsman|ombudsmen|lgo|lgsco|ombo|ombuds|omb|ombudsperson)"
_TREATED_ASKED = re.compile(
    rf"\bhow (?:do|does|would|will|did|have|has|might) (?:{_OMBUDSMAN}|they) (?:usually |normally |generally "
    rf"|tend to |typically )?(?:treat|see|deal|handle|view|approach|look|consider|regard|decide|weigh|feel)"
    rf"|\bhow (?:are|were) [^.?!]{{1,60}} (?:treated|dealt with|handled|viewed|seen)\b"
    rf"|\bwhat(?:'s|s| does| do| is| would| will)? {_OMBUDSMAN}(?:'s)? (?:usually |normally |generally "
    rf"|tend to )*(?:say|says|think|thinks|view|position|line|approach|take|make|do|does|expect|said)"
    rf"|\b(?:can|could|will|would|does|do|is) {_OMBUDSMAN} (?:even |still |ever |actually |be able to |able to "
    rf"|usually |normally )*(?:look|investigate|cancel|get|make|help|consider|deal|intervene|overturn|change|force"
    rf"|order|step|take|do|accept|touch|go|ask|rule|decide|stop|tell|say|uphold|care|bother|quash|reinstate|rehear"
    rf"|remove|award|give|recommend|waive|write)"
    r"|\b(?:can|could|will|would|do|does) they (?:even |still |ever |actually |be able to )*(?:look (?:at|into)"
    r"|investigate|ask for|order|make councils)"
    r"|\b(?:can|could|may|should|do) (?:i|we|she|he|they|you|my \w+) (?:still |also |even |ever )*(?:complain"
    r"|go to|take (?:it|this) to|bring)|\bhow long (?:do|have) (?:i|we) (?:have|got)\b|\btoo late\b"
    r"|\bout of time\b|\bin time\b.{0,20}\bombudsman\b"
    r"|\btime limit\b|\b12[ -]months? (?:rule|limit)\b"
    r"|\bis (?:it|this|that) (?:something|one) for (?:the )?(?:ombudsman|lgo|lgsco)\b|\bwithin (?:their"
    r"|the ombudsman's) (?:remit|jurisdiction)\b|\bin jurisdiction\b|\bdo they (?:ever|just|usually|normally"
    r"|always)\b|\bdon't they just\b|\bdont they just\b|\bhow (?:is|are) .{1,60} (?:treated|dealt with|handled"
    r"|viewed|seen)\b"
)
_SORT_OF_OUTCOME = re.compile(
    r"\bwhat (?:sort|kind|type)s? of (?:outcome|remedy|remedies|redress|result|thing|settlement|payment|award"
    r"|offer|figure|sum)"
    r"|\bwhat (?:have|has|did|do|does) (?:the )?(?:ombudsman|lgo|lgsco|ombo|they) (?:usually |normally "
    r"|generally )?(?:made|make|makes|told|tell|given|give|awarded|award|recommended|recommend|ordered|order"
    r"|suggest\w*|ask\w*) "
    r"|\b(?:comparables|comparators|comps|precedents)\b|\b(?:anyone|anybody|someone|others?"
    r"|people) (?:else )?(?:ever |actually |been )*(?:got|had|get|won|received) (?:a |any |some )?(?:money|result"
    r"|payout|compensation|payment|something|anything)"
)
_WOULD_ORDER = re.compile(
    rf"\bwhat (?:would|will|might|could|can|should|is|'s) (?:{_OMBUDSMAN}|they) (?:be likely to |likely to |going to "
    rf"|usually |normally |generally |typically |tend to |probably )*(?:order|recommend|award|suggest|give|offer"
    rf"|(?:tell|ask|make|get|want) (?:them|councils?|the council|the la|las?|people|it|my council)\b)"
    rf"|\bwhat(?:'s|s| is) {_OMBUDSMAN} (?:likely|going) to (?:order|recommend|award|ask|tell|make|give)\b"
    rf"|\bwhat (?:do|does|did) (?:{_OMBUDSMAN}|they) (?:usually |normally |generally |typically |tend to )*"
    rf"(?:order|recommend|award|(?:tell|ask|make|get) (?:them|councils?|the council|the la|las)\b)"
)
_ORDERED = re.compile(
    r"\bwhat (?:do|does|did|would|will|has|have) (?:they|the ombudsman|ombudsman|lgo|lgsco|ombo) (?:order|made"
    r"|make|recommend)"
)
_LIST_NOUN = (
    r"(?:cases|decisions|awards|examples|ones|precedents?|comparators?|comparables|comps|findings"
    r"|rulings|reports|payouts|complaints|statements|outcomes)"
)
_LIST_ASKED = re.compile(
    rf"\b(?:(?<!waiting )(?<!waiting-)(?<!housing )list|listed|show (?:me|us)|give (?:me|us) (?:all|a list|the"
    rf"|some|any|every)|find (?:me|us)|pull (?:up"
    rf"|out)|look up|search(?: for)?|which (?:cases|decisions|councils|ones)|what (?:cases|decisions|examples)"
    rf"|are there any|is there any|have you (?:got )?any|do you have any|got any|all of (?:them|em|those)"
    rf"|all (?:the )?{_LIST_NOUN})\b"
    rf"|\b(?:any|some|all|every|only|just|more|similar|other|recent|closed|upheld|those|the|of) (?:(?!my|our"
    rf"|council|child|court)[a-z/'-]+ ){{0,4}}{_LIST_NOUN}\b|\b{_LIST_NOUN} (?:where|about|on|with|involving|that"
    rf"|since|before|from|in|against|over|under|pls|please|only|decided|like)\b|^\W*any (?:where|that|who|with|of"
    rf"|like|in|from|about)\b|\bones\b"
)
_HISTORY_ASKED = re.compile(
    r"\b(?:been (?:done|found|caught|pulled|hauled|told|criticised|criticized|censured|slated|rapped|upheld"
    r"|in trouble|in hot water|ordered|made to|asked|taken)|found (?:at fault|against|guilty|wanting)"
    r"|got (?:pulled|done|caught|told)|get (?:pulled|done|caught|told)|pulled up|caught out"
    r"|track record|their record|record on|any record|record|history|before|b4|previous(?:ly)?|any previous|prior"
    r"|past form|anything (?:against|on|about|for)|complaints? (?:upheld )?(?:against|about)|any against"
    r"|against them|form for|form on|any form|pattern|done for|done over|how many (?:times|complaints|cases"
    r"|decisions)"
    r"|repeat|how often|ever|in trouble|what have you (?:got )?on|(?:decisions?|findings?|rulings?"
    r"|upheld) (?:against|about|on)"
    r"|cases (?:against|about|on|from|in))\b"
)


# "is the council in the wrong here and has anyone had a result?": the verdict is asked first.
_ENDS_WITH_FAULT = re.compile(
    r"\b(?:in the wrong|at fault|is (?:that|it|this) fault|fault or not)\b[^.?!]{0,60}[.?!]?\s*$"
)


def is_about_history(text: str) -> bool:
    """True where the words ask what is known against a body ("been done before", "track record")."""
    return _HISTORY_ASKED.search(text) is not None


def asks_for_money(text: str) -> bool:
    """True where the words ask for sums or an offer."""
    return _MONEY_ASKED.search(text) is not None or _PAYMENTS_FIRST.search(text) is not None or asks_of_a_sum(text)


def asks_for_list(text: str) -> bool:
    """True where the words ask for cases, decisions or awards to be shown."""
    return _LIST_ASKED.search(text) is not None


_MEANING_WORDS = re.compile(
    r"\b(?:what(?:'s| is| are|s)?|does|do|did|mean(?:t|ing)?(?: by| of)?|means|explain|define|definition of"
    r"|difference between|stands? for"
    r"|the (?:word|term|phrase)|tell me|actually|really|they|an?|the|it|is|jargon)\b"
)


def term_asked(text: str) -> str:
    """What is left of a question for a meaning: the term, without quotation marks; the text itself where nothing is."""
    term = " ".join(_MEANING_WORDS.sub(" ", text).split()).strip(" ?.!,;:'\"")
    return term or text


# Words of the procedure: decisions of every subject hold them, and none is about them.
_PROCEDURE = re.compile(
    r"(?:a |an |the )?(?:fault|injustice|maladministration|service failure|(?:partly |not )?upheld(?: (?:and|or|vs) "
    r"(?:not )?upheld)?|closed after initial enquiries|discontinued|(?:final |draft "
    r"|provisional )?decision(?: statement)?"
    r"|avoidable distress|uncertainty|outrage|symbolic payments?|personal remedy|service improvements?|agreed actions?"
    r"|balance of probabilities|body in jurisdiction|binj|quantifiable loss|remedy|premature|jurisdiction"
    r"|(?:public (?:interest )?)?report|fault (?:and|or|vs) injustice|injustice (?:and|or|vs) fault)"
)


def is_term_of_procedure(term: str) -> bool:
    """True for a term in lower case that no case is about ("injustice", "upheld"); false for "stage 2" or "EHCP"."""
    return _PROCEDURE.fullmatch(term.strip()) is not None


def asks_for_meaning(text: str) -> bool:
    """True where a term is to be explained."""
    return _MEANING.search(text) is not None or _WHAT_IS.search(text) is not None


def read_kind(text: str, *, names_a_case: bool, has_body: bool, has_limits: bool) -> QuestionKind:
    """The kind of a question in lower case; TYPICAL_REMEDY where nothing says otherwise.

    ``has_body`` and ``has_limits`` say whether it limits itself to bodies, or by outcome, date, sum or subject.
    """
    if names_a_case:
        return QuestionKind.SINGLE_CASE
    if asks_for_meaning(text):
        return QuestionKind.MEANING
    money, listing = asks_for_money(text), asks_for_list(text)
    if has_body and (is_about_history(text) or not (money or listing or has_limits)):
        return QuestionKind.BODY_HISTORY
    if has_limits and (listing or not money) and not _PAYMENTS_FIRST.search(text):
        return QuestionKind.LIST_CASES
    ordered = _ORDERED.search(text)
    if ordered and _FAULT_ASKED.search(re.split(r"[.?!]\s", text[: ordered.start()])[-1]):
        return QuestionKind.IS_IT_FAULT
    if money or ((_SORT_OF_OUTCOME.search(text) or _WOULD_ORDER.search(text)) and not _ENDS_WITH_FAULT.search(text)):
        return QuestionKind.TYPICAL_REMEDY
    if _TREATED_ASKED.search(text):
        return QuestionKind.HOW_TREATED
    if _FAULT_ASKED.search(text):
        return QuestionKind.IS_IT_FAULT
    if listing:
        return QuestionKind.LIST_CASES
    return QuestionKind.TYPICAL_REMEDY
