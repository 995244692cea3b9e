"""Limits beside the question on the real page: set, seen, taken away, and said where they cannot be read."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.test_browser_page import WIDTHS, ask, assert_fits, box, has_focus, visit

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

    from tests.conftest import OpenPage

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning:gradio.queueing")

PLAN = "late education plan"
KENT = "Only Kent County Council"


def in_force(page: Page, name: str) -> Locator:
    """The chip of a limit in force."""
    return page.get_by_role("button", name=f"Take away the limit: {name}", exact=True)


def open_panel(page: Page) -> None:
    page.locator("#limits summary").click()


def type_body(page: Page, name: str) -> None:
    page.get_by_label("Council or other body").fill(name)
    page.get_by_label("Council or other body").press("Tab")


@pytest.mark.parametrize("width", WIDTHS)
def test_limits_set_beside_the_question_hold_until_they_are_taken_away(
    open_page: OpenPage, address: str, width: int
) -> None:
    watched = visit(open_page, address, width=width)
    page = watched.page
    assert page.locator("#limits details").get_attribute("open") is None
    open_panel(page)
    type_body(page, "kcc")
    page.get_by_label("Outcome").select_option("Upheld")
    in_force(page, "Only upheld").wait_for()
    assert in_force(page, KENT).is_visible()
    assert_fits(page)
    open_panel(page)
    assert "2 in force" in page.locator("#limits summary").inner_text()
    first = ask(page, PLAN)
    assert f"Within your limits: {KENT}; Only upheld" in first.locator(".asked").inner_text()
    bodies = first.locator("table tbody th").all_text_contents()
    assert bodies and all("Kent County Council" in body for body in bodies)
    follow_up = ask(page, "and since 2024?", number=2)
    assert KENT in follow_up.locator(".asked").inner_text()
    in_force(page, "Only upheld").click()
    in_force(page, "Only upheld").wait_for(state="detached")
    assert has_focus(page, "#question textarea")
    third = ask(page, "missed care visits", number=3)
    assert third.locator(".asked .asked-again").inner_text() == f"Within your limits: {KENT}"
    page.get_by_role("button", name="New conversation").click()
    page.locator(".welcome").wait_for()
    assert in_force(page, KENT).count() == 0
    assert "in force" not in page.locator("#limits summary").inner_text()
    assert page.get_by_label("Council or other body").input_value() == ""
    watched.assert_clean()


def test_a_limit_under_an_answer_is_taken_away_with_one_click(open_page: OpenPage, address: str) -> None:
    watched = visit(open_page, address)
    page = watched.page
    open_panel(page)
    type_body(page, "Kent")
    in_force(page, KENT).wait_for()
    open_panel(page)
    turn = ask(page, "What has Leeds paid for late education plans?")
    assert "The limits you set hold" in turn.locator(".answer").inner_text()
    turn.get_by_role("button", name=f"Ask again without the limit you set: {KENT}").click()
    again = page.locator("#turn-2")
    again.wait_for()
    assert again.locator(".question").inner_text() == "What has Leeds paid for late education plans?"
    assert "The limits you set hold" not in again.locator(".answer").inner_text()
    assert "Leeds City Council" in again.locator(".understood dl").inner_text()
    in_force(page, KENT).wait_for(state="detached")
    watched.assert_clean()


def test_where_nothing_is_within_the_limits_a_button_asks_again_without_the_one_in_the_way(
    open_page: OpenPage, address: str
) -> None:
    watched = visit(open_page, address, width=390)
    page = watched.page
    open_panel(page)
    page.get_by_label("Only decisions held in full text").check()
    in_force(page, "Only full texts").wait_for()
    open_panel(page)
    turn = ask(page, "missed bin collections")
    assert "Without the limit by full text" in turn.locator(".answer").inner_text()
    turn.get_by_role("button", name="Ask again without the limit by full text").click()
    page.locator("#turn-2").wait_for()
    assert "comparable" in page.locator("#turn-2 .headline").inner_text()
    in_force(page, "Only full texts").wait_for(state="detached")
    assert_fits(page)
    watched.assert_clean()


def test_what_cannot_be_read_is_said_at_its_field_and_nothing_is_asked(open_page: OpenPage, address: str) -> None:
    watched = visit(open_page, address)
    page = watched.page
    open_panel(page)
    type_body(page, "Eastvale Unitary")
    page.get_by_label("Decided from").fill("2024")
    page.get_by_label("Decided up to").fill("2020")
    page.get_by_label("Decided up to").press("Tab")
    page.get_by_text("“From” is after “to”: 2024 and 2020. Swap them.").wait_for()
    field = page.get_by_label("Council or other body")
    assert field.get_attribute("aria-invalid") == "true"
    told = field.get_attribute("aria-describedby")
    assert "No decision about “Eastvale Unitary” is held." in page.locator(f"#{told}").inner_text()
    box(page).fill(PLAN)
    page.get_by_role("button", name="Ask", exact=True).click()
    notice = page.locator("#progress .notice")
    notice.wait_for()
    assert "Not asked yet: No decision about “Eastvale Unitary”" in notice.inner_text()
    assert box(page).input_value() == PLAN
    page.get_by_role("button", name="Clear all limits").click()
    page.locator("#limits [aria-invalid]").first.wait_for(state="detached")
    open_panel(page)
    page.get_by_role("button", name="Ask", exact=True).click()
    page.locator("#turn-1").wait_for()
    assert page.locator("#turn-1 .asked-again").count() == 0
    watched.assert_clean()


def test_limits_are_set_asked_within_and_taken_away_from_the_keyboard(open_page: OpenPage, address: str) -> None:
    watched = visit(open_page, address)
    page = watched.page
    page.locator("#limits summary").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert has_focus(page, "#limit-body")
    page.keyboard.type("brum")
    # Straight from the field to the question: what stands in the field counts.
    box(page).focus()
    page.keyboard.type("homelessness")
    page.keyboard.press("Enter")
    page.locator("#turn-1").wait_for()
    assert "Only Birmingham City Council" in page.locator("#turn-1 .asked").inner_text()
    chip = in_force(page, "Only Birmingham City Council")
    chip.wait_for()
    chip.focus()
    page.keyboard.press("Enter")
    chip.wait_for(state="detached")
    page.locator("#announcements", has_text="No limits are in force.").wait_for(state="attached")
    watched.assert_clean()


def test_the_bodies_held_are_offered_while_typing_and_hostile_names_are_only_text(
    open_page: OpenPage, address: str
) -> None:
    watched = visit(open_page, address)
    page = watched.page
    offered = page.locator("#held-bodies option")
    assert offered.count() > 100
    assert page.locator("#limit-body").get_attribute("list") == "held-bodies"
    open_panel(page)
    type_body(page, '<img src=x onerror="window.hacked=1">')
    page.locator("#limit-body-problem", has_text="<img src=x").wait_for()
    assert page.evaluate("window.hacked") is None
    watched.assert_clean()


def test_limits_are_there_again_after_a_reload(open_page: OpenPage, address: str) -> None:
    watched = visit(open_page, address)
    page = watched.page
    open_panel(page)
    type_body(page, "Kent")
    page.get_by_label("Decided from").fill("2021")
    page.get_by_label("Decided from").press("Tab")
    in_force(page, "Decided from 1 January 2021 on").wait_for()
    ask(page, PLAN)
    page.reload()
    page.locator("#turn-1").wait_for()
    in_force(page, KENT).wait_for()
    assert "2 in force" in page.locator("#limits summary").inner_text()
    assert page.locator("#limit-body").input_value() == "Kent County Council"
    assert page.locator("#limit-first").input_value() == "2021"
    watched.assert_clean()


def test_a_suggestion_is_asked_as_a_follow_up_also_from_the_keyboard(open_page: OpenPage, address: str) -> None:
    watched = visit(open_page, address, width=390)
    page = watched.page
    turn = ask(page, "Home carers missed visits. What was refunded?")
    offered = turn.locator("section.suggestions button")
    assert 2 <= offered.count() <= 4
    narrower = turn.get_by_role("button", name="Only those closed after initial enquiries")
    narrower.focus()
    page.keyboard.press("Enter")
    page.locator("#turn-2").wait_for()
    assert "closed after initial enquiries" in page.locator("#turn-2 .understood dl").inner_text()
    assert_fits(page)
    watched.assert_clean()


def test_the_welcome_offers_examples_by_role_and_says_what_can_be_asked(open_page: OpenPage, address: str) -> None:
    watched = visit(open_page, address, width=390)
    page = watched.page
    assert page.locator(".welcome .roles h3").count() == 5
    summary = page.locator(".welcome summary", has_text="What can I ask?")
    summary.focus()
    page.keyboard.press("Enter")
    told = page.locator(".welcome .what-to-ask").inner_text()
    for words in ("1,403 published decisions", "Housing Ombudsman", "no legal advice", "None of them is held in"):
        assert words in told
    assert_fits(page)
    page.locator(".welcome .kinds button").first.click()
    page.locator("#turn-1").wait_for()
    assert "comparable" in page.locator("#turn-1 .headline").inner_text()
    watched.assert_clean()
