"""The terminal: help that is a manual, answers on standard output, trouble on standard error with its exit code."""

from __future__ import annotations

import argparse
import io
import json
import os
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest

from assistant import answering
from assistant.__main__ import main
from assistant.answering import Assistant
from assistant.casebook import Casebook
from assistant.commands import make_parser
from assistant.domain import Answer, Filters, Turn
from assistant.settings import Settings
from assistant.vectors import open_index
from tests.builders import WordCountEncoder, decision, file_in
from tests.hostile import ALIVE, ODD, STACKED, every, raw_in
from tests.test_export import _PROMISED, assert_has_form

BINS = "what remedy is typical for missed bin collections"


_NO_LIMITS = Filters()


class _Opened:
    """The assistant of the session behind the door of ``open_assistant``: asked, and not closed."""

    def __init__(self, held: Assistant) -> None:
        self._held = held
        self.asked: list[tuple[str, list[Turn]]] = []

    def ask(
        self,
        question: str,
        history: Sequence[Turn] = (),
        *,
        without: Sequence[str] = (),
        limits: Filters = _NO_LIMITS,
    ) -> Answer:
        """The answer of the real assistant."""
        self.asked.append((question, list(history)))
        return self._held.ask(question, history, without=without, limits=limits)

    def facts(self) -> object:
        """The facts of the real casebook."""
        return self._held.facts()

    def close(self) -> None:
        """Others still need it."""


@pytest.fixture
def opened(assistant: Assistant, monkeypatch: pytest.MonkeyPatch) -> _Opened:
    held = _Opened(assistant)
    monkeypatch.setattr(answering, "open_assistant", lambda *_, **__: held)
    return held


@pytest.fixture
def unopened(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(answering, "open_assistant", lambda *_, **__: pytest.fail("the assistant was opened"))


def write_lines(path: Path, *lines: object) -> str:
    path.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
    return str(path)


def printed(capsys: pytest.CaptureFixture[str]) -> list[dict[str, Any]]:
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


# --------------------------------------------------------------------------- limits


def test_limits_beside_the_question_hold_and_are_told(opened: _Opened, capsys: pytest.CaptureFixture[str]) -> None:
    options = ["--body", "kcc", "--outcome", "not-upheld", "--from", "2019", "--to", "2025"]
    assert main(["ask", "--json", "cases about late education plans", *options]) == 0
    (answer,) = [json.loads(capsys.readouterr().out)]
    assert answer["understood"]["given"] == {
        "body": "Kent County Council",
        "outcome": "Not upheld",
        "date_from": "2019-01-01",
        "date_to": "2025-12-31",
    }
    assert main(["ask", "cases about late education plans", *options]) == 0
    out = " ".join(capsys.readouterr().out.split())
    assert "Set beside the question: Only decisions about Kent County Council." in out
    assert "Set beside the question: Only cases that were not upheld." in out


def test_limits_that_cannot_be_read_are_named_with_what_to_write(
    opened: _Opened, capsys: pytest.CaptureFixture[str]
) -> None:
    arguments = [
        "--body",
        "Northumberlnd Unty",
        "--from",
        "2025",
        "--to",
        "2020",
        "--min",
        "lots",
        "--category",
        "moon",
    ]
    assert main(["ask", "late plan", *arguments]) == 6
    told = capsys.readouterr().err
    for words in (
        "--body: No decision about “Northumberlnd Unty” is held.",
        "--from: “From” is after “to”: 2025 and 2020.",
        "--min: “lots” is no sum. Write pounds",
        "--category: There is no category “moon”. Held are Adult care services",
    ):
        assert words in told
    assert opened.asked == []


# --------------------------------------------------------------------------- help


def help_text(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    with pytest.raises(SystemExit) as ended:
        main([*arguments, "--help"])
    assert ended.value.code == 0
    return capsys.readouterr().out


def test_help_holds_every_command_flag_and_variable(capsys: pytest.CaptureFixture[str]) -> None:
    whole = help_text(capsys)
    (commands,) = [action for action in make_parser()._actions if isinstance(action, argparse._SubParsersAction)]
    assert commands.choices is not None
    for name, parser in commands.choices.items():
        assert name in whole
        own = help_text(capsys, name)
        for action in parser._actions:
            assert all(option in own for option in action.option_strings)
            assert action.help
    # The page has flags of its own for host, port and adding files; the terminal needs the others.
    variables = {f"REDRESS_{one.name.upper()}" for one in fields(Settings)} - {
        "REDRESS_HOST",
        "REDRESS_PORT",
        "REDRESS_ALLOW_ADDING",
    }
    assert {name for name in variables if name not in whole} <= {"REDRESS_QUESTION_LIMIT"}
    assert "exit codes" in whole


@pytest.mark.parametrize("arguments", [[], ["tell"], ["ask"], ["batch"], ["ask", "x", "--wrong"]])
def test_what_is_no_command_ends_with_the_usage_and_code_2(
    arguments: list[str], capsys: pytest.CaptureFixture[str], unopened: None
) -> None:
    with pytest.raises(SystemExit) as ended:
        main(arguments)
    assert ended.value.code == 2
    assert "usage:" in capsys.readouterr().err


# --------------------------------------------------------------------------- ask


def test_ask_prints_the_answer_its_sources_and_what_was_understood(
    opened: _Opened, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["ask", BINS]) == 0
    out = capsys.readouterr().out
    assert "comparable" in out and "Understood as:" in out and "Sources:" in out
    assert "[1]" in out and "our digest" in out
    assert max(len(line) for line in out.splitlines() if "http" not in line) <= 100


def test_ask_as_json_holds_every_promised_key(opened: _Opened, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["ask", "--json", BINS]) == 0
    made = json.loads(capsys.readouterr().out)
    assert_has_form(made, _PROMISED)
    assert made["status"] == "found"
    assert made["cases"] and made["statements"]


def test_personal_details_are_blanked_and_the_rest_can_be_asked_at_once(
    opened: _Opened, capsys: pytest.CaptureFixture[str]
) -> None:
    question = "missed bin collections for weeks, ring me on 07700 900123"
    assert main(["ask", question]) == 0
    printed = capsys.readouterr().out
    assert "900123" not in printed
    assert "missed bin collections for weeks, ring me on [phone number]" in printed
    assert "--redacted" in printed
    assert main(["ask", "--redacted", question]) == 0
    printed = capsys.readouterr().out
    assert "900123" not in printed + str(opened.asked[-1])
    assert "Sources:" in printed


def test_no_question_goes_to_a_tracing_service(
    opened: _Opened, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from langsmith.utils import get_env_var, tracing_is_enabled

    names = ("LANGSMITH_TRACING", "LANGSMITH_TRACING_V2", "LANGCHAIN_TRACING", "LANGCHAIN_TRACING_V2")
    for name in names:
        monkeypatch.setenv(name, "true")
    get_env_var.cache_clear()  # type: ignore[attr-defined]  # overloads hide the cache
    assert main(["ask", BINS]) == 0
    assert capsys.readouterr().out
    get_env_var.cache_clear()  # type: ignore[attr-defined]  # overloads hide the cache
    assert not tracing_is_enabled()


def test_a_question_may_come_from_standard_input(
    opened: _Opened, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO(BINS + "\n"))
    assert main(["ask", "-"]) == 0
    assert opened.asked[0][0].strip() == BINS


@pytest.mark.parametrize("question", ["", "   \n ", "x" * 20_000])
def test_a_question_that_cannot_be_asked_ends_with_code_6(
    question: str, opened: _Opened, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["ask", question]) == 6
    shown = capsys.readouterr()
    assert shown.out == ""
    assert shown.err.startswith("redress: The question ")


def test_markup_in_a_question_comes_back_as_text(opened: _Opened, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["ask", "--json", "<b>missed</b> **bins** <script>alert(1)</script>"]) == 0
    assert json.loads(capsys.readouterr().out)["status"] in ("found", "few", "one", "none", "unclear")


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["ask", BINS, "--threads", "0"], 2, "--threads=0"),
        (["ask", BINS, "--encoder", "/nowhere"], 4, "REDRESS_ENCODER must name"),
        (["ask", BINS, "--home", "/dev/null/home"], 3, "/dev/null"),
    ],
)
def test_trouble_is_said_in_one_line_with_its_own_exit_code(
    arguments: list[str], code: int, said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    given = arguments if "--home" in arguments else [*arguments, "--home", str(tmp_path)]
    assert main(given) == code
    shown = capsys.readouterr()
    assert shown.out == ""
    assert said in shown.err and "Traceback" not in shown.err


def test_a_file_that_is_no_casebook_ends_with_code_3(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "casebook.sqlite").write_bytes(b"no casebook " * 1000)
    assert main(["ask", BINS, "--home", str(tmp_path)]) == 3
    assert "casebook.sqlite" in capsys.readouterr().err


# --------------------------------------------------------------------------- batch


def test_a_batch_keeps_order_and_identifiers(
    opened: _Opened, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    questions = [
        {"id": "b", "question": BINS},
        {"id": 7, "question": "a landlord in Cardiff"},
        {"question": "19 018 981"},
        {"id": "a", "question": BINS},
    ]
    assert main(["batch", write_lines(tmp_path / "q.jsonl", *questions)]) == 0
    answers = printed(capsys)
    assert [one["id"] for one in answers] == ["b", 7, None, "a"]
    for one in answers:
        assert_has_form(one, _PROMISED)
    assert [one["status"] for one in answers] == ["found", "out_of_scope", "one", "found"]
    timeless = [{key: value for key, value in one.items() if key not in ("id", "seconds")} for one in answers]
    assert timeless[0] == timeless[3]


def test_any_other_key_is_ignored(opened: _Opened, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    line = {"id": 1, "question": BINS, "filters": {"outcome": "Not upheld"}, "relevant": {"19 018 981": 2}, "note": ""}
    assert main(["batch", write_lines(tmp_path / "q.jsonl", line)]) == 0
    (made,) = printed(capsys)
    assert made["understood"]["filters"] == {}


def test_history_is_handed_on_as_turns(opened: _Opened, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    history = [{"role": "user", "content": BINS}, {"role": "assistant", "content": "£100.", "extra": 1}]
    lines = [{"id": 1, "question": "only upheld ones", "history": history}, {"question": BINS, "history": None}]
    assert main(["batch", write_lines(tmp_path / "q.jsonl", *lines)]) == 0
    assert opened.asked[0][1] == [Turn("user", BINS), Turn("assistant", "£100.")]
    assert opened.asked[1][1] == []
    assert printed(capsys)[0]["understood"]["filters"] == {"outcome": "Upheld"}


@pytest.mark.parametrize("question", ["", "  ", "x" * 20_000])
def test_a_question_that_cannot_be_asked_is_a_line_with_the_status_error(
    question: str, opened: _Opened, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    lines = [{"id": 1, "question": question}, {"id": 2, "question": BINS}]
    assert main(["batch", write_lines(tmp_path / "q.jsonl", *lines)]) == 0
    first, second = printed(capsys)
    assert_has_form(first, _PROMISED)
    assert (first["id"], first["status"], second["status"]) == (1, "error", "found")
    assert first["statements"][0]["text"].startswith("The question ")


def test_blank_lines_windows_lines_and_odd_characters_are_no_trouble(
    opened: _Opened, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "q.jsonl"
    odd = json.dumps({"id": "ü", "question": "missed bin\u2028collections\u0085 “remedy”"}, ensure_ascii=False)
    path.write_bytes(b"\r\n" + odd.encode() + b"\r\n\n" + json.dumps({"question": BINS}).encode())
    assert main(["batch", str(path)]) == 0
    made = printed(capsys)
    assert [one["id"] for one in made] == ["ü", None]


def test_a_byte_order_mark_is_no_trouble(opened: _Opened, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "q.jsonl"
    path.write_bytes(b"\xef\xbb\xbf" + json.dumps({"id": 1, "question": BINS}).encode())
    assert main(["batch", str(path)]) == 0
    assert len(printed(capsys)) == 1


def test_a_batch_may_come_from_standard_input(
    opened: _Opened, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    line = json.dumps({"id": 1, "question": BINS}).encode()
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(line)))
    assert main(["batch", "-"]) == 0
    assert [one["id"] for one in printed(capsys)] == [1]


_GOOD = b'{"id": 1, "question": "bins"}\n'

_BROKEN: dict[str, tuple[bytes, str]] = {
    "cut in half": (_GOOD + b'{"id": 2, "quest', "line 2"),
    "no object": (_GOOD * 2 + b'"bins"\n', "line 3"),
    "a list": (b"[]\n", "line 1"),
    "no question": (b'{"id": 1}\n', "question"),
    "a question that is a number": (b'{"question": 5}\n', "question"),
    "a question that is null": (b'{"question": null}\n', "question"),
    "history that is text": (b'{"question": "x", "history": "y"}\n', "history"),
    "a turn without content": (b'{"question": "x", "history": [{"role": "user"}]}\n', "history.0.content"),
    "empty": (b"", "holds no question"),
    "blank": (b"\n \n\n", "holds no question"),
    "not UTF-8": (_GOOD + b'{"question": "caf\xe9"}\n', "not UTF-8"),
    "binary": (b"\x89PNG\r\n\x1a\n\x00\x00", "not UTF-8"),
    "half a surrogate": (b'{"question": "\\ud800 bins"}\n', "line 1"),
}


@pytest.mark.parametrize(("content", "said"), _BROKEN.values(), ids=_BROKEN)
def test_a_file_that_cannot_be_used_is_refused_before_anything_is_asked(
    content: bytes, said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str], unopened: None
) -> None:
    path = tmp_path / "q.jsonl"
    path.write_bytes(content)
    assert main(["batch", str(path)]) == 5
    shown = capsys.readouterr()
    assert shown.out == ""
    assert str(path) in shown.err and said in shown.err and "Traceback" not in shown.err


@pytest.mark.parametrize("place", ["missing.jsonl", "."])
def test_a_file_that_cannot_be_read_is_named(
    place: str, tmp_path: Path, capsys: pytest.CaptureFixture[str], unopened: None
) -> None:
    assert main(["batch", str(tmp_path / place)]) == 5
    assert "cannot be read" in capsys.readouterr().err


def test_a_stop_by_the_user_is_no_traceback(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def stopped(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(answering, "open_assistant", stopped)
    assert main(["ask", BINS]) == 130
    assert capsys.readouterr().err == "redress: stopped.\n"


def test_the_command_itself_answers_with_nothing_but_json_on_standard_output(
    assistant: Assistant, tmp_path: Path
) -> None:
    # Beside the running assistant, on the same casebook: a second process searches exactly.
    path = write_lines(tmp_path / "q.jsonl", {"id": 1, "question": BINS})
    done = subprocess.run(
        [sys.executable, "-m", "assistant", "batch", path, "--home", str(assistant.settings.home)],
        cwd=Path(__file__).parents[1],
        env=os.environ | {"PYTHONPATH": "."},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    (line,) = done.stdout.splitlines()
    theirs = json.loads(line)
    ours = assistant.ask(BINS)
    assert [one["reference"] for one in theirs["cases"]] == [str(one.decision.reference) for one in ours.evidence.cases]


# --------------------------------------------------------------------------- hostile text


@pytest.mark.parametrize("arguments", [[], ["--json"]], ids=["text", "json"])
@pytest.mark.parametrize(
    ("question", "said"),
    [
        pytest.param(f"how much for a late education plan {every(ALIVE, ODD)} \ud83d", "<script>", id="question"),
        pytest.param("Summarise 21 000 001", "[31mred", id="decision"),
    ],
)
def test_nothing_in_a_question_or_in_a_decision_steers_the_terminal(
    question: str,
    said: str,
    arguments: list[str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    odd = f"z {every(ODD)}".replace("\x00", "")
    casebook, encoder = Casebook.open(tmp_path / "casebook.sqlite"), WordCountEncoder()
    named = decision(1, f"A late education plan. {odd}", body=f"Northmoor {odd} {STACKED}")
    file_in(casebook, named, decision(2), encoder=encoder)
    index = open_index(tmp_path / "index", casebook)
    held = Assistant(Settings(home=tmp_path), casebook, index, encoder)  # type: ignore[arg-type]  # a working stand-in
    monkeypatch.setattr(answering, "open_assistant", lambda *_, **__: held)
    export = tmp_path / f"\x1b[31m\u202e{len(arguments)}.md"
    assert main(["ask", question, *arguments, "--export", str(export), "--without", "\x1b[2J"]) == 0
    printed = capsys.readouterr()
    assert said in printed.out and "<U+001B>" in printed.err
    assert raw_in(printed.out + printed.err + export.read_text("utf-8")) == set()
    (printed.out + printed.err).encode()
