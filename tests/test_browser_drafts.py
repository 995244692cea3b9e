"""The Check a draft tab in a headless Chromium: paste, check, from error to error, files, keyboard and phone."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.letters.measures import LETTERS
from tests.pdf_builder import Type, a_pdf
from tests.test_browser_axe import LAYOUTS, violations
from tests.word_builder import a_word_document

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from tests.conftest import OpenPage, WatchedPage

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning:gradio.queueing")

LETTER = (LETTERS / "first" / "01-complaint-about-an-address.txt").read_text(encoding="utf-8")
WRONG = "In 19 018 981 Lancashire County Council agreed to pay £350."
_SHOWN_TEXT = """(element) => {
  const copy = element.cloneNode(true);
  for (const note of copy.querySelectorAll(".draft-note")) note.remove();
  return copy.textContent;
}"""


def visit(open_page: OpenPage, address: str, *, width: int = 1280, **options: object) -> WatchedPage:
    watched = open_page(width=width, height=844 if width < 600 else 900, **options)
    watched.page.goto(address)
    watched.page.get_by_role("tab", name="Check a draft").click()
    watched.page.get_by_label("The text to check").wait_for()
    return watched


def check(page: Page, text: str) -> None:
    page.get_by_label("The text to check").fill(text)
    page.get_by_role("button", name="Check", exact=True).click()
    page.locator(".draft-result").wait_for()


def focused(page: Page) -> str:
    return str(page.evaluate("document.activeElement.textContent"))


@pytest.mark.parametrize("width", [1280, 390], ids=["1280 wide", "390 wide"])
def test_a_pasted_letter_is_checked_and_read_from_error_to_error(open_page: OpenPage, address: str, width: int) -> None:
    watched = visit(open_page, address, width=width)
    page = watched.page
    check(page, LETTER)
    assert focused(page) == "2 of 14 statements are wrong (a date and an amount) and 1 case is not held."
    assert page.locator(".draft-text").evaluate(_SHOWN_TEXT) == LETTER
    step = page.get_by_role("button", name="Next error")
    for words, why in (("17 July 2021", "decided on 17 June 2021"), ("£500", "£300"), ("21 109 443", "not in the")):
        step.click()
        assert focused(page) == words
        shown = page.locator(".draft-note" if width == 390 else ".finding[aria-current]")
        assert why in shown.inner_text()
        assert shown.evaluate(
            "(e) => { const b = e.getBoundingClientRect(); return b.top >= 0 && b.top < innerHeight - 60; }"
        )
    assert page.locator("[data-where]").inner_text() == "3 of 3"
    page.get_by_role("button", name="Previous error").click()
    assert focused(page) == "£500"
    page.locator(".claim[aria-current]").click()
    opened = page.locator(":is(.draft-note, .finding[aria-current]) [data-decision]:visible").first
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert page.locator(".draft-text").evaluate(_SHOWN_TEXT) == LETTER
    opened.click()
    page.get_by_role("heading", name="Lancashire County Council", level=2).wait_for()
    page.get_by_role("tab", name="Check a draft").click()
    assert page.locator(".draft-text").evaluate(_SHOWN_TEXT) == LETTER
    watched.assert_clean()


def test_all_of_it_works_by_keyboard_alone(open_page: OpenPage, address: str) -> None:
    watched = visit(open_page, address)
    page = watched.page
    page.get_by_label("The text to check").focus()
    page.keyboard.insert_text(WRONG)
    page.keyboard.press("Control+Enter")
    page.locator(".draft-result").wait_for()
    assert focused(page).startswith("1 of ")
    for _ in range(30):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.id.startsWith('claim-')") and focused(page) == "£350":
            break
    page.keyboard.press("Enter")
    assert "Contradicted" in focused(page)
    page.keyboard.press("Escape")
    assert focused(page) == "£350"
    page.get_by_role("button", name="Errors only").press("Space")
    assert page.locator(".finding:visible").count() == 1
    page.get_by_role("button", name="Errors only").press("Space")
    assert page.locator(".finding:visible").count() > 1
    watched.assert_clean()


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("letter.docx", a_word_document(WRONG)),
        ("letter.pdf", a_pdf([[Type(WRONG, 100)]])),
        ("letter.txt", WRONG.encode("utf-16")),
    ],
)
def test_a_chosen_file_is_read_into_the_box_and_checked(
    open_page: OpenPage, address: str, tmp_path: Path, name: str, data: bytes
) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    watched = visit(open_page, address)
    page = watched.page
    page.get_by_label("Or a file").set_input_files(path)
    page.locator(".draft-said").get_by_text(f"{name} was read").wait_for()
    assert page.get_by_label("The text to check").input_value() == WRONG
    page.get_by_role("button", name="Check", exact=True).click()
    page.locator(".draft-result").wait_for()
    assert page.locator(".claim.contradicted").inner_text() == "£350"
    watched.assert_clean()


def test_a_file_that_cannot_be_read_is_refused_by_its_name_and_the_box_keeps_its_text(
    open_page: OpenPage, address: str, tmp_path: Path
) -> None:
    watched = visit(open_page, address)
    page = watched.page
    page.get_by_label("The text to check").fill("What I typed.")
    for _ in range(2):  # the same file twice is refused twice
        broken = tmp_path / "<img src=x onerror=alert(1)>.docx"
        broken.write_bytes(b"no document")
        page.get_by_label("Or a file").set_input_files(broken)
        page.locator("#draft-result .notice").get_by_text("is called a Word document and is none").wait_for()
    assert page.locator("#draft-result img").count() == 0
    assert page.get_by_label("The text to check").input_value() == "What I typed."
    watched.assert_clean()


@pytest.mark.parametrize(("text", "said"), [("", "nothing to check yet"), ("x" * 200_001, "Cut it in two")])
def test_what_cannot_be_checked_is_said(open_page: OpenPage, address: str, text: str, said: str) -> None:
    watched = visit(open_page, address)
    page = watched.page
    page.evaluate("(text) => { document.getElementById('draft-text').value = text; }", text)
    page.get_by_role("button", name="Check", exact=True).click()
    page.locator("#draft-result .notice").get_by_text(said).wait_for()
    watched.assert_clean()


def test_the_findings_are_copied_as_text(open_page: OpenPage, address: str) -> None:
    watched = visit(open_page, address, permissions=["clipboard-read", "clipboard-write"])
    page = watched.page
    check(page, WRONG)
    page.get_by_role("button", name="Copy the findings").click()
    page.get_by_role("button", name="Copied").wait_for()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert "Contradicted (1)" in copied
    assert "£300" in copied
    watched.assert_clean()


@pytest.mark.parametrize(("width", "scheme"), LAYOUTS)
def test_axe_finds_nothing_serious_in_a_checked_draft(
    open_page: OpenPage, address: str, width: int, scheme: str
) -> None:
    page = visit(open_page, address, width=width, color_scheme=scheme).page
    assert violations(page) == []
    check(page, LETTER)
    page.locator(".draft-unchecked summary").click()
    page.get_by_role("button", name="Next error").click()
    assert violations(page) == []


def test_a_long_letter_is_checked_whole(open_page: OpenPage, address: str) -> None:
    watched = visit(open_page, address)
    page = watched.page
    text = "\n\n".join([LETTER] * 100)
    assert len(text) > 100_000
    # Put in by hand, and no element looked for by its role: Playwright takes seconds for either on a page this long.
    page.evaluate("(text) => { document.getElementById('draft-text').value = text; }", text)
    page.locator("[data-check]").click()
    page.locator(".draft-result").wait_for()
    assert page.locator(".draft-text").evaluate(_SHOWN_TEXT) == text
    page.locator("[data-error-step='-1']").click()
    assert page.locator("[data-where]").inner_text() == "300 of 300"
    assert focused(page) == "21 109 443"
    watched.assert_clean()
