"""Lines that another site ran together → the paragraphs, points and headings that they were, where that is certain.

Some copies keep no list marks: the points of a list stand in one sentence between semicolons, several paragraphs in one
line, a heading before its first words. A line is cut only where its form leaves no doubt, and every piece is an exact
part of it; what is doubtful stays whole.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from assistant.text import split_sentences, unify_characters
from ingest.lines import Line, Shape
from ingest.vocabulary import heading_rule

_LAW = re.compile(r"\b(?:Act|Regulations?|Order|Rules|Code|guidance|Guidance|[Ss]ections?|[Ss]chedule|[Pp]aragraph)\b")
_REPEATED = re.compile(r"([A-Z][\w' ,-]{3,80}?) (?=\1\b)")
# Headings of the table that a paragraph's first word follows; one word alone would be too many sentences' beginning.
_BEFORE_TEXT = re.compile(
    r"(What happened|Background(?: information)?|(?:My |Our )?(?:analysis|findings|consideration)|Analysis|Findings"
    r"|(?:Relevant )?(?:[Ll]aw|[Ll]egislation)(?: and guidance| and policy)|Legal and administrative background"
    r"|Agreed actions?|Recommended actions?|Final decision|The complaint|What (?:I|we) (?:have )?(?:found|investigated)"
    r"|My assessment|The Ombudsm[ae]n'?s role and powers|How (?:I|we) considered this complaint) ?(?=[A-Z\"'])"
)
_LONGEST_POINT = 400
_SHORTEST_TEXT = 40


def separate(lines: Sequence[Line]) -> list[Line]:
    """Cut what was run together. A page that has any list mark of its own is left as it is."""
    if any(line.mark or line.shape is Shape.ITEM for line in lines):
        return list(lines)
    return [piece for line in lines for piece in _pieces(line)]


def _pieces(line: Line) -> Iterator[Line]:
    if line.shape is Shape.HEADING or len(line.plain) < _SHORTEST_TEXT or "\t" in line.text:
        yield line
        return
    rest = line
    heading = _heading_length(rest.plain)
    if heading:
        yield _part(rest, 0, heading, Shape.HEADING)
        rest = _part(rest, heading, len(rest.text), Shape.PARAGRAPH)
    cuts = [0, *_behind_law(rest.plain), len(rest.text)]
    for start, end in pairwise(cuts):
        piece = rest if len(cuts) == 2 else _part(rest, start, end, Shape.PARAGRAPH)
        yield from _points(piece)


def _part(line: Line, start: int, end: int, shape: Shape) -> Line:
    text = line.text[start:end].strip()
    return replace(line, text=text, plain=unify_characters(text), shape=shape)


def _heading_length(plain: str) -> int:
    """How long a heading is that stands before a paragraph's first words ("The appeal The appeal was …"); 0 if none."""
    match = _BEFORE_TEXT.match(plain) or _REPEATED.match(plain)
    if match is None or len(plain) < match.end() + _SHORTEST_TEXT:
        return 0
    is_known = heading_rule(match[1]) is not None
    return match.end() if is_known or len(match[1].split()) >= 2 else 0


def _behind_law(plain: str) -> list[int]:
    """The places behind a reference to the law in brackets, where the next paragraph begins with a capital."""
    cuts, depth, start = [], 0, 0
    for place, character in enumerate(plain):
        if character == "(":
            start = place if depth == 0 else start
            depth += 1
        elif character == ")" and depth:
            depth -= 1
            behind = plain[place + 1 : place + 3]
            if depth == 0 and re.match(r" [A-Z]", behind) and _LAW.search(plain[start : place + 1]):
                cuts.append(place + 1)
    return cuts


def _points(line: Line) -> Iterator[Line]:
    """The lead-in before the colon, each point between semicolons, and what follows the last point's sentence."""
    colon = line.plain.find(": ")
    ends = [match.end() for match in re.finditer(r";(?: and| or)?(?= )", line.plain[colon + 2 :])] if colon > 0 else []
    if len(ends) < 2:
        yield line
        return
    cuts = [colon + 2, *(colon + 2 + end for end in ends)]
    last = split_sentences(line.text[cuts[-1] :].strip())
    starts = [line.text[start:end].strip() for start, end in pairwise(cuts)]
    if any(len(point) > _LONGEST_POINT or len(split_sentences(point)) > 1 for point in starts) or not last:
        yield line
        return
    end = line.text.index(last[0], cuts[-1]) + len(last[0])
    yield _part(line, 0, colon + 1, Shape.PARAGRAPH)
    for start, stop in zip(cuts, (*cuts[1:], end), strict=True):
        yield _part(line, start, stop, Shape.ITEM)
    if line.text[end:].strip():
        yield _part(line, end, len(line.text), Shape.PARAGRAPH)
