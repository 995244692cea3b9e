"""The vector index: Chroma, derived from the casebook and rebuilt from it at will.

One process owns the index directory, because two are silently wrong in Chroma 1.5: a reader never sees what another
process added, and still returns what it deleted. A process that is not the owner searches exactly over the
casebook's own vectors, with the same results. The only home of chromadb.
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

from assistant.casebook import Casebook
from assistant.errors import VectorIndexError

if TYPE_CHECKING:
    from chromadb.api.client import Client
    from chromadb.api.collection_configuration import CreateCollectionConfiguration
    from chromadb.api.models.Collection import Collection

Progress = Callable[[int, int], None]

_COLLECTION = "passages"
_STATE = "state.json"
_BATCH = 1000  # Chroma refuses more than 5,461 rows at once.
# The search list must be longer than the hits asked for (400 at most), else HNSW misses some of them.
_CONFIGURATION: CreateCollectionConfiguration = {
    "hnsw": {"space": "cosine", "ef_construction": 200, "ef_search": 1000, "max_neighbors": 32}
}


class VectorIndex(Protocol):
    """Where the passages nearest in meaning are found."""

    def nearest(self, vector: NDArray[np.float32], count: int) -> list[tuple[str, float]]:
        """Up to ``count`` passage ids with their cosine, best first, then by id."""
        ...

    def refresh(self) -> None:
        """Bring the index up to date with the casebook."""
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
    """All vectors in memory and one product: for a process that does not own the Chroma directory."""

    def __init__(self, casebook: Casebook) -> None:
        self._casebook = casebook
        self._at: tuple[str, int] | None = None
        self._ids: list[str] = []
        self._matrix: NDArray[np.float32] = np.zeros((0, 0), dtype=np.float32)

    def nearest(self, vector: NDArray[np.float32], count: int) -> list[tuple[str, float]]:
        """Up to ``count`` passage ids with their cosine, best first, then by id."""
        return rank_exactly(self._ids, self._matrix, vector, count)

    def refresh(self) -> None:
        """Read the vectors again where the casebook has changed."""
        newest = (self._casebook.id, self._casebook.last_change())
        if newest != self._at:
            self._ids, self._matrix = self._casebook.passage_vectors()
            self._at = newest

    def state(self) -> IndexState:
        """How it stands; it changes nothing."""
        return IndexState(len(self._ids), (self._casebook.id, self._casebook.last_change()) == self._at, is_owner=False)

    def close(self) -> None:
        """Nothing is held."""


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
        self._lock = lock
        self._client: Client | None = None
        self._collection: Collection | None = None
        self._applied = 0
        # Questions refresh as they come, and files are added meanwhile: the log is applied by one at a time.
        self._one_at_a_time = threading.RLock()

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
        if self._casebook.last_change() <= self._applied and self._is_ours():
            return
        with self._one_at_a_time:
            if self._is_ours():
                self._apply_changes(on_progress)
            else:
                self.rebuild(on_progress)

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
    """The index for this process, up to date: Chroma for the first process that asks, exact search for others."""
    lock = FileLock(folder.parent / f"{folder.name}.lock", blocking=False)
    try:
        lock.acquire()
    except Timeout:
        exact = ExactIndex(casebook)
        exact.refresh()
        return exact
    index = ChromaIndex(folder, casebook, lock)
    try:
        index.load()
        index.refresh(on_progress)
    except BaseException:
        index.close()
        raise
    return index


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
