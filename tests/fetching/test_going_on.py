"""A fetch that was cut short goes on, an update begins where the last ended, and what is kept out stays out."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest

from assistant.domain import CaseReference
from ingest.fetching import PageStore
from tests.fetching.commands import MARCH, held, many, run, text_of
from tests.stand_in_site import Published, StandInSite

pytestmark = pytest.mark.usefixtures("home")


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
