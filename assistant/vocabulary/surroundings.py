"""Words that tell what a question is about by standing beside a noun that could mean anything: shared by the tables.

Each is a regular expression, to be read as whole words and without regard to case.
"""

from __future__ import annotations

A_SCHOOL = (
    r"schools?|college|academy|sixth form|nursery|post[- ]?16|pupils?|classroom|teachers?|SENCO|EHCPs?|EHC|SEN"
    r"|(?-i:SEND)"
    r"|special needs|autis\w+ (?:son|daughter|child|boy|girl)"
)
A_CHILD = (
    r"child(?:ren)?|kids?|sons?|daughters?|bab(?:y|ies)|toddler|infant|boys?|girls?|pupils?|grand(?:son|daughter"
    r"|child\w*)"
    r"|nephew|niece|step ?(?:son|daughter)"
)
AN_ADULT = (
    r"mum|mother|dad|father|husband|wife|nan|nana|gran\w*|grandad|grandfather|grandmother|elderly|dementia|adult"
    r"|old age"
    r"|parkinson\w*|stroke|pensioner|brother|sister|uncle|aunt"
)
PLACES_OF_CARE = r"care homes?|nursing homes?|residential (?:home|care)|rest home|care ?workers?|carers|hospital"
STREET_PENALTIES = r"PCNs?|parking|bus lanes?|penalty charges?|congestion|ULEZ|yellow box|no entry"
# Who complained was told to the one complained of: that is the matter, and what was complained of is beside it.
_TOLD = (
    r"(?:told|tells?|telling|let slip|let it slip|tipped|gave|given|disclos\w+|reveal\w*|leak\w*|knows?|knew|found out"
    r"|named|pass(?:ed|ing)|shared)"
)
_COMPLAINED = r"(?:complained|reported|rang|grassed|phoned|called)"
TOLD_ON = (
    rf"{_TOLD} (?:\w+ ){{0,6}}?(?:it was (?:me|us|my \w+)(?: (?:who|that) {_COMPLAINED})?"
    rf"|(?:that )?(?:i|we)(?:'d| had)? {_COMPLAINED}|who (?:had )?(?:{_COMPLAINED}|it was|made the)|(?:me|us) as the"
    r"|(?:my|our) (?:name|identity))"
    r"|(?:told|gave|gives|let) (?:\w+ ){0,3}(?:neighbou?rs?|next door) (?:\w+ ){0,2}(?:my|our) (?:name|details|address)"
)
_PARK = (
    r"(?:(?<!car )(?<!business )(?<!retail )(?<!caravan )(?<!holiday )(?<!to )parks?(?! homes?\b)|playing fields?"
    r"|recreation grounds?|sports (?:grounds?|pitch(?:es)?))"
)
_IN_A_PARK = (
    r"(?:football\w*|cricket|rugby|match(?: ?days?|es)?|teams?|festivals?|events?|fun ?fairs?|fairs?|circus|concerts?"
    r"|dogs?|drinkers?|closed|locked)"
)
GOING_ON_IN_A_PARK = rf"{_PARK}(?=.*\b{_IN_A_PARK}\b)|{_IN_A_PARK}\b.{{1,60}}?\b{_PARK}"
PERSONAL_CARE = (
    r"(?:wash|shower|dress|bath[e]?|toilet|feed|chang)(?:e|ed|ing)? (?:and \w+ )?(?:my |our |her |his )?(?:her|him"
    r"|mum|mam|dad|nan|gran)"
    r"|(?:get(?:ting|s)?|got) (?:her|him|mum|mam|dad|nan|gran)? ?(?:washed|dressed|out of bed|(?:in)?to bed"
    r"|up and dressed)"
    r"|(?:washed|washing) and (?:dressed|dressing)|pads? changed|help (?:with )?(?:washing|dressing|bathing|toileting)"
)
_HELPERS = (
    r"social services|home help|care ?workers?|carers?|care agency|agency|care company|care provider|helpers?|nobody"
    r"|no ?one|somebody|someone|they|staff|council"
)
_DID_NOT = (
    r"didn'?t|did not|never|not|don'?t|doesn'?t|hasn'?t|haven'?t|won'?t|wouldn'?t|failed to|fails to|fail to"
    r"|stopped|stops"
)
_COME = r"turn(?:ed|ing|s)? up|show(?:ed|n|ing|s)? up|com(?:e|es|ing)|came|arriv\w+"
_IN_TOUCH = (
    rf"call(?:s|ed|ing)?|rings?|ringing|rang|rung|phon\w+|contact\w*|visit\w*|in touch|text\w*|answer\w*|return\w*"
    rf"|repl\w+|met|meet\w*|seen?|saw|help(?:s|ed|ing)?|{_COME}"
)
SURROUNDINGS = {
    "personal care": PERSONAL_CARE,
    "helpers": _HELPERS,
    "did not": _DID_NOT,
    "come": _COME,
    "in touch": _IN_TOUCH,
    "an adult at home": rf"{AN_ADULT}|medication|tablets|meals?",
    "going on in a park": GOING_ON_IN_A_PARK,
    "told on": TOLD_ON,
    "school": A_SCHOOL,
    "child": A_CHILD,
    "adult": AN_ADULT,
    "place of care": PLACES_OF_CARE,
    "street penalty": STREET_PENALTIES,
}
