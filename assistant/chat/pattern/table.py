"""Answer → the table of its cases: a row for each payment and for each case without one, to sort and to filter.

The script in ``scripts/40-pattern.js`` sorts, filters and counts by what the rows carry (``data-…``); without it the
whole table stands there, nearest case first. What is background is listed below, folded, and never counted.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from assistant.chat.evidence import source_id
from assistant.chat.markup import Markup, markup, tag
from assistant.chat.pattern.marks import mark_of
from assistant.chat.pattern.rows import (
    CaseRow,
    RowKind,
    capitalise,
    say_body,
    say_issue,
    say_payee,
    say_status,
    say_sum,
)
from assistant.chat.words import BASIS_SHORT, RELEVANCE_LABELS
from assistant.composing.phrases import describe_outcome
from assistant.domain import Answer, Case, Purpose, Relevance
from assistant.text import format_count, format_money, format_month

# Beyond so many rows the table is folded: a trend counts whole years.
_ROWS_OPEN = 25
# From so many rows there is something to sort and to filter.
_TOOLS_FROM = 5
_NOTHING = "–"
_COLUMNS = ("Decision", "Decided", "Sum", "Paid to", "Status", "For what", "How near", "Outcome")
_BACKGROUND_COLUMNS = ("Decision", "Decided", "How near", "Outcome")
# The columns by which the rows can be put in order; "near" is the order in which they come.
_KEYS = ("body", "decided", "sum", "payee", "status", "issue", "near", "outcome")


def render_table(turn: int, answer: Answer, rows: Sequence[CaseRow], *, cited: int) -> Markup:
    """The table of the decisions that were counted; below it, folded, those that are background. Neither: nothing.

    ``cited`` places are cited by the answer's words; numbers beyond are the table's own, and not among printed sources.
    """
    background = [case for case in answer.evidence.cases if case.relevance is Relevance.BACKGROUND]
    parts: list[str] = []
    if rows:
        table = _counted(turn, answer, rows, cited)
        number = len({row.case.key for row in rows})
        folded = tag("details", tag("summary", f"Show the {number} comparable decisions"), table)
        parts.append(table if len(rows) <= _ROWS_OPEN else folded)
    if background:
        number = len(background)
        noun = f"{number} {'more ' if rows else ''}decision{'s' if number > 1 else ''}"
        table = _background(turn, background)
        parts.append(tag("details", tag("summary", f"{noun} for background, not counted"), table))
    return tag("div", *parts, class_="case-table") if parts else markup()


def _counted(turn: int, answer: Answer, rows: Sequence[CaseRow], cited: int) -> Markup:
    number = len({row.case.key for row in rows})
    order = "side by side" if answer.evidence.sides else "nearest first"
    caption = f"The {number} comparable decisions, {order}" if number > 1 else "The decision"
    has_tools = len(rows) >= _TOOLS_FROM
    table = _table(
        caption,
        [_heading(name, key, has_tools) for name, key in zip(_COLUMNS, _KEYS, strict=True)],
        (_row(turn, row, place, cited) for place, row in enumerate(rows)),
    )
    tools = _tools(rows) if has_tools else ""
    beneath = tag("div", tag("p", say_shown(rows), class_="rows-shown", data_shown=True), class_="beneath")
    return tag("div", tools, table, beneath if has_tools else "", class_="payments", data_payments=True)


def _table(caption: str, headings: Iterable[str], rows: Iterable[str]) -> Markup:
    # Roles are said although the elements imply them: on a phone the rows are laid out as cards, and browsers
    # then forget that they are a table.
    return tag(
        "table",
        tag("caption", caption),
        tag("thead", tag("tr", *headings, role="row"), role="rowgroup"),
        tag("tbody", *rows, role="rowgroup"),
        class_="cases",
        role="table",
    )


def _heading(name: str, key: str, has_tools: bool) -> Markup:
    if not has_tools:
        return tag("th", name, scope="col", role="columnheader")
    is_sorted = key == "near"
    button = tag("button", name, type="button", class_="sort", data_sort=key)
    order = "ascending" if is_sorted else "none"
    return tag("th", button, scope="col", role="columnheader", aria_sort=order, data_key=key)


# --------------------------------------------------------------------------- rows


def _row(turn: int, row: CaseRow, place: int, cited: int) -> Markup:
    decision = row.case.decision
    decided = decision.decided
    cells = (
        (_short_month(decided), decided.isoformat() if decided else ""),
        (_sum(turn, row, cited), str(row.pence) if row.pence is not None else ""),
        (capitalise(say_payee(row)) or _NOTHING, say_payee(row)),
        (capitalise(say_status(row)) or _NOTHING, say_status(row)),
        (_for_what(row), say_issue(row).lower()),
        (RELEVANCE_LABELS[row.case.relevance], f"{place:05d}"),
        (describe_outcome(decision).capitalize(), describe_outcome(decision)),
    )
    return tag(
        "tr",
        _decision_cell(turn, row.case, say_body(row).lower()),
        *(
            tag(
                "td",
                tag("span", cell, class_="content"),
                role="cell",
                class_="nothing" if cell == _NOTHING else None,
                data_label=label,
                data_value=value,
            )
            for label, (cell, value) in zip(_COLUMNS[1:], cells, strict=True)
        ),
        role="row",
        class_=row.case.relevance.value,
        data_kind=row.kind.value,
        data_reference=str(decision.reference),
        data_payee=say_payee(row) or None,
        data_status=say_status(row) or row.kind.value,
        data_pence=str(row.pence) if row.kind is RowKind.SUM else None,
    )


def _short_month(day: date | None) -> str:
    """``Sep 2025``: the whole month has no room in its column."""
    if day is None:
        return "Not known"
    month, year = format_month(day).split()
    return f"{month[:3]} {year}"


def _decision_cell(turn: int, case: Case, value: str) -> Markup:
    decision = case.decision
    opener = tag(
        "button",
        str(decision.reference),
        type="button",
        class_="open-case",
        data_open=source_id(turn, decision.reference),
        aria_label=f"{decision.reference} Show this decision",
    )
    kind = "full-text" if decision.is_full_text else "digest"
    basis = tag("span", BASIS_SHORT[decision.basis], class_=f"known {kind}")
    name = tag("bdi", decision.body or "Body not named", class_="body-name")
    return tag("th", opener, name, basis, scope="row", role="rowheader", data_value=value)


def _sum(turn: int, row: CaseRow, cited: int) -> Markup:
    """The sum with its mark, and the number that opens the sentence behind it."""
    said = capitalise(say_sum(row)) if row.payment is None else say_sum(row)
    note = tag("span", f" ({row.kind.value})", class_="aside") if row.kind is RowKind.APART else ""
    words = markup(mark_of(row), tag("span", said, class_="sum"), note)
    if row.number is None:
        return words
    marker = tag(
        "button",
        f"[{row.number}]",
        type="button",
        class_="cite" if row.number <= cited else "cite further",
        data_open=source_id(turn, row.case.decision.reference),
        data_cite=str(row.number),
        aria_label=f"[{row.number}] Show the source: {say_body(row)}, {row.case.decision.reference}",
    )
    return markup(words, " ", marker)


def _for_what(row: CaseRow) -> Markup:
    purpose = row.payment.remedy.purpose if row.payment else Purpose.NOT_STATED
    said = "" if purpose is Purpose.NOT_STATED else capitalise(purpose.value)
    issue = say_issue(row)
    if not said and not issue:
        return markup("Not stated" if row.payment else _NOTHING)
    about = tag("bdi", f"“{issue}”") if issue else ""
    return markup(f"{said}, " if said and issue else said, about)


# --------------------------------------------------------------------------- tools


def _tools(rows: Sequence[CaseRow]) -> Markup:
    """A box to filter by words, and lists to filter by status and payee where there is a choice."""
    box = tag("input", type="search", data_filter="text", autocomplete="off")
    statuses = sorted({say_status(row) or row.kind.value for row in rows})
    payees = sorted({say_payee(row) for row in rows if row.payment})
    named = zip(_KEYS, _COLUMNS, strict=True)
    orders = [("near", "as they come"), *((key, name.lower()) for key, name in named if key != "near")]
    order = tag(
        "label",
        tag("span", "Order"),
        tag("select", *(tag("option", name, value=key) for key, name in orders), data_order=True),
        class_="for-cards",
    )
    search = tag("label", tag("span", "Show rows with"), box)
    parts = [search, _choice("Status", "status", statuses), _choice("Paid to", "payee", payees), order]
    return tag("div", *parts, class_="table-tools", role="group", aria_label="Filter and order these rows")


def _choice(name: str, key: str, values: Sequence[str]) -> Markup:
    if len(values) < 2:
        return markup()
    options = [tag("option", "any", value=""), *(tag("option", value, value=value) for value in values)]
    return tag("label", tag("span", name), tag("select", *options, data_filter=key))


def say_shown(rows: Sequence[CaseRow]) -> str:
    """``12 rows: 10 decisions, 7 sums from £100 to £2,400``. Sums are not added: people's losses make no total."""
    decisions = len({row.case.decision.reference for row in rows})
    sums = [row.pence for row in rows if row.kind is RowKind.SUM and row.pence is not None]
    said = f"{format_count(len(rows), 'row')}: {format_count(decisions, 'decision')}, "
    if not sums:
        return f"{said}no sum."
    span = format_money(min(sums)) + (f" to {format_money(max(sums))}" if max(sums) > min(sums) else "")
    return f"{said}{format_count(len(sums), 'sum')}{' from' if max(sums) > min(sums) else ' of'} {span}."


# --------------------------------------------------------------------------- background


def _background(turn: int, cases: Sequence[Case]) -> Markup:
    headings = [tag("th", name, scope="col", role="columnheader") for name in _BACKGROUND_COLUMNS]
    return _table("Background decisions", headings, (_background_row(turn, case) for case in cases))


def _background_row(turn: int, case: Case) -> Markup:
    decision = case.decision
    cells = (
        _short_month(decision.decided),
        RELEVANCE_LABELS[case.relevance],
        describe_outcome(decision).capitalize(),
    )
    return tag(
        "tr",
        _decision_cell(turn, case, ""),
        *(
            tag("td", tag("span", cell, class_="content"), role="cell", data_label=label)
            for label, cell in zip(_BACKGROUND_COLUMNS[1:], cells, strict=True)
        ),
        role="row",
        class_=case.relevance.value,
    )
