"""A clause with sums → a remedy for each sum that is one: its rate, its payee, what it is for, what was paid before.

A clause may hold a total beside its parts, a product beside its rate, a sum that another takes the place of, a range of
the guidance, a debt of the story. Only numbers decide what is a total or a product: parts must add up, rates multiply.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

from assistant.domain import Payee, Purpose, Remedy, RemedyKind, RemedyStatus, Unread
from assistant.text import Money, find_money, format_money
from ingest.remedies.action_words import BACKDATING
from ingest.remedies.parties import Parties, beneficiary_of, payee_of
from ingest.remedies.status_words import AGREED, OWN_RECOMMENDATION
from ingest.remedies.sum_words import (
    ALREADY_AFTER,
    ALREADY_BEFORE,
    BESIDE,
    BESIDE_AFTER,
    CAUSE_BEGINS,
    EACH_AFTER,
    EACH_BEFORE,
    FROM_BEFORE,
    GIVES_BACK,
    NEGATED,
    NO_RECEIVER,
    NO_REMEDY,
    OFFER_BEFORE,
    OVERTAKEN,
    PARTS_FOLLOW,
    PAY,
    PERIOD,
    PRODUCT_LINK,
    PURPOSE_BEGINS,
    PURPOSES,
    RAISED,
    RANGE,
    RANGE_TO,
    REFUND,
    TOO_LOW,
    TOTAL_AFTER,
    TOTAL_BEFORE,
    UNIT_PRICE,
)
from ingest.remedies.telling_words import telling_words

# What stands before a sum and belongs to the clause before it; "…, a sum of £500" only goes on.
_CLAUSE_BEFORE = re.compile(
    r", (?!(?:a |the )?(?:sum|total|amount) of|being|that is|which (?:is|comes|it has|amounts|they)|amounting)| and "
)
# A refund goes to whoever paid: "gave back the £519.40 that Mrs S had been charged".
_CHARGED = re.compile(
    r"\s*(?:that |which )?(?P<who>(?:Mr|Mrs|Ms|Miss|Dr) [A-Z]|[A-Z]) (?:has |had |was |were |has been "
    r"|had been )?(?:paid|charged|spent|billed)\b"
)
# A fee is waived for whom it would fall on: "waive its £180 fee if Mrs Y enters into an agreement".
_RELIEVED = re.compile(
    r"\b(?:if|when|once|should) (?P<who>(?:Mr|Mrs|Ms|Miss|Mx|Dr) [A-Z]) (?:enters?|signs?|applies|apply|makes?|asks?"
    r"|takes?|joins?|chooses?|agrees?|needs?|renews?|registers?|reapplies)\b",
)
# "£300 to Miss X and £200 to Z": who is named behind the sum.
_NAMED = re.compile(r"(?:(?:Mr|Mrs|Ms|Miss|Mx|Dr|her|his|their|the)\b|[A-Z]\b)")
_TELLS_LOSS = re.compile(r"\b(?:loss|losses|lost|out of pocket|expenses?|spent|earnings|fares?|mileage|income)\b", re.I)
_PAYS_THEN = re.compile(
    r"(?:\band|[,;]) (?:\w+ ){0,4}?(?:pay|pays|paid|paying)\b(?! (?:\w+ ){0,3}?(?:back|off)\b)", re.I
)
_OFFERS = re.compile(r"\boffer(?:s|ed)?\b(?! to (?:meet|review|visit))", re.I)
_CREDIT = re.compile(r"\bcredit(?:ed|s|ing)?\b", re.I)
_LIMIT = re.compile(r"\b(?:up to|a (?:maximum|minimum) of|no more than|at least|at most)\s+$", re.I)
_LY = {"daily": "day", "weekly": "week", "monthly": "month", "yearly": "year"}
# Of a rate's product: no payment runs over more units than this, and a coincidence of large numbers is no product.
_MOST_UNITS = 160
# Characters around a sum that can speak of it; a bound keeps a monstrous clause linear.
_BEFORE, _AFTER = 200, 300
# Sums of one clause that can be parts of a total or rates of a product beside it.
_NEIGHBOURS = 8


@dataclass(frozen=True)
class ClauseSum:
    """A remedy with a sum, as one clause states it. ``is_total`` marks a sum whose parts stand beside it.

    ``words`` are those that speak of this sum and not of the next.
    """

    remedy: Remedy
    words: str
    is_total: bool = False


@dataclass(frozen=True)
class _Place:
    """A sum with the words that can speak of it: up to the neighbouring sums (near), and farther."""

    money: Money
    before: str
    after: str
    near_before: str
    near_after: str


def read_sums(
    clause: str, parties: Parties, unread: list[Unread], paragraph: str, *, is_listed: bool
) -> Iterator[ClauseSum]:
    """The remedies among the sums of a clause; what it names besides (a range, a debt) is added to ``unread``.

    ``is_listed`` is true in a list of actions, where a sum needs no word of paying beside it.
    """
    places = _places(clause)
    rates = {n: per for n, place in enumerate(places) if (per := _period(place.after))}
    products = _products(places, rates, clause)
    is_told = is_listed or bool(PAY.search(clause) or REFUND.search(clause))
    is_backdated = bool(BACKDATING.search(clause))
    for n, place in enumerate(places):
        if n in products.values() or FROM_BEFORE.search(place.before):
            continue
        if (n and _opens_range(places, n - 1)) or (len(places) > 1 and UNIT_PRICE.match(place.after)):
            continue
        if _opens_range(places, n) or _LIMIT.search(place.near_before):
            sum_ = format_money(place.money.pence)
            unread.append(Unread(paragraph, clause, f"a range or a limit at {sum_}, not a sum"))
        elif _is_beside(place):
            # "on top of the £250 it paid": told in the story or the assessment, where it is read.
            continue
        elif status := _status_before(place):
            yield ClauseSum(replace(_row(clause, place, parties), status=status), _near(places, n))
        elif is_told and not NEGATED.search(place.near_before):
            is_given = is_backdated or _is_refund(place)
            if not is_given and NO_REMEDY.search(place.near_before):
                sum_ = format_money(place.money.pence)
                unread.append(Unread(paragraph, clause, f"{sum_}: the words before it name no remedy"))
                continue
            rate = products.get(n)
            told = place
            if rate is not None and rate > n:
                # What a product is for, and for whom, may stand behind its rate in brackets.
                told = replace(place, near_after=f"{place.near_after} {places[rate].near_after}")
            elif rate is not None:
                told = replace(place, near_before=places[rate].near_before, near_after=places[rate].near_after)
            row = _with_rate(_row(clause, told, parties), place, rates.get(n), parties)
            if rate is not None:
                row = replace(row, rate_pence=places[rate].money.pence, per=rates[rate])
            words = f"{_near(places, n)} {_near(places, rate)}" if rate is not None else _near(places, n)
            yield ClauseSum(row, words, is_total=rate is None and _is_total(places, n))


def total_starts(plain: str) -> set[int]:
    """The places in characters of sums that the sums behind them add up to: "£500, made up of £300 … and £200 …"."""
    places = _places(plain)
    return {place.money.start for n, place in enumerate(places) if _is_total(places, n) and _has_parts(places, n)}


def superseded_sums(plain: str) -> Iterator[int]:
    """The sums of a sentence, in pence, that another takes the place of: "raise its offer from £150 to £300"."""
    for place in _places(plain):
        is_offer = OFFER_BEFORE.search(place.near_before)
        if FROM_BEFORE.search(place.before) or (is_offer and OVERTAKEN.search(place.after)):
            yield place.money.pence


def raised_offers(sentences: Sequence[str]) -> Iterator[int]:
    """The sums of a paragraph, in pence, that the body offered and has now raised, or that are weighed as too low.

    An offer that is only too low is overtaken where the paragraph goes on to another sum that is agreed or recommended.
    """
    offered: list[int] = []
    is_low = False
    for plain in sentences:
        sums = [money.pence for money in find_money(plain)]
        is_raised = bool(RAISED.search(plain))
        is_low = is_low or bool(TOO_LOW.search(plain) and (offered or sums))
        is_settled = bool(AGREED.search(plain) or OWN_RECOMMENDATION.search(plain))
        further = set(sums) - set(offered)
        if offered and (is_raised or (is_low and is_settled and further)):
            yield from offered
            offered, is_low = [], False
        if "£" in plain and (_OFFERS.search(plain) or (TOO_LOW.search(plain) and not is_settled)):
            offered = sums
            if TOO_LOW.search(plain) and is_settled and len(sums) > 1:
                yield from sums[:-1]


def _places(clause: str) -> list[_Place]:
    found = find_money(clause)
    places = []
    for n, money in enumerate(found):
        left = found[n - 1].end if n else 0
        right = found[n + 1].start if n + 1 < len(found) else len(clause)
        places.append(
            _Place(
                money,
                clause[max(0, money.start - _BEFORE) : money.start],
                clause[money.end : money.end + _AFTER],
                clause[max(left, money.start - _BEFORE) : money.start],
                clause[money.end : min(right, money.end + _AFTER)],
            )
        )
    return places


def _near(places: Sequence[_Place], n: int) -> str:
    """The words that speak of one sum: behind it up to the next, and on where those say nothing of their own.

    What stands before it belongs to the sum before but for the last words ("and her daughter").
    """
    before = places[n].near_before if n == 0 else re.split(r"[,;]| and ", places[n].near_before)[-1]
    after = places[n].near_after
    if BESIDE.search(places[n].near_before):
        # "£400, on top of the £250 that it paid, for her distress": what follows speaks of the £400.
        return f"{before} {after.partition(',')[0]}"
    for following in places[n + 1 : n + 1 + _NEIGHBOURS]:
        if telling_words(after) and not BESIDE.search(after):
            break
        after = f"{after} {following.near_after}"
    return f"{before} {after}"


# --------------------------------------------------------------------------- rates, products, totals


def _period(after: str) -> str | None:
    match = PERIOD.match(after)
    if match is None:
        return None
    return match["per"].lower() if match["per"] else _LY[match["ly"].lower()]


def _products(places: Sequence[_Place], rates: dict[int, str], clause: str) -> dict[int, int]:
    """Product's place → rate's place: the rate times a number of units (halves too) is the product, to the penny."""
    found: dict[int, int] = {}
    for rate in rates:
        near = range(max(0, rate - _NEIGHBOURS), min(len(places), rate + _NEIGHBOURS + 1))
        for n in sorted(near, key=lambda n: abs(n - rate)):
            if n == rate or n in rates or n in found:
                continue
            whole, part = places[n].money, places[rate].money
            first, second = sorted((whole, part), key=lambda money: money.start)
            between = clause[first.end : second.start]
            units, rest = divmod(2 * whole.pence, part.pence) if part.pence else (0, 1)
            if rest == 0 and 2 < units <= 2 * _MOST_UNITS and len(between) < 220 and PRODUCT_LINK.search(between):
                found[n] = rate
                break
    return found


def _with_rate(row: Remedy, place: _Place, per: str | None, parties: Parties) -> Remedy:
    if per is not None:
        return replace(row, amount_pence=None, rate_pence=place.money.pence, per=per)
    if EACH_AFTER.match(place.after) or EACH_BEFORE.search(place.near_before):
        is_couple = row.payee is Payee.COMPLAINANT and len(parties.complainants) > 1
        payee = Payee.COMPLAINANT if is_couple else Payee.SEVERAL
        return replace(row, rate_pence=place.money.pence, per="person", payee=payee)
    return row


def _is_total(places: Sequence[_Place], n: int) -> bool:
    """True for "a total of £500", and for "£500, made up of £300 … and £200 …" that add up to it.

    Whether a marked total has its parts somewhere is decided over the whole list.
    """
    place = places[n]
    if TOTAL_BEFORE.search(place.near_before) or TOTAL_AFTER.match(place.after):
        return True
    return _has_parts(places, n) and bool(PARTS_FOLLOW.search(place.near_after))


def _has_parts(places: Sequence[_Place], n: int) -> bool:
    """True where two or more sums behind this one come to it."""
    sums = list(accumulate(other.money.pence for other in places[n + 1 : n + 1 + _NEIGHBOURS]))
    return places[n].money.pence in sums[1:]


def _opens_range(places: Sequence[_Place], n: int) -> bool:
    """True for the first of "between £100 and £300" or "£100 to £300"; "from £100 to £300" is a sum that was raised."""
    if n + 1 >= len(places):
        return False
    place, following = places[n], places[n + 1]
    goes_to = RANGE_TO.match(place.after) and not FROM_BEFORE.search(place.before)
    is_between = RANGE.search(place.near_before) and re.fullmatch(r"\s*and\s*", following.near_before)
    return bool(goes_to or is_between)


def _is_beside(place: _Place) -> bool:
    """True for a sum that stands only for comparison, without a word of who paid it when."""
    if not BESIDE.search(place.near_before):
        return False
    return not (ALREADY_AFTER.match(place.near_after) or BESIDE_AFTER.match(place.near_after))


def _status_before(place: _Place) -> RemedyStatus | None:
    """The status of a sum that was paid, given or offered before this decision; None for one that is to be paid."""
    match = ALREADY_AFTER.match(place.near_after) or ALREADY_BEFORE.search(place.near_before)
    if match is not None and match["what"].lower() == "paid" and GIVES_BACK.search(place.near_before):
        # "refund £1,200 already paid for the care": paid by the person.
        return None
    if match is None and BESIDE.search(place.near_before):
        match = BESIDE_AFTER.match(place.near_after)
    if match is None:
        return None
    return RemedyStatus.OFFERED if match["what"].lower() in ("offered", "agreed") else RemedyStatus.ALREADY_PAID


# --------------------------------------------------------------------------- one row


def _row(clause: str, place: _Place, parties: Parties) -> Remedy:
    is_refund = _is_refund(place)
    kind = RemedyKind.REFUND if is_refund else RemedyKind.PAYMENT
    own = _CLAUSE_BEFORE.split(place.near_before)[-1]
    near = f"{own[-140:]}{format_money(place.money.pence)}{place.near_after[:120]}"
    if not is_refund and BACKDATING.search(near):
        kind = RemedyKind.BACKDATED_PROVISION
    payee = beneficiary_of(place.near_after, parties)
    if payee is Payee.NOT_STATED and is_refund and (charged := _CHARGED.match(place.near_after)):
        payee = payee_of(charged["who"], parties)
    if payee is Payee.NOT_STATED and is_refund and (relieved := _RELIEVED.search(place.near_after)):
        payee = payee_of(relieved["who"], parties)
    if payee is Payee.NOT_STATED:
        payee = payee_of(_receiver(place), parties)
    purpose = purpose_of(place.near_after) if PURPOSE_BEGINS.search(place.near_after) else Purpose.NOT_STATED
    if purpose is Purpose.NOT_STATED:
        # "a further £100, in addition to the £100 already paid, for his time and trouble".
        is_beside_next = BESIDE.search(place.near_after) is not None
        purpose = purpose_of(f"{place.near_before} {place.after if is_beside_next else place.near_after}")
    if is_refund and _CREDIT.search(place.near_before) and purpose in (Purpose.DISTRESS, Purpose.TIME_AND_TROUBLE):
        # Money for distress that is paid into an account is a payment; a charge taken off it is not.
        kind = RemedyKind.PAYMENT
    if kind is RemedyKind.REFUND and purpose is Purpose.FINANCIAL_LOSS and not _TELLS_LOSS.search(near):
        # "remove the recovery costs of £80": a charge given back, and no word of a loss.
        purpose = Purpose.NOT_STATED
    return Remedy(kind, amount_pence=place.money.pence, payee=payee, purpose=purpose, detail=shorten(clause))


def _is_refund(place: _Place) -> bool:
    """The word of giving back stands before the sum, or behind it where nothing is paid before."""
    gives_back = list(REFUND.finditer(place.near_before))
    if gives_back:
        # "cancelled the charge and offered to pay her £185": the nearer verb governs the sum.
        return not _PAYS_THEN.search(place.near_before[gives_back[-1].end() :])
    goes_on = not re.match(r"\s*(?:for|to recogni)", place.near_after)
    if goes_on and REFUND.search(place.before) and not PAY.search(place.near_before):
        return True
    return not PAY.search(place.before) and bool(REFUND.search(place.near_after))


def _receiver(place: _Place) -> str:
    """The words that name who receives: between the verb and the sum, else behind "to" after the sum."""
    before, after = place.near_before, place.near_after
    verb = list(
        re.finditer(
            r"\b(?:pay|pays|paid|paying|offer|offers|offered|give|award|refund|reimburse|repay)\b", before, re.I
        )
    )
    between = before[verb[-1].end() :] if verb else before
    to_whom = re.match(
        r"\s*(?:each )?(?:back )?to (?P<who>(?!recogni|acknowl|reflect|remedy|address|compens|make)[^,;.]{1,40})", after
    )
    to_before = re.search(r"\bto (?P<who>(?:Mr|Mrs|Ms|Miss|Mx|Dr|her|his|their|the|[A-Z])\b[^,;.£]{0,40})$", between)
    if to_before and not (to_whom and _NAMED.match(to_whom["who"])):
        return to_before["who"]
    if to_whom:
        return re.split(r"\b(?:to|for|in)\b", to_whom["who"])[0]
    names_someone = not NO_RECEIVER.fullmatch(between) and re.search(r"\w", between)
    if names_someone:
        return re.split(r"\b(?:the sum|the cost|a sum|for the|that|which|towards)\b", between)[0]
    return ""


def purpose_of(words: str) -> Purpose:
    """What money recognises, by the words behind "to recognise": their cause is asked only where they say nothing.

    MIXED for two purposes joined ("distress and time and trouble"), NOT_STATED where the words name none of our table.
    """
    begins = PURPOSE_BEGINS.search(words)
    core = words[begins.end() :] if begins else words
    found = sorted((m.start(), m.end(), purpose) for pattern, purpose in PURPOSES for m in pattern.finditer(core))
    if not found:
        return Purpose.NOT_STATED
    _, end, first = found[0]
    for start, until, purpose in found[1:]:
        # Only what is joined to it is a second purpose; behind "caused by", "of", "during" stands the cause.
        if start >= end and CAUSE_BEGINS.search(core[end:start]):
            break
        if start >= end and purpose is not first:
            return Purpose.MIXED
        end = max(end, until)
    return first


def shorten(words: str) -> str:
    """At most 200 characters of a clause, cut between words."""
    return words if len(words) <= 200 else words[:200].rsplit(" ", 1)[0] + " …"
