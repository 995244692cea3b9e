"""The browser of the tests: which one is found, what happens without one, and that a page is watched."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.browser import browser_flags, find_browser, is_ci
from tests.conftest import OpenPage

REPOSITORY = Path(__file__).parents[1]


def make_program(folder: Path, name: str) -> Path:
    program = folder / name
    program.write_text("#!/bin/sh\n")
    program.chmod(0o755)
    return program


def run_watched_page_test(**environment: str) -> subprocess.CompletedProcess[str]:
    """One browser test in a pytest of its own, where no browser is to be found."""
    clean = {name: value for name, value in os.environ.items() if name != "CI"}
    return subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", f"{__file__}::test_a_quiet_page_is_clean"],
        cwd=REPOSITORY,
        env=clean | {"REDRESS_TEST_BROWSER": "/nowhere/chromium"} | environment,
        capture_output=True,
        text=True,
        check=False,
    )


def test_the_named_browser_is_taken_before_any_other(tmp_path: Path) -> None:
    named = make_program(tmp_path, "my-own-browser")
    make_program(tmp_path, "chromium")
    assert find_browser({"REDRESS_TEST_BROWSER": str(named), "PATH": str(tmp_path)}) == named


def test_a_named_browser_that_is_not_there_is_not_replaced_by_another(tmp_path: Path) -> None:
    make_program(tmp_path, "chromium")
    assert find_browser({"REDRESS_TEST_BROWSER": str(tmp_path / "gone"), "PATH": str(tmp_path)}) is None


@pytest.mark.parametrize("name", ["chromium", "chromium-browser", "google-chrome"])
def test_an_installed_browser_is_found_on_the_path(tmp_path: Path, name: str) -> None:
    program = make_program(tmp_path, name)
    assert find_browser({"PATH": str(tmp_path)}) == program


@pytest.mark.parametrize(("value", "expected"), [("true", True), ("1", True), ("false", False), ("0", False)])
def test_ci_is_told_by_its_variable(value: str, expected: bool) -> None:
    assert is_ci({"CI": value}) is expected
    assert not is_ci({})


def test_the_sandbox_is_given_up_only_by_root() -> None:
    is_root = hasattr(os, "geteuid") and os.geteuid() == 0
    assert ("--no-sandbox" in browser_flags()) == is_root


def test_without_a_browser_its_tests_are_skipped_and_the_summary_says_so() -> None:
    done = run_watched_page_test()
    assert done.returncode == 0, done.stdout
    assert "BROWSER TESTS DID NOT RUN" in done.stdout
    assert "REDRESS_TEST_BROWSER" in done.stdout


def test_without_a_browser_its_tests_fail_under_ci() -> None:
    done = run_watched_page_test(CI="true")
    assert done.returncode == 1, done.stdout
    assert "BROWSER TESTS DID NOT RUN" in done.stdout


def test_a_quiet_page_is_clean(open_page: OpenPage) -> None:
    watched = open_page(width=390, height=844)
    watched.page.set_content("<p>Nothing to report.</p>")
    assert watched.page.viewport_size == {"width": 390, "height": 844}
    watched.assert_clean()


def test_a_page_that_logs_an_error_or_leaves_the_machine_is_caught(open_page: OpenPage) -> None:
    watched = open_page()
    watched.page.set_content("<script>console.error('it broke')</script><img src='http://elsewhere.invalid/a.png'>")
    watched.page.wait_for_load_state("load")
    assert "it broke" in watched.errors
    assert watched.left_loopback == ["http://elsewhere.invalid/a.png"]
    with pytest.raises(AssertionError):
        watched.assert_clean()
