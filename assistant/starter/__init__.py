"""The starter casebook: 1,403 real decisions, digested in our own words, shipped with their vectors.

What they are and how they were made is told in ``docs/starter-casebook.md``.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np
from filelock import FileLock
from numpy.typing import NDArray

from assistant.casebook import Casebook
from assistant.digests import read_digests
from assistant.domain import Decision
from assistant.encoders import BUNDLED_IDENTITY, Encoder
from assistant.errors import CasebookError
from assistant.filing import Progress, encode_texts, file_decisions
from assistant.passages import split_into_passages
from assistant.settings import Settings
from assistant.text import content_hash

_HERE = Path(__file__).parent
STARTER_FILES = (_HERE / "decisions.jsonl", _HERE / "more.jsonl")
# Where the casebook says that these came from.
STARTER_ORIGIN = "starter casebook"
_VECTORS = _HERE / "vectors.npz"


def ensure_casebook(settings: Settings, encoder: Encoder, *, on_progress: Progress | None = None) -> bool:
    """Build the starter casebook where there is none; True if it was built now.

    It is built under another name and moved into place when whole, so that a kill leaves either nothing or all of it.
    """
    if settings.casebook_path.exists():
        return False
    try:
        settings.home.mkdir(mode=0o700, parents=True, exist_ok=True)
        with FileLock(settings.home / "starter.lock"):
            if settings.casebook_path.exists():
                return False
            building = _build(settings, encoder, on_progress)
            # A log left by a casebook that was deleted would be replayed into the new one.
            for leftover in settings.home.glob(settings.casebook_path.name + "-*"):
                leftover.unlink()
            building.replace(settings.casebook_path)
    except OSError as error:
        raise CasebookError(
            f"{settings.home}: the casebook cannot be made there ({error.strerror}); choose another place with "
            "--home or REDRESS_HOME."
        ) from error
    return True


def _build(settings: Settings, encoder: Encoder, on_progress: Progress | None) -> Path:
    """The whole starter casebook under a name of its own; what an earlier try left there is cleared first."""
    building = settings.home / "starter.building.sqlite"
    for leftover in settings.home.glob(building.name + "*"):
        leftover.unlink()
    casebook = Casebook.open(building)
    try:
        vectors = read_vectors() if encoder.identity == BUNDLED_IDENTITY else {}
        decisions = read_starter()
        origins = {decision.reference: STARTER_ORIGIN for decision in decisions}
        file_decisions(casebook, encoder, decisions, vectors=vectors, origins=origins, on_progress=on_progress)
    finally:
        casebook.close()
    return building


def read_starter() -> tuple[Decision, ...]:
    """All starter decisions."""
    return tuple(decision for file in STARTER_FILES for decision in read_digests(file))


def read_vectors() -> dict[str, NDArray[np.float32]]:
    """The shipped vectors, by content hash of their text; empty where the file is not there."""
    if not _VECTORS.exists():
        return {}
    with np.load(_VECTORS, allow_pickle=False) as file:
        hashes = [f"{int(number):016x}" for number in file["hashes"]]
        return dict(zip(hashes, file["vectors"].astype(np.float32), strict=True))


def write_vectors(encoder: Encoder, *, on_progress: Progress | None = None) -> int:
    """Make the shipped vectors anew (``make starter-vectors``, after a change of passages); returns how many."""
    passages = [passage for decision in read_starter() for passage in split_into_passages(decision)]
    texts = {content_hash(passage.encoded_text): passage.encoded_text for passage in passages}
    vectors = encode_texts(encoder, texts, on_progress=on_progress)
    keys = sorted(vectors)
    np.savez_compressed(
        _VECTORS,
        hashes=np.array([int(key, 16) for key in keys], dtype=np.uint64),
        vectors=np.stack([vectors[key] for key in keys]).astype(np.float16),
    )
    return len(keys)
