"""axe-core finds nothing serious on any tab: what would shut out a screen reader, a keyboard or weak eyes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

from assistant.answering import Assistant
from assistant.chat import choose_port, open_chat
from tests.test_browser_page import ADDRESS, ask, visit

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from tests.conftest import OpenPage

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning:gradio.queueing")

LAYOUTS = [
    pytest.param(1280, "light", id="light"),
    pytest.param(1280, "dark", id="dark"),
    pytest.param(390, "light", id="phone"),
    pytest.param(390, "dark", id="phone, dark"),
]


@pytest.fixture(scope="module")
def address(assistant: Assistant) -> Iterator[str]:
    """Where the page over the starter casebook is served, with the encoder at hand."""
    assistant.encoder.load()
    chat = open_chat(assistant, host="127.0.0.1", port=choose_port("127.0.0.1", 0))
    yield chat.url
    chat.close()


def violations(page: Page) -> list[str]:
    """What axe-core finds on the page as it is, of what it calls serious or critical: rule, number, first place."""
    if page.evaluate("matchMedia('(prefers-color-scheme: dark)').matches"):
        # Gradio puts the dark colours on once it has started; what is seen in between is nobody's page.
        page.locator(".dark").first.wait_for()
        page.wait_for_timeout(300)
    from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]  # has no types

    found = Axe().run(page).response["violations"]
    return [
        f"{each['id']} ({each['impact']}, {len(each['nodes'])} times): {each['nodes'][0]['html'][:200]}"
        for each in found
        if each["impact"] in {"serious", "critical"}
    ]


def test_axe_finds_what_is_wrong(open_page: OpenPage) -> None:
    page = open_page().page
    page.set_content("<html lang=en><title>A page</title><main><button></button><p style='color:#ccc'>pale</p></main>")
    assert [each.split()[0] for each in violations(page)] == ["button-name", "color-contrast"]


@pytest.mark.parametrize(("width", "scheme"), LAYOUTS)
def test_nothing_serious_before_and_after_an_answer(open_page: OpenPage, address: str, width: int, scheme: str) -> None:
    page = visit(open_page, address, width=width, color_scheme=scheme).page
    assert violations(page) == []
    turn = ask(page, ADDRESS)
    for summary in turn.locator("summary").all():
        summary.click()
    turn.locator("button.cite").first.click()
    assert violations(page) == []


@pytest.mark.parametrize(("width", "scheme"), LAYOUTS)
def test_nothing_serious_on_the_other_tabs(open_page: OpenPage, address: str, width: int, scheme: str) -> None:
    page = visit(open_page, address, width=width, color_scheme=scheme).page
    for tab in page.get_by_role("tab").all()[1:]:
        tab.click()
        page.get_by_role("tabpanel").locator("visible=true").first.wait_for()
        page.wait_for_timeout(500)
        assert violations(page) == [], tab.inner_text()
