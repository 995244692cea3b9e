"""Any text to what it claims: each reference, sum, date, quotation, outcome and the rest, with its place.

Pure reading: nothing is looked up, nothing in the text is obeyed, and the time grows with its length only.
"""

from __future__ import annotations

import re

from assistant.claims.claim import Claim, ClaimKind, Found
from assistant.claims.counts import find_counts
from assistant.claims.dates import find_dates
from assistant.claims.negation import is_denied
from assistant.claims.quotations import find_quotations
from assistant.claims.seen import SeenText, blank_out, read_as_seen
from assistant.claims.sums import find_sums
from assistant.claims.words import find_wordings
from assistant.text import find_references

# Figures in an address, a telephone number or a postcode claim nothing; a reference in an address does.
_NO_FIGURES = re.compile(
    r"\b(?:https?://|www\.)\S{1,400}|\S{1,80}@\S{1,80}\.\w{2,10}"
    r"|(?<!\d)(?:\+44|0)[ \d()-]{8,14}\d(?!\d)"
    r"|\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b"
)
_NEVER_DENIED = frozenset({ClaimKind.REFERENCE, ClaimKind.BODY, ClaimKind.QUOTATION, ClaimKind.INJUSTICE})


def find_claims(text: str) -> tuple[Claim, ...]:
    """Everything that a text claims, in order of its places; an empty text claims nothing.

    Claims of different kinds may overlap ("agreed" and "agreed to pay £300"), and what stands inside a quotation is
    found as well and marked so.
    """
    seen = read_as_seen(text)
    plain = seen.plain
    quotations = find_quotations(plain)
    found = [*quotations, *_figures(plain), *find_wordings(plain)]
    quoted = bytearray(len(plain))
    for one in quotations:
        quoted[one.start : one.end] = b"\x01" * (one.end - one.start)
    claims = [
        _claim(seen, one, is_quoted=one.kind is not ClaimKind.QUOTATION and bool(quoted[one.start])) for one in found
    ]
    return tuple(sorted(claims, key=lambda claim: (claim.start, -claim.end, claim.kind.value)))


def _figures(plain: str) -> list[Found]:
    """References, sums, dates and counts; what is read as one of them is not read as the next."""
    references = [Found(ClaimKind.REFERENCE, one.start, one.end, one.reference) for one in find_references(plain)]
    spans = [(one.start, one.end) for one in references]
    rest = blank_out(plain, [*spans, *(match.span() for match in _NO_FIGURES.finditer(plain))])
    sums = find_sums(rest)
    rest = blank_out(rest, [(one.start, one.end) for one in sums])
    dates = find_dates(rest)
    rest = blank_out(rest, [(one.start, one.end) for one in dates])
    return [*references, *sums, *dates, *find_counts(rest)]


def _claim(seen: SeenText, found: Found, *, is_quoted: bool) -> Claim:
    start, end = seen.span(found.start, found.end)
    is_negated = found.is_negated or (found.kind not in _NEVER_DENIED and is_denied(seen.plain, found.start, found.end))
    return Claim(
        kind=found.kind,
        words=seen.original[start:end],
        start=start,
        end=end,
        value=found.value,
        is_negated=is_negated,
        upper=found.upper,
        unit=found.unit,
        bound=found.bound,
        is_total=found.is_total,
        is_every=found.is_every,
        is_quoted=is_quoted,
    )
