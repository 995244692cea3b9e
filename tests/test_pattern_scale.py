"""The scale of a plot and the dots on it: in order, apart, within, and told in words and forms beside colour."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.chat.pattern import render_cases, render_pattern
from assistant.chat.pattern.marks import draw_mark
from assistant.chat.pattern.placing import NARROWEST_PIXELS, choose_pitch, spread
from assistant.chat.pattern.scale import make_scale
from assistant.domain import Payee, RemedyStatus
from tests.pattern_builders import answer_about, paying, table_rows

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
