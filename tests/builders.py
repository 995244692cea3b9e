"""Builders for tests: each fills in all that is not under test. Bodies and words are made up.

``WordCountEncoder`` is a small working stand-in for the encoder, for tests in which the encoder is not under test.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any

import numpy as np
from numpy.typing import NDArray

from assistant.casebook import Casebook, Filed
from assistant.domain import (
    Basis,
    Case,
    CasebookFacts,
    CaseReference,
    Decision,
    Draft,
    Evidence,
    Finding,
    FindingResult,
    Hit,
    Outcome,
    Paragraph,
    Passage,
    PassageKind,
    Payee,
    Purpose,
    Query,
    QuestionKind,
    Relevance,
    Remedy,
    RemedyKind,
    RemedyStatus,
    Section,
    Statement,
    StatementRole,
)
from assistant.filing import FilingReport, file_decisions
from assistant.text import content_hash, paragraph_id

NORTHMOOR = "Northmoor Council"
SOUTHFELL = "Southfell County Council"
EASTBECK = "Eastbeck Borough Council"

LATE_PLAN = "education plan issued late"
MISSED_BINS = "missed bin collections"


class WordCountEncoder:
    """A stand-in encoder: each word counts at a place that its hash gives; vectors have length one.

    Texts that share words are near, and the same text always has the same vector. ``texts`` is what it was asked to
    encode as passages, in order; after ``fails_after`` calls it raises, as a kill would cut a run short.
    """

    def __init__(self, *, identity: str = "word-count/1", size: int = 64, fails_after: int | None = None) -> None:
        self.identity = identity
        self.texts: list[str] = []
        self._size = size
        self._calls_left = fails_after

    def encode_passages(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """One row a text, in order."""
        if self._calls_left is not None:
            if self._calls_left == 0:
                raise RuntimeError("the encoder was interrupted")
            self._calls_left -= 1
        self.texts.extend(texts)
        return self._encode(texts)

    def encode_questions(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """One row a text, in order."""
        return self._encode(texts)

    def _encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        rows = np.zeros((len(texts), self._size), dtype=np.float32)
        for row, text in zip(rows, texts, strict=True):
            for word in re.findall(r"\w+", text.lower()) or [""]:
                row[int(hashlib.sha256(word.encode()).hexdigest(), 16) % self._size] += 1.0
            row /= np.linalg.norm(row)
        return rows


def reference(number: int = 1, *, year: int = 21, letter: str = "") -> CaseReference:
    """The first is ``21 000 001``, the second ``21 000 002``."""
    return CaseReference(f"{year:02d} {number // 1000:03d} {number % 1000:03d}{letter}")


def remedy(kind: RemedyKind = RemedyKind.PAYMENT, pounds: float | None = None, **given: Any) -> Remedy:
    """A remedy; an agreed payment of £300 to the complainant for distress unless told otherwise."""
    if kind is RemedyKind.PAYMENT and pounds is None and not {"amount_pence", "rate_pence"} & given.keys():
        pounds = 300
    values: dict[str, Any] = {"status": RemedyStatus.AGREED}
    if kind is RemedyKind.PAYMENT:
        values |= {"payee": Payee.COMPLAINANT, "purpose": Purpose.DISTRESS}
    if pounds is not None:
        values["amount_pence"] = round(pounds * 100)
    return Remedy(kind, **values | given)


def finding(issue: str = LATE_PLAN, **given: Any) -> Finding:
    """An issue on which fault was found."""
    return Finding(issue, **{"result": FindingResult.FAULT} | given)


def paragraphs(of: CaseReference, *texts: str, section: int = 0) -> tuple[Paragraph, ...]:
    """Paragraphs with the identities that ingest would give them, numbered from 1."""
    return tuple(Paragraph(paragraph_id(of, n, text), n, text, section) for n, text in enumerate(texts, start=1))


DIGEST = (
    "The council took four months too long over an education plan. It agreed to apologise and pay £300 for distress."
)


def decision(number: int | CaseReference = 1, *texts: str, **given: Any) -> Decision:
    """An upheld decision of Northmoor Council about a late education plan, known from a digest; £300 and an apology.

    ``texts`` are its paragraphs. Any field may be given by name.
    """
    own = number if isinstance(number, CaseReference) else reference(number)
    values: dict[str, Any] = {
        "reference": own,
        "body": NORTHMOOR,
        "category": "Education",
        "subcategory": "Special educational needs",
        "outcome": Outcome.UPHELD,
        "decided": date(2021, 6, 17),
        "url": f"https://ombudsman.example/decisions/{own.slug}",
        "basis": Basis.SUMMARY,
        "paragraphs": paragraphs(own, *(texts or (DIGEST,))),
        "findings": (finding(),),
        "remedies": (remedy(issue=LATE_PLAN), remedy(RemedyKind.APOLOGY, issue=LATE_PLAN)),
    }
    return Decision(**values | given)


def full_text(number: int | CaseReference = 1, **given: Any) -> Decision:
    """The full text of a decision: a summary, standing law, and two paragraphs of analysis that hold the remedy."""
    own = number if isinstance(number, CaseReference) else reference(number)
    texts = (
        "Summary: Miss X complained that her son’s plan was late. We found fault causing injustice.",
        "We investigate complaints about maladministration and service failure. We may suggest a remedy.",
        "The Council took 41 weeks to issue the plan. It should have taken 20 weeks. That was fault.",
        "The Council has agreed to apologise and to pay Miss X £300 to recognise the distress the delay caused.",
    )
    written = tuple(
        replace(paragraph, section=section, printed_number=number)
        for paragraph, section, number in zip(paragraphs(own, *texts), (1, 2, 3, 3), (None, 1, 2, 3), strict=True)
    )
    sections = (
        Section(1, "The Ombudsman’s final decision"),
        Section(2, "The Ombudsman’s role and powers", is_standing_text=True),
        Section(3, "Analysis"),
    )
    money, apology = remedy(issue=LATE_PLAN, paragraph=written[3].id), remedy(RemedyKind.APOLOGY, issue=LATE_PLAN)
    values: dict[str, Any] = {
        "basis": Basis.FULL_TEXT,
        "paragraphs": written,
        "sections": sections,
        "findings": (finding(paragraphs=(written[2].id,)),),
        "remedies": (money, replace(apology, paragraph=written[3].id)),
    }
    return decision(own, **values | given)


def passage(text: str = LATE_PLAN, of: CaseReference | None = None, **given: Any) -> Passage:
    """An issue passage of decision 21 000 001, without a heading."""
    own = of or reference()
    values: dict[str, Any] = {
        "id": f"{own.slug}/issue/{content_hash(text)}",
        "reference": own,
        "kind": PassageKind.ISSUE,
        "text": text,
        "heading": "",
        "issue": text,
    }
    return Passage(**values | given)


def hit(of: Passage | None = None, *, meaning: float = 0.6, keyword: float = 4.0, score: float = 0.8) -> Hit:
    """A passage that was found."""
    return Hit(of or passage(), meaning, keyword, score)


def case(of: Decision | None = None, **given: Any) -> Case:
    """A close case about the late plan; its key is "C1" unless ``evidence`` makes it one."""
    own = of or decision()
    values: dict[str, Any] = {
        "key": "C1",
        "decision": own,
        "hits": (),
        "score": 0.8,
        "relevance": Relevance.CLOSE,
        "why": "The same failing.",
        "issue": own.findings[0].issue if own.findings else None,
    }
    return Case(**values | given)


def evidence(*cases: Case | Decision, **given: Any) -> Evidence:
    """Evidence of these cases, best first, with the keys C1, C2 and so on."""
    made = [one if isinstance(one, Case) else case(one) for one in cases]
    keyed = tuple(replace(one, key=f"C{n}") for n, one in enumerate(made, start=1))
    values: dict[str, Any] = {"cases": keyed, "searched": 1403}
    return Evidence(**values | given)


def query(kind: QuestionKind = QuestionKind.TYPICAL_REMEDY, **given: Any) -> Query:
    """A question about the usual remedy for a late education plan."""
    topic = given.pop("topic", "late education plan")
    return Query(**{"question": f"what remedy is typical for a {topic}", "kind": kind, "topic": topic} | given)


def facts(**given: Any) -> CasebookFacts:
    """A casebook of 1,403 decisions, 2013 to 2026."""
    values: dict[str, Any] = {
        "decisions": 1403,
        "full_texts": 0,
        "newest": date(2026, 3, 2),
        "oldest": date(2013, 5, 1),
        "bodies": (EASTBECK, NORTHMOOR, SOUTHFELL),
        "subcategories": (("Education", "Special educational needs"),),
    }
    return CasebookFacts(**values | given)


def words_of(draft: Draft | Sequence[Statement], *roles: StatementRole) -> str:
    """What is said, without the quotations; only the statements with these roles where any is named."""
    statements = draft.statements if isinstance(draft, Draft) else draft
    return " ".join(one.text for one in statements if not roles or one.role in roles)


def file_in(casebook: Casebook, *decisions: Decision, encoder: WordCountEncoder | None = None) -> FilingReport:
    """File decisions as ingest would, with the stand-in encoder."""
    return file_decisions(casebook, encoder or WordCountEncoder(), decisions)


def filed(of: Decision, *passages: Passage) -> tuple[Filed, dict[str, NDArray[np.float32]]]:
    """A decision ready for ``Casebook.file`` with passages of the test's own, and their vectors."""
    texts = [one.encoded_text for one in passages]
    vectors = WordCountEncoder().encode_passages(texts) if texts else ()
    return Filed(of, passages), {content_hash(text): row for text, row in zip(texts, vectors, strict=True)}
