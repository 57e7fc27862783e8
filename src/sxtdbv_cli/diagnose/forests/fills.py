"""What blank cells hold: where a sum leaves one blank open its figure follows, then that of another, and so on.

The order does not depend on the figures, so it is worked out once for a node. What a changed cell does to the blanks is
so many times what one unit of it does.
"""

from heapq import heappop, heappush

from sxtdbv_cli.diagnose.graph.edges import Node
from sxtdbv_cli.diagnose.graph.graph import Graph
from sxtdbv_cli.diagnose.network import Key
from sxtdbv_cli.diagnose.settling import settling
from sxtdbv_cli.model.plan import Cell


class Fills:
    """The blank cells of one node.

    ``settles`` holds for a sum its turn, the blank cell it settles, and the weight of that cell; ``stated`` the
    figures that follow from the cells as they are stated, where they are not nothing.
    """

    def __init__(self, graph: Graph, node: Node) -> None:
        self.network = graph.network
        self.settles: dict[Key, tuple[int, Cell, int]] = {}
        terms = {key: graph.network.terms(key) for key in graph.keys(node) if key >= 0}
        blanks = {key: {cell: weight for cell, weight in terms[key] if graph.cells[cell] is None} for key in terms}
        for turn, (key, cell) in enumerate(settling(blanks)):
            self.settles[key] = turn, cell, blanks[key][cell]
        self.stated = self._passed_on({key: self.network.off(key) for key in self.settles})

    def following(self, cell: Cell) -> dict[Cell, int]:
        """How much more each blank holds for each unit that a stated cell holds more."""
        return self._passed_on({key: weight for key, weight in self.network.sums_of(cell) if key in self.settles})

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
            for other, of in self.network.sums_of(cell):
                if other in self.settles and self.settles[other][0] > turn:
                    if other not in off:
                        heappush(waiting, (self.settles[other][0], other))
                    off[other] = off.get(other, 0) + of * more
        return found
