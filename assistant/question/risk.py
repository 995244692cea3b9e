"""Whether the words of a question tell of a person at risk, and of what: the signposts that belong first.

A caseworker who asks about a case, and somebody who asks for decisions of a kind, may get a signpost too many; somebody
in danger must get one. What never speaks of a person ("a dangerous tree", "killing time") is let be.
"""

from __future__ import annotations

import re

from assistant.domain import Risk
from assistant.question.words import Wording

_DANGER = re.compile(
    r"\b(?:(?:threat\w*|going|wants?|trying|tried) to kill (?:me|us|her|him|them)\b"
    r"|threat(?:s|ened)? to (?:my|her|his|our) life"
    r"|death threats?"
    r"|(?:in|at|into|immediate|put (?:me|us|her|him|them) in|real|serious) danger\b"
    r"(?! of (?!harm|violence|being (?:hurt|harmed|killed|attacked|beaten)))"
    r"|fear(?:s|ed|ing)? for (?:my|our|her|his|their) (?:life|lives|safety|child\w*)|(?:scared"
    r"|frightened|terrified|afraid) (?:for|of (?:my|her|his|the) (?:ex|partner|husband|wife|father|dad|boyfriend)"
    r"|he|she|to leave)|unsafe at home|not safe at home"
    r"|(?:violent|abusive|dangerous|controlling|threatening) (?:ex|partner|husband|wife|father|dad|boyfriend"
    r"|girlfriend|man|relationship|former|spouse|mother|parent|family member|stepdad|step ?father|marriage)"
    r"|domestic (?:abuse|violence)|\bdv\b|abuser|perpetrator|stalk(?:er|ers|ing|ed)|refuge\b|hiding from"
    r"|in hiding|non[ -]?molestation|restraining order|marac|honou?r[ -]based|forced marriage|beat(?:s|en"
    r"|ing)? (?:me|her|him|us) (?:up)?"
    r"|(?:fled|flee|fleeing|escap\w+|left|leaving|ran from|running from) (?:from )?(?:my|her|his|a|an|the"
    r"|their) (?:violent |abusive )?(?:ex|abus\w+|husband|partner|boyfriend|violen\w+)\b|(?:ex|ex[ -](?:partner"
    r"|husband|wife|boyfriend|girlfriend)|former partner|my abuser|her abuser|abusive \w+) (?:\w+ ){0,4}(?:found"
    r"|knows|know|got|has|turned up|showed up|came to|traced|learn\w*|discovered|saw|given|received"
    r"|told) (?:\w+ ){0,6}(?:address|where (?:i|we|she|he|they) live|our door|my door|my house|our house"
    r"|the house|new home)|(?:address|where (?:i|we|she|they) live\w*)(?: \w+){0,8} (?:ex|ex[ -]?(?:partner"
    r"|husband|wife|boyfriend)|her ex|my ex|former partner|abus\w+|violent \w+)\b)"
)
# A home address let out is a danger until one knows to whom; a notice sent to a wrong address is not.
_ADDRESS_LET_OUT = re.compile(
    r"\b(?:(?:unredacted|not redacted|un-redacted|non-redacted|confidential|secret|new|home|our|my|her|his|their"
    r"|client'?s|family'?s|foster carers?'?|adopt\w+) (?:\w+ ){0,3}address(?:es)? (?:\w+ ){0,4}(?:leak\w*"
    r"|disclos\w*|reveal\w*|given|gave|shared|let slip|not redacted|left|shown|visible|released|to (?:my|her|his"
    r"|the|an?) (?:ex|birth|violent|abus\w+|perpetrator|father))|(?:leak\w*|disclos\w*|reveal\w*|gave|given"
    r"|giving|shared?|sharing|releas\w*|unredacted|un-redacted|left|failed to redact|didn'?t redact"
    r"|forgot to redact) (?:out |away )?(?:\w+'?s? ){0,4}(?:home |new |confidential |secret )?address(?:es)?)\b"
)
_BY_ONESELF = re.compile(r"\b(?:i|we)(?:'ve| have| had|'d| even| already| also)*(?: not)? $")
_SELF_HARM = re.compile(
    r"\b(?:suicid\w*|kill(?:ing)? (?:myself|himself|herself|themselves)|(?:end|ending|ended) (?:my|her|his|their|it)"
    r" (?:own )?(?:life|all)|(?:take|taking|took) (?:my|her|his|their) own life|self[ -]?harm\w*"
    r"|(?:cut|cuts|cutting|hurt|hurting|harm|harming) (?:myself|herself|himself|themselves)|overdos\w*"
    r"|want(?:s|ed)? to die|wish i (?:was|were) dead|better off dead|can'?t go on|cannot go on|no reason to live"
    r"|nothing (?:left )?to live for|don'?t want to (?:live|be here any ?more|wake up))\b"
)
_YOUNG = (
    r"(?:child(?:ren)?|kids?|son|daughter|baby|babies|toddler|boys?|girls?|grand(?:child(?:ren)?|son|daughter)|nephew"
    r"|niece|teen(?:ager)?s?|(?:little|younger) (?:brother|sister))"
)
_HARM = (
    r"(?:abus(?:ed|ing|ive)|hurt(?:ing)?|hit(?:s|ting)?|beat(?:s|en|ing)|neglect(?:ed|ing|s)|starv(?:ed|ing)|groom(?:ed"
    r"|ing)|exploit(?:ed|ing)|molest(?:ed|ing|s)|rap(?:ed|ing)|punch(?:ed|es|ing)|slap(?:s|ped|ping)|traffick(?:ed"
    r"|ing))"
)
_CHILD = re.compile(
    rf"\b(?:{_YOUNG} (?:\w+ )?(?:is|are) (?:still |now |again |always )*(?:being |getting )?{_HARM}"
    rf"|{_YOUNG} (?:keeps?|still) (?:on )?(?:being|getting) {_HARM}"
    rf"|(?:is|are|keeps?|still|was|were) {_HARM} (?:my|her|his|our|their|the) (?:\w+ )?{_YOUNG}"
    rf"|{_YOUNG} (?:\w+ )?(?:is|are|in) (?:at |in )?(?:immediate |serious |real )?(?:danger|risk of (?:\w+ )?harm)"
    rf"|county lines|\bfgm\b|bruis\w+ (?:on|all over) (?:my|her|his|the) {_YOUNG}"
    rf"|{_YOUNG} (?:is|has gone|went) missing"
    rf"|(?:sexual(?:ly)?|physical(?:ly)?) (?:abus\w+|assault\w+) (?:my|her|his|our|the|a) {_YOUNG}"
    rf"|touch(?:ed|ing|es) (?:my|her|his|our) {_YOUNG})\b"
)
_CARED_FOR = (
    r"(?:mum|mam|mother|dad|father|nan|gran|grandma|grandad|husband|wife|partner|brother|sister|aunt|uncle|she|he|they"
    rf"|residents?|(?:my|her|his) (?!{_YOUNG}\b)\w+|client|neighbour)"
)
# "the carer hits her", "my husband beats me": what somebody does, told as it is done.
_HARMS = r"(?:hits|hurts|beats|slaps|punches|kicks|starves|neglects|abuses|molests|rapes|chokes|strangles)"
_HARMS_SOMEBODY = re.compile(
    rf"\b{_HARMS} (?P<who>me|us|him|her|them|(?:my|his|her|our|their|the) (?:\w+ )?\w+|mum|dad|nan|gran)\b"
)
_BY_A_PERSON = re.compile(
    r"\b(?:he|she|who|somebody|someone|carers?|nurses?|staff|managers?|workers?|dad|mum|father|mother|parents?|step\w+"
    r"|husband|wife|partner|boyfriend|girlfriend|ex|son|daughter|brother|sister|uncle|aunt|grand\w+|foster\w*|teachers?"
    r"|residents?|neighbours?|landlord|guardian|man|woman)(?: (?:still|always|often|sometimes|regularly|now))? $"
)
_ADULT = re.compile(
    rf"\b{_CARED_FOR} (?:is|are) (?:still |now |again )*being {_HARM}"
    rf"|\b(?:carers?|staff|care ?home|home) (?:is|are|keeps?) {_HARM} (?:my |her |his |the )?\w+"
    rf"|\b{_CARED_FOR} (?:has been|was) (?:left )?(?:without|with no) (?:food|water|any food)\b"
)
_NO_ROOF = re.compile(
    r"\b(?:homeless (?:tonight|right now|as of (?:today|tonight)|from (?:today|tonight|tomorrow))"
    r"|(?:nowhere|no ?where|no place|not? anywhere|haven'?t anywhere|don'?t have anywhere) (?:safe )?(?:else )?(?:to"
    r" (?:sleep|stay|go|live)|for (?:us|me|her|him|them) to (?:sleep|stay|go))\b(?! (?:out|on holiday|for help))"
    r"|sleep(?:s|ing)? (?:rough|in (?:my|the|our|a|his|her) (?:car|van|tent|park|doorway|shed)|on the streets?)"
    r"|(?:living|live|lives) (?:in (?:my|our|his|her|their) (?:car|van|tent)|on the streets?)"
    r"|on the streets? (?:tonight|now|with (?:my|the|our))|street homeless|roofless"
    r"|(?:evict(?:ed|ion)|kicked out|thrown out|chucked out|locked out|losing (?:my|our) home)"
    r" (?:is |are )?(?:today|tonight|tomorrow|this (?:morning|afternoon|evening)|right now))\b"
)
_NO_FOOD = re.compile(
    r"\b(?:no food\b(?! (?:hygiene|waste|bins?|caddy|safety|business|standards?|collection|recycling))"
    r"|nothing (?:left )?to eat|(?:can'?t|cannot|couldn'?t) (?:afford to )?(?:eat\b|feed (?:my|the|our|her|his|them"
    r"|myself|us))|(?:haven'?t|hasn'?t|not) eaten (?:for|since|in)"
    r"|(?:kids?|children|we|i|they|she|he) (?:are|am|is|'re)? ?(?:go|going|went|gone)? ?(?:to bed )?(?:hungry|starving)"
    r"|(?:need|using|relying on|sent to) (?:a |the )?food ?banks?"
    r"|no (?:gas|electric\w*|heating)(?: (?:or|and|nor) \w+)? (?:and|or) no (?:food|money)|no money (?:for food|to eat"
    r"|left (?:for|until|till)|at all|to feed)|penniless)\b"
)
_PATTERNS: tuple[tuple[Risk, re.Pattern[str]], ...] = (
    (Risk.ABUSE, _DANGER),
    (Risk.SELF_HARM, _SELF_HARM),
    (Risk.CHILD_IN_DANGER, _CHILD),
    (Risk.ADULT_IN_DANGER, _ADULT),
    (Risk.HOMELESS_NOW, _NO_ROOF),
    (Risk.NO_FOOD, _NO_FOOD),
)


# Somebody looks for decisions of a kind, or asks for a council: no person is spoken of who could be in danger.
_ASKS_FOR_DECISIONS = re.compile(
    r"\b(?:which|what|any|show|list|find|how many|are there)\b(?: \w+){0,4}? (?:cases|decisions|complaints)\b"
    r"|\b(?:cases|decisions|complaints) (?:that|where|which|in which|about|involving|on|mentioning)\b"
)
_ASKS_FOR_COUNCIL = re.compile(
    r"\b(?:as (?:a |an |the )?|i'?m (?:a |an |the )?|i am (?:a |an |the )?|we are (?:a |the )?)(?:council(?:'s)? )?"
    r"(?:case ?worker|complaints? (?:officer|manager|team|handler)|council officer|case ?officer|investigat\w+"
    r"|link officer|council)\b|\b(?:defensible|fair|reasonable|proportionate) offer\b|\bour (?:officers?|tenants?)\b"
)
_SPEAKS_OF_A_PERSON = re.compile(
    r"\b(?:i|i'm|me|my|we|us|our|she|her|he|him|his|they|them|their|client|clients|mum|dad|son|daughter|child)\b"
)
_NOW = re.compile(r"\b(?:now|tonight|today|tomorrow|still|again|immediate(?:ly)?|urgent(?:ly)?|right away|this week)\b")
# "they had nowhere to go", "left mum with no food for a day": it was so, and is over.
_WAS_SO = re.compile(r"\b(?:had|was|were|been|left (?:\w+ ){0,2}(?:with|without)|with)(?: \w+)? $")
_ONLY_WHILE_IT_LASTS = frozenset((Risk.HOMELESS_NOW, Risk.NO_FOOD))


# Nobody is told of, and what is usual or was decided is asked: the signpost may follow the answer.
_ASKS_IN_GENERAL = re.compile(
    r"\b(?:(?:what|which) (?:sort of |kind of |kinds of |sorts of )?(?:remed|payment|outcome)|typical|usual|tariff"
    r"|precedents?"
    r"|comparators?|cases|decisions|trends?|compare|remed(?:y|ies) for"
    r"|(?:what|how) (?:did|does|do|has|have|would) (?:the )?(?:ombudsman|lgo|lgsco|ombo))"
)
_TELLS_OF_SOMEBODY = re.compile(
    r"\b(?:(?:ex|ex-\w+|husband|wife|partner|boyfriend|girlfriend|father|mother|kids?|children|family|victim|tenant)\b)"
)


def is_asked_in_general(wording: Wording) -> bool:
    """True where a question tells of nobody who could be in danger now, and asks for what is usual or was decided."""
    text = wording.lower
    if _NOW.search(text) or _SPEAKS_OF_A_PERSON.search(text) or _TELLS_OF_SOMEBODY.search(text):
        return False
    return _ASKS_IN_GENERAL.search(text) is not None


def find_risks(wording: Wording) -> tuple[Risk, ...]:
    """What the words tell of, the gravest first; none for an ordinary complaint."""
    text = wording.lower
    if not _NOW.search(text) and _speaks_of_nobody(text):
        return ()
    found = [risk for risk, pattern in _PATTERNS if _holds(risk, pattern, text)]
    found += [risk for risk in _told_as_done(text) if risk not in found]
    if Risk.ABUSE not in found and _lets_an_address_out(text):
        found.insert(0, Risk.ABUSE)
    return tuple(found)


def _told_as_done(text: str) -> list[Risk]:
    """Harm told in the present: to a child where one is spoken of, by one's own partner, else to an adult."""
    harm = _HARMS_SOMEBODY.search(text)
    if harm is None or not _BY_A_PERSON.search(text[: harm.start()]):
        return []
    if re.search(rf"\b{_YOUNG}\b", text) or re.search(
        r"\b(?:dad|mum|father|mother|stepdad|stepmum) $", text[: harm.start()]
    ):
        return [Risk.CHILD_IN_DANGER]
    if harm["who"] in ("me", "us") or re.search(r"\b(?:husband|wife|partner|boyfriend|girlfriend|ex)\b", text):
        return [Risk.ABUSE]
    return [Risk.ADULT_IN_DANGER]


def _lets_an_address_out(text: str) -> bool:
    """Somebody let it out; "I gave them my address" lets out nothing."""
    if "address" not in text:
        return False
    return any(not _BY_ONESELF.search(text[: match.start()][-20:]) for match in _ADDRESS_LET_OUT.finditer(text))


def _speaks_of_nobody(text: str) -> bool:
    if _ASKS_FOR_COUNCIL.search(text):
        return True
    return _ASKS_FOR_DECISIONS.search(text) is not None and _SPEAKS_OF_A_PERSON.search(text) is None


def _holds(risk: Risk, pattern: re.Pattern[str], text: str) -> bool:
    for match in pattern.finditer(text):
        is_over = risk in _ONLY_WHILE_IT_LASTS and _WAS_SO.search(text[max(0, match.start() - 40) : match.start()])
        if not is_over or _NOW.search(text):
            return True
    return False
