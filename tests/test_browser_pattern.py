"""Plot, history and table in a real browser: what is pointed at is told, what is pressed opens, rows are sorted."""

from __future__ import annotations

from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from assistant.chat.pattern import render_cases, render_pattern
from assistant.chat.theme import read_head
from tests.builders import decision, remedy
from tests.pattern_builders import HOSTILE, answer_about, paying
from tests.test_browser_page import ask, assert_fits, visit

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

    from assistant.domain import Answer
    from tests.conftest import OpenPage

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning:gradio.queueing")

LATE_PLAN = "What is the usual payment for a late EHC plan?"
HISTORY = "What has Lancashire County Council been found at fault for?"
WIDTHS = [pytest.param(1280, id="1280 wide"), pytest.param(390, id="390 wide"), pytest.param(320, id="320 wide")]
# The dots of a plot that touch one another or stand outside of it.
_ASTRAY = """
(plot) => {
  const area = plot.querySelector(".plot-area").getBoundingClientRect();
  const boxes = [...plot.querySelectorAll(".dot")].map((dot) => dot.getBoundingClientRect());
  const out = boxes.filter((b) => b.left < area.left || b.right > area.right + 1 || b.top < area.top).length;
  const middles = boxes.map((b) => [b.left + b.width / 2, b.top + b.height / 2]);
  const near = middles.filter(([x, y], i) =>
    middles.some(([u, v], j) => j > i && Math.hypot(x - u, y - v) < boxes[i].width - 1)).length;
  return out + near;
}
"""


def show(page: Page, answer: Answer) -> Locator:
    """The pattern of an answer of our own by itself, with the page's styles and scripts."""
    page.set_content(
        f'<html lang="en"><head>{read_head()}</head><body class="gradio-container"><div class="ours" id="talk">'
        f'<div class="answer">{render_pattern(1, answer)}{render_cases(1, answer)}</div></div></body></html>'
    )
    return page.locator("figure[data-plot]")


def active(page: Page, value: str) -> object:
    return page.evaluate(f"document.activeElement.{value}")


def column(table: Locator, place: int) -> list[str]:
    cells = table.locator(f"tbody tr:not([hidden]) > :nth-child({place})").all()
    return [cell.inner_text() for cell in cells]


def test_a_dot_tells_its_case_and_opens_the_passage_by_mouse_and_by_keyboard(open_page: OpenPage, address: str) -> None:
    watched = visit(open_page, address)
    page = watched.page
    turn = ask(page, LATE_PLAN)
    dots = turn.locator(".dot")
    assert dots.count() >= 3
    for dot in (dots.nth(1), dots.last):
        dot.hover()
        tip = dot.locator(".tip")
        assert tip.is_visible()
        told = tip.inner_text()
        dot.click()
        source = page.locator("article.source:visible")
        reference = source.locator(".facts dd").first.inner_text()
        assert source.locator("h3").inner_text() in told
        assert reference in told
        assert source.locator("mark.active").count() == 1
        assert dot.get_attribute("aria-current") == "true"
    page.keyboard.press("Escape")
    assert active(page, "className") == "dot"
    page.keyboard.press("Home")
    page.keyboard.press("Enter")
    assert active(page, "tagName") == "H3"
    watched.assert_clean()


def test_dots_are_one_stop_and_arrow_keys_go_from_one_to_the_next(open_page: OpenPage) -> None:
    watched = open_page()
    page = watched.page
    answer = answer_about(
        paying(1, 100, 200, 400), paying(2, 100, 300, year=2020), paying(3, 400, year=2018), paying(4, 250, year=None)
    )
    plot = show(page, answer)
    names = [str(dot.get_attribute("aria-label")).split(" ", 1)[0] for dot in plot.locator(".dot").all()]
    assert names == ["£100", "£200", "£400", "£100", "£300", "£400", "£250"]
    page.keyboard.press("Tab")
    assert active(page, "className") == "dot"

    def pressed(key: str) -> str:
        page.keyboard.press(key)
        return str(active(page, "ariaLabel")).split(" to ", 1)[0]

    assert [pressed(key) for key in ("ArrowRight", "ArrowRight", "ArrowDown", "ArrowLeft", "End")] == [
        *("£200", "£400", "£300", "£100", "£300")
    ]
    assert [pressed(key) for key in ("ArrowDown", "ArrowDown", "ArrowDown", "ArrowUp", "Home")] == [
        *("£400", "£250", "£250", "£400", "£400")
    ]
    assert page.locator(".dot:focus .tip").is_visible()
    page.keyboard.press("Escape")
    assert not page.locator(".dot:focus .tip").is_visible()
    assert plot.locator('.dot[tabindex="0"]').count() == 1
    page.keyboard.press("Tab")
    assert active(page, "className") != "dot"
    page.keyboard.press("Shift+Tab")
    assert str(active(page, "ariaLabel")).startswith("£400"), "the stop is the dot that was last visited"
    watched.assert_clean()


@pytest.mark.parametrize("width", WIDTHS)
def test_dots_touch_neither_one_another_nor_the_edge_and_nothing_is_too_wide(open_page: OpenPage, width: int) -> None:
    watched = open_page(width=width)
    crowded = answer_about(*(paying(n, 100 + n % 7 * 50, year=2024) for n in range(1, 201)))
    spanning = answer_about(paying(1, 0, 1_000_000), paying(2, 50, 999, year=None), paying(3, 300, year=2013))
    hostile = answer_about(
        *(
            decision(n, body=HOSTILE * 3, remedies=(remedy(pounds=n * 90, issue="w" * 400),), findings=())
            for n in (1, 2, 3)
        )
    )
    for answer in (crowded, spanning, hostile):
        plot = show(watched.page, answer)
        assert plot.evaluate(_ASTRAY) == 0
        assert watched.page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
        for dot in (plot.locator(".dot").first, plot.locator(".dot").last):
            dot.focus()
            tip = dot.locator(".tip").bounding_box()
            assert tip is not None
            assert tip["x"] >= 0
            assert tip["x"] + tip["width"] <= width
    watched.assert_clean()


def test_the_table_is_put_in_order_by_its_headings(open_page: OpenPage) -> None:
    watched = open_page()
    answer = answer_about(
        paying(1, 450, year=2019),
        paying(2, 99.5, year=2023),
        decision(3, remedies=()),
        paying(4, 1200, year=None),
        paying(5, 300),
    )
    show(watched.page, answer)
    table = watched.page.locator("table.cases")
    heading = table.locator('th[data-key="sum"]')
    heading.get_by_role("button").click()
    assert heading.get_attribute("aria-sort") == "ascending"
    assert [one.split(" ")[0] for one in column(table, 3)] == ["£99.50", "£300", "£450", "£1,200", "No"]
    heading.get_by_role("button").press("Enter")
    assert heading.get_attribute("aria-sort") == "descending"
    assert [one.split(" ")[0] for one in column(table, 3)] == ["£1,200", "£450", "£300", "£99.50", "No"]
    table.get_by_role("button", name="Decided").click()
    assert heading.get_attribute("aria-sort") == "none"
    assert column(table, 2) == ["Jun 2019", "Jun 2021", "Jun 2021", "Jun 2023", "Not known"]
    table.get_by_role("button", name="How near").click()
    assert [one.split("\n")[0] for one in column(table, 1)] == [f"21 000 00{n}" for n in range(1, 6)]
    watched.page.set_viewport_size({"width": 390, "height": 844})
    assert not heading.get_by_role("button").is_visible(), "on a phone the rows are cards"
    watched.page.locator("[data-order]").select_option("sum")
    assert [one.split()[0] for one in column(table, 3)] == ["£99.50", "£300", "£450", "£1,200", "No"]
    watched.assert_clean()


def test_the_table_is_filtered_and_what_is_left_is_counted(open_page: OpenPage, address: str) -> None:
    watched = visit(open_page, address)
    page = watched.page
    turn = ask(page, LATE_PLAN)
    box = turn.locator("[data-payments]")
    rows = box.locator("tbody tr")
    whole = box.locator("[data-shown]").inner_text()
    assert whole.startswith(f"{rows.count()} rows: ")
    box.get_by_label("Show rows with").fill("county council")
    shown = [row.inner_text().lower() for row in rows.all() if row.is_visible()]
    assert 0 < len(shown) < rows.count()
    assert all("county council" in text for text in shown)
    assert box.locator("[data-shown]").inner_text().startswith(f"{len(shown)} of {rows.count()} rows: ")
    box.get_by_label("Show rows with").fill("")
    assert box.locator("[data-shown]").inner_text() == whole, "server and page count alike"
    box.locator('[data-filter="status"]').select_option("recommended")
    assert {row.get_attribute("data-status") for row in rows.all() if row.is_visible()} == {"recommended"}
    box.get_by_label("Show rows with").fill("no such words")
    assert box.locator("[data-shown]").inner_text().startswith(f"0 of {rows.count()} rows: 0 decisions, no sum")
    page.wait_for_function("document.getElementById('announcements').textContent.startsWith('0 of ')")
    with page.expect_download() as taken:
        turn.get_by_role("button", name="CSV: save the table of decisions").click()
    text = Path(taken.value.path()).read_text(encoding="utf-8")
    assert all(str(row.get_attribute("data-reference")) in text for row in rows.all())
    watched.assert_clean()


@pytest.mark.parametrize("width", WIDTHS[:2])
def test_a_body_s_history_is_drawn_with_its_figures_beside_it(open_page: OpenPage, address: str, width: int) -> None:
    watched = visit(open_page, address, width=width)
    turn = ask(watched.page, HISTORY)
    figure = turn.locator("figure.history")
    held = int(figure.locator(".plot-says").inner_text().split(" ")[0])
    assert str(held) in turn.locator("p.headline").first.inner_text()
    assert sum(int(number) for number in figure.locator(".bar-number").all_inner_texts()) == held
    figure.get_by_text("The same figures as a table").click()
    assert figure.locator("tfoot td").last.inner_text() == str(held)
    lengths = [
        sum(float(str(piece.get_attribute("width")).rstrip("%")) for piece in line.locator(".bar-track rect").all())
        for line in figure.locator("li:has(.bar-track)").all()
    ]
    numbers = [int(one) for one in figure.locator(".bar-number").all_inner_texts()]
    ordered = sorted(zip(numbers, lengths, strict=True))
    assert all(first[1] <= second[1] + 0.1 for first, second in pairwise(ordered))
    assert_fits(watched.page)
    watched.assert_clean()


def test_hostile_text_in_the_pattern_is_shown_and_not_run(open_page: OpenPage) -> None:
    watched = open_page()
    hostile = HOSTILE.replace("alert(1)", "window.hacked=1").replace("alert(2)", "window.hacked=1")
    cases = [
        decision(
            n, body=hostile, findings=(), remedies=(remedy(pounds=n * 90, issue=hostile),), decided=date(2020, 1, n)
        )
        for n in (1, 2, 3)
    ]
    plot = show(watched.page, answer_about(*cases))
    plot.locator(".dot").first.hover()
    assert "<img src=x" in plot.locator(".tip").first.inner_text()
    assert watched.page.evaluate("window.hacked") is None
    assert watched.page.locator("img").count() == 0
    watched.assert_clean()
