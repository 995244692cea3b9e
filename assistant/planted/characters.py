"""Characters that hide or pretend: a text → the plain letters behind them, and what was found of each sort.

Pages of the Ombudsman hold letters, figures and typographic marks; none of 1,403 digests, four real statements and 130
pages of our own writing holds one of these (November 2026). A stray zero-width space beside a blank or a mark, which
word processors leave behind, is no disguise and is let be.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from assistant.domain import FlagKind
from assistant.planted.pieces import holds_one

# Letters of other alphabets that print like Latin ones, and the Latin ones they stand for.
_ALIKE = {
    strange: plain
    for strange_letters, plain_letters in (
        ("авеёкмнорстухіјѕԁԛԝһґ", "abeekmhopctyxijsdqwhr"),
        ("АВЕКМНОРСТУХІЈЅԚԜҺ", "ABEKMHOPCTYXIJSQWH"),
        ("αβγεικνορτυχω", "abyeikvoptuxw"),
        ("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧ", "ABEZHIKMNOPTYX"),
        ("սօհոցɑɡ", "uohngag"),
    )
    for strange, plain in zip(strange_letters, plain_letters, strict=True)
}
_ALIKE_TABLE = str.maketrans(_ALIKE)
# Zero-width and filling characters, marks of direction, tags, variation selectors beyond those of emoji.
_INVISIBLE = (
    "\u200b-\u200d\u2060-\u2064\ufeff\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180e\u3164\uffa0\u206a-\u206f\u00ad\u200e"
    "\u200f\u061c\u202a-\u202e\u2066-\u2069\U000e0000-\U000e0fff\ufe00-\ufe0f"
)
_UNSEEN = re.compile(f"[{_INVISIBLE}]")
_TAGS = re.compile("[\U000e0000-\U000e0fff]")
_DIRECTION = re.compile("[\u202a-\u202e\u2066-\u2069]")
# Between two letters or figures they split a word or a sum; a soft hyphen may split a word.
_WITHIN = re.compile(
    "(?<=[^\\W_])[\u200b-\u200f\u2060-\u2064\ufeff\u034f\u061c\u180e\u3164]+(?=[^\\W_])"
    "|(?<=[\\d£,.])[\u00ad\u200b-\u200f\u2060-\u2064\ufeff]+(?=[\\d£,.])"
    "|[\u200b-\u200f\u2060-\u2064\ufeff\u3164\ufe00-\ufe0f]{4,}"
)
_SUM_OF_LETTERS = re.compile(
    r"£ ?(?=[\d,.OoIl|]*[\dOoIl|])(?:\d[\d,.]*[OoIl|]|[OoIl|][\d,.OoIl|]*\d)[\d,.OoIl|]*(?!\w)"
)
_POUND_ALIKE = re.compile("[\uffe1\u20a4] ?\\d")
_MARKUP = re.compile(
    r"<!--|<!\[CDATA|</?(?:script|style|template|iframe|object|embed|svg|img|meta|link|form|input|noscript|base)\b"
    r"|\bjavascript:|\bdata:text/html|\bon(?:error|load|click|mouseover|focus|toggle)\s*=|!\[[^\]\n]{0,80}\]\("
    r"|\]\((?:javascript|data|vbscript):",
    re.IGNORECASE,
)
# What no sign is looked for behind: ``unmask`` leaves each of these as it is, and none hides or pretends.
_EXTRAORDINARY = re.compile("[^\\x00-\\x7f\u2018\u2019\u201c\u201d\u2013\u2014\u2022£àáâäçèéêëìíîïñòóôöùúûü]")
# Pieces of ``_MARKUP``; three times as fast as the pattern.
_MARKUP_PIECES = ("<", "=", "](", "javascript:", "data:")
_LEET = str.maketrans("013457@$!", "oieastasi")
# The end of what ``_MAY_BE_LEET`` matches: figures are rarer than letters.
_LEET_PIECE = re.compile(r"[013457@$!][a-z]", re.IGNORECASE)
_MAY_BE_LEET = re.compile(r"[a-z][013457@$!]{1,2}[a-z]", re.IGNORECASE)
_SPACED = re.compile(r"(?<!\w)(?:\w[ .·_*-]){5,}\w(?!\w)")
# Five letters or figures with one mark between each stand between marks: what ``_SPACED`` has to hold.
_SPACED_PIECE = re.compile(r"[ .·_*-]\w[ .·_*-]\w[ .·_*-]\w[ .·_*-]\w[ .·_*-]")
_LONG_ENOUGH = 60


def is_ordinary(text: str) -> bool:
    """True where a text holds letters, figures and marks that every decision holds, and none that hides or pretends."""
    return text.isascii() or _EXTRAORDINARY.search(text) is None


def unmask(text: str) -> str:
    """The text as a reader would take it: unseen characters out, full-width and look-alike letters plain, in one line.

    Offsets are not those of the text. Plain text comes back as it is, less its line breaks.
    """
    if not is_ordinary(text):
        text = "".join(chr(ord(c) - 0xE0000) if "\U000e0020" <= c <= "\U000e007e" else c for c in text)
        text = unicodedata.normalize("NFKC", _UNSEEN.sub("", text)).translate(_ALIKE_TABLE)
    if _SPACED_PIECE.search(text) and _SPACED.search(text):
        text = _SPACED.sub(lambda match: re.sub(r"[ .·_*-]", "", match[0]), text)
    return text


def without_unseen(text: str) -> str:
    """The text less the characters that nobody sees."""
    return _UNSEEN.sub("", text)


def spell_out(text: str) -> str:
    """The text with every unseen or pretending character as its code, so that a person sees what is there.

    >>> spell_out("£1\u200b0")
    '£1<U+200B>0'
    """
    return "".join(
        f"<U+{ord(character):04X}>" if _UNSEEN.match(character) or _pretends(text, position) else character
        for position, character in enumerate(text)
    )


def _pretends(text: str, position: int) -> bool:
    character = text[position]
    return not character.isascii() and (_is_strange_figure(character) or _is_strange_letter(text, position))


def write_out_leet(text: str) -> str:
    """Figures and marks that stand for letters as the letters; the same text where no word holds one."""
    return text.translate(_LEET) if may_be_leet(text) else text


def may_be_leet(text: str) -> bool:
    """True where a word holds figures or marks between its letters."""
    return _LEET_PIECE.search(text) is not None and _MAY_BE_LEET.search(text) is not None


def find_disguises(text: str) -> Iterator[tuple[FlagKind, str]]:
    """Each sort of disguise once, with the characters by which it was known."""
    has_odd = not is_ordinary(text)
    if has_odd:
        unseen = _find_unseen(text)
        if unseen:
            yield FlagKind.INVISIBLE, unseen
    alike = _find_lookalike(text) if has_odd or "£" in text else ""
    if alike:
        yield FlagKind.LOOKALIKE, alike
    # Capitals and letters that match without regard to case are many where characters are odd.
    markup = _MARKUP.search(text) if has_odd or holds_one(text.lower(), _MARKUP_PIECES) else None
    if markup:
        yield FlagKind.MARKUP, text[markup.start() : markup.start() + _LONG_ENOUGH]


def _find_unseen(text: str) -> str:
    for pattern in (_TAGS, _DIRECTION, _WITHIN):
        match = pattern.search(text)
        if match:
            return f"{_name(match[0][0])} at {text[max(0, match.start() - 20) : match.end() + 20]!a}"
    return ""


def _find_lookalike(text: str) -> str:
    match = _SUM_OF_LETTERS.search(text) or _POUND_ALIKE.search(text)
    if match:
        return match[0]
    if is_ordinary(text):
        return ""
    for position, character in enumerate(text):
        if character.isascii():
            continue
        if _is_strange_figure(character) or _is_strange_letter(text, position):
            around = text[max(0, position - 15) : position + 15]
            return f"{_name(character)} in {around!r}"
    return ""


def _is_strange_figure(character: str) -> bool:
    """A figure that is none of 0 to 9 (full-width, Arabic, mathematical); raised and lowered ones are ordinary."""
    return unicodedata.category(character) == "Nd"


def _is_strange_letter(text: str, position: int) -> bool:
    """A letter of another alphabet, or a full-width or mathematical one; a lone Greek letter ("β") is ordinary."""
    character = text[position]
    if not unicodedata.category(character).startswith("L"):
        return False
    name = unicodedata.name(character, "")
    if name.startswith(("LATIN SMALL LETTER", "LATIN CAPITAL LETTER", "LATIN SMALL LIGATURE", "MODIFIER LETTER")):
        return character in _ALIKE
    if name.startswith(("FEMININE ORDINAL", "MASCULINE ORDINAL", "MICRO SIGN", "OHM SIGN", "KELVIN SIGN")):
        return False
    before, after = text[position - 1 : position], text[position + 1 : position + 2]
    return not name.startswith("GREEK") or before.isalnum() or after.isalnum()


def _name(character: str) -> str:
    return f"{unicodedata.name(character, 'UNNAMED').lower()} (U+{ord(character):04X})"
