"""A heading, a clause or a point of the complaint → the wording of an issue: a phrase like a noun, in the page's words.

"The Council failed to tell him of the hearing, which caused him distress" → "failure to tell him of the hearing";
"Analysis: delay in deciding the main duty" → "delay in deciding the main duty". What went wrong is kept, who did it
(nearly always the body) and what came of it are cut.
"""

from __future__ import annotations

import re

from assistant.text import unify_characters
from ingest.findings.likeness import EMPTY_WORDS
from ingest.findings.verbs import BODY, as_noun, question_as_noun

# Characters of a wording: a line of the chat. Longer ones end where a part of the phrase ends.
_LONGEST = 160
# Characters of a sentence that are looked at: none of a real page is nearly as long, and time stays linear.
_BOUND = 2000
_PARTY = r"(?:(?:Mr|Mrs|Ms|Miss|Mx|Dr)\.? (?:and (?:Mr|Mrs|Ms|Miss|Mx|Dr)\.? )?[A-Z]|the complainants?|she|he|they)"


def _opening(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


# A heading's own openings: the kind of part that it heads, and its letter.
_HEADING_OPENINGS = (
    _opening(
        r"(?:analysis|(?:my )?findings?|conclusions?|assessment|consideration|complaint|issue|allegation|part|point"
        r"|fault)"
        r"(?: (?:on|of|about|\(?[a-h1-9]\)?))? ?[:\u2013-] ?"
    ),
    _opening(r"\(?[a-h1-9]\)[.:]? "),
    _opening(r"(?:my |our )?(?:findings?|conclusions?|analysis) (?:on|about|of|regarding) "),
    _opening(r"was there (?:any )?fault (?:by the (?:\w+ ){1,3})?(?:in|with|over) "),
    _opening(r"(?:was|is) the (?:\w+ ){1,3}at fault (?:in|for|over|when) "),
    _opening(r"was there (?:an? |any )?(?=delay|failure)"),
)
# Words before the matter: connectives, who found it, who accepts or says it.
_OPENINGS = (
    _opening(
        r"(?:however|therefore|consequently|furthermore|moreover|additionally|nevertheless|overall|first(?:ly)?"
        r"|second(?:ly)?"
        r"|third(?:ly)?|finally|lastly|also|in addition|in particular|in summary|in conclusion|as a result|on balance"
        r"|on the balance of probabilities|in my view|in our view|specifically|on the (?:first|second"
        r"|third) (?:point|part)"
        r"|to summarise|instead|so|and|but|that|then|yet|while|whilst|although|because|since|when|where)\b,? ?"
    ),
    _opening(r"(?:(?:I|we) (?:consider|think|find|believe) )?(?:it (?:is )?)?more likely than not (?:that )?(?=\w)"),
    # Two bodies that did one thing: "The Trust and the Council both failed to arrange an advocate".
    _opening(r"the (?:\w+ ){1,2}and the (?:\w+ ){1,2}(?:both )?(?=failed to|did not|delayed|took|lost)"),
    _opening(r"(?:I|we) agree with (?:the|its) [^.;,]{3,60}? (?:finding|view|conclusion)s? that (?=\w)"),
    _opening(
        r"(?:I|we|the ombudsman) (?:(?:have|has|also|therefore|do|did|would|can|must|however|am|are) ){0,3}(?:find"
        r"|found|finds"
        r"|consider|think|agree|agreed|accept|note|decided|conclude|concluded|satisfied|know|see)"
        r"(?:,? (?:however|therefore|on balance),?)? (?:that )?(?=\w)"
    ),
    _opening(
        r"(?:the (?:council|trust|home|care provider|provider)|it) (?:(?:has|have|also|now|itself|already|fully"
        r"|partly) ){0,3}"
        r"(?:accepts?|accepted|acknowledge[sd]?|agree[sd]?|admit(?:s|ted)?|recogni[sz]e[sd]?|apologi[sz]ed"
        r"|upheld|says?|said|told (?:me|us)|explained) (?:that |for )?"
        r"(?=(?:it|its|the|this|there|he|she|they|not|[A-Z])\b)"
    ),
    _opening(
        r"(?:the )?(?:law|guidance|code|policy|procedure|regulations?|legislation) (?:says?|said"
        r"|requires?) (?:that )?(?=\w)"
    ),
    _opening(
        r"[^.;]{3,60}? (?:is|are) (?:better placed|the (?:right|proper|appropriate|best) (?:body"
        r"|organisation)) to (?:consider|deal with"
        r"|look at|look into|investigate) (?=\w)"
    ),
    _opening(r"(?:an?|the) councils? (?:must|should|has to) (?!have\b)(?:make sure |ensure )?(?:that )?(?=\w)"),
    _opening(r"(?:this|that|which) (?:meant|means) (?:that )?(?=\w)"),
    _opening(
        rf"(?:because|since|as) (?={BODY} )|{_PARTY} (?:also )?(?:says?|said|complain(?:s|ed)?|told (?:me|us)"
        rf"|alleges?|feels?|felt"
        r"|believes?|thinks?|thought|disputes?|questions?|disagrees?|disagreed|is unhappy|was unhappy) (?:to us )?"
        # "how C's school treated her" keeps its "how"; what a body did is told without.
        rf"(?:that |about (?:how (?={BODY} ))?|with )?(?=\w)"
    ),
    _opening(
        r"(?:(?:part|some|the rest|one part|the second part|another part) of )?(?:the|his|her|their"
        r"|this|(?:Mr|Mrs|Ms|Miss|Dr)[^.;,]{1,16}'s?) complaints? (?:(?:is|was|are) )?"
        r"(?:also )?(?:about|that|of) (?=\w)"
    ),
    _opening(
        r"(?:the|its|their) (?:\w+ )?(?:records?|notes?|logs?|evidence|files?|documents?|papers|minutes|emails?)"
        r" (?:(?:also|clearly) )?(?:shows?|showed|suggests?|indicates?|confirms?|confirmed|says?) (?:that )?(?=\w)"
    ),
    _opening(r"(?:in relation to|in respect of|with regard to|regarding|turning to|as to|as for) [^,.;]{3,60}, (?=\w)"),
    _opening(
        r"(?:there (?:was|were|is|has been|are|had been)|I have seen|it (?:also )?(?:appears|seems|follows"
        r"|is (?:also )?(?:clear|likely|evident|apparent|more likely than not))) (?:also )?"
        r"(?:from [^.,;]{3,40}? (?=that ))?(?:that )?(?=\w)"
    ),
    _opening(
        r"(?:this|that|it|these|those) (?:was|is|were|are) (?:also )?(?:an? )?(?=failure|delay|lack|breach|missed)"
    ),
    _opening(r"(?:failings?|faults?|failures?) (?:in|by the council in) (?=its\b|the\b|how\b)"),
    _opening(r"(?:the )?(?:matter|question|issue|point) of (?=\w)"),
    *_HEADING_OPENINGS[:3],
)
# What the Ombudsman did not see, told as what there is not.
_UNSEEN = _opening(
    r"(?:(?:I|we) (?:(?:have|has|could|can|did) ?)?(?:not|n't) (?:seen?|find|found) (?:any )?evidence"
    r"|there is nothing to (?:show|suggest)) (?:that |to show (?:that )?)?(?=\w)"
)
# "That may be so, but without a record I cannot be satisfied that …": what there is no record of.
_UNRECORDED = _opening(
    r"(?:[^.;]{1,80}?, )?(?:but |however,? |yet )?(?:without|in the absence of) (?:an? |any |the )?(?:\w+ )?"
    r"(?P<kind>record|note|minute|evidence|log)s?(?: of [^.;,]{3,40}?)?,? (?:I|we) (?:cannot|could not"
    r"|am (?:unable|not able) to|are (?:unable|not able) to) (?:be (?:satisfied|sure|certain|confident)|say|know|tell"
    r"|conclude|see) (?:that|whether|if)? ?(?=\w)"
)
# "That may be so, but …" grants a point; what was found stands behind it.
_GRANTED = _opening(
    r"(?:that|this|it) (?:may|might|could) (?:well )?be (?:so|true|right|correct|the case),? (?:but|however"
    r"|yet),? (?=\w)"
)
# From here on a clause tells reasons, consequences or another story.
_CUTS = (
    _opening(
        r",? (?:(?:and|which|this|that) )?(?:amounts?|amounted|amounting) to (?:\w+ ){0,2}?"
        r"(?:fault|maladministration)\b"
    ),
    _opening(
        r",? (?:and|which|this|that) (?:has |have |had )?(?:caused?|causing|led to|meant|left)\b|,? causing\b"
        r"|,? leading to\b"
        r"|,? resulting in\b"
    ),
    _opening(
        r"[;:]|, without good|,? (?:because|since|although|though|so that|whereas|despite|even though|given that"
        r"|while)\b"
        r"|, (?:which|who|as|so|but|where|when|there|for(?! (?:a|the) (?:week|month|year)))\b"
        r"|, and (?:I|we|this|that|it|so|therefore|the|he|she|they|has|had|was|were|is|are)\b"
        r"| but\b| and (?:I|we|this|so|therefore|gave|it) |,? so (?:I|we|it|there|that|this)\b|\s[\u2013-]\s"
    ),
    _opening(
        rf",? as (?:there|I|we|this|that|the \w+|any \w+|{_PARTY}|it) (?:is|was|were|are|had|has|have|did"
        r"|does|could|can"
        r"|says|prevents|cannot|would|differ|conflict|disagree)\b"
        r"| for (?:the|any|this) injustice\b| for the reasons? (?:given|set out|above|below|I|we)\b| at (?:this"
        r"|the moment)\b| now as\b"
        r"| (?:was|is) (?:one|a decision|a matter) (?:it|that|the|for|which)\b"
    ),
)
_LEADING = _opening(
    r"(?:(?:the|a|an|its|their|this|that|these|those|such|any|some|it|they)\s+(?=[\w'(])"
    r"|(?:the |its )?(?:council|care provider|provider|trust|home|icb|ccg)'s (?:own )?)"
)
# What a clause is based on, between commas.
_BETWEEN = _opening(
    r",? (?:based on|according to|in (?:the )?light of|in line with|as required by|in accordance with) [^,.;]{3,80},"
    # The comma of a name: "an Education, Health and Care plan".
    r"(?! (?-i:[A-Z])\w+ and (?-i:[A-Z]))"
)
# Where a phrase that is too long may end, and words that cannot end one.
_JOINT = re.compile(r",| (?:for|from|beyond|which|when|as|by|after|before|until|with|and) ")
_HANGING = _opening(
    r"(?:[ ,]+(?:and|or|the|a|an|of|to|in|for|with|that|by|on|at|from|his|its|their|was|were|is|are|had|has|which"
    r"|who|as|further))+$"
)
_SUBORDINATE = _opening(
    r"(?:(?:furthermore|however|moreover|in addition|also),? )?(?:as|because|since|when|while|although|though|after"
    r"|before|once"
    r"|had|if|given|despite|from|in|on|by|during|until|between)\b"
)
_MAIN = _opening(
    rf", (there (?:is|are|was|were) no|{BODY} (?:should|did|failed|took|delayed|was|were|had|has|kept|gave|sent"
    rf"|made|told|left"
    r"|wrongly|also|then|only|accept(?:s|ed)|acknowledged)\b)"
)
# "The Council had the request in May, so it should have decided by July": the shortcoming stands in the second half.
_SECOND_HALF = _opening(
    rf",? (?:so|but|and|yet) ((?:{BODY} )(?:should (?:also )?have|failed to|did not|took no|had not)\b(?! do (?:so"
    rf"|this|that)))"
)
_TELLS_ALREADY = _opening(r".*\b(?:should have|failed|did not|delay|without|wrongly|late|no|not)\b")
# A stage of the statutory procedure is a matter, though each of its words is empty.
_STAGE = re.compile(r"\bstage (?:one|two|three|[123])\b")
# Beside the empty words: what stands in a clause without saying what the matter is.
_VAGUE = frozenset(
    re.findall(
        r"[\w']+",
        """
        week weeks day days month months year years taking
        point points part parts matter matters issue issues respect respects way ways time times reason reasons
        also then there here these those failed failure failing not did does done doing should could can cannot
        will may might must accept accepts accepted agree agrees happened because since therefore however
        conclusion conclusions assessment further other another same such own very more most some one ones its
        it action actions know known think considered consider satisfied summary service failings whole overall
        result results impact effect consequences consequence caused cause causing suggest suggested balance
        probabilities merits question reached reach came come take taken took decided decide making investigated
        while although though with were until point evidence sign indication record records properly correctly
        wrong right during whether they it's too both again each still twice now
        """,
    )
)


def word_issue(words: str) -> str:
    """The issue's wording; empty where the words name none.

    >>> word_issue("The Council did not tell him of the hearing, which caused him distress.")
    'failure to tell him of the hearing'
    """
    words = _main_clause(_BETWEEN.sub("", re.sub(r"\s+", " ", words[:_BOUND])).strip(" .,;:-\u2013\u2022"))
    words = _GRANTED.sub("", words, count=1)
    words = _UNRECORDED.sub(lambda match: f"no {match['kind']} that ", words, count=1)
    words = as_noun(_cut(_without(_OPENINGS, _UNSEEN.sub("no evidence ", words, count=1))))
    leading = _LEADING.match(unify_characters(words))
    while leading and leading.end() < len(words):
        words = words[leading.end() :]
        leading = _LEADING.match(unify_characters(words))
    words = words.strip(" .,;:-\u2013")
    if len(words) > _LONGEST:
        words = words[:_LONGEST].rsplit(" ", 1)[0]
        joints = [joint.start() for joint in _JOINT.finditer(unify_characters(words)) if joint.start() >= 60]
        words = words[: joints[-1]] if joints else words
    words = _HANGING.sub("", words).strip(" .,;:-\u2013")
    return words if names_issue(words) else ""


def word_heading(heading: str) -> str:
    """A heading as the page prints it, without "Analysis:" or "Was there fault in" before it; "" if it names none."""
    words = question_as_noun(_without(_HEADING_OPENINGS, heading.strip(" .:;"))).strip(" ?")
    return words if names_issue(words) else ""


def without_announcement(heading: str) -> str:
    """The heading behind "Analysis:", "Issue 2 -" or "Finding on", where that names an issue; else the heading."""
    words = _without(_HEADING_OPENINGS, heading.strip(" .:;"))
    return words if names_issue(words) else heading


def names_issue(words: str) -> bool:
    """True where at least one word tells matters apart: not a pronoun, a party, a process or a result."""
    plain = unify_characters(words).lower()
    return bool(set(re.findall(r"[a-z]{3,}", plain)) - EMPTY_WORDS - _VAGUE or _STAGE.search(plain))


def _main_clause(words: str) -> str:
    """From the body's own clause on, where a condition or a reason stands before it: "As Y was ill, the Council …"."""
    plain = unify_characters(words)
    main = (_MAIN.search(plain) if _SUBORDINATE.match(plain) else None) or _SECOND_HALF.search(plain)
    is_second = main is not None and main.re is _SECOND_HALF
    if main and is_second and (_TELLS_ALREADY.match(plain[: main.start()]) or re.search(r"\b(?:it|this|so)$", plain)):
        return words
    return words[main.start(1) :] if main and names_issue(words[main.start(1) :]) else words


def _without(openings: tuple[re.Pattern[str], ...], words: str) -> str:
    """Without these openings, up to four of which may stand before the matter."""
    for _ in range(4):
        plain = unify_characters(words)
        match = next(
            (found for pattern in openings if (found := pattern.match(plain)) and found.end() < len(words)), None
        )
        if match is None:
            return words
        words = words[match.end() :]
    return words


def _cut(words: str) -> str:
    """Up to where reasons and consequences begin, if enough is left to name an issue."""
    for pattern in _CUTS:
        for cut in pattern.finditer(unify_characters(words)):
            if cut.start() >= 12 and names_issue(words[: cut.start()]):
                words = words[: cut.start()]
                break
    return words.rstrip(" ,")
