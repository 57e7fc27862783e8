"""The sums of a table of lines by years as a graph: sums are nodes, cells are edges (see ``hierarchy``)."""

from collections.abc import Collection

from sxtdbv_cli.diagnose.graph.edges import Edge, Edges, Node
from sxtdbv_cli.diagnose.graph.hierarchy import Hierarchy
from sxtdbv_cli.diagnose.graph.merged import merged_nodes
from sxtdbv_cli.diagnose.meter import Meter
from sxtdbv_cli.diagnose.network import Key, Network
from sxtdbv_cli.diagnose.remembered import remembered
from sxtdbv_cli.model.plan import Cell


class Graph:
    """The part of the graph that is looked at; nodes and edges are made when they are asked for.

    Raises:
        Spent: the time was over before it was known which sums blank cells join.
    """

    def __init__(self, network: Network, gaps: dict[Key, int], trusted: frozenset[Cell], meter: Meter) -> None:
        self.network = network
        self.cells = network.plan.cells
        self.gaps = gaps
        self.trusted = trusted
        self.meter = meter
        self.hierarchy = Hierarchy(network)
        self._merged = merged_nodes(self.hierarchy, meter)
        self._homes = {key: node for node, merged in self._merged.items() for key in merged.keys}
        self._all = Edges(self.hierarchy, self._homes, trusted)
        self._residuals: dict[Node, int] = {}

    def node(self, key: Key) -> Node:
        """The node that a sum belongs to."""
        return self._homes.get(key, key)

    def keys(self, node: Node) -> tuple[Key, ...]:
        """The sums that a node is made of, a ground among them."""
        return self._merged[node].keys if node in self._merged else (node,)

    @property
    def joined(self) -> Collection[Node]:
        """The nodes that blank cells made of several sums."""
        return self._merged

    @remembered
    def edges(self, node: Node) -> list[Edge]:
        """The cells that lead from a node to others and may be changed; from a ground none are listed."""
        if node not in self._merged:
            return list(self._all.leading(node))
        leading = [edge for key in self._merged[node].keys for edge in self._all.leading(key)]
        return [edge for edge in leading if edge[1] != node]

    def around(self, node: Node) -> list[Edge]:
        """The cells that lead from a node to others and may be changed, those of a ground among them."""
        if node >= 0:
            return self.edges(node)
        grounds = [edge for key in self.keys(node) if key < 0 for edge in self._all.grounded(key)]
        return [*self.edges(node), *[edge for edge in grounds if edge[1] != node]]

    def own_edges(self, node: Node) -> list[Edge]:
        """Of the edges those that are enough to find every edge between two nodes from one of its ends."""
        found = [edge for key in self.keys(node) for edge in self._all.own(key)]
        return [edge for edge in found if edge[1] != node]

    def residual(self, node: Node) -> int:
        """What the sums of a node are off by, signs turned, blank cells taken for nothing."""
        if node not in self._merged:
            return self.gaps[node] * self.hierarchy.sign(node) if node in self.gaps else 0
        if node not in self._residuals:
            off = [(key, by) for key in self.keys(node) if key >= 0 and (by := self.network.off(key))]
            self._residuals[node] = sum([self.hierarchy.sign(key) * by for key, by in off])
        return self._residuals[node]

    def ground(self, node: Node) -> Node:
        """The ground of the tree that a node stands in."""
        key = next((key for key in self.keys(node) if key >= 0), None)
        if key is None:
            return node
        line, column = key % self.network.rows, key % self.network.size // self.network.rows
        return self.node(self.hierarchy.ground(line, column))
