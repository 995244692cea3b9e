"""The text of a reply to WrittenStatements: read at the border, unknown fields refused, roles from a closed list."""

from __future__ import annotations

import json
import re
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from assistant.errors import ModelReplyUnusable

_FENCED = re.compile(r"```(?:json)?\s*(\{.*\})\s*```", re.DOTALL)
_STATEMENTS_AT_MOST = 16


class WrittenQuote(BaseModel):
    """A sentence that is to be shown as proof: its key, and its words as the model copied them."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    key: str = Field(max_length=40)
    words: str = Field(max_length=2000)


class WrittenStatement(BaseModel):
    """One statement as the model wrote it, with keys in place of names, sums and outcomes."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    role: Literal["headline", "closest", "figures", "contrast"]
    text: str = Field(min_length=1, max_length=8000)
    keys: tuple[str, ...] = Field(max_length=40)
    quotes: tuple[WrittenQuote, ...] = Field(max_length=12)


class _Reply(BaseModel):
    model_config = ConfigDict(extra="forbid")

    statements: tuple[WrittenStatement, ...] = Field(max_length=_STATEMENTS_AT_MOST)


def read_reply(text: str) -> tuple[WrittenStatement, ...]:
    """The statements of a reply; none where the model had nothing to say.

    Some models put their JSON in a fence of Markdown: that is taken off, nothing else is mended. Raises
    ModelReplyUnusable naming the place in the reply, and never its words.
    """
    fenced = _FENCED.fullmatch(text.strip())
    try:
        given = json.loads(fenced[1] if fenced else text)
    except (ValueError, RecursionError):
        raise ModelReplyUnusable("The reply is not one JSON object, or was cut short.") from None
    try:
        return _Reply.model_validate(given).statements
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(str(part) for part in first["loc"]) or "the whole"
        raise ModelReplyUnusable(f"The reply breaks the form at {place}: {first['msg']}.") from None
