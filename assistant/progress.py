"""What a slow step reports → a bar on standard error: what is done, the rate, the time left."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from typing import TYPE_CHECKING, Never

if TYPE_CHECKING:
    from tqdm import tqdm


@contextmanager
def show_stages() -> Iterator[Callable[[str, int, int], None]]:
    """Give a function to be called with (stage, done, all); each stage has a bar of its own, and one at a time shows.

    A stage that reports nothing shows nothing. All bars are gone at the end.
    """
    bars: dict[str, tqdm[Never]] = {}

    def show(stage: str, done: int, total: int) -> None:
        from tqdm import tqdm  # late: most starts have nothing to show

        if stage not in bars:
            for bar in bars.values():
                bar.close()
            bars[stage] = tqdm(desc=stage, total=total, unit="", file=sys.stderr, mininterval=0.2, leave=False)
        bar = bars[stage]
        bar.update(done - bar.n)
        if done == total:
            bar.refresh()

    try:
        yield show
    finally:
        for bar in bars.values():
            bar.close()


@contextmanager
def show_progress(stage: str) -> Iterator[Callable[[int, int], None]]:
    """The same for a single stage: the function is called with (done, all)."""
    with show_stages() as show:
        yield partial(show, stage)
