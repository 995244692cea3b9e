"""The words that state that there was no fault."""

from __future__ import annotations

from assistant.domain import FindingResult
from ingest.findings.results.phrases import (
    ABOUT,
    BY,
    FAULT_NOUN,
    FAULT_PIECES,
    I_OR_WE,
    MATTER,
    SUBJECT,
    ResultRule,
    result_rule,
)

_FOUND = r"(?:find|found|finds|seen?|sees|identif(?:y|ied)|consider|think|believe|say|said|show|suggest)"

NO_FAULT: tuple[ResultRule, ...] = (
    result_rule(
        rf"\b(?:do|does|did) not (?:agree|accept)(?: with)? .{{0,40}}\b(?:view|claim|suggestion) that {MATTER}",
        FindingResult.NO_FAULT,
        pieces=("agree", "accept"),
    ),
    result_rule(
        r"\bno evidence (?:that |to (?:show|suggest) (?:that )?)?(?P<m>(?:the|its|his|her|their) [^.;]{3,80}?) "
        r"(?:was|were|is) (?:flawed|faulty|improper|biased|wrong)\b",
        FindingResult.NO_FAULT,
        pieces=("evidence",),
    ),
    # "There is nothing to suggest the panel was at fault in how …", "I have seen no reason to find fault with …".
    result_rule(
        r"\b(?:nothing|no (?:evidence|sign|indication|suggestion|reason|grounds?|basis|cause))\b"
        r"(?: (?:I|we) have seen)?(?: (?:to|that would|which would|that|for))?"
        r"(?: (?:suggest|show|indicat|find|conclud|say|think|believ|prov|point)\w*)?(?: that| to| of)?"
        r"(?: (?:any )?fault| (?:the|it|they|he|she|[A-Z])(?:(?! and )[^.;,]){0,60}?"
        rf" (?:at|with) fault)\b(?:{BY} {ABOUT}(?: (?:it|they))? {MATTER})?",
        FindingResult.NO_FAULT,
    ),
    result_rule(
        rf"(?:\b(?:not|cannot)|n't) (?:{_FOUND} )?(?:that )?(?:(?:the|it|they|he|she|[A-Z])[^.;]{{0,60}}? )?"
        rf"(?:was |were |is |been )?"
        rf"(?:at|with) fault {ABOUT}(?: (?:it|they))? {MATTER}",
        FindingResult.NO_FAULT,
    ),
    result_rule(
        rf"\b(?:no|without|cannot {_FOUND}(?: any)?|(?:not|n't) {_FOUND}(?: (?:any|that there (?:was|is)(?: any)?))?)"
        rf" (?:evidence of |sign of |indication of )?(?:any )?fault{BY} {ABOUT} "
        rf"(?!(?:it|this|that|these|them)\b|th(?:is|at|ese) (?:point|part|matter|issue|respect)){MATTER}",
        FindingResult.NO_FAULT,
    ),
    result_rule(
        rf"\b(?:not|n't) {_FOUND} (?:that )?(?P<m>[^.;]{{2,200}}?) (?:was|is|were|are|to be|amount\w*"
        rf"|constitute\w*)\b[^.;]{{0,60}}\bfault\b",
        FindingResult.NO_FAULT,
    ),
    result_rule(
        rf"\b(?:it|that) (?:is|was) (?:therefore )?not (?:a )?fault (?:for [^.;]{{2,60}}? )?(?:to|that) {MATTER}",
        FindingResult.NO_FAULT,
    ),
    result_rule(
        rf"{SUBJECT} (?:is|was|were|are|does|did) not (?:amount to |constitute )?{FAULT_NOUN}",
        FindingResult.NO_FAULT,
        pieces=FAULT_PIECES,
    ),
    result_rule(
        r"\b(?:no|not(?! to\b)(?! only\b)|without|n't|nor)\b(?: (?!and\b|but\b|is\b|was\b"
        r"|which\b)\w+){0,5}? faults?\b|\bnot at fault\b|\bfree (?:of"
        r"|from) fault\b",
        FindingResult.NO_FAULT,
    ),
    result_rule(
        r"\bnot (?:\w+ ){0,3}?(?:so|sufficiently|serious enough|significant enough)\b[^.;]{0,60}?\b(?:amount\w*(?: "
        r"to)?|be|constitutes?|(?:I|we) (?:would|could|can) find)"
        r" (?:a )?fault\b",
        FindingResult.NO_FAULT,
    ),
    result_rule(
        rf"{I_OR_WE} (?:\w+ ){{0,2}}?(?:not|n't|cannot) uph(?:o|e)ld [^.;]{{0,40}}?complaints? "
        rf"(?:about|that|of) {MATTER}",
        FindingResult.NO_FAULT,
        pieces=("uph",),
    ),
)
