"""Rows of pieces on their way to a grid."""

import re
from collections.abc import Sequence
from itertools import accumulate
from typing import NamedTuple

from sxtdbv_cli.files.txt.cell import holds_figure
from sxtdbv_cli.files.txt.tokens import BLANK, Piece, Row
from sxtdbv_cli.model.grid import Grid, Remark, Span
from sxtdbv_cli.model.place import Place

_ITEM = re.compile(r"[-+*•]|\w{1,3}[.)]").match
SHAPE = "SX522"
"""The rule that tells what shape was worked out."""


class Laid(NamedTuple):
    """Rows of a table; spans, remarks and ``headers`` (the rows that the text calls headers) count their rows from the
    first of these. A row is ``BLANK`` where a merged cell reaches."""

    rows: list[Row]
    merged: tuple[Span, ...] = ()
    remarks: tuple[Remark, ...] = ()
    headers: tuple[int, ...] = ()

    def below(self, rows: int) -> "Laid":
        """The same, counted from so many rows above it."""
        return Laid(
            self.rows,
            tuple(span._replace(top=span.top + rows, bottom=span.bottom + rows) for span in self.merged),
            tuple(remark._replace(row=remark.row + rows) for remark in self.remarks),
            tuple(header + rows for header in self.headers),
        )


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


def stacked(parts: Sequence[Laid]) -> Laid:
    """All parts in one, each behind those before it."""
    tops = accumulate((len(part.rows) for part in parts), initial=0)
    moved = [part.below(top) for part, top in zip(parts, tops, strict=False)]
    return Laid(
        [row for part in moved for row in part.rows],
        tuple(span for part in moved for span in part.merged),
        tuple(remark for part in moved for remark in part.remarks),
        tuple(header for part in moved for header in part.headers),
    )


def as_grid(name: str, laid: Laid, file: str) -> Grid:
    """The rows as a grid; what no text stands for is placed where the cell before it is, or the first of its row."""

    def place(row: int, column: int) -> Place:
        cells = laid.rows[row]
        known = (piece for piece in (*reversed(cells[: column + 1]), *cells[column + 1 :]) if piece != BLANK)
        return next(known, BLANK).place(file)

    def bold() -> frozenset[tuple[int, int]]:
        return frozenset((at, column) for at, row in enumerate(laid.rows) for column, one in enumerate(row) if one.bold)

    cells = [[piece.cell() for piece in row] for row in laid.rows]
    headers = frozenset(laid.headers)
    return Grid(name, cells, place, merged=laid.merged, remarks=laid.remarks, headers=headers, sheet=False, bold=bold)


def cell_of(row: Row, column: int) -> Piece:
    """The cell of a row in a column; a blank one beyond its end."""
    return row[column] if column < len(row) else BLANK


def figured(row: Row) -> bool:
    """Whether a figure stands behind the first cell of a row."""
    return any(holds_figure(piece.text) for piece in row[1:])
