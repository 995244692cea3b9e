"""The nouns of the Ombudsman's world and of Redress, in the order of the data.

From a reference on a page to the answer that cites it. Everything is frozen, holds
tuples, and needs nothing but the standard library. Money is in whole pence.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Self

from assistant.errors import InvalidReference

# --------------------------------------------------------------------------- reference

# ASCII only: \d and IGNORECASE would admit digits and letters of other scripts as further identities.
_REFERENCE = re.compile(r"^\s*([0-9]{2})[\s\-]?([0-9]{3})[\s\-]?([0-9]{3})[\s\-]?([a-zA-Z])?\s*$")


@dataclass(frozen=True, order=True)
class CaseReference:
    """The Ombudsman's number for one decision, e.g. ``19 018 981`` or ``16 010 636c``.

    Eight digits in groups of 2, 3 and 3, and for joint cases a lower-case letter that
    names the body. The letter is part of the identity: the pages of one joint case have
    different outcomes. Compared exactly, never by likeness.
    """

    value: str

    def __post_init__(self) -> None:
        """Refuse anything that is not in the normal form, so that equality means identity."""
        match = _REFERENCE.match(self.value)
        if match is None or self.value != self._join(match):
            raise InvalidReference(
                f"{self.value!r} is not a case reference in its normal form; expected e.g. '19 018 981'."
            )

    @staticmethod
    def _join(match: re.Match[str]) -> str:
        first, second, third, letter = match.groups()
        return f"{first} {second} {third}{(letter or '').lower()}"

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read ``19018981``, ``19-018-981``, ``16-010-636C``; raise InvalidReference for anything else."""
        match = _REFERENCE.match(text.replace("\u00a0", " ").replace("\u2011", "-").replace("\u2013", "-"))
        if match is None:
            raise InvalidReference(f"{text!r} is not a case reference; expected eight digits such as '19 018 981'.")
        return cls(cls._join(match))

    @property
    def slug(self) -> str:
        """The form used in addresses and identifiers: ``19-018-981``."""
        return self.value.replace(" ", "-")

    def __str__(self) -> str:
        """The printed form, ``19 018 981``."""
        return self.value


# --------------------------------------------------------------------------- closed lists


class Outcome(StrEnum):
    """What the Ombudsman prints as "Decision"."""

    UPHELD = "Upheld"
    NOT_UPHELD = "Not upheld"
    CLOSED = "Closed after initial enquiries"
    DISCONTINUED = "Discontinued"


class Basis(StrEnum):
    """From what we know a decision. Only ``FULL_TEXT`` holds the Ombudsman's own sentences."""

    FULL_TEXT = "full text"
    SUMMARY = "summary"
    ROUND_UP = "round-up"


class DocumentKind(StrEnum):
    """The kind of document the Ombudsman published."""

    STATEMENT = "Statement"
    REPORT = "Report"
    EARLY_RESOLUTION = "early resolution"


class FindingResult(StrEnum):
    """What was found on one issue. Digests rarely say: ``NOT_STATED``."""

    FAULT = "fault"
    NO_FAULT = "no fault"
    NO_FINDING = "no finding"
    NOT_INVESTIGATED = "not investigated"
    NOT_STATED = "not stated"


class RemedyKind(StrEnum):
    """What a body does to put things right."""

    PAYMENT = "payment"
    REFUND = "refund or write-off"
    APOLOGY = "apology"
    BACKDATED_PROVISION = "backdated provision"
    REASSESSMENT = "reassessment or review"
    SERVICE_IMPROVEMENT = "service improvement"
    OTHER_ACTION = "other action"


class RemedyStatus(StrEnum):
    """How far a remedy has come. Only some of these are a figure to argue from."""

    CLAIMED = "claimed"
    OFFERED = "offered by the council"
    ALREADY_PAID = "already paid"
    ALREADY_DONE = "already done"
    RECOMMENDED = "recommended"
    AGREED = "agreed"
    REFUSED = "refused"
    NOT_STATED = "not stated"


class Payee(StrEnum):
    """Who receives a payment."""

    COMPLAINANT = "complainant"
    CHILD = "child"
    SERVICE_USER = "service user"
    FAMILY_MEMBER = "family member"
    SEVERAL = "several"
    NOT_STATED = "not stated"


class Purpose(StrEnum):
    """What a payment recognises."""

    DISTRESS = "distress"
    TIME_AND_TROUBLE = "time and trouble"
    LOSS_OF_PROVISION = "loss of provision"
    DELAY = "delay"
    FINANCIAL_LOSS = "financial loss"
    RISK_OF_HARM = "risk of harm"
    MIXED = "mixed"
    NOT_STATED = "not stated"


class PassageKind(StrEnum):
    """What part of a decision a passage is."""

    ISSUE = "issue"
    DIGEST = "digest"
    SUMMARY = "summary"
    PARAGRAPH = "paragraph"


# --------------------------------------------------------------------------- a decision


@dataclass(frozen=True)
class Section:
    """A headed part of a decision. ``is_standing_text`` marks role and powers, law, and method."""

    ordinal: int
    heading: str
    is_standing_text: bool = False


@dataclass(frozen=True)
class Paragraph:
    """One paragraph, list item or, for a digest, our whole digest: exactly as captured.

    ``id`` is ours: reference, ordinal and a hash of the text. ``printed_number`` is kept only
    where the page really has it (flat captures restart their numbers after each list).
    """

    id: str
    ordinal: int
    text: str
    section: int = 0
    printed_number: int | None = None


@dataclass(frozen=True)
class Finding:
    """One issue of a decision and what was found on it.

    ``injustice`` is None where the text does not say. ``paragraphs`` are the ids that say so.
    """

    issue: str
    result: FindingResult = FindingResult.NOT_STATED
    injustice: bool | None = None
    paragraphs: tuple[str, ...] = ()


@dataclass(frozen=True)
class Remedy:
    """One thing done or to be done, bound to the issue it answers where the text allows.

    ``amount_pence`` is None for a payment whose sum is not stated and for all that is not money.
    ``rate_pence`` with ``per`` ("month", "term", "person") is a rate, never a total. ``issue`` is None
    where the remedy answers the whole decision.
    """

    kind: RemedyKind
    amount_pence: int | None = None
    rate_pence: int | None = None
    per: str | None = None
    payee: Payee = Payee.NOT_STATED
    purpose: Purpose = Purpose.NOT_STATED
    status: RemedyStatus = RemedyStatus.NOT_STATED
    issue: str | None = None
    detail: str | None = None
    deadline: str | None = None
    paragraph: str | None = None

    @property
    def is_money(self) -> bool:
        """True for payments and refunds, whether or not their sum is known."""
        return self.kind in (RemedyKind.PAYMENT, RemedyKind.REFUND)

    @property
    def is_remedy(self) -> bool:
        """False for what a complainant claimed and for what a body refused."""
        return self.status not in (RemedyStatus.CLAIMED, RemedyStatus.REFUSED)


@dataclass(frozen=True)
class Unread:
    """A place in a page that was not understood, and why: shown, never dropped in silence."""

    place: str
    text: str
    reason: str


@dataclass(frozen=True)
class Decision:
    """One published decision, as far as we know it.

    ``basis`` says from what: where it is not FULL_TEXT, ``paragraphs`` holds our digest of what was
    published, and no sentence in it is the Ombudsman's. ``stated_total_pence`` is a total that the page
    states; it is the sum of parts and is never counted beside them.
    """

    reference: CaseReference
    body: str | None
    category: str | None
    subcategory: str | None
    outcome: Outcome | None
    decided: date | None
    url: str | None
    basis: Basis
    paragraphs: tuple[Paragraph, ...]
    outcome_inferred: bool = False
    url_derived: bool = False
    document: DocumentKind = DocumentKind.STATEMENT
    sections: tuple[Section, ...] = ()
    findings: tuple[Finding, ...] = ()
    remedies: tuple[Remedy, ...] = ()
    injustice: tuple[str, ...] = ()
    stated_total_pence: int | None = None
    source: str | None = None
    note: str | None = None
    unread: tuple[Unread, ...] = ()

    @property
    def is_full_text(self) -> bool:
        """True where the paragraphs are the Ombudsman's own words."""
        return self.basis is Basis.FULL_TEXT

    def paragraph(self, paragraph_id: str) -> Paragraph | None:
        """The paragraph with this id, or None."""
        return next((paragraph for paragraph in self.paragraphs if paragraph.id == paragraph_id), None)


@dataclass(frozen=True)
class NewsItem:
    """An article about a decision: a pointer to read, never counted and never joined to a decision."""

    id: str
    title: str
    standfirst: str
    source: str
    published: date | None
    bodies: tuple[str, ...] = ()


@dataclass(frozen=True)
class Passage:
    """What is searched: one issue, a digest, a summary or a paragraph, with its decision's header.

    ``text`` is searched and (for paragraphs and digests) is byte for byte the paragraph; ``heading`` is put
    before it when it is encoded, because uniform texts are found in the wrong decision without it.
    """

    id: str
    reference: CaseReference
    kind: PassageKind
    text: str
    heading: str
    paragraph: str | None = None
    issue: str | None = None

    @property
    def encoded_text(self) -> str:
        """The text that the encoder and the keyword index see."""
        return f"{self.heading}. {self.text}" if self.heading else self.text


# --------------------------------------------------------------------------- a question


class QuestionKind(StrEnum):
    """What the asker wants to know; decides the shape of the answer."""

    TYPICAL_REMEDY = "typical remedy"
    IS_IT_FAULT = "is it fault"
    HOW_TREATED = "how is it treated"
    BODY_HISTORY = "body history"
    LIST_CASES = "list of cases"
    SINGLE_CASE = "single case"
    MEANING = "meaning of a term"
    OUT_OF_SCOPE = "out of scope"
    UNCLEAR = "unclear"


class AnswerStatus(StrEnum):
    """How an answer ended. Each has its own wording."""

    FOUND = "found"
    FEW = "few"
    ONE = "one"
    NONE = "none"
    OUT_OF_SCOPE = "out_of_scope"
    UNCLEAR = "unclear"
    PERSONAL_DATA = "personal_data"
    BLOCKED = "blocked"
    ERROR = "error"


@dataclass(frozen=True)
class Turn:
    """One earlier message of a conversation; ``role`` is "user" or "assistant"."""

    role: str
    content: str


@dataclass(frozen=True)
class Filters:
    """Which decisions may answer. An empty tuple or None means "any"; all given ones must hold.

    Dates are inclusive. A decision without a date passes no date filter; one without a body passes no
    body filter. ``payees`` and amounts speak of remedy rows.
    """

    bodies: tuple[str, ...] = ()
    bodies_not: tuple[str, ...] = ()
    categories: tuple[str, ...] = ()
    subcategories: tuple[str, ...] = ()
    outcomes: tuple[Outcome, ...] = ()
    date_from: date | None = None
    date_to: date | None = None
    amount_min_pence: int | None = None
    amount_max_pence: int | None = None
    remedy_kinds: tuple[RemedyKind, ...] = ()
    payees: tuple[Payee, ...] = ()
    bases: tuple[Basis, ...] = ()
    references: tuple[CaseReference, ...] = ()

    @property
    def is_empty(self) -> bool:
        """True where every decision may answer."""
        return self == Filters()


@dataclass(frozen=True)
class Decline:
    """Why a question is not answered from the casebook, and the right door for it.

    ``reason`` names an entry of the wording table in ``composing`` (e.g. "housing_ombudsman").
    """

    status: AnswerStatus
    reason: str


@dataclass(frozen=True)
class Query:
    """A question as it was understood.

    ``topic`` is what remains to be searched, in the asker's words; ``expansions`` are the field's own terms for
    it, added for search only. ``favoured_subcategories`` are subcategories the words point to: they lift a case
    in the order, they exclude none. ``assumed`` tells in plain words what was read into the question.
    ``redacted_question`` is set where personal data was found.
    """

    question: str
    kind: QuestionKind
    topic: str
    filters: Filters = Filters()
    expansions: tuple[str, ...] = ()
    favoured_subcategories: tuple[tuple[str, str], ...] = ()
    references: tuple[CaseReference, ...] = ()
    assumed: tuple[str, ...] = ()
    decline: Decline | None = None
    redacted_question: str | None = None
    is_risk_to_safety: bool = False


# --------------------------------------------------------------------------- evidence


class Relevance(StrEnum):
    """How near a case is to the question, in words a reader can use."""

    CLOSE = "close"
    PARTLY = "partly"
    BACKGROUND = "background"


@dataclass(frozen=True)
class Hit:
    """A passage that was found, with its scores: meaning (cosine), keyword (BM25) and fused (0 to about 1)."""

    passage: Passage
    meaning: float
    keyword: float
    score: float


@dataclass(frozen=True)
class Case:
    """One decision in the evidence, best hit first.

    ``key`` ("C1", "C2", …) is made for this answer and is the only name by which a writer may cite it.
    ``issue`` is the issue of the decision that the question is about, or None for the whole decision.
    """

    key: str
    decision: Decision
    hits: tuple[Hit, ...]
    score: float
    relevance: Relevance
    why: str
    issue: str | None = None

    @property
    def remedies(self) -> tuple[Remedy, ...]:
        """The remedies that answer the issue the question is about, in order.

        Those bound to another issue are left out, those bound to none answer the whole decision and stay; what was
        claimed or refused is no remedy.
        """
        return tuple(
            remedy
            for remedy in self.decision.remedies
            if remedy.is_remedy and (self.issue is None or remedy.issue is None or remedy.issue == self.issue)
        )

    @property
    def other_remedies(self) -> tuple[Remedy, ...]:
        """The remedies of the same decision that answer other issues, and are not counted."""
        held = self.remedies
        return tuple(remedy for remedy in self.decision.remedies if remedy.is_remedy and remedy not in held)


@dataclass(frozen=True)
class Evidence:
    """What an answer may rest on, best case first.

    ``searched`` decisions passed the filters. ``not_held`` were asked for by reference and are not in the
    casebook; ``near`` are held decisions whose numbers look like those, and are different cases. ``damaged`` were
    found and left out, because what is stored is not what was ingested.
    """

    cases: tuple[Case, ...] = ()
    searched: int = 0
    not_held: tuple[CaseReference, ...] = ()
    near: tuple[Decision, ...] = ()
    news: tuple[NewsItem, ...] = ()
    damaged: tuple[CaseReference, ...] = ()

    def case(self, key: str) -> Case | None:
        """The case with this key, or None."""
        return next((case for case in self.cases if case.key == key), None)


# --------------------------------------------------------------------------- adding up


@dataclass(frozen=True)
class PaymentRow:
    """One payment that answers the question, with the case it comes from."""

    case_key: str
    reference: CaseReference
    remedy: Remedy
    year: int | None


def symbolic_sums(payments: Iterable[PaymentRow]) -> tuple[int, ...]:
    """The sums, in pence, that may stand in one range: payments; not rates, and not refunds of a counted loss."""
    return tuple(
        row.remedy.amount_pence
        for row in payments
        if row.remedy.kind is RemedyKind.PAYMENT and row.remedy.amount_pence is not None and row.remedy.per is None
    )


@dataclass(frozen=True)
class OtherRemedy:
    """A kind of remedy that is not money, and the decisions that have it."""

    kind: RemedyKind
    references: tuple[CaseReference, ...]

    @property
    def count(self) -> int:
        """In how many decisions it occurs."""
        return len(self.references)


@dataclass(frozen=True)
class RemedySummary:
    """Remedies added up over the comparable cases, computed from remedy rows and nothing else.

    ``lowest``, ``median`` and ``highest`` are in pence, over ``payments`` that are sums (not rates); the median
    is None under five sums. ``unstated`` have a payment whose sum is not stated. ``unpaid`` are comparable and have
    no payment: closed, not upheld, or fault without payment.
    """

    decisions: int = 0
    payments: tuple[PaymentRow, ...] = ()
    lowest_pence: int | None = None
    median_pence: int | None = None
    highest_pence: int | None = None
    others: tuple[OtherRemedy, ...] = ()
    unstated: tuple[CaseReference, ...] = ()
    unpaid: tuple[CaseReference, ...] = ()

    @property
    def sums(self) -> tuple[int, ...]:
        """The sums that the range and the median are over, in pence."""
        return symbolic_sums(self.payments)


# --------------------------------------------------------------------------- an answer


@dataclass(frozen=True)
class Citation:
    """A place in a stored text. ``quote`` is an exact substring of the paragraph; ``start`` its offset there."""

    reference: CaseReference
    paragraph: str
    quote: str
    start: int = 0


class StatementRole(StrEnum):
    """The part a statement plays in an answer; decides where it is shown."""

    HEADLINE = "headline"
    FIGURES = "figures"
    CLOSEST = "closest"
    CONTRAST = "contrast"
    OTHER_REMEDIES = "other remedies"
    CONFIDENCE = "confidence"
    CAVEAT = "caveat"
    SIGNPOST = "signpost"


@dataclass(frozen=True)
class Statement:
    """One thing an answer says, and the places it rests on.

    A statement with no citations may hold no £ sum, no reference and no name of a body; counts in it must be
    those of the evidence or the casebook.
    """

    role: StatementRole
    text: str
    citations: tuple[Citation, ...] = ()


@dataclass(frozen=True)
class Draft:
    """What a writer (template or model) wants to say, before it is checked."""

    status: AnswerStatus
    statements: tuple[Statement, ...] = ()


@dataclass(frozen=True)
class FailedCheck:
    """One check that a statement did not pass: what was looked for and was not there."""

    statement: str
    check: str
    found: str


@dataclass(frozen=True)
class CitationReport:
    """What the checker found. ``withheld`` statements are not shown; their failures say why."""

    quotes: int = 0
    figures: int = 0
    references: int = 0
    counts: int = 0
    dates: int = 0
    failures: tuple[FailedCheck, ...] = ()
    withheld: tuple[str, ...] = ()


@dataclass(frozen=True)
class CasebookFacts:
    """What is in the casebook, for understanding a question and for saying how sure an answer is.

    ``bodies`` and ``subcategories`` are sorted; ``subcategories`` are (category, subcategory) pairs.
    """

    decisions: int = 0
    full_texts: int = 0
    newest: date | None = None
    oldest: date | None = None
    bodies: tuple[str, ...] = ()
    subcategories: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Answer:
    """What the chat shows, the terminal prints and a batch writes."""

    status: AnswerStatus
    query: Query
    statements: tuple[Statement, ...]
    evidence: Evidence
    summary: RemedySummary
    report: CitationReport
    casebook: CasebookFacts
    seconds: float
    versions: Mapping[str, str] = field(default_factory=dict)
