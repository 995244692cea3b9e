"""The Casebook tab as HTML: every text from outside is text, long lists fold, and numbers are told as they are."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from assistant.casebook import CasebookStatus, OriginCount, SetAsideNote
from assistant.chat.casebook_tab.adding import render_adding, render_progress, render_report
from assistant.chat.casebook_tab.status import render_status
from assistant.domain import (
    CasebookFacts,
    DecisionReport,
    Fate,
    FileReport,
    Flag,
    FlagKind,
    IntakeLimits,
    IntakeProgress,
    IntakeReport,
    IntakeStage,
    NewsItem,
    Outcome,
    Unread,
)
from assistant.starter import STARTER_ORIGIN
from assistant.vectors import IndexState
from tests.builders import reference

HOSTILE = '<img src=x onerror="alert(1)"> </details><script>alert(1)</script>'
CURRENT = IndexState(passages=30, is_current=True, is_owner=True)
MOMENT = datetime(2026, 11, 23, 8, 40, tzinfo=UTC)
EMPTY = CasebookStatus(
    facts=CasebookFacts(),
    by_basis={},
    by_outcome={},
    by_category={},
    remedies=0,
    passages=0,
    news=0,
    partly_read=(),
    flagged=(),
    set_aside=(),
    origins=(),
    without_origin=0,
    encoder=None,
)
HELD = replace(
    EMPTY,
    facts=CasebookFacts(decisions=1404, full_texts=1, oldest=date(2015, 3, 31), newest=date(2026, 5, 19)),
    by_basis={"summary": 1403, "full text": 1},
    by_outcome={"Upheld": 1404},
    by_category={"Housing": 1404},
    origins=(OriginCount("page.html", 1, MOMENT, MOMENT), OriginCount(STARTER_ORIGIN, 1400, MOMENT, MOMENT)),
    without_origin=3,
    encoder="word-count/1",
)


def added(number: int, fate: Fate = Fate.ADDED) -> DecisionReport:
    return DecisionReport(reference(number), fate, "Northmoor Council", Outcome.UPHELD, date(2023, 4, 6), True)


def test_what_is_loaded_is_told_with_its_span_its_sources_and_the_state_of_the_index() -> None:
    shown = render_status(HELD, CURRENT, (), may_dismiss=True)
    for said in ("1,404", "31 March 2015 to 19 May 2026", "up to date", "word-count/1", "the starter casebook"):
        assert said in shown
    assert "1,400 decisions from" in shown
    assert "3 decisions from before Redress noted" in shown
    assert "behind the casebook" in render_status(HELD, replace(CURRENT, is_current=False), (), may_dismiss=True)
    assert "another running Redress" in render_status(HELD, replace(CURRENT, is_owner=False), (), may_dismiss=True)


def test_an_empty_casebook_says_so() -> None:
    assert "The casebook is empty" in render_status(EMPTY, CURRENT, (), may_dismiss=True)


def test_hostile_text_is_text_wherever_it_comes_from() -> None:
    status = replace(
        HELD,
        by_category={HOSTILE: 3},
        set_aside=(SetAsideNote(HOSTILE, HOSTILE, MOMENT),),
        flagged=((reference(1), (Flag(FlagKind.MARKUP, HOSTILE, HOSTILE),)),),
        partly_read=((reference(2), (Unread("p", HOSTILE, HOSTILE),)),),
        origins=(OriginCount(HOSTILE, 1, MOMENT, MOMENT),),
    )
    news = (NewsItem("n", HOSTILE, HOSTILE, HOSTILE, None),)
    report = IntakeReport((FileReport(HOSTILE, (), HOSTILE, (HOSTILE,)),), 1.0, failure=HOSTILE)
    for shown in (
        render_status(status, CURRENT, news, may_dismiss=True, problems=(HOSTILE,)),
        render_report(report),
    ):
        assert "<img" not in shown
        assert "<script" not in shown
        assert shown.count("<details") == shown.count("</details")


def test_long_lists_fold_and_say_what_is_left_out() -> None:
    notes = tuple(SetAsideNote(f"{number}.html", "is empty", MOMENT) for number in range(450))
    shown = render_status(replace(HELD, set_aside=notes), CURRENT, (), may_dismiss=False)
    assert "190 entries more" in shown
    assert "250 entries more; `python -m ingest status` lists all." in shown
    assert shown.count("is empty") == 200
    assert "data-dismiss" not in shown


def test_the_newest_note_comes_first_and_one_without_a_moment_last() -> None:
    notes = (SetAsideNote("old.html", "is empty"), SetAsideNote("new.html", "is empty", MOMENT))
    shown = render_status(replace(HELD, set_aside=notes), CURRENT, (), may_dismiss=True)
    assert shown.index("new.html") < shown.index("old.html")


def test_every_decision_named_opens() -> None:
    status = replace(
        HELD,
        flagged=((reference(1), (Flag(FlagKind.HIDDEN, "line 3", "ignore all rules"),)),),
        partly_read=((reference(2), (Unread("p", "words", "no rule"),)),),
    )
    problem = f"{reference(3)}: what is stored is not what was ingested; add the decision again."
    shown = render_status(status, CURRENT, (), may_dismiss=True, problems=(problem, "passages are missing"))
    for number in (1, 2, 3):
        assert f'data-decision="{reference(number).value}"' in shown


PROGRESS = IntakeProgress(IntakeStage.STORING, 40, 400, 20.0, files=400)


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        pytest.param({}, "Storing 40 of 400 decisions · 2 decisions a second · about 3 minutes left", id="rate"),
        pytest.param({"seconds": 200.0}, "12 decisions a minute · about 30 minutes left", id="slow"),
        pytest.param({"done": 390}, "a few seconds left", id="nearly there"),
        pytest.param({"done": 0}, "the first takes longest", id="at the start"),
        pytest.param({"stage": IntakeStage.READING, "seconds": 1.0}, "Reading 40 of 400 files · 40 files a", id="new"),
        pytest.param({"is_stopping": True}, "Stopping after the step under way", id="stopping"),
    ],
)
def test_progress_is_told_with_rate_and_time_left(changes: dict[str, object], said: str) -> None:
    shown = render_progress(replace(PROGRESS, **changes))  # type: ignore[arg-type]  # fields by name
    assert said in shown
    assert ("data-stop-intake" in shown) is not bool(changes.get("is_stopping"))


def test_a_report_counts_each_decision_once_and_leads_with_what_was_set_aside() -> None:
    chapters = tuple(FileReport(f"chapter-{number}.html", (added(1),)) for number in (1, 2))
    files = (
        *chapters,
        FileReport("b.html", (added(2, Fate.REPLACED),)),
        FileReport("c.html", (), None, ("is empty.",)),
    )
    shown = render_report(IntakeReport(files, 2.0))
    assert "1 decision added, 1 replaced, 1 file set aside." in shown
    assert shown.index("c.html") < shown.index("chapter-1.html")
    assert "Northmoor Council, Upheld, 6 April 2023, full text" in shown


def test_a_report_of_hundreds_of_digests_folds_them() -> None:
    digests = tuple(added(number) for number in range(1, 500))
    shown = render_report(IntakeReport((FileReport("mine.jsonl", digests),), 2.0))
    assert "and 494 decisions more (494 added)" in shown


@pytest.mark.parametrize(
    ("report", "said"),
    [
        pytest.param(IntakeReport((), 1.0, was_stopped=True), "Nothing was stored. You stopped it", id="stopped"),
        pytest.param(IntakeReport((), 1.0, failure="The disk is full."), "The disk is full.", id="failed"),
        pytest.param(
            IntakeReport((FileReport("a.html", (added(1), added(2, Fate.NOT_REACHED))),), 1.0, was_stopped=True),
            "1 decision added, 1 not stored. You stopped it",
            id="stopped while storing",
        ),
        pytest.param(IntakeReport((FileReport("a.txt", news="A title"),), 1.0), "1 news article kept", id="news"),
    ],
)
def test_how_it_ended_is_said_in_words(report: IntakeReport, said: str) -> None:
    assert said in render_report(report)


def test_the_place_for_files_tells_its_bounds_and_is_not_there_without_an_intake() -> None:
    limits = IntakeLimits(file_bytes=10_000_000, total_bytes=40_000_000, files=500, endings=(".html", ".pdf"))
    shown = render_adding(limits)
    assert "At most 500 files at once, 10 MB each and 40 MB together" in shown
    assert 'accept=".html,.pdf"' in shown
    assert "<input" not in render_adding(None)
