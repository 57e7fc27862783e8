"""Pieces of failing nodes cut where nothing has to pass: both sides add up to zero by themselves."""

from collections.abc import Mapping, Sequence

from sxtdbv_cli.diagnose.graph.edges import Node
from sxtdbv_cli.diagnose.graph.near import Link
from sxtdbv_cli.diagnose.pieces import parted

Piece = tuple[tuple[Node, ...], list[Link]]
"""Nodes that hang together, and the cells between them."""


def without_idle(nodes: tuple[Node, ...], links: Sequence[Link], values: Mapping[Node, int]) -> list[Piece]:
    """A piece cut at the bridges that nothing has to pass."""
    idle = _idle_bridges(nodes, links, values)
    kept = [link for link in links if frozenset((link.one, link.two)) not in idle]
    parts = parted(nodes, [(link.one, link.two) for link in kept])
    first = {node: part[0] for part in parts for node in part}
    within: dict[Node, list[Link]] = {part[0]: [] for part in parts}
    for link in kept:
        within[first[link.one]].append(link)
    return [(part, within[part[0]]) for part in parts]


def _idle_bridges(nodes: Sequence[Node], links: Sequence[Link], values: Mapping[Node, int]) -> set[frozenset[Node]]:
    """Pairs of nodes whose link is a bridge with nothing to carry."""
    near: dict[Node, set[Node]] = {node: set() for node in nodes}
    for link in links:
        near[link.one].add(link.two)
        near[link.two].add(link.one)
    found = _Bridges(near, values)
    found.visit(nodes[0], None)
    return found.idle


class _Bridges:
    """A depth-first search for bridges (Tarjan 1974): each node is visited once, all that it leads on to with it."""

    def __init__(self, near: Mapping[Node, set[Node]], values: Mapping[Node, int]) -> None:
        self.near = near
        self.values = values
        self.idle: set[frozenset[Node]] = set()
        self._order: dict[Node, int] = {}
        self._low: dict[Node, int] = {}

    def visit(self, node: Node, parent: Node | None) -> int:
        """What a node and all that it leads on to are off by together."""
        order, low = self._order, self._low
        low[node] = order[node] = len(order)
        carried = self.values[node]
        for other in sorted(self.near[node]):
            if other not in order:
                below = self.visit(other, node)
                carried += below
                low[node] = min(low[node], low[other])
                if low[other] > order[node] and not below:
                    self.idle.add(frozenset((node, other)))
            elif other != parent:
                low[node] = min(low[node], order[other])
        return carried
