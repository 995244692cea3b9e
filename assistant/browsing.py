"""What somebody looks through the decisions for → one page of them, the counts beside it, and what to drop for more.

Words are found as they are written (with their endings), all of them in one decision; an abbreviation of the field is
found written out as well. A reference, typed in any form, is that decision. Nothing that is searched is kept.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from rapidfuzz import fuzz, process

from assistant.casebook import Casebook
from assistant.domain import CaseReference, Facets, Filters, ListedDecision, Sort
from assistant.text import find_references, normalise, unify_characters
from assistant.vocabulary import expand, known_words
from assistant.vocabulary.words import STOP_WORDS

PAGE_SIZE = 25
# More is no search for words but a text: its beginning is searched, and that is said.
_MOST_CHARACTERS, _MOST_WORDS = 300, 12
# An abbreviation of the field has at most this many characters (EOTAS, EHCNA).
_LONGEST_ABBREVIATION = 6
# How near a known word must be to be offered in the place of one that no decision has (0 to 100).
_NEAR_ENOUGH = 80

_PHRASE_OR_WORD = re.compile(r'"([^"]+)"|([^\s"]+)')
_TERM = re.compile(r"\w+(?:['.&/-]\w+)*", re.UNICODE)
# What may stand beside a reference without being searched: "case ref. 19 018 981?"
_ONLY_REFERENCE = re.compile(
    r"(?:\s|[.,:;?!#()\[\]]|and|or|case|decision|ref(?:erence)?|no|number|the|lgsco|lgo)*", re.I
)


@dataclass(frozen=True)
class Browse:
    """What is looked for: words as typed (may be empty), filters, order, and the page (from 1)."""

    words: str = ""
    filters: Filters = field(default_factory=Filters)
    sort: Sort = Sort.NEWEST
    page: int = 1


@dataclass(frozen=True)
class SoughtWord:
    """A word or phrase that is sought, and how else it is found: ``EHCP``, also as ``EHC plan``.

    ``is_phrase`` is true for what stood in quotation marks.
    """

    text: str
    also: tuple[str, ...] = ()
    is_phrase: bool = False


@dataclass(frozen=True)
class Drop:
    """Something that could be changed in a search which finds nothing, and how many decisions there would be then.

    ``dropped`` says what is left out ("the word “xyz”", "the body"); ``instead`` is the word put in its place, if any.
    """

    dropped: str
    browse: Browse
    decisions: int
    instead: str | None = None


@dataclass(frozen=True)
class Page:
    """One page of the decisions that were looked for.

    ``browse`` is what was really searched: the page moved to the last one where there are fewer, best match by words
    only. ``opens`` is the decision whose reference was typed, where it is held; ``not_held`` are references typed of
    decisions that are not, with ``near`` ones that are. ``is_cut`` is true where only the beginning of the words was
    searched. ``drops`` are offered where nothing was found, most decisions first. ``held`` is the casebook's size.
    """

    browse: Browse
    decisions: tuple[ListedDecision, ...]
    total: int
    held: int
    facets: Facets = field(default_factory=Facets)
    sought: tuple[SoughtWord, ...] = ()
    opens: CaseReference | None = None
    not_held: tuple[CaseReference, ...] = ()
    near: tuple[CaseReference, ...] = ()
    is_cut: bool = False
    drops: tuple[Drop, ...] = ()

    @property
    def pages(self) -> int:
        """How many pages the list has, at least one."""
        return max(1, -(-self.total // PAGE_SIZE))

    @property
    def first(self) -> int:
        """The number of the first line of this page in the whole list; 0 for an empty list."""
        return (self.browse.page - 1) * PAGE_SIZE + 1 if self.total else 0


def browse(casebook: Casebook, asked: Browse) -> Page:
    """The page that is asked for. A page beyond the last is the last; an empty casebook gives an empty page."""
    held = casebook.facts().decisions
    references = _typed_references(asked.words)
    if references:
        return _browse_references(casebook, asked, references, held)
    sought, is_cut = read_words(asked.words)
    if asked.sort is Sort.BEST_MATCH and not sought:
        asked = replace(asked, sort=Sort.NEWEST)
    groups = _groups(sought)
    offset = (max(1, asked.page) - 1) * PAGE_SIZE
    found = casebook.listing(groups, asked.filters, asked.sort, offset=offset, limit=PAGE_SIZE)
    page = min(max(1, asked.page), max(1, -(-found.total // PAGE_SIZE)))
    if page != max(1, asked.page):
        found = casebook.listing(groups, asked.filters, asked.sort, offset=(page - 1) * PAGE_SIZE, limit=PAGE_SIZE)
    asked = replace(asked, page=page)
    drops = tuple(_drops(casebook, asked, sought)) if found.total == 0 and held else ()
    return Page(
        asked,
        found.decisions,
        found.total,
        held,
        found.facets,
        sought,
        is_cut=is_cut,
        drops=tuple(sorted(drops, key=lambda drop: -drop.decisions)),
    )


# --------------------------------------------------------------------------- words


def read_words(typed: str) -> tuple[tuple[SoughtWord, ...], bool]:
    """The words to seek, each once and in order, and whether the end was cut off.

    Small words ("the", "of") are left out unless there is nothing else, or they stand in quotation marks.

    >>> [word.text for word in read_words('delay of the EHCP "section 47"')[0]]
    ['delay', 'EHCP', 'section 47']
    """
    plain = " ".join(unify_characters(typed).split())
    is_cut = len(plain) > _MOST_CHARACTERS
    # A word cut in two would be another word; one that is too long by itself is no word.
    text = plain[:_MOST_CHARACTERS].rsplit(" ", 1)[0] if is_cut else plain
    found = list(_split_words(text[:_MOST_CHARACTERS]))
    telling = [word for word in found if word.is_phrase or word.text.lower() not in STOP_WORDS]
    first: dict[str, SoughtWord] = {}
    for word in telling or found:
        first.setdefault(word.text.lower(), word)
    unique = tuple(first.values())
    return unique[:_MOST_WORDS], is_cut or len(unique) > _MOST_WORDS


def _split_words(text: str) -> Iterator[SoughtWord]:
    for phrase, word in _PHRASE_OR_WORD.findall(text):
        if phrase and _TERM.search(phrase):
            yield SoughtWord(phrase.strip(), is_phrase=True)
        for term in _TERM.findall(word):
            yield SoughtWord(term, tuple(spell_out(term)))


def spell_out(word: str) -> Iterator[str]:
    """What an abbreviation of the field stands for, as far as its letters go; nothing for any other word.

    The decisions' phrases for it are in the vocabulary. Those count whose words it abbreviates: its letters stand in
    them in order, from the beginning of a word. So "ramp" does not find every home adaptation.

    >>> list(spell_out("DFG")), list(spell_out("s117")), list(spell_out("ramp"))
    (['disabled facilities grant'], ['section 117'], [])
    """
    letters = "".join(character for character in word.lower() if character.isalnum())
    if not 2 <= len(letters) <= _LONGEST_ABBREVIATION:
        return
    found = (_abbreviated_part(letters, phrase) for phrase in expand(word))
    yield from dict.fromkeys(part for part in found if part and part.lower() != letters)


def _abbreviated_part(letters: str, phrase: str) -> str:
    """The words of the phrase that the letters abbreviate, at least two; empty where they do not."""
    words = phrase.split()
    for start in (n for n, word in enumerate(words) if word.lower() not in STOP_WORDS):
        length = _words_abbreviated(letters, [word.lower() for word in words[start:]])
        if length is not None and length > 1:
            return " ".join(words[start : start + length])
    return ""


def _words_abbreviated(letters: str, words: Sequence[str]) -> int | None:
    """How many of the words, from the first on, the letters stand for; None where they do not.

    Each word has its first letter among them, and rather no more than that ("antisocial" has two in ASB); small words
    may have none.
    """
    if not letters:
        return 0
    if not words:
        return None
    word, rest = words[0], words[1:]
    for taken in range(1, len(letters) + 1) if word[0] == letters[0] else ():
        if _stand_in_order(letters[:taken], word):
            behind = _words_abbreviated(letters[taken:], rest)
            if behind is not None:
                return 1 + behind
    behind = _words_abbreviated(letters, rest) if word in STOP_WORDS else None
    return None if behind is None else 1 + behind


def _stand_in_order(letters: str, word: str) -> bool:
    left = iter(word)
    return all(letter in left for letter in letters)


def _groups(sought: tuple[SoughtWord, ...]) -> list[tuple[str, ...]]:
    return [(word.text, *word.also) for word in sought]


# --------------------------------------------------------------------------- references


def _typed_references(words: str) -> tuple[CaseReference, ...]:
    """The references typed, where nothing but references was; else none, and their digits are words like others."""
    if len(words) > _MOST_CHARACTERS:
        return ()
    found = find_references(words)
    rest, at = "", 0
    for one in found:
        rest, at = rest + words[at : one.start] + " ", one.end
    if not found or not _ONLY_REFERENCE.fullmatch(normalise(rest + words[at:])):
        return ()
    return tuple(dict.fromkeys(one.reference for one in found))


def _browse_references(casebook: Casebook, asked: Browse, references: tuple[CaseReference, ...], held: int) -> Page:
    """The decisions with these references: one opens; filters do not hide what is asked for by name."""
    named = Filters(references=references)
    found = casebook.listing((), named, asked.sort, limit=PAGE_SIZE)
    known = {decision.reference for decision in found.decisions}
    missing = tuple(reference for reference in references if reference not in known)
    near = tuple(dict.fromkeys(near for reference in missing for near in casebook.near_references(reference)))
    return Page(
        replace(asked, filters=Filters(), page=1, sort=Sort.NEWEST if asked.sort is Sort.BEST_MATCH else asked.sort),
        found.decisions,
        found.total,
        held,
        opens=references[0] if len(references) == 1 and references[0] in known else None,
        not_held=missing,
        near=near,
    )


# --------------------------------------------------------------------------- what to drop


def _drops(casebook: Casebook, asked: Browse, sought: tuple[SoughtWord, ...]) -> Iterator[Drop]:
    """Each word and each filter that hides all decisions by itself, and known words near one that no decision has."""
    for n, word in enumerate(sought):
        rest = sought[:n] + sought[n + 1 :]
        if rest or not asked.filters.is_empty:
            yield from _drop_if_found(casebook, asked, rest, f"the word “{word.text}”")
        if not word.is_phrase and (near := _near_word(casebook, word)):
            instead = (*sought[:n], SoughtWord(near, tuple(spell_out(near))), *sought[n + 1 :])
            yield from _drop_if_found(casebook, asked, instead, f"the word “{word.text}”", instead=near)
    for name, filters in without_each(asked.filters):
        yield from _drop_if_found(casebook, replace(asked, filters=filters), sought, name)
    if sought and not asked.filters.is_empty:
        yield from _drop_if_found(casebook, replace(asked, filters=Filters()), sought, "all limits")


def _drop_if_found(
    casebook: Casebook, asked: Browse, sought: tuple[SoughtWord, ...], dropped: str, *, instead: str | None = None
) -> Iterator[Drop]:
    decisions = casebook.count_listed(_groups(sought), asked.filters)
    if decisions:
        words = " ".join(f'"{word.text}"' if word.is_phrase else word.text for word in sought)
        yield Drop(dropped, replace(asked, words=words, page=1), decisions, instead)


def _near_word(casebook: Casebook, word: SoughtWord) -> str | None:
    """A word of the field that looks like one which no decision has; None where there is none, or a decision has it."""
    if len(word.text) < 4 or casebook.count_listed(_groups((word,)), Filters()):
        return None
    near = process.extractOne(word.text.lower(), sorted(known_words()), scorer=fuzz.ratio, score_cutoff=_NEAR_ENOUGH)
    return near[0] if near else None


def without_each(filters: Filters) -> Iterator[tuple[str, Filters]]:
    """For each kind of filter that is set, what it is called and the filters without it."""
    kinds: tuple[tuple[str, dict[str, object]], ...] = (
        ("the category", {"categories": (), "subcategories": ()}),
        ("the subcategory", {"subcategories": ()}),
        ("the body", {"bodies": (), "bodies_not": ()}),
        ("the outcome", {"outcomes": ()}),
        ("the years", {"date_from": None, "date_to": None}),
        ("the kind of remedy", {"remedy_kinds": ()}),
        ("the sum", {"amount_min_pence": None, "amount_max_pence": None}),
        ("the payee", {"payees": ()}),
        ("the purpose", {"purposes": ()}),
        ("full text or digest", {"bases": ()}),
    )
    for name, unset in kinds:
        fewer = replace(filters, **unset)  # type: ignore[arg-type]  # names and empty values of its own fields
        if fewer != filters and not (name == "the category" and not filters.categories):
            yield name, fewer
