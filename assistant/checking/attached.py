"""Claims of one text to its payments: each sum with the payee, purpose and status that the words give it.

The same reading is used for the text that is checked and for the decision that it is compared with.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.claims import Claim, ClaimKind


@dataclass(frozen=True)
class Told:
    """A sum as a sentence tells it; None and empty where it does not say. ``is_given``: a verb gives it to somebody.

    ``is_refund``: it is given back or written off. ``is_background``: the words call it a cost, a debt or an income.
    """

    amount: Claim
    payee: Claim | None = None
    purposes: tuple[Claim, ...] = ()
    status: Claim | None = None
    is_given: bool = False
    is_refund: bool = False
    is_background: bool = False


_TO_PAYEE = re.compile(
    r"^(?:,? (?:each|in total|in all|altogether|a \w+|per \w+|more|back|compensation|extra))*,? (?:was |were |is )?"
    r"(?:paid |given |awarded )?(?:to|for)(?: (?:be paid to|go to))? ?$"
)
_PAYEE_BEFORE = re.compile(
    r"^(?:,? (?:was|were|is|are|to|be|paid|receive[sd]?|gets?|got|given|awarded|offered|should|would|will|had|has"
    r"|have|a|an|in|case|\d\d[ -]?\d{3}[ -]?\d{3}[a-z]?"
    r"|the|sum|of|symbolic|payment|another|further|also|about|around|some|only|just|an additional|additional|extra"
    r"|herself|himself|themselves|token|total)){0,8}:? ?$"
)
_FOR = re.compile(
    r"\b(?:for|recogni\w+|acknowledg\w+|reflect\w*|remedy|account of|because of|in respect of)\b", re.IGNORECASE
)
_STATUS_BEHIND = re.compile(
    r"^(?:[^£.;:]{0,50}?(?:\b(?:was|were|is|had been|has been|been|which|that|it|the council)\b|, ?))? ?(?:\w+ ){0,2}$",
    re.IGNORECASE,
)
_GIVING = re.compile(
    r"\b(?:pay(?:s|ing|able|ment|ments)?|paid|award\w*|giv(?:e|en|es|ing)|gave|receiv\w+|refund\w*|reimburs\w*|repa(?:y|id)"
    r"|credit\w*|waiv\w+|write off|written off|wrote off|compensat\w*|offer\w*|recommend\w*|agreed|got|get|sum|remedy"
    r"|owed|add(?:ed)?|settle\w*)\b",
    re.IGNORECASE,
)
_REFUND = re.compile(
    r"\b(?:refund\w*|reimburs\w*|repa(?:y|id)|waiv\w+|write off|written off|wrote off|credit\w*)\b", re.IGNORECASE
)
_COST = (
    r"costs?|fees?|charges?|bill(?:s|ed)?|invoices?|debts?|arrears|rent|price|worth|value|income|earn\w*|wages?|salary"
    r"|savings|budget|allowance|fines?|penalt(?:y|ies)|deposit|benefit|pension|owed|spent|borrowed|bought|quote[ds]?|loan"
)
_COST_BEFORE = re.compile(rf"\b(?:{_COST})\b(?: \w+){{0,4}} $", re.IGNORECASE)
_COST_BEHIND = re.compile(rf"^ (?:of |in |for |a \w+ in )?(?:\w+ ){{0,3}}(?:{_COST})\b", re.IGNORECASE)
_LOOK = 120


def read_payments(text: str, claims: Sequence[Claim]) -> tuple[Told, ...]:
    """Every sum of a sentence or paragraph, in order, with what is said of it. ``claims`` are those of ``text``.

    Offsets of the claims must be offsets in ``text``.
    """
    return tuple(
        _read_one(text, amount, claims)
        for amount in sorted((c for c in claims if c.kind is ClaimKind.AMOUNT), key=lambda one: one.start)
    )


def _read_one(text: str, amount: Claim, claims: Sequence[Claim]) -> Told:
    begins = _sentence_start(text, amount.start)
    near = [claim for claim in claims if claim is not amount and begins <= claim.start < amount.end + _LOOK]
    amounts = [claim for claim in near if claim.kind is ClaimKind.AMOUNT]
    following = min((one.start for one in amounts if one.start >= amount.end), default=len(text))
    ends = min(following, _sentence_end(text, amount.end))
    before, behind = text[begins : amount.start][-_LOOK:], text[amount.end : ends]
    gives = _GIVING.search(before) or _GIVING.search(behind)
    is_cost = _COST_BEFORE.search(before) or _COST_BEHIND.match(behind)
    return Told(
        amount,
        payee=_payee(text, amount, near, ends),
        purposes=_purposes(text, amount, near, ends),
        status=_status(text, amount, near, ends),
        is_given=bool(gives),
        is_refund=_is_refund(before, behind),
        is_background=bool(is_cost and not gives),
    )


def _is_refund(before: str, behind: str) -> bool:
    """True where the verb nearest before the sum gives money back ("waive the fees and pay £100" pays)."""
    verbs = [match[0] for match in _GIVING.finditer(before)]
    return _REFUND.search(verbs[-1] if verbs else behind) is not None


def _payee(text: str, amount: Claim, near: Sequence[Claim], ends: int) -> Claim | None:
    payees = [claim for claim in near if claim.kind is ClaimKind.PAYEE]
    for payee in payees:
        if amount.end <= payee.start < ends and _TO_PAYEE.match(text[amount.end : payee.start]):
            return payee
    for payee in reversed(payees):
        if payee.end <= amount.start and _PAYEE_BEFORE.match(text[payee.end : amount.start]):
            return payee
    return None


def _purposes(text: str, amount: Claim, near: Sequence[Claim], ends: int) -> tuple[Claim, ...]:
    found: list[Claim] = []
    for claim in near:
        if claim.kind is not ClaimKind.PURPOSE or not amount.end <= claim.start < ends:
            continue
        gap = text[amount.end : claim.end]
        if not found and (";" in gap or _FOR.search(gap) is None):
            break
        found.append(claim)
    return tuple(found)


def _status(text: str, amount: Claim, near: Sequence[Claim], ends: int) -> Claim | None:
    statuses = [claim for claim in near if claim.kind is ClaimKind.STATUS]
    for status in statuses:
        if amount.end <= status.start < ends and _STATUS_BEHIND.match(text[amount.end : status.start]):
            return status
    before = [status for status in statuses if status.end <= amount.start]
    return before[-1] if before else None


def _sentence_start(text: str, position: int) -> int:
    start = 0
    for match in re.finditer(r"[.;!?][\"')\u201d]*\s+(?=[A-Z\"'(\u201c£])", text[max(0, position - 400) : position]):
        start = max(0, position - 400) + match.end()
    return start if start else max(0, position - 400)


def _sentence_end(text: str, position: int) -> int:
    match = re.compile(r"[.;!?][\"')\u201d]*(?:\s|$)").search(text, position, position + 300)
    return match.start() if match else min(len(text), position + 300)
