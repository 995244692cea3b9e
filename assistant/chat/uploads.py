"""Files that the browser sent within an event → names and bytes, checked against the limits once more.

``scripts/05-files.js`` reads them in the browser; nothing is written to the server's disk.
"""

from __future__ import annotations

import base64
import binascii
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from assistant.errors import InputError
from assistant.text import format_count
from assistant.visible import whole_characters

_MEGABYTE = 1_000_000
# Anything longer is no name that a person gave.
_LONGEST_NAME = 255


@dataclass(frozen=True)
class Upload:
    """One file as it came: the name its owner gave it, without any folder, and its bytes."""

    name: str
    data: bytes


@dataclass(frozen=True)
class UploadLimits:
    """How much one event may bring, in bytes: each file, all together, and how many files."""

    each: int = 20 * _MEGABYTE
    together: int = 60 * _MEGABYTE
    files: int = 200


def read_uploads(sent: object, limits: UploadLimits = UploadLimits()) -> tuple[Upload, ...]:
    """The files of an event's payload ``[{"name": …, "data": base64}]``, in order; none for an empty list.

    Raises InputError, with the file's name and what to do, for what is too large, too many or not in this form.
    """
    if not isinstance(sent, Sequence) or isinstance(sent, str | bytes):
        raise InputError("The files did not arrive whole; please choose them again.")
    if len(sent) > limits.files:
        raise InputError(f"{format_count(len(sent), 'file')} at once; send at most {limits.files} at a time.")
    uploads = tuple(_read_one(one, limits) for one in sent)
    total = sum(len(upload.data) for upload in uploads)
    if total > limits.together:
        raise InputError(f"These files have {_megabytes(total)}; together they may have {_megabytes(limits.together)}.")
    return uploads


def _read_one(sent: object, limits: UploadLimits) -> Upload:
    name, data = (sent.get("name"), sent.get("data")) if isinstance(sent, Mapping) else (None, None)
    if not isinstance(name, str) or not isinstance(data, str):
        raise InputError("A file did not arrive whole; please choose it again.")
    name = whole_characters(name).replace("\\", "/").rsplit("/", 1)[-1].strip()[:_LONGEST_NAME] or "file without a name"
    if len(data) * 3 // 4 > limits.each + 3:
        raise InputError(f"{name} has {_megabytes(len(data) * 3 // 4)}; a file may have {_megabytes(limits.each)}.")
    try:
        return Upload(name, base64.b64decode(data, validate=True))
    except (binascii.Error, ValueError) as error:
        raise InputError(f"{name} did not arrive whole; please choose it again.") from error


def _megabytes(size: int) -> str:
    return f"{size / _MEGABYTE:.1f} MB"
