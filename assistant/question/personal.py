"""Personal data in a question: what is blanked out, and what makes us ask for the question again.

Strong identifiers (e-mail, telephone, National Insurance and NHS number, postcode, date of birth, street address)
are blanked and the question is declined. Names behind a title are blanked and the question is answered.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from assistant.question.words import table_words
from assistant.text import unify_characters


@dataclass(frozen=True)
class Redaction:
    """A question without its personal data. ``strong`` and ``names`` say what was blanked, each kind once."""

    text: str
    strong: tuple[str, ...] = ()
    has_names: bool = False

    @property
    def changed(self) -> bool:
        """True where anything was blanked."""
        return bool(self.strong) or self.has_names


_POSTCODE_AREAS = frozenset(
    table_words(
        "ab al b ba bb bd bh bl bn br bs bt ca cb cf ch cm co cr ct cv cw da dd de dg dh dl dn dt dy e ec eh en "
        "ex fk fy "
        "g gl gu ha hd hg hp hr hs hu hx ig im ip iv ka kt kw ky l la ld le ll ln ls lu m me mk ml n ne ng nn np "
        "nr nw ol "
        "ox pa pe ph pl po pr rg rh rm s sa se sg sk sl sm sn so sp sr ss st sw sy ta td tf tn tq tr ts tw ub w "
        "wa wc wd "
        "wf wn wr ws wv yo ze"
    )
)
# "s20 1st", "s47 2yr" and "w2 3hr" have the form of a postcode and are none.
_NO_INWARD_CODE = frozenset({"st", "nd", "rd", "th", "yr", "hr", "pt", "ft", "wk", "am", "pm"})
_STREET = (
    r"street|road|rd|avenue|ave|crescent|terrace|mews|gardens|drive|close|lane|grove|court|way|place|walk|square|hill"
    r"|park|row|st|parade|rise|view"
)
_NO_STREET_NAME = (
    r"(?!(?:in|on|the|my|our|of|a|an|at|per|mph|mile|miles|metres?|yards?|way|lane|weeks?|months?|years?|yrs|mths"
    r"|days?"
    r"|hours?|cars?|times|kids|children|people|potholes|trees|other|different|more|and|or|to|for|from|was|is|were|had"
    r"|high|court|bed|bedroom|bins?|visits?|ft|foot|x)\b)"
)

_EMAIL = re.compile(r"[\w.+%-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}")
_PHONE = re.compile(r"(?<![\d£.,])(?:\+44[ -]?(?:\(0\)[ -]?)?|\(?0)\d(?:\)?[ -]{0,2}\d){8,9}(?!\d)")
_INSURANCE = re.compile(r"\b[a-ceghj-prtwz][a-ceghj-nprtwz] ?\d\d ?\d\d ?\d\d ?[a-d]\b", re.IGNORECASE)
_NHS = re.compile(r"(?<![\d£.,-])\d{3}[ -]?\d{3}[ -]?\d{4}(?![\d.,]*\d)")
_POSTCODE = re.compile(r"\b([a-z]{1,2})\d[a-z\d]? ?\d([abd-hjlnp-uw-z]{2})\b", re.IGNORECASE)
_BIRTH = re.compile(
    r"\b(?:d\.?o\.?b\.?|date of birth|birth ?date|born(?: on)?)(?: is| was|:| -)?\s*"
    r"(?:(?:the )?\d{1,2}(?:st|nd|rd|th)?(?: of)?[ ./-](?:\d{1,2}|[a-z]{3,9})[ ,./-]+\d{2,4})",
    re.IGNORECASE,
)
_ADDRESS = re.compile(
    rf"\b(?:flat \d{{1,3}}[a-z]?,? )?(?<![£\d.,])\d{{1,4}}[a-c]?,? "
    rf"(?:[A-Z][\w']{{1,20}} ){{1,3}}(?i:{_STREET})\b(?!')"
)
_LOWER_ADDRESS = re.compile(
    rf"(?:(?:\b(?:lives?|lived|living|home|house|address|flat|moved|property|reside[sd]?)\b[\w ,']{{0,20}}?)"
    rf"\b(?:at|is|was|to|of|address)[ :]+)((?:flat \d{{1,3}}[a-c]?,? )?\d{{1,4}}[a-c]?,? "
    rf"(?:{_NO_STREET_NAME}[a-z']{{2,20}} ){{1,3}}(?:{_STREET}))\b",
    re.IGNORECASE,
)
_TITLED = re.compile(
    r"\b(?:[Mm]r|[Mm]rs|[Mm]s|[Mm]x|Miss|MISS|MR|MRS|MS|Dr|DR|Prof|Professor|Cllr|Councillor|Rev|Sir)\b\.? "
    r"([A-Z][A-Za-z'-]+(?: (?:[A-Z][a-z'-]+))?)"
)
_LOWER_TITLED = re.compile(r"\b(?:mr|mrs)\b\.? ([a-z][a-z'-]+)")
_NO_NAME = frozenset(
    table_words(
        "and or who is was has had says said the a an in on at to of with that this then they he she it will "
        "would can "
        "for from but if not so as my our did does do"
    )
)
# Behind a title these are roles, letters in a decision's manner, or the start of a sentence; never a person's name.
_NO_TITLED_NAME = frozenset(
    table_words(
        "I He She They We The A An And Or In On At To Of It Is Was Has Had Said Says Who EHCP EHC SEN SEND DFG "
        "LA SW LGO "
        "LGSCO NHS CC GP School Council Letter Office Excel Word Teams Outlook Out Him"
    )
)
_MY_NAME = re.compile(
    r"\b(?:my|his|her|their|whose|child's|son's|daughter's|mum's|dad's|client's) (?:full )?names? (?:is|are|was|:) ?"
    r"((?:[A-Z][A-Za-z'-]+)(?: [A-Z][A-Za-z'-]+){0,2})"
)
_MY_NAME_LOWER = re.compile(r"\bmy name(?:'s| is) ([a-z'-]{2,20}(?: [a-z'-]{2,20})?)", re.IGNORECASE)


def redact(text: str) -> Redaction:
    """Blank personal data in a text; the same text with nothing blanked where there is none."""
    strong: list[str] = []
    plain = unify_characters(text)
    for label, pattern, accept in _STRONG:
        spans = [match.span(_group(label, pattern)) for match in pattern.finditer(plain) if accept(match)]
        if spans:
            strong.append(label)
            text, plain = _blank(text, spans, label), _blank(plain, spans, label)
    has_names = False
    for pattern, is_name in _NAMES:
        spans = [match.span(1) for match in pattern.finditer(plain) if is_name(match)]
        if spans:
            has_names = True
            text, plain = _blank(text, spans, "name"), _blank(plain, spans, "name")
    return Redaction(text, tuple(dict.fromkeys(strong)), has_names)


def _group(label: str, pattern: re.Pattern[str]) -> int:
    """An address pattern may need words before the address: then its group is what is blanked."""
    return 1 if label == "address" and pattern.groups else 0


def _blank(text: str, spans: list[tuple[int, int]], label: str) -> str:
    """The text with each span replaced by the label in brackets."""
    pieces, position = [], 0
    for start, end in spans:
        pieces += [text[position:start], f"[{label}]"]
        position = end
    return "".join(pieces) + text[position:]


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
    return match[1].lower() in _POSTCODE_AREAS and match[2].lower() not in _NO_INWARD_CODE


def _is_titled_name(match: re.Match[str]) -> bool:
    """A name of two letters or more behind a title: "Mr X" and "Miss Y" are the Ombudsman's own way and stay."""
    first = match[1].split()[0]
    return (
        len(first.strip("'-")) > 1 and not first.lower().endswith("'s'") and not _is_letter_possessive(first, match[1])
    )


def _is_letter_possessive(first: str, whole: str) -> bool:
    """``X's`` is a letter, and a word that only starts a sentence is no name."""
    return (len(first) == 3 and first[1:] == "'s") or first in _NO_TITLED_NAME or whole in _NO_TITLED_NAME


def _is_lower_name(match: re.Match[str]) -> bool:
    """A name typed in small letters: no function word behind "mr"."""
    word = match[1]
    return len(word) > 1 and word not in _NO_NAME and not (len(word) == 3 and word[1:] == "'s")


_STRONG: tuple[tuple[str, re.Pattern[str], Callable[[re.Match[str]], bool]], ...] = (
    ("e-mail address", _EMAIL, _always),
    ("National Insurance number", _INSURANCE, _always),
    ("date of birth", _BIRTH, _always),
    ("phone number", _PHONE, _always),
    ("NHS number", _NHS, _is_nhs_number),
    ("address", _LOWER_ADDRESS, _always),
    ("address", _ADDRESS, _always),
    ("postcode", _POSTCODE, _is_postcode),
)
_NAMES: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], bool]], ...] = (
    (_TITLED, _is_titled_name),
    (_LOWER_TITLED, _is_lower_name),
    (_MY_NAME, _always),
    (_MY_NAME_LOWER, lambda match: match[1].split()[0].lower() not in _NO_NAME),
)
