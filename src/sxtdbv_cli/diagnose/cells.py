"""Clusters of failing sums and the smallest sets of cells that explain each."""

from collections.abc import Collection, Iterable, Sequence
from typing import NamedTuple

from sxtdbv_cli.diagnose.blocks import Block, Link
from sxtdbv_cli.diagnose.fills import Fills
from sxtdbv_cli.diagnose.graph import Graph, Node
from sxtdbv_cli.diagnose.network import Key
from sxtdbv_cli.diagnose.rank import change, cost
from sxtdbv_cli.diagnose.repair import deltas
from sxtdbv_cli.model.diagnosis import Change, Explanation
from sxtdbv_cli.model.plan import Cell


class Found(NamedTuple):
    """A cluster before its sums are listed: the failing sums of the search, and what explains them."""

    keys: tuple[Key, ...]
    minimum: int | None
    lower_bound: int
    complete: bool
    explanations: tuple[Explanation, ...]


def explained(graph: Graph, block: Block, values: dict[Node, int]) -> Found:
    """A block with its forests as changes, the likeliest first."""
    plan = graph.network.plan
    known: dict[Node, Fills] = {}
    changes = [_changes(graph, forest, block.nodes, values, known) for forest in block.forests]
    ranked = sorted(map(Explanation, changes), key=lambda one: (cost(plan, one), one.changes))
    keys = tuple(sorted(key for node in block.nodes for key in graph.merged(node).keys if key >= 0))
    return Found(keys, block.minimum, block.lower_bound, block.complete, tuple(ranked))


def blanks_only(
    graph: Graph, balances: Collection[Key], values: dict[Node, int], blocks: Iterable[Block]
) -> list[Found]:
    """The failing sums that hold as soon as blank cells are filled, none of which a block has to do with."""
    plan = graph.network.plan
    busy = {node for block in blocks for forest in block.forests for link in forest for node in (link.one, link.two)}
    busy.update(values)
    idle: dict[tuple[Node, ...], list[Key]] = {}
    for key in balances:
        nodes = _joined(graph, key, balances)
        if nodes and busy.isdisjoint(nodes):
            idle.setdefault(nodes, []).append(key)
    found = []
    for nodes, keys in idle.items():
        fills = [change(plan, cell, amount) for cell, amount in sorted(filled(graph, nodes, {}, {}).items())]
        found.append(Found(tuple(keys), 0, 0, complete=True, explanations=(Explanation(tuple(fills)),)))
    return found


def _joined(graph: Graph, key: Key, balances: Collection[Key]) -> tuple[Node, ...]:
    """The nodes that the blank cells of a sum belong to; none where its failing is a matter of other failing sums."""
    if not graph.follows(key):
        return (graph.node(key),)
    terms = [cell for cell, _ in graph.network.terms(key)]
    if any(graph.network.size + cell in balances for cell in terms):
        return ()
    blank = [cell for cell in terms if graph.cells[cell] is None]
    return tuple(sorted({graph.node(end) for cell in blank for end, _ in graph.ends(cell)}))


def _changes(
    graph: Graph, forest: Sequence[Link], nodes: Iterable[Node], values: dict[Node, int], known: dict[Node, Fills]
) -> tuple[Change, ...]:
    plan = graph.network.plan
    added = deltas(graph, forest, values)
    proposed = {cell: (plan.cells[cell] or 0) + delta for cell, delta in added.items()}
    touched = {node for link in forest for node in (link.one, link.two)}.union(nodes)
    proposed |= filled(graph, sorted(touched), proposed, known)
    return tuple(change(plan, cell, proposed[cell]) for cell in sorted(proposed))


def filled(graph: Graph, nodes: Iterable[Node], proposed: dict[Cell, int], known: dict[Node, Fills]) -> dict[Cell, int]:
    """The blank cells of some nodes whose figures follow from the others, and are not nothing."""
    found: dict[Cell, int] = {}
    for node in nodes:
        if graph.merged(node).blanks:
            if node not in known:
                known[node] = Fills(graph, node)
            found |= known[node].after(proposed)
    return found
