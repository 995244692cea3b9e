"""A question → the question with misspelt words put right, each told as an assumption that can be undone.

Only towards the field's own words and, where a name stands, towards the names of councils that can be meant. A word
is put right where one such word alone is one slip away (two in a long word) and it is no English word itself:
``lookalikes`` holds those that are.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from rapidfuzz.distance import OSA

from assistant.domain import Assumption
from assistant.question.assumptions import key_of
from assistant.question.places import ORDINARY_NAMES
from assistant.question.register import read_register
from assistant.question.words import Wording, table_words
from assistant.vocabulary import field_words, is_lookalike, known_words, word_stem

# A longer word leaves room for two slips; in one of four letters only two letters may have changed places.
_SHORTEST, _LONG = 4, 9
_SHORTEST_NAME = 7
# A story full of slips is put right at its first ones; more buttons than these help nobody.
_MOST = 8
_WORD = re.compile(r"(?<![\w'£@/.#-])[a-z]{4,}(?![\w@/-])")
_COUNCIL_BEHIND = re.compile(r" (?:county|city|borough|district|metropolitan|met|council|mbc|mdc)\b")
_COUNCIL_BEFORE = re.compile(r"\b(?:london borough of|borough of|city of|lb) $")
_STRUCTURE = frozenset(
    table_words("council city county borough london royal metropolitan district north south east west upon with care")
)


@dataclass(frozen=True)
class Spelt:
    """A text put right, with what was done to it."""

    text: str
    corrections: tuple[Assumption, ...] = ()


def put_right(text: str, bodies: tuple[str, ...], without: Collection[str] = ()) -> Spelt:
    """The text with each sure misspelling replaced; a word whose key is in ``without`` stays as it was typed.

    ``bodies`` are those held; with none, the national names of councils still count. The text itself where every word
    is known.
    """
    wording = Wording(text)
    pieces, position = [], 0
    corrections: dict[str, Assumption] = {}
    for match in _WORD.finditer(wording.lower):
        if len(corrections) >= _MOST:
            break
        right = _right_word(wording, match, bodies)
        key = key_of("spelling", match[0])
        if right is None or key in without:
            continue
        right = right.capitalize() if wording.plain[match.start()].isupper() else right
        pieces += [text[position : match.start()], right]
        position = match.end()
        said = text[match.start() : match.end()]
        corrections.setdefault(key, Assumption(key, f"“{said}” is read as “{right}”.", f"“{said}” read as “{right}”"))
    return Spelt("".join([*pieces, text[position:]]), tuple(corrections.values()))


def _right_word(wording: Wording, match: re.Match[str], bodies: tuple[str, ...]) -> str | None:
    """What a word was meant to be; None for a word that is known, or near to none or to several."""
    word = match[0]
    if is_lookalike(word) or word in _names(bodies) or _is_form_of_known(word):
        return None
    is_capital = wording.plain[match.start()].isupper()
    is_name = is_capital and not _begins_a_sentence(wording.lower, match.start())
    beside_council = bool(
        _COUNCIL_BEHIND.match(wording.lower[match.end() : match.end() + 12])
        or _COUNCIL_BEFORE.search(wording.lower[max(0, match.start() - 20) : match.start()])
    )
    if is_name or beside_council:
        found = _nearest_name(word, bodies, shortest=_SHORTEST if beside_council else _SHORTEST_NAME)
        if found or is_name:
            return found
    found = _nearest_field_word(word)
    return _nearest_name(word, bodies, shortest=_SHORTEST_NAME) if found is None and is_capital else found


def _begins_a_sentence(text: str, place: int) -> bool:
    before = text[max(0, place - 4) : place].rstrip(" '\"(")
    return not before or before[-1] in ".?!:;\n-"


# "sectioned", "rehousing", "overpays" are regular forms of words that are known.
_BEGINNINGS = ("re", "un", "over", "mis", "non", "pre", "out", "under")
_ENDINGS = ("s", "es", "d", "ed", "ing", "ings", "er", "ers", "ly", "able")
_SHORTEST_BASE = 4


def _is_form_of_known(word: str) -> bool:
    """True for a known word, and for one with a regular ending or beginning added to it."""
    known = known_words()
    if word in known:
        return True
    rest = next((word.removeprefix(said) for said in _BEGINNINGS if word.startswith(said)), word)
    for form in dict.fromkeys((word, rest)):
        if form in known and len(form) >= _SHORTEST_BASE:
            return True
        for ending in _ENDINGS:
            base = form.removesuffix(ending)
            if base != form and len(base) >= _SHORTEST_BASE and not {base, f"{base}e"}.isdisjoint(known):
                return True
    return False


@lru_cache(maxsize=4096)
def _nearest_field_word(word: str) -> str | None:
    return _nearest(word, _field_index())


@lru_cache(maxsize=1024)
def _nearest_name(word: str, bodies: tuple[str, ...], *, shortest: int) -> str | None:
    found = _nearest(word, _name_index(bodies))
    return found if found and len(found) >= shortest else None


def _nearest(word: str, index: Mapping[str, frozenset[str]]) -> str | None:
    """The one word of the index at the least number of slips, of those that begin alike; None for none or several."""
    slips = sorted((OSA.distance(word, known), known) for known in _near(word, index))
    allowed = 2 if len(word) >= _LONG else 1
    slips = [(count, known) for count, known in slips if count <= allowed and _begin_alike(word, known)]
    nearest = [known for count, known in slips if count == slips[0][0]]
    if len(nearest) > 1:
        # One word in two forms: "bailifs" ends as "bailiffs" does.
        is_one_word = len({known.removesuffix("s") for known in nearest}) == 1
        nearest = [known for known in nearest if known[-1] == word[-1]] if is_one_word else []
    if len(nearest) != 1:
        return None
    best = nearest[0]
    if word_stem(word) == word_stem(best) and best.startswith(word[:-1]):  # "disable" is a form of "disabled"
        return None
    if len(word) <= _SHORTEST and sorted(word) != sorted(best) and len(best) == len(word):
        return None
    return best


def _begin_alike(word: str, known: str) -> bool:
    return word[0] == known[0] or word[:2] == known[1::-1]


def _near(word: str, index: Mapping[str, frozenset[str]]) -> set[str]:
    """The words of the index that share a form with one or two letters left out."""
    return {known for form in _forms(word) for known in index.get(form, ())}


def _forms(word: str) -> set[str]:
    """The word, and what is left of it without one letter, or without two where it is long."""
    forms = {word, *(word[:place] + word[place + 1 :] for place in range(len(word)))}
    if len(word) >= _LONG - 1:
        forms |= {form[:place] + form[place + 1 :] for form in tuple(forms) for place in range(len(form))}
    return forms


def _index(words: Iterable[str]) -> Mapping[str, frozenset[str]]:
    index: dict[str, set[str]] = defaultdict(set)
    for word in words:
        for form in _forms(word):
            index[form].add(word)
    return {form: frozenset(found) for form, found in index.items()}


@cache
def _field_index() -> Mapping[str, frozenset[str]]:
    return _index(field_words())


@lru_cache(maxsize=8)
def _names(bodies: tuple[str, ...]) -> frozenset[str]:
    """The single words of the names by which bodies are known, without words of structure."""
    words = {word for phrase in read_register(bodies).phrases for word in phrase.split() if len(word) >= _SHORTEST}
    return frozenset(words - _STRUCTURE)


@lru_cache(maxsize=8)
def _name_index(bodies: tuple[str, ...]) -> Mapping[str, frozenset[str]]:
    return _index(word for word in _names(bodies) if word not in ORDINARY_NAMES)
