"""The words by which a sentence tells what it speaks of: the writer's matter, a case named before, several or none."""

from __future__ import annotations

import re

OWN = re.compile(
    r"\b(?:I|[Mm]e|[Mm]y|[Mm]ine|[Mm]yself|[Ww]e|us|[Oo]ur|[Oo]urs|[Yy]ou|[Yy]our|[Yy]ours"
    r"|[Tt]his (?:council|authority)"
    r"|[Ii]n the present (?:case|matter))\b"
)
# "I rely on", "we understand that", "you will see": the writer points at a case and tells nothing of their own.
POINTING = re.compile(
    r"\b(?:I|[Ww]e|[Yy]ou)(?:'(?:d|ll|ve))? (?:\w+ ){0,3}?(?:rely|relying|refer(?:red)?|cite[ds]?|citing|note[ds]?"
    r"|see|saw"
    r"|read|point(?:ed)?|draw|drew|know|found|find|mention(?:ed)?|quote[ds]?|understand|understood|believe|think|add|attach"
    r"|compare|submit|check(?:ed)?|learn(?:t|ed)?|recall|remember|appreciate|am told|are told)\b"
    r"|\b(?:draws?|drew|direct|bring|refer) (?:your|the council's) attention\b|\b(?:refer|point|direct)s? you to\b"
    r"|\b[Mm]y (?:solicitor|advocate|adviser) (?:\w+ ){0,2}(?:told|says|said|found|showed|pointed)(?: me)?\b"
)
CLAUSE_END = re.compile(
    r"[;:()\u2014\"\u201c\u201d]| - |[,.]\s|\b(?:but|whereas|while|although|though|where|which|who|that|because|since"
    r"|whose|when)\b"
)
POINTS_BACK = re.compile(
    r"\b(?:that|the same|the above|the said|this same|this latter) (?:case|decision|complaint|investigation|report"
    r"|statement|ruling|one|instance)\b"
    r"|\bthis (?:decision|ruling|statement|report)\b"
    r"|\b[Tt]here\b(?! (?:is|are|was|were|has|have|had|will|would|may|can|could|should|must|seems|being|to be)\b)"
    r"|\bpara(?:graph)?s?\.? \d"
    r"|\b[Tt]he (?:ombudsman|[Ii]nvestigator|complainants?)\b|\b[Tt]he (?:decision|case|ruling|report|statement)\b"
    r"|\b(?:Mr and Mrs|Mr|Mrs|Ms|Miss|Mx|Dr)\.? [A-Z]\b(?!['\u2019]?[a-z])",
    re.IGNORECASE,
)
HERE = re.compile(
    r"\b[Tt]his (?:case|matter|complaint)\b|\bhere\b|\b(?:today|to date|currently)\b"
    r"|\b(?:has|have|is|are) (?:now|still)\b"
    r"|\bstill (?:has|have|is|are|not|refuses?)\b"
)
IN_GENERAL = re.compile(
    r"\b(?:usual(?:ly)?|often|typical(?:ly)?|normal(?:ly)?|general(?:ly)?|always|tends?|in practice|as a rule|can be"
    r"|may be|commonly|in most cases|other councils|every council|across the country)\b",
    re.IGNORECASE,
)
# The perfect tense tells of what stands today: "the Council has not replied" is the writer's own council.
TODAY = re.compile(
    r"\b(?:has|have) (?:still |yet |now |only )?(?:not|never|failed|refused|ignored|yet to)\b", re.IGNORECASE
)
FEW = r"two|three|four|five|six|seven|eight|nine|ten|\d{1,2}"
GROUP = re.compile(
    r"\b(?:(?:all|both|each|every one|none|neither|across)(?: of)?(?: the| these| those| them)?"
    rf"(?: (?P<number>{FEW})\b)?|(?:the|these|those) (?P<plain>{FEW})\b)"
    r"(?P<noun> (?:cases|decisions|complaints|of (?:them|these|those)|(?:were|are|was|is|concern\w*|involve\w*)))?",
    re.IGNORECASE,
)
# "The total of these is £800" adds up several decisions, and is a sum of none of them.
TOTAL_OF_SEVERAL = re.compile(
    rf"\b(?:total|sum|addition|combined (?:total|sum)) (?:of|for|across) (?:(?:all|both|these|those|them|the) ?){{1,3}}"
    rf"(?:{FEW})?(?: (?:cases|decisions|sums|payments|amounts|awards))?\b|\b(?:both|all (?:{FEW})|these|those|together)"
    r"[^.;]{0,30}\b(?:add up|come|total|amount)(?:s|ed|ing)?(?: to)?\b",
    re.IGNORECASE,
)
ORDINAL = re.compile(
    r"\b[Tt]he (?P<which>first|second|third|fourth|fifth|sixth|last|former|latter)"
    r"(?: (?:case|decision|one|of (?:these|them|those)(?: (?:cases|decisions))?)\b|(?=[,;:]|$))",
    re.IGNORECASE,
)
ORDINALS = {word: number for number, word in enumerate(["first", "second", "third", "fourth", "fifth", "sixth"])} | {
    "former": 0
}
JOINS_BEHIND = re.compile(
    r"^,? (?:(?:was|were|is|as|payment|paid|awarded|agreed|recommended|found|decided|made|and) ){0,3}"
    r"(?:in|under|by|from|at) (?:\w+ ){0,4}\(?$|^ ?\((?:\w+ ){0,3}$|^ - $",
    re.IGNORECASE,
)
ONLY_NUMBER = re.compile(r"^[\W\d]*(?:(?:see|cf|ref(?:erence)?|case|decision|LGSCO|no)[\W\d]*){0,3}$", re.IGNORECASE)
