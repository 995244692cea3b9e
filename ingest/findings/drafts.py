"""Parts of the assessment → drafts of findings: each issue once, with all that is said of it.

A part with a label is one issue; only a result of another kind, said of a matter of its own, is a second. In a part
without a label each statement begins an issue, unless it goes on with one that was begun.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Self

from assistant.domain import Finding, FindingResult, Outcome, Paragraph
from assistant.text import unify_characters
from ingest.findings.hedges import SAID_BY_A_PARTY, SUPPOSED_FAULT
from ingest.findings.injustice import Said, injustice_said
from ingest.findings.likeness import content_words, is_same_matter, long_words
from ingest.findings.parts import Part
from ingest.findings.scope import is_a_matter
from ingest.findings.sentences import sentences_of
from ingest.findings.statements import Statement, read_statements, read_summary_faults
from ingest.findings.wording import word_issue
from ingest.findings.words import COLLECTIVE, SHORTCOMING
from ingest.forms.headings import SectionRole
from ingest.forms.layout import ReadSection

# --------------------------------------------------------------------------- drafts

_ORDER = (FindingResult.FAULT, FindingResult.NO_FINDING, FindingResult.NO_FAULT, FindingResult.NOT_INVESTIGATED)


@dataclass(eq=False)
class Draft:
    """An issue while what is said of it is being gathered. ``ordinal`` is its first paragraph's."""

    issue: str
    ordinal: int
    results: list[FindingResult] = field(default_factory=list)
    injustice: bool | None = None
    paragraphs: dict[str, None] = field(default_factory=dict)
    said: list[str] = field(default_factory=list)
    places: list[tuple[int, int]] = field(default_factory=list)  # ordinal of the paragraph, number of the sentence
    part: Part | None = None
    is_labelled: bool = False
    is_soft: bool = False
    is_implied: bool = False

    @classmethod
    def from_statement(cls, statement: Statement, part: Part | None = None) -> Self:
        """A draft worded by the matter of one statement."""
        draft = cls(statement.matter, statement.paragraph.ordinal, part=part)
        draft.is_soft, draft.is_implied = statement.is_soft, statement.is_implied
        draft.add(statement)
        return draft

    def add(self, statement: Statement) -> None:
        """Note one more statement about this issue."""
        self.results.append(statement.result)
        self.said.append(statement.sentence)
        self.paragraphs[statement.paragraph.id] = None
        self.places.append((statement.paragraph.ordinal, statement.place))

    @property
    def result(self) -> FindingResult:
        """Fault before all else: one matter of an issue that was wrong makes it so."""
        return next((result for result in _ORDER if result in self.results), FindingResult.NOT_STATED)

    @property
    def words(self) -> frozenset[str]:
        """The content words of the wording and of the sentences that state its result."""
        return content_words(" ".join((self.issue, *self.said)))

    def finding(self) -> Finding:
        """The finding as far as it is known."""
        injustice = self.injustice if self.result is FindingResult.FAULT else None
        return Finding(self.issue, self.result, injustice, tuple(self.paragraphs))


def drafts_of(parts: Sequence[Part], sections: Sequence[ReadSection], outcome: Outcome | None) -> list[Draft]:
    """The issues of these parts; empty where none states a result."""
    if all(part.is_general for part in parts):
        # "Was there fault causing injustice?" heads the whole assessment where no other heading does.
        parts = [replace(part, is_general=False) for part in parts]
    stating = [part for part in parts if part.label and any(True for _ in read_statements(part.paragraphs))]
    lone = stating[0] if len(stating) == 1 and not stating[0].is_lettered else None
    drafts: list[Draft] = []
    for part in parts:
        if part.is_general:
            continue
        if part.label and not (part is lone and _has_several_matters(part)):
            drafts += _of_labelled(part, outcome)
        else:
            _add_unlabelled(part, drafts, outcome)
    if outcome in (Outcome.UPHELD, None):
        drafts = _with_summary(drafts, parts, sections)
    return [draft for draft in drafts if draft.issue]


def _has_several_matters(part: Part) -> bool:
    matters = [s.matter for s in read_statements(part.paragraphs) if s.matter and not s.is_implied]
    return any(not is_same_matter(matters[0], matter) for matter in matters[1:])


# --------------------------------------------------------------------------- parts with a label


def _of_labelled(part: Part, outcome: Outcome | None) -> list[Draft]:
    """The part's own issue, and what it decides besides of another matter with another result."""
    statements = list(read_statements(part.paragraphs)) or list(read_statements(part.paragraphs, is_soft=True))
    if not statements and not part.is_lettered:
        return []
    first = part.paragraphs[0].ordinal if part.paragraphs else 0
    own = Draft(part.label, first, part=part, is_labelled=True)
    main = next((result for result in _ORDER if any(s.result is result for s in statements)), None)
    for statement in statements:
        if statement.result is main:
            own.add(statement)
    own.is_soft = bool(statements) and all(statement.is_soft for statement in statements)
    if main is None and outcome is Outcome.UPHELD:
        _add_shortcomings(own, part)
    if not own.paragraphs and part.paragraphs:
        own.paragraphs[part.paragraphs[-1].id] = None
    others = [
        Draft.from_statement(s, part)
        for s in statements
        if s.result is not main and _stands_alone(s, own) and main is FindingResult.FAULT
    ]
    return [own, *others]


def _stands_alone(statement: Statement, own: Draft) -> bool:
    """True for a result that names a matter of its own in a paragraph of its own."""
    is_kind = statement.result is FindingResult.NO_FAULT or (
        statement.result is FindingResult.NOT_INVESTIGATED and is_a_matter(statement.matter)
    )
    is_apart = statement.paragraph.id not in own.paragraphs and not statement.is_implied and not statement.is_soft
    return is_kind and is_apart and bool(statement.matter) and not is_same_matter(statement.matter, own.issue)


def _add_shortcomings(draft: Draft, part: Part) -> None:
    """A lettered part that tells what went wrong and never says "fault"."""
    for paragraph in part.paragraphs:
        if any(_is_shortcoming(sentence) for sentence in sentences_of(paragraph.text)):
            draft.results.append(FindingResult.FAULT)
            draft.paragraphs[paragraph.id] = None


# Who fell short is the body or who acts for it, first or behind a condition: "As Y was in need, the Council …".
_BODY_FIRST = re.compile(
    r"(?:^|, )(?:(?:However|Furthermore|In addition|Also|But|Moreover), "
    r"|This meant (?:that )?)?(?:[Tt]he (?:\w+ ){0,2}(?:Council|Trust|Home|Provider|Authority|panel|officers?"
    r"|agents?|school)|[Ii]t|Social Worker [A-Z]"
    r"|[Tt]here (?:is|was|are|were) no|[Nn]obody|[Nn]o one|Officer [A-Z\d])\b|^It also appears\b",
)


# What came of a fault is none: "It follows that she has been left with uncertainty about what should have happened".
_CONSEQUENCE = re.compile(
    r"(?:It follows|As a (?:result|consequence)|Consequently|This (?:meant|means)|That (?:meant|means)|The (?:result"
    r"|effect|consequence) (?:was|is))\b[^.;]{0,60}?\b(?:(?:Mr|Mrs|Ms|Miss|Mx|Dr)\.? [A-Z]|[A-Z]|she|he|they)"
    r"(?: and (?:(?:Mr|Mrs|Ms|Miss|Mx|Dr)\.? )?[A-Z])? (?:has|have|had|is|are|was|were|will|missed|lost|went)\b"
)


def _is_shortcoming(sentence: str) -> bool:
    plain = unify_characters(sentence)
    is_told = SHORTCOMING.search(plain) and _BODY_FIRST.search(plain)
    return bool(is_told) and not SAID_BY_A_PARTY.match(plain) and not _CONSEQUENCE.match(plain)


# --------------------------------------------------------------------------- parts without a label


def _add_unlabelled(part: Part, drafts: list[Draft], outcome: Outcome | None) -> None:
    """Each statement begins an issue or goes on with one; a fault with the whole counts where nothing else is fault."""
    statements = list(read_statements(part.paragraphs))
    opened: Draft | None = None
    collective: list[Statement] = []
    begun = len(drafts)
    for statement in statements:
        if statement.result is FindingResult.FAULT and _is_collective(statement, part):
            collective.append(statement)
            continue
        if statement.result is FindingResult.NOT_INVESTIGATED and not is_a_matter(statement.matter):
            continue
        same = _said_of_the_paragraph(statement, opened) or _same(statement, drafts[begun:], opened)
        if same is not None:
            same.add(statement)
            opened = same
        elif statement.matter and not (opened and _is_of_consequence(statement, opened)):
            opened = Draft.from_statement(statement, part)
            drafts.append(opened)
    is_upheld = outcome in (Outcome.UPHELD, None)
    if collective and is_upheld and not any(draft.result is FindingResult.FAULT for draft in drafts[begun:]):
        drafts += _of_collective(collective, part)
    if is_upheld:
        drafts += _softly_said(part, drafts)


# A fault that names the rule that was broken and no matter: "failure to meet the statutory timescales".
_BREACH = re.compile(
    r"(?:failure|failing|delay|breach|not|this|such)\b.{0,40}?\b(?:statutory (?:timescales?|deadlines?|timeframes?"
    r"|dut(?:y|ies)|guidance)"
    r"|time ?(?:limits?|scales?|frames?)|(?:its|the|their|own) (?:legal |own |statutory )?(?:dut(?:y|ies)"
    r"|obligations?|polic(?:y|ies)"
    r"|procedures?|guidance|law|regulations?|deadlines?))",
    re.I,
)
_DISPUTED = re.compile(
    r"\b(?:says?|said|complain(?:s|ed)|den(?:y|ies|ied)|disputes?|alleges?|told|accounts?|recording|witness\w*"
    r"|promised|recalls?)\b",
    re.I,
)


def _is_of_consequence(statement: Statement, opened: Draft) -> bool:
    """No finding about what came of a fault ("I cannot say what a review would have found") is no issue of its own."""
    if statement.result is not FindingResult.NO_FINDING:
        return False
    has_own_paragraph = statement.paragraph.id not in opened.paragraphs
    told = sentences_of(statement.paragraph.text)
    is_disputed = any(_DISPUTED.search(unify_characters(sentence)) for sentence in told)
    return "would have" in statement.sentence or not (has_own_paragraph and is_disputed)


_ANNOUNCED = re.compile(r"\b(?:shortcomings|failings|problems|failures|errors) (?:in|with|over)\b", re.I)
_ALSO = re.compile(r"\b(?:also|nor|neither|further|second(?:ly)?|another|as well|too)\b", re.I)


def _said_of_the_paragraph(statement: Statement, opened: Draft | None) -> Draft | None:
    """The draft that a paragraph began, where its next result only sums up what was told of the same matter.

    "It took her reports seriously. I do not criticise it. I find no fault in how it dealt with them" is one finding, of
    the stated matter; "There were shortcomings in its letters. One was lost. This was fault" is one too.
    """
    if opened is None or opened.result is not statement.result or statement.paragraph.id not in opened.paragraphs:
        return None
    if _ALSO.search(statement.sentence):
        return None
    if statement.result is FindingResult.FAULT:
        return opened if statement.is_implied and _ANNOUNCED.search(opened.said[-1]) else None
    if statement.result is not FindingResult.NO_FAULT or statement.is_implied == opened.is_implied:
        return None
    if opened.is_implied and statement.matter:
        opened.issue, opened.is_implied = statement.matter, False
    return opened


def _is_collective(statement: Statement, part: Part) -> bool:
    is_first = statement.paragraph is part.paragraphs[0]
    return bool(COLLECTIVE.search(statement.sentence)) and not is_first and len(part.paragraphs) >= 3


def _same(statement: Statement, drafts: Sequence[Draft], opened: Draft | None) -> Draft | None:
    """The draft that a statement goes on with: of the same result and matter, or the last where it names nothing."""
    alike = [draft for draft in drafts if draft.result is statement.result]
    for draft in reversed(alike):
        if statement.matter and is_same_matter(statement.matter, draft.issue):
            return draft
    if opened is None or opened.result is not statement.result:
        return None
    if statement.paragraph.ordinal - opened.places[-1][0] <= 1 and _BREACH.fullmatch(statement.matter):
        return opened
    if not statement.is_implied:
        return None
    if not statement.matter:
        return opened
    is_near = statement.paragraph.ordinal - opened.places[-1][0] <= 4
    shared = long_words(statement.matter) & long_words(" ".join((opened.issue, *opened.said)))
    is_going_on = bool(re.match(r"(?:Not|Failing|Failure) to do (?:so|this)\b|This is not fault", statement.sentence))
    return opened if is_near and (is_going_on or len(shared) >= 3) else None


def _of_collective(statements: Sequence[Statement], part: Part) -> list[Draft]:
    """The shortcomings before a fault found with the whole, each an issue; the whole itself where there are none."""
    last = statements[-1].paragraph.ordinal
    drafts = []
    for paragraph in part.paragraphs:
        if paragraph.ordinal >= last or re.search(r";$|\b(?:or|and)$", paragraph.text.rstrip()):
            continue
        for place, sentence in enumerate(sentences_of(paragraph.text)):
            is_told = _is_shortcoming(sentence) and not sentence.endswith(":")
            matter = word_issue(sentence) if is_told else ""
            if matter:
                statement = Statement(FindingResult.FAULT, matter, paragraph, place, unify_characters(sentence))
                drafts.append(Draft.from_statement(statement, part))
                break
    if len(drafts) >= 2:
        return drafts
    return [Draft.from_statement(statement, part) for statement in statements if statement.matter]


_NO_EVIDENCE = re.compile(
    r"\bno evidence (?:that )?the (?:council|trust|home|provider|care provider|authority) (?P<m>[^.;]{10,300})", re.I
)


def _softly_said(part: Part, drafts: Sequence[Draft]) -> list[Draft]:
    """Shortcomings that harmed somebody, or of which the body shows no evidence, in paragraphs without a result."""
    claimed = {ordinal for draft in drafts for ordinal, _ in draft.places}
    found: list[Draft] = []
    for paragraph in part.paragraphs:
        near = {paragraph.ordinal, paragraph.ordinal - 1}
        if near & claimed:
            continue
        sentences = sentences_of(paragraph.text)
        harmed = any(injustice_said(sentence) in (Said.HARM, Said.INJUSTICE) for sentence in sentences)
        for place, sentence in enumerate(sentences):
            plain = unify_characters(sentence)
            unproved = _NO_EVIDENCE.search(plain)
            matter = (
                word_issue(f"not {sentence[unproved.start('m') :]}")
                if unproved
                else word_issue(sentence)
                if harmed and _is_shortcoming(sentence)
                else ""
            )
            if matter and not any(is_same_matter(matter, draft.issue) for draft in (*drafts, *found)):
                found.append(
                    Draft.from_statement(
                        Statement(FindingResult.FAULT, matter, paragraph, place, plain, is_soft=True), part
                    )
                )
                break
    return found


# --------------------------------------------------------------------------- what the summary adds


def _with_summary(drafts: list[Draft], parts: Sequence[Part], sections: Sequence[ReadSection]) -> list[Draft]:
    """A fault of the summary that the assessment tells in a paragraph without a result is an issue of its own.

    Told of an issue that was read already, it is noted as one more place.
    """
    if any(part.is_lettered for part in parts):
        return drafts
    summary = [p for section in sections if section.role is SectionRole.SUMMARY for p in section.paragraphs]
    free = [part for part in parts if not part.label and not part.is_general]
    added = list(drafts)
    for statement in read_summary_faults(summary):
        faults = [draft for draft in added if draft.result is FindingResult.FAULT]
        words = content_words(statement.matter)
        best = max(faults, key=lambda draft: len(words & draft.words), default=None)
        if best is not None and len(words & best.words) >= max(2, len(words) / 3):
            best.paragraphs.setdefault(statement.paragraph.id, None)
            continue
        claimed = {ordinal for draft in added for ordinal, _ in draft.places}
        told = _told_again(words, free, claimed)
        if told is not None:
            part, paragraph = told
            beside = next((draft for draft in faults if _is_beside(paragraph, words, draft)), None)
            if beside is not None:
                beside.paragraphs |= {paragraph.id: None, statement.paragraph.id: None}
                continue
            draft = Draft.from_statement(
                Statement(FindingResult.FAULT, statement.matter, paragraph, 0, statement.sentence), part
            )
            draft.paragraphs[statement.paragraph.id] = None
            added.append(draft)
    return added


def _is_beside(paragraph: Paragraph, words: frozenset[str], draft: Draft) -> bool:
    """True for the paragraph before or behind a fault that has a word of it: two sides of one matter."""
    is_next = any(abs(paragraph.ordinal - ordinal) == 1 for ordinal, _ in draft.places)
    return is_next and bool(words & content_words(draft.issue))


def _told_again(words: frozenset[str], parts: Sequence[Part], claimed: set[int]) -> tuple[Part, Paragraph] | None:
    """The paragraph of the assessment that tells a fault of the summary in other words, and states no result."""
    listed = _listed_shortcomings(parts)
    places = [
        (len(words & content_words(paragraph.text)), -paragraph.ordinal, part, paragraph)
        for part in parts
        for paragraph in part.paragraphs
        if paragraph.ordinal not in claimed
        and (
            paragraph.ordinal in listed
            or _tells_shortcoming(paragraph.text)
            or any(injustice_said(s) is Said.INJUSTICE for s in sentences_of(paragraph.text))
        )
    ]
    best = max(places, key=lambda place: place[:2], default=None)
    return (best[2], best[3]) if best and best[0] >= 2 else None


def _tells_shortcoming(text: str) -> bool:
    """True for a paragraph that says what went wrong, beside suppositions and what came of it."""
    told = [unify_characters(sentence) for sentence in sentences_of(text)]
    return any(SHORTCOMING.search(SUPPOSED_FAULT.sub("", line)) and not _CONSEQUENCE.match(line) for line in told)


def _listed_shortcomings(parts: Sequence[Part]) -> set[int]:
    """The ordinals of list items whose lead-in tells a shortcoming: "There is no evidence that:"."""
    listed: set[int] = set()
    for part in parts:
        is_open = False
        for paragraph in part.paragraphs:
            text = paragraph.text.rstrip()
            if text.endswith(":"):
                is_open = bool(SHORTCOMING.search(sentences_of(text)[-1]))
            elif is_open:
                listed.add(paragraph.ordinal)
                is_open = text.endswith((";", ",", " or", " and"))
    return listed
