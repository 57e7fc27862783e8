"""What stands around a table: the title of the document above it, the rows below that are no lines."""

import re
from collections.abc import Container, Iterable, Iterator

from sxtdbv_cli.model.grid import GridCell
from sxtdbv_cli.model.sheet import LeftOut, Position
from sxtdbv_cli.model.units import plain
from sxtdbv_cli.tables.blocks.block import Block
from sxtdbv_cli.tables.choosing import Chosen
from sxtdbv_cli.tables.document.unit import abroad
from sxtdbv_cli.tables.units.money import SIGNS
from sxtdbv_cli.tables.units.stated import is_unit
from sxtdbv_cli.tables.view import View, is_figure, is_words, is_year
from sxtdbv_cli.tables.words.titles import is_signature
from sxtdbv_cli.text.language import Text

ABOVE = 15
BELOW = 60
DIGITS = 5
"""A figure of so many digits alone in a row above a table is no number of a page, nor of a document."""
SHORT = 4
"""The number of a row has fewer digits."""
SEVERAL = 3
"""So many rows of words with a figure above a table are one more table."""
FEWEST, MOST_WORDS = 3, 2
"""A figure in words has no fewer digits, and no more words."""
BELOW_TABLE = Text("dưới bảng: ghi chú, chữ ký hoặc bảng khác", "below the table: notes, signatures, another table")
SECTION_TOTAL = Text("tổng của mục đứng trên, ghi vào dòng của mục", "the total of a section, taken as its figures")
REPEATED_TOTAL = Text("lặp lại tổng đã có", "says a total once more")
UNCLEAR_TOTAL = Text("không rõ là tổng của những dòng nào", "it is not clear what it is the total of")
_WORD = re.compile(r"[^\W\d_]+").findall
_NO_TITLE = re.compile(
    r"\(?(kem theo|ban hanh kem|dinh kem|attached to).*|cong hoa xa hoi.*|doc lap.*|(mau )?(bieu|phu luc|so)\b.{0,25}|"
    r"d\.?v\.?t.*|don vi.*|unit.*|currency.*|(all )?(amounts|figures) (are )?in .*|"
    r"uy ban nhan dan.*|so .{0,40}|[-*_=. ]*|so:.*|.*ngay .{0,6}thang.*|"
    r"[-+•–] .*|(grand )?total|.*trong do:?|[^:]*:\D{0,6}\d[\d.,]*\D{0,15}"  # what is listed, what something is worth
).fullmatch
_BOOK = re.compile(r"[#* ]*sổ (?!\d)", re.IGNORECASE).match
"""A book is a title, which without its accents is a number (*Số*) or an office (*Sở*)."""


def title_of(view: View, block: Block, lines: Container[int] = ()) -> str | None:
    """The title above a table: the last row in capitals, else the last heading of Markdown, else the last that is no
    formality, best one that does not lead on to it (*như sau:*); None if there is none. ``lines`` are rows of the
    table, wherever they stand."""
    texts = [
        text
        for row in range(max(0, block.header - ABOVE), block.header)
        if row not in lines
        for column, cell in view.filled(row)
        if is_words(cell) and len(text := view.text(row, column)) > 5
        if _BOOK(text) or not (_NO_TITLE(plain(text)) or is_unit(text) or abroad(text))
    ]
    capitals = [text for text in texts if text == text.upper()]
    marked = [text for text in texts if text.startswith("#")]
    found = capitals or marked or [text for text in texts if not plain(text).rstrip(":").endswith("nhu sau")] or texts
    return found[-1].strip("#* ") if found else None


def left_out(view: View, block: Block) -> list[LeftOut]:
    """The rows right below a table."""
    rows = range(block.end, min(block.end + BELOW, view.height))
    return [
        LeftOut(row, " | ".join(cell.text.strip() for _, cell in view.filled(row)), BELOW_TABLE)
        for row in rows
        if not view.is_blank(row)
    ]


def figures_outside(chosen: Chosen, read: Container[int] = ()) -> Iterator[Position]:
    """The first figures of rows of a sheet that stand in none of its tables, beside or below the one that is read, or
    above it in a row of figures, alone, or among several rows of words with one. A year or a date in a heading is none,
    nor is the number of a row of words, and so is what stands in rows that were read as lines."""
    view, blocks = chosen.view, [chosen.block, *chosen.others]
    block = chosen.block
    whole = block.left == 0 and block.right >= view.width - 1
    rows = [*range(block.header), *range(block.end, view.height)] if whole else range(view.height)
    lines: list[Position] = []
    for row in rows:
        if row in read:
            continue
        cells = [
            (column, cell)
            for column, cell in view.filled(row)
            if is_figure(cell) and not is_year(cell) and not any(block.holds(row, column) for block in blocks)
            if not _numbers_row(view, row, column)
        ]
        words = len(view.filled(row)) > 1
        if cells and (row >= chosen.block.header or len(cells) > 1 or (not words and is_long(cells[0][1]))):
            yield row, cells[0][0]
        elif cells and words:
            lines.append((row, cells[0][0]))
            yield from lines[:1] if len(lines) == SEVERAL else ()


def worded_below(view: View, block: Block, amounts: Iterable[int]) -> Position | None:
    """The first cell of the rows right below a table that has a figure in words (*about 4,200*, *$9/seat*) in one
    of its columns of amounts, beside a title: it may be one more line, which no number shows. What is dated or signed
    is none."""
    for row in range(block.end, view.height):
        cells = view.filled(row, block.left, block.right)
        if not cells or any(is_signature(view.text(row, column)) for column, _ in cells):
            return None
        for column in amounts if is_words(cells[0][1]) else ():
            if column > cells[0][0] and _in_words(view.text(row, column)):
                return row, column
    return None


def _in_words(text: str) -> bool:
    """Whether a text is a figure with a word or two, or two figures: no date, share, time or number of a document; with
    a sign of money it is none of these."""
    digits = sum(map(str.isdecimal, text))
    money = digits > 0 and not SIGNS.keys().isdisjoint(text)
    return (money or (digits >= FEWEST and not set("/:%@") & set(text))) and len(_WORD(text)) <= MOST_WORDS


def _numbers_row(view: View, row: int, column: int) -> bool:
    """Whether a figure is the number of a row: before all its words, and short."""
    (first, cell), *others = view.filled(row)
    number = cell.text.strip().rstrip(".")
    return column == first and number.isdecimal() and len(number) < SHORT and any(is_words(one) for _, one in others)


def is_long(cell: GridCell) -> bool:
    """Whether a figure has more digits than the number of a page or a document."""
    return is_figure(cell) and sum(map(str.isdecimal, cell.text)) >= DIGITS
