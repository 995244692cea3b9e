"""Asking the site over real HTTP: pauses, patience, limits and redirects, against a stand-in on this machine."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta

import pytest

from assistant.errors import FetchCeiling, FetchError, SettingsError, SiteRefused, SiteUnreachable
from ingest.fetching import Clock, Manners, SiteClient, read_manners
from ingest.fetching.politeness import Robots, read_retry_after
from tests.stand_in_site import Published, Reply, StandInSite

NOW = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
ONE = Published("20 100 001")


@dataclass
class WatchedClock:
    """A clock that goes on only by waiting, and remembers each wait."""

    waits: list[float] = field(default_factory=list)

    @property
    def clock(self) -> Clock:
        """The clock for a client."""

        def sleep(seconds: float) -> None:
            self.waits.append(round(seconds, 3))

        return Clock(lambda: NOW + timedelta(seconds=sum(self.waits)), lambda: sum(self.waits), sleep)


@pytest.fixture
def site() -> Iterator[StandInSite]:
    with StandInSite(ONE).running() as running:
        yield running


@pytest.fixture
def watched() -> WatchedClock:
    return WatchedClock()


def client_of(site: StandInSite, watched: WatchedClock, **manners: object) -> SiteClient:
    polite = Manners(site.address, contact="caseworker@northmoor.example", read_timeout=2, answer_timeout=3)
    return SiteClient(replace(polite, **manners), clock=watched.clock)  # type: ignore[arg-type]  # as given


def test_between_two_requests_lies_a_pause_and_none_is_before_the_first(
    site: StandInSite, watched: WatchedClock
) -> None:
    with client_of(site, watched) as client:
        for _ in range(3):
            assert client.get(site.address + ONE.path).status == 200
    assert site.paths[0] == "/robots.txt"
    assert watched.waits == [3.0, 3.0, 3.0]


def test_each_request_says_who_asks(site: StandInSite, watched: WatchedClock) -> None:
    with client_of(site, watched) as client:
        client.get(site.address + ONE.path)
    assert all(one["User-Agent"].startswith("Redress") for one in site.headers)
    assert all("contact: caseworker@northmoor.example" in one["User-Agent"] for one in site.headers)


def test_what_robots_txt_forbids_is_not_asked_for(site: StandInSite, watched: WatchedClock) -> None:
    site.robots = "User-agent: *\nDisallow: /decisions/housing\nCrawl-delay: 12\n"
    with client_of(site, watched) as client, pytest.raises(SiteRefused, match=r"robots\.txt forbids"):
        client.get(site.address + ONE.path)
    assert site.paths == ["/robots.txt"]


def test_the_pause_that_robots_txt_asks_for_is_kept(site: StandInSite, watched: WatchedClock) -> None:
    site.robots = "User-agent: Redress\nCrawl-delay: 12\n"
    with client_of(site, watched) as client:
        client.get(site.address + ONE.path)
        client.get(site.address + ONE.path)
    assert watched.waits == [12.0, 12.0]


@pytest.mark.parametrize("status", [401, 403])
def test_a_robots_txt_that_is_refused_forbids_everything(site: StandInSite, watched: WatchedClock, status: int) -> None:
    site.script("/robots.txt", Reply(status))
    with client_of(site, watched) as client, pytest.raises(SiteRefused, match="does not serve this program"):
        client.get(site.address + ONE.path)


_RETRY_AFTER: dict[str, tuple[str | None, float | None]] = {
    "seconds": ("120", 120.0),
    "a date": ("Mon, 23 Nov 2026 12:05:00 GMT", 300.0),
    "a date that is over": ("Mon, 23 Nov 2026 11:00:00 GMT", 0.0),
    "a date without its zone": ("Mon, 23 Nov 2026 12:01:00 -0000", 60.0),
    "no header": (None, None),
    "words": ("later", None),
    "a negative number": ("-5", None),
    "other digits": ("１２", None),
}


@pytest.mark.parametrize("name", _RETRY_AFTER)
def test_retry_after_is_read_in_each_of_its_forms(name: str) -> None:
    value, seconds = _RETRY_AFTER[name]
    assert read_retry_after(value, now=NOW) == seconds


@pytest.mark.parametrize("name", ["seconds", "a date"])
def test_429_is_answered_by_waiting_as_long_as_it_says(site: StandInSite, watched: WatchedClock, name: str) -> None:
    with client_of(site, watched) as client:
        client.get(site.address + ONE.path)
        value = {"seconds": "90", "a date": f"{NOW + timedelta(seconds=96):%a, %d %b %Y %H:%M:%S GMT}"}[name]
        site.script(ONE.path, Reply(429, headers={"Retry-After": value}))
        assert client.get(site.address + ONE.path).status == 200
    assert watched.waits == [3.0, 3.0, 90.0]


def test_a_site_that_asks_for_more_patience_than_the_ceiling_is_left_alone(
    site: StandInSite, watched: WatchedClock
) -> None:
    site.script(ONE.path, Reply(503, headers={"Retry-After": "7200"}))
    with client_of(site, watched) as client, pytest.raises(SiteUnreachable, match="come back in 2 hours, not before"):
        client.get(site.address + ONE.path)
    assert len(site.requests) == 2


def test_waits_grow_up_to_a_ceiling_and_then_the_run_gives_up(site: StandInSite, watched: WatchedClock) -> None:
    site.script(ONE.path, *[Reply(500)] * 7)
    with (
        client_of(site, watched, tries=7, longest_wait=100) as client,
        pytest.raises(SiteUnreachable, match=r"busy or broken \(500\), 7 times"),
    ):
        client.get(site.address + ONE.path)
    assert watched.waits == [3.0, 15.0, 30.0, 60.0, 100.0, 100.0, 100.0]


_PASSING = {
    "500": Reply(500),
    "502": Reply(502),
    "503": Reply(503),
    "504": Reply(504),
    "408": Reply(408),
    "429 without a time": Reply(429),
    "a connection that is cut": Reply(200, "<html><body>" + "x" * 5000, cut=True),
    "a page cut where no length was told": Reply(200, "<html><body><main>Northmoor", is_measured=False),
    "an answer that drips": Reply(200, "<html>" + "x" * 300, drip=0.05),
    "bytes that cannot be unpacked": Reply(200, "no gzip", headers={"Content-Encoding": "gzip"}, drip=0.001),
}


@pytest.mark.parametrize("name", _PASSING)
def test_what_may_pass_is_tried_again(site: StandInSite, name: str) -> None:
    waits: list[float] = []
    site.script(ONE.path, _PASSING[name])
    manners = Manners(site.address, read_timeout=0.3, answer_timeout=0.6)
    with SiteClient(manners, clock=Clock(sleep=waits.append)) as client:
        answer = client.get(site.address + ONE.path)
    assert answer.status == 200
    assert b"20 100 001" in answer.body
    assert site.asked(ONE.path) == 2


@pytest.mark.parametrize("status", [200, 400, 403, 404, 410])
def test_what_lasts_is_an_answer_at_once(site: StandInSite, watched: WatchedClock, status: int) -> None:
    site.script(ONE.path, Reply(status, "<html><body>Words.</body></html>"))
    with client_of(site, watched) as client:
        assert client.get(site.address + ONE.path).status == status
    assert site.asked(ONE.path) == 1


def test_a_site_where_nobody_answers_is_named(watched: WatchedClock) -> None:
    with StandInSite().running() as site:
        address = site.address
    manners = Manners(address, tries=2, read_timeout=1)
    with SiteClient(manners, clock=watched.clock) as client, pytest.raises(SiteUnreachable, match="no connection"):
        client.get(f"{address}/decisions")


def test_a_redirect_within_the_site_is_followed_with_a_pause(site: StandInSite, watched: WatchedClock) -> None:
    site.script("/old", Reply(301, headers={"Location": ONE.path}))
    with client_of(site, watched) as client:
        answer = client.get(f"{site.address}/old")
    assert (answer.status, answer.address) == (200, site.address + ONE.path)
    assert watched.waits == [3.0, 3.0]


_AWAY = {
    "another site": ("https://elsewhere.example/decisions/a/b/20-100-001", "leads away from the site"),
    "another port": ("http://127.0.0.1:1/decisions", "leads away from the site"),
    "a file": ("file:///etc/hostname", "leads away from the site"),
    "itself": ("/old", "redirected without end"),
}


@pytest.mark.parametrize("name", _AWAY)
def test_a_redirect_that_leads_away_or_nowhere_is_not_followed(
    site: StandInSite, watched: WatchedClock, name: str
) -> None:
    target, told = _AWAY[name]
    site.script("/old", Reply(302, headers={"Location": target}))
    with client_of(site, watched) as client, pytest.raises(SiteRefused, match=told):
        client.get(f"{site.address}/old")


def test_the_real_sites_two_names_are_one_site_and_others_are_not() -> None:
    site = SiteClient(Manners()).site
    assert site.holds("https://lgo.org.uk/decisions")
    assert site.holds("http://www.lgo.org.uk/decisions")
    assert not site.holds("https://www.lgo.org.uk.elsewhere.example/decisions")
    assert not site.holds("https://www.lgo.org.uk:8443/decisions")
    assert not site.holds("ftp://www.lgo.org.uk/decisions")
    assert not site.holds("https://[broken/")


def test_an_answer_larger_than_any_page_is_left(site: StandInSite, watched: WatchedClock) -> None:
    site.script(ONE.path, Reply(200, "x" * 100_000))
    with client_of(site, watched, largest_bytes=50_000) as client, pytest.raises(SiteRefused, match="larger than"):
        client.get(site.address + ONE.path)


def test_a_run_makes_no_more_requests_than_it_may_and_each_try_counts(site: StandInSite, watched: WatchedClock) -> None:
    site.script(ONE.path, Reply(500))
    with client_of(site, watched, limit=3) as client:
        client.get(site.address + ONE.path)
        with pytest.raises(FetchCeiling, match="made its 3 requests"):
            client.get(site.address + ONE.path)
    assert len(site.requests) == 3


def test_robots_rules_for_others_are_not_ours() -> None:
    rules = Robots("User-agent: Other\nDisallow: /\n\nUser-agent: *\nDisallow: /search\n")
    assert rules.allow("https://www.lgo.org.uk/decisions/housing")
    assert not rules.allow("https://www.lgo.org.uk/search?k=noise")


# --------------------------------------------------------------------------- settings


@pytest.fixture
def no_variables(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("SITE", "CONTACT", "PAUSE", "FETCH_LIMIT", "FETCH_TIMEOUT"):
        monkeypatch.delenv(f"REDRESS_{name}", raising=False)


@pytest.mark.usefixtures("no_variables")
def test_a_flag_goes_before_a_variable_and_that_before_the_default(monkeypatch: pytest.MonkeyPatch) -> None:
    assert read_manners() == Manners()
    monkeypatch.setenv("REDRESS_PAUSE", "10")
    monkeypatch.setenv("REDRESS_CONTACT", "one@northmoor.example")
    monkeypatch.setenv("REDRESS_SITE", "https://www.lgo.org.uk/")
    assert read_manners() == Manners(pause=10, contact="one@northmoor.example")
    given = read_manners(pause="5", contact="two@northmoor.example", limit="20")
    assert (given.pause, given.contact, given.limit) == (5, "two@northmoor.example", 20)


_BAD = {
    "a pause of words": ({"pause": "long"}, "--pause='long'"),
    "no pause at the real site": ({"pause": "0"}, "would burden"),
    "a pause that never ends": ({"pause": "nan"}, "--pause='nan'"),
    "no request": ({"limit": "0"}, "--limit='0'"),
    "a contact of two lines": ({"contact": "a@b.example\r\nHost: other"}, "--contact="),
}


@pytest.mark.usefixtures("no_variables")
@pytest.mark.parametrize("name", _BAD)
def test_a_bad_value_is_named_with_its_flag(name: str) -> None:
    flags, told = _BAD[name]
    with pytest.raises(SettingsError) as caught:
        read_manners(**flags)
    assert told in str(caught.value)


@pytest.mark.usefixtures("no_variables")
def test_a_bad_variable_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("REDRESS_SITE", "ftp://www.lgo.org.uk")
    with pytest.raises(SettingsError, match="REDRESS_SITE="):
        read_manners()


def test_every_trouble_of_fetching_has_the_same_exit_code() -> None:
    assert {error.exit_code for error in (FetchError, FetchCeiling, SiteRefused, SiteUnreachable)} == {7}
