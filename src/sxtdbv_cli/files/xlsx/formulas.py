"""Formulas that a workbook states once for several cells (shared formulas), as they read in each of these."""

from functools import lru_cache
from typing import NamedTuple

from sxtdbv_cli.model.place import column_letters, column_number
from sxtdbv_cli.text.saying import Late

LAST_ROW, LAST_COLUMN = 2**20, 2**14
_OUT = "#REF!"
_PIECES = Late(
    r"""(?P<kept>"[^"]*"|'[^']*'|\[[^\]]*\])"""  # texts, names of sheets, other books
    r"|(?<![\w.$\\])(?:"
    r"(?P<columns>\$?[A-Z]{1,3}:\$?[A-Z]{1,3})|(?P<rows>\$?[0-9]{1,7}:\$?[0-9]{1,7})|(?P<cell>\$?[A-Z]{1,3}\$?[1-9][0-9]{0,6})"
    r")(?![\w.(!$\\])"
)
_CELL = Late(r"(\$?)([A-Z]*)(\$?)([0-9]*)")


class _Axis(NamedTuple):
    """The column or the row of a reference: its number, 0 where the reference has none, and whether it is fixed."""

    number: int
    fixed: bool


Piece = str | tuple[_Axis, _Axis]
"""A text that stays, or a reference: its column and its row."""


class Shared:
    """A formula (without its ``=``) that is that of several cells; it is taken apart once.

    >>> Shared("SUM(E4:$H4)*LOG10(A$1)", "D4").at("E6")
    'SUM(F6:$H6)*LOG10(B$1)'
    """

    def __init__(self, text: str, origin: str) -> None:
        self.text = text
        self.origin = position(origin)
        self.pieces: list[Piece] = []
        at = 0
        for match in _PIECES.finditer(text):
            if not match["kept"]:
                self.pieces.append(text[at : match.start()])
                for number, part in enumerate(match[0].split(":")):
                    self.pieces += [":"] * bool(number) + [_reference(part)]
                at = match.end()
        self.pieces.append(text[at:])

    def at(self, target: str) -> str:
        """The formula as it reads in another cell; a reference that leaves the sheet is an error."""
        (top, left), (bottom, right) = self.origin, position(target)
        down, across = bottom - top, right - left
        return "".join([piece if isinstance(piece, str) else _moved(*piece, down, across) for piece in self.pieces])


def _reference(text: str) -> tuple[_Axis, _Axis]:
    match = _CELL.fullmatch(text)
    assert match is not None
    first, letters, second, digits = match.groups()
    column = _Axis(column_number(letters) if letters else 0, bool(first))
    return column, _Axis(int(digits or 0), bool(second if letters else first))


def _moved(column: _Axis, row: _Axis, down: int, across: int) -> str:
    text = ""
    if column.number:
        number = column.number if column.fixed else column.number + across
        if not 0 < number <= LAST_COLUMN:
            return _OUT
        text = f"${_letters(number)}" if column.fixed else _letters(number)
    if row.number:
        number = row.number if row.fixed else row.number + down
        if not 0 < number <= LAST_ROW:
            return _OUT
        text += f"${number}" if row.fixed else str(number)
    return text


_letters = lru_cache(maxsize=LAST_COLUMN)(column_letters)


def position(reference: str) -> tuple[int, int]:
    """The row and column, from 0, of a reference such as ``B12``."""
    letters = reference.rstrip("0123456789")
    return int(reference[len(letters) :]) - 1, column_number(letters) - 1
