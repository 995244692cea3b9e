"""Files → what each holds, in their order; many are read in several processes while the caller goes on with its work.

A process does nothing but read: it knows neither casebook nor encoder, and ends with the one that started it, which
closes its pipe even when it is killed. The standard library's pools of processes are not used: where one process is
ended from outside, ``ProcessPoolExecutor`` may wait for another for ever, and ``multiprocessing.Pool`` always does.
"""

from __future__ import annotations

import multiprocessing
import signal
import traceback
from collections import deque
from collections.abc import Generator, Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from itertools import islice
from queue import SimpleQueue
from typing import TYPE_CHECKING

from assistant.errors import InputError
from ingest.files import Found
from ingest.opening import Outcome, read_slim

if TYPE_CHECKING:
    from multiprocessing.connection import Connection
    from multiprocessing.context import SpawnProcess

# Files a task: some tenths of a second, after which a stop is heard.
_FILES = 16
# Tasks under way, waiting or done: what is read ahead of the storing, and all that is in memory of it.
_AHEAD = 16

_Task = Sequence[Found]


def read_files(files: Iterable[Found], *, readers: int = 1) -> Generator[tuple[Found, Outcome], None, None]:
    """Each file with what it holds, in their order, and of a page no more than the decision.

    ``readers`` are the processes that read; with one, nothing is started. Close the iterator where it is not read to
    its end. Raises InputError where a process ends before its time; nothing but what it had read is lost.
    """
    rest = iter(files)
    tasks = iter(lambda: list(islice(rest, _FILES)), [])
    if readers == 1:
        for task in tasks:
            yield from zip(task, read_slim(task), strict=True)
        return
    with _started(readers) as started, ThreadPoolExecutor(readers, thread_name_prefix="readers") as threads:
        waiting: deque[tuple[_Task, Future[list[Outcome]]]] = deque()
        try:
            for task in tasks:
                waiting.append((task, threads.submit(started.read, task)))
                if len(waiting) == _AHEAD:
                    yield from _take(waiting)
            while waiting:
                yield from _take(waiting)
        finally:
            started.end()
            threads.shutdown(cancel_futures=True)


def _take(waiting: deque[tuple[_Task, Future[list[Outcome]]]]) -> Iterator[tuple[Found, Outcome]]:
    task, future = waiting.popleft()
    return zip(task, future.result(), strict=True)


class _Readers:
    """Processes, each at the other end of a pipe; every thread that has a task takes one that is idle."""

    def __init__(self) -> None:
        self._all: list[tuple[SpawnProcess, Connection]] = []
        self._idle: SimpleQueue[Connection] = SimpleQueue()

    def start(self) -> None:
        """Start one more. Anew from the program ("spawn"): a copy would have an encoder's threads half way through."""
        context = multiprocessing.get_context("spawn")
        ours, theirs = context.Pipe()
        process = context.Process(target=_serve, args=(theirs,), daemon=True)
        with _interrupts_held_back():
            process.start()
        theirs.close()
        self._all.append((process, ours))
        self._idle.put(ours)

    def read(self, task: _Task) -> list[Outcome]:
        """What the files of one task hold. Raises InputError where the process that reads them is gone."""
        connection = self._idle.get()
        try:
            connection.send(task)
            told: list[Outcome] | Exception = connection.recv()
        except (EOFError, OSError) as error:
            raise InputError(_ENDED.format(first=task[0].path, last=task[-1].path.name)) from error
        finally:
            self._idle.put(connection)
        if isinstance(told, Exception):
            raise told
        return told

    def end(self) -> None:
        """End them, whatever they do; they hold nothing that could be lost. Whoever waits for one is told so."""
        for process, _ in self._all:
            process.terminate()
        for process, _ in self._all:
            process.join()

    def close(self) -> None:
        """Close the pipes, when nobody waits any more."""
        for _, connection in self._all:
            connection.close()


_ENDED = (
    "{first}: a process that read files from here to {last} was ended from outside, most likely because the memory was "
    "full. What was stored before is whole; run the same command again, with --threads 1 if it happens again."
)


@contextmanager
def _started(number: int) -> Iterator[_Readers]:
    readers = _Readers()
    try:
        try:
            for _ in range(number):
                readers.start()
        except OSError as error:
            raise InputError(f"a process that reads files could not be started ({error}); try --threads 1.") from error
        yield readers
    finally:
        readers.end()
        readers.close()


def _serve(connection: Connection) -> None:
    """What each process does: read what it is given, until there is nobody who gives it anything."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        while True:
            task = connection.recv()
            try:
                told: list[Outcome] | Exception = read_slim(task)
            except Exception as error:  # a fault of ours: it is told where it would have been without a process
                error.add_note(traceback.format_exc())
                told = error
            connection.send(told)
    except (EOFError, OSError):
        return


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
