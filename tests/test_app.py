"""The entry point: its manual, its messages and exit codes, and a start and an end as a person sees them."""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

import app
from assistant.answering import Assistant
from assistant.casebook import Casebook
from assistant.filing import file_decisions
from tests.builders import decision

REPOSITORY = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def home(assistant: Assistant, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A casebook of one decision, made with the real encoder, so that a start takes no longer than it must."""
    folder = tmp_path_factory.mktemp("app-home")
    casebook = Casebook.open(folder / "casebook.sqlite")
    file_decisions(casebook, assistant.encoder, [decision(1)])
    casebook.close()
    return folder


def start(*arguments: str | Path) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "app.py", *map(str, arguments)],
        cwd=REPOSITORY,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=os.environ | {"PYTHONUNBUFFERED": "1"},
    )


@pytest.fixture
def running(home: Path) -> Iterator[subprocess.Popen[str]]:
    """Redress on a free port, stopped after the test."""
    process = start("--home", home, "--port", "0")
    yield process
    if process.poll() is None:
        process.kill()
    process.communicate()


def read_address(process: subprocess.Popen[str]) -> str:
    assert process.stdout is not None
    line = process.stdout.readline()
    found = re.fullmatch(r"Redress is ready: (http://127\.0\.0\.1:\d+)\n", line)
    assert found, line
    return found[1]


def test_the_manual_names_every_flag_every_variable_and_every_exit_code(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        app.main(["--help"])
    assert ended.value.code == 0
    manual = capsys.readouterr().out
    for flag in ("home", "host", "port", "encoder", "threads", "question-limit", "allow-adding"):
        assert f"--{flag}" in manual
        assert f"REDRESS_{flag.upper().replace('-', '_')}" in manual
    for said in ("Ctrl-C", "ingest add", "Questions stay on this computer", "Ends with 0", "2 for", "3 where", "4 "):
        assert said in manual


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--port", "many"], "--port='many'"),
        (["--port", "70000"], "--port='70000'"),
        (["--threads", "0"], "--threads='0'"),
        (["--host", "no.such.host.invalid"], "--host no.such.host.invalid"),
    ],
)
def test_a_setting_that_cannot_be_used_is_named(
    arguments: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert app.main(arguments) == 2
    assert said in capsys.readouterr().err


def test_a_busy_port_ends_the_start_before_anything_is_built(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        assert app.main(["--home", str(tmp_path / "home"), "--port", str(port)]) == 2
    said = capsys.readouterr().err
    assert f"Port {port} on 127.0.0.1 is busy" in said
    assert "--port" in said
    assert not (tmp_path / "home").exists()


def test_a_casebook_that_cannot_be_opened_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "casebook.sqlite").write_bytes(b"this is no casebook" * 100)
    assert app.main(["--home", str(tmp_path), "--port", "0"]) == 3
    assert str(tmp_path) in capsys.readouterr().err


@pytest.mark.parametrize("end", [signal.SIGINT, signal.SIGTERM], ids=["Ctrl-C", "terminated"])
def test_it_starts_serves_and_ends_quietly(running: subprocess.Popen[str], end: signal.Signals) -> None:
    address = read_address(running)
    with urllib.request.urlopen(address, timeout=20) as reply:  # noqa: S310 -- an address of our own
        assert reply.status == 200
        policy = reply.headers["Content-Security-Policy"]
        assert "connect-src 'self'" in policy
        assert reply.headers["Referrer-Policy"] == "no-referrer"
        page = reply.read().decode()
    assert not re.search(r'(?:src|href)="https?://', page)
    with pytest.raises(urllib.error.HTTPError) as refused:
        urllib.request.urlopen(f"{address}/gradio_api/file=/etc/hostname", timeout=20)  # noqa: S310
    assert refused.value.code == 404
    running.send_signal(end)
    out, said = running.communicate(timeout=30)
    assert running.returncode == 0
    assert out == ""
    assert said == ""


@pytest.mark.parametrize(
    ("arguments", "may_add"),
    [
        pytest.param([], True, id="this machine alone"),
        pytest.param(["--host", "0.0.0.0"], False, id="others reach it"),  # noqa: S104 -- nothing is served
        pytest.param(["--host", "0.0.0.0", "--allow-adding"], True, id="others reach it and may"),  # noqa: S104
    ],
)
def test_files_are_taken_on_this_machine_and_elsewhere_only_where_it_is_wished(
    home: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str], may_add: bool
) -> None:
    import assistant.chat

    seen: list[object] = []

    def note(*_: object, intake: object, **__: object) -> None:
        seen.append(intake)
        raise KeyboardInterrupt

    monkeypatch.setattr(assistant.chat, "open_chat", note)
    assert app.main(["--home", str(home), "--port", "0", *arguments]) == 0
    assert [intake is not None for intake in seen] == [may_add]
