"""The bytes of a plain text file → its text, in the encodings that councils' machines write.

UTF-8 and UTF-16 with or without a byte order mark, else Windows-1252, which every byte of an old Word or Outlook is.
"""

from __future__ import annotations

import codecs
import re

from assistant.errors import InputError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# A letter beyond ASCII in UTF-8. In Windows-1252 the same bytes would be "Â£" and "â€™", which nobody writes.
_UTF8_LETTER = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
_BEYOND_ASCII = re.compile(rb"[\x80-\xff]")
# Controls that no text holds: those of tabs, lines and pages, and the end of an old DOS file, are none of them.
_CONTROLS = re.compile("[\x00-\x08\x0e-\x19\x1b-\x1f]")
_NO_LETTERS = dict.fromkeys((0x81, 0x8D, 0x8F, 0x90, 0x9D), "\ufffd")


def read_plain(data: bytes, name: str) -> str:
    r"""The text with "\n" at the end of its lines. Raises InputError for what is no text."""
    text = _decode(data)
    if text is None or len(_CONTROLS.findall(text)) > len(text) // 200:
        raise InputError(
            f"{name} is no text file. Open it in the program that made it, save it as .docx, .pdf or .txt, and choose "
            "that file; or paste its text."
        )
    text = _CONTROLS.sub("", text.replace("\x1a", ""))
    return re.sub("\r\n?|\f", "\n", text)


def _decode(data: bytes) -> str | None:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, errors="replace")
    wide = _wide_encoding(data)
    if wide:
        return data.decode(wide, errors="replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    letters = _UTF8_LETTER.findall(data)
    others = len(_BEYOND_ASCII.findall(data)) - sum(map(len, letters))
    if len(letters) > others:
        return data.decode("utf-8", errors="replace")  # a text in UTF-8 in which a byte or two are broken
    return "".join(_NO_LETTERS.get(byte) or bytes((byte,)).decode("cp1252") for byte in data)


def _wide_encoding(data: bytes) -> str:
    """UTF-16 without its mark is known by the empty half of nearly every pair."""
    sample = data[:4000]
    if len(sample) < 4 or len(data) % 2:
        return ""
    half = len(sample) // 2
    if sample[1::2].count(0) > 0.7 * half > sample[0::2].count(0):
        return "utf-16-le"
    return "utf-16-be" if sample[0::2].count(0) > 0.7 * half > sample[1::2].count(0) else ""
