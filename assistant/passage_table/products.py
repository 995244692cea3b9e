"""Rows of vectors and a question's vectors → their products, exact or coarse with a bound."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from assistant.passage_table.segment import Segment

_LEVELS = 127
# torch's product of 8-bit matrices wants the number of columns to be a multiple of this.
_COLUMNS = 8


def multiply(segment: Segment, asked: NDArray[np.float32]) -> tuple[NDArray[np.float32], float]:
    """One row a passage, one column a vector, and how far any of them may be from the exact product (0: none is)."""
    if segment.exact is not None:
        return segment.exact @ asked.T, 0.0
    # A vector is two of 8 bits, the second for what the first leaves: its own rounding then hardly counts.
    scale = np.maximum(np.abs(asked).max(axis=1), 1e-9) / _LEVELS
    high = np.rint(asked / scale[:, None])
    low = np.rint((asked / scale[:, None] - high) * _LEVELS)
    left = np.linalg.norm(asked - (high + low / _LEVELS) * scale[:, None], axis=1).max()
    both = _multiply_bytes(segment.coarse, np.concatenate([high, low]).astype(np.int8))
    count = len(asked)
    # One column after the other: what is asked of them later is asked of a column.
    products = np.empty((count, len(segment)), dtype=np.float32)
    for column in range(count):
        np.multiply(both[:, count + column], np.float32(1 / _LEVELS), out=products[column])
        products[column] += both[:, column]
        products[column] *= segment.scales * np.float32(scale[column])
    length = float(np.linalg.norm(asked, axis=1).max())
    return products.T, float(segment.slack.max()) * length + float(left) * 1.01 + 1e-6


def multiply_exactly(
    vectors: NDArray[np.float16], rows: NDArray[np.int64], asked: NDArray[np.float32]
) -> NDArray[np.float32]:
    """The products of some rows, each worked out in the same way whatever stands beside it: equal rows are equal."""
    return np.asarray(np.einsum("ij,kj->ik", vectors[rows].astype(np.float32), asked))


def _multiply_bytes(rows: NDArray[np.int8], columns: NDArray[np.int8]) -> NDArray[np.int32]:
    """The product of 8-bit rows and the columns given as rows; some columns more than were given."""
    import torch

    wide = np.zeros((-(-len(columns) // _COLUMNS) * _COLUMNS, columns.shape[1]), dtype=np.int8)
    wide[: len(columns)] = columns
    product: NDArray[np.int32] = torch._int_mm(torch.from_numpy(rows), torch.from_numpy(wide).T.contiguous()).numpy()
    return product
