"""What every test has: a place of its own for the casebook, and a browser that cannot leave the machine.

``make test`` runs the tests in several processes (pytest-xdist), each with a home, an encoder and a page of its own;
the starter casebook is built by the first that needs it and copied by the others. Plain ``pytest`` runs them in one.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import pytest
from filelock import FileLock
from hypothesis import HealthCheck
from hypothesis import settings as hypothesis_settings

from tests.browser import HOW_TO_GET_ONE, browser_flags, find_browser, is_ci

if TYPE_CHECKING:
    from playwright.sync_api import Browser, ConsoleMessage, Error, Page, Request, WebSocket

    from assistant.answering import Assistant
    from assistant.casebook import Casebook

_LOOPBACK = {"127.0.0.1", "localhost", "::1"}

# Two busy cores make single examples slow: the time of one example says nothing. The same examples on every run,
# so that a failure seen once can be seen again.
hypothesis_settings.register_profile(
    "redress", deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow]
)
hypothesis_settings.load_profile("redress")


@dataclass
class WatchedPage:
    """A page in a fresh browser context, and what went wrong in it so far.

    ``errors`` are console errors and uncaught exceptions; ``left_loopback`` the addresses, other than this machine,
    that the page asked for.
    """

    page: Page
    errors: list[str] = field(default_factory=list)
    left_loopback: list[str] = field(default_factory=list)

    def assert_clean(self) -> None:
        """Fail if the page reported an error or asked for anything outside this machine."""
        assert self.errors == []
        assert self.left_loopback == []


OpenPage = Callable[..., WatchedPage]
CopyStarter = Callable[[Path], Path]


def pytest_configure(config: pytest.Config) -> None:
    """Keep the tests away from the user's casebook and settings, and the encoder from taking every core."""
    for name in [name for name in os.environ if name.startswith("REDRESS_") and name != "REDRESS_TEST_BROWSER"]:
        del os.environ[name]
    home = tempfile.TemporaryDirectory(prefix="redress-tests-", ignore_cleanup_errors=True)
    config.add_cleanup(home.cleanup)
    os.environ["REDRESS_HOME"] = home.name
    if not hasattr(config, "workerinput"):
        # One for all processes of a run: the encoder's file is made by the first that needs it.
        os.environ["XDG_CACHE_HOME"] = str(Path(home.name) / "cache")
    for name, value in (("OMP_NUM_THREADS", "1"), ("TOKENIZERS_PARALLELISM", "false"), ("HF_HUB_OFFLINE", "1")):
        os.environ.setdefault(name, value)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say loudly that browser tests did not run; a lone "s" in a row of dots is overlooked.

    Known by their reason, which is in the reports of other processes too.
    """
    reports = [report for kind in ("skipped", "failed", "error") for report in terminalreporter.getreports(kind)]
    without = [report for report in reports if HOW_TO_GET_ONE in str(report.longrepr)]
    if without:
        terminalreporter.section("BROWSER TESTS DID NOT RUN", sep="!", red=True, bold=True)
        terminalreporter.line(f"{len(without)} tests. {HOW_TO_GET_ONE}")


@pytest.fixture
def shared() -> Path:
    """The folder with real decisions beside the repository; the test is skipped where it is absent."""
    folder = Path(__file__).parents[1].parent / "shared"
    if not (folder / "decisions").is_dir():
        pytest.skip("the real decisions are not beside this checkout (../shared/decisions)")
    return folder


@pytest.fixture
def browser_path() -> Path:
    """The installed browser. Without one: a failure under CI, else a skip that the summary repeats."""
    path = find_browser()
    if path is None:
        if is_ci():
            pytest.fail(HOW_TO_GET_ONE, pytrace=False)
        pytest.skip(HOW_TO_GET_ONE)
    return path


@pytest.fixture(scope="module")
def _browsers() -> Iterator[Callable[[Path], Browser]]:
    # One Chromium for a module's tests. Not for the session: while Playwright runs, its event loop
    # is the thread's running loop, and other modules' asyncio.run() would fail.
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        started: list[Browser] = []

        def start(path: Path) -> Browser:
            if not started:
                started.append(
                    playwright.chromium.launch(executable_path=path, headless=True, args=list(browser_flags()))
                )
            return started[0]

        yield start
        for browser in started:
            browser.close()


@pytest.fixture
def browser(browser_path: Path, _browsers: Callable[[Path], Browser]) -> Browser:
    """A headless Chromium with a profile of its own, shared by the tests of one module."""
    return _browsers(browser_path)


@pytest.fixture
def open_page(browser: Browser) -> Iterator[OpenPage]:
    """``open_page(width=1280, height=800)``: a blank page in a fresh context, watched; closed after the test.

    Further keywords go to Playwright's ``new_context``, e.g. ``reduced_motion="reduce"`` or ``has_touch=True``.
    """
    contexts = []

    def open_one(*, width: int = 1280, height: int = 800, **options: object) -> WatchedPage:
        context = browser.new_context(viewport={"width": width, "height": height}, **options)  # type: ignore[arg-type]  # handed through as given
        contexts.append(context)
        watched = WatchedPage(context.new_page())
        _watch(watched)
        return watched

    yield open_one
    for context in contexts:
        context.close()


def _watch(watched: WatchedPage) -> None:
    def console(message: ConsoleMessage) -> None:
        if message.type == "error":
            watched.errors.append(message.text)

    def address(made: Request | WebSocket) -> None:
        parts = urlsplit(made.url)
        if parts.scheme in {"http", "https", "ws", "wss"} and parts.hostname not in _LOOPBACK:
            watched.left_loopback.append(made.url)

    def thrown(error: Error) -> None:
        # Gradio closes its stream as a page is left (a reload, the end of a test): nobody sees what that throws.
        if not (error.name == "AbortError" and "close" in (error.stack or "")):
            watched.errors.append(str(error))

    watched.page.on("console", console)
    watched.page.on("pageerror", thrown)
    watched.page.context.on("request", address)
    watched.page.on("websocket", address)


@pytest.fixture(scope="session")
def starter_home(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home with the starter casebook and its index, made once in a run, by whichever process is first.

    Only to be copied, as ``copy_starter`` does: an index belongs to the one process that has it open.
    """
    from assistant.answering import open_assistant
    from assistant.settings import Settings

    folder = tmp_path_factory.getbasetemp()
    if hasattr(request.config, "workerinput"):
        folder = folder.parent  # that of the run; each process has a folder in it
    made = folder / "starter-home"
    with FileLock(folder / "starter-home.lock"):
        if not made.exists():
            building = folder / "starter-home.building"
            open_assistant(Settings(home=building)).close()
            building.rename(made)
    return made


@pytest.fixture(scope="session")
def copy_starter(starter_home: Path) -> CopyStarter:
    """``copy_starter(folder)``: the folder as a home with the starter casebook, which the test may change."""

    def copy(folder: Path) -> Path:
        return shutil.copytree(starter_home, folder, dirs_exist_ok=True)

    return copy


@pytest.fixture(scope="session")
def assistant_home(copy_starter: CopyStarter, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The REDRESS_HOME of ``assistant``: a test that needs it must change nothing in it."""
    return copy_starter(tmp_path_factory.mktemp("redress-home"))


@pytest.fixture(scope="session")
def assistant(assistant_home: Path) -> Iterator[Assistant]:
    """The whole assistant over the full starter casebook, with the real encoder: opened once, only to be asked."""
    from assistant.answering import open_assistant
    from assistant.settings import Settings

    opened = open_assistant(Settings(home=assistant_home))
    yield opened
    opened.close()


@pytest.fixture(scope="module")
def address(assistant: Assistant) -> Iterator[str]:
    """Where the page over the full starter casebook is served for a module's tests, with the encoder at hand."""
    from assistant.chat import choose_port, open_chat

    assistant.encoder.load()
    chat = open_chat(assistant, host="127.0.0.1", port=choose_port("127.0.0.1", 0))
    yield chat.url
    chat.close()


@pytest.fixture
def casebook(tmp_path: Path) -> Iterator[Casebook]:
    """An empty casebook of the test's own."""
    from assistant.casebook import Casebook

    opened = Casebook.open(tmp_path / "casebook.sqlite")
    yield opened
    opened.close()
