"""Likelier forests than those a search has met, one cell exchanged for another at a time.

Where a block has too many smallest forests to list them all, the likeliest is seldom among the first ones met. A link
beside a forest closes a ring with some of its links; any of these may go instead, its share passed on round the ring.
That is done as long as the result is likelier (local search over the bases of a matroid).
"""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from sxtdbv_cli.diagnose.forests.block import Deltas
from sxtdbv_cli.diagnose.graph.edges import Node
from sxtdbv_cli.diagnose.graph.graph import Graph
from sxtdbv_cli.diagnose.graph.near import Link
from sxtdbv_cli.model.plan import Cell

_Way = list[tuple[Link, int]]
"""Links from the end of a way back to its start, each with its sign at the node that is come to first."""


class _Rooted:
    """A forest of which every node knows the way up to a root of its tree."""

    def __init__(self, links: Iterable[Link]) -> None:
        self.up: dict[Node, tuple[Node, Link, int]] = {}
        self.depth: dict[Node, int] = {}
        self.root: dict[Node, Node] = {}
        beside: dict[Node, list[Link]] = {}
        for link in links:
            beside.setdefault(link.one, []).append(link)
            beside.setdefault(link.two, []).append(link)
        for node in beside:
            if node not in self.root:
                self._grow(node, beside)

    def _grow(self, root: Node, beside: dict[Node, list[Link]]) -> None:
        """Take up the tree of a node."""
        self.root[root], self.depth[root] = root, 0
        waiting = [root]
        for node in waiting:
            for link in beside[node]:
                _, one, two, sign = link
                to = two if one == node else one
                if to not in self.root:
                    self.root[to], self.depth[to] = root, self.depth[node] + 1
                    self.up[to] = node, link, sign if one == to else -sign
                    waiting.append(to)

    def way(self, start: Node, end: Node) -> _Way:
        """The links from one node to another; none where nothing joins them."""
        if start not in self.root or self.root[start] != self.root.get(end):
            return []
        last: _Way = []
        first: _Way = []
        while start != end:
            if self.depth[end] >= self.depth[start]:
                end, link, sign = self.up[end]
                last.append((link, -sign))
            else:
                start, link, sign = self.up[start]
                first.append((link, sign))
        return last + first[::-1]


MOST_EXCHANGES = 12
"""No more than so many cells are exchanged one after the other."""

Met = frozenset[tuple[Cell, int]]
"""The deltas of a forest that was met."""


Carried = tuple[Cell, int, int]
"""A cell of a way, what is added to it, and its sign along the way."""


class Step(NamedTuple):
    """An exchange: what it saves (less than nothing), the number of the link that comes, the one that goes.

    ``more`` is passed round the ring, ``way`` is what it consists of beside the link that comes.
    """

    saved: int
    comes: int
    goes: Link
    more: int
    way: _Way


NONE = Step(0, -1, Link(-1, -1, -1, 0), 0, [])


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
        self._between: dict[tuple[Node, Node], list[int]] = {}
        for at, link in enumerate(self.links):
            self._between.setdefault((link.one, link.two), []).append(at)

    def likeliest(self, deltas: Deltas) -> Deltas:
        """The likeliest forest that exchanges lead to from one."""
        links = {link.cell: link for link in self.links if link.cell in deltas}
        met: list[Met] = []
        for _ in range(MOST_EXCHANGES):
            met.append(frozenset(deltas.items()))
            step = NONE if met[-1] in self._ends else self._best(links, deltas)
            if step is NONE:
                end = self._ends.get(met[-1], deltas)
                self._ends.update(dict.fromkeys(met, end))
                return end
            comes = self.links[step.comes]
            ring = {link.cell: deltas[link.cell] + step.more * sign for link, sign in step.way}
            deltas = deltas | ring | {comes.cell: step.more * comes.sign}
            del deltas[step.goes.cell], links[step.goes.cell]
            links[comes.cell] = comes
        return deltas

    def _best(self, forest: dict[Cell, Link], deltas: Deltas) -> Step:
        """The exchange that makes a forest likeliest, if any makes it likelier."""
        rooted = _Rooted(forest.values())
        best = NONE
        for (one, two), links in self._between.items():
            if (way := rooted.way(two, one)) and (comes := [at for at in links if self.links[at].cell not in forest]):
                best = self._round(comes, way, deltas, best)
        return best

    def _round(self, comes: Sequence[int], way: _Way, deltas: Deltas, best: Step) -> Step:
        """The best exchange so far, or a better one of new links between two nodes for one of the ring they close."""
        carried = [(link.cell, deltas[link.cell], sign) for link, sign in way]
        was = sum([self.prices[cell, delta] for cell, delta, _ in carried])
        least = sum([self.leasts[cell] for cell, _, _ in carried])
        cheapest = min([self.leasts[self.links[at].cell] for at in comes])
        for goes, sign in way:
            more = -deltas[goes.cell] * sign
            rest = self._cost(carried, goes.cell, more, least - self.leasts[goes.cell], was + best.saved - cheapest)
            for at in comes if rest is not None else ():
                cell, _, _, of = self.links[at]
                saved = (rest or 0) + self.prices[cell, more * of] - was
                if (saved, at) < (best.saved, best.comes):
                    best = Step(saved, at, goes, more, way)
        return best

    def _cost(self, carried: Sequence[Carried], gone: Cell, more: int, least: int, most: int) -> int | None:
        """What the cells of a way but one cost when more is passed along it.

        None as soon as it is more than ``most``, or one of them need not change.
        """
        cost = least
        for cell, delta, sign in carried:
            if cell != gone:
                if cost > most or not delta + more * sign:
                    return None
                cost += self.prices[cell, delta + more * sign] - self.leasts[cell]
        return cost if cost <= most else None
