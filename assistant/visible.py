"""A text from anywhere → the same with nothing in it that hides, turns the line, steers a terminal or breaks a file.

Whatever leaves for a reader goes through here: every form of an answer, the terminal, and (``unharmful``) the page.
What is ours passes unchanged, and so does all that a decision or a question ordinarily holds.
"""

from __future__ import annotations

import json
import re
import sys
import unicodedata
from typing import Any, TextIO

from assistant.planted import spell_out

# What letters and decisions are made of; nearly every text is only this, and needs no further look.
_ORDINARY = re.compile("[\n -~\u00a0-\u00ac\u00ae-\u017f\u2010-\u2014\u2018-\u201e\u2020-\u2022\u2026\u20ac]*")
# What no XML document may hold, control characters, half characters, and marks that end a line or a paragraph.
_NEVER = "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff"
_FORBIDDEN = re.compile(f"[{_NEVER}]")
_LINE_ENDS = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")
# These turn the direction of writing, and what stands behind a text with it.
_TURNING = "\u202a-\u202e\u2066-\u2069"
_HARMFUL = re.compile(f"[{_NEVER}{_TURNING}]")
# JSON's own escapes leave these as they are; no terminal and no log should see them.
_UNSEEN_IN_JSON = re.compile(f"[{_NEVER}{_TURNING}\u00ad\u200b-\u200f\u2028\u2029\u2060-\u2064\ufeff]")
# Marks that stand above or below a letter: no language's writing stacks more on one.
_MOST_STACKED = 4
_MAY_BE_STACKED = re.compile(f"[\u0300-\U0010ffff]{{{_MOST_STACKED + 1},}}")


def visible(text: str) -> str:
    r"""The text with every unseen, pretending or forbidden character as its code; line ends made one, tabs blanks.

    Of marks stacked on one letter the first four stay, and the others are counted. Idempotent. An empty text stays
    empty.

    >>> visible("pay\x1b[2K\u202e005")
    'pay<U+001B>[2K<U+202E>005'
    """
    if _ORDINARY.fullmatch(text):
        return text
    lines = _LINE_ENDS.sub("\n", text).replace("\t", " ")
    return _FORBIDDEN.sub(_code, spell_out(_unstack(lines)))


def in_one_line(text: str) -> str:
    """The visible text with every run of white space as one blank: for a cell, a list entry or a footnote."""
    return " ".join(visible(text).split())


def unharmful(text: str) -> str:
    """The text as typed, but for what turns the direction of writing, steers, is half a character or stacks marks.

    For the page, where a question is shown as it was put: foreign letters, joined emoji and line ends stay.
    """
    return _HARMFUL.sub(_code, _unstack(text))


def whole_characters(text: str) -> str:
    """The text with every half of a character as U+FFFD: half of one cannot be sent, stored or printed.

    A browser sends one where a text was cut in the middle of an emoji.
    """
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace") if not text.isascii() else text


def readable_json(value: Any, *, indent: int | None = None) -> str:
    """JSON that a person can read too: "£" as it is, and what is unseen or steers a terminal as its escape."""
    written = json.dumps(value, ensure_ascii=False, indent=indent)
    return _UNSEEN_IN_JSON.sub(lambda match: f"\\u{ord(match[0]):04x}", written)


def say(text: str = "", *, to: TextIO | None = None) -> None:
    """Write a text and a line end for a person at a terminal; to standard output where no stream is named."""
    (to or sys.stdout).write(f"{visible(text)}\n")


def _code(match: re.Match[str]) -> str:
    return f"<U+{ord(match[0]):04X}>"


def _unstack(text: str) -> str:
    return _MAY_BE_STACKED.sub(lambda match: "".join(_stacks(match[0])), text)


def _stacks(text: str) -> list[str]:
    """The characters; of more than four marks in a row the rest as their number."""
    kept: list[str] = []
    stacked = 0
    for character in [*text, ""]:
        if character and unicodedata.category(character) in ("Mn", "Me"):
            stacked += 1
            if stacked > _MOST_STACKED:
                continue
        else:
            if stacked > _MOST_STACKED:
                kept.append(f"<{stacked - _MOST_STACKED:,} more marks>")
            stacked = 0
        kept.append(character)
    return kept
