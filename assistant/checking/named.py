"""References and bodies as a text names them, beside the casebook: held, not held, or no whole reference."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from rapidfuzz import fuzz

from assistant.checking.held import HeldDecision
from assistant.checking.judged import Judged, Verdict
from assistant.claims import Claim, ClaimKind
from assistant.domain import CaseReference, Decision, FindingResult
from assistant.question.register import core_of, plain_name
from assistant.question.words import table_words
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
    return Judged("reference", *place, Verdict.SUPPORTED, _describe_decision(decision), held.passage(paragraph, 0, 1))


def _describe_decision(decision: Decision) -> str:
    """The header in a line: reference, body, outcome, date, and what it is about."""
    parts = [
        decision.body or "body not stated",
        decision.outcome.value if decision.outcome else "outcome not held",
        format_date(decision.decided) if decision.decided else "date not held",
    ]
    # What was found at fault tells a decision apart; what no finding could be made on comes first in some.
    told = sorted(decision.findings, key=lambda finding: finding.result is not FindingResult.FAULT)
    issue = next((finding.issue for finding in told), None)
    # A full text's issues are its own headings and openings; a digest's are written to be read alone.
    subject = decision.subcategory or decision.category if decision.is_full_text else issue or decision.subcategory
    about = f"; about {subject}" if subject else ""
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


_SHORT = "short"  # a place that stands for its council ("Bolton, 18 016 873"), and means nothing else only there
_NO_SHORT_NAME = frozenset(table_words("reading bury rugby deal wells bath barking ely hart wear eden rother"))
_IN_A_PLACE = re.compile(r"\b(?:in|from|near|to|at|of|around|through|moved)\s$", re.IGNORECASE)


@lru_cache(maxsize=8)
def _names_pattern(bodies: tuple[str, ...]) -> re.Pattern[str] | None:
    """Whole held names first, then the places by which councils are known; the longest first."""
    cores = {core_of(name) for name in bodies}
    shorts = {" ".join(_capitalised(word) for word in core.split()) for core in cores if core not in _NO_SHORT_NAME}
    names = sorted({*bodies, *(short for short in shorts if len(short) > 3)}, key=lambda name: (-len(name), name))
    if not names:
        return None
    return re.compile(r"(?<![\w'-])(?:" + "|".join(re.escape(name) for name in names) + r")(?![\w'-])")


def _capitalised(word: str) -> str:
    return word if word in ("and", "upon", "on", "of", "the", "under", "in", "with") else word.capitalize()


def find_held_names(plain: str, bodies: tuple[str, ...], taken: Sequence[tuple[int, int]]) -> Iterator[Claim]:
    """Bodies named by a name that is held, or by their place alone, where no council's name was read (``taken``)."""
    pattern = _names_pattern(bodies)
    held = frozenset(bodies)
    covered = bytearray(len(plain))
    for start, end in taken:
        covered[start:end] = b"\x01" * (end - start)
    for match in pattern.finditer(plain) if pattern else ():
        if not any(covered[match.start() : match.end()]):
            unit = None if match[0] in held else _SHORT
            yield Claim(ClaimKind.BODY, match[0], match.start(), match.end(), match[0], unit=unit)


def judge_body(
    claim: Claim, plain: str, reference: Claim | None, held: HeldDecision, *, is_alone: bool
) -> Judged | None:
    """The body of a decision; None where the name need not be its (another council in the same sentence)."""
    decision = held.decision
    said, place = str(claim.value), (claim.start, claim.end)
    is_short = claim.unit == _SHORT
    if decision.body is None and is_short:
        return None
    if decision.body is None:
        why = f"{decision.reference}: the body is not stated in what is held."
        return Judged("body", *place, Verdict.NOT_CHECKABLE, why) if is_alone else None
    if _is_same_body(said, decision.body):
        paragraph = decision.paragraphs[0] if decision.paragraphs else None
        why = f"{decision.reference}: {decision.body}."
        return Judged("body", *place, Verdict.SUPPORTED, why, held.passage(paragraph, 0, 1))
    if plain_name(said) in held.words or core_of(said) in held.words:
        return None
    beside = reference is not None and _is_beside(claim, reference, plain)
    if is_short and _IN_A_PLACE.search(plain[max(0, claim.start - 12) : claim.start]):
        return None
    if not beside and (is_short or not is_alone):
        return None
    why = f"{decision.reference}: {decision.body}."
    return Judged("body", *place, Verdict.CONTRADICTED, why, instead=decision.body)


def _is_beside(claim: Claim, reference: Claim, plain: str) -> bool:
    first, second = sorted((claim, reference), key=lambda one: one.start)
    gap = plain[first.end : second.start]
    return len(gap) < 40 and _ADJACENT_BEHIND.match(gap) is not None


def _is_same_body(said: str, held: str) -> bool:
    """True where two names mean one body: words of structure and small slips of spelling aside."""
    mine, theirs = core_of(said), core_of(held)
    return mine == theirs or theirs.startswith(f"{mine} and ") or (len(mine) > 5 and fuzz.ratio(mine, theirs) >= 92)
