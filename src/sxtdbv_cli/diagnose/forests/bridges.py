"""Pieces of failing nodes cut where nothing has to pass: both sides add up to zero by themselves."""

from collections.abc import Iterable, Mapping, Sequence

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


def _idle_bridges(nodes: Iterable[Node], links: Sequence[Link], values: Mapping[Node, int]) -> set[frozenset[Node]]:
    """Pairs of nodes whose link is a bridge with nothing to carry, by depth-first search (Tarjan 1974)."""
    near: dict[Node, set[Node]] = {node: set() for node in nodes}
    for link in links:
        near[link.one].add(link.two)
        near[link.two].add(link.one)
    order: dict[Node, int] = {}
    low: dict[Node, int] = {}
    idle: set[frozenset[Node]] = set()

    def visit(node: Node, parent: Node | None) -> int:
        low[node] = order[node] = len(order)
        carried = values[node]
        for other in sorted(near[node]):
            if other not in order:
                below = visit(other, node)
                carried += below
                low[node] = min(low[node], low[other])
                if low[other] > order[node] and not below:
                    idle.add(frozenset((node, other)))
            elif other != parent:
                low[node] = min(low[node], order[other])
        return carried

    visit(next(iter(nodes)), None)
    return idle
