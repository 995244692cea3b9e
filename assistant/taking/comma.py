"""Reports → CSV: a row for each payment and for each decision without one, as a spreadsheet opens it safely.

UTF-8 with a byte order mark, because Excel otherwise reads "£" as two characters. Every row carries the question, the
casebook and the acknowledgement, so that rows that are sorted, filtered or copied away do not lose them.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence

from assistant.domain import PaymentRow
from assistant.labels import ACKNOWLEDGEMENT, LINK_NOTE, NOT_ADVICE
from assistant.taking.report import CaseRow, Report
from assistant.text import pounds
from assistant.visible import in_one_line

COLUMNS: tuple[str, ...] = (
    "Reference",
    "Body",
    "Decided",
    "Outcome",
    "Category",
    "Subcategory",
    "Issue",
    "Relevance",
    "Counted",
    "Side",
    "Paid for this issue",
    "Remedy",
    "Amount (£)",
    "Rate (£)",
    "Per",
    "Paid to",
    "Paid for",
    "Status",
    "Known from",
    "Decision on the Ombudsman’s site",
    "Address",
    "Question",
    "Answer",
    "Casebook",
    "Terms",
)
# What a spreadsheet takes for the start of a formula, full-width forms with it. OWASP's rule: an apostrophe before it.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "|", "%", "＝", "＋", "－", "＠")
# The most characters that Excel keeps in one cell; of a longer text the rest would be lost or spill into other cells.
_LONGEST_CELL = 32_000

_Cell = str | int | float


def write_comma(reports: Sequence[Report]) -> bytes:
    """The decisions of all reports, a heading row first; a question without decisions has one row that says so."""
    file = io.StringIO()
    writer = csv.writer(file, quoting=csv.QUOTE_NONNUMERIC, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for report in reports:
        for row in _rows(report):
            writer.writerow([_guard(row.get(column, "")) for column in COLUMNS])
    return file.getvalue().encode("utf-8-sig")


def _rows(report: Report) -> Iterator[dict[str, _Cell]]:
    about: dict[str, _Cell] = {
        "Question": report.question,
        "Answer": report.status,
        "Casebook": report.casebook,
        "Terms": f"{NOT_ADVICE} {ACKNOWLEDGEMENT}",
    }
    for case in report.rows:
        for payment in case.payments or (None,):
            yield _case(case) | (_payment(payment, case) if payment else {}) | about
    if not report.rows:
        yield about


def _case(case: CaseRow) -> dict[str, _Cell]:
    return {
        "Reference": str(case.reference),
        "Body": case.body,
        "Decided": case.decided.isoformat() if case.decided else "",
        "Outcome": case.outcome,
        "Category": case.category,
        "Subcategory": case.subcategory,
        "Issue": case.issue,
        "Relevance": case.relevance,
        "Counted": "yes" if case.is_counted else "no",
        "Side": case.side,
        "Paid for this issue": case.paid,
        "Known from": case.known_from,
        "Decision on the Ombudsman’s site": case.link or "",
        "Address": LINK_NOTE if case.is_link_built else "",
    }


def _payment(row: PaymentRow, case: CaseRow) -> dict[str, _Cell]:
    remedy = row.remedy
    amount, rate = remedy.amount_pence, remedy.rate_pence
    # A sum of so much for each person or month is a rate, and must not be added up with sums.
    if rate is None and remedy.per is not None:
        amount, rate = None, amount
    return {
        "Issue": remedy.issue or case.issue,
        "Remedy": remedy.kind.value,
        "Amount (£)": _number(amount),
        "Rate (£)": _number(rate),
        "Per": remedy.per or "",
        "Paid to": remedy.payee.value,
        "Paid for": remedy.purpose.value,
        "Status": remedy.status.value,
    }


def _number(pence: int | None) -> _Cell:
    in_pounds = pounds(pence)
    return "" if in_pounds is None else in_pounds


def _guard(cell: _Cell) -> _Cell:
    """A text as one line that no spreadsheet takes for a formula; numbers are ours and stay numbers."""
    if not isinstance(cell, str):
        return cell
    text = in_one_line(cell)
    if len(text) > _LONGEST_CELL:
        text = text[:_LONGEST_CELL] + "…"
    return f"'{text}" if text.startswith(_FORMULA) else text
