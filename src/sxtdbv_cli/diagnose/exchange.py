"""Likelier forests than those a search has met, one cell exchanged for another at a time.

Where a block has too many smallest forests to list them all, the likeliest is seldom among the first ones met. A link
beside a forest closes a ring with some of its links; any of these may go instead, its share passed on round the ring.
That is done as long as the result is likelier (local search over the bases of a matroid).
"""

from collections.abc import Sequence
from typing import NamedTuple

from sxtdbv_cli.diagnose.block import Deltas
from sxtdbv_cli.diagnose.edges import Node
from sxtdbv_cli.diagnose.graph import Graph
from sxtdbv_cli.diagnose.near import Link
from sxtdbv_cli.diagnose.rooted import Rooted, Way
from sxtdbv_cli.model.plan import Cell

MOST_EXCHANGES = 12
"""No more than so many cells are exchanged one after the other."""

Met = frozenset[tuple[Cell, int]]
"""The deltas of a forest that was met."""


Carried = tuple[Cell, int, int]
"""A cell of a ring, what is added to it, and its sign on the way round."""


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
    """

    def __init__(self, graph: Graph, nodes: Sequence[Node]) -> None:
        within = set(nodes)
        self.prices, self.leasts = graph.network.judge.prices, graph.network.judge.leasts
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
        ring = [(comes.cell, 0, comes.sign), *[(link.cell, deltas[link.cell], sign) for link, sign in way]]
        was = sum([self.prices[cell, delta] for cell, delta, _ in ring[1:]])
        most = was + (best.saved if best else 0)
        least = sum([self.leasts[cell] for cell, _, _ in ring])
        for goes, sign in way:
            more = -deltas[goes.cell] * sign
            now = self._cost(ring, goes.cell, more, least - self.leasts[goes.cell], most)
            if now < most:
                after = deltas | {cell: delta + more * of for cell, delta, of in ring}
                del after[goes.cell]
                best, most = Step(now - was, comes, goes, after), now
        return best

    def _cost(self, ring: Sequence[Carried], gone: Cell, more: int, least: int, most: int) -> int:
        """What the cells of a ring but one cost when more is passed round it.

        ``most`` as soon as it is no less, or one of them need not change.
        """
        cost = least
        for cell, delta, sign in ring:
            if cell != gone:
                if cost >= most or not delta + more * sign:
                    return most
                cost += self.prices[cell, delta + more * sign] - self.leasts[cell]
        return cost
