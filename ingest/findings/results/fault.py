"""The words that state a fault, from those that name its matter to those that only say that there was one."""

from __future__ import annotations

from assistant.domain import FindingResult
from ingest.findings.results.phrases import (
    ABOUT,
    ADVERBS,
    BY,
    DOING,
    FAULT_NOUN,
    FAULT_PIECES,
    I_OR_WE,
    MATTER,
    SUBJECT,
    ResultRule,
    result_rule,
)

# What a fault did to somebody.
_LED = r"(?:(?:(?:has|have|had) )?(?:cost|caused|led|meant|left|resulted|put|denied|deprived|contributed))"

FAULT: tuple[ResultRule, ...] = (
    result_rule(
        rf"{I_OR_WE} (?:(?:also|therefore|have|partly|partially) ){{0,2}}uph(?:o|e)ld [^.;]{{0,40}}?complaints? "
        rf"(?:about|that|of) {MATTER}",
        FindingResult.FAULT,
        pieces=("uph",),
    ),
    # "We found it took too long to …" calls it a fault without the word.
    result_rule(
        rf"{I_OR_WE} (?:(?:also|therefore|have|has) ){{0,2}}(?:find|finds|found|conclude|concluded) (?:that )?"
        r"(?P<m>(?:(?:the|both) (?:\w+ ){0,2}?(?:council|trust|home|provider|icb|ccg|authority|board|panel)|it|they) "
        r"(?:also |had )?(?:failed to|delayed|took too long|wrongly|incorrectly|should (?:also )?have|lost"
        r"|did not (?!cause|breach|discriminat|act|ignore|refuse|mislead|delay|need|have to|do anything))[^.;]{4,400})",
        FindingResult.FAULT,
        pieces=("fail", "delay", "took too", "wrongly", "incorrectly", "should", "lost", "did not"),
    ),
    result_rule(
        rf"\bthere (?:was|were) (?:(?:also|some|several|other|further|clear|serious|a number of) ){{0,2}}(?:failings?"
        rf"|shortcomings?|failures?) (?:in|with|over|around) {MATTER}",
        FindingResult.FAULT,
        pieces=("failing", "shortcoming", "failure"),
    ),
    result_rule(
        rf"\b(?:consider|considers|find|finds|found|regard|view|accepts?) (?:that )?(?P<m>[^.;]{{2,200}}?) (?:to be"
        rf"|as|to amount to|amounts? to)"
        rf" {ADVERBS}{FAULT_NOUN}",
        FindingResult.FAULT,
        pieces=FAULT_PIECES,
    ),
    result_rule(
        rf"\bfaults? (?:has|have|had) (?:also )?been (?:found|identified|seen){BY} (?:in|with|over|for) {MATTER}",
        FindingResult.FAULT,
    ),
    result_rule(
        r"^(?:the|an?|another|this) (?:\w+ )?faults? (?:(?:that )?(?:I|we) (?:have )?(?:identified|found|find|see) )?"
        r"(?:is|was|lies?|lay) (?:in )?(?P<m>(?:the|its|that|an?|not|failing)\b[^.;]{3,300})",
        FindingResult.FAULT,
    ),
    result_rule(
        r"\b(?:find|found|identif(?:y|ied)|see|seen|were|are) (?:the following|these|several|a number of|two|three"
        r"|four) (?:areas of |instances of |main )?(?:faults?|failings|shortcomings)\b",
        FindingResult.FAULT,
        pieces=("fault", "failing", "shortcoming"),
    ),
    result_rule(
        r"^by (?P<m>(?:not )?\w+ing\b[^.;]{3,300}?),? (?:the (?:\w+ )?(?:council|trust|home"
        r"|provider|icb|ccg|authority|board)|it) (?:was|were|is|acted) "
        r"(?:\w+ ){0,2}?(?:at|with) fault\b",
        FindingResult.FAULT,
    ),
    # "at fault: it did not …", "at fault in two ways: it did not …"
    result_rule(
        rf"\b(?:at|with) fault{BY}(?:,? in (?:the following|these|two|three|several|a number of) (?:\w+ )?(?:ways"
        rf"|respects|areas|matters))?: (?=(?:it|they|the)\b){MATTER}",
        FindingResult.FAULT,
    ),
    result_rule(
        rf"\b(?:it|that|this) (?:was|is) {ADVERBS}(?:a )?fault for [^.;]{{2,40}}? (?P<m>not to [^.;]{{2,400}})",
        FindingResult.FAULT,
    ),
    result_rule(
        rf"\b(?:at|with) fault{BY},? (?:{ABOUT}:?(?: (?:it|they|he|she))? |{DOING})"
        rf"(?!which\b|whom\b|part\b|(?:this|that|both|each|all|some)\b"
        rf"[^.;]{{0,12}}(?:respect|case|matter|way|point)s?\b){MATTER}",
        FindingResult.FAULT,
    ),
    result_rule(
        rf"\b(?:it|that|this) (?:was|is) {ADVERBS}(?:a )?fault (?P<m>not to (?!do\b)[^.;]{{2,400}})",
        FindingResult.FAULT,
    ),
    result_rule(
        rf"\b(?:it|that|this) (?:was|is) {ADVERBS}(?:a )?fault (?:to|that) (?!do (?:so|this"
        rf"|that)\b){MATTER}",
        FindingResult.FAULT,
    ),
    result_rule(
        rf"^(?:to|by) (?!do (?:so|this|that)\b)(?P<m>[^.;]{{8,300}}?) (?:was|is) {ADVERBS}{FAULT_NOUN}",
        FindingResult.FAULT,
        pieces=FAULT_PIECES,
    ),
    result_rule(
        rf"\b(?:find|found|finds|finding|was|is|were|identif(?:ied|ies)|seen) (?:also |therefore )?(?:evidence of )?"
        rf"(?:a |some |further )?"
        rf"faults?{BY},? (?:(?:{ABOUT}|here)(?: it)?:? |{DOING})(?!which\b|whom\b){MATTER}",
        FindingResult.FAULT,
    ),
    # "Faults by the Council in its letters cost her time": the matter stands between fault and harm, or nowhere.
    result_rule(
        rf"^(?:the )?(?:faults?|failings?) (?:by|of|on the part of) (?:both )?(?:the |[A-Z])[^.;:]{{2,60}}?"
        rf" (?:in|when|over|with|around) (?P<m>[^.;]{{3,200}}?) (?:also )?{_LED}\b",
        FindingResult.FAULT,
        pieces=("fault", "failing"),
    ),
    result_rule(
        rf"^(?:the )?(?:faults?|failings?) (?:by|of|on the part of) (?:both )?(?:the |[A-Z])[^.;:]{{2,120}}?"
        rf" (?:also )?{_LED}\b",
        FindingResult.FAULT,
        pieces=("fault", "failing"),
    ),
    result_rule(
        rf"{SUBJECT},? (?:is|was|were|are|amounts? to|amounted to|constitutes?|constituted) {ADVERBS}{FAULT_NOUN}",
        FindingResult.FAULT,
        pieces=FAULT_PIECES,
    ),
    result_rule(
        rf"{SUBJECT} (?:is|was|were|are) {ADVERBS}(?:(?:reached|made|taken|decided|done|carried out) )?(?:at"
        rf"|with) fault\b",
        FindingResult.FAULT,
    ),
    result_rule(
        r"(?<!have )\bfound (?:that )?(?P<m>(?:the|its|his|her|their) [^.;]{3,60}? (?:was|were) (?:inaccurate"
        r"|flawed|inadequate|poor|wrong|late|unsuitable|incomplete))\b",
        FindingResult.FAULT,
        pieces=("found",),
    ),
    result_rule(
        r"\bat fault\b|\bact(?:ed|s|ing) with fault\b|\b(?:find|found|finds) (?:evidence of |some )?fault\b",
        FindingResult.FAULT,
    ),
)
