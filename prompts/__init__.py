"""The words given to a chat model: a template's name to a Prompt with its reasons, its declared fields and its texts.

One template a file, its version in its name: an answer records which one it was written with, so a file that was
published is never changed, a new one is added. No rule that keeps an answer honest rests on these words: all of them
are checked in code, because a model may do the contrary of what it is told. This package imports nothing of ours.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from importlib.resources import files
from string import Template

_NAME = re.compile(r"[a-z]+(?:-[a-z]+)*-\d+")
_PARTS = re.compile(r"^=== (reasons|fields|system|user)$", re.MULTILINE)


@dataclass(frozen=True)
class Prompt:
    """A template. ``fields`` are the names that ``fill`` must be given; ``system`` and ``user`` its two messages."""

    name: str
    reasons: str
    fields: tuple[str, ...]
    system: str
    user: str

    def fill(self, **values: str) -> tuple[str, str]:
        """The system message and the user message with every field put in, once: a value is never read for fields.

        Raises ValueError where a field is missing or not one of ours.
        """
        if set(values) != set(self.fields):
            wrong = sorted(set(values) ^ set(self.fields))
            raise ValueError(f"prompt {self.name}: fields missing or unknown: {', '.join(wrong)}")
        return Template(self.system).substitute(values), Template(self.user).substitute(values)


def load(name: str) -> Prompt:
    """The template of this name ("write-answer-1").

    Raises ValueError for a name that is none of ours and for a template whose declared fields are not those it uses.
    """
    file = files(__name__) / f"{name}.txt"
    if not _NAME.fullmatch(name) or not file.is_file():
        raise ValueError(f"there is no prompt {name!r}; expected e.g. 'write-answer-1'")
    _, *cut = _PARTS.split(file.read_text(encoding="utf-8"))
    parts = {title: text.strip() for title, text in zip(cut[::2], cut[1::2], strict=True)}
    fields = tuple(parts["fields"].split())
    used = set(Template(parts["system"]).get_identifiers()) | set(Template(parts["user"]).get_identifiers())
    if used != set(fields):
        raise ValueError(f"prompt {name}: declares {sorted(fields)} and uses {sorted(used)}")
    return Prompt(name, parts["reasons"], fields, parts["system"], parts["user"])
