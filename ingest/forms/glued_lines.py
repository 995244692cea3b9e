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
from ingest.forms.headings import heading_rule
from ingest.forms.lines import Line, Shape

_LAW = re.compile(r"\b(?:Act|Regulations?|Order|Rules|Code|guidance|Guidance|[Ss]ections?|[Ss]chedule|[Pp]aragraph)\b")
_REPEATED = re.compile(r"([A-Z][\w' ,-]{3,80}?) (?=\1\b)")
# Headings of the table that a paragraph's first word follows; one word alone would be too many sentences' beginning.
_BEFORE_TEXT = re.compile(
    r"(What happened|Background(?: information)?|(?:My |Our )?(?:analysis|findings|consideration)|Analysis|Findings"
    r"|(?:Relevant )?(?:[Ll]aw|[Ll]egislation)(?: and guidance| and policy)|Legal and administrative background"
    r"|Agreed actions?|Recommended actions?|Final decision|The complaint|What (?:I|we) (?:have )?(?:found|investigated)"
    r"|My assessment|The Ombudsm[ae]n'?s role and powers|How (?:I|we) considered this complaint) ?(?=[A-Z\"'])"
)
# A heading in words of the page's own: up to ten, none of them a verb, before the words that begin a sentence.
_OWN_HEADING = re.compile(
    r"(?P<heading>(?!(?:However|But|And|So|If|As|In|On|At|By|For|From|To|After|Before|During|Since|Until|When"
    r"|While|Where"
    r"|What|Who|Why|How|Which|That|This|These|Those|There|Then|Although|Though|Because|Unless|Once|Overall|Therefore"
    r"|Also|Both|It|He|She|They|We|I|You|Mr|Mrs|Ms|Miss|Mx|Dr|Nor|Not|No|With|Without|Given|Despite|Under|Between"
    r"|Instead|Later|Next|Finally|First|Second|Third|Like|Only|Even|Another|Each|Any|All|Some|My|Our|Its|Her|His"
    r"|Their|Summary)\b)[A-Z][\w'/()-]*(?: (?!(?:is|are|was|were|be|been|has|have|had|do|does|did|can|could|will|would"
    r"|shall|should|may|might|must|said|says|told|took|made|gave|sent|asked|wrote)\b)[\w'/()-]+){0,9}?)"
    r"(?<! to)(?<! of)(?<! by)(?<! in)(?<! on)(?<! at)(?<! or)(?<! and)(?<! for)(?<! the)(?<! with)(?<! from)"
    r"(?<! about) "
    r"(?P<begins>The (?:Council|Trust|Care Provider|Provider|Home|Board|ICB|CCG|Authority|panel|officer|school)\b"
    r"|(?:Mr|Mrs|Ms|Miss|Mx|Dr)\.? (?:and (?:Mr|Mrs|Ms|Miss|Mx|Dr)\.? )?[A-Z]\b(?!')|(?:I|We) (?:have|am|are|find|found"
    r"|do|did|cannot|consider|understand|recognise|note|agree|accept|would)\b|(?:On|In|By) (?:\d{1,2} )?(?:January"
    r"|February|March|April|May|June|July|August|September|October|November|December|\d{4})\b"
    r"|[A-Z] (?:should|was|had|did|has|is|went|received|missed)\b|There (?:was|were|is)\b|It (?:was|took|is)\b)"
)
# A title, a preposition or an article cannot end a heading: "Letters to Mr X", "The report of the Council".
_CANNOT_END = re.compile(
    r"\b(?:the|an?|of|to|for|in|on|at|by|with|from|and|or|as|that|which|who|where|when|if|between|about|after|before"
    r"|Mr|Mrs|Ms|Miss|Mx|Dr|[Mm]anager|[Oo]fficer|[Cc]ouncillor|[Ww]orker|[Aa]ssessor|[Pp]rovider|[Cc]omplainant)$"
)
_LONGEST_POINT = 400
_SHORTEST_TEXT = 40


def separate(lines: Sequence[Line]) -> list[Line]:
    """Cut what was run together. A page that has any list mark of its own is left as it is."""
    if any(line.mark or line.shape is Shape.ITEM for line in lines):
        return list(lines)
    # "Personal budget The Council …" leaves no doubt; what may be a relative clause is cut only on a page that has one.
    has_own = any(_own_heading_length(line.plain, is_certain=True) for line in lines)
    return [piece for line in lines for piece in _pieces(line, has_own=has_own)]


def _pieces(line: Line, *, has_own: bool) -> Iterator[Line]:
    if line.shape is Shape.HEADING or len(line.plain) < _SHORTEST_TEXT or "\t" in line.text:
        yield line
        return
    rest = line
    heading = _heading_length(rest.plain) or (_own_heading_length(rest.plain) if has_own else 0)
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


def _own_heading_length(plain: str, *, is_certain: bool = False) -> int:
    """How long a heading is that no table knows ("Personal budget The Council refused …"); 0 if there is none."""
    match = _OWN_HEADING.match(plain)
    if match is None or _CANNOT_END.search(match["heading"]) or len(plain) < match.end() + _SHORTEST_TEXT:
        return 0
    is_article = match["begins"].startswith("The ") and len(match["heading"].split()) >= 2
    is_open = re.match(r"(?:The|An?) ", match["heading"]) is not None
    is_doubtful = is_certain or is_open or len(match["heading"].split()) < 2
    return 0 if is_doubtful and not is_article else match.end("heading")


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
