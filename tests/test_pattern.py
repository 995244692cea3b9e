"""The pattern of an answer's payments: every row once in plot and table, drawn only where there is something to see."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.chat.evidence import render_sources
from assistant.chat.pattern import number_payments, render_cases, render_pattern
from assistant.chat.pattern.plot import lines_of
from assistant.chat.pattern.rows import CaseRow, RowKind, of_kind, read_rows, say_row, say_sum
from assistant.composing.parts import close_told
from assistant.domain import (
    Answer,
    ComparedSide,
    Decision,
    EvidenceSide,
    Filters,
    Outcome,
    Payee,
    Purpose,
    QuestionKind,
    Relevance,
    Remedy,
    RemedyKind,
    RemedyStatus,
)
from assistant.taking import number_citations
from assistant.text import format_money
from tests.builders import case, decision, full_text, remedy
from tests.pattern_builders import answer_about, dots, paying, table_rows, words

# --------------------------------------------------------------------------- rows


def test_every_comparable_case_has_its_rows_and_the_lost_ones_are_among_them() -> None:
    answer = answer_about(
        paying(1, 300, 450),
        decision(2, outcome=Outcome.NOT_UPHELD, remedies=()),
        decision(3, remedies=(Remedy(RemedyKind.PAYMENT),)),
        decision(4, remedies=(remedy(rate_pence=25_000, per="month"),)),
        decision(5, remedies=(remedy(RemedyKind.REFUND, 900),)),
        decision(6, remedies=(remedy(pounds=200, per="person"),)),
        case(decision(7), relevance=Relevance.BACKGROUND),
    )
    rows = read_rows(answer)
    assert [(row.kind, say_sum(row)) for row in rows] == [
        (RowKind.SUM, "£300"),
        (RowKind.SUM, "£450"),
        (RowKind.UNPAID, "no payment"),
        (RowKind.UNSTATED, "sum not stated"),
        (RowKind.RATE, "£250 a month"),
        (RowKind.APART, "£900"),
        (RowKind.RATE, "£200 each"),
    ]
    assert [row.rank for row in rows] == [0, 0, 1, 2, 3, 4, 5]
    assert "not upheld" in words(render_cases(1, answer)).lower()


def test_a_payment_that_was_not_asked_for_is_not_counted_and_its_case_says_so() -> None:
    answer = answer_about(paying(1, 300), paying(2, 2000), filters=Filters(amount_min_pence=100_000))
    assert [row.kind for row in read_rows(answer)] == [RowKind.NOT_COUNTED, RowKind.SUM]
    assert "Not counted" in words(render_cases(1, answer))


def test_an_answer_without_comparable_cases_has_no_rows_no_plot_and_no_table() -> None:
    assert read_rows(answer_about()) == ()
    assert render_pattern(1, answer_about()) == ""
    assert render_cases(1, answer_about()) == ""


_SUM = st.one_of(st.integers(0, 100), st.sampled_from([0, 1, 5, 50, 150, 300, 999.99, 20_000, 1_000_000]))
_REMEDY = st.builds(
    lambda pounds, payee, status, kind, purpose, per: remedy(
        kind, pounds, payee=payee, status=status, purpose=purpose, per=per
    ),
    _SUM,
    st.sampled_from(list(Payee)),
    st.sampled_from([one for one in RemedyStatus if one not in (RemedyStatus.CLAIMED, RemedyStatus.REFUSED)]),
    st.sampled_from([RemedyKind.PAYMENT, RemedyKind.PAYMENT, RemedyKind.REFUND]),
    st.sampled_from(list(Purpose)),
    st.sampled_from([None, None, None, "month", "person"]),
)


@st.composite
def _answers(draw: st.DrawFn) -> Answer:
    """Answers over up to twelve decisions of any year, each with up to four payments of any kind."""
    cases = []
    for number in range(1, draw(st.integers(1, 12)) + 1):
        remedies = tuple(draw(st.lists(_REMEDY, max_size=4)))
        year = draw(st.sampled_from([None, 2013, 2019, 2020, 2021, 2025]))
        relevance = draw(st.sampled_from(list(Relevance)))
        own = decision(number, remedies=remedies, decided=date(year, 6, 17) if year else None)
        cases.append(case(own, relevance=relevance, issue=None))
    return answer_about(*cases)


@given(_answers())
@settings(max_examples=150)
def test_each_payment_with_a_sum_stands_once_in_the_plot_and_once_in_the_table(answer: Answer) -> None:
    rows = read_rows(answer, number_payments(answer, {}))
    table = table_rows(render_cases(1, answer))
    assert Counter(re.search(r'data-kind="([^"]+)"', row)[1] for row in table) == Counter(row.kind for row in rows)  # type: ignore[index]
    assert len(of_kind(rows, RowKind.SUM)) == len(answer.summary.rows_with_sums)
    assert sum(row.payment is not None for row in rows) == len(answer.summary.payments)
    in_table = [int(pence) for row in table for pence in re.findall(r'data-pence="(\d+)"', row)]
    assert Counter(in_table) == Counter(answer.summary.sums)
    plotted = Counter(dots(render_pattern(1, answer)))
    expected: Counter[str] = Counter()
    if answer.summary.is_range:
        expected += Counter(f"{say_row(row)} Show the source." for row in of_kind(rows, RowKind.SUM))
    if len(apart := of_kind(rows, RowKind.APART)) >= 3:
        expected += Counter(f"{say_row(row)} Show the source." for row in apart)
    assert plotted == expected


@given(_answers())
@settings(max_examples=60)
def test_the_words_beside_the_plot_have_the_figures_of_the_summary(answer: Answer) -> None:
    page = render_pattern(1, answer)
    summary = answer.summary
    if not summary.is_range:
        assert "The payments, by year" not in page
        return
    said = words(page)
    assert f"{len(summary.sums)} payments with a sum, in {summary.paying} of {summary.decisions} comparable" in said
    assert format_money(summary.lowest_pence or 0) in said
    assert format_money(summary.highest_pence or 0) in said
    if summary.unpaid:
        assert f"{len(summary.unpaid)} comparable decision" in said
    told = close_told(answer.query, summary) or summary
    if told.median_pence is not None and told.lowest_pence != told.highest_pence:
        assert f"median, {format_money(told.median_pence)}" in said


# --------------------------------------------------------------------------- when there is a plot


@pytest.mark.parametrize(
    ("cases", "is_drawn"),
    [
        pytest.param((), False, id="no case"),
        pytest.param((paying(1, 100), paying(2, 200)), False, id="two payments"),
        pytest.param((paying(1, 100, 200, 300),), False, id="three payments of one decision are no pattern"),
        pytest.param((paying(1, 100, 200), paying(2, 300)), True, id="three payments of two decisions"),
        pytest.param((paying(1, 100), paying(2, 100), paying(3, 100)), True, id="three equal payments"),
        pytest.param(
            tuple(decision(n, remedies=(remedy(rate_pence=10_000, per="month"),)) for n in (1, 2, 3)),
            False,
            id="rates alone",
        ),
        pytest.param(
            tuple(decision(n, remedies=(Remedy(RemedyKind.PAYMENT),)) for n in (1, 2, 3)), False, id="unknown"
        ),
    ],
)
def test_a_plot_is_drawn_from_three_payments_on(cases: tuple[Decision, ...], is_drawn: bool) -> None:
    assert ("data-plot" in render_pattern(1, answer_about(*cases))) is is_drawn


@pytest.mark.parametrize("kind", [QuestionKind.SINGLE_CASE, QuestionKind.MEANING, QuestionKind.SERVICE_IMPROVEMENTS])
def test_a_question_that_is_not_about_money_has_no_plot(kind: QuestionKind) -> None:
    cases = [paying(n, 100 * n) for n in range(1, 6)]
    assert render_pattern(1, answer_about(*cases, kind=kind)) == ""


def test_rates_and_unknown_sums_are_told_apart_and_never_on_the_scale() -> None:
    answer = answer_about(
        *(paying(n, 100 * n) for n in (1, 2, 3)),
        decision(4, remedies=(remedy(rate_pence=900_000, per="term"),)),
        decision(5, remedies=(Remedy(RemedyKind.PAYMENT),)),
        decision(6, remedies=(), outcome=Outcome.CLOSED),
    )
    page = render_pattern(1, answer)
    assert len(dots(page)) == 3
    assert not any("9,000" in dot for dot in dots(page))
    said = words(page)
    for told in ("1 rate, no sum: £9,000 a term", "1 decision with money whose sum is not stated"):
        assert told in said
    assert "1 comparable decision without a payment" in said
    assert "21 000 006   Northmoor Council , June 2021: closed after initial enquiries" in said


def test_refunds_have_a_plot_of_their_own_from_three_on() -> None:
    refunds = [decision(n, remedies=(remedy(RemedyKind.REFUND, 1000 * n),)) for n in (1, 2, 3)]
    page = render_pattern(1, answer_about(*refunds))
    assert len(dots(page)) == 3
    assert "3 refunds and counted losses in 3 decisions, from £1,000 to £3,000" in words(page)
    beside = render_pattern(1, answer_about(*refunds[:2], *(paying(n, 100 * n) for n in (4, 5, 6))))
    assert len(dots(beside)) == 3
    assert "2 refunds or counted losses" in words(beside)


def test_the_range_is_that_of_the_close_cases_where_the_headline_tells_theirs() -> None:
    partly = case(paying(4, 2000), relevance=Relevance.PARTLY)
    said = words(render_pattern(1, answer_about(paying(1, 100), paying(2, 200), paying(3, 400), partly)))
    assert "Shaded: the range of the close cases, £100 to £400." in said
    assert "3 of them in close cases, 1 in partly comparable ones." in said


# --------------------------------------------------------------------------- lines


def labels(answer: Answer) -> list[tuple[str, int]]:
    return [(line.label, len(line.rows)) for line in lines_of(answer, of_kind(read_rows(answer), RowKind.SUM))]


def test_years_stand_newest_first_with_their_gaps_and_the_undated_apart() -> None:
    cases = [paying(n, 100, year=year) for n, year in enumerate((2015, 2019, 2021, 2021, None), start=1)]
    assert labels(answer_about(*cases)) == [
        ("2021", 2),
        ("2020", 0),
        ("2019", 1),
        ("2016–2018", 0),
        ("2015", 1),
        ("Year not known", 1),
    ]


def test_a_comparison_is_drawn_side_by_side_with_what_stands_on_no_side() -> None:
    cases = [paying(1, 100, payee=Payee.CHILD), paying(2, 200), paying(3, 300, payee=Payee.FAMILY_MEMBER)]
    sides = (
        EvidenceSide("the child", ("C1", "C2", "C3"), (Payee.CHILD,)),
        EvidenceSide("the parent", ("C1", "C2", "C3"), (Payee.COMPLAINANT,)),
    )
    answer = answer_about(*cases, kind=QuestionKind.COMPARE, sides=sides)
    answer = replace(
        answer, query=replace(answer.query, compared=(ComparedSide("the child"), ComparedSide("the parent")))
    )
    assert labels(answer) == [("The child", 1), ("The parent", 1), ("On no side", 1)]


# --------------------------------------------------------------------------- sources


@pytest.mark.parametrize("own", [decision(1, "Fault. It should pay £300. It will pay £450 too."), full_text(1)])
def test_each_payment_opens_a_passage_that_is_marked_in_its_source(own: Decision) -> None:
    answer = answer_about(own, paying(2, 300), paying(3, 500))
    numbers = number_payments(answer, number_citations(answer.statements))
    decisions = {one.decision.reference: one.decision for one in answer.evidence.cases}
    sources = render_sources(1, answer, decisions, numbers)
    rows: Sequence[CaseRow] = read_rows(answer, numbers)
    for row in rows:
        assert row.number is not None
        assert f'data-cites="{row.number}"' in sources
        assert f'data-cite="{row.number}"' in render_cases(1, answer)
        assert f'data-cite="{row.number}"' in render_pattern(1, answer)


def test_the_sentence_that_states_the_sum_is_opened_before_one_that_only_tells_of_it() -> None:
    text = "The late education plan was issued late after a late education plan review. It was told to pay £750."
    own = decision(1, text, remedies=(remedy(pounds=750),))
    numbers = number_payments(answer_about(own), {})
    assert [citation.quote for citation in numbers] == ["It was told to pay £750."]
