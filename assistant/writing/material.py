"""Evidence and the template's draft to Material: all that a model may say, each thing under an opaque key.

A key is made for one answer ("case-7KQD"), from a hash that nobody can know beforehand: a sentence planted in a
decision cannot name one. A reference is never shown to the model; names, sums and outcomes are put in by code.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from assistant.domain import (
    AnswerStatus,
    Case,
    Citation,
    Draft,
    Evidence,
    Outcome,
    Paragraph,
    Query,
    QuestionKind,
    Relevance,
    RemedySummary,
    Statement,
    StatementRole,
)
from assistant.text import find_references, split_sentences
from assistant.writing.form import is_plain

# A prompt of some 3,000 words: more cases make answers no better, and small models lose the thread.
_CASES_AT_MOST = 8
_SENTENCES_AT_MOST = 12
_LONGEST_SENTENCE = 500

_BY_CASE = (StatementRole.CLOSEST, StatementRole.FIGURES, StatementRole.CONTRAST)
_LOST = (Outcome.NOT_UPHELD, Outcome.CLOSED, Outcome.DISCONTINUED)
_WRITTEN = (AnswerStatus.FOUND, AnswerStatus.FEW, AnswerStatus.ONE)


class SlotKind(StrEnum):
    """What code puts in the place of a key."""

    CASE = "case"
    OUTCOME = "outcome"
    MONEY = "money"
    ISSUE = "issue"
    POINT = "point"


@dataclass(frozen=True)
class CaseWording:
    """A case in the words of our templates: name with reference and date, outcome, money (empty for none), issue."""

    name: str
    outcome: str
    money: str
    issue: str


@dataclass(frozen=True)
class Slot:
    """A key and what code puts in its place. ``case`` is the case it belongs to, None for what is said of all."""

    key: str
    kind: SlotKind
    text: str
    case: str | None
    citations: tuple[Citation, ...] = ()


@dataclass(frozen=True)
class Words:
    """A sentence that may be copied, with its place. ``is_ombudsmans`` is False for sentences of our digests.

    ``behind`` is the sentence before it in the same paragraph, empty for the first.
    """

    key: str
    case: str
    citation: Citation
    is_ombudsmans: bool
    behind: str = ""

    @property
    def text(self) -> str:
        """The sentence."""
        return self.citation.quote


@dataclass(frozen=True)
class Subject:
    """One thing to write a statement about: a case, or for a single decision its headline.

    ``must`` are the slots that a statement about it may not leave out. ``replaces`` is the place of the template's
    statement on it in the template's draft, None where the template names the case not at all.
    """

    case: str
    role: StatementRole
    slots: tuple[Slot, ...]
    must: tuple[str, ...]
    words: tuple[Words, ...]
    replaces: int | None


@dataclass(frozen=True)
class Material:
    """What a model may use for one answer. ``fence`` marks where other people's text begins and ends."""

    question: str
    understood: str
    fence: str
    subjects: tuple[Subject, ...]

    @property
    def slots(self) -> dict[str, Slot]:
        """Every slot by its key."""
        return {slot.key: slot for subject in self.subjects for slot in subject.slots}

    @property
    def words(self) -> dict[str, Words]:
        """Every sentence by its key."""
        return {words.key: words for subject in self.subjects for words in subject.words}


def gather(
    query: Query, evidence: Evidence, summary: RemedySummary, template: Draft, wordings: Mapping[str, CaseWording]
) -> Material | None:
    """The material for one answer; ``wordings`` are the cases in our words, by the key of the case.

    None where no model may be asked: a declined question, one with strong personal data (which is declined), one
    that speaks of someone at risk, and an answer that holds no comparable case.
    """
    if query.decline is not None or query.is_risk_to_safety or template.status not in _WRITTEN:
        return None
    question = query.redacted_question or query.question
    keys = _keys(question, evidence)
    if query.kind is QuestionKind.SINGLE_CASE and query.references:
        subjects = _headlines(evidence, template, wordings, keys)
    else:
        subjects = _cases(evidence, summary, template, wordings, keys)
    if not subjects:
        return None
    understood = f"{query.kind.value}; about: {_without_references(query.topic) or 'the decision itself'}"
    return Material(_without_references(question), understood, next(keys), tuple(subjects))


def _keys(question: str, evidence: Evidence) -> Iterator[str]:
    """Endless opaque tokens, the same for the same question and evidence, so that an answer can be repeated."""
    salt = "|".join([question, *(f"{case.decision.reference}{case.score}" for case in evidence.cases)])
    seen: set[str] = set()
    number = 0
    while True:
        token = base64.b32encode(hashlib.sha256(f"{salt}|{number}".encode()).digest())[:4].decode()
        number += 1
        if token not in seen:
            seen.add(token)
            yield token


def _cases(
    evidence: Evidence,
    summary: RemedySummary,
    template: Draft,
    wordings: Mapping[str, CaseWording],
    keys: Iterator[str],
) -> list[Subject]:
    """The cases that the template names, in its order, then further comparable ones, best first."""
    places = {case.key: place for case in evidence.cases if (place := _place(case, template)) is not None}
    # A case of the background is marked as less close by the template's own words: those stay.
    offered = [case for case in evidence.cases if case.relevance is not Relevance.BACKGROUND]
    offered.sort(key=lambda case: places.get(case.key, len(template.statements)))
    subjects = []
    for case in offered[:_CASES_AT_MOST]:
        index = places.get(case.key)
        statement = template.statements[index] if index is not None else None
        wording = wordings[case.key]
        role = statement.role if statement else _role(case, summary)
        if statement:
            told = _wording_of(statement, wording)
            if told is None:
                continue
            wording = told
        proof = statement.citations if statement else ()
        slots, must = _slots(case, wording, role, proof, keys)
        words = _words(case, proof, keys)
        if words:
            subjects.append(Subject(case.key, role, slots, must, words, index))
    return subjects


def _place(case: Case, template: Draft) -> int | None:
    """Where the template speaks of this case alone."""
    for index, statement in enumerate(template.statements):
        if statement.role in _BY_CASE and {c.reference for c in statement.citations} == {case.decision.reference}:
            return index
    return None


def _wording_of(statement: Statement, wording: CaseWording) -> CaseWording | None:
    """What the template says of a case behind its name, so that a model's statement drops nothing of it.

    None for a statement that is not ``name: what was paid or how it ended, for “issue”.``
    """
    start = f"{wording.name}: "
    if not statement.text.startswith(start):
        return None
    said = statement.text[len(start) :].removesuffix(".")
    if wording.issue:
        said = said.removesuffix(f", for “{wording.issue}”")
    if statement.role is StatementRole.CONTRAST:
        return replace(wording, outcome=said, money="")
    return replace(wording, money=said)


def _role(case: Case, summary: RemedySummary) -> StatementRole:
    if case.decision.outcome in _LOST or case.decision.reference in summary.unpaid:
        return StatementRole.CONTRAST
    return StatementRole.CLOSEST if case.relevance is Relevance.CLOSE else StatementRole.FIGURES


def _slots(
    case: Case, wording: CaseWording, role: StatementRole, proof: Sequence[Citation], keys: Iterator[str]
) -> tuple[tuple[Slot, ...], tuple[str, ...]]:
    """The slots of a case, and those that may not be left out: its name, its money, and how it ended where it lost."""
    own = tuple(citation for citation in proof if citation.reference == case.decision.reference)
    texts = [
        (SlotKind.CASE, wording.name, True),
        (SlotKind.OUTCOME, wording.outcome, role is StatementRole.CONTRAST),
        (SlotKind.MONEY, wording.money, True),
        (SlotKind.ISSUE, f"“{wording.issue}”" if wording.issue else "", False),
    ]
    slots, must = [], []
    for kind, text, is_needed in texts:
        if text:
            slots.append(Slot(f"{kind.value}-{next(keys)}", kind, text, case.key, own))
            if is_needed:
                must.append(slots[-1].key)
    return tuple(slots), tuple(must)


def _headlines(
    evidence: Evidence, template: Draft, wordings: Mapping[str, CaseWording], keys: Iterator[str]
) -> list[Subject]:
    """For decisions asked for by reference: the template's headline on each, to which their words may be added."""
    subjects = []
    for case in evidence.cases[:_CASES_AT_MOST]:
        for index, statement in enumerate(template.statements):
            cited = {citation.reference for citation in statement.citations}
            if statement.role is StatementRole.HEADLINE and cited == {case.decision.reference}:
                key = f"{SlotKind.POINT.value}-{next(keys)}"
                slot = Slot(key, SlotKind.POINT, statement.text, case.key, statement.citations)
                issue = wordings[case.key].issue
                named = Slot(f"issue-{next(keys)}", SlotKind.ISSUE, f"“{issue}”", case.key, statement.citations)
                slots = (slot, named) if issue else (slot,)
                words = _words(case, statement.citations, keys)
                subjects.append(Subject(case.key, StatementRole.HEADLINE, slots, (key,), words, index))
    return subjects


def _words(case: Case, proof: Sequence[Citation], keys: Iterator[str]) -> tuple[Words, ...]:
    """The sentences of a case that may be copied, in the order of the decision: what the template quotes, and about it.

    A sentence is left out that holds a case reference, which speaks of another decision, or markup or an address.
    """
    decision = case.decision
    found = []
    for paragraph in _paragraphs(case, proof):
        position, behind = 0, ""
        for sentence in split_sentences(paragraph.text):
            position = paragraph.text.index(sentence, position)
            if len(sentence) <= _LONGEST_SENTENCE and is_plain(sentence):
                citation = Citation(decision.reference, paragraph.id, sentence, position)
                found.append(Words(f"words-{next(keys)}", case.key, citation, decision.is_full_text, behind))
            position, behind = position + len(sentence), sentence
    return tuple(found[:_SENTENCES_AT_MOST])


def _paragraphs(case: Case, proof: Sequence[Citation]) -> list[Paragraph]:
    decision = case.decision
    if not decision.is_full_text:
        return list(decision.trusted_paragraphs)
    named = {citation.paragraph for citation in proof} | {hit.passage.paragraph for hit in case.hits}
    named |= {key for finding in decision.findings if finding.issue == case.issue for key in finding.paragraphs}
    named |= {remedy.paragraph for remedy in case.remedies}
    return [paragraph for paragraph in decision.trusted_paragraphs if paragraph.id in named]


def _without_references(text: str) -> str:
    """The text with each case reference blanked: the model is to know none."""
    for found in reversed(find_references(text)):
        text = f"{text[: found.start]}[reference]{text[found.end :]}"
    return text
