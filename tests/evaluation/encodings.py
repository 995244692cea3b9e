"""The four sets of questions over vectors by torch, by ONNX Runtime at 32 bits and at 8 → nDCG@10 of each beside torch.

Every text is encoded anew in each way, the questions too; no shipped vector is used.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path

from assistant.settings import Encoding
from tests.evaluation.asking import CASEBOOKS, Asked, ask_all, assistant_over, read_questions
from tests.evaluation.measures import mean, ndcg

# How far from torch the ranking may be (docs/encoding.md).
MOST_APART = 0.01
WAYS = (Encoding.REFERENCE, Encoding.EXACT, Encoding.QUICK)


def print_encodings(sets: Mapping[str, Path]) -> int:
    """Ask all questions once for each way and print a row for each set; 1 where a way is too far from torch.

    Where the processor has no 8 bits, a warning says so and the last row is that of 32.
    """
    measured = {way: _measure(way, sets) for way in WAYS}
    print(f"{'nDCG@10':12}" + "".join(f"{way:>22}" for way in WAYS))
    furthest = 0.0
    for name in sets:
        torch = measured[Encoding.REFERENCE][name]
        cells = []
        for way in WAYS:
            apart = measured[way][name] - torch
            furthest = max(furthest, abs(apart))
            cells.append(f"{measured[way][name]:.4f} ({apart:+.4f})")
        print(f"{name:12}" + "".join(f"{cell:>22}" for cell in cells))
    print(f"\nFurthest from torch: {furthest:.4f}; the goal is at most {MOST_APART}.")
    return int(furthest > MOST_APART)


def _measure(way: Encoding, sets: Mapping[str, Path]) -> dict[str, float]:
    asked: dict[str, list[Asked]] = {name: [] for name in sets}
    for casebook in CASEBOOKS:
        with assistant_over(casebook, encoding=way) as assistant:
            for name, path in sets.items():
                questions = [one for one in read_questions(path) if one.casebook == casebook]
                asked[name] += ask_all(assistant, questions)
        print(f"{way}: asked of the casebook of {casebook}", file=sys.stderr)
    return {
        name: mean([ndcg(one.ranking, one.question.grades, 10) for one in found if one.question.is_answerable])
        for name, found in asked.items()
    }
