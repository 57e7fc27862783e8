"""The smallest explanations of the failing nodes of one block: within themselves, or with the nodes around them."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager

from sxtdbv_cli.diagnose.forests.block import Block, Deltas, undecided
from sxtdbv_cli.diagnose.forests.covers import Covers
from sxtdbv_cli.diagnose.forests.forests import Forests, make_field
from sxtdbv_cli.diagnose.forests.groups import SMALL, most_anywhere, packed, paired, zero_sums
from sxtdbv_cli.diagnose.forests.priced import Priced
from sxtdbv_cli.diagnose.forests.spanning import Spanning, carried
from sxtdbv_cli.diagnose.forests.trees import Trees, enough
from sxtdbv_cli.diagnose.graph.edges import Node
from sxtdbv_cli.diagnose.graph.graph import Graph
from sxtdbv_cli.diagnose.graph.near import Joined, Link, Near
from sxtdbv_cli.diagnose.graph.region import region
from sxtdbv_cli.diagnose.meter import Meter, Spent

FARTHEST = 6
"""So many cells more than the lower bound are tried before a block is given up."""

BLOCK_STEPS = 5_000
"""What the search of one block may spend."""

MOST_NODES = 200
"""Failing nodes that hang together beyond this number are not searched."""

MOST_HALVED, MOST_GROUPS = 24, 1_000
"""Of up to so many failing nodes all groups that add up to zero are listed, if there are no more of them than this."""


class Search:
    """Looks for explanations of failing nodes.

    Args:
        graph: the graph.
        values: what each failing node is off by, signs turned; grounds included.
        joined: for each failing node those next to it.
        meter: what the searches may spend in all.
    """

    def __init__(self, graph: Graph, values: Mapping[Node, int], joined: Joined, meter: Meter) -> None:
        self.graph = graph
        self.values = values
        self.near = Near(graph, values, joined, meter)
        self.meter = meter
        self._trees: dict[frozenset[Node], Trees] = {}
        self._zero_sums: dict[tuple[Node, ...], list[int] | None] = {}
        self._priced: dict[tuple[Node, ...], Priced] = {}

    def most_groups(self, nodes: tuple[Node, ...]) -> int:
        """At most so many groups of some nodes add up to zero, connected or not."""
        values = [self.values[node] for node in nodes]
        most = most_anywhere(values)
        if len(paired(values)[1]) > SMALL and (groups := self._groups(nodes)) is not None:
            return min(most, packed(groups, len(nodes)))
        return most

    def of_size(self, nodes: tuple[Node, ...], links: list[Link], size: int) -> Block | None:
        """All forests within some nodes, of a size that is known to be the least possible; None if there are none."""
        with self._spending():
            if size == len(nodes) - 1:
                # No smaller group adds up to zero, so any tree over all of them is one.
                forests, complete = _first(Spanning(nodes, links, self.values).trees(), len(nodes))
            elif (groups := self._groups(nodes)) is None:
                forests, complete = self._within(nodes, links, size)
            else:
                # No better parting exists, so all its groups hang together.
                forests, complete = self._put_together(self._covers(nodes, groups, inside=True), size)
            return Block(nodes, size, size, complete, 0, forests) if forests else None
        return None

    def around(self, nodes: tuple[Node, ...]) -> Block:
        """The explanations of a block with the nodes around it, a cell more at a time."""
        if len(nodes) > MOST_NODES or self.meter.late:
            return undecided(nodes)
        groups = self._groups(nodes)
        if groups is not None:
            return self._covered(nodes, groups)
        if self.meter.left <= 0:
            return undecided(nodes)  # a table of which all is wrong: not even a look at its other nodes
        return self._grown(nodes)

    def _groups(self, nodes: tuple[Node, ...]) -> list[int] | None:
        """Every group of some nodes that adds up to zero; None where these are too many to list."""
        if len(nodes) > MOST_HALVED or not self.meter.may(1 << len(nodes) // 2 >> 4):
            return None
        if nodes not in self._zero_sums:
            self._zero_sums[nodes] = zero_sums([self.values[node] for node in nodes], MOST_GROUPS)
        return self._zero_sums[nodes]

    def _covers(self, nodes: tuple[Node, ...], groups: list[int], *, inside: bool = False) -> Covers:
        if nodes not in self._priced:
            self._priced[nodes] = Priced(self.near, nodes, groups)
        return Covers(self.near, self._priced[nodes], self._trees, inside=inside)

    def _covered(self, nodes: tuple[Node, ...], groups: list[int]) -> Block:
        """The explanations of a block of which all groups are known."""
        undone = undecided(nodes)
        with self._spending():
            covers = self._covers(nodes, groups)
            first = covers.proven
            undone = undecided(nodes, first)
            try:
                forests, complete = self._put_together(covers, first + FARTHEST - 1)
            finally:
                undone = undecided(nodes, covers.proven, covers.proven - first)
            if forests:
                size = len(forests[0])
                return Block(nodes, size, size, complete, size - first, forests)
        return undone

    def _grown(self, nodes: tuple[Node, ...]) -> Block:
        """The explanations of a block of which nothing is known, in a region that grows."""
        undone = undecided(nodes)
        avoid = frozenset(node for node in self.values if node not in nodes)
        with self._spending():
            for extra in range(FARTHEST):
                near, found = region(self.graph, nodes, extra, avoid, self.meter)
                links = [Link(*link) for link in found]
                least = self._forests(near, links).lower_bound()
                undone = undecided(nodes, max(undone.lower_bound, least))
                forests, complete = self._within(near, links, least + extra)
                if forests:
                    return Block(nodes, least + extra, least + extra, complete, extra, forests)
        return undone

    def _put_together(self, covers: Covers, most: int) -> tuple[tuple[Deltas, ...], bool]:
        """The smallest forests that trees make up, and whether these are all."""
        forests, ended = _first(covers.forests(most), len(covers.nodes))
        return forests, ended and covers.complete

    def _within(self, nodes: Sequence[Node], links: list[Link], size: int) -> tuple[tuple[Deltas, ...], bool]:
        """Forests of a size over some nodes, and whether these are all."""
        found = ([links[edge] for edge in sorted(edges)] for edges in self._forests(nodes, links).of_size(size))
        return _first((carried(chosen, self.values) for chosen in found), len(nodes))

    def _forests(self, nodes: Sequence[Node], links: Sequence[Link]) -> Forests:
        at = {node: index for index, node in enumerate(nodes)}
        field = make_field(
            [self.values.get(node, 0) for node in nodes], [(at[link.one], at[link.two]) for link in links]
        )
        return Forests(field, self.meter)

    @contextmanager
    def _spending(self) -> Iterator[None]:
        """A search of one block, which is given up, without a word, when it has spent what it may."""
        whole = self.meter
        with whole.spending(BLOCK_STEPS) as part:
            self.meter = self.near.meter = part
            try:
                yield
            except Spent:
                self._trees.clear()  # some of them may have been listed in part
            finally:
                self.meter = self.near.meter = whole


def _first(forests: Iterable[Deltas], nodes: int) -> tuple[tuple[Deltas, ...], bool]:
    """As many forests over some nodes as are ranked, and whether there are no more.

    Raises:
        Spent: the search broke off before any was found.
    """
    found: list[Deltas] = []
    try:
        for forest in forests:
            if len(found) == enough(len(forest), nodes):
                return tuple(found), False
            found.append(forest)
    except Spent:
        if not found:
            raise
        return tuple(found), False
    return tuple(found), True
