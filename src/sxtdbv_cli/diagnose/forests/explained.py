"""Forests as explanations: the likeliest first, and likelier ones than were met."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from heapq import heappop, heappush
from itertools import islice
from operator import itemgetter

from sxtdbv_cli.by_key import by_key
from sxtdbv_cli.diagnose.asked import Asked, Found
from sxtdbv_cli.diagnose.forests.block import Block, Deltas
from sxtdbv_cli.diagnose.forests.exchange import Exchange
from sxtdbv_cli.diagnose.forests.remade import Remade
from sxtdbv_cli.diagnose.graph.edges import Node
from sxtdbv_cli.diagnose.graph.graph import Graph
from sxtdbv_cli.diagnose.network import Key
from sxtdbv_cli.model.plan import Cell

MOST_STARTS = 3
"""From so many forests likelier ones are looked for, where not all are known."""

Moved = list[tuple[Cell, int]]
"""Cells with what is added to them."""

Priced = tuple[int, Deltas]
"""What a forest adds to its cells, after what it costs that they are wrong by so much."""


def explained(asked: Asked, graph: Graph, block: Block) -> Found:
    """A block with its forests as changes, the likeliest first.

    When the time is over they are not listed, for the likeliest is not known.
    """
    keys = tuple(sorted(key for node in block.nodes for key in graph.keys(node) if key >= 0))
    if asked.meter.late:
        return Found(keys, None, block.lower_bound, complete=False, explanations=())
    if len(block.forests) == 1 and block.complete:
        priced = [(0, block.forests[0])]  # one alone need not be weighed
    else:
        price = graph.network.judge.prices.of
        priced = [(price(forest), forest) for forest in block.forests]
        if not block.complete:
            priced += _likelier(graph, priced)
    complete = block.complete and len(priced) <= asked.limit
    told = map(graph.network.changes.explanation, islice(_ordered(asked, graph, block, priced), asked.limit))
    return Found(keys, block.minimum, block.lower_bound, complete, tuple(told))


def _likelier(graph: Graph, priced: Sequence[Priced]) -> list[Priced]:
    """Forests that are likelier than the likeliest of those that were met."""
    known = [added for _, added in priced]
    exchanges: dict[tuple[Node, ...], Exchange] = {}
    for _, best in sorted(priced, key=itemgetter(0))[:MOST_STARTS]:
        nodes = tuple(sorted({graph.node(end) for cell in best for end, _ in graph.hierarchy.ends(cell)}))
        if nodes not in exchanges:
            exchanges[nodes] = Exchange(graph, nodes)
        one = exchanges[nodes].likeliest(best)
        if one not in known:
            known.append(one)
    return [(graph.network.judge.prices.of(one), one) for one in known[len(priced) :]]


def _ordered(asked: Asked, graph: Graph, block: Block, priced: Sequence[Priced]) -> Iterator[Moved]:
    """What forests add to cells, the likeliest first. Blank cells that are filled as well make one less likely, so each
    has to wait for those that are no dearer without them."""
    remade = Remade(graph, block.nodes)
    waiting: list[tuple[int, Moved]] = []
    many = 2 * asked.limit if graph.joined else asked.limit
    most = max(sorted([price for price, _ in priced])[:many], default=0)
    ordered = sorted([(price, sorted(added.items()), added) for price, added in priced if price <= most])
    for price, changed, added in ordered[:many]:
        while waiting and waiting[0][0] < price:
            yield heappop(waiting)[1]
        if filled := remade.filled(added):
            heappush(waiting, (price + graph.network.judge.prices.of(filled), sorted([*changed, *filled.items()])))
        else:
            heappush(waiting, (price, changed))
    while waiting:
        yield heappop(waiting)[1]


def blanks_only(
    graph: Graph, balances: Collection[Key], values: dict[Node, int], blocks: Iterable[Block]
) -> list[Found]:
    """The failing sums that hold as soon as blank cells are filled, none of which a block has to do with."""
    if not graph.joined:
        return []
    cells = {cell for block in blocks for forest in block.forests for cell in forest}
    busy = {graph.node(end) for cell in cells for end, _ in graph.hierarchy.ends(cell)}.union(values)
    joined = ((_joined(graph, key, balances), key) for key in balances)
    found = []
    for nodes, keys in by_key((nodes, key) for nodes, key in joined if nodes and busy.isdisjoint(nodes)).items():
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
