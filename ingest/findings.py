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
from ingest.finding_words import (
    BARE_FAULT,
    COMPLAINED,
    CUT,
    EMPTY_WORDS,
    GOES_ON,
    HARM_WORDS,
    INJUSTICE,
    NO_INJUSTICE,
    NOT_INVESTIGATED,
    RESULT_RULES,
    WHO_SAYS,
)
from ingest.layout import ReadSection
from ingest.vocabulary import SectionRole, heading_rule

# --------------------------------------------------------------------------- the door


def read_findings(sections: Sequence[ReadSection], outcome: Outcome | None) -> tuple[Finding, ...]:
    """The decision's issues in the order of the text, each once.

    Where the text does not tell a result, the outcome does if it can only mean one thing: not upheld, closed,
    discontinued, or upheld with a single issue.
    """
    found = _headed_issues(sections) or _complaint_points(sections, outcome)
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
        if not NO_INJUSTICE.search(unify_characters(sentence))
    )
    return tuple(name for name, pattern in HARM_WORDS if pattern.search(text))


def content_words(text: str) -> frozenset[str]:
    """The words that carry meaning, cut to their stems: what two wordings of one issue have in common."""
    words = re.findall(r"[a-z]{3,}", unify_characters(text).lower())
    return frozenset(re.sub(r"(?:ies|ing|ments?|ed|es|s|e)$", "", word) for word in words if word not in EMPTY_WORDS)


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


# Characters of a sentence that are looked at: none of a real page is nearly as long, and time stays linear.
_BOUND = 2000


@dataclass(frozen=True)
class _Statement:
    """A sentence that states a result, with the matter it is about."""

    result: FindingResult
    matter: str
    paragraph: Paragraph
    sentence: str


def _statements(paragraphs: Sequence[Paragraph], *, is_summary: bool = False) -> Iterator[_Statement]:
    """The sentences that state a result. A summary also states faults bare: "The Council failed to …"."""
    for paragraph in paragraphs:
        said_fault = False
        sentences = split_sentences(paragraph.text)
        for n, sentence in enumerate(sentences):
            plain = unify_characters(sentence[:_BOUND])
            for rule in RESULT_RULES:
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
                goes_on = GOES_ON.match(plain)
                if said_fault and goes_on:
                    yield _Statement(FindingResult.FAULT, _tidy(sentence[goes_on.start("m") :]), paragraph, plain)
                elif is_summary and (bare := BARE_FAULT.match(plain)):
                    yield _Statement(FindingResult.FAULT, _tidy(sentence[bare.start("m") :]), paragraph, plain)
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
        NOT_INVESTIGATED.search(unify_characters(paragraph.text)) for paragraph in section.paragraphs
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
    if NO_INJUSTICE.search(plain):
        return False
    return True if INJUSTICE.search(plain) else None


def _complaint_points(sections: Sequence[ReadSection], outcome: Outcome | None) -> list[_Candidate]:
    """The complaint's listed points, what the assessment finds on them, and what it finds besides."""
    points = [_Candidate(text, paragraphs={paragraph.id: None}) for text, paragraph in _listed_points(sections)]
    is_upheld = outcome in (Outcome.UPHELD, None)
    for section in _finding_places(sections):
        paragraphs = section.paragraphs
        following = {left.id: right for left, right in pairwise(paragraphs)}
        is_summary = section.role is SectionRole.SUMMARY and is_upheld
        for statement in _statements(paragraphs, is_summary=is_summary):
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
            elif is_listing and not WHO_SAYS.match(plain):
                found.append((_tidy(re.sub(r"[;,]?\s*(?:and|or)?\s*$", "", paragraph.text.rstrip(" .;"))), paragraph))
            else:
                is_listing = False
    return found if len(found) >= 2 else []


def _finding_places(sections: Sequence[ReadSection]) -> list[ReadSection]:
    """Where results are stated: the summary, whose wording is the tersest, then the assessment's sections."""
    told = [section for section in sections if not section.is_standing_text]
    assessment = [section for section in told if section.role is SectionRole.ANALYSIS]
    if not assessment:
        assessment = [section for section in told if section.role is SectionRole.FOUND]
    return [*(section for section in told if section.role is SectionRole.SUMMARY), *assessment]


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
            if not NO_INJUSTICE.search(plain):
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
                match = COMPLAINED.search(unify_characters(paragraph.text))
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


def _tidy(words: str) -> str:
    """An issue's wording: without its consequences, its full stop and its line breaks, at most 200 characters."""
    words = re.sub(r"\s+", " ", words).strip(" .,;:-\u2013")
    words = re.sub(r"^(?:I|We|The Ombudsman) (?:have |has )?(?:also )?(?:found|finds?) (?:that )?", "", words)
    told = COMPLAINED.search(unify_characters(words))
    if told:
        words = words[told.start("m") :]
    cut = CUT.search(words)
    if cut and cut.start() > 20:
        words = words[: cut.start()]
    return words if len(words) <= 200 else words[:200].rsplit(" ", 1)[0]
