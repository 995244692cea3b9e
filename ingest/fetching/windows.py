"""Two dates → the windows in which results are asked for: months, the newest first, and halves of those too full."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from assistant.text import format_date


@dataclass(frozen=True)
class Window:
    """The days from ``first`` to ``last``, both included."""

    first: date
    last: date

    def __str__(self) -> str:
        """``1 March 2024 to 31 March 2024``, or the one day."""
        if self.first == self.last:
            return format_date(self.first)
        return f"{format_date(self.first)} to {format_date(self.last)}"

    def halves(self) -> tuple[Window, ...]:
        """The later and the earlier half; a single day has none."""
        days = (self.last - self.first).days
        if days < 1:
            return ()
        middle = self.first + timedelta(days=days // 2)
        return Window(middle + timedelta(days=1), self.last), Window(self.first, middle)


def cut_into_months(window: Window) -> tuple[Window, ...]:
    """The months that a window holds, the newest first; the outer ones may be parts."""
    months = []
    last = window.last
    while last >= window.first:
        first = max(last.replace(day=1), window.first)
        months.append(Window(first, last))
        last = first - timedelta(days=1)
    return tuple(months)


def months_before(day: date, months: int) -> date:
    """The first day of the month that lies so many months before a day's own."""
    whole = day.year * 12 + day.month - 1 - months
    return date(whole // 12, whole % 12 + 1, 1)
