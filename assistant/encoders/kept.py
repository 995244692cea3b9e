"""Model files made of weights: kept in a folder with their hashes and with the versions of what made them.

Each is a file and, beside it, what is known of it (its record). The record is written last, and each is written aside
and moved into place, so that a kill leaves a whole file or one that is not looked at. What is damaged, or was made by
other versions or of other weights, is as good as not there: it is made again.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from filelock import FileLock, Timeout
from pydantic import BaseModel, ConfigDict, ValidationError

from assistant.encoders.weights import Weights, hash_file

# The way in which assistant.encoders.converting makes files; a change of it is to make every file anew.
_RECIPE = "1"
_MAKERS = ("onnx", "onnxruntime", "sentence-transformers", "torch", "transformers")
# Seconds to wait for another process that is making the file: that takes about ten on a busy machine.
_WAIT = 120.0


class NotMade(Exception):
    """The file could not be made; the message is a clause that says why. Vectors are then computed otherwise."""


class _Record(BaseModel):
    """What stands beside a kept file; anything else there is no record."""

    model_config = ConfigDict(extra="forbid")

    sha256: str
    made_with: dict[str, str]
    longest: int


@dataclass(frozen=True)
class KeptModel:
    """A model file that is whole; ``longest`` is the number of tokens that a text is cut to."""

    path: Path
    longest: int


def describe_making(weights: Weights, *, bits: int) -> Mapping[str, str]:
    """What a file would be made of and with now, without importing any of it. Raises NotMade."""
    try:
        versions = {name: version(name) for name in _MAKERS}
    except PackageNotFoundError as error:
        raise NotMade(f"the package {error.name} is not installed") from error
    return {"weights": weights.sha256, "recipe": _RECIPE, "bits": str(bits), **versions}


def keep_model(folder: Path, name: str, made_with: Mapping[str, str], make: Callable[[Path], int]) -> KeptModel:
    """The file ``name``.onnx in ``folder``, made now unless a whole one is there that these versions made.

    ``make`` writes it to the path it is given and returns the number of tokens that a text is cut to. Raises NotMade.
    """
    found = _find(folder, name, made_with)
    if found is not None:
        return found
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        with FileLock(folder / f"{name}.lock", timeout=_WAIT):
            # Another process may have made it meanwhile.
            return _find(folder, name, made_with) or _make(folder, name, made_with, make)
    except Timeout as error:
        raise NotMade("another process has been making its file for two minutes") from error
    except OSError as error:
        raise NotMade(f"its file cannot be kept in {folder} ({error.strerror or error})") from error


def _find(folder: Path, name: str, made_with: Mapping[str, str]) -> KeptModel | None:
    path = folder / f"{name}.onnx"
    try:
        record = _Record.model_validate_json(path.with_suffix(".json").read_bytes())
        is_whole = record.made_with == dict(made_with) and record.sha256 == hash_file(path)
    except (OSError, ValidationError):
        return None
    return KeptModel(path, record.longest) if is_whole else None


def _make(folder: Path, name: str, made_with: Mapping[str, str], make: Callable[[Path], int]) -> KeptModel:
    path, aside = folder / f"{name}.onnx", folder / f"{name}.building.onnx"
    try:
        longest = make(aside)
        record = _Record(sha256=hash_file(aside), made_with=dict(made_with), longest=longest)
        # Of two records none may speak of the other's file, even for a moment.
        path.with_suffix(".json").unlink(missing_ok=True)
        aside.replace(path)
        written = folder / f"{name}.building.json"
        written.write_text(record.model_dump_json(indent=2) + "\n", encoding="utf-8")
        written.replace(path.with_suffix(".json"))
    finally:
        with contextlib.suppress(OSError):
            aside.unlink(missing_ok=True)
    return KeptModel(path, longest)
