"""A question → the councils that it names as a kind ("London boroughs", "county councils")."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from assistant.question.around_bodies import EXCLUDING, NO_COUNCIL_BEHIND, NOT_ONLY, STORY_BEFORE
from assistant.question.bodies import Mention, Use
from assistant.question.body_kinds import COUNTY, DISTRICT, LONDON, METROPOLITAN, UNITARY, number_of_councils, of_kind
from assistant.question.words import Span, Wording
from assistant.text import format_count

# Longer texts tell of places in a story.
SHORT = 300
_COUNCILS = r"(?:(?:local )?(?:councils|authorities|las)(?! tax)\b|council(?= (?:only|cases|decisions|ones)\b))"
_LONDON_PART = r"(?:(?:greater|inner|outer|central) )?"
_OF_A_KIND: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        LONDON,
        re.compile(
            rf"\b{_LONDON_PART}london (?:boroughs?\b(?! of)(?: councils)?|{_COUNCILS})"
            r"|(?<=any )london council\b|(?<=which )london council\b"
        ),
    ),
    (METROPOLITAN, re.compile(rf"\b(?:metropolitan|met) (?:boroughs?\b(?: councils)?|districts?\b|{_COUNCILS})")),
    (COUNTY, re.compile(rf"\b(?:shire )?(?:county {_COUNCILS}|counties(?= only\b))|\bshire counties\b")),
    (DISTRICT, re.compile(rf"\b(?:shire )?(?:district {_COUNCILS}|districts(?= only\b))|\bshire districts\b")),
    (UNITARY, re.compile(rf"\bunitar(?:ies\b|y {_COUNCILS})")),
)
_LONDON_ALONE = re.compile(rf"\b{_LONDON_PART}london\b(?! (?:boroughs? of|borough|road|bridge|bus|living))")
_BEFORE_A_PLACE = re.compile(
    r"\b(?:in|across|within|around|throughout|from|for|only|just|not|outside|outside of|except|excluding|about|of"
    r"|against|by|and|or|with|than|versus|vs|compare|forget|drop|remove|never mind|lose) $|^\W*$"
)
_TOWARDS = re.compile(r"\b(?:to|towards|near|called) $")
_LIMITING = re.compile(
    r"\b(?:limit|limited|restrict|restricted|narrow|narrowed)(?: (?:it|this|that|them|these|those|the cases|down))* to "
    r"(?:only |just )?$"
)
_BEHIND_A_PLACE = re.compile(r"\s*(?:only\b|cases\b|decisions\b|ones\b|[?:])")


def with_groups(
    wording: Wording, bodies: tuple[str, ...], mentions: tuple[Mention, ...], taken: Iterable[Span] = ()
) -> tuple[Mention, ...]:
    """The mentions, and those of councils by their kind, in order of the text; a long text names none by kind.

    A kind of which nothing is held is a mention that is not held.
    """
    if len(wording.text) > SHORT:
        return mentions
    used = [*taken, *(mention.span for mention in mentions)]
    found = [
        _mention(wording, kind, match.span(), bodies)
        for kind, pattern in _OF_A_KIND
        for match in pattern.finditer(wording.lower)
        if not overlaps(match.span(), used)
    ]
    used += [mention.span for mention in found]
    found += [
        _mention(wording, LONDON, match.span(), bodies, is_place=True)
        for match in _LONDON_ALONE.finditer(wording.lower)
        if not overlaps(match.span(), used) and _is_a_place(wording, match.span())
    ]
    return tuple(sorted((*mentions, *found), key=lambda mention: mention.span)) if found else mentions


def _is_a_place(wording: Wording, span: Span) -> bool:
    before, after = wording.lower[max(0, span[0] - 30) : span[0]], wording.lower[span[1] :]
    if NO_COUNCIL_BEHIND.match(after.lstrip()):
        return False
    if _LIMITING.search(before):
        return True
    if _TOWARDS.search(before):
        return False
    # "late EHC plans, London" as into a search box.
    is_at_the_end = not after.strip(" .!?")
    return is_at_the_end or _BEFORE_A_PLACE.search(before) is not None or _BEHIND_A_PLACE.match(after) is not None


def _mention(wording: Wording, kind: str, span: Span, bodies: tuple[str, ...], *, is_place: bool = False) -> Mention:
    before = wording.lower[max(0, span[0] - 60) : span[0]]
    said = wording.plain[span[0] : span[1]]
    use = Use.ASKED
    for pattern, other in ((NOT_ONLY, Use.NOT_ONLY), (EXCLUDING, Use.EXCLUDED)):
        if match := pattern.search(before):
            use, span = other, (span[0] - len(match[0]), span[1])
            break
    else:
        use = Use.STORY if is_place and STORY_BEFORE.search(before) else use
        if limiting := _LIMITING.search(before):
            span = (span[0] - len(limiting[0]), span[1])
    names = of_kind(kind, bodies)
    number = number_of_councils(names)
    note = (
        f"“{said}”: {format_count(number, 'council')} held {'is' if number == 1 else 'are'} {_NAMES.get(kind, kind)}."
    )
    if not names:
        note = f"No decision about {_NAMES.get(kind, kind)} is held in this casebook."
    return Mention(said, names or (kind,), span, use, bool(names), note, says_council=not is_place, is_group=True)


_NAMES = {LONDON: "London boroughs or the City of London"}


def overlaps(span: Span, taken: Sequence[Span]) -> bool:
    """Whether a span shares a character with one that is taken; none does where none is."""
    return any(span[0] < end and start < span[1] for start, end in taken)
