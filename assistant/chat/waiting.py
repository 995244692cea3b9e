"""A stream that may keep one waiting → the same stream, which can be left at any moment, and made in its turn.

Gradio ends a generator only between two of its items, and the wait for a model lies within one. So the items are made
in a thread of their own; whoever leaves early leaves that thread to come to its end, and what it makes is dropped.
"""

from __future__ import annotations

import queue
import threading
from collections import deque
from collections.abc import Callable, Iterator
from typing import TypeVar

_Item = TypeVar("_Item")

# How soon a wish to stop is seen.
_SECONDS_BETWEEN_LOOKS = 0.1


class Stopped(Exception):
    """The user did not want to wait any longer."""


class Turns:
    """Lets few work at once and the others wait in the order in which they came. Safe to use from several threads.

    What is computed takes as long whether eight share the processor or go one after another; but one after another,
    each but the last has its answer earlier.
    """

    def __init__(self, at_once: int) -> None:
        self._lock = threading.Lock()
        self._free = at_once
        self._line: deque[threading.Event] = deque()

    def wait(self) -> None:
        """Come back when it is one's turn; whoever has had it says ``leave``."""
        with self._lock:
            if self._free:
                self._free -= 1
                return
            called = threading.Event()
            self._line.append(called)
        called.wait()

    def leave(self) -> None:
        """The turn is over: the first in the line has it now."""
        with self._lock:
            if self._line:
                self._line.popleft().set()
            else:
                self._free += 1


def in_turn(
    make: Callable[[], Iterator[_Item]],
    turns: Turns,
    stopped: threading.Event,
    is_before_wait: Callable[[_Item], bool],
) -> Iterator[_Item]:
    """The items of ``make()``, begun when it is their turn; none for one who has left the line by then.

    The turn ends with the last item, or before the first for which ``is_before_wait``: what then waits for somebody
    else shall keep nobody from the processor.
    """
    turns.wait()
    has_turn = True
    try:
        if stopped.is_set():
            return
        for item in make():
            if has_turn and is_before_wait(item):
                turns.leave()
                has_turn = False
            yield item
    finally:
        if has_turn:
            turns.leave()


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
