"""The bytes of a PDF → its lines: wrapped lines joined to paragraphs, headings by their type, running lines dropped.

A PDF knows glyphs and places only. pdfminer.six gives each line of type with its place and font; a paragraph is what
follows without a gap, a heading is set larger or bolder than the text, and what stands at the same edge of page after
page is the print's own.
"""

from __future__ import annotations

import io
import re
import struct
import zlib
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from pdfminer.high_level import extract_pages
from pdfminer.layout import (
    LAParams,
    LTAnno,
    LTChar,
    LTComponent,
    LTContainer,
    LTCurve,
    LTFigure,
    LTImage,
    LTPage,
    LTText,
    LTTextLine,
)
from pdfminer.pdfdocument import PDFPasswordIncorrect
from pdfminer.pdfexceptions import PDFException
from pdfminer.psexceptions import PSException

from assistant.errors import InputError
from assistant.text import unify_characters
from ingest.forms.blocks import Dropped
from ingest.forms.headings import heading_rule
from ingest.forms.hidden import HiddenText
from ingest.forms.lines import Line, Shape, read_line


@dataclass(frozen=True)
class PdfText:
    """The lines of a document in reading order, and the running headers, footers and contents that were left out.

    ``hidden`` is type that is set and cannot be seen: white on white, too small to read, off the page.
    """

    lines: tuple[Line, ...]
    dropped: tuple[Dropped, ...] = ()
    hidden: tuple[HiddenText, ...] = ()


@dataclass(frozen=True)
class _Row:
    """A line of type: its words, page (from 1), edges in points from the page's top left, size of type, boldness."""

    text: str
    page: int
    left: float
    right: float
    top: float
    bottom: float
    size: float
    is_bold: bool
    page_height: float


# A decision of a hundred pages is long; a PDF of thousands is something else and would be read for minutes.
_MOST_PAGES = 1000
# Least number of characters a page that a text layer has; a scan has none, or a stray stamp.
_SHORTEST_TEXT = 200
_EDGE = 0.09  # share of the page's height in which running lines stand
_NUMBER = re.compile(r"\d+")
_DOTTED = re.compile(r"(?:\.\s?){4,}\s*\d{0,3}$|\u2026{2,}\s*\d{0,3}$")
_MARK_ALONE = re.compile(r"\s*(?:\d{1,3}[.)]|\(?[a-z]\)|[\u2022\u00b7\u25cf\u25aa\u25e6\uf0b7-])\s*")


# A damaged file makes pdfminer raise whatever its parsing stumbles over.
_DAMAGE = (
    *(PDFException, PSException, ValueError, LookupError, TypeError, AttributeError, ArithmeticError, AssertionError),
    *(RuntimeError, EOFError, OSError, struct.error, zlib.error),
)


def read_pdf(data: bytes, name: str) -> PdfText:
    """Read a PDF that holds text. Raises InputError for one that is broken, locked, endless, or only pictures."""
    hidden: list[HiddenText] = []
    try:
        rows = list(_rows_of(data, name, hidden))
    except PDFPasswordIncorrect as error:
        raise InputError(f"{name} is a PDF locked with a password; unlock it and try again.") from error
    except _DAMAGE as error:
        raise InputError(f"{name} is a damaged PDF, or was cut off; get it anew. Nothing was stored.") from error
    pages = max((row.page for row in rows), default=1)
    if sum(len(row.text) for row in rows) < _SHORTEST_TEXT * min(pages, 3):
        raise InputError(
            f"{name} is a scanned PDF without text: pictures of pages. Run it through text recognition (OCR), or "
            "get the page itself. Nothing was stored."
        )
    kept, dropped = _without_running_lines(rows)
    return PdfText(tuple(_join(kept)), tuple(dropped), tuple(hidden))


# --------------------------------------------------------------------------- lines of type


def _rows_of(data: bytes, name: str, hidden: list[HiddenText]) -> Iterator[_Row]:
    for number, page in enumerate(extract_pages(io.BytesIO(data), laparams=LAParams(boxes_flow=None)), start=1):
        if number > _MOST_PAGES:
            raise InputError(f"{name} has more than {_MOST_PAGES} pages; split it and try again. Nothing was stored.")
        grounds = _grounds_of(page)
        found = [_row_of(_seen(line, page, grounds, hidden), number, page.height, line) for line in _lines_in(page)]
        yield from _side_by_side([row for row in found if row.text.strip()])


def _lines_in(container: LTContainer[LTComponent]) -> Iterator[LTTextLine]:
    """Every line of type below; figures and tables nest, with a stack instead of recursion."""
    waiting = list(container)
    while waiting:
        item = waiting.pop(0)
        if isinstance(item, LTTextLine):
            yield item
        elif isinstance(item, LTContainer):
            waiting[:0] = list(item)


_Box = tuple[float, float, float, float]
# Type smaller than this, in points, cannot be read.
_SMALLEST = 2.0
_LIGHTEST = 0.94


def _grounds_of(page: LTPage) -> list[_Box]:
    """Coloured areas and pictures: white type upon them is the print's own design."""
    grounds: list[_Box] = []
    waiting: list[LTComponent] = list(page)
    while waiting:
        item = waiting.pop()
        if isinstance(item, LTImage) or (
            isinstance(item, LTCurve) and item.fill and not _is_light(item.non_stroking_color)
        ):
            grounds.append(item.bbox)
        elif isinstance(item, LTFigure):
            waiting += list(item)
    return grounds


def _is_light(colour: object) -> bool:
    """White or nearly, in grey, RGB or CMYK; a pattern or a colour that is not told is not."""
    parts = colour if isinstance(colour, tuple | list) else (colour,)
    if not all(isinstance(part, int | float) for part in parts):
        return False
    if len(parts) == 4:
        return all(part <= 1 - _LIGHTEST for part in parts)
    return len(parts) in (1, 3) and all(part >= _LIGHTEST for part in parts)


def _seen(line: LTTextLine, page: LTPage, grounds: Sequence[_Box], hidden: list[HiddenText]) -> list[LTChar | LTAnno]:
    """The pieces of a line that can be seen; what cannot is noted with its reason."""
    reasons = [(item, _why_unseen(item, page, grounds)) for item in line]
    unseen = "".join(item.get_text() for item, reason in reasons if reason and isinstance(item, LTChar))
    if not unseen.strip():
        return list(line)
    reason = next(reason for _, reason in reasons if reason)
    words = line.get_text() if all(why for item, why in reasons if isinstance(item, LTChar)) else unseen
    hidden.append(HiddenText(page.pageid, " ".join(words.split()), f"{reason}, on page {page.pageid}", is_in_text=True))
    return [item for item, why in reasons if not why]


def _why_unseen(item: LTChar | LTAnno, page: LTPage, grounds: Sequence[_Box]) -> str:
    if not isinstance(item, LTChar) or not item.get_text().strip():
        return ""
    if item.size < _SMALLEST:
        return "in letters too small to read"
    middle = ((item.x0 + item.x1) / 2, (item.y0 + item.y1) / 2)
    if not _holds(page.bbox, middle):
        return "placed off the page"
    if _is_light(item.graphicstate.ncolor) and not any(_holds(ground, middle) for ground in grounds):
        return "white on white"
    return ""


def _holds(box: _Box, point: tuple[float, float]) -> bool:
    return box[0] <= point[0] <= box[2] and box[1] <= point[1] <= box[3]


def _row_of(items: Sequence[LTChar | LTAnno], page: int, height: float, line: LTTextLine) -> _Row:
    characters = [item for item in items if isinstance(item, LTChar) and item.get_text().strip()]
    text = "".join(item.get_text() for item in items if isinstance(item, LTText)) if characters else ""
    sizes = Counter(round(item.size, 1) for item in characters)
    bold = sum(bool(re.search(r"bold|black|heavy|semibold", item.fontname, re.I)) for item in characters)
    return _Row(
        text=text.replace("\u00ad", "").strip("\n"),
        page=page,
        left=line.x0,
        right=line.x1,
        top=height - line.y1,
        bottom=height - line.y0,
        size=sizes.most_common(1)[0][0] if sizes else 0.0,
        is_bold=bool(characters) and 2 * bold > len(characters),
        page_height=height,
    )


def _side_by_side(rows: Sequence[_Row]) -> Iterator[_Row]:
    """From top to bottom; pieces on one line (a number and its paragraph, a label and its value) are one row."""
    current: _Row | None = None
    for row in sorted(rows, key=lambda row: (round(row.top), row.left)):
        if current is not None and _overlap(current, row) > 0.5 * min(_height(current), _height(row)):
            left, right = sorted((current, row), key=lambda piece: piece.left)
            longer = max(current, row, key=lambda piece: len(piece.text))
            current = replace(
                longer,
                text=f"{left.text.rstrip()} {right.text.lstrip()}",
                left=left.left,
                right=max(left.right, right.right),
                top=min(left.top, right.top),
                bottom=max(left.bottom, right.bottom),
            )
            continue
        if current is not None:
            yield current
        current = row
    if current is not None:
        yield current


def _height(row: _Row) -> float:
    return max(row.bottom - row.top, 1.0)


def _overlap(one: _Row, other: _Row) -> float:
    return min(one.bottom, other.bottom) - max(one.top, other.top)


# --------------------------------------------------------------------------- what the print adds


def _without_running_lines(rows: Sequence[_Row]) -> tuple[list[_Row], list[Dropped]]:
    """Leave out what stands at the edge of page after page, page numbers, and the contents with their dots."""
    pages = max((row.page for row in rows), default=0)
    edges = Counter(_shape_of(row) for row in rows if _is_at_edge(row))
    kept, dropped = [], []
    for n, row in enumerate(rows, start=1):
        plain = unify_characters(row.text).strip()
        is_running = pages > 1 and _is_at_edge(row) and edges[_shape_of(row)] >= min(pages, max(2, pages // 3))
        if is_running or (_is_at_edge(row) and re.fullmatch(r"(?:page )?\d{1,3}(?: ?(?:of|/) ?\d{1,3})?", plain, re.I)):
            dropped.append(Dropped(n, row.text.strip(), "a running header or footer, or a page number"))
        elif _DOTTED.search(plain):
            dropped.append(Dropped(n, row.text.strip(), "an entry of a contents list"))
        else:
            kept.append(row)
    return kept, dropped


def _is_at_edge(row: _Row) -> bool:
    return row.bottom < _EDGE * row.page_height or row.top > (1 - _EDGE) * row.page_height


def _shape_of(row: _Row) -> str:
    return _NUMBER.sub("0", unify_characters(row.text).strip())


# --------------------------------------------------------------------------- paragraphs


def _join(rows: Sequence[_Row]) -> Iterator[Line]:
    """Rows that belong together as one line each: a paragraph, an item, a heading."""
    size = _body_size(rows)
    margin = _right_margin(rows)
    gathered: list[_Row] = []
    place = 0
    for row in rows:
        if gathered and _begins_anew(gathered, row, size=size, margin=margin):
            place += 1
            yield from _line_of(gathered, place, size)
            gathered = []
        gathered.append(row)
    if gathered:
        yield from _line_of(gathered, place + 1, size)


def _body_size(rows: Sequence[_Row]) -> float:
    """The size that most characters are set in."""
    weights: Counter[float] = Counter()
    for row in rows:
        weights[row.size] += len(row.text)
    return weights.most_common(1)[0][0] if weights else 0.0


def _right_margin(rows: Sequence[_Row]) -> float:
    """Where full lines end: the ninth tenth of all right edges."""
    edges = sorted(row.right for row in rows)
    return edges[len(edges) * 9 // 10] if edges else 0.0


def _begins_anew(gathered: Sequence[_Row], row: _Row, *, size: float, margin: float) -> bool:
    last = gathered[-1]
    if _is_heading_type(last, size) != _is_heading_type(row, size):
        return True
    plain = unify_characters(row.text)
    if _read_mark(plain) or heading_rule(plain.strip()) is not None:
        return True
    if _MARK_ALONE.fullmatch(unify_characters(last.text)):
        return False
    ending = unify_characters(last.text).rstrip()
    is_full = last.right > margin - 60
    ends_sentence = bool(re.search(r"[.!?:;][\"')\]]*$", ending))
    if row.page != last.page:
        # A short line that ends no sentence before a capital is a title or a date, and its page's last.
        return bool(re.match(r"\s*[A-Z\"']", plain)) and (ends_sentence or not is_full)
    gap = row.top - last.bottom
    if gap > 0.75 * _height(last):
        return True
    if _is_heading_type(row, size):
        return abs(row.size - last.size) > 0.5
    return not is_full and (ends_sentence or not plain.lstrip()[:1].islower())


def _is_heading_type(row: _Row, size: float) -> bool:
    return row.size > 1.08 * size or (row.is_bold and len(row.text) <= 200)


def _read_mark(plain: str) -> bool:
    """True for a line that begins with a list mark."""
    line = read_line(plain, 1)
    return line is not None and bool(line.mark)


def _line_of(rows: Sequence[_Row], place: int, size: float) -> Iterator[Line]:
    text = _SPACES.sub(" ", " ".join(row.text.strip() for row in rows)).strip()
    is_heading = _is_heading_type(rows[0], size)
    sentence = re.search(r"[.;,]$", text) is not None
    shape = Shape.HEADING if is_heading and not sentence and len(text) <= 300 else Shape.UNKNOWN
    line = read_line(text, place, shape=shape)
    if line is not None and line.shape is Shape.UNKNOWN and not line.mark and (sentence or len(text) > 120):
        line = replace(line, shape=Shape.PARAGRAPH)
    if line is not None:
        yield line


_SPACES = re.compile(r"[ \t\n\u00a0]+")
