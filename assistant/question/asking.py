"""Words of a question that ask and name no subject, beyond those that the vocabulary knows: taken out of the topic.

"whatever you have" and "which do you hold" ask for all; "what would the ombo normally order", "is the council
responsible" and "can they" ask for a remedy or a verdict; "my odds" and "sue for negligence" ask for what is declined.
"""

from __future__ import annotations

import re

from assistant.question.words import Wording, table_words, take_out
from assistant.vocabulary import content_words

_OMBUDSMAN = r"(?:the )?(?:ombudsman|ombudsmen|lgo|lgsco|ombo|ombuds|omb|ombudsperson)"
_BEHIND = r"(?: (?:about|for|over|with|on|in|if|when|where)\b)?"

# Said of a casebook and its contents, never of what went wrong; only a topic made of nothing else is emptied.
_FILLER = frozenset(
    table_words(
        "whatever whichever everything anything all hold holds held holding available published listed there's theres "
        "you've youve you'd youd they've theyve casebook database collection investigation investigations "
        "judgments rulings findings statements reports complaints full text lot whole entire total date dated newest "
        "oldest latest recent recently found returned exist exists existing body bodies authority authorities lg "
        "subject subjects topic topics area areas cover covers covered summarise summarize summary overview"
    )
)

_HEAD = 300

_WHOLE_CASEBOOK = re.compile(
    r"\b(?:whatever|everything|anything at all|the lot|all (?:that )?you|what(?:ever)? (?:have|do) you (?:got"
    r"|have|hold))\b"
)

_ASKS_FOR_ALL = re.compile(
    r"\bwhat(?:ever| all| else)? (?:cases |decisions |investigations )?(?:(?:do |have )?you(?:'?ve| have)?(?: got| have"
    r"| hold| held)+|there is|is there)\b(?: (?:on|about|for|from|against|re)\b)?"
    r"|\b(?:do |have )?you (?:do )?(?:hold|held)\b|\b(?:all |everything |anything )(?:that )?you(?:'?ve| have)?(?: got"
    r"| have| hold)+\b(?: (?:on|about|for|from|against|re)\b)?"
    r"|\b(?:anything|everything)(?: (?:at all|published|held|available|you can find))+\b"
    r"|\beverything (?:on|about|from|for|against|re)\b"
)
_ASKS_FOR_REMEDY = re.compile(
    rf"\bwhat (?:would|will|might|could|can|should|does|do|did|has|have) (?:{_OMBUDSMAN}|they) (?:be likely to "
    rf"|likely to "
    rf"|usually |normally |generally |typically |tend to |probably )*(?:order(?:ed)?|recommend(?:ed)?|award(?:ed)?"
    rf"|suggest(?:ed)?|(?:tell|told|ask|asked|make|made|order|ordered|get|want) (?:them|councils?|the council"
    rf"|the la|las?"
    rf"|people|it) (?:to )?(?:do|pay|offer|put right)?)\b{_BEHIND}"
    rf"|\bwhat(?:'s|s| is) {_OMBUDSMAN} (?:likely|going) to (?:order|recommend|award|(?:ask|tell|make|order)"
    rf" (?:them|the council|it) (?:to )?(?:do|pay)?)\b{_BEHIND}"
)
_ASKS_FOR_VERDICT = re.compile(
    r"\b(?:fault or (?:is|was) it(?: one)?(?: for)?|can (?:they|the council|the la)(?: (?:even|really|legally|just))*"
    r"(?: do (?:that|this))?(?=\W*(?:$|[.?!]))"
    r"|are (?:they|the council) (?:even |really |legally )?allowed(?: to(?: do (?:that|this))?)?(?=\W*(?:$|[.?!]))"
    r"|is (?:the|my|our) (?:council|la) (?:legally )?(?:responsible|liable|to blame)(?: at all| here"
    r"| for (?:this|that|it))?"
    r"(?=\W*(?:$|[.?!]))|is (?:that|it|this) (?:right|lawful|legal|ok|okay|wrong)(?: of them)?(?=\W*(?:$|[.?!])))"
)
_ASKS_ABOUT_CHANCES = re.compile(
    r"\b(?:(?:give|tell) me |what(?:'s|s| are| is)? |how good are |do (?:i|we) (?:have|stand) |have (?:i|we) (?:got )?"
    r"|any |(?:am i )?in with ){0,3}(?:the |my |our |a |an |much of a |good |any ){0,4}(?:odds|chances?|likelihood"
    r"|prospects?)\b"
    r"(?: (?:of|on|that|for|with|over|it|i|we|my|our|me|they'd|they'll|they"
    r"|find(?:ing)?(?= in (?:my|our) favou?r)|in (?:my|our) favou?r|complaint|case|claim|winning|win|success|succeeding"
    r"|being|gets?|be|is|will|would|against)\b)*"
    r"|\bhow likely (?:am|are|is) (?:i|we|it|my|our)(?: to (?:win|succeed)(?: (?:over|with|on|about))?)?\b"
    r"|\b(?:they|ombudsman|lgsco|lgo|they'd|they'll)(?:'?d|'?ll| would| will)? (?:find|rule|decide) (?:in (?:my"
    r"|our) favou?r|for (?:me|us))\b"
    r"|\b(?:is|are|be|being|was)? ?(?:upheld|likely to (?:win|succeed|be successful|be upheld))\b"
    r"|\bhope of winning\b|\bis it worth (?:complaining|a complaint|it)(?: (?:about|over))?"
    r"|\b(?:will|would|do|can) (?:i|we|they|my complaint|my case|the ombudsman|lgsco|lgo)(?: (?:get|be|side|find"
    r"|think|rule))*"
    r"(?: (?:with|for|in|upheld|uphold|win|succeed|my|our|me|us|favou?r|complaint|case|against))+\b"
    r"|\bgets? upheld\b|\banything in (?:it|that|this)(?=\W*(?:$|[.?!]))"
)
_ASKS_FOR_LAW = re.compile(
    r"\b(?:(?:how (?:do|can|would) |can |could |should )?(?:i|we|she|he) sue(?: over| for| in)?|sue|suing|(?:in "
    r"|for )?negligence"
    r"|what (?:would|will|could|might) (?:a |the )?(?:judge|court)s? (?:give|award|order|say|pay)(?: me| us)?(?: for)?"
    r"|(?:to|in) (?:the )?(?:small claims|county court|high court|court)|damages|judicial review|grounds"
    r"|no win,? no fee|solicitors?|judge|court|legal(?: advice| opinion)?|how much|worth|taking|claims?)\b"
)
_ASKS_WHO = re.compile(r"\b(?:names?|real|identify|identity|who|officer|social worker|family|complainant|complained)\b")
_ASKS_TO_APPEAL = re.compile(
    rf"\b(?:(?:so |and )?(?:can|could|may|should) (?:i|we|she|he|they) (?:still |also |even )?)(?:appeal|complain|go"
    rf"|take (?:it|this|that))(?: (?:about|against|over) (?:it|this|that))? to {_OMBUDSMAN}\b"
)
# Who asks, and what for, is no subject: "councillor briefing: …", "for a scrutiny report", "I'm a journalist".
_ASKER = (
    r"(?:councillors?|cllrs?|members?|cabinet|committee|scrutiny|overview and scrutiny|managers?|management|directors?"
    r"|board|team|trustees?|mps?|ward|advocates?|advocacy|advisers?|advisors?|caseworkers?|officers?|solicitors?"
    r"|legal|press|media|journalists?|reporters?|researchers?|complaints? (?:team|officer|manager)"
    r"|(?:senior |service |corporate )?leadership(?: team)?|slt|smt|cmt|audit|executive|monitoring officer)"
)
_PAPER = (
    r"(?:briefing(?: notes?| papers?)?|reports?|papers?|notes?|updates?|summary|overview|presentation|slides?"
    r"|meetings?|training|enquiry|question|story|article|query|request|research|dossier|bundle|submission)"
)
_ASKERS = rf"(?:{_ASKER}(?:'s?|s')? ){{1,3}}"
_HEADING = re.compile(
    rf"^\W*(?:(?:(?:a |the |quick |short |urgent |annual |monthly |quarterly )*{_ASKERS}{_PAPER}"
    rf"|{_PAPER} (?:for|to) (?:a |an |the |our |my )?(?:{_ASKER} ?){{1,3}}|briefing(?: note| paper)?"
    # A councillor or a team alone may be whom the complaint is about: "councillor, rude at a meeting".
    rf"|{_ASKER} (?:here|asking|query|question)|(?:journalist|reporter|researcher|advocate|caseworker|advis[eo]r))"
    r"\s*(?:[:–]|-+\s|,\s|on (?=\w))"
    rf"|{_ASKERS}briefing(?: notes?| papers?)?(?= (?!(?:was|is|were|are|did|had|has|said|that|not)\b)))\s*"
)
_ASKS_FOR_WHOM = re.compile(
    rf"\b(?:(?:this is|it's|its|needed|i need (?:this|it)|wanted) )?(?:for|to go in|to put in) (?:a |an |the |our "
    rf"|my )?"
    rf"(?:{_ASKER} ){{1,3}}{_PAPER}(?=\W*$|[.,;:])"
    rf"|\b(?:i'?m|i am|we are|we're|asking as|speaking as) (?:a |an |the |your )?(?:ward |local |county |district "
    rf"|city |borough |independent )?{_ASKER}(?: (?:here|for [a-z]+|on the [a-z]+ committee))?"
    rf"(?=\W*$|\s*[.,;:–-])[.,;:–-]*"
)
_SUM = r"£ ?\d[\d,.]*\d?k?(?: (?:each|a month|per month|in total|total))?"
_FAIR = (
    r"(?:reasonable|unreasonable|fair|unfair|enough|sufficient|adequate|proportionate|appropriate|acceptable"
    r"|defensible|generous|derisory|insulting|right|about right|ok|okay|in line(?: with \w+)?|normal|typical|usual"
    r"|standard|too (?:low|little|much|high|small|generous)|low|high|a (?:good|fair|reasonable|decent|low) "
    r"(?:offer|sum|amount|figure|remedy)|a lot|good|good enough|the (?:going|usual|right) (?:rate|amount|sum))"
)
_OFFER = (
    r"(?:(?:our|the|their|this|that|his|her|my|an?) )?(?:offers?|proposals?|proposed|sums?|amounts?|figures?"
    r"|it|this|that)"
)
_JUDGES_A_SUM = re.compile(
    rf"\b(?:so )?(?:is|was|would|are|will|does|isn't) (?:{_OFFER} ?)?(?:of )?(?:{_SUM} ?)?(?:offer |be |sound "
    rf"|seem |look "
    rf"|really |actually )*{_FAIR}(?: (?:for|in|when|where|if|to|or(?: \w+){{1,3}}))?(?=\W|$)"
    rf"|\b(?:should|shall|can|could) (?:i|we|she|he|they) (?:accept|take|reject|refuse|settle for) (?:it|this|that"
    rf"|{_SUM}"
    rf"|the offer|their offer)(?: for)?"
    rf"|[,;:–-]\s*{_FAIR}(?: or not)?\W*$"
    rf"|^\W*(?:is )?{_SUM} (?:for|ok for|enough for|fair for|right for|reasonable for)\b"
)
_PROPOSES_A_SUM = re.compile(
    rf"\b(?:we|i|they|our council|our team|(?:the |my )?council)(?:'re|'ve|'m|'d)?(?: (?:are|am|is|have|has|had"
    rf"|would like to|want to|wants to|plan to|intend to))? (?:now |only |just )?(?:propos\w+|offer\w*|suggest\w*"
    rf"|consider\w*|minded to|think\w* of)"
    rf"(?: (?:to )?(?:pay|offer|give|paying|offering|giving|a payment of|an offer of|them|her|him|me|us|mum"
    rf"|dad))* {_SUM}"
    rf"(?: (?:for|as|to|in|because of|after|over)\b)?"
)
_SUMMARY = re.compile(r"^\W*(?:please |pls |can you )*(?:summari[sz]e|summary(?: of)?|sum up|give me a summary of)\b")

_SPOKEN = (_ASKS_FOR_WHOM, _ASKS_FOR_ALL, _ASKS_TO_APPEAL, _ASKS_FOR_REMEDY, _ASKS_FOR_VERDICT, _SUMMARY)
_DECLINED = (_ASKS_ABOUT_CHANCES, _ASKS_FOR_LAW, _ASKS_WHO)


# What somebody thinks of the council is no matter by itself: "my council is useless".
_OPINION = re.compile(
    r"\W*(?:(?:honestly|frankly|i think|i know|why (?:is|are)|what a|how|because|that|well|tbh)\W+)*"
    r"(?:(?:my|our|the|this|these|all|local|county|city|borough|whole|are|is|bloody|f\w*ing) )*"
    r"(?:councils?|la|las|they|social services|local authority|the lot of them|social workers?|staff|service|it|this"
    r"|everything|they'?re|it'?s)?(?:'s|'re| is| are| was| were| have been| has been)?"
    r"(?: ?(?:an?|the|just|so|such|very|really|total(?:ly)?|complete(?:ly)?|absolute(?:ly)?|utter(?:ly)?|pure(?:ly)?"
    r"|bit|of|pretty|all|load|bunch|waste|time|always|such|fucking|bloody|and|or|,))*"
    r" ?(?:rubbish|useless|crap|shite?|awful|terrible|hopeless|joke|jokers|disgrace(?:ful)?|shambles|shambolic"
    r"|incompetents?|pathetic|bad|worst|appalling|shocking|horrible|idiots?|clowns?|liars?|bullies|evil|scum|cowboys"
    r"|clueless|garbage|trash|dreadful|diabolical|atrocious|rotten|failing|broken|disgusting|poor|lazy)"
    r"(?:[\s,.!?]*(?:and|&|or)? ?(?:rubbish|useless|crap|awful|terrible|hopeless|incompetent|pathetic|bad|lazy|lazy"
    r"|corrupt|joke|a joke|a disgrace|liars|at (?:it|everything|their jobs?)|at all|as well|in england|ever))*\W*"
)


def is_opinion_alone(text: str) -> bool:
    """True where nothing is said but what somebody thinks of a council ("the council is rubbish").

    >>> is_opinion_alone("My council is a complete joke!")
    True
    >>> is_opinion_alone("rubbish not collected")
    False
    """
    return len(text) < _HEAD and _OPINION.fullmatch(Wording(text).lower) is not None


def heading_of(text: str) -> int:
    """Where the matter begins behind a heading that says who asks, and for what ("councillor briefing: …"); else 0.

    ``text`` is in lower case.
    """
    found = _HEADING.match(text[:_HEAD])
    return found.end() if found and has_subject(text[found.end() :]) else 0


def take_out_asking(text: str) -> str:
    """The text without the phrases that ask for all, for a remedy or for a verdict; the same where there is none."""
    return _without(take_out_sum(text), _SPOKEN)


def subject_of_declined(topic: str) -> str:
    """What a declined question is about, without the words of chances, law and identity; empty where nothing is left.

    >>> subject_of_declined("how do I sue over the care fees")
    'the care fees'
    """
    rest = _without(topic, _DECLINED).strip(" -–:;,.?!/+&()")
    return rest if has_subject(rest) else ""


def has_subject(text: str) -> bool:
    """True where a word names a matter and not only the casebook ("whatever you hold")."""
    # The head nearly always answers; a long story need not be read twice.
    return any(word not in _FILLER for part in (text[:_HEAD], text) for word in content_words(part))


def asks_of_a_sum(text: str) -> bool:
    """True where a sum is named and it is asked whether that is fair: others' sums answer it; text in lower case.

    >>> asks_of_a_sum("is £150 reasonable for a late reply?")
    True
    """
    if _NAMED_SUM.search(text) is None or not _JUDGES_A_SUM.search(text):
        return False
    # "is it fair that they charged £500?" asks for a verdict on a charge, and not what others were paid.
    return _OF_A_CHARGE.search(text) is None or _OF_AN_OFFER.search(text) is not None


def take_out_sum(text: str) -> str:
    """The text without the named sum and the question whether it is fair; the same where none of it is asked."""
    return _without(text, (_JUDGES_A_SUM, _PROPOSES_A_SUM)) if asks_of_a_sum(Wording(text).lower) else text


_NAMED_SUM = re.compile(r"£ ?\d")
_OF_A_CHARGE = re.compile(
    r"\b(?:charg\w+|bill(?:ed|s)?|invoices?|fine[sd]?|fees?|rent|costs?|contribution|debt|arrears|deposit|quote[sd]?"
    r"|pcn|penalty|ticket|tax|owed?|refund\w*)\b"
)
_OF_AN_OFFER = re.compile(r"\b(?:offer\w*|propos\w+|remed(?:y|ies)|compensation|payment|payout|award\w*)\b")


def asks_for_whole_casebook(text: str) -> bool:
    """True where the words say that no subject is meant ("everything on Kent"); the text is in lower case."""
    return _WHOLE_CASEBOOK.search(text) is not None


def _without(text: str, patterns: tuple[re.Pattern[str], ...]) -> str:
    for pattern in patterns:
        spans = [match.span() for match in pattern.finditer(Wording(text).lower)]
        text = take_out(text, spans) if spans else text
    return text
