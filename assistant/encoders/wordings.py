"""The vector of what somebody asks → the vector of how decisions word it: a linear map, learned from pairs of wordings.

The encoder puts "no lessons since he stopped going in" near other talk of lessons, and "alternative provision not
arranged" near other talk of provision. 11,030 wordings of 2,206 issues as lay people and advocates put them
(``tests/evaluation/wordings.jsonl``) say what belongs together; ``python -m tests.evaluation.mapping`` learns the map
and tells what it is worth on grievances that it has not seen (``docs/ranking.md``). Passages are never mapped, so that
a casebook need not be encoded again when the map is learned anew.
"""

from __future__ import annotations

from functools import cache
from importlib import resources

import numpy as np
from numpy.typing import NDArray

WORDINGS_MAP = "wordings.npz"


@cache
def read_map(identity: str) -> NDArray[np.float32] | None:
    """The map for the vectors of an encoder, one row and one column a dimension; None where there is none for it."""
    with resources.files("assistant.encoders").joinpath(WORDINGS_MAP).open("rb") as file, np.load(file) as kept:
        return kept["map"].astype(np.float32) if str(kept["encoder"]) == identity else None


def put_in_decisions_words(vectors: NDArray[np.float32], mapped: NDArray[np.float32]) -> NDArray[np.float32]:
    """The vectors of questions, mapped: one row of length one each, whatever stands beside it; no rows give none."""
    if not len(vectors):
        return vectors
    # Row by row: the product of a whole matrix differs in its last bits with the number of rows.
    moved = np.array([row + row @ mapped for row in vectors], dtype=np.float32)
    return np.asarray(moved / np.linalg.norm(moved, axis=1, keepdims=True), dtype=np.float32)
