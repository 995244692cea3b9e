"""What was measured → parts of times, and rows of one table: ours, the peer, how many times, and the goal."""

from __future__ import annotations

import statistics
from collections.abc import Callable, Sequence
from dataclasses import dataclass


def part(times: Sequence[float], percent: int) -> float:
    """The time that this many of a hundred do not exceed; of one time, that."""
    return times[0] if len(times) == 1 else statistics.quantiles(times, n=100, method="inclusive")[percent - 1]


@dataclass(frozen=True)
class Row:
    """One figure. ``times`` is how many times better ours is than the peer's; ``is_met`` is None without a goal."""

    what: str
    ours: str
    peer: str = ""
    times: float | None = None
    goal: str = ""
    is_met: bool | None = None


Note = Callable[[Row], None]

_HEADINGS = ("measured", "ours", "the peer", "times", "goal", "")


def table(rows: Sequence[Row]) -> list[str]:
    """The rows as lines of one table with headings; none for none."""
    if not rows:
        return []
    cells = [_HEADINGS, *(_cells(row) for row in rows)]
    widths = [max(len(line[column]) for line in cells) for column in range(len(_HEADINGS))]
    lines = ["  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip() for line in cells]
    return [lines[0], "-" * max(map(len, lines)), *lines[1:]]


def _cells(row: Row) -> tuple[str, ...]:
    met = {None: "", True: "met", False: "NOT MET"}[row.is_met]
    times = "" if row.times is None else f"{row.times:.1f}"
    return (row.what, row.ours, row.peer or "-", times or "-", row.goal or "-", met)
