"""The words of findings as tables: how a result is stated, how injustice is, and which words name no issue.

Every pattern is matched against text that ``assistant.text.unify_characters`` made plain.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from assistant.domain import FindingResult


@dataclass(frozen=True)
class ResultRule:
    """A wording that states a result. Group ``m`` is the matter; without it the sentence before is meant."""

    pattern: re.Pattern[str]
    result: FindingResult


def _rule(pattern: str, result: FindingResult) -> ResultRule:
    return ResultRule(re.compile(pattern, re.IGNORECASE), result)


MATTER = r"(?P<m>[^.;]{8,})"
# In this order: "no fault in" before "fault in". The first rule that matches a sentence gives its result.
RESULT_RULES: tuple[ResultRule, ...] = (
    _rule(
        r"\b(?:unable to|cannot|can't|could not|not able to|not possible (?:for me )?to|impossible to) (?:reach"
        r"|make|come to) "
        r"(?:a|any) (?:\w+ )?(?:finding|view|conclusion|decision|judgement)\b(?: (?:on|about|as to"
        r"|whether) (?P<m>[^.;]{8,}))?",
        FindingResult.NO_FINDING,
    ),
    _rule(r"\bI (?:make|have made) no finding\b", FindingResult.NO_FINDING),
    _rule(rf"\b(?:do|does|did) not (?:agree|accept)(?: with)? .{{0,40}}\bview that {MATTER}", FindingResult.NO_FAULT),
    _rule(rf"\bnot at fault (?:for|in|when|because|as) {MATTER}", FindingResult.NO_FAULT),
    _rule(
        rf"\b(?:no|without|not (?:find|found|identified|seen)(?: any)?) (?:evidence of )?fault (?:in|with|on"
        rf"|for) (?:how |the way (?:in which )?)?"
        rf"(?!it\b|this\b|that\b){MATTER}",
        FindingResult.NO_FAULT,
    ),
    _rule(r"\b(?:no|not(?! to do so)|without|n't)\b(?: \w+){0,4}? fault\b|\bnot at fault\b", FindingResult.NO_FAULT),
    _rule(
        rf"\b(?:was|is|were|are|been) (?:also |therefore |partly )*at? fault (?:for|when|because|in|as"
        rf"|by)(?: it)? {MATTER}",
        FindingResult.FAULT,
    ),
    _rule(rf"\b(?:acted|act) with fault (?:when|in|by|because)(?: it)? {MATTER}", FindingResult.FAULT),
    _rule(
        r"\b(?:found|finds?|was|is|were) (?:some |evidence of )?faults?(?:,? caus\w+ [\w ]{3,30},)?"
        r"(?: (?:by|on the part of|with) the (?:council|trust|home|provider|body))?,? "
        rf"(?:in|for|when|because|with|on)(?: it)?:? (?:how |the way (?:in which )?)?{MATTER}",
        FindingResult.FAULT,
    ),
    _rule(
        r"\b(?:found|finds?) (?:some )?fault with (?P<m>the (?:council|trust|home|provider)[^.;]{8,})",
        FindingResult.FAULT,
    ),
    _rule(
        r"(?P<m>\b(?:the )?\w*[^.;]{0,60}\b(?:failed|failure|failing|delay|delayed|did not"
        r"|lack of)\b[^.;]{8,300}?),? (?:(?:which|and this|this) )?(?:is|was|were|amounts to"
        r"|constitutes) (?:also )?(?:a )?fault\b",
        FindingResult.FAULT,
    ),
    _rule(
        r"(?<!have )\bfound (?:that )?(?P<m>(?:the|its|his|her|their) [^.;]{3,60}? (?:was|were) (?:inaccurate"
        r"|flawed|inadequate|poor|wrong|late|unsuitable|incomplete))\b",
        FindingResult.FAULT,
    ),
    _rule(
        r"(?<!not )(?<!no )(?<!n't )\b(?:is|was|were|amounts? to|constitutes?|accepts? (?:this|that|it) (?:is"
        r"|was))(?: also| therefore| clearly)? (?:a )?fault\b",
        FindingResult.FAULT,
    ),
    _rule(r"\bat fault\b", FindingResult.FAULT),
)
BARE_FAULT = re.compile(
    r"(?:The (?:Council|Trust|home|provider)|It) (?:also |had )?"
    r"(?P<m>(?:failed|delayed|wrongly|took too long|lost)\b.+)",
    re.I,
)
GOES_ON = re.compile(
    r"(?:It|They|The Council) (?:also |then )?(?P<m>(?:failed|did not|delayed|lost|took too long|wrongly)\b.+)"
)
NOT_INVESTIGATED = re.compile(
    rf"\b(?:cannot|will not|won't|have not|did not|do not intend to|unable to) (?:therefore )?(?:investigate"
    rf"|consider|comment on) {MATTER}",
    re.I,
)
NO_INJUSTICE = re.compile(
    r"\b(?:no|without|little)(?: \w+){0,4}? injustice\b|\b(?:not|n't|never) (?:\w+ ){0,4}?(?:cause[sd]?|causing"
    r"|lead|led)\b"
    r"[^.;]{0,50}\b(?:injustice|distress)|\b(?:not|n't) (?:\w+ ){0,3}?(?:suffer|experience)\w*[^.;]{0,40}\binjustice\b",
    re.I,
)
INJUSTICE = re.compile(
    r"\bthis is (?:an )?injustice\b|\b(?:cause[sd]?|causing|suffered|left|led to|experienced|meant"
    r"|put)\b[^.;]{0,80}\b(?:injustice|distress\w*|upset|"
    r"frustrat\w+|uncertainty|anxi\w+|worry|worried|inconvenience|stress\w*|time and trouble|lost|loss|miss(?:ed"
    r"|ing)|avoidable|confusion)\b|"
    r"\binjustice (?:to|for|caused)\b|\bremed(?:y|ies) (?:the|this|his|her|their|Mr \w's|Mrs \w's|Miss \w's"
    r"|Ms \w's) injustice\b",
    re.I,
)
# Words that name no issue by themselves; a heading made of these says nothing about what went wrong.
EMPTY_WORDS = frozenset(
    re.findall(
        r"\w+",
        """
        found find finds ombudsman uphold upheld the and for with that this from was were has have had not its
        his her their they she him them who which when what how did council councils complaint complaints
        process finding findings recommendation recommendations considering consideration analysis response
        responses statutory event events investigation background fault injustice remedy decision stage one
        two three mrs miss case view views about into over any all been would should could also told said says
        being made make
        """,
    )
)
HARM_WORDS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (name, re.compile(pattern, re.I))
    for name, pattern in (
        ("distress", r"\bdistress\w*"),
        ("upset", r"\bupset\b"),
        ("frustration", r"\bfrustrat\w+"),
        ("uncertainty", r"\buncertainty\b"),
        ("anxiety", r"\banxi\w+|\bworry\b|\bworried\b"),
        ("time and trouble", r"\btime and trouble\b"),
        ("inconvenience", r"\binconvenience\w*"),
        (
            "loss of provision",
            r"\b(?:loss of|lost|missed) (?:\w+ ){0,2}?(?:education|provision|support|services?|care)\b",
        ),
        ("financial loss", r"\bfinancial loss\b|\bout of pocket\b"),
        ("risk of harm", r"\brisk of harm\b"),
    )
)
COMPLAINED = re.compile(
    r"\bcompl?ain(?:s|ed|t is|ts are)?\b(?: to (?:us|the ombudsman))?(?: on behalf of [^,.]{2,40}?)?,? (?:that "
    r"|about (?:how )?|(?=the\b|his\b|her\b|[A-Z]))(?P<m>[^.;]{8,})",
    re.I,
)
WHO_SAYS = re.compile(
    r"(?:Mr|Mrs|Ms|Miss|Mx|Dr|She|He|They|This|These|As a result|The complainant|In addition|Because|I|We|Finally)\b"
)
CUT = re.compile(
    r",? (?:and|which|this|that) (?:has |have |had )?(?:caused?|causing|led to|meant)\b|,? causing\b|,? leading to\b"
)
