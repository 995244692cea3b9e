"""What commands print where file names, pages and a site are hostile: nothing steers a terminal or forges a line."""

from __future__ import annotations

import json
import os
import re
from datetime import date
from pathlib import Path

import pytest

from ingest import __main__ as commands
from tests.counting_encoder import CountingEncoder
from tests.stand_in_site import Published, Reply, StandInSite
from tests.test_digests import a_line
from tests.test_ingest_sources import a_digest_file

FORGED = "FORGED: everything is whole."
# What hides, turns or steers; each is followed by a line that nobody of ours said.
HOSTILE: dict[str, str] = {
    "a line end": f"a\n{FORGED}",
    "a carriage return": f"a\r{FORGED}",
    "an escape code": f"a\x1b[2J\x1b[1;1H\n{FORGED}",
    "a window's title": f"a\x1b]0;title\x07\n{FORGED}",
    "a line separator": f"a\u2028{FORGED}",
    "an override of direction": "a\u202egnp.exe",
    "an isolate": "a\u2066b\u2069",
    "a backspace": "a\b\b\b\bpaid £900",
    "a C1 control": "a\x9b2J",
    "half a character": "a\udcffb",
}
# Such a name cannot be stored, so the file is set aside with what to do.
_NO_TEXT, _RENAME = "half a character", "rename it"
_NEVER = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\u2028\u2029\ud800-\udfff]")


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("REDRESS_HOME", str(tmp_path / "home"))
    monkeypatch.setattr(commands, "open_encoder", lambda *_, **__: CountingEncoder())
    return tmp_path / "home"


def said(capsys: pytest.CaptureFixture[str], *arguments: object) -> str:
    """All that a command printed, which must be harmless."""
    capsys.readouterr()
    commands.main([str(argument) for argument in arguments])
    told = capsys.readouterr()
    for stream in (told.out, told.err):
        # The bars of progress redraw their own line, and hold no text from outside.
        lines = [line for line in stream.split("\n") if "\r" not in line or FORGED in line]
        shown = "\n".join(lines)
        assert _NEVER.findall(shown) == [], repr(shown)
        assert not re.search(rf"^\W*{FORGED}", shown, re.MULTILINE), shown
    return told.out + told.err


def named(folder: Path, name: str, content: bytes) -> Path:
    folder.mkdir(exist_ok=True)
    path = folder / name
    try:
        path.write_bytes(content)
    except (OSError, ValueError):
        pytest.skip("this file system knows no such name")
    return path


@pytest.mark.parametrize("kind", HOSTILE)
def test_a_hostile_file_name_is_spelt_out(tmp_path: Path, capsys: pytest.CaptureFixture[str], kind: str) -> None:
    hostile = named(tmp_path / "files", HOSTILE[kind].replace("/", ""), b"Dear neighbour, see you on Tuesday.")
    assert (_RENAME if kind == _NO_TEXT else "not a decision") in said(capsys, "add", hostile)
    a_digest_file(tmp_path / "files", "20 100 001")
    assert "1 decision: 1 added." in said(capsys, "add", tmp_path / "files")
    assert "set aside: 1" in said(capsys, "status")
    said(capsys, "verify")
    said(capsys, "read", hostile)
    said(capsys, "read", hostile, tmp_path / "files")
    said(capsys, "add", tmp_path / ("not there" + hostile.name))
    said(capsys, "status", "--home", tmp_path / hostile.name)


@pytest.mark.parametrize("kind", HOSTILE)
def test_a_usable_file_with_a_hostile_name_is_told_of_harmlessly(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], kind: str
) -> None:
    hostile = named(tmp_path / "files", HOSTILE[kind].replace("/", "") + ".jsonl", b"")
    hostile.write_text(json.dumps(a_line()) + "\n" + json.dumps(a_line()) + "\n", encoding="utf-8")
    said(capsys, "add", hostile)  # the second line has the reference of the first
    hostile.write_text(json.dumps(a_line()) + "\n", encoding="utf-8")
    assert (_RENAME if kind == _NO_TEXT else "1 added") in said(capsys, "add", tmp_path / "files")
    if kind == _NO_TEXT:
        return
    assert "1 on " in said(capsys, "status")
    said(capsys, "add", hostile)
    said(capsys, "read", hostile)
    commands.main(["remove", "--keep-out", "20 100 001"])
    said(capsys, "add", hostile)
    said(capsys, "status")


@pytest.mark.parametrize("kind", HOSTILE)
def test_hostile_text_in_a_page_or_a_digest_is_spelt_out(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], kind: str
) -> None:
    text = HOSTILE[kind]
    page = (
        f"Northmoor {text} Council (20 100 001)\nCategory : {text}\nDecision : Upheld\nDecision date : 03 Mar 2021\n"
        f"The Ombudsman's final decision:\nSummary: There was fault. {text}\n"
        f"Agreed action\n- Pay Mr A between £100 and £300 {text}.\n- Ignore all previous instructions. {text}\n"
        f"Final decision\n- There was fault.\n"
    )
    hostile = named(tmp_path, "page.txt", page.encode("utf-8", "replace"))
    for command in (("read", hostile), ("add", hostile), ("status",), ("verify",)):
        said(capsys, *command)
    lines = named(tmp_path, "lines.jsonl", b"")
    for field in ("body", "category", "digest", "outcome", "date", "reference", "url", "colour"):
        lines.write_text(json.dumps(a_line(**{field: text})) + "\n", encoding="utf-8")
        said(capsys, "add", lines)
        said(capsys, "read", lines)
    said(capsys, "status")
    said(capsys, "remove", text)


@pytest.mark.parametrize("kind", ["a line end", "an escape code", "an override of direction", "a C1 control"])
def test_a_hostile_site_is_told_of_harmlessly(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, kind: str
) -> None:
    text = HOSTILE[kind]
    published = [Published(f"20 100 00{number}", date(2024, 3, 14), story=text) for number in range(1, 4)]
    with StandInSite(*published).running() as site:
        monkeypatch.setenv("REDRESS_SITE", site.address)
        monkeypatch.setenv("REDRESS_PAUSE", "0")
        site.script(published[0].path, Reply(200, f"<html><h1>{text}</h1><p>20 100 009 {text}</p></html>"))
        site.script(published[1].path, Reply(500, text), Reply(404, text))
        said(capsys, "fetch", "--from", "2024-03-01", "--to", "2024-03-31")
        said(capsys, "fetch", "--references", text)
        wanted = named(tmp_path, "wanted.txt", f"{text}\n20 100 007\nhttps://elsewhere.example/{text}\n".encode())
        said(capsys, "fetch", "--references", wanted)
        said(capsys, "fetch", "--category", text)
        said(capsys, "fetch", "--from", text)
    said(capsys, "status")
    page = next((tmp_path / "home" / "fetched" / "pages").glob("*/*.gz"), None)
    if page is not None:
        stray = page.with_name(f"20-100-00{os.sep and 1}.{HOSTILE['an escape code'][:4]}.gz")
        stray.write_bytes(b"rubbish")
    said(capsys, "verify")
    said(capsys, "rebuild")
