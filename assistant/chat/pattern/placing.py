"""Places on a line → lanes: which dots must stand under one another, so that each can be seen and reached."""

from __future__ import annotations

from collections.abc import Sequence

# The plot's width on the narrowest page. What does not touch there touches nowhere: the same lanes serve all widths.
NARROWEST_PIXELS = 230
# How tall a lane and how wide a dot's own place is, in pixels: the widest that keeps the plot within a screen or two.
_PITCHES = ((8, 24), (16, 18))
_LEAST_PITCH = 14


def spread(percents: Sequence[float], *, pitch: int) -> tuple[int, ...]:
    """The lane of each place (0 is the first), in the order given; places nearer than ``pitch`` pixels share none.

    Each takes the first lane that is free to its left, from left to right, so that as few lanes are used as there are
    dots over one place. ``spread((0.0, 1.0, 50.0), pitch=24)`` gives ``(0, 1, 0)``; no places give none.
    """
    lanes = [0] * len(percents)
    ends: list[float] = []
    for index in sorted(range(len(percents)), key=lambda one: (percents[one], one)):
        left = percents[index] * NARROWEST_PIXELS / 100
        lane = next((number for number, end in enumerate(ends) if left - end >= pitch), len(ends))
        ends[lane : lane + 1] = [left]
        lanes[index] = lane
    return tuple(lanes)


def choose_pitch(rows: Sequence[Sequence[float]]) -> int:
    """How far apart dots stand in all rows of a plot: 24 pixels, fewer where many fall on one place."""
    for most, pitch in _PITCHES:
        if all(max(spread(percents, pitch=pitch), default=0) < most for percents in rows):
            return pitch
    return _LEAST_PITCH
