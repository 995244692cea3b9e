"""Where the sums of the remedy questions go: what would be told if one step were perfect, for each set of questions.

    python -m tests.evaluation.ceiling

Each line is precision and recall over the sums that the graders wanted. "As told" is the assistant. "Right cases of
those shown" counts the cases of grade 2 among the twenty shown and no others: what no cut of relevance can better. "All
right cases" adds those of grade 2 that are not shown: what no order can better. "Right sums of those told" leaves out
the sums that graders did not want: what no choice among them can better. Below stand the wrong sums by the grade of
their case, those of grade 2 by why they were told, and the missed ones by where their case stood.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from assistant.answering import Assistant
from assistant.domain import Case, CaseReference, Evidence, PaymentRow, Relevance
from assistant.remedies import summarise_remedies
from tests.evaluation.__main__ import REMEDY_KIND
from tests.evaluation.asking import (
    BLIND,
    CASEBOOKS,
    FRESH,
    FURTHER,
    QUESTIONS,
    SECOND,
    Question,
    assistant_over,
    read_questions,
)
from tests.evaluation.measures import Pair, precision_and_recall

_SETS = {"first": QUESTIONS, "second": SECOND, "further": FURTHER, "fresh": FRESH, "blind": BLIND}


@dataclass(frozen=True)
class Shown:
    """A remedy question, the cases shown for it, and those graded 2 that were not shown."""

    question: Question
    cases: tuple[Case, ...]
    not_shown: tuple[Case, ...]


def show_all(name: str) -> list[Shown]:
    """Ask the remedy questions of a set, each of the casebook that it names."""
    asked = [one for one in read_questions(_SETS[name]) if one.kind == REMEDY_KIND and one.is_answerable]
    shown: list[Shown] = []
    for casebook in CASEBOOKS:
        questions = [question for question in asked if question.casebook == casebook]
        if questions:
            with assistant_over(casebook) as assistant:
                shown += [_show(assistant, question) for question in questions]
    return shown


def _show(assistant: Assistant, question: Question) -> Shown:
    cases = assistant.ask(question.question, question.history).evidence.cases
    wanted = [reference for reference, grade in question.grades.items() if grade == 2]
    missing = set(wanted) - {case.decision.reference.value for case in cases}
    decisions = assistant.casebook.decisions([CaseReference.parse(reference) for reference in sorted(missing)])
    return Shown(
        question,
        cases,
        tuple(Case("", one, (), 0.0, Relevance.CLOSE, "") for one in decisions.values()),
    )


def _sums(cases: Sequence[Case]) -> frozenset[Pair]:
    summary = summarise_remedies(Evidence(tuple(cases), len(cases), (), ()))
    return frozenset(
        (row.reference.value, row.remedy.amount_pence / 100)
        for row in summary.payments
        if row.remedy.amount_pence is not None
    )


def _as_told(one: Shown) -> frozenset[Pair]:
    return _sums(one.cases)


def _right_of_shown(one: Shown) -> frozenset[Pair]:
    right = [case for case in one.cases if one.question.grades.get(case.decision.reference.value) == 2]
    return _sums([replace(case, relevance=Relevance.CLOSE) for case in right])


def _right_of_all(one: Shown) -> frozenset[Pair]:
    return _right_of_shown(one) | _sums(one.not_shown)


def _right_of_told(one: Shown) -> frozenset[Pair]:
    return _as_told(one) & one.question.amounts


_STEPS: dict[str, Callable[[Shown], frozenset[Pair]]] = {
    "as told": _as_told,
    "right sums of those told": _right_of_told,
    "right cases of those shown": _right_of_shown,
    "all right cases": _right_of_all,
}


def why_wrong(one: Shown) -> Iterator[str]:
    """For each sum that was told and not wanted, the class that it belongs to."""
    by_reference = {case.decision.reference.value: case for case in one.cases}
    rows = summarise_remedies(Evidence(one.cases, len(one.cases), (), ())).payments
    wrong: dict[tuple[str, float], PaymentRow] = {}
    for row in rows:
        if row.remedy.amount_pence is not None:
            wrong.setdefault((row.reference.value, row.remedy.amount_pence / 100), row)
    for pair in wrong.keys() - one.question.amounts:
        grade = one.question.grades.get(pair[0], 0)
        case, remedy = by_reference[pair[0]], wrong[pair].remedy
        if grade < 2:
            yield f"grade {grade}, {case.relevance.value}"
        elif len(case.decision.findings) == 1:
            yield "grade 2: another loss by the one fault of the decision"
        elif remedy.issue is None:
            yield "grade 2: bound to no issue"
        else:
            yield "grade 2: another fault of the decision"


def why_missed(one: Shown) -> Iterator[str]:
    """For each sum that was wanted and not told, where its case stood."""
    by_reference = {case.decision.reference.value: case for case in one.cases}
    for reference, _ in one.question.amounts - _as_told(one):
        case = by_reference.get(reference)
        if case is None:
            yield "not among the twenty shown"
        elif case.relevance is Relevance.BACKGROUND:
            yield "shown as background"
        else:
            yield "counted, with another sum"


def main() -> None:
    """Print the table of each set."""
    for name in _SETS:
        shown = show_all(name)
        wanted = [one.question.amounts for one in shown]
        print(f"\n{name}: {len(shown)} questions, {sum(map(len, wanted))} sums wanted")
        for step, told in _STEPS.items():
            precision, found = precision_and_recall([told(one) for one in shown], wanted)
            print(f"  {step:30}{precision:6.2f} /{found:5.2f}")
        for title, classes in (("wrong", why_wrong), ("missed", why_missed)):
            counted = Counter(kind for one in shown for kind in classes(one))
            print(f"  {title}: {sum(counted.values())}")
            for kind, count in sorted(counted.items()):
                print(f"    {count:3} {kind}")


if __name__ == "__main__":
    main()
