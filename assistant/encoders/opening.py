"""Settings → the encoder in use: which arithmetic computes its vectors, and what is used where that cannot be had."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from assistant.encoders.encoder import SentenceEncoder
from assistant.encoders.kept import KeptModel, NotMade, describe_making, keep_model
from assistant.encoders.reference import TorchEngine
from assistant.encoders.runtime import Session
from assistant.encoders.weights import Weights, find_weights
from assistant.encoders.wordings import read_map
from assistant.settings import Encoding, Settings

_LOG = logging.getLogger(__name__)

# What Linux calls a processor's instructions for sums of 8-bit products. Without them 8 bits are slower, and older
# instructions cut large sums off.
_VNNI = frozenset({"avx512_vnni", "avx_vnni"})
_FLAGS = Path("/proc/cpuinfo")


def open_encoder(settings: Settings) -> SentenceEncoder:
    """The encoder of the settings; its weights are checked now and loaded later. Raises EncoderError.

    Whatever the settings choose, the identity is that of the weights: a casebook may hold vectors of every arithmetic
    beside one another, and a question is never computed at 8 bits (docs/encoding.md has what that costs). Questions to
    the bundled weights are mapped to how decisions word things; other weights have no such map.
    """
    weights = find_weights(settings.encoder)
    mapped = read_map(weights.identity)
    if settings.encoding is Encoding.REFERENCE:
        return SentenceEncoder(weights.identity, TorchEngine(weights.folder, threads=settings.threads or 1), mapped)
    is_quick = settings.encoding is Encoding.QUICK
    engine = RuntimeEngine(weights, settings.cache, settings.threads or 1, wants_quick=is_quick)
    return SentenceEncoder(weights.identity, engine, mapped)


class RuntimeEngine:
    """Vectors by ONNX Runtime; by torch where its file cannot be made, and at 32 bits where 8 cannot be had."""

    def __init__(self, weights: Weights, cache: Path, workers: int, *, wants_quick: bool = False) -> None:
        self.workers = workers
        self.note = ""
        self._weights = weights
        self._cache = cache
        self._wants_quick = wants_quick
        self._questions: Session | TorchEngine | None = None
        self._passages: Session | TorchEngine | None = None

    @property
    def bits(self) -> int:
        """At how many bits passages are computed, once it is loaded."""
        return 32 if self._passages is self._questions else 8

    def load(self) -> None:
        """Load what is needed, unless it is loaded; the first time, its file is made. Raises EncoderError."""
        if self._questions is not None:
            return
        try:
            exact = _keep_exact(self._weights, self._cache)
            questions: Session | TorchEngine = Session(exact, self._weights.folder, workers=self.workers)
        except NotMade as error:
            self._say(f"Texts are encoded by torch, which takes longer: {error}.")
            questions = TorchEngine(self._weights.folder, threads=1)
            questions.load()
            exact = None
        self._passages = (self._open_quick(exact) if exact and self._wants_quick else None) or questions
        self._questions = questions

    def encode(self, texts: Sequence[str], *, is_question: bool) -> NDArray[np.float32]:
        """One row of length one for each text, in order; questions always at 32 bits."""
        self.load()
        engine = self._questions if is_question else self._passages
        assert engine is not None  # noqa: S101 -- loaded above; this tells the type checker
        return (
            engine.encode(texts, is_question=is_question) if isinstance(engine, TorchEngine) else engine.encode(texts)
        )

    def _say(self, note: str) -> None:
        """Once for each engine, to whoever reads the log: without one, that is standard error."""
        self.note = note
        _LOG.warning("%s", note)

    def _open_quick(self, exact: KeptModel) -> Session | None:
        try:
            if not has_vnni():
                raise NotMade("this processor has no instructions for them that are known to be exact and quick")
            quick = _keep_quick(exact, self._weights, self._cache)
        except NotMade as error:
            self._say(f"Passages are encoded at 32 bits, and not at 8: {error}.")
            return None
        return Session(quick, self._weights.folder, workers=self.workers)


def _keep_exact(weights: Weights, cache: Path) -> KeptModel:
    def make(path: Path) -> int:
        # Late: it brings torch, which is loaded only where the file is made.
        from assistant.encoders.converting import write_exact

        return write_exact(weights, path)

    return keep_model(cache, f"{weights.sha256[:12]}-exact", describe_making(weights, bits=32), make)


def _keep_quick(exact: KeptModel, weights: Weights, cache: Path) -> KeptModel:
    def make(path: Path) -> int:
        from assistant.encoders.converting import write_quick

        return write_quick(exact, weights, path)

    return keep_model(cache, f"{weights.sha256[:12]}-quick", describe_making(weights, bits=8), make)


def has_vnni(flags: Path = _FLAGS) -> bool:
    """True where the processor is known to multiply 8-bit numbers quickly and without cutting sums off (VNNI)."""
    try:
        lines = flags.read_text(encoding="ascii", errors="replace").splitlines()
    except OSError:
        return False  # not Linux: what the processor has is not told
    named = next((line for line in lines if line.startswith("flags")), "")
    return not _VNNI.isdisjoint(named.split())
