"""Clusters of failing sums and the smallest sets of cells that explain each."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import NamedTuple

from sxtdbv_cli.diagnose.asked import Asked
from sxtdbv_cli.diagnose.block import Block
from sxtdbv_cli.diagnose.edges import Node
from sxtdbv_cli.diagnose.exchange import Exchange
from sxtdbv_cli.diagnose.fills import Fills
from sxtdbv_cli.diagnose.graph import Graph
from sxtdbv_cli.diagnose.near import Link
from sxtdbv_cli.diagnose.network import Key
from sxtdbv_cli.diagnose.rank import change
from sxtdbv_cli.diagnose.repair import deltas
from sxtdbv_cli.model.diagnosis import Change, Explanation
from sxtdbv_cli.model.plan import Cell

MOST_STARTS = 3
"""From so many forests likelier ones are looked for, where not all are known."""


class Found(NamedTuple):
    """A cluster before its sums are listed: the failing sums of the search, and what explains them."""

    keys: tuple[Key, ...]
    minimum: int | None
    lower_bound: int
    complete: bool
    explanations: tuple[Explanation, ...]


def explained(asked: Asked, graph: Graph, block: Block, values: dict[Node, int]) -> Found:
    """A block with its forests as changes, the likeliest first: a few more than are listed have their blanks filled.

    When the time is over they are not listed, for the likeliest is not known.
    """
    keys = tuple(sorted(key for node in block.nodes for key in graph.merged(node).keys if key >= 0))
    if asked.meter.late:
        return Found(keys, None, block.lower_bound, complete=False, explanations=())
    remade = Remade(graph)
    added = [deltas(graph, forest, values) for forest in block.forests]
    if not block.complete and not graph.rounded:
        added += likelier(graph, remade, block.forests, added)
    if len(added) > 1:  # one alone need not be weighed
        added = sorted(added, key=lambda one: (remade.cost(one), sorted(one.items())))
    nodes = frozenset(block.nodes if graph.joined else ())
    told = [remade.changes(one, nodes.union(_touched(graph, one))) for one in added[: 2 * asked.limit]]
    if len(told) > 1:
        told.sort(key=lambda changes: (remade.judged(changes), changes))
    complete = block.complete and len(added) <= asked.limit
    return Found(keys, block.minimum, block.lower_bound, complete, tuple(map(Explanation, told)))


def likelier(
    graph: Graph, remade: "Remade", forests: Sequence[Sequence[Link]], added: Sequence[dict[Cell, int]]
) -> list[dict[Cell, int]]:
    """Forests that are likelier than the likeliest of those that were met."""
    prices = [remade.cost(one) for one in added]
    best = sorted(range(len(added)), key=lambda at: (prices[at], at))[:MOST_STARTS]
    found: list[dict[Cell, int]] = []
    exchanges: dict[tuple[Node, ...], Exchange] = {}
    for at in best:
        nodes = tuple(sorted({*_ends(forests[at])}))
        if nodes not in exchanges:
            exchanges[nodes] = Exchange(graph, nodes, remade)
        one = exchanges[nodes].likeliest(forests[at], added[at])
        if one not in added and one not in found:
            found.append(one)
    return found


def _touched(graph: Graph, cells: Iterable[Cell]) -> Iterator[Node]:
    """The nodes of some cells, as far as blank cells joined any."""
    for cell in cells if graph.joined else ():
        for key, _ in graph.hierarchy.ends(cell):
            yield graph.node(key)


def _ends(forest: Sequence[Link]) -> Iterator[Node]:
    for link in forest:
        yield link.one
        yield link.two


class Remade:
    """Forests as changes of cells with what they cost. Forests share most of their cells, so each is judged once."""

    def __init__(self, graph: Graph) -> None:
        self.graph = graph
        self.plan = graph.network.plan
        self.made: dict[tuple[Cell, int], Change] = {}
        self.prices: dict[tuple[Cell, int], int] = {}
        self.fills: dict[Node, Fills] = {}

    def cost(self, added: dict[Cell, int]) -> int:
        """What it costs that the cells of a forest are wrong by so much."""
        return sum([self.price(cell, delta) for cell, delta in added.items()])

    def price(self, cell: Cell, delta: int) -> int:
        """What it costs that a cell is wrong by so much."""
        price = self.prices.get((cell, delta))
        if price is None:
            change = self.change(cell, (self.plan.cells[cell] or 0) + delta)
            price = self.prices[cell, delta] = self.graph.network.judge.price(change)
        return price

    def least(self, cell: Cell) -> int:
        """What it costs at least that a cell is wrong."""
        return self.graph.network.judge.least(cell)

    def judged(self, changes: Iterable[Change]) -> int:
        """What some changes cost together."""
        return sum([self.graph.network.judge.price(change) for change in changes])

    def changes(self, added: dict[Cell, int], nodes: Iterable[Node]) -> tuple[Change, ...]:
        """The changes of the cells of a forest, and of the blank cells of some nodes."""
        proposed = {cell: (self.plan.cells[cell] or 0) + delta for cell, delta in added.items()}
        if self.graph.joined:
            proposed = proposed | self.filled(sorted(nodes), proposed)
        return tuple([self.change(cell, amount) for cell, amount in sorted(proposed.items())])

    def change(self, cell: Cell, proposed: int) -> Change:
        """A change of a cell, with its slip."""
        made = self.made.get((cell, proposed))
        if made is None:
            made = self.made[cell, proposed] = change(self.plan, cell, proposed)
        return made

    def filled(self, nodes: Iterable[Node], proposed: dict[Cell, int]) -> dict[Cell, int]:
        """The blank cells of some nodes whose figures follow from the others, and are not nothing."""
        found: dict[Cell, int] = {}
        for node in nodes:
            if self.graph.merged(node).blanks:
                if node not in self.fills:
                    self.fills[node] = Fills(self.graph, node)
                found |= self.fills[node].after(proposed)
        return found


def blanks_only(
    graph: Graph, balances: Collection[Key], values: dict[Node, int], blocks: Iterable[Block]
) -> list[Found]:
    """The failing sums that hold as soon as blank cells are filled, none of which a block has to do with."""
    plan, remade = graph.network.plan, Remade(graph)
    busy = {node for block in blocks for forest in block.forests for link in forest for node in (link.one, link.two)}
    busy.update(values)
    idle: dict[tuple[Node, ...], list[Key]] = {}
    for key in balances:
        nodes = _joined(graph, key, balances)
        if nodes and busy.isdisjoint(nodes):
            idle.setdefault(nodes, []).append(key)
    found = []
    for nodes, keys in idle.items():
        fills = [change(plan, cell, amount) for cell, amount in sorted(remade.filled(nodes, {}).items())]
        found.append(Found(tuple(keys), 0, 0, complete=True, explanations=(Explanation(tuple(fills)),)))
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
