"""``kill -9`` in the middle of a real ``python -m ingest fetch``: the next run goes on, nothing is lost or doubled."""

from __future__ import annotations

import os
import random
import subprocess
import sys
import threading
from collections import Counter
from datetime import date, timedelta
from pathlib import Path

import pytest

from assistant.casebook import Casebook
from ingest.fetching import PageStore
from tests.stand_in_site import Published, StandInSite

REPOSITORY = Path(__file__).parents[1]
DECISIONS, KILLS_A_HOME, HOMES = 70, 10, 5
# The real command; only the encoder stands in, because a kill falls into fetching and storing, not into loading it.
COMMAND = """
import sys
from ingest import __main__ as commands
from tests.counting_encoder import CountingEncoder
commands.open_encoder = lambda _: CountingEncoder()
sys.exit(commands.main(sys.argv[1:]))
"""
ASKED = ("fetch", "--from", "2024-02-01", "--to", "2024-03-31")


def published() -> list[Published]:
    days = [date(2024, 2, 1) + timedelta(days=number % 59) for number in range(DECISIONS)]
    return [
        Published(f"20 100 {number:03d}", day, chapters=3 if number % 10 == 0 else 0)
        for number, day in enumerate(days, start=1)
    ]


def start(home: Path, site: StandInSite, *asked: str) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-c", COMMAND, *asked],
        cwd=REPOSITORY,
        env=os.environ | {"REDRESS_HOME": str(home), "REDRESS_SITE": site.address, "REDRESS_PAUSE": "0"},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )


def look(home: Path) -> tuple[list[str], list[str]]:
    """What is wrong, and the references held."""
    casebook = Casebook.open(home / "casebook.sqlite")
    try:
        return casebook.verify(), [str(one) for one in casebook.references()]
    finally:
        casebook.close()


@pytest.mark.parametrize("seed", range(20_261_123, 20_261_123 + HOMES))
def test_after_kills_at_random_moments_the_next_run_completes_the_fetch(tmp_path: Path, seed: int) -> None:
    moments = random.Random(seed)  # noqa: S311 - moments of a kill, no secret
    with StandInSite(*published()).running() as site:
        held = []
        for _ in range(KILLS_A_HOME):
            # A kill falls some requests on, and a little behind the one that it is counted by.
            fatal, reached = len(site.requests) + moments.randint(2, 12), threading.Event()
            site.on_request = lambda number, fatal=fatal, reached=reached: reached.set() if number >= fatal else None
            process = start(tmp_path, site, *ASKED)
            assert reached.wait(60)
            threading.Event().wait(moments.uniform(0, 0.08))
            process.kill()
            process.communicate()
            problems, references = look(tmp_path) if (tmp_path / "casebook.sqlite").exists() else ([], [])
            assert problems == [], (seed, held)
            held.append(len(references))
        site.on_request = lambda _: None
        process = start(tmp_path, site, *ASKED)
        out, told = process.communicate(timeout=120)
        assert process.returncode == 0, told.decode(errors="replace")
        problems, references = look(tmp_path)
        assert problems == [], (seed, held)
        assert references == [one.reference for one in published()], (seed, held)
        store = PageStore.look(tmp_path / "fetched")
        assert store.find_problems() == [], (seed, held)
        assert {len(store.versions(one)) for one in store.references()} == {1}, (seed, held)
        assert len(list((tmp_path / "fetched").glob("pages/*/*"))) == DECISIONS
        # What a kill cost is the decision under way: no other was asked for twice.
        asked = Counter(path for path in site.paths if path.startswith("/decisions/housing/") and "chapter" not in path)
        assert sum(count - 1 for count in asked.values()) <= KILLS_A_HOME, (seed, held)
        sys.stdout.write(f"seed {seed}: decisions held after each kill: {held}; {out.decode().splitlines()[-1]}\n")


def test_two_fetches_at_once_are_one_fetch_and_one_that_says_so(tmp_path: Path) -> None:
    with StandInSite(*published()).running() as site:
        reached = threading.Event()
        site.on_request = lambda number: reached.set() if number >= 3 else None
        first = start(tmp_path, site, *ASKED)
        assert reached.wait(60)
        second = start(tmp_path, site, *ASKED)
        _, told = second.communicate(timeout=120)
        assert second.returncode == 7
        assert b"another fetch is under way" in told
        first.communicate(timeout=120)
        assert first.returncode == 0
        assert site.asked("/decisions/housing/homelessness/20-100-009") == 1
        assert len(look(tmp_path)[1]) == DECISIONS
