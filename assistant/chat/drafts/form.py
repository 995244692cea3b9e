"""The form of the tab as HTML: a box for the text, a place for a file, and what happens to either."""

from __future__ import annotations

from itertools import count

from assistant.chat.drafts.words import INTRODUCTION, PRIVACY
from assistant.chat.markup import Markup, exact, markup, tag
from assistant.papers import ENDINGS, LARGEST_FILE

# Gradio tells the page of a value only where it differs from the last: the same file twice is two pieces of news.
_ANEW = count(1)


def render_form() -> Markup:
    """The form, drawn once: what is typed stays in it while results come and go."""
    endings = ", ".join(ENDINGS)
    box = tag(
        "textarea",
        id="draft-text",
        rows="12",
        aria_describedby="draft-privacy",
        placeholder="Paste the text here, or choose a file below.",
        autocomplete="off",
    )
    chooser = tag(
        "input",
        type="file",
        id="draft-file",
        data_files=True,
        data_each=str(LARGEST_FILE),
        data_all=str(LARGEST_FILE),
        accept=",".join(ENDINGS),
    )
    return tag(
        "section",
        tag("h2", "Check a draft", id="draft-title"),
        tag("p", INTRODUCTION),
        tag("label", "The text to check", for_="draft-text"),
        box,
        tag(
            "div",
            tag("label", f"Or a file ({endings})", for_="draft-file"),
            chooser,
            tag("span", "or drop it here", class_="aside"),
            class_="draft-file",
            data_drop=True,
        ),
        tag(
            "div",
            tag("button", "Check", type="button", class_="draft-check", data_check=True),
            tag("button", "Clear", type="button", class_="quiet", data_clear=True),
            class_="draft-buttons",
        ),
        tag("p", PRIVACY, class_="aside", id="draft-privacy"),
        class_="draft-form",
        aria_labelledby="draft-title",
    )


def render_read(name: str, text: str) -> Markup:
    """A file's text on its way into the box; the script puts it there and takes it from here."""
    said = f"{name} was read: {len(text.split()):,} words. They stand in the box; press Check."
    return markup(
        tag("p", said, class_="draft-said", data_announce=said),
        tag("div", exact(text), hidden=True, data_read=str(next(_ANEW))),
    )


def render_checking(text: str) -> Markup:
    """What is shown while a text is checked."""
    said = f"Checking {len(text.split()):,} words …"
    return tag("p", said, class_="draft-said", data_announce=said)


def render_refused(message: str) -> Markup:
    """Why a text or a file was not taken, and what to do; nothing where there is nothing to say."""
    if not message:
        return markup()
    return tag("p", tag("bdi", message), class_="notice", data_announce=message, data_anew=str(next(_ANEW)))
