"""Letters as files: each form to its text, and each file that cannot be read to words that say what to do."""

from __future__ import annotations

import io
import zipfile
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.errors import InputError
from assistant.papers import LARGEST_FILE, read_paper
from assistant.papers.reading import shown_name
from tests.pdf_builder import Type, a_pdf
from tests.word_builder import a_word_document, with_member

_LETTER = "In 19 018 981 Lancashire agreed to pay £300.\nThat is “fault” – and café."

# --------------------------------------------------------------------------- plain text


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(_LETTER.encode(), id="UTF-8"),
        pytest.param(_LETTER.encode("utf-8-sig"), id="UTF-8 with its mark"),
        pytest.param(_LETTER.encode("cp1252"), id="Windows-1252"),
        pytest.param(_LETTER.encode("utf-16"), id="UTF-16 with its mark"),
        pytest.param(_LETTER.encode("utf-16-le"), id="UTF-16 without its mark"),
        pytest.param(_LETTER.encode("utf-16-be"), id="UTF-16 the other way round"),
        pytest.param(_LETTER.replace("\n", "\r\n").encode("cp1252"), id="lines of Windows"),
        pytest.param(_LETTER.replace("\n", "\r").encode(), id="lines of an old Mac"),
        pytest.param(_LETTER.encode("cp1252") + b"\x1a", id="the end of a DOS file"),
    ],
)
def test_a_text_file_is_read_in_every_encoding_that_offices_write(data: bytes) -> None:
    assert read_paper(data, "letter.txt") == _LETTER


def test_a_text_with_one_broken_byte_is_still_read_as_utf_8() -> None:
    assert read_paper(_LETTER.encode() + b" \xff end", "letter.md") == f"{_LETTER} \ufffd end"


@given(st.text(min_size=1).filter(lambda text: text.strip() and text.isprintable()))
def test_any_text_saved_as_utf_8_comes_back_as_it_is(text: str) -> None:
    read = read_paper(text.encode(), "letter.txt") if len(text) > 3 else text
    assert read == text


# --------------------------------------------------------------------------- Word documents


def _p(inside: str) -> str:
    return f"<w:p>{inside}</w:p>"


def _r(text: str, properties: str = "") -> str:
    return f"<w:r>{properties}<w:t xml:space='preserve'>{text}</w:t></w:r>"


_STYLED = "".join(
    _p(f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>{_r(text)}')
    for style, text in (("Heading2", "Cases"), ("ListBullet", "one"), ("ListBullet", "two"), ("Normal", "End."))
)


@pytest.mark.parametrize(
    ("document", "text"),
    [
        pytest.param(a_word_document("First.", "", "Second."), "First.\n\nSecond.", id="paragraphs"),
        pytest.param(
            a_word_document("Cases:", table=[("Case", "Sum"), ("19 018 981", "£300")]),
            "Cases:\n\n| Case | Sum |\n| 19 018 981 | £300 |",
            id="a table is a line for each row",
        ),
        pytest.param(
            a_word_document("Above.", table=[("x" * 500 + " one", "y" * 200 + " two\nthree")]),
            f"Above.\n\n{'x' * 500} one\n\n{'y' * 200} two\nthree",
            id="a table that only places text is read as text",
        ),
        pytest.param(
            a_word_document(
                body=_p(_r("They paid £500.") + '<w:r><w:footnoteReference w:id="1"/></w:r>' + _r(" Bye.")),
                footnotes=["See 19 018 981."],
            ),
            "They paid £500 (note 1: See 19 018 981). Bye.",
            id="a footnote stands in its sentence",
        ),
        pytest.param(
            a_word_document(
                body=_p(
                    f"{_r('It paid ')}<w:del><w:r><w:delText>£5</w:delText></w:r></w:del>"
                    f"<w:ins>{_r('£6')}</w:ins>{_r('.')}"
                )
            ),
            "It paid £6.",
            id="changes tracked are read as if accepted",
        ),
        pytest.param(
            a_word_document(
                body=f"<w:sdt><w:sdtContent>{_p(_r('In a form.'))}</w:sdtContent></w:sdt>"
                + _p(f"<w:hyperlink>{_r('A link')}</w:hyperlink>{_r(' and')}<w:r><w:br/></w:r>{_r('more')}")
            ),
            "In a form.\n\nA link and\nmore",
            id="content controls, links and broken lines",
        ),
        pytest.param(
            a_word_document(body=_p(_r("Seen") + _r(" unseen", "<w:rPr><w:vanish/></w:rPr>") + _r("."))),
            "Seen.",
            id="hidden text is not read",
        ),
        pytest.param(
            a_word_document(body=_STYLED),
            "## Cases\n\n- one\n- two\n\nEnd.",
            id="headings and lists keep their form",
        ),
    ],
)
def test_a_word_document_is_read_in_order(document: bytes, text: str) -> None:
    assert read_paper(document, "letter.docx") == text


def test_a_document_with_macros_is_read_and_its_macros_are_not_looked_at() -> None:
    document = with_member(a_word_document("Dear Council"), "word/vbaProject.bin", b"\xd0\xcf\x11\xe0 Sub AutoOpen()")
    types = zipfile.ZipFile(io.BytesIO(document)).read("[Content_Types].xml").decode()
    macros = types.replace("wordprocessingml.document.main+xml", "MACRO").replace(
        "application/vnd.openxmlformats-officedocument.MACRO", "application/vnd.ms-word.document.macroEnabled.main+xml"
    )
    assert read_paper(with_member(document, "[Content_Types].xml", macros.encode()), "letter.docm") == "Dear Council"


# --------------------------------------------------------------------------- PDFs


def _lines(*texts: str, top: float = 100, left: float = 72, size: float = 11) -> list[Type]:
    return [Type(text, top + 14 * n, left=left, size=size) for n, text in enumerate(texts)]


def _row(*cells: str, top: float) -> list[Type]:
    return [Type(text, top, left=left) for left, text in zip((72, 200, 400), cells, strict=True)]


_WRAPPED = _lines(
    "In 19 018 981 the Council was told by the Ombudsman that its delay in the matter had caused £",
    "500 worth of distress, and that “the fault of the Council in this was great and of long",
    "duration” as she put it.",
)


@pytest.mark.parametrize(
    ("pages", "text"),
    [
        pytest.param(
            [_WRAPPED],
            "In 19 018 981 the Council was told by the Ombudsman that its delay in the matter had caused £500 worth of "
            "distress, and that “the fault of the Council in this was great and of long duration” as she put it.",
            id="lines are joined, sums and quotations whole",
        ),
        pytest.param(
            [[*_lines("The first paragraph ends here."), *_lines("The second one stands apart.", top=140)]],
            "The first paragraph ends here.\n\nThe second one stands apart.",
            id="a space between paragraphs",
        ),
        pytest.param(
            [_row("Case", "Body", "Sum", top=100) + _row("19 018 981", "Lancashire", "£300", top=120)],
            "| Case | Body | Sum |\n| 19 018 981 | Lancashire | £300 |",
            id="rows of a table",
        ),
        pytest.param(
            [
                [*_lines("x" * 70 + " the Council agreed to pay a sum of", top=700), Type("Page 1 of 2", 820)],
                [*_lines("money, which was £300 in all.", top=60), Type("Page 2 of 2", 820)],
            ],
            "x" * 70 + " the Council agreed to pay a sum of money, which was £300 in all.",
            id="a sentence goes on over the page, and the page's number is left out",
        ),
        pytest.param(
            [[Type("•", 100), Type("the first thing", 100, left=90), Type("•", 114), Type("the second", 114, left=90)]],
            "• the first thing\n• the second",
            id="items of a list",
        ),
    ],
)
def test_a_pdf_is_read_in_paragraphs(pages: list[list[Type]], text: str) -> None:
    assert read_paper(a_pdf(pages), "letter.pdf") == text


# --------------------------------------------------------------------------- by what it holds, and what cannot be read


def test_a_file_is_told_by_what_it_holds_and_not_by_its_name() -> None:
    assert read_paper(a_word_document("Dear Council"), "letter.txt") == "Dear Council"
    assert read_paper(a_pdf([_WRAPPED]), "letter.docx").startswith("In 19 018 981")


_MAIN = "word/document.xml"


def _bomb() -> bytes:
    return with_member(a_word_document("Dear Council"), _MAIN, b"<w>" + b" " * 60_000_000 + b"</w>")


def _pdf_bomb() -> bytes:
    packed = zlib.compress(b" " * 70_000_000, 9)
    head = b"%%PDF-1.4\n1 0 obj\n<< /Length %d /Filter /FlateDecode >>\nstream\n" % len(packed)
    return head + packed + b"\nendstream\nendobj\n"


def _archive() -> bytes:
    return with_member(b"PK\x05\x06" + bytes(18), "notes.txt", b"x")


_OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 old"


def _entities() -> bytes:
    """An XML bomb: entities that name one another."""
    names = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 9))
    return _with_entity(f'<!ENTITY a0 "lol">{names}', "a8")


def _outside() -> bytes:
    return _with_entity('<!ENTITY x SYSTEM "file:///etc/passwd">', "x")


def _with_entity(declared: str, name: str) -> bytes:
    w = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    body = f"<w:body><w:p><w:r><w:t>&{name};</w:t></w:r></w:p></w:body>"
    text = f'<!DOCTYPE d [{declared}]><w:document xmlns:w="{w}">{body}</w:document>'
    return with_member(a_word_document(""), _MAIN, text.encode())


@pytest.mark.parametrize(
    ("data", "name", "said"),
    [
        pytest.param(b"", "empty.docx", "is empty", id="empty"),
        pytest.param(b" \r\n ", "blank.txt", "is empty", id="blank"),
        pytest.param(a_word_document(""), "blank.docx", "holds no text", id="a document without a word"),
        pytest.param(b"x" * (LARGEST_FILE + 1), "huge.txt", "at most 20 MB", id="huge"),
        pytest.param(b"PK\x03\x04 torn", "letter.docx", "a damaged one", id="a torn document"),
        pytest.param(a_word_document("Dear Council")[:-200], "letter.docx", "a damaged one", id="a document cut short"),
        pytest.param(_archive(), "letter.docx", "an archive", id="a zip"),
        pytest.param(with_member(a_word_document("x"), _MAIN, b"<w"), "letter.docx", "damaged", id="broken XML"),
        pytest.param(_bomb(), "letter.docx", "unpacks to far more", id="a zip bomb"),
        pytest.param(_pdf_bomb(), "letter.pdf", "unpacks to far more", id="a PDF bomb"),
        pytest.param(_entities(), "letter.docx", "", id="an XML bomb"),
        pytest.param(_outside(), "letter.docx", "", id="an entity of another file"),
        pytest.param(_OLD_OFFICE, "letter.doc", "an old version of Word", id="an old document"),
        pytest.param(
            _OLD_OFFICE + "EncryptedPackage".encode("utf-16-le"),
            "letter.docx",
            "locked with a password",
            id="a locked document",
        ),
        pytest.param(a_pdf([_WRAPPED], is_locked=True), "letter.pdf", "locked with a password", id="a locked PDF"),
        pytest.param(a_pdf([[]]), "scan.pdf", "text recognition", id="a scan"),
        pytest.param(b"%PDF-1.7 torn", "letter.pdf", "PDF", id="a torn PDF"),
        pytest.param(b"{\\rtf1 Dear}", "letter.rtf", "rich text", id="rich text"),
        pytest.param(b"\x89PNG\r\n", "scan.png", "a picture", id="a picture"),
        pytest.param(b"Dear Council", "letter.docx", "called a Word document and is none", id="a wrong ending"),
        pytest.param(b"Dear Council", "letter.pdf", "called a PDF and is none", id="another wrong ending"),
        pytest.param(b"a,b", "table.csv", "files ending in .csv are not read", id="another form"),
        pytest.param(bytes(range(256)) * 9, "letter.txt", "is no text file", id="bytes of anything"),
    ],
)
def test_a_file_that_cannot_be_read_is_named_with_what_to_do(data: bytes, name: str, said: str) -> None:
    with pytest.raises(InputError) as raised:
        read_paper(data, name)
    message = str(raised.value)
    assert message.startswith(name)
    assert said in message
    assert "root:" not in message
    assert any(word in message for word in ("paste", "Choose", "choose", "Leave", "Make it anew"))


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("C:\\Users\\me\\letter.docx", "letter.docx"),
        ("a/b/letter.txt", "letter.txt"),
        ("gnp\u202e.exe.txt", "gnp<U+202E>.exe.txt"),
        ("a\nb\tc.txt", "a b c.txt"),
        ("", "The file"),
        ("<img src=x onerror=alert(1)>.txt", "<img src=x onerror=alert(1)>.txt"),
    ],
)
def test_a_files_name_is_shown_in_one_line_with_nothing_unseen(name: str, shown: str) -> None:
    assert shown_name(name) == shown


def test_an_endless_name_is_cut_in_the_middle() -> None:
    assert len(shown_name("x" * 10_000 + ".docx")) <= 80
    assert shown_name("x" * 10_000 + ".docx").endswith(".docx")
