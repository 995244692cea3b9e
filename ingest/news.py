"""An article about a decision → NewsItem: title, standfirst, source, date, the bodies it names; never its figures.

The press tells a decision in its own words, mixes up who is who and adds sums: an article is kept as a pointer. Only
its headline and the line under it are stored, because the text is the publisher's.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from assistant.domain import NewsItem
from assistant.errors import InputError
from assistant.planted import find_signs
from assistant.text import content_hash, parse_date, split_sentences, unify_characters

# An article speaks about the ombudsman, of a council, in the press's words; three of these make one.
_OMBUDSMAN = re.compile(r"\bombudsman\b", re.I)
_COUNCIL = re.compile(r"\b(?:council|authority|borough)\b", re.I)
_PRESS = re.compile(
    r"\bwatchdog\b|\bspokes(?:person|man|woman)\b|\bthe (?:report|ombudsman|council) (?:said|added|found)\b|\btold \w+|"
    r"\bslam(?:s|med)\b|\bcriticised\b|\bordered to\b|\bPicture:|\bPhoto(?:graph)?:|\bRead more\b|\bSubscribe\b"
    r"|\bRelated articles?\b",
    re.I,
)
_NOT_TEXT = re.compile(
    r"(?:image|picture|photo(?:graph)?|credit|by|share|advertisement|subscribe|register|log in)\b", re.I
)
_SOURCE = re.compile(
    r"(?:more from|source:|published (?:by|in)|first appeared (?:in|on)|\u00a9(?: ?\d{4})?)\s*(?P<name>[A-Z][^."
    r"|]{2,60})",
    re.I,
)
_SHORTEST_STANDFIRST = 40

# "Northmoor Council", "Lancashire council", "London Borough of Northmoor": capital words before the word council.
_WORD = r"[A-Z][a-z]+(?:['-][A-Za-z]+)*"
_BODY = re.compile(
    rf"\b(?P<place>{_WORD}(?: (?:(?:and|upon|on|of|the|in|le) )?{_WORD}){{0,4}}) (?P<kind>(?:(?:[Cc]ounty|[Cc]ity"
    rf"|[Bb]orough|"
    r"[Dd]istrict|[Mm]etropolitan|[Uu]nitary) )*[Cc]ouncil)\b"
)
_LONDON = re.compile(rf"\b(?:London|Royal) Borough of {_WORD}(?: (?:and {_WORD}|upon {_WORD}|{_WORD}))*")
_NO_PLACE = frozenset(
    (
        "The",
        "A",
        "An",
        "This",
        "That",
        "However",
        "While",
        "When",
        "But",
        "And",
        "Her",
        "His",
        "Their",
        "Its",
        "Said",
        "In",
        "How",
        "As",
        "Another",
        "Your",
        "Our",
    )
)


def read_news(text: str, name: str) -> NewsItem | None:
    """The article in this text, or None where it is none. ``name`` (the file's) is the source where none is printed.

    Raises InputError for an article with planted text in it: nothing of it is kept, the headline no more than the rest.
    """
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    if not _is_article(lines):
        return None
    for line in lines:
        for sign in find_signs(line):
            raise InputError(f"{name}: a news article that holds {sign.kind} ({sign.found!r}). Nothing was stored.")
    title, standfirst = lines[0], _standfirst(lines)
    plain = unify_characters(text)
    return NewsItem(
        id=f"news/{content_hash(title + ' ' + standfirst)}",
        title=title,
        standfirst=standfirst,
        source=_source(lines, name),
        published=_published(lines),
        bodies=_bodies(plain),
    )


def _is_article(lines: Sequence[str]) -> bool:
    text = unify_characters("\n".join(lines))
    signs = len(_OMBUDSMAN.findall(text)) >= 2, bool(_COUNCIL.search(text)), len(_PRESS.findall(text)) >= 2
    return len(lines) >= 4 and len(lines[0]) <= 200 and all(signs)


def _standfirst(lines: Sequence[str]) -> str:
    """The line under the headline; of an article without one, the first sentence of its text."""
    for line in lines[1:8]:
        if len(line) >= _SHORTEST_STANDFIRST and not _NOT_TEXT.match(line) and parse_date(line[:40]) is None:
            return line if len(line) <= 300 else split_sentences(line)[0]
    return ""


def _source(lines: Sequence[str], name: str) -> str:
    found = (match for line in reversed(lines) if len(line) <= 120 and (match := _SOURCE.match(line)))
    match = next(found, None)
    return match["name"].strip() if match else name


def _published(lines: Sequence[str]) -> date | None:
    """A date on a short line near the headline; a date in a sentence is the story's and not the article's."""
    near = (parse_date(line) for line in lines[1:10] if len(line) <= 60)
    return next((day for day in near if day is not None), None)


def _bodies(plain: str) -> tuple[str, ...]:
    """The councils that the article names, in order, each once."""
    found: dict[str, str] = {}
    for match in _BODY.finditer(plain):
        words = match["place"].split()
        while words and words[0] in _NO_PLACE:
            words.pop(0)
        # "Northmoor County council" has "County" among its capital words already; one form of a name is enough.
        kind = " ".join(part.capitalize() for part in match["kind"].split())
        if words:
            body = f"{' '.join(words)} {kind}"
            found.setdefault(body.casefold(), body)
    for match in _LONDON.finditer(plain):
        found.setdefault(match[0].casefold(), match[0])
    return tuple(found.values())
