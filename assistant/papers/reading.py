"""The bytes and the name of a file → its text, by the reader of its form; or an error that says what to do."""

from __future__ import annotations

import re
from pathlib import PurePosixPath

from assistant.errors import InputError
from assistant.papers.plain_paper import read_plain
from assistant.planted import spell_out

ENDINGS = (".docx", ".pdf", ".txt", ".md")
LARGEST_FILE = 20_000_000  # bytes; a letter of a hundred pages with photographs

_PLAIN_ENDINGS = frozenset((".txt", ".md", ".markdown", ".text", ""))
_WORD_ENDINGS = frozenset((".docx", ".docm", ".dotx"))
_SAVE_AS = "Open it in the program that made it, save it as .docx, .pdf or .txt and choose that; or paste its text."
# How files of other forms begin, and what they are.
_OTHER_FORMS: tuple[tuple[bytes, str], ...] = (
    (b"{\\rtf", "a file of rich text (.rtf)"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"II*\x00", "a picture"),
    (b"MM\x00*", "a picture"),
    (b"Rar!", "an archive (.rar)"),
    (b"7z\xbc\xaf", "an archive (.7z)"),
    (b"MZ", "a program"),
)
_OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_LOCKED_OFFICE = "EncryptedPackage".encode("utf-16-le")
_HTML = re.compile(rb"\s*(?:<!doctype html|<html|<head|<meta\s|mime-version:)", re.IGNORECASE)
_LONGEST_NAME = 80


def read_paper(data: bytes, name: str) -> str:
    r"""The text of a file, lines ended by "\n"; a table is a line for each row, with "|" between its cells.

    ``name`` is what the user calls the file: its ending is looked at, and messages name it. Raises InputError for a
    file that is empty, too large, broken, locked, scanned, or of a form that is not read.
    """
    shown = shown_name(name)
    if len(data) > LARGEST_FILE:
        raise InputError(
            f"{shown} has {len(data) / 1_000_000:,.0f} MB; at most {LARGEST_FILE // 1_000_000} MB are read. Leave its "
            "pictures out, or paste its text."
        )
    if not data.strip():
        raise InputError(f"{shown} is empty. Choose another file, or paste the text.")
    text = _read(data, shown, PurePosixPath(name.replace("\\", "/")).suffix.lower())
    if not text.strip():
        raise InputError(f"{shown} holds no text. Choose another file, or paste the text.")
    return text


def shown_name(name: str) -> str:
    """A file's name as a message may show it: its last part, in one line, cut where long, unseen characters told."""
    last = re.split(r"[/\\]", name)[-1]
    plain = " ".join(spell_out(re.sub(r"[\x00-\x1f\x7f-\x9f]", " ", last)).split())
    if len(plain) > _LONGEST_NAME:
        plain = f"{plain[: _LONGEST_NAME - 20]}…{plain[-18:]}"
    return plain or "The file"


def _read(data: bytes, shown: str, ending: str) -> str:
    """By what the file holds first: a PDF that is called .txt is a PDF."""
    if b"%PDF-" in data[:1024]:
        from assistant.papers.pdf_paper import read_pdf

        return read_pdf(data, shown)
    if data.startswith(b"PK"):
        from assistant.papers.word_paper import read_word

        return read_word(data, shown)
    _refuse_other_forms(data, shown)
    if ending not in _PLAIN_ENDINGS:
        _refuse_ending(shown, ending)
    return read_plain(data, shown)


def _refuse_other_forms(data: bytes, shown: str) -> None:
    if data.startswith(_OLD_OFFICE):
        if _LOCKED_OFFICE in data:
            raise InputError(
                f"{shown} is locked with a password. Open it in Word, take the password away (File, Info, Protect "
                "Document), save it and choose it again; or paste its text."
            )
        raise InputError(f"{shown} is a file of an old version of Word or Office (.doc). {_SAVE_AS}")
    for beginning, what in _OTHER_FORMS:
        if data.startswith(beginning):
            raise InputError(f"{shown} is {what}, which is not read. {_SAVE_AS}")


def _refuse_ending(shown: str, ending: str) -> None:
    what = "a Word document" if ending in _WORD_ENDINGS else "a PDF" if ending == ".pdf" else ""
    if what:
        raise InputError(f"{shown} is called {what} and is none, or it is damaged. {_SAVE_AS}")
    raise InputError(f"{shown}: files ending in {ending} are not read, only {', '.join(ENDINGS)}. {_SAVE_AS}")
