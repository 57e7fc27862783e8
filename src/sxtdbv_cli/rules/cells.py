"""The cells of the table that a plan was read from, for the rules that look at the table itself."""

from collections.abc import Callable, Container, Iterable, Iterator, Sequence
from functools import cached_property
from itertools import chain
from operator import attrgetter, itemgetter
from typing import NamedTuple

from sxtdbv_cli.model.grid import GridCell, Kind
from sxtdbv_cli.model.place import Address
from sxtdbv_cli.model.plan import Cell
from sxtdbv_cli.model.sheet import GRID, Position, Sheet
from sxtdbv_cli.model.subject import Subject


class AmountCell(NamedTuple):
    """A cell of the plan, where it stands in the grid, and what stands there."""

    cell: Cell
    position: Position
    found: GridCell


class Wanted(NamedTuple):
    """A question to a cell; ``anywhere`` asks it of many at once, far quicker than one by one."""

    is_met: Callable[[GridCell], bool]
    anywhere: Callable[[Iterable[GridCell]], bool]


_kinds = attrgetter("kind")
_formulas = attrgetter("formula")

FORMULA = Wanted(lambda found: found.formula is not None, lambda cells: any(map(_formulas, cells)))
"""The cells that are formulas."""


def of_kind(kind: Kind) -> Wanted:
    """The cells of a kind."""
    return Wanted(lambda found: found.kind is kind, lambda cells: kind in map(_kinds, cells))


def amount_cells(
    subject: Subject, sheet: Sheet, wanted: Wanted | None = None, among: Container[Cell] | None = None
) -> Iterator[AmountCell]:
    """The cells of amounts that are not empty, those that are wanted and among some cells of the plan, line by line;
    the grand total is the last."""
    rows = [*sheet.figures, *([] if sheet.declared is None else [sheet.declared])]
    height, lines = len(subject.printed.lines) + 1, [sheet.grid.rows[row] for row in rows]
    columns = [*enumerate(sheet.columns)]
    if (
        wanted is not None and not sheet.shifts
    ):  # most columns have none such: they need not be gone through line by line
        columns = [(column, place) for column, place in columns if wanted.anywhere(_column(lines, place))]
    for line, (row, cells) in enumerate(zip(rows, lines, strict=True) if columns else ()):
        shift = sheet.shifts.get(line)
        for column, place in [(column, place + shift) for column, place in columns] if shift else columns:
            found = cells[place] if place < len(cells) else None
            if found is None or (wanted is not None and not wanted.is_met(found)):
                continue
            cell = column * height + line
            if among is None or cell in among:
                yield AmountCell(cell, (row, place), found)


def _column(rows: Sequence[Sequence[GridCell | None]], place: int) -> list[GridCell]:
    """The cells of a column that are not empty."""
    if rows and place < min(map(len, rows)):
        return [*filter(None, map(itemgetter(place), rows))]
    return [cell for cells in rows if place < len(cells) and (cell := cells[place])]


def in_table(sheet: Sheet, wanted: Wanted) -> Iterator[tuple[Position, GridCell]]:
    """The cells of the block of the table that are not empty and are wanted, row by row."""
    if not wanted.anywhere(filter(None, chain.from_iterable(sheet.grid.rows))):
        return
    top, left, bottom, right = sheet.understanding.block
    for row in range(top, min(bottom + 1, len(sheet.grid.rows))):
        for column, found in enumerate(sheet.grid.rows[row][left : right + 1], left):
            if found is not None and wanted.is_met(found):
                yield (row, column), found


def places(subject: Subject, sheet: Sheet) -> dict[Position, Cell]:
    """Which cell of the plan stands in a cell of the grid."""
    return {found.position: found.cell for found in amount_cells(subject, sheet)}


def names(sheet: Sheet, positions: list[Position], most: int = 6) -> str:
    """The first few cells by name."""
    more = f" … (+{len(positions) - most})" if len(positions) > most else ""
    return ", ".join(map(sheet.grid.named, positions[:most])) + more


class Addresses:
    """The addresses of cells of the grid; which cell of the plan stands where is worked out when it is first asked."""

    def __init__(self, subject: Subject, sheet: Sheet) -> None:
        self.subject = subject
        self.sheet = sheet

    def of(self, position: Position) -> Address:
        """The address of the plan's cell that stands there, or that of the cell of the grid."""
        cell = self._cells.get(position)
        return in_grid(position) if cell is None else self.subject.printed.address(cell)

    @cached_property
    def _cells(self) -> dict[Position, Cell]:
        return places(self.subject, self.sheet)


def in_grid(position: Position) -> Address:
    """The address of a cell of the grid itself."""
    return (GRID, *position)
