"""Two sides of a table as one list, and the formulas of the right one as they read there."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from sxtdbv_cli.model.grid import Grid, GridCell, Joined, Span
from sxtdbv_cli.model.place import Place, column_letters, column_number
from sxtdbv_cli.tables.blocks.block import Block
from sxtdbv_cli.tables.columns.head import headings
from sxtdbv_cli.tables.view import View, is_figure

_CELLS = re.compile(r"\$?([A-Z]{1,3})\$?(\d{1,7})(?::\$?([A-Z]{1,3})\$?(\d{1,7}))?")

NOWHERE = 2**20 - 1
"""A row that no list reaches: blank cells of a side stand there."""


class _Side(NamedTuple):
    """One side: its columns, by how many they stand right of those of the left side, and the rows that it fills, with
    their rows in the list."""

    left: int
    right: int
    shift: int
    rows: Sequence[int]
    first: int

    def within(self, top: int, bottom: int) -> range:
        """The rows of the list that hold what stands from one row to another, inclusive."""
        return range(self.first + bisect_left(self.rows, top), self.first + bisect_right(self.rows, bottom))


def joined(grid: Grid, left: Block, right: Block) -> Grid:
    """A grid with the right side of a table below its left; all else stays where it is. The levels by which a workbook
    groups rows go for both sides, and are left out."""
    view, end = View(grid), max(left.end, right.end)
    one = _side(view, left, end, 0, left.body)
    other = _side(view, right, end, right.left - left.left, left.body + len(one.rows))
    sides = (one, other)
    at = [(row, 0) for row in range(left.body)]
    at += [(row, side.shift) for side in sides for row in side.rows]
    below = len(at) - end
    at += [(row, 0) for row in range(end, view.height)]
    inside = range(left.header, end)

    def place(row: int, column: int) -> Place:
        source, shift = at[row]
        return grid.place(source, column + shift)

    rows = [_cells(grid.rows[row], one, sides[shift > 0], cut=row in inside) for row, shift in at]
    rows = [[_as_listed(cell, sides) for cell in cells] for cells in rows] if grid.has_formulas else rows
    merged = [span for kept in grid.merged for span in _span(kept, sides, inside, below)]
    heads = {head.column: head.text for head in headings(view, right)}
    return replace(grid, rows=rows, place=place, merged=merged, outline={}, remarks=(), joined=Joined(grid, at, heads))


def _side(view: View, block: Block, end: int, shift: int, first: int) -> _Side:
    """One side, up to its last figure beside the other: rows that it leaves blank do not end it."""
    cells = {row: view.filled(row, block.left, block.right) for row in range(block.body, end)}
    last = max((row for row in cells if row < block.end or any(is_figure(cell) for _, cell in cells[row])), default=-1)
    return _Side(block.left, block.right, shift, [row for row, held in cells.items() if held and row <= last], first)


def _cells(row: Sequence[GridCell | None], left: _Side, side: _Side, *, cut: bool) -> Sequence[GridCell | None]:
    """The cells of one side of a row, in the columns of the left side."""
    if not cut:
        return row
    return [None] * left.left + list(row[side.left : side.right + 1])


def _span(span: Span, sides: Sequence[_Side], inside: range, below: int) -> Sequence[Span]:
    """A merged span where it stands in the list: those of the header on the left side only."""
    if span.bottom < inside.start:
        return [span]
    if span.top >= inside.stop:
        return [Span(span.top + below, span.left, span.bottom + below, span.right)]
    side = next((side for side in sides if side.left <= span.left <= side.right), None)
    if side is None:
        return []
    left, right = span.left - side.shift, span.right - side.shift
    if not side.rows or span.bottom < side.rows[0]:
        return [] if side.shift else [span]
    rows = side.within(span.top, span.bottom)
    return [Span(rows[0], left, rows[-1], right)] if rows else []


def _as_listed(cell: GridCell | None, sides: Sequence[_Side]) -> GridCell | None:
    """A cell with its formula as it reads in the list."""
    if cell is None or not cell.formula:
        return cell
    return cell._replace(formula=_CELLS.sub(lambda found: _moved(found, sides), cell.formula))


def _moved(found: re.Match[str], sides: Sequence[_Side]) -> str:
    """A cell or a range that a formula names, as it stands in the list; as it is where it is of no side."""
    first, top, last, bottom = found.groups()
    column, start, end = column_number(first) - 1, int(top) - 1, int(bottom or top) - 1
    side = next((side for side in sides if side.left <= column <= side.right), None)
    if side is None or not side.rows or not side.rows[0] <= start <= end <= side.rows[-1]:
        return found[0]
    rows = side.within(start, end)
    one, other = (rows[0], rows[-1]) if rows else (NOWHERE, NOWHERE)
    name = f"{column_letters(column - side.shift + 1)}{one + 1}"
    return name if last is None else f"{name}:{column_letters(column_number(last) - side.shift)}{other + 1}"
