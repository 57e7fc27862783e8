"""Forests as explanations: the likeliest first, and likelier ones than were met."""

from collections.abc import Sequence

from sxtdbv_cli.diagnose.asked import Asked
from sxtdbv_cli.diagnose.forests.block import Block, Deltas, Forest
from sxtdbv_cli.diagnose.forests.exchange import Exchange
from sxtdbv_cli.diagnose.forests.remade import Remade
from sxtdbv_cli.diagnose.found import Found
from sxtdbv_cli.diagnose.graph.edges import Node
from sxtdbv_cli.diagnose.graph.graph import Graph
from sxtdbv_cli.model.diagnosis import Explanation
from sxtdbv_cli.model.plan import Cell

MOST_STARTS = 3
"""From so many forests likelier ones are looked for, where not all are known."""

Priced = tuple[int, Deltas]
"""What a forest adds to its cells, after what it costs that they are wrong by so much."""


def explained(asked: Asked, graph: Graph, block: Block) -> Found:
    """A block with its forests as changes, the likeliest first.

    When the time is over they are not listed, for the likeliest is not known.
    """
    keys = tuple(sorted(key for node in block.nodes for key in graph.merged(node).keys if key >= 0))
    if asked.meter.late:
        return Found(keys, None, block.lower_bound, complete=False, explanations=())
    added = [forest.added for forest in block.forests]
    complete = block.complete and len(added) <= asked.limit
    if len(added) > 1 or not block.complete:  # one alone need not be weighed
        priced = [(_cost(graph, one), one) for one in added]
        if not block.complete and not graph.rounded:
            priced += _likelier(graph, block.forests, priced)
        complete = complete and len(priced) <= asked.limit
        # Blank cells that are filled as well may change the order.
        added = _cheapest(priced, 2 * asked.limit if graph.joined or graph.rounded else asked.limit)
    return Found(keys, block.minimum, block.lower_bound, complete, _told(graph, block, added, asked.limit))


def _cost(graph: Graph, added: Deltas) -> int:
    """What it costs that the cells of a forest are wrong by so much."""
    return sum(map(graph.network.judge.prices.__getitem__, added.items()))


def _cheapest(priced: Sequence[Priced], most: int) -> list[Deltas]:
    """So many of the forests, the cheapest first."""
    dearest = sorted([price for price, _ in priced])[:most][-1:]
    found = [(price, sorted(added.items()), added) for price, added in priced if [price] <= dearest]
    return [added for _, _, added in sorted(found)[:most]]


def _likelier(graph: Graph, forests: Sequence[Forest], priced: Sequence[Priced]) -> list[Priced]:
    """Forests that are likelier than the likeliest of those that were met."""
    best = sorted(range(len(priced)), key=lambda at: (priced[at][0], at))[:MOST_STARTS]
    known = [added for _, added in priced]
    exchanges: dict[tuple[Node, ...], Exchange] = {}
    for at in best:
        links = sorted(forests[at].links)
        nodes = tuple(sorted({node for link in links for node in (link.one, link.two)}))
        if nodes not in exchanges:
            exchanges[nodes] = Exchange(graph, nodes)
        one = exchanges[nodes].likeliest(links, forests[at].added)
        if one not in known:
            known.append(one)
    return [(_cost(graph, one), one) for one in known[len(priced) :]]


def _told(graph: Graph, block: Block, added: Sequence[Deltas], most: int) -> tuple[Explanation, ...]:
    """So many forests as changes, with the blank cells that they settle; the likeliest first."""
    remade, changes = Remade(graph), graph.network.changes
    proposed = [remade.proposed(one, block.nodes) for one in added]
    if len(proposed) > 1 and graph.joined:
        proposed.sort(key=lambda one: (_cost_of(graph, one), one))
    return tuple([Explanation(tuple([changes[change] for change in one])) for one in proposed[:most]])


def _cost_of(graph: Graph, proposed: Sequence[tuple[Cell, int]]) -> int:
    """What it costs that cells should be what is proposed."""
    prices, cells = graph.network.judge.prices, graph.cells
    return sum([prices[cell, amount - (cells[cell] or 0)] for cell, amount in proposed])
