"""Tables whose sums are no graph (columns nested deeper, several rules a line), in whole numbers.

Some cells may change and blank cells are free; what they must be for sums to hold is found by elimination.
"""

from collections.abc import Iterable

from sxtdbv_cli.diagnose.asked import Asked, Found
from sxtdbv_cli.diagnose.deeper.elimination import Equation, Weights, reduced, whole
from sxtdbv_cli.diagnose.graph.merged import blank_cells
from sxtdbv_cli.diagnose.meter import Spent
from sxtdbv_cli.diagnose.network import Key
from sxtdbv_cli.diagnose.remembered import remembered
from sxtdbv_cli.model.diagnosis import Explanation
from sxtdbv_cli.model.plan import Cell


class General:
    """What is asked of the failing sums of one table, and what is told of them."""

    def __init__(self, asked: Asked) -> None:
        self.network, balances, self.trusted, self.limit, self.meter, self.worth = asked
        self.cells = self.network.plan.cells
        self.failing = sorted(balances)
        self.start = sorted({*self.failing, *self._joined()})

    def open(self, keys: Iterable[Key], least: int) -> Found:
        """Some failing sums of which only a bound is known."""
        return Found(tuple(keys), None, least, complete=False, explanations=())

    def found(
        self, keys: tuple[Key, ...], size: int, sets: Iterable[dict[Cell, int]], limit: int, *, complete: bool
    ) -> Found:
        """Some failing sums with their smallest explanations, the likeliest first."""
        if self.meter.late:
            return self.open(keys, size)  # the likeliest is not known
        made = self.explained(sets)
        network = self.network
        ranked = sorted(made, key=lambda one: (network.judge.cost(one) + network.unlike(keys, one), one.changes))
        return Found(keys, size, size, complete and len(made) <= limit, tuple(ranked[:limit]))

    def solved(self, keys: Iterable[Key], chosen: frozenset[Cell]) -> dict[Cell, int] | None:
        """What must be added to some cells so that some sums hold; None where that is no whole amount.

        Raises:
            Spent: a blank cell would take a fraction of a step, which is no amount. What else would explain the sums is
                not decided here, so nothing may be claimed.
        """
        solved = reduced([self._row(key, chosen) for key in keys], chosen)
        if not whole(solved):
            if all(row.terms.keys() <= chosen for row in solved.values()):
                return None
            raise Spent
        alone = [(cell, row) for cell, row in solved.items() if cell in chosen and len(row.terms) == 1]
        return {cell: row.wanted // row.terms[cell] for cell, row in alone} if len(alone) == len(chosen) else None

    def _joined(self) -> Iterable[Key]:
        """The sums with blank cells that are off as they stand: joined by those they may contradict each other."""
        keys: set[Key] = set()
        for cell in blank_cells(self.network):
            self.meter.check()
            keys.update([key for key, _ in self.network.sums_of(cell)])
        return [key for key in keys if self.network.off(key)]

    def explained(self, found: Iterable[dict[Cell, int]]) -> list[Explanation]:
        """Explanations by what is added to cells."""
        return [self.network.changes.explanation(one.items()) for one in found]

    def _row(self, key: Key, chosen: frozenset[Cell]) -> Equation:
        terms, row = self._sum(key)
        mine = {cell: terms[cell] for cell in chosen if cell in terms}
        return row._replace(terms=row.terms | mine) if mine else row

    @remembered
    def _sum(self, key: Key) -> tuple[Weights, Equation]:
        """The cells of a sum with their weights, and what it asks of its blank ones."""
        terms = dict(self.network.terms(key))
        blank = {cell: weight for cell, weight in terms.items() if self.cells[cell] is None}
        return terms, Equation(blank, -self.network.off(key))
