"""The cells of a header over each other: each with those that stand under it, and its columns."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from sxtdbv_cli.files.txt.tokens import Piece
from sxtdbv_cli.model.units import plain

Under = tuple[int, ...]
"""For each cell of a row of the header how many cells of the next row stand under it: 0 for one that reaches down."""
Way = tuple[Under, ...]
"""That of each row but the last."""


class Head(NamedTuple):
    """A cell of a header: its words without case and diacritics, its columns, the cells under it."""

    piece: Piece
    words: str
    columns: range
    under: tuple["Head", ...]


Levels = Sequence[Sequence[Head]]
"""The cells of each row of a header."""


def levels_of(way: Way, rows: Sequence[Sequence[Piece]]) -> Levels:
    """The rows of a header as a way puts them over each other."""
    pieces, sizes = [iter(row) for row in rows], [iter(under) for under in way]
    found: list[list[Head]] = [[] for _ in rows]

    def add(level: int, start: int) -> Head:
        piece, stop, under = next(pieces[level]), start, list[Head]()
        for _ in range(next(sizes[level]) if level < len(sizes) else 0):
            under.append(add(level + 1, stop))
            stop = under[-1].columns.stop
        head = Head(piece, plain(piece.text), range(start, max(stop, start + 1)), tuple(under))
        found[level].append(head)
        return head

    column = 0
    for _ in rows[0]:
        column = add(0, column).columns.stop
    return found


opens_parts = re.compile(r"trong do|chia ra|bao gom|gom|^trong nam|phan ky|chia theo|chi tiet (tung|theo|cac)\b").search
"""Whether a heading opens a list of parts, or of the time a sum is spread over."""
lists_one = re.compile(r"trong do\W+\w").search
"""Whether a heading names itself what it lists: *Trong đó: NSTW*."""
says_percent = re.compile(r"%|\b(ty|ti) (le|trong)\b").search
"""Whether a heading says that percentages stand below it."""
