"""Answers with payments, and what their plots and tables say."""

from __future__ import annotations

import re
from datetime import date
from html import unescape
from typing import Any

from assistant.domain import Answer, AnswerStatus, Case, CitationReport, Decision, Filters, QuestionKind
from assistant.remedies import summarise_remedies
from tests.builders import decision, evidence, facts, query, remedy

NO_FILTERS = Filters()
HOSTILE = (
    "<img src=x onerror=alert(1)> <script>alert(2)</script> </button></li></figure> [l](javascript:alert(3)) "
    "\u202eevil \"quoted\" 'single' &amp; {{value}}"
)


def answer_about(
    *cases: Case | Decision,
    kind: QuestionKind = QuestionKind.TYPICAL_REMEDY,
    filters: Filters = NO_FILTERS,
    **more: object,
) -> Answer:
    """An answer that rests on these cases, without a word of its own."""
    found = evidence(*cases, **more)
    return Answer(
        AnswerStatus.FOUND,
        query(kind, filters=filters),
        (),
        found,
        summarise_remedies(found, filters),
        CitationReport(),
        facts(),
        0.1,
    )


def paying(number: int, *pounds: float, year: int | None = 2021, **given: Any) -> Decision:
    """A decision with payments of so many pounds."""
    own = tuple(remedy(pounds=one, **given) for one in pounds)
    return decision(number, remedies=own, decided=date(year, 6, 17) if year else None)


def dots(page: str) -> list[str]:
    """What each dot of the plots says of itself, in order."""
    return [unescape(name) for name in re.findall(r'<button type="button" class="dot"[^>]*aria-label="([^"]*)"', page)]


def table_rows(page: str) -> list[str]:
    return re.findall(r"<tr(?=[^>]*data-kind).*?</tr>", page, re.DOTALL)


def words(page: str) -> str:
    return unescape(re.sub(r"<[^>]+>", " ", page))
