"""The README is true: its example runs, its links lead somewhere, its tasks, flags and settings exist."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).parents[1]
README = REPOSITORY / "README.md"
DOCUMENTS = [README, REPOSITORY / "CHANGELOG.md", *sorted((REPOSITORY / "docs").glob("*.md"))]


def code_blocks(language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```$", README.read_text(), re.MULTILINE | re.DOTALL)


def run_in_repository(*arguments: str, home: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, *arguments],
        cwd=REPOSITORY,
        env=os.environ | {"REDRESS_HOME": str(home)},
        capture_output=True,
        text=True,
        check=False,
    )


def test_the_two_commands_come_first() -> None:
    first = code_blocks("sh")[0].splitlines()
    assert [line.split("#")[0].strip() for line in first] == ["make run", "make test"]
    assert README.read_text().splitlines()[:3] == ["# Redress", "", "```sh"]


def test_somebody_elses_chain_runs_on_our_retriever(tmp_path: Path) -> None:
    (example,) = code_blocks("python")
    done = run_in_repository("-c", example, home=tmp_path)
    assert done.returncode == 0, done.stderr
    assert "Question: a home address given to a violent former partner" in done.stdout
    assert re.search(r"\d\d \d{3} \d{3}", done.stdout)


def test_the_example_is_as_short_as_it_promises() -> None:
    (example,) = code_blocks("python")
    assert len([line for line in example.splitlines() if line]) <= 10


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_links_to_files_lead_somewhere(document: Path) -> None:
    links = re.findall(r"\]\((?!https?:|#)([^)#]+)", document.read_text())
    assert [link for link in links if not (document.parent / link).exists()] == []


def test_every_task_named_in_the_readme_exists() -> None:
    named = set(re.findall(r"(?:^|`)make ([a-z-]+)", README.read_text(), re.MULTILINE))
    tasks = set(re.findall(r"^([a-z-]+):", (REPOSITORY / "Makefile").read_text(), re.MULTILINE))
    assert {"run", "test"} <= named <= tasks


def test_the_settings_table_is_the_settings() -> None:
    from assistant.settings import Settings

    rows = re.findall(r"^\| `(REDRESS_[A-Z_]+)` \| `(--[a-z-]+)` \|", README.read_text(), re.MULTILINE)
    # A key has no flag: every user of a machine can read its command lines.
    names = [name for name in Settings.__dataclass_fields__ if name != "model_key"]
    assert rows == [(f"REDRESS_{name.upper()}", f"--{name.replace('_', '-')}") for name in names]


def test_the_chat_offers_every_flag_of_the_settings_table(tmp_path: Path) -> None:
    shown = run_in_repository("app.py", "--help", home=tmp_path).stdout
    for flag in re.findall(r"^\| `REDRESS_[A-Z_]+` \| `(--[a-z-]+)`", README.read_text(), re.MULTILINE):
        assert flag in shown, flag


def test_every_command_of_the_readme_exists(tmp_path: Path) -> None:
    commands = re.findall(r"-m (assistant|ingest) ([a-z]+)", README.read_text())
    assert len(set(commands)) >= 6
    for module, command in sorted(set(commands)):
        done = run_in_repository("-m", module, command, "--help", home=tmp_path)
        assert done.returncode == 0, f"{module} {command}: {done.stderr}"
        # A module that does nothing ends with 0 too; only the command itself prints its usage.
        assert f"usage: python -m {module} {command}" in done.stdout


def test_the_size_of_the_starter_is_what_the_documents_say() -> None:
    counted = {
        name: len((REPOSITORY / "assistant" / "starter" / f"{name}.jsonl").read_text().splitlines())
        for name in ("decisions", "more")
    }
    starter = (REPOSITORY / "docs" / "starter-casebook.md").read_text()
    assert f"{counted['decisions']} decisions" in starter
    assert f"{counted['more']} further decisions" in starter
    for document in (README, REPOSITORY / "docs" / "starter-casebook.md"):
        assert f"{sum(counted.values()):,}" in document.read_text()
