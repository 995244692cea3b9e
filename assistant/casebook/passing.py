"""What SQL tells of the references that pass a filter → those references, as numbers at once and as texts when asked.

Half a record passes a broad filter. Making a text of each and looking each up took longer than finding them.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cached_property
from typing import overload

import numpy as np
from numpy.typing import NDArray

Keys = NDArray[np.int64]

# Between references; none holds it.
SEPARATOR = "\n"
# A reference in its normal form: where its digits stand, and where a joint case has its letter.
_DIGITS = (0, 1, 3, 4, 5, 7, 8, 9)
_BLANKS = (2, 6)
_LENGTH = 10
_LETTERS = 27
_NO_KEY = -1


def reference_keys(references: Iterable[str]) -> Keys:
    """A number for each reference, another for each in its normal form; -1 for what is in no normal form."""
    listed = list(references)
    return _keys_of(SEPARATOR.join(listed).encode()) if listed else np.zeros(0, dtype=np.int64)


class Passing(Sequence[str]):
    r"""References, each once, in no order: those that stand in every one of the texts.

    A text has references with a SEPARATOR between them, some perhaps more than once; None has none.

    >>> Passing("19 018 981\n16 010 636c\n19 018 981")[:]
    ['16 010 636c', '19 018 981']
    >>> len(Passing("19 018 981\n16 010 636c", "19 018 981"))
    1
    """

    def __init__(self, *texts: str | None) -> None:
        self._lists = [text or "" for text in texts]
        self._is_damaged = False
        found = [self._read(text) for text in self._lists]
        keys = found[0]
        for others in found[1:]:
            keys = np.intersect1d(keys, others, assume_unique=True)
        # In the order of what they are looked up in.
        self.keys: Keys = keys

    def _read(self, text: str) -> Keys:
        found = np.sort(_keys_of(text.encode())) if text else np.zeros(0, dtype=np.int64)
        self._is_damaged |= bool((found[:1] == _NO_KEY).any())
        # Each once; np.unique takes twenty times as long.
        is_first = np.append(True, found[1:] != found[:-1])[: len(found)]
        return np.asarray(found[is_first & (found != _NO_KEY)])

    @cached_property
    def _texts(self) -> list[str]:
        lists = (set(text.split(SEPARATOR)) if text else set() for text in self._lists)
        return sorted(set[str].intersection(*lists))

    def __len__(self) -> int:
        """How many."""
        return len(self._texts) if self._is_damaged else len(self.keys)

    @overload
    def __getitem__(self, place: int) -> str: ...

    @overload
    def __getitem__(self, place: slice) -> list[str]: ...

    def __getitem__(self, place: int | slice) -> str | list[str]:
        """One of them, or some."""
        return self._texts[place]


def _keys_of(text: bytes) -> Keys:
    letters = np.frombuffer(text + SEPARATOR.encode(), dtype=np.uint8)
    ends = np.flatnonzero(letters == ord(SEPARATOR))
    starts = np.concatenate(([0], ends[:-1] + 1))
    lengths = ends - starts
    # What is shorter is looked at beyond its end, and refused all the same.
    padded = np.concatenate((letters, np.zeros(_LENGTH + 1, dtype=np.uint8)))
    keys = np.zeros(len(starts), dtype=np.int64)
    is_normal = (lengths == _LENGTH) | (lengths == _LENGTH + 1)
    for place in _DIGITS:
        digits = padded[starts + place] - np.uint8(ord("0"))
        is_normal &= digits <= 9
        keys = keys * 10 + digits
    for place in _BLANKS:
        is_normal &= padded[starts + place] == ord(" ")
    of_case = padded[starts + _LENGTH] - np.uint8(ord("a") - 1)
    has_letter = lengths == _LENGTH + 1
    is_normal &= ~has_letter | ((of_case >= 1) & (of_case < _LETTERS))
    return np.where(is_normal, keys * _LETTERS + np.where(has_letter, of_case, 0), _NO_KEY)
