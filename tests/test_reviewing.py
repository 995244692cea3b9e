"""What the operator reads of users' words: counts, each judgement, damaged lines named; on the terminal and as JSON."""

from __future__ import annotations

import json
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path

import pytest

from assistant.__main__ import main
from assistant.feedback import Complaint, Feedback, Verdict

ESCAPES = "\x1b[2J\x9b31m\u202e005£"


def judgement(day: int, verdict: Verdict = Verdict.WRONG, **given: object) -> Feedback:
    """What was said on this day of November 2026."""
    at = datetime(2026, 11, day, 9, 30, tzinfo=UTC)
    default = {"complaints": (), "comment": "", "status": "found", "kind": "typical remedy", "references": ()}
    return Feedback(at, verdict, **{**default, "versions": {}, **given})  # type: ignore[arg-type]  # as given


JUDGED = (
    judgement(1, Verdict.USEFUL, references=("21 000 001",), comment="Just what I needed"),
    judgement(9, complaints=(Complaint.FIGURE.value,), comment=f"It was £150 {ESCAPES}", references=("21 000 002",)),
    judgement(9, complaints=(Complaint.FIGURE.value, Complaint.CASES.value), question="How much?", answer="£100."),
)


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A home with three judgements and a damaged line between them."""
    lines = [json.dumps(asdict(each) | {"at": each.at.isoformat()}) for each in JUDGED]
    (tmp_path / "feedback.jsonl").write_text("\n".join([*lines[:2], '{"at": "20', lines[2], ""]), encoding="utf-8")
    return tmp_path


def test_what_was_judged_is_counted_and_told_in_order(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["feedback", "--home", str(home)]) == 0
    told = capsys.readouterr().out
    lines = [" ".join(line.split()) for line in told.splitlines()]
    assert lines[0] == "3 answers judged from 1 November 2026 to 9 November 2026: 1 useful and 2 wrong."
    assert lines[3:5] == ["2 a figure, date or reference is wrong", "1 the cases are not comparable"]
    assert [line[:27] for line in lines if "UTC" in line] == [
        "2026-11-01 09:30 UTC useful",
        *["2026-11-09 09:30 UTC wrong:"] * 2,
    ]
    for said in (
        "answer found, typical remedy, citing 21 000 001",
        "comment Just what I needed",
        "question How much?",
        "comment It was £150 <U+001B>[2J<U+009B>31m<U+202E>005£",
    ):
        assert said in lines
    assert "1 line of" in told and told.rstrip().endswith("line 3.")
    assert not set(ESCAPES[:1] + "\x9b\u202e") & set(told)


def test_only_what_was_said_since_a_day_is_told(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["feedback", "--home", str(home), "--since", "2026-11-02"]) == 0
    assert capsys.readouterr().out.startswith("2 answers judged on 9 November 2026: 0 useful and 2 wrong.")
    assert main(["feedback", "--home", str(home), "--since", "2026-11-10"]) == 0
    assert "No feedback since 10 November 2026" in capsys.readouterr().out
    with pytest.raises(SystemExit) as ended:
        main(["feedback", "--since", "lately\x1b"])
    assert ended.value.code == 2
    assert "'lately\\x1b' is no day; write it as 2026-11-01" in capsys.readouterr().err


def test_as_json_everything_is_there(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["feedback", "--home", str(home), "--json"]) == 0
    out = capsys.readouterr().out
    assert "\u202e" not in out and "\x9b" not in out and "£150" in out
    told = json.loads(out)
    assert told["verdicts"] == {"useful": 1, "wrong": 2}
    assert told["complaints"] == {Complaint.FIGURE.value: 2, Complaint.CASES.value: 1}
    assert told["damaged_lines"] == [3]
    assert told["judgements"] == [json.loads(json.dumps(asdict(each) | {"at": each.at.isoformat()})) for each in JUDGED]


def test_no_feedback_yet_is_said_and_no_error(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["feedback", "--home", str(tmp_path)]) == 0
    assert capsys.readouterr().out.startswith("No feedback yet: ")
    assert main(["feedback", "--home", str(tmp_path), "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["judgements"] == []
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_cannot_be_read_ends_with_code_5(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "feedback.jsonl").mkdir()
    assert main(["feedback", "--home", str(tmp_path)]) == 5
    assert "cannot be read" in capsys.readouterr().err
