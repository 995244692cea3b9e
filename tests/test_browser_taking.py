"""The page hands over files and prints: each download opened with a real reader, and the paper read as a PDF."""

from __future__ import annotations

import csv
import io
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from pdfminer.high_level import extract_text

from tests.taken import read_word

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from tests.conftest import OpenPage

# Gradio's queue warns of what its own use of pandas will mean in later versions, once an answer.
pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning:gradio.queueing")

ADDRESS = "what remedy is typical for an unredacted address"


def ask(page: Page, question: str, turn: int) -> None:
    page.get_by_label("Your question").fill(question)
    page.get_by_role("button", name="Ask", exact=True).click()
    page.locator(f"#turn-{turn}").wait_for(timeout=120_000)


def save(page: Page, button: str, folder: Path) -> Path:
    with page.expect_download() as waited:
        page.get_by_role("button", name=button).first.click()
    path = folder / waited.value.suggested_filename
    waited.value.save_as(path)
    return path


def test_an_answer_a_table_and_a_conversation_are_saved_and_printed(
    open_page: OpenPage, address: str, tmp_path: Path
) -> None:
    watched = open_page(accept_downloads=True)
    page = watched.page
    page.goto(address)
    ask(page, ADDRESS, 1)

    word = save(page, "Word: save this answer", tmp_path)
    assert word.name.startswith("redress-20") and word.name.endswith("-unredacted-address.docx")
    made = read_word(word.read_bytes())
    assert (1, "Decisions") in made.headings and made.footnotes and made.links
    assert all(link.startswith("https://www.lgo.org.uk/decisions/") for link in made.links)

    table = save(page, "CSV: save the table", tmp_path)
    rows = list(csv.DictReader(io.StringIO(table.read_bytes().decode("utf-8-sig"), newline="")))
    on_the_page = page.locator("#turn-1 table.cases tbody tr").count()
    assert len({row["Reference"] for row in rows}) == on_the_page

    ask(page, "What does injustice mean?", 2)
    whole = save(page, "Markdown: save the whole conversation", tmp_path).read_text("utf-8")
    assert "## Question 1: " in whole and "## Question 2: " in whole and "[^1]: " in whole

    # What the button does, but for the dialogue of the system, which nobody could close here.
    page.evaluate("() => { window.print = () => window.dispatchEvent(new Event('beforeprint')); }")
    page.locator("#turn-1").get_by_role("button", name="Print").click()
    page.pdf(path=tmp_path / "printed.pdf", prefer_css_page_size=True)
    printed = " ".join(extract_text(tmp_path / "printed.pdf").split())
    assert "unredacted address" in printed and "Question 2" not in printed
    assert "www.lgo.org.uk/decisions/" in printed and "19 018 981" in printed
    for pressed in ("Copy with references", "New conversation", "Was this useful", "Back to the answer"):
        assert pressed not in printed
    assert "Commission for Local Administration" in printed
    watched.assert_clean()
