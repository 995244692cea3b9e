"""``kill -9`` in the middle of a real ``python -m ingest fetch``: the next run goes on, nothing is lost or doubled."""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
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
from tests.stand_in_site import Published, StandInSite

REPOSITORY = Path(__file__).parents[1]
DECISIONS, KILLS_A_HOME, HOMES = 50, 10, 5
# The real command in a process of its own, forked from one that has loaded the modules: loading takes longer than
# all that a kill could interrupt. The encoder stands in, for the same reason.
_LOADED = """
import json, os, sys
from ingest import __main__ as commands
from tests.counting_encoder import CountingEncoder
commands.open_encoder = lambda *_, **__: CountingEncoder()
for line in sys.stdin:
    asked = json.loads(line)
    child = os.fork()
    if child == 0:
        os.environ.update(asked["environment"])
        told = os.open(asked["told"], os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
        os.dup2(told, 1)
        os.dup2(told, 2)
        code = 99
        try:
            code = commands.main(asked["arguments"])
        finally:
            sys.stdout.flush()
            os._exit(code)
    print(child, flush=True)
    print(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), flush=True)
"""
ASKED = ("fetch", "--from", "2024-02-01", "--to", "2024-03-31")


def published() -> list[Published]:
    days = [date(2024, 2, 1) + timedelta(days=number % 59) for number in range(DECISIONS)]
    return [
        Published(f"20 100 {number:03d}", day, chapters=3 if number % 10 == 0 else 0)
        for number, day in enumerate(days, start=1)
    ]


class Commands:
    """A process that forks real commands, one at a time."""

    def __init__(self, told: Path) -> None:
        self._told = told
        self._loaded = subprocess.Popen(
            [sys.executable, "-c", _LOADED],
            cwd=REPOSITORY,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def start(self, home: Path, site: StandInSite) -> int:
        """Start a fetch; its process id."""
        environment = {"REDRESS_HOME": str(home), "REDRESS_SITE": site.address, "REDRESS_PAUSE": "0"}
        asked = {"arguments": ASKED, "environment": environment, "told": str(self._told)}
        assert self._loaded.stdin is not None
        self._loaded.stdin.write(json.dumps(asked) + "\n")
        self._loaded.stdin.flush()
        return int(self._read())

    def wait(self) -> int:
        """The exit code of the command, negative where a signal ended it."""
        return int(self._read())

    def told(self) -> str:
        """What the last command has printed."""
        return self._told.read_text(encoding="utf-8", errors="replace")

    def close(self) -> None:
        """End the process."""
        assert self._loaded.stdin is not None
        self._loaded.stdin.close()
        self._loaded.wait(10)

    def _read(self) -> str:
        assert self._loaded.stdout is not None
        return self._loaded.stdout.readline()


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
