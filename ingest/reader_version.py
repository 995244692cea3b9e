"""The program that reads → a name for it that changes whenever any part of it does."""

from __future__ import annotations

import hashlib
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import assistant
import ingest

# What takes pages apart beside our own words.
_LIBRARIES = ("lxml", "pdfminer.six")


@cache
def reader_version() -> str:
    """A hash of our own program and the versions of what reads pages with it; empty where it cannot be told.

    Of all of it, and not of a list of parts: to read files once too often costs minutes, once too seldom a wrong sum.
    """
    total = hashlib.sha256()
    folders = [Path(package.__file__).parent for package in (assistant, ingest) if package.__file__]
    sources = [path for folder in folders for path in sorted(folder.rglob("*.py"))]
    try:
        for path in sources:
            total.update(path.name.encode() + path.read_bytes())
        total.update(" ".join(version(name) for name in _LIBRARIES).encode())
    except (OSError, PackageNotFoundError):
        return ""
    return total.hexdigest()[:16] if sources else ""
