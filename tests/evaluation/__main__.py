"""Ask all questions of the assistant over the 628 digests, and print the measures beside three plain baselines.

    python -m tests.evaluation                  measure; exit code 1 where a measure is under its floor
    python -m tests.evaluation --failures       name the questions that went badly as well
    python -m tests.evaluation --lower-floors   write the measures of this run as the new floors: a deliberate act
    python -m tests.evaluation --questions further   measure only one of the sets that have no floors

The floors stand in floors.json beside this file, with a fingerprint of the questions for which they were measured.
The same questions are asked once more with the real statements beside the repository (../shared/decisions) in place of
their digests: the reader's rows must serve an answer about as well as what a person wrote. That has floors of its own
(floors_full_text.json), because four decisions of 628 told in other words move the sums of a few answers.
Below stand the measures of a second set (heldout.jsonl). It has no floors: it is there to show what the first flatters.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
import tempfile
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from assistant.answering import Assistant, open_assistant
from assistant.casebook import Casebook
from assistant.digests import read_digests
from assistant.domain import Answer, AnswerStatus, Decision, Turn
from assistant.encoders import open_encoder
from assistant.filing import file_decisions
from assistant.settings import Settings
from assistant.starter import STARTER_FILES, read_vectors
from ingest.sources import read_sources
from tests.evaluation.baselines import rank_by_baselines
from tests.evaluation.measures import mean, ndcg, precision_and_recall, recall, reciprocal_rank

_HERE = Path(__file__).parent
QUESTIONS = _HERE / "questions.jsonl"
SECOND = _HERE / "heldout.jsonl"
FURTHER = _HERE / "further.jsonl"
_ABOUT_SECOND = (
    "Second set: written without sight of the vocabulary; its failures were then used to mend it, so it is no longer "
    "held out."
)
_ABOUT_FURTHER = (
    "Further questions: written without sight of the vocabulary, of the ranking or of any answer; see README.md here."
)
# The sets without floors, by the name that --questions takes.
_OTHER_SETS = {"second": (SECOND, _ABOUT_SECOND), "further": (FURTHER, _ABOUT_FURTHER)}
# What a question of the other sets is asked of; those of the first are asked of the digests that they were graded on.
_CASEBOOKS = {"decisions": STARTER_FILES[:1], "starter": STARTER_FILES}
FLOORS = _HERE / "floors.json"
FULL_TEXT_FLOORS = _HERE / "floors_full_text.json"
FULL_TEXTS = _HERE.parents[2] / "shared" / "decisions"
DECLINED = frozenset(
    {
        AnswerStatus.OUT_OF_SCOPE,
        AnswerStatus.NONE,
        AnswerStatus.UNCLEAR,
        AnswerStatus.BLOCKED,
        AnswerStatus.PERSONAL_DATA,
    }
)
# Of these, less is better.
_CEILINGS = frozenset({"false declines"})
# Two machines may round a score differently at the eighth place and swap two cases.
_TOLERANCE = 0.005


@dataclass(frozen=True)
class Question:
    """One line of questions.jsonl, as far as it is measured."""

    id: str
    kind: str
    question: str
    history: tuple[Turn, ...]
    grades: Mapping[str, int]
    amounts: frozenset[tuple[str, float]]
    is_answerable: bool
    casebook: str = "decisions"


@dataclass(frozen=True)
class Asked:
    """A question with what came back."""

    question: Question
    ranking: tuple[str, ...]
    payments: frozenset[tuple[str, float]]
    is_declined: bool
    seconds: float


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the evaluation; 0 where every floor holds."""
    parser = argparse.ArgumentParser(prog="python -m tests.evaluation", description=__doc__.split("\n\n")[0])
    parser.add_argument("--failures", action="store_true", help="name the questions that went badly, by kind")
    parser.add_argument("--lower-floors", action="store_true", help="write this run's measures as the new floors")
    parser.add_argument("--questions", choices=sorted(_OTHER_SETS), help="measure only this set; it has no floors")
    options = parser.parse_args(arguments)
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


def ask_first_set() -> tuple[dict[str, float], dict[str, dict[str, float]], list[Asked]]:
    """Ask the questions that have floors: the measures, those of the baselines by name, and what came back."""
    asked, baselines = _ask_all(read_questions(QUESTIONS), "decisions", with_baselines=True)
    measures = measure(asked)
    measures["nDCG@10 above rank fusion"] = measures["nDCG@10"] - baselines["their rank fusion"]["nDCG@10"]
    return measures, baselines, asked


def ask_with_full_texts() -> dict[str, float] | None:
    """The same questions asked of a casebook in which full texts replace their digests; None without those."""
    if not FULL_TEXTS.is_dir():
        return None
    asked, baselines = _ask_all(read_questions(QUESTIONS), "decisions", with_baselines=True, full_texts=FULL_TEXTS)
    measures = measure(asked)
    measures["nDCG@10 above rank fusion"] = measures["nDCG@10"] - baselines["their rank fusion"]["nDCG@10"]
    return measures


def read_questions(path: Path) -> tuple[Question, ...]:
    """The questions, in order. Filters and notes are expectations and are not read."""
    return tuple(_read_question(json.loads(line)) for line in path.read_text(encoding="utf-8").splitlines() if line)


def _read_question(line: dict[str, Any]) -> Question:
    return Question(
        id=line["id"],
        kind=line["kind"],
        question=line["question"],
        history=tuple(Turn(turn["role"], turn["content"]) for turn in line["history"]),
        grades=line["relevant"],
        amounts=frozenset((row["reference"], float(row["amount_gbp"])) for row in line["amounts"]),
        is_answerable=line["expect"] == "answer",
        casebook=line.get("casebook", "decisions"),
    )


def _ask_all(
    questions: Sequence[Question], casebook_name: str, *, with_baselines: bool, full_texts: Path | None = None
) -> tuple[list[Asked], dict[str, dict[str, float]]]:
    """Ask the questions of a casebook of their own, made for this and thrown away."""
    with tempfile.TemporaryDirectory() as home:
        settings = Settings(home=Path(home))
        encoder = open_encoder(settings)
        decisions = [decision for file in _CASEBOOKS[casebook_name] for decision in read_digests(file)]
        casebook = Casebook.open(settings.casebook_path)
        file_decisions(casebook, encoder, decisions, vectors=read_vectors())
        if full_texts is not None:
            file_decisions(casebook, encoder, read_sources([full_texts]).decisions)
        casebook.close()
        assistant = open_assistant(settings, build_starter=False)
        try:
            asked = [_ask(assistant, question) for question in questions]
            baselines = _measure_baselines(questions, decisions, assistant) if with_baselines else {}
        finally:
            assistant.close()
    return asked, baselines


def ask_other_set(path: Path) -> list[Asked]:
    """Ask the questions of a set without floors, each of the casebook that it names; what came back."""
    questions = read_questions(path)
    asked: list[Asked] = []
    for name in _CASEBOOKS:
        own = [question for question in questions if question.casebook == name]
        asked += _ask_all(own, name, with_baselines=False)[0]
    return asked


def _print_other_set(name: str, *, with_failures: bool) -> None:
    path, about = _OTHER_SETS[name]
    asked = ask_other_set(path)
    print(f"\n{about}\n")
    _print_measures(measure(asked), {})
    _print_by_kind(asked, with_failures=with_failures)


def _ask(assistant: Assistant, question: Question) -> Asked:
    return to_asked(question, assistant.ask(question.question, question.history))


def to_asked(question: Question, answer: Answer) -> Asked:
    """What is measured of an answer: the order of the cases, the sums among the payments, whether it declined."""
    payments = frozenset(
        (row.reference.value, row.remedy.amount_pence / 100)
        for row in answer.summary.payments
        if row.remedy.amount_pence is not None
    )
    ranking = tuple(case.decision.reference.value for case in answer.evidence.cases)
    return Asked(question, ranking, payments, answer.status in DECLINED, answer.seconds)


def _measure_baselines(
    questions: Sequence[Question], decisions: Sequence[Decision], assistant: Assistant
) -> dict[str, dict[str, float]]:
    answerable = [question for question in questions if question.is_answerable]
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
    precision, found = precision_and_recall(
        [one.payments for one in answerable], [one.question.amounts for one in answerable]
    )
    return {
        **_measure_ranking([(one.ranking, one.question.grades) for one in answerable]),
        "amounts precision": precision,
        "amounts recall": found,
        "correct declines": mean([float(one.is_declined) for one in others]),
        "false declines": mean([float(one.is_declined) for one in answerable]),
    }


def fingerprint(path: Path) -> str:
    """SHA-256 of the questions: floors are only floors for the questions they were measured on."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


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
    columns = ("nDCG@10", "recall@10", "recall@5", "MRR")
    print(f"{'':22}" + "".join(f"{name:>11}" for name in columns))
    for name, row in {"assistant": measures, **baselines}.items():
        print(f"{name:22}" + "".join(f"{row[column]:11.4f}" for column in columns))
    print()
    for name, value in measures.items():
        if name not in columns:
            print(f"{name:28}{value:8.4f}")


def _print_by_kind(asked: Sequence[Asked], *, with_failures: bool) -> None:
    kinds: dict[str, list[Asked]] = defaultdict(list)
    for one in asked:
        kinds[one.question.kind].append(one)
    print(f"\n{'kind of question':22}{'n':>4}{'nDCG@10':>10}{'recall@10':>11}{'declined':>10}{'p95 ms':>8}")
    for kind, ones in sorted(kinds.items()):
        answerable = [one for one in ones if one.question.is_answerable]
        ranked = _measure_ranking([(one.ranking, one.question.grades) for one in answerable])
        slowest = sorted(one.seconds for one in ones)[int(0.95 * (len(ones) - 1))]
        print(
            f"{kind:22}{len(ones):4}{ranked['nDCG@10']:10.3f}{ranked['recall@10']:11.3f}"
            f"{sum(one.is_declined for one in ones):10}{slowest * 1000:8.0f}"
        )
        for one in ones if with_failures else ():
            _print_failure(one)


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
