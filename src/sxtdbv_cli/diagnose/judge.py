"""What the explanations of one table cost; many share changes, so each change is weighed once."""

from sxtdbv_cli.diagnose.rank import change_cost, event_cost, least_cost
from sxtdbv_cli.diagnose.usual import Usual
from sxtdbv_cli.model.diagnosis import Change, Explanation
from sxtdbv_cli.model.plan import Cell


class Judge:
    """Weighs the explanations of a table against what is ``usual`` in it."""

    def __init__(self, usual: Usual) -> None:
        self.usual = usual
        self._prices: dict[Change, int] = {}
        self._leasts: dict[Cell, int] = {}

    def cost(self, explanation: Explanation) -> int:
        """How unlikely an explanation is: its event, or its cells one by one."""
        if explanation.event is None:
            return sum([self.price(change) for change in explanation.changes])
        return event_cost(self.usual.plan, explanation)

    def price(self, change: Change) -> int:
        """How unlikely a change is."""
        price = self._prices.get(change)
        if price is None:
            price = self._prices[change] = change_cost(self.usual, change)
        return price

    def least(self, cell: Cell) -> int:
        """No change of a stated cell costs less."""
        if cell not in self._leasts:
            self._leasts[cell] = least_cost(self.usual, cell)
        return self._leasts[cell]
