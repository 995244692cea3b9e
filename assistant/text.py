"""The one definition of "same text": white space, quotation marks, money, dates, references, and how they are printed.

Parsing and the citation check use these same functions, so that what was read and what is
checked can never disagree about form.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from assistant.domain import CaseReference

# Curly and low quotation marks, the many hyphens, and the spaces that web pages use for layout. One character
# stands for one character, so that offsets in the normalised text are offsets in the original. Replaced one after the
# other: of a sentence with curly marks that took a tenth of the time of ``str.translate`` (measured November 2026).
_SAME_CHARACTER = (
    *((mark, "'") for mark in "\u2018\u2019\u201a\u201b\u2032"),
    *((mark, '"') for mark in "\u201c\u201d\u201e\u2033"),
    *((mark, "-") for mark in "\u2010\u2011\u2012\u2013\u2014\u2212"),
    *((mark, " ") for mark in "\u00a0\u2007\u2009\u202f"),
)

# A pound sign makes a sentence no longer ASCII: most such sentences have no other mark.
_MARKED = re.compile(f"[{''.join(mark for mark, _ in _SAME_CHARACTER)}]")


def unify_characters(text: str) -> str:
    """Write each quotation mark, hyphen and space in its plain form; the length stays the same."""
    text = text.replace("`", "'").replace("\t", " ").replace("\n", " ").replace("\r", " ")
    if text.isascii() or _MARKED.search(text) is None:
        return text
    for mark, plain in _SAME_CHARACTER:
        text = text.replace(mark, plain)
    return text


def normalise(text: str) -> str:
    """The form in which two texts are compared: composed, plain marks, single spaces, no outer space."""
    return " ".join(unify_characters(unicodedata.normalize("NFC", text)).split())


def content_hash(text: str) -> str:
    """Sixteen hexadecimal digits that are equal for texts that ``normalise`` makes equal."""
    return hashlib.sha256(normalise(text).encode("utf-8")).hexdigest()[:16]


def exact_hash(text: str) -> str:
    """Eight hexadecimal digits of the very bytes: part of a paragraph's identity, so that a changed text shows."""
    return hashlib.sha256(text.encode("utf-8")).hexdigest()[:8]


def paragraph_id(reference: CaseReference, ordinal: int, text: str) -> str:
    """Our name for a paragraph: reference, ordinal (from 1) and a hash of the exact text."""
    return f"{reference.slug}/{ordinal}/{exact_hash(text)}"


# --------------------------------------------------------------------------- money


@dataclass(frozen=True)
class Money:
    """A sum in pounds found in a text, with its place. ``start`` and ``end`` are offsets in characters."""

    pence: int
    start: int
    end: int


# £1,234.56 · £ 300 · £3k · £21K · £1.2m · £3 million; the thousands separator only where three digits follow.
_MONEY = re.compile(
    r"£\s?(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d{1,2}))?(?:\s?([kK])(?![a-zA-Z])|([mM])(?![a-zA-Z])|\s(million)\b)?"
)

# What is larger is no sum of money: Python refuses to read rows of thousands of digits, and SQLite to store them.
_MOST_CHARACTERS, _MOST_PENCE = 20, 10**15


def find_money(text: str) -> tuple[Money, ...]:
    """Every sum written with a pound sign, in order. Words, bare numbers and endless rows of digits are not sums."""
    found = []
    for match in _MONEY.finditer(text):
        pounds, decimals, thousand, *million = match.groups()
        if len(pounds) > _MOST_CHARACTERS:
            continue
        pence = int(pounds.replace(",", "")) * 100 + (int(decimals.ljust(2, "0")) if decimals else 0)
        times = 1000 if thousand else 1_000_000 if any(million) else 1
        if pence * times <= _MOST_PENCE:
            found.append(Money(pence * times, match.start(), match.end()))
    return tuple(found)


def format_money(pence: int) -> str:
    """``£1,400`` for whole pounds, ``£509.81`` otherwise."""
    pounds, rest = divmod(pence, 100)
    return f"£{pounds:,}.{rest:02d}" if rest else f"£{pounds:,}"


def pounds(pence: int | None) -> float | int | None:
    """Pence as the pounds of our JSON: whole pounds as an integer, None stays None."""
    if pence is None:
        return None
    return pence // 100 if pence % 100 == 0 else pence / 100


# --------------------------------------------------------------------------- dates

_MONTHS: tuple[str, ...] = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)
_MONTH_NUMBER = {name: number for number, name in enumerate(_MONTHS, start=1)}
_MONTH_NUMBER |= {name[:3]: number for name, number in _MONTH_NUMBER.items()} | {"sept": 9}
_DAY_MONTH_YEAR = re.compile(r"\b(\d{1,2})(?:st|nd|rd|th)?[\s\-]+([A-Za-z]{3,9})[\s\-,]+(\d{4})\b")


def parse_date(text: str) -> date | None:
    """The first day-month-year in a text (``17 Jun 2021``, ``9-July-2021``) or an ISO date; None without one."""
    try:
        return date.fromisoformat(text.strip())
    except ValueError:
        pass
    for day, month, year in _DAY_MONTH_YEAR.findall(unify_characters(text)):
        number = _MONTH_NUMBER.get(month.lower())
        if number is not None:
            try:
                return date(int(year), number, int(day))
            except ValueError:
                continue
    return None


def month_number(word: str) -> int | None:
    """1 to 12 for an English month, whole or cut to three letters; None for any other word."""
    return _MONTH_NUMBER.get(word.lower().rstrip("."))


def format_date(day: date) -> str:
    """``17 June 2021``."""
    return f"{day.day} {_MONTHS[day.month - 1].capitalize()} {day.year}"


def format_month(day: date) -> str:
    """``June 2021``."""
    return f"{_MONTHS[day.month - 1].capitalize()} {day.year}"


# --------------------------------------------------------------------------- references


@dataclass(frozen=True)
class FoundReference:
    """A case reference written in a text, with its place."""

    reference: CaseReference
    start: int
    end: int


# Groups of 2, 3 and 3 digits with one kind of gap or none; a letter only directly behind the last digit, or after a
# dash (16-010-636-C). Not inside longer digits, and not a sum of money; another reference may follow at once.
_REFERENCE_IN_TEXT = re.compile(
    r"(?<![0-9£])(?<![0-9][,.])(?<!£ )([0-9]{2})([ \-/]?)([0-9]{3})\2([0-9]{3})(?:-?([A-Za-z])(?![A-Za-z]))?"
    r"(?!(?![ ,][0-9]{2}([ \-/]?)[0-9]{3}\6[0-9]{3}(?![0-9]))[ \-,.]?[0-9])"
)


def find_references(text: str) -> tuple[FoundReference, ...]:
    """Every case reference written in a text, in order, in any of the forms that people use."""
    # A long dash never stands inside a reference: in "19 018 981—a similar case" the "a" is a word.
    plain = unify_characters(text.replace("\u2014", "\u2015"))
    return tuple(
        FoundReference(
            CaseReference(f"{m[1]} {m[3]} {m[4]}{(m[5] or '').lower()}"),
            m.start(),
            m.end(),
        )
        for m in _REFERENCE_IN_TEXT.finditer(plain)
    )


# --------------------------------------------------------------------------- sentences

_SENTENCE_END = re.compile(r"[.!?][\"')\]]*\s+(?=[\"'(\[£]?[A-Z0-9£])")
# The full stop of an abbreviation, which is short: only the last characters before a possible end are looked at.
_NO_END = re.compile(r"(?:\b(?:Mr|Mrs|Ms|Dr|St|No|v|para|paras|e\.g|i\.e|etc|cf|(?<!')s|ss)|\b[A-Z])\.$")
_LONGEST_ABBREVIATION = 8


def split_sentences(text: str) -> tuple[str, ...]:
    """Cut a paragraph into its sentences, each an exact substring of it; empty text gives none.

    >>> split_sentences("Mr. X moved. He was owed £3.50.")
    ('Mr. X moved.', 'He was owed £3.50.')
    """
    plain = unify_characters(text)
    sentences, start = [], 0
    for match in _SENTENCE_END.finditer(plain):
        end = match.end() - len(match[0]) + len(match[0].rstrip())
        if _NO_END.search(plain, max(start, end - _LONGEST_ABBREVIATION), end):
            continue
        sentences.append(text[start:end].strip())
        start = match.end()
    sentences.append(text[start:].strip())
    return tuple(sentence for sentence in sentences if sentence)


# The stages that read remedies ask for the same paragraphs one after the other; a decision has some hundred.
@lru_cache(maxsize=500)
def plain_sentences(text: str) -> tuple[str, ...]:
    """The sentences of a paragraph in normal form, for looking at their words and not for quoting."""
    return tuple(normalise(sentence) for sentence in split_sentences(text))


# --------------------------------------------------------------------------- lists and numbers in a sentence


def join_words(items: Iterable[str], last: str = "and") -> str:
    """``a``, ``a and b``, ``a, b and c``; nothing for no items."""
    given = list(items)
    if len(given) < 2:
        return "".join(given)
    return f"{', '.join(given[:-1])} {last} {given[-1]}"


def format_count(number: int, singular: str, plural: str | None = None) -> str:
    """``1 decision``, ``1,403 decisions``; ``plural`` where an added "s" will not do."""
    return f"{number:,} {singular if number == 1 else plural or singular + 's'}"
