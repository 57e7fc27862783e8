"""Where things are: an address in the data, a place in a file."""

from collections.abc import Callable
from functools import lru_cache
from typing import NamedTuple

Address = tuple[str | int, ...]
"""Where a thing is in the data, e.g. ``("lines", 2, "amounts", "total")``; lines are counted as they stand in the
file, whatever their nesting. The same tuple that pydantic puts in an error's ``loc``."""


class Place(NamedTuple):
    """Where a thing stands in a file: lines and columns count from 1, the end is exclusive.

    In a workbook ``sheet`` is the sheet's name and ``line`` and ``column`` are the row and column of the cell.
    """

    file: str
    line: int = 0
    column: int = 0
    end_line: int = 0
    end_column: int = 0
    sheet: str | None = None

    @property
    def within(self) -> str:
        """Where it is in its file: ``Sheet1!F12``, ``12:4``; empty for the file as a whole."""
        if self.sheet is not None:
            return f"{self.sheet}!{column_letters(self.column)}{self.line}"
        return f"{self.line}:{self.column}" if self.line else ""

    def __str__(self) -> str:
        return f"{self.file}:{self.within}" if self.within else self.file


def in_sheet(file: str, sheet: str) -> Callable[[int, int], Place]:
    """The place of a cell of a sheet by its row and column, which count from 0."""
    return lambda row, column: Place(file, row + 1, column + 1, row + 1, column + 2, sheet)


def column_letters(column: int) -> str:
    """A workbook's name for a column: 1 is A, 27 is AA."""
    letters = ""
    while column > 0:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def cell_name(position: tuple[int, int]) -> str:
    """A workbook's name for a cell by its row and column, which count from 0: ``C5``."""
    row, column = position
    return f"{column_letters(column + 1)}{row + 1}"


@lru_cache(maxsize=2**14)
def column_number(letters: str) -> int:
    """The number of a column that a workbook calls by letters: A is 1, AA is 27."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number
