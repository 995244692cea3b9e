"""Numbers and codes that belong to one person or home: a text in plain characters → their places.

Strong ones point to a person by themselves; the numbers of accounts, claims and letters are weak. The references of the
Ombudsman's own decisions (19 018 981) belong to nobody and stay.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from assistant.personal.spans import Span, without_overlaps
from assistant.personal.tables import POSTCODE_AREAS
from assistant.text import find_references

# "s20 1st", "s47 2yr" and "w2 3hr" have the form of a postcode and are none.
_NO_INWARD_CODE = frozenset({"st", "nd", "rd", "th", "yr", "hr", "pt", "ft", "wk", "am", "pm"})
_MONTHS = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}"
_DATE = (
    rf"(?:(?:the )?\d{{1,2}}(?:st|nd|rd|th)?(?: of)?[ ./-]{{1,2}}(?:\d{{1,2}}|{_MONTHS})[ ,./-]{{1,3}}\d{{2,4}}"
    rf"|{_MONTHS} \d{{1,2}}(?:st|nd|rd|th)?,? \d{{4}}|\d{{4}}-\d\d-\d\d)"
)

_EMAIL = re.compile(r"[\w.+%-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}")
_SPELT_EMAIL = re.compile(
    r"\b[\w.+-]{1,40} ?[\[(] ?at ?[\])] ?[\w-]{1,40}(?: ?[\[(] ?dot ?[\])] ?|\.| dot )[a-z]{2,10}\b"
    r"|\b(?:\w{1,20} dot ){0,2}[\w.+-]{1,40} at (?:gmail|hotmail|outlook|yahoo|icloud|btinternet|aol|live)"
    r"(?: dot |\.)(?:com|co(?: dot |\.)uk)",
    re.IGNORECASE,
)
# Numbers that begin with 03 and 08 are those of organisations.
_PHONE = re.compile(
    r"(?<![\d£.,])(?!0[38])(?:\+44[ .-]?(?:\(0\)[ .-]?)?|00 ?44 ?|\(?0[ .-]?)\d(?:\)?[ .-]{0,2}\d){8,9}(?!\d)"
)
_CALLED_PHONE = re.compile(
    r"\b(?:tel|telephone|phone|mobile|mob|ring me on|call me on|text me on|whatsapp)(?: (?:no|number|is))*\W{1,3}"
    r"((?!0[38])\+?\d[\d -]{4,14}\d)(?!\d)",
    re.IGNORECASE,
)
_INSURANCE = re.compile(r"\b[a-ceghj-prtwz][a-ceghj-nprtwz][ -]?\d\d[ -]?\d\d[ -]?\d\d[ -]?[a-d]\b", re.IGNORECASE)
_CALLED_INSURANCE = re.compile(
    r"\b(?:national insurance|n\.?i\.?|nino)(?: (?:no|number|is))*\W{0,3}([a-z]{2} ?\d\d ?\d\d ?\d\d(?: ?[a-z])?)\b",
    re.IGNORECASE,
)
_NHS = re.compile(r"(?<![\d£.,-])\d{3}[ -]?\d{3}[ -]?\d{4}(?![\d.,]*\d)")
_POSTCODE = re.compile(r"\b([a-z]{1,2})\d[a-z\d]? {0,2}\d([abd-hjlnp-uw-z]{2})\b", re.IGNORECASE)
_BIRTH = re.compile(
    r"\b(?:d\.?o\.?b\.?|date of birth|birth ?date|birthday|born(?: on)?)(?: is| was| on|:| -| =)*\s*\(?" + _DATE,
    re.IGNORECASE,
)
_BANK = re.compile(
    r"\bsort ?code\W{0,3}(?:is )?\d\d[ -]?\d\d[ -]?\d\d\b(?:[\w ,:]{0,25}\b\d{7,8}\b)?"
    r"|(?<![\d£.,-])(?:\d{4}[ -]?){3}\d{4}(?![\d.,]*\d)",
    re.IGNORECASE,
)
_ACCOUNT_WORDS = (
    r"council tax|ctax|c/tax|rent|rents|bank|account|acct?|a/c|customer|tenancy|claim|claimant|client|payment|invoice"
    r"|bill|order|pcn|penalty(?: charge)?(?: notice)?|parking(?: ticket)?|ticket|fine|fpn|hb|housing benefit|benefit"
    r"|blue badge|badge|bus pass|passport|driving licen[cs]e|licen[cs]e|policy|membership|liability order|summons"
    r"|planning|application|enforcement|service request|report|enquiry|crm|urn|uprn|crn|upn|pupil|student|patient"
    r"|hospital|mosaic|liquid ?logic|social services|crime|police|incident|cad|court|case|complaint|foi|sar|my"
    r"|our|your|their"
)
_NUMBER_WORDS = r"(?:numbers?|nos?\.?|num|ref(?:erence)?s?\.?|id|code|#)"
_IDENTIFIER = r"[a-z]{0,5}[-/ ]?\d[\da-z]*(?:[-/ ]?[\da-z]*\d[\da-z]*){0,5}(?:[/-][a-z]{1,6})?"
_NUMBERED = re.compile(
    rf"\b(?:(?:{_ACCOUNT_WORDS})[ -]+){{1,3}}{_NUMBER_WORDS}(?:[ -]{_NUMBER_WORDS})?"
    rf"(?: is| was| are|:| -|,| of)*[ #(]*({_IDENTIFIER})"
    r"|\b(?:account|acct?|a/c|pcn|fpn|invoice|passport|uprn|upn|crn|utr|tenancy|ref(?:erence)?|nino)\b"
    rf"[ :.#(]{{1,3}}({_IDENTIFIER})",
    re.IGNORECASE,
)
_VEHICLE = re.compile(
    r"\b[A-Z]{2}\d\d[A-Z]{3}\b"
    r"|(?i:\b(?:reg(?:istration)?|number plate|plate|vrm)(?: (?:no|number|plate|mark|is|was))*[ :.(]{1,3}"
    r"(?:[a-z]{2}\d\d ?[a-z]{3}|[a-z]\d{1,3} ?[a-z]{3}|[a-z]{3} ?\d{1,3}[a-z]))\b"
)
_FEWEST_DIGITS = 5


def find_identifiers(plain: str) -> list[Span]:
    """The places of what points to one person or home by itself, in order; an address is looked for elsewhere."""
    return without_overlaps(
        Span(*match.span(match.lastindex or 0 if pattern in _IN_GROUP else 0), kind)
        for kind, pattern, holds in _IDENTIFIERS
        for match in pattern.finditer(plain)
        if holds(match)
    )


def find_numbers(plain: str) -> list[Span]:
    """The places of the numbers of accounts, claims, notices, letters and vehicles, in order."""
    return without_overlaps([*_account_numbers(plain), *_vehicles(plain)])


def _account_numbers(plain: str) -> Iterator[Span]:
    own = {(found.start, found.end) for found in find_references(plain)}
    for match in _NUMBERED.finditer(plain):
        start, end = match.span(match.lastindex or 0)
        label = plain[match.start() : start].lower()
        if sum(character.isdigit() for character in plain[start:end]) < _FEWEST_DIGITS:
            continue
        is_of_a_decision = any(start <= first and last <= end + 2 for first, last in own)
        if is_of_a_decision and not re.search(r"account|council tax|rent|pcn|invoice|claim|tenan|customer", label):
            continue
        yield Span(start, end, "account number" if "acc" in label or "a/c" in label else "reference number")


def _vehicles(plain: str) -> Iterator[Span]:
    for match in _VEHICLE.finditer(plain):
        yield Span(*match.span(), "vehicle registration")


def _always(match: re.Match[str]) -> bool:
    return bool(match[0])


def _is_nhs_number(match: re.Match[str]) -> bool:
    """Ten digits that carry their own check digit, or that the text calls an NHS number."""
    before = match.string[max(0, match.start() - 25) : match.start()].lower()
    if "nhs" in before:
        return True
    digits = [int(digit) for digit in match[0] if digit.isdigit()]
    rest = 11 - sum(digit * weight for digit, weight in zip(digits, range(10, 1, -1), strict=False)) % 11
    return digits[0] != 0 and rest % 11 == digits[9] and rest != 10


def _is_postcode(match: re.Match[str]) -> bool:
    """A known postcode area, and no ordinal or unit of time in its second half."""
    return match[1].lower() in POSTCODE_AREAS and match[2].lower() not in _NO_INWARD_CODE


def _is_bank_number(match: re.Match[str]) -> bool:
    """A sort code that is called one, or sixteen digits that carry a card's check digit (Luhn)."""
    if not match[0][0].isdigit():
        return True
    digits = [int(digit) for digit in match[0] if digit.isdigit()]
    doubled = [sum(divmod(2 * digit, 10)) for digit in digits[0::2]]
    return (sum(doubled) + sum(digits[1::2])) % 10 == 0


_IN_GROUP = (_CALLED_PHONE, _CALLED_INSURANCE)
_IDENTIFIERS: tuple[tuple[str, re.Pattern[str], Callable[[re.Match[str]], bool]], ...] = (
    ("e-mail address", _EMAIL, _always),
    ("e-mail address", _SPELT_EMAIL, _always),
    ("National Insurance number", _INSURANCE, _always),
    ("National Insurance number", _CALLED_INSURANCE, _always),
    ("date of birth", _BIRTH, _always),
    ("bank number", _BANK, _is_bank_number),
    ("phone number", _PHONE, _always),
    ("phone number", _CALLED_PHONE, _always),
    ("NHS number", _NHS, _is_nhs_number),
    ("postcode", _POSTCODE, _is_postcode),
)
