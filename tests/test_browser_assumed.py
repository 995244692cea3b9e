"""What was assumed, on the real page: chips that one click, or one key, takes away and puts back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.test_browser_page import WIDTHS, ask, assert_fits, has_focus, is_in_view, visit

if TYPE_CHECKING:
    from tests.conftest import OpenPage

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning:gradio.queueing")

LIMITED = "Birmingham homelessness decisions since 2022"


@pytest.mark.parametrize("width", WIDTHS)
def test_one_click_asks_again_without_an_assumption_and_one_puts_it_back(
    open_page: OpenPage, address: str, width: int
) -> None:
    watched = visit(open_page, address, width=width)
    page = watched.page
    turn = ask(page, LIMITED)
    assert turn.get_by_role("list", name="Assumed. Press one to ask again without it:").is_visible()
    turn.get_by_role("button", name="Ask again without: Decided from 1 January 2022 on").click()
    again = page.locator("#turn-2")
    again.wait_for()
    assert again.locator(".question").inner_text() == LIMITED
    assert "Asked again without: Decided from 1 January 2022 on" in again.locator(".asked").inner_text()
    assert "from 1 January 2022" not in again.locator(".understood dl").inner_text()
    assert "Birmingham City Council" in again.locator(".understood dl").inner_text()
    assert_fits(page)
    again.get_by_role("button", name="Put back and ask again: Decided from 1 January 2022 on").click()
    page.locator("#turn-3").wait_for()
    assert "from 1 January 2022" in page.locator("#turn-3 .understood dl").inner_text()
    assert page.locator("#turn-3 .asked-again").count() == 0
    watched.assert_clean()


def test_a_chip_works_from_the_keyboard_and_is_large_enough_to_touch(open_page: OpenPage, address: str) -> None:
    watched = visit(open_page, address, width=390, has_touch=True)
    page = watched.page
    ask(page, LIMITED)
    chips = page.locator("#turn-1 button.chip")
    assert chips.count() >= 2
    for place in range(chips.count()):
        box = chips.nth(place).bounding_box()
        assert box is not None
        assert box["height"] >= 24 and box["x"] >= 0 and box["x"] + box["width"] <= 390
    chips.first.focus()
    page.keyboard.press("Tab")
    assert has_focus(page, "#turn-1 ul.chips > li:nth-child(2) button.chip")
    page.keyboard.press("Enter")
    page.locator("#turn-2").wait_for()
    assert page.locator("#announcements").inner_text() or page.locator("#turn-2").get_attribute("data-announce")
    assert is_in_view(page, "#turn-2 .question")
    watched.assert_clean()


def test_what_was_taken_away_stays_away_in_a_follow_up(open_page: OpenPage, address: str) -> None:
    watched = visit(open_page, address)
    page = watched.page
    ask(page, LIMITED).get_by_role("button", name="Ask again without: Only Birmingham City Council").click()
    page.locator("#turn-2").wait_for()
    follow_up = ask(page, "only the ones that lost", number=3)
    limits = follow_up.locator(".understood dl").inner_text()
    assert "not upheld" in limits and "from 1 January 2022" in limits
    assert "Birmingham" not in limits
    watched.assert_clean()


def test_a_spoilt_button_is_refused_in_words(open_page: OpenPage, address: str) -> None:
    watched = visit(open_page, address)
    page = watched.page
    turn = ask(page, LIMITED)
    turn.locator("button.chip").first.evaluate("(button) => { button.dataset.turn = '99'; }")
    turn.locator("button.chip").first.click()
    notice = page.locator("#progress .notice")
    notice.wait_for()
    assert "no longer held" in notice.inner_text()
    watched.assert_clean()
