"""The bytes of a file → what it is (text, HTML, MHTML, PDF) and its characters, or the reason why there are none."""

from __future__ import annotations

import codecs
import email
import email.policy
import re
from enum import StrEnum

from assistant.errors import InputError


class FileForm(StrEnum):
    """The forms that a saved page comes in."""

    TEXT = "text"
    HTML = "html"
    MHTML = "mhtml"
    PDF = "pdf"


# The first bytes of what people save by mistake, and what to do instead.
_BINARY: tuple[tuple[bytes, str], ...] = (
    (b"PK\x03\x04", "a Word file or a zip archive; unpack an archive, save a Word file as PDF or as text"),
    (b"\xd0\xcf\x11\xe0", "an old Word file; save it as PDF or as text"),
    (b"\x89PNG", "a picture; save the page itself, or a PDF with its text"),
    (b"\xff\xd8\xff", "a picture; save the page itself, or a PDF with its text"),
    (b"\x1f\x8b", "a compressed file; unpack it"),
    (b"{\\rtf", "a rich text file; save it as PDF or as text"),
    (b"bplist00", "a web archive of Safari; save the page's source, or a PDF"),
)
_HTML_START = re.compile(
    # Whatever tag a fragment begins with: a text captured from a page begins with none.
    rb"\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--.{0,1000}?-->\s*){0,5}<(?:!doctype\s+html|[a-z][a-z0-9]{0,15}[\s/>])",
    re.I | re.S,
)
_MHTML_START = re.compile(rb"\s*(?:From|MIME-Version|Subject|Content-Type|Snapshot-Content-Location):", re.I)
_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]+)", re.I)
_TEXT_CHARSETS = re.compile(r"cp\d{3,4}|iso8859-\d{1,2}|utf-(?:8|16|32)(?:-[bl]e)?|mac-roman|koi8-[ru]")
# Bytes above 127 that an English page in Windows-1252 holds: pound, quotation marks, dashes, spaces, letters.
_WINDOWS_BYTES = frozenset((0x80, 0x85, 0x91, 0x92, 0x93, 0x94, 0x95, 0x96, 0x97, 0xA0, 0xA3, 0xA9, 0xAD, 0xB0, 0xB7))
_BROKEN_UTF8 = re.compile(rb"[\xc2-\xf4][\x80-\xbf]")
_HEAD = 4096


def form_of(data: bytes) -> FileForm:
    """What these bytes are; anything that is no known other form is text."""
    head = data[:_HEAD]
    if b"%PDF-" in head[:1024]:
        return FileForm.PDF
    if _MHTML_START.match(head) and b"multipart/related" in head.lower():
        return FileForm.MHTML
    if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        head = head[: len(head) // 2 * 2].decode("utf-16", errors="ignore").encode()
    return FileForm.HTML if _HTML_START.match(head.removeprefix(codecs.BOM_UTF8)) else FileForm.TEXT


def decode(data: bytes, name: str) -> str:
    """The characters of a text or HTML file: UTF-8, UTF-16 with its mark, the charset that HTML names, Windows-1252.

    Raises InputError for an empty file, for bytes that are no text, and for broken UTF-8.
    """
    if not data.strip():
        raise InputError(f"{name} is empty. Nothing was stored.")
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return _decode_as(data, "utf-16", name)
    known = next((advice for magic, advice in _BINARY if data.startswith(magic)), None)
    if known or b"\x00" in data:
        advice = known or "a binary file, not text; save the page's text"
        raise InputError(f"{name} is {advice}, and try again. Nothing was stored.")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        declared = _declared_charset(data)
        if declared:
            return _decode_as(data, declared, name)
        if _is_windows_text(data):
            return data.decode("cp1252", errors="replace")
        raise InputError(
            f"{name} is not whole UTF-8 text (byte {error.start + 1}); save it as UTF-8 and try again. "
            "Nothing was stored."
        ) from error


def unpack_mhtml(data: bytes, name: str) -> tuple[str, str | None]:
    """The HTML of a page saved as one file, and its address where the file says it; raises InputError without HTML."""
    message = email.message_from_bytes(data, policy=email.policy.default)
    address = message.get("Snapshot-Content-Location")
    for part in message.walk():
        if part.get_content_type() == "text/html":
            content = part.get_payload(decode=True)
            body = content if isinstance(content, bytes) else b""
            charset = _known_charset(part.get_content_charset() or "")
            text = _decode_as(body, charset, name) if charset else decode(body, name)
            return text, str(address or part.get("Content-Location") or "") or None
    raise InputError(f"{name} is a saved web page (MHTML) without its HTML; save it again. Nothing was stored.")


def _declared_charset(data: bytes) -> str | None:
    """The charset that HTML names within itself; one of two bytes a character could not have been read so far."""
    match = _CHARSET.search(data[:_HEAD])
    charset = _known_charset(match[1].decode("ascii", errors="ignore")) if match else None
    return None if charset is None or charset.startswith("utf-") else charset


def _known_charset(name: str) -> str | None:
    """Python's name of a charset that pages are written in; None for any other of its codecs (rot13, idna, …)."""
    # Browsers read Latin-1 as Windows-1252, so pages that say the one mean the other.
    name = {"iso-8859-1": "cp1252", "latin1": "cp1252", "us-ascii": "cp1252"}.get(name.lower(), name)
    try:
        found = codecs.lookup(name).name if len(name) <= 40 else ""
    except (LookupError, ValueError):
        return None
    return found if _TEXT_CHARSETS.fullmatch(found) else None


def _decode_as(data: bytes, charset: str, name: str) -> str:
    try:
        return data.decode(charset)
    except (UnicodeDecodeError, LookupError) as error:
        raise InputError(
            f"{name} says that it is in {charset} and is not; save it as UTF-8 and try again. Nothing was stored."
        ) from error


def _is_windows_text(data: bytes) -> bool:
    """True where no pair of bytes looks like UTF-8 that was cut, and all are what an English page would hold."""
    high = {byte for byte in data if byte > 0x7F}
    return not _BROKEN_UTF8.search(data) and all(byte in _WINDOWS_BYTES or 0xC0 <= byte < 0xFE for byte in high)
