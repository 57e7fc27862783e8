"""A grid as it is looked at: texts in NFC, headings of merged cells, what a cell holds at a glance."""

import re
import unicodedata
from collections.abc import Sequence
from functools import cached_property, lru_cache

from sxtdbv_cli.model.grid import Grid, GridCell, Kind, Span
from sxtdbv_cli.tables.figures.exact import LONGEST, What, is_nothing, is_power, read_text
from sxtdbv_cli.tables.figures.notation import Notation
from sxtdbv_cli.tables.units.money import SIGNS

_YEAR = re.compile(r"(?:19|20)\d\d").fullmatch
_DIGITS = 4
_DAY = re.compile(r"(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])").fullmatch
_EITHER = Notation(None)
_PLAINLY = re.compile(r"-?(?:0|[1-9]\d*)(?:[.,]\d+)?|-?[1-9]\d{0,2}(?:[.,]\d{3})+").fullmatch
_MAYBE = re.compile(
    rf"(?:[〔【[][^\W\d_]{{1,12}}\.?[]〕】]|tối đa|không quá|up to)?"
    rf"[\s(+\-‐‒–—―−△~≈≃'’￥{''.join(SIGNS)}.,]*(?:(?:[^\W\d_]{{2,5}}|[a-z][/$]s?|R(?=\s?\d))[\s.]*)?[(\-\s$]*\d[\W\d_]*(?:[^\W\d_]{{1,7}}[\s,./€£¥]*){{0,6}}(?:\([^()]*\))?\W*$",
    re.IGNORECASE,
).match
_is_cut = re.compile(r"\s*[-+]?\d([.,]\d+)?E[-+]?\d{1,2}\s*").fullmatch
"""A number as a spreadsheet shows one that has no room (``2.32E+08``): neither words nor all of the number."""
_is_unknown = re.compile(r"\s*(?:[nN]/[aA]|[nN]\.\s?[aA])\.?\s*").fullmatch
"""What says that there is no figure (*n/a*): no word that a column of words would have."""
_FIGURES = (What.FIGURE, What.PERCENT, What.TWO_READINGS)
NAME_AND_FIGURE = 2
DASHES = " -–—"
"""What stands for nothing where there may be a code for each level."""
_NUMBER, _TEXT = Kind.NUMBER, Kind.TEXT  # asked of every cell: before Python 3.12 a member is a slow attribute


class View:
    """One grid. Rows and columns count from 0; beyond its edges all cells are empty."""

    def __init__(self, grid: Grid) -> None:
        self.grid = grid
        self.rows = grid.rows
        self.height = len(grid.rows)
        self._filled: dict[int, tuple[int, int | None, list[tuple[int, GridCell]]]] = {}  # looked at again and again
        self.width = max(map(len, grid.rows), default=0)

    def at(self, row: int, column: int) -> GridCell | None:
        """The cell, or None where it is empty."""
        if not 0 <= row < self.height:
            return None
        cells = self.rows[row]
        return cells[column] if 0 <= column < len(cells) else None

    def text(self, row: int, column: int) -> str:
        """What a cell says, in NFC and with single blanks; empty where it is."""
        cell = self.at(row, column)
        return said(cell) if cell is not None else ""

    def filled(self, row: int, left: int = 0, right: int | None = None) -> list[tuple[int, GridCell]]:
        """The cells of a row that hold something, with their columns; those from ``left`` to ``right``."""
        known = self._filled.get(row)
        if known is None or known[:2] != (left, right):
            known = self._filled[row] = (left, right, [*self.by_column(row, left, right).items()])
        return known[2]

    def by_column(self, row: int, left: int = 0, right: int | None = None) -> dict[int, GridCell]:
        """The same by their columns, for who looks at a row but once: nothing is kept of it."""
        cells = self.rows[row] if right is None else self.rows[row][left : right + 1]
        return {column: cell for column, cell in enumerate(cells, left) if cell is not None}

    def is_blank(self, row: int) -> bool:
        """Whether a row holds nothing."""
        return not any(self.rows[row])

    @cached_property
    def figured(self) -> int:
        """The row behind the last that holds a figure: below it are notes and signatures."""
        rows = reversed(range(self.height))
        return 1 + next((row for row in rows if any(is_figure(cell) for _, cell in self.filled(row))), -1)

    @cached_property
    def merged(self) -> dict[tuple[int, int], Span]:
        """The merged span that each of its cells belongs to. Spans of whole columns are cut to the grid."""
        found = {}
        for span in self.grid.merged:
            for row in range(span.top, min(span.bottom, self.height) + 1):
                for column in range(span.left, min(span.right, self.width) + 1):
                    found[row, column] = span
        return found

    def spread(self, row: int, column: int) -> str:
        """What a cell says, or what the merged cell it belongs to does."""
        span = self.merged.get((row, column))
        return self.text(span.top, span.left) if span else self.text(row, column)


def said(cell: GridCell) -> str:
    """The text of a cell, in NFC and with single blanks."""
    text = cell.text
    return text if text.isalnum() and text.isascii() else _said(text)


@lru_cache(maxsize=2**16)
def _said(text: str) -> str:
    if not text.isascii() and not unicodedata.is_normalized("NFC", text):
        text = unicodedata.normalize("NFC", text)
    return " ".join(text.split())


_NIL = ("Nil", "nil", "NIL")
"""What stands for a figure, and is none."""


def is_figure(cell: GridCell | None) -> bool:
    """Whether a cell holds a number, or a text that is one."""
    if cell is None:
        return False
    if cell.kind is _NUMBER:
        return True
    short = cell.kind is _TEXT and (len(cell.text) <= LONGEST or cell.text.endswith(")"))
    return short and (bool(_PLAINLY(cell.text)) or _is_figure(cell.text) or cell.text in _NIL)


@lru_cache(maxsize=2**16)
def _is_figure(text: str) -> bool:
    """Whether a text that is no plain number is one; what has no digit, or words before the first, is none."""
    text = text if text.isascii() else unicodedata.normalize("NFC", text)
    return (_MAYBE(text) is not None or is_power(text) is not None) and read_text(text, _EITHER).what in _FIGURES


def is_words(cell: GridCell | None) -> bool:
    """Whether a cell holds words."""
    if cell is None or cell.kind is not _TEXT or cell.text.isdecimal() or not any(map(str.isalpha, cell.text)):
        return False
    text = cell.text
    return not (is_figure(cell) or _is_cut(text) or is_nothing(text) or _is_unknown(text))


def is_verbal(cells: Sequence[GridCell | None]) -> bool:
    """Whether cells hold more words than figures."""
    return sum(map(is_words, cells)) > sum(map(is_figure, cells))


def is_year(cell: GridCell) -> bool:
    """Whether a cell names a year and nothing else; it may have the stars of a footnote (*2020\\**)."""
    text = cell.text.strip()
    text = text.rstrip("*") if text.endswith("*") else text
    return len(text) == _DIGITS and cell.kind in (_NUMBER, _TEXT) and bool(_YEAR(text))


def is_day(cell: GridCell) -> bool:
    """Whether a cell names a day in eight digits and nothing else, as programs write it (*20250131*)."""
    return cell.kind in (_NUMBER, _TEXT) and bool(_DAY(cell.text.strip()))


def labelled(cells: Sequence[tuple[int, GridCell]]) -> bool:
    """Whether the cells of a row, with their columns in order, are nothing but a name and, behind it, its figure."""
    return len(cells) == NAME_AND_FIGURE and is_words(cells[0][1]) and is_figure(cells[1][1])
