"""What is fetched beside a period: reports with their chapters, categories, references, addresses known already."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from assistant.casebook import Casebook
from assistant.domain import CaseReference, DocumentKind
from tests.fetching.commands import MARCH, held, many, run, text_of
from tests.stand_in_site import NOT_FOUND, Published, StandInSite
from tests.test_digests import a_line

pytestmark = pytest.mark.usefixtures("home")


# --------------------------------------------------------------------------- reports


def test_a_report_is_fetched_with_all_its_chapters_and_is_one_decision(home: Path, site: StandInSite) -> None:
    site.publish(report := Published("20 400 001", chapters=3))
    assert run("fetch", *MARCH) == 0
    assert held(home) == ["20 400 001"]
    text = text_of(home, "20 400 001")
    assert "seven months" in text
    assert "This is chapter 2" in text
    assert "pay Ms B £900" in text
    assert [path for path in site.paths if report.slug in path] == [
        report.path,
        f"{report.path}?chapter=2",
        f"{report.path}?chapter=3",
    ]
    casebook = Casebook.open(home / "casebook.sqlite")
    decision = casebook.decisions([CaseReference("20 400 001")])[CaseReference("20 400 001")]
    casebook.close()
    assert decision.document is DocumentKind.REPORT
    assert decision.unread == ()


def test_a_report_that_lacks_a_chapter_is_not_kept_in_part(
    home: Path, site: StandInSite, capsys: pytest.CaptureFixture[str]
) -> None:
    site.publish(report := Published("20 400 001", chapters=3))
    site.script(f"{report.path}?chapter=3", NOT_FOUND)
    assert run("fetch", *MARCH) == 7
    assert "chapter 3 of the report is not there (404)" in capsys.readouterr().err
    assert held(home) == []
    assert run("fetch", *MARCH) == 0
    assert held(home) == ["20 400 001"]


# --------------------------------------------------------------------------- categories and references


def test_a_category_gives_its_newest_ten_and_says_so(
    home: Path, site: StandInSite, capsys: pytest.CaptureFixture[str]
) -> None:
    site.publish(*many(14), Published("20 600 001", category="education", subcategory="other"))
    assert run("fetch", "--category", "housing/homelessness") == 0
    assert "only the newest of a category: 10 decisions" in capsys.readouterr().out
    assert len(held(home)) == 10


@pytest.mark.parametrize("category", ["no-such", "housing/../admin", "Housing & homes"])
def test_a_category_that_is_none_is_exit_code_5(
    site: StandInSite, capsys: pytest.CaptureFixture[str], category: str
) -> None:
    assert run("fetch", "--category", category) == 5
    assert "category" in capsys.readouterr().err


def test_a_list_of_references_and_addresses_is_fetched(tmp_path: Path, home: Path, site: StandInSite) -> None:
    site.publish(*many(4), Published("20 100 004b"))
    listed = tmp_path / "wanted.txt"
    listed.write_text(
        "# our cases\n\n20100001\nLGO 20 100 004b (Northmoor)\n"
        "https://www.lgo.org.uk/decisions/housing/homelessness/20-100-002?displaypref=1  # by its address\n"
        "20-100-002\n",
        encoding="utf-8",
    )
    assert run("fetch", "--references", listed, f"{site.address}{many(3)[2].path}") == 0
    assert held(home) == ["20 100 001", "20 100 002", "20 100 003", "20 100 004b"]
    assert site.asked("/search") == 2, "only references without an address are sought"


def test_a_reference_that_the_search_does_not_show_is_told_with_those_that_look_like_it(
    home: Path, site: StandInSite, capsys: pytest.CaptureFixture[str]
) -> None:
    site.publish(Published("20 100 001a"), Published("20 100 001b"))
    assert run("fetch", "--references", "20 100 001") == 7
    told = capsys.readouterr().err
    assert "20 100 001a, 20 100 001b, which are other decisions" in told
    assert "Give its address instead" in told
    assert held(home) == []


_NOT_WANTED = {
    "a folder": (".", "python -m ingest add"),
    "words": ("Northmoor", "no file, no reference"),
    "another site": ("https://elsewhere.example/decisions/a/b/20-100-001", "no address of a decision"),
    "a page that is no decision": ("https://www.lgo.org.uk/contact-us", "no address of a decision"),
}


@pytest.mark.parametrize("name", _NOT_WANTED)
def test_what_is_no_reference_is_exit_code_5_before_anything_is_asked(
    site: StandInSite, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    item, told = _NOT_WANTED[name]
    assert run("fetch", "--references", item) == 5
    assert told in capsys.readouterr().err
    assert site.requests == []


def test_a_line_that_is_no_reference_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    listed = tmp_path / "wanted.txt"
    listed.write_text("20 100 001\n\nNorthmoor\n", encoding="utf-8")
    assert run("fetch", "--references", listed) == 5
    assert f"{listed}, line 3: 'Northmoor'" in capsys.readouterr().err


_BAD_DATES = {
    "no day": (("--from", "March"), "--from='March' is no day"),
    "the wrong order": (("--from", "2024-03-02", "--to", "2024-03-01"), "lies after"),
    "an end without a beginning": (("--category", "housing", "--to", "2024-03-01"), "--to goes with --from"),
}


@pytest.mark.parametrize("name", _BAD_DATES)
def test_bad_dates_are_exit_code_2(site: StandInSite, capsys: pytest.CaptureFixture[str], name: str) -> None:
    flags, told = _BAD_DATES[name]
    assert run("fetch", *flags) == 2
    assert told in capsys.readouterr().err
    assert site.requests == []


# --------------------------------------------------------------------------- addresses that are known already


def a_digest(folder: Path, **values: object) -> Path:
    path = folder / "digests.jsonl"
    path.write_text(json.dumps(a_line(reference="20 100 001", **values)) + "\n", encoding="utf-8")
    return path


def test_a_digests_address_serves_where_the_search_shows_nothing(tmp_path: Path, home: Path, site: StandInSite) -> None:
    run("add", a_digest(tmp_path, url="https://www.lgo.org.uk/decisions/housing/homelessness/20-100-001"))
    site.publish(*many(1))
    assert run("fetch", "--references", "20 100 001") == 0
    assert site.asked("/search") == 0
    assert "drawer" in text_of(home, "20 100 001"), "the full text has replaced the digest"


def test_an_address_that_is_a_guess_is_never_told_as_gone(
    tmp_path: Path, site: StandInSite, capsys: pytest.CaptureFixture[str]
) -> None:
    run("add", a_digest(tmp_path, category="Housing", subcategory="Homelessness", url=None))
    assert run("fetch", "--references", "20 100 001") == 7
    told = capsys.readouterr()
    assert "gone from the site" not in told.out
    assert "Give its address instead" in told.err
