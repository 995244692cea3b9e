"""How an answer or a whole conversation is taken from the page: the buttons, and the file that one of them asks for."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from assistant.chat.markup import Markup, markup, tag, tags
from assistant.taking import (
    Form,
    NothingToTake,
    Report,
    TakenFile,
    Whose,
    describe_note,
    shown_link,
    take_answer,
    take_conversation,
    write_plain,
)

_FORMS: tuple[tuple[Form, str, str], ...] = (
    (Form.WORD, "Word", "Save this answer as a Word file"),
    (Form.MARKDOWN, "Markdown", "Save this answer as Markdown"),
    (Form.COMMA, "Table (CSV)", "Save the decisions of this answer as a table, CSV"),
)
_ALL = "all"


def render_taking(turn: int, report: Report) -> Markup:
    """The buttons under an answer, how it was checked, and its sources as they are printed."""
    copy = tag(
        "button",
        "Copy with references" if report.footnotes else "Copy",
        type="button",
        class_="quiet",
        data_copy=write_plain(report),
    )
    buttons = [
        _button(turn, form, shown, name) for form, shown, name in _FORMS if form is not Form.COMMA or report.rows
    ]
    to_print = tag(
        "button", "Print", type="button", class_="quiet", data_print=f"turn-{turn}", aria_label="Print this answer"
    )
    checked = [tag("p", remark, class_="checked") for remark in report.remarks]
    return markup(tag("div", copy, *buttons, to_print, *checked, class_="actions"), _printed_sources(report))


def render_taking_all(number: int) -> Markup:
    """The buttons for a whole conversation of so many questions; none for a single one, which has its own."""
    if number < 2:
        return markup()
    buttons = [
        _button(_ALL, form, shown, f"Save the whole conversation as {name}")
        for form, shown, name in ((Form.WORD, "Word", "a Word file"), (Form.MARKDOWN, "Markdown", "Markdown"))
    ]
    return tag("div", tag("p", "The whole conversation:"), *buttons, class_="actions take-all")


def take(
    reports: Sequence[tuple[int, Report]], turn: str, form: str, *, on: date | None = None
) -> TakenFile | NothingToTake:
    """The file that a button asked for, of the turn with this number or of all; ``on`` is today unless given.

    Anything that no button asks gives nothing, with a sentence for the reader.
    """
    day = on or date.today()
    if form not in {each.value for each in Form}:
        return NothingToTake("That form is not known. Press one of the buttons under an answer.")
    if turn == _ALL:
        return take_conversation([report for _, report in reports], Form(form), on=day)
    report = next((report for number, report in reports if str(number) == turn), None)
    if report is None:
        return NothingToTake("That answer is no longer held in this conversation. Please ask again.")
    return take_answer(report, Form(form), on=day)


def _button(turn: int | str, form: Form, shown: str, name: str) -> Markup:
    return tag(
        "button", shown, type="button", class_="quiet", data_take=form.value, data_taken=str(turn), aria_label=name
    )


def _printed_sources(report: Report) -> Markup:
    """The sources as a list that only paper shows: on the page, each is opened where its number stands."""
    if not report.footnotes:
        return markup()
    entries = [
        markup(
            f"{describe_note(note)} ",
            tag("q", note.quote, class_="full-text" if note.whose is Whose.OMBUDSMAN else "digest"),
            f" {shown_link(note.link)}" if note.link else "",
        )
        for note in report.footnotes
    ]
    return tag("section", tag("h4", "Sources"), tag("ol", tags("li", entries)), class_="printed-sources")
