"""What somebody new meets first: the question box in sight, and the way past what stands before it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.test_browser_page import ADDRESS, ask, assert_fits, has_focus, is_in_view, visit

if TYPE_CHECKING:
    from tests.conftest import OpenPage

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning:gradio.queueing")


def test_a_phone_shows_where_to_type_its_limits_and_the_way_back(open_page: OpenPage, address: str) -> None:
    watched = visit(open_page, address, width=390, has_touch=True)
    page = watched.page
    assert is_in_view(page, "#question textarea")
    assert is_in_view(page, "#ask-button")
    assert page.locator("#new-button").is_hidden()
    page.locator("#limits summary").tap()
    for reached in ("#question textarea", "#limits summary", "#limit-body", "#ask-button"):
        page.wait_for_function("document.querySelector('#limits details').open")
        assert is_in_view(page, reached), reached
    page.locator("#limits summary").tap()
    turn = ask(page, ADDRESS)
    assert page.locator("#new-button").is_visible()
    turn.locator("button.cite").first.tap()
    assert is_in_view(page, "article.source:not([hidden]) .ways .back")
    assert_fits(page)
    watched.assert_clean()


def test_the_first_tab_leads_past_tabs_and_examples_to_the_question(open_page: OpenPage, address: str) -> None:
    page = visit(open_page, address).page
    page.keyboard.press("Tab")
    assert has_focus(page, ".skip")
    page.get_by_role("tab", name="Casebook").click()
    page.locator(".skip").focus()
    page.keyboard.press("Enter")
    page.wait_for_function("document.activeElement.matches('#question textarea')")
