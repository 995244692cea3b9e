"""Small PDFs made by hand: lines of type at their places, a page of pictures, a locked file."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Type:
    """A line of type: its text, its place in points from the page's top left, its size, whether bold, whether white."""

    text: str
    top: float
    left: float = 72
    size: float = 11
    is_bold: bool = False
    is_white: bool = False


def a_pdf(pages: Sequence[Sequence[Type]], *, is_locked: bool = False) -> bytes:
    """A PDF with these lines on A4 pages; a locked one opens with no password that anybody has."""
    kids = " ".join(f"{5 + 2 * n} 0 R" for n in range(len(pages)))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>".encode(),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold /Encoding /WinAnsiEncoding >>",
    ]
    for n, lines in enumerate(pages):
        content = b"\n".join(_draw(line) for line in lines)
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {6 + 2 * n} 0 R "
            "/Resources << /Font << /F1 3 0 R /F2 4 0 R >> >> >>".encode()
        )
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content))
    lock = b""
    if is_locked:
        key = b"<" + b"ab" * 32 + b">"
        objects.append(b"<< /Filter /Standard /V 1 /R 2 /O " + key + b" /U " + key + b" /P -4 >>")
        lock = b"/Encrypt %d 0 R /ID [<00> <00>] " % len(objects)
    return _join(objects, lock)


def _draw(line: Type) -> bytes:
    text = line.text.encode("cp1252").replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")
    font = 2 if line.is_bold else 1
    colour = "1 g" if line.is_white else "0 g"
    return f"{colour} BT /F{font} {line.size} Tf {line.left} {842 - line.top} Td (".encode() + text + b") Tj ET"


def _join(objects: Sequence[bytes], lock: bytes) -> bytes:
    data, places = b"%PDF-1.4\n", []
    for n, body in enumerate(objects, start=1):
        places.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (n, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    start = len(data)
    data += b"xref\n0 %d\n0000000000 65535 f \n%s" % (len(objects) + 1, table)
    return data + b"trailer\n<< /Size %d /Root 1 0 R %s>>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, lock, start)
