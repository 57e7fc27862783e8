"""Groups of failing nodes that are alike: one becomes the other where columns change places.

Where no cell is blank or trusted, the graph looks the same from any column of a sum of columns: a leaf leads from its
sum across to the line above in each. So two groups that differ in columns only, of which the same lines fail, need
trees of the same size.
"""

from collections.abc import Hashable, Iterable

from sxtdbv_cli.diagnose.graph.edges import Node
from sxtdbv_cli.diagnose.graph.graph import Graph


class Alike:
    """What groups of nodes have in common with those that are alike, under failing nodes ``values``."""

    def __init__(self, graph: Graph, values: Iterable[Node]) -> None:
        network = graph.network
        self.rows, self.size = network.rows, network.size
        self.known = not graph.trusted and not graph.joined and not network.plan.line_rules
        failing: list[list[int]] = [[] for _ in range(network.width)]
        for node in sorted(values):
            if node >= self.size:
                column, line = self._place(node)
                failing[column].append(line)
        kinds: dict[Hashable, int] = {}
        self.columns: list[int] = []
        for at, lines in enumerate(failing):
            whole = [of for of, _ in network.column_sums[at][:1]]
            kind = (tuple(whole), network.plan.declared[at] is None, tuple(lines))
            self.columns.append(kinds.setdefault(kind, at))

    def _place(self, node: Node) -> tuple[int, int]:
        return divmod(node - self.size, self.rows)

    def sign(self, nodes: frozenset[Node]) -> Hashable:
        """The same for groups that are alike."""
        if not self.known:
            return nodes
        within: dict[int, list[int]] = {}
        for node in sorted(nodes):
            if node >= self.size:
                column, line = self._place(node)
                within.setdefault(column, []).append(line)
        kinds = sorted((self.columns[column], tuple(lines)) for column, lines in within.items())
        return frozenset(node for node in nodes if node < self.size), tuple(kinds)
