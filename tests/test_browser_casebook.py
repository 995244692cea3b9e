"""The Casebook tab in a real Chromium: what is loaded, and files that are added while the chat goes on."""

from __future__ import annotations

import base64
import threading
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import pytest
from numpy.typing import NDArray

from assistant.answering import Assistant
from assistant.casebook import Casebook
from assistant.chat import choose_port, open_chat
from assistant.filing import file_decisions
from assistant.settings import Settings
from assistant.vectors import open_index
from ingest.intake import FileIntake
from tests.builders import decision
from tests.hostile import ALIVE
from tests.page_builders import site_page
from tests.test_browser_axe import LAYOUTS, violations
from tests.test_browser_page import WIDTHS, ask, assert_fits, box

if TYPE_CHECKING:
    from playwright.sync_api import FilePayload, Locator, Page

    from assistant.encoders import Encoder
    from tests.conftest import OpenPage, WatchedPage

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning:gradio.queueing")

PAGES = Path(__file__).parent / "pages"
# What a saved page of ours holds, and a question that it answers.
SAVED = PAGES / "saved" / "chrome.mhtml"


class GatedEncoder:
    """The real encoder, with a gate before the passages: while it is shut, adding goes on and on."""

    def __init__(self, encoder: Encoder) -> None:
        self._encoder = encoder
        self.gate = threading.Event()
        self.gate.set()

    @property
    def identity(self) -> str:
        """That of the real one."""
        return self._encoder.identity

    def encode_passages(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """One row a text, once the gate is open."""
        assert self.gate.wait(60)
        return self._encoder.encode_passages(texts)

    def encode_questions(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """One row a text, at once."""
        return self._encoder.encode_questions(texts)


@dataclass
class Served:
    """A page over a casebook of the test's own, and what stands behind it."""

    url: str
    casebook: Casebook
    encoder: GatedEncoder


@pytest.fixture
def served(assistant: Assistant, tmp_path: Path) -> Iterator[Served]:
    """The page over one digest of our own, with an intake."""
    yield from _serve(assistant, tmp_path, with_intake=True)


@pytest.fixture
def served_without_intake(assistant: Assistant, tmp_path: Path) -> Iterator[Served]:
    """The same page as other machines see it, where adding is not allowed."""
    yield from _serve(assistant, tmp_path, with_intake=False)


def _serve(assistant: Assistant, home: Path, *, with_intake: bool) -> Iterator[Served]:
    casebook = Casebook.open(home / "casebook.sqlite")
    file_decisions(casebook, assistant.encoder, (decision(1),))
    index = open_index(home / "index", casebook)
    small = Assistant(Settings(home=home), casebook, index, assistant.encoder)
    encoder = GatedEncoder(assistant.encoder)
    intake = FileIntake(casebook, encoder, on_stored=index.refresh)
    port = choose_port("127.0.0.1", 0)
    chat = open_chat(small, host="127.0.0.1", port=port, intake=intake if with_intake else None)
    yield Served(chat.url, casebook, encoder)
    encoder.gate.set()
    intake.close()
    chat.close()
    small.close()


def open_casebook(open_page: OpenPage, url: str, *, width: int = 1280, **options: object) -> WatchedPage:
    watched = open_page(width=width, height=844 if width < 600 else 900, **options)
    watched.page.goto(url)
    box(watched.page).wait_for()
    watched.page.get_by_role("tab", name="Casebook").click()
    watched.page.get_by_role("heading", name="What is loaded").wait_for()
    return watched


def give(page: Page, *files: tuple[str, bytes]) -> None:
    """Choose these files with the file button."""
    chosen: list[FilePayload] = [
        {"name": name, "mimeType": "application/octet-stream", "buffer": data} for name, data in files
    ]
    page.set_input_files("#casebook-files", chosen)


def drop(page: Page, *files: tuple[str, bytes]) -> None:
    """Drop these files on the place for them."""
    sent = [[name, base64.b64encode(data).decode()] for name, data in files]
    page.evaluate(
        """(sent) => {
          const data = new DataTransfer();
          for (const [name, base64] of sent) {
            const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
            data.items.add(new File([bytes], name));
          }
          const zone = document.querySelector("#adding [data-drop]");
          for (const kind of ["dragover", "drop"]) {
            zone.dispatchEvent(new DragEvent(kind, { dataTransfer: data, bubbles: true, cancelable: true }));
          }
        }""",
        sent,
    )


def report(page: Page) -> Locator:
    """The report of what was added, once it is there."""
    found = page.locator(".intake-report")
    found.wait_for()
    return found


def held(page: Page) -> str:
    return page.locator("#masthead dd").first.inner_text()


@pytest.mark.parametrize("width", WIDTHS)
def test_the_status_shows_what_is_loaded_and_fits(open_page: OpenPage, served: Served, width: int) -> None:
    served.casebook.record_set_aside(f"{ALIVE['image']}.html", f"holds {ALIVE['image']}")
    served.casebook.record_set_aside("n" * 3000, "x" * 3000)
    watched = open_casebook(open_page, served.url, width=width)
    status = watched.page.locator("#casebook-status")
    assert "Decisions\n1\n" in status.locator(".facts").inner_text()
    assert "could not be used" in status.inner_text()
    assert ALIVE["image"] in status.inner_text()
    assert watched.page.evaluate("window.hacked === undefined")
    assert_fits(watched.page)
    watched.assert_clean()


def test_a_page_that_is_added_answers_a_question_at_once(open_page: OpenPage, served: Served) -> None:
    watched = open_casebook(open_page, served.url)
    page = watched.page
    give(page, (SAVED.name, SAVED.read_bytes()))
    told = report(page)
    assert "1 decision added." in told.inner_text()
    assert held(page) == "2"
    (added,) = [one for one in served.casebook.references() if one != decision(1).reference]
    assert told.locator("[data-decision]").get_attribute("data-decision") == added.value
    page.get_by_text("1 decision added.", exact=True).and_(page.locator("#announcements")).wait_for(state="attached")
    page.get_by_role("tab", name="Ask").click()
    answer = ask(page, f"Summarise {added}")
    assert added.value in answer.inner_text()
    assert "don’t hold" not in answer.inner_text()
    watched.assert_clean()


def test_files_are_dropped_and_each_is_told_what_became_of_it(open_page: OpenPage, served: Served) -> None:
    watched = open_casebook(open_page, served.url, width=390)
    page = watched.page
    drop(
        page,
        ("one.html", site_page(1).encode()),
        ("<script>window.hacked=1</script>.txt", b"\x00\x01"),
        ("empty\u202elmth.html", b""),
    )
    told = report(page).inner_text()
    assert "1 decision added, 2 files set aside." in told
    assert "script>.txt is a binary file" in told
    assert "empty<U+202E>lmth.html is empty." in told
    assert page.evaluate("window.hacked === undefined")
    # The note stays in the status until it is dismissed.
    status = page.locator("#casebook-status")
    assert status.get_by_role("button", name="Dismiss the note").count() == 2
    status.get_by_role("button", name="Dismiss all notes").click()
    status.get_by_text("every file that was added could be used").wait_for()
    assert_fits(page)
    watched.assert_clean()


def test_while_files_are_added_the_chat_answers_and_a_second_user_is_told_to_wait(
    open_page: OpenPage, served: Served
) -> None:
    first = open_casebook(open_page, served.url)
    second = open_casebook(open_page, served.url)
    served.encoder.gate.clear()
    give(first.page, *[(f"{number}.html", site_page(number).encode()) for number in range(1, 4)])
    first.page.get_by_text("Storing 0 of 3 decisions").wait_for()
    give(second.page, ("other.html", site_page(9).encode()))
    second.page.locator("#casebook .notice", has_text="Files are being added already").wait_for()
    second.page.get_by_text("Storing 0 of 3 decisions").wait_for()
    second.page.get_by_role("tab", name="Ask").click()
    assert ask(second.page, f"Summarise {decision(1).reference}").is_visible()
    assert first.page.get_by_text("Storing 0 of 3 decisions").is_visible()
    served.encoder.gate.set()
    assert "3 decisions added." in report(first.page).inner_text()
    assert held(first.page) == "4"
    for watched in (first, second):
        watched.assert_clean()


def test_adding_is_stopped_and_goes_on_after_a_reload(open_page: OpenPage, served: Served) -> None:
    watched = open_casebook(open_page, served.url)
    page = watched.page
    files = [(f"{number}.html", site_page(number).encode()) for number in range(1, 5)]
    served.encoder.gate.clear()
    give(page, *files)
    page.get_by_text("Storing 0 of 4 decisions").wait_for()
    page.reload()
    box(page).wait_for()
    watched.errors.clear()  # Gradio's page reports the stream that the reload cut off
    page.get_by_role("tab", name="Casebook").click()
    page.get_by_text("Storing 0 of 4 decisions").wait_for()
    page.locator("#intake").get_by_role("button", name="Stop").click()
    page.get_by_text("Stopping after the step under way").wait_for()
    served.encoder.gate.set()
    told = report(page).inner_text()
    assert "You stopped it" in told
    assert 0 < served.casebook.facts().decisions - 1 < 4
    give(page, *files)
    page.get_by_text("held already").first.wait_for()
    assert served.casebook.facts().decisions == 5
    watched.assert_clean()


def test_what_is_too_large_is_refused_before_it_is_sent(open_page: OpenPage, served: Served) -> None:
    watched = open_casebook(open_page, served.url)
    page = watched.page
    # Made in the page: to hand so much over from here takes longer than all the rest.
    page.evaluate(
        """() => {
          const data = new DataTransfer();
          data.items.add(new File([new Uint8Array(11.5e6)], "large.html"));
          const field = document.getElementById("casebook-files");
          field.files = data.files;
          field.dispatchEvent(new Event("change", { bubbles: true }));
        }"""
    )
    page.locator("[data-sending]", has_text="large.html has 11.5 MB; a file may have 10 MB").wait_for()
    assert served.casebook.facts().decisions == 1
    watched.assert_clean()


def test_the_check_finds_a_changed_decision_and_leads_to_it(open_page: OpenPage, served: Served) -> None:
    import sqlite3

    watched = open_casebook(open_page, served.url)
    page = watched.page
    page.get_by_role("button", name="Check the casebook").click()
    page.locator("#casebook-status").get_by_text("Everything is whole.").wait_for()
    with sqlite3.connect(served.casebook.path) as connection:
        connection.execute("UPDATE decisions SET body = 'Another Council'")
    page.get_by_role("button", name="Check the casebook").click()
    problem = page.locator("#casebook-status li", has_text="is not what was ingested")
    problem.wait_for()
    assert problem.locator("[data-decision]").get_attribute("data-decision") == decision(1).reference.value
    watched.assert_clean()


def test_a_decision_that_another_process_removed_is_not_shown_any_more(open_page: OpenPage, served: Served) -> None:
    watched = open_casebook(open_page, served.url)
    page = watched.page
    give(page, ("one.html", site_page(1).encode()))
    report(page)
    assert held(page) == "2"
    other = Casebook.open(served.casebook.path)
    (added,) = [one for one in other.references() if one != decision(1).reference]
    other.remove(added)
    other.close()
    page.get_by_role("tab", name="Ask").click()
    assert "don’t hold" in ask(page, f"Summarise {added}").inner_text()
    page.get_by_role("tab", name="Casebook").click()
    page.locator("#masthead dd", has_text="1").first.wait_for()
    page.wait_for_function("document.querySelector('#masthead dd').innerText === '1'")
    watched.assert_clean()


def test_where_others_reach_the_page_adding_is_not_offered(open_page: OpenPage, served_without_intake: Served) -> None:
    served_without_intake.casebook.record_set_aside("a.html", "is empty")
    watched = open_casebook(open_page, served_without_intake.url)
    page = watched.page
    assert "Adding is not offered on this page" in page.locator("#adding").inner_text()
    assert page.locator("#casebook input").count() == 0
    assert page.get_by_role("button", name="Dismiss").count() == 0
    watched.assert_clean()


@pytest.mark.parametrize(("width", "scheme"), LAYOUTS)
def test_axe_finds_nothing_serious_on_the_tab(open_page: OpenPage, served: Served, width: int, scheme: str) -> None:
    served.casebook.record_set_aside("a.html", "is empty")
    watched = open_casebook(open_page, served.url, width=width, color_scheme=scheme)
    page = watched.page
    served.encoder.gate.clear()
    give(page, ("one.html", site_page(1).encode()), ("empty.html", b""))
    page.locator("#intake p", has_text="Storing 0 of 1 decision").wait_for()
    assert violations(page) == []
    served.encoder.gate.set()
    report(page)
    for summary in page.locator("#casebook summary").all():
        summary.click()
    assert violations(page) == []
    watched.assert_clean()
