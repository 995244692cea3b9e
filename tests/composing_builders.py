"""What the tests of composing share: a draft from evidence, and cases that paid."""

from __future__ import annotations

from dataclasses import replace

from assistant.composing import compose
from assistant.domain import (
    Case,
    CasebookFacts,
    Draft,
    Evidence,
    Query,
    QuestionKind,
    StatementRole,
)
from assistant.remedies import summarise_remedies
from tests.builders import (
    LATE_PLAN,
    case,
    decision,
    facts,
    query,
    remedy,
)

ROLE = StatementRole
COMPARING = [
    QuestionKind.TYPICAL_REMEDY,
    QuestionKind.IS_IT_FAULT,
    QuestionKind.HOW_TREATED,
    QuestionKind.BODY_HISTORY,
    QuestionKind.LIST_CASES,
    QuestionKind.MEANING,
]


def draft_for(found: Evidence, asked: Query | None = None, held: CasebookFacts | None = None) -> Draft:
    """What is said of the evidence, before it is checked."""
    return compose(asked or query(), found, summarise_remedies(found), held or facts())


def paying(number: int, pounds: float | None = 300, **given: object) -> Case:
    """A comparable case with one payment for a late plan; of a sum that is not stated without ``pounds``."""
    row = remedy(amount_pence=None) if pounds is None else remedy(pounds=pounds)
    made = decision(number, remedies=(replace(row, issue=LATE_PLAN),))
    return case(replace(made, **given))  # type: ignore[arg-type]  # fields as given


def many(number: int) -> list[Case]:
    """So many cases, with £100, £200 and so on."""
    return [paying(n, 100 * n) for n in range(1, number + 1)]
