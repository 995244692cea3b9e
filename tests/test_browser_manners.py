"""How the page treats its user: nothing lost by a reload, waiting can be stopped, a word on an answer is kept."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from assistant.answering import Assistant
from assistant.chat import choose_port, open_chat
from tests.model_world import QUESTION, world
from tests.scripted_model import Reply
from tests.test_browser_page import ADDRESS, ask, assert_fits, box, visit

if TYPE_CHECKING:
    from tests.conftest import OpenPage

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning:gradio.queueing")


@pytest.fixture
def slow_address(tmp_path: Path) -> Iterator[str]:
    """A page whose answers wait for a model that says nothing for a minute."""
    with world(tmp_path, Reply(silence=60), timeout=90) as asking:
        chat = open_chat(asking.assistant, host="127.0.0.1", port=choose_port("127.0.0.1", 0))
        yield chat.url
        chat.close()


def test_a_reload_loses_nothing_and_a_new_conversation_forgets_all(open_page: OpenPage, address: str) -> None:
    watched = visit(open_page, address)
    ask(watched.page, ADDRESS)
    ask(watched.page, "only those not upheld", number=2)
    watched.page.reload()
    watched.page.locator("#turn-2").wait_for()
    assert watched.page.locator(".turn").count() == 2
    watched.page.locator("#turn-1 button.cite").first.click()
    assert watched.page.locator("article.source:visible mark.active").count()
    turn = ask(watched.page, "and since 2020?", number=3)
    assert "not upheld" in turn.locator(".understood").inner_text().lower(), "it still follows on from what was said"
    watched.page.get_by_role("button", name="New conversation").click()
    watched.page.locator(".welcome").wait_for()
    watched.page.reload()
    box(watched.page).wait_for()
    watched.page.wait_for_timeout(500)
    assert watched.page.locator(".turn").count() == 0
    watched.assert_clean()


def test_each_answer_comes_alone_and_all_stay_in_their_place(open_page: OpenPage, address: str) -> None:
    """The turns that are there are not drawn again: what is unfolded in them stays so, in every tab."""
    watched = visit(open_page, address)
    page = watched.page
    ask(page, ADDRESS)
    page.locator("#turn-1 details > summary").first.click()
    ask(page, "only those not upheld", number=2)
    ask(page, "hello", number=3)
    assert "rests on no decision" in page.locator("#evidence-panel [data-sources='3']").inner_text()
    page.get_by_role("tab", name="Decisions").click()
    page.get_by_role("tab", name="Ask").click()
    assert page.locator("[data-turns] > *").evaluate_all("all => all.map((one) => one.id || one.className)") == [
        "turn-1",
        "turn-2",
        "turn-3",
        "actions take-all",
    ]
    assert page.locator("#turn-1 details").first.get_attribute("open") is not None
    page.locator("#turn-1 button.cite").first.click()
    assert page.locator("#evidence-panel [data-sources]:visible").get_attribute("data-sources") == "1"
    assert page.locator("#evidence-panel .hint:visible").count() == 0
    watched.assert_clean()


def test_a_page_that_missed_an_answer_gets_it_when_it_is_looked_at_again(open_page: OpenPage, address: str) -> None:
    watched = visit(open_page, address)
    page = watched.page
    ask(page, ADDRESS)
    ask(page, "only those upheld", number=2)
    page.evaluate("document.getElementById('turn-2').remove()")
    page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    page.locator("#turn-2").wait_for()
    assert page.locator(".turn").count() == 2
    page.locator("#turn-2 button.cite").first.click()
    assert page.locator("article.source:visible mark.active").count()
    watched.assert_clean()


def test_a_page_on_which_nothing_happens_draws_next_to_nothing(open_page: OpenPage, address: str) -> None:
    watched = open_page()
    watched.page.add_init_script(
        """
        window.drawn = 0;
        const draw = window.requestAnimationFrame.bind(window);
        window.requestAnimationFrame = (callback) => draw((at) => { window.drawn += 1; callback(at); });
        """
    )
    watched.page.goto(address)
    ask(watched.page, ADDRESS)
    watched.page.wait_for_timeout(500)
    before = watched.page.evaluate("window.drawn")
    watched.page.wait_for_timeout(1000)
    # Gradio's loops come to sixty each; a loop that is slowed down to five.
    assert watched.page.evaluate("window.drawn") - before < 30
    watched.assert_clean()


def test_another_tab_finds_no_conversation_but_its_own(open_page: OpenPage, address: str) -> None:
    first, second = visit(open_page, address), visit(open_page, address)
    ask(first.page, ADDRESS)
    second.page.reload()
    box(second.page).wait_for()
    second.page.wait_for_timeout(500)
    assert second.page.locator(".turn").count() == 0


def test_waiting_is_stopped_and_the_question_is_in_its_box_again(open_page: OpenPage, slow_address: str) -> None:
    watched = visit(open_page, slow_address)
    box(watched.page).fill(QUESTION)
    box(watched.page).press("Enter")
    watched.page.get_by_text("Waiting for the model").wait_for()
    watched.page.get_by_role("button", name="Stop", exact=True).click()
    watched.page.locator(".notice", has_text="Stopped").wait_for()
    assert box(watched.page).input_value() == QUESTION
    assert watched.page.locator(".turn").count() == 0
    watched.page.wait_for_timeout(700)
    assert watched.page.locator(".pending").count() == 0, "nothing comes after it"
    watched.assert_clean()


def test_a_question_that_a_reload_cut_off_is_in_its_box_again(open_page: OpenPage, slow_address: str) -> None:
    watched = visit(open_page, slow_address)
    box(watched.page).fill(QUESTION)
    box(watched.page).press("Enter")
    watched.page.get_by_text("Waiting for the model").wait_for()
    watched.page.reload()
    watched.page.locator(".notice", has_text="was not answered").wait_for()
    assert box(watched.page).input_value() == QUESTION


def test_a_word_on_an_answer_is_kept_without_the_question(
    open_page: OpenPage, address: str, assistant: Assistant
) -> None:
    path = assistant.settings.feedback_path
    path.unlink(missing_ok=True)
    watched = visit(open_page, address)
    turn = ask(watched.page, ADDRESS)
    turn.get_by_text("Was this useful?").click()
    turn.get_by_role("button", name="Save", exact=True).click()
    assert "Choose first" in turn.locator("[data-refused]").inner_text()
    turn.get_by_label("Something is wrong with it").check()
    turn.get_by_label("A figure, date or reference is wrong").check()
    turn.get_by_label("In your words").fill("It should be £350")
    turn.get_by_role("button", name="Save", exact=True).click()
    watched.page.locator(".notice", has_text="without your question").wait_for()
    (line,) = [json.loads(line) for line in path.read_text().splitlines()]
    path.unlink()
    assert (line["verdict"], line["comment"], line["question"]) == ("wrong", "It should be £350", "")
    assert "19 018 981" in line["references"]
    watched.assert_clean()


def test_from_one_cited_passage_to_the_next_and_round_again(open_page: OpenPage, address: str) -> None:
    watched = visit(open_page, address)
    turn = ask(watched.page, ADDRESS)
    turn.locator('button.cite[data-cite="1"]').first.click()
    source = watched.page.locator("article.source:visible")
    number = int(re.findall(r"[0-9]+", source.locator(".passages span").inner_text())[0])
    assert number >= 2

    def lit() -> str | None:
        return source.locator("mark.active").first.get_attribute("data-cites")

    start, seen = lit(), list[str | None]()
    for _ in range(number):
        source.get_by_role("button", name="Next passage").click()
        seen.append(lit())
    assert len(set(seen)) == number
    assert seen[-1] == start
    source.get_by_role("button", name="Previous passage").click()
    assert lit() == seen[-2]
    watched.assert_clean()


def test_at_twice_the_size_everything_fits_and_works(open_page: OpenPage, address: str) -> None:
    # A window of 1280 by 900 at 200 % is laid out as one of half the size.
    watched = open_page(width=640, height=450, device_scale_factor=2)
    watched.page.goto(address)
    box(watched.page).wait_for()
    turn = ask(watched.page, ADDRESS)
    assert_fits(watched.page)
    turn.locator("button.cite").first.click()
    assert watched.page.locator("article.source:visible mark.active").first.is_visible()
    watched.assert_clean()
