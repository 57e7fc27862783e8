"""The blank cells that are filled where the cells of a forest are changed."""

from collections.abc import Iterable

from sxtdbv_cli.diagnose.forests.block import Deltas
from sxtdbv_cli.diagnose.forests.fills import Fills
from sxtdbv_cli.diagnose.graph.edges import Node
from sxtdbv_cli.diagnose.graph.graph import Graph
from sxtdbv_cli.model.plan import Cell

Followed = tuple[dict[Node, Fills], dict[Cell, int]]
"""The nodes with blank cells that a cell leads between, and how much more each blank holds for each unit of it."""


class Remade:
    """Fills the blank cells beside forests over some nodes. These share most of their cells: each is looked up once."""

    def __init__(self, graph: Graph, nodes: Iterable[Node]) -> None:
        self.graph = graph
        self._fills: dict[Node, Fills | None] = {}
        self._followed: dict[Cell, Followed] = {}
        self.nodes = {node: fills for node in nodes if (fills := self._fills_of(node))}
        self.stated = {cell: amount for fills in self.nodes.values() for cell, amount in fills.stated.items()}

    def filled(self, added: Deltas) -> Deltas:
        """The blank cells of the nodes, and of those next to a forest, whose figures follow and are not nothing."""
        if not self.graph.joined:
            return {}
        found, seen = dict(self.stated), self.nodes
        for cell, delta in added.items():
            fills, following = self._followed.get(cell) or self._follow(cell)
            for node, beside in fills.items():
                if node not in seen:
                    seen = seen | {node: beside}
                    found |= beside.stated
            for blank, times in following.items():
                found[blank] = found.get(blank, 0) + times * delta
        return {blank: amount for blank, amount in found.items() if amount}

    def _fills_of(self, node: Node) -> Fills | None:
        """The blank cells of a node, if it has any."""
        if node not in self._fills:
            self._fills[node] = Fills(self.graph, node) if node in self.graph.joined else None
        return self._fills[node]

    def _follow(self, cell: Cell) -> Followed:
        ends = [self.graph.node(key) for key, _ in self.graph.hierarchy.ends(cell)]
        fills = {node: found for node in ends if (found := self._fills_of(node))}
        follows = {blank: times for one in fills.values() for blank, times in one.following(cell).items()}
        self._followed[cell] = fills, follows
        return fills, follows
