"""A text from anywhere → the same with nothing in it that hides, turns the line, steers a terminal or breaks a file.

Whatever leaves for a reader goes through here: every form of an answer, the terminal, and (``unharmful``) the page.
What is ours passes unchanged, and so does all that a decision or a question ordinarily holds.
"""

from __future__ import annotations

import json
import re
import sys
import unicodedata
from collections.abc import Iterator
from typing import Any, TextIO

from assistant.planted import spell_out

# What letters and decisions are made of; nearly every text is only this, and needs no further look.
_ORDINARY = re.compile("[\n -~\u00a0-\u00ac\u00ae-\u017f\u2010-\u2014\u2018-\u201e\u2020-\u2022\u2026\u20ac]*")
# What no XML document may hold, control characters, half characters, and marks that end a line or a paragraph.
_NEVER = "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff"
_HALVES = re.compile("[\ud800-\udfff]")
_FORBIDDEN = re.compile(f"[{_NEVER}]")
_LINE_ENDS = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")
# These turn the direction of writing, and what stands behind a text with it, or end a line where none seems to end.
_TURNING = "\u2028-\u202e\u2066-\u2069"
# These have no width. Joiners have a use within an emoji and in some writing, none between Latin letters or figures.
_WITHOUT_WIDTH = "\u200b\u2060-\u2064\ufeff"
_LATIN = "[0-9A-Za-z£.,]"
_HARMFUL = re.compile(f"[{_NEVER}{_TURNING}{_WITHOUT_WIDTH}]|(?<={_LATIN})[\u200c\u200d](?=[\u200c\u200d]*{_LATIN})")
# JSON's own escapes leave these as they are; no terminal and no log should see them.
_UNSEEN_IN_JSON = re.compile(f"[{_NEVER}{_TURNING}\u00ad\u200b-\u200f\u2060-\u2064\ufeff]")
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


def as_line(text: str) -> str:
    r"""The visible text with a blank for each line end, and all other blanks as they are: for a line that is aligned.

    >>> as_line("  held       a\nb")
    '  held       a b'
    """
    return visible(text).replace("\n", " ")


def unharmful(text: str) -> str:
    """The text as typed, but for what turns the direction of writing, steers, is half a character, unseen, or stacks.

    For the page, where a question is shown as it was put: foreign letters, joined emoji and line ends stay.
    """
    return _HARMFUL.sub(_code, _unstack(text))


def whole_characters(text: str) -> str:
    """The text with every half of a character as U+FFFD: half of one cannot be sent, stored or printed.

    A browser sends one where a text was cut in the middle of an emoji.
    """
    return _HALVES.sub("\ufffd", text)


def readable_json(value: Any, *, indent: int | None = None) -> str:
    """JSON that a person can read too: "£" as it is, and what is unseen or steers a terminal as its escape."""
    written = json.dumps(value, ensure_ascii=False, indent=indent)
    return _UNSEEN_IN_JSON.sub(lambda match: f"\\u{ord(match[0]):04x}", written)


def say(text: str = "", *, to: TextIO | None = None) -> None:
    """Write a text and a line end for a person at a terminal; to standard output where no stream is named."""
    (to or sys.stdout).write(f"{visible(text)}\n")


def say_line(text: str = "", *, to: TextIO | None = None) -> None:
    """``say`` for what is one line, whatever is named in it: a file's name with a line end in it forges no other."""
    say(as_line(text), to=to)


def _code(match: re.Match[str]) -> str:
    return f"<U+{ord(match[0]):04X}>"


def _unstack(text: str) -> str:
    if _MAY_BE_STACKED.search(text) is None:
        return text
    return "".join(f"{kept}<{len(more):,} more marks>" if more else kept for kept, more in split_stacks(text))


def split_stacks(text: str) -> Iterator[tuple[str, str]]:
    """The text in pieces that can be shown, each with the marks behind it that are too many on one letter, or none.

    Joined they are the text. An empty text gives nothing.
    """
    start = 0
    for found in _MAY_BE_STACKED.finditer(text):
        stacked = 0
        for position in range(found.start(), found.end() + 1):
            if position < found.end() and unicodedata.category(text[position]) in ("Mn", "Me"):
                stacked += 1
                continue
            if stacked > _MOST_STACKED:
                yield (
                    text[start : position - stacked + _MOST_STACKED],
                    text[position - stacked + _MOST_STACKED : position],
                )
                start = position
            stacked = 0
    if start < len(text):
        yield text[start:], ""
