"""Likelier forests than those a search has met, one cell exchanged for another at a time.

Where a block has too many smallest forests to list them all, the likeliest is seldom among the first ones met. A link
beside a forest closes a ring with some of its links; any of these may go instead, its share passed on round the ring.
That is done as long as the result is likelier (local search over the bases of a matroid).
"""

from collections.abc import Sequence
from typing import NamedTuple, Protocol

from sxtdbv_cli.diagnose.edges import Node
from sxtdbv_cli.diagnose.graph import Graph
from sxtdbv_cli.diagnose.near import Link
from sxtdbv_cli.diagnose.rooted import Rooted, Way
from sxtdbv_cli.model.plan import Cell

MOST_EXCHANGES = 12
"""No more than so many cells are exchanged one after the other."""

Deltas = dict[Cell, int]
"""What is added to each cell of a forest."""

Met = frozenset[tuple[Cell, int]]
"""The deltas of a forest that was met."""


class Prices(Protocol):
    """What cells cost."""

    def price(self, cell: Cell, delta: int) -> int:
        """What it costs that a cell is wrong by so much."""

    def least(self, cell: Cell) -> int:
        """What it costs at least that a cell is wrong."""


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
        prices: what it costs that cells are wrong.
    """

    def __init__(self, graph: Graph, nodes: Sequence[Node], prices: Prices) -> None:
        within = set(nodes)
        self.prices = prices
        self._ends: dict[Met, Deltas] = {}  # where exchanges led from forests that were met
        self.links = [
            Link(cell, node, to, sign) for node in nodes for cell, to, sign in graph.own_edges(node) if to in within
        ]

    def likeliest(self, forest: Sequence[Link], deltas: Deltas) -> Deltas:
        """What is added to the cells of the likeliest forest that exchanges lead to."""
        links = {link.cell: link for link in forest}
        met: list[Met] = []
        for _ in range(MOST_EXCHANGES):
            met.append(frozenset(deltas.items()))
            step = None if met[-1] in self._ends else self._best(links, deltas)
            if step is None:
                end = self._ends.get(met[-1], deltas)
                self._ends.update(dict.fromkeys(met, end))
                return end
            del links[step.goes.cell]
            links[step.comes.cell] = step.comes
            deltas = step.deltas
        return deltas

    def _best(self, forest: dict[Cell, Link], deltas: Deltas) -> Step | None:
        """The exchange that makes a forest likeliest, if any makes it likelier."""
        rooted = Rooted(forest.values())
        best: Step | None = None
        for comes in self.links:
            if comes.cell not in forest:
                best = self._round(comes, rooted.way(comes.two, comes.one), deltas, best)
        return best

    def _round(self, comes: Link, way: Way, deltas: Deltas, best: Step | None) -> Step | None:
        """The best exchange so far, or a better one of a new link for one of the ring that it closes."""
        price, least = self.prices.price, self.prices.least
        was = sum([price(link.cell, deltas[link.cell]) for link, _ in way])
        bound = sum([least(link.cell) for link, _ in way]) + least(comes.cell)
        for goes, sign in way:
            more = -deltas[goes.cell] * sign
            ring = {comes.cell: more * comes.sign}
            ring |= {link.cell: deltas[link.cell] + more * of for link, of in way if link is not goes}
            most = was + (best.saved if best else 0)
            now = self._cost(ring, bound - least(goes.cell), most)
            if now < most:
                kept = {cell: delta for cell, delta in deltas.items() if cell != goes.cell}
                best = Step(now - was, comes, goes, kept | ring)
        return best

    def _cost(self, ring: Deltas, bound: int, most: int) -> int:
        """What the cells of a ring cost, or ``most`` as soon as it is no less, or one of them need not change."""
        if not all(ring.values()):
            return most
        cost = bound
        for cell, delta in ring.items():
            if cost >= most:
                return most
            cost += self.prices.price(cell, delta) - self.prices.least(cell)
        return cost
