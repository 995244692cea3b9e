"""Decisions of the synthetic record → a casebook with vectors, straight: nothing is encoded and no page is read."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from assistant.casebook import Casebook, Filed
from assistant.domain import Passage
from assistant.passages import split_into_passages
from assistant.text import content_hash
from benchmarks.record import words
from benchmarks.record.making import make_decisions

SIZE = 384  # as all-MiniLM-L6-v2
_STEP = 500  # decisions a transaction
# How much of a vector is its drawer, its matter and its own; passages of one matter then have a cosine of some 0.6, as
# those of all-MiniLM-L6-v2 on one failing have.
_OF_DRAWER, _OF_MATTER, _OF_ITS_OWN = 0.5, 0.6, 0.62
_MATTERS = tuple((drawer, matter) for drawer, one in enumerate(words.DRAWERS) for matter in one[3])


class RecordEncoder:
    """Texts to plausible vectors without a model: the centres of the matters that a text speaks of, and noise by hash.

    Not a measure of meaning. It lets retrieval be timed at sizes whose encoding would take hours.
    """

    identity = "synthetic/record-1"

    def __init__(self) -> None:
        chance = np.random.default_rng(6)
        self._drawers = _unit(chance.normal(size=(len(words.DRAWERS), SIZE)))
        self._matters = _unit(chance.normal(size=(len(_MATTERS), SIZE)))

    def encode_passages(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """One row a text, in order; no texts give no rows."""
        if not texts:
            return np.zeros((0, SIZE), dtype=np.float32)
        rows = np.stack([self._centre(text) for text in texts])
        noise = np.stack([np.random.default_rng(zlib.crc32(text.encode())).normal(size=SIZE) for text in texts])
        return np.asarray(_unit(rows + _OF_ITS_OWN * _unit(noise)), dtype=np.float32)

    def encode_questions(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """As passages: a question stands where passages on its matters do."""
        return self.encode_passages(texts)

    def _centre(self, text: str) -> NDArray[np.float64]:
        said = text.lower()
        centre = np.zeros(SIZE)
        for number, (drawer, matter) in enumerate(_MATTERS):
            if matter in said:
                centre += _OF_MATTER * self._matters[number] + _OF_DRAWER / 2 * self._drawers[drawer]
        for number, one in enumerate(words.DRAWERS):
            if one[1].lower() in said:
                centre += _OF_DRAWER * self._drawers[number]
        return centre


def _unit(rows: NDArray[np.float64]) -> NDArray[np.float64]:
    return np.asarray(rows / np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1e-9))


def fill_casebook(
    path: Path, passages: int, *, seed: int = 6, say: Callable[[int], None] = lambda _: None
) -> tuple[int, int]:
    """Make a casebook at ``path`` with at least so many passages; how many decisions and passages it has."""
    encoder, casebook = RecordEncoder(), Casebook.open(path)
    casebook.stamp_encoder(encoder.identity)
    held = filed = 0
    try:
        for batch in _batches(passages, seed):
            texts = {content_hash(one.encoded_text): one.encoded_text for each in batch for one in each.passages}
            vectors = dict(zip(texts, encoder.encode_passages(list(texts.values())), strict=True))
            casebook.file(batch, vectors)
            filed += len(batch)
            held += sum(len(each.passages) for each in batch)
            say(held)
    finally:
        casebook.close()
    return filed, held


def _batches(passages: int, seed: int) -> Iterator[list[Filed]]:
    """Decisions ready to be filed, until there are so many passages."""
    decisions = make_decisions(999_999, seed=seed)
    held = 0
    while held < passages:
        batch = []
        for decision in islice(decisions, _STEP):
            cut: tuple[Passage, ...] = split_into_passages(decision)
            batch.append(Filed(decision, cut, "synthetic record"))
            held += len(cut)
            if held >= passages:
                break
        yield batch
