"""The failing nodes of a graph parted into blocks that can be explained one by one, and each block explained.

Most failing nodes stand next to those that the same wrong cell makes fail. Where arithmetic shows that a connected
piece can be parted into zero-sum groups in no better way than inside itself, it is *closed*: none of its smallest
explanations leads outside. What is not closed is searched with the nodes around it, a ring at a time.
"""

from collections.abc import Mapping, Sequence
from itertools import pairwise

from sxtdbv_cli.diagnose.forests.block import Block
from sxtdbv_cli.diagnose.forests.joining import joined
from sxtdbv_cli.diagnose.forests.search import Search
from sxtdbv_cli.diagnose.graph.edges import Node
from sxtdbv_cli.diagnose.graph.graph import Graph
from sxtdbv_cli.diagnose.graph.near import Link
from sxtdbv_cli.diagnose.meter import Meter
from sxtdbv_cli.diagnose.pieces import parted
from sxtdbv_cli.model.plan import Cell

Piece = tuple[tuple[Node, ...], list[Link]]
"""Nodes that hang together, and the cells between them."""


def explained_blocks(graph: Graph, values: dict[Node, int], meter: Meter) -> list[Block]:
    """Blocks that are independent of each other, together all failing nodes.

    Args:
        graph: the graph.
        values: what each failing node is off by, signs turned; grounds included.
        meter: what the searches may spend in all.
    """
    links = _links(graph, values)
    search = Search(graph, values, _joined_nodes(links), meter)
    closed: list[Block] = []
    open_pieces: list[tuple[Node, ...]] = []
    for nodes, within in _pieces(values, links):
        blocks = None if meter.late else _inside(search, nodes, within)
        closed += blocks or []
        if blocks is None:
            open_pieces.append(nodes)
    around = [search.around(block) for block in _neighbours(search, open_pieces)]
    found = joined(search, [*closed, *around])
    search.near.forget()
    return found


def _links(graph: Graph, values: dict[Node, int]) -> list[Link]:
    """The cells between failing nodes, once each."""
    found: dict[Cell, Link] = {}
    for node in values:
        graph.meter.check()
        found.update((cell, Link(cell, node, to, sign)) for cell, to, sign in graph.own_edges(node) if to in values)
    return sorted(found.values())


def _joined_nodes(links: Sequence[Link]) -> dict[Node, dict[Node, list[Link]]]:
    """For each failing node those next to it."""
    found: dict[Node, dict[Node, list[Link]]] = {}
    for link in links:
        found.setdefault(link.one, {}).setdefault(link.two, []).append(link)
        found.setdefault(link.two, {}).setdefault(link.one, []).append(link)
    return found


def _pieces(values: dict[Node, int], links: Sequence[Link]) -> list[Piece]:
    """The failing nodes that stand next to each other, with the cells between them."""
    within: dict[Node, list[Link]] = {node: [] for node in values}
    for link in links:
        within[link.one].append(link)
    parts = parted(values, [(link.one, link.two) for link in links])
    return [(part, sorted(link for node in part for link in within[node])) for part in parts]


def _inside(search: Search, nodes: tuple[Node, ...], links: list[Link]) -> list[Block] | None:
    """The explanations of a piece within itself, or None where it is not closed."""
    if len(nodes) == 1 or sum(search.values[node] for node in nodes) != 0:
        return None
    parts = _without_idle(nodes, links, search.values)
    most = [search.most_groups(part) for part, _ in parts]
    if len(parts) > 1 and sum(most) != search.most_groups(nodes):
        return None
    found = [
        search.of_size(part, within, len(part) - groups) for (part, within), groups in zip(parts, most, strict=True)
    ]
    return None if None in found else [block for block in found if block]


def _neighbours(search: Search, pieces: list[tuple[Node, ...]]) -> list[tuple[Node, ...]]:
    """Open pieces, those that share a node next to them taken together."""
    if len(pieces) == 1 or search.meter.late:
        return pieces
    first: dict[Node, int] = {}
    pairs: list[tuple[int, int]] = []
    for number, piece in enumerate(pieces):
        beside = {edge[1] for node in piece for edge in search.graph.edges(node)}.union(piece)
        pairs += {(first[node], number) for node in beside & first.keys()}
        first |= dict.fromkeys(beside, number)
    parts = parted(range(len(pieces)), pairs)
    return _balanced(search, [tuple(sorted(node for number in part for node in pieces[number])) for part in parts])


def _balanced(search: Search, parts: list[tuple[Node, ...]]) -> list[tuple[Node, ...]]:
    """Parts that do not add up to zero taken together, a tree at a time: they cannot be explained alone."""
    odd = [part for part in parts if sum(search.values[node] for node in part)]
    pairs = [pair for part in odd for pair in pairwise(part)]
    tops = [(part[0], search.graph.ground(part[0])) for part in odd]
    ours = {node for part in odd for node in part}
    found = parted([*ours, *[top for _, top in tops]], pairs + tops)
    together = [kept for part in found if (kept := tuple(sorted(ours.intersection(part))))]
    return [part for part in parts if part not in odd] + together


def _without_idle(nodes: tuple[Node, ...], links: Sequence[Link], values: Mapping[Node, int]) -> list[Piece]:
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
