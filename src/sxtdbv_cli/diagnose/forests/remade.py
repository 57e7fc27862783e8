"""Forests as changes of cells, with those of the blank cells that follow from them."""

from collections.abc import Iterable

from sxtdbv_cli.diagnose.forests.block import Deltas
from sxtdbv_cli.diagnose.forests.fills import Fills
from sxtdbv_cli.diagnose.graph.edges import Node
from sxtdbv_cli.diagnose.graph.graph import Graph
from sxtdbv_cli.model.plan import Cell


class Remade:
    """Makes the changes of one graph. Forests share most of their cells and nodes: each is looked up once."""

    def __init__(self, graph: Graph) -> None:
        self.graph = graph
        self.cells = graph.cells
        self._fills: dict[Node, Fills | None] = {}
        self._beside: dict[Cell, list[Node]] = {}

    def proposed(self, added: Deltas, nodes: Iterable[Node]) -> list[tuple[Cell, int]]:
        """What the cells of a forest, and the blank ones of some nodes and of those next to its cells, should be."""
        proposed = {cell: (self.cells[cell] or 0) + delta for cell, delta in added.items()}
        if self.graph.joined:
            near = [node for cell in added for node in self._nodes_of(cell)]
            proposed |= self.filled(sorted({*nodes, *near}), proposed)
        return sorted(proposed.items())

    def filled(self, nodes: Iterable[Node], proposed: dict[Cell, int]) -> dict[Cell, int]:
        """The blank cells of some nodes whose figures follow from the others, and are not nothing."""
        found: dict[Cell, int] = {}
        for node in nodes:
            if fills := self._fills_of(node):
                found |= fills.after(proposed)
        return found

    def _fills_of(self, node: Node) -> Fills | None:
        """The blank cells of a node, if it has any."""
        if node not in self._fills:
            self._fills[node] = Fills(self.graph, node) if self.graph.merged(node).blanks else None
        return self._fills[node]

    def _nodes_of(self, cell: Cell) -> list[Node]:
        """The nodes that a cell leads between, as far as they have blank cells."""
        if cell not in self._beside:
            nodes = [self.graph.node(key) for key, _ in self.graph.hierarchy.ends(cell)]
            self._beside[cell] = [node for node in nodes if self._fills_of(node)]
        return self._beside[cell]
