"""The bytes of a PDF letter → its text: wrapped lines joined to paragraphs, rows of a table kept as rows.

A PDF knows glyphs and places only, and a sum or a quotation that a line's end cuts in two would not be found.
"""

from __future__ import annotations

import io
import re
import struct
import zlib
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pdfminer.high_level import extract_pages
from pdfminer.layout import LAParams, LTChar, LTComponent, LTContainer, LTPage, LTTextLine
from pdfminer.pdfdocument import PDFPasswordIncorrect, PDFTextExtractionNotAllowed
from pdfminer.pdfexceptions import PDFException
from pdfminer.psexceptions import PSException

from assistant.errors import InputError

_MOST_PAGES = 200
_MOST_CHARACTERS = 400_000  # twice what can be checked at once: what comes behind would be cut anyway
_LEAST_CHARACTERS = 20  # on a page with a text layer; a scan has none, or a stray stamp
_LARGEST_STREAM = 64_000_000  # bytes: of type, a page has a thousandth
_LOOKED_AT = 1_000_000  # bytes of each packed stream: what unpacks to much more than 64 times its size tells it here
_STREAM = re.compile(rb"stream\r?\n")
_EDGE = 0.08  # share of the page's height in which page numbers and running lines stand
_WIDE_GAP = 1.6  # of the size of type: between cells, and between no two words
_SAME_COLUMN = 8.0  # points
_PAGE_NUMBER = re.compile(r"(?:page )?\d{1,3}(?: ?(?:of|/) ?\d{1,3})?", re.IGNORECASE)
_ITEM_MARK = r"(?:[\u2022\u25cf\u25aa\u25e6\uf0b7\u2013-]|\(?(?:\d{1,3}|[a-z]|[ivx]{1,4})[.)])"
_ITEM = re.compile(rf"{_ITEM_MARK}\s+\S")
_MARK_ALONE = re.compile(rf"(?:{_ITEM_MARK}|\d{{1,3}})")
_ENDS_SENTENCE = re.compile(r"[.!?:;][\"'\u201d\u2019)\]]*$")
_DAMAGE = (
    *(PDFException, PSException, ValueError, LookupError, TypeError, AttributeError, ArithmeticError, AssertionError),
    *(RuntimeError, EOFError, OSError, struct.error, zlib.error),
)


@dataclass(frozen=True)
class _Piece:
    """Words that stand together on a line, with their edges in points from the page's top left."""

    text: str
    left: float
    right: float


@dataclass(frozen=True)
class _Row:
    """A line of type: its pieces from left to right, its page, its edges, the size of its type."""

    pieces: tuple[_Piece, ...]
    page: int
    top: float
    bottom: float
    size: float
    page_height: float

    @property
    def text(self) -> str:
        return " ".join(piece.text for piece in self.pieces)

    @property
    def is_at_edge(self) -> bool:
        return self.bottom < _EDGE * self.page_height or self.top > (1 - _EDGE) * self.page_height


def read_pdf(data: bytes, name: str) -> str:
    """The text of a PDF. Raises InputError for one that is broken, locked, far too long, or only pictures."""
    _refuse_bombs(data, name)
    try:
        rows = list(_rows_of(data, name))
    except (PDFPasswordIncorrect, PDFTextExtractionNotAllowed) as error:
        raise InputError(f"{name} is a PDF locked with a password. Save it without one, or paste its text.") from error
    except _DAMAGE as error:
        raise InputError(
            f"{name} is a damaged PDF ({type(error).__name__}). Make it anew from the letter, or paste its text."
        ) from error
    pages = max((row.page for row in rows), default=1)
    if sum(len(row.text) for row in rows) < _LEAST_CHARACTERS * min(pages, 3):
        raise InputError(
            f"{name} holds pictures of pages and no text, as a scanner makes them. Choose the letter as it was "
            "written (.docx), run the scan through text recognition (OCR), or paste the text."
        )
    return "\n".join(_join(_without_running_lines(rows))).strip("\n")


def _refuse_bombs(data: bytes, name: str) -> None:
    """A stream of a few thousand bytes can unpack to gigabytes; pdfminer would unpack it whole."""
    for match in _STREAM.finditer(data):
        unpacking = zlib.decompressobj()
        try:
            unpacked = unpacking.decompress(data[match.end() : match.end() + _LOOKED_AT], _LARGEST_STREAM)
        except zlib.error:
            continue  # packed otherwise, as photographs are
        if len(unpacked) >= _LARGEST_STREAM:
            raise InputError(
                f"{name} unpacks to far more than a letter holds and was not opened. Choose another, or paste its text."
            )


# --------------------------------------------------------------------------- rows of type


def _rows_of(data: bytes, name: str) -> Iterator[_Row]:
    length = 0
    for number, page in enumerate(extract_pages(io.BytesIO(data), laparams=LAParams(boxes_flow=None)), start=1):
        if number > _MOST_PAGES or length > _MOST_CHARACTERS:
            raise InputError(f"{name} is longer than can be checked at once. Cut it in two, or paste a part of it.")
        lines = sorted(_lines_in(page), key=lambda line: (-round(line.y1), line.x0))
        for row in _side_by_side(lines, number, page.height):
            length += len(row.text)
            yield row


def _lines_in(page: LTPage) -> Iterator[LTTextLine]:
    """Every line of type; figures and boxes nest, with a stack instead of recursion."""
    waiting: list[LTComponent] = list(page)
    while waiting:
        item = waiting.pop(0)
        if isinstance(item, LTTextLine):
            if item.get_text().strip():
                yield item
        elif isinstance(item, LTContainer):
            waiting[:0] = list(item)


def _side_by_side(lines: Sequence[LTTextLine], page: int, height: float) -> Iterator[_Row]:
    """From top to bottom; what overlaps by half its height stands on one row."""
    gathered: list[LTTextLine] = []
    for line in lines:
        if gathered and not _overlap(gathered[0], line):
            yield _row_of(gathered, page, height)
            gathered = []
        gathered.append(line)
    if gathered:
        yield _row_of(gathered, page, height)


def _overlap(one: LTTextLine, other: LTTextLine) -> bool:
    shared = min(one.y1, other.y1) - max(one.y0, other.y0)
    return shared > 0.5 * max(1.0, min(one.y1 - one.y0, other.y1 - other.y0))


def _row_of(lines: Sequence[LTTextLine], page: int, height: float) -> _Row:
    sizes = Counter(round(item.size, 1) for line in lines for item in line if isinstance(item, LTChar))
    size = sizes.most_common(1)[0][0] if sizes else 10.0
    pieces: list[_Piece] = []
    for line in sorted(lines, key=lambda line: line.x0):
        text = " ".join(line.get_text().replace("\u00ad", "").split())
        if pieces and (line.x0 - pieces[-1].right < _WIDE_GAP * size or _MARK_ALONE.fullmatch(pieces[-1].text)):
            last = pieces.pop()
            pieces.append(_Piece(f"{last.text} {text}", last.left, line.x1))
        else:
            pieces.append(_Piece(text, line.x0, line.x1))
    top, bottom = height - max(line.y1 for line in lines), height - min(line.y0 for line in lines)
    return _Row(tuple(pieces), page, top, bottom, size, height)


def _without_running_lines(rows: Sequence[_Row]) -> list[_Row]:
    """Leave out page numbers, and what stands at the edge of page after page: they would cut paragraphs in two."""
    pages = max((row.page for row in rows), default=0)
    shapes = Counter(_shape_of(row) for row in rows if row.is_at_edge)
    return [
        row
        for row in rows
        if not row.is_at_edge
        or not (
            (pages > 1 and shapes[_shape_of(row)] >= max(2, pages // 2)) or _PAGE_NUMBER.fullmatch(row.text.strip())
        )
    ]


def _shape_of(row: _Row) -> str:
    return re.sub(r"\d+", "0", row.text)


# --------------------------------------------------------------------------- paragraphs and tables


def _join(rows: Sequence[_Row]) -> Iterator[str]:
    """A line for each paragraph and each row of a table, an empty one between what stands apart."""
    edges = sorted(row.pieces[-1].right for row in rows)
    margin = edges[len(edges) * 9 // 10] if edges else 0.0
    at = 0
    while at < len(rows):
        end = _end_of_table(rows, at)
        if end > at + 1:
            yield from _table(rows[at:end])
            yield ""
            at = end
            continue
        end = at + 1
        while (
            end < len(rows)
            and not _begins_anew(rows[at], rows[end - 1], rows[end], margin)
            and _end_of_table(rows, end) <= end + 1
        ):
            end += 1
        yield _joined([row.text for row in rows[at:end]])
        if end < len(rows) and not _is_close(rows[end - 1], rows[end]):
            yield ""
        at = end


def _joined(lines: Sequence[str]) -> str:
    """Lines as one; a word or a sum that the line's end cut after its hyphen or its pound sign is whole again."""
    text = ""
    for line in lines:
        is_cut = text.endswith("£") or (re.search(r"[a-z]-$", text) is not None and line[:1].islower())
        text += line if is_cut or not text else f" {line}"
    return text


def _begins_anew(first: _Row, last: _Row, row: _Row, margin: float) -> bool:
    """True where a row begins a paragraph; ``first`` and ``last`` are the ends of the one before it."""
    text, ends_sentence = row.text, _ENDS_SENTENCE.search(last.text) is not None
    is_full = last.pieces[-1].right > margin - 60
    if _ITEM.match(text) or abs(row.size - last.size) > 0.8:
        return True
    if row.page != last.page:
        return bool(re.match(r"[\"'\u201c\u2018(]?[A-Z]", text)) and (ends_sentence or not is_full)
    if not _is_close(last, row) or row.pieces[0].left < first.pieces[0].left - 3 * row.size:
        return True
    return not is_full and (ends_sentence or not text[:1].islower())


def _is_close(last: _Row, row: _Row) -> bool:
    """No more than the space between the lines of a paragraph."""
    return row.page == last.page and row.top - last.bottom <= 0.75 * max(last.bottom - last.top, 1.0)


def _end_of_table(rows: Sequence[_Row], start: int) -> int:
    """Where the table that begins here ends; ``start + 1`` where none does. Two rows with common columns are one."""
    first = rows[start]
    if len(first.pieces) < 2:
        return start + 1
    end = start + 1
    while end < len(rows) and rows[end].page == first.page:
        if not (_shares_columns(rows[end], first) or _goes_on(rows[start:end], rows[end])):
            break
        end += 1
    whole = [row for row in rows[start:end] if _shares_columns(row, first)]
    return end if len(whole) > 1 else start + 1


def _columns_of(row: _Row, lefts: Sequence[float]) -> list[int]:
    """The column of each piece by its left edge; none where a piece stands in no column."""
    columns = [
        next((n for n, left in enumerate(lefts) if abs(piece.left - left) < _SAME_COLUMN), -1) for piece in row.pieces
    ]
    return [] if -1 in columns else columns


def _shares_columns(row: _Row, first: _Row) -> bool:
    columns = _columns_of(row, [piece.left for piece in first.pieces])
    return len(columns) > 1 and columns[0] == 0


def _goes_on(rows: Sequence[_Row], row: _Row) -> bool:
    """True for the second line of a cell: close below, and within the columns."""
    if len(row.pieces) >= len(rows[0].pieces) or not _is_close(rows[-1], row):
        return False
    lefts = [piece.left for piece in rows[0].pieces]
    columns = _columns_of(row, lefts)
    return bool(columns) and all(
        column + 1 >= len(lefts) or piece.right < lefts[column + 1]
        for column, piece in zip(columns, row.pieces, strict=True)
    )


def _table(rows: Sequence[_Row]) -> Iterator[str]:
    lefts = [piece.left for piece in rows[0].pieces]
    cells: list[list[str]] = []
    for row in rows:
        columns = _columns_of(row, lefts)
        if not cells or _shares_columns(row, rows[0]):
            cells.append([""] * len(lefts))
        for column, piece in zip(columns, row.pieces, strict=True):
            cells[-1][column] = f"{cells[-1][column]} {piece.text}".strip()
    for row_cells in cells:
        yield f"| {' | '.join(row_cells)} |"
