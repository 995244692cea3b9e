"""A claim about one decision to the reason why it does not hold; "" where its record or a cited passage bears it out.

The record is the decision's own fields, findings and remedy rows; the passages are the cited sentences. A claim that
the record contradicts fails even where words in a passage would fit it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from assistant.citations.reading import SaidSum, read_claims, read_sums, sentence_spans
from assistant.claims import Claim, ClaimKind, SaidDate
from assistant.domain import (
    Case,
    Decision,
    FindingResult,
    Outcome,
    Payee,
    Purpose,
    Relevance,
    Remedy,
    RemedyKind,
    RemedyStatus,
)
from assistant.text import format_date, format_money, normalise

_CHECKED: dict[ClaimKind, str] = {
    ClaimKind.AMOUNT: "figures",
    ClaimKind.DATE: "dates",
    ClaimKind.COUNT: "counts",
    ClaimKind.DURATION: "counts",
    ClaimKind.QUOTATION: "quotes",
    ClaimKind.BODY: "references",
    ClaimKind.REFERENCE: "references",
}
_FOR_ANOTHER_ISSUE = re.compile(r"[^.;]{0,80}? for another issue, not counted")
_NUMBERS_IN_ISSUE = re.compile(r"\d+")


@dataclass(frozen=True)
class About:
    """What may be said of one decision: its record as held now, and the sentences that a statement cites of it.

    ``issue`` is the issue of the decision that the sentence names, where it names one; the record is then read for
    that issue only. ``days`` are those that the question itself named. ``by_record`` is True for our own templates:
    they are made from the record, so that a passage does not excuse what the record does not have, and what a row
    knows of a sum must be said.
    """

    decision: Decision
    case: Case | None = None
    sentences: tuple[str, ...] = ()
    issue: str | None = None
    days: tuple[SaidDate, ...] = ()
    by_record: bool = False

    @property
    def issues(self) -> tuple[str, ...]:
        """The names of the decision's issues."""
        return tuple(dict.fromkeys(finding.issue for finding in self.decision.findings))

    def remedies(self) -> tuple[Remedy, ...]:
        """The remedies for the issue named, or all of them."""
        return tuple(
            one for one in self.decision.remedies if self.issue is None or one.issue is None or one.issue == self.issue
        )


def check_name(kind: ClaimKind) -> str:
    """Under which heading of the report a claim is counted."""
    return _CHECKED.get(kind, "claims")


def judge_sum(text: str, said: SaidSum, about: About) -> str:
    """Why a sum, with all that is said of it, does not hold for this decision; "" where it does."""
    claim = said.claim
    is_beside = bool(_FOR_ANOTHER_ISSUE.match(text, claim.end))
    if is_beside and about.issue is not None:
        rows = [one for one in about.decision.remedies if one not in about.remedies()]
    else:
        rows = list(about.remedies())
    rows = [row for row in rows if (claim.value, claim.unit) in _readings(row)]
    passages = [one for one in _sums_in(about) if _same_figure(one.claim, claim)]
    by_record = rows and not claim.is_negated and claim.upper is None and claim.bound is None
    held: list[tuple[Remedy | None, SaidSum | None]] = []
    if by_record:
        held += [(row, passage) for row in rows for passage in (*passages, None)]
    held += [(None, passage) for passage in passages]
    if claim.is_total or not rows:
        return _judge_total(said, about, held)
    reasons = [_differs(said, row, passage) or ("" if is_beside else _hides(said, row, about)) for row, passage in held]
    return "" if "" in reasons else (reasons[0] if reasons else _no_such_sum(about, claim))


def judge(claim: Claim, about: About) -> str:
    """Why any other claim does not hold for this decision; "" where it does."""
    match claim.kind:
        case ClaimKind.OUTCOME:
            return _outcome(claim, about)
        case ClaimKind.FINDING:
            return _finding(claim, about)
        case ClaimKind.INJUSTICE:
            return _injustice(claim, about)
        case ClaimKind.REMEDY_KIND:
            return _remedy_kind(claim, about)
        case ClaimKind.STATUS:
            return _status(claim, about)
        case ClaimKind.PAYEE:
            paid = {one.payee for one in about.remedies() if one.is_money and one.is_remedy}
            return _or_passage(claim, about, claim.value in paid and not claim.is_negated, "Paid to", paid)
        case ClaimKind.DATE:
            return _date(claim, about)
        case ClaimKind.COUNT | ClaimKind.DURATION:
            return _number(claim, about)
        case ClaimKind.QUOTATION:
            return _quotation(claim, about)
        case _:
            return ""


def judge_phrases(text: str, start: int, end: int, about: About) -> Iterator[tuple[str, int, int, str]]:
    """Our own phrases about one decision in a stretch of a text: the words, their place and why they do not hold."""
    for phrase, is_so, otherwise in _PHRASES:
        for match in phrase.finditer(text, start, end):
            yield match[0], match.start(), match.end(), "" if is_so(about) else otherwise


def _has_unstated_sum(about: About) -> bool:
    money = [one for one in about.remedies() if one.is_money and one.is_remedy]
    return any(one.amount_pence is None and one.rate_pence is None for one in money)


_PHRASES: tuple[tuple[re.Pattern[str], Callable[[About], bool], str], ...] = (
    (re.compile(r"\(read from the summary\)"), lambda about: about.decision.outcome_inferred, "The page states it."),
    (
        re.compile(r"\b[Oo]utcome not known\b"),
        lambda about: about.decision.outcome is None,
        "The outcome is known.",
    ),
    (
        re.compile(r"\b(?:its )?sum (?:is )?not stated(?: in what is held)?\b"),
        _has_unstated_sum,
        "No payment of this decision lacks a sum.",
    ),
    (
        re.compile(r"\b(?:a )?refund(?:ed)? or writ(?:e-|ten )off\b"),
        lambda about: any(one.kind is RemedyKind.REFUND for one in about.decision.remedies),
        "No refund is recorded.",
    ),
    (
        re.compile(r"\b[Nn]o payment(?: is)? recorded\b"),
        lambda about: not any(one.is_money and one.is_remedy for one in about.remedies()),
        "A payment is recorded.",
    ),
    (
        re.compile(r"\bno finding could be made\b"),
        lambda about: FindingResult.NO_FINDING in _results(about),
        "No such result is recorded.",
    ),
    (
        re.compile(r"\bKnown from our digest of the published summary, not from the full text\b"),
        lambda about: not about.decision.is_full_text,
        "The full text is held.",
    ),
    # What is not counted is a decision of Redress, and "less close" how near the case is to the question.
    (re.compile(r"\bfor another issue, not counted\b"), lambda _about: True, ""),
    (
        re.compile(r"\(less close\)"),
        lambda about: about.case is not None and about.case.relevance is Relevance.BACKGROUND,
        "The case is among the comparable ones.",
    ),
)


# --------------------------------------------------------------------------- sums


def _readings(row: Remedy) -> set[tuple[int | None, str | None]]:
    """The figures of a row with their units: £100 a month is no sum of £100."""
    readings: set[tuple[int | None, str | None]] = set()
    if row.amount_pence is not None:
        per_person = row.per == "person"
        readings.add((row.amount_pence, row.per if row.rate_pence is None or per_person else None))
    if row.rate_pence is not None:
        readings.add((row.rate_pence, row.per))
    return readings


def _sums_in(about: About) -> Iterator[SaidSum]:
    for sentence in () if about.by_record else about.sentences:
        yield from read_sums(sentence, read_claims(sentence))


def _same_figure(one: Claim, other: Claim) -> bool:
    return (one.value, one.upper, one.unit, one.bound, one.is_total, one.is_negated) == (
        other.value,
        other.upper,
        other.unit,
        other.bound,
        other.is_total,
        other.is_negated,
    )


def _judge_total(said: SaidSum, about: About, held: list[tuple[Remedy | None, SaidSum | None]]) -> str:
    """A total, or a figure that no row has: the page's own total, the parts added up, or a passage that says it."""
    claim = said.claim
    parts = [one for one in about.remedies() if one.is_money and one.is_remedy and one.amount_pence is not None]
    added = sum(one.amount_pence or 0 for one in parts)
    is_sum_of_all = claim.value in (about.decision.stated_total_pence, added) and claim.unit is None
    if claim.is_total and is_sum_of_all and claim.bound is None and claim.upper is None and not claim.is_negated:
        statuses = {one.status for one in parts}
        if all(statuses == {one} for one in said.values(ClaimKind.STATUS)):
            return ""
    passages = [passage for row, passage in held if row is None and passage is not None]
    reasons = [_differs(said, None, passage) for passage in passages]
    if "" in reasons:
        return ""
    if claim.is_total and held:
        return f"{format_money(_pence(claim))} is one of {len(parts)} sums, not the total."
    if is_sum_of_all and added:
        return f"{format_money(_pence(claim))} is the total of {len(parts)} sums: say that it is."
    return reasons[0] if reasons else _no_such_sum(about, claim)


def _differs(said: SaidSum, row: Remedy | None, passage: SaidSum | None) -> str:
    """What is said of a sum that neither the row nor the passage says of it."""
    figure = said.claim.words
    respects = (
        (ClaimKind.PAYEE, row and row.payee, (Payee.NOT_STATED,), "to", "payee"),
        (ClaimKind.PURPOSE, row and row.purpose, (Purpose.NOT_STATED, Purpose.MIXED), "for", "purpose"),
        (ClaimKind.STATUS, row and row.status, (RemedyStatus.NOT_STATED,), "", "status"),
    )
    for kind, recorded, open_values, word, name in respects:
        in_passage = passage.values(kind) if passage else frozenset()
        for value in said.values(kind):
            if row is not None and recorded == value:
                continue
            # Offers are often kept to and agreements carried out: what the cited words say of it may stand too.
            may_add = row is None or recorded in open_values or kind is ClaimKind.STATUS
            if may_add and value in in_passage:
                continue
            has = (
                f"{word} {recorded}".strip() if row is not None and recorded not in open_values else f"without a {name}"
            )
            return f"The record has {figure} {has}, not {f'{word} {value}'.strip()}."
    kinds = said.values(ClaimKind.REMEDY_KIND)
    if row is not None and RemedyKind.REFUND in kinds and row.kind is not RemedyKind.REFUND:
        return f"{figure} is a payment, not a refund."
    # A claim or a refusal must be told as one.
    statuses = passage.values(ClaimKind.STATUS) if passage else frozenset()
    held_back = {RemedyStatus.CLAIMED, RemedyStatus.REFUSED}
    told = ({row.status} if row is not None else set(statuses)) & held_back
    if told and not told & said.values(ClaimKind.STATUS):
        return f"{figure} was {_listed(told)}."
    return ""


def _hides(said: SaidSum, row: Remedy | None, about: About) -> str:
    """What a row knows of a sum and a template does not say: £300 offered is not £300 agreed."""
    if row is None or not about.by_record or said.claim.is_quoted:
        return ""
    known = (
        (ClaimKind.PAYEE, row.payee, Payee.NOT_STATED),
        (ClaimKind.PURPOSE, row.purpose, Purpose.NOT_STATED),
        (ClaimKind.STATUS, row.status, RemedyStatus.NOT_STATED),
    )
    missing = [str(value) for kind, value, unknown in known if value is not unknown and not said.values(kind)]
    return f"{said.claim.words} was {', '.join(missing)}: say so." if missing else ""


def _no_such_sum(about: About, claim: Claim) -> str:
    sums = sorted({pence for one in about.remedies() for pence, _ in _readings(one) if pence is not None})
    told = ", ".join(format_money(pence) for pence in sums) or "none"
    return f"The sums of {about.decision.reference} are: {told}; not {claim.words}."


def _pence(claim: Claim) -> int:
    assert isinstance(claim.value, int)  # noqa: S101 -- the value of an amount; this tells the type checker
    return claim.value


# --------------------------------------------------------------------------- outcomes and findings


def _in_passages(claim: Claim, about: About) -> bool:
    """True where one cited sentence says the same, denied or not."""
    return not about.by_record and any(
        (one.kind, one.value, one.is_negated) == (claim.kind, claim.value, claim.is_negated)
        for sentence in about.sentences
        for one in read_claims(sentence)
    )


def _or_passage(claim: Claim, about: About, is_recorded: bool, what: str, held: Iterable[object]) -> str:
    if is_recorded or _in_passages(claim, about):
        return ""
    return f"{what}: {_listed(held)}; not “{claim.words}”."


def _results(about: About) -> set[FindingResult]:
    return {one.result for one in about.decision.findings if about.issue is None or one.issue == about.issue}


def _outcome(claim: Claim, about: About) -> str:
    outcome = about.decision.outcome
    is_recorded = outcome is claim.value and not claim.is_negated
    if claim.value is Outcome.CLOSED and about.issue is not None:
        is_recorded |= FindingResult.NOT_INVESTIGATED in _results(about) and not claim.is_negated
    return _or_passage(claim, about, is_recorded, "The outcome", {outcome or "not known"})


def _finding(claim: Claim, about: About) -> str:
    results, outcome = _results(about), about.decision.outcome
    if claim.value is FindingResult.FAULT:
        is_recorded = FindingResult.FAULT in results or (about.issue is None and outcome is Outcome.UPHELD)
    elif claim.value is FindingResult.NO_FAULT:
        found = FindingResult.NO_FAULT in results or (about.issue is None and outcome is Outcome.NOT_UPHELD)
        is_recorded = found and FindingResult.FAULT not in results and outcome is not Outcome.UPHELD
        is_recorded |= found and about.issue is not None
    else:
        is_recorded = claim.value in results
    return _or_passage(claim, about, is_recorded and not claim.is_negated, "Found", results or {"nothing recorded"})


def _injustice(claim: Claim, about: About) -> str:
    known = {one.injustice for one in about.decision.findings if about.issue is None or one.issue == about.issue}
    is_recorded = (True in known) if claim.value else (False in known and True not in known)
    words = {"injustice" if one else "no injustice" for one in known if one is not None}
    return _or_passage(claim, about, is_recorded, "Recorded", words or {"nothing of injustice"})


# --------------------------------------------------------------------------- remedies


def _remedy_kind(claim: Claim, about: About) -> str:
    held = [one for one in about.remedies() if one.is_remedy]
    kinds = {one.kind for one in held}
    is_money = any(one.is_money for one in held)
    is_there = is_money if claim.value is RemedyKind.PAYMENT else claim.value in kinds
    return _or_passage(claim, about, is_there is not claim.is_negated, "The remedies", kinds or {"none"})


def _status(claim: Claim, about: About) -> str:
    statuses = {one.status for one in about.remedies()}
    is_recorded = claim.value in statuses and not claim.is_negated
    return _or_passage(claim, about, is_recorded, "The remedies are", statuses or {"none"})


# --------------------------------------------------------------------------- dates, numbers, quotations


def _date(claim: Claim, about: About) -> str:
    said, decided = claim.value, about.decision.decided
    assert isinstance(said, SaidDate)  # noqa: S101 -- the value of a date; this tells the type checker
    if decided is not None and said.year and said.fits(decided):
        return ""
    if said in about.days or any(said == one.value for text in about.sentences for one in read_claims(text)):
        return ""
    if any(said == one.value for issue in about.issues for one in read_claims(issue) if one.kind is ClaimKind.DATE):
        return ""
    if said.day == 0 and any(_is_within(said, one.value) for text in about.sentences for one in read_claims(text)):
        return ""
    known = format_date(decided) if decided else "an unknown day"
    return f"The decision is of {known}; no cited sentence names {claim.words}."


def _is_within(said: SaidDate, other: object) -> bool:
    """True where a passage names a day or month of the month or year said."""
    if not isinstance(other, SaidDate) or said.year != other.year:
        return False
    return said.month in (0, other.month)


def _number(claim: Claim, about: About) -> str:
    texts = (*about.sentences, *about.issues, *_details(about))
    for text in texts:
        for one in read_claims(text):
            if one.kind not in (ClaimKind.COUNT, ClaimKind.DURATION) or one.value != claim.value:
                continue
            if claim.bound == one.bound and (claim.unit is None or _singular(claim.unit) == _singular(one.unit)):
                return ""
    return f"No cited sentence has {claim.words}."


def _details(about: About) -> Iterator[str]:
    for one in about.remedies():
        yield from (text for text in (one.detail, one.deadline) if text)


def _singular(unit: str | None) -> str:
    return (unit or "").removesuffix("s")


def _quotation(claim: Claim, about: About) -> str:
    words = normalise(str(claim.value)).rstrip(".,;")
    if words in {normalise(issue) for issue in about.issues}:
        return ""
    if any(words in normalise(sentence) for sentence in about.sentences):
        return ""
    if words in normalise(" ".join(about.sentences)):
        return ""
    return f"“{claim.words}” does not stand in the cited passages of {about.decision.reference}."


def _listed(values: Iterable[object]) -> str:
    return ", ".join(sorted(str(value) for value in values))


def cited_sentences(quote: str) -> tuple[str, ...]:
    """A quotation as the sentences it holds, each exactly as it stands there."""
    return tuple(quote[start:end] for start, end in sentence_spans(quote))
