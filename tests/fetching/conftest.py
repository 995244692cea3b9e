"""A site on this machine to fetch from, and a home of its own to fetch into."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from ingest import __main__ as commands
from tests.counting_encoder import CountingEncoder
from tests.stand_in_site import StandInSite


@pytest.fixture
def site() -> Iterator[StandInSite]:
    """A site without decisions, until a test publishes some."""
    with StandInSite().running() as running_site:
        yield running_site


@pytest.fixture
def home(tmp_path: Path, site: StandInSite, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The home of the commands, which ask that site and no other, and encode at once."""
    monkeypatch.setenv("REDRESS_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("REDRESS_SITE", site.address)
    monkeypatch.setenv("REDRESS_PAUSE", "0")
    monkeypatch.setattr(commands, "open_encoder", lambda *_, **__: CountingEncoder())
    return tmp_path / "home"
