"""Formulas that a workbook states once for several cells (shared formulas), as they read in each of these."""

import re
from functools import lru_cache

from sxtdbv_cli.model.place import column_letters

LAST_ROW, LAST_COLUMN = 2**20, 2**14
_OUT = "#REF!"
_PIECES = re.compile(
    r"""(?P<kept>"[^"]*"|'[^']*'|\[[^\]]*\])"""  # texts, names of sheets, other books
    r"|(?<![\w.$\\])(?:"
    r"(?P<columns>\$?[A-Z]{1,3}:\$?[A-Z]{1,3})|(?P<rows>\$?[0-9]{1,7}:\$?[0-9]{1,7})|(?P<cell>\$?[A-Z]{1,3}\$?[1-9][0-9]{0,6})"
    r")(?![\w.(!$\\])"
)
_CELL = re.compile(r"(\$?)([A-Z]*)(\$?)([0-9]*)")


def moved(text: str, origin: str, target: str) -> str:
    """A formula (without its ``=``) as it reads when it is moved from one cell to another.

    >>> moved("SUM(E4:$H4)*LOG10(A$1)", "D4", "E6")
    'SUM(F6:$H6)*LOG10(B$1)'
    """
    (top, left), (bottom, right) = position(origin), position(target)
    down, across = bottom - top, right - left
    return _PIECES.sub(lambda match: _piece(match, down, across), text)


def _piece(match: re.Match[str], down: int, across: int) -> str:
    if match["kept"]:
        return match[0]
    return ":".join(_moved_cell(part, down, across) for part in match[0].split(":"))


def _moved_cell(text: str, down: int, across: int) -> str:
    """A reference to a cell, a column or a row, moved; one that leaves the sheet is an error."""
    match = _CELL.fullmatch(text)
    assert match is not None
    fixed_column, letters, fixed_row, digits = match.groups()
    if not letters:
        fixed_row = fixed_column
    if letters and not fixed_column:
        found = column_of(letters) + across
        letters = column_letters(found) if 1 <= found <= LAST_COLUMN else ""
    if digits and not fixed_row:
        found = int(digits) + down
        digits = str(found) if 1 <= found <= LAST_ROW else ""
    moved_text = f"{fixed_column if match[2] else ''}{letters}{fixed_row}{digits}"
    return moved_text if bool(match[2]) == bool(letters) and bool(match[4]) == bool(digits) else _OUT


def position(reference: str) -> tuple[int, int]:
    """The row and column, from 0, of a reference such as ``B12``."""
    letters = reference.rstrip("0123456789")
    return int(reference[len(letters) :]) - 1, column_of(letters) - 1


@lru_cache(maxsize=LAST_COLUMN)
def column_of(letters: str) -> int:
    """The number, from 1, of a column.

    >>> column_of("A"), column_of("AB")
    (1, 28)
    """
    value = 0
    for letter in letters:
        value = value * 26 + ord(letter) - (ord("A") - 1)
    return value
