"""What the explanations of one table cost; many share changes, so each change is weighed once."""

from collections.abc import Mapping

from sxtdbv_cli.diagnose.ranking.changes import Changes
from sxtdbv_cli.diagnose.ranking.rank import FILLED, change_cost, event_cost, least_cost
from sxtdbv_cli.diagnose.ranking.usual import Usual
from sxtdbv_cli.model.diagnosis import Explanation
from sxtdbv_cli.model.plan import Cell


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
