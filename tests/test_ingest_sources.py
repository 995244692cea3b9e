"""Files and folders: what is read from them, what is set aside, and what happens when two hold the same decision."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from assistant.domain import Basis
from assistant.errors import InputError
from ingest.sources import read_file, read_sources
from tests.test_digests import a_line
from tests.test_news import ARTICLE

PAGES = Path(__file__).parent / "pages" / "flat"


def a_digest_file(folder: Path, *references: str, name: str = "digests.jsonl") -> Path:
    path = folder / name
    path.write_text("".join(json.dumps(a_line(reference=one)) + "\n" for one in references), encoding="utf-8")
    return path


def a_page_file(folder: Path, name: str = "dashes.txt") -> Path:
    path = folder / name
    path.write_bytes((PAGES / name).read_bytes())
    return path


def test_a_file_is_known_by_its_content_and_not_by_its_name(tmp_path: Path) -> None:
    digests = a_digest_file(tmp_path, "20 100 001").rename(tmp_path / "digests.txt")
    assert len(read_file(digests).decisions) == 1
    page = a_page_file(tmp_path).rename(tmp_path / "page")
    assert read_file(page).page is not None
    article = tmp_path / "article"
    article.write_text(ARTICLE, encoding="utf-8")
    assert read_file(article).news is not None


def test_a_folder_gives_all_that_is_in_it_in_a_fixed_order(tmp_path: Path) -> None:
    (tmp_path / "deep" / "er").mkdir(parents=True)
    a_digest_file(tmp_path / "deep" / "er", "20 100 009")
    a_page_file(tmp_path, "missing_header.txt")
    (tmp_path / "article.txt").write_text(ARTICLE, encoding="utf-8")
    (tmp_path / ".hidden.jsonl").write_text("not looked at", encoding="utf-8")
    readings = read_sources([tmp_path])
    assert [decision.reference.value for decision in readings.decisions] == ["19 300 003", "20 100 009"]
    assert len(readings.news) == 1
    assert readings.set_aside == ()
    assert read_sources([tmp_path, tmp_path / "missing_header.txt"]) == readings


def test_what_a_folder_holds_that_cannot_be_used_is_set_aside_with_its_reason(tmp_path: Path) -> None:
    a_page_file(tmp_path)
    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "picture.png").write_bytes(b"\x89PNG\x00")
    (tmp_path / "letter.txt").write_text("Dear neighbour, see you on Tuesday.", encoding="utf-8")
    cut = a_digest_file(tmp_path, "20 100 001", "20 100 002")
    cut.write_bytes(cut.read_bytes()[:-40])
    readings = read_sources([tmp_path])
    assert [decision.reference.value for decision in readings.decisions] == ["20 100 001"]
    assert readings.decisions[0].is_full_text
    reasons = {Path(item.place).name: item.reason for item in readings.set_aside}
    assert set(reasons) == {"empty.txt", "picture.png", "letter.txt", "digests.jsonl"}
    assert "is empty" in reasons["empty.txt"]
    assert "a picture" in reasons["picture.png"]
    assert "not a decision" in reasons["letter.txt"]
    assert reasons["digests.jsonl"].startswith("line 2")
    assert not any(item.was_named for item in readings.set_aside)


def test_a_file_that_was_named_itself_is_told_apart(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_bytes(b"")
    (item,) = read_sources([tmp_path / "empty.txt"]).set_aside
    assert item.was_named


def test_a_name_that_is_no_text_is_set_aside_and_the_rest_goes_in(tmp_path: Path) -> None:
    page = a_page_file(tmp_path)
    try:
        os.close(os.open(os.fsencode(tmp_path) + b"/caf\xe9.txt", os.O_CREAT | os.O_WRONLY))
    except OSError:
        pytest.skip("this file system has no such names")
    readings = read_sources([tmp_path])
    assert [reading.path for reading in readings.files] == [page]
    (item,) = readings.set_aside
    assert item.place.endswith("caf\\udce9.txt")
    assert "rename it" in item.reason


def test_a_path_that_is_not_there_is_said_so(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"cannot be read \(No such file"):
        read_file(tmp_path / "nothing.txt")


def test_an_empty_folder_is_said_so(tmp_path: Path) -> None:
    (item,) = read_sources([tmp_path]).set_aside
    assert "no file in it" in item.reason
    assert item.was_named


def test_a_folder_that_may_not_be_opened_is_said_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    a_page_file(tmp_path)

    def refuse(path: str | Path) -> None:
        raise PermissionError(13, "Permission denied", str(path))

    # Tests may run as root, whom no mode of a folder stops.
    monkeypatch.setattr(os, "scandir", refuse)
    (item,) = read_sources([tmp_path]).set_aside
    assert "Permission denied" in item.reason
    assert item.was_named


def test_a_file_that_may_not_be_read_is_said_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    page = a_page_file(tmp_path)

    def refuse(self: Path) -> bytes:
        raise PermissionError(13, "Permission denied", str(self))

    monkeypatch.setattr(Path, "read_bytes", refuse)
    (item,) = read_sources([page]).set_aside
    assert "Permission denied" in item.reason


def test_a_full_text_goes_before_a_digest_in_whatever_order_they_come(tmp_path: Path) -> None:
    digests = a_digest_file(tmp_path, "20 100 001", "20 100 002")
    page = a_page_file(tmp_path)
    for paths in ([digests, page], [page, digests]):
        decisions = {decision.reference.value: decision for decision in read_sources(paths).decisions}
        assert decisions["20 100 001"].basis is Basis.FULL_TEXT
        assert decisions["20 100 002"].basis is Basis.SUMMARY


def test_of_two_different_digests_of_one_decision_the_first_is_kept_and_the_other_reported(tmp_path: Path) -> None:
    first = a_digest_file(tmp_path, "20 100 001", name="a.jsonl")
    second = a_digest_file(tmp_path, "20 100 001", name="b.jsonl")
    assert read_sources([first, second]).set_aside == ()
    second.write_text(second.read_text().replace("ten months", "nine months"))
    readings = read_sources([first, second])
    assert "ten months" in readings.decisions[0].paragraphs[0].text
    (item,) = readings.set_aside
    assert "20 100 001 was already read from" in item.reason


def test_what_a_browser_saves_beside_a_page_is_set_aside_as_one(tmp_path: Path) -> None:
    page = f"<html><body><pre>{(PAGES / 'dashes.txt').read_text(encoding='utf-8')}</pre></body></html>"
    (tmp_path / "decision.html").write_text(page, encoding="utf-8")
    (tmp_path / "decision_files").mkdir()
    for name in ("logo.png", "site.css", "jquery.js"):
        (tmp_path / "decision_files" / name).write_text("body {}", encoding="utf-8")
    (tmp_path / "other_files").mkdir()
    a_page_file(tmp_path / "other_files", "missing_header.txt")
    readings = read_sources([tmp_path])
    assert [(Path(item.place).name, item.reason) for item in readings.set_aside] == [
        ("decision_files", "the pictures and scripts of a saved page")
    ]
    assert "19 300 003" in [decision.reference.value for decision in readings.decisions]


def test_an_article_is_known_in_a_saved_page_too_and_a_list_of_decisions_is_none(tmp_path: Path) -> None:
    title, *rest = ARTICLE.strip().splitlines()
    text = "".join(f"<p>{line}</p>" for line in rest)
    page = tmp_path / "article.html"
    page.write_text(f"<html><body><nav>Home</nav><article><h1>{title}</h1>{text}</article></body></html>", "utf-8")
    news = read_file(page).news
    assert news is not None
    assert news.title == title
    listed = tmp_path / "list.txt"
    listed.write_text(f"Your search has 12 results\n{ARTICLE}", encoding="utf-8")
    with pytest.raises(InputError, match="search results"):
        read_file(listed)
