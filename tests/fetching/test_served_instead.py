"""What a site serves instead of lists and decisions: refusals, shells, challenges, errors; none passes for a page."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tests.fetching.commands import MARCH, RESULTS_OF_MARCH, held, many, run
from tests.stand_in_site import CHALLENGE, NOT_FOUND, SHELL, Published, Reply, StandInSite

pytestmark = pytest.mark.usefixtures("home")


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
