"""Makes a picture of every tab in every layout: look at them after a change of the page's looks.

    python -m tests.screenshots FOLDER

FOLDER gets ``<layout>/<view>.png``, what the window shows, and for the light layouts ``<view>-whole.png``, the page
from its top to its end. The main ones go to ``docs/images/`` too, small enough for the repository.

Over the starter casebook only: its digests are our own words, and no sentence of a decision may be in a picture.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from PIL import Image  # comes with Gradio

from assistant.answering import Assistant, open_assistant
from assistant.chat import choose_port, open_chat
from assistant.settings import Settings
from ingest.intake import FileIntake
from tests.browser import HOW_TO_GET_ONE, browser_flags, find_browser

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

_IMAGES = Path(__file__).parents[1] / "docs" / "images"
_LARGEST = 300_000  # bytes

# A payment that differs with its year, so that there is a pattern to see.
_QUESTION = "What remedy is typical for a late education plan?"
_OUT_OF_SCOPE = "It's a council flat with mould, can LGSCO look at it?"
# Our own words on two decisions of the starter: what is right, what is wrong, and a case that is not held.
_DRAFT = """Dear Complaints Team,

I complain that you sent my address to my former partner.

In case 19 018 981 the Ombudsman found fault by Lancashire County Council, which agreed to pay £300.
In the same case, decided on 17 July 2021, the Council paid £500.
The Ombudsman said the same in case 21 109 443.

I ask for an apology and £300.
"""


@dataclass(frozen=True)
class Layout:
    """A window: its size in CSS pixels, the colours, and how many dots a pixel has (2 where the page is zoomed)."""

    name: str
    width: int
    height: int
    scheme: Literal["light", "dark"] = "light"
    dots: int = 1


LAYOUTS = (
    Layout("390", 390, 844),
    Layout("768", 768, 1024),
    Layout("1280", 1280, 800),
    Layout("1920", 1920, 1080),
    Layout("390-dark", 390, 844, "dark"),
    Layout("1280-dark", 1280, 800, "dark"),
    # A window 1280 wide at 200 % is one of 640 pixels, each twice as large.
    Layout("1280-at-200-percent", 640, 400, dots=2),
)


@dataclass(frozen=True)
class View:
    """One state of the page: how it is reached from the view before it."""

    name: str
    reach: Callable[[Page], None]


def _welcome(page: Page) -> None:
    page.locator(".welcome").wait_for()


def _limits(page: Page) -> None:
    page.locator("#limits summary").click()
    page.get_by_label("Council or other body").wait_for()


def _answer(page: Page) -> None:
    # The panel is folded from its own script: at some widths it may stand over its summary.
    page.evaluate("document.querySelector('#limits details').open = false")
    page.get_by_label("Your question").fill(_QUESTION)
    page.keyboard.press("Enter")
    page.locator("#turn-1").wait_for(timeout=120_000)


def _evidence(page: Page) -> None:
    page.locator("#turn-1 button.cite").first.click()
    if page.evaluate("innerWidth >= 960"):  # beside the answer; below that, the page has gone to it
        page.locator("#turn-1").evaluate("(turn) => turn.scrollIntoView()")


def _declined(page: Page) -> None:
    page.get_by_label("Your question").fill(_OUT_OF_SCOPE)
    page.keyboard.press("Enter")
    page.locator("#turn-2").wait_for(timeout=120_000)


def _drafts(page: Page) -> None:
    page.get_by_role("tab", name="Check a draft").click()
    page.get_by_label("The text to check").wait_for()


def _drafts_checked(page: Page) -> None:
    page.get_by_label("The text to check").fill(_DRAFT)
    page.get_by_role("button", name="Check", exact=True).click()
    page.locator(".draft-result").wait_for()


def _decisions(page: Page) -> None:
    page.get_by_role("tab", name="Decisions").click()
    page.locator("form.browse").wait_for()
    page.locator("#browse-count", has_text="decisions").wait_for()


def _decision_opened(page: Page) -> None:
    # A whole reference opens its decision at once.
    page.locator("#browse-words").fill("19 018 981")
    page.keyboard.press("Enter")
    page.get_by_role("heading", name="Lancashire County Council", level=2).wait_for()


def _casebook(page: Page) -> None:
    page.get_by_role("tab", name="Casebook").click()
    page.get_by_role("heading", name="What is loaded").wait_for()


VIEWS = (
    View("ask-1-welcome", _welcome),
    View("ask-2-limits", _limits),
    View("ask-3-answer", _answer),
    View("ask-4-evidence", _evidence),
    View("ask-5-declined", _declined),
    View("drafts-1-empty", _drafts),
    View("drafts-2-checked", _drafts_checked),
    View("decisions-1-list", _decisions),
    View("decisions-2-opened", _decision_opened),
    View("casebook", _casebook),
)

# What stands in docs/images: the name there, the layout and the view.
MAIN = (
    ("welcome", "1280", "ask-1-welcome"),
    ("answer", "1280", "ask-4-evidence"),
    ("answer-dark", "1280-dark", "ask-4-evidence"),
    ("declined", "1280", "ask-5-declined"),
    ("check-a-draft", "1280", "drafts-2-checked"),
    ("decisions", "1280", "decisions-1-list"),
    ("decision", "1280", "decisions-2-opened"),
    ("casebook", "1280", "casebook"),
    ("phone-answer", "390", "ask-3-answer"),
    ("phone-evidence", "390", "ask-4-evidence"),
)


def take(
    folder: Path, address: str, browser: Browser, layouts: Sequence[Layout] = LAYOUTS, views: Sequence[View] = VIEWS
) -> tuple[Path, ...]:
    """Walk through the views in each layout and leave the pictures in ``folder``; the paths, in the order made.

    Raises Playwright's error where a view cannot be reached.
    """
    return tuple(path for layout in layouts for path in _walk(folder / layout.name, address, browser, layout, views))


def _walk(folder: Path, address: str, browser: Browser, layout: Layout, views: Sequence[View]) -> Iterator[Path]:
    folder.mkdir(parents=True, exist_ok=True)
    context = browser.new_context(
        viewport={"width": layout.width, "height": layout.height},
        color_scheme=layout.scheme,
        device_scale_factor=layout.dots,
        has_touch=layout.width < 600,
        reduced_motion="reduce",
    )
    page = context.new_page()
    page.goto(address)
    page.get_by_label("Your question").wait_for()
    for view in views:
        view.reach(page)
        page.wait_for_timeout(500)  # for scrolling, and for what is drawn after it
        yield _shoot(page, folder / f"{view.name}.png")
        if layout.scheme == "light" and layout.dots == 1:
            yield _shoot(page, folder / f"{view.name}-whole.png", whole=True)
    context.close()


def _shoot(page: Page, path: Path, *, whole: bool = False) -> Path:
    # What sticks to the window's end would lie over the middle of a whole page.
    page.screenshot(
        path=path, full_page=whole, style="#ask, #source { position: static !important; }" if whole else None
    )
    # The page has few colours: with 128 of them a picture looks the same and takes a third of the room.
    with Image.open(path) as image:
        image.convert("RGB").quantize(128).save(path, optimize=True)
    return path


@contextmanager
def _serve() -> Iterator[tuple[str, Assistant]]:
    """The page over a starter casebook of its own, with an intake, for as long as it is used."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as home:
        assistant = open_assistant(Settings(home=Path(home)))
        intake = FileIntake(assistant.casebook, assistant.encoder, on_stored=assistant.index.refresh)
        chat = open_chat(assistant, host="127.0.0.1", port=choose_port("127.0.0.1", 0), intake=intake)
        try:
            yield chat.url, assistant
        finally:
            intake.close()
            chat.close()
            assistant.close()


def _copy_main(folder: Path) -> tuple[Path, ...]:
    """The main pictures in docs/images; those that stood there and are none of them go."""
    _IMAGES.mkdir(parents=True, exist_ok=True)
    for old in _IMAGES.glob("*.png"):
        old.unlink()
    copied = []
    for name, layout, view in MAIN:
        copy = _IMAGES / f"{name}.png"
        copy.write_bytes((folder / layout / f"{view}.png").read_bytes())
        copied.append(copy)
    return tuple(copied)


def main(arguments: Sequence[str] | None = None) -> int:
    """Make every picture; 1 where there is no browser or a main picture is too large for the repository."""
    parser = argparse.ArgumentParser(prog="python -m tests.screenshots", description=__doc__.partition("\n")[0])
    parser.add_argument("folder", type=Path, help="where the pictures go, a folder for each layout")
    parser.add_argument("--layout", action="append", choices=[each.name for each in LAYOUTS], help="only this one")
    options = parser.parse_args(arguments)
    found = find_browser()
    if found is None:
        sys.stderr.write(f"{HOW_TO_GET_ONE}\n")
        return 1
    from playwright.sync_api import sync_playwright

    layouts = [each for each in LAYOUTS if not options.layout or each.name in options.layout]
    with _serve() as (address, _), sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found, headless=True, args=list(browser_flags()))
        paths = take(options.folder, address, browser, layouts)
        browser.close()
    sys.stdout.write(f"{len(paths)} pictures in {options.folder}\n")
    if options.layout:
        return 0
    main_ones = _copy_main(options.folder)
    for path in main_ones:
        sys.stdout.write(f"{path.relative_to(_IMAGES.parents[1])}  {path.stat().st_size:,} bytes\n")
    too_large = [path.name for path in main_ones if path.stat().st_size > _LARGEST]
    if too_large:
        sys.stderr.write(f"Larger than {_LARGEST:,} bytes: {', '.join(too_large)}\n")
    return 1 if too_large else 0


if __name__ == "__main__":
    sys.exit(main())
