"""Texts to vectors with ONNX Runtime and tokenizers, from a kept model file: no torch is imported."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from assistant.encoders.kept import KeptModel
from assistant.errors import EncoderError

if TYPE_CHECKING:
    from tokenizers import Encoding

# Tokens of a batch, padding counted: twice as fast as batches of 32 texts, whose numbers outgrow the cache.
_TOKENS = 512


class Session:
    """A loaded model file with the tokeniser of its folder. Its ``encode`` may be called by several threads."""

    def __init__(self, model: KeptModel, folder: Path, *, workers: int = 1) -> None:
        # Read when the library is imported: our own threads are enough.
        os.environ.setdefault("TOKENIZERS_PARALLELISM", "false")
        import onnxruntime  # type: ignore[import-untyped]  # the package has no types
        from tokenizers import Tokenizer

        options = onnxruntime.SessionOptions()
        # Each batch is computed by one thread, and batches beside one another: threads that share a batch wait for
        # each other, and by far the longest where something else is busy too.
        options.intra_op_num_threads = 1
        options.inter_op_num_threads = 1
        options.log_severity_level = 3
        try:
            self._session = onnxruntime.InferenceSession(model.path, options, providers=["CPUExecutionProvider"])
            self._tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        except Exception as error:  # neither library has a narrower one
            raise EncoderError(f"{model.path}: cannot be loaded ({error}); delete it and it is made again.") from error
        self._tokenizer.no_padding()
        self._tokenizer.enable_truncation(model.longest)
        self._pool = ThreadPoolExecutor(workers, thread_name_prefix="encode") if workers > 1 else None

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """One row of length one for each text (at least one), in order."""
        tokens = self._tokenizer.encode_batch(list(texts))
        batches = list(_cut_batches([len(one.ids) for one in tokens]))
        chosen = [[tokens[number] for number in batch] for batch in batches]
        rows = self._pool.map(self._compute, chosen) if self._pool else map(self._compute, chosen)
        ordered = np.concatenate(list(rows))
        vectors = np.empty_like(ordered)
        vectors[np.concatenate(batches)] = ordered
        return vectors

    def _compute(self, batch: Sequence[Encoding]) -> NDArray[np.float32]:
        length = max(len(one.ids) for one in batch)
        numbers = np.zeros((len(batch), length), dtype=np.int64)
        mask = np.zeros_like(numbers)
        for row, one in enumerate(batch):
            numbers[row, : len(one.ids)] = one.ids
            mask[row, : len(one.ids)] = 1
        (vectors,) = self._session.run(None, {"input_ids": numbers, "attention_mask": mask})
        return np.asarray(vectors, dtype=np.float32)


def _cut_batches(lengths: Sequence[int]) -> Iterator[list[int]]:
    """The numbers of texts in batches of alike lengths, each of at most ``_TOKENS`` tokens or a single text."""
    batch: list[int] = []
    for number in sorted(range(len(lengths)), key=lambda each: lengths[each]):
        if batch and (len(batch) + 1) * lengths[number] > _TOKENS:
            yield batch
            batch = []
        batch.append(number)
    if batch:
        yield batch
