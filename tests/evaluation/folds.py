"""Examples → what five-fold cross-validation says of each tuned setting: chosen on four folds, measured on the fifth.

Four groups of settings are chosen anew in each fold: the sums of the first order, the learned weights, from which
probability a case is counted, and from which anything is held. What the table of words is worth cannot be measured so:
docs/ranking.md says how else. The measures are over all questions learned from, each measured in the one fold that left
it out; the spread is over the folds.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from statistics import pstdev

import numpy as np

from assistant.domain import Case, Evidence, Relevance
from assistant.remedies import summarise_remedies
from assistant.retrieval import relevance
from assistant.retrieval.finding import to_cases
from assistant.retrieval.relevance import Learned, probability_held
from tests.evaluation.learning import Example, learn
from tests.evaluation.measures import Pair, mean, ndcg, precision_and_recall, recall

_FOLDS = 5
_CUTS = (0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.6, 0.7, 0.8)
_HELD_CUTS = (0.05, 0.1, 0.12, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.5)
# As many false declines as the threshold may cost on the questions it is chosen on.
_FALSE_DECLINES = 0.02
REMEDY_KIND = "typical remedy"


@dataclass(frozen=True)
class LeftOut:
    """An example with what the weights make of it that were learned without it."""

    example: Example
    fold: int
    cases: tuple[Case, ...]
    held: float
    unknown: float | None
    emptied: float | None


def print_folds(examples: Sequence[Example]) -> None:
    """Print the tables."""
    left_out = ask_left_out(examples)
    _print_ranking(left_out)
    _print_amounts(left_out)
    _print_held(left_out)


def split_into_folds(examples: Sequence[Example]) -> list[list[Example]]:
    """Five folds; the same examples give the same ones, whatever their order."""
    shuffled = np.random.default_rng(0).permutation(len(examples))
    by_id = sorted(examples, key=lambda example: example.id)
    return [[by_id[n] for n in shuffled[fold::_FOLDS]] for fold in range(_FOLDS)]


def ask_left_out(examples: Sequence[Example]) -> list[LeftOut]:
    """Each example, ordered and judged by weights that were learned from the other folds alone."""
    folds = split_into_folds(examples)
    found = []
    for number, fold in enumerate(folds):
        learned = learn([example for other in folds if other is not fold for example in other])
        found += [_leave_out(example, number, learned) for example in fold]
    return found


def _leave_out(example: Example, fold: int, learned: Learned) -> LeftOut:
    cases = tuple(to_cases(example.query, example.first, learned, example.read, is_held=True))
    emptied = probability_held(example.empty_traits, learned) if len(example.empty_traits) else None
    unknown = probability_held(example.unknown.traits, learned) if example.unknown is not None else None
    return LeftOut(example, fold, cases, probability_held(example.traits, learned), unknown, emptied)


# --------------------------------------------------------------------------- the order


def _print_ranking(left_out: Sequence[LeftOut]) -> None:
    print("\nThe order, by weights learned on four folds and measured on the fifth:\n")
    print(f"{'':34}{'n':>5}{'nDCG@10':>10}{'recall@10':>11}   of each fold")
    first = {one.example.id: one.example.references for one in left_out}
    learned = {one.example.id: tuple(case.decision.reference.value for case in one.cases) for one in left_out}
    groups: list[tuple[str, Callable[[Example], bool]]] = [("all questions", lambda _: True)]
    groups += [(name, lambda one, name=name: one.set_name == name) for name in ("questions", "heldout", "further")]  # type: ignore[misc]
    kinds = sorted({one.example.kind for one in left_out})
    groups += [(kind, lambda one, kind=kind: one.kind == kind) for kind in kinds]  # type: ignore[misc]
    for order, rankings in (("first order", first), ("learned order", learned)):
        for name, is_in in groups if order == "learned order" else groups[:4]:
            of_group = [one for one in left_out if is_in(one.example) and 2 in one.example.grades.values()]
            if of_group:
                _print_row(f"{order}, {name}", of_group, rankings)


def _print_row(name: str, left_out: Sequence[LeftOut], rankings: dict[str, tuple[str, ...]]) -> None:
    gains = [ndcg(rankings[one.example.id], one.example.grades, 10) for one in left_out]
    recalls = [recall(rankings[one.example.id], one.example.grades, 10) for one in left_out]
    folds = [
        mean([gain for gain, one in zip(gains, left_out, strict=True) if one.fold == fold]) for fold in range(_FOLDS)
    ]
    each = " ".join(f"{value:.3f}" for value in folds)
    print(f"{name:34}{len(gains):5}{mean(gains):10.3f}{mean(recalls):11.3f}   {each} (sd {pstdev(folds):.3f})")


# --------------------------------------------------------------------------- the sums


def payments_from(one: LeftOut, cut: float) -> frozenset[Pair]:
    """The sums that an answer tells where cases from ``cut`` are counted, and always the first."""
    counted = [_counted(case) for n, case in enumerate(one.cases) if n == 0 or case.score >= cut]
    summary = summarise_remedies(Evidence(tuple(counted)), one.example.query.filters)
    return frozenset(
        (row.reference.value, row.remedy.amount_pence / 100)
        for row in summary.payments
        if row.remedy.amount_pence is not None
    )


def _counted(case: Case) -> Case:
    from dataclasses import replace

    return replace(case, relevance=Relevance.PARTLY)


def _print_amounts(left_out: Sequence[LeftOut]) -> None:
    print(
        "\nSums told, by the probability from which a case is counted (learned on four folds, measured on the fifth):\n"
    )
    remedy = [one for one in left_out if one.example.kind == REMEDY_KIND]
    groups = {
        "remedy questions": remedy,
        "of the first set": [one for one in remedy if one.example.set_name == "questions"],
        "of the second set": [one for one in remedy if one.example.set_name == "heldout"],
        "of the further set": [one for one in remedy if one.example.set_name == "further"],
        "all kinds": list(left_out),
    }
    print(f"{'cut':>6}" + "".join(f"{name:>26}" for name in groups))
    for cut in _CUTS:
        cells = (_amounts(ones, cut) for ones in groups.values())
        mark = " *" if cut == relevance.COUNTED else ""
        print(f"{cut:6.2f}" + "".join(f"{f'{precision:.3f} / {found:.3f}':>26}" for precision, found in cells) + mark)
    folds = [_amounts([one for one in remedy if one.fold == fold], relevance.COUNTED) for fold in range(_FOLDS)]
    print(
        f"each fold at {relevance.COUNTED}: " + "  ".join(f"{precision:.2f}/{found:.2f}" for precision, found in folds)
    )


def _amounts(ones: Sequence[LeftOut], cut: float) -> tuple[float, float]:
    return precision_and_recall([payments_from(one, cut) for one in ones], [one.example.amounts for one in ones])


# --------------------------------------------------------------------------- when nothing is held


def _print_held(left_out: Sequence[LeftOut]) -> None:
    print(
        "\nNothing held, by probability: declined of the questions; of them as if the table knew none of their words;"
        "\nof them once all that is graded is taken away:\n"
    )
    for cut in _HELD_CUTS:
        false, right = _declined(left_out, cut)
        strange = mean([float(one.unknown < cut) for one in left_out if one.unknown is not None])
        print(f"{cut:6.2f}{false:10.3f}{strange:10.3f}{right:10.3f}{' *' if cut == relevance.HELD else ''}")
    chosen = []
    for fold in range(_FOLDS):
        others = [one for one in left_out if one.fold != fold]
        fit = [cut for cut in _HELD_CUTS if _declined(others, cut)[0] <= _FALSE_DECLINES]
        cut = max(fit, default=_HELD_CUTS[0])
        chosen.append((cut, *_declined([one for one in left_out if one.fold == fold], cut)))
    print("chosen on four folds: " + "  ".join(f"{cut:.2f} ({false:.2f}, {right:.2f})" for cut, false, right in chosen))


def _declined(ones: Sequence[LeftOut], cut: float) -> tuple[float, float]:
    false = mean([float(one.held < cut) for one in ones])
    return false, mean([float(one.emptied < cut) for one in ones if one.emptied is not None])
