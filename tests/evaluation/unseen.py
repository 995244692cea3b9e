"""The graded questions, asked of decisions that the map of wordings was not learned from, with it and without it.

The decisions are dealt into parts. Each part is a casebook of its own, asked with a map that was learned from the
wordings of all the others; a question is asked where the part holds a direct comparator. A small casebook is an easier
one, so only the difference between the two lines means anything.
"""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from assistant.answering import Assistant
from assistant.encoders import SentenceEncoder
from assistant.encoders.wordings import put_in_decisions_words
from assistant.retrieval.finding import to_cases
from assistant.retrieval.relevance import COUNTED, read_learned
from tests.evaluation.asking import (
    BLIND,
    CASEBOOKS,
    FRESH,
    TRAINED_ON,
    Question,
    assistant_over,
    digests_of,
    read_questions,
)
from tests.evaluation.folds import REMEDY_KIND, LeftOut, payments_from
from tests.evaluation.learning import to_example
from tests.evaluation.mapping import Pairs, Vectors, Wording, learn_map
from tests.evaluation.measures import mean, ndcg, precision_and_recall, recall

_PARTS = 4
_SETS = (*TRAINED_ON, FRESH, BLIND)


class _Asking(SentenceEncoder):
    """The encoder of an assistant with another map of questions, or none."""

    def __init__(self, encoder: SentenceEncoder, other: Vectors | None) -> None:
        self._passages = encoder
        self._other = other

    def encode_questions(self, texts: Sequence[str]) -> Vectors:
        """One row a text."""
        vectors = self._passages.encode_passages(texts)
        return vectors if self._other is None else put_in_decisions_words(vectors, self._other)


@dataclass(frozen=True)
class _Measured:
    """A question and what was found for it with one of the two encoders."""

    set_name: str
    found: LeftOut
    is_mapped: bool


def print_unseen(wordings: Sequence[Wording], pairs: Pairs) -> None:
    """Ask and print: nDCG@10, recall@10, and the sums of remedy questions, for each set of questions."""
    part_of = np.array([_part(one.reference) for one in wordings])
    measured: list[_Measured] = []
    for part in range(_PARTS):
        mapped = learn_map(pairs.of(part_of != part))
        for name in CASEBOOKS:
            held = frozenset(one.reference.value for one in digests_of(name) if _part(one.reference.value) == part)
            with assistant_over(name, only=held) as asked:
                measured += _ask(asked, name, held, mapped)
    print(f"{'of unseen decisions':24}{'n':>5}{'nDCG@10':>9}{'recall@10':>11}   sums of remedy questions")
    for path in _SETS:
        for is_mapped in (False, True):
            ones = [one.found for one in measured if one.set_name == path.stem and one.is_mapped == is_mapped]
            _print_row(f"{path.stem}, {'with' if is_mapped else 'without'} the map", ones)


def _part(reference: str) -> int:
    return zlib.crc32(reference.encode()) % _PARTS


def _ask(asked: Assistant, name: str, held: frozenset[str], mapped: Vectors) -> list[_Measured]:
    plain, learned, measured = asked.encoder, read_learned(), []
    for path in _SETS:
        for question in (_within(one, held) for one in read_questions(path) if one.casebook == name):
            if not question.is_answerable or 2 not in question.grades.values():
                continue
            for other in (None, mapped):
                asked.encoder = _Asking(plain, other)
                example = to_example(asked, question, path.stem)
                if example is not None:
                    cases = tuple(to_cases(example.query, example.first, learned, example.read, is_held=True))
                    found = LeftOut(example, 0, cases, 1.0, None, None)
                    measured.append(_Measured(path.stem, found, other is not None))
    return measured


def _within(question: Question, held: frozenset[str]) -> Question:
    """The question with those grades and sums alone that are of decisions held."""
    return replace(
        question,
        grades={reference: grade for reference, grade in question.grades.items() if reference in held},
        amounts=frozenset(pair for pair in question.amounts if pair[0] in held),
    )


def _print_row(name: str, ones: Sequence[LeftOut]) -> None:
    rankings = [[case.decision.reference.value for case in one.cases] for one in ones]
    pairs = list(zip(rankings, ones, strict=True))
    gains = mean([ndcg(ranking, one.example.grades, 10) for ranking, one in pairs])
    recalls = mean([recall(ranking, one.example.grades, 10) for ranking, one in pairs])
    remedy = [one for one in ones if one.example.kind == REMEDY_KIND]
    sums = precision_and_recall(
        [payments_from(one, COUNTED) for one in remedy], [one.example.amounts for one in remedy]
    )
    print(f"{name:24}{len(ones):5}{gains:9.3f}{recalls:11.3f}   {sums[0]:.3f} / {sums[1]:.3f}")
