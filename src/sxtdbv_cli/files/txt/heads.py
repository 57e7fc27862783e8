"""The headers that a table with bars before each row may have, some cells of which are merged and missing."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from sxtdbv_cli.files.txt.cell import is_heading
from sxtdbv_cli.files.txt.tokens import Piece

LEAST_COLUMNS = 3
LEAST_UNDER = 2
MOST_HEADER_ROWS = 3
MOST_UNNAMED = 2
"""So many columns behind the last may have no heading."""


class Head(NamedTuple):
    """The rows of a header, how many columns there are, and where what stands below begins."""

    rows: Sequence[Sequence[Piece]]
    columns: int
    end: int


def heads(pieces: Sequence[Piece]) -> Iterator[Head]:
    """The headers a table may have: as many rows as stand above one that numbers the columns, or one row, the last
    headings of which may be blank."""
    first = next((number for number, piece in enumerate(pieces) if piece.blank), 0)
    if first >= LEAST_COLUMNS and all(is_heading(piece.text) for piece in pieces[:first]):
        for unnamed in range(MOST_UNNAMED + 1):
            end = first + unnamed
            if all(piece.blank for piece in pieces[first:end]):
                yield Head([pieces[:end]], end, end)
        yield from _several_rows(pieces, first)


def _several_rows(pieces: Sequence[Piece], first: int) -> Iterator[Head]:
    """The headers of two or three rows, each under cells of the one above, the last perhaps with a blank cell at its
    end, with every number of columns possible."""
    rows, end = [pieces[:first]], first
    while len(rows) < MOST_HEADER_ROWS:
        start, end = end + 1, next((n for n in range(end + 1, len(pieces)) if pieces[n].blank), len(pieces))
        if end - start < LEAST_UNDER or not all(is_heading(piece.text) for piece in pieces[start:end]):
            return
        rows = [*rows, pieces[start:end]]
        cells, below = sum(map(len, rows)), sum(map(len, rows[1:]))
        most = min(below // LEAST_UNDER, cells - LEAST_COLUMNS)
        for blank in range(1 + pieces[end + 1].blank if end + 1 < len(pieces) else 1):
            yield from (Head(rows, cells - groups, end + blank) for groups in range(len(rows) - 1, most + 1))
