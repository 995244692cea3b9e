"""The pattern of an answer's payments: every row once in plot and table, on an honest scale, and nothing more."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from html import unescape
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.chat.evidence import render_sources
from assistant.chat.pattern import number_payments, render_cases, render_pattern
from assistant.chat.pattern.history import say_history
from assistant.chat.pattern.marks import draw_mark
from assistant.chat.pattern.placing import NARROWEST_PIXELS, choose_pitch, spread
from assistant.chat.pattern.plot import lines_of
from assistant.chat.pattern.rows import CaseRow, RowKind, of_kind, read_rows, say_row, say_sum
from assistant.chat.pattern.scale import make_scale
from assistant.composing.parts import close_told
from assistant.domain import (
    Answer,
    AnswerStatus,
    Case,
    CitationReport,
    ComparedSide,
    Decision,
    EvidenceSide,
    Filters,
    Outcome,
    OutcomeCount,
    Payee,
    Purpose,
    QuestionKind,
    Relevance,
    Remedy,
    RemedyKind,
    RemedyStatus,
)
from assistant.remedies import summarise_remedies
from assistant.taking import number_citations
from assistant.text import format_money
from assistant.visible import unharmful
from tests.builders import NORTHMOOR, case, decision, evidence, facts, full_text, query, remedy

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


# --------------------------------------------------------------------------- the scale


def leads(pence: int) -> str:
    return str(pence).rstrip("0") or "0"


@given(st.lists(st.integers(0, 100_000_000), min_size=1, max_size=30))
def test_every_sum_is_on_the_scale_in_order_and_every_tick_is_round_and_within(sums: list[int]) -> None:
    scale = make_scale(sums)
    places = [scale.percent(pence) for pence in sorted(sums)]
    assert places == sorted(places)
    assert all(0 <= place <= 100 for place in places)
    ticks = scale.ticks
    assert all(scale.lowest <= tick.pence <= scale.highest or (tick.pence == 0 and scale.has_nothing) for tick in ticks)
    assert [tick.percent for tick in ticks] == sorted({tick.percent for tick in ticks})
    assert 2 <= len(ticks) <= 13
    step = scale.highest // 5 if not scale.is_stretched else 0
    for tick in ticks:
        assert leads(tick.pence) in ("0", "1", "2", "5") or (step and tick.pence % (ticks[1].pence) == 0)
    assert leads(ticks[1].pence) in ("1", "2", "5")
    assert scale.describe().startswith("The scale runs from £")


@given(st.lists(st.integers(1, 100_000_000), min_size=2, max_size=2, unique=True))
def test_different_sums_stand_at_different_places_on_a_stretched_scale(sums: list[int]) -> None:
    scale = make_scale(sums)
    assert scale.percent(sums[0]) != scale.percent(sums[1])
    assert scale.is_stretched is (max(sums) > 10 * min(sums))


@pytest.mark.parametrize(
    ("pounds", "ticks", "said"),
    [
        pytest.param((100, 250, 300), ("£0", "£100", "£200", "£300"), "from £0 to £300 in equal steps", id="even"),
        pytest.param((100,), ("£0", "£20", "£40", "£60", "£80", "£100"), "from £0 to £100", id="one sum"),
        pytest.param((0,), ("£0", "£20", "£40", "£60", "£80", "£100"), "from £0 to £100", id="nothing at all"),
        pytest.param(
            (100, 5000),
            ("£100", "£200", "£500", "£1,000", "£2,000", "£5,000"),
            "from £100 to £200 it is as far as from £2,500 to £5,000",
            id="stretched",
        ),
        pytest.param(
            (0, 50, 1_000_000),
            ("£0", "£100", "£1,000", "£10,000", "£100,000", "£1,000,000"),
            "with £0 apart at its start",
            id="from nothing to a million",
        ),
    ],
)
def test_ticks_are_round_sums_and_the_scale_is_said_in_words(
    pounds: tuple[int, ...], ticks: tuple[str, ...], said: str
) -> None:
    scale = make_scale([one * 100 for one in pounds])
    assert tuple(tick.label for tick in scale.ticks) == ticks
    assert said in scale.describe()


@given(st.lists(st.integers(0, 100_000_000), min_size=1, max_size=30))
def test_labels_for_a_phone_do_not_touch(sums: list[int]) -> None:
    shown = [tick for tick in make_scale(sums).ticks if tick.is_for_narrow]
    assert shown
    places = [(tick.percent * NARROWEST_PIXELS / 100, 4 * len(tick.label)) for tick in shown]
    assert all(left + half < right - other for (left, half), (right, other) in pairwise(places))


# --------------------------------------------------------------------------- dots and marks


@given(st.lists(st.floats(0, 100), max_size=60), st.sampled_from([14, 18, 24]))
def test_no_two_dots_of_a_lane_touch(places: list[float], pitch: int) -> None:
    lanes = spread(places, pitch=pitch)
    for lane in set(lanes):
        own = sorted(place for place, other in zip(places, lanes, strict=True) if other == lane)
        assert all((right - left) * NARROWEST_PIXELS / 100 >= pitch - 1e-9 for left, right in pairwise(own))


def test_dots_on_one_place_stand_under_one_another() -> None:
    assert spread([50.0] * 5, pitch=24) == (0, 1, 2, 3, 4)
    assert spread([], pitch=24) == ()
    assert [choose_pitch([[50.0] * number]) for number in (1, 8, 9, 16, 17, 200)] == [24, 24, 18, 18, 14, 14]


def test_payee_status_and_nearness_differ_in_form_and_not_only_in_colour() -> None:
    def forms(page: str) -> str:
        return re.sub(r' class="mark [^"]*"', "", page)

    payees = {forms(draw_mark(payee, RemedyStatus.AGREED)) for payee in Payee}
    assert len(payees) == len(Payee)
    told = (RemedyStatus.AGREED, RemedyStatus.RECOMMENDED, RemedyStatus.OFFERED, RemedyStatus.ALREADY_PAID)
    assert len({forms(draw_mark(Payee.CHILD, status)) for status in told}) == len(told)
    # Not stated has the form of an offer with a dashed edge, which the style sheet draws.
    assert "is-not-stated" in draw_mark(Payee.CHILD, RemedyStatus.NOT_STATED)
    assert draw_mark(Payee.CHILD, told[0]) != draw_mark(Payee.CHILD, told[0], is_close=False)


def test_one_dot_of_a_plot_is_in_the_order_of_tabs() -> None:
    page = render_pattern(1, answer_about(*(paying(n, 100 * n, year=2010 + n) for n in range(1, 12))))
    assert page.count('class="dot"') == 11
    assert len(re.findall(r'class="dot"[^>]*tabindex="0"', page)) == 1


@pytest.mark.parametrize("number", [1, 3, 50, 200])
def test_up_to_200_payments_of_one_year_and_one_sum_are_all_drawn(number: int) -> None:
    answer = answer_about(*(paying(n, 300) for n in range(1, number + 1)))
    page = render_pattern(1, answer)
    places = re.findall(r'style="--x:([\d.]+)%;top:(\d+)px;', page)
    assert len(places) == len(set(places)) == (number if number >= 3 else 0)
    assert len(table_rows(render_cases(1, answer))) == number


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


# --------------------------------------------------------------------------- history


def history_answer(*counts: OutcomeCount, **given: object) -> Answer:
    filters = Filters(bodies=(NORTHMOOR,), **given)  # type: ignore[arg-type]  # a builder: any field by name
    return answer_about(decision(1), kind=QuestionKind.BODY_HISTORY, filters=filters, history=counts)


def test_a_history_tells_years_outcomes_and_totals_alike_in_words_bars_and_table() -> None:
    counts = (
        OutcomeCount(2019, Outcome.UPHELD, 3),
        OutcomeCount(2019, Outcome.NOT_UPHELD, 1),
        OutcomeCount(2023, Outcome.CLOSED, 2),
        OutcomeCount(None, None, 1),
    )
    answer = history_answer(*counts)
    assert say_history(answer) == (
        "7 decisions held about Northmoor Council, on any subject, 2019 to 2023: 3 upheld, 1 not upheld, 2 closed "
        "after initial enquiries and 1 outcome not known. The answer’s words are about 1 of them."
    )
    page = render_pattern(1, answer)
    assert "are a selection" in page
    assert "2020–2022" in page
    bars = re.findall(r'<rect x="([\d.]+)%" width="([\d.]+)%"', page)
    assert bars == [("0.00", "50.00"), ("0.00", "75.00"), ("75.00", "25.00"), ("0.00", "25.00")]
    table = re.search(r'<table class="figures".*?</table>', page, re.DOTALL)
    assert table is not None
    rows = [words(row).split() for row in re.findall(r"<tr>.*?</tr>", table[0])[1:]]
    assert rows == [
        ["2023", "0", "0", "2", "0", "2"],
        ["2019", "3", "1", "0", "0", "4"],
        ["Not", "known", "0", "0", "0", "1", "1"],
        ["All", "3", "1", "2", "1", "7"],
    ]


def test_a_history_names_the_limits_it_was_counted_within() -> None:
    answer = history_answer(OutcomeCount(2021, Outcome.UPHELD, 4), date_from=date(2020, 1, 1))
    assert "4 decisions held about Northmoor Council (from 1 January 2020), on any subject, 2021" in say_history(answer)
    answer = history_answer(OutcomeCount(2021, Outcome.UPHELD, 4), categories=("Housing",))
    assert "about Northmoor Council (category Housing), 2021: 4 upheld" in say_history(answer)


def test_under_three_decisions_there_is_no_history_to_see() -> None:
    assert render_pattern(1, history_answer(OutcomeCount(2021, Outcome.UPHELD, 2))) == ""


# --------------------------------------------------------------------------- hostile text


def test_hostile_text_stays_text_in_plot_history_and_table() -> None:
    cases = [
        decision(
            n, body=HOSTILE, remedies=(remedy(pounds=pounds, issue=HOSTILE),), findings=(), decided=date(2020 + n, 1, 1)
        )
        for n, pounds in ((1, 0), (2, 100), (3, 1_000_000))
    ]
    filters = Filters(bodies=(HOSTILE,))
    counts = (OutcomeCount(2021, Outcome.UPHELD, 3),)
    answer = answer_about(*cases, kind=QuestionKind.BODY_HISTORY, filters=filters, history=counts)
    page = render_pattern(1, answer) + render_cases(1, answer)
    assert len(dots(page)) == 3
    assert "<script" not in page
    assert "<img" not in page
    for name in ("button", "li", "figure", "span", "bdi", "svg", "table"):
        assert len(re.findall(rf"<{name}[ >]", page)) == page.count(f"</{name}>")
    assert unharmful(HOSTILE) in words(page)
