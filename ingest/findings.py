"""Sections → the issues a decision deals with: what was found on each, with or without injustice, and where it is said.

The first of these that gives at least one issue: lettered or headed parts of the analysis; the points that the
complaint lists together with what the analysis finds; the complaint itself in one sentence. An issue is worded as the
page words it (the heading, the point, or the clause behind "at fault for"), so that it can be found and checked.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from assistant.domain import Finding, FindingResult, Outcome, Paragraph
from assistant.text import split_sentences, unify_characters
from ingest.layout import ReadSection
from ingest.vocabulary import SectionRole, heading_rule

# --------------------------------------------------------------------------- tables


@dataclass(frozen=True)
class _ResultRule:
    """A wording that states a result. Group ``m`` is the matter; without it the sentence before is meant."""

    pattern: re.Pattern[str]
    result: FindingResult


def _rule(pattern: str, result: FindingResult) -> _ResultRule:
    return _ResultRule(re.compile(pattern, re.IGNORECASE), result)


_MATTER = r"(?P<m>[^.;]{8,})"
# In this order: "no fault in" before "fault in". The first rule that matches a sentence gives its result.
_RESULT_RULES: tuple[_ResultRule, ...] = (
    _rule(
        r"\b(?:unable to|cannot|can't|could not|not able to|not possible (?:for me )?to|impossible to) (?:reach"
        r"|make|come to) "
        r"(?:a|any) (?:\w+ )?(?:finding|view|conclusion|decision|judgement)\b(?: (?:on|about|as to"
        r"|whether) (?P<m>[^.;]{8,}))?",
        FindingResult.NO_FINDING,
    ),
    _rule(r"\bI (?:make|have made) no finding\b", FindingResult.NO_FINDING),
    _rule(rf"\b(?:do|does|did) not (?:agree|accept)(?: with)? .{{0,40}}\bview that {_MATTER}", FindingResult.NO_FAULT),
    _rule(rf"\bnot at fault (?:for|in|when|because|as) {_MATTER}", FindingResult.NO_FAULT),
    _rule(
        rf"\b(?:no|without|not (?:find|found|identified|seen)(?: any)?) (?:evidence of )?fault (?:in|with|on"
        rf"|for) (?:how |the way (?:in which )?)?"
        rf"(?!it\b|this\b|that\b){_MATTER}",
        FindingResult.NO_FAULT,
    ),
    _rule(r"\b(?:no|not(?! to do so)|without|n't)\b(?: \w+){0,4}? fault\b|\bnot at fault\b", FindingResult.NO_FAULT),
    _rule(
        rf"\b(?:was|is|were|are|been) (?:also |therefore |partly )*at fault (?:for|when|because|in|as"
        rf"|by)(?: it)? {_MATTER}",
        FindingResult.FAULT,
    ),
    _rule(rf"\b(?:acted|act) with fault (?:when|in|by|because)(?: it)? {_MATTER}", FindingResult.FAULT),
    _rule(
        rf"\b(?:found|find|was|is|were) (?:some |evidence of )?fault (?:in|with|on|by the \w+ (?:in|for"
        rf"|when)) (?:how |the way (?:in which )?)?{_MATTER}",
        FindingResult.FAULT,
    ),
    _rule(
        r"(?P<m>\b(?:the )?\w*[^.;]{0,60}\b(?:failed|failure|failing|delay|delayed|did not"
        r"|lack of)\b[^.;]{8,}?),? (?:(?:which|and this|this) )?(?:is|was|were|amounts to"
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
_GOES_ON = re.compile(
    r"(?:It|They|The Council) (?:also |then )?(?P<m>(?:failed|did not|delayed|lost|took too long|wrongly)\b.+)"
)
_NOT_INVESTIGATED = re.compile(
    rf"\b(?:cannot|will not|won't|have not|did not|do not intend to|unable to) (?:therefore )?(?:investigate"
    rf"|consider|comment on) {_MATTER}",
    re.I,
)
_NO_INJUSTICE = re.compile(
    r"\b(?:no|without|little)(?: \w+){0,4}? injustice\b|\b(?:not|n't|never) (?:\w+ ){0,4}?(?:cause[sd]?|causing"
    r"|lead|led)\b"
    r"[^.;]{0,50}\b(?:injustice|distress)|\b(?:not|n't) (?:\w+ ){0,3}?(?:suffer|experience)\w*[^.;]{0,40}\binjustice\b",
    re.I,
)
_INJUSTICE = re.compile(
    r"\bthis is (?:an )?injustice\b|\b(?:cause[sd]?|causing|suffered|left|led to|experienced|meant"
    r"|put)\b[^.;]{0,80}\b(?:injustice|distress\w*|upset|"
    r"frustrat\w+|uncertainty|anxi\w+|worry|worried|inconvenience|stress\w*|time and trouble|lost|loss|miss(?:ed"
    r"|ing)|avoidable|confusion)\b|"
    r"\binjustice (?:to|for|caused)\b|\bremed(?:y|ies) (?:the|this|his|her|their|Mr \w's|Mrs \w's|Miss \w's"
    r"|Ms \w's) injustice\b",
    re.I,
)
# Words that name no issue by themselves; a heading made of these says nothing about what went wrong.
_EMPTY_WORDS = frozenset(
    re.findall(
        r"\w+",
        """
        the and for with that this from was were has have had not its his her their they she him them who
        which when what how did council councils complaint complaints process finding findings recommendation
        recommendations considering consideration analysis response responses statutory event events
        investigation background fault injustice remedy decision stage one two three mrs miss case view views
        about into over any all been would should could also told said says being made make
        """,
    )
)
_HARM_WORDS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
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
_COMPLAINED = re.compile(
    r"\bcompl?ain(?:s|ed|t is|ts are)?\b(?: to (?:us|the ombudsman))?(?: on behalf of [^,.]{2,40}?)?,? (?:that "
    r"|about (?:how )?|(?=the\b|his\b|her\b|[A-Z]))(?P<m>[^.;]{8,})",
    re.I,
)
_WHO_SAYS = re.compile(
    r"(?:Mr|Mrs|Ms|Miss|Mx|Dr|She|He|They|This|These|As a result|The complainant|In addition|Because|I|We|Finally)\b"
)

# --------------------------------------------------------------------------- the door


def read_findings(sections: Sequence[ReadSection], outcome: Outcome | None) -> tuple[Finding, ...]:
    """The decision's issues in the order of the text, each once.

    Where the text does not tell a result, the outcome does if it can only mean one thing: not upheld, closed,
    discontinued, or upheld with a single issue.
    """
    found = _headed_issues(sections) or _complaint_points(sections)
    findings = [candidate.finding() for candidate in found]
    findings = [_settle(finding, outcome, is_only=len(findings) == 1) for finding in findings]
    findings = _with_general_injustice(findings, sections)
    return tuple({finding.issue: finding for finding in reversed(findings)}.values())[::-1]


def read_injustice(sections: Sequence[ReadSection]) -> tuple[str, ...]:
    """The kinds of harm that the assessment and the remedy name, in the order of our table."""
    text = " ".join(
        unify_characters(sentence)
        for section in sections
        if section.role in (SectionRole.ANALYSIS, SectionRole.ACTION, SectionRole.FINAL)
        for paragraph in section.paragraphs
        for sentence in split_sentences(paragraph.text)
        if not _NO_INJUSTICE.search(unify_characters(sentence))
    )
    return tuple(name for name, pattern in _HARM_WORDS if pattern.search(text))


def content_words(text: str) -> frozenset[str]:
    """The words that carry meaning, cut to their stems: what two wordings of one issue have in common."""
    words = re.findall(r"[a-z]{3,}", unify_characters(text).lower())
    return frozenset(re.sub(r"(?:ies|ing|ments?|ed|es|s|e)$", "", word) for word in words if word not in _EMPTY_WORDS)


def overlap(left: frozenset[str], right: frozenset[str]) -> float:
    """The share of the smaller set that both have; 0 for an empty one."""
    return len(left & right) / min(len(left), len(right)) if left and right else 0.0


# --------------------------------------------------------------------------- candidates


@dataclass
class _Candidate:
    """An issue while its results are being gathered."""

    issue: str
    results: list[FindingResult] = field(default_factory=list)
    injustice: bool | None = None
    paragraphs: dict[str, None] = field(default_factory=dict)
    said: list[str] = field(default_factory=list)

    def finding(self) -> Finding:
        order = (FindingResult.FAULT, FindingResult.NO_FINDING, FindingResult.NO_FAULT, FindingResult.NOT_INVESTIGATED)
        result = next((result for result in order if result in self.results), FindingResult.NOT_STATED)
        injustice = self.injustice if result is FindingResult.FAULT else None
        return Finding(self.issue, result, injustice, tuple(self.paragraphs))


@dataclass(frozen=True)
class _Statement:
    """A sentence that states a result, with the matter it is about."""

    result: FindingResult
    matter: str
    paragraph: Paragraph
    sentence: str


def _statements(paragraphs: Sequence[Paragraph]) -> Iterator[_Statement]:
    for paragraph in paragraphs:
        said_fault = False
        sentences = split_sentences(paragraph.text)
        for n, sentence in enumerate(sentences):
            plain = unify_characters(sentence)
            for rule in _RESULT_RULES:
                match = rule.pattern.search(plain)
                if match is None:
                    continue
                matter = match.groupdict().get("m")
                # "This is fault": what is, stands in the paragraph's first sentence, its topic.
                span = sentence[match.start("m") : match.end("m")] if matter else sentences[0]
                if n and re.match(r"(?:Not|Failure|Failing) to do (?:so|this)\b", plain):
                    span = sentences[n - 1]
                yield _Statement(rule.result, _tidy(span), paragraph, plain)
                said_fault = rule.result is FindingResult.FAULT
                break
            else:
                # "The Council was at fault when it … . It also failed to …": the fault goes on.
                goes_on = _GOES_ON.match(plain)
                if said_fault and goes_on:
                    yield _Statement(FindingResult.FAULT, _tidy(sentence[goes_on.start("m") :]), paragraph, plain)
                said_fault = said_fault and bool(goes_on)


def _headed_issues(sections: Sequence[ReadSection]) -> list[_Candidate]:
    """Lettered parts; else parts of the analysis whose own heading names an issue and that state a result."""
    lettered = [section for section in sections if section.issue]
    if len(lettered) >= 2:
        return [_candidate_of(section, section.issue or "") for section in lettered]
    headed = [
        section
        for section in sections
        if section.role in (SectionRole.ANALYSIS, SectionRole.FOUND)
        and not section.is_standing_text
        and heading_rule(unify_characters(section.section.heading)) is None
        and content_words(section.section.heading)
        and any(True for _ in _statements(section.paragraphs))
    ]
    if len(headed) >= 2:
        return [_candidate_of(section, section.section.heading.rstrip(".:")) for section in headed]
    return []


def _candidate_of(section: ReadSection, issue: str) -> _Candidate:
    """Everything that a part of the analysis says about its one issue."""
    candidate = _Candidate(issue)
    for statement in _statements(section.paragraphs):
        candidate.results.append(statement.result)
        candidate.paragraphs[statement.paragraph.id] = None
    for paragraph in section.paragraphs:
        _note_injustice(candidate, paragraph)
    if not candidate.results and any(
        _NOT_INVESTIGATED.search(unify_characters(paragraph.text)) for paragraph in section.paragraphs
    ):
        candidate.results.append(FindingResult.NOT_INVESTIGATED)
    if not candidate.paragraphs and section.paragraphs:
        candidate.paragraphs[section.paragraphs[-1].id] = None
    return candidate


def _note_injustice(candidate: _Candidate, paragraph: Paragraph) -> None:
    """Injustice anywhere is injustice; "no injustice" counts where nothing says the contrary."""
    said = [_injustice_in(unify_characters(sentence)) for sentence in split_sentences(paragraph.text)]
    if True not in said and False not in said:
        return
    candidate.injustice = True in said or candidate.injustice is True
    if candidate.results:
        candidate.paragraphs[paragraph.id] = None


def _injustice_in(plain: str) -> bool | None:
    if _NO_INJUSTICE.search(plain):
        return False
    return True if _INJUSTICE.search(plain) else None


def _complaint_points(sections: Sequence[ReadSection]) -> list[_Candidate]:
    """The complaint's listed points, what the assessment finds on them, and what it finds besides."""
    points = [_Candidate(text, paragraphs={paragraph.id: None}) for text, paragraph in _listed_points(sections)]
    for paragraphs in _finding_places(sections):
        following = {left.id: right for left, right in pairwise(paragraphs)}
        for statement in _statements(paragraphs):
            candidate = _assign(statement, points)
            if candidate is None:
                continue
            candidate.results.append(statement.result)
            candidate.said.append(statement.sentence)
            candidate.paragraphs[statement.paragraph.id] = None
            if statement.result is not FindingResult.FAULT:
                continue
            _note_injustice(candidate, statement.paragraph)
            after = following.get(statement.paragraph.id)
            if candidate.injustice is None and after is not None:
                _note_injustice(candidate, after)
        _take_back_injustice(paragraphs, points)
    return points or _whole_complaint(sections)


def _listed_points(sections: Sequence[ReadSection]) -> list[tuple[str, Paragraph]]:
    """The points behind "Mr X says the Council:"; none where the complaint is told in sentences."""
    found = []
    for section in sections:
        if section.role is not SectionRole.COMPLAINT:
            continue
        is_listing = False
        for paragraph in section.paragraphs:
            plain = unify_characters(paragraph.text)
            if plain.rstrip().endswith(":"):
                is_listing = True
            elif is_listing and not _WHO_SAYS.match(plain):
                found.append((_tidy(re.sub(r"[;,]?\s*(?:and|or)?\s*$", "", paragraph.text.rstrip(" .;"))), paragraph))
            else:
                is_listing = False
    return found if len(found) >= 2 else []


def _finding_places(sections: Sequence[ReadSection]) -> list[Sequence[Paragraph]]:
    """Where results are stated: the summary, whose wording is the tersest, then the assessment's sections."""
    assessment: list[Sequence[Paragraph]] = [
        s.paragraphs for s in sections if s.role is SectionRole.ANALYSIS and not s.is_standing_text
    ]
    if not assessment:
        assessment = [s.paragraphs for s in sections if s.role is SectionRole.FOUND and not s.is_standing_text]
    summary = [s.paragraphs for s in sections if s.role is SectionRole.SUMMARY]
    return [*summary, *assessment]


def _assign(statement: _Statement, points: list[_Candidate]) -> _Candidate | None:
    """The point that a statement is about, a new one for a matter of its own, or None where it names none."""
    words = content_words(statement.matter)
    if not words:
        return None
    best = max(points, key=lambda point: overlap(words, content_words(point.issue)), default=None)
    if best is not None and _is_same_matter(words, content_words(best.issue)):
        return best
    if len(words) < 2 or statement.result is FindingResult.NO_FINDING:
        return None
    candidate = _Candidate(statement.matter)
    points.append(candidate)
    return candidate


def _is_same_matter(left: frozenset[str], right: frozenset[str]) -> bool:
    """Two words in common and a third of the shorter wording, or the shorter wording whole."""
    shared = len(left & right)
    return (shared >= 2 and overlap(left, right) >= 0.3) or (shared >= 1 and overlap(left, right) == 1.0)


def _take_back_injustice(paragraphs: Sequence[Paragraph], points: list[_Candidate]) -> None:
    """The words "Although … was flawed, … not … an injustice" may stand paragraphs behind the fault they mean."""
    spoken_for = {key for point in points for key in point.paragraphs}
    for paragraph in paragraphs:
        if paragraph.id in spoken_for:
            continue
        for sentence in split_sentences(paragraph.text):
            plain = unify_characters(sentence)
            if not _NO_INJUSTICE.search(plain):
                continue
            words = _long_words(plain)
            faults = [point for point in points if FindingResult.FAULT in point.results]
            best = max(faults, key=lambda point: len(words & _long_words(" ".join(point.said))), default=None)
            if best is not None and len(words & _long_words(" ".join(best.said))) >= 3:
                best.injustice = False
                best.paragraphs[paragraph.id] = None


def _long_words(text: str) -> frozenset[str]:
    """All words of five letters or more: "stage three panel" tells panels apart where content words would not."""
    return frozenset(re.findall(r"[a-z]{5,}", unify_characters(text).lower())) - {"fault", "injustice", "council"}


def _whole_complaint(sections: Sequence[ReadSection]) -> list[_Candidate]:
    """The complaint as one issue: what stands behind "complained that", in the complaint or in the summary."""
    for role in (
        SectionRole.COMPLAINT,
        SectionRole.SUMMARY,
        SectionRole.ANALYSIS,
        SectionRole.FOUND,
        SectionRole.FINAL,
    ):
        for section in sections:
            if section.role is not role or section.is_standing_text:
                continue
            for paragraph in section.paragraphs:
                match = _COMPLAINED.search(unify_characters(paragraph.text))
                if match:
                    return [
                        _Candidate(
                            _tidy(paragraph.text[match.start("m") : match.end("m")]), paragraphs={paragraph.id: None}
                        )
                    ]
    for role in (SectionRole.SUMMARY, SectionRole.COMPLAINT):
        for section in sections:
            if section.role is role and section.paragraphs:
                paragraph = section.paragraphs[0]
                return [_Candidate(_tidy(split_sentences(paragraph.text)[0]), paragraphs={paragraph.id: None})]
    return []


def _settle(finding: Finding, outcome: Outcome | None, *, is_only: bool) -> Finding:
    if finding.result is not FindingResult.NOT_STATED:
        return finding
    if outcome is Outcome.NOT_UPHELD:
        return replace(finding, result=FindingResult.NO_FAULT)
    if outcome in (Outcome.CLOSED, Outcome.DISCONTINUED):
        return replace(finding, result=FindingResult.NOT_INVESTIGATED)
    if outcome is Outcome.UPHELD and is_only:
        return replace(finding, result=FindingResult.FAULT)
    return finding


def _with_general_injustice(findings: list[Finding], sections: Sequence[ReadSection]) -> list[Finding]:
    """Where no fault has a word on injustice beside it, what the assessment says of the whole case holds for each."""
    faults = [finding for finding in findings if finding.result is FindingResult.FAULT]
    if not faults or any(finding.injustice is not None for finding in faults):
        return findings
    said = [
        _injustice_in(unify_characters(sentence))
        for section in sections
        if section.role in (SectionRole.ANALYSIS, SectionRole.ACTION, SectionRole.FINAL, SectionRole.SUMMARY)
        for paragraph in section.paragraphs
        for sentence in split_sentences(paragraph.text)
    ]
    injustice = True if True in said else False if False in said else None
    return [replace(f, injustice=injustice) if f.result is FindingResult.FAULT else f for f in findings]


_CUT = re.compile(
    r",? (?:and|which|this|that) (?:has |have |had )?(?:caused?|causing|led to|meant)\b|,? causing\b|,? leading to\b"
)


def _tidy(words: str) -> str:
    """An issue's wording: without its consequences, its full stop and its line breaks, at most 200 characters."""
    words = re.sub(r"\s+", " ", words).strip(" .,;:-\u2013")
    told = _COMPLAINED.search(unify_characters(words))
    if told:
        words = words[told.start("m") :]
    cut = _CUT.search(words)
    if cut and cut.start() > 20:
        words = words[: cut.start()]
    return words if len(words) <= 200 else words[:200].rsplit(" ", 1)[0]
