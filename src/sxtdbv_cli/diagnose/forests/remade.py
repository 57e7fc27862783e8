"""The blank cells that are filled where the cells of a forest are changed: where a sum leaves one open its figure
follows, then that of another. The order does not depend on the figures and is worked out once for a node."""

from collections.abc import Iterable
from heapq import heappop, heappush

from sxtdbv_cli.diagnose.forests.block import Deltas
from sxtdbv_cli.diagnose.graph.edges import Node
from sxtdbv_cli.diagnose.graph.graph import Graph
from sxtdbv_cli.diagnose.network import Key
from sxtdbv_cli.diagnose.remembered import remembered
from sxtdbv_cli.diagnose.settling import settling
from sxtdbv_cli.model.plan import Cell


class _Fills:
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


Followed = tuple[dict[Node, _Fills], dict[Cell, int]]
"""The nodes with blank cells that a cell leads between, and how much more each blank holds for each unit of it."""


class Remade:
    """Fills the blank cells beside forests over some nodes. These share most of their cells: each is looked up once."""

    def __init__(self, graph: Graph, nodes: Iterable[Node]) -> None:
        self.graph = graph
        self.nodes = {node: fills for node in nodes if (fills := self._fills_of(node))}
        self.stated = {cell: amount for fills in self.nodes.values() for cell, amount in fills.stated.items()}

    def filled(self, added: Deltas) -> Deltas:
        """The blank cells of the nodes, and of those next to a forest, whose figures follow and are not nothing."""
        if not self.graph.joined:
            return {}
        found, seen = dict(self.stated), self.nodes
        for cell, delta in added.items():
            fills, following = self._follow(cell)
            for node, beside in fills.items():
                if node not in seen:
                    seen = seen | {node: beside}
                    found |= beside.stated
            for blank, times in following.items():
                found[blank] = found.get(blank, 0) + times * delta
        return {blank: amount for blank, amount in found.items() if amount}

    @remembered
    def _fills_of(self, node: Node) -> _Fills | None:
        """The blank cells of a node, if it has any."""
        return _Fills(self.graph, node) if node in self.graph.joined else None

    @remembered
    def _follow(self, cell: Cell) -> Followed:
        ends = [self.graph.node(key) for key, _ in self.graph.hierarchy.ends(cell)]
        fills = {node: found for node in ends if (found := self._fills_of(node))}
        follows = {blank: times for one in fills.values() for blank, times in one.following(cell).items()}
        return fills, follows
