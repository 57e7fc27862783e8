"""Tables with a bar before each row, some of which are shorter than the header, for cells that were merged are missing
in the text: every way to cut the pieces into rows is tried, and one must be left.

Two ways that put every text into the same column of the same row say the same; blanks between them do not count.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import islice, pairwise
from typing import NamedTuple

from sxtdbv_cli.files.txt.cell import holds_figure, is_heading
from sxtdbv_cli.files.txt.even import LEAST_ROWS
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
from sxtdbv_cli.files.txt.sums import proven
from sxtdbv_cli.files.txt.tokens import Piece

MOST_STEPS = 100_000
"""So many rows are tried; a table that needs more is not read."""
LEAST_COLUMNS = 3
LEAST_UNDER = 2
MOST_HEADER_ROWS = 3
_NUMBER = re.compile(r"[IVXL]{1,6}|[A-ZĐa-zđ]|[\d.,]+[.)]?").fullmatch


class Cut(NamedTuple):
    """A table cut into rows: where what stands below its header begins, its shape, its rows, what its columns hold."""

    end: int
    table: Table
    rows: list[Placed]
    kinds: Kinds

    def is_whole(self) -> bool:
        """Whether the last row is not the title of a section alone, without a code."""
        last = self.rows[-1]
        return not last.columns[0] or not all(piece.blank for piece in last.cells[1:])


class Cuts(NamedTuple):
    """Up to two ways to cut a table that say different things; where none leads further, and with how many columns."""

    found: Sequence[Cut]
    stuck: tuple[int, int]


def cuts(pieces: Sequence[Piece], spread: int = 0, *, besides: str = "") -> Cuts:
    """The ways through a table with its first possible header, titles in the second column or else in the third; none
    where they cannot all be tried.

    Args:
        pieces: those of the table from its first heading on, the last one not ended by a bar.
        spread: how many cells a row has whose title covers columns before its figures.
        besides: the kind of row that is tried besides.
    """
    stuck = (0, 0)
    for columns, end in _heads(pieces):
        for title in () if end + 1 >= len(pieces) else (1,) if spread else (1, 2):
            table = Table(columns, title, spread, besides)
            found, reached = _ways(pieces[end:-1], table)
            if reached < 0:
                return Cuts([], (0, 0))
            stuck = max(stuck, (end + reached + 1, columns))
            if found:
                return Cuts([Cut(end, table, _trail(step), step.kinds) for step in found], stuck)
    return Cuts([], stuck)


def only_cut(pieces: Sequence[Piece], plain: Cuts, *, ends: bool) -> Cut | None:
    """The one way through a table that is sure; None where there is none, or several.

    Args:
        pieces: as above.
        plain: the ways without rows whose titles cover columns, which sums must prove, or others tried besides.
        ends: whether the text ends behind them: a table that ends with the heading of a section breaks off.
    """
    most = max((columns for columns, _ in _heads(pieces)), default=0)
    spread = (cut for cells in range(LEAST_COLUMNS, most - 1) for cut in cuts(pieces, cells).found if proven(cut.rows))
    found = [*plain.found] or [*spread]
    for besides in ("unnumbered", "down"):
        found = found or [*cuts(pieces, besides=besides).found]
    found = [cut for cut in found if not ends or cut.is_whole()]
    if len(found) != 1 or not _is_sure(found[0]) or (ends and _breaks_off(pieces, found[0])):
        return None
    filled = sum(any(holds_figure(piece.text) for piece in row.cells) for row in found[0].rows)
    return found[0] if filled >= LEAST_ROWS else None


def _breaks_off(pieces: Sequence[Piece], cut: Cut) -> bool:
    """Whether the last row says nothing but a code and a title, or the text ends with a number."""
    row = cut.rows[-1].cells
    alone = len(row) > 1 and not row[0].blank and all(piece.blank for piece in row[2:])
    return alone or bool(_NUMBER(pieces[-1].text))


def _heads(pieces: Sequence[Piece]) -> Iterator[tuple[int, int]]:
    """How many columns there may be, and where the header ends: it has one row, or two or three, each under cells of
    the one above, the last perhaps with a blank cell at its end."""
    first = next((number for number, piece in enumerate(pieces) if piece.blank), 0)
    if first < LEAST_COLUMNS or not all(is_heading(piece.text) for piece in pieces[:first]):
        return
    yield first, first
    end, lengths = first, [first]
    while len(lengths) < MOST_HEADER_ROWS:
        start, end = end + 1, next((n for n in range(end + 1, len(pieces)) if pieces[n].blank), len(pieces))
        if end - start < LEAST_UNDER or not all(is_heading(piece.text) for piece in pieces[start:end]):
            return
        lengths.append(end - start)
        most = min(sum(lengths[1:]) // LEAST_UNDER, sum(lengths) - LEAST_COLUMNS)
        for blank in range(1 + (end + 1 < len(pieces) and pieces[end + 1].blank)):
            yield from ((sum(lengths) - groups, end + blank) for groups in range(len(lengths) - 1, most + 1))


class _Step(NamedTuple):
    """The rows up to a piece: the last of them, those before, what the columns hold, and a number for the content."""

    row: Placed | None
    before: "_Step | None"
    kinds: Kinds
    content: int


def _ways(pieces: Sequence[Piece], table: Table) -> tuple[list[_Step], int]:
    """Up to two ways to cut pieces into rows, a blank one before each, that say different things, and up to which piece
    any leads: -1 where there are more than can be tried."""
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
                    return [], -1
                content = known.setdefault((step.content, row.said()), len(known) + 1)
                waiting[row.start + len(row.cells)].setdefault(content, _Step(row, step, kinds, content))
        waiting[at].clear()
    return [*islice(waiting[-1].values(), 2)], reached


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


def _trail(step: _Step | None) -> list[Placed]:
    found = []
    while step is not None and step.row is not None:
        found.append(step.row)
        step = step.before
    return found[::-1]


def _is_sure(cut: Cut) -> bool:
    """Whether no row lost a cell to the next, for one without its first cells leaves a blank that may be theirs. Where
    there are such rows none comes first with figures, and no figure is alone in its column."""
    rows, table = cut.rows, cut.table
    figures = Counter(column for row in rows for column in row.figures(table))
    if any(row.columns[0] for row in rows) and min(figures.values(), default=0) < LEAST_ROWS:
        return False
    if table.title > 1 and not (_groups(rows[0]) and any(row.columns[0] == table.title for row in rows)):
        return False
    if any(row.merged == "down" and may_be_without_another(row, table, cut.kinds) for row in rows):
        return False
    under = (row for row, below in pairwise([None, *rows]) if below and below.merged == "under")
    return not any(row is None or may_have_a_hole(row, table, cut.kinds) for row in under)


def _groups(row: Placed) -> bool:
    """Whether a row names a group between its code and its title."""
    first = row.cells[:3]
    return len(first) > 2 and not any(piece.blank for piece in first) and all(map(is_title, first[1:]))
