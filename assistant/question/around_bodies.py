"""What stands around a body's name in a question: the words that tell its kind, and how it is spoken of.

A table of patterns; ``bodies`` reads with it.
"""

from __future__ import annotations

import re

from assistant.question.words import table_words

BEHIND = {
    "county": "county",
    "cc": "cc",
    "city": "city",
    "borough": "lower",
    "boro": "lower",
    "bc": "lower",
    "mbc": "lower",
    "mdc": "lower",
    "metropolitan": "lower",
    "met": "lower",
    "dc": "lower",
    "district": "lower",
    "council": "council",
    "councils": "council",
    "council's": "council",
    "cncl": "council",
    "council'": "council",
    "la": "council",
    "lea": "council",
    "authority": "council",
}
DEPARTMENT = re.compile(
    r"(?:social (?:services|care)|child(?:ren|rens|ren's)? (?:services|social)|childrens (?:services|social)"
    r"|adults?'? "
    r"(?:services|social|care)|housing|send|sen|highways|planning|parking|education|benefits|ehcp|complaints)\b"
)
NO_COUNCIL_BEHIND = re.compile(
    r"(?:road|street|avenue|lane|hospitals?|police|university|college|airport|station|prison|academy|united"
    r"|city centre"
    r"|carriages?|grammar|crown court|county court|magistrates|centre|high school|primary|nhs|palace|age|level|test"
    r"|room|bus|glasses|list|material|time|lift|seat|chair|water|support worker|wound|tissue)\b"
)
TITLE_BEFORE = re.compile(r"\b(?:mr|mrs|miss|ms|dr|prof|cllr|sir|st)\.? $")
LONDON_BEFORE = re.compile(r"\b(?:the )?(?:london borough of|royal borough of|lb of|lb|borough of|city of|rb) $")
EXCLUDING = re.compile(
    r"(?:\b(?:not|without|excluding|exclude|excl|except(?: for)?|leave out|leaving out|other than|apart from"
    r"|aside from"
    r"|bar|minus|ignore|ignoring|drop|no|skip|omit|omitting|remove|anything but|outside(?: of)?|anyone but"
    r"|nothing from"
    r"|isn't|isnt|aren't|arent|take out|rather than|instead of|forget|w/out|w/o))"
    r"(?: (?:the|any|ones|cases|decisions|those|stuff|anything))*(?: (?:from|in|by|against|about|for|of))?(?: the)? $"
)
NOT_ONLY = re.compile(
    r"\b(?:not|isn't|isnt) (?:just|only|necessarily)(?: in| for| by| from| about)? $"
    r"|^\W*(?:(?:ok|and|now|please|actually|oh)\b\W*)*(?:forget|never mind|lose)(?: about)? $"
)
EXCLUDED_BEHIND = re.compile(r" (?:ones |cases |decisions )?(?:excluded|aside|left out|excepted)\b")
STORY_BEFORE = re.compile(
    r"\b(?:mov(?:e|ed|ing)|relocat\w+|transfer\w*|came|coming|placed|went|going|travel\w*|school|home|hospital|uni"
    r"|university|college|hotel|hostel|liv(?:e|es|ed|ing)|placement|flat|house|born|stay(?:ed|ing)|based|hospice"
    r"|clinic"
    r"|family|work(?:s|ed|ing)?|prison|fled|fleeing|friends?|relatives)(?: (?!council)[a-z']+){0,2} "
    r"(?:from|to|in|at|near|outside|around|over to) $"
)
PREPOSITION = re.compile(r"\b(?:in|from|at|for|with|re|about|of|on|only|just|and|or|vs|not|excluding|to) $")
AGAINST = re.compile(r"\b(?:against|versus|vs|by)(?: the)? $")
ASKING_BEFORE = re.compile(
    r"(?:^|[.?!\n] *)(?:so |ok |and )?(?:has|have|did|does|is|are|was|any|anything|how about|what about) $"
)
VERB_BEHIND = re.compile(
    r" (?:been|ever|had|got|gotten|paid|pays?|gets?|get|done|a (?:record|history)|have|has|did|cases?|decisions?"
    r"|ones|on|any (?:good|better|worse)|worse|bad|good|like)\b"
)
RECORD_BEHIND = re.compile(
    r"\s*[-:,+&]\s.{0,80}\b(?:any|record|history|previous|before|been|anything|form|cases|decisions)\b"
)
# "tfl", "kcc", "rbkc": without a vowel they are no words, also in small letters.
INITIALS = re.compile(r"[b-df-hj-np-tv-xz]{3,}")
UNKNOWN_COUNCIL = re.compile(
    r"\b((?:[A-Z][a-z]+(?:-[A-Za-z]+)*(?: and | upon | on | )){1,3})"
    r"((?:County|City|Borough|District|Metropolitan|Metropolitan Borough) )?Council\b"
)
NO_COUNCIL_NAME = frozenset(
    table_words(
        "The My Our Your Their His Her A An This That Which County City District Borough Parish Town Local Of "
        "And Has Have Did "
        "Does Is Are Was If When Why How What Where Should Could Can Would English Welsh Scottish Any Every Each "
        "Metropolitan "
        "But So Because Unitary Care Housing Planning Education Adult Children London Central General Research "
        "Bar Medical "
        "Nursing Community Privy British European Arts Sports Health School Tenants Youth Every Dear Both"
    )
)
NO_NAME_BEFORE_COUNCIL = frozenset(
    table_words(
        "the my our your their his her a an this that which county city district borough parish town local of and or "
        "against by any each every from to in other another english welsh scottish same new old home london unitary "
        "metropolitan both all two some what most many when if because so is was does did has have can could would "
        "should will since where why how tell told said says but with under on for ask asked neighbouring previous "
        "current wrong social host responsible two-tier placing council large small combined appropriate relevant "
        "second first one more no not than only as at be been had do then because cos"
    )
)
HEALTH_NAME = re.compile(r"\b(?:nhs|ccg|icb|clinical|trust|hospitals?)\b")
