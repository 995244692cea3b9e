"""A text from anywhere → the same text with nothing in it that hides, turns the line or breaks a file.

Every form goes through here for every text it writes: what is ours passes unchanged, and so does all that a decision
or a question ordinarily holds.
"""

from __future__ import annotations

import re

from assistant.planted import spell_out

# What letters and decisions are made of; nearly every text is only this, and needs no further look.
_ORDINARY = re.compile("[\n -~\u00a0-\u00ac\u00ae-\u017f\u2010-\u2014\u2018-\u201e\u2020-\u2022\u2026\u20ac]*")
# What no XML document may hold, control characters, half characters, and marks that end a line or a paragraph.
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
_LINE_ENDS = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")


def visible(text: str) -> str:
    """The text with every unseen, pretending or forbidden character as its code; line ends made one, tabs blanks.

    Idempotent. An empty text stays empty.
    """
    if _ORDINARY.fullmatch(text):
        return text
    lines = _LINE_ENDS.sub("\n", text).replace("\t", " ")
    return _FORBIDDEN.sub(lambda match: f"<U+{ord(match[0]):04X}>", spell_out(lines))


def in_one_line(text: str) -> str:
    """The visible text with every run of white space as one blank: for a cell, a list entry or a footnote."""
    return " ".join(visible(text).split())
