"""Rows of a table with bars before each row, some of them shorter than the header, for cells that were merged are
missing in the text: every way to cut the pieces into rows is tried, and one must be left.

Two ways that put every text into the same column of the same row say the same; blanks between them do not count.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import islice, pairwise
from typing import NamedTuple

from sxtdbv_cli.files.txt.forms import (
    Kinds,
    Placed,
    Table,
    is_title,
    kinds_after,
    may_be_without_another,
    may_have_a_hole,
    numbers_columns,
    reaches_down,
    rows_at,
)
from sxtdbv_cli.files.txt.shapes import LEAST_ROWS
from sxtdbv_cli.files.txt.tokens import Piece

MOST_STEPS = 100_000
"""So many rows are tried; a table that needs more is not read."""

Content = tuple[tuple[tuple[int, int], ...], ...]
"""For each row the column and the number of each piece that is not blank."""


class _Step(NamedTuple):
    """The rows up to a piece: the last of them, those before, what the columns hold, and a number for the content."""

    row: Placed | None
    before: "_Step | None"
    kinds: Kinds
    content: int


class TooMany(Exception):
    """There are more ways than can be tried."""


class Way(NamedTuple):
    """The rows of a table, and what its columns hold then."""

    rows: list[Placed]
    kinds: Kinds


class Ways(NamedTuple):
    """Up to two ways that say different things, and up to which piece any leads."""

    found: list[Way]
    reached: int


def ways(pieces: Sequence[Piece], table: Table) -> Ways:
    """The ways to cut pieces into rows. A blank piece stands before each row.

    Raises:
        TooMany: there are more than can be tried.
    """
    waiting: list[dict[int, _Step]] = [{} for _ in range(len(pieces) + 1)]
    waiting[0][0] = _Step(None, None, ("",) * table.columns, 0)
    known: dict[tuple[int, tuple[tuple[int, int], ...]], int] = {}
    steps = reached = 0
    for at, piece in enumerate(pieces):
        reached = at if waiting[at] else reached
        for step in waiting[at].values() if piece.blank else ():
            for row, kinds in _next(pieces, at + 1, step, table):
                steps += 1
                if steps > MOST_STEPS:
                    raise TooMany
                content = known.setdefault((step.content, said(row)), len(known) + 1)
                waiting[row.start + len(row.cells)].setdefault(content, _Step(row, step, kinds, content))
        waiting[at].clear()
    return Ways([Way(_trail(step), step.kinds) for step in islice(waiting[-1].values(), 2)], reached)


def _next(pieces: Sequence[Piece], at: int, step: _Step, table: Table) -> Iterator[tuple[Placed, Kinds]]:
    """Every row that can come next, with what the columns hold then; the first may number them."""
    full = pieces[at : at + table.columns]
    if step.row is None and len(full) == table.columns and numbers_columns(full):
        yield Placed(at, full, range(table.columns)), step.kinds
        return
    for row in rows_at(pieces, at, table):
        kinds = kinds_after(row, table, step.kinds)
        if kinds is not None and (row.merged != "down" or reaches_down(step.row, row)):
            yield row, kinds


def is_sure(way: Way, table: Table) -> bool:
    """Whether no row lost a cell to the next, for one without its first cells leaves a blank that may be theirs. Where
    there are such rows none comes first with figures, and no figure is alone in its column."""
    figures = Counter(column for row in way.rows for column in row.figures(table))
    if any(row.columns[0] for row in way.rows) and min(figures.values(), default=0) < LEAST_ROWS:
        return False
    if table.title > 1 and not (_groups(way.rows[0]) and any(row.columns[0] == table.title for row in way.rows)):
        return False
    if any(row.merged == "down" and may_be_without_another(row, table, way.kinds) for row in way.rows):
        return False
    return not any(
        below.merged == "under" and (row is None or may_have_a_hole(row, table, way.kinds))
        for row, below in pairwise([None, *way.rows])
        if below
    )


def _groups(row: Placed) -> bool:
    """Whether a row names a group between its code and its title."""
    first = row.cells[:3]
    return len(first) > 2 and not any(piece.blank for piece in first) and all(map(is_title, first[1:]))


def said(row: Placed) -> tuple[tuple[int, int], ...]:
    """The column and the number of each piece of a row that is not blank."""
    return tuple((column, number) for number, (column, piece) in enumerate(row.placed, row.start) if not piece.blank)


def _trail(step: _Step | None) -> list[Placed]:
    found = []
    while step is not None and step.row is not None:
        found.append(step.row)
        step = step.before
    return found[::-1]
