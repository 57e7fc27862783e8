"""Rows that follow each other in a text, and what their columns hold."""

from collections.abc import Sequence
from typing import NamedTuple

from sxtdbv_cli.files.txt.cell import holds_figure, is_amount
from sxtdbv_cli.files.txt.forms import is_numbering
from sxtdbv_cli.files.txt.tokens import BLANK, Piece

Row = list[Piece | None]
Cells = dict[int, Piece]
"""Pieces by their columns."""


class Run(NamedTuple):
    """Rows up to ``stop``: how many columns the full ones have, where the first with a figure is, the column of titles,
    and where the rows begin."""

    stop: int
    columns: int
    body: int
    title: int
    start: int

    @property
    def lines(self) -> range:
        """The rows below the header."""
        return range(self.body, self.stop)


def pieces_of(row: Row) -> list[Piece]:
    """The cells of a row."""
    return [piece or BLANK for piece in row]


def cell_of(row: Row, column: int) -> Piece:
    """The cell of a row in a column; a blank one beyond its end."""
    return (row[column] or BLANK) if column < len(row) else BLANK


def figured(row: Row) -> bool:
    """Whether a figure stands behind the first cell of a row."""
    return any(piece is not None and holds_figure(piece.text) for piece in row[1:])


def full_rows(rows: Sequence[Row], run: Run) -> list[list[Piece]]:
    """The rows below the header that have all cells, without one that numbers the columns."""
    full = (pieces_of(rows[n]) for n in run.lines if len(rows[n]) == run.columns)
    return [row for row in full if not is_numbering(row)]


def kinds_of(rows: Sequence[Row], run: Run) -> list[str]:
    """What the columns of the full rows hold: figures, words (or what is neither), or nothing that tells."""
    kinds = []
    for column in zip(*full_rows(rows, run), strict=True):
        figures, others = (any(told(piece.text) for piece in column) for told in (holds_figure, _says_else))
        kinds.append("" if figures == others else "figures" if figures else "words")
    return kinds


def _says_else(text: str) -> bool:
    """Whether a cell says something that is no figure."""
    return any(map(str.isalnum, text)) and not holds_figure(text)


def clashes(cells: Cells, kinds: Sequence[str], run: Run) -> bool:
    """Whether a cell would stand in a column of the other kind; among codes, which may be anything, an amount."""
    return any(
        is_amount(piece.text)
        if column < run.title
        else (kinds[column] == "words" and holds_figure(piece.text))
        or (kinds[column] == "figures" and _says_else(piece.text))
        for column, piece in cells.items()
    )
