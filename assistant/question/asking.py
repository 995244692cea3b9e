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
_SUMMARY = re.compile(r"^\W*(?:please |pls |can you )*(?:summari[sz]e|summary(?: of)?|sum up|give me a summary of)\b")

_SPOKEN = (_ASKS_FOR_ALL, _ASKS_TO_APPEAL, _ASKS_FOR_REMEDY, _ASKS_FOR_VERDICT, _SUMMARY)
_DECLINED = (_ASKS_ABOUT_CHANCES, _ASKS_FOR_LAW, _ASKS_WHO)


def take_out_asking(text: str) -> str:
    """The text without the phrases that ask for all, for a remedy or for a verdict; the same where there is none."""
    return _without(text, _SPOKEN)


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


def asks_for_whole_casebook(text: str) -> bool:
    """True where the words say that no subject is meant ("everything on Kent"); the text is in lower case."""
    return _WHOLE_CASEBOOK.search(text) is not None


def _without(text: str, patterns: tuple[re.Pattern[str], ...]) -> str:
    for pattern in patterns:
        spans = [match.span() for match in pattern.finditer(Wording(text).lower)]
        text = take_out(text, spans) if spans else text
    return text
