"""The nodes around some failing nodes that a small explanation could pass through."""

from collections.abc import Sequence

from sxtdbv_cli.diagnose.graph.edges import Edge, Node
from sxtdbv_cli.diagnose.graph.graph import Graph
from sxtdbv_cli.diagnose.meter import Meter
from sxtdbv_cli.model.plan import Cell

Linked = tuple[Cell, Node, Node, int]
"""A cell between two nodes and its sign in the first."""


def region(
    graph: Graph, ends: Sequence[Node], extra: int, avoid: frozenset[Node], meter: Meter
) -> tuple[list[Node], list[Linked]]:
    """The failing nodes ``ends``, the nodes between them except those to ``avoid``, and the cells that join them.

    A forest of ``extra`` cells more than the lower bound has groups that pass through at most ``extra + 1`` nodes
    that do not fail; such a node is at most ``extra + 2`` steps from two failing nodes together.
    """
    reach = extra + 1
    near = _explore(graph, ends, reach, avoid, meter)
    links = _links(near)
    beside: dict[Node, set[Node]] = {}
    for _, one, two, _ in links:
        beside.setdefault(one, set()).add(two)
        beside.setdefault(two, set()).add(one)
    kept = _between(ends, beside, reach)
    return sorted(kept), [link for link in links if link[1] in kept and link[2] in kept]


def _explore(
    graph: Graph,
    ends: Sequence[Node],
    reach: int,
    avoid: frozenset[Node],
    meter: Meter,
) -> dict[Node, list[Edge]]:
    """The edges of every node within reach of a failing one."""
    near: dict[Node, list[Edge]] = {}
    ring = list(ends)
    seen = set(ring)
    for _ in range(reach + 1):
        following: list[Node] = []
        for node in ring:
            near[node] = [edge for edge in graph.edges(node) if edge[1] not in avoid]
            meter.step(1 + len(near[node]) // 8)
            for _, to, _ in near[node]:
                if to not in seen:
                    seen.add(to)
                    following.append(to)
        ring = following
    return near


def _links(near: dict[Node, list[Edge]]) -> list[Linked]:
    """Every cell once, from whichever end it was seen first."""
    found = {cell: (cell, node, to, sign) for node in sorted(near) for cell, to, sign in near[node]}
    return [found[cell] for cell in sorted(found)]


def _between(ends: Sequence[Node], beside: dict[Node, set[Node]], reach: int) -> set[Node]:
    """The failing nodes and those whose two nearest of them are together at most ``reach + 1`` steps away."""
    nearest: dict[Node, list[tuple[int, Node]]] = {end: [(0, end)] for end in ends}
    ring = [(end, end) for end in sorted(ends)]
    for steps in range(1, reach + 1):
        following = []
        for node, end in ring:
            for to in sorted(beside.get(node, ())):
                known = nearest.setdefault(to, [])
                if len(known) < 2 and all(end != other for _, other in known):
                    known.append((steps, end))
                    following.append((to, end))
        ring = following
    wanted = {node for node, two in nearest.items() if len(two) == 2 and two[0][0] + two[1][0] <= reach + 1}
    return wanted.union(ends)
