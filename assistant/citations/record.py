"""A claim about one decision to the reason why it does not hold; "" where its record or a cited passage bears it out.

The record is the decision's own fields, findings and remedy rows; the passages are the cited sentences. A claim that
the record contradicts fails even where words in a passage would fit it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

from assistant.citations.about import About, listed
from assistant.citations.reading import read_claims
from assistant.claims import Claim, ClaimKind, SaidDate
from assistant.domain import (
    FindingResult,
    Outcome,
    Relevance,
    Remedy,
    RemedyKind,
)
from assistant.labels import MAY_LACK, RATE_PERIODS
from assistant.text import format_date, normalise

_CHECKED: dict[ClaimKind, str] = {
    ClaimKind.AMOUNT: "figures",
    ClaimKind.DATE: "dates",
    ClaimKind.COUNT: "counts",
    ClaimKind.DURATION: "counts",
    ClaimKind.QUOTATION: "quotes",
    ClaimKind.BODY: "references",
    ClaimKind.REFERENCE: "references",
}


def check_name(kind: ClaimKind) -> str:
    """Under which heading of the report a claim is counted; "claims" for kinds without one of their own."""
    return _CHECKED.get(kind, "claims")


def judge(claim: Claim, about: About) -> str:
    """Why a claim other than a sum or a name does not hold for this decision; "" where it does.

    Claims that are judged elsewhere (sums, purposes, names) hold here.
    """
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
    """Our own phrases about one decision in a stretch of a text: words, start, end, and why they do not hold or ""."""
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
        re.compile(r"\b(?:its )?sum (?:is )?not stated in what is held\b"),
        lambda about: _has_unstated_sum(about) and about.is_unstated is not False,
        "A sum of this decision is stated.",
    ),
    (
        re.compile(r"\b(?:its )?sum (?:is )?not stated\b(?! in what is held)"),
        _has_unstated_sum,
        "No payment of this decision lacks a sum.",
    ),
    (
        re.compile(r"\bclosed after initial enquiries\b"),
        lambda about: about.decision.outcome is Outcome.CLOSED,
        "The outcome is another.",
    ),
    # Of a refund alone "a payment" is said too, but not in a list of kinds.
    (
        re.compile(r"\ba payment(?=,| and\b)"),
        lambda about: any(one.kind is RemedyKind.PAYMENT and one.is_remedy for one in about.remedies()),
        "No payment is recorded.",
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
    *(
        (
            re.compile(rf"\b[Nn]o {name} is recorded\b"),
            lambda about, kind=kind: not any(one.kind is kind and one.is_remedy for one in about.decision.remedies),
            f"{name.capitalize()}: recorded.",
        )
        for kind, name in MAY_LACK.items()
    ),
    *(
        (
            re.compile(rf"\b[Nn]o rate per {period} is recorded\b"),
            lambda about, period=period: not any(one.per == period and one.is_money for one in about.decision.remedies),
            "A rate is recorded.",
        )
        for period in RATE_PERIODS
    ),
    (
        re.compile(r"\bno payment for this issue\b"),
        lambda about: _has_issue(about) and not any(one.is_money and one.is_remedy for one in _for_issues(about)),
        "A payment is recorded, or no issue is known.",
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
    # Which issue a sum that is not counted was paid for is checked with the sum.
    (re.compile(r"(?<=”), not counted\)"), lambda _about: True, ""),
    # How near the case is to the question.
    (
        re.compile(r"\(less close\)"),
        lambda about: about.case is not None and about.case.relevance is Relevance.BACKGROUND,
        "The case is among the comparable ones.",
    ),
)


def _has_issue(about: About) -> bool:
    """True where a sentence names its issue, or the case knows which issues answer the question."""
    return about.issue is not None or (about.case is not None and bool(about.case.answering))


def _for_issues(about: About) -> tuple[Remedy, ...]:
    """The remedies of those issues, as the record has them now."""
    if about.issue is not None or about.case is None or not about.case.answering:
        return about.remedies()
    return tuple(one for one in about.decision.remedies if one.issue is None or one.issue in about.case.answering)


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
    return f"{what}: {listed(held)}; not “{claim.words}”."


def _results(about: About) -> set[FindingResult]:
    return {one.result for one in about.decision.findings if about.issue is None or one.issue == about.issue}


def _outcome(claim: Claim, about: About) -> str:
    outcome = about.decision.outcome
    is_recorded = outcome is claim.value and not claim.is_negated
    # Of an issue it is said that it was "not investigated", of a decision also that it was "closed".
    if claim.value is Outcome.CLOSED and about.issue is not None and "investigat" in claim.words:
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
    is_recorded = is_recorded and not claim.is_negated
    if about.issue is not None and results - {FindingResult.NOT_STATED}:
        # A passage may speak of another issue.
        return "" if is_recorded else f"Found on “{about.issue}”: {listed(results)}."
    return _or_passage(claim, about, is_recorded, "Found", results or {"nothing recorded"})


def _injustice(claim: Claim, about: About) -> str:
    known = {one.injustice for one in about.decision.findings if about.issue is None or one.issue == about.issue}
    is_recorded = (True in known) if claim.value else (False in known and True not in known)
    words = {"injustice" if one else "no injustice" for one in known if one is not None}
    return _or_passage(claim, about, is_recorded, "Recorded", words or {"nothing of injustice"})


# --------------------------------------------------------------------------- remedies


def _remedy_kind(claim: Claim, about: About) -> str:
    # "No payment for this issue" is said in our own words of the issues that answer, where none is named.
    is_of_issues = about.by_record and claim.is_negated
    held = [one for one in (_for_issues(about) if is_of_issues else about.remedies()) if one.is_remedy]
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
