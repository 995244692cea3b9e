"""Graded questions → ``assistant/retrieval/learned.json``: the weights with which cases are ordered and judged.

    python -m tests.evaluation.training           write the weights anew, from the sets that are learned from
    python -m tests.evaluation.training --folds   only print what five-fold cross-validation gives

Run it after a change of the traits, of the vocabulary or of the questions: a minute. The same input gives one file.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path

import assistant.retrieval
from assistant.retrieval.relevance import LEARNED, SEARCH_TRAITS, Learned, Regression
from assistant.retrieval.traits import TRAITS
from tests.evaluation.asking import TRAINED_ON, fingerprint
from tests.evaluation.folds import print_folds
from tests.evaluation.learning import gather_examples, learn

_PLACE = Path(assistant.retrieval.__file__).with_name(LEARNED)
_DIGITS = 4


def main(arguments: Sequence[str] | None = None) -> int:
    """Write the weights, or print the folds."""
    parser = argparse.ArgumentParser(prog="python -m tests.evaluation.training", description=__doc__.split("\n\n")[0])
    parser.add_argument("--folds", action="store_true", help="print five-fold cross-validation and write nothing")
    options = parser.parse_args(arguments)
    examples = gather_examples()
    if options.folds:
        print_folds(examples)
    else:
        _PLACE.write_text(json.dumps(_to_json(learn(examples)), indent=1) + "\n", encoding="utf-8")
        print(f"Wrote {LEARNED}, from {len(examples)} questions.")
    return 0


def _to_json(learned: Learned) -> dict[str, object]:
    return {
        "questions": {path.name: fingerprint(path) for path in TRAINED_ON},
        "cited": _regression(learned.cited, TRAITS),
        "held": _regression(learned.held, SEARCH_TRAITS),
    }


def _regression(given: Regression, traits: Sequence[str]) -> dict[str, object]:
    rows = zip(traits, given.centre, given.scale, given.weights, strict=True)
    return {
        "traits": [
            {
                "trait": trait,
                "centre": round(centre, _DIGITS),
                "scale": float(f"{scale:.{_DIGITS}g}"),
                "weight": round(weight, _DIGITS),
            }
            for trait, centre, scale, weight in rows
        ],
        "bias": round(given.bias, _DIGITS),
    }


if __name__ == "__main__":
    sys.exit(main())
