"""``add`` of many pages in several processes, cut short: killed, stopped, on a full disk, robbed of a reader.

Nothing is lost, doubled or half shown, and the next run completes it. ``INTERRUPTIONS=50`` kills at so many moments.
"""

from __future__ import annotations

import os
import random
import signal
import sqlite3
import sys
import time
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import pytest

from assistant.casebook import Casebook
from tests.forked_commands import ForkedCommands
from tests.test_chapters import chapter_files

PAGES, KILLS_A_HOME = 160, 5
HOMES = max(1, int(os.environ.get("INTERRUPTIONS", "5")) // KILLS_A_HOME)
# So small that there are many.
_PART = 32
pytestmark = pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="looks for processes as Linux tells them")


class Adding(ForkedCommands):
    """Forks ``add`` commands of many small parts."""

    def start(self, home: Path, pages: Path, *, largest: int = 0) -> int:
        """Add the folder; the id of the process. No file may become larger than ``largest`` bytes, if that is given."""
        return self.run(["add", str(pages), "--home", str(home), "--threads", "2"], largest=largest)


@dataclass(frozen=True)
class Whole:
    """The pages, the fingerprint and the bytes of what they become, and the seconds that it took."""

    pages: Path
    fingerprint: str
    size: int
    seconds: float


@pytest.fixture(scope="module")
def adding(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Adding]:
    made = Adding(tmp_path_factory.mktemp("told") / "told.txt", part=_PART)
    yield made
    made.close()


@pytest.fixture(scope="module")
def whole(adding: Adding, tmp_path_factory: pytest.TempPathFactory) -> Whole:
    folder = tmp_path_factory.mktemp("pages")
    for number in range(PAGES):
        (folder / f"page-{number:03d}.txt").write_text(
            f"Northmoor Council (20 200 {number:03d})\nCategory : Housing > Homelessness\nDecision : Upheld\n"
            "The Ombudsman's final decision:\nSummary: There was fault in what the Council did.\nThe complaint\n"
            f"1. Mr B complains about matter {number} and how it was dealt with.\nAgreed action\n"
            f"2. The Council will pay Mr B £{100 + number}.\nFinal decision\n3. There was fault causing injustice.\n",
            encoding="utf-8",
        )
    # A report whose chapters stand at both ends of the folder.
    for number, path in enumerate(chapter_files(folder), start=1):
        path.rename(folder / f"{'a' if number == 1 else 'z'}-{path.name}")
    (folder / "not-a-decision.txt").write_text("Dear neighbour, see you on Tuesday.", encoding="utf-8")
    for home in (tmp_path_factory.mktemp("warming"), tmp_path_factory.mktemp("whole")):
        began = time.monotonic()
        adding.start(home, folder)
        assert adding.wait() == 0, adding.told()
        seconds = time.monotonic() - began
    assert f"{PAGES + 1} decisions: {PAGES + 1} added." in adding.told()
    problems, fingerprint, held = look(home)
    assert (problems, held) == ([], PAGES + 1)
    return Whole(folder, fingerprint, (home / "casebook.sqlite").stat().st_size, seconds)


def look(home: Path) -> tuple[list[str], str, int]:
    """The problems, the fingerprint and the number of decisions of what is stored; the log of changes among them."""
    if not (home / "casebook.sqlite").exists():
        return [], "", 0
    casebook = Casebook.open(home / "casebook.sqlite")
    try:
        problems = casebook.verify()
        logged: set[str] = set()
        changes = casebook.changes_since(0)
        for change in changes:
            (logged.discard if change.is_removed else logged.add)(change.passage)
        if logged != set(casebook.passage_vectors()[0]):
            problems.append("the log of changes tells of other passages than are held")
        if len(changes) != len(logged):
            problems.append("a passage came more than once")
        return problems, casebook.fingerprint(), casebook.facts().decisions
    finally:
        casebook.close()


def count_decisions(home: Path) -> int:
    """How many decisions another process would see at this moment."""
    try:
        with closing(sqlite3.connect(f"file:{home / 'casebook.sqlite'}?mode=ro", uri=True)) as connection:
            return int(connection.execute("SELECT COUNT(*) FROM decisions").fetchone()[0])
    except sqlite3.Error:
        return 0  # not there yet, or not made yet


def family(process: int) -> list[int]:
    """A process and all that it started."""
    try:
        started = Path(f"/proc/{process}/task/{process}/children").read_text(encoding="ascii").split()
    except OSError:
        return [process]
    return [process, *(each for one in started for each in family(int(one)))]


def is_running(process: int) -> bool:
    try:
        return Path(f"/proc/{process}/stat").read_text(encoding="ascii").rsplit(")", 1)[1].split()[0] != "Z"
    except OSError:
        return False


def wait_until_gone(processes: list[int]) -> list[int]:
    """Those that still run after ten seconds."""
    until = time.monotonic() + 10
    while (left := [one for one in processes if is_running(one)]) and time.monotonic() < until:
        time.sleep(0.02)
    return left


@pytest.mark.parametrize("seed", range(20_261_123, 20_261_123 + HOMES))
def test_after_kills_at_random_moments_the_next_run_equals_one_that_was_not_killed(
    tmp_path: Path, adding: Adding, whole: Whole, seed: int
) -> None:
    moments = random.Random(seed)  # noqa: S311 - moments of a kill, no secret
    told, home = [], tmp_path / "0"
    for number in range(KILLS_A_HOME):
        before = count_decisions(home)
        process = adding.start(home, whole.pages)
        if moments.random() < 0.3:
            # While it starts and reads, or wherever it is by then.
            time.sleep(moments.uniform(0, whole.seconds))
        else:
            wanted = before + moments.randint(1, PAGES // 2)
            while count_decisions(home) < wanted and is_running(process):
                time.sleep(0.005)
            time.sleep(moments.uniform(0, 0.1))
        processes = family(process)
        if is_running(process):
            os.kill(process, signal.SIGKILL)
        assert adding.wait() in (0, -signal.SIGKILL), adding.told()
        assert wait_until_gone(processes) == [], "a reader outlived the command that started it"
        problems, fingerprint, held = look(home)
        told.append(held)
        assert problems == [], (seed, told)
        if held == PAGES + 1:
            # Nothing is left to interrupt there.
            assert fingerprint == whole.fingerprint, (seed, told)
            home = tmp_path / str(number + 1)
    sys.stdout.write(f"seed {seed}: decisions held after each kill: {told}\n")
    assert any(held <= PAGES for held in told), f"no kill fell into the work: {told}"
    adding.start(home, whole.pages)
    assert adding.wait() == 0, adding.told()
    assert look(home) == ([], whole.fingerprint, PAGES + 1), (seed, told)


def test_stopping_ends_every_process_at_once_and_without_a_traceback(
    tmp_path: Path, adding: Adding, whole: Whole
) -> None:
    process = adding.start(tmp_path, whole.pages)
    while not count_decisions(tmp_path):
        assert is_running(process), adding.told()
        time.sleep(0.005)
    processes = family(process)
    # As a terminal does: to all of them.
    os.killpg(process, signal.SIGINT)
    code = adding.wait()
    assert code in (0, 130)
    assert wait_until_gone(processes) == []
    assert "Traceback" not in adding.told()
    if code:
        assert "run the same command again to go on" in adding.told()
    adding.start(tmp_path, whole.pages)
    assert adding.wait() == 0
    assert look(tmp_path) == ([], whole.fingerprint, PAGES + 1)


def test_a_reader_that_dies_is_said_and_what_was_stored_stays(tmp_path: Path, adding: Adding, whole: Whole) -> None:
    process = adding.start(tmp_path, whole.pages)
    while not (started := [one for one in family(process) if one != process and is_reader(one)]):
        assert is_running(process), adding.told()
        time.sleep(0.005)
    os.kill(started[0], signal.SIGKILL)
    assert adding.wait() == 5
    assert "was ended from outside" in adding.told()
    assert "run the same command again" in adding.told()
    assert "Traceback" not in adding.told()
    assert wait_until_gone(family(process)) == []
    assert look(tmp_path)[0] == []
    adding.start(tmp_path, whole.pages)
    assert adding.wait() == 0
    assert look(tmp_path) == ([], whole.fingerprint, PAGES + 1)


def is_reader(process: int) -> bool:
    """True for a process that reads, and not for the one that looks after what they share."""
    try:
        return b"spawn_main" in Path(f"/proc/{process}/cmdline").read_bytes()
    except OSError:
        return False


def test_a_disk_that_takes_no_more_is_said_with_what_to_do_and_the_next_run_completes(
    tmp_path: Path, adding: Adding, whole: Whole
) -> None:
    adding.start(tmp_path, whole.pages, largest=whole.size * 6 // 10)
    assert adding.wait() == 3, adding.told()
    told = adding.told()
    assert "free some space and run again" in told
    assert "Traceback" not in told
    problems, _, held = look(tmp_path)
    assert problems == []
    assert 0 < held < PAGES + 1, (held, whole.size)
    adding.start(tmp_path, whole.pages)
    assert adding.wait() == 0
    assert look(tmp_path) == ([], whole.fingerprint, PAGES + 1)
