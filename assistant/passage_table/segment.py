"""Passages of some decisions as arrays: made from the casebook, written to a folder, mapped from it."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from assistant.casebook import PassageChunk
from assistant.passage_table.postings import Postings, StemPostings, TokenPostings
from assistant.vocabulary import content_words, word_stem

Progress = Callable[[int, int], None]
Tokens = Iterable[tuple[str, NDArray[np.int64]]]

# Up to so many rows the vectors are also kept at 32 bits, and scores are exact at once; of more, at 8 bits.
EXACT_UP_TO = 50_000
# Rows that are made coarse at once.
CHUNK = 50_000
_LEVELS = 127
# Of the levels the one that stands for 0: the product of 8-bit numbers wants those of the rows without a sign.
_ZERO = 128


@dataclass(frozen=True)
class Segment:
    """Passages with all that is asked of them. A decision's rows stand together, in the order of the casebook.

    ``exact`` are the vectors at 32 bits, or ``coarse`` at 8 with 128 added and a scale for each row; ``slack`` is how
    far a product with a coarse row may be from the exact one, for a vector of length one.
    """

    numbers: NDArray[np.int64]
    decisions: NDArray[np.int64]
    is_paragraph: NDArray[np.bool_]
    has_issue: NDArray[np.bool_]
    vectors: NDArray[np.float16]
    exact: NDArray[np.float32] | None
    coarse: NDArray[np.uint8]
    scales: NDArray[np.float32]
    slack: NDArray[np.float32]
    tokens: TokenPostings
    stems: StemPostings

    def __len__(self) -> int:
        """How many passages."""
        return len(self.numbers)


def make_segment(chunks: Iterable[PassageChunk], read_tokens: Callable[[list[int]], Tokens]) -> Segment | None:
    """From the casebook's passages; ``read_tokens`` gives the tokens of those with given numbers. None for none."""
    read = []
    stems = _StemMaker()
    for chunk in chunks:
        stems.add(chunk.texts)
        read.append(chunk)
    if not read:
        return None
    numbers = np.concatenate([chunk.numbers for chunk in read])
    vectors = np.concatenate([chunk.vectors for chunk in read])
    coarse, scales, slack = _coarsen(vectors)
    return Segment(
        numbers,
        np.concatenate([chunk.decisions for chunk in read]),
        np.concatenate([chunk.is_paragraph for chunk in read]),
        np.concatenate([chunk.has_issue for chunk in read]),
        vectors,
        _exact(vectors),
        coarse,
        scales,
        slack,
        _make_tokens(numbers, read_tokens(numbers.tolist())),
        stems.finish(),
    )


def _exact(vectors: NDArray[np.float16]) -> NDArray[np.float32] | None:
    return vectors.astype(np.float32) if len(vectors) <= EXACT_UP_TO else None


def _coarsen(
    vectors: NDArray[np.float16],
) -> tuple[NDArray[np.uint8], NDArray[np.float32], NDArray[np.float32]]:
    """At 8 bits with a scale for each row, and the length of what is lost: it bounds the error of any product."""
    if len(vectors) <= EXACT_UP_TO:
        return np.zeros((0, vectors.shape[1]), dtype=np.uint8), *(np.zeros(0, dtype=np.float32),) * 2
    coarse = np.empty(vectors.shape, dtype=np.uint8)
    scales, slack = (np.empty(len(vectors), dtype=np.float32) for _ in range(2))
    for start in range(0, len(vectors), CHUNK):
        part = slice(start, start + CHUNK)
        rows = vectors[part].astype(np.float32)
        scales[part] = np.maximum(np.abs(rows).max(axis=1), 1e-9) / _LEVELS
        levels = np.rint(rows / scales[part, None])
        coarse[part] = levels + _ZERO
        slack[part] = np.linalg.norm(rows - levels * scales[part, None], axis=1)
    return coarse, scales, slack


class _StemMaker:
    """Texts, chunk by chunk, to the stems of their content words."""

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}
        self._known: dict[str, int] = {}
        self._counts: list[int] = []
        self._parts: list[NDArray[np.int32]] = []

    def add(self, texts: Iterable[str]) -> None:
        found: list[int] = []
        for text in texts:
            held = {self._number(word) for word in content_words(text)}
            self._counts.append(len(held))
            found.extend(sorted(held))
        self._parts.append(np.array(found, dtype=np.int32))

    def _number(self, word: str) -> int:
        number = self._known.get(word)
        if number is None:
            stem = word_stem(word)
            number = self._known[word] = self._numbers.setdefault(stem, len(self._numbers))
        return number

    def finish(self) -> StemPostings:
        entries = np.concatenate(self._parts)
        starts = np.zeros(len(self._counts) + 1, dtype=np.int64)
        np.cumsum(self._counts, out=starts[1:])
        rows = np.repeat(np.arange(len(self._counts), dtype=np.int32), self._counts)
        by_stem = Postings.of_pairs(entries, rows, len(self._numbers))
        return StemPostings(list(self._numbers), self._numbers, by_stem, Postings(starts, entries))


def _make_tokens(numbers: NDArray[np.int64], tokens: Tokens) -> TokenPostings:
    names: dict[str, int] = {}
    ends, rows, in_issue, elsewhere = [0], [], [], []
    lengths = np.zeros(len(numbers), dtype=np.int64)
    row_of = np.full(int(numbers.max()) + 2, -1, dtype=np.int32)
    row_of[numbers] = np.arange(len(numbers), dtype=np.int32)
    for name, places in tokens:
        at = row_of[np.minimum(places >> 2, len(row_of) - 1)]
        held, places = at[at >= 0], places[at >= 0]
        if not len(held):
            continue
        # The places are in the order of passages, which is that of rows but for decisions that were filed again.
        order = np.argsort(held, kind="stable")
        held, is_issue = held[order], (places[order] & 3) == 0
        first = np.flatnonzero(np.concatenate(([True], held[1:] != held[:-1])))
        often = np.diff(np.append(first, len(held)))
        of_issue = np.add.reduceat(is_issue.astype(np.int64), first)
        lengths[held[first]] += often
        names[name] = len(names)
        rows.append(held[first])
        in_issue.append(np.minimum(of_issue, 255).astype(np.uint8))
        elsewhere.append(np.minimum(often - of_issue, 255).astype(np.uint8))
        ends.append(ends[-1] + len(first))
    if not rows:
        rows, in_issue, elsewhere = [np.zeros(0, dtype=np.int32)], *([np.zeros(0, dtype=np.uint8)],) * 2
    return TokenPostings(
        names,
        Postings(np.array(ends, dtype=np.int64), np.concatenate(rows)),
        np.concatenate(in_issue),
        np.concatenate(elsewhere),
        lengths.astype(np.int32),
    )


# --------------------------------------------------------------------------- files

_ARRAYS = ("numbers", "decisions", "is_paragraph", "has_issue", "vectors", "coarse", "scales", "slack")


def write_segment(segment: Segment, folder: Path) -> None:
    """Write all arrays into an existing folder."""
    for name, array in _arrays_of(segment):
        np.save(folder / f"{name}.npy", array)
    words = {"tokens": list(segment.tokens.numbers), "stems": list(segment.stems.stems)}
    (folder / "words.json").write_text(json.dumps(words, ensure_ascii=False), encoding="utf-8")


def map_segment(folder: Path) -> Segment:
    """The segment that was written there, mapped; nothing is written.

    Raises OSError, EOFError, ValueError or KeyError where it is not whole.
    """
    words = json.loads((folder / "words.json").read_text(encoding="utf-8"))
    held: Mapping[str, NDArray[np.generic]] = {
        name: np.load(folder / f"{name}.npy", mmap_mode="r", allow_pickle=False)
        for name in (
            *_ARRAYS,
            *("token_starts", "token_rows", "in_issue", "elsewhere", "lengths"),
            *("stem_starts", "stem_rows", "row_starts", "row_stems"),
        )
    }
    arrays = {name: np.asarray(array) for name, array in held.items()}
    tokens = TokenPostings(
        {name: number for number, name in enumerate(words["tokens"])},
        Postings(arrays["token_starts"], arrays["token_rows"]),
        arrays["in_issue"],
        arrays["elsewhere"],
        arrays["lengths"],
    )
    stems = StemPostings(
        words["stems"],
        {name: number for number, name in enumerate(words["stems"])},
        Postings(arrays["stem_starts"], arrays["stem_rows"]),
        Postings(arrays["row_starts"], arrays["row_stems"]),
    )
    own = {name: arrays[name] for name in _ARRAYS}
    segment = Segment(**own, exact=_exact(arrays["vectors"]), tokens=tokens, stems=stems)
    _check_sizes(segment)
    return segment


def _check_sizes(segment: Segment) -> None:
    """Raise ValueError where the arrays do not belong together (a write that was cut short, a mixed folder)."""
    count = len(segment.numbers)
    tokens, stems = segment.tokens, segment.stems
    is_whole = (
        all(len(getattr(segment, name)) == count for name in _ARRAYS[:5])
        and all(len(getattr(segment, name)) in (0, count) for name in _ARRAYS[5:])
        and (segment.exact is not None or len(segment.coarse) == count)
        and len(tokens.numbers) + 1 == len(tokens.rows.starts)
        and tokens.rows.starts[-1] == len(tokens.rows.entries) == len(tokens.in_issue) == len(tokens.elsewhere)
        and len(tokens.lengths) == count
        and len(stems.stems) + 1 == len(stems.rows.starts)
        and stems.of_rows.starts[-1] == len(stems.of_rows.entries) == len(stems.rows.entries)
        and len(stems.of_rows.starts) == count + 1
    )
    if not is_whole:
        raise ValueError("its arrays are of different lengths")


def _arrays_of(segment: Segment) -> Iterator[tuple[str, NDArray[np.generic]]]:
    yield from ((name, getattr(segment, name)) for name in _ARRAYS)
    tokens, stems = segment.tokens, segment.stems
    yield from (
        ("token_starts", tokens.rows.starts),
        ("token_rows", tokens.rows.entries),
        ("in_issue", tokens.in_issue),
        ("elsewhere", tokens.elsewhere),
        ("lengths", tokens.lengths),
        ("stem_starts", stems.rows.starts),
        ("stem_rows", stems.rows.entries),
        ("row_starts", stems.of_rows.starts),
        ("row_stems", stems.of_rows.entries),
    )
