"""A published decision: its reference, what it found and what was agreed; and the passages it is searched by."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Self

from assistant.errors import InvalidReference

# ASCII only: \d and IGNORECASE would admit digits and letters of other scripts as further identities.
_REFERENCE = re.compile(r"^\s*([0-9]{2})[\s\-]?([0-9]{3})[\s\-]?([0-9]{3})[\s\-]?([a-zA-Z])?\s*$")
# What ``parse`` makes. Thousands are made for a question, most of them from the casebook's rows.
_NORMAL_FORM = re.compile(r"[0-9]{2} [0-9]{3} [0-9]{3}[a-z]?")


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
        if _NORMAL_FORM.fullmatch(self.value) is None:
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
    EARLY_RESOLUTION = "early resolution"  # read by value from digests


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


class FlagKind(StrEnum):
    """Why a text is taken for planted: put there to be read by a machine, or to be taken for what it is not."""

    INSTRUCTION = "an instruction to whatever reads it"
    FAKE_NOTE = "a note that is no part of a decision"
    HIDDEN = "text that a reader of the page does not see"
    INVISIBLE = "invisible or direction-changing characters"
    LOOKALIKE = "characters that look like other ones"
    ENCODED = "encoded text"
    MARKUP = "markup inside the text"
    INTRODUCED = "what flagged text leads in to"


# --------------------------------------------------------------------------- the decision


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
class Flag:
    """A text that was found planted when a decision was read: shown to whoever looks, never followed, never counted.

    ``paragraph`` is the id of the paragraph that it spoils; None for what is no paragraph (hidden text, a header).
    """

    kind: FlagKind
    place: str
    text: str
    paragraph: str | None = None


@dataclass(frozen=True)
class Decision:
    """One published decision, as far as we know it.

    ``basis`` says from what: where it is not FULL_TEXT, ``paragraphs`` holds our digest of what was
    published, and no sentence in it is the Ombudsman's. ``stated_total_pence`` is a total that the page
    states; it is the sum of parts and is never counted beside them. ``flags`` are the texts taken for planted: their
    paragraphs are kept to be looked at, and have no remedy, no finding and no passage.
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
    # Out of the printed form, so that a decision without flags has the hash under which casebooks hold it already.
    flags: tuple[Flag, ...] = field(default=(), repr=False)

    @property
    def flagged_paragraphs(self) -> frozenset[str]:
        """The ids of the paragraphs that hold planted text."""
        return frozenset(flag.paragraph for flag in self.flags if flag.paragraph is not None)

    @property
    def trusted_paragraphs(self) -> tuple[Paragraph, ...]:
        """The paragraphs that may be searched, counted and quoted: all but the flagged ones, in order."""
        flagged = self.flagged_paragraphs
        return tuple(paragraph for paragraph in self.paragraphs if paragraph.id not in flagged)

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
