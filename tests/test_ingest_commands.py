"""The commands of ``python -m ingest``, run as a person runs them: what is stored, what is said, the exit code."""

from __future__ import annotations

import json
import re
import sqlite3
from pathlib import Path

import pytest

from assistant.casebook import Casebook
from assistant.domain import CaseReference
from ingest import __main__ as commands
from ingest import build
from tests.counting_encoder import CountingEncoder
from tests.page_builders import a_decision
from tests.test_digests import a_line
from tests.test_ingest_sources import PAGES, a_digest_file, a_page_file
from tests.test_news import ARTICLE
from tests.test_page_forms import a_page


@pytest.fixture(autouse=True)
def encoder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> CountingEncoder:
    """A home of its own, and a stand-in that encodes at once: what is under test is not the encoder."""
    monkeypatch.setenv("REDRESS_HOME", str(tmp_path / "home"))
    stand_in = CountingEncoder()
    monkeypatch.setattr(commands, "open_encoder", lambda *_, **__: stand_in)
    return stand_in


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    place = tmp_path / "files"
    place.mkdir()
    return place


def run(*arguments: object) -> int:
    return commands.main([str(argument) for argument in arguments])


def open_casebook(folder: Path) -> Casebook:
    return Casebook.open(folder.parent / "home" / "casebook.sqlite")


def test_adding_says_what_became_of_the_decisions(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    digests = a_digest_file(folder, "20 100 001", "20 100 002")
    assert run("add", digests) == 0
    assert "2 decisions: 2 added." in capsys.readouterr().out
    assert run("add", digests) == 0
    assert "2 decisions: 2 held already." in capsys.readouterr().out


def test_a_full_text_replaces_the_digest_and_a_digest_never_a_full_text(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    digests, page = a_digest_file(folder, "20 100 001"), a_page_file(folder)
    run("add", digests)
    assert run("add", page) == 0
    assert "1 decision: 1 replaced." in capsys.readouterr().out
    assert run("add", digests) == 0
    assert "left out, because the full text is held" in capsys.readouterr().out
    reference = CaseReference("20 100 001")
    assert open_casebook(folder).decisions([reference])[reference].is_full_text


def test_a_news_article_is_a_pointer_and_no_decision(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    article = folder / "article.txt"
    article.write_text(ARTICLE, encoding="utf-8")
    assert run("add", article, a_page_file(folder)) == 0
    assert "1 news article kept" in capsys.readouterr().out
    status = open_casebook(folder).status()
    assert (status.news, status.facts.decisions) == (1, 1)
    assert run("add", article) == 0


def test_a_folder_goes_in_but_for_what_cannot_be_used(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    a_page_file(folder)
    (folder / "empty.txt").write_bytes(b"")
    assert run("add", folder) == 0
    told = capsys.readouterr()
    assert "1 decision: 1 added." in told.out
    assert "1 set aside:" in told.err
    run("status")
    assert "empty.txt: is empty" in capsys.readouterr().out
    (folder / "empty.txt").write_bytes((PAGES / "missing_header.txt").read_bytes())
    run("add", folder)
    capsys.readouterr()
    run("status")
    assert "set aside" not in capsys.readouterr().out


_UNUSABLE: dict[str, tuple[bytes, str]] = {
    "an empty file": (b"", "is empty"),
    "a binary file": (b"\x89PNG\r\n\x1a\n\x00\x00", "a picture"),
    "broken UTF-8": (b"Northmoor \xff\xfe Council", "UTF-8"),
    "a line cut in half": (json.dumps(a_line()).encode() + b"\n" + json.dumps(a_line()).encode()[:50], "cut off"),
    "an unknown field": (json.dumps(a_line(colour="blue")).encode(), "'colour'"),
    "a duplicate reference": (json.dumps(a_line()).encode() + b"\n" + json.dumps(a_line()).encode(), "already has"),
    "a negative amount": (
        json.dumps(a_line(remedies=[{"kind": "payment", "amount_gbp": -300}])).encode(),
        "negative amount",
    ),
    "a letter to a neighbour": (b"Dear neighbour,\n\nsee you on Tuesday.\n", "not a decision"),
}


@pytest.mark.parametrize("name", _UNUSABLE)
def test_a_named_file_that_cannot_be_used_is_exit_code_5_and_stores_nothing(
    folder: Path, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    content, said = _UNUSABLE[name]
    path = folder / "given.jsonl" if content.startswith(b"{") else folder / "given.txt"
    path.write_bytes(content)
    assert run("add", path) == 5
    told = capsys.readouterr().err
    assert said in told
    assert str(path) in told
    assert "Traceback" not in told
    assert open_casebook(folder).facts().decisions == 0
    assert open_casebook(folder).news() == ()


def test_beside_a_usable_file_a_named_unusable_one_is_still_exit_code_5(folder: Path) -> None:
    (folder / "empty.txt").write_bytes(b"")
    assert run("add", folder / "empty.txt", a_page_file(folder)) == 5
    assert open_casebook(folder).facts().decisions == 1


@pytest.mark.parametrize("what", ["a path that is not there", "a folder with nothing usable", "an empty folder"])
def test_nothing_usable_is_exit_code_5(folder: Path, capsys: pytest.CaptureFixture[str], what: str) -> None:
    if what == "a folder with nothing usable":
        (folder / "one.txt").write_bytes(b"")
        (folder / "two.txt").write_text("hello", encoding="utf-8")
    assert run("add", folder / "nothing" if what == "a path that is not there" else folder) == 5
    told = capsys.readouterr().err
    expected = {
        "a path that is not there": "No such file",
        "a folder with nothing usable": "nothing usable was found",
        "an empty folder": "no file in it",
    }
    assert expected[what] in told


def test_a_reference_with_a_letter_is_a_decision_of_its_own(folder: Path) -> None:
    assert run("add", a_digest_file(folder, "20 100 001", "20 100 001a")) == 0
    assert [str(one) for one in open_casebook(folder).references()] == ["20 100 001", "20 100 001a"]


def test_a_full_disk_is_said_so_and_what_was_stored_before_stays_whole(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    run("add", a_digest_file(folder, "20 100 001"))
    many = a_digest_file(folder, *(f"20 200 {number:03d}" for number in range(200)), name="many.jsonl")
    connect = sqlite3.connect

    def small(*arguments: object, **options: object) -> sqlite3.Connection:
        connection = connect(*arguments, **options)  # type: ignore[call-overload]  # handed through as given
        pages = connection.execute("PRAGMA page_count").fetchone()[0]
        connection.execute(f"PRAGMA max_page_count = {pages + 40}")
        assert isinstance(connection, sqlite3.Connection)
        return connection

    monkeypatch.setattr(sqlite3, "connect", small)
    capsys.readouterr()
    assert run("add", many) == 3
    told = capsys.readouterr().err
    assert "the disk is full" in told
    monkeypatch.setattr(sqlite3, "connect", connect)
    assert run("verify") == 0
    assert CaseReference("20 100 001") in open_casebook(folder).references()
    assert run("add", many) == 0
    assert open_casebook(folder).facts().decisions == 201


def test_stopping_says_how_to_go_on(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def stop(*arguments: object, **options: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(build, "file_decisions", stop)
    assert run("add", a_page_file(folder)) == 130
    assert "run the same command again" in capsys.readouterr().err


def test_each_text_is_encoded_once(folder: Path, encoder: CountingEncoder) -> None:
    digests = a_digest_file(folder, "20 100 001", "20 100 002")
    run("add", digests)
    assert encoder.texts == len(set(encoder.seen))
    before = encoder.texts
    run("add", digests)
    run("rebuild")
    assert encoder.texts == before
    run("rebuild", "--encode")
    assert encoder.texts == 2 * before


def test_rebuilding_changes_nothing_that_is_held(folder: Path) -> None:
    run("add", a_digest_file(folder, "20 100 001", "20 100 002"), a_page_file(folder, "dashes.txt"))
    before = open_casebook(folder).fingerprint()
    assert run("rebuild") == 0
    assert run("verify") == 0
    assert open_casebook(folder).fingerprint() == before


def test_verify_names_a_changed_decision(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run("add", a_page_file(folder))
    assert run("verify") == 0
    connection = sqlite3.connect(folder.parent / "home" / "casebook.sqlite")
    connection.execute("UPDATE remedies SET amount_pence = 99900 WHERE amount_pence = 25000")
    connection.commit()
    connection.close()
    capsys.readouterr()
    assert run("verify") == 3
    assert "20 100 001: what is stored is not what was ingested" in capsys.readouterr().out


def test_removing_takes_a_decision_out_whatever_form_its_reference_has(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run("add", a_digest_file(folder, "20 100 001", "20 100 002"))
    assert run("remove", "20-100-001") == 0
    assert [str(one) for one in open_casebook(folder).references()] == ["20 100 002"]
    assert run("verify") == 0
    capsys.readouterr()
    assert run("remove", "20100001") == 1
    told = capsys.readouterr().err
    assert "20 100 001 is not held; nothing was removed." in told
    assert "different cases: 20 100 002" in told
    assert run("remove", "twenty") == 2


@pytest.mark.parametrize("command", [["status"], ["verify"], ["rebuild"], ["remove", "20 100 001"]])
def test_without_a_casebook_the_other_commands_say_so_and_make_none(
    folder: Path, capsys: pytest.CaptureFixture[str], command: list[str]
) -> None:
    assert run(*command) == 3
    assert "there is no casebook" in capsys.readouterr().err
    assert not (folder.parent / "home").exists()


def test_status_tells_what_is_held(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run("add", a_digest_file(folder, "20 100 002"), a_page_file(folder))
    capsys.readouterr()
    assert run("status") == 0
    told = capsys.readouterr().out
    for piece in ("decisions  2", "known from  full text: 1", "summary: 1", "outcome     Upheld: 2", "3 March 2021"):
        assert piece in told
    assert re.search(r"^  from        \S+\.jsonl: 1 on \d+ \w+ \d{4}$", told, re.MULTILINE)


def test_read_prints_a_full_text_as_json_and_stores_nothing(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("read", "--json", a_page_file(folder)) == 0
    content = json.loads(capsys.readouterr().out)
    assert content["reference"] == "20 100 001"
    assert list(content) == [
        *("reference", "body", "category", "subcategory", "outcome", "outcome_inferred", "date", "kind"),
        *("findings", "remedies", "unread", "flags"),
    ]
    assert {"kind", "amount_gbp", "payee", "for", "status", "issue", "deadline", "paragraph"} <= set(
        content["remedies"][0]
    )
    assert not (folder.parent / "home").exists()


def test_read_tells_people_what_was_read(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("read", a_page_file(folder)) == 0
    told = capsys.readouterr().out
    assert "20 100 001 · Northmoor Council · Upheld · 3 March 2021" in told
    assert "payment £250 to service user, for distress [agreed]" in told
    article = folder / "article.txt"
    article.write_text(ARTICLE, encoding="utf-8")
    assert run("read", article) == 0
    assert "never counted" in capsys.readouterr().out
    assert run("read", folder / "nothing.txt") == 5


def test_a_wrong_flag_is_a_usage_error(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        run("add")
    assert ended.value.code == 2
    assert "PATH" in capsys.readouterr().err


@pytest.mark.parametrize("command", ["", "add", "status", "verify", "rebuild", "remove", "read"])
def test_help_is_a_manual_with_examples(capsys: pytest.CaptureFixture[str], command: str) -> None:
    with pytest.raises(SystemExit) as ended:
        run(*([command] if command else []), "--help")
    assert ended.value.code == 0
    told = capsys.readouterr().out
    assert f"python -m ingest {command}".strip() in told
    assert "example" in told
    if not command:
        for word in ("add", "status", "verify", "rebuild", "remove", "read", "REDRESS_HOME", "exit codes"):
            assert word in told


# --------------------------------------------------------------------------- saved pages and chapters

_REPORT = Path(__file__).parent / "pages" / "reports" / "homeless_hotel_three_chapters"


def test_the_chapters_of_a_report_become_one_decision(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("add", _REPORT) == 0
    assert "1 decision: 1 added" in capsys.readouterr().out
    assert run("read", "--json", *sorted(_REPORT.iterdir())) == 0
    (line,) = capsys.readouterr().out.splitlines()
    assert json.loads(line)["kind"] == "Report"


def test_a_chapter_alone_does_not_replace_the_report_that_is_held(capsys: pytest.CaptureFixture[str]) -> None:
    run("add", _REPORT)
    before = capsys.readouterr().out
    assert run("add", _REPORT / "chapter-2.html") == 5
    assert "held with other chapters" in capsys.readouterr().err
    run("status")
    held = capsys.readouterr().out
    assert "chapter-2.html" in held
    assert run("add", _REPORT) == 0
    run("status")
    assert "chapter-2.html" not in capsys.readouterr().out, before


def test_status_tells_what_was_not_understood(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    page = folder / "20-100-001.txt"
    page.write_text(
        "Northmoor Council (20 100 001)\nDecision : Upheld\nThe Ombudsman's final decision:\n"
        "Summary: There was fault.\n"
        "Agreed action\n- Pay Mr A between £100 and £300.\nFinal decision\n- There was fault.\n",
        encoding="utf-8",
    )
    run("add", page)
    capsys.readouterr()
    assert run("status") == 0
    told = capsys.readouterr().out
    assert "read in part: 1" in told
    assert "a range" in told


def test_adding_says_what_was_read_in_part(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    page = folder / "20-100-001.txt"
    page.write_text(a_page(header="Decision : Mostly fine"), encoding="utf-8")
    assert run("add", page) == 0
    said = capsys.readouterr()
    assert "1 decision: 1 added." in said.out
    assert "1 decision was read in part:" in said.err
    assert "20 100 001, header, Decision: 'Mostly fine': not an outcome that we know" in said.err


def test_a_copy_that_breaks_off_does_not_replace_a_whole_one(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    whole, cut = folder / "whole.html", folder / "cut.html"
    whole.write_text(a_decision(), encoding="utf-8")
    cut.write_text(a_decision()[: a_decision().index("Agreed action")], encoding="utf-8")
    assert run("add", cut) == 0
    assert "remedies may be missing" in capsys.readouterr().err
    assert run("add", whole) == 0
    assert "1 decision: 1 replaced." in capsys.readouterr().out
    assert run("add", cut) == 5
    assert "breaks off before its end, and the decision is held with all this text" in capsys.readouterr().err
    reference = CaseReference("20 100 001")
    assert open_casebook(folder).decisions([reference])[reference].unread == ()
