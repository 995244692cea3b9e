"""``kill -9`` in the middle of a real ``python -m ingest fetch``: the next run goes on, nothing is lost or doubled."""

from __future__ import annotations

import os
import random
import signal
import sys
import threading
from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from functools import partial
from pathlib import Path

import pytest

from assistant.casebook import Casebook
from ingest.fetching import PageStore
from tests.forked_commands import ForkedCommands
from tests.stand_in_site import Published, StandInSite

DECISIONS, KILLS_A_HOME, HOMES = 50, 10, 5
ASKED = ("fetch", "--from", "2024-02-01", "--to", "2024-03-31")


def published() -> list[Published]:
    days = [date(2024, 2, 1) + timedelta(days=number % 59) for number in range(DECISIONS)]
    return [
        Published(f"20 100 {number:03d}", day, chapters=3 if number % 10 == 0 else 0)
        for number, day in enumerate(days, start=1)
    ]


class Commands(ForkedCommands):
    """Forks ``fetch`` commands."""

    def start(self, home: Path, site: StandInSite) -> int:
        """Start a fetch; its process id."""
        environment = {"REDRESS_HOME": str(home), "REDRESS_SITE": site.address, "REDRESS_PAUSE": "0"}
        return self.run(ASKED, environment=environment)


@pytest.fixture(scope="module")
def two_commands(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Commands, Commands]]:
    folder = tmp_path_factory.mktemp("told")
    both = (Commands(folder / "first"), Commands(folder / "second"))
    yield both
    for one in both:
        one.close()


def look(home: Path) -> tuple[list[str], list[str]]:
    """What is wrong, and the references held."""
    casebook = Casebook.open(home / "casebook.sqlite")
    try:
        return casebook.verify(), [str(one) for one in casebook.references()]
    finally:
        casebook.close()


def reach(fatal: int, reached: threading.Event, number: int) -> None:
    """Tell that so many requests were made."""
    if number >= fatal:
        reached.set()


@pytest.mark.parametrize("seed", range(20_261_123, 20_261_123 + HOMES))
def test_after_kills_at_random_moments_the_next_run_completes_the_fetch(
    tmp_path: Path, two_commands: tuple[Commands, Commands], seed: int
) -> None:
    moments = random.Random(seed)  # noqa: S311 - moments of a kill, no secret
    commands, home = two_commands[0], tmp_path / "home"
    with StandInSite(*published()).running() as site:
        held: list[int] = []
        for _ in range(KILLS_A_HOME):
            # A kill falls some requests on, and a little behind the one that it is counted by.
            fatal, reached = len(site.requests) + moments.randint(1, 8), threading.Event()
            site.on_request = partial(reach, fatal, reached)
            process = commands.start(home, site)
            assert reached.wait(60)
            threading.Event().wait(moments.uniform(0, 0.08))
            os.kill(process, signal.SIGKILL)
            assert commands.wait() == -signal.SIGKILL
            problems, references = look(home) if (home / "casebook.sqlite").exists() else ([], [])
            assert problems == [], (seed, held)
            held.append(len(references))
        site.on_request = lambda _: None
        commands.start(home, site)
        assert commands.wait() == 0, commands.told()
        problems, references = look(home)
        assert problems == [], (seed, held)
        assert references == [one.reference for one in published()], (seed, held)
        store = PageStore.look(home / "fetched")
        assert store.find_problems() == [], (seed, held)
        assert {len(store.versions(one)) for one in store.references()} == {1}, (seed, held)
        assert len(list((home / "fetched").glob("pages/*/*"))) == DECISIONS
        # What a kill cost is the decision under way: no other was asked for twice.
        asked = Counter(path for path in site.paths if path.startswith("/decisions/housing/") and "chapter" not in path)
        assert sum(count - 1 for count in asked.values()) <= KILLS_A_HOME, (seed, held)
        sys.stdout.write(f"seed {seed}: decisions held after each kill: {held}\n")


def test_two_fetches_at_once_are_one_fetch_and_one_that_says_so(
    tmp_path: Path, two_commands: tuple[Commands, Commands]
) -> None:
    home, (first, second) = tmp_path / "home", two_commands
    with StandInSite(*published()).running() as site:
        reached = threading.Event()
        site.on_request = partial(reach, 3, reached)
        first.start(home, site)
        assert reached.wait(60)
        second.start(home, site)
        assert second.wait() == 7
        assert "another fetch is under way" in second.told()
        assert first.wait() == 0
        assert site.asked("/decisions/housing/homelessness/20-100-009") == 1
        assert len(look(home)[1]) == DECISIONS
