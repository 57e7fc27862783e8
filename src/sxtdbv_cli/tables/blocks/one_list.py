"""Two sides of a table as one list."""

from dataclasses import replace

from sxtdbv_cli.model.grid import Grid, GridCell, Joined
from sxtdbv_cli.model.place import Place
from sxtdbv_cli.tables.blocks.block import Block
from sxtdbv_cli.tables.blocks.head import headings
from sxtdbv_cli.tables.view import View, is_figure


def joined(grid: Grid, left: Block, right: Block) -> Grid:
    """A grid with the right side of a table below its left, in the columns of that; all else stays where it is. What
    goes for whole rows of a workbook goes for both sides, and is left out: formulas, levels, merged cells."""
    view, end, right_by = View(grid), max(left.end, right.end), right.left - left.left
    at = [(row, 0) for row in range(left.body)]
    at += [(row, 0) for row in _rows(view, left, end)] + [(row, right_by) for row in _rows(view, right, end)]
    at += [(row, 0) for row in range(end, view.height)]
    inside = range(left.header, end)

    def place(row: int, column: int) -> Place:
        source, shift = at[row]
        return grid.place(source, column + shift)

    def cells(row: int, side: Block) -> list[GridCell | None]:
        own = grid.rows[row]
        cut = [None] * left.left + list(own[side.left : side.right + 1]) if row in inside else own
        return [cell and cell._replace(formula=None) for cell in cut]

    rows = [cells(row, right if shift else left) for row, shift in at]
    merged = [span for span in grid.merged if span.bottom < left.body and span.left <= left.right]
    heads = {head.column: head.text for head in headings(view, right)}
    return replace(grid, rows=rows, place=place, merged=merged, outline={}, remarks=(), joined=Joined(grid, at, heads))


def _rows(view: View, side: Block, end: int) -> list[int]:
    """The rows that one side fills, up to its last figure beside the other: blank ones do not end it."""
    cells = {row: view.filled(row, side.left, side.right) for row in range(side.body, end)}
    last = max((row for row in cells if row < side.end or any(is_figure(cell) for _, cell in cells[row])), default=-1)
    return [row for row, held in cells.items() if held and row <= last]
