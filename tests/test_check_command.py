"""``python -m assistant check``: a file or standard input, text or JSON, and an exit code that a script can use."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest

from assistant.__main__ import main
from assistant.answering import Assistant
from assistant.export import checked_to_json
from tests.pdf_builder import Type, a_pdf
from tests.word_builder import a_word_document

_RIGHT = "In 19 018 981 Lancashire County Council agreed to pay £300.\n"
_PARTS = "In 21 017 938 the council paid £350 in total: £150 to the mother and £200 to the child.\n"
_ADDED_UP = "In 19 018 981 £300 was agreed. In 18 009 917 it was £500. The total of these is £800.\n"
_WRONG = "In 19 018 981 Lancashire County Council agreed to pay £350.\n"


@pytest.fixture
def home(assistant: Assistant) -> str:
    """The home of the session's assistant: its casebook is read and left as it is."""
    return str(assistant.settings.home)


def _write(folder: Path, text: str, name: str = "letter.txt") -> str:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return str(path)


def test_what_is_supported_ends_with_0(home: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", _write(tmp_path, _RIGHT), "--home", home]) == 0
    shown = capsys.readouterr().out
    assert shown.startswith("0 statements contradicted, 0 cases not held, ")
    assert "line 1, column 4: reference “19 018 981”" in shown
    assert "https://www.lgo.org.uk/" in shown


@pytest.mark.parametrize("text", [_PARTS, _ADDED_UP], ids=["parts of a total", "a total of two decisions"])
def test_a_right_sum_is_not_contradicted(
    home: str, tmp_path: Path, capsys: pytest.CaptureFixture[str], text: str
) -> None:
    assert main(["check", _write(tmp_path, text), "--home", home]) == 0
    assert capsys.readouterr().out.startswith("0 statements contradicted, 0 cases not held, ")


@pytest.mark.parametrize("text", [_WRONG, "See 19 018 891.\n"], ids=["contradicted", "not held"])
def test_what_is_contradicted_or_not_held_ends_with_1(
    home: str, tmp_path: Path, capsys: pytest.CaptureFixture[str], text: str
) -> None:
    assert main(["check", _write(tmp_path, text), "--home", home]) == 1
    shown = capsys.readouterr().out
    assert "CONTRADICTED" in shown or "NOT HELD" in shown


def test_a_text_may_come_from_standard_input_and_the_result_be_json(
    home: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], assistant: Assistant
) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(_WRONG.encode())))
    assert main(["check", "--json", "-", "--home", home]) == 1
    given = json.loads(capsys.readouterr().out)
    assert given == json.loads(json.dumps(checked_to_json(assistant.check(_WRONG))))
    (wrong,) = [one for one in given["judgements"] if one["verdict"] == "contradicted"]
    assert (wrong["words"], wrong["line"], wrong["reference"]) == ("£350", 1, "19 018 981")
    assert "£300" in wrong["passage"]["quote"]


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("letter.docx", b"PK", "no Word document, or a damaged one"),
        ("letter.odt", b"text", "files ending in .odt are not read"),
        ("long.txt", b"a" * 200_001, "Cut it in two"),
    ],
    ids=["a damaged file", "another form", "too long"],
)
def test_a_file_that_cannot_be_checked_ends_with_5_and_says_what_to_do(
    home: str, tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str, content: bytes, said: str
) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    assert main(["check", str(path), "--home", home]) == 5
    assert said in capsys.readouterr().err


def test_a_letter_may_be_a_word_document_a_pdf_or_text_in_any_encoding(
    home: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    said = set()
    for name, data in (
        ("letter.txt", _WRONG.encode("cp1252")),
        ("letter.docx", a_word_document(_WRONG.strip())),
        ("letter.pdf", a_pdf([[Type(_WRONG.strip(), 100)]])),
    ):
        path = tmp_path / name
        path.write_bytes(data)
        assert main(["check", str(path), "--home", home]) == 1
        said.add(capsys.readouterr().out)
    assert len(said) == 1
    assert "£300" in said.pop()


def test_an_empty_text_has_nothing_that_could_be_wrong(
    home: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", _write(tmp_path, "\n"), "--home", home]) == 0
    assert capsys.readouterr().out.startswith("Nothing was found that could be checked.")


def test_help_tells_the_four_verdicts_and_that_no_letter_is_called_right(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["check", "--help"])
    shown = capsys.readouterr().out
    for verdict in ("supported", "CONTRADICTED", "NOT HELD", "not checkable"):
        assert verdict in shown
    assert "does not make a letter right" in shown
    assert "exit codes" in shown
