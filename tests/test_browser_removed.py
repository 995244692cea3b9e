"""A decision taken out by another process while a real page shows it: what the open page, a reload and a link show."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from assistant.answering import Assistant
from assistant.casebook import Casebook
from assistant.chat import choose_port, open_chat
from assistant.settings import Settings
from assistant.vectors import open_index
from tests.builders import WordCountEncoder, file_in
from tests.test_browser_page import ask, box
from tests.test_removed import GONE, QUESTION, STAYS, TAKEN_OUT, remove_in_another_process

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from tests.conftest import OpenPage

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning:gradio.queueing")

TAKEN = "has since been taken out of the casebook"


@dataclass
class Served:
    """Where the page is, and the home of its casebook."""

    url: str
    home: Path


@pytest.fixture
def served(tmp_path: Path) -> Iterator[Served]:
    casebook = Casebook.open(tmp_path / "casebook.sqlite")
    file_in(casebook, *STAYS, TAKEN_OUT)
    index = open_index(tmp_path / "index", casebook)
    small = Assistant(Settings(home=tmp_path), casebook, index, WordCountEncoder())  # type: ignore[arg-type]  # a stand-in
    chat = open_chat(small, host="127.0.0.1", port=choose_port("127.0.0.1", 0))
    yield Served(chat.url, tmp_path)
    chat.close()
    small.close()
    shutil.rmtree(tmp_path, ignore_errors=True)


def look_again(page: Page) -> None:
    """As when the user comes back to the page from another window; it looks by itself now and then, too."""
    page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")


def whole(page: Page) -> str:
    """All that the page holds, hidden or not, attributes and all."""
    return str(page.evaluate("document.body.outerHTML"))


def test_an_open_page_a_reload_and_a_link_no_longer_show_it(open_page: OpenPage, served: Served) -> None:
    watched = open_page(width=1280, height=900)
    page = watched.page
    page.goto(served.url)
    box(page).wait_for()
    ask(page, QUESTION)
    ask(page, "Tell me more about the second one", number=2)
    page.get_by_role("tab", name="Decisions").click()
    page.locator(f'#decisions-list [data-decision="{GONE}"]').first.click()
    page.locator("#opened-title").wait_for()
    assert "zephyr" in page.locator("#decision-opened").inner_text()
    assert "Quillbrook" in whole(page)

    remove_in_another_process(served.home)

    look_again(page)  # the decision that is open
    page.get_by_role("heading", name="Not held").wait_for()
    assert "zephyr" not in page.locator("#decision-opened").inner_html()
    page.get_by_role("button", name="Back to the list").first.click()
    page.get_by_role("tab", name="Ask").click()
    page.get_by_role("tab", name="Decisions").click()  # the list is asked for again
    page.locator("#browse-count").filter(has_text="3 decisions").wait_for()
    page.get_by_role("tab", name="Ask").click()
    look_again(page)  # the conversation
    page.locator("#turn-1").get_by_text(TAKEN).wait_for()
    # The names of bodies that can be typed are those of when the page was opened.
    page.evaluate("document.querySelectorAll('datalist').forEach((each) => each.remove())")
    assert "Quillbrook" not in whole(page)
    assert "£777" not in whole(page)

    watched.assert_clean()
    page.reload()  # which may cut a look that is under way: the browser reports that
    page.locator("#turn-1").get_by_text(TAKEN).wait_for()
    assert "Quillbrook" not in whole(page)

    page.locator("#turn-1").get_by_role("button", name="Ask again").click()
    page.locator("#turn-3").wait_for()
    assert "Northmoor" in page.locator("#turn-3").inner_text()

    page.goto(f"{served.url}/#decision={GONE.slug}")
    page.get_by_role("heading", name="Not held").wait_for()
    assert "Quillbrook" not in whole(page)
    assert watched.left_loopback == []
