"""Lines of a page → blocks: headings, paragraphs and list items, and what was dropped with its reason.

A capture keeps a page's words and loses its structure: headings are bare lines, numbers restart after each list, the
site's own text stands before and after. This module tells these apart by the tables of ``vocabulary``, by what a line's
form says (``Shape``), and where that says nothing by shape of the words; it knows nothing of what they mean. Time is
linear in the text's length.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from assistant.text import find_references, unify_characters
from ingest.forms.glued_lines import separate
from ingest.forms.header import is_body_line, is_card, is_cover_line, is_header_label
from ingest.forms.headings import LETTERED_HEADING, SectionRole, heading_rule
from ingest.forms.lines import Line, Shape
from ingest.forms.page_words import CHROME_LINES, CLOSING_LINE, OPENING_LINE, PRIVACY_LINES, SUMMARY_LABEL


class BlockKind(StrEnum):
    """What a block of text is on the page."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"


@dataclass(frozen=True)
class Block:
    """A heading, a paragraph or a list item, exactly as captured but for its list mark.

    ``number`` is the number that the page prints before it, true or not. ``place`` is its first line's, from 1;
    ``depth`` counts the lists around it where the page's form tells.
    """

    kind: BlockKind
    text: str
    place: int
    number: int | None = None
    depth: int = 0


@dataclass(frozen=True)
class Dropped:
    """A line that is no part of the decision, and why."""

    place: int
    text: str
    reason: str


@dataclass(frozen=True)
class PageText:
    """A capture taken apart: the lines of its header, the blocks of its text, and what was dropped."""

    header: tuple[str, ...]
    blocks: tuple[Block, ...]
    dropped: tuple[Dropped, ...]


# The reason of a line that stands above the header.
BEFORE_DECISION = "before the decision"
_SENTENCE_END = re.compile(r"[.!?:;][\"')\]]*$")
# A line that ends so was broken in two by the capture: the next one goes on with the sentence.
_OPEN_END = re.compile(
    r"(?:\b(?:that|the|of|and|or|to|a|an|in|for|with|by|on|at|as|from|which|who|was|were|is|are|not|had|has|its"
    r"|her|his)"
    r"|[,(-])$",
    re.IGNORECASE,
)
# A bullet that the capture fused to the end of the sentence before it.
_FUSED_BULLET = re.compile(r"(?<=[.!?]) [-\u2022] (?=[A-Z\u2018\u201c'\"])")
_LONGEST_HEADING = 120
# "(Local Government Act 1974, section 26(7), as amended)" on a line of its own heads nothing.
_IN_BRACKETS = re.compile(r"\([^()]*(?:\([^()]*\)[^()]*)*\)")
# "Ms D - the complainant" in the key to names of a report.
_NAME_LINE = re.compile(r"[A-Z][^-]{0,60} - ")
_LINES_ABOVE_CARD = 3


def take_apart(page: Sequence[Line]) -> PageText:
    """Find header, text and what is neither; lines without any sign of a decision give blocks too, unjudged."""
    dropped: list[Dropped] = []
    lines = _without_chrome(page, dropped)
    start, first = _find_start(lines)
    dropped += [Dropped(line.place, line.text, BEFORE_DECISION) for line in lines[:start]]
    end = _find_end(lines, first)
    reason = "the signature and what follows the decision"
    dropped += [Dropped(line.place, line.text, reason) for line in lines[end:]]
    text = separate(lines[first:end])
    blocks = _without_contents(_blocks_of(text), dropped)
    header = []
    for line in lines[start:first]:
        if _is_contents_entry(line):
            dropped.append(Dropped(line.place, line.text, "an entry of a contents list"))
        else:
            header.append(line.text)
    return PageText(tuple(header), tuple(blocks), tuple(sorted(dropped, key=lambda line: line.place)))


def _is_contents_entry(line: Line) -> bool:
    """True for a heading among the lines of the header: the site lists the sections there."""
    is_known = heading_rule(line.plain) is not None
    return is_known and not is_header_label(line.plain) and not OPENING_LINE.fullmatch(line.plain)


def has_opening(lines: Sequence[Line]) -> bool:
    """True where one of these lines begins the text of a decision: the site's own opening line, summary or heading."""
    return any(opens(line) for opens in _OPENS_TEXT for line in lines)


# --------------------------------------------------------------------------- lines


def _without_chrome(lines: Sequence[Line], dropped: list[Dropped]) -> list[Line]:
    kept = []
    for line in lines:
        reason = next((reason for pattern, reason in CHROME_LINES if pattern.fullmatch(line.plain)), None)
        if reason:
            dropped.append(Dropped(line.place, line.text, reason))
        else:
            kept.append(line)
    return kept


def _find_start(lines: list[Line]) -> tuple[int, int]:
    """Where the header begins, and where the text proper begins behind it.

    The text begins at the first of these that a page has: "The Ombudsman's final decision:"; the summary; the first
    top-level heading. The header begins at the body with its reference, another site's card, a report's cover, or at
    labels, whichever stands first above the text.
    """
    openings = next(
        (found for opens in _OPENS_TEXT if (found := [n for n, line in enumerate(lines) if opens(line)])), []
    )
    first_opening = openings[0] if openings else len(lines)
    start = _header_start(lines, first_opening, has_opening=bool(openings))
    if start == len(lines):
        return 0, 0
    first = next((n for n in openings if n >= start), None)
    if first is None:
        first = start + 1
        while first < len(lines) and is_header_label(lines[first].plain):
            first += 1
    if first < len(lines) and OPENING_LINE.fullmatch(lines[first].plain):
        return start, first + 1
    return start, first


def _header_start(lines: list[Line], first_opening: int, *, has_opening: bool) -> int:
    above = lines[:first_opening]
    bodies = _bodies(above)
    cards = [n for n, line in enumerate(above) if is_card(line.plain)]
    covers = [n for n, line in enumerate(above) if is_cover_line(line.plain)]
    if bodies and not (cards and cards[0] < bodies[0]):
        return min(bodies[0], covers[0] if covers else bodies[0])
    if cards:
        # The body's name, and the outcome beside the source's name, stand in the lines above a card.
        return max(cards[0] - _LINES_ABOVE_CARD, 0)
    if covers:
        return covers[0]
    if not has_opening:
        body = next((n for n, line in enumerate(lines) if not line.mark and is_body_line(line.plain)), None)
        if body is not None:
            return body
    labels = [n for n, line in enumerate(above) if is_header_label(line.plain)]
    return labels[0] if len(labels) >= 2 else first_opening


def _bodies(above: list[Line]) -> list[int]:
    """The lines that name a body and the reference nearest to the text: other decisions may be listed further up."""
    found = [
        (n, find_references(match["reference"])[0].reference)
        for n, line in enumerate(above)
        if not line.mark and (match := is_body_line(line.plain))
    ]
    return [n for n, reference in found if reference == found[-1][1]]


def _opens_with_heading(line: Line) -> bool:
    rule = heading_rule(line.plain)
    return rule is not None and rule.is_top and rule.role is not SectionRole.FINAL and not line.plain.endswith(":")


# What the text of a decision begins with, the surest first: a contents list may stand above each of them.
_OPENS_TEXT: tuple[Callable[[Line], bool], ...] = (
    lambda line: bool(OPENING_LINE.fullmatch(line.plain)),
    lambda line: bool(SUMMARY_LABEL.match(line.plain)),
    _opens_with_heading,
)


def _find_end(lines: list[Line], first: int) -> int:
    """Behind the last line of the text: at the signature, else where the site begins to speak of cookies."""
    for n in range(first, len(lines)):
        if CLOSING_LINE.fullmatch(lines[n].plain):
            return n
    final = [n for n in range(first, len(lines)) if _is_final_heading(lines[n])]
    behind = final[-1] if final else first
    for n in range(behind, len(lines)):
        if PRIVACY_LINES.fullmatch(lines[n].plain):
            return n
    return len(lines)


def _is_final_heading(line: Line) -> bool:
    rule = heading_rule(line.plain)
    return rule is not None and rule.role is SectionRole.FINAL


# --------------------------------------------------------------------------- blocks


def _blocks_of(lines: list[Line]) -> list[Block]:
    has_marks = sum(bool(line.mark) for line in lines) >= 3
    letters = _lettered_lines(lines)
    blocks: list[Block] = []
    for n, line in enumerate(lines):
        following = lines[n + 1] if n + 1 < len(lines) else None
        if n in letters or _is_heading(line, following, blocks, has_marks=has_marks):
            blocks.append(Block(BlockKind.HEADING, line.text, line.place))
        elif _goes_on(line, blocks):
            parts = _FUSED_BULLET.split(line.text)
            blocks[-1] = replace(blocks[-1], text=f"{blocks[-1].text}\n{parts[0]}")
            blocks += [Block(BlockKind.ITEM, part, line.place) for part in parts[1:]]
        elif line.mark or line.shape is Shape.ITEM:
            blocks.append(Block(BlockKind.ITEM, line.text, line.place, line.number, line.depth))
        else:
            may_be_fused = has_marks and line.shape is Shape.UNKNOWN
            first, *rest = _FUSED_BULLET.split(line.text) if may_be_fused else [line.text]
            blocks.append(Block(BlockKind.PARAGRAPH, first, line.place, depth=line.depth))
            blocks += [Block(BlockKind.ITEM, part, line.place) for part in rest]
    return blocks


def _lettered_lines(lines: list[Line]) -> set[int]:
    """The unmarked lines that head lettered issues: only where the letters begin at the beginning and go on.

    Letters that follow each other line by line are the points of a list, unless it is a contents list whose entries
    come again as headings.
    """
    found = {
        n: match[1] or match[3]
        for n, line in enumerate(lines)
        if not line.mark
        and line.shape is not Shape.ITEM
        and len(line.plain) <= 300
        and (match := LETTERED_HEADING.fullmatch(line.plain))
    }
    last = {lines[n].plain.casefold(): n for n in found}
    heads = {
        n: name
        for n, name in found.items()
        if last[lines[n].plain.casefold()] > n
        or not (n + 1 in found or n - 1 in found)
        or lines[n].shape is Shape.HEADING
    }
    names = set(heads.values())
    is_series = {"A", "B"} <= names or {"1", "2"} <= names
    return set(heads) if is_series else set()


def _is_heading(line: Line, following: Line | None, before: list[Block], *, has_marks: bool) -> bool:
    """By the page's form or the table; else a short line without a sentence's end that something longer follows."""
    if line.shape is Shape.HEADING:
        return not SUMMARY_LABEL.match(line.plain)
    rule = heading_rule(line.plain)
    if rule is not None and (not line.mark or rule.is_top) and line.shape is not Shape.ITEM:
        return True
    if line.shape is not Shape.UNKNOWN or (_NAME_LINE.match(line.plain) and _stands_under_names(before)):
        return False
    if line.mark or len(line.plain) > _LONGEST_HEADING or following is None:
        return False
    if SUMMARY_LABEL.match(line.plain) or (_SENTENCE_END.search(line.plain) and not line.plain.endswith("?")):
        return False
    if not re.match(r"[\"'(]?[A-Z0-9]", line.plain) or line.plain.endswith(",") or _IN_BRACKETS.fullmatch(line.plain):
        return False
    if before and before[-1].kind is not BlockKind.HEADING and _OPEN_END.search(unify_characters(before[-1].text)):
        return False
    if has_marks:
        return bool(following.mark) or not _SENTENCE_END.search(following.plain) or len(line.plain.split()) <= 12
    # On a page without marks, a short line behind an unfinished one is a point of a list that lost its marks.
    is_point = bool(before) and before[-1].kind is not BlockKind.HEADING and not _ends_sentence(before[-1])
    return not is_point and len(line.plain.split()) <= 12 and len(following.plain) > len(line.plain)


def _ends_sentence(block: Block) -> bool:
    return _SENTENCE_END.search(unify_characters(block.text).rstrip()) is not None


def _stands_under_names(before: list[Block]) -> bool:
    """True behind the heading of a report's key to names, whose lines ("Ms D - the complainant") head nothing."""
    return bool(before) and (
        _NAME_LINE.match(unify_characters(before[-1].text)) is not None or _role_named(before[-1]) is SectionRole.NAMES
    )


def _role_named(block: Block) -> SectionRole | None:
    rule = heading_rule(unify_characters(block.text)) if block.kind is BlockKind.HEADING else None
    return rule.role if rule else None


def _goes_on(line: Line, before: list[Block]) -> bool:
    """True for an unmarked line that continues the sentence of the block before it."""
    if line.mark or line.shape is not Shape.UNKNOWN:
        return False
    if not before or before[-1].kind is BlockKind.HEADING or SUMMARY_LABEL.match(line.plain):
        return False
    ending = unify_characters(before[-1].text)
    if _SENTENCE_END.search(ending):
        return False
    return bool(_OPEN_END.search(ending)) or line.plain[:1].islower()


def _without_contents(blocks: list[Block], dropped: list[Dropped]) -> list[Block]:
    """Leave out headings of a contents list: nothing stands under them and the same heading comes again later."""
    last_place = {unify_characters(block.text).casefold(): n for n, block in enumerate(blocks)}
    kept = []
    for n, block in enumerate(blocks):
        is_empty = n + 1 < len(blocks) and blocks[n + 1].kind is BlockKind.HEADING
        if block.kind is BlockKind.HEADING and is_empty and last_place[unify_characters(block.text).casefold()] > n:
            dropped.append(Dropped(block.place, block.text, "an entry of a contents list"))
        else:
            kept.append(block)
    return kept
