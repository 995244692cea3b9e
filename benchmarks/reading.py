"""The subject "reading": pages a second on one core, time and memory of large pages, and what is slow.

The peer is BeautifulSoup with Python's own parser, which does nothing but get the text out of the same pages. Both read
each page in turn, so that a machine that slows down slows both; of a page the best of the runs counts. All pages are
read before any is read again: nothing that is remembered of a page helps with it.
"""

from __future__ import annotations

import time
import tracemalloc
from collections.abc import Callable
from pathlib import Path

from bs4 import BeautifulSoup

from assistant.errors import InputError
from ingest.page import read_page
from tests.page_builders import (
    page_of_nested_lists,
    page_of_one_paragraph,
    page_of_paragraphs,
    page_of_size,
    page_of_sums,
    site_page,
)

_PAGES = Path(__file__).resolve().parents[1] / "tests" / "pages"
_BUILT = 40
# What grows, and the size that is doubled.
_LARGE: tuple[tuple[str, Callable[[int], str], int], ...] = (
    ("a page of {:,} bytes", page_of_size, 2_500_000),
    ("{:,} paragraphs", page_of_paragraphs, 5_000),
    ("lists nested {:,} deep", page_of_nested_lists, 5_000),
    ("one clause with {:,} sums", page_of_sums, 1_500),
    ("one paragraph of {:,} characters", page_of_one_paragraph, 500_000),
)


def time_reading(say: Callable[[str], None], *, runs: int = 3) -> None:
    """Say the figures of both kinds of page, and of pages that are far larger than any real one."""
    for label, pages in (("labelled pages", _labelled()), ("pages of the usual size", _built())):
        own, peer = _best_of(pages, runs)
        size = sum(map(len, pages)) // len(pages) // 1000
        say(
            f"{f'reading {len(pages)} {label}, {size} kB each':<47} {len(pages) / own:6.0f} pages/s   text alone with "
            f"BeautifulSoup {len(pages) / peer:5.0f} pages/s   {peer / own:.2f} times as fast (goal 1)"
        )
    for label, build, size in _LARGE:
        once, twice = build(size).encode(), build(2 * size).encode()
        small, large = _seconds(_read, once), _seconds(_read, twice)
        say(
            f"reading {label.format(2 * size):<39} {large:6.2f} s   {_peak_mb(twice):5.0f} MB peak   "
            f"{large / small:.1f} times half of it (goal 2)"
        )


def _labelled() -> list[bytes]:
    paths = [path for path in sorted(_PAGES.rglob("*.html")) if path.parent.name != "other"]
    return [path.read_bytes() for path in paths if not path.name.endswith(".source.html")]


def _built() -> list[bytes]:
    return [site_page(number).encode() for number in range(_BUILT)]


def _best_of(pages: list[bytes], runs: int) -> tuple[float, float]:
    """Seconds for all pages, ours and the peer's."""
    rounds = [[(_seconds(_read, page), _seconds(_get_text, page)) for page in pages] for _ in range(runs)]
    own, peer = zip(
        *(tuple(map(min, zip(*of_page, strict=True))) for of_page in zip(*rounds, strict=True)), strict=True
    )
    return sum(own), sum(peer)


def _read(page: bytes) -> None:
    try:
        read_page(page, "20-100-001.html")
    except InputError as error:
        raise SystemExit(f"a page of the benchmark was refused: {error}") from error


def _get_text(page: bytes) -> None:
    BeautifulSoup(page, "html.parser").get_text()


def _seconds(read: Callable[[bytes], None], page: bytes) -> float:
    started = time.process_time()
    read(page)
    return time.process_time() - started


def _peak_mb(page: bytes) -> float:
    """What Python's own objects came to while the page was read, the page itself not counted."""
    tracemalloc.start()
    try:
        _read(page)
        return tracemalloc.get_traced_memory()[1] / 1e6
    finally:
        tracemalloc.stop()
