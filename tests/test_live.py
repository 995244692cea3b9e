"""A chat that answers while other processes write its casebook: no error, nothing half, and what is new at once."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from assistant.answering import Assistant
from assistant.casebook import Casebook
from assistant.domain import Decision
from assistant.errors import EncoderMismatch
from assistant.filing import file_decisions
from assistant.settings import Settings
from assistant.vectors import ChromaIndex, open_index
from tests.builders import WordCountEncoder, decision, file_in, reference
from tests.test_app import read_address, start
from tests.test_browser_page import ask, box
from tests.test_digests import a_line

if TYPE_CHECKING:
    from tests.conftest import OpenPage

REPOSITORY = Path(__file__).parents[1]
BINS = "What is typical for assisted bin collections that were missed again and again?"
NEW = [f"22 300 {number:03d}" for number in range(60)]


def digests(path: Path, references: list[str]) -> Path:
    """Digests about missed bins, each with a text of its own."""
    lines = [
        a_line(
            reference=one,
            category="Environment and regulation",
            subcategory="Refuse and recycling",
            digest=f"An assisted bin collection was missed {int(one[-3:]) + 2} times. The council agreed to pay £150.",
            issues=["assisted bin collections missed"],
            remedies=[
                {"kind": "payment", "amount_gbp": 150, "payee": "complainant", "for": "distress", "status": "agreed"}
            ],
        )
        for one in references
    ]
    path.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
    return path


def ingest(home: Path, *arguments: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", "ingest", *arguments, "--home", str(home)],
        cwd=REPOSITORY,
        env=os.environ | {"PYTHONPATH": "."},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


@pytest.fixture
def home(assistant: Assistant, tmp_path: Path) -> Path:
    """A casebook of one decision, made with the real encoder."""
    with closing(Casebook.open(tmp_path / "casebook.sqlite")) as casebook:
        file_decisions(casebook, assistant.encoder, [decision(1)])
    return tmp_path


@pytest.fixture
def redress(home: Path) -> Iterator[subprocess.Popen[str]]:
    process = start("--home", home, "--port", "0")
    yield process
    if process.poll() is None:
        process.kill()
    process.communicate()


@pytest.mark.filterwarnings("ignore::DeprecationWarning:gradio.queueing")
def test_a_running_redress_answers_while_two_others_add_and_shows_what_came_at_the_next_question(
    open_page: OpenPage, redress: subprocess.Popen[str], home: Path, tmp_path: Path
) -> None:
    watched = open_page(width=1280, height=900)
    page = watched.page
    page.goto(read_address(redress))
    box(page).wait_for()
    first = ask(page, BINS)
    assert NEW[0] not in first.inner_text()

    # Some decisions are in both files.
    adding = [
        ingest(home, "add", str(digests(tmp_path / "one.jsonl", NEW[:40]))),
        ingest(home, "add", str(digests(tmp_path / "two.jsonl", NEW[20:]))),
    ]
    number = 1
    while any(process.poll() is None for process in adding) or number < 3:
        number += 1
        ask(page, BINS, number=number)
    for process in adding:
        _, said = process.communicate()
        assert process.returncode == 0, said

    last = ask(page, BINS, number=number + 1)
    assert page.locator(".turn .status.error").count() == 0
    assert "22 300" in last.inner_text()
    removed = ingest(home, "remove", *NEW)
    assert removed.wait() == 0, removed.communicate()
    gone = ask(page, BINS, number=number + 2)
    assert "22 300" not in gone.inner_text()

    with closing(Casebook.open(home / "casebook.sqlite")) as casebook:
        assert casebook.verify() == []
        assert len(casebook.references()) == 1
    watched.assert_clean()
    redress.send_signal(signal.SIGTERM)
    _, said = redress.communicate(timeout=30)
    assert (redress.returncode, said) == (0, "")


def test_two_processes_that_add_at_once_lose_and_double_nothing(home: Path, tmp_path: Path) -> None:
    adding = [
        ingest(home, "add", str(digests(tmp_path / f"{number}.jsonl", chosen)))
        for number, chosen in enumerate((NEW[:45], NEW[15:]))
    ]
    for process in adding:
        _, said = process.communicate(timeout=120)
        assert process.returncode == 0, said
    with closing(Casebook.open(home / "casebook.sqlite")) as casebook:
        assert [str(one) for one in casebook.references()] == ["21 000 001", *NEW]
        assert casebook.verify() == []
    assert not (home / "index").exists(), "the index is left to the chat"


# --------------------------------------------------------------------------- whole or not at all

_REPLACING = """
import sys, time
from pathlib import Path
from assistant.casebook import Casebook
from assistant.domain import Decision
from tests.test_live import versions
from tests.builders import file_in
book = Casebook.open(Path(sys.argv[1]))
until = time.monotonic() + float(sys.argv[2])
turn = 0
while time.monotonic() < until:
    turn += 1
    file_in(book, versions()[turn % 2])
    if turn % 3 == 0:
        book.remove(versions()[0].reference)
"""


def versions() -> tuple[Decision, Decision]:
    """The same decision as two digests of different length."""
    short = decision(7, *(f"A bin was missed {n} times by the short one." for n in range(5)))
    long = decision(7, *(f"A bin was missed {n} times by the long one." for n in range(30)))
    return short, long


def test_a_decision_that_another_process_replaces_is_seen_whole_or_not_at_all(tmp_path: Path) -> None:
    encoder = WordCountEncoder()
    casebook = Casebook.open(tmp_path / "casebook.sqlite")
    file_in(casebook, decision(1), versions()[0], encoder=encoder)
    index = open_index(tmp_path / "index", casebook)
    assert isinstance(index, ChromaIndex)
    assistant = Assistant(Settings(home=tmp_path), casebook, index, encoder)  # type: ignore[arg-type]  # a stand-in
    other = subprocess.Popen(
        [sys.executable, "-c", _REPLACING, str(casebook.path), "4"],
        cwd=REPOSITORY,
        env=os.environ | {"PYTHONPATH": "."},
    )
    sizes, asked = set(), 0
    while other.poll() is None:
        index.refresh()
        with casebook.one_moment():
            view = index.table.view()
            rows, _ = view.rows_of(view.groups_passing([reference(7).value]))
            sizes.add((len(rows), len(view.passages_of(rows))))
        answer = assistant.ask("how often was a bin missed, in cases like mine")
        asked += 1
        # What has been replaced since it was found is no precedent any more, and what rests on it falls with it.
        changed = any(
            one.reason.endswith((" any more.", "changed after this was written.")) for one in answer.report.failures
        )
        assert changed or answer.report.withheld == (), answer.report.failures
        assert answer.evidence.damaged == ()
    assert other.returncode == 0
    assert asked > 5
    assert all(rows == held for rows, held in sizes), sizes
    assert len(sizes) <= 3, f"whole in one of two lengths, or not there: {sizes}"
    assert index.find_problems() == []
    assistant.close()


def test_a_chat_whose_casebook_was_encoded_anew_by_another_encoder_says_so(tmp_path: Path) -> None:
    encoder = WordCountEncoder()
    casebook = Casebook.open(tmp_path / "casebook.sqlite")
    file_in(casebook, decision(1), encoder=encoder)
    index = open_index(tmp_path / "index", casebook)
    assistant = Assistant(Settings(home=tmp_path), casebook, index, encoder)  # type: ignore[arg-type]  # a stand-in
    with closing(Casebook.open(casebook.path)) as other:
        texts = other.encoded_texts()
        vectors = WordCountEncoder(identity="another/1").encode_passages(list(texts.values()))
        other.replace_vectors("another/1", dict(zip(texts, vectors, strict=True)))
    with pytest.raises(EncoderMismatch, match="another/1"):
        assistant.ask("what remedy is typical for an education plan issued late")
    assistant.close()


def test_what_another_process_files_is_found_by_the_next_question(tmp_path: Path) -> None:
    encoder = WordCountEncoder()
    casebook = Casebook.open(tmp_path / "casebook.sqlite")
    file_in(casebook, decision(1), encoder=encoder)
    index = open_index(tmp_path / "index", casebook)
    assistant = Assistant(Settings(home=tmp_path), casebook, index, encoder)  # type: ignore[arg-type]  # a stand-in
    question = "what remedy is typical for an education plan issued late"
    assert len(assistant.ask(question).evidence.cases) == 1
    with closing(Casebook.open(casebook.path)) as other:
        file_in(other, decision(2), encoder=encoder)
    assert len(assistant.ask(question).evidence.cases) == 2
    assistant.close()
