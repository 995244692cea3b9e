"""What every index of the vectors can do, and how one stands."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from assistant.passage_table import PassageTable, TableView

Progress = Callable[[int, int], None]
Rows = NDArray[np.int64]
# What each row's vector has with each asked one, and how far that may be from the exact product.
Products = tuple[NDArray[np.float32], float]


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


def table_folder(folder: Path) -> Path:
    """Where the files of the table of passages are, beside the index."""
    return folder.parent / f"{folder.name}.passages"
