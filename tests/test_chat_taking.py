"""How an answer is taken from the page: its buttons, the file behind each, and the sources that paper shows."""

from __future__ import annotations

import pytest
from bs4 import BeautifulSoup

from assistant.chat.taking_away import render_taking, render_taking_all, take
from assistant.domain import AnswerStatus, Statement, StatementRole
from assistant.taking import Form, NothingToTake, Report, TakenFile, report_answer
from tests.answer_builders import answer_about
from tests.taken import DAY, hostile_report, ordinary_report, read_word


def buttons_of(html: str) -> dict[str, str]:
    """The text of each button, and what it is called by a screen reader."""
    found = BeautifulSoup(html, "html.parser").find_all("button")
    return {button.text: str(button.get("aria-label", "")) for button in found}


def without_decisions() -> Report:
    said = (Statement(StatementRole.HEADLINE, "Nothing comparable is held."),)
    return report_answer("q", answer_about(status=AnswerStatus.NONE, statements=said), {})


def test_an_answer_can_be_copied_saved_in_each_form_and_printed() -> None:
    assert buttons_of(render_taking(3, ordinary_report())) == {
        "Copy with references": "",
        "Word": "Save this answer as a Word file",
        "Markdown": "Save this answer as Markdown",
        "Table (CSV)": "Save the decisions of this answer as a table, CSV",
        "Print": "Print this answer",
    }


def test_an_answer_without_decisions_offers_no_table() -> None:
    assert set(buttons_of(render_taking(1, without_decisions()))) == {"Copy", "Word", "Markdown", "Print"}


def test_a_whole_conversation_is_offered_from_the_second_question_on() -> None:
    assert render_taking_all(0) == render_taking_all(1) == ""
    assert set(buttons_of(render_taking_all(2))) == {"Word", "Markdown"}


def test_paper_shows_the_sources_with_their_addresses() -> None:
    page = BeautifulSoup(render_taking(1, ordinary_report()), "html.parser")
    sources = [entry.text for entry in page.select(".printed-sources li")]
    assert len(sources) == 4
    assert sources[0].endswith("www.lgo.org.uk/decisions/education/special-educational-needs/21-000-001")
    assert page.select_one(".printed-sources q.full-text") and page.select_one(".printed-sources q.digest")


def test_hostile_text_stays_text_in_the_printed_sources() -> None:
    page = BeautifulSoup(render_taking(1, hostile_report()), "html.parser")
    assert {element.name for element in page.find_all()} == {"div", "button", "p", "section", "h4", "ol", "li", "q"}


@pytest.mark.parametrize("form", list(Form))
def test_each_button_gives_its_file(form: Form) -> None:
    reports = [(4, ordinary_report("first?")), (5, ordinary_report("second?"))]
    one, whole = take(reports, "5", form.value, on=DAY), take(reports, "all", form.value, on=DAY)
    assert isinstance(one, TakenFile) and isinstance(whole, TakenFile)
    assert one.name == f"redress-2026-11-23-late-education-plan.{form.value}"
    assert whole.name == f"redress-2026-11-23-conversation.{form.value}"
    if form is Form.WORD:
        assert "second?" in read_word(one.data).text and "first?" not in read_word(one.data).text
        assert "first?" in read_word(whole.data).text


@pytest.mark.parametrize(
    ("turn", "form"),
    [
        pytest.param("9", "docx", id="a turn that is gone"),
        pytest.param("all", "exe", id="another form"),
        pytest.param("../1", "docx", id="a path"),
        pytest.param("", "", id="nothing"),
    ],
)
def test_what_no_button_asks_gives_nothing_and_says_so(turn: str, form: str) -> None:
    taken = take([(1, ordinary_report())], turn, form, on=DAY)
    assert isinstance(taken, NothingToTake) and taken.why.endswith(".")


def test_an_empty_conversation_gives_nothing() -> None:
    assert isinstance(take([], "all", "docx", on=DAY), NothingToTake)
