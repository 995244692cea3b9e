"""A question and what in it is spoken for → its topic: what remains to be searched, in the asker's words."""

from __future__ import annotations

import re

from assistant.question.asking import has_subject, is_opinion_alone, take_out_asking
from assistant.question.words import Span, Wording, table_words, take_out
from assistant.vocabulary import expand, strip_kind_words

# Only a short question can say nothing but a limit.
_SHORT = 200
# Who tells so long a story asks at its beginning or at its end.
_END_OF_A_STORY = 1000
_PLACEHOLDER = re.compile(r"\[(?:[a-zA-Z -]+)\]")
# What is left of blanked details is no matter: "Mrs [name] (NI number [number], tel [telephone number]) of [address]".
_TITLE = r"(?:mr|mrs|ms|miss|mx|dr|master|sir|lady|rev)\.?"
_DETAIL = (
    r"(?:(?:my|her|his|their|our|the|your) )?(?:ni(?:no)?|n\.i\.|national insurance|nhs|tel(?:ephone)?|phone|mobile|mob"
    r"|e-?mail|address|post ?code|dob|d\.o\.b\.|date of birth|account|reference|ref|case|full|first|last)?"
    r"(?: ?(?:names?|numbers?|no\.?|num|address|details))?"
)
_LEFT_OF_BLANKED = re.compile(
    rf"\(\s*(?:{_DETAIL}\s*(?:is|:|-|=)?\s*\[[a-zA-Z -]+\][\s,;/]*(?:and )?)+\)"
    rf"|\b(?:(?:{_TITLE} )?(?:(?:and|&) (?:{_TITLE} )?)?|(?:{_TITLE} )?)(?<!\w)"
    rf"(?:my name is |i am |i'm |called |named |signed |regards )?(?:{_TITLE} )?"
    rf"(?:(?:who |i |we |she |he )?(?:lives?|living|based|resident) (?:at|in)|of|at|born(?: on)?"
    rf"|{_DETAIL})?\s*(?:is|:|=)?\s*"
    r"\[[a-zA-Z -]+\](?:'s)?(?:\s*,)?",
    re.IGNORECASE,
)
_GREETING = re.compile(
    r"^\W*(?:(?:hi|hiya|hello|hey|helo|good (?:morning|afternoon|evening)|dear (?:all|sir|madam|redress"
    r"|ombudsman)|morning|afternoon|evening|thanks|thank you|cheers|thx|ta(?=[,.!]| for\b| very\b)|please help"
    r"|help please)"
    r"(?: (?:there|all|everyone|folks|team|again|so much|very much|a lot|in advance|for (?:that|your help"
    r"|the help)))*\b[\s,.!:-]*)+"
)
_HOPING = re.compile(
    r"\b(?:(?:i'?m |am |just )?(?:hoping|wondering) (?:if )?(?:someone|somebody|anyone|you) (?:can|could"
    r"|might) help(?: me| us)?|(?:can|could) (?:you|anyone|someone) (?:please )?help(?: me| us| with this| with)?"
    r"|i (?:have|'ve got) a question(?: about)?|quick (?:one|question)|many thanks|thanks in advance"
    r"|thank you)\b[\s,.!:-]*"
)
_DRAFTING = re.compile(
    r"^\W*(?:please |pls |can you |could you |help me (?:to )?)*(?:write|draft)(?: me| us)? (?:an? |my |our "
    r"|the )?(?:[a-z]+ ){0,3}?"
    r"(?:letter|paragraph|reply|e-?mail|response|sentence)(?: for stage (?:1|2|3|one|two|three))?"
    r"(?: (?:for|about|citing|on|re|to|saying|with|similar|decisions?|cases?|quoting|using))*\s"
)
_ASKING_TAIL = re.compile(
    r"[\s,.;:-]*\b(?:and )?(?:what|any|which|usual|typical|normal)(?: (?:is|are|the|sort of|kind of|a|usual"
    r"|typical))* "
    r"(?:remed(?:y|ies)|outcomes?|payouts?|compensation|redress|money|comparables|offer|settlement)\W*$"
)
# Each of its words asks in other questions; together they are a subject: how a complaint was dealt with.
_COMPLAINT_HANDLING = re.compile(
    r"\bhow long (?:do|have) (?:i|we) (?:have|got)\b|\bcomplain\w*.{0,40}\b(?:repl\w+|respon\w+|delay\w*|late"
    r"|ignor\w+|handl\w+|lost|stage|answer\w*|slow|never)\b"
    r"|\b(?:repl\w+|respon\w+|delay\w*|late|ignor\w+|lost|slow|never|poor)\b.{0,40}\bcomplain\w*"
)
_RESIDUE = re.compile(
    r"(?<!never )(?<!never)(?<!not )(?<!not)(?<!n't )(?<!n't)\b"
    r"(?:(?:has|have|had|did|does|do|is|are|was|were|get|got)? ?(?:they |it |that |this |or |ever "
    r"|also )*(?:been|get|got|gotten) (?:ever )?(?:done|found|caught|pulled|hauled|told off|told|criticised"
    r"|slated|rapped|in trouble|censured)(?: (?:at fault|guilty|out|up|over|against|for|about|on|b4|before"
    r"|by the ombudsman))*"
    r"|(?:at|in) fault(?: for| over| on)?|(?:pulled|caught|hauled) (?:up|out|over)(?: over| for| about| on)?"
    r"|what(?:'s| is|s)? (?:their|its|the) (?:track )?record(?: on| like| with| for)?|^(?:what(?:'s| is|s)? )?(?:'?s )?"
    r"record (?:on|with|for|over|about|of)|^often|how often|track record(?: on| with"
    r"| for)?|any(?:thing)? (?:previous|prior|form|history|record)(?: of| for| on| with)?|anything (?:against|on"
    r"|about) (?:them|it)(?: re| about| for| on| over)?"
    r"|(?:(?:which|what) )?councils? (?:(?:were|was|have|has|had|been|got|get|is|are) )*(?:told|ordered|made|asked)"
    r" to pay(?: out)?(?: (?:the )?(?:most|more))?(?: (?:for|over|on|in))?"
    r"|(?:(?:which|what) )councils? (?:have |has |had |did )?(?:pay|paid)(?: out)?(?: (?:the )?(?:most|more))?"
    r"(?: (?:for|over|on|in))?|(?:i'?m a |i am a )?(?:journalist|reporter)(?: here)?"
    r"|(?:i )?want (?:them )?all(?: of (?:em|them))?|all of (?:em|them)|building (?:up )?a (?:pattern"
    r"|picture)(?: for (?:my|our|a) [a-z]+)?|for my letter|leave out|leaving out|excluding|exclude|other than"
    r"|apart from|except(?: for)?|the ones?|ones|decided|dated|any year|all years|(?:how )?much (?:did|do|does"
    r"|has|have) (?:they |it )?(?:ever )?(?:pay|paid)(?: out)?(?: for)?"
    r"|what (?:did|has|have|does|do) (?:they |it )?(?:ever )?(?:pay|paid|agree\w*)(?: out)?(?: for)?"
    r"|ever (?:had to pay|paid)|(?:the )?(?:ombudsman|lgo|lgsco) (?:ever )?(?:criticised|found|told"
    r"|ruled)(?: against)?(?: over| for)?|only|please|pls|plz|don'?t want|show me|give me|list|too"
    r"|as well|(?:more than once|again and again|repeatedly)(?: on| for| over| about)?|how many (?:times|cases"
    r"|decisions|complaints)(?: has| have)?"
    r"|(?:has |have )?got form(?: for| on)?|form for|what(?:'s|s| is| are)? (?:it |they )?like (?:for|on|with|at)"
    r"|any good (?:with|at|on)|every(?:thing|where) (?:but|bar|except)|anything but"
    r"|where (?:the )?payments? (?:was|were|is)?(?=\W*$)|(?:that )?mention(?:s|ing)?(?= )|(?:has it|have they"
    r"|has there|have there) been (?:any )?(?:fault|cases|decisions)|has anyone|have you got|do you have"
    r"|are there|is there|(?:complaints?|cases|decisions|findings?|rulings|stuff) (?:against|about|on|from|in|by"
    r"|involving|where|that)(?= )|lgo basically said|not fees (?:being )?(?:wiped|waived)|where the (?:relative"
    r"|person|family|parent|complainant)s? got|(?:who|that|which) got|before(?=\W*$)|b4(?=\W)|(?:every|each|past"
    r"|previous(?:ly)?)(?=\W*$))(?![\w'])"
)
# "not being told of the right of appeal": without "not" the matter is another.
_NOT_DONE = re.compile(
    r"not (?:being|having|getting|knowing|told|given|allowed|informed|offered|paid|put|provided|assessed|consulted)\b",
    re.IGNORECASE,
)
_EDGE_WORDS = frozenset(
    table_words(
        "and or re for on about over only but with in from the any all just please pls where to of also not a an "
        "by at "
        "cases decisions stuff awards ones payouts examples what which did does do has have had is are was were "
        "been that "
        "who whose than more less their them they it when how so ok since before after during as against vs versus "
        "incl include including inc "
        "complaints case decision findings outcomes some upheld list show me b4 comparables precedents no"
    )
) | {""}


def find_topic(text: str, spans: list[Span]) -> str:
    """What remains to be searched when limits, greetings and the words that only ask are taken out; may be empty."""
    rest = take_out(text, spans)
    if "[" in rest:
        rest = " ".join(_PLACEHOLDER.sub(" ", _LEFT_OF_BLANKED.sub(" ", rest)).split()).strip(" ,;")
    lowered = Wording(rest).lower
    greeting = _GREETING.match(lowered)
    rest = rest[greeting.end() :] if greeting else rest
    drafting = _DRAFTING.match(Wording(rest).lower)
    rest = rest[drafting.end() :] if drafting else rest
    hoping = _HOPING.search(Wording(rest).lower)
    rest = rest[: hoping.start()] + rest[hoping.end() :] if hoping else rest
    asking = _ASKING_TAIL.search(Wording(rest).lower)
    rest = rest[: asking.start()] if asking and asking.start() > 0 else rest
    topic = _without_kind_words(rest) if rest.strip() else ""
    return topic.strip(" -–:;,.?!/+&()") if _can_be_searched(topic) else ""


def _without_kind_words(text: str) -> str:
    """The text without the words that ask; of a long story only its two ends are looked at, where the asking stands."""
    if len(text) <= 2 * _END_OF_A_STORY:
        return strip_kind_words(take_out_asking(text))
    head, last = text[:_END_OF_A_STORY].rfind(" "), text.find(" ", len(text) - _END_OF_A_STORY)
    if head < 0 or last < 0:
        return text
    ends = [strip_kind_words(take_out_asking(end)) for end in (text[:head], text[last:])]
    return f"{ends[0]} {text[head:last].strip()} {ends[1]}"


def _can_be_searched(topic: str) -> bool:
    """True where a topic holds a word of content, or a term of the field that is none ("B&B", "TA")."""
    if is_opinion_alone(topic):
        return False
    if has_subject(topic):
        return True
    return len(topic) < _SHORT and (bool(expand(topic)) or _COMPLAINT_HANDLING.search(Wording(topic).lower) is not None)


def without_residue(topic: str) -> str:
    """A topic without the words that tied a limit to it ("has … been done for", "the ones"); may be empty.

    A long story is left as it is.
    """
    if len(topic) > 2 * _END_OF_A_STORY:
        return topic
    lowered = Wording(topic).lower
    topic = take_out(topic, [match.span() for match in _RESIDUE.finditer(lowered)])
    words = topic.split()
    while (
        words and words[0].lower().strip(" -–:;,.?!/+&()") in _EDGE_WORDS and not _NOT_DONE.match(" ".join(words[:2]))
    ):
        words = words[1:]
    while words and words[-1].lower().strip(" -–:;,.?!/+&()") in _EDGE_WORDS:
        words = words[:-1]
    topic = " ".join(words).strip(" -–:;,.?!/+&")
    return topic if _can_be_searched(topic) else ""
