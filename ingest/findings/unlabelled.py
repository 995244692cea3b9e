"""A part of the assessment without a label → drafts: each statement begins an issue or goes on with one."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.domain import FindingResult, Outcome
from assistant.text import unify_characters
from ingest.findings.draft import Draft
from ingest.findings.injustice import Said, injustice_said
from ingest.findings.likeness import is_same_matter, long_words
from ingest.findings.parts import Part
from ingest.findings.scope import is_a_matter
from ingest.findings.sentences import sentences_of
from ingest.findings.shortcomings import is_shortcoming
from ingest.findings.statements import Statement, read_statements
from ingest.findings.wording import word_issue

# A fault found with the whole of it: "Overall, the Council was at fault for its handling of Y's case".
_COLLECTIVE = re.compile(
    r"^(?:Consequently|Overall|Therefore|Taken together|In (?:conclusion|summary|short)|For (?:these|those"
    r"|all these) reasons|As a result"
    r"|It follows|So)\b|\bfor its (?:[\w']+ ){0,6}?handling of\b|\bin (?:how|the way) (?:it|the \w+) (?:dealt with"
    r"|handled)\b",
    re.I,
)


def add_unlabelled(part: Part, drafts: list[Draft], outcome: Outcome | None) -> None:
    """Add the part's issues to ``drafts``: each statement begins an issue or goes on with one of this part.

    A fault found with the whole counts only where nothing else of the part is fault, and what is softly said only where
    the ``outcome`` is upheld or unknown.
    """
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
    return bool(_COLLECTIVE.search(statement.sentence)) and not is_first and len(part.paragraphs) >= 3


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
            is_told = is_shortcoming(sentence) and not sentence.endswith(":")
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
                if harmed and is_shortcoming(sentence)
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
