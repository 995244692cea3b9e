"""The subject "encoding": passages a second, ours exact and at 8 bits, against the tutorial's way with the same model.

The peer is what LangChain's HuggingFaceEmbeddings does: newlines to spaces, then one call of sentence-transformers with
its own defaults (batches of 32, torch's threads). It is written out, so that the benchmark needs no package for it.
Ours goes the way of ``ingest``: each distinct text once, by parts, all cores. Texts are the starter's passages, which
are all distinct; in the mixes paragraphs that stand in many decisions come between them, in our own words. In four real
full texts these were 10 to 30 in a hundred characters; the second mix has more of them than any of those.
"""

from __future__ import annotations

import os
import random
import resource
import statistics
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from assistant.encoders import Encoder, SentenceEncoder, open_encoder
from assistant.encoders.weights import find_weights
from assistant.filing import encode_texts
from assistant.passages import split_into_passages
from assistant.settings import Encoding, read_settings, usable_cores, with_all_cores
from assistant.starter import read_starter
from assistant.text import content_hash
from benchmarks.figures import Note, Row

if TYPE_CHECKING:
    from sentence_transformers import SentenceTransformer

_TEXTS = 300
_SEED = 6
_QUESTION = "what remedy is typical for an unredacted address"
# Paragraphs of the kind that stands in most decisions, in our own words.
_STANDING = (
    "We look into complaints of fault by councils and some other bodies. Where there was fault we ask what it did to "
    "the person who complains, and where it did harm we can suggest a remedy.",
    "We may not question a decision merely because somebody disagrees with it. We look at how it was reached, and "
    "where that was done without fault we cannot say what should have been decided.",
    "A complaint that comes more than a year after somebody learned of the matter is late, and we look into it only "
    "where there are good reasons.",
    "Where facts are in dispute we make our findings on the balance of probabilities: we weigh what there is and "
    "decide what was more likely to have happened.",
    "I considered what the person who complains said and sent, what the council answered to my questions, and the law, "
    "policy and guidance that apply. Both could comment on a draft of this decision.",
)
# How many in a hundred texts are among these.
_MIXES = {"unique texts": 0, "a quarter repeated": 25, "half repeated": 50}


def time_encoding(say: Callable[[str], None], *, runs: int = 3, note: Note = lambda _: None) -> None:
    """Say passages a second by the clock and by processor time, of each way on each mix, then one question's time.

    ``note`` takes the rows of the table.
    """
    ways = {way: _open(way) for way in (Encoding.EXACT, Encoding.QUICK)}
    tutorial = _load_tutorial()
    for way, encoder in ways.items():
        encoder.encode_questions([_QUESTION])
        if encoder.note:
            say(f"{way}: {encoder.note}")
    for name, percent in _MIXES.items():
        texts = _mix(percent)
        jobs: dict[str, Callable[[], object]] = {"tutorial": partial(_encode_as_tutorial, tutorial, texts)}
        for way, encoder in ways.items():
            jobs[way] = partial(_encode_as_ingest, encoder, texts)
        clock, processor = _time(jobs, runs)
        say(
            f"{f'encoding {len(texts)} passages, {name}':<47} tutorial {len(texts) / clock['tutorial']:5.0f}/s "
            f"({len(texts) / processor['tutorial']:.0f} a processor second), {usable_cores()} cores"
        )
        goal = 4 if percent else 2
        for way in ways:
            times = clock["tutorial"] / clock[way]
            ours, peer = (f"{len(texts) / clock[one]:.0f}/s" for one in (way, "tutorial"))
            note(Row(f"passages encoded, {way}, {name}", ours, peer, times, f"{goal} times", times >= goal))
            say(
                f"{f'  {way}':<47} {len(texts) / clock[way]:14.0f}/s ({len(texts) / processor[way]:.0f})   "
                f"{times:.1f} times the tutorial, by processor time "
                f"{processor['tutorial'] / processor[way]:.1f} (goal {goal})"
            )
    _time_question(say, ways[Encoding.EXACT], tutorial)


def _time_question(say: Callable[[str], None], encoder: Encoder, tutorial: SentenceTransformer) -> None:
    asks: dict[str, Callable[[], object]] = {
        "tutorial": partial(_encode_as_tutorial, tutorial, [_QUESTION]),
        "exact": partial(encoder.encode_questions, [_QUESTION]),
    }
    clock, processor = _time(asks, 21)
    say(
        f"{'encoding a question, median':<47} exact {clock['exact'] * 1000:.0f} ms ({processor['exact'] * 1000:.0f} of "
        f"the processor)   tutorial {clock['tutorial'] * 1000:.0f} ms ({processor['tutorial'] * 1000:.0f})"
    )


def _time(jobs: dict[str, Callable[[], object]], runs: int) -> tuple[dict[str, float], dict[str, float]]:
    """Seconds by the clock and of all threads, medians, the jobs taken in turn."""
    clock: dict[str, list[float]] = {name: [] for name in jobs}
    processor: dict[str, list[float]] = {name: [] for name in jobs}
    for _ in range(runs):
        for name, job in jobs.items():
            started, busy = time.perf_counter(), _processor_seconds()
            job()
            clock[name].append(time.perf_counter() - started)
            processor[name].append(_processor_seconds() - busy)
    return (
        {name: statistics.median(each) for name, each in clock.items()},
        {name: max(statistics.median(each), 1e-6) for name, each in processor.items()},
    )


def _processor_seconds() -> float:
    used = resource.getrusage(resource.RUSAGE_SELF)
    return used.ru_utime + used.ru_stime


def _mix(percent: int) -> list[str]:
    """Passages of the starter, and so many in a hundred of them standing paragraphs; the same ones on every run."""
    chance = random.Random(_SEED)  # noqa: S311 -- a sample, no secret
    own = sorted({one.encoded_text for decision in read_starter() for one in split_into_passages(decision)})
    texts = chance.sample(own, _TEXTS * (100 - percent) // 100)
    texts += [chance.choice(_STANDING) for _ in range(_TEXTS - len(texts))]
    chance.shuffle(texts)
    return texts


def _open(way: Encoding) -> SentenceEncoder:
    return open_encoder(with_all_cores(replace(read_settings(), encoding=way)))


def _encode_as_ingest(encoder: Encoder, texts: Sequence[str]) -> object:
    return encode_texts(encoder, {content_hash(text): text for text in texts})


def _load_tutorial() -> SentenceTransformer:
    os.environ.setdefault("HF_HUB_OFFLINE", "1")
    from sentence_transformers import SentenceTransformer

    folder: Path = find_weights(None).folder
    return SentenceTransformer(str(folder), device="cpu")


def _encode_as_tutorial(model: SentenceTransformer, texts: Sequence[str]) -> object:
    return model.encode([text.replace("\n", " ") for text in texts]).tolist()
