"""The pages kept on the disk: a full disk, damage, a lost manifest, and what each page tells of itself."""

from __future__ import annotations

import errno
import gzip
import json
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from assistant.casebook import Casebook
from assistant.domain import CaseReference
from ingest.fetching import store
from ingest.fetching.manifest import write_whole
from tests.fetching.commands import MARCH, held, many, run
from tests.stand_in_site import StandInSite

pytestmark = pytest.mark.usefixtures("home")


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
