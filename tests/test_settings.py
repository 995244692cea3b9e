"""One Settings: a flag before a variable before a default, and a bad value named by where it came from."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from assistant.errors import SettingsError
from assistant.settings import Encoding, Settings, read_settings, usable_cores, with_all_cores


@pytest.fixture(autouse=True)
def no_variables(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("HOME", "ENCODER", "ENCODING", "CACHE", "THREADS", "HOST", "PORT", "QUESTION_LIMIT"):
        monkeypatch.delenv(f"REDRESS_{name}", raising=False)


def test_without_flags_and_variables_the_defaults_hold() -> None:
    settings = read_settings()
    assert settings == Settings(home=Path.home() / ".local" / "share" / "redress")
    assert (settings.host, settings.port, settings.threads) == ("127.0.0.1", 7860, None)
    assert settings.encoder is None and settings.encoding is Encoding.AUTO


def test_a_variable_goes_before_the_default(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("REDRESS_HOME", str(tmp_path))
    monkeypatch.setenv("REDRESS_PORT", "8001")
    assert (read_settings().home, read_settings().port) == (tmp_path, 8001)


def test_a_flag_goes_before_the_variable(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("REDRESS_PORT", "8001")
    monkeypatch.setenv("REDRESS_HOME", "/nowhere")
    settings = read_settings(port=8002, home=tmp_path)
    assert (settings.port, settings.home) == (8002, tmp_path)


def test_a_flag_that_was_not_given_leaves_the_variable(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("REDRESS_THREADS", "4")
    assert read_settings(threads=None).threads == 4


def test_an_empty_variable_is_no_variable(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("REDRESS_PORT", "")
    assert read_settings().port == 7860


def test_the_casebook_and_the_index_lie_in_the_home(tmp_path: Path) -> None:
    settings = Settings(home=tmp_path)
    assert settings.casebook_path == tmp_path / "casebook.sqlite"
    assert settings.index_path == tmp_path / "index"


def test_a_tilde_is_the_users_directory(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("REDRESS_HOME", "~/book")
    monkeypatch.setenv("REDRESS_ENCODER", "~/model")
    assert read_settings().home == tmp_path / "book"
    assert read_settings().encoder == tmp_path / "model"


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("PORT", "many"),
        ("PORT", "70000"),
        ("PORT", "-1"),
        ("THREADS", "0"),
        ("ENCODING", "fast"),
        ("QUESTION_LIMIT", "1"),
    ],
)
def test_a_bad_variable_is_named_with_what_was_found(monkeypatch: pytest.MonkeyPatch, name: str, value: str) -> None:
    monkeypatch.setenv(f"REDRESS_{name}", value)
    with pytest.raises(SettingsError, match=f"^REDRESS_{name}='{value}'.*See --help"):
        read_settings()


def test_files_made_of_the_weights_lie_where_the_desktop_keeps_such_files(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    assert read_settings().cache == Settings(home=tmp_path).cache == tmp_path / "redress"
    monkeypatch.delenv("XDG_CACHE_HOME")
    monkeypatch.setenv("HOME", str(tmp_path))
    assert read_settings().cache == tmp_path / ".cache" / "redress"
    monkeypatch.setenv("REDRESS_CACHE", "~/made")
    assert read_settings().cache == tmp_path / "made"


def test_a_bad_flag_is_named_as_a_flag(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("REDRESS_QUESTION_LIMIT", "9000")
    with pytest.raises(SettingsError, match="--question-limit=7 "):
        read_settings(question_limit=7)


def test_importing_settings_reads_and_makes_nothing(tmp_path: Path) -> None:
    found = subprocess.run(
        [
            sys.executable,
            "-c",
            "import sys, assistant.settings; print(*{'torch', 'chromadb', 'gradio'} & set(sys.modules))",
        ],
        env={"HOME": str(tmp_path), "REDRESS_PORT": "not a port", "PYTHONDONTWRITEBYTECODE": "1"},
        cwd=Path(__file__).parents[1],
        capture_output=True,
        text=True,
        check=True,
    )
    assert found.stdout.strip() == ""
    assert list(tmp_path.iterdir()) == []


def test_every_core_is_used_unless_a_number_of_threads_is_said(tmp_path: Path) -> None:
    assert with_all_cores(Settings(home=tmp_path)).threads == usable_cores() >= 1
    assert with_all_cores(Settings(home=tmp_path, threads=3)).threads == 3
