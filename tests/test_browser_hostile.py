"""Hostile text through every tab, in one session of a real Chromium: shown as text, nothing run or fetched, all fits.

One session, because what is typed in one tab comes back in another: a question in a file, a file's name in the status.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from pdfminer.high_level import extract_text

from assistant.__main__ import main
from assistant.answering import Assistant
from assistant.casebook import Casebook
from assistant.chat import choose_port, open_chat
from assistant.feedback import read_feedback
from assistant.settings import Settings
from assistant.vectors import open_index
from assistant.visible import unharmful
from ingest.intake import FileIntake
from tests.builders import LATE_PLAN, WordCountEncoder, decision, file_in, finding, remedy
from tests.hostile import ALIVE, ENDLESS, ODD, STACKED, every, raw_in
from tests.page_builders import a_decision
from tests.taken import read_word, viewed_markdown
from tests.word_builder import a_word_document

if TYPE_CHECKING:
    from playwright.sync_api import FilePayload, Page

    from tests.conftest import OpenPage

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning:gradio.queueing")

# Half of a character and NUL cannot be stored; a question may hold both.
STORED = every(ALIVE, ODD).replace("\x00", "")
BODY = f"Council of {ALIVE['image']} {ODD['turned round']}"
QUESTION = f"how much for a late education plan {every(ALIVE, ODD)} \ud83d"
# What the page must not hold, whoever sent it: as "what: the element".
_FOREIGN = """
() => {
  const found = [];
  const note = (what, element) => found.push(`${what}: ${element.outerHTML.slice(0, 120)}`);
  for (const element of document.querySelectorAll(".gradio-container *")) {
    if (element.matches("script, img, iframe, object, embed, link, meta, base, style, form:not(.browse)")) {
      note("element", element);
    }
    if (element.closest(".ours") && element.getAttributeNames().some((name) => name.startsWith("on"))) {
      note("handler", element);
    }
    const link = element.getAttribute("href");
    if (link && !link.startsWith("https://www.lgo.org.uk/") && !link.startsWith("#")) note("link", element);
  }
  return found;
}
"""
# What reaches beyond the page: told where it does not fit.
_WIDE = """
() => [...document.querySelectorAll(".gradio-container *")]
  .filter((element) => element.checkVisibility() && element.getBoundingClientRect().right > innerWidth + 1)
  .map((element) => `${element.tagName}.${element.className}: ${element.textContent.slice(0, 60)}`).slice(-8)
"""


@dataclass(frozen=True)
class Served:
    """A page, the settings of what stands behind it, and its casebook."""

    url: str
    settings: Settings
    casebook: Casebook


@pytest.fixture
def served(tmp_path: Path) -> Iterator[Served]:
    """The page over decisions whose every text is hostile, endless or stacked, and an intake for more."""
    settings = Settings(home=tmp_path / "home")
    settings.home.mkdir()
    casebook, encoder = Casebook.open(settings.casebook_path), WordCountEncoder()
    hostile = decision(
        1,
        f"zebra {STORED} {STACKED} {ENDLESS}",
        body=f"Zebra {STORED}",
        category=STORED,
        subcategory=STORED,
        url="javascript:window.hacked=1",
        findings=(finding(STORED), finding(LATE_PLAN)),
        remedies=(remedy(issue=LATE_PLAN, detail=STORED, deadline=STORED), remedy(issue=LATE_PLAN, per=STORED)),
    )
    endless = decision(2, body=ENDLESS[:5000], findings=(finding(ENDLESS[:5000]), finding(LATE_PLAN)))
    stacked, named = decision(3, body=f"Zebra {STACKED}"), decision(4, body=BODY)
    file_in(casebook, hostile, endless, stacked, named, encoder=encoder)
    index = open_index(settings.home / "index", casebook)
    assistant = Assistant(settings, casebook, index, encoder)  # type: ignore[arg-type]  # a working stand-in
    intake = FileIntake(casebook, encoder, on_stored=index.refresh)
    chat = open_chat(assistant, host="127.0.0.1", port=choose_port("127.0.0.1", 0), intake=intake)
    yield Served(chat.url, settings, casebook)
    chat.close()
    intake.close()
    assistant.close()


def assert_unharmed(page: Page) -> None:
    """Nothing ran, nothing is there that was not made by us, no character turns the line, and both widths fit."""
    assert page.evaluate("window.hacked") is None
    assert page.evaluate(_FOREIGN) == []
    assert raw_in(page.locator(".gradio-container").inner_text()) == set()
    for width in (390, 1280):
        page.set_viewport_size({"width": width, "height": 900})
        assert page.evaluate("document.documentElement.scrollWidth") <= width, page.evaluate(_WIDE)


def type_in(page: Page, selector: str, text: str) -> None:
    """Put a text into a field, as if pasted: Playwright types no NUL and no half of a character."""
    page.locator(selector).evaluate(
        "(field, codes) => { field.value = String.fromCharCode(...codes);"
        " field.dispatchEvent(new Event('input', { bubbles: true })); }",
        [unit for one in text for unit in _units(one)],
    )


def _units(character: str) -> tuple[int, ...]:
    code = ord(character) - 0x10000
    return (ord(character),) if code < 0 else (0xD800 + (code >> 10), 0xDC00 + (code & 0x3FF))


def ask(page: Page, question: str, *, turn: int) -> str:
    """Ask, wait for the answer, and give all that its turn says."""
    type_in(page, "#question textarea", question)
    page.locator("#ask-button").click()
    page.locator(f"#turn-{turn}").wait_for()
    return page.locator(f"#turn-{turn}").text_content() or ""


def save(page: Page, button: str, folder: Path) -> Path:
    with page.expect_download() as waited:
        page.get_by_role("button", name=button).last.click()
    name = waited.value.suggested_filename
    assert name.isascii() and " " not in name and "<" not in name
    waited.value.save_as(folder / name)
    return folder / name


def test_hostile_text_is_text_in_every_tab_and_in_every_file(
    open_page: OpenPage, served: Served, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    watched = open_page(accept_downloads=True, permissions=["clipboard-read", "clipboard-write"])
    page = watched.page
    page.goto(served.url)
    page.locator("#question textarea").wait_for()
    converse(page)
    limit(page)
    judge(page, served, capsys)
    take_away(page, tmp_path)
    check_drafts(page, tmp_path)
    browse(page)
    add(page, served)
    page.reload()
    page.get_by_role("tab", name="Ask").click()
    page.locator("#turn-1").wait_for()
    assert_unharmed(page)
    watched.assert_clean()


def converse(page: Page) -> None:
    """Questions and follow-ups, one too long, and the evidence of decisions that are hostile themselves."""
    told = ask(page, QUESTION, turn=1)
    for text in (*ALIVE.values(), *ODD.values()):
        assert unharmful(text) in told
    assert_unharmed(page)
    assert "4,995 more marks" in ask(page, f"and {STACKED[:5000]} {every(ODD)}", turn=2)
    ask(page, f"and for {ENDLESS[:7000]}", turn=3)
    assert_unharmed(page)
    type_in(page, "#question textarea", ENDLESS)
    page.locator("#ask-button").click()
    page.locator("#progress .notice").get_by_text("100,000 characters").wait_for()
    assert_unharmed(page)
    for number, turn in ((2, 4), (3, 5), (1, 6)):
        ask(page, f"Summarise 21 000 00{number}", turn=turn)
        for folded in page.locator(f"#turn-{turn} details:not([open]) > summary").all():
            folded.click()
        assert_unharmed(page)
    source = page.locator("article.source:visible").text_content() or ""
    for text in (*ALIVE.values(), "9,996 more marks", ENDLESS):
        assert unharmful(text) in source


def limit(page: Page) -> None:
    """Limits that cannot be read, with the name of no body, and one that holds: a body with a hostile name."""
    page.set_viewport_size({"width": 1280, "height": 900})
    page.locator("#limits summary").click()
    for text in (ALIVE["image"], ODD["turned round"], STACKED[:300], ENDLESS[:300]):
        type_in(page, "#limit-body", text)
        type_in(page, "#limit-least", text)
        page.locator("#limit-body").dispatch_event("change")
        page.locator("#limit-least[aria-invalid]").wait_for()
        assert_unharmed(page)
    type_in(page, "#limit-least", "")
    assert BODY in page.locator("#held-bodies option").evaluate_all("(all) => all.map((each) => each.value)")
    type_in(page, "#limit-body", BODY)
    page.locator("#limit-body").dispatch_event("change")
    page.locator("#in-force .chip").wait_for()
    assert_unharmed(page)
    page.locator("#in-force .chip").click()
    page.locator("#in-force .chip").wait_for(state="detached")


def judge(page: Page, served: Served, capsys: pytest.CaptureFixture[str]) -> None:
    """A hostile comment goes into the operator's file whole, and comes to the terminal as text."""
    page.set_viewport_size({"width": 1280, "height": 900})
    form = page.locator("#turn-6 .judge")
    form.locator("[data-verdict]").last.check()
    type_in(page, "#turn-6 [data-comment]", every(ALIVE, ODD)[-1900:])
    form.locator("[data-judge]").click()
    page.locator("#progress .notice").get_by_text("Thank you").wait_for()
    (kept,) = read_feedback(served.settings.feedback_path).judgements
    assert ODD["terminal"] in kept.comment
    for arguments in ([], ["--json"]):
        assert main(["feedback", "--home", str(served.settings.home), *arguments]) == 0
        assert raw_in(capsys.readouterr().out) == set()


def take_away(page: Page, folder: Path) -> None:
    """Each form opened with a real reader: the hostile text is in it as text, and nothing in it leads anywhere else."""
    for button in ("Word: save the whole conversation", "Word: save this answer", "Word: save the table"):
        made = read_word(save(page, button, folder).read_bytes())
        assert made.links == set()
        assert raw_in(made.text + "".join(made.footnotes.values())) == set()
        assert not [part for part in made.parts if "media" in part or "embeddings" in part]
    assert "<script>window.hacked=1</script>" in made.text
    for button in ("Markdown: save the whole conversation", "Markdown: save the table"):
        written = save(page, button, folder).read_text("utf-8")
        assert raw_in(written) == set()
        viewed = viewed_markdown(written)
        assert not viewed.find_all(["script", "img", "svg", "iframe", "style", "form", "a", "code", "s"])
    assert ALIVE["image"] in viewed.text
    table = save(page, "CSV: save the table", folder).read_bytes().decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(table, newline="")))
    assert rows and raw_in(table) == set()
    assert not [cell for row in rows for cell in row.values() if cell.startswith(("=", "+", "-", "@"))]
    page.locator("#turn-6 .actions [data-copy]").click()
    page.get_by_role("button", name="Copied").wait_for()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert raw_in(copied) == set() and "21 000 001" in copied
    page.pdf(path=folder / "printed.pdf")
    assert "<script>window.hacked=1</script>" in "".join(extract_text(folder / "printed.pdf").split())
    assert_unharmed(page)


def check_drafts(page: Page, folder: Path) -> None:
    """A hostile draft pasted, and as a file with a hostile name; its text stays as it was, character for character."""
    page.set_viewport_size({"width": 1280, "height": 900})
    page.get_by_role("tab", name="Check a draft").click()
    draft = f"In 21 000 003 the Council paid £400. {STORED}\n{STACKED}\n{ENDLESS}"
    type_in(page, "#draft-text", f"{draft}\x00\ud83d")
    page.locator("[data-check]").click()
    page.locator(".draft-result").wait_for()
    shown = page.locator(".draft-text").evaluate(
        "(e) => { e = e.cloneNode(true); e.querySelectorAll('.draft-note').forEach((n) => n.remove());"
        " return e.textContent; }"
    )
    assert shown == f"{draft}\ufffd"
    assert page.evaluate("window.hacked") is None and page.evaluate(_FOREIGN) == []
    tall = page.locator(".draft-line").nth(1).evaluate("(line) => line.scrollHeight - line.clientHeight")
    assert tall < 20
    assert_fits_at_both_widths(page)
    runs = every(ALIVE)
    named = f"{ALIVE['image']}\u202e.docx"
    page.locator("#draft-file").set_input_files(
        {"name": named, "mimeType": "application/octet-stream", "buffer": a_word_document(runs, ALIVE["formula"])}
    )
    page.locator(".draft-said").get_by_text("was read").wait_for()
    assert "<U+202E>" in page.locator(".draft-said").inner_text()
    assert page.locator("#draft-text").input_value().startswith(runs)
    assert_unharmed(page)


def assert_fits_at_both_widths(page: Page) -> None:
    for width in (390, 1280):
        page.set_viewport_size({"width": width, "height": 900})
        assert page.evaluate("document.documentElement.scrollWidth") <= width


def browse(page: Page) -> None:
    """Hostile search words, and every hostile decision in the list and in full."""
    page.get_by_role("tab", name="Decisions").click()
    page.locator("form.browse").wait_for()
    for words in (every(ALIVE)[:1900], f"{every(ODD)} \ud83d", STACKED[:1900], ENDLESS, "zebra"):
        serial = page.locator("#decisions-list [data-serial]").first.get_attribute("data-serial")
        type_in(page, "#browse-words", words)
        page.locator("#browse-words").press("Enter")
        page.wait_for_function(
            "(old) => document.querySelector('#decisions-list [data-serial]').dataset.serial !== old", arg=serial
        )
        assert_unharmed(page)
    assert page.locator("ol.lines a").count() == 2
    for number in range(2):
        page.locator("ol.lines a").nth(number).click()
        page.locator("article.opened").wait_for()
        assert_unharmed(page)
        page.get_by_role("button", name="Back to the list").first.click()
        page.locator("article.opened").wait_for(state="hidden")


def add(page: Page, served: Served) -> None:
    """A decision full of hostile text under a hostile name, and files that cannot be used, are added and told of."""
    page.get_by_role("tab", name="Casebook").click()
    page.get_by_role("heading", name="What is loaded").wait_for()
    found = f"<p>The Council was at fault. {escape(every(ALIVE))} {STACKED}</p><p>{ENDLESS}</p>"
    names = [f"{ALIVE['image']}{ODD['turned round']}.html", f"={ALIVE['attribute']}.html", f"{ENDLESS[:240]}.html"]
    buffers = [a_decision(found=found).encode(), b"", b"\x00\x01"]
    files: list[FilePayload] = [
        {"name": name, "mimeType": "text/html", "buffer": data} for name, data in zip(names, buffers, strict=True)
    ]
    page.set_input_files("#casebook-files", files)
    page.locator(".intake-report").wait_for()
    assert "<U+202E>" in page.locator(".intake-report").inner_text()
    for folded in page.locator("#casebook details:not([open]) > summary").all():
        folded.click()
    assert_unharmed(page)
    assert served.casebook.facts().decisions == 5
    page.locator(".intake-report [data-decision]").first.click()
    page.locator("article.opened").wait_for()
    assert "Flagged as planted, not used" in (page.locator("article.opened").text_content() or "")
    assert_unharmed(page)
