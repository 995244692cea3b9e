"""Councils and other bodies named in a question, matched against those that the casebook holds.

Matching is by structure: a held name gives its core ("London Borough of Lambeth" → "lambeth") and whether it is a
county; the question's phrases are looked up by core, short form and successor. Misspelt names are looked for only
where a word such as "council" says that a name stands there.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum

from rapidfuzz import fuzz, process

from assistant.question.around_bodies import (
    AGAINST,
    ASKING_BEFORE,
    BEHIND,
    DEPARTMENT,
    EXCLUDED_BEHIND,
    EXCLUDING,
    HEALTH_NAME,
    INITIALS,
    LONDON_BEFORE,
    NO_COUNCIL_BEHIND,
    NO_COUNCIL_NAME,
    NO_NAME_BEFORE_COUNCIL,
    NOT_ONLY,
    PREPOSITION,
    RECORD_BEHIND,
    STORY_BEFORE,
    TITLE_BEFORE,
    UNKNOWN_COUNCIL,
    VERB_BEHIND,
)
from assistant.question.places import (
    COUNTY_CORES,
    ENGLISH_CORES,
    LONDON_CORES,
    NORTHERN_IRISH,
    ORDINARY_NAMES,
    SCOTTISH,
    SHORT_FORMS,
    SUCCESSORS,
    WELSH,
)
from assistant.question.register import Body, Register, plain_name, read_register
from assistant.question.words import Span, Wording
from assistant.text import join_words

_TOKEN = re.compile(r"[a-z0-9]+(?:'[a-z]+)*'?|&|\+")
_FUZZY_SCORE = 86
# A question that names more places is a list; further ones are not weighed one by one.
_MOST_PLACES = 40


class Use(Enum):
    """How a question speaks of a body."""

    ASKED = "asked about"
    EXCLUDED = "left out"
    STORY = "part of the story"
    NOT_ONLY = "not only this one"


@dataclass(frozen=True)
class Mention:
    """A body named in a question. ``names`` are the held names it means, or one made-up name where none is held.

    Where ``note`` says that it was read as more than was said, ``literal`` are the names in the narrow reading.
    ``is_group`` is true for a kind of council ("London boroughs"); its note is a whole sentence.
    """

    said: str
    names: tuple[str, ...]
    span: Span
    use: Use
    is_held: bool = True
    note: str | None = None
    says_council: bool = False
    literal: tuple[str, ...] = ()
    is_group: bool = False


@dataclass(frozen=True)
class _Token:
    word: str
    start: int
    end: int


# --------------------------------------------------------------------------- the words around a name


def _overlaps(span: Span, taken: Iterable[Span]) -> bool:
    return any(span[0] < end and start < span[1] for start, end in taken)


@dataclass(frozen=True)
class _Place:
    """A phrase of the question that may name bodies, with the words of structure around it."""

    phrase: str
    cores: tuple[str, ...]
    span: Span
    name_span: Span
    hint: str | None
    has_prefix: bool

    @property
    def is_marked(self) -> bool:
        """True where "council", "LB" or the like stands beside the name."""
        return self.hint is not None or self.has_prefix


def find_bodies(wording: Wording, bodies: tuple[str, ...], *, taken: Iterable[Span] = ()) -> tuple[Mention, ...]:
    """Every body named, in order of the text; ``taken`` spans (references) are skipped. No bodies held: national names.

    A name that is also an ordinary word counts only beside "council" or in another place where a body stands.
    """
    register = read_register(bodies)
    places = [place for place in _find_places(wording, register) if not _overlaps(place.span, taken)]
    sure = {place.span for place in places if _is_sure(wording, place, register)}
    sure |= {place.span for place in places if place.span not in sure and _is_coordinated(wording, place, sure)}
    mentions: list[Mention] = []
    for place in places:
        if place.span in sure:
            mention = _mention(wording, place, register, mentions)
            if mention is not None:
                mentions.append(mention)
    return (*mentions, *_unknown_councils(wording, mentions, taken))


_OTHER_NATIONS = frozenset(name.replace("_", " ") for name in (*WELSH, *SCOTTISH, *NORTHERN_IRISH))


def _unknown_councils(wording: Wording, known: list[Mention], taken: Iterable[Span]) -> list[Mention]:
    """Councils that no table knows, written with capitals ("Eastvale Borough Council"): named, and not held."""
    mentions = []
    used = [*taken, *(mention.span for mention in known)]
    for match in UNKNOWN_COUNCIL.finditer(wording.plain):
        words = match[1].split()
        while words and words[0] in NO_COUNCIL_NAME:
            words = words[1:]
        own = [word for word in words if word.lower() not in BEHIND]
        if own and plain_name(" ".join(own)) in _OTHER_NATIONS:
            continue
        if not own or any(word in NO_COUNCIL_NAME for word in own) or _overlaps(match.span(), used):
            continue
        start = match.start() + match[1].index(words[0])
        name = wording.plain[start : match.end()]
        mentions.append(Mention(name, (name,), (start, match.end()), Use.ASKED, is_held=False, says_council=True))
    return mentions


def _find_places(wording: Wording, register: Register) -> list[_Place]:
    """The longest known phrase at each word, then the likely misspelling before "council"."""
    tokens = [
        _Token({"&": "and", "+": "and"}.get(m[0], m[0]).removesuffix("'s").removesuffix("'"), m.start(), m.end())
        for m in _TOKEN.finditer(wording.lower)
    ]
    places: list[_Place] = []
    position = 0
    while position < len(tokens) and len(places) < _MOST_PLACES:
        length = next(
            (
                size
                for size in range(min(register.longest.get(tokens[position].word, 0), len(tokens) - position), 0, -1)
                if " ".join(token.word for token in tokens[position : position + size]) in register.phrases
            ),
            0,
        )
        if length == 0:
            guess = _guess(tokens, position, register, wording)
            if guess is not None:
                places.append(guess)
                position += 1
                while position < len(tokens) and tokens[position].start < guess.span[1]:
                    position += 1
                continue
            position += 1
            continue
        phrase = " ".join(token.word for token in tokens[position : position + length])
        places.append(_place(tokens, position, length, phrase, register.phrases[phrase], wording))
        position += length
        while position < len(tokens) and tokens[position].start < places[-1].span[1]:
            position += 1
    return places


def _place(
    tokens: list[_Token], position: int, length: int, phrase: str, cores: tuple[str, ...], wording: Wording
) -> _Place:
    """The phrase with "London borough of" before it and "county council" behind it."""
    start, end = tokens[position].start, tokens[position + length - 1].end
    before = LONDON_BEFORE.search(wording.lower[max(0, start - 24) : start])
    # A full name ("cumbria county council") is a phrase of its own and holds its words of structure.
    hint = next((BEHIND[word] for word in phrase.split()[1:] if word in BEHIND), None)
    stop, index = end, position + length
    while index < len(tokens) and tokens[index].word in BEHIND and tokens[index].start - stop <= 1:
        found = BEHIND[tokens[index].word]
        hint = found if hint in (None, "council") or found != "council" else hint
        stop = tokens[index].end
        index += 1
    first = start - len(before[0]) if before else start
    return _Place(phrase, cores, (first, stop), (start, end), hint, before is not None)


def _guess(tokens: list[_Token], position: int, register: Register, wording: Wording) -> _Place | None:
    """A misspelt name directly before "council", "county", "city" or "borough"; None where nothing is near enough."""
    token = tokens[position]
    after = tokens[position + 1].word if position + 1 < len(tokens) else ""
    if after not in BEHIND or after in {"la", "authority", "dc", "cc"} or token.word in NO_NAME_BEFORE_COUNCIL:
        return None
    if len(token.word) < 5:
        return None
    best = process.extractOne(token.word, register.fuzzy, scorer=fuzz.ratio, score_cutoff=_FUZZY_SCORE)
    if best is None:
        return None
    return _place(tokens, position, 1, best[0], register.phrases[best[0]], wording)


def _is_sure(wording: Wording, place: _Place, register: Register) -> bool:
    """True where the words around a name make it a body."""
    start, end = place.name_span
    before, after = wording.lower[max(0, start - 60) : start], wording.lower[end : end + 100]
    if place.is_marked:
        return True
    if TITLE_BEFORE.search(before) or NO_COUNCIL_BEHIND.match(after.lstrip()):
        return False
    is_initials = sum(letter.isupper() for letter in wording.plain[start:end]) > 1
    is_ordinary = place.phrase in ORDINARY_NAMES or (len(place.phrase) < 4 and not is_initials)
    is_held = any(core in register.by_core for core in place.cores)
    if place.phrase in SHORT_FORMS and INITIALS.fullmatch(place.phrase) and place.phrase not in ORDINARY_NAMES:
        return True
    if not is_ordinary and (is_held or wording.plain[start : start + 1].isupper()):
        return True
    if DEPARTMENT.match(after.lstrip()) and wording.plain[start].isupper():
        return True
    if AGAINST.search(before) and not after.startswith((" the ", " my ", " a ")):
        return True
    if ASKING_BEFORE.search(before) and VERB_BEHIND.match(after):
        return True
    if start == 0 and RECORD_BEHIND.match(after):
        return True
    return wording.plain[start].isupper() and bool(PREPOSITION.search(before) or EXCLUDING.search(before))


def _is_coordinated(wording: Wording, place: _Place, sure: set[Span]) -> bool:
    """True for "Dudley" in "Sandwell or Dudley": joined to a name that is certain."""
    joined = re.compile(r"\s*(?:,|/|&|\+|\band\b|\bor\b|\bvs\.?\b)\s*(?:the )?$")
    for other in sure:
        first, second = sorted((place.span, other))
        if joined.fullmatch(wording.lower[first[1] : second[0]]):
            return True
    return False


# --------------------------------------------------------------------------- what a name means


def _mention(wording: Wording, place: _Place, register: Register, earlier: list[Mention]) -> Mention | None:
    """The bodies that a place of the question means, and how the question speaks of them."""
    use = _use(wording, place, earlier)
    said = wording.plain[place.span[0] : place.span[1]]
    words_before = {Use.NOT_ONLY: NOT_ONLY, Use.EXCLUDED: EXCLUDING}.get(use)
    span = _with_leading(words_before, wording, place.span) if words_before else place.span
    bodies, note = _resolve(place, register)
    if bodies:
        names = tuple(dict.fromkeys(name for body in bodies for name in body.names))
        literal = bodies[0].names
        if use is Use.EXCLUDED and note:
            # Leaving out more than was said could hide a case.
            names, note = literal, None
        return Mention(said, names, span, use, note=note, says_council=place.is_marked, literal=literal)
    if place.cores[0] not in ENGLISH_CORES:
        return None
    return Mention(said, (_made_name(place),), span, use, is_held=False, says_council=place.is_marked)


def _with_leading(words: re.Pattern[str], wording: Wording, span: Span) -> Span:
    """The span with the words before it that the pattern finds."""
    found = words.search(wording.lower[max(0, span[0] - 60) : span[0]])
    return (span[0] - len(found[0]), span[1]) if found else span


def _made_name(place: _Place) -> str:
    """A plausible full name for a council that is not held, for the words "nothing held on …"."""
    core = place.cores[0]
    small = {"and", "of", "on", "upon", "with", "under", "in"}
    name = " ".join(word if word in small else word.capitalize() for word in core.split())
    if core in LONDON_CORES:
        return f"London Borough of {name}"
    return (
        f"{name} County Council" if core in COUNTY_CORES and place.hint in ("county", "cc", None) else f"{name} Council"
    )


def _use(wording: Wording, place: _Place, earlier: list[Mention]) -> Use:
    """Asked about, left out, part of the story, or not alone: "not only Lambeth" takes away a limit to Lambeth."""
    before = wording.lower[max(0, place.span[0] - 60) : place.span[0]]
    if NOT_ONLY.search(before):
        return Use.NOT_ONLY
    if EXCLUDING.search(before) or EXCLUDED_BEHIND.match(wording.lower[place.span[1] : place.span[1] + 25]):
        return Use.EXCLUDED
    if earlier and earlier[-1].use is Use.EXCLUDED:
        between = wording.lower[earlier[-1].span[1] : place.span[0]]
        if re.fullmatch(r"\s*(?:,|/|&|and|or|nor|,? ?(?:and|or)|(?:and|or) (?:in|from))\s*", between):
            return Use.EXCLUDED
    if not place.is_marked and STORY_BEFORE.search(before):
        return Use.STORY
    return Use.ASKED


def _resolve(place: _Place, register: Register) -> tuple[list[Body], str | None]:
    """The held bodies of a place, with a note where the name could mean more than one, or was reorganised."""
    bodies = [body for core in place.cores for body in register.by_core.get(core, [])]
    if any(body.is_council for body in bodies) and not HEALTH_NAME.search(place.phrase):
        bodies = [body for body in bodies if body.is_council]
    core = place.cores[0]
    if place.hint == "county" and not any(body.is_county for body in bodies) and f"{core}shire" in register.by_core:
        bodies = register.by_core[f"{core}shire"]
    elif place.hint in ("county", "cc") and any(body.is_county for body in bodies):
        bodies = [body for body in bodies if body.is_county]
    elif place.hint in ("city", "lower") and any(not body.is_county for body in bodies):
        bodies = [body for body in bodies if not body.is_county]
    elif place.hint in ("city", "lower") and core.endswith("shire") and core.removesuffix("shire") in register.by_core:
        bodies = register.by_core[core.removesuffix("shire")]
    note = None
    shire = register.by_core.get(f"{core}shire", [])
    if bodies and shire and not place.is_marked and f"{core}shire" in COUNTY_CORES:
        bodies = [*bodies, *shire]
        note = "could mean the city or the county"
    if place.hint in (None, "council") or not bodies:
        heirs = [body for heir in SUCCESSORS.get(core, ()) for body in _heirs(register.by_core.get(heir, []))]
        new = [body for body in heirs if body not in bodies]
        if new:
            bodies = [*bodies, *new]
            note = f"with {join_words(new_body.names[0] for new_body in new)}, which took over from it"
    return bodies, note


def _heirs(bodies: list[Body]) -> list[Body]:
    """The councils of a name that took over: the new one, not the county of that name which ended with the districts.

    The county where no other is held: some counties went on under their name as the new council.
    """
    councils = [body for body in bodies if body.is_council]
    return [body for body in councils if not body.is_county] or councils
