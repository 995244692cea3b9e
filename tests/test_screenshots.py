"""The one command that makes the pictures: every view is reached, in one small layout."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PIL import Image, ImageChops

from assistant.answering import Assistant
from assistant.chat import choose_port, open_chat
from tests.screenshots import LAYOUTS, MAIN, VIEWS, Layout, take

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning:gradio.queueing")


def test_every_view_is_reached_and_differs_from_the_one_before(
    browser: Browser, assistant: Assistant, tmp_path: Path
) -> None:
    chat = open_chat(assistant, host="127.0.0.1", port=choose_port("127.0.0.1", 0))
    try:
        paths = take(tmp_path, chat.url, browser, (Layout("small", 390, 600, "dark"),))
    finally:
        chat.close()
    assert [path.stem for path in paths] == [view.name for view in VIEWS]
    pictures = [Image.open(path).convert("RGB") for path in paths]
    assert {picture.size for picture in pictures} == {(390, 600)}
    assert all(ImageChops.difference(one, next_one).getbbox() for one, next_one in pairwise(pictures))


def test_each_main_picture_is_one_that_is_made_and_small_enough() -> None:
    made = {(layout.name, view.name) for layout in LAYOUTS for view in VIEWS}
    assert {(layout, view) for _, layout, view in MAIN} <= made
    shown = {path.stem: path.stat().st_size for path in (Path(__file__).parents[1] / "docs" / "images").glob("*.png")}
    assert set(shown) == {name for name, _, _ in MAIN}
    assert max(shown.values()) < 300_000
