"""What blank cells hold: where a sum leaves one blank open its figure follows, then that of another, and so on.

The order does not depend on the figures, so it is worked out once for a node; a changed cell is then passed on.
"""

from collections.abc import Mapping
from functools import cached_property
from heapq import heappop, heappush

from sxtdbv_cli.diagnose.graph.edges import Node
from sxtdbv_cli.diagnose.graph.graph import Graph
from sxtdbv_cli.diagnose.network import Key
from sxtdbv_cli.diagnose.settling import settling
from sxtdbv_cli.model.plan import Cell


class Fills:
    """The blank cells of one node.

    ``settles`` holds for a sum its turn, the blank cell it settles, and the weight of that cell; ``stated`` the
    figures that follow from the cells as they are stated, if they are not nothing.
    """

    def __init__(self, graph: Graph, node: Node) -> None:
        self.graph = graph
        self.cells = graph.cells
        self.settles: dict[Key, tuple[int, Cell, int]] = {}
        self._after: dict[frozenset[tuple[Cell, int]], dict[Cell, int]] = {}
        terms = {key: graph.network.terms(key) for key in graph.merged(node).keys if key >= 0}
        blanks = {key: {cell: weight for cell, weight in terms[key] if self.cells[cell] is None} for key in terms}
        for turn, (key, cell) in enumerate(settling(blanks)):
            self.settles[key] = turn, cell, blanks[key][cell]

    @cached_property
    def stated(self) -> dict[Cell, int]:
        """What the settled blanks hold as the table stands."""
        return self._passed_on({key: self.graph.network.off(key) for key in self.settles})

    def after(self, proposed: Mapping[Cell, int]) -> dict[Cell, int]:
        """What they hold when some cells are changed, those that are nothing left out."""
        mine = frozenset([change for change in proposed.items() if change[0] in self._near])
        if mine not in self._after:
            self._after[mine] = self._find_after(dict(mine))
        return self._after[mine]

    @cached_property
    def _near(self) -> frozenset[Cell]:
        """The cells of the sums that settle them."""
        return frozenset([cell for key in self.settles for cell, _ in self.graph.network.terms(key)])

    def _find_after(self, proposed: Mapping[Cell, int]) -> dict[Cell, int]:
        off: dict[Key, int] = {}
        for cell, amount in proposed.items():
            for key, weight in self.graph.network.sums_of(cell):
                if key in self.settles:
                    off[key] = off.get(key, 0) + weight * (amount - (self.cells[cell] or 0))
        more = self._passed_on(off)
        cells = sorted(self.stated.keys() | more.keys())
        found = {cell: self.stated.get(cell, 0) + more.get(cell, 0) for cell in cells if cell not in proposed}
        return {cell: amount for cell, amount in found.items() if amount}

    def _passed_on(self, off: dict[Key, int]) -> dict[Cell, int]:
        """What each blank must hold more where the sums that settle them are off by so much more."""
        waiting = sorted((self.settles[key][0], key) for key in off)
        found: dict[Cell, int] = {}
        while waiting:
            turn, key = heappop(waiting)
            _, cell, weight = self.settles[key]
            more = -weight * off.pop(key, 0)
            if not more:
                continue
            found[cell] = more
            for other, of in self.graph.network.sums_of(cell):
                if other in self.settles and self.settles[other][0] > turn:
                    if other not in off:
                        heappush(waiting, (self.settles[other][0], other))
                    off[other] = off.get(other, 0) + of * more
        return found
