"""What standard error shows of slow work: bars on a terminal, lines in a log."""

from __future__ import annotations

import io
import re
import sys

import pytest

from assistant import progress
from assistant.progress import show_progress, show_stages


class Terminal(io.StringIO):
    """A standard error that a person looks at."""

    def isatty(self) -> bool:
        """As a terminal says."""
        return True


class Clock:
    """A clock that goes on by as many seconds as it is told."""

    def __init__(self) -> None:
        self.now = 1000.0

    def monotonic(self) -> float:
        """The seconds by this clock."""
        return self.now


def test_a_stage_shows_its_name_and_how_far_it_is(capsys: pytest.CaptureFixture[str]) -> None:
    with show_progress("encoding") as show:
        show(1, 4)
        show(4, 4)
    shown = capsys.readouterr()
    assert "encoding" in shown.err
    assert "4/4" in shown.err
    assert shown.out == ""


def test_each_stage_has_a_bar_of_its_own(capsys: pytest.CaptureFixture[str]) -> None:
    with show_stages() as show:
        show("reading", 2, 2)
        show("encoding", 3, 3)
    shown = capsys.readouterr().err
    assert shown.index("reading") < shown.index("encoding")
    assert "2/2" in shown
    assert "3/3" in shown


def test_nothing_reported_shows_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    with show_progress("encoding"):
        pass
    assert capsys.readouterr().err == ""


def test_a_terminal_has_a_bar_with_rate_and_time_left_that_is_gone_at_the_end(monkeypatch: pytest.MonkeyPatch) -> None:
    shown = Terminal()
    monkeypatch.setattr(sys, "stderr", shown)
    with show_stages() as show:
        for done in range(5):
            show("adding", done, 4)
    assert re.search(r"\radding: +100%.* 4/4 \[\d\d:\d\d<\d\d:\d\d", shown.getvalue())
    assert shown.getvalue().rstrip(" ").endswith("\r")


def test_a_log_has_a_line_now_and_then_with_rate_and_time_left(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    clock = Clock()
    monkeypatch.setattr(progress, "time", clock)
    with show_stages() as show:
        for done in range(3601):
            show("adding", done, 3600)
            clock.now += 1 / 2
        show("adding", 3600, 3600)
    lines = capsys.readouterr().err.splitlines()
    assert lines[0] == "adding: 0/3,600"
    assert lines[1] == "adding: 60/3,600, 2.0 a second, 30 min left"
    assert lines[-2] == "adding: 3,540/3,600, 2.0 a second, 30 s left"
    assert lines[-1] == "adding: 3,600/3,600, 2.0 a second"
    assert len(lines) == 61


def test_what_was_done_before_is_no_part_of_the_rate(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    clock = Clock()
    monkeypatch.setattr(progress, "time", clock)
    with show_stages() as show:
        show("adding", 50_000, 57_500)
        clock.now += 100
        show("adding", 50_100, 57_500)
    assert capsys.readouterr().err.splitlines()[1] == "adding: 50,100/57,500, 1.0 a second, 2 h 03 min left"
