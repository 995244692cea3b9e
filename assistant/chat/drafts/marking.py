"""A text and its judgements → the text in lines, each judged place marked where it stands, no character changed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assistant.chat.drafts.words import SIGNS, WORDS
from assistant.chat.markup import Markup, exact, markup, tag
from assistant.checking import CheckedText, Judgement, Verdict
from assistant.visible import split_stacks

# The worst first: so a place with several judgements is marked.
_WORST = (Verdict.CONTRADICTED, Verdict.NOT_HELD, Verdict.SUPPORTED, Verdict.NOT_CHECKABLE)
_LINE = re.compile(r"[^\n]*\n|[^\n]+")
# Characters that turn the direction of writing, steer or are not seen. Each is isolated, so that it cannot make one
# text look like another, and the style sheet writes its code beside it.
_UNSEEN = re.compile(
    "([\x01-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f"
    "\u200b\u200c\u200e\u200f\u061c\u202a-\u202e\u2060-\u2069\ufeff\U000e0000-\U000e007f])"
)


@dataclass(frozen=True)
class Place:
    """A stretch of the text that is marked, with the judgements of what stands in it, the worst first."""

    number: int
    start: int
    end: int
    judgements: tuple[Judgement, ...]

    @property
    def verdict(self) -> Verdict:
        """That of the worst judgement."""
        return self.judgements[0].verdict

    @property
    def is_error(self) -> bool:
        """True where the decision says otherwise or is not held."""
        return self.verdict in (Verdict.CONTRADICTED, Verdict.NOT_HELD)


def find_places(checked: CheckedText) -> tuple[Place, ...]:
    """The judged stretches in order, numbered from 1; judgements that overlap share one. None for no judgements."""
    gathered: list[list[Judgement]] = []
    end = -1
    for judgement in sorted(checked.judgements, key=lambda one: (one.place.start, one.place.end)):
        if judgement.place.start >= end:
            gathered.append([])
        gathered[-1].append(judgement)
        end = max(end, judgement.place.end)
    return tuple(
        Place(
            number,
            min(one.place.start for one in group),
            max(one.place.end for one in group),
            tuple(sorted(group, key=lambda one: _WORST.index(one.verdict))),
        )
        for number, group in enumerate(gathered, start=1)
    )


def mark_text(text: str, places: Sequence[Place]) -> Markup:
    """The whole text, an element for each of its lines; its text content is the text, character for character."""
    lines: list[Markup] = []
    start = 0
    waiting = list(reversed(places))
    for line in _LINE.findall(text):
        end = start + len(line)
        lines.append(tag("div", *_pieces(text, start, end, waiting), class_="draft-line"))
        start = end
    return markup(*lines)


def _pieces(text: str, start: int, end: int, waiting: list[Place]) -> Iterator[Markup]:
    """A line's pieces; ``waiting`` are the places to come, the next one last, and is emptied as they are passed."""
    position = start
    while waiting and waiting[-1].start < end:
        place = waiting[-1]
        begins, ends = max(place.start, start), min(place.end, end)
        yield _plain(text[position:begins])
        yield _mark(place, text[begins:ends], is_first=begins == place.start)
        position = ends
        if place.end > end:
            break  # it goes on in the next line
        waiting.pop()
    yield _plain(text[position:end])


def _mark(place: Place, words: str, *, is_first: bool) -> Markup:
    """A mark is a button in a text: a real one would not break over lines. Only its first piece can be reached."""
    kind = place.verdict.value.replace(" ", "-")
    if not is_first:
        return tag("span", _plain(words), class_=f"claim goes-on {kind}", data_place=str(place.number))
    return tag(
        "span",
        _plain(words),
        class_=f"claim {kind}",
        role="button",
        tabindex="0",
        id=f"claim-{place.number}",
        data_place=str(place.number),
        data_error=place.is_error,
        data_sign=SIGNS[place.verdict],
        data_word=WORDS[place.verdict] if place.is_error else None,
        title=WORDS[place.verdict],
        aria_label=f"{WORDS[place.verdict]}: {' '.join(words.split())}",
        aria_describedby=f"finding-{place.number}-why",
    )


def _plain(text: str) -> Markup:
    return markup(*(_piece(piece) for piece in _UNSEEN.split(text) if piece))


def _piece(text: str) -> Markup:
    """An unseen character with its code, or a text in which marks beyond those that a letter has are only counted."""
    if _UNSEEN.fullmatch(text):
        return tag("bdi", exact(text), class_="unseen", data_code=f"U+{ord(text):04X}")
    pieces = []
    for kept, more in split_stacks(text):
        pieces.append(exact(kept))
        if more:
            pieces.append(tag("bdi", exact(more), class_="unseen stacked", data_code=f"{len(more):,} more marks"))
    return markup(*pieces)
