"""Names of people in a text → their places: behind a title, one's own, of kin and officers, under letters.

"Mr X", "Ms B" and "Miss C's" are the Ombudsman's own way of naming nobody and stay. So do bodies, streets and roles. A
name that was found once is blanked wherever it stands in the text, but not inside the name of a council.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.personal.spans import Span, without_overlaps
from assistant.personal.tables import (
    FAMILY_NAMES,
    GIVEN_NAMES,
    NAMES_IN_SMALL_LETTERS,
    NAMES_THAT_ARE_WORDS,
    NEVER_NAMES,
    NO_NAMES,
    TIMES_AND_PLACES,
)

_NAME = "name"
_CAPITAL = r"[A-ZÀ-ÖØ-ÞĀ-Ž]"
_WORD = rf"(?:{_CAPITAL}['’]?[A-Za-zÀ-žß]{{1,30}}(?:[-'’](?!s\b){_CAPITAL}?[A-Za-zÀ-žß]{{1,30}}){{0,3}}(?![A-Za-zÀ-ž]))"
_FULL = rf"{_WORD}(?: (?:de |van |von |al[- ]|el[- ]|bin |ibn |O')?{_WORD}){{0,2}}"
_INITIALS = rf"(?:{_CAPITAL}\.? ?(?={_CAPITAL})){{0,3}}"
_TITLED = re.compile(
    r"\b(?:[Mm]r|[Mm]rs|[Mm]s|[Mm]x|Miss|MISS|MR|MRS|MS|Dr|DR|Prof|Professor|Cllr|Councillor|Rev|Reverend|Sir|Lady"
    r"|Dame|Master|PC|Sgt|Sergeant|Nurse|Sister|Father|Imam|Pastor)\b\.? "
    rf"(?:and (?:[Mm]r|[Mm]rs|[Mm]s)\.? )?({_INITIALS}{_FULL})"
)
_LOWER_TITLED = re.compile(r"\b(?:mr|mrs)\b\.? ([a-z][a-z'-]+)")
_INSTITUTION = re.compile(
    r"^[ ,]*(?:(?:and|&) \w+ )?(?:county|city|borough|district|metropolitan|council|mbc|cc|social services|children's"
    r"|adult|road|street|avenue|lane|close|drive|way|park|green|hill|gardens|grove|house|court|lodge|care home|home"
    r"|nursing|residential|centre|hospital|school|academy|college|primary|infant|junior|high school|grammar|nursery"
    r"|church|university|surgery|station|library|pool|trust|ward|estate|square|terrace|crescent|mews|tower|towers"
    r"|case|decision|report|judgment|v|ombudsman|housing|homes|group|ltd|limited|plc|foundation|syndrome|scheme|law)\b",
    re.IGNORECASE,
)
_KIN = (
    r"(?:(?:step|grand|great[- ]grand|half|foster|adopted|god)[- ]?)?(?:son|daughter|child|boy|girl|baby|toddler|kid"
    r"|brother|sister|mother|father|mum|mam|dad|mummy|daddy|nephew|niece|cousin|uncle|aunt|auntie|nan|nana|gran|granny"
    r"|grandma|grandad|husband|wife|partner|fianc[ée]e?|boyfriend|girlfriend|ex|client|neighbour|friend|tenant|lodger"
    r"|landlord|twin|youngest|eldest|oldest|pupil|student|service user|resident)(?:s|'s)?"
)
_OFFICER = (
    r"(?:social worker|sw|caseworker|case worker|case officer|housing officer|planning officer|officer|team manager"
    r"|manager|head ?teacher|head|teacher|senco|carer|care worker|support worker|key ?worker|director|councillor"
    r"|investigator|psychologist|ep|ot|therapist|solicitor|inspector|assistant|director|chair|clerk|bailiff|nurse"
    r"|doctor|gp|consultant|foster carer|advocate|adviser|advisor|mediator|receptionist|worker|lady|man|woman|person)"
)
_AGES = (
    r"(?:,? ?\(?(?:is |aged? |who is |who's |now |only |just )*\d{1,2}"
    r"(?: ?(?:years?|yrs?|yo|y/o|months?)(?: old)?)?\)?)"
)
_OWN_NAME = re.compile(
    rf"\b(?:[Mm]y|[Hh]is|[Hh]er|[Tt]heir|[Ww]hose|[Tt]he|\w+'s) (?:full |real |first |last |\w+'s )?"
    rf"names? (?:is|are|was|were|:) ?({_FULL})"
)
_OWN_NAME_LOWER = re.compile(r"\bmy name(?:'s| is) ([a-z'-]{2,20}(?: [a-z'-]{2,20})?)", re.IGNORECASE)
_I_AM = re.compile(rf"\b(?:[Ii] am|[Ii]'m|[Tt]his is|[Ii]t's|[Ss]igned|[Ff]rom|[Rr]egarding|[Rr]e|RE)[:,]? ({_FULL})")
_CALLED = re.compile(
    rf"\b(?i:{_KIN}|{_OFFICER}|someone|somebody|people)(?: \w+){{0,3}}? (?i:called|named)[:,]? ({_FULL})"
)
_OF_KIN = re.compile(
    rf"\b(?i:my|our|his|her|their|the|a|this|with|and)(?: [a-z0-9-]+){{0,3}} (?i:{_KIN})(?:,|:| -| \()? ?({_FULL})"
)
_OF_KIN_LOWER = re.compile(rf"\b(?:my|our|his|her|their)(?: [a-z0-9-]+){{0,2}} (?:{_KIN}),? ([a-z]{{2,15}})\b")
_OF_OFFICE = re.compile(rf"\b(?i:{_OFFICER})(?: (?i:was|is|called|named))?,?:? ({_WORD} {_WORD}|{_WORD})")
_AGED = re.compile(
    rf"(?<![\w'-])({_WORD}(?: {_WORD})?)(?={_AGES}(?:[,.;)]| (?:and|has|had|is|was|who|with|needs|lives)\b|$))"
)
_WHO_IS = re.compile(
    rf"(?<![\w'-])({_WORD}(?: {_WORD})?),? (?:the|my|our|her|his|their|a) (?:\w+ )?(?i:{_OFFICER}|{_KIN})\b"
)
_DEAR = re.compile(rf"\b(?:[Dd]ear|[Hh]i|[Hh]ello) ({_FULL})")
_SIGNED = re.compile(
    r"(?i:yours (?:sincerely|faithfully|truly|ever)|(?:kind(?:est)?|best|warm) (?:regards|wishes)|many thanks|regards"
    rf"|thank you|thanks|signed|cheers)[ ,.!]*[\r\n]+[ \t]*({_CAPITAL}[\w.'-]*(?: {_CAPITAL}[\w.'-]*){{0,3}})"
    r"[ \t]*(?=[\r\n]|$)"
)
_TWO_NAMES = re.compile(rf"(?<![\w'-])({_WORD}) ((?:O'|Mc|Mac|de |van |al-)?{_WORD})")
_DOES = (
    r"is|was|has|had|needs|can't|cannot|couldn't|didn't|hasn't|isn't|wasn't|doesn't|won't|said|says|told|got|gets|went"
    r"|goes|never|lives|lived|started|missed|lost"
)
_BARE = re.compile(rf"(?<![\w'-])({_WORD})(?= (?:{_DOES}|and (?:I|me|his|her))\b|'s (?!council))")
_SAINT = re.compile(r"\b(?:St|Saint|St\.|v|Act|Royal|Port) $")


def find_names(plain: str, lines: str) -> list[Span]:
    """The places of names, in order. ``plain`` is the text in plain characters, ``lines`` the same with line breaks."""
    spans = without_overlaps(
        [*_behind_titles(plain), *_said_to_be_names(plain), *_of_people(plain), *_signatures(lines), *_known(plain)]
    )
    return without_overlaps([*spans, *_again(plain, spans), *_beside(plain, spans)])


def _behind_titles(plain: str) -> Iterator[Span]:
    for match in _TITLED.finditer(plain):
        found = _name_in(match[1], but=FAMILY_NAMES)
        if found:
            yield Span(match.start(1), match.start(1) + len(found), _NAME)
    for match in _LOWER_TITLED.finditer(plain):
        word = match[1].removesuffix("'s")
        if len(word) > 1 and word not in NO_NAMES:
            yield Span(match.start(1), match.start(1) + len(word), _NAME)


def _said_to_be_names(plain: str) -> Iterator[Span]:
    """After "my name is", "called", "Dear": a capital letter is sign enough."""
    # To look for kin and officers takes a tenth of the time of all names: only where somebody is called anything.
    is_called = re.search("called|named", plain, re.IGNORECASE) is not None
    for pattern in (_OWN_NAME, _CALLED, _DEAR) if is_called else (_OWN_NAME, _DEAR):
        for match in pattern.finditer(plain):
            found = _name_in(match[1])
            if found and not _is_institution(plain, match.start(1) + len(found)):
                yield Span(match.start(1), match.start(1) + len(found), _NAME)
    for match in _OWN_NAME_LOWER.finditer(plain):
        words = match[1].split()
        if words[0].lower() not in NO_NAMES | {"on", "not", "being", "missing"}:
            kept = words if words[-1].lower() not in NO_NAMES else words[:1]
            yield Span(match.start(1), match.start(1) + len(" ".join(kept)), _NAME)


def _of_people(plain: str) -> Iterator[Span]:
    """Beside kin, an officer or an age."""
    for pattern, alone in ((_OF_KIN, True), (_OF_OFFICE, False), (_AGED, False), (_I_AM, False), (_WHO_IS, False)):
        for match in pattern.finditer(plain):
            found = _name_in(match[1])
            if not found or _is_institution(plain, match.start(1) + len(found)):
                continue
            # "my son Kofi" needs no table; behind a comma there may stand a council.
            if _may_be_given(found.split()[0]) or (alone and plain[match.start(1) - 2] not in ",:-("):
                yield Span(match.start(1), match.start(1) + len(found), _NAME)
    for match in _OF_KIN_LOWER.finditer(plain):
        if match[1] in GIVEN_NAMES - NAMES_THAT_ARE_WORDS | NAMES_IN_SMALL_LETTERS and not _is_institution(
            plain, match.end(1)
        ):
            yield Span(*match.span(1), _NAME)


def _signatures(lines: str) -> Iterator[Span]:
    for match in _SIGNED.finditer(lines):
        if not any(word.lower().strip(".") in NEVER_NAMES for word in match[1].split()):
            yield Span(*match.span(1), _NAME)


def _known(plain: str) -> Iterator[Span]:
    """A given name with a family name, or one that does or has something, wherever it stands."""
    for match in _TWO_NAMES.finditer(plain):
        if (
            (_is_given(match[1]) or (_may_be_given(match[1]) and match[2].lower() in FAMILY_NAMES))
            and match[2].lower() not in NEVER_NAMES - FAMILY_NAMES
            and not _INSTITUTION.match(match[2])
            and not _is_institution(plain, match.end())
            and not _SAINT.search(plain[: match.start()])
        ):
            yield Span(*match.span(), _NAME)
    for match in _BARE.finditer(plain):
        if _is_given(match[1]) and not _SAINT.search(plain[: match.start()]):
            yield Span(*match.span(1), _NAME)


def _again(plain: str, spans: list[Span]) -> Iterator[Span]:
    """Every name that was found, wherever else it stands."""
    words = {word for span in spans for word in re.findall(r"[\w'’-]{3,}", plain[span.start : span.end])}
    words -= {word for word in words if word.lower() in NEVER_NAMES or word.lower() in NO_NAMES}
    for word in sorted(words):
        for match in re.finditer(rf"(?<![\w-]){re.escape(word)}(?![\w-])", plain):
            if not _is_institution(plain, match.end()):
                yield Span(*match.span(), _NAME)


def _beside(plain: str, spans: list[Span]) -> Iterator[Span]:
    """The second of two children ("Tom and Lily"), where the first was found."""
    ends = {span.end for span in spans}
    for match in re.finditer(rf"(?<= and )({_WORD})|(?<=, )({_WORD})", plain):
        before = plain[: match.start()]
        joint = before.rfind(" and ") if before.endswith(" and ") else len(before) - 2
        word = match[0].lower()
        if joint in ends and (word in GIVEN_NAMES or word in NAMES_THAT_ARE_WORDS):
            yield Span(*match.span(), _NAME)


def _name_in(words: str, *, but: frozenset[str] = frozenset()) -> str:
    """The leading words that can be a name; empty for a single letter or a word that is none (``but`` these)."""
    kept: list[str] = []
    for word in words.split(" "):
        bare = word.strip(".'’-").removesuffix("'s")
        is_none = len(bare) > 1 and bare.lower() in NEVER_NAMES and bare.lower() not in but
        if is_none or not bare or (len(bare) > 3 and bare.isupper() and kept):
            break
        kept.append(word)
    name = " ".join(kept).removesuffix("'s")
    return name if any(len(word.strip(".'")) > 1 for word in name.split()) else ""


def _is_given(word: str) -> bool:
    return word.lower().removesuffix("'s") in GIVEN_NAMES and word.lower() not in NAMES_THAT_ARE_WORDS


def _may_be_given(word: str) -> bool:
    """A given name, or a word that is one where something else says that a person is meant."""
    lowered = word.lower().removesuffix("'s")
    return lowered in GIVEN_NAMES | NAMES_THAT_ARE_WORDS and lowered not in TIMES_AND_PLACES


def _is_institution(plain: str, end: int) -> bool:
    return _INSTITUTION.match(plain[end : end + 40]) is not None
