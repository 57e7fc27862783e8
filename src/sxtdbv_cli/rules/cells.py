"""The cells of the table that a plan was read from, for the rules that look at the table itself."""

from collections.abc import Iterator
from typing import NamedTuple

from sxtdbv_cli.model.grid import Grid, GridCell
from sxtdbv_cli.model.place import Address, column_letters
from sxtdbv_cli.model.plan import Cell
from sxtdbv_cli.model.sheet import GRID, Position, Sheet
from sxtdbv_cli.model.sums import Subject


class AmountCell(NamedTuple):
    """A cell of the plan, where it stands in the grid, and what stands there."""

    cell: Cell
    position: Position
    found: GridCell


def amount_cells(subject: Subject, sheet: Sheet) -> Iterator[AmountCell]:
    """The cells of amounts that are not empty, line by line; the grand total is the last."""
    rows = [*sheet.figures, *([] if sheet.declared is None else [sheet.declared])]
    for line, row in enumerate(rows):
        for column, place in enumerate(sheet.columns):
            if (found := at(sheet.grid, (row, place))) is not None:
                yield AmountCell(subject.printed.cell(line, column), (row, place), found)


def in_table(sheet: Sheet) -> Iterator[tuple[Position, GridCell]]:
    """The cells of the block of the table that are not empty, row by row."""
    top, left, bottom, right = sheet.understanding.block
    for row in range(top, min(bottom + 1, len(sheet.grid.rows))):
        for column, found in enumerate(sheet.grid.rows[row][left : right + 1], left):
            if found is not None:
                yield (row, column), found


def places(subject: Subject, sheet: Sheet) -> dict[Position, Cell]:
    """Which cell of the plan stands in a cell of the grid."""
    return {found.position: found.cell for found in amount_cells(subject, sheet)}


def at(grid: Grid, position: Position) -> GridCell | None:
    """What stands in a cell of the grid; None where it is empty."""
    row, column = position
    cells = grid.rows[row] if 0 <= row < len(grid.rows) else ()
    return cells[column] if column < len(cells) else None


def name(position: Position) -> str:
    """What a spreadsheet calls a cell: ``C5``."""
    row, column = position
    return f"{column_letters(column + 1)}{row + 1}"


def names(positions: list[Position], most: int = 6) -> str:
    """The first few cells by name."""
    more = f" … (+{len(positions) - most})" if len(positions) > most else ""
    return ", ".join(map(name, positions[:most])) + more


def address_of(subject: Subject, cells: dict[Position, Cell], position: Position) -> Address:
    """The address of a cell of the grid: that of the plan's cell that stands there, or its own."""
    return subject.printed.address(cells[position]) if position in cells else in_grid(position)


def in_grid(position: Position) -> Address:
    """The address of a cell of the grid itself."""
    return (GRID, *position)
