"""Encoded runs in a text: base64, hexadecimal and percent codes. A text → the runs, and the words they decode to.

No decision holds one. An address is no run, however long its last part is.
"""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Iterator
from itertools import pairwise
from urllib.parse import unquote

_RUN = re.compile(r"(?<![\w/.:=-])[A-Za-z0-9+/_-]{24,}={0,2}(?![\w/.])")
_HEX = re.compile(r"(?<![\w-])(?:[0-9a-fA-F]{2}[ :]?){20,}(?![\w-])")
_PERCENT = re.compile(r"(?:%[0-9a-fA-F]{2}[\w ]{0,4}){8,}")
_ENTITIES = re.compile(r"(?:&#x?[0-9a-fA-F]{2,6};){6,}")
_WORDS = re.compile(r"[A-Za-z]{2,}")
# Words of an address or a file's name are joined by dashes and underscores; encoded text has no such rhythm.
_LONGEST_WITHOUT_WORDS = 80
# Each character by its class, so that a run is looked for as a row of equal letters: no word of a decision is so long,
# and the patterns above try every place of a text. A character beyond Latin-1 becomes "?", which is of neither class.
_RUN_CLASS = bytes(ord("r") if re.match(r"[A-Za-z0-9+/_-]", chr(code)) else ord(".") for code in range(256))
_HEX_CLASS = bytes(ord("h") if re.match(r"[0-9a-fA-F :]", chr(code)) else ord(".") for code in range(256))


def may_hold_run(text: str) -> bool:
    """False only where no run of base64 or hexadecimal digits can stand in the text, or in any part of it."""
    plain = text.encode("latin-1", "replace")
    return b"r" * 24 in plain.translate(_RUN_CLASS) or b"h" * 40 in plain.translate(_HEX_CLASS)


def find_encoded(text: str) -> str:
    """The beginning of the first encoded run; empty for none."""
    for pattern in (_RUN, _HEX) if may_hold_run(text) else ():
        for match in pattern.finditer(text):
            if _decoded(match[0]) or (pattern is _RUN and _is_blob(match[0])):
                return match[0][:60]
    percent = _PERCENT.search(text) if "%" in text else None
    other = percent or (_ENTITIES.search(text) if "&#" in text else None)
    return other[0][:60] if other else ""


def decode_runs(text: str) -> Iterator[str]:
    """What each encoded run says, for those that decode to words."""
    for pattern in (_RUN, _HEX) if may_hold_run(text) else ():
        for match in pattern.finditer(text):
            decoded = _decoded(match[0])
            if decoded:
                yield decoded
    percent = _PERCENT.search(text) if "%" in text else None
    if percent:
        yield unquote(percent[0])


def _decoded(run: str) -> str:
    """The words behind a run of base64 or hexadecimal digits; empty where they are no words."""
    if re.fullmatch(r"[0-9a-fA-F :]+", run):
        try:
            found = bytes.fromhex(re.sub(r"[ :]", "", run))
        except ValueError:
            return ""
    else:
        plain = run.replace("-", "+").replace("_", "/").rstrip("=")
        try:
            found = base64.b64decode(
                plain[: len(plain) // 4 * 4] if len(plain) % 4 == 1 else plain + "=" * (-len(plain) % 4)
            )
        except (binascii.Error, ValueError):
            return ""
    text = found.decode("utf-8", errors="replace")
    readable = sum(character.isascii() and (character.isprintable() or character.isspace()) for character in text)
    return text if len(text) >= 12 and readable >= 0.95 * len(text) and len(_WORDS.findall(text)) >= 2 else ""


def _is_blob(run: str) -> bool:
    """True for a long run of small and capital letters and figures all mixed up, whatever it holds."""
    changes = sum(one.islower() != other.islower() for one, other in pairwise(run))
    kinds = (any(c.islower() for c in run), any(c.isupper() for c in run), any(c.isdigit() for c in run))
    return len(run) >= _LONGEST_WITHOUT_WORDS and all(kinds) and 4 * changes >= len(run)
