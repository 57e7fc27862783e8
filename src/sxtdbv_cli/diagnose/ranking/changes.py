"""The changes that explanations of one table make, with their slips; many share some, so each is made once."""

from collections.abc import Iterator

from sxtdbv_cli.diagnose.ranking.slips import slip
from sxtdbv_cli.model.diagnosis import Change
from sxtdbv_cli.model.plan import Amount, Cell, Plan


class Changes(dict[tuple[Cell, int], Change]):
    """The changes of cells to what is proposed, with their slips; made when they are asked for."""

    def __init__(self, plan: Plan) -> None:
        super().__init__()
        self.plan = plan
        self._neighbours: dict[Cell, tuple[Amount, ...]] = {}

    def __missing__(self, change: tuple[Cell, int]) -> Change:
        cell, proposed = change
        if cell not in self._neighbours:
            self._neighbours[cell] = tuple(_neighbours(self.plan, cell))
        stated = self.plan.cells[cell]
        found = self[change] = Change(cell, stated, proposed, slip(stated, proposed, self._neighbours[cell]))
        return found


def _neighbours(plan: Plan, cell: Cell) -> Iterator[Amount]:
    """The figures left and right of a cell, above and below it."""
    cells, rows = plan.cells, len(plan.lines) + 1
    line = cell % rows
    if cell >= rows:
        yield cells[cell - rows]
    if cell + rows < len(cells):
        yield cells[cell + rows]
    if 0 < line < rows - 1:
        yield cells[cell - 1]
    if line < rows - 2:
        yield cells[cell + 1]
