"""The fewest cells that make some sums hold, whatever becomes of the others: a bound on what any explanation needs.

The sums are rows of a system of equations, blank cells are eliminated first. A row that is off needs one of its cells:
each is tried, and eliminated from the other rows, which are then off or not. A cell that was tried is not used again
beside it, so every set is met once. Rows with no cell in common need a cell each, which cuts the search short.
"""

from collections.abc import Callable, Collection, Iterator, Sequence

from sxtdbv_cli.diagnose.deeper.elimination import Equation
from sxtdbv_cli.diagnose.meter import Meter
from sxtdbv_cli.diagnose.network import Key, Network
from sxtdbv_cli.model.plan import Cell


class Relaxed:
    """The search over the sums ``keys`` of one table; cells ``trusted`` are never changed."""

    def __init__(self, network: Network, keys: Sequence[Key], trusted: Collection[Cell], meter: Meter) -> None:
        self.cells = network.plan.cells
        self.meter = meter
        equations = [
            Equation({cell: w for cell, w in network.terms(key) if cell not in trusted}, -network.off(key))
            for key in keys
        ]
        self.start = _eliminated(equations, lambda cell: self.cells[cell] is None)

    def least(self, most: int, first: int = 0) -> list[frozenset[Cell]]:
        """All sets of the fewest cells, ``first`` or more and ``most`` at the most.

        Raises:
            Spent: it takes too much.
        """
        for size in range(first, most + 1):
            found = list(self._of_size(self.start, frozenset(), frozenset(), size))
            if found:
                return found
        return []

    def _of_size(
        self, rows: list[Equation], chosen: frozenset[Cell], barred: frozenset[Cell], left: int
    ) -> Iterator[frozenset[Cell]]:
        self.meter.step(1 + len(rows) // 4)
        off = [row for row in rows if row.wanted]
        if not off:
            yield chosen
            return
        open_cells = [[cell for cell in row.terms if cell not in barred] for row in off]
        if not left or apart(open_cells) > left:
            return
        at = min(range(len(off)), key=lambda index: (len(open_cells[index]), open_cells[index]))
        if left == 1:
            self.meter.step(len(open_cells[at]) * (1 + len(rows) // 4))
            yield from (chosen | {cell} for cell in sorted(open_cells[at]) if _mends(off[at], cell, rows))
            return
        for cell in sorted(open_cells[at]):
            rest = [row.without(off[at], cell) if cell in row.terms else row for row in rows if row is not off[at]]
            yield from self._of_size(rest, chosen | {cell}, barred, left - 1)
            barred |= {cell}


def _mends(pivot: Equation, cell: Cell, rows: Sequence[Equation]) -> bool:
    """Whether no equation is off any more once a cell is eliminated by one of them."""
    weight = pivot.terms[cell]
    return all(row.wanted * weight == row.terms.get(cell, 0) * pivot.wanted for row in rows)


def _eliminated(rows: list[Equation], free: Callable[[Cell], bool]) -> list[Equation]:
    """The equations that remain when cells that may hold anything are eliminated."""
    while True:
        pivot, cell = next(((row, cell) for row in rows for cell in row.terms if free(cell)), (None, -1))
        if pivot is None:
            return rows
        rows = [row.without(pivot, cell) if cell in row.terms else row for row in rows if row is not pivot]


def apart(groups: Sequence[Collection[Cell]]) -> int:
    """At least so many of the groups have no cell in common."""
    taken: set[Cell] = set()
    count = 0
    for group in sorted(groups, key=len):
        if taken.isdisjoint(group):
            taken.update(group)
            count += 1
    return count
