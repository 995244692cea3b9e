"""The vector index, derived from the casebook and rebuilt from it at will: Chroma, or exact search over a large record.

One process owns the index directory, because two are silently wrong in Chroma 1.5: a reader never sees what another
process added, and still returns what it deleted. A process that is not the owner searches exactly over the
table of passages, with the same results. The only home of chromadb.
"""

from __future__ import annotations

import json
import os
import shutil
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

import numpy as np
from filelock import FileLock, Timeout
from numpy.typing import NDArray
from threadpoolctl import ThreadpoolController  # type: ignore[import-untyped]  # the package has no types

from assistant.casebook import Casebook
from assistant.errors import VectorIndexError
from assistant.passage_table import PassageTable, TableView

if TYPE_CHECKING:
    from chromadb.api.client import Client
    from chromadb.api.collection_configuration import CreateCollectionConfiguration
    from chromadb.api.models.Collection import Collection

Progress = Callable[[int, int], None]
Rows = NDArray[np.int64]
# What each row's vector has with each asked one, and how far that may be from the exact product.
Products = tuple[NDArray[np.float32], float]

_COLLECTION = "passages"
_STATE = "state.json"
# Beyond so many passages the owner searches exactly as well: Chroma reads its whole graph before the first answer, took
# 162 s to build one of 100,000 passages, and is no faster than a product with 8-bit rows (docs/size.md).
CHROMA_UP_TO = 50_000
_BATCH = 1000  # Chroma refuses more than 5,461 rows at once.
# The search list must be longer than the hits asked for (400 at most), else HNSW misses some of them.
_CONFIGURATION: CreateCollectionConfiguration = {
    "hnsw": {"space": "cosine", "ef_construction": 200, "ef_search": 1000, "max_neighbors": 32}
}


class VectorIndex(Protocol):
    """Where the passages nearest in meaning are found."""

    @property
    def table(self) -> PassageTable:
        """All passages as arrays, brought up to date by whoever asks."""
        ...

    def near_rows(self, view: TableView, asked: NDArray[np.float32], products: Products, count: int) -> list[Rows]:
        """For each vector the rows of the ``view`` nearest to it; ``products`` are the view's own with them."""
        ...

    def nearest(self, vector: NDArray[np.float32], count: int) -> list[tuple[str, float]]:
        """Up to ``count`` passage ids with their cosine, best first, then by id."""
        ...

    def refresh(self) -> None:
        """Bring the index up to date with the casebook."""
        ...

    def rebuild(self, on_progress: Progress | None = None) -> None:
        """Make the index anew from the casebook's vectors, without encoding anything."""
        ...

    def find_problems(self) -> list[str]:
        """What differs between the index and the casebook; empty where they agree."""
        ...

    def state(self) -> IndexState:
        """How it stands; it changes nothing."""
        ...

    def close(self) -> None:
        """Let go of the index directory."""
        ...


@dataclass(frozen=True)
class IndexState:
    """How the index of this process stands: ``passages`` that it holds, and whether that is all the casebook has.

    ``is_owner`` is False for a process that searches in memory, because another one has the index directory.
    """

    passages: int
    is_current: bool
    is_owner: bool


class ExactIndex:
    """All vectors at once: for a process that does not own the index directory, and for the owner of a large record.

    The owner holds the ``lock`` and writes the files of the table; without a ``folder`` the table is in memory only.
    """

    def __init__(self, casebook: Casebook, folder: Path | None = None, lock: FileLock | None = None) -> None:
        self._table = PassageTable(casebook, folder)
        self._lock = lock

    @property
    def table(self) -> PassageTable:
        """All passages as arrays."""
        return self._table

    def near_rows(self, view: TableView, asked: NDArray[np.float32], products: Products, count: int) -> list[Rows]:
        """For each vector the rows nearest to it."""
        return [rows for rows, _ in view.nearest(*products, asked, count)]

    def nearest(self, vector: NDArray[np.float32], count: int) -> list[tuple[str, float]]:
        """Up to ``count`` passage ids with their cosine, best first, then by id."""
        view = self._table.view()
        if not len(view) or count <= 0:
            return []
        asked = np.asarray([vector], dtype=np.float32)
        ((rows, scores),) = view.nearest(*view.products(asked), asked, count)
        held = view.passages_of(rows)
        pairs = zip(rows.tolist(), scores.tolist(), strict=True)
        return sorted(((held[row].id, score) for row, score in pairs if row in held), key=lambda hit: (-hit[1], hit[0]))

    def refresh(self, on_progress: Progress | None = None) -> None:
        """Take in what has changed in the casebook."""
        self._table.refresh(may_write=self._lock is not None, on_progress=on_progress)

    def rebuild(self, on_progress: Progress | None = None) -> None:
        """Make the table anew."""
        self._table.rebuild(may_write=self._lock is not None, on_progress=on_progress)

    def find_problems(self) -> list[str]:
        """Nothing: sizes are looked at when the files are opened, and what does not fit is made anew."""
        return []

    def state(self) -> IndexState:
        """How it stands; it changes nothing."""
        passages, is_current = self._table.state()
        return IndexState(passages, is_current, is_owner=self._lock is not None)

    def close(self) -> None:
        """Let go of the index directory, where it is held."""
        if self._lock is not None:
            self._lock.release()


def rank_exactly(
    ids: Sequence[str], matrix: NDArray[np.float32], vector: NDArray[np.float32], count: int
) -> list[tuple[str, float]]:
    """The same answer as the index, by brute force: for few candidates and for tests. No ids give no hits."""
    if not ids or count <= 0:
        return []
    scores = matrix @ vector
    order = sorted(range(len(ids)), key=lambda row: (-float(scores[row]), ids[row]))[:count]
    return [(ids[row], float(scores[row])) for row in order]


class ChromaIndex:
    """The owner's index. ``open_index`` makes it; ``refresh`` applies the casebook's log of changes."""

    def __init__(self, folder: Path, casebook: Casebook, lock: FileLock) -> None:
        self._folder = folder
        self._casebook = casebook
        self._table = PassageTable(casebook, table_folder(folder))
        self._lock = lock
        self._client: Client | None = None
        self._collection: Collection | None = None
        self._applied = 0
        # Questions refresh as they come, and files are added meanwhile: the log is applied by one at a time.
        self._one_at_a_time = threading.RLock()

    @property
    def table(self) -> PassageTable:
        """All passages as arrays."""
        return self._table

    def near_rows(self, view: TableView, asked: NDArray[np.float32], products: Products, count: int) -> list[Rows]:  # noqa: ARG002 -- the graph is asked
        """For each vector the rows nearest to it, as Chroma finds them."""
        return [view.rows_named([name for name, _ in self.nearest(vector, count)]) for vector in asked]

    def nearest(self, vector: NDArray[np.float32], count: int) -> list[tuple[str, float]]:
        """Up to ``count`` passage ids with their cosine, best first, then by id."""
        collection = self._opened()
        held = collection.count()
        if held == 0 or count <= 0:
            return []
        try:
            found = collection.query(
                query_embeddings=np.asarray([vector], dtype=np.float32),
                n_results=min(count, held),
                include=["distances"],
            )
        except Exception as error:
            raise VectorIndexError(
                f"{self._folder}: the vector index could not be searched ({error}); run `python -m ingest rebuild`."
            ) from error
        distances = (found["distances"] or [[]])[0]
        hits = [(name, 1.0 - float(distance)) for name, distance in zip(found["ids"][0], distances, strict=True)]
        return sorted(hits, key=lambda hit: (-hit[1], hit[0]))

    def refresh(self, on_progress: Progress | None = None) -> None:
        """Apply what changed in the casebook since the last time; a cheap look where nothing did.

        The log's place is written after Chroma has the rows, and applying a change twice does no harm, so a kill at
        any moment costs nothing but the repetition.
        """
        self._table.refresh(may_write=True)
        if self._casebook.last_change() <= self._applied and self._is_ours():
            return
        with self._one_at_a_time:
            if self._is_ours():
                self._apply_changes(on_progress)
            else:
                self._build_graph(on_progress)

    def _apply_changes(self, on_progress: Progress | None) -> None:
        latest = {change.passage: change for change in self._casebook.changes_since(self._applied)}
        gone = [name for name, change in latest.items() if change.is_removed]
        for start in range(0, len(gone), _BATCH):
            self._opened().delete(ids=gone[start : start + _BATCH])
        self._add([name for name, change in latest.items() if not change.is_removed], on_progress)
        if latest:
            self._write_state(max(change.sequence for change in latest.values()))

    def rebuild(self, on_progress: Progress | None = None) -> None:
        """Make the index anew from the casebook's vectors, without encoding anything."""
        self._table.rebuild(may_write=True)
        self._build_graph(on_progress)

    def _build_graph(self, on_progress: Progress | None) -> None:
        with self._one_at_a_time:
            self._let_go()
            shutil.rmtree(self._folder, ignore_errors=True)
            at = self._casebook.last_change()
            ids, _ = self._casebook.passage_vectors()
            self._add(ids, on_progress)
            self._write_state(at)

    def count(self) -> int:
        """How many passages the index holds."""
        return self._opened().count()

    def state(self) -> IndexState:
        """How it stands; it changes nothing."""
        is_current = self._is_ours() and self._casebook.last_change() <= self._applied
        return IndexState(self.count(), is_current, is_owner=True)

    def find_problems(self) -> list[str]:
        """What differs between the index and the casebook; empty where they agree."""
        ids, _ = self._casebook.passage_vectors()
        held = set(self._opened().get(include=[])["ids"])
        missing, extra = len(set(ids) - held), len(held - set(ids))
        if not missing and not extra:
            return []
        return [
            f"the vector index lacks {missing} passages and holds {extra} that are gone; "
            "run `python -m ingest rebuild`."
        ]

    def close(self) -> None:
        """Let go of the index directory, so that another process may own it."""
        self._let_go()
        self._lock.release()

    # ------------------------------------------------------------------ helpers

    def load(self) -> None:
        """Read where the index stands; a missing or foreign index stands at nothing."""
        self._applied = _read_state(self._folder)["applied"] if self._is_ours() else 0

    def _is_ours(self) -> bool:
        """Whether the index was made from this casebook; one ahead of its log (a restored copy) was not."""
        state = _read_state(self._folder)
        applied = state.get("applied")
        return (
            state.get("casebook") == self._casebook.id
            and isinstance(applied, int)
            and 0 <= applied <= self._casebook.last_change()
        )

    def _opened(self) -> Collection:
        if self._collection is None:
            # The first questions may come at once, and of two threads that open one folder Chroma lets only one.
            with self._one_at_a_time:
                if self._collection is None:
                    self._client, self._collection = _open_collection(self._folder)
                return self._collection
        return self._collection

    def _let_go(self) -> None:
        if self._client is not None:
            self._client.close()
        self._client = self._collection = None

    def _add(self, ids: Sequence[str], on_progress: Progress | None) -> None:
        for start in range(0, len(ids), _BATCH):
            batch = self._casebook.vectors_of_passages(ids[start : start + _BATCH])
            if batch:
                self._opened().upsert(ids=list(batch), embeddings=np.stack(list(batch.values())))
            if on_progress is not None:
                on_progress(min(start + _BATCH, len(ids)), len(ids))

    def _write_state(self, applied: int) -> None:
        self._opened()
        new = self._folder / (_STATE + ".new")
        new.write_text(json.dumps({"casebook": self._casebook.id, "applied": applied}), encoding="utf-8")
        new.replace(self._folder / _STATE)
        self._applied = applied


def open_index(folder: Path, casebook: Casebook, *, on_progress: Progress | None = None) -> VectorIndex:
    """The index for this process, up to date: Chroma for the first process that asks, exact search for others.

    A record of more than CHROMA_UP_TO passages is searched exactly by all.
    """
    # A search makes many small products, and users ask at the same moment: threads of OpenBLAS that wait for the next
    # product took half of the processor's time of a search and made it twice as slow beside others.
    ThreadpoolController().select(internal_api="openblas").limit(limits=1)
    lock = FileLock(folder.parent / f"{folder.name}.lock", blocking=False)
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


def table_folder(folder: Path) -> Path:
    """Where the files of the table of passages are, beside the index."""
    return folder.parent / f"{folder.name}.passages"


def _read_state(folder: Path) -> dict[str, Any]:
    try:
        state = json.loads((folder / _STATE).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return state if isinstance(state, dict) else {}


def _open_collection(folder: Path) -> tuple[Client, Collection]:
    os.environ.setdefault("ANONYMIZED_TELEMETRY", "False")
    from chromadb.api.client import Client
    from chromadb.config import Settings as ChromaSettings

    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        client = Client(
            settings=ChromaSettings(persist_directory=str(folder), is_persistent=True, anonymized_telemetry=False)
        )
        # No embedding function: the default one would try to fetch a model at the first question.
        collection = client.get_or_create_collection(_COLLECTION, configuration=_CONFIGURATION, embedding_function=None)
    except Exception as error:
        raise VectorIndexError(
            f"{folder}: the vector index cannot be opened ({error}); delete the folder, it is rebuilt by itself."
        ) from error
    return client, collection
