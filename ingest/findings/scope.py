"""What a decision did not investigate: the matters that its scope names, and the one issue of one that closes early."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.domain import Finding, FindingResult, Paragraph
from assistant.text import unify_characters
from ingest.findings.sentences import sentences_of
from ingest.findings.statements import read_statements
from ingest.findings.wording import names_issue, word_issue
from ingest.forms.headings import SectionRole
from ingest.forms.layout import ReadSection

# Only when or by whom: "events before March 2020", "anything after that date" say no matter.
_ONLY_TIME = re.compile(
    r"(?:(?:the|any|all|these|those|other|earlier|later|further|historic|his|her|their|anything|everything"
    r"|what) ?)*(?:(?:events?|matters?|issues?|complaints?|actions?|period|anything|happened|concerns?|points?|part"
    r"|parts|rest)\b ?)*"
    r"(?:(?:of|that|which|she|he|they|it|raised|occurred|took place|happened|was|were|is|are|about|the"
    r"|complaint)\b ?)*(?:(?:from|before|after|prior to|since|between|in|during|up to|until|dating|beyond|outside"
    r"|older|earlier|more)\b.*"
    # A part by its letter; "C's school" begins with a party's.
    r"|(?-i:\(?[a-h]\)?|\([A-H]\))(?:(?:,| (?:and|or|to|of|above|below|because|as)\b).*)?)?",
    re.I,
)
# "complaint about …", "complaint that …", "investigation of …" in the sentence that closes the case.
_CLOSED_ABOUT = re.compile(
    r"\b(?:not|cannot|n't|discontinued|stopped|ended|stop|end|discontinue)\b[^.;]{0,60}?\b(?:investigat\w+"
    r"|complaint|consider\w*|look\w*)\b[^.;]{0,60}?\b(?:complaint|investigation)?s? ?"
    r"(?:about|that|of|into|regarding|concerning|over)(?: (?:Mr|Mrs|Ms|Miss)[^.;]{1,20}?'s? complaint (?:about"
    r"|that))? (?P<m>[^.;]{3,300})",
    re.I,
)
# "We will not investigate complaint handling": the matter without the word complaint or "about" before it.
_CLOSED_ITSELF = re.compile(
    r"\b(?:will|shall|can|could|should|do|did|have)(?: ?not|n't) (?:now |therefore |also )?investigat\w* "
    r"(?!(?:further|this|that|it|these|any|because|as|when|where|since|unless|and|late)\b"
    r"|[^.;]{0,40}?\bcomplaints?\b(?! handling))"
    r"(?P<m>[^.;]{3,300})",
    re.I,
)
_COMPLAINT_ABOUT = re.compile(
    r"\bcomplaints? (?:about|that|of|concerns?|relates? to|(?:is|are) about) (?P<m>[^.;]{3,300})", re.I
)
_BODY_ACTS = (
    r"(?:the (?:\w+ ){0,2}(?:council|trust|home|provider|icb|ccg|authority|board|panel|school|academy)|it|they)\b"
)
# "how" goes with who acts ("how it dealt with" is "dealing with"), and stays where something was done to the matter.
_ABOUT = rf"about (?:how (?={_BODY_ACTS}))?"
_COMPLAINED = re.compile(
    r"\bcompl?ain(?:s|ed|t is|ts are)?\b(?: to (?:us|the ombudsman))?(?:,? (?:on behalf of|for) [^.]{2,80}?,? (?:that "
    rf"|{_ABOUT}|(?={_BODY_ACTS}))|,? (?:that |{_ABOUT}|of |(?=(?:the|his|her|their|an?|its?|she|he|they|no"
    r"|staff)\b|(?-i:[A-Z]))))(?P<m>[^.;]{3,300})",
    re.I,
)
_REASON = re.compile(
    r",? (?:because|since"
    r"|as (?:(?:it|there|we|I|the|he|she|they|this|that|any|no|these|his|her|their|its|an?|most|some)\b"
    r"|(?:Mr|Mrs|Ms|Miss|Mx|Dr)\b)|which|and (?:we|it|there|the (?:council"
    r"|complainant|ombudsman))|at this time|further\b(?= *(?:[.,]|because|as|$))|now|so"
    r"|where|when we)\b.*|, who\b.*",
    re.I,
)


def read_scope(sections: Sequence[ReadSection]) -> list[Finding]:
    """The matters that the page says were left out, each not investigated, in its words and order.

    Only of the sections that are about this; empty where the page has none.
    """
    found: list[Finding] = []
    for section in sections:
        if section.role is not SectionRole.SCOPE:
            continue
        for statement in read_statements(section.paragraphs):
            if statement.result is FindingResult.NOT_INVESTIGATED and is_a_matter(statement.matter):
                found.append(Finding(statement.matter, statement.result, None, (statement.paragraph.id,)))
    return found


def is_a_matter(words: str) -> bool:
    """False for what names a time, a part by its letter, or the complaint as such."""
    return names_issue(words) and not _ONLY_TIME.fullmatch(unify_characters(words))


def read_closure(sections: Sequence[ReadSection]) -> Finding | None:
    """The one issue of a decision that was not investigated or not finished: what was complained of; None if unsaid.

    Its places are where that is said and where the closing is.
    """
    places = [
        p for role in (SectionRole.FINAL, SectionRole.ANALYSIS) for p in _paragraphs(sections, role) if _closes(p.text)
    ]
    for role in (SectionRole.SUMMARY, SectionRole.FINAL, SectionRole.ANALYSIS, SectionRole.FOUND):
        for paragraph in _paragraphs(sections, role):
            for sentence in sentences_of(paragraph.text):
                plain = unify_characters(sentence)
                match = _CLOSED_ABOUT.search(plain) or _CLOSED_ITSELF.search(plain)
                matter = _matter(sentence[match.start("m") :]) if match else ""
                if matter and role is not SectionRole.ANALYSIS:
                    return _not_investigated(matter, paragraph, places)
    for paragraph in _paragraphs(sections, SectionRole.SUMMARY):
        match = _COMPLAINT_ABOUT.search(unify_characters(paragraph.text))
        matter = _matter(paragraph.text[match.start("m") : match.end("m")]) if match else ""
        if matter:
            return _not_investigated(matter, paragraph, places)
    told = complaint_as_one(sections)
    return _not_investigated(told[0], told[1], places) if told else None


def complaint_as_one(sections: Sequence[ReadSection]) -> tuple[str, Paragraph] | None:
    """What stands behind "complained that", in the summary or the complaint, and its paragraph; None without either."""
    for role in (
        SectionRole.SUMMARY,
        SectionRole.COMPLAINT,
        SectionRole.ANALYSIS,
        SectionRole.FOUND,
        SectionRole.FINAL,
    ):
        for paragraph in _paragraphs(sections, role):
            match = _COMPLAINED.search(unify_characters(paragraph.text))
            matter = word_issue(paragraph.text[match.start("m") : match.end("m")]) if match else ""
            if matter:
                return matter, paragraph
    for role in (SectionRole.SUMMARY, SectionRole.COMPLAINT, SectionRole.FOUND, SectionRole.ANALYSIS):
        for paragraph in _paragraphs(sections, role):
            matter = word_issue((sentences_of(paragraph.text) or ("",))[0])
            if matter:
                return matter, paragraph
    return None


def _matter(words: str) -> str:
    cut = _REASON.search(unify_characters(words))
    is_cut = cut is not None and (cut.start() > 8 or names_issue(words[: cut.start()]))
    return word_issue(words[: cut.start()] if cut and is_cut else words)


def _closes(text: str) -> bool:
    return bool(_CLOSING.search(unify_characters(text)))


_CLOSING = re.compile(
    r"\b(?:will|can|could|should|do|did|have) ?not (?:\w+ ){0,2}?investigat|\bcannot investigat|\bdiscontinued?\b"
    r"|\b(?:stopped|ended) (?:my|our|the|this) investigation"
    r"|\bnot (?:\w+ ){0,3}(?:justify|warrant) (?:our|an|further)\b",
    re.I,
)


def _paragraphs(sections: Sequence[ReadSection], role: SectionRole) -> list[Paragraph]:
    return [
        p for section in sections if section.role is role and not section.is_standing_text for p in section.paragraphs
    ]


def _not_investigated(matter: str, told: Paragraph, places: Sequence[Paragraph]) -> Finding:
    ids = {told.id: None} | {paragraph.id: None for paragraph in places}
    return Finding(matter, FindingResult.NOT_INVESTIGATED, None, tuple(ids))
