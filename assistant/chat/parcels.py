"""A file made for the user → a parcel in the page, which the browser saves as a download.

Nothing is written to the server's disk, and no address serves a file: the bytes travel with the update of one hidden
part of the page.
"""

from __future__ import annotations

import base64
import re

import gradio as gr

from assistant.chat.markup import Markup, tag

_OPEN = "watch('value', () => window.redress && window.redress.openParcel(element));"
# What every system takes as a file's name.
_SAFE = re.compile(r"[^A-Za-z0-9._-]+")


def build_outbox() -> gr.HTML:
    """The hidden part of the page that parcels are put into: an output of events that make a file."""
    return gr.HTML("", visible="hidden", elem_id="outbox", js_on_load=_OPEN, apply_default_css=False)


def render_parcel(name: str, media_type: str, data: bytes) -> Markup:
    """The bytes under a file name, as what goes into the outbox. The name keeps only letters, digits, ``.-_``."""
    safe = _SAFE.sub("-", name).strip("-.") or "redress"
    return tag("div", data_parcel=base64.b64encode(data).decode("ascii"), data_name=safe, data_kind=media_type)
