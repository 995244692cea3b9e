"""Takes the pictures of the page that stand in ``docs/images/``: look at them after a change of its looks.

    python -m tests.screenshots

Over the starter casebook only: its digests are our own words, and no sentence of a decision may be in a picture.
"""

from __future__ import annotations

import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from PIL import Image  # comes with Gradio

from assistant.answering import open_assistant
from assistant.chat import choose_port, open_chat
from assistant.settings import Settings
from tests.browser import HOW_TO_GET_ONE, browser_flags, find_browser

_IMAGES = Path(__file__).parents[1] / "docs" / "images"
_LARGEST = 300_000  # bytes


@dataclass(frozen=True)
class Picture:
    """One picture: how wide and high, what is asked, and which citation is opened."""

    name: str
    width: int
    height: int
    scheme: Literal["light", "dark"] = "light"
    question: str | None = None
    opened: int | None = None


PICTURES = (
    Picture("welcome", 1280, 900),
    Picture("answer", 1280, 900, question="what remedy is typical for an unredacted address", opened=2),
    Picture("answer-dark", 1280, 900, "dark", "How much for two terms out of school with no tuition?", 1),
    Picture("declined", 1280, 760, question="It's a council flat with mould, can LGSCO look at it?"),
    Picture("phone-answer", 390, 844, question="what remedy is typical for an unredacted address"),
    Picture("phone-evidence", 390, 844, question="what remedy is typical for an unredacted address", opened=2),
)


def main() -> int:
    """Take every picture; 1 where there is no browser or a picture is too large for the repository."""
    browser = find_browser()
    if browser is None:
        sys.stderr.write(f"{HOW_TO_GET_ONE}\n")
        return 1
    _IMAGES.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as home:
        assistant = open_assistant(Settings(home=Path(home)))
        chat = open_chat(assistant, host="127.0.0.1", port=choose_port("127.0.0.1", 0))
        paths = [_take(picture, chat.url, browser) for picture in PICTURES]
        chat.close()
        assistant.close()
    too_large = [path.name for path in paths if path.stat().st_size > _LARGEST]
    for path in paths:
        sys.stdout.write(f"{path.relative_to(_IMAGES.parents[1])}  {path.stat().st_size:,} bytes\n")
    if too_large:
        sys.stderr.write(f"Larger than {_LARGEST:,} bytes: {', '.join(too_large)}\n")
    return 1 if too_large else 0


def _take(picture: Picture, address: str, browser: Path) -> Path:
    from playwright.sync_api import sync_playwright

    path = _IMAGES / f"{picture.name}.png"
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=browser, headless=True, args=list(browser_flags()))
        size = {"width": picture.width, "height": picture.height}
        page = chromium.new_context(viewport=size, color_scheme=picture.scheme).new_page()  # type: ignore[arg-type]  # a size is a size
        page.goto(address)
        page.get_by_label("Your question").wait_for()
        if picture.question:
            page.get_by_label("Your question").fill(picture.question)
            page.keyboard.press("Enter")
            page.locator("#turn-1").wait_for(timeout=120_000)
        if picture.opened:
            page.locator(f'button.cite[data-cite="{picture.opened}"]').first.click()
        page.wait_for_timeout(500)
        page.screenshot(path=path)
        chromium.close()
    # The page has few colours: with 128 of them a picture looks the same and takes a third of the room.
    with Image.open(path) as image:
        image.convert("RGB").quantize(128).save(path, optimize=True)
    return path


if __name__ == "__main__":
    sys.exit(main())
