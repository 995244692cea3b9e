"""Ask all questions of the assistant over the 628 digests, and print the measures beside three plain baselines.

    python -m tests.evaluation                  measure; exit code 1 where a measure is under its floor
    python -m tests.evaluation --failures       name the questions that went badly as well
    python -m tests.evaluation --lower-floors   write the measures of this run as the new floors: a deliberate act
    python -m tests.evaluation --questions further   measure only one of the sets that have no floors
    python -m tests.evaluation --encodings      only compare torch, 32 and 8 bits: nDCG@10 of all four sets
    python -m tests.evaluation --folds          print what cross-validation says of each tuned setting as well

The floors stand in floors.json beside this file, with a fingerprint of the questions for which they were measured.
The same questions are asked once more with the real statements beside the repository (../shared/decisions) in place of
their digests: the reader's rows must serve an answer about as well as what a person wrote. That has floors of its own
(floors_full_text.json), because four decisions of 628 told in other words move the sums of a few answers.
On the remedy questions the sums are measured three times: all that are counted ("amounts"), those of the close cases
alone ("close amounts"), and those that the range in the headline is made of ("headline amounts").
Below stand the measures of a second set (heldout.jsonl). It has no floors: it is there to show what the first flatters.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from assistant.answering import Assistant
from tests.evaluation.asking import (
    BLIND,
    CASEBOOKS,
    FRESH,
    FURTHER,
    QUESTIONS,
    SECOND,
    Asked,
    Question,
    ask_all,
    assistant_over,
    digests_of,
    fingerprint,
    read_questions,
    to_asked,
)
from tests.evaluation.baselines import rank_by_baselines
from tests.evaluation.encodings import print_encodings
from tests.evaluation.folds import print_folds
from tests.evaluation.learning import gather_examples
from tests.evaluation.measures import mean, ndcg, precision_and_recall, recall, reciprocal_rank

__all__ = [
    "BLIND",
    "FRESH",
    "FURTHER",
    "QUESTIONS",
    "SECOND",
    "Asked",
    "Question",
    "fingerprint",
    "measure",
    "read_questions",
    "to_asked",
]

_HERE = Path(__file__).parent
_ABOUT_SECOND = (
    "Second set: written without sight of the vocabulary; its failures were then used to mend it, so it is no longer "
    "held out."
)
_ABOUT_FURTHER = (
    "Further questions: written without sight of the vocabulary, of the ranking or of any answer; see README.md here."
)
_ABOUT_FRESH = (
    "Fresh questions: written and graded later than the others, from the digests alone, before the assistant was asked."
)
_ABOUT_BLIND = (
    "Blind questions: written and graded last, with all 1,403 digests read and nothing else; never learned from."
)
# The sets without floors, by the name that --questions takes.
_OTHER_SETS = {
    "second": (SECOND, _ABOUT_SECOND),
    "further": (FURTHER, _ABOUT_FURTHER),
    "fresh": (FRESH, _ABOUT_FRESH),
    "blind": (BLIND, _ABOUT_BLIND),
}
FLOORS = _HERE / "floors.json"
FULL_TEXT_FLOORS = _HERE / "floors_full_text.json"
FULL_TEXTS = _HERE.parents[2] / "shared" / "decisions"
# The kind of question that asks what was paid. Others rest on no sums, or on those of one case.
REMEDY_KIND = "typical remedy"
_ON_REMEDIES = " on remedy questions"
_RANKING = ("nDCG@10", "recall@10", "recall@5", "MRR")
# Of these, less is better.
_CEILINGS = frozenset({"false declines"})
# Two machines may round a score differently at the eighth place and swap two cases.
_TOLERANCE = 0.005


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the evaluation; 0 where every floor holds."""
    parser = argparse.ArgumentParser(prog="python -m tests.evaluation", description=__doc__.split("\n\n")[0])
    parser.add_argument("--failures", action="store_true", help="name the questions that went badly, by kind")
    parser.add_argument("--folds", action="store_true", help="print five-fold cross-validation of each tuned setting")
    parser.add_argument("--lower-floors", action="store_true", help="write this run's measures as the new floors")
    parser.add_argument("--questions", choices=sorted(_OTHER_SETS), help="measure only this set; it has no floors")
    parser.add_argument(
        "--encodings", action="store_true", help="only compare torch, 32 and 8 bits; exit code 1 where too far apart"
    )
    options = parser.parse_args(arguments)
    if options.encodings:
        return print_encodings({"first": QUESTIONS} | {name: path for name, (path, _) in _OTHER_SETS.items()})
    if options.questions:
        _print_other_set(options.questions, with_failures=options.failures)
        return 0
    measures, baselines, asked = ask_first_set()
    _print_measures(measures, baselines)
    _print_by_kind(asked, with_failures=options.failures)
    _print_other_set("second", with_failures=options.failures)
    with_texts = ask_with_full_texts()
    if with_texts is None:
        print("\nNot measured with full texts: they are not beside this checkout (../shared/decisions).")
    else:
        print("\nWith the full texts of four decisions in place of their digests:\n")
        _print_measures(with_texts, {})
    if options.folds:
        print_folds(gather_examples())
    if options.lower_floors:
        write_floors(FLOORS, measures, fingerprint(QUESTIONS))
        if with_texts is not None:
            write_floors(FULL_TEXT_FLOORS, with_texts, fingerprint(QUESTIONS))
        print(f"\nWrote {FLOORS.name}.")
        return 0
    problems = under_floor(measures, FLOORS, fingerprint(QUESTIONS))
    if with_texts is not None:
        below = under_floor(with_texts, FULL_TEXT_FLOORS, fingerprint(QUESTIONS))
        problems += [f"with full texts: {problem}" for problem in below]
    for problem in problems:
        print(problem, file=sys.stderr)
    return 1 if problems else 0


def ask_first_set(full_texts: Path | None = None) -> tuple[dict[str, float], dict[str, dict[str, float]], list[Asked]]:
    """Ask the questions that have floors: the measures, those of the baselines by name, and what came back.

    ``full_texts`` is a folder of real statements that take the place of their digests.
    """
    questions = read_questions(QUESTIONS)
    with assistant_over("decisions", full_texts=full_texts) as assistant:
        asked = ask_all(assistant, questions)
        baselines = _measure_baselines(questions, assistant)
    measures = measure(asked)
    measures["nDCG@10 above rank fusion"] = measures["nDCG@10"] - baselines["their rank fusion"]["nDCG@10"]
    return measures, baselines, asked


def ask_with_full_texts() -> dict[str, float] | None:
    """The same questions asked of a casebook in which full texts replace their digests; None without those."""
    return ask_first_set(FULL_TEXTS)[0] if FULL_TEXTS.is_dir() else None


def ask_other_set(path: Path) -> list[Asked]:
    """Ask the questions of a set without floors, each of the casebook that it names; what came back."""
    asked: list[Asked] = []
    for name in CASEBOOKS:
        with assistant_over(name) as assistant:
            asked += ask_all(assistant, [one for one in read_questions(path) if one.casebook == name])
    return asked


def _print_other_set(name: str, *, with_failures: bool) -> None:
    path, about = _OTHER_SETS[name]
    asked = ask_other_set(path)
    print(f"\n{about}\n")
    _print_measures(measure(asked), {})
    _print_by_kind(asked, with_failures=with_failures)


def _measure_baselines(questions: Sequence[Question], assistant: Assistant) -> dict[str, dict[str, float]]:
    answerable = [question for question in questions if question.is_answerable]
    decisions = digests_of("decisions")
    rankings = rank_by_baselines([question.question for question in answerable], decisions, assistant.encoder)
    return {
        name: _measure_ranking([(ranking, q.grades) for ranking, q in zip(ranked, answerable, strict=True)])
        for name, ranked in rankings.items()
    }


def _measure_ranking(ranked: Sequence[tuple[Sequence[str], Mapping[str, int]]]) -> dict[str, float]:
    return {
        "nDCG@10": mean([ndcg(ranking, grades, 10) for ranking, grades in ranked]),
        "recall@10": mean([recall(ranking, grades, 10) for ranking, grades in ranked]),
        "recall@5": mean([recall(ranking, grades, 5) for ranking, grades in ranked]),
        "MRR": mean([reciprocal_rank(ranking, grades) for ranking, grades in ranked]),
    }


def measure(asked: Sequence[Asked]) -> dict[str, float]:
    """All measures of a run by name: ranking and amounts over the answerable questions, declines over their own."""
    answerable = [one for one in asked if one.question.is_answerable]
    others = [one for one in asked if not one.question.is_answerable]
    remedies = [one for one in answerable if one.question.kind == REMEDY_KIND]
    return {
        **_measure_ranking([(one.ranking, one.question.grades) for one in answerable]),
        **_measure_amounts("amounts", "", answerable, lambda one: one.payments),
        **_measure_amounts("amounts", _ON_REMEDIES, remedies, lambda one: one.payments),
        **_measure_amounts("close amounts", _ON_REMEDIES, remedies, lambda one: one.close),
        **_measure_amounts("headline amounts", _ON_REMEDIES, remedies, lambda one: one.headline),
        "correct declines": mean([float(one.is_declined) for one in others]),
        "false declines": mean([float(one.is_declined) for one in answerable]),
    }


def _measure_amounts(
    name: str, where: str, asked: Sequence[Asked], told: Callable[[Asked], frozenset[tuple[str, float]]]
) -> dict[str, float]:
    precision, found = precision_and_recall([told(one) for one in asked], [one.question.amounts for one in asked])
    return {f"{name} precision{where}": precision, f"{name} recall{where}": found}


def write_floors(path: Path, measures: Mapping[str, float], questions: str) -> None:
    """Pin these measures."""
    floors = {name: round(value, 4) for name, value in measures.items()}
    path.write_text(json.dumps({"questions": questions, "floors": floors}, indent=2) + "\n", encoding="utf-8")


def under_floor(measures: Mapping[str, float], path: Path, questions: str) -> list[str]:
    """What fell under its floor (or rose over its ceiling), each as a sentence; empty where all is well."""
    if not path.exists():
        return [f"{path.name} is missing: run `python -m tests.evaluation --lower-floors`."]
    pinned = json.loads(path.read_text(encoding="utf-8"))
    if pinned["questions"] != questions:
        return ["The questions are not those the floors were measured on: run with --lower-floors and say why."]
    problems = []
    for name, floor in pinned["floors"].items():
        value = measures[name]
        is_worse = value > floor + _TOLERANCE if name in _CEILINGS else value < floor - _TOLERANCE
        if is_worse:
            problems.append(f"{name} is {value:.4f}; pinned is {floor:.4f}.")
    return problems


def _print_measures(measures: Mapping[str, float], baselines: Mapping[str, Mapping[str, float]]) -> None:
    print(f"{'':22}" + "".join(f"{name:>11}" for name in _RANKING))
    for name, row in {"assistant": measures, **baselines}.items():
        print(f"{name:22}" + "".join(f"{row[column]:11.4f}" for column in _RANKING))
    print()
    for name, value in measures.items():
        if name not in _RANKING:
            print(f"{name:48}{value:8.4f}")


def _print_by_kind(asked: Sequence[Asked], *, with_failures: bool) -> None:
    """Each measure by kind; of the payments how many are right, wrong (by the grade of their case) and missed."""
    kinds: dict[str, list[Asked]] = defaultdict(list)
    for one in asked:
        kinds[one.question.kind].append(one)
    columns = (
        "n",
        "nDCG@10",
        "recall@10",
        "recall@5",
        "MRR",
        "declined",
        "p95 ms",
        "sums right",
        "wrong 2/1/0",
        "missed",
    )
    print(f"\n{'kind of question':22}" + "".join(f"{column:>12}" for column in columns))
    for kind, ones in sorted(kinds.items()):
        answerable = [one for one in ones if one.question.is_answerable]
        ranked = _measure_ranking([(one.ranking, one.question.grades) for one in answerable])
        slowest = sorted(one.seconds for one in ones)[int(0.95 * (len(ones) - 1))]
        scores = "".join(f"{ranked[name]:12.3f}" for name in _RANKING if answerable) or " " * 48
        print(
            f"{kind:22}{len(ones):12}{scores}{sum(one.is_declined for one in ones):12}{slowest * 1000:12.0f}"
            f"{_count_sums(answerable)}"
        )
        for one in ones if with_failures else ():
            _print_failure(one)


def _count_sums(asked: Sequence[Asked]) -> str:
    right = sum(len(one.payments & one.question.amounts) for one in asked)
    missed = sum(len(one.question.amounts - one.payments) for one in asked)
    wrong = [one.question.grades.get(name, 0) for one in asked for name, _ in one.payments - one.question.amounts]
    return f"{right:12}{'/'.join(str(wrong.count(grade)) for grade in (2, 1, 0)):>12}{missed:12}"


def _print_failure(one: Asked) -> None:
    if one.is_declined == one.question.is_answerable:
        print(f"    {one.question.id} {'declined' if one.is_declined else 'answered'}: {one.question.question[:90]}")
    elif one.question.is_answerable and recall(one.ranking, one.question.grades, 10) < 0.6:
        found = recall(one.ranking, one.question.grades, 10)
        print(f"    {one.question.id} recall@10 {found:.2f}: {one.question.question[:90]}")
    wrong = one.payments - one.question.amounts
    if len(wrong) > 5:
        print(f"    {one.question.id} {len(wrong)} payments that were not asked for")


if __name__ == "__main__":
    sys.exit(main())
