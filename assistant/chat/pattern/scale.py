"""Sums → a scale in pounds: where each sum stands on it, its round ticks, and the scale in words.

A scale starts at nothing and its steps are equal where that lets the sums be told apart; where the largest is more
than ten times the smallest, equal steps would press the small ones together, so that each step multiplies instead.
The words beside the plot then say so.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil, floor, log10

from assistant.text import format_money

# Beyond so many times the smallest sum the scale is stretched.
_STRETCHED_FROM = 10
# On a stretched scale nothing has no place: it stands before a gap of this width, in percent.
_GAP_PERCENT = 12.0
_ROUND = (1, 2, 5)
# So many steps of equal size fit beside one another on a phone.
_STEPS = 5
# A scale over more powers of ten than these is marked at those only.
_POWERS_WITH_MIDDLE = 3
# A label's width on the narrowest page: the plot is about 230 pixels wide there, a digit about 8.
_NARROW_PIXELS, _DIGIT_PIXELS = 230, 8


@dataclass(frozen=True)
class Tick:
    """A round sum on the scale; ``is_for_narrow`` tells whether there is room for its label on a phone."""

    pence: int
    percent: float
    is_for_narrow: bool

    @property
    def label(self) -> str:
        """``£500``."""
        return format_money(self.pence)


@dataclass(frozen=True)
class Scale:
    """From ``lowest`` to ``highest`` pence, both round; ``is_stretched`` where each step multiplies.

    ``has_nothing`` tells that a stretched scale has a place for £0, apart from the others.
    """

    lowest: int
    highest: int
    is_stretched: bool = False
    has_nothing: bool = False

    def percent(self, pence: int) -> float:
        """Where a sum stands, 0 to 100 from left to right; sums beyond an end stand at it."""
        held = min(max(pence, 0 if self.has_nothing else self.lowest), self.highest)
        if not self.is_stretched:
            return 100 * (held - self.lowest) / (self.highest - self.lowest)
        start = _GAP_PERCENT if self.has_nothing else 0.0
        if held < self.lowest:
            return 0.0
        share = log10(held / self.lowest) / log10(self.highest / self.lowest)
        return start + (100 - start) * share

    @property
    def ticks(self) -> tuple[Tick, ...]:
        """The round sums within the range, lowest first; those whose labels would touch on a phone are marked."""
        sums = self._stretched_ticks() if self.is_stretched else self._even_ticks()
        room = _narrow_labels([(pence, self.percent(pence)) for pence in sums])
        return tuple(Tick(pence, self.percent(pence), pence in room) for pence in sums)

    def _even_ticks(self) -> list[int]:
        step = _even_step(self.highest)
        return list(range(self.lowest, self.highest + 1, step))

    def _stretched_ticks(self) -> list[int]:
        first, last = floor(log10(self.lowest)), ceil(log10(self.highest))
        leads = _ROUND if last - first <= _POWERS_WITH_MIDDLE else (1,)
        sums = [lead * 10**power for power in range(first, last + 1) for lead in leads]
        within = [pence for pence in sums if self.lowest <= pence <= self.highest]
        return [0, *within] if self.has_nothing else within

    def describe(self) -> str:
        """The scale in a sentence, said beside the plot."""
        ends = f"from {format_money(0 if self.has_nothing else self.lowest)} to {format_money(self.highest)}"
        if not self.is_stretched:
            return f"The scale runs {ends} in equal steps."
        nothing = ", with £0 apart at its start" if self.has_nothing else ""
        low, doubled = format_money(self.lowest), format_money(2 * self.lowest)
        half, high = format_money(self.highest // 2), format_money(self.highest)
        example = f"from {low} to {doubled} it is as far as from {half} to {high}"
        return f"The scale runs {ends}{nothing}. Small sums have more room: {example}."


def make_scale(sums: Sequence[int]) -> Scale:
    """The scale for these sums in pence, at least one of them; its ends are round and every sum is on it."""
    lowest, highest = min(sums), max(sums)
    above = [pence for pence in sums if pence > 0]
    if not above:
        return Scale(0, 10_000)
    smallest = min(above)
    if highest <= _STRETCHED_FROM * smallest:
        step = _even_step(highest)
        return Scale(0, step * ceil(highest / step))
    return Scale(_round_down(smallest), _round_up(highest), is_stretched=True, has_nothing=lowest == 0)


def _even_step(highest: int) -> int:
    """The smallest round step with which at most five reach the highest sum."""
    power: int = 10 ** floor(log10(highest / _STEPS)) if highest > _STEPS else 1
    return next(lead * power for lead in (1, 2, 5, 10, 20) if lead * power * _STEPS >= highest)


def _round_down(pence: int) -> int:
    power: int = 10 ** floor(log10(pence))
    return max(lead * power for lead in _ROUND if lead * power <= pence)


def _round_up(pence: int) -> int:
    power: int = 10 ** floor(log10(pence))
    return min(lead * power for lead in (*_ROUND, 10) if lead * power >= pence)


def _narrow_labels(placed: Sequence[tuple[int, float]]) -> frozenset[int]:
    """The sums whose labels fit on the narrowest page: the ends first, then the powers of ten, then the others."""

    def weight(item: tuple[int, float]) -> tuple[bool, bool, int]:
        pence = item[0]
        is_end = item in (placed[0], placed[-1])
        return not is_end, str(pence).strip("0") != "1", pence

    kept: list[tuple[float, float]] = []
    room: set[int] = set()
    for pence, percent in sorted(placed, key=weight):
        middle = percent * _NARROW_PIXELS / 100
        half = len(format_money(pence)) * _DIGIT_PIXELS / 2 + 3
        if all(abs(middle - other) >= half + other_half for other, other_half in kept):
            kept.append((middle, half))
            room.add(pence)
    return frozenset(room)
