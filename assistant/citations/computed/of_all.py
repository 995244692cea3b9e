"""Statements about the comparable cases together to proofs: how many, which outcomes, which sums and remedies."""

from __future__ import annotations

import re
from collections.abc import Callable

from assistant.citations.computed.forms import (
    APART,
    NUMBER,
    SUM,
    Form,
    Proof,
    counted,
    form,
    number_of,
    only_if,
    same,
    same_sum,
)
from assistant.citations.ground import Ground
from assistant.domain import Outcome, Purpose, RemedyKind, RemedyStatus, SumOrder

_OUTCOME_LABELS = {
    "upheld (fault found or accepted)": Outcome.UPHELD,
    "upheld": Outcome.UPHELD,
    "not upheld": Outcome.NOT_UPHELD,
    "closed after initial enquiries": Outcome.CLOSED,
    "discontinued": Outcome.DISCONTINUED,
}
_KIND_LABELS = {
    "a payment": RemedyKind.PAYMENT,
    "a refund or write-off": RemedyKind.REFUND,
    "an apology": RemedyKind.APOLOGY,
    "backdated provision": RemedyKind.BACKDATED_PROVISION,
    "a reassessment or review": RemedyKind.REASSESSMENT,
    "service improvements": RemedyKind.SERVICE_IMPROVEMENT,
    "other action": RemedyKind.OTHER_ACTION,
}
_ORDERS = {"highest": SumOrder.HIGHEST, "lowest": SumOrder.LOWEST}


def _comparable(match: re.Match[str], ground: Ground) -> str:
    number = len(ground.comparable)
    if match[2] and ground.close:
        return f"{ground.close} of the comparable decisions are close, so they are not only partly comparable."
    if (match[3] == "one precedent") != (number == 1) and match[3]:
        return f"The comparable decisions are {number}."
    return same(number_of(match[1]), number, "Comparable decisions")


def _close(match: re.Match[str], ground: Ground) -> str:
    if match[2]:
        return "" if ground.close == len(ground.comparable) else f"Close decisions: {ground.close}, not all."
    return same(number_of(match[1]), ground.close, "Close decisions")


def _outcomes(match: re.Match[str], ground: Ground) -> str:
    """All outcomes that occur, each with its number: to leave out the lost ones would be a claim too."""
    said = {}
    for part in re.split(r", | and (?=\d)", match[1]):
        number, _, label = part.partition(" ")
        if not number.isdigit() or label not in _OUTCOME_LABELS:
            return f"“{part}” is no outcome with its number."
        said[_OUTCOME_LABELS[label]] = int(number)
    held = {outcome: ground.with_outcome(outcome) for outcome in Outcome if ground.with_outcome(outcome)}
    told = ", ".join(f"{number} {outcome.value.lower()}" for outcome, number in held.items())
    return "" if said == held else f"The outcomes are: {told or 'none known'}."


def _range(match: re.Match[str], ground: Ground) -> str:
    summary = ground.summary
    paying = len({row.reference for row in summary.rows_with_sums})
    said = summary.decisions if match[2] else number_of(match[1])
    low, high = (match[5], match[5]) if match[5] else (match[3], match[4])
    if len(summary.rows_with_sums) < 2:
        return f"{len(summary.rows_with_sums)} sums are stated: one is no range."
    if summary.is_of_one_decision:
        return "One decision states these sums: they are no range."
    return (
        same(said, paying, "Decisions with a sum")
        or same_sum(low, summary.lowest_pence, "The lowest sum")
        or same_sum(high, summary.highest_pence, "The highest sum")
        or _notes(match, ground)
    )


def _notes(match: re.Match[str], ground: Ground) -> str:
    """A range must be followed by how many of its sums were only offered or recommended."""
    behind = match.string[match.end() :].partition("; there is no fixed sum")[0]
    for number, word in ((_offered(ground), "offer"), (_recommended(ground), "recommended")):
        if number and word not in behind:
            return f"{number} of the sums were {word if word == 'recommended' else 'offered'}: say so."
    return ""


def _only_sum(match: re.Match[str], ground: Ground) -> str:
    rows = ground.summary.rows_with_sums
    if len(rows) != 1 or (match[1] == "The payment was" and ground.summary.decisions != 1):
        return f"{len(rows)} sums are stated in {ground.summary.decisions} decisions."
    return same_sum(match[2], ground.summary.lowest_pence, "The sum") or _notes(match, ground)


def _with_status(*statuses: RemedyStatus) -> Callable[[Ground], int]:
    return lambda ground: sum(row.remedy.status in statuses for row in ground.summary.rows_with_sums)


_offered, _recommended = _with_status(RemedyStatus.OFFERED), _with_status(RemedyStatus.RECOMMENDED)


def _status_of_the_only(match: re.Match[str], ground: Ground) -> str:
    rows = ground.summary.rows_with_sums
    wanted = RemedyStatus.RECOMMENDED if match[1] == "recommended" else RemedyStatus.OFFERED
    if len(rows) == 1 and rows[0].remedy.status is wanted:
        return ""
    return "Statuses of the sums: " + (", ".join(row.remedy.status.value for row in rows) or "none") + "."


def _apart(match: re.Match[str], ground: Ground) -> str:
    """Which money of the payments is in no range: what is repaid, what was counted, and what goes on."""
    rows = [row.remedy for row in ground.summary.payments if row not in ground.summary.rows_with_sums]
    held = {
        "refunds" if one.kind is RemedyKind.REFUND
        else "counted losses" if one.purpose is Purpose.FINANCIAL_LOSS
        else "rates"
        for one in rows
    }  # fmt: skip
    return "" if set(re.findall(APART, match[1])) == held else f"Apart stand: {', '.join(sorted(held)) or 'none'}."


def _within_limits(match: re.Match[str], ground: Ground) -> str:
    """All decisions within the limits, counted again as those searched; the newest of them are what is told."""
    told = len(ground.comparable)
    wrong = same(number_of(match[1]), max(ground.evidence.searched, told), "Decisions within the limits")
    number = match[2] or match[3]
    if number is None:
        return wrong or ("" if ground.evidence.searched <= told else f"Only {told} of them are told.")
    if not wrong and match[3] and ground.query.order is not _ORDERS[match[4]]:
        return "The decisions were not asked for in the order of their sums."
    return wrong or same(number_of(number), told, "Decisions told")


def _apologies(match: re.Match[str], ground: Ground) -> str:
    decisions, apologies = ground.summary.decisions, ground.with_kind(RemedyKind.APOLOGY)
    enough = 2 * apologies >= max(decisions, 1) and (bool(match[1]) or apologies == decisions)
    return "" if enough else f"{apologies} of {decisions} comparable decisions have an apology."


def _sorted_by_sum(match: re.Match[str], ground: Ground) -> str:
    """That the cases that are counted stand in this order, by the highest (or lowest) sum of each."""
    order = _ORDERS[match[1]]
    sums: dict[str, list[int]] = {}
    for row in ground.summary.rows_with_sums:
        sums.setdefault(row.case_key, []).append(row.remedy.amount_pence or 0)
    pick = max if order is SumOrder.HIGHEST else min
    told = [pick(sums[case.key]) for case in ground.comparable if case.key in sums]
    is_so = told == sorted(told, reverse=order is SumOrder.HIGHEST) and ground.query.order is order
    return "" if is_so else "The cases do not stand in this order."


def _none_paid(_match: re.Match[str], ground: Ground) -> str:
    paid = [case for case in ground.comparable if any(remedy.is_money for remedy in case.remedies)]
    return "" if ground.comparable and not paid else f"{len(paid)} of the decisions have a payment or refund."


def _none_stated(_match: re.Match[str], ground: Ground) -> str:
    summary = ground.summary
    return "" if summary.unstated and not summary.payments else f"{len(summary.payments)} sums are stated."


def _no_symbolic(_match: re.Match[str], ground: Ground) -> str:
    summary = ground.summary
    sums = len(summary.rows_with_sums)
    return "" if summary.payments and not sums else f"{sums} of the sums are payments that stand in a range."


def _kinds(match: re.Match[str], ground: Ground) -> str:
    if match[2] and (wrong := same(number_of(match[2]), len(ground.comparable), "Comparable decisions")):
        return wrong
    for part in re.split(r", | and (?=an? |back|serv|other)", match[1]):
        label, _, number = part.rpartition(" in ")
        kind = _KIND_LABELS.get(label)
        if kind is None or not number.isdigit():
            return f"“{part}” is no kind of remedy with its number."
        if wrong := same(int(number), ground.with_kind(kind), f"Decisions with {label}"):
            return wrong
    return ""


def _years(match: re.Match[str], ground: Ground) -> str:
    years = [row.year for row in ground.summary.payments if row.year is not None]
    if not years:
        return "No sum has a year."
    return same(f"{match[1]} to {match[2]}", f"{min(years)} to {max(years)}", "The years of the sums")


def _no_rate(match: re.Match[str], ground: Ground) -> str:
    if any(case.states_rate(match[1]) for case in ground.comparable):
        return f"A rate per {match[1]} is stated."
    is_one = len(ground.comparable) == 1
    return "" if is_one == match[0].startswith("The") else f"{len(ground.comparable)} decisions are comparable."


def _in_order_of_nearness(match: re.Match[str], ground: Ground) -> str:
    """That so many decisions, those of the last answer or all comparable ones, stand by their nearness."""
    cases = ground.comparable
    if not ground.query.by_nearness or (match["which"] is not None) != ground.query.is_of_the_shown:
        return "The question asks for another order, or of other decisions."
    if [case.score for case in cases] != sorted((case.score for case in cases), reverse=True):
        return "The cases do not stand in this order."
    wrong = same(number_of(match["number"]), len(cases), "Decisions in this order")
    told = number_of(match["told"]) if match["told"] else len(cases)
    return wrong or ("" if told <= len(cases) else f"Only {len(cases)} decisions stand in this order.")


def _always(_match: re.Match[str], _ground: Ground) -> str:
    return ""


def _any_status(status: RemedyStatus) -> Callable[[Ground], bool]:
    return lambda ground: any(row.remedy.status is status for row in ground.summary.payments)


def _piece(name: str, words: str, proof: Proof) -> Form:
    return Form(name, re.compile(words), proof, beside=("range", "the only sum", "payments of one decision"))


FORMS_OF_ALL: tuple[Form, ...] = (
    form(
        "how many are comparable",
        rf"\b(?:Only )?{NUMBER} decisions? (?:is|are) (partly )?comparable"
        r"(?:: (one precedent|examples), not a pattern)?(?=[.,;])",
        _comparable,
    ),
    form(
        "how many are within the limits",
        rf"\b{NUMBER} decisions? held (?:is|are) within the limits of your question"
        rf"(?:; what follows is about (?:the {NUMBER} newest|{NUMBER} of them, (highest|lowest) sums first))?\.",
        _within_limits,
    ),
    form("how many are close", rf", (?:{NUMBER}|(all)) of them close to your question\.", _close),
    form(
        "none is close",
        r"; none is close to your question\.",
        only_if(lambda ground: ground.close == 0, "Some are close."),
    ),
    form("outcomes", r"\bOutcomes: ([^.]+)\.", _outcomes),
    form(
        "range",
        rf"(?:Payments in {NUMBER} of them|(The payments)) (?:ran from {SUM} to {SUM}|were {SUM} each)",
        _range,
    ),
    form("the only sum", rf"(The payment was|One payment is stated, one precedent, not a pattern:) {SUM}", _only_sum),
    _piece("median", rf"median {SUM}", lambda m, ground: same_sum(m[1], ground.summary.median_pence, "The median")),
    _piece("how many were offered", rf"{NUMBER} of the sums offered by councils", counted("Offered sums", _offered)),
    _piece("how many were recommended", rf"{NUMBER} of them recommended", counted("Recommended sums", _recommended)),
    _piece("status of the only sum", r"\((a council's own offer|recommended)\)", _status_of_the_only),
    _piece("what stands apart", rf", ({APART}(?:(?:, | and ){APART})*) apart(?=[,;])", _apart),
    _piece("apologies beside the sums", r", (often )?with an apology(?=;)", _apologies),
    # The Ombudsman publishes no tariff: this is said of every range, so that it is not read as one.
    form("no tariff", r"; there is no fixed sum\.", _always, of_casebook=True),
    form("sorted by sum", r"The cases are sorted by what was paid, (highest|lowest) first\.", _sorted_by_sum),
    form(
        "in order of nearness",
        rf"The (?P<number>{NUMBER}) (?:decisions named in the (?P<which>last) answer|comparable decisions) stand in "
        rf"order of nearness to what you tell, the nearest first\.(?: The first (?P<told>{NUMBER}) are told here\.)?",
        _in_order_of_nearness,
    ),
    form("none has a payment", r"None of them has a payment\.", _none_paid),
    form(
        "no rate for a period",
        r"(?:The comparable decision states no|None of the comparable decisions states a) rate per (\w+) for what was "
        r"asked\.",
        _no_rate,
    ),
    form("no sum is stated", r"No sum of money is stated in them\.", _none_stated),
    form(
        "no payment for distress",
        r"The money was refunds, counted losses or rates, not payments for distress\.",
        _no_symbolic,
    ),
    form("kinds of remedy", rf"Beside money: ([^.]+? in \d+)(?: of the {NUMBER})?\.", _kinds),
    form(
        "how many were offered by the council",
        r"Sums offered by a council were its own offers; the Ombudsman judged them enough\.",
        only_if(_any_status(RemedyStatus.OFFERED), "No sum was a council's own offer."),
    ),
    form(
        "recommended sums",
        r"A recommended sum is what the Ombudsman asked for; a body can refuse\.",
        only_if(_any_status(RemedyStatus.RECOMMENDED), "No sum was only recommended."),
    ),
    form(
        "years of the sums",
        r"The sums are from (\d{4}) to (\d{4})(?:; the Ombudsman's guidance changed in that time)?\.",
        _years,
    ),
)
