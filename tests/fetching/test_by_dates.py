"""A period fetched from end to end: its lists, page by page, and every decision on them once."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest

from ingest.fetching import running
from tests.fetching.commands import MARCH, held, many, run
from tests.stand_in_site import Published, StandInSite

pytestmark = pytest.mark.usefixtures("home")


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
