"""What a slow step reports → a bar on a terminal, lines in a log: what is done, the rate, the time left."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from typing import TYPE_CHECKING, Never, Protocol

if TYPE_CHECKING:
    from tqdm import tqdm

# Seconds between two lines of a log: a night's work makes a page of it.
_LOG_SECONDS = 30.0


class _Shown(Protocol):
    """One stage as it is shown."""

    def show(self, done: int, total: int) -> None: ...

    def close(self) -> None: ...


@contextmanager
def show_stages() -> Iterator[Callable[[str, int, int], None]]:
    """Give a function to be called with (stage, done, all); each stage is shown on its own, and one at a time.

    A stage that reports nothing shows nothing. On a terminal all bars are gone at the end.
    """
    shown: dict[str, _Shown] = {}

    def show(stage: str, done: int, total: int) -> None:
        if stage not in shown:
            for one in shown.values():
                one.close()
            shown[stage] = _Bar(stage, total) if sys.stderr.isatty() else _Lines(stage)
        shown[stage].show(done, total)

    try:
        yield show
    finally:
        for one in shown.values():
            one.close()


@contextmanager
def show_progress(stage: str) -> Iterator[Callable[[int, int], None]]:
    """The same for a single stage: the function is called with (done, all)."""
    with show_stages() as show:
        yield partial(show, stage)


class _Bar:
    """A bar that is gone when it is closed."""

    def __init__(self, stage: str, total: int) -> None:
        from tqdm import tqdm  # late: most starts have nothing to show

        self._bar: tqdm[Never] = tqdm(
            # Nearly the mean of the whole: steps are uneven, and the time left is to be that of the whole run.
            desc=stage,
            total=total,
            unit="",
            file=sys.stderr,
            mininterval=0.2,
            leave=False,
            smoothing=0.05,
        )

    def show(self, done: int, total: int) -> None:
        self._bar.total = total
        self._bar.update(done - self._bar.n)
        if done == total:
            self._bar.refresh()

    def close(self) -> None:
        self._bar.close()


class _Lines:
    """A line when it begins, every half minute, and at its end."""

    def __init__(self, stage: str) -> None:
        self._stage = stage
        self._began = self._told = time.monotonic()
        self._first: int | None = None
        self._last = -1

    def show(self, done: int, total: int) -> None:
        now = time.monotonic()
        is_due = self._first is None or done == total or now - self._told >= _LOG_SECONDS
        if self._first is None:
            self._first = done
        if not is_due or done == self._last:
            return
        self._told, self._last = now, done
        line = f"{self._stage}: {done:,}/{total:,}"
        seconds = now - self._began
        # What the first report told was not done by what is timed here.
        if done > self._first and seconds > 1:
            rate = (done - self._first) / seconds
            line += f", {rate:,.1f} a second" + (f", {_span((total - done) / rate)} left" if done < total else "")
        sys.stderr.write(line + "\n")
        sys.stderr.flush()

    def close(self) -> None:
        """Nothing is open."""


def _span(seconds: float) -> str:
    """``1 h 05 min``, ``12 min``, ``40 s``."""
    minutes = round(seconds / 60)
    if minutes >= 60:
        return f"{minutes // 60} h {minutes % 60:02d} min"
    return f"{minutes} min" if seconds >= 90 else f"{round(seconds)} s"
