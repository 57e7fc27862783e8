"""Forests as changes of cells, with those of the blank cells that follow from them."""

from collections.abc import Iterable

from sxtdbv_cli.diagnose.block import Deltas
from sxtdbv_cli.diagnose.edges import Node
from sxtdbv_cli.diagnose.fills import Fills
from sxtdbv_cli.diagnose.graph import Graph
from sxtdbv_cli.model.diagnosis import Change
from sxtdbv_cli.model.plan import Cell


class Remade:
    """Makes the changes of one graph. Forests share most of their nodes: what fills one is worked out once."""

    def __init__(self, graph: Graph) -> None:
        self.graph = graph
        self.cells = graph.cells
        self.fills: dict[Node, Fills] = {}

    def judged(self, changes: Iterable[Change]) -> int:
        """What some changes cost together."""
        return sum([self.graph.network.judge.price(change) for change in changes])

    def changes(self, added: Deltas, nodes: Iterable[Node]) -> tuple[Change, ...]:
        """The changes of the cells of a forest, and of the blank cells of some nodes."""
        proposed = {cell: (self.cells[cell] or 0) + delta for cell, delta in added.items()}
        if self.graph.joined:
            proposed |= self.filled(sorted(nodes), proposed)
        return tuple([self.graph.network.changes[change] for change in sorted(proposed.items())])

    def filled(self, nodes: Iterable[Node], proposed: dict[Cell, int]) -> dict[Cell, int]:
        """The blank cells of some nodes whose figures follow from the others, and are not nothing."""
        found: dict[Cell, int] = {}
        for node in nodes:
            if self.graph.merged(node).blanks:
                if node not in self.fills:
                    self.fills[node] = Fills(self.graph, node)
                found |= self.fills[node].after(proposed)
        return found
