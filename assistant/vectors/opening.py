"""Which index a process gets, and what is wrong with the files of either: found without changing anything."""

from __future__ import annotations

from pathlib import Path

from filelock import FileLock, Timeout
from threadpoolctl import ThreadpoolController  # type: ignore[import-untyped]  # the package has no types

from assistant.casebook import Casebook
from assistant.passage_table import PassageTable
from assistant.vectors.chroma import ChromaIndex
from assistant.vectors.exact import ExactIndex
from assistant.vectors.index import Progress, VectorIndex, table_folder

# Beyond so many passages the owner searches exactly as well: Chroma reads its whole graph before the first answer, took
# 162 s to build one of 100,000 passages, and is no faster than a product with 8-bit rows (docs/size.md).
CHROMA_UP_TO = 50_000


def open_index(folder: Path, casebook: Casebook, *, on_progress: Progress | None = None) -> VectorIndex:
    """The index for this process, up to date: Chroma for the first process that asks, exact search for others.

    A record of more than CHROMA_UP_TO passages is searched exactly by all.
    """
    # A search makes many small products, and users ask at the same moment: threads of OpenBLAS that wait for the next
    # product took half of the processor's time of a search and made it twice as slow beside others.
    ThreadpoolController().select(internal_api="openblas").limit(limits=1)
    lock = FileLock(_lock_file(folder), blocking=False)
    try:
        lock.acquire()
    except Timeout:
        exact = ExactIndex(casebook, table_folder(folder))
        exact.refresh()
        return exact
    index: ExactIndex | ChromaIndex
    if casebook.source.count() > CHROMA_UP_TO:
        index = ExactIndex(casebook, table_folder(folder), lock)
    else:
        index = ChromaIndex(folder, casebook, lock)
    try:
        if isinstance(index, ChromaIndex):
            index.load()
        index.refresh(on_progress)
    except BaseException:
        index.close()
        raise
    return index


def find_index_problems(folder: Path, casebook: Casebook) -> list[str]:
    """What is damaged of the files of index and table, one sentence each with what to do; it changes nothing.

    What lags behind the casebook is not damaged: whoever opens it brings it up to date. Where a running chat owns the
    index only the table is looked at. Before the first start there is nothing to look at.
    """
    lock_file = _lock_file(folder)
    if not (lock_file.exists() or folder.exists() or table_folder(folder).exists()):
        return []
    problems = PassageTable(casebook, table_folder(folder)).find_problems()
    lock = FileLock(lock_file, blocking=False)
    try:
        lock.acquire()
    except Timeout:
        return problems
    try:
        if 0 < casebook.source.count() <= CHROMA_UP_TO:
            index = ChromaIndex(folder, casebook, lock)
            if damage := index.find_damage():
                problems += damage
            else:
                index.load()
                problems += index.find_problems()
                index.let_go()
    finally:
        lock.release()
    return problems


def _lock_file(folder: Path) -> Path:
    return folder.parent / f"{folder.name}.lock"
