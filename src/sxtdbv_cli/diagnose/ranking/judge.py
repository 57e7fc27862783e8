"""The changes that explanations of one table make, with their slips, and what they cost.

Explanations share many changes, so each is made once, and weighed once.
"""

from collections.abc import Iterable, Iterator, Mapping

from sxtdbv_cli.diagnose.ranking.rank import FILLED, change_cost, event_cost, least_cost
from sxtdbv_cli.diagnose.ranking.slips import slip
from sxtdbv_cli.diagnose.ranking.usual import Usual
from sxtdbv_cli.model.diagnosis import Change, Explanation
from sxtdbv_cli.model.plan import Amount, Cell, Plan


class Changes(dict[tuple[Cell, int], Change]):
    """The changes of cells by so much, with their slips; made when they are asked for."""

    def __init__(self, plan: Plan) -> None:
        super().__init__()
        self.plan = plan
        self._neighbours: dict[Cell, tuple[Amount, ...]] = {}

    def __missing__(self, moved: tuple[Cell, int]) -> Change:
        cell, by = moved
        if cell not in self._neighbours:
            self._neighbours[cell] = tuple(_neighbours(self.plan, cell))
        stated = self.plan.cells[cell]
        proposed = (stated or 0) + by
        found = self[moved] = Change(cell, stated, proposed, slip(stated, proposed, self._neighbours[cell]))
        return found

    def explanation(self, moved: Iterable[tuple[Cell, int]]) -> Explanation:
        """The cells that are moved by so much as an explanation."""
        return Explanation(tuple([self[one] for one in sorted(moved)]))


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


class Judge:
    """Weighs the explanations of a table against what is ``usual`` in it."""

    def __init__(self, usual: Usual, changes: Changes) -> None:
        self.usual = usual
        self.prices = Prices(usual, changes)
        self.leasts = Leasts(usual)

    def cost(self, explanation: Explanation) -> int:
        """How unlikely an explanation is: its event, or its cells one by one; without any, of blank ones."""
        if explanation.event is None:
            prices = self.prices
            return sum([prices[change.moved] for change in explanation.changes]) if explanation.changes else FILLED
        return event_cost(self.usual.plan, explanation)


class Prices(dict[tuple[Cell, int], int]):
    """How unlikely it is that a cell is wrong by so much; weighed when it is asked for."""

    def __init__(self, usual: Usual, changes: Changes) -> None:
        super().__init__()
        self.usual = usual
        self.changes = changes

    def __missing__(self, wrong: tuple[Cell, int]) -> int:
        found = self[wrong] = change_cost(self.usual, self.changes[wrong])
        return found

    def of(self, added: Mapping[Cell, int]) -> int:
        """How unlikely it is that some cells are wrong by so much."""
        return sum(map(self.__getitem__, added.items()))


class Leasts(dict[Cell, int]):
    """What it costs at least that a stated cell is wrong, however much by."""

    def __init__(self, usual: Usual) -> None:
        super().__init__()
        self.usual = usual

    def __missing__(self, cell: Cell) -> int:
        found = self[cell] = least_cost(self.usual, cell)
        return found
