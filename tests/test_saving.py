"""``ask --export``: the form by the ending, nothing replaced unasked, and errors that name file and folder."""

from __future__ import annotations

import os
from pathlib import Path

import docx
import pytest

from assistant import answering
from assistant.__main__ import main
from assistant.domain import Answer, CasebookFacts, CaseReference, Decision
from tests.answer_builders import held
from tests.taken import ordinary_answer

QUESTION = "How much for a late plan?"


class _Opened:
    """An assistant that knows one answer; that of the whole program is asked in ``test_terminal``."""

    def __init__(self) -> None:
        self._answer, decisions = ordinary_answer()
        self._held = held(*decisions)

    def ask(self, *_: object, **__: object) -> Answer:
        """The one answer."""
        return self._answer

    def facts(self) -> CasebookFacts:
        """What limits are read against."""
        return self._answer.casebook

    def decision(self, reference: CaseReference) -> Decision | None:
        """A decision that the answer cites."""
        return self._held.get(reference)

    def close(self) -> None:
        """Nothing is open."""


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(answering, "open_assistant", lambda *_, **__: _Opened())


@pytest.fixture
def unopened(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(answering, "open_assistant", lambda *_, **__: pytest.fail("the assistant was opened"))


@pytest.mark.parametrize("name", ["answer.docx", "answer.md", "answer.csv", "ANSWER.DOCX"])
def test_an_answer_is_printed_and_written(
    name: str, opened: None, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / name
    assert main(["ask", QUESTION, "--export", str(path)]) == 0
    printed = capsys.readouterr()
    assert "Northmoor Council" in printed.out
    assert printed.err == f"redress: written to {path}.\n"
    if path.suffix.lower() == ".docx":
        assert any(p.text == QUESTION for p in docx.Document(str(path)).paragraphs)
    else:
        assert QUESTION in path.read_text(encoding="utf-8-sig")


@pytest.mark.parametrize("name", ["answer.pdf", "answer", "answer.docx.exe"])
def test_another_ending_is_refused_before_anything_is_asked(
    name: str, unopened: None, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["ask", QUESTION, "--export", str(tmp_path / name)]) == 2
    said = capsys.readouterr().err
    assert name in said and ".docx, .md, .csv" in said
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_is_there_is_replaced_only_when_that_is_asked(
    opened: None, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "answer.md"
    path.write_text("mine", encoding="utf-8")
    assert main(["ask", QUESTION, "--export", str(path)]) == 5
    said = capsys.readouterr().err
    assert str(path) in said and "--overwrite" in said
    assert path.read_text(encoding="utf-8") == "mine"
    assert main(["ask", QUESTION, "--export", str(path), "--overwrite"]) == 0
    assert QUESTION in path.read_text(encoding="utf-8")


def test_a_folder_that_is_not_there_is_named(
    unopened: None, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["ask", QUESTION, "--export", str(tmp_path / "nowhere" / "answer.md")]) == 5
    assert str(tmp_path / "nowhere") in capsys.readouterr().err
    folder = tmp_path / "folder.md"
    folder.mkdir()
    assert main(["ask", QUESTION, "--export", str(folder)]) == 5
    assert "this is a folder" in capsys.readouterr().err


def test_a_folder_that_may_not_be_written_to_is_named(
    unopened: None, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    # Said by the system call, since a test that runs as the owner of the machine may write anywhere.
    monkeypatch.setattr(os, "access", lambda *_: False)
    assert main(["ask", QUESTION, "--export", str(tmp_path / "answer.md")]) == 5
    assert str(tmp_path) in capsys.readouterr().err


def test_a_file_that_fails_while_it_is_written_is_named(
    opened: None, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(self: Path, *_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "open", fails)
    path = tmp_path / "answer.csv"
    assert main(["ask", QUESTION, "--export", str(path)]) == 5
    said = capsys.readouterr().err
    assert str(path) in said and "No space left" in said


def test_the_help_names_the_forms(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["ask", "--help"])
    said = " ".join(capsys.readouterr().out.split())
    assert "--export FILE" in said and "Word (.docx), Markdown (.md) or its decisions as a table (.csv)" in said
    assert "--overwrite" in said
