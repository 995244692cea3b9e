"""References and bodies as a text names them, beside the casebook: held, not held, or no whole reference."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from rapidfuzz import fuzz

from assistant.checking.held import HeldDecision
from assistant.checking.judged import Judged, Verdict
from assistant.claims import Claim
from assistant.domain import CaseReference, Decision
from assistant.question.register import core_of, plain_name
from assistant.text import format_count, format_date, join_words

_OWN_NUMBER = re.compile(
    r"\b(?:our|your|my) (?:own )?(?:\w+ )?(?:ref(?:erence)?|case|complaint|number|no)\b[^.;\n]{0,40}$"
    r"|\b(?:account|invoice|policy|customer|payment|tenancy|claim|notice)(?: \w+)?:? (?:no\.?|number|ref\w*)?[ :]*$"
    r"|\b(?:tel|telephone|phone|mobile|fax)[ .:]*$",
    re.IGNORECASE,
)
# Groups that look like a reference and are not 2, 3 and 3 digits, where a word says that a case is named.
_BROKEN = re.compile(
    r"(?<![\d£.,/-])(?:\d{2}[ -]\d{3}[ -]\d{1,2}|\d{2}[ -]\d{3}[ -]\d{4,5}"
    r"|\d{2}[ -]\d{1,2}[ -]\d{3}|\d[ -]\d{3}[ -]\d{3}"
    r"|\d{3}[ -]\d{3}[ -]\d{3}|\d{2}[ -]\d{4}[ -]\d{2,3}|\d{2}/[A-C]/\d{4,5})(?![\d/]|[.,]\d)"
)
_NAMES_A_CASE = re.compile(
    r"\b(?:case|decision|reference|ref|ombudsman|LGSCO|LGO|complaint|investigation)\b[^.;\n]{0,40}$"
    r"|(?:^|\n)[ \t>*-]*(?:\(?\w{1,2}[.)] ?)?[*_]*$|\b(?:and|see|also|in|under|cf|to)\b[ (]*$|[|][ \t]*$",
    re.IGNORECASE,
)
_TEL = re.compile(r"\b(?:tel|telephone|phone|mobile|fax|account|invoice|ring|call)\w*[^.;\n]{0,25}$", re.IGNORECASE)


def is_own_number(plain: str, claim: Claim) -> bool:
    """True for a number that a letter gives as its own: "Our ref", "my complaint 25 001 002"."""
    return _OWN_NUMBER.search(plain[max(0, claim.start - 80) : claim.start]) is not None


def judge_reference(claim: Claim, held: HeldDecision | None, near: Sequence[CaseReference], *, is_own: bool) -> Judged:
    """Held with its header, or not held with the references that look like it and are other cases."""
    place = (claim.start, claim.end)
    if held is None and is_own:
        why = "It is given as the letter's own number, and is not in the casebook."
        return Judged("reference", *place, Verdict.NOT_CHECKABLE, why)
    if held is None:
        why = f"{claim.value} is not in the casebook."
        if near:
            names = join_words((str(one) for one in near), "and")
            why += f" Held, and {'another case' if len(near) == 1 else 'other cases'}: {names}."
        return Judged("reference", *place, Verdict.NOT_HELD, why, near=tuple(near))
    decision = held.decision
    paragraph = decision.paragraphs[0] if decision.paragraphs else None
    return Judged("reference", *place, Verdict.SUPPORTED, describe_decision(decision), held.passage(paragraph, 0, 1))


def describe_decision(decision: Decision) -> str:
    """The header in a line: reference, body, outcome, date, and what it is about."""
    parts = [
        decision.body or "body not stated",
        decision.outcome.value if decision.outcome else "outcome not held",
        format_date(decision.decided) if decision.decided else "date not held",
    ]
    issue = next((finding.issue for finding in decision.findings), None)
    about = f"; about {issue}" if issue else ""
    return f"{decision.reference} is held: {', '.join(parts)}{about}."


def find_broken_references(plain: str, taken: Sequence[tuple[int, int]]) -> Iterator[Judged]:
    """Numbers written where a case is named that are no whole reference; ``taken`` are the places of whole ones."""
    for match in _BROKEN.finditer(plain):
        if any(start < match.end() and match.start() < end for start, end in taken):
            continue
        before = plain[max(0, match.start() - 60) : match.start()]
        if _TEL.search(before) or not _NAMES_A_CASE.search(before):
            continue
        old = "/" in match[0]
        why = (
            f"{match[0]} is a reference of before 2010, and is not in the casebook."
            if old
            else f"{match[0]} is no whole reference: one has {format_count(8, 'digit')}, such as 19 018 981."
        )
        yield Judged("reference", match.start(), match.end(), Verdict.NOT_HELD, why)


# --------------------------------------------------------------------------- bodies

_ADJACENT_BEHIND = re.compile(
    r"^[\s*_]*(?:[(,:\u2013-]|about|against|of|by|from|involving|concerning|concerned|is|was|the|a|case|complaint"
    r"|decision|report|on|into|in|which|Council|[\s*_])*$",
    re.IGNORECASE,
)


def judge_body(
    claim: Claim, plain: str, reference: Claim | None, held: HeldDecision, *, is_alone: bool
) -> Judged | None:
    """The body of a decision; None where the name need not be its (another council in the same sentence)."""
    decision = held.decision
    said, place = str(claim.value), (claim.start, claim.end)
    if decision.body is None:
        why = f"{decision.reference}: the body is not stated in what is held."
        return Judged("body", *place, Verdict.NOT_CHECKABLE, why) if is_alone else None
    if is_same_body(said, decision.body):
        paragraph = decision.paragraphs[0] if decision.paragraphs else None
        why = f"{decision.reference}: {decision.body}."
        return Judged("body", *place, Verdict.SUPPORTED, why, held.passage(paragraph, 0, 1))
    if plain_name(said) in held.words or core_of(said) in held.words:
        return None
    beside = reference is not None and _is_beside(claim, reference, plain)
    if not (is_alone or beside):
        return None
    return Judged("body", *place, Verdict.CONTRADICTED, f"{decision.reference}: {decision.body}.")


def _is_beside(claim: Claim, reference: Claim, plain: str) -> bool:
    first, second = sorted((claim, reference), key=lambda one: one.start)
    gap = plain[first.end : second.start]
    return len(gap) < 40 and _ADJACENT_BEHIND.match(gap) is not None


def is_same_body(said: str, held: str) -> bool:
    """True where two names mean one body: words of structure and small slips of spelling aside."""
    mine, theirs = core_of(said), core_of(held)
    return mine == theirs or (len(mine) > 5 and fuzz.ratio(mine, theirs) >= 92)
