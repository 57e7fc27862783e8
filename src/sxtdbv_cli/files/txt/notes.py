"""The last column of figures of a page, where notes behind it begin too near to be a column of their own."""

from collections.abc import Sequence

from sxtdbv_cli.files.txt.cell import holds_figure, is_amount, says_words
from sxtdbv_cli.files.txt.run import Row
from sxtdbv_cli.files.txt.tokens import BLANK, Part, Piece


def apart(rows: Sequence[Row], starts: Sequence[int]) -> tuple[list[Row], list[int]]:
    """Rows with one column more for the words behind the figures of the last; the same rows where it has none."""
    last = len(starts) - 1
    parts = [_split(row[last] or BLANK) if len(row) > last else (BLANK, BLANK) for row in rows]
    begun = [note.parts[0].column - 1 for figure, note in parts if note.parts]
    if not any(is_amount(figure.text) and note.parts for figure, note in parts):
        return [*rows], [*starts]
    wider = [[*row[:last], *pair] if len(row) > last else row for row, pair in zip(rows, parts, strict=True)]
    return wider, [*starts, min(begun)]


def _split(piece: Piece) -> tuple[Piece, Piece]:
    """The figure with which a cell begins, and the words behind it."""
    if not piece.parts:
        return piece, BLANK
    first = piece.parts[0]
    figure, _, words = first.text.partition(" ")
    if not holds_figure(figure):
        return (BLANK, piece) if says_words(piece.text) else (piece, BLANK)
    rest = Part(words.strip(), first.line, first.column + first.text.rindex(words)) if words.strip() else None
    note = piece._replace(parts=(*([rest] if rest else []), *piece.parts[1:]))
    return piece._replace(parts=(first._replace(text=figure),)), note if note.parts else BLANK
