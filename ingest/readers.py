"""Files → what each holds, in their order; many are read in several processes while the caller goes on with its work.

A process does nothing but read: it knows neither casebook nor encoder, and ends with the one that started it.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections import deque
from collections.abc import Generator, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from itertools import islice

from assistant.errors import InputError
from ingest.files import Found
from ingest.opening import Outcome, read_slim

# Files a task: some tenths of a second, after which a stop is heard.
_FILES = 16
# Tasks under way or waiting to be taken: what is read ahead of the storing, and all that is in memory of it.
_AHEAD = 16


def read_files(files: Iterable[Found], *, readers: int = 1) -> Generator[tuple[Found, Outcome], None, None]:
    """Each file with what it holds, in their order, and of a page no more than the decision.

    ``readers`` are the processes that read; with one, nothing is started. Close the iterator where it is not read to
    its end. Raises InputError where a process ends before its time; nothing but what it had read is lost.
    """
    chunks = _chunks(files)
    if readers == 1:
        for chunk in chunks:
            yield from zip(chunk, read_slim(chunk), strict=True)
        return
    # "spawn": a fork would copy an encoder's threads half way through their work.
    pool = ProcessPoolExecutor(readers, multiprocessing.get_context("spawn"), initializer=_end_with_parent)
    waiting: deque[tuple[Sequence[Found], Future[list[Outcome]]]] = deque()
    try:
        for chunk in chunks:
            with _interrupts_held_back():
                waiting.append((chunk, pool.submit(read_slim, chunk)))
            if len(waiting) == _AHEAD:
                yield from _take(*waiting.popleft())
        while waiting:
            yield from _take(*waiting.popleft())
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def _chunks(files: Iterable[Found]) -> Iterator[list[Found]]:
    each = iter(files)
    while chunk := list(islice(each, _FILES)):
        yield chunk


def _take(chunk: Sequence[Found], future: Future[list[Outcome]]) -> Iterator[tuple[Found, Outcome]]:
    try:
        return zip(chunk, future.result(), strict=True)
    except BrokenProcessPool as error:
        raise InputError(
            f"{chunk[0].path}: a process that read files from here to {chunk[-1].path.name} was ended from outside, "
            "most likely because the memory was full. What was stored before is whole; run the same command again, "
            "with --threads 1 if it happens again."
        ) from error


@contextmanager
def _interrupts_held_back() -> Iterator[None]:
    """What is started meanwhile never sees Ctrl+C, which goes to every process of a terminal: this one ends them."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _end_with_parent() -> None:
    """Runs first in each process: one whose parent was killed would wait for work for ever."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    parent = multiprocessing.parent_process()
    assert parent is not None  # noqa: S101 -- this is a process that was started for reading

    def wait() -> None:
        parent.join()
        os._exit(1)

    threading.Thread(target=wait, daemon=True).start()
