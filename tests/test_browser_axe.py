"""axe-core finds nothing serious on any tab: what would shut out a screen reader, a keyboard or weak eyes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

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


# What stands on a tab once it is all there.
FILLED = {
    "Check a draft": "#drafts-tab textarea >> visible=true >> nth=0",
    "Decisions": "ol.lines",
    "Casebook": "#casebook-status .facts",
}


# Gradio puts its colours on once it has started, and fades some in; what is seen in between is nobody's page. A
# movement without an end is none that is waited for.
_HAS_ITS_COLOURS = """
() => {
  const isDark = matchMedia("(prefers-color-scheme: dark)").matches;
  const isPage = document.querySelector("gradio-app");
  const sheets = [...document.styleSheets].map((sheet) => sheet.href || "");
  const isThemed = sheets.some((href) => href.includes("theme.css"));
  if (isPage && !(isThemed && Boolean(document.querySelector(".dark")) === isDark)) return false;
  return document.getAnimations().every((each) =>
    each.playState !== "running" || each.effect.getComputedTiming().iterations === Infinity);
}
"""
_TWO_FRAMES = "new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))"
_FIND_SERIOUS = """
async () => (await axe.run({ resultTypes: ["violations"] })).violations
  .filter(({ impact }) => ["serious", "critical"].includes(impact))
  .map(({ id, impact, nodes }) => `${id} (${impact}, ${nodes.length} times): ${nodes[0].html.slice(0, 200)}`)
"""


def violations(page: Page) -> list[str]:
    """What axe-core finds on the page as it is, of what it calls serious or critical: rule, number, first place."""
    from axe_playwright_python.base import AXE_SCRIPT  # type: ignore[import-untyped]  # has no types

    page.wait_for_function(_HAS_ITS_COLOURS)
    page.evaluate(_TWO_FRAMES)
    page.wait_for_function(_HAS_ITS_COLOURS)
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE_SCRIPT)
    found: list[str] = page.evaluate(_FIND_SERIOUS)
    return found


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
        page.locator(FILLED[tab.inner_text()]).wait_for()
        assert violations(page) == [], tab.inner_text()
