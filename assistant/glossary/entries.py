"""The glossary's tables, read, and the search in them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from assistant.glossary.ombudsman import OMBUDSMAN
from assistant.glossary.services import ADULTS, CHILDREN, EDUCATION, HOUSING_AND_MONEY, PLACES
from assistant.glossary.sources import SOURCES
from assistant.text import normalise


@dataclass(frozen=True)
class Entry:
    """A term: how it is written and said, what it means, the page that says so, and what to search for beside it.

    ``spellings`` are abbreviations and other names, in lower case. ``search`` is empty for words of the procedure: they
    stand in decisions of every subject, and none is about them.
    """

    name: str
    spellings: tuple[str, ...]
    meaning: str
    source: str
    address: str
    search: str


def _read(table: str) -> tuple[Entry, ...]:
    """The entries of a table: ``name | spellings; … | meaning | source, place | search``, one a line."""
    entries = []
    for line in table.strip().replace("\n    ", " ").splitlines():
        name, spellings, meaning, source, search = (part.strip() for part in line.split(" | "))
        key, _, place = source.partition(", ")
        title, address = SOURCES[key]
        label = f"{title}, {place.replace('/', ' ')}" if place else title
        said = tuple(one.strip() for one in spellings.split(";") if one.strip() not in ("", "-"))
        where = f"{address}/{place}" if place else address
        entries.append(Entry(name, said, meaning, label, where, "" if search == "-" else search))
    return tuple(entries)


ENTRIES: tuple[Entry, ...] = tuple(
    entry for table in (OMBUDSMAN, CHILDREN, EDUCATION, ADULTS, HOUSING_AND_MONEY, PLACES) for entry in _read(table)
)

_ARTICLE = re.compile(r"^(?:an?|the|their|its|your|my|our|this|that|word|term|phrase|abbreviation) ")
_SECTION = re.compile(r"\b(?:section|sect?\.?|s\.?)[ -]?(\d+[a-z]?)\b")
_MARKS = re.compile(r"[^a-z0-9&' ]+")


def _plain(text: str) -> str:
    """A term as it is compared: small letters, "s19" as "section 19", no marks, no article, no possessive."""
    plain = _SECTION.sub(r"section \1", normalise(text).lower())
    plain = " ".join(_MARKS.sub(" ", plain).split())
    while _ARTICLE.match(plain):
        plain = _ARTICLE.sub("", plain)
    return plain


def _forms(word: str) -> tuple[str, ...]:
    """A word in the numbers in which it may be said: as it is, and with one "s" more or less."""
    return (word, word[:-1]) if word.endswith("s") and not word.endswith("ss") else (word, word + "s")


@cache
def _by_spelling() -> dict[str, tuple[Entry, ...]]:
    found: dict[str, list[Entry]] = {}
    for entry in ENTRIES:
        named = {_plain(name) for name in (entry.name.split(" (")[0], *entry.spellings)}
        for spelling in {form for name in named for form in _forms(name)}:
            found.setdefault(spelling, []).append(entry)
    return {spelling: tuple(entries) for spelling, entries in found.items()}


def is_term(text: str) -> bool:
    """True where the whole text is a term of the glossary, whatever its number, article and marks.

    >>> is_term("an EHCP"), is_term("my EHCP was late")
    (True, False)
    """
    return _plain(text) in _by_spelling()


_BETWEEN = re.compile(r"\s+(?:and|or|vs?|versus|from|with|without|causing)\s+")


def find_entries(text: str) -> tuple[Entry, ...]:
    """The entries that an asked term names; several share an ambiguous spelling, and "A and B" names both.

    In a longer text ("CIN on my son's form") the first term of the services counts; words of the procedure, such as
    "decision", are in texts about everything and name nothing there.

    >>> [entry.name for entry in find_entries("s42")]
    ['Section 42, Children and Families Act 2014', 'Section 42, Care Act 2014']
    """
    plain = _plain(text)
    known = _by_spelling()
    if plain in known:
        return known[plain]
    parts = _parts(plain)
    if len(parts) > 1 and all(part in known for part in parts):
        return tuple(dict.fromkeys(entry for part in parts for entry in known[part]))
    if len(parts) > 1 and any(part in known for part in parts):
        # "a panel at stage 3, and s117": one side is a term alone, the other names one among its words.
        told = (known.get(part) or _first_service(part.split(), known) for part in parts)
        return tuple(dict.fromkeys(entry for found in told for entry in found))
    return _first_service(plain.split(), known)


def are_terms(text: str) -> bool:
    """True where a text is a term, or two terms side by side ("fault and injustice"), and nothing else."""
    plain = _plain(text)
    known = _by_spelling()
    return plain in known or all(part in known for part in _parts(plain))


def _parts(plain: str) -> list[str]:
    return [_plain(part) for part in _BETWEEN.split(plain)]


def _first_service(words: list[str], known: dict[str, tuple[Entry, ...]]) -> tuple[Entry, ...]:
    longest = max(len(spelling.split()) for spelling in known)
    for at in range(len(words)):
        for size in range(min(longest, len(words) - at), 0, -1):
            found = known.get(" ".join(words[at : at + size]).removesuffix("'s"), ())
            if any(entry.search for entry in found):
                return found
    return ()


def entry_named(name: str) -> Entry | None:
    """The entry with this name; None where there is none."""
    return next((entry for entry in ENTRIES if entry.name == name), None)


def entry_text(entry: Entry) -> str:
    """The entry as an answer tells it: the term, the meaning, and the page it rests on."""
    return f"{entry.name}: {entry.meaning} Source: {entry.source} ({entry.address})."


@cache
def entry_texts() -> frozenset[str]:
    """Every wording in which the meaning of a term may be told."""
    return frozenset(entry_text(entry) for entry in ENTRIES)
