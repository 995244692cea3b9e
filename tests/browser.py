"""Finds the Chromium that the browser tests drive, and gets one where that is possible.

    python -m tests.browser     says which browser the tests will use; installs Debian's ``chromium`` if there is none
                                and the user is root

Only an installed browser is used: none is downloaded past the package manager. ``REDRESS_TEST_BROWSER`` names one.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

HOW_TO_GET_ONE = (
    "No Chromium or Chrome was found, so the browser tests cannot run. Install one (on Debian: apt-get install "
    "chromium; elsewhere Google Chrome will do), or name one with REDRESS_TEST_BROWSER=/path/to/chromium."
)

_NAMES = ("chromium", "chromium-browser", "google-chrome-stable", "google-chrome", "chrome", "microsoft-edge")
_PLACES = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "C:/Program Files/Google/Chrome/Application/chrome.exe",
    "C:/Program Files (x86)/Microsoft/Edge/Application/msedge.exe",
)

_QUIET_FLAGS = (
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    # /dev/shm is small in many containers, and Chromium dies when it is full.
    "--disable-dev-shm-usage",
    # Nothing but loopback has an address: a request that leaves the machine fails, and is recorded as well.
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost, EXCLUDE [::1]",
)


def find_browser(environment: Mapping[str, str] = os.environ) -> Path | None:
    """The browser to drive: the one ``REDRESS_TEST_BROWSER`` names, else the first installed; None if there is none.

    A named browser that does not exist is None too, never silently another one.
    """
    named = environment.get("REDRESS_TEST_BROWSER")
    if named:
        found = shutil.which(named)
        return Path(found) if found else None
    for name in _NAMES:
        if found := shutil.which(name, path=environment.get("PATH")):
            return Path(found)
    return next((Path(place) for place in _PLACES if Path(place).is_file()), None)


def browser_flags() -> tuple[str, ...]:
    """Flags for a headless Chromium that keeps to itself. As root it does not start within its own sandbox."""
    return ("--no-sandbox", *_QUIET_FLAGS) if _is_root() else _QUIET_FLAGS


def is_ci(environment: Mapping[str, str] = os.environ) -> bool:
    """Whether this is a run in which a browser test that cannot run is a failure."""
    return environment.get("CI", "").lower() not in {"", "0", "false", "no"}


def install_browser() -> None:
    """Install Debian's chromium, where the user is root and apt-get exists; otherwise do nothing.

    A failing apt-get is reported by its own words and left at that: the tests then say what is missing.
    """
    apt_get = shutil.which("apt-get")
    if apt_get is None or not _is_root():
        return
    print("Installing Debian's chromium for the browser tests", flush=True)
    quiet = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    for arguments in (["update", "-qq"], ["install", "-y", "-qq", "--no-install-recommends", "chromium"]):
        done = subprocess.run(
            [apt_get, *arguments], env=quiet, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False
        )
        if done.returncode != 0:
            print(f"apt-get {' '.join(arguments)} failed:\n{done.stderr.strip()}", file=sys.stderr)


def _is_root() -> bool:
    return hasattr(os, "geteuid") and os.geteuid() == 0


def main() -> int:
    """Say which browser the tests will use, after an attempt to get one. Always 0: the tests judge what is missing."""
    if find_browser() is None and "REDRESS_TEST_BROWSER" not in os.environ:
        install_browser()
    browser = find_browser()
    if browser is None:
        print(HOW_TO_GET_ONE, file=sys.stderr)
    else:
        print(f"Browser tests will use {browser}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
