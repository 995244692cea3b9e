"""What a stage needs of an encoder, and the manners that all of ours share: loaded late, questions first."""

from __future__ import annotations

import threading
from collections.abc import Iterator, Sequence
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from assistant.encoders.wordings import put_in_decisions_words

# Characters of a piece, counted as if all its texts were as long as its longest (shorter ones are padded to that). A
# question that is asked while decisions are added waits for no more than one piece: about a tenth of a second.
_PIECE = 2048
# Seconds after which a piece is encoded though questions keep coming, so that adding ends some time.
_PATIENCE = 5.0


class Encoder(Protocol):
    """What a stage needs of an encoder. Vectors have length one, so that a dot product is the cosine."""

    @property
    def identity(self) -> str:
        """Name and hash of the weights: vectors of two encoders with one identity may be compared."""
        ...

    def encode_passages(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """One row a text, in order; no texts give no rows."""
        ...

    def encode_questions(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """One row a text, in order; no texts give no rows. It need not be the vector of the text as a passage."""
        ...


class Engine(Protocol):
    """What computes vectors. It is called by one thread at a time and need not be careful itself."""

    @property
    def workers(self) -> int:
        """How many pieces it takes up at once."""
        ...

    @property
    def note(self) -> str:
        """Why it computes otherwise than was wished, as a sentence, once it is loaded; empty where it does not."""
        ...

    @property
    def bits(self) -> int:
        """At how many bits it computes passages, once it is loaded."""
        ...

    def load(self) -> None:
        """Load what it needs, unless it is loaded. Raises EncoderError."""
        ...

    def encode(self, texts: Sequence[str], *, is_question: bool) -> NDArray[np.float32]:
        """One row of length one for each text (at least one), in order. Raises EncoderError."""
        ...


class SentenceEncoder:
    """An encoder over an engine: loaded when it is first asked, and a question goes before passages that wait.

    ``mapped`` puts the vectors of questions where decisions say the same; without it they stay where they are.
    """

    def __init__(self, identity: str, engine: Engine, mapped: NDArray[np.float32] | None = None) -> None:
        self._identity = identity
        self._engine = engine
        self._mapped = mapped
        self._lock = threading.Lock()
        self._no_question = threading.Condition()
        self._questions = 0

    @property
    def identity(self) -> str:
        """Name and hash of the weights."""
        return self._identity

    @property
    def note(self) -> str:
        """Why vectors are computed otherwise than was wished, as a sentence; empty where they are not, or not yet."""
        return self._engine.note

    @property
    def way(self) -> str:
        """How the vectors of passages are computed ("8 bits"): among those of one identity there are such that differ.

        It loads the weights, for only then it is known. Raises EncoderError.
        """
        self.load()
        return f"{self._engine.bits} bits"

    def load(self) -> None:
        """Load the weights unless they are loaded; call it early, so that the first question need not wait."""
        with self._lock:
            self._engine.load()

    def encode_passages(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """One row a text, in order; no texts give no rows. Questions that come meanwhile go first.

        Texts are taken in the order of their lengths, so that few are padded much.
        """
        rows: list[NDArray[np.float32]] = []
        order = sorted(range(len(texts)), key=lambda number: len(texts[number]))
        for piece in _cut(order, [len(text) for text in texts], self._engine.workers):
            with self._no_question:
                # A lock alone is mostly taken again by the one that has just let go of it.
                self._no_question.wait_for(lambda: self._questions == 0, timeout=_PATIENCE)
            rows.append(self._encode([texts[number] for number in piece], is_question=False))
        if not rows:
            return _no_rows()
        ordered = np.concatenate(rows)
        vectors = np.empty_like(ordered)
        vectors[order] = ordered
        return vectors

    def encode_questions(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """One row a text; all-MiniLM-L6-v2 has no prompt of its own for questions, only our map."""
        if not texts:
            return _no_rows()
        with self._no_question:
            self._questions += 1
        try:
            vectors = self._encode(texts, is_question=True)
        finally:
            with self._no_question:
                self._questions -= 1
                self._no_question.notify_all()
        return vectors if self._mapped is None else put_in_decisions_words(vectors, self._mapped)

    def _encode(self, texts: Sequence[str], *, is_question: bool) -> NDArray[np.float32]:
        with self._lock:
            self._engine.load()
            return self._engine.encode(texts, is_question=is_question)


def _cut(order: Sequence[int], lengths: Sequence[int], workers: int) -> Iterator[Sequence[int]]:
    """The numbers of texts, shortest first, in pieces; several workers get a few each, for they wait for the last."""
    size = _PIECE if workers == 1 else _PIECE * workers * 4
    start = 0
    while start < len(order):
        end = start + 1
        while end < len(order) and (end - start + 1) * max(lengths[order[end]], 1) <= size:
            end += 1
        yield order[start:end]
        start = end


def _no_rows() -> NDArray[np.float32]:
    return np.zeros((0, 0), dtype=np.float32)
