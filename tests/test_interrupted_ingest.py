"""``kill -9`` in the middle of a real ``python -m ingest add``: what is stored is whole, and a rerun completes it."""

from __future__ import annotations

import math
import os
import random
import signal
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

import pytest

from assistant.casebook import Casebook
from assistant.starter import STARTER_FILES

REPOSITORY = Path(__file__).parents[1]
KILLS_A_HOME = 4
# Each start loads the real encoder: INTERRUPTIONS=50 kills so often, and test_interrupted_adding.py kills more.
HOMES = max(2, math.ceil(int(os.environ.get("INTERRUPTIONS", "0")) / KILLS_A_HOME))


@dataclass(frozen=True)
class Ingested:
    """What an uninterrupted run leaves, and how long its storing took in seconds."""

    fingerprint: str
    seconds: float


def start(home: Path) -> subprocess.Popen[bytes]:
    """A real ingest of the starter's digests into ``home``, its progress on a pipe."""
    return subprocess.Popen(
        [sys.executable, "-m", "ingest", "add", *map(str, STARTER_FILES)],
        cwd=REPOSITORY,
        env=os.environ | {"REDRESS_HOME": str(home)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
    )


def wait_for_storing(process: subprocess.Popen[bytes]) -> bool:
    """Read the progress until the bar of the storing appears: from here on the casebook is being written.

    False where the process ended without it, because there was nothing left to store.
    """
    assert process.stderr is not None
    seen = b""
    while b"storing" not in seen:
        piece = os.read(process.stderr.fileno(), 4096)
        if not piece:
            return False
        seen += piece
    return True


def finish(process: subprocess.Popen[bytes]) -> None:
    _, told = process.communicate(timeout=120)
    assert process.returncode == 0, told.decode(errors="replace")


def look(home: Path) -> tuple[list[str], str, int]:
    """The problems, the fingerprint and the number of decisions of what is stored."""
    casebook = Casebook.open(home / "casebook.sqlite")
    try:
        return casebook.verify(), casebook.fingerprint(), casebook.facts().decisions
    finally:
        casebook.close()


@pytest.fixture(scope="module")
def uninterrupted(tmp_path_factory: pytest.TempPathFactory) -> Ingested:
    home = tmp_path_factory.mktemp("uninterrupted")
    process = start(home)
    assert wait_for_storing(process)
    began = time.monotonic()
    finish(process)
    seconds = time.monotonic() - began
    problems, fingerprint, decisions = look(home)
    assert problems == []
    assert decisions == 1403
    return Ingested(fingerprint, seconds)


@pytest.mark.parametrize("seed", range(20_210_617, 20_210_617 + HOMES))
def test_after_kills_at_random_moments_a_rerun_equals_an_uninterrupted_run(
    tmp_path: Path, uninterrupted: Ingested, seed: int
) -> None:
    moments = random.Random(seed)  # noqa: S311 - moments of a kill, no secret
    told = []
    for _ in range(KILLS_A_HOME):
        process = start(tmp_path)
        is_storing = wait_for_storing(process)
        # A share of the whole each time, so that the last kill still finds work to interrupt.
        delay = moments.uniform(0, uninterrupted.seconds / KILLS_A_HOME)
        time.sleep(delay if is_storing else 0)
        process.send_signal(signal.SIGKILL)
        process.communicate()
        problems, _, held = look(tmp_path)
        told.append((round(delay, 3), held))
        assert problems == [], (seed, told)
    sys.stdout.write(f"seed {seed}: killed after seconds of storing, with decisions held: {told}\n")
    finish(start(tmp_path))
    problems, fingerprint, decisions = look(tmp_path)
    assert problems == [], (seed, told)
    assert (decisions, fingerprint) == (1403, uninterrupted.fingerprint), (seed, told)
    assert any(held < 1403 for _, held in told), f"no kill fell into the work: {told}"
