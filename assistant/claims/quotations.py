"""Seen text to its quotations: the words between marks, whatever the marks; an apostrophe opens nothing.

A quotation may run over several paragraphs, each opened again; it may hold another. Quoted blocks of Markdown (lines
that begin with ">") and of e-mail count as quotations of their own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from assistant.claims.claim import ClaimKind, Found

_PAIRS = {
    "\u201c": "\u201d",
    "\u201e": "\u201d\u201c",
    "\u00ab": "\u00bb",
    "\u2018": "\u2019",
    "\u201a": "\u2019\u2018",
}
_DOUBLE = '"\u2033\uff02'
_MARKS = re.compile("[\"\u2033\uff02\u201c\u201e\u00ab\u2018\u201a'`]|''")
_LONGEST = 6000  # characters; a mark without an end further on opens nothing
_LONGEST_SINGLE = 1500
_MOST_MARKS = 60  # looked at for one quotation; keeps a text of nothing but opening marks linear
_PARAGRAPHS = 4  # a quotation of more paragraphs than this is one whose end was forgotten
_BLOCK = re.compile(r"^[ \t]*>[^\n]*(?:\n[ \t]*>[^\n]*)*", re.MULTILINE)
_BLOCK_MARK = re.compile(r"^[ \t]*(?:>[ \t]?)+", re.MULTILINE)


def find_quotations(plain: str) -> tuple[Found, ...]:
    """Every quotation, in order; its place is that of the words, without the marks. Nested ones come last."""
    found = [*_marked(plain), *_blocks(plain)]
    return tuple(sorted(found, key=lambda one: (one.start, -one.end)))


def _marked(plain: str) -> Iterator[Found]:
    outer_end = -1
    for match in _MARKS.finditer(plain):
        if match.start() < outer_end and match[0] in _DOUBLE + "\u201c\u201e\u00ab":
            continue
        if not _opens(plain, match):
            continue
        end = _closing(plain, match)
        if end is None:
            continue
        start = match.end()
        words = plain[start:end]
        left = len(words) - len(words.lstrip())
        if words.strip():
            yield Found(ClaimKind.QUOTATION, start + left, start + len(words.rstrip()), _joined(words))
            if match[0] in _DOUBLE or match[0] in "\u201c\u201e\u00ab" or match[0] == "''":
                outer_end = end + 1


def _opens(plain: str, match: re.Match[str]) -> bool:
    """True where a mark can open: not behind a letter or figure, and directly before a word."""
    before, behind = plain[match.start() - 1 : match.start()], plain[match.end() : match.end() + 1]
    if match[0] in "\u201c\u201e\u00ab":
        return True
    if not behind or (behind.isspace() and match[0] in "'`\u2018"):
        return False
    if before and (before.isalnum() or before in ")]%."):
        return False
    if match[0] in "'\u2018`" and re.match(
        r"(?:\d\ds?|em|til|tis|twas|cause|n"
        r"|bout)\b",
        plain[match.end() :][:8],
    ):
        # "the '90s", "'em": an apostrophe for what is left out; unless a mark closes behind it.
        return plain[match.end() : match.end() + 12].count("'") > 0
    return True


def _closing(plain: str, match: re.Match[str]) -> int | None:
    """The place of the mark that ends what this one opens; None where none does within reach."""
    mark, start = match[0], match.end()
    if mark in "'`\u2018\u201a":
        return _closing_single(plain, start)
    if mark == "''":
        place = plain.find(mark, start, start + _LONGEST)
        return place if place >= 0 else None
    is_straight = mark in _DOUBLE
    ends = _DOUBLE if is_straight else _PAIRS[mark] + '"'
    events = re.compile(f"[{ends}{mark}]|\\n[ \\t]*\\n[ \\t]*")
    depth = breaks = 0
    for event in islice(events.finditer(plain, start, start + _LONGEST), _MOST_MARKS):
        if event[0][0] == "\n":
            breaks += 1
            following = plain[event.end() : event.end() + 1]
            if following not in (_DOUBLE if is_straight else mark) or not following or breaks >= _PARAGRAPHS:
                return None
        elif plain[event.start() - 1] == "\n" and breaks and (is_straight or event[0] == mark):
            continue  # the mark that opens a further paragraph of the same quotation
        elif event[0] in ends:
            if depth == 0:
                return event.start()
            depth -= 1
        else:
            depth += 1
    return None


_SINGLE = re.compile("['\u2018\u2019\u201b`]|\n[ \t]*\n")


def _closing_single(plain: str, start: int) -> int | None:
    """The mark at which a quotation in single marks can close; an apostrophe inside a word does not.

    Behind an "s" a mark may be an apostrophe ("the parents' views"): it closes only where no better end follows
    before the paragraph ends or the next quotation opens.
    """
    candidate = None
    for match in islice(_SINGLE.finditer(plain, start, start + _LONGEST_SINGLE), _MOST_MARKS):
        before, behind = plain[match.start() - 1], plain[match.end() : match.end() + 1]
        if match[0][0] == "\n" or match[0] == "\u2018" or before.isspace() or before in "([":
            break
        if match.start() == start:
            return None
        if behind.isalnum():
            continue
        if before != "s" or behind != " ":
            return match.start()
        candidate = match.start() if candidate is None else candidate
    return candidate


def _joined(words: str) -> str:
    """The words in one line, without the marks that open its further paragraphs."""
    return " ".join(re.sub('\\n[ \\t]*\\n[ \\t]*["\u201c\u2018]', "\n", words).split())


def _blocks(plain: str) -> Iterator[Found]:
    for match in _BLOCK.finditer(plain):
        words = " ".join(_BLOCK_MARK.sub("", match[0]).split())
        if words:
            first = _BLOCK_MARK.match(plain, match.start())
            start = first.end() if first else match.start()
            inner = words.strip("\"'\u201c\u201d\u2018\u2019 ")
            if inner and start < match.end():
                yield Found(ClaimKind.QUOTATION, start, match.end(), inner)
