"""Likelier forests than those a search has met, one cell exchanged for another at a time.

Where a block has too many smallest forests to list them all, the likeliest is seldom among the first ones met. A link
beside a forest closes a ring with some of its links; any of these may go instead, its share passed on round the ring.
That is done as long as the result is likelier (local search over the bases of a matroid).
"""

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from sxtdbv_cli.diagnose.edges import Node
from sxtdbv_cli.diagnose.graph import Graph
from sxtdbv_cli.diagnose.near import Link
from sxtdbv_cli.model.plan import Cell

MOST_EXCHANGES = 12
"""No more than so many cells are exchanged one after the other."""

Deltas = dict[Cell, int]
"""What is added to each cell of a forest."""

Price = Callable[[Cell, int], int]
"""What it costs that a cell is wrong by so much."""


class Step(NamedTuple):
    """An exchange: what it saves (less than nothing), the link that comes and the one that goes, the new deltas."""

    saved: int
    comes: Link
    goes: Link
    deltas: Deltas


class Exchange:
    """Looks for likelier forests over the nodes of one block.

    Args:
        graph: the graph.
        nodes: the nodes that forests may join.
        price: what it costs that a cell is wrong by so much.
    """

    def __init__(self, graph: Graph, nodes: Sequence[Node], price: Price) -> None:
        within = set(nodes)
        self.price = price
        self.links = [
            Link(cell, node, to, sign) for node in nodes for cell, to, sign in graph.own_edges(node) if to in within
        ]

    def likeliest(self, forest: Sequence[Link], deltas: Deltas) -> Deltas:
        """What is added to the cells of the likeliest forest that exchanges lead to."""
        links = {link.cell: link for link in forest}
        for _ in range(MOST_EXCHANGES):
            step = min(self._steps(links, deltas), default=None, key=lambda one: one.saved)
            if step is None:
                break
            del links[step.goes.cell]
            links[step.comes.cell] = step.comes
            deltas = step.deltas
        return deltas

    def _steps(self, forest: dict[Cell, Link], deltas: Deltas) -> Iterator[Step]:
        """The exchanges that make a forest likelier."""
        beside: dict[Node, list[Link]] = {}
        for link in forest.values():
            beside.setdefault(link.one, []).append(link)
            beside.setdefault(link.two, []).append(link)
        for comes in self.links:
            if comes.cell not in forest and comes.one in beside and comes.two in beside:
                yield from self._round(comes, _way(beside, comes.two, comes.one), deltas)

    def _round(self, comes: Link, way: Sequence[tuple[Link, int]], deltas: Deltas) -> Iterator[Step]:
        """The exchanges of a new link for one of the ring that it closes."""
        was = sum(self.price(link.cell, deltas[link.cell]) for link, _ in way)
        for goes, sign in way:
            more = -deltas[goes.cell] * sign
            ring = {link.cell: deltas[link.cell] + more * of for link, of in way if link is not goes}
            ring[comes.cell] = more * comes.sign
            saved = sum(self.price(cell, delta) for cell, delta in ring.items()) - was
            if saved < 0 and all(ring.values()):
                kept = {cell: delta for cell, delta in deltas.items() if cell != goes.cell}
                yield Step(saved, comes, goes, kept | ring)


def _way(beside: dict[Node, list[Link]], start: Node, end: Node) -> list[tuple[Link, int]]:
    """The links of a forest from one node to another, each with its sign at the end it is come to first."""
    came: dict[Node, tuple[Link, Node] | None] = {start: None}
    waiting = [start]
    while waiting and end not in came:
        node = waiting.pop()
        for link in beside[node]:
            to = link.two if link.one == node else link.one
            if to not in came:
                came[to] = link, node
                waiting.append(to)
    found: list[tuple[Link, int]] = []
    step = came.get(end)
    while step is not None:
        link, node = step
        found.append((link, link.sign if link.one == node else -link.sign))
        step = came[node]
    return found
