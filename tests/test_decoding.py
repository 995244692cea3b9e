"""The bytes of a file: what they are, which characters they hold, and why some hold none."""

from __future__ import annotations

import pytest

from assistant.errors import InputError
from ingest.forms.decoding import FileForm, decode, form_of, unpack_mhtml

_MHTML = (
    "From: <Saved by a browser>\r\nSnapshot-Content-Location: https://www.lgo.org.uk/decisions/housing/allocations/"
    "20-100-001\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=cut\r\n\r\n--cut\r\n"
    "Content-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n"
    "<p>The Council=E2=80=99s offer of =C2=A3100</p>\r\n--cut\r\nContent-Type: image/png\r\n\r\nx\r\n--cut--\r\n"
)


@pytest.mark.parametrize(
    ("data", "form"),
    [
        (b"Northmoor Council (20 100 001)\n", FileForm.TEXT),
        (b"", FileForm.TEXT),
        (b"<!DOCTYPE html><p>x", FileForm.HTML),
        (b"\xef\xbb\xbf\n<html>", FileForm.HTML),
        (b"<?xml version='1.0'?>\n<!-- saved from url=(0001)x -->\n<html>", FileForm.HTML),
        (b"<h2>Northmoor Council</h2>", FileForm.HTML),
        ("<html>".encode("utf-16"), FileForm.HTML),
        (b"< 18 weeks is the target\n", FileForm.TEXT),
        (b"%PDF-1.7\n", FileForm.PDF),
        (b"\n\n%PDF-1.4\n", FileForm.PDF),
        (_MHTML.encode(), FileForm.MHTML),
        (b"Subject: a complaint\nDear neighbour,", FileForm.TEXT),
    ],
)
def test_a_form_is_known_by_its_first_bytes(data: bytes, form: FileForm) -> None:
    assert form_of(data) is form


@pytest.mark.parametrize(
    "data",
    [
        "the Council’s £100 – paid".encode(),
        "\ufeffthe Council’s £100 – paid".encode(),
        "the Council’s £100 – paid".encode("utf-16"),
        "the Council’s £100 – paid".encode("cp1252"),
    ],
    ids=["utf-8", "with a mark", "utf-16", "windows"],
)
def test_the_characters_are_the_same_however_they_are_stored(data: bytes) -> None:
    assert decode(data, "page.txt") == "the Council’s £100 – paid"


@pytest.mark.parametrize("charset", ["iso-8859-1", "windows-1252", "latin1"])
def test_the_charset_that_html_names_counts_and_latin_means_windows(charset: str) -> None:
    page = f'<meta charset="{charset}"><p>the Council’s £100</p>'
    assert "the Council’s £100" in decode(page.encode("cp1252"), "page.html")


def test_a_charset_that_html_names_wrongly_is_not_believed() -> None:
    assert decode('<meta charset="iso-8859-1"><p>£100</p>'.encode(), "page.html").endswith("<p>£100</p>")
    assert decode('<meta charset="no-such"><p>£100</p>'.encode("cp1252"), "page.html").endswith("<p>£100</p>")


def test_a_page_saved_as_one_file_gives_its_html_and_its_address() -> None:
    text, address = unpack_mhtml(_MHTML.encode(), "page.mhtml")
    assert text.strip() == "<p>The Council’s offer of £100</p>"
    assert address == "https://www.lgo.org.uk/decisions/housing/allocations/20-100-001"


def test_a_page_saved_as_one_file_without_html_says_so() -> None:
    with pytest.raises(InputError, match="without its HTML"):
        unpack_mhtml(b"Content-Type: multipart/related; boundary=cut\n\n--cut\n\nx\n--cut--", "page.mhtml")


def test_bytes_that_are_no_text_are_refused_with_what_to_do() -> None:
    for data, said in (
        (b" \n", "is empty"),
        (b"\xd0\xcf\x11\xe0", "old Word file"),
        (b"\x1f\x8b", "compressed file"),
        (b"{\\rtf1 text}", "rich text file"),
        (b"text\x00text", "binary file"),
        ("the Council’s".encode() + b"\xe2\x80 cut", "not whole UTF-8"),
        (b"\xff\xfe\x00", "not; save it as UTF-8"),
    ):
        with pytest.raises(InputError, match=said):
            decode(data, "page.txt")
