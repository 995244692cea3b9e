"""The subject "scale": queries with and without filters, memory, disk and start at several sizes, beside a peer.

The record is the synthetic one, put straight into a casebook; a folder may be named that keeps it between runs. Ours
and the peer run in processes of their own, one after the other, at every size that the peer is asked for.
"""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from benchmarks.figures import Note, Row, part
from benchmarks.record import RecordEncoder, fill_casebook

_ROOT = Path(__file__).resolve().parents[1]
_ROUNDS, _PEER_ROUNDS = 3, 1
_MB = 1e6
# Goals for the 95th of a hundred queries, milliseconds on two cores.
_MOST_P95 = {100_000: 60, 1_000_000: 150}


def time_sizes(
    say: Callable[[str], None],
    folder: Path,
    sizes: Sequence[int],
    *,
    peer_up_to: int,
    pairs: int,
    note: Note = lambda _: None,
) -> None:
    """Say the figures of each size; the peer's up to its own, and how many filtered searches equal brute force.

    ``note`` takes the rows of the table.
    """
    for size in sizes:
        home = folder / str(size)
        _build(say, home, size)
        say(f"load of the machine {os.getloadavg()[0]:.1f}, {os.cpu_count()} cores")
        ours = _measure("ours", home, _ROUNDS)
        disk = sum(file.stat().st_size for file in home.rglob("*") if file.is_file() and "tutorial" not in file.parts)
        say(
            f"{ours['passages']:>9,} passages: first answer {ours['first answer s']:.1f} s, "
            f"memory {ours['memory MB']:.0f} MB at most, disk {disk / _MB:.0f} MB, "
            f"encoding a question {_both(ours['encode'])}"
        )
        peer = _measure("peer", home, _PEER_ROUNDS) if size <= peer_up_to else None
        for row in _rows(size, ours, peer, disk):
            note(row)
        if peer is not None:
            say(f"{'':>9} the peer: store built in {peer['built s']:.0f} s, memory {peer['memory MB']:.0f} MB at most")
        for name, times in ours["times"].items():
            line = f"{'':>9} {name:<12} {_both(times)}"
            if peer is not None:
                beside = peer["times"][name]
                line += f"   the peer {_both(beside)}   {part(_clock(beside), 95) / part(_clock(times), 95):.1f} times"
            say(line)
        if pairs and size <= 100_000:
            _compare(say, home, pairs)


def _rows(size: int, ours: dict[str, Any], peer: dict[str, Any] | None, disk: int) -> Iterator[Row]:
    """What the table tells of one size."""
    of = f"at {size:,} passages"
    peer_memory = f"{peer['memory MB']:.0f} MB" if peer else ""
    most = _MOST_P95.get(size)
    for name, times in ours["times"].items():
        clock = _clock(times)
        told, goals = f"{part(clock, 50):.0f} / {part(clock, 95):.0f} ms", [f"p95 {most} ms"] if most else []
        if peer is None:
            yield Row(
                f"query p50 / p95, {name}, {of}", told, "", None, *_judged(goals, [part(clock, 95) <= (most or 0)])
            )
            continue
        beside = _clock(peer["times"][name])
        ratio = part(beside, 95) / part(clock, 95)
        met = [part(clock, 95) <= most] if most else []
        if name != "no filter":
            goals.append("10 times")
            met.append(ratio >= 10)
        peer_told = f"{part(beside, 50):.0f} / {part(beside, 95):.0f} ms"
        yield Row(f"query p50 / p95, {name}, {of}", told, peer_told, ratio, *_judged(goals, met))
    yield Row(f"memory at most, {of}", f"{ours['memory MB']:.0f} MB", peer_memory)
    yield Row(f"disk, {of}", f"{disk / _MB:.0f} MB")
    is_large = size >= 1_000_000
    first = ours["first answer s"]
    yield Row(f"start to first answer, {of}", f"{first:.1f} s", "", None, *_judged(["15 s"] * is_large, [first < 15]))


def _judged(goals: Sequence[str], met: Sequence[bool]) -> tuple[str, bool | None]:
    return ", ".join(goals), all(met) if goals else None


def _build(say: Callable[[str], None], home: Path, size: int) -> None:
    path = home / "casebook.sqlite"
    if path.exists():
        return
    home.mkdir(parents=True, exist_ok=True)
    started = time.perf_counter()
    decisions, passages = fill_casebook(path, size)
    filled = time.perf_counter() - started
    from assistant.casebook import Casebook
    from assistant.vectors import open_index

    casebook = Casebook.open(path)
    open_index(home / "index", casebook).close()
    casebook.close()
    say(
        f"{passages:>9,} passages of {decisions:,} decisions filed in {filled:.0f} s, indexed in "
        f"{time.perf_counter() - started - filled:.0f} s"
    )


def _measure(kind: str, home: Path, rounds: int) -> dict[str, Any]:
    command = [sys.executable, "-m", "benchmarks.at_size", kind, str(home), str(rounds)]
    done = subprocess.run(command, cwd=_ROOT, capture_output=True, text=True, check=False)  # noqa: S603 -- our own
    if done.returncode:
        raise SystemExit(f"the run {kind!r} failed:\n{done.stderr}")
    measured: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return measured


def _clock(times: Sequence[Sequence[float]]) -> list[float]:
    return [clock for clock, _ in times]


def _both(times: Sequence[Sequence[float]]) -> str:
    clock, processor = _clock(times), [spent for _, spent in times]
    return f"p50 {part(clock, 50):5.0f} ms   p95 {part(clock, 95):5.0f} ms (processor {part(processor, 95):4.0f})"


def _compare(say: Callable[[str], None], home: Path, pairs: int) -> None:
    """How many of so many filtered searches have the first order that brute force gives."""
    from assistant.casebook import Casebook
    from assistant.question import understand
    from assistant.retrieval.searching import search_pool
    from assistant.retrieval.weighing import weigh_pool
    from assistant.vectors import ExactIndex, table_folder
    from tests.brute_force import BruteForce, as_pairs, differences, random_filters, random_question

    casebook = Casebook.open(home / "casebook.sqlite")
    encoder, index, facts = RecordEncoder(), ExactIndex(casebook, table_folder(home / "index")), casebook.facts()
    slow, chance, equal, told = BruteForce(casebook, encoder), random.Random(500), 0, ""  # noqa: S311
    for number in range(pairs):
        if number % 20 == 0:
            query = understand(random_question(chance), (), facts)
        limited = replace(query, filters=random_filters(chance, facts))
        passing = casebook.source.passing(limited.filters)
        best = weigh_pool(search_pool(limited, index, encoder, passing))
        wrong = differences(as_pairs([(one.reference, one.score) for one in best.listed]), slow.first_order(limited))
        equal += not wrong
        told = told or (f"; the first that differs: {wrong[0]}" if wrong else "")
    say(f"{'':>9} {equal} of {pairs} filtered searches give what brute force gives{told}")
    casebook.close()
