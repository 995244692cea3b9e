"""``python -m ingest fetch``, ``update`` and ``remove --keep-out`` from end to end over HTTP, as a person runs them."""

from __future__ import annotations

import errno
import gzip
import json
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from assistant.casebook import Casebook
from assistant.domain import CaseReference, DocumentKind
from ingest import __main__ as commands
from ingest.fetching import PageStore, running, store
from ingest.fetching.manifest import write_whole
from tests.counting_encoder import CountingEncoder
from tests.stand_in_site import CHALLENGE, NOT_FOUND, SHELL, Published, Reply, StandInSite
from tests.test_digests import a_line

MARCH = ("--from", "2024-03-01", "--to", "2024-03-31")
RESULTS_OF_MARCH = "/Decisions/SearchResults?fd=2024-03-01&td=2024-03-31&page=1"


def many(count: int, *, decided: date = date(2024, 3, 14)) -> list[Published]:
    return [Published(f"20 100 {number:03d}", decided) for number in range(1, count + 1)]


@pytest.fixture
def site() -> Iterator[StandInSite]:
    with StandInSite().running() as running_site:
        yield running_site


@pytest.fixture(autouse=True)
def home(tmp_path: Path, site: StandInSite, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("REDRESS_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("REDRESS_SITE", site.address)
    monkeypatch.setenv("REDRESS_PAUSE", "0")
    monkeypatch.setattr(commands, "open_encoder", lambda *_, **__: CountingEncoder())
    return tmp_path / "home"


def run(*arguments: object) -> int:
    return commands.main([str(argument) for argument in arguments])


def held(home: Path) -> list[str]:
    casebook = Casebook.open(home / "casebook.sqlite")
    try:
        assert casebook.verify() == []
        return [str(reference) for reference in casebook.references()]
    finally:
        casebook.close()


def text_of(home: Path, reference: str) -> str:
    casebook = Casebook.open(home / "casebook.sqlite")
    try:
        decision = casebook.decisions([CaseReference(reference)])[CaseReference(reference)]
        return " ".join(paragraph.text for paragraph in decision.paragraphs)
    finally:
        casebook.close()


# --------------------------------------------------------------------------- by dates


def test_a_period_is_listed_page_by_page_fetched_and_added(
    home: Path, site: StandInSite, capsys: pytest.CaptureFixture[str]
) -> None:
    site.publish(*many(13), Published("20 200 001", date(2024, 4, 1)))
    assert run("fetch", *MARCH) == 0
    told = capsys.readouterr()
    assert "13 fetched" in told.out
    assert "13 decisions: 13 added" in told.out
    assert "Please say who asks" in told.err
    assert held(home) == [one.reference for one in many(13)]
    assert site.asked("SearchResults") == 2
    assert site.asked("/decisions/housing/") == 13


def test_what_is_held_is_not_asked_for_again(home: Path, site: StandInSite, capsys: pytest.CaptureFixture[str]) -> None:
    site.publish(*many(3))
    run("fetch", *MARCH)
    capsys.readouterr()
    site.publish(Published("20 100 009"))
    assert run("fetch", *MARCH) == 0
    assert "1 fetched, 3 held already" in capsys.readouterr().out
    assert site.asked("/decisions/housing/") == 4


def test_months_are_fetched_from_the_newest(site: StandInSite) -> None:
    site.publish(Published("20 100 001", date(2024, 1, 5)), Published("20 100 002", date(2024, 3, 5)))
    assert run("fetch", "--from", "2024-01-10", "--to", "2024-03-10") == 0
    windows = [path.partition("?")[2] for path in site.paths if "SearchResults" in path]
    assert windows == [
        "fd=2024-03-01&td=2024-03-10&page=1",
        "fd=2024-02-01&td=2024-02-29&page=1",
        "fd=2024-01-10&td=2024-01-31&page=1",
    ]


def test_a_window_over_the_ceiling_is_halved_until_it_fits(
    home: Path, site: StandInSite, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(running, "CEILING", 12)
    days = [date(2024, 3, 1) + timedelta(days=number % 31) for number in range(20)]
    site.publish(*[Published(f"20 100 {n:03d}", day) for n, day in enumerate(days, start=1)])
    assert run("fetch", *MARCH) == 0
    assert len(held(home)) == 20
    assert site.asked("fd=2024-03-17&td=2024-03-31") >= 1
    assert site.asked("/decisions/housing/") == 20


def test_a_day_over_the_ceiling_is_read_all_the_same(
    home: Path, site: StandInSite, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(running, "CEILING", 5)
    site.publish(*many(13))
    assert run("fetch", "--from", "2024-03-14", "--to", "2024-03-14") == 0
    assert len(held(home)) == 13


def test_a_time_without_decisions_is_told_as_the_site_tells_it(
    site: StandInSite, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("fetch", *MARCH) == 0
    assert "the site says that it has no decisions there" in capsys.readouterr().out


@pytest.mark.parametrize("off", [-2, 5], ids=["too few", "too many"])
def test_a_count_that_disagrees_with_the_list_is_said_and_what_is_listed_is_fetched(
    home: Path, site: StandInSite, capsys: pytest.CaptureFixture[str], off: int
) -> None:
    site.publish(*many(8))
    site.count_off = off
    assert run("fetch", *MARCH) == 7
    told = capsys.readouterr().err
    assert f"8 of {8 + off} stated were listed; the two do not agree" in told
    assert len(held(home)) == 8


def test_a_site_that_does_not_turn_its_pages_is_found_out(
    home: Path, site: StandInSite, capsys: pytest.CaptureFixture[str]
) -> None:
    site.publish(*many(25))
    site.turns_pages = False
    assert run("fetch", *MARCH) == 7
    assert "page 2 repeats the page before it" in capsys.readouterr().err
    assert len(held(home)) == 10


def test_results_without_a_count_are_not_taken_for_the_whole(
    home: Path, site: StandInSite, capsys: pytest.CaptureFixture[str]
) -> None:
    site.publish(*many(12))
    site.says_count = False
    assert run("fetch", *MARCH) == 7
    assert "does not say how many results there are" in capsys.readouterr().err
    assert len(held(home)) == 12


def test_a_decision_that_is_listed_twice_is_fetched_once(home: Path, site: StandInSite) -> None:
    site.publish(*many(3))
    site.lists_twice = True
    assert run("fetch", *MARCH) == 0
    assert len(held(home)) == 3
    assert site.asked("/decisions/housing/") == 3


def test_a_decision_under_two_addresses_is_fetched_once(home: Path, site: StandInSite) -> None:
    site.publish(Published("20 100 001"), Published("20 100 001", category="education", subcategory="other"))
    assert run("fetch", *MARCH) == 0
    assert held(home) == ["20 100 001"]
    assert site.asked("20-100-001") == 1


def test_lettered_references_are_decisions_of_their_own(home: Path, site: StandInSite) -> None:
    site.publish(*[Published(f"20 100 001{letter}", body=f"Body {letter}") for letter in ("", "a", "b")])
    assert run("fetch", *MARCH) == 0
    assert held(home) == ["20 100 001", "20 100 001a", "20 100 001b"]


# --------------------------------------------------------------------------- what is served instead


_REFUSING = {
    "a challenge": (CHALLENGE, "proof of being human"),
    "a challenge that says it is well": (Reply(200, CHALLENGE.body), "proof of being human"),
    "a refusal": (Reply(403, "<html><body><p>No.</p></body></html>"), "refused this program (403)"),
    "a page that is not there": (NOT_FOUND, "answered 404 where a list was expected"),
    "nothing at all": (Reply(200, ""), "served a shell"),
}


@pytest.mark.parametrize("name", _REFUSING)
def test_a_list_that_is_not_served_is_no_empty_success(
    home: Path, site: StandInSite, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    reply, reason = _REFUSING[name]
    site.publish(*many(3))
    site.script(RESULTS_OF_MARCH, reply, reply)
    assert run("fetch", *MARCH) == 7
    told = capsys.readouterr()
    assert reason in told.err
    assert "nothing was fetched" in told.out
    assert "python -m ingest add FOLDER" in told.err
    assert held(home) == []


def test_a_shell_is_never_taken_for_an_empty_list(site: StandInSite, capsys: pytest.CaptureFixture[str]) -> None:
    site.shows_results = False
    assert run("fetch", *MARCH) == 7
    assert "That is no statement that there are no decisions" in capsys.readouterr().err


def test_results_that_come_only_after_the_page_of_decisions_are_had(home: Path, site: StandInSite) -> None:
    site.publish(*many(12))
    site.wants_referer = True
    assert run("fetch", *MARCH) == 0
    assert len(held(home)) == 12
    assert site.paths.count("/decisions") == 1


def test_a_challenge_in_place_of_a_decision_ends_the_run_at_once(
    home: Path, site: StandInSite, capsys: pytest.CaptureFixture[str]
) -> None:
    site.publish(*many(5))
    site.script(many(5)[2].path, CHALLENGE)
    assert run("fetch", *MARCH) == 7
    assert "20 100 003: the site asks for proof of being human" in capsys.readouterr().err
    assert held(home) == ["20 100 001", "20 100 002"]
    assert site.asked("20-100-004") == 0
    assert run("fetch", *MARCH) == 0
    assert len(held(home)) == 5


def test_one_shell_among_decisions_is_named_and_three_in_a_row_end_the_run(
    home: Path, site: StandInSite, capsys: pytest.CaptureFixture[str]
) -> None:
    site.publish(*many(6))
    site.script(many(6)[1].path, SHELL)
    assert run("fetch", *MARCH) == 7
    assert "20 100 002: a shell" in capsys.readouterr().err
    assert len(held(home)) == 5
    site.publish(*[Published(f"20 300 {n:03d}") for n in range(1, 7)])
    for n in range(1, 7):
        site.script(f"/decisions/housing/homelessness/20-300-{n:03d}", SHELL)
    assert run("fetch", *MARCH) == 7
    told = capsys.readouterr().err
    assert "3 pages one after another were not served" in told
    assert site.asked("20-300") == 3
    assert len(held(home)) == 6


def test_gone_decisions_are_noted_and_what_was_kept_of_them_stays(
    home: Path, site: StandInSite, capsys: pytest.CaptureFixture[str]
) -> None:
    site.publish(*many(4))
    site.script(many(4)[1].path, NOT_FOUND)
    site.script(many(4)[2].path, Reply(410))
    assert run("fetch", *MARCH) == 0
    assert "2 gone from the site" in capsys.readouterr().out
    assert held(home) == ["20 100 001", "20 100 004"]
    run("status")
    assert "2 gone from the site" in capsys.readouterr().out
    assert run("fetch", *MARCH) == 0
    assert len(held(home)) == 4, "listed again, they are asked for again"


def test_a_page_of_another_case_is_not_taken_for_the_one_wanted(
    home: Path, site: StandInSite, capsys: pytest.CaptureFixture[str]
) -> None:
    site.publish(*many(2))
    other = Published("20 100 007")
    site.script(many(2)[0].path, Reply(302, headers={"Location": other.path}))
    site.publish(Published("20 100 007", date(2020, 1, 1)))
    assert run("fetch", *MARCH) == 7
    assert "20 100 001: the page is that of 20 100 007" in capsys.readouterr().err
    assert held(home) == ["20 100 002"]


def test_a_site_that_is_broken_for_a_while_is_waited_for(home: Path, site: StandInSite) -> None:
    site.publish(*many(2))
    site.script(many(2)[0].path, Reply(500), Reply(429, headers={"Retry-After": "0"}), Reply(503))
    site.script(many(2)[1].path, Reply(200, "<html>" + "x" * 900, cut=True))
    assert run("fetch", *MARCH) == 0
    assert len(held(home)) == 2


def test_a_page_that_stays_broken_is_named_and_the_others_are_fetched(
    home: Path, site: StandInSite, capsys: pytest.CaptureFixture[str]
) -> None:
    site.publish(*many(3))
    site.script(many(3)[0].path, *[Reply(500)] * 5)
    assert run("fetch", *MARCH) == 7
    assert "20 100 001: " in capsys.readouterr().err
    assert held(home) == ["20 100 002", "20 100 003"]


def test_robots_txt_is_obeyed(home: Path, site: StandInSite, capsys: pytest.CaptureFixture[str]) -> None:
    site.publish(*many(2), Published("20 500 001", category="education", subcategory="other"))
    site.robots = "User-agent: *\nDisallow: /decisions/housing/\n"
    assert run("fetch", *MARCH) == 7
    assert "robots.txt forbids this address" in capsys.readouterr().err
    assert held(home) == ["20 500 001"]
    site.robots = "User-agent: *\nDisallow: /Decisions/\n"
    assert run("fetch", *MARCH) == 7
    assert "it was not asked for" in capsys.readouterr().err


def test_a_redirected_decision_is_followed(home: Path, site: StandInSite) -> None:
    site.publish(Published("20 100 001"))
    site.publish(moved := Published("20 100 001", date(2020, 1, 1), "education", "other"))
    site.script("/decisions/housing/homelessness/20-100-001", Reply(301, headers={"Location": moved.path}))
    assert run("fetch", *MARCH) == 0
    assert held(home) == ["20 100 001"]


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


# --------------------------------------------------------------------------- going on


def test_a_run_at_its_ceiling_says_so_and_the_next_goes_on(
    home: Path, site: StandInSite, capsys: pytest.CaptureFixture[str]
) -> None:
    site.publish(*many(12))
    assert run("fetch", *MARCH, "--limit", 8) == 7
    told = capsys.readouterr()
    assert "made its 8 requests" in told.err
    assert "5 fetched" in told.out
    assert len(held(home)) == 5
    assert run("fetch", *MARCH) == 0
    assert "Going on with the run" in capsys.readouterr().out
    assert len(held(home)) == 12
    assert site.asked("SearchResults") == 2, "a list is read once in a run"
    assert site.asked("/decisions/housing/") == 12


def test_a_second_fetch_says_that_one_is_under_way_and_ends(
    home: Path, site: StandInSite, capsys: pytest.CaptureFixture[str]
) -> None:
    with PageStore.open(home / "fetched"):
        assert run("fetch", *MARCH) == 7
    assert "another fetch is under way" in capsys.readouterr().err
    assert site.requests == []


def test_a_changed_decision_is_kept_in_both_versions_and_the_newer_is_used(
    home: Path, site: StandInSite, capsys: pytest.CaptureFixture[str]
) -> None:
    today = date.today()
    site.publish(*[Published(f"20 100 00{n}", today) for n in (1, 2)])
    assert run("fetch", "--from", today.replace(day=1)) == 0
    capsys.readouterr()
    site.publish(Published("20 100 002", today, story="After a review the Council was found to be late by a year."))
    assert run("update") == 0
    told = capsys.readouterr().out
    assert "1 fetched anew, because they changed, 1 asked for again, unchanged" in told
    assert "1 replaced" in told
    assert "late by a year" in text_of(home, "20 100 002")
    versions = PageStore.look(home / "fetched").versions(CaseReference("20 100 002"))
    assert len(versions) == 2
    run("status")
    assert "1 in more than one version" in capsys.readouterr().out
    site.publish(Published("20 100 002", today))
    assert run("update") == 0
    assert "late by a year" not in text_of(home, "20 100 002"), "the first words came back"


def test_update_lists_from_two_months_before_the_last_run(home: Path, site: StandInSite) -> None:
    today = date.today()
    old = today - timedelta(days=200)
    site.publish(Published("20 100 001", old), Published("20 100 002", today))
    assert run("fetch", "--from", old, "--to", old) == 0
    site.publish(Published("20 100 003", old - timedelta(days=15)))
    assert run("update") == 0
    assert held(home) == ["20 100 001", "20 100 002", "20 100 003"]
    assert site.asked("20-100-001") == 1, "decisions from before the last two months are not asked for again"


def test_update_without_an_earlier_fetch_says_how_to_begin(
    site: StandInSite, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("update") == 5
    assert "python -m ingest fetch --from" in capsys.readouterr().err
    assert site.requests == []


def test_an_update_that_was_cut_short_goes_on_without_asking_twice(home: Path, site: StandInSite) -> None:
    today = date.today()
    site.publish(*many(9, decided=today))
    assert run("fetch", "--from", today) == 0
    before = site.asked("/decisions/housing/")
    assert run("update", "--limit", 8) == 7
    assert run("update") == 0
    assert site.asked("/decisions/housing/") == before + 9


# --------------------------------------------------------------------------- kept out


def test_a_decision_that_is_kept_out_is_in_no_store_and_does_not_come_back(
    tmp_path: Path, home: Path, site: StandInSite, capsys: pytest.CaptureFixture[str]
) -> None:
    site.publish(*many(3))
    run("fetch", *MARCH)
    assert run("remove", "--keep-out", "20-100-002", "21 999 999") == 0
    assert held(home) == ["20 100 001", "20 100 003"]
    assert list((home / "fetched").glob("pages/*/20-100-002*")) == []
    assert run("fetch", *MARCH) == 0
    assert "1 kept out" in capsys.readouterr().out
    saved = tmp_path / "saved"
    saved.mkdir()
    (saved / "page.html").write_text(site._usual(many(3)[1].path, {}).body, encoding="utf-8")
    assert run("add", saved) == 5
    assert "20 100 002: was taken out for good" in capsys.readouterr().err
    assert run("fetch", "--references", "20 100 002") == 0
    assert site.asked("20-100-002") == 1
    run("status")
    assert "2 kept out" in capsys.readouterr().out
    (home / "casebook.sqlite").unlink()
    assert run("fetch", *MARCH) == 0
    assert held(home) == ["20 100 001", "20 100 003"], "a casebook made anew keeps it out too"
    assert run("remove", "--let-in", "20 100 002") == 0
    assert run("fetch", *MARCH) == 0
    assert len(held(home)) == 3


def test_a_decision_that_is_removed_may_come_back_and_that_is_said(
    home: Path, site: StandInSite, capsys: pytest.CaptureFixture[str]
) -> None:
    site.publish(*many(2))
    run("fetch", *MARCH)
    assert run("remove", "20 100 001") == 0
    assert "--keep-out keeps it out" in capsys.readouterr().out
    assert list((home / "fetched").glob("pages/*/20-100-001*")) == []
    assert run("remove", "20 100 001") == 1
    assert run("remove", "--let-in", "20 100 001") == 1
    assert run("fetch", *MARCH) == 0
    assert len(held(home)) == 2


def test_what_is_kept_out_while_a_fetch_goes_on_is_not_kept(home: Path, site: StandInSite) -> None:
    site.publish(*many(4))

    def take_out(number: int) -> None:
        if "20-100-003" in site.paths[number - 1]:
            assert run("remove", "--keep-out", "20 100 003", "20 100 001") == 0

    site.on_request = take_out
    assert run("fetch", *MARCH) == 0
    assert held(home) == ["20 100 002", "20 100 004"]
    left = sorted(path.name[:10] for path in (home / "fetched").glob("pages/*/*"))
    assert left == ["20-100-002", "20-100-004"]


# --------------------------------------------------------------------------- damage


def test_a_full_disk_is_said_and_what_was_fetched_before_stays(
    home: Path, site: StandInSite, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    site.publish(*many(5))
    kept: list[Path] = []

    def write_until_full(path: Path, data: bytes) -> None:
        if len(kept) == 3:
            raise OSError(errno.ENOSPC, "No space left on device")
        kept.append(path)
        write_whole(path, data)

    with monkeypatch.context() as full:
        full.setattr(store, "write_whole", write_until_full)
        assert run("fetch", *MARCH) == 7
    assert "the disk is full" in capsys.readouterr().err
    assert len(held(home)) == 3
    assert run("fetch", *MARCH) == 0
    assert len(held(home)) == 5
    assert site.asked("/decisions/housing/") == 6


def pages_of(home: Path) -> list[Path]:
    return sorted((home / "fetched" / "pages").glob("*/*.gz"))


_DAMAGE: dict[str, Callable[[bytes], bytes]] = {
    "cut off": lambda data: data[: len(data) // 2],
    "empty": lambda _: b"",
    "a changed byte": lambda data: data[:-30] + bytes([data[-30] ^ 1]) + data[-29:],
    "something else": lambda _: b"not a page",
}


@pytest.mark.parametrize("name", _DAMAGE)
def test_a_damaged_page_is_named_and_fetched_again(
    home: Path, site: StandInSite, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    site.publish(*many(3))
    run("fetch", *MARCH)
    sound = {path: path.read_bytes() for path in pages_of(home)}
    spoilt = pages_of(home)[1]
    spoilt.write_bytes(_DAMAGE[name](sound[spoilt]))
    capsys.readouterr()
    assert run("verify") == 3
    assert spoilt.name in capsys.readouterr().out
    assert run("fetch", *MARCH) == 0
    assert pages_of(home) == list(sound)
    assert run("verify") == 0
    assert site.asked("/decisions/housing/") == 4
    assert len(held(home)) == 3


def test_a_page_that_is_gone_from_the_disk_is_fetched_again_whatever_is_asked_for(
    home: Path, site: StandInSite, capsys: pytest.CaptureFixture[str]
) -> None:
    site.publish(*many(3))
    run("fetch", *MARCH)
    pages_of(home)[0].unlink()
    assert run("verify") == 3
    assert "it is not there; it is fetched again" in capsys.readouterr().out
    assert run("fetch", "--from", "2020-01-01", "--to", "2020-01-02") == 0
    assert len(pages_of(home)) == 3
    assert run("verify") == 0


def test_pages_outlive_a_manifest_that_is_cut_off_or_gone(
    home: Path, site: StandInSite, capsys: pytest.CaptureFixture[str]
) -> None:
    site.publish(*many(5))
    run("fetch", *MARCH)
    manifest = home / "fetched" / "manifest.txt"
    lines = manifest.read_bytes()
    for left in (lines[: len(lines) // 3], b"", lines.replace(b"held", b"hold"), b"\x00\xff" * 400):
        manifest.write_bytes(left)
        capsys.readouterr()
        assert run("verify") == 3
        assert "manifest.txt" in capsys.readouterr().out
        assert run("fetch", *MARCH) == 0
        assert run("verify") == 0
        assert len(pages_of(home)) == 5
        assert len(held(home)) == 5
    assert site.asked("/decisions/housing/") == 5, "no page had to be fetched again"


def test_a_casebook_made_anew_is_filled_from_the_pages_without_asking_the_site_for_them(
    home: Path, site: StandInSite
) -> None:
    site.publish(*many(4))
    run("fetch", *MARCH)
    for path in home.glob("casebook.sqlite*"):
        path.unlink()
    assert run("fetch", *MARCH) == 0
    assert len(held(home)) == 4
    assert site.asked("/decisions/housing/") == 4


def test_every_kept_page_tells_its_address_its_time_and_its_bytes_by_itself(home: Path, site: StandInSite) -> None:
    site.publish(*many(1))
    run("fetch", *MARCH)
    head, _, body = gzip.decompress(pages_of(home)[0].read_bytes()).partition(b"\n")
    told = json.loads(head)
    assert told["pages"][0]["address"] == "https://www.lgo.org.uk" + many(1)[0].path
    assert told["fetched"].startswith(f"{date.today().year}-")
    assert body.startswith(b"<!DOCTYPE html>")
    assert told["pages"][0]["size"] == len(body)


def test_the_decision_knows_the_address_that_it_was_fetched_from_and_the_status_its_origin(
    home: Path, site: StandInSite, capsys: pytest.CaptureFixture[str]
) -> None:
    site.publish(*many(2))
    run("fetch", *MARCH)
    casebook = Casebook.open(home / "casebook.sqlite")
    decision = casebook.decisions([CaseReference("20 100 001")])[CaseReference("20 100 001")]
    casebook.close()
    assert decision.url == "https://www.lgo.org.uk/decisions/housing/homelessness/20-100-001"
    assert not decision.url_derived
    capsys.readouterr()
    run("status")
    told = capsys.readouterr().out
    assert "fetched from https://www.lgo.org.uk: 2" in told
    assert "fetched    2, the last on" in told


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
