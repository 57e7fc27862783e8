"""Failing sums that hold as soon as blank cells are filled."""

from collections.abc import Collection, Iterable

from sxtdbv_cli.diagnose.forests.block import Block
from sxtdbv_cli.diagnose.forests.remade import Remade
from sxtdbv_cli.diagnose.found import Found
from sxtdbv_cli.diagnose.graph.edges import Node
from sxtdbv_cli.diagnose.graph.graph import Graph
from sxtdbv_cli.diagnose.network import Key


def blanks_only(
    graph: Graph, balances: Collection[Key], values: dict[Node, int], blocks: Iterable[Block]
) -> list[Found]:
    """The failing sums that hold as soon as blank cells are filled, none of which a block has to do with."""
    if not graph.joined and not graph.rounded:
        return []
    cells = {cell for block in blocks for forest in block.forests for cell in forest}
    busy = {graph.node(end) for cell in cells for end, _ in graph.hierarchy.ends(cell)}.union(values)
    idle: dict[tuple[Node, ...], list[Key]] = {}
    for key in balances:
        nodes = _joined(graph, key, balances)
        if nodes and busy.isdisjoint(nodes):
            idle.setdefault(nodes, []).append(key)
    found = []
    for nodes, keys in idle.items():
        fills = graph.network.changes.explanation(Remade(graph, nodes).filled({}).items())
        found.append(Found(tuple(keys), 0, 0, complete=True, explanations=(fills,)))
    return found


def _joined(graph: Graph, key: Key, balances: Collection[Key]) -> tuple[Node, ...]:
    """The nodes that the blank cells of a sum belong to; none where its failing is a matter of other failing sums."""
    if not graph.hierarchy.follows(key):
        return (graph.node(key),)
    terms = [cell for cell, _ in graph.network.terms(key)]
    if any(graph.network.size + cell in balances for cell in terms):
        return ()
    blank = [cell for cell in terms if graph.cells[cell] is None]
    return tuple(sorted({graph.node(end) for cell in blank for end, _ in graph.hierarchy.ends(cell)}))
