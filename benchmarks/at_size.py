"""One process over a synthetic record of one size: ours, or the tutorials' pipeline; prints what it measured as JSON.

``benchmarks.size`` starts it and makes the table. The question vectors are those of the record's own encoder, so that
retrieval alone is timed, and one question is encoded with the real encoder for the start to the first answer.
"""

from __future__ import annotations

import gc
import json
import resource
import sys
import time
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from assistant.domain import CasebookFacts, Filters, Outcome, RemedyKind

QUESTIONS = (
    "delay in the housing register and medical priority",
    "the council lost the letter about my annual review",
    "no reply about a care home falls record",
    "penalty charge notice appeal ignored",
    "missed bins and assisted collection",
    "financial assessment for care charges was wrong",
    "enforcement notice against the outbuilding next door",
    "temporary accommodation was bed and breakfast for months",
    "speech therapy in the education, health and care plan",
    "noise diary and recording equipment",
)


def filters_of(facts: CasebookFacts) -> dict[str, Filters]:
    """The limits that are timed, by name, from none to several at once."""
    body = facts.bodies[3]
    return {
        "no filter": Filters(),
        "body": Filters(bodies=(body,)),
        "category": Filters(categories=("Housing",)),
        "upheld": Filters(outcomes=(Outcome.UPHELD,)),
        "years": Filters(date_from=date(2020, 1, 1)),
        "amount": Filters(amount_min_pence=50_000),
        "remedy kind": Filters(remedy_kinds=(RemedyKind.APOLOGY,)),
        "several": Filters(
            outcomes=(Outcome.UPHELD,),
            categories=("Education",),
            date_from=date(2019, 1, 1),
            amount_min_pence=20_000,
        ),
    }


def _ours(folder: Path, rounds: int) -> dict[str, Any]:
    started = time.perf_counter()
    from assistant.casebook import Casebook
    from assistant.encoders import open_encoder
    from assistant.question import understand
    from assistant.retrieval import find_evidence
    from assistant.settings import read_settings
    from assistant.vectors import open_index
    from benchmarks.record import RecordEncoder

    casebook = Casebook.open(folder / "casebook.sqlite")
    index = open_index(folder / "index", casebook)
    real = open_encoder(read_settings(home=folder))
    facts = casebook.facts()
    asked = [understand(question, (), facts) for question in QUESTIONS]
    find_evidence(asked[0], casebook, index, real)
    first = time.perf_counter() - started
    # What the encoder adds to every question, the three texts of one at once.
    encode = [_timed(real.encode_questions, [one.topic, one.topic + ".", one.question]) for one in asked]
    encoder = RecordEncoder()
    times: dict[str, list[tuple[float, float]]] = {}
    for query in asked:
        find_evidence(query, casebook, index, encoder)
    # As app.py does when it has loaded.
    gc.collect()
    gc.freeze()
    for name, filters in filters_of(facts).items():
        limited = [replace(query, filters=filters) for query in asked]
        times[name] = [
            _timed(find_evidence, query, casebook, index, encoder) for _ in range(rounds) for query in limited
        ]
    passages = len(index.table.view())
    index.close()
    casebook.close()
    return {"first answer s": first, "encode": encode, "times": times, "passages": passages, "memory MB": _memory_mb()}


def _peer(folder: Path, rounds: int) -> dict[str, Any]:
    from assistant.casebook import Casebook
    from benchmarks.record import RecordEncoder
    from benchmarks.tutorial_search import TutorialSearch, where_of

    casebook = Casebook.open(folder / "casebook.sqlite")
    started = time.perf_counter()
    search = TutorialSearch(casebook, RecordEncoder(), folder / "tutorial")
    built = time.perf_counter() - started
    times: dict[str, list[tuple[float, float]]] = {}
    search.find(QUESTIONS[0], None)
    for name, filters in filters_of(casebook.facts()).items():
        where = where_of(filters)
        times[name] = [_timed(search.find, one, where) for _ in range(rounds) for one in QUESTIONS]
    casebook.close()
    return {"built s": built, "times": times, "memory MB": _memory_mb()}


def _timed(work: Callable[..., object], *given: object) -> tuple[float, float]:
    """Milliseconds on the clock and of the processor, of all threads."""
    clock, processor = time.perf_counter(), time.process_time()
    work(*given)
    return (time.perf_counter() - clock) * 1000, (time.process_time() - processor) * 1000


def _memory_mb() -> float:
    """What this program has had in memory at most; ``ru_maxrss`` would count what started it as well."""
    try:
        told = Path("/proc/self/status").read_text()
    except OSError:
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return int(next(line for line in told.splitlines() if line.startswith("VmHWM:")).split()[1]) / 1024


_KINDS: Mapping[str, Callable[[Path, int], dict[str, Any]]] = {"ours": _ours, "peer": _peer}

if __name__ == "__main__":
    kind, where, often = sys.argv[1:4]
    sys.stdout.write(json.dumps(_KINDS[kind](Path(where), int(often))) + "\n")
