"""The lines above the text of a decision → the facts of its header, in each form that sites print them.

The Ombudsman's site prints the body with its reference and a label before each value; a report names them in the
sentence of its cover; other sites put everything into one line, with or without labels ("a card"). Values are in normal
form, because they are compared with those of other decisions and never quoted.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from assistant.domain import CaseReference, Outcome, Unread
from assistant.errors import InvalidReference
from assistant.text import find_references, normalise, parse_date, unify_characters
from ingest.forms.header_words import (
    CARD_LABELS,
    CARD_NOISE,
    CARD_REFERENCE,
    CATEGORY_MARK,
    COVER_BODY,
    COVER_START,
    HEADER_LABELS,
    ORGANISATION_WORDS,
    OUTCOME_ALONE,
    SITE_CATEGORIES,
    SOURCE_NAME,
    outcome_of,
)


@dataclass(frozen=True)
class Header:
    """What the lines above the text say. None where the page does not say it."""

    reference: CaseReference | None = None
    body: str | None = None
    category: str | None = None
    subcategory: str | None = None
    outcome: Outcome | None = None
    decided: date | None = None
    unread: tuple[Unread, ...] = ()


_BODY_LINE = re.compile(
    r"(?P<body>[^()]{2,120}?(?:\([^()]{0,80}\))?[^()]{0,120})\((?P<reference>[\d\s\-]{8,14}[a-zA-Z]?)[^()]{0,40}\)"
    r"(?:\s*[|-].{0,120})?"
)
_CARD_BREAK = re.compile(r"\s+[\u00b7\u2022|]\s+|\s+-{1,2}\s+")
_KNOWN_CATEGORIES = frozenset(name.casefold() for name in SITE_CATEGORIES)
_LONGEST_CARD = 300
_LONGEST_NAME = 120
_COVER_LINES = 6


def is_body_line(plain: str) -> re.Match[str] | None:
    """The line "Northmoor Council (20 001 234)" of a header, as a match with ``body`` and ``reference``, or None."""
    match = _BODY_LINE.fullmatch(plain) if len(plain) <= 200 else None
    return match if match and find_references(match["reference"]) else None


def is_cover_line(plain: str) -> bool:
    """True for the line with which a report's cover begins to say whom the complaint is against."""
    return len(plain) <= _LONGEST_CARD and bool(COVER_START.search(plain))


def is_header_label(plain: str) -> bool:
    """True for a line that is a label of the header, with or without its value."""
    return any(pattern.fullmatch(plain) for _, pattern in HEADER_LABELS)


def is_card(plain: str) -> bool:
    """True for a line in which another site put two or more facts of the header."""
    return len(set(read_card(plain)) - {"body"}) >= 2


def read_card(plain: str) -> dict[str, str]:
    """The facts in one line of another site's header, by name; empty for a line of anything else.

    >>> read_card("Upheld Reference 22-230-010 Sector Education Decided 14 March 2023")
    {'outcome': 'Upheld', 'reference': '22-230-010', 'category': 'Education', 'decided': '14 March 2023'}
    """
    if len(plain) > _LONGEST_CARD:
        return {}
    found: dict[str, str] = {}
    for piece in _CARD_BREAK.split(normalise(plain).replace("\u203a", ">")):
        labels = list(CARD_LABELS.finditer(piece))
        _sort_unlabelled(piece[: labels[0].start()] if labels else piece, found)
        for n, label in enumerate(labels):
            end = labels[n + 1].start() if n + 1 < len(labels) else len(piece)
            value = piece[label.end() : end].strip(" :")
            if value:
                found.setdefault(_name_of(label[0], has_sector="category" in found), value)
    return found


def _name_of(label: str, *, has_sector: bool) -> str:
    """What a label of a card stands for: beside a "Sector", the "Category" is what the site calls subcategory."""
    word = label.strip(" :").casefold()
    if word.startswith("sub") or (word == "category" and has_sector):
        return "subcategory"
    names = {"reference": "reference", "ref": "reference", "sector": "category", "category": "category"}
    return names.get(word, "outcome" if word in ("outcome", "result", "decision") else "decided")


def _sort_unlabelled(piece: str, found: dict[str, str]) -> None:
    """Tell what a piece without a label is, by its form."""
    text = SOURCE_NAME.sub(" ", piece).strip(" :;,")
    if not text or CARD_NOISE.match(text):
        return
    reference = CARD_REFERENCE.fullmatch(text)
    both = is_body_line(text)
    if both:
        found.setdefault("body", both["body"].strip())
        found.setdefault("reference", both["reference"].strip())
    elif reference:
        found.setdefault("reference", reference[1])
    elif OUTCOME_ALONE.fullmatch(text):
        found.setdefault("outcome", text)
    elif len(text) <= 24 and parse_date(text):
        found.setdefault("decided", text)
    elif CATEGORY_MARK.search(text):
        found.setdefault("category", text)
    elif ORGANISATION_WORDS.search(text) and len(text) <= _LONGEST_NAME:
        found.setdefault("body", text)


# --------------------------------------------------------------------------- all lines together


def read_header(lines: Sequence[str]) -> Header:
    """Read the header's lines in any order; what has a label and cannot be understood is reported as unread."""
    values = _without_strange_category(_labelled_values(lines))
    reference, body = _reference_and_body(lines)
    for name, value in _card_values(lines).items():
        values.setdefault(name, value)
    if reference is None and "reference" in values:
        reference = _reference_in(values["reference"])
    unread = []
    outcome = outcome_of(values["outcome"]) if "outcome" in values else None
    if "outcome" in values and outcome is None:
        unread.append(Unread("header, Decision", values["outcome"], "not an outcome that we know"))
    decided = _date_of(values["decided"]) if "decided" in values else _date_alone(lines)
    if "decided" in values and decided is None:
        unread.append(Unread("header, Decision date", values["decided"], "not a date"))
    category, subcategory = _categories(values)
    return Header(
        reference=reference,
        body=body or values.get("body"),
        category=category,
        subcategory=subcategory,
        outcome=outcome,
        decided=decided,
        unread=tuple(unread),
    )


def _reference_in(text: str) -> CaseReference | None:
    try:
        return CaseReference.parse(text)
    except InvalidReference:
        found = find_references(text)
        return found[0].reference if found else None


def _reference_and_body(lines: Sequence[str]) -> tuple[CaseReference | None, str | None]:
    """As the site's first line names them, else as a report's cover does."""
    plain = [unify_characters(line) for line in lines]
    for n, line in enumerate(plain):
        match = is_body_line(line)
        if match and not is_cover_line(line):
            body = normalise(lines[n][: match.end("body")]).strip(" -:|")
            return find_references(match["reference"])[0].reference, body
    for n, line in enumerate(plain):
        if is_cover_line(line):
            cover = "\n".join(normalise(part) for part in lines[n : n + _COVER_LINES])
            found = find_references(cover)
            body_match = COVER_BODY.search(cover)
            if found:
                return found[0].reference, body_match[1].strip(" ,-:") if body_match else None
    return None, None


def _labelled_values(lines: Sequence[str]) -> dict[str, str]:
    """Label → value, from "Label : value" on one line or the label above its value; the first of each counts."""
    values: dict[str, str] = {}
    waiting = None
    for line in lines:
        # A table copied as text has a tab between label and value.
        line = re.sub(r"^([^\t:]{2,40})\t", r"\1:", line)
        plain = unify_characters(line)
        label, match = next(
            ((name, match) for name, pattern in HEADER_LABELS if (match := pattern.fullmatch(plain))), (None, None)
        )
        if label and match and not is_card(plain):
            value = normalise(line[match.start(1) :]) if match[1] else ""
            waiting = None if value else label
            if value:
                values.setdefault(label, value)
        elif waiting:
            values.setdefault(waiting, normalise(line))
            waiting = None
    return values


def _without_strange_category(values: dict[str, str]) -> dict[str, str]:
    """Without a category that stands alone: a site for sharing documents has a "Category" of its own."""
    category = values.get("category", "")
    is_known = bool(CATEGORY_MARK.search(category)) or category.casefold() in _KNOWN_CATEGORIES
    if is_known or len(values) > 1:
        return values
    return {name: value for name, value in values.items() if name != "category"}


def _card_values(lines: Sequence[str]) -> dict[str, str]:
    """The facts of all lines that other sites print; the body may stand alone above its card."""
    values: dict[str, str] = {}
    name = None
    has_card = any(is_card(unify_characters(line)) for line in lines)
    for line in lines if has_card else ():
        plain = normalise(line)
        found = read_card(plain)
        if is_card(plain):
            if name is not None and "body" not in found:
                values.setdefault("body", name)
        elif _may_be_name(plain, found):
            name = plain
        for key, value in found.items():
            if key != "body" or is_card(plain):
                values.setdefault(key, value)
    return values


def _may_be_name(plain: str, found: dict[str, str]) -> bool:
    """True for a line that may be the name of a body standing alone: no sentence, no other fact, no link."""
    text = SOURCE_NAME.sub("", plain).strip()
    is_title = len(plain) <= _LONGEST_NAME and text == plain and re.match(r"[A-Z]", plain) is not None
    return is_title and set(found) <= {"body"} and not re.search(r"[.:;!?]$", plain) and not CARD_NOISE.match(plain)


def _categories(values: dict[str, str]) -> tuple[str | None, str | None]:
    """Category and subcategory; where another site lost an apostrophe ("Children S Care"), in the site's own form."""
    category, subcategory = values.get("category", ""), values.get("subcategory", "")
    if not subcategory:
        parts = CATEGORY_MARK.split(category, maxsplit=1)
        category, subcategory = parts[0], parts[1] if len(parts) > 1 else ""
    return _restored(category.strip()) or None, _restored(subcategory.strip()) or None


def _restored(name: str) -> str:
    if not re.search(r"\w S\b", name):
        return name
    joined = re.sub(r" S\b", "'s", name)
    return next((known for known in SITE_CATEGORIES if known.casefold() == joined.casefold()), joined)


def _date_of(text: str) -> date | None:
    """A date in words or figures, the day first as in England."""
    in_figures = re.fullmatch(r"\s*(\d{1,2})[/.](\d{1,2})[/.](\d{4})\s*", text)
    if in_figures is None:
        return parse_date(text)
    day, month, year = (int(part) for part in in_figures.groups())
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _date_alone(lines: Sequence[str]) -> date | None:
    """The date that stands alone on the cover of a report."""
    found = (_date_of(line) for line in lines if len(line.strip()) <= 24 and re.match(r"\s*\d", line))
    return next((day for day in found if day is not None), None)
