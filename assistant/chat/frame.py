"""What stands around the conversation: the header with the casebook's size and date, the welcome, the footer."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.chat.markup import Markup, markup, tag, tags
from assistant.chat.steering import render_examples, render_what_to_ask
from assistant.chat.words import ACKNOWLEDGEMENT, NOT_ADVICE
from assistant.domain import CasebookFacts
from assistant.text import format_date


def render_header(facts: CasebookFacts) -> Markup:
    """The name, what it does, and how large and how new the casebook is; before it, for the keyboard, the way past.

    Without that, tabs and a dozen examples stand between the window's start and the question.
    """
    rows = [("Decisions held", f"{facts.decisions:,}")]
    if facts.full_texts:
        rows.append(("in full text", f"{facts.full_texts:,}"))
    if facts.newest:
        rows.append(("newest", format_date(facts.newest)))
    title = tag(
        "div",
        tag("h1", "Redress"),
        tag("p", "What the Ombudsman decided in comparable complaints, with the place it says so", class_="tagline"),
    )
    size = tag("dl", *(tag("div", tag("dt", name), tag("dd", value)) for name, value in rows), class_="size")
    skip = tag("button", "Go to the question box", type="button", class_="skip quiet", data_skip=True)
    return tag("header", skip, title, size, class_="masthead")


def render_welcome(facts: CasebookFacts | None = None) -> Markup:
    """What the page shows before the first question: what can be asked, and examples to start from."""
    return tag(
        "section",
        tag("h2", "Ask about one problem, in your own words"),
        tag(
            "p",
            "For example what went wrong, what you want to know, and a council or years if they matter. Redress "
            "answers from published decisions of the Local Government and Social Care Ombudsman and shows the "
            "passage behind each statement. It says so when it holds nothing comparable.",
        ),
        render_examples(),
        render_what_to_ask(facts or CasebookFacts()),
        class_="welcome",
    )


def render_evidence(sources: Sequence[tuple[int, Markup]] = ()) -> Markup:
    """The evidence panel: the newest answer's decisions, or a line that says why there are none.

    ``sources`` are those of each answer with its number, the newest first; the others are at hand and out of sight
    until one of their numbers is used.
    """
    if not sources:
        number = tag("span", "[1]", class_="cite-like")
        hint = ("Each number in an answer, such as ", number, ", opens the decision here, with the passage marked.")
        shown = tag("p", *hint, class_="hint", data_hint=True)
    else:
        newest, *earlier = sources
        shown = markup(render_sources_of(*newest), *(render_sources_of(*each, is_shown=False) for each in earlier))
    return tag(
        "section",
        tag("h2", "Evidence", id="evidence-title"),
        shown,
        class_="evidence",
        id="evidence-panel",
        aria_labelledby="evidence-title",
        tabindex="0",
    )


def render_sources_of(number: int, sources: Markup, *, is_shown: bool = True) -> Markup:
    """The decisions of one answer as they stand in the evidence panel; of an answer without any, a line says so."""
    nothing = tag("p", "This answer rests on no decision.", class_="hint", data_hint=True)
    return tag("div", sources or nothing, data_sources=str(number), hidden=not is_shown)


def render_pending(
    question: Markup, done: tuple[str, ...], said: tuple[str, ...] = (), *, waits_for_model: bool = False
) -> Markup:
    """The question that is being answered, the stages that have ended, and what goes on.

    ``said`` are the statements that are checked already, where a model is still being waited for.
    """
    now = "Writing and checking the answer …" if done else "Reading the question and searching the decisions …"
    if waits_for_model:
        now = "Waiting for the model, which may word the answer below anew …"
    steps = tag("ul", tags("li", done, class_="done"), tag("li", now), class_="steps")
    draft = tag("div", *(tag("p", statement) for statement in said), class_="draft") if said else ""
    stop = tag("button", "Stop", type="button", class_="quiet", data_halt=True)
    return tag("div", tag("div", question, class_="asked"), steps, draft, stop, class_="pending")


def render_notice(message: str) -> Markup:
    """A question that was not taken, and why; it is announced."""
    return tag("p", message, class_="notice", data_announce=message)


def render_footer(destination: str = "") -> Markup:
    """What Redress is not, whose words the decisions are, and where a question goes.

    ``destination`` is the end of a sentence ("to OpenAI, api.openai.com"); empty where no model is asked.
    """
    where = (tag("strong", "Questions stay on this computer. "), "Nothing you type is stored or sent elsewhere.")
    if destination:
        where = (
            tag("strong", f"Questions go {destination}. "),
            "With each go passages of the decisions found. Leave personal details out; nothing is stored here.",
        )
    return tag(
        "footer",
        tag("p", *where),
        tag("p", NOT_ADVICE),
        tag("p", ACKNOWLEDGEMENT),
        class_="foot",
    )
