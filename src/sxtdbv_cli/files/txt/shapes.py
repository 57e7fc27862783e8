"""Tables with a cell on each line and bars between, as texts of legal sites come: where the rows begin is worked out.

A bar ends every cell; in one variety another stands before each row. The rows are found by the number of columns with
which every column holds figures only, or words only; more than one such number is refused.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from operator import and_
from typing import NamedTuple

from sxtdbv_cli.files.txt.tokens import Piece
from sxtdbv_cli.model.units import plain

MOST_COLUMNS = 60
MOST_HEADER_ROWS = 5
LEAST_ROWS = 2
LONGEST_LAST_CELL = 40
_FIRST_HEADING = re.compile(r"(so )?(stt|tt)\.?|so thu tu").fullmatch
_CODE_HEADING = re.compile(
    r"ma( so)?( (chi tieu|chuong|muc|noi dung|nd|nhiem vu|du an))?|chuong|muc|tieu muc"
).fullmatch
_TITLE_HEADING = re.compile(
    r"noi dung.*|hang muc.*|danh muc.*|chi tieu.*|dia phuong|don vi|ten .*|cac khoan.*|chuong trinh.*|du an.*|"
    r"nhiem vu.*|linh vuc|khoan (muc|chi|thu).*|dien giai|category|items?|description|"
    r"line item|activity"
).fullmatch
_FIGURE = re.compile(r"[-(+]?\d{1,3}((\.\d{3})+(,\d+)?|(,\d{3})+(\.\d+)?)\)?|-?\d+,\d+").fullmatch
_WORDS = re.compile(r"[^\W\d_]{2}").search
_QUANTITY = re.compile(r"~?[\d.,]+ ?\(?[^\W\d_]+(?:[/ ][^\W\d_]+)?\)?").fullmatch
"""``15 chiếc``, ``77.444 kg``, ``3 (đợt/năm)``: stands in columns of figures and in those of words."""
_LABEL = re.compile(r"\(?(?:[A-ZĐa-zđ]|\d{1,2})\)?(?:\s*=.*)?").fullmatch
"""What a row that numbers the columns holds: A, (1), 4=3/2."""
_CODE = re.compile(r"\S{0,10}|\d{1,3}(?:[. ]{1,2}\d{1,3}){1,4}").fullmatch
NUMBER = r"(?:(?:(?:Phần|Chương|Mục) )?[IVXLC]{1,6}|Mục \d{1,2}|[A-ZĐa-zđ]|\d{1,3}|\d{1,2}(?:\.\d{1,2})+|[-+*•])[.)]?"
_NUMBER = re.compile(NUMBER).fullmatch
"""The number of a line: IV, a), 12, 3.2, Mục 1, or a mark."""
_TOTAL = re.compile(r"(tong( cong| so)?|cong|total)( \(.*\))?:?").fullmatch
_COUNT = re.compile(r"\d{1,3}").fullmatch
_HEADING = re.compile(r".*[^\W\d_]{2}.*|(19|20)\d\d|%").fullmatch


class Shape(NamedTuple):
    """How the pieces of a table are cut into rows: ``first`` piece of the first row of ``width`` pieces, of which
    ``lead`` (0 or 1) stand before its first cell; what stands before ``first`` is the rest of the header."""

    first: int
    width: int
    lead: int

    @property
    def columns(self) -> int:
        """How many columns the table has."""
        return self.width - self.lead


def starts(pieces: Sequence[Piece]) -> list[int]:
    """Where tables begin: the pieces that end in the words of a first heading, ``STT`` or ``Số TT``; where none does,
    another of codes (``Mã số``) that titles follow; else the first of titles behind a bar, and those that repeat it."""
    coded = [number for number, piece in enumerate(pieces[:-1]) if _heading_lines(piece, _FIRST_HEADING)]
    coded = coded or [*_before_titles(pieces)]
    if coded:
        return coded
    first = next((piece.text for piece in pieces[1:-1] if _TITLE_HEADING(plain(piece.text))), None)
    return [number for number, piece in enumerate(pieces[:-1]) if number and piece.text == first]


def _before_titles(pieces: Sequence[Piece]) -> Iterator[int]:
    """The pieces that head codes where a heading of titles follows, or one of more codes and then of titles."""
    first: int | None = None
    for number, piece in enumerate(pieces[:-1]):
        if _heading_lines(piece, _CODE_HEADING):
            first = number if first is None else first
            continue
        if first is not None and _TITLE_HEADING(plain(piece.text)):
            yield first
        first = None


def heading_lines(piece: Piece) -> int:
    """How many of the last lines of a piece are the heading of the codes of a table; 0 for none."""
    return _heading_lines(piece, _FIRST_HEADING) or _heading_lines(piece, _CODE_HEADING)


def _heading_lines(piece: Piece, is_one: Callable[[str], object]) -> int:
    for lines in (1, 2):
        if is_one(plain(" ".join(part.text.strip("*_ ") for part in piece.parts[-lines:]))):
            return lines
    return 0


def heads_a_table(text: str) -> bool:
    """Whether a cell is the first heading of a table: that of codes or of titles."""
    return bool(_FIRST_HEADING(plain(text)) or _TITLE_HEADING(plain(text)))


def shapes(pieces: Sequence[Piece], lead: int) -> list[Shape]:
    """Every way to cut a table into rows, from its first heading on, in which all rows agree; multiples are left out.

    Args:
        pieces: those of the table, the last one not ended by a bar.
        lead: 1 if a bar stands before each row.
    """
    coded = bool(heading_lines(pieces[0]))
    if not coded and not lead:
        return []
    found = [*([] if lead else _plain_shapes(pieces)), *_headed_shapes(pieces, lead, coded=coded)]
    least: list[Shape] = []
    for shape in sorted(found, key=lambda shape: (shape.width, shape.first)):
        if not any(shape.width % other.width == 0 for other in least):
            least.append(shape)
    return least


def _plain_shapes(pieces: Sequence[Piece]) -> Iterator[Shape]:
    """Rows from the very first heading: nothing in the header is merged. The last row may be short, where the text
    breaks off; what follows a table is longer than a cell."""
    for width in range(2, min(MOST_COLUMNS, len(pieces) // LEAST_ROWS) + 1):
        shape = Shape(0, width, 0)
        rows = rows_of(cells_of(pieces, shape), shape)
        short = not is_cell(pieces, shape) or len(pieces[-1].text) <= LONGEST_LAST_CELL
        if short and all(_HEADING(piece.text) for piece in rows[0]) and _agree(rows, heads=1):
            yield shape


def _headed_shapes(pieces: Sequence[Piece], lead: int, *, coded: bool) -> Iterator[Shape]:
    """Rows counted from the end, up to a header that may have merged cells, and holds no figures."""
    end = len(pieces) - 1
    for width in range(3, min(MOST_COLUMNS, end // LEAST_ROWS) + 1):
        first = _top(pieces[:end], width, lead)
        headings = all(_HEADING(piece.text) or (lead and piece.blank) for piece in pieces[:first])
        if not 0 < first <= width * MOST_HEADER_ROWS or not headings:
            continue
        shape = Shape(first, width, lead)
        rows = rows_of(pieces[:end], shape)
        agree = _agree(rows, heads=0, counts=bool(lead)) if coded else _agree_on(0, rows, heads=0, counts=True)
        if agree and (lead or _coded(rows)):
            yield shape


def _top(pieces: Sequence[Piece], width: int, lead: int) -> int:
    """Up to which piece rows of a width can be counted from the end, no column having both figures and words."""
    figures, words = [False] * width, [False] * width
    first = len(pieces)
    while first - width >= 0 and _is_row(row := pieces[first - width : first], lead):
        for column, piece in enumerate(row):
            figures[column] |= bool(_FIGURE(piece.text))
            words[column] |= holds_words(piece.text)
        if any(map(and_, figures, words)):
            break
        first -= width
    return first


def _is_row(row: Sequence[Piece], lead: int) -> bool:
    """Whether pieces can be a row: it has words in its first columns, or numbers the columns."""
    cells = [piece.text for piece in row[lead:]]
    return (not lead or row[0].blank) and (any(map(_WORDS, cells[:2])) or all(map(_LABEL, cells)))


def _coded(rows: Sequence[Sequence[Piece]]) -> bool:
    """Whether the second column holds words and the first some codes: the only sign of where a row begins without a
    bar before it."""
    return sum(not row[0].blank for row in rows) >= LEAST_ROWS and all(
        _titled([piece.text for piece in row], 1) for row in rows
    )


def rows_of(pieces: Sequence[Piece], shape: Shape) -> list[list[Piece]]:
    """The rows of a shape, the last one perhaps short."""
    cells = range(shape.first, len(pieces), shape.width)
    return [list(pieces[start + shape.lead : start + shape.width]) for start in cells]


def _agree(rows: Sequence[Sequence[Piece]], heads: int, *, counts: bool = False) -> bool:
    """Whether below the header every row has words in one and the same column, no column has both figures and words,
    and several rows hold figures.

    Args:
        rows: of equal length, the last one perhaps short.
        heads: how many of them are header rows whatever they hold.
        counts: whether figures may all be too small to be written in groups.
    """
    titles = range(1, min(3, len(rows[0]))) if rows else ()
    return any(_agree_on(title, rows, heads, counts=counts) for title in titles)


def _agree_on(title: int, rows: Sequence[Sequence[Piece]], heads: int, *, counts: bool) -> bool:
    """The same for one column of titles."""
    texts = [tuple(piece.text for piece in row) for row in rows]
    while heads < min(len(rows), MOST_HEADER_ROWS) and not _titled(texts[heads], title):
        heads += 1
    body = [row for row in texts[heads:] if row not in texts[:heads]]
    full = [row for row in body if len(row) == len(rows[0])]
    is_figure = holds_figure if counts and not _filled(full, _FIGURE, title) else _FIGURE
    return (
        _filled(full, is_figure, title)
        and all(_titled(row, title) and (title == 0 or _CODE(row[0]) or is_total(row[0])) for row in body)
        and all(map(_is_header, texts[:heads]))
        and not any(
            _is_mixed(column, is_figure if number > title else _FIGURE)
            for number, column in enumerate(zip(*full, strict=True))
        )
    )


def _is_header(row: Sequence[str]) -> bool:
    """Whether a row without a title can be one of a header: headings, or numbers of the columns."""
    cells = [text for text in row if text]
    return not any(map(_FIGURE, cells)) and (all(map(_HEADING, cells)) or all(map(_LABEL, cells)))


def _filled(rows: Sequence[Sequence[str]], is_figure: Callable[[str], object], title: int) -> bool:
    """Whether several rows hold figures behind their titles."""
    return sum(any(map(is_figure, row[title + 1 :])) for row in rows) >= LEAST_ROWS


def _is_mixed(column: Sequence[str], is_figure: Callable[[str], object]) -> bool:
    return any(map(is_figure, column)) and any(map(holds_words, column))


def holds_figure(text: str) -> bool:
    """Whether a cell holds a figure, written in groups or too small for them."""
    return bool(_FIGURE(text) or _COUNT(text))


def is_amount(text: str) -> bool:
    """Whether a cell holds a figure that is no code: in groups, with decimals, or none at all."""
    return bool(_FIGURE(text)) or text == "0"


def says_words(text: str) -> bool:
    """Whether a cell holds words."""
    return bool(_WORDS(text))


def holds_words(text: str) -> bool:
    """Whether a cell holds words, and is no quantity with its unit."""
    return says_words(text) and not _QUANTITY(text)


def is_heading(text: str) -> bool:
    """Whether a cell can be the heading of a column."""
    return bool(_HEADING(text))


def is_code(text: str) -> bool:
    """Whether a cell can be the code of a line, or none."""
    return bool(_CODE(text))


def is_number(text: str) -> bool:
    """Whether a cell is the number of a line, and certainly no word and no amount."""
    return bool(_NUMBER(text))


def is_label(text: str) -> bool:
    """Whether a cell can be one of a row that numbers the columns."""
    return bool(_LABEL(text))


def _titled(row: Sequence[str], title: int) -> bool:
    """Whether a row has words in the column of titles, or *Tổng* stands where others have a code."""
    return len(row) > title and bool(_WORDS(row[title]) or (is_total(row[0]) and not row[title].strip("-–")))


def is_total(text: str) -> bool:
    """Whether a cell says *Tổng*, and nothing else."""
    return bool(_TOTAL(plain(text.strip("*_ "))))


def is_cell(pieces: Sequence[Piece], shape: Shape) -> bool:
    """Whether what stands behind the last bar is a cell of the last row: otherwise it is the text after the table."""
    return (len(pieces) - 1 - shape.first) % shape.width != 0


def cells_of(pieces: Sequence[Piece], shape: Shape) -> Sequence[Piece]:
    """The pieces that are cells."""
    return pieces if is_cell(pieces, shape) else pieces[:-1]
