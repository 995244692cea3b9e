"""Rows of vectors and a question's vectors → their products, exact or coarse with a bound."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from assistant.passage_table.segment import Segment

# A question's vector has 7 bits: a processor without VNNI adds products of 8-bit rows in pairs at 16 bits, and with 8
# bits the sum would not fit. What the first 7 leave goes into 7 more.
_LEVELS = 63
_SECOND_LEVELS = 2 * _LEVELS
# The products of so many rows stay in the processor's cache until they are put together.
_ROWS_AT_ONCE = 32_768
_MOST_THREADS = 8

_Products = tuple[NDArray[np.float32], float]
_Given = TypeVar("_Given")
_Made = TypeVar("_Made")
Multiply = Callable[[NDArray[np.uint8], NDArray[np.int8]], NDArray[np.int32]]


def start_multiplying(segment: Segment, asked: NDArray[np.float32]) -> Callable[[], _Products]:
    """Begin on all cores and give a call that waits for the end, so that something else can be done meanwhile.

    It gives one row a passage, one column a vector, and how far any of them may be from the exact product (0: none is).
    The columns lie one after the other: what is asked of them later is asked of a column.
    """
    exact = segment.exact
    if exact is not None:
        product = _workers().submit(lambda: np.asfortranarray(exact @ asked.T))
        return lambda: (product.result(), 0.0)
    scale = np.maximum(np.abs(asked).max(axis=1), 1e-9) / _LEVELS
    high = np.rint(asked / scale[:, None])
    low = np.rint((asked / scale[:, None] - high) * _SECOND_LEVELS)
    left = np.linalg.norm(asked - (high + low / _SECOND_LEVELS) * scale[:, None], axis=1).max()
    columns = np.ascontiguousarray(np.concatenate([high, low]).astype(np.int8).T)
    products = np.empty((len(asked), len(segment)), dtype=np.float32)
    factors = (scale / _SECOND_LEVELS).astype(np.float32)
    run = _multiplier()

    def fill(start: int) -> None:
        rows = slice(start, start + _ROWS_AT_ONCE)
        both = run(segment.coarse[rows], columns)
        for number, factor in enumerate(factors):
            whole = both[:, number] * np.int32(_SECOND_LEVELS)
            whole += both[:, len(asked) + number]
            np.multiply(whole.astype(np.float32), segment.scales[rows] * factor, out=products[number, rows])

    # Both ONNX Runtime and numpy let go of Python's lock.
    filling = [_workers().submit(fill, start) for start in range(0, len(segment), _ROWS_AT_ONCE)]
    length = float(np.linalg.norm(asked, axis=1).max())
    slack = float(segment.slack.max()) * length + float(left) * 1.01 + 1e-6

    def finish() -> _Products:
        for one in filling:
            one.result()
        return products.T, slack

    return finish


def on_all_cores(work: Callable[[_Given], _Made], given: Iterable[_Given]) -> list[_Made]:
    """What ``work`` makes of each, in order; for work that lets go of Python's lock, as numpy does."""
    return list(_workers().map(work, given))


def multiply_exactly(vectors: NDArray[np.float32], asked: NDArray[np.float32]) -> NDArray[np.float32]:
    """The products of rows, each worked out in the same way whatever stands beside it: equal rows are equal."""
    return np.asarray(np.einsum("ij,kj->ik", vectors, asked))


@cache
def _workers() -> ThreadPoolExecutor:
    return ThreadPoolExecutor(min(os.cpu_count() or 1, _MOST_THREADS), thread_name_prefix="products")


@cache
def _multiplier() -> Multiply:
    """The product of 8-bit rows and columns, in ONNX Runtime: it knows the instructions of each processor."""
    import onnxruntime  # type: ignore[import-untyped]  # the package has no types
    from onnx import TensorProto, helper

    rows = helper.make_tensor_value_info("rows", TensorProto.UINT8, [None, None])
    columns = helper.make_tensor_value_info("columns", TensorProto.INT8, [None, None])
    product = helper.make_tensor_value_info("product", TensorProto.INT32, [None, None])
    # Rows are kept with 128 added, which the operator takes off again.
    zero = helper.make_tensor("zero", TensorProto.UINT8, [], [128])
    node = helper.make_node("MatMulInteger", ["rows", "columns", "zero"], ["product"])
    graph = helper.make_graph([node], "product", [rows, columns], [product], [zero])
    # The operator has been as it is since the tenth version of the set; the form of the file is as old.
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 10)], ir_version=5)
    options = onnxruntime.SessionOptions()
    # The rows are shared out above; threads below that would wait for one another.
    options.intra_op_num_threads = 1
    session = onnxruntime.InferenceSession(model.SerializeToString(), options, providers=["CPUExecutionProvider"])

    def run(rows: NDArray[np.uint8], columns: NDArray[np.int8]) -> NDArray[np.int32]:
        found: NDArray[np.int32] = session.run(None, {"rows": rows, "columns": columns})[0]
        return found

    return run
