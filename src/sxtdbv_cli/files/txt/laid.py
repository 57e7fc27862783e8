"""Rows of pieces on their way to a grid."""

from collections.abc import Sequence
from typing import NamedTuple

from sxtdbv_cli.files.txt.tokens import Piece
from sxtdbv_cli.model.grid import Grid, Remark, Span
from sxtdbv_cli.model.place import Place

SHAPE = "SX522"
"""The rule that tells what shape was worked out."""


class Laid(NamedTuple):
    """Rows of a table, None where a merged cell reaches; spans and remarks count their rows from the first of these."""

    rows: list[list[Piece | None]]
    merged: tuple[Span, ...] = ()
    remarks: tuple[Remark, ...] = ()


def as_text(piece: Piece, *, paragraphs: bool = False) -> Laid:
    """Lines that belong to no table: a row for each, or for each paragraph where blank lines part them."""
    pieces: list[Piece] = []
    for part in piece.parts:
        if paragraphs and pieces and part.line == pieces[-1].parts[-1].line + 1:
            pieces[-1] = pieces[-1]._replace(parts=(*pieces[-1].parts, part))
        else:
            pieces.append(Piece((part,), part.line, part.column))
    return Laid([[piece] for piece in pieces if any(map(str.isalnum, piece.text))])


def as_grid(name: str, laid: Sequence[Laid], file: str) -> Grid:
    """One grid of everything, in the order of the file."""
    rows: list[list[Piece | None]] = []
    merged: list[Span] = []
    remarks: list[Remark] = []
    for part in laid:
        first = len(rows)
        rows += part.rows
        merged += [Span(span.top + first, span.left, span.bottom + first, span.right) for span in part.merged]
        remarks += [remark._replace(row=remark.row + first) for remark in part.remarks]

    def place(row: int, column: int) -> Place:
        pieces = rows[row]
        known = [piece for piece in pieces[: column + 1] if piece is not None]
        if column < len(pieces) and pieces[column] is not None:
            return known[-1].place(file)
        return known[-1].place(file) if known else Place(file, 1, 1, 1, 1)

    cells = [[piece.cell() if piece is not None else None for piece in row] for row in rows]
    return Grid(name, cells, place, merged=merged, remarks=remarks)
