"""Outcomes, kinds of remedy and payees by which a question limits the cases ("not upheld only", "where they lost").

"upheld or not" limits nothing, and "the council lost my file" or "they closed my case" is a story.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from assistant.domain import Basis, Outcome, Payee, RemedyKind
from assistant.question.remedies_asked import find_remedies_asked
from assistant.question.said_of_cases import CASES, PERSON
from assistant.question.tags import find_outcome_tag
from assistant.question.words import Span, Wording, without_requests

# "the panel changed upheld findings", "remedy for upheld complaints": only these nouns ask for cases by themselves.
_ASKED = r"(?:ones|cases|decisions|examples|precedents|comparators|stuff)"
_ONLY = r"(?:only|just|show(?: me)?|list|see|find|give me|want|include|filter(?: to| by)?|any|all|the|some|which)"

# "closed in 2025", "upheld since March 2023": a date makes the word one of decisions.
_MONTHS = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"
_BESIDE_A_DATE = (
    rf"(?= (?:(?:decided |dated )?(?:in|since|before|after|from|during|between|until|till|up to|prior to|by|post"
    rf"|pre)[ -]"
    rf"(?:early |late |mid |mid-)?(?:{_MONTHS} )?(?:19|20)\d\d\b|(?:19|20)\d\d\b"
    r"|(?:in |over |within |during )?(?:the )?(?:last|past) (?:[a-z0-9]+ )?(?:years?|months?)|(?:this|last) year))"
)
_OF_CASES = (
    r"(?:ones|cases|decisions|complaints|anything|everything|any|those|which|investigations|examples"
    r"|what)(?: (?:that|which"
    r"|were|was|got|are"
    r"|have|been))*"
)

_WHICH_OF_THEM = (
    r"(?:(?:^\W*(?:and |but )?which|any|how many)(?: (?:of (?:those|them|these)|ones|cases|decisions))? (?:were|was"
    r"|are|got)|(?:were|are|was) (?:any|some)(?: of (?:those|them|these))?)"
)

# "and how many of those lost?", "which of them won?": said of cases, and the last words of the question.
_HOW_MANY_OF_THEM = (
    r"(?:how many|which|any|some|did any)(?: (?:of (?:those|them|these)|ones|cases|decisions)){1,2}"
    r"(?: have| had| were| actually)?"
)
_AT_THE_END = r"(?=\W*(?:$|[?.!]))"

# "noise, cases lost": said of several, by those who complained.
_SEVERAL = r"(?:ones|cases|decisions|complaints)"

# "upheld or not", "upheld or no?", "both upheld and not upheld": the asker wants all.
_EITHER = re.compile(
    r"\b(?:(?<!not )(?<!not-)upheld (?:or|and|/) ?(?:not(?! investigated)|no|not upheld|otherwise|closed"
    r"|un-?upheld|rejected)\b|not[ -]upheld (?:or"
    r"|and|/) ?upheld"
    r"|(?:won|win|wins|winners) (?:or|and) (?:lost|lose|losses|losers)|(?:lost|losses|losers) (?:and|or) (?:won"
    r"|wins|winners)"
    r"|upheld/not(?: upheld)?|whether (?:it was |or not )?upheld|good (?:or|and) bad|fault or (?:not|no fault)"
    r"|win or lose"
    r"|whatever the outcome|any outcome|regardless of outcome|both outcomes|all outcomes)"
)
_AS_WELL = re.compile(r"\b(?:too|as well|also|including|include)\b")

_NOT_UPHELD = re.compile(
    rf"\b{_WHICH_OF_THEM} (?:not upheld|unsuccessful|rejected)\b|"
    rf"\b{_HOW_MANY_OF_THEM} (?:lost|lose|failed){_AT_THE_END}|"
    rf"\b(?:did|do) (?:the )?{PERSON} (?:lose|fail|not win){_AT_THE_END}|"
    rf"(?<!the )(?<!my )(?<!our )\b{_SEVERAL} (?:lost|dismissed){_AT_THE_END}|"
    rf"\b(?:ones|cases|decisions)\b[^.?!]{{0,40}} (?:that|which|who) (?:have )?lost{_AT_THE_END}|"
    rf"\b{CASES} (?:that )?(?:the )?{PERSON} (?:didn't|didnt|did not) win\b|"
    rf"\b(?:ones|cases|complaints) (?:that )?(?:he|she|they|i|we) (?:have |has )?lost{_AT_THE_END}|"
    rf"^\W*(?:(?:and|so|but|ok) )*(?:who|which(?: ones?| of (?:them|those|these))?) (?:lost|loses?|failed)\W*$|"
    rf"\b(?:(?:not|never|wasn't|weren't|werent|wasnt|non|un)[ -]?upheld(?: {CASES})?|no[ -]fault {CASES}"
    rf"|{CASES} with no fault|{CASES} (?:where|when) (?:there was |they found )?no fault"
    rf"|(?:not|no|without|don't want|dont want|do not want) (?:just |only )?(?:the )?(?:wins|winners|successes"
    rf"|success stories|upheld ones)"
    rf"|(?:losing|lost|unsuccessful|failed|rejected) {CASES}|{CASES} (?:that|which|who|they"
    rf"|people) (?:have )?(?:lost|failed|were lost)\b"
    rf"|any(?:one|body)? (?:that |who |which |people )?(?:has |have )?lost\b(?! (?:the|my|his|her|their|a|an|money"
    rf"|out))"
    rf"|(?:where|when|why) (?:did|do) (?:the )?{PERSON} (?:fail|lose)\b(?! (?:out|their|the|a)\b)"
    r"|(?:the )?losers|the losses|losses only|only losses"
    r"|(?:councils?|las?|authorit(?:y|ies)|providers?) (?:has |have )?(?:won(?!'?t)|winning|wins|was cleared"
    r"|were cleared|was in the right|cleared|got off|did nothing wrong)"
    r"|(?:where|when|which) (?:they |the ombudsman |lgo |lgsco )?(?:found no fault|no fault was found"
    r"|there was no fault)|(?<=\()no fault(?=\))|(?<![.] )no fault (?:was )?found(?= only|[^\w.]*$)"
    r"|went (?:the council's way|against (?:the )?(?:family"
    r"|parents?|complainants?|them|carer))"
    rf"|(?:where|when|which|that) (?:the |a |an )?(?:[a-z]+ )?{PERSON} (?:has |have |had )?(?:lost|didn't win"
    rf"|didnt win|did not win|got nowhere|failed|were unsuccessful|was unsuccessful)"
    r"(?=$|[\s]*[?.!,;:)]| (?:out|instead|please|pls|their case|the case|their complaint|the complaint|and|or|not"
    r"|since|before|after|from|in \d|at the ombudsman|with the ombudsman)\b))"
)
_CLOSED = re.compile(
    rf"(?:\b{_OF_CASES} |^\W*)closed{_BESIDE_A_DATE}|"
    rf"\b{_WHICH_OF_THEM} (?:closed|not investigated)\b(?! (?:early|by social|by the council))|"
    r"\bclosed (?:at|from|straight away at) (?:the )?(?:door|start|outset|beginning|off)\b|"
    rf"\b(?:not upheld|lost) (?:or|and|\+|/) not investigated\b|"
    rf"\b(?:closed (?:{CASES}|only|after initial(?: enquiries)?|at (?:the )?(?:assessment|initial|first|early))"
    rf"|(?:only|just) (?:the )?closed|closed,? only"
    rf"|(?:ones|cases|decisions) (?:that |which )?(?:they|the ombudsman) closed"
    rf"|{CASES} (?:that |which |where )?(?:were |was |are |got )?(?:closed(?= (?:after|at|by the ombudsman|only"
    rf"|without (?:an? )?investigat))|turned away|thrown out|rejected at)"
    rf"|(?:ones|cases|decisions) (?:that |which )?(?:were |was )?not investigated"
    rf"|(?:{CASES}|any|where|that|which|times) (?:that |which |where )?(?:the )?(?:ombudsman|lgo|lgsco|ombo|they"
    rf"|ombuds) (?:just |basically |simply )?"
    r"(?:closed|wouldn't|wouldnt|would not|won't|wont|refused to|declined to|didn't|didnt|did not"
    r"|turned away) ?(?:even )?(?:investigate|look|take (?:it|them) on|touch)?"
    r"|not investigated (?:ones|cases|only))\b"
)
_DISCONTINUED = re.compile(
    rf"(?:\b{_OF_CASES} |^\W*)discontinued{_BESIDE_A_DATE}|\bdiscontinued investigations\b|"
    rf"\b(?:discontinued (?:{CASES}|only|please)|{_ONLY} discontinued|(?:ones|cases|decisions) (?:that "
    rf"|which )?(?:were |was )?discontinued"
    rf"|(?:ones|cases|where|any) (?:[a-z]+ ){{0,2}}investigations? (?:that )?(?:were|was) (?:discontinued|stopped))\b"
)
_UPHELD = re.compile(
    rf"(?<!not )(?<!not-)(?<!un)(?<!appeal )(?<!claim )\bupheld{_BESIDE_A_DATE}|"
    rf"\b(?:everything|anything|those) (?:that (?:was|were) )?upheld\b|"
    rf"\b{_HOW_MANY_OF_THEM} (?:won|win|succeeded){_AT_THE_END}|\b{_SEVERAL} won{_AT_THE_END}|"
    rf"\b(?:ones|cases|complaints) (?:that )?(?:he|she|i|we) (?:have |has )?won{_AT_THE_END}|"
    rf"^\W*(?:(?:and|so|but|ok) )*(?:who|which(?: ones?| of (?:them|those|these))?) (?:won|wins?|succeeded)\W*$|"
    rf"(?<!for )(?<!with )(?<!of )\bupheld complaints(?:{_BESIDE_A_DATE}|{_AT_THE_END}|(?= (?:about|against|on)\b))|"
    rf"^\W*upheld(?= (?:but|without|with|against|complaints about)\b)|"
    rf"^\W*(?:all )?upheld(?= (?!by|my|our|the|in|at|on|or|and|but|then|as|it|that|last|this|since|before"
    rf"|after)[a-z])|\(upheld\)|"
    rf"\b{CASES}\b[^.?!]{{0,40}}\b(?:that|which) (?:were|was|got|have been) upheld{_AT_THE_END}|"
    rf"\bhow many (?:were )?(?:upheld|successful) {CASES}\b|"
    rf"\b{_WHICH_OF_THEM} (?:upheld|successful)\b|(?<=[+,/] )upheld(?=\s*$|\s*[+,/])|"
    rf"(?<!not )(?<!not-)(?<!un)\b(?:upheld (?:{_ASKED}|only|please|pls)|{_ONLY} upheld|{CASES} (?:that "
    rf"|which )?(?:(?:were|was|have been|has been|got|are) )?upheld"
    rf"|(?:only|just) (?:the )?(?:wins|winners|winning {CASES}|successes)|(?:the )?wins only|winning {CASES}"
    rf"|successful {CASES}|(?:show me|list|give me|any|all) (?:the )?(?:wins|winners)"
    rf"|{CASES} (?:that|which|people|they) won(?!'?t)|fault found only|{CASES} (?:where"
    rf"|with) fault(?: was)?(?: found)?|only (?:where|when) (?:there was |they found )?fault"
    rf"|where (?:the |a |an )?{PERSON} won(?!'?t))\b(?! or no)"
)
_INVESTIGATED = re.compile(
    rf"\b(?:(?:only |just )?(?:full|detailed) investigations(?: only)?|(?:fully|properly"
    rf"|actually) investigated (?:{CASES}|only|please)|investigated (?:ones|cases)(?: only)?"
    rf"|not the closed ones|(?:leave out|exclud\w+|drop|skip) (?:the )?closed(?: {CASES})?|(?:without|excluding"
    rf"|no|not|nothing|none(?: that (?:were|was))?"
    rf"|except) (?:the )?closed(?: at the (?:door|start|outset)| early)?(?: {CASES})?)\b"
)
_FULL_TEXT = re.compile(
    r"\b(?:full[ -]text (?:only|ones|decisions|cases)|only (?:those )?(?:in |with )?full[ -]text"
    r"|only full decisions)\b"
)


@dataclass(frozen=True)
class OutcomeLimit:
    """What a question says about results; empty tuples where it says nothing that limits."""

    outcomes: tuple[Outcome, ...] = ()
    remedy_kinds: tuple[RemedyKind, ...] = ()
    payees: tuple[Payee, ...] = ()
    bases: tuple[Basis, ...] = ()
    spans: tuple[Span, ...] = ()
    notes: tuple[str, ...] = ()
    remedy_kinds_not: tuple[RemedyKind, ...] = ()


def find_outcome_limit(wording: Wording, *, names_a_case: bool = False) -> OutcomeLimit:
    """Outcomes, remedy kinds and payees that a question limits itself to; for a named case, none of them."""
    if names_a_case:
        return OutcomeLimit()
    outcomes, spans, notes = _find_outcomes(wording)
    text = wording.lower
    remedies = find_remedies_asked(text, spans, is_short=len(text) <= _HAS_ITS_OWN_MATTER)
    spans += remedies.spans
    full = _FULL_TEXT.search(text)
    if full:
        spans.append(full.span())
    return OutcomeLimit(
        tuple(outcomes),
        remedies.kinds,
        remedies.payees,
        (Basis.FULL_TEXT,) if full else (),
        tuple(spans),
        tuple(notes),
        remedies.kinds_not,
    )


def _find_outcomes(wording: Wording) -> tuple[list[Outcome], list[Span], list[str]]:
    """The outcomes asked for, where they stand, and a note where "too" means that none is left out."""
    text = wording.lower
    either = _EITHER.search(text)
    if either:
        return [], [either.span()], []
    investigated = _INVESTIGATED.search(text)
    if investigated:
        return [Outcome.UPHELD, Outcome.NOT_UPHELD], [investigated.span()], []
    outcomes: list[Outcome] = []
    spans: list[Span] = []
    for outcome, said_with, pattern in _OUTCOMES:
        if not any(part in text for part in said_with):
            continue
        # "don't want just the wins" holds "just the wins": what one outcome has taken, the next does not see.
        found = [
            match.span()
            for match in pattern.finditer(text)
            if not _is_about_one_case(text, match) and not any(s < match.end() and match.start() < e for s, e in spans)
        ]
        unwanted = [span for span in found if _UNWANTED_BEFORE.search(text[max(0, span[0] - 40) : span[0]])]
        spans += unwanted
        included = [span for span in found if _is_included_too(text, span[0])]
        spans += included
        found = [span for span in found if span not in unwanted and span not in included]
        if found:
            outcomes.append(outcome)
            spans += found
    if not outcomes and not spans and (tag := find_outcome_tag(wording)):
        return [tag[0]], [tag[1]], []
    if outcomes == [Outcome.NOT_UPHELD] and any(_AS_WELL.match(text[end:].lstrip()) for _, end in spans):
        return [], spans, ["Cases that were not upheld are looked for as well as upheld ones."]
    return outcomes, spans, []


# Each with the parts of words without which its costly pattern cannot match.
_OUTCOMES: tuple[tuple[Outcome, tuple[str, ...], re.Pattern[str]], ...] = (
    (
        Outcome.NOT_UPHELD,
        (
            "upheld",
            "fault",
            "lost",
            "los",
            "fail",
            "win",
            "won",
            "succes",
            "reject",
            "clear",
            "off",
            "wrong",
            "went",
            "dismiss",
        ),
        _NOT_UPHELD,
    ),
    (
        Outcome.CLOSED,
        ("clos", "investigat", "turned away", "thrown out", "reject", "look", "touch", "take", "n't", "nt ", "not"),
        _CLOSED,
    ),
    (Outcome.DISCONTINUED, ("discontinued", "stopped"), _DISCONTINUED),
    (Outcome.UPHELD, ("upheld", "win", "won", "success", "fault"), _UPHELD),
)
# "not interested in upheld ones": what is not wanted limits nothing by itself.
_UNWANTED_BEFORE = re.compile(
    r"\b(?:not interested in|(?:don't|dont|do not) (?:want|need|care about)|not (?:bothered|fussed) (?:about"
    r"|with)|no more)"
    r"(?: (?:the|any))* $"
)
_INCLUDED_TOO = re.compile(
    r"\b(?:include|including|incl\.?|inc\.?|plus|as well as)(?: (?:any|the|those|ones|cases))* $"
)
# A shorter question that says "include the ones that won" changes the limits of the one before it.
_HAS_ITS_OWN_MATTER = 150
_MATTER_BEFORE_IT = 60


def _is_included_too(text: str, place: int) -> bool:
    """True for "please include any who lost" at the end of a story: nothing is left out."""
    has_matter = len(text) > _HAS_ITS_OWN_MATTER or place > _MATTER_BEFORE_IT
    return has_matter and _INCLUDED_TOO.search(text[max(0, place - 40) : place]) is not None


_ONE_CASE_BEFORE = re.compile(
    r"\b(?:my|our|his|her|was|is|it|that|complaint|stage (?:1|2|one|two)|council|panel|they|why|and|but|has been"
    r"|been|be|get|got|i) (?:was |is |were |it's |its |all |as )*$"
)
# "and not upheld?": so little beside the outcome leaves no story for it to be part of.
_LITTLE_ELSE = 10
_STORY_SUBJECT = re.compile(r"\b(?:my|our|his|her|i|we)\b[^.?!,;]*$")


def _is_about_one_case(text: str, match: re.Match[str]) -> bool:
    """True for "our complaint was not upheld": it says how one matter ended and limits nothing."""
    if " " in match[0].strip() and re.search(rf"\b{CASES}$|only$|wins$|winners$", match[0]):
        return False
    if len(text.strip(" .,?!")) - len(match[0]) < _LITTLE_ELSE and not re.search(r"\b(?:it|that)\b", text):
        return False
    before = text[max(0, match.start() - 60) : match.start()]
    behind = text[match.end() : match.end() + 10]
    if re.match(r",? (?:only|pls|please|ones|cases)\b", behind):
        return False
    if _STORY_SUBJECT.search(without_requests(before)):
        return True
    if not re.search(r"upheld|no fault", match[0]):
        return False
    if re.search(r"\b(?:was|were|been|being) (?:all |also )?$", before):
        return (
            re.search(r"\b(?:any|some|which|ones|cases|decisions|that (?:was|were|weren't)) [^.?!]*$", before) is None
        )
    return _ONE_CASE_BEFORE.search(before) is not None and not re.search(
        r"\b(?:any|some|which|ones|cases|that)\b", before
    )
