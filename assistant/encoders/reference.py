"""Texts to vectors with sentence-transformers and torch, at 32 bits: what every other way is measured against."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from assistant.errors import EncoderError

if TYPE_CHECKING:
    # Importing it takes seconds; a command that encodes nothing should not wait for it.
    from sentence_transformers import SentenceTransformer

# A larger batch falls out of the processor's cache (docs/encoding.md).
_BATCH = 8


class TorchEngine:
    """A sentence-transformers model in a folder. ``threads`` are torch's own; ``note`` says why it computes."""

    workers = 1
    bits = 32

    def __init__(self, folder: Path, *, threads: int, note: str = "") -> None:
        self.note = note
        self._folder = folder
        self._threads = threads
        self._model: SentenceTransformer | None = None

    def load(self) -> None:
        """Load the weights unless they are loaded. Raises EncoderError."""
        if self._model is None:
            self._model = load_model(self._folder, threads=self._threads)

    def encode(self, texts: Sequence[str], *, is_question: bool) -> NDArray[np.float32]:  # noqa: ARG002 -- both alike
        """One row of length one for each text, in order."""
        self.load()
        assert self._model is not None  # noqa: S101 -- loaded above; this tells the type checker
        return encode_with(self._model, texts)


def load_model(folder: Path, *, threads: int) -> SentenceTransformer:
    """The model in this folder, from its files alone. Raises EncoderError."""
    # Both are read when the libraries are imported, which is why they are set here and not in app.py.
    os.environ.setdefault("HF_HUB_OFFLINE", "1")
    os.environ.setdefault("TOKENIZERS_PARALLELISM", "false")
    import torch
    from sentence_transformers import SentenceTransformer
    from transformers.utils import logging as transformers_logging

    # Its own progress bar for loading weights would write over ours.
    transformers_logging.disable_progress_bar()  # type: ignore[no-untyped-call]
    torch.set_num_threads(threads)
    try:
        return SentenceTransformer(str(folder), device="cpu", local_files_only=True, trust_remote_code=False)
    except (OSError, ValueError, KeyError) as error:
        raise EncoderError(f"{folder}: is no sentence-transformers model that can be loaded ({error}).") from error


def encode_with(model: SentenceTransformer, texts: Sequence[str]) -> NDArray[np.float32]:
    """One row of length one for each text, in order."""
    vectors = model.encode(
        list(texts), batch_size=_BATCH, convert_to_numpy=True, normalize_embeddings=True, show_progress_bar=False
    )
    return np.asarray(vectors, dtype=np.float32)
