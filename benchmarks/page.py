"""The subject "page": how long a browser waits for our page and for its answers, with one user and with eight at once.

The peer is the page of ``benchmarks.tutorial``, in the same run and in turn. Times are taken inside the browser, when
what was waited for is painted: from the opening of the page until its question box can be used, and from Enter until
the page changes, the first statement of the answer is there, and the whole answer is. Each user has a browser context
of its own. One server process serves each page, its encoder loaded; the browser shares the machine with it.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.figures import part
from benchmarks.page_elsewhere import asking_elsewhere, read_asking
from tests.browser import HOW_TO_GET_ONE, browser_flags, find_browser

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, Page

_ROOT = Path(__file__).resolve().parents[1]
_QUESTIONS = _ROOT / "tests" / "evaluation" / "questions.jsonl"
_USERS = 8
_OPENINGS, _ALONE = 5, 10
_TOGETHER = 4  # rounds of eight questions
_ELSEWHERE = 7  # rounds of one question in the browser and seven from elsewhere
_LONG = 13  # rounds of eight questions in conversations that go on: some hundred questions
_WAIT = 120_000  # milliseconds


@dataclass(frozen=True)
class _Kind:
    """A page that is measured: how it is served, and where in it to look."""

    name: str
    box: str
    change: str
    first: str
    whole: str


_KINDS = (
    _Kind(
        "redress",
        box="#question textarea",
        change="#progress .pending, #conversation .turn",
        first="#progress .draft p, #conversation .turn .headline",
        whole="#conversation .turn",
    ),
    _Kind(
        "tutorial",
        box="textarea[data-testid='textbox']",
        change="[data-testid='user']",
        first="[data-testid='bot'] .prose, [data-testid='bot'] p",
        whole="[data-testid='bot'] .prose, [data-testid='bot'] p",
    ),
)
_LABELS = (("change", "Enter to first change"), ("first", "to first statement"), ("whole", "to the whole answer"))

# Notes when elements are painted first that were not there before: ``bench.wait`` takes selectors by name.
_WATCH = """
(() => {
  const seen = {};
  let wanted = {}, before = {};
  const isThere = (element) => element.textContent.trim() || element.matches("textarea:enabled");
  const count = (selector) => [...document.querySelectorAll(selector)].filter(isThere).length;
  const look = () => {
    for (const [name, selector] of Object.entries(wanted)) {
      if (name in seen || count(selector) <= before[name]) continue;
      seen[name] = 0;
      // The frame after the next begins when this change is on the screen.
      requestAnimationFrame(() => requestAnimationFrame(() => { seen[name] = performance.now(); }));
    }
  };
  new MutationObserver(look).observe(document, { childList: true, subtree: true, characterData: true });
  let began = 0;  // when the page was opened
  const wait = (selectors) => {
    for (const name of Object.keys(seen)) delete seen[name];
    before = Object.fromEntries(Object.entries(selectors).map(([name, selector]) => [name, count(selector)]));
    wanted = selectors;
    look();
  };
  window.bench = {
    wait,
    /* Press Enter in the box at this time of day, in milliseconds, and wait from then on. */
    enter(box, selectors, at) {
      wanted = {};
      setTimeout(() => {
        wait(selectors);
        began = performance.now();
        document.querySelector(box).dispatchEvent(
          new KeyboardEvent("keypress", { key: "Enter", bubbles: true, cancelable: true }));
      }, Math.max(0, at - Date.now()));
    },
    isDone: () => Object.keys(wanted).length > 0 && Object.keys(wanted).every((name) => seen[name]),
    waited: () => Object.fromEntries(Object.entries(seen).map(([name, at]) => [name, at - began])),
  };
})();
"""


def time_page(say: Callable[[str], None], home: Path) -> None:
    """Say the figures of both pages. ``home`` holds the starter casebook, or will."""
    path = find_browser()
    if path is None:
        say(f"The page was not measured. {HOW_TO_GET_ONE}")
        return
    from playwright.sync_api import sync_playwright

    questions = _questions()
    with (
        sync_playwright() as playwright,
        _served("redress", home) as ours,
        _served("tutorial", home) as peer,
    ):
        browser = playwright.chromium.launch(executable_path=path, headless=True, args=list(browser_flags()))
        try:
            pages = list(zip(_KINDS, (ours, peer), strict=True))
            _say_openings(say, browser, pages)
            alone = {kind.name: _ask_alone(browser, kind, server, questions) for kind, server in pages}
            spent = {kind.name: server.processor_seconds() for kind, server in pages}
            together = {kind.name: _ask_together(browser, kind, server, questions) for kind, server in pages}
            _say_waits(say, alone, together)
            _say_elsewhere(say, browser, ours, questions, alone["redress"])
            for kind, server in pages:
                each = (server.processor_seconds() - spent[kind.name]) / (_TOGETHER * _USERS)
                what = f"processor time of the server, {kind.name}"
                say(f"{what:<47} {each:.2f} s an answer, opening the page included")
            _say_memory(say, browser, ours, questions)
        finally:
            browser.close()


@dataclass(frozen=True)
class _Server:
    """A process that serves a page."""

    address: str
    process: int

    def processor_seconds(self) -> float:
        """What the process has computed until now: it tells more than time where others use the machine too."""
        status = Path(f"/proc/{self.process}/stat")
        if not status.exists():
            return float("nan")
        fields = status.read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def memory_mb(self) -> float:
        """What the process holds in memory now."""
        status = Path(f"/proc/{self.process}/status")
        if not status.exists():
            return float("nan")
        line = next(line for line in status.read_text().splitlines() if line.startswith("VmRSS"))
        return int(line.split()[1]) / 1024


@contextmanager
def _served(kind: str, home: Path) -> Iterator[_Server]:
    command = [sys.executable, "-m", "benchmarks.page_server", kind, str(home)]
    process = subprocess.Popen(  # noqa: S603 -- our own
        command, cwd=_ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    )
    try:
        address = process.stdout.readline().strip() if process.stdout else ""
        if not address:
            raise SystemExit(f"the page {kind!r} could not be served: run {' '.join(command)}")
        yield _Server(address, process.pid)
    finally:
        process.kill()
        process.wait()


# ------------------------------------------------------------------------- one user, then eight


def _open(browser: Browser, kind: _Kind, server: _Server) -> tuple[BrowserContext, Page, float]:
    """A page in a context of its own, and the milliseconds until its box could be used."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    context.add_init_script(f"{_WATCH}\nbench.wait({json.dumps({'box': kind.box})});")
    page = context.new_page()
    page.set_default_timeout(_WAIT)
    page.goto(server.address, wait_until="commit")
    page.wait_for_function("window.bench && bench.isDone()")
    return context, page, page.evaluate("bench.waited().box")


def _say_openings(say: Callable[[str], None], browser: Browser, pages: Sequence[tuple[_Kind, _Server]]) -> None:
    times: dict[str, list[float]] = {kind.name: [] for kind, _ in pages}
    for _ in range(_OPENINGS):
        for kind, server in pages:
            context, _, waited = _open(browser, kind, server)
            times[kind.name].append(waited)
            context.close()
    ours, peer = times["redress"], times["tutorial"]
    say(
        f"{'page open to question box usable':<47} p50 {part(ours, 50) / 1000:5.2f} s    worst {max(ours) / 1000:5.2f} "
        f"s (goal 3)   bare chat page {part(peer, 50) / 1000:.2f} s   {part(ours, 50) / part(peer, 50):.2f} times"
    )


_Waits = list[dict[str, float]]


def _ask_alone(browser: Browser, kind: _Kind, server: _Server, questions: Sequence[str]) -> _Waits:
    """What one user waits for the answer to each of some questions, each asked in a conversation of its own."""
    found = []
    for question in questions[:_ALONE]:
        context, page, _ = _open(browser, kind, server)
        found += _ask([page], kind, [question])
        context.close()
    return found


def _ask_together(browser: Browser, kind: _Kind, server: _Server, questions: Sequence[str]) -> _Waits:
    found = []
    for number in range(_TOGETHER):
        asked = questions[_ALONE + number * _USERS :][:_USERS]
        opened = [_open(browser, kind, server) for _ in asked]
        found += _ask([page for _, page, _ in opened], kind, asked)
        for context, _, _ in opened:
            context.close()
    return found


def _ask(pages: Sequence[Page], kind: _Kind, questions: Sequence[str]) -> _Waits:
    """Have every page ask its question at the same moment; what each waited, in milliseconds."""
    return _ask_at(pages, kind, questions, time.time() + 0.3 + 0.05 * len(pages))


def _ask_at(pages: Sequence[Page], kind: _Kind, questions: Sequence[str], at: float) -> _Waits:
    for page, question in zip(pages, questions, strict=True):
        page.fill(kind.box, question)
    wanted = {"change": kind.change, "first": kind.first, "whole": kind.whole}
    for page in pages:
        page.evaluate("([box, wanted, at]) => bench.enter(box, wanted, at)", [kind.box, wanted, at * 1000])
    for page in pages:
        page.wait_for_function("bench.isDone()")
    return [page.evaluate("bench.waited()") for page in pages]


def _say_waits(say: Callable[[str], None], alone: dict[str, _Waits], together: dict[str, _Waits]) -> None:
    for kind, label in (("redress", "our page"), ("tutorial", "bare chat page")):
        for name, what in _LABELS:
            one, eight = ([waits[name] for waits in found[kind]] for found in (alone, together))
            goal = " (goal: first statement under 1,000 ms)" if (kind, name) == ("redress", "first") else ""
            say(
                f"{f'{label}, {what}':<47} 1 user  p50 {part(one, 50):5.0f} ms   p95 {part(one, 95):5.0f} ms{goal}\n"
                f"{'':<47} {_USERS} users p50 {part(eight, 50):5.0f} ms   p95 {part(eight, 95):5.0f} ms   "
                f"{part(eight, 50) / part(one, 50):.1f} times (goal 3)"
            )


def _say_elsewhere(
    say: Callable[[str], None], browser: Browser, server: _Server, questions: Sequence[str], alone: _Waits
) -> None:
    """What one of eight waits whose seven others ask from machines of their own."""
    kind = _KINDS[0]
    context, page, _ = _open(browser, kind, server)
    asking = read_asking(page, kind.box, questions[0])
    page.locator(kind.whole).first.wait_for()
    context.close()
    found: _Waits = []
    for number in range(_ELSEWHERE):
        mine, *others = questions[_ALONE + number * _USERS :][:_USERS]
        context, page, _ = _open(browser, kind, server)
        at = time.time() + 0.5
        with asking_elsewhere(server.address, asking, questions[0], others, at):
            found += _ask_at([page], kind, [mine], at)
        context.close()
    one, eight = ([waits["first"] for waits in each] for each in (alone, found))
    say(
        f"{'our page, to first statement, 7 others elsewhere':<47} {_USERS} users p50 {part(eight, 50):5.0f} ms   "
        f"p95 {part(eight, 95):5.0f} ms   {part(eight, 50) / part(one, 50):.1f} times (goal 3)"
    )


def _say_memory(say: Callable[[str], None], browser: Browser, server: _Server, questions: Sequence[str]) -> None:
    """Whether the server's memory levels off while eight users ask on in their conversations."""
    kind = _KINDS[0]
    opened = [_open(browser, kind, server) for _ in range(_USERS)]
    pages = [page for _, page, _ in opened]
    say(f"{'memory of the server, 8 users':<47} {server.memory_mb():.0f} MB before")
    for number in range(1, _LONG + 1):
        _ask(pages, kind, [questions[(number * _USERS + user) % len(questions)] for user in range(_USERS)])
        # Each as it comes: the run is long, and what ends it early leaves the figures.
        say(f"{'':<47} {server.memory_mb():.0f} MB after {number * _USERS} questions")
    for context, _, _ in opened:
        context.close()


def _questions() -> list[str]:
    """Questions that need no history, each once."""
    lines = [json.loads(line) for line in _QUESTIONS.read_text(encoding="utf-8").splitlines()]
    return [line["question"] for line in lines if not line["history"]]
