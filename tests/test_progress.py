"""The bars on standard error."""

import pytest

from assistant.progress import show_progress, show_stages


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
