"""A stream that may keep one waiting → the same stream, which can be left at any moment.

Gradio ends a generator only between two of its items, and the wait for a model lies within one. So the items are made
in a thread of their own; whoever leaves early leaves that thread to come to its end, and what it makes is dropped.
"""

from __future__ import annotations

import queue
import threading
from collections.abc import Callable, Iterator
from typing import TypeVar

_Item = TypeVar("_Item")

# How soon a wish to stop is seen.
_SECONDS_BETWEEN_LOOKS = 0.1


class Stopped(Exception):
    """The user did not want to wait any longer."""


class _End:
    """What the thread hands over last: that it is done, or what went wrong."""

    def __init__(self, error: BaseException | None = None) -> None:
        self.error = error


def until_stopped(make: Callable[[], Iterator[_Item]], stopped: threading.Event) -> Iterator[_Item]:
    """The items of ``make()`` as they come.

    Raises Stopped soon after ``stopped`` is set, and whatever ``make`` raises.
    """
    items: queue.SimpleQueue[_Item | _End] = queue.SimpleQueue()

    def work() -> None:
        try:
            for item in make():
                items.put(item)
                if stopped.is_set():
                    return
        except BaseException as error:  # handed over, and raised where the items are read
            items.put(_End(error))
        else:
            items.put(_End())

    threading.Thread(target=work, daemon=True, name="answer").start()
    while True:
        if stopped.is_set():
            raise Stopped
        try:
            item = items.get(timeout=_SECONDS_BETWEEN_LOOKS)
        except queue.Empty:
            continue
        if isinstance(item, _End):
            if item.error is not None:
                raise item.error
            return
        yield item
