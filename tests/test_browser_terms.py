"""The meaning of a word of the field, by pointer, keyboard and touch."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

    from tests.conftest import OpenPage

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning:gradio.queueing")


def ask(page: Page, address: str) -> Locator:
    page.goto(address)
    box = page.get_by_label("Your question")
    box.wait_for()
    box.fill("what remedy is typical for a late EHC plan")
    page.get_by_role("button", name="Ask", exact=True).click()
    turn = page.locator("#turn-1")
    turn.wait_for()
    return turn


def test_a_word_of_the_field_is_explained_to_pointer_keyboard_and_screen_reader(
    open_page: OpenPage, address: str
) -> None:
    watched = open_page()
    page = watched.page
    turn = ask(page, address)
    terms = turn.locator(".term")
    assert 1 <= terms.count() <= 5
    term = terms.first
    meaning = page.locator(f"#{term.get_attribute('aria-describedby')}").text_content() or ""
    note = page.locator("#term-note")
    term.hover()
    note.wait_for()
    assert note.inner_text().replace("\n", "").replace(" ", "") == meaning.replace(" ", "")
    note.hover()
    page.wait_for_timeout(400)
    assert note.is_visible()
    page.mouse.move(2, 2)
    note.wait_for(state="hidden")
    term.focus()
    assert note.is_visible()
    page.keyboard.press("Escape")
    assert not note.is_visible()
    assert page.evaluate("document.activeElement.className") == "term"
    page.keyboard.press("Enter")
    assert note.is_visible()
    watched.assert_clean()


def test_a_tap_shows_the_meaning_and_the_next_tap_takes_it_away(open_page: OpenPage, address: str) -> None:
    watched = open_page(width=390, height=844, has_touch=True)
    page = watched.page
    turn = ask(page, address)
    turn.locator(".term").first.tap()
    note = page.locator("#term-note")
    note.wait_for()
    box = note.bounding_box()
    assert box is not None
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= 390
    turn.locator("h2").first.tap()
    note.wait_for(state="hidden")
    watched.assert_clean()
