"""Seed and number → decisions of the synthetic record, each a full text with its findings, remedies and sections."""

from __future__ import annotations

import random
from bisect import bisect
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import accumulate
from typing import TypeVar

from assistant.domain import (
    Basis,
    CaseReference,
    Decision,
    Finding,
    FindingResult,
    Outcome,
    Paragraph,
    Payee,
    Purpose,
    Remedy,
    RemedyKind,
    RemedyStatus,
    Section,
)
from assistant.text import format_money, paragraph_id
from benchmarks.record import words

BODIES = 350
_FIRST_DAY, _LAST_DAY = date(2016, 1, 4), date(2026, 9, 30)
_T = TypeVar("_T")


def make_decisions(count: int, *, seed: int = 6) -> Iterator[Decision]:
    """So many decisions, one after the other; the same seed gives the same ones, and fewer are the first of more."""
    bodies = body_names(seed)
    for number in range(count):
        yield make_decision(number, bodies, seed=seed)


def body_names(seed: int) -> tuple[str, ...]:
    """The made-up bodies, in the order of how much is complained about them."""
    chance = random.Random(f"bodies {seed}")  # noqa: S311 -- names that differ, not secrets
    names: dict[str, None] = {}
    while len(names) < BODIES:
        names[f"{_place(chance)} {chance.choice(words.SORTS_OF_BODY)}"] = None
    return tuple(names)


def make_decision(number: int, bodies: Sequence[str], *, seed: int) -> Decision:
    """The decision with this number: some fifteen paragraphs worth searching, fewer where it was closed early."""
    chance = random.Random(f"{seed} {number}")  # noqa: S311
    # A few large bodies have many decisions and most have few, as 1/rank.
    body = _among(chance, bodies, [1 / (rank + 8) for rank in range(len(bodies))])
    category, subcategory, _, matters = _among(chance, words.DRAWERS, [one[2] for one in words.DRAWERS])
    outcome = _among(chance, [one for one, _ in words.OUTCOMES], [share for _, share in words.OUTCOMES])
    decided = _FIRST_DAY + timedelta(days=chance.randrange((_LAST_DAY - _FIRST_DAY).days))
    reference = CaseReference(f"{decided.year % 100:02d} {number // 1000:03d} {number % 1000:03d}")
    return _Writer(chance, reference, matters).write(body, category, subcategory, outcome, decided)


def _place(chance: random.Random) -> str:
    return chance.choice(words.BEGINNINGS) + chance.choice(words.ENDINGS)


def _among(chance: random.Random, values: Sequence[_T], weights: Sequence[float]) -> _T:
    sums = list(accumulate(weights))
    return values[min(bisect(sums, chance.random() * sums[-1]), len(values) - 1)]


class _Writer:
    """Writes one decision; its parts speak of the same two matters and the same person."""

    def __init__(self, chance: random.Random, reference: CaseReference, matters: Sequence[str]) -> None:
        self._chance = chance
        self._reference = reference
        self._matter, self._detail = chance.sample(matters, 2)
        self._who = chance.choice(words.PEOPLE)
        self._sections: list[Section] = []
        self._paragraphs: list[Paragraph] = []

    def write(self, body: str, category: str, subcategory: str, outcome: Outcome, decided: date) -> Decision:
        is_closed = outcome in (Outcome.CLOSED, Outcome.DISCONTINUED)
        chance = self._chance
        summary = {Outcome.UPHELD: words.UPHELD_SUMMARY, Outcome.NOT_UPHELD: words.NOT_UPHELD_SUMMARY}
        self._section("Summary", ["Summary: " + summary.get(outcome, words.CLOSED_SUMMARY)])
        self._section(
            "The complaint",
            ["{who} complains about delay in the {matter}.", "{who} says that the {detail} was lost at {place}."],
        )
        self._section("The Ombudsman's role and powers", chance.sample(words.STANDING, 4), is_standing=True)
        self._section("How I considered this complaint", words.METHOD, is_standing=True)
        told = chance.sample(words.STORY, 4) if is_closed else self._story()
        self._section("What I found" if not is_closed else "My assessment", [*chance.sample(words.LAW, 1), *told])
        findings = () if is_closed else self._findings(outcome)
        remedies = self._remedies(findings) if outcome is Outcome.UPHELD else ()
        ending = "I have found fault, which caused injustice." if remedies else "I have ended my consideration of this."
        self._section("Final decision", [ending])
        return Decision(
            reference=self._reference,
            body=body,
            category=category,
            subcategory=subcategory,
            outcome=outcome,
            decided=decided,
            url=None,
            basis=Basis.FULL_TEXT,
            paragraphs=tuple(self._paragraphs),
            sections=tuple(self._sections),
            findings=findings,
            remedies=remedies,
        )

    def _story(self) -> list[str]:
        chance = self._chance
        return [chance.choice(words.STORY) for _ in range(chance.randrange(5, 18))]

    def _findings(self, outcome: Outcome) -> tuple[Finding, ...]:
        chance = self._chance
        found: list[Finding] = []
        self._section("Analysis", [])
        for issue in chance.sample(words.ISSUES, chance.randrange(1, 4)):
            is_fault = outcome is Outcome.UPHELD and (not found or chance.random() < 0.6)
            said = self._paragraph(chance.choice(words.FAULTS if is_fault else words.NO_FAULTS))
            result = FindingResult.FAULT if is_fault else FindingResult.NO_FAULT
            found.append(Finding(self._say(issue), result, is_fault or None, (said.id,)))
            self._paragraph(chance.choice(words.WEIGHED))
        return tuple({finding.issue: finding for finding in found}.values())

    def _remedies(self, findings: Sequence[Finding]) -> tuple[Remedy, ...]:
        chance, who = self._chance, self._who
        self._section("Agreed action", ["Within one month of this decision the Council has agreed to:"])
        issue = findings[0].issue
        actions: list[tuple[RemedyKind, int | None, Payee, Purpose, str]] = [
            (RemedyKind.APOLOGY, None, Payee.NOT_STATED, Purpose.NOT_STATED, f"apologise to {who} in writing;")
        ]
        for share, purpose, why in (
            (0.62, Purpose.DISTRESS, "to recognise the distress"),
            (0.3, Purpose.TIME_AND_TROUBLE, "for the time and trouble"),
        ):
            if chance.random() < share:
                pence = round(chance.lognormvariate(5.6, 0.8) / 50 + 1) * 5000
                payee = chance.choice((Payee.COMPLAINANT, Payee.COMPLAINANT, Payee.CHILD))
                actions.append((RemedyKind.PAYMENT, pence, payee, purpose, f"pay {who} {format_money(pence)} {why};"))
        if chance.random() < 0.12:
            pence = chance.randrange(20, 4000) * 100
            said = f"refund {format_money(pence)} of the charges;"
            actions.append((RemedyKind.REFUND, pence, Payee.COMPLAINANT, Purpose.FINANCIAL_LOSS, said))
        if chance.random() < 0.2:
            said = "look again at the {matter};"
            actions.append((RemedyKind.REASSESSMENT, None, Payee.NOT_STATED, Purpose.NOT_STATED, said))
        if chance.random() < 0.5:
            said = "remind its staff of how long a {matter} may take."
            actions.append((RemedyKind.SERVICE_IMPROVEMENT, None, Payee.NOT_STATED, Purpose.NOT_STATED, said))
        made = []
        for kind, amount, payee, purpose, said in actions:
            stated = self._paragraph(said)
            made.append(
                Remedy(
                    kind,
                    amount_pence=amount,
                    payee=payee,
                    purpose=purpose,
                    status=RemedyStatus.AGREED,
                    issue=issue,
                    detail=stated.text,
                    paragraph=stated.id,
                )
            )
        return tuple(made)

    def _section(self, heading: str, texts: Sequence[str], *, is_standing: bool = False) -> None:
        self._sections.append(Section(len(self._sections) + 1, heading, is_standing))
        for text in texts:
            self._paragraph(text)

    def _paragraph(self, text: str) -> Paragraph:
        ordinal, said = len(self._paragraphs) + 1, self._say(text)
        made = Paragraph(
            paragraph_id(self._reference, ordinal, said), ordinal, said, self._sections[-1].ordinal, ordinal
        )
        self._paragraphs.append(made)
        return made

    def _say(self, text: str) -> str:
        if "{" not in text:
            return text
        chance = self._chance
        return text.format(
            who=self._who,
            matter=self._matter,
            detail=self._detail,
            place=_place(chance) + " " + chance.choice(("Road", "Court", "House", "Lane", "Centre")),
            day=chance.randrange(1, 29),
            month=chance.choice(words.MONTHS),
            year=chance.randrange(2015, 2026),
            n=chance.randrange(2, 19),
            sum=f"{chance.randrange(2, 40) * 50:,}",
        )
