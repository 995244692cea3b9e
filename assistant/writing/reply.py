"""The text of a reply to WrittenStatements: read at the border, unknown fields refused."""

from __future__ import annotations

import json
import re
from typing import Any

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from assistant.errors import ModelReplyUnusable

# Models that reason aloud do so in front of their reply.
_THOUGHTS = re.compile(r"^\s*<think(?:ing)?>.*?</think(?:ing)?>", re.DOTALL)
_STATEMENTS_AT_MOST = 16


class WrittenQuote(BaseModel):
    """A sentence that is to be shown as proof: its key, and its words as the model copied them."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    key: str = Field(max_length=40)
    words: str = Field(max_length=2000)


class WrittenStatement(BaseModel):
    """One statement as the model wrote it, with keys in place of names, sums and outcomes."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    text: str = Field(min_length=1, max_length=8000)
    keys: tuple[str, ...] = Field(default=(), max_length=40)
    quotes: tuple[WrittenQuote, ...] = Field(default=(), max_length=12)


class _Reply(BaseModel):
    model_config = ConfigDict(extra="forbid")

    statements: tuple[WrittenStatement, ...] = Field(max_length=_STATEMENTS_AT_MOST)


def read_reply(text: str) -> tuple[WrittenStatement, ...]:
    """The statements of a reply; none where the model had nothing to say.

    Some models write a word or a fence of Markdown around their JSON: that is passed over, nothing else is mended.
    Raises ModelReplyUnusable naming the place in the reply, and never its words.
    """
    given = _find_object(_THOUGHTS.sub("", text, count=1))
    try:
        return _Reply.model_validate(given).statements
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(str(part) for part in first["loc"]) or "the whole"
        raise ModelReplyUnusable(f"The reply breaks the form at {place}: {first['msg']}.") from None


def _find_object(text: str) -> Any:
    """The JSON object that begins at the first brace of a text; what stands around it is passed over."""
    start = text.find("{")
    try:
        if start < 0:
            raise ValueError("no brace")
        return json.JSONDecoder().raw_decode(text, start)[0]
    except (ValueError, RecursionError):
        raise ModelReplyUnusable("The reply is not one JSON object, or was cut short.") from None
