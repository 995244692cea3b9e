"""A stored decision, read for comparing: its sums from remedy rows and from its words, its dates, its sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from assistant.checking.attached import read_payments
from assistant.checking.judged import Passage
from assistant.claims import Claim, ClaimKind, find_claims
from assistant.domain import Decision, Paragraph, Payee, Purpose, Remedy, RemedyKind, RemedyStatus
from assistant.question.words import table_words
from assistant.text import format_money, normalise, split_sentences


@dataclass(frozen=True)
class HeldSum:
    """One sum that a decision names. ``is_row``: it is a remedy, a stated total or the total of the payments."""

    pence: int
    unit: str | None
    payees: tuple[Payee, ...]
    payee_words: tuple[str, ...]
    purposes: tuple[Purpose, ...]
    statuses: tuple[RemedyStatus, ...]
    passage: Passage | None
    is_row: bool = False
    is_total: bool = False
    is_given: bool = False


@dataclass(frozen=True)
class HeldText:
    """A paragraph, or words that are none (a remedy's detail, an issue): then ``paragraph`` is None."""

    text: str
    claims: tuple[Claim, ...]
    paragraph: Paragraph | None
    number: int | None = None


@dataclass
class HeldDecision:
    """A decision with everything that a text may be compared with, each part read when it is first asked for."""

    decision: Decision

    @cached_property
    def texts(self) -> tuple[HeldText, ...]:
        """All its paragraphs, then the words of its remedies and issues."""
        read = [
            HeldText(paragraph.text, find_claims(paragraph.text), paragraph, self._numbers.get(paragraph.id))
            for paragraph in self.decision.paragraphs
        ]
        beside = [remedy.detail for remedy in self.decision.remedies if remedy.detail]
        beside += [finding.issue for finding in self.decision.findings] + list(self.decision.injustice)
        return (*read, *(HeldText(words, find_claims(words), None) for words in dict.fromkeys(beside)))

    @cached_property
    def _numbers(self) -> dict[str, int]:
        """The printed number of each paragraph by its id; a list's item has that of the paragraph before it."""
        numbers: dict[str, int] = {}
        number: int | None = None
        for paragraph in self.decision.paragraphs:
            number = paragraph.printed_number if paragraph.printed_number is not None else number
            if number is not None:
                numbers[paragraph.id] = number
        return numbers

    def claims(self, kind: ClaimKind) -> Iterator[tuple[HeldText, Claim]]:
        """Every claim of this kind in its words, in order."""
        for text in self.texts:
            for claim in text.claims:
                if claim.kind is kind:
                    yield text, claim

    @cached_property
    def sums(self) -> tuple[HeldSum, ...]:
        """Every sum it names: remedy rows first, then totals, then what its words say."""
        return (*self.rows, *self._totals(), *self._told_sums())

    @cached_property
    def money(self) -> tuple[Remedy, ...]:
        """Its payments and refunds that are remedies: not what was claimed or refused."""
        return tuple(remedy for remedy in self.decision.remedies if remedy.is_money and remedy.is_remedy)

    def has_unstated_sum(self, *, refunds: bool = True) -> bool:
        """True where a payment is known whose sum is not, or the parts known do not make up the stated total.

        ``refunds``: whether an unknown refund counts as one; for what is called a payment it does not.
        """
        unstated = any(
            remedy.amount_pence is None and remedy.rate_pence is None
            for remedy in self.money
            if not remedy.per and (refunds or remedy.kind is RemedyKind.PAYMENT)
        )
        total = self.decision.stated_total_pence
        parts = sum(remedy.amount_pence or 0 for remedy in self.money)
        return unstated or (total is not None and parts != total)

    @property
    def has_unstated_rate(self) -> bool:
        """True where something is paid by the month or week and the rate is not known."""
        return any(remedy.per and remedy.rate_pence is None and remedy.amount_pence is None for remedy in self.money)

    def passage(self, paragraph: Paragraph | None, start: int, end: int) -> Passage | None:
        """The sentence of a paragraph around these places, as a passage; None without a paragraph."""
        if paragraph is None:
            return None
        position = 0
        for sentence in split_sentences(paragraph.text):
            begins = paragraph.text.index(sentence, position)
            position = begins + len(sentence)
            if start < position:
                return self.exact(paragraph, begins, max(position, min(end, len(paragraph.text))))
        return self.exact(paragraph, start, end)

    def exact(self, paragraph: Paragraph, start: int, end: int) -> Passage:
        """These very characters of a paragraph as a passage."""
        decision = self.decision
        return Passage(
            decision.reference,
            paragraph.id,
            paragraph.text[start:end],
            start,
            printed_number=self.number_of(paragraph),
            is_digest=not decision.is_full_text,
            url=decision.url,
        )

    def number_of(self, paragraph: Paragraph) -> int | None:
        """The printed number of a paragraph; a list's item has that of the paragraph it belongs to."""
        return self._numbers.get(paragraph.id)

    @cached_property
    def words(self) -> str:
        """All its words in normal form and small letters, for looking whether one occurs."""
        return normalise(" ".join(text.text for text in self.texts)).lower()

    # ------------------------------------------------------------------ sums

    @cached_property
    def rows(self) -> tuple[HeldSum, ...]:
        """The sums of its remedy rows, in order; what was claimed and refused is among them."""
        return tuple(self._read_rows())

    def _read_rows(self) -> Iterator[HeldSum]:
        for remedy in self.decision.remedies:
            for pence, unit in ((remedy.amount_pence, None), (remedy.rate_pence, remedy.per)):
                if pence is None:
                    continue
                yield HeldSum(
                    pence,
                    "person" if unit is None and remedy.per == "person" else unit,
                    () if remedy.payee is Payee.NOT_STATED else (remedy.payee,),
                    (),
                    _purposes_of(remedy),
                    () if remedy.status is RemedyStatus.NOT_STATED else (remedy.status,),
                    self._passage_of(remedy, pence),
                    is_row=True,
                    is_given=remedy.is_remedy,
                )

    def _passage_of(self, remedy: Remedy, pence: int) -> Passage | None:
        paragraph = self.decision.paragraph(remedy.paragraph) if remedy.paragraph else None
        if paragraph is None:
            return None
        for text in self.texts:
            if text.paragraph is paragraph:
                for claim in text.claims:
                    if pence in claim.sums:
                        return self.passage(paragraph, claim.start, claim.end)
        return self.passage(paragraph, 0, 1)

    def _totals(self) -> Iterator[HeldSum]:
        total = self.decision.stated_total_pence
        if total is not None:
            yield HeldSum(total, None, (), (), (), (), None, is_row=True, is_total=True, is_given=True)
        parts = [remedy.amount_pence for remedy in self.money if remedy.amount_pence is not None]
        if len(parts) > 1 and not self.has_unstated_sum() and total is None:
            yield HeldSum(sum(parts), None, (), (), (), (), None, is_row=True, is_total=True, is_given=True)

    def _told_sums(self) -> Iterator[HeldSum]:
        for text in self.texts:
            for told in read_payments(text.text, text.claims):
                payee, status = told.payee, told.status
                for pence in told.amount.sums:
                    yield HeldSum(
                        pence,
                        told.amount.unit,
                        (payee.value,) if payee and isinstance(payee.value, Payee) else (),
                        (payee.words,) if payee else (),
                        tuple(one.value for one in told.purposes if isinstance(one.value, Purpose)),
                        (status.value,) if status and isinstance(status.value, RemedyStatus) else (),
                        self.passage(text.paragraph, told.amount.start, told.amount.end),
                        is_total=told.amount.is_total,
                        is_given=told.is_given and not told.amount.is_negated,
                    )

    def describe_sums(self) -> str:
        """The sums of its remedies, for a reader: "£150 (complainant), £200 (child)"; "no sum" without any."""
        said = []
        for held in self.rows:
            if not held.is_given:
                continue
            rate = f" a {held.unit}" if held.unit and held.unit != "person" else " each" if held.unit else ""
            whose = f" ({', '.join(payee.value for payee in held.payees)})" if held.payees else ""
            said.append(f"{format_money(held.pence)}{rate}{whose}")
        return ", ".join(dict.fromkeys(said)) or "no sum"


_WORD = re.compile(r"[a-z]{4,}")
_COMMON = frozenset(
    word[:6]
    for word in table_words(
        "council from that with this were which when what have been they ombudsman about their days weeks months years "
        "because should would could also took more than"
    )
)


def telling_words(text: str) -> frozenset[str]:
    """The words of a text that tell what it is about, cut to six letters so that forms of a word are one."""
    return frozenset(word[:6] for word in _WORD.findall(text.lower())) - _COMMON


def _purposes_of(remedy: Remedy) -> tuple[Purpose, ...]:
    """The purpose of a row and those that its detail names."""
    found: list[Purpose] = [] if remedy.purpose is Purpose.NOT_STATED else [remedy.purpose]
    for claim in find_claims(remedy.detail or ""):
        if claim.kind is ClaimKind.PURPOSE and isinstance(claim.value, Purpose):
            found.append(claim.value)
    return tuple(dict.fromkeys(found))
