"""The Check a draft tab as Gradio Blocks: a text or a file comes in by an event, the checked text goes out.

Nothing of a draft is kept: no state, no file, no log; the next event knows nothing of the last.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator
from typing import Any

import gradio as gr

from assistant.answering import Assistant
from assistant.chat.drafts.form import render_checking, render_form, render_read, render_refused
from assistant.chat.drafts.rendering import render_checked
from assistant.chat.drafts.words import BROKEN, NOTHING_GIVEN
from assistant.chat.markup import Markup
from assistant.chat.uploads import UploadLimits, read_uploads
from assistant.checking import LONGEST_TEXT
from assistant.errors import InputError, RedressError
from assistant.papers import LARGEST_FILE, read_paper
from assistant.papers.reading import shown_name
from assistant.visible import whole_characters

_LOG = logging.getLogger(__name__)
_AT_ONCE = 2  # a long text keeps a core busy for seconds, and the conversation must go on beside it

_LISTEN = """
window.redress.startDrafts(element, {
  read: (files) => trigger('bring', { files }),
  check: (text) => trigger('examine', { text }),
  refuse: (message) => trigger('refuse', { message }),
});
"""
_FOLLOW = "watch('value', () => window.redress && window.redress.draftChanged(element));"


def build_drafts_tab(assistant: Assistant) -> None:
    """The form and, below it, the result, within the Blocks that are being built."""
    plain: dict[str, Any] = {"apply_default_css": False, "elem_classes": "ours"}
    form = gr.HTML(render_form(), elem_id="draft-form", js_on_load=_LISTEN, **plain)
    result = gr.HTML("", elem_id="draft-result", js_on_load=_FOLLOW, **plain)

    def bring(event: gr.EventData) -> Markup:
        return read_file(event.files)

    def examine(event: gr.EventData) -> Iterator[Markup]:
        yield from check_draft(assistant, event.text)

    def refuse(event: gr.EventData) -> Markup:
        return render_refused(str(event.message)[:500])

    common: dict[str, Any] = {
        "outputs": [result],
        "show_progress": "hidden",
        "api_visibility": "private",
        "concurrency_limit": _AT_ONCE,
        "concurrency_id": "drafts",
        "trigger_mode": "once",
    }
    form.bring(bring, **common)
    form.examine(examine, **common)
    form.refuse(refuse, **common)


def read_file(sent: object) -> Markup:
    """The text of the one file of an event, to be put into the box; or why it was not read."""
    try:
        uploads = read_uploads(sent, UploadLimits(each=LARGEST_FILE, together=LARGEST_FILE, files=1))
        if not uploads:
            raise InputError(NOTHING_GIVEN)
        (upload,) = uploads
        text = read_paper(upload.data, upload.name)
        if len(text) > LONGEST_TEXT:
            long = (
                f"{shown_name(upload.name)} has {len(text):,} characters; at most {LONGEST_TEXT:,} are checked at once."
            )
            raise InputError(f"{long} Paste a part of it, and then the next.")
    except RedressError as error:
        return render_refused(str(error))
    except Exception as error:  # the page must go on whatever a file holds
        _LOG.error("A file could not be read: %s", type(error).__name__)
        return render_refused(BROKEN)
    return render_read(shown_name(upload.name), text)


def check_draft(assistant: Assistant, sent: object) -> Iterator[Markup]:
    """First that it is being checked, then the checked text; or why it cannot be."""
    # A browser ends lines in one way only; characters that no page can show would shift every place behind them.
    text = whole_characters(str(sent)).replace("\r\n", "\n").replace("\r", "\n").replace("\0", "")
    if not text.strip():
        yield render_refused(NOTHING_GIVEN)
        return
    yield render_checking(text)
    try:
        yield render_checked(text, assistant.check(text))
    except RedressError as error:
        yield render_refused(str(error))
    except Exception as error:  # the page must go on, and neither page nor log may hold the text
        _LOG.error("A draft could not be checked: %s", type(error).__name__)
        yield render_refused(BROKEN)
