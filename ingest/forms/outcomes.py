"""The text of a decision → its outcome where no header prints one, and the kind of document that it is.

What is printed always wins and never comes here. The wording tells less than one would think: "will not investigate" is
printed Upheld where the body agreed to put things right, and a stopped investigation may have found fault before.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.domain import DocumentKind, Outcome
from assistant.text import split_sentences, unify_characters
from ingest.forms.headings import SectionRole
from ingest.forms.layout import ReadSection
from ingest.forms.wording import Wording

_NOT_INVESTIGATED = re.compile(
    r"\b(?:will|can|could|should|shall|do|did|have|has) ?(?:not|n't) (?:normally |usually )?(?:be able to )?"
    r"(?:start to |start an? |begin (?:to|an) )?investigat|\bcannot (?:and will not )?investigat"
    r"|\b(?:unable|not able|decided not|declined?) to (?:start an? )?investigat"
    r"|\bnot (?:exercise|use) (?:(?:our|my|the|its) )?(?:\w+ )?discretion to (?:start to )?investigate"
    r"|\b(?:will|can|could|should) ?not (?:consider|pursue|look into) (?:this|the|his|her|their|mr|mrs|ms|miss)"
    r"[^.;]{0,30}\bcomplaint\b"
    r"|\bno (?:power|jurisdiction|remit) to investigate|\b(?:complaint|matter|it) is (?:out of time|outside (?:our|my"
    r"|the ombudsman's) (?:jurisdiction|remit|powers?))\b"
    r"|\bnot? (?:be )?(?:start|open|pursu|proceed)\w* (?:an?|with) (?:\w+ )?investigation",
    re.I,
)
_STOPPED = re.compile(
    r"\b(?:discontinued?|discontinuing|ended|end|stopped|stop|stopping|ending) (?:my|our|the|this|his|her|its|an)"
    r" (?:\w+ )?investigation|\b(?:have|has) discontinued\b|\bdiscontinu\w* (?:my|our|the|this|investigating)\b"
    r"|\bstopped investigating\b",
    re.I,
)
# What tells of a body that puts things right without an investigation.
_SETTLED = re.compile(
    r"\b(?:satisfied|content|happy) with (?:the )?(?:actions?|remed(?:y|ies)|steps|proposals?|what|agreed)\b"
    r"|\b(?:has|have) (?:now |also |since )?(?:agreed|accepted (?:our|my|the ombudsman's) (?:propos|recommend|sugg))"
    r"|\bagreed (?:remedy|actions?|settlement)\b|\bproposes to (?:take|do)\b",
    re.I,
)
# "found no fault by the Council": the rows that ask for fault must not see "fault by" there.
_DENIED_FAULT = re.compile(
    r"\b(?:no|not|without|n't|neither|nor|cannot|insufficient|unlikely|whether|if|any|little|lack of|absence of"
    r"|alleged|potential|possible)\b(?: (?!and\b|but\b|which\b)[\w']+){0,5}? (?:fault|service failure)s?\b"
    r"(?: (?:by|on|in|causing|which|leading|with|for|found)\b)?",
    re.I,
)
_FAULT = re.compile(
    r"(?<!not )(?<!n't )\b(?:was|is|were|are|been) "
    r"(?:(?:partly|also|both|jointly|therefore|clearly|all|still) )?at fault\b"
    r"|\bfinding of fault\b|\b(?:these|this|the) (?:faults?|failings) (?:(?:has|have|had) )?(?:caused|led|meant|left)\b"
    r"|\b(?:I|we|ombudsm[ae]n) (?:(?:also|have|has) ){0,2}(?:find|finds|found) (?:that )?"
    r"(?:the (?:\w+ ){0,2}?(?:council|trust|home|provider|icb|ccg|authority|board)|it|they)"
    r" (?:failed to|delayed|took too long|wrongly)\b"
    r"|\bremed\w+ for (?:the|its|this|their) faults?\b"
    r"|(?<!not )(?<!no )\b(?:found|find|finds|identified|was|is|are|were) (?:(?:some|evidence of|that|both|several) )?"
    r"(?:there (?:was|is|were) )?(?:some )?(?:faults?|service failures?)\b(?! in any)"
    r"|(?<!not )(?<!n't )\b(?:find|found|finds|finding) (?:that )?(?:the |both |all |its )?(?-i:[A-Z])[^.;]{2,80}? "
    r"(?:to be |as being |was |were |is )?(?:(?:partly|also|both|jointly) )?at fault\b"
    r"|\b(?:amount(?:s|ed|ing)? to|constitut(?:es?|ed|ing)) (?:\w+ ){0,2}?(?:fault|maladministration)\b"
    r"|\b(?:consider|considered|regard|view) (?:that )?(?:this|it|that|these|[^.;]{3,60}?) (?:to be|as) (?:a )?fault\b"
    r"|\b(?:was|is|were|are) (?:(?:all|both|also|therefore|clearly|a) ){1,2}fault\b"
    r"|\bfaults? (?:by|on|causing|which caused|leading|and injustice|found)\b"
    r"|(?<!not )(?<!n't )(?<!cannot )\buph(?:e|o)ld(?:s|ing)?"
    r" (?:the|this|her|his|their|mr|mrs|ms|miss|part|one|two|three)"
    r"|\bacted with fault\b|(?:complaints?|it|parts?) (?:is|was|are|were) (?:partly )?upheld"
    r"|\b(?:was|found) maladministration\b"
    r"|\binjustice (?:caused )?(?:as a result of|from|by|because of) (?:the )?fault\b",
    re.I,
)
_NO_FAULT = re.compile(
    r"\bno (?:evidence of |sign of )?(?:faults?|maladministration)\b|\bnot at fault\b|\bwithout fault\b|\bnot upheld\b"
    r"|\b(?:not|n't) (?:find|found|uphold|identif)|\bnot? (?:enough |sufficient )?evidence of fault\b",
    re.I,
)
# The sentences that say so of a finding made, and not of what an investigation might find.
_NO_FAULT_FOUND = re.compile(
    r"\b(?:found|find|finds|was|were|is|identified) no (?:evidence of )?fault|\bnot at fault\b|\bnot upheld\b"
    r"|\b(?:did|do|does) not (?:find|uphold)",
    re.I,
)


# The kinds of body that one joint case may be about; each has a page of its own, with its own outcome.
_KINDS_OF_BODY = tuple(
    re.compile(rf"\b(?:{words})\b", re.I)
    for words in (
        "councils?|borough",
        "trusts?",
        "ccgs?|clinical commissioning groups?",
        "icbs?|integrated care boards?",
        "practices?|surgery|gps?",
        "care (?:home|provider)s?|nursing home|limited|ltd",
    )
)


def infer_outcome(sections: Sequence[ReadSection], *, joint_body: str | None = None) -> Outcome | None:
    """The outcome that the text tells: the final decision is asked first, then summary and assessment; None if none.

    ``joint_body`` is the body of a page of a joint case: what is said of its kind alone goes before all the rest.
    """
    roles = (SectionRole.FINAL, SectionRole.SUMMARY, SectionRole.ANALYSIS)
    texts = [_text_of(sections, role) for role in roles]
    own = [_said_of(text, joint_body) for text in texts[:2]] if joint_body else []
    found = (_outcome_in(text) for text in (*own, *texts))
    return next((outcome for outcome in found if outcome is not None), None)


def _text_of(sections: Sequence[ReadSection], role: SectionRole) -> str:
    return " ".join(
        unify_characters(paragraph.text)
        for section in sections
        if section.role is role
        for paragraph in section.paragraphs
    )


def _said_of(text: str, body: str) -> str:
    """The sentences that speak of this kind of body and of no other."""
    own = [kind for kind in _KINDS_OF_BODY if kind.search(body)][:1]
    others = [kind for kind in _KINDS_OF_BODY if kind not in own]
    return " ".join(
        sentence
        for sentence in split_sentences(text)
        if own and own[0].search(sentence) and not any(kind.search(sentence) for kind in others)
    )


def _outcome_in(text: str) -> Outcome | None:
    """What a part of the text says of the whole. Fault that was found goes before what was left uninvestigated."""
    has_fault = bool(_FAULT.search(_DENIED_FAULT.sub(" ", text)))
    if _NOT_INVESTIGATED.search(text):
        if has_fault or _SETTLED.search(text):
            return Outcome.UPHELD
        return Outcome.NOT_UPHELD if _NO_FAULT_FOUND.search(text) else Outcome.CLOSED
    if has_fault:
        return Outcome.UPHELD
    if _STOPPED.search(text):
        return Outcome.DISCONTINUED
    return Outcome.NOT_UPHELD if _NO_FAULT.search(text) else None


# --------------------------------------------------------------------------- kind

REPORT_SUMMARY = re.compile(r"(?:the )?report summary|summary of (?:this|the|our) report", re.I)
_REPORT_HEADING = re.compile(
    rf"key to (?:the )?names(?: used)?|names used(?: in this report)?|{REPORT_SUMMARY.pattern}", re.I
)
# A report's second chapter; a statement may have a section of its own on an investigation by the council.
_INVESTIGATION = re.compile(r"(?:the )?investigation", re.I)
# Only a report speaks of itself so; a statement may speak of many reports of others.
_REPORT_WORDS = Wording(
    re.compile(
        r"\bin (?:this|our) report,? (?:we|to refer|as)\b|\b(?:call|calls|called) (?:\w+ ){0,6}?in this report\b"
        r"|\bin this report (?:we )?call\b"
        r"|\b(?:date|publication|issue) of (?:this|our|the) (?:public interest )?report\b"
        r"|\bwithin [\w ]{3,24} of this report\b"
        r"|\b(?:produced|issued?|publish(?:ed)?|prepared|complet(?:ed|ing))"
        r" (?:this|our|a public(?: interest)?) report\b"
        r"|\bmust consider (?:this|the|our) report\b|\bdraft of (?:this|our) report\b"
        r"|\bsections? (?:30|31\(2\))\b.{0,80}\breport\b|\breport\b.{0,80}\bsections? 31\(2\)",
        re.I,
    ),
    pieces=("report",),
)
_STATEMENT_WORDS = Wording(
    re.compile(
        r"\b(?:in|of|end of) this (?:decision )?statement\b|\bthis decision statement\b|\bissue a statement\b", re.I
    ),
    pieces=("statement",),
)
_REPORT_COVER = re.compile(
    r"\breport by the (?:local government|ombudsman)|^\s*(?:final |public interest )?report\b", re.I
)


def document_kind(sections: Sequence[ReadSection], around: Sequence[str] = ()) -> DocumentKind:
    """Report or statement: by headings that only reports have, what the text calls itself, the cover (``around``)."""
    headings = [unify_characters(section.section.heading) for section in sections]
    if any(_REPORT_HEADING.fullmatch(heading) for heading in headings):
        return DocumentKind.REPORT
    texts = [unify_characters(paragraph.text) for section in sections for paragraph in section.paragraphs]
    as_report = sum(bool(_REPORT_WORDS.search(text)) for text in texts)
    as_statement = sum(bool(_STATEMENT_WORDS.search(text)) for text in texts)
    has_cover = any(len(line) <= 120 and _REPORT_COVER.search(unify_characters(line)) for line in around)
    is_investigation = any(_INVESTIGATION.fullmatch(heading) for heading in headings)
    is_report = as_report > as_statement or ((has_cover or is_investigation) and as_statement == 0)
    return DocumentKind.REPORT if is_report else DocumentKind.STATEMENT
