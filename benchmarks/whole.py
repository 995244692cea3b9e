"""The subject "whole": saved pages of the synthetic record → ``ingest add`` → the first answer, at several sizes.

Each command runs in a process of its own, as a person runs it; memory is that of all its processes together, looked at
twice a second. The peer takes some of the same pages in the same run.
"""

from __future__ import annotations

import json
import os
import resource
import shutil
import sqlite3
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from benchmarks.figures import Note, Row
from benchmarks.record import make_decisions, write_pages

_ROOT = Path(__file__).resolve().parents[1]
_QUESTION = "What remedy is typical for delay with the housing register and medical priority?"
_LOOK = 0.5
_MB = 1e6
# So many decisions are published; the goals for all of them, on two cores.
_WHOLE_RECORD, _MOST_SECONDS, _MOST_MB = 57_500, 3 * 3600, 4000


@dataclass(frozen=True)
class Ran:
    """One command: seconds by the clock and of the processor, megabytes at most, all its processes together."""

    clock: float
    processor: float
    memory: float
    told: str


def time_whole(
    say: Callable[[str], None],
    folder: Path,
    sizes: Sequence[int],
    *,
    encoding: str = "exact",
    peer_pages: int = 40,
    note: Note = lambda _: None,
) -> None:
    """Say the figures of each number of decisions; what is in ``folder`` from an earlier run is used again.

    A home that is there already is gone on with: its clock is then that of the rest. ``note`` takes the rows of the
    table.
    """
    for number, size in enumerate(sizes):
        pages, home = folder / f"pages-{size}", folder / f"home-{size}-{encoding}"
        if not pages.exists():
            write_pages(make_decisions(size), folder / "writing")
            (folder / "writing").rename(pages)
        if number == 0:
            mean = sum(path.stat().st_size for path in pages.rglob("*.html")) / size
            say(f"pages of {mean / 1000:.1f} kB in the mean, encoding {encoding}, {os.cpu_count()} cores")
        before = _count(home)
        added = run("ingest", "add", str(pages), "--home", str(home), "--encoding", encoding)
        texts, passages, decisions = _count(home)
        done = decisions - before[2]
        say(
            f"{decisions:>7,} decisions: added in {_span(added.clock)} (processor {_span(added.processor)}), "
            f"{done / added.clock:.1f} a second; {passages:,} passages, {texts:,} distinct texts encoded, "
            f"{(texts - before[0]) / added.clock:.0f} a second; memory {added.memory:.0f} MB at most; "
            f"load of the machine {os.getloadavg()[0]:.1f}"
        )
        first = run("assistant", "ask", "--json", "--home", str(home), _QUESTION)
        answer = json.loads(first.told)
        again = run("assistant", "ask", "--json", "--home", str(home), _QUESTION)
        say(
            f"{'':>7} index made and first answer ({answer['status']}) in {first.clock:.1f} s (processor "
            f"{first.processor:.1f}), {first.memory:.0f} MB; from then on {again.clock:.1f} s, {again.memory:.0f} MB; "
            f"disk {_disk(home) / _MB:.0f} MB, pages {_disk(pages) / _MB:.0f} MB"
        )
        same = run("ingest", "add", str(pages), "--home", str(home), "--encoding", encoding)
        say(f"{'':>7} the same folder again: {_span(same.clock)}; {same.told.strip()}")
        peer = None
        if size <= 1000 and peer_pages:
            peer = _say_peer(
                say, pages, folder, min(size, peer_pages), added.processor / max(done, 1), added.clock / max(done, 1)
            )
        whole, memory = added.clock + first.clock, max(added.memory, first.memory)
        of = f"{size:,} saved pages, {encoding}"
        own = done / added.clock
        note(
            Row(f"decisions added, {of}", f"{own:.1f}/s", f"{peer:.1f}/s" if peer else "", own / peer if peer else None)
        )
        for what, told, goal, is_met in (
            ("saved pages to the first answer", _span(whole), "3 h", whole < _MOST_SECONDS),
            ("memory at most", f"{memory:.0f} MB", "4 GB", memory < _MOST_MB),
        ):
            is_whole = size >= _WHOLE_RECORD
            note(Row(f"{what}, {of}", told, goal=goal if is_whole else "", is_met=is_met if is_whole else None))


def _say_peer(
    say: Callable[[str], None], pages: Path, folder: Path, limit: int, own_processor: float, own_clock: float
) -> float:
    """Say what the peer needed for some of these pages; how many decisions a second it added."""
    store = folder / "tutorial"
    shutil.rmtree(store, ignore_errors=True)
    told = json.loads(run("benchmarks.tutorial_adding", str(pages), str(store), str(limit)).told.splitlines()[-1])
    say(
        f"{'':>7} the peer, {told['pages']} of these pages, model loaded before: {told['texts']} texts, "
        f"{told['pages'] / told['clock']:.1f} decisions a second, {told['processor'] / told['pages'] * 1000:.0f} ms of "
        f"the processor each, ours with everything {own_processor * 1000:.0f}; {told['memory MB']:.0f} MB. "
        f"Ours is {told['clock'] / told['pages'] / own_clock:.1f} times as fast by the clock, "
        f"{told['processor'] / told['pages'] / own_processor:.1f} by processor time"
    )
    return float(told["pages"] / told["clock"])


def run(module: str, *arguments: str) -> Ran:
    """Run a module to its end, its progress on our own standard error. Ends this program where it fails."""
    started, before = time.perf_counter(), _children_seconds()
    command = [sys.executable, "-m", module, *arguments]
    process = subprocess.Popen(command, cwd=_ROOT, stdout=subprocess.PIPE, text=True)  # noqa: S603 -- our own
    most = [0.0]
    watching = threading.Thread(target=_watch, args=(process, most))
    watching.start()
    told, _ = process.communicate()
    watching.join()
    if process.returncode:
        raise SystemExit(f"{' '.join(command)} failed:\n{told}")
    return Ran(time.perf_counter() - started, _children_seconds() - before, most[0], told)


def _watch(process: subprocess.Popen[str], most: list[float]) -> None:
    while process.poll() is None:
        most[0] = max(most[0], sum(_memory_mb(one) for one in _family(process.pid)))
        time.sleep(_LOOK)


def _family(process: int) -> Iterator[int]:
    """A process and all that it started, as Linux tells."""
    yield process
    try:
        started = Path(f"/proc/{process}/task/{process}/children").read_text().split()
    except OSError:
        return
    for one in started:
        yield from _family(int(one))


def _memory_mb(process: int) -> float:
    """What is in memory for it, of what several share its part; 0 for one that has just ended."""
    try:
        lines = Path(f"/proc/{process}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0.0
    return next((int(line.split()[1]) / 1024 for line in lines if line.startswith("Pss:")), 0.0)


def _children_seconds() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _count(home: Path) -> tuple[int, int, int]:
    """Distinct texts with a vector, passages and decisions of a casebook; none where there is none."""
    path = home / "casebook.sqlite"
    if not path.exists():
        return 0, 0, 0
    with closing(sqlite3.connect(path)) as connection:
        texts, passages, decisions = (
            connection.execute(f"SELECT COUNT(*) FROM {table}").fetchone()[0]
            for table in ("vectors", "passages", "decisions")
        )
    return texts, passages, decisions


def _disk(folder: Path) -> int:
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())


def _span(seconds: float) -> str:
    if seconds < 120:
        return f"{seconds:.1f} s"
    return f"{seconds / 60:.1f} min" if seconds < 7200 else f"{seconds / 3600:.2f} h"
