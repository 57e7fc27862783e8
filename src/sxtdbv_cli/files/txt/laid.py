"""Rows of pieces: on their way to a grid, and those that follow each other in a text, with what their columns hold."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from sxtdbv_cli.files.txt.cell import holds_figure, is_amount
from sxtdbv_cli.files.txt.forms import is_numbering
from sxtdbv_cli.files.txt.tokens import BLANK, Piece
from sxtdbv_cli.model.grid import Grid, Remark, Span
from sxtdbv_cli.model.place import Place

_ITEM = re.compile(r"[-+*•]|\w{1,3}[.)]").match
SHAPE = "SX522"
"""The rule that tells what shape was worked out."""


class Laid(NamedTuple):
    """Rows of a table, None where a merged cell reaches; spans, remarks and ``headers`` (the rows that the text calls
    headers) count their rows from the first of these."""

    rows: list[list[Piece | None]]
    merged: tuple[Span, ...] = ()
    remarks: tuple[Remark, ...] = ()
    headers: tuple[int, ...] = ()


def as_text(piece: Piece, *, paragraphs: bool = False) -> Laid:
    """Lines that belong to no table, a row for each paragraph: blank lines part them, or what the lines look like."""
    pieces: list[Piece] = []
    for part in piece.parts:
        before = pieces[-1].parts[-1] if pieces else None
        if before and part.line == before.line + 1 and (paragraphs or _goes_on(before.text, part.text)):
            pieces[-1] = pieces[-1]._replace(parts=(*pieces[-1].parts, part))
        else:
            pieces.append(Piece((part,), part.line, part.column))
    return Laid([[piece] for piece in pieces if any(map(str.isalnum, piece.text))])


def _goes_on(before: str, text: str) -> bool:
    """Whether a line goes on from the one before: it begins small, both are capitals, or before stands a word alone,
    as legal sites break the first word off."""
    if _ITEM(text) or (before.endswith((".", ":", ";", "-")) and before != "Số:"):
        return False
    return text[0].islower() or (before.isupper() and text.isupper()) or before == "Số:" or before.isalpha()


def as_grid(name: str, laid: Sequence[Laid], file: str) -> Grid:
    """One grid of everything, in the order of the file."""
    rows: list[list[Piece | None]] = []
    merged: list[Span] = []
    remarks: list[Remark] = []
    headers: list[int] = []
    for part in laid:
        first = len(rows)
        headers += [row + first for row in part.headers]
        rows += part.rows
        merged += [Span(span.top + first, span.left, span.bottom + first, span.right) for span in part.merged]
        remarks += [remark._replace(row=remark.row + first) for remark in part.remarks]

    def place(row: int, column: int) -> Place:
        known = [piece for piece in rows[row][: column + 1] if piece is not None]
        return known[-1].place(file) if known else Place(file, 1, 1, 1, 1)

    cells = [[piece.cell() if piece is not None else None for piece in row] for row in rows]
    return Grid(name, cells, place, merged=merged, remarks=remarks, headers=frozenset(headers), sheet=False)


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
