"""``make bench``: start, answers, reading, the page in a browser and memory, beside a peer measured in the same run.

The peers: for the start, merely importing gradio, sentence-transformers and chromadb; for an answer, the plain search
that a user would write (encode the question, ask Chroma for ten passages); for reading a page, getting its bare text
with BeautifulSoup; for encoding, what LangChain's HuggingFaceEmbeddings does; for the page, a bare chat page over the
pipeline of the tutorials. Runs are interleaved, so that a machine that slows down slows both. Name one part or several
to run only those.
"""

from __future__ import annotations

import argparse
import json
import re
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence, Set
from pathlib import Path

from assistant.answering import Assistant, open_assistant
from assistant.domain import Turn
from assistant.errors import QuestionError
from assistant.settings import read_settings
from benchmarks.encoding import time_encoding
from benchmarks.figures import Note, Row, part, table
from benchmarks.page import time_page
from benchmarks.reading import time_reading
from benchmarks.size import time_sizes
from benchmarks.whole import time_whole

_ROOT = Path(__file__).resolve().parents[1]
# The parts and what each measures, in the order in which they run.
_PARTS = {
    "reading": "reading decisions, against getting their text with BeautifulSoup",
    "encode": "passages a second, exact and at 8 bits, against the tutorial's way with the same model",
    "start": "from nothing to the first answer, against the imports alone",
    "answers": "answers, against a plain search, and long questions",
    "page": "the page in a headless Chromium with one user and with eight, against a bare chat page",
}
# Only where it is named: it builds records of up to a million passages.
_SCALE = "searches over a synthetic record of several sizes, against Chroma with metadata filters and BM25"
# Likewise: it encodes thousands of decisions.
_WHOLE = "saved pages of a synthetic record to the first answer at several sizes, against the tutorial's way"
# All that is said of a whole record, in one table.
_RECORD = "--encode, --whole and --scale in one run, and one table of them; some 40 minutes on two quiet cores"
_QUESTIONS = _ROOT / "tests" / "evaluation" / "questions.jsonl"


def main() -> int:
    """Print the figures; the goals of each beside it. Always 0: a benchmark reports and does not judge."""
    options = _parser().parse_args()
    chosen = {name for name in _PARTS if getattr(options, name)}
    chosen |= {"assistant": {"start", "answers"}, "reading": {"reading"}}.get(options.only, set())
    rows: list[Row] = []
    if options.record:
        options.scale = options.whole = True
        chosen.add("encode")
    if chosen or not (options.scale or options.whole):
        _time(chosen or set(_PARTS), options.runs, rows.append)
    with tempfile.TemporaryDirectory() as folder:
        where = options.keep or Path(folder)
        if options.whole:
            time_whole(_say, where, options.decisions, encoding=options.encoding, note=rows.append)
        if options.scale:
            sizes = options.sizes or ([10_000, 100_000, 1_000_000] if options.record else [10_000, 100_000])
            time_sizes(_say, where, sizes, peer_up_to=options.peer_up_to, pairs=options.pairs, note=rows.append)
    for line in ("", *table(rows)) if rows else ():
        _say(line)
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--runs", type=int, default=3, help="starts of each kind, readings of each page (default 3)")
    for name, about in _PARTS.items():
        parser.add_argument(f"--{name}", action="store_true", help=about)
    parser.add_argument("--record", action="store_true", help=_RECORD)
    parser.add_argument("--scale", action="store_true", help=_SCALE)
    parser.add_argument(
        "--sizes", type=int, nargs="+", help="passages of --scale (default 10000 100000; of --record also 1000000)"
    )
    parser.add_argument(
        "--peer-up-to", type=int, default=100_000, help="the largest size that the peer is built for (default 100000)"
    )
    parser.add_argument("--pairs", type=int, default=500, help="filtered searches to hold against brute force")
    parser.add_argument("--keep", type=Path, help="a folder that keeps the synthetic records between runs")
    parser.add_argument("--whole", action="store_true", help=_WHOLE)
    parser.add_argument(
        "--decisions",
        type=int,
        nargs="+",
        default=[500, 1000, 2000, 4000],
        help="saved pages of --whole, e.g. 57500 (default 500 1000 2000 4000)",
    )
    parser.add_argument("--encoding", choices=("exact", "quick"), default="exact", help="of --whole (default exact)")
    parser.add_argument("--only", choices=("assistant", "reading"), help=argparse.SUPPRESS)  # the flags of 0.1.0
    return parser


def _time(parts: Set[str], runs: int, note: Note) -> None:
    if "reading" in parts:
        time_reading(_say, runs=runs)
    if "encode" in parts:
        time_encoding(_say, runs=runs, note=note)
    if parts <= {"reading", "encode"}:
        return
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        _time_building(home)
        if "start" in parts:
            _time_starts(home, runs)
        if "answers" in parts:
            _time_answers(home)
        if "page" in parts:
            time_page(_say, home)


def _say(text: str = "") -> None:
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


def _time_building(home: Path) -> None:
    started = time.perf_counter()
    open_assistant(read_settings(home=home)).close()
    _say(f"first start, starter casebook and index built   {time.perf_counter() - started:6.1f} s")


def _time_starts(home: Path, runs: int) -> None:
    kinds = ("plain", "redress", "terminal")
    seconds: dict[str, list[float]] = {kind: [] for kind in kinds}
    memory: dict[str, list[float]] = {kind: [] for kind in kinds}
    for number in range(runs + 1):
        for kind in kinds:
            taken, peak = _start(kind, home)
            if number:  # the first round warms the file cache
                seconds[kind].append(taken)
                memory[kind].append(peak)
    plain, plain_mb = statistics.median(seconds["plain"]), statistics.median(memory["plain"])
    _say(f"importing gradio, sentence-transformers, chromadb {plain:6.1f} s   {plain_mb:5.0f} MB peak")
    for kind, label in (("redress", "start to first answer, page served"), ("terminal", "start to first answer, ask")):
        taken, peak = statistics.median(seconds[kind]), statistics.median(memory[kind])
        _say(
            f"{label:<47} {taken:6.1f} s   {peak:5.0f} MB peak   "
            f"{taken / plain:.2f} times the imports (goal 1.5), {peak / plain_mb:.2f} times their memory"
        )


def _start(kind: str, home: Path) -> tuple[float, float]:
    started = time.perf_counter()
    command = [sys.executable, "-m", "benchmarks.start", kind, str(home)]
    done = subprocess.run(command, cwd=_ROOT, capture_output=True, text=True, check=False)  # noqa: S603 -- our own
    taken = time.perf_counter() - started
    peak = re.search(r"peak_mb=(\d+)", done.stderr)
    if done.returncode or peak is None:
        raise SystemExit(f"the start {kind!r} failed:\n{done.stderr}")
    return taken, float(peak[1])


def _time_answers(home: Path) -> None:
    assistant = open_assistant(read_settings(home=home))
    try:
        asked = _questions()
        _answer(assistant, *asked[0])
        whole, plain = [], []
        for question, history in asked:
            whole.append(_answer(assistant, question, history))
            plain.append(_plain_search(assistant, question))
        for label, times in (("answer, all stages", whole), ("plain search (encode, Chroma)", plain)):
            _say(f"{label:<47} p50 {part(times, 50):4.0f} ms   p95 {part(times, 95):4.0f} ms   n {len(times)}")
        ratio = part(whole, 50) / part(plain, 50)
        _say(f"{'answer against plain search':<47} {ratio:.1f} times at p50 (goal for p95: under 300 ms)")
    finally:
        assistant.close()


def _questions() -> list[tuple[str, list[Turn]]]:
    lines = [json.loads(line) for line in _QUESTIONS.read_text(encoding="utf-8").splitlines()]
    return [(line["question"], [Turn(t["role"], t["content"]) for t in line["history"]]) for line in lines]


def _answer(assistant: Assistant, question: str, history: Sequence[Turn]) -> float:
    started = time.perf_counter()
    try:
        assistant.ask(question, history)
    except QuestionError as error:
        raise SystemExit(f"{question!r}: {error}") from error
    return (time.perf_counter() - started) * 1000


def _plain_search(assistant: Assistant, question: str) -> float:
    started = time.perf_counter()
    assistant.index.nearest(assistant.encoder.encode_questions([question])[0], 10)
    return (time.perf_counter() - started) * 1000


if __name__ == "__main__":
    sys.exit(main())
