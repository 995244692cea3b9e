"""The decisions of an answer → the tables that every form carries: counted ones first, then those for background."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from assistant.composing.phrases import describe_outcome, describe_payments, describe_unstated
from assistant.domain import Answer, Case, EvidenceSide, Outcome, PaymentRow, QuestionKind, Relevance
from assistant.labels import BASIS_SHORT, RELEVANCE_LABELS
from assistant.links import ombudsmans_page
from assistant.taking.report import CaseRow, CaseTable
from assistant.text import format_count, join_words


def describe_paid(case: Case, answer: Answer) -> str:
    """What was paid for the issue asked about; a case that was not counted says so."""
    reference, summary = case.decision.reference, answer.summary
    rows = _payments(case, answer)
    if rows or reference in summary.unstated:
        paid = describe_payments(rows) if rows else describe_unstated(case)
        return paid[:1].upper() + paid[1:]
    return "No payment" if reference in summary.unpaid else "Not counted"


def tables_of(answer: Answer) -> tuple[CaseTable, ...]:
    """One table of the counted decisions, or one for each side of a comparison; then the background; else none."""
    counted = [case for case in answer.evidence.cases if case.relevance is not Relevance.BACKGROUND]
    background = [case for case in answer.evidence.cases if case.relevance is Relevance.BACKGROUND]
    tables = list(_sides(counted, answer)) if _has_sides_of_its_own(answer) else []
    if not tables and counted:
        order = "side by side" if answer.evidence.sides else "nearest first"
        number = len(counted)
        caption = f"The {number} comparable decisions, {order}" if number > 1 else "The decision"
        tables.append(_table(caption, counted, answer))
    if background:
        tables.append(_table("Background decisions, not counted", background, answer, is_counted=False))
    return tuple(tables)


def _has_sides_of_its_own(answer: Answer) -> bool:
    """Whether the question compares sides that share no case; the years of a trend stand in the column of dates."""
    keys = [key for side in answer.evidence.sides for key in side.keys]
    return answer.query.kind is QuestionKind.COMPARE and len(answer.evidence.sides) > 1 and len(keys) == len(set(keys))


def _sides(counted: Sequence[Case], answer: Answer) -> Iterator[CaseTable]:
    held = {case.key: case for case in counted}
    for side in answer.evidence.sides:
        cases = [held.pop(key) for key in side.keys if key in held]
        if cases:
            number = format_count(len(cases), "comparable decision")
            yield _table(f"{side.label[:1].upper()}{side.label[1:]}: {number}", cases, answer, side)
    if held:
        yield _table("Further comparable decisions", list(held.values()), answer)


def _table(
    caption: str, cases: Sequence[Case], answer: Answer, side: EvidenceSide | None = None, *, is_counted: bool = True
) -> CaseTable:
    rows = tuple(_row(case, answer, side.label if side else _label(case, answer)) for case in cases)
    return CaseTable(caption, rows, _tally(rows) if is_counted and len(rows) > 1 else "", is_counted)


def _label(case: Case, answer: Answer) -> str:
    return join_words(side.label for side in answer.evidence.sides if case.key in side.keys)


def _payments(case: Case, answer: Answer) -> tuple[PaymentRow, ...]:
    return tuple(row for row in answer.summary.payments if row.case_key == case.key)


def _row(case: Case, answer: Answer, side: str) -> CaseRow:
    decision, payments = case.decision, _payments(case, answer)
    return CaseRow(
        reference=decision.reference,
        body=decision.body or "Body not named",
        decided=decision.decided,
        outcome=describe_outcome(decision).capitalize(),
        ended=decision.outcome,
        category=decision.category or "",
        subcategory=decision.subcategory or "",
        issue=case.issue or "",
        relevance=RELEVANCE_LABELS[case.relevance],
        paid=describe_paid(case, answer),
        known_from=BASIS_SHORT[decision.basis],
        is_full_text=decision.is_full_text,
        is_counted=case.relevance is not Relevance.BACKGROUND,
        link=ombudsmans_page(decision.url),
        side=side,
        is_sum_missing=not payments and decision.reference in answer.summary.unstated,
        payments=payments,
    )


_ENDED: dict[Outcome | None, str] = {
    Outcome.UPHELD: "upheld",
    Outcome.NOT_UPHELD: "not upheld",
    Outcome.CLOSED: "closed after initial enquiries",
    Outcome.DISCONTINUED: "discontinued",
    None: "with an outcome that is not known",
}

_MONEY = {"stated": "a sum in", "unstated": "no sum stated in", "none": "none in"}


def _tally(rows: Sequence[CaseRow]) -> str:
    """How the decisions ended, and in how many of them money that answers the question is recorded."""
    ended = Counter(row.ended for row in rows)
    said = join_words(f"{ended[outcome]} {words}" for outcome, words in _ENDED.items() if ended[outcome])
    money = Counter("stated" if row.payments else "unstated" if row.is_sum_missing else "none" for row in rows)
    counted = join_words(f"{words} {money[kind]}" for kind, words in _MONEY.items() if money[kind])
    return f"Of these {len(rows)}: {said}. Money for this issue: {counted}."
