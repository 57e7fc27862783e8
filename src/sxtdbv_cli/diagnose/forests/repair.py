"""The values that the cells of a forest take: on a forest they follow from what its nodes are off by."""

from collections.abc import Mapping, Sequence

from sxtdbv_cli.diagnose.forests.block import Deltas
from sxtdbv_cli.diagnose.graph.edges import Node
from sxtdbv_cli.diagnose.graph.graph import Graph
from sxtdbv_cli.diagnose.graph.near import Link
from sxtdbv_cli.diagnose.pieces import parted


def deltas(graph: Graph, links: Sequence[Link], values: Mapping[Node, int]) -> Deltas:
    """What must be added to each cell of a forest so that all its nodes hold.

    Where figures are rounded and a component does not add up to zero exactly, its nodes keep what their tolerance
    allows.
    """
    off = {node: graph.off_by(node, values) for link in links for node in (link.one, link.two)}
    if graph.rounded:
        for node, kept in _kept(graph, links, off).items():
            off[node] -= kept
    return carried(links, off)


def carried(links: Sequence[Link], values: Mapping[Node, int]) -> Deltas:
    """What is added to the cells of a forest whose nodes are off by ``values``, those that are not in it by nothing.

    Leaves first: the one link of a leaf must carry all that the leaf is off by.
    """
    off: dict[Node, int] = {}
    degree: dict[Node, int] = {}
    numbers: dict[Node, int] = {}  # once a node has one link only, this is the number of it
    for at, (_, one, two, _) in enumerate(links):
        for node in (one, two):
            if node not in off:
                off[node], degree[node], numbers[node] = values.get(node, 0), 1, at
            else:
                degree[node] += 1
                numbers[node] ^= at
    # A ground last, for it takes what is left.
    leaves = sorted([node for node in off if degree[node] == 1])
    found: Deltas = {}
    while leaves:
        leaf = leaves.pop()
        if not degree[leaf]:
            continue
        at = numbers[leaf]
        cell, one, two, sign = links[at]
        other = two if leaf == one else one
        found[cell] = -off[leaf] * sign if leaf == one else off[leaf] * sign
        off[other] += off[leaf]
        degree[other] -= 1
        numbers[other] ^= at
        if degree[other] == 1:
            leaves.insert(0 if other < 0 else len(leaves), other)
    return found


def _kept(graph: Graph, links: Sequence[Link], off: Mapping[Node, int]) -> dict[Node, int]:
    """How much each node stays off by, in whole steps of the table's precision, so that a component adds up."""
    step = graph.network.plan.unit.precision
    found: dict[Node, int] = {}
    for part in parted(off, [(link.one, link.two) for link in links]):
        if part[0] < 0:
            continue  # a ground takes it all
        total = sum(off[node] for node in part)
        for node in part:
            room = graph.tolerance(node) // step * step
            found[node] = max(-room, min(room, total))
            total -= found[node]
    return found
