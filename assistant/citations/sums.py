"""A sum with all that is said of it to the reason why it does not hold for a decision; "" where it does.

A sum holds by a remedy row or by a cited sentence, with its unit, payee, purpose and status; a total by its parts.
"""

from __future__ import annotations

from collections.abc import Iterator

from assistant.citations.about import About, listed
from assistant.citations.beside import issue_beside
from assistant.citations.reading import SaidSum, read_claims, read_sums
from assistant.claims import Claim, ClaimKind, Value
from assistant.domain import Payee, Purpose, Remedy, RemedyKind, RemedyStatus
from assistant.text import format_money, normalise


def judge_sum(text: str, said: SaidSum, about: About) -> str:
    """Why a sum, with all that is said of it, does not hold for this decision; "" where it does."""
    claim = said.claim
    beside = issue_beside(text, claim.start)
    rows = list(about.remedies()) if beside is None else _not_counted(beside, about)
    rows = [row for row in rows if (claim.value, claim.unit) in _readings(row)]
    passages = [one for one in _sums_in(about) if _same_figure(one.claim, claim)]
    by_record = rows and not claim.is_negated and claim.upper is None and claim.bound is None
    held: list[tuple[Remedy | None, SaidSum | None]] = []
    if by_record:
        held += [(row, passage) for row in rows for passage in (*passages, None)]
    held += [(None, passage) for passage in passages]
    if claim.is_total or not rows:
        return _judge_total(said, about, held)
    reasons = [
        _differs(said, row, passage) or (_hides(said, row, about) if beside is None else "") for row, passage in held
    ]
    return "" if "" in reasons else (reasons[0] if reasons else _no_such_sum(about, claim))


def _not_counted(issue: str, about: About) -> list[Remedy]:
    """The remedies for an issue by this name, where it is not one that answers the question."""
    counted = about.case.remedies if about.case is not None else ()
    of_issue = [one for one in about.decision.remedies if one.issue and normalise(one.issue) == normalise(issue)]
    return [one for one in of_issue if one not in counted and one.issue != about.issue]


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
    stated = said.values(ClaimKind.STATUS)
    parts = [one for one in about.remedies() if one.is_money and one.is_remedy and one.amount_pence is not None]
    parts = [one for one in parts if not stated or one.status in stated]
    added = sum(one.amount_pence or 0 for one in parts)
    is_sum_of_all = claim.value in (about.decision.stated_total_pence, added) and claim.unit is None
    if claim.is_total and is_sum_of_all and claim.bound is None and claim.upper is None and not claim.is_negated:
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
    is_refund = row.kind is RemedyKind.REFUND if row else RemedyKind.REFUND in _kinds(passage)
    if RemedyKind.REFUND in kinds and not is_refund:
        return f"{figure} is a payment, not a refund."
    # A claim or a refusal must be told as one.
    statuses = passage.values(ClaimKind.STATUS) if passage else frozenset()
    held_back = {RemedyStatus.CLAIMED, RemedyStatus.REFUSED}
    told = ({row.status} if row is not None else set(statuses)) & held_back
    if told and not told & said.values(ClaimKind.STATUS):
        return f"{figure} was {listed(told)}."
    return ""


def _kinds(passage: SaidSum | None) -> frozenset[Value]:
    return passage.values(ClaimKind.REMEDY_KIND) if passage else frozenset()


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
