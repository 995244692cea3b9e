"""The owner's index in Chroma: made from the casebook, kept up to date from its log of changes, checked when opened.

Chroma 1.5 answers wrongly, or takes the process down, where its files are damaged: a missing or cut file of the graph
gives fewer or other hits without a word, random bytes in one end in a crash. So sizes and checksums of its files are
noted after each writing and compared before they are opened; what differs is made anew.
"""

from __future__ import annotations

import json
import os
import shutil
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from filelock import FileLock
from numpy.typing import NDArray

from assistant.casebook import Casebook
from assistant.errors import VectorIndexError
from assistant.passage_table import PassageTable, TableView, find_damaged, note_files
from assistant.vectors.index import IndexState, Products, Progress, Rows, table_folder

if TYPE_CHECKING:
    from chromadb.api.client import Client
    from chromadb.api.collection_configuration import CreateCollectionConfiguration
    from chromadb.api.models.Collection import Collection

_COLLECTION = "passages"
_STATE = "state.json"
_BATCH = 1000  # Chroma refuses more than 5,461 rows at once.
# The search list must be longer than the hits asked for (400 at most), else HNSW misses some of them. One thread adds:
# of two that begin a small graph one may leave a passage behind that no search reaches. It takes no longer (20,000
# vectors in 12 seconds either way).
_CONFIGURATION: CreateCollectionConfiguration = {
    "hnsw": {"space": "cosine", "ef_construction": 200, "ef_search": 1000, "max_neighbors": 32, "num_threads": 1}
}
_MADE_ANEW = "it is made anew from the casebook at the next start, or by `python -m ingest rebuild`"


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
        # Chroma could not be asked: the table is then, with the same answers, and the graph is made anew. Where that
        # cannot be done either, it is left alone until the next start.
        self._is_broken = self._is_lost = False
        # Questions refresh as they come, and files are added meanwhile: the log is applied by one at a time.
        self._one_at_a_time = threading.RLock()

    @property
    def table(self) -> PassageTable:
        """All passages as arrays."""
        return self._table

    def near_rows(self, view: TableView, asked: NDArray[np.float32], products: Products, count: int) -> list[Rows]:
        """For each vector the rows nearest to it, as Chroma finds them; exactly, where Chroma cannot be asked."""
        if not (self._is_broken or self._is_lost):
            try:
                return [view.rows_named([name for name, _ in self.nearest(vector, count)]) for vector in asked]
            except VectorIndexError:
                self._is_broken = True
        return [rows for rows, _ in view.nearest(*products, asked, count)]

    def nearest(self, vector: NDArray[np.float32], count: int) -> list[tuple[str, float]]:
        """Up to ``count`` passage ids with their cosine, best first, then by id."""
        collection = self._opened()
        with _telling_of(self._folder, "searched"):
            held = collection.count()
            if held == 0 or count <= 0:
                return []
            found = collection.query(
                query_embeddings=np.asarray([vector], dtype=np.float32),
                n_results=min(count, held),
                include=["distances"],
            )
        distances = (found["distances"] or [[]])[0]
        hits = [(name, 1.0 - float(distance)) for name, distance in zip(found["ids"][0], distances, strict=True)]
        return sorted(hits, key=lambda hit: (-hit[1], hit[0]))

    def refresh(self, on_progress: Progress | None = None) -> None:
        """Apply what changed in the casebook since the last time; a cheap look where nothing did.

        The log's place is written after Chroma has the rows, and applying a change twice does no harm, so a kill at
        any moment costs nothing but the repetition.
        """
        self._table.refresh(may_write=True)
        if self._is_lost:
            return
        if self._casebook.last_change() <= self._applied and self._is_ours() and not self._is_broken:
            return
        with self._one_at_a_time:
            if self._is_ours() and not self._is_broken:
                try:
                    self._apply_changes(on_progress)
                except VectorIndexError:
                    self._is_broken = True
            if self._is_broken or not self._is_ours():
                self._build_or_do_without(on_progress)

    def _build_or_do_without(self, on_progress: Progress | None) -> None:
        """Make the graph anew; where that fails (a full disk, for one) the next start tries again."""
        try:
            self._build_graph(on_progress)
        except (VectorIndexError, OSError):
            self._is_lost = True
            self.let_go()
            shutil.rmtree(self._folder, ignore_errors=True)

    def _apply_changes(self, on_progress: Progress | None) -> None:
        latest = {change.passage: change for change in self._casebook.changes_since(self._applied)}
        gone = [name for name, change in latest.items() if change.is_removed]
        for start in range(0, len(gone), _BATCH):
            collection = self._opened()
            with _telling_of(self._folder, "changed"):
                collection.delete(ids=gone[start : start + _BATCH])
        self._add([name for name, change in latest.items() if not change.is_removed], on_progress)
        if latest:
            self._write_state(max(change.sequence for change in latest.values()))

    def rebuild(self, on_progress: Progress | None = None) -> None:
        """Make the index anew from the casebook's vectors, without encoding anything."""
        self._table.rebuild(may_write=True)
        self._build_graph(on_progress)

    def _build_graph(self, on_progress: Progress | None) -> None:
        with self._one_at_a_time:
            self.let_go()
            shutil.rmtree(self._folder, ignore_errors=True)
            at = self._casebook.last_change()
            ids, _ = self._casebook.passage_vectors()
            self._add(ids, on_progress)
            self._write_state(at)
            self._is_broken = False

    def count(self) -> int:
        """How many passages the index holds."""
        return self._opened().count()

    def state(self) -> IndexState:
        """How it stands; it changes nothing."""
        if self._is_broken or self._is_lost:
            passages, is_current = self._table.state()
            return IndexState(passages, is_current, is_owner=True)
        is_current = self._is_ours() and self._casebook.last_change() <= self._applied
        return IndexState(self.count(), is_current, is_owner=True)

    def find_damage(self) -> list[str]:
        """What is wrong with the files, one sentence each; they are not opened by Chroma, and nothing is changed."""
        if not self._folder.exists():
            return [f"{self._folder}: the vector index is not there; {_MADE_ANEW}."]
        if not self._is_ours():
            return [f"{self._folder}: the vector index is not that of this casebook; {_MADE_ANEW}."]
        return [f"{clause}; {_MADE_ANEW}." for clause in self._damage()]

    def find_problems(self) -> list[str]:
        """What differs between the index and the casebook; empty where they agree, or where it is yet to be updated."""
        if self._casebook.last_change() != _read_state(self._folder).get("applied"):
            return []
        ids, _ = self._casebook.passage_vectors()
        collection = self._opened()
        with _telling_of(self._folder, "read"):
            held = set(collection.get(include=[])["ids"])
        missing, extra = len(set(ids) - held), len(held - set(ids))
        if not missing and not extra:
            return []
        return [
            f"{self._folder}: the vector index lacks {missing} passages and holds {extra} that are gone; run "
            "`python -m ingest rebuild`."
        ]

    def close(self) -> None:
        """Let go of the index directory, so that another process may own it."""
        self.let_go()
        self._lock.release()

    def let_go(self) -> None:
        """Close the files of Chroma; they are opened again when they are needed."""
        if self._client is not None:
            self._client.close()
        self._client = self._collection = None

    # ------------------------------------------------------------------ helpers

    def load(self) -> None:
        """Read where the index stands; a missing, foreign or damaged one stands at nothing."""
        if self._is_ours() and next(self._damage(), None) is not None:
            shutil.rmtree(self._folder, ignore_errors=True)
        self._applied = _read_state(self._folder)["applied"] if self._is_ours() else 0

    def _damage(self) -> Iterator[str]:
        return find_damaged(self._folder, _read_state(self._folder).get("files"), but=_STATE)

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
                    if self._is_ours():
                        # To open it changes its database.
                        self._write_state(self._applied)
                return self._collection
        return self._collection

    def _add(self, ids: Sequence[str], on_progress: Progress | None) -> None:
        for start in range(0, len(ids), _BATCH):
            batch = self._casebook.vectors_of_passages(ids[start : start + _BATCH])
            if batch:
                collection = self._opened()
                with _telling_of(self._folder, "changed"):
                    collection.upsert(ids=list(batch), embeddings=np.stack(list(batch.values())))
            if on_progress is not None:
                on_progress(min(start + _BATCH, len(ids)), len(ids))

    def _write_state(self, applied: int) -> None:
        """Note how far the log was applied, and how the files are now.

        A search before it makes Chroma write what it still had to; it was seen to write nothing afterwards.
        """
        collection = self._opened()
        with _telling_of(self._folder, "searched"):
            known = collection.get(limit=1, include=["embeddings"])["embeddings"]
            if known is not None and len(known):
                collection.query(query_embeddings=known, n_results=1, include=[])
        state = {"casebook": self._casebook.id, "applied": applied, "files": note_files(self._folder, but=_STATE)}
        new = self._folder / (_STATE + ".new")
        new.write_text(json.dumps(state), encoding="utf-8")
        new.replace(self._folder / _STATE)
        self._applied = applied


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

    with _telling_of(folder, "opened"):
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        client = Client(
            settings=ChromaSettings(persist_directory=str(folder), is_persistent=True, anonymized_telemetry=False)
        )
        # No embedding function: the default one would try to fetch a model at the first question.
        collection = client.get_or_create_collection(_COLLECTION, configuration=_CONFIGURATION, embedding_function=None)
    return client, collection


@contextmanager
def _telling_of(folder: Path, what: str) -> Iterator[None]:
    """Chroma's errors as ours; those of its Rust part are no Exceptions."""
    try:
        yield
    except (KeyboardInterrupt, SystemExit, GeneratorExit):
        raise
    except BaseException as error:
        raise VectorIndexError(
            f"{folder}: the vector index could not be {what} ({error}); run `python -m ingest rebuild`."
        ) from error
