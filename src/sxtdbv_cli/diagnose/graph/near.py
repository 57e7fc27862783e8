"""What lies around some failing nodes: the cells that lead on from them, and how far it is from one to another."""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from sxtdbv_cli.diagnose.graph.edges import Edge, Node
from sxtdbv_cli.diagnose.graph.graph import Graph
from sxtdbv_cli.diagnose.meter import Meter
from sxtdbv_cli.diagnose.remembered import remembered
from sxtdbv_cli.model.plan import Cell

Beside = Mapping[Node, list[Edge]]
"""The nodes next to one, with the cells that lead there."""


class Link(NamedTuple):
    """A cell between two nodes, with its sign in the first; in the second it has the opposite one."""

    cell: Cell
    one: Node
    two: Node
    sign: int


Joined = Mapping[Node, Mapping[Node, list[Link]]]
"""For failing nodes those next to them, with the cells that lead there."""


class Bits(dict[Node, int]):
    """Nodes as bits of masks; they are numbered as they are met."""

    def __init__(self) -> None:
        super().__init__()
        self.nodes: list[Node] = []

    def __missing__(self, node: Node) -> int:
        found = self[node] = 1 << len(self.nodes)
        self.nodes.append(node)
        return found


class Near:
    """The graph around failing nodes. No way leads through a failing node.

    Args:
        graph: the graph.
        values: what every failing node is off by.
        joined: for failing nodes those next to them.
        meter: what looking around may spend.
    """

    def __init__(
        self,
        graph: Graph,
        values: Mapping[Node, int],
        joined: Joined,
        meter: Meter,
    ) -> None:
        self.graph = graph
        self.values = values
        self.joined = joined
        self.meter = meter
        self._balls: dict[frozenset[Node], Ball] = {}
        self._bits = Bits()

    @remembered
    def beside(self, node: Node) -> Beside:
        """The nodes next to a node with the cells that lead there."""
        edges = self.graph.around(node)
        found = {edge[1]: [edge] for edge in edges}
        if len(found) < len(edges):
            for edge in edges:
                if found[edge[1]][0] is not edge:
                    found[edge[1]].append(edge)
        self.meter.step(1 + len(found) // 16)
        return found

    def mask(self, nodes: Iterable[Node]) -> int:
        """Some nodes as bits of a mask."""
        return sum(map(self._bits.__getitem__, nodes))

    @remembered
    def ring(self, bit: int) -> int:
        """The nodes next to a node."""
        return self.mask(self.beside(self._bits.nodes[bit.bit_length() - 1]))

    def links(self, nodes: frozenset[Node], through: frozenset[Node]) -> list[Link]:
        """Every cell that joins two of some failing nodes and some others, once."""
        within = self._joining(nodes)
        if not through:
            return within
        found = {link.cell: link for link in within}
        for one in [*nodes, *through] if len(through) > 1 else nodes:
            beside = self.beside(one)
            for to in beside.keys() & through:
                for cell, _, sign in beside[to]:
                    found[cell] = Link(cell, one, to, sign)
        return [found[cell] for cell in sorted(found)]

    @remembered
    def _joining(self, nodes: frozenset[Node]) -> list[Link]:
        """Every cell that joins two of some failing nodes, once."""
        beside = [item for node in nodes for item in self.joined.get(node, {}).items()]
        found = {link.cell: link for to, links in beside if to in nodes for link in links}
        return [found[cell] for cell in sorted(found)]

    def hubs(self, nodes: Sequence[Node]) -> list[int]:
        """Which of some failing nodes one that does not fail is next to: masks of two or more, none within another."""
        masks: dict[Node, int] = {}
        for at, node in enumerate(nodes):
            bit = 1 << at
            for to in self.beside(node):
                masks[to] = masks.get(to, 0) | bit
        for node in self.values.keys() & masks.keys():
            del masks[node]
        found: list[int] = []
        for mask in sorted({mask for mask in masks.values() if mask & (mask - 1)}, key=int.bit_count, reverse=True):
            if not any(mask & other == mask for other in found):
                found.append(mask)
        return found

    def ball(self, nodes: frozenset[Node]) -> "Ball":
        """What lies around some failing nodes that hang together."""
        if nodes not in self._balls:
            self._balls[nodes] = Ball(self, nodes)
        return self._balls[nodes]

    def forget(self) -> None:
        """Let go of what knows this in turn: a circle that only the collector would find."""
        for ball in self._balls.values():
            ball.forget()
        self._balls.clear()


class Ball:
    """How far nodes that do not fail are from the nearest of some that hang together, as far as it was looked."""

    def __init__(self, near: Near, nodes: frozenset[Node]) -> None:
        self.near = near
        self.rings: list[set[Node]] = [set(nodes)]
        self.steps: dict[Node, int] = dict.fromkeys(nodes, 0)
        self._looked: dict[Ball, tuple[int, bool]] = {}

    def ring(self, radius: int) -> set[Node]:
        """The nodes at a distance."""
        while len(self.rings) <= radius:
            fresh: set[Node] = set()
            for node in self.rings[-1]:
                fresh.update(self.near.beside(node))
            fresh.difference_update(self.steps, fresh & self.near.values.keys())
            self.steps.update(dict.fromkeys(fresh, len(self.rings)))
            self.rings.append(fresh)
        return self.rings[radius]

    def steps_to(self, other: "Ball", most: int) -> int:
        """How far the nodes of another ball are away, or ``most`` if they are farther."""
        steps, met = self._looked.get(other, (2, False))
        if not met and steps < most:
            while steps < most and self.ring(steps - steps // 2).isdisjoint(other.ring(steps // 2)):
                steps += 1
            self._looked[other] = other._looked[self] = steps, steps < most
        return min(steps, most)

    def forget(self) -> None:
        """Let go of the balls that were looked at, which know this one in turn."""
        self._looked.clear()

    @remembered
    def ways(self, node: Node) -> list[frozenset[Node]]:
        """The nodes on every shortest way to a node, itself among them."""
        steps = self.steps[node]
        if steps == 1:
            return [frozenset((node,))]
        ring = self.ring(steps - 1)
        before = sorted([one for one in ring if node in self.near.beside(one)])
        return [way | {node} for one in before for way in self.ways(one)]
