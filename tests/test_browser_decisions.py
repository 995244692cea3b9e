"""The Decisions tab in a headless Chromium: search, narrow, order, open, follow a remedy to its place, and back."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from assistant.answering import Assistant
from assistant.casebook import Casebook
from assistant.chat import choose_port, open_chat
from assistant.domain import CaseReference, Outcome
from assistant.settings import Settings
from assistant.vectors import open_index
from tests.builders import (
    EASTBECK,
    SOUTHFELL,
    WordCountEncoder,
    decision,
    file_in,
    finding,
    full_text,
    paragraphs,
    reference,
    remedy,
)
from tests.test_browser_axe import violations
from tests.test_browser_page import WIDTHS, assert_fits, box, has_focus, is_in_view, visit

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

    from tests.conftest import OpenPage, WatchedPage

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning:gradio.queueing")

LONG = reference(900)


def held() -> Iterator[object]:
    """Forty decisions of two councils, one long full text, and one digest of a word."""
    for number in range(1, 41):
        body = EASTBECK if number % 3 else SOUTHFELL
        outcome = Outcome.UPHELD if number % 4 else Outcome.NOT_UPHELD
        housing = {"category": "Housing", "subcategory": "Repairs", "findings": (finding("damp not repaired"),)}
        texts = paragraphs(
            reference(number), f"A digest about bins, number {number}, and £{number * 100:,} for distress."
        )
        yield decision(
            number,
            paragraphs=texts,
            body=body,
            outcome=outcome,
            decided=date(2018 + number % 6, 3, 1),
            remedies=(remedy(pounds=number * 100, paragraph=texts[0].id),) if outcome is Outcome.UPHELD else (),
            **(housing if number % 5 == 0 else {}),
        )
    long = full_text(LONG, body="Westmere City Council", decided=date(2017, 1, 1))
    yield replace(
        long, paragraphs=tuple(replace(each, text=each.text + " More was said." * 60) for each in long.paragraphs)
    )
    yield decision(950, "zebra")


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    home = tmp_path_factory.mktemp("decisions")
    casebook = Casebook.open(home / "casebook.sqlite")
    encoder = WordCountEncoder()
    file_in(casebook, *held(), encoder=encoder)  # type: ignore[arg-type]  # the generator yields decisions
    opened = Assistant(Settings(home=home), casebook, open_index(home / "index", casebook), encoder)  # type: ignore[arg-type]  # a working stand-in
    yield opened
    opened.close()


@pytest.fixture(scope="module")
def address(small: Assistant) -> Iterator[str]:
    chat = open_chat(small, host="127.0.0.1", port=choose_port("127.0.0.1", 0))
    yield chat.url
    chat.close()


def open_tab(open_page: OpenPage, address: str, **options: int) -> WatchedPage:
    watched = visit(open_page, address, **options)
    watched.page.get_by_role("tab", name="Decisions").click()
    watched.page.locator("form.browse").wait_for()
    return watched


def count(page: Page) -> Locator:
    return page.locator("#browse-count")


def expect_count(page: Page, text: str) -> None:
    page.locator("#browse-count", has_text=text).wait_for()


def unfold(page: Page) -> None:
    """On a phone the facets are folded."""
    summary = page.locator(".facets > summary")
    if summary.is_visible():
        summary.click()


@pytest.mark.parametrize("width", WIDTHS)
def test_search_narrow_order_open_follow_a_remedy_and_back(open_page: OpenPage, address: str, width: int) -> None:
    watched = open_tab(open_page, address, width=width)
    page = watched.page
    expect_count(page, "All 42 decisions")
    page.locator("#browse-words").fill("bins")
    page.locator("#browse-words").press("Enter")
    expect_count(page, "40 decisions")
    assert page.locator(".line-excerpt mark").first.inner_text() == "bins"
    unfold(page)
    page.get_by_role("checkbox", name="Upheld 30", exact=True).check()
    expect_count(page, "30 decisions")
    page.get_by_role("radio", name="Housing").check()
    expect_count(page, "6 decisions")
    assert page.get_by_role("checkbox", name="Repairs 6").count() == 1
    if width < 600:
        page.get_by_role("button", name="Show 6 decisions").click()
        assert is_in_view(page, "#browse-count")
    assert_fits(page)
    page.locator("#browse-sort").select_option("largest payment")
    page.locator("ol.lines li").first.filter(has_text="£3,500").wait_for()
    page.get_by_role("button", name="Remove: Upheld").click()
    expect_count(page, "8 decisions")
    assert not page.locator('input[name="outcome"][value="Upheld"]').is_checked()

    opener = page.locator("ol.lines a").first
    opened = opener.get_attribute("data-decision") or ""
    opener.click()
    article = page.locator("article.opened")
    article.wait_for()
    assert opened in article.inner_text()
    assert page.url.endswith(f"#decision={opened.replace(' ', '-')}")
    assert has_focus(page, "#opened-title")
    article.locator(".remedies [data-goto]").first.click()
    assert is_in_view(page, "article.opened .lit")
    assert article.locator("mark.active").inner_text() == "£3,500"
    assert_fits(page)
    article.get_by_role("button", name="Back to the list").first.click()
    count(page).wait_for()
    expect_count(page, "8 decisions")
    page.wait_for_function("document.activeElement.dataset.decision")
    assert page.evaluate("document.activeElement.dataset.decision") == opened
    assert "#decision" not in page.url
    watched.assert_clean()


def test_the_keyboard_alone_searches_narrows_opens_and_comes_back(open_page: OpenPage, address: str) -> None:
    watched = visit(open_page, address)
    page = watched.page
    page.get_by_role("tab", name="Ask").focus()
    _tab_to(page, "#decisions-tab-button", most=3)
    page.keyboard.press("Enter")
    page.locator("form.browse").wait_for()
    _tab_to(page, "#browse-words")
    page.keyboard.type("bins")
    page.keyboard.press("Enter")
    expect_count(page, "40 decisions")
    assert has_focus(page, "#browse-words")
    _tab_to(page, 'input[name="outcome"]')
    key = page.evaluate("document.activeElement.dataset.key")
    page.keyboard.press("Space")
    expect_count(page, "30 decisions")
    assert page.evaluate("document.activeElement.dataset.key") == key, "the focus stays on what was pressed"
    page.locator("#announcements", has_text="30 decisions").wait_for(state="attached")
    _tab_to(page, "ol.lines a")
    page.keyboard.press("Enter")
    page.locator("article.opened").wait_for()
    page.wait_for_function("document.activeElement.id === 'opened-title'")
    _tab_to(page, "[data-goto]")
    page.keyboard.press("Enter")
    assert has_focus(page, "article.opened .lit")
    page.keyboard.press("Escape")
    assert has_focus(page, "[data-goto]")
    page.keyboard.press("Escape")
    page.wait_for_function("document.activeElement.dataset.decision")
    watched.assert_clean()


def _tab_to(page: Page, selector: str, *, most: int = 80) -> None:
    for _ in range(most):
        page.keyboard.press("Tab")
        if has_focus(page, selector):
            return
    raise AssertionError(f"{selector} was not reached by the keyboard")


def test_a_reference_opens_and_the_browser_goes_back_and_forth(open_page: OpenPage, address: str) -> None:
    watched = open_tab(open_page, address)
    page = watched.page
    page.locator("#browse-words").fill("21000007")
    page.get_by_role("button", name="Search").click()
    page.locator("article.opened", has_text="21 000 007").wait_for()
    page.go_back()
    count(page).wait_for()
    page.go_forward()
    page.locator("article.opened", has_text="21 000 007").wait_for()
    page.reload()
    page.locator("article.opened", has_text="21 000 007").wait_for()
    page.get_by_role("button", name="Back to the list").first.click()
    expect_count(page, "All 42 decisions")
    watched.assert_clean()


def test_from_anywhere_on_the_page_a_decision_opens_and_back_leads_there(open_page: OpenPage, address: str) -> None:
    watched = visit(open_page, address)
    page = watched.page
    page.evaluate(
        """(reference) => {
          const button = document.createElement("button");
          button.dataset.decision = reference;
          button.textContent = "Open it";
          button.id = "from-elsewhere";
          document.querySelector("#talk").prepend(button);
        }""",
        str(LONG),
    )
    page.locator("#from-elsewhere").click()
    article = page.locator("article.opened")
    article.wait_for()
    assert "The Ombudsman’s own words" in article.inner_text()
    article.locator(".remedies [data-goto]").first.click()
    assert is_in_view(page, "article.opened .lit")
    page.get_by_role("button", name="Back to “Ask”").first.click()
    box(page).wait_for()
    page.wait_for_function("document.activeElement.id === 'from-elsewhere'")
    # One that was left by its tab is not come back to by the way back from another.
    page.locator("#from-elsewhere").click()
    article.wait_for()
    page.get_by_role("tab", name="Ask").click()
    page.locator("#from-elsewhere").evaluate("(button) => { button.dataset.decision = '21 000 007'; }")
    page.locator("#from-elsewhere").click()
    page.locator("article.opened", has_text="21 000 007").wait_for()
    page.get_by_role("button", name="Back to “Ask”").first.click()
    page.wait_for_function("document.activeElement.id === 'from-elsewhere'")
    assert "#decision" not in page.url
    watched.assert_clean()


def test_a_citation_is_copied_and_a_question_is_put_into_its_box(open_page: OpenPage, address: str) -> None:
    watched = open_page(permissions=["clipboard-read", "clipboard-write"])
    watched.page.goto(f"{address}/#decision={LONG.slug}")
    page = watched.page
    page.locator("article.opened").wait_for()
    page.get_by_role("button", name="Cite this decision").click()
    page.get_by_role("button", name="Copied").wait_for()
    assert str(LONG) in page.evaluate("navigator.clipboard.readText()")
    page.get_by_role("button", name="Cite the place on £300").click()
    page.wait_for_timeout(200)
    assert "paragraph 3" in page.evaluate("navigator.clipboard.readText()")
    page.get_by_role("button", name="Ask about cases like this").click()
    page.wait_for_function("document.activeElement.tagName === 'TEXTAREA'")
    assert box(page).input_value() == "What remedy is typical for education plan issued late?"
    watched.assert_clean()


def test_nothing_found_offers_what_to_drop(open_page: OpenPage, address: str) -> None:
    watched = open_tab(open_page, address)
    page = watched.page
    page.locator("#browse-words").fill("bins crocodile")
    page.locator("#browse-words").press("Enter")
    expect_count(page, "No decision found")
    page.get_by_role("button", name="40 decisions without the word “crocodile”").click()
    expect_count(page, "40 decisions")
    assert page.locator("#browse-words").input_value() == "bins"
    page.get_by_role("button", name="Next page").click()
    page.get_by_text("Page 2 of 2").wait_for()
    assert page.locator("ol.lines li").count() == 15
    assert has_focus(page, "#browse-count")
    watched.assert_clean()


def test_a_removed_decision_is_never_shown_again(open_page: OpenPage, small: Assistant, address: str) -> None:
    gone = CaseReference("21 000 980")
    file_in(small.casebook, decision(gone, "A digest about a lighthouse."), encoder=WordCountEncoder())
    watched = open_tab(open_page, address)
    page = watched.page
    page.locator("#browse-words").fill("lighthouse")
    page.locator("#browse-words").press("Enter")
    expect_count(page, "1 decision")
    small.casebook.remove(gone)
    page.locator("ol.lines a").click()
    # Not by its text alone: the live region says the same some moments later.
    page.locator("#decision-opened .notice", has_text=f"No decision {gone} is held.").wait_for()
    page.get_by_role("button", name="Back to the list").first.click()
    page.locator("#browse-words").press("Enter")
    expect_count(page, "No decision found")
    watched.assert_clean()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_serious_on_a_decision_and_on_what_was_not_found(
    open_page: OpenPage, address: str, scheme: str
) -> None:
    watched = open_page(color_scheme=scheme)
    page = watched.page
    page.goto(f"{address}/#decision={LONG.slug}")
    page.locator("article.opened").wait_for()
    page.locator(".remedies [data-goto]").first.click()
    assert violations(page) == []
    page.get_by_role("button", name="Back to the list").first.click()
    page.locator("#browse-words").fill("crocodile")
    page.locator("#browse-words").press("Enter")
    expect_count(page, "No decision found")
    assert violations(page) == []
