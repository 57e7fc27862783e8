"""Rows of pieces on their way to a grid."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from sxtdbv_cli.files.txt.tokens import Piece
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
        pieces = rows[row]
        known = [piece for piece in pieces[: column + 1] if piece is not None]
        if column < len(pieces) and pieces[column] is not None:
            return known[-1].place(file)
        return known[-1].place(file) if known else Place(file, 1, 1, 1, 1)

    cells = [[piece.cell() if piece is not None else None for piece in row] for row in rows]
    return Grid(name, cells, place, merged=merged, remarks=remarks, headers=frozenset(headers), sheet=False)
