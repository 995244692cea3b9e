"""The history of outcomes by year, alike in words, bars and table; and hostile text in all that is drawn."""

from __future__ import annotations

import re
from datetime import date

from assistant.chat.pattern import render_cases, render_pattern
from assistant.chat.pattern.history import say_history
from assistant.domain import Answer, Filters, Outcome, OutcomeCount, QuestionKind
from assistant.visible import unharmful
from tests.builders import NORTHMOOR, decision, remedy
from tests.pattern_builders import HOSTILE, answer_about, dots, words

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
