"""The failing nodes of a graph parted into blocks that can be explained one by one, and each block explained.

Most failing nodes stand next to those that the same wrong cell makes fail. Where arithmetic shows that a connected
piece can be parted into zero-sum groups in no better way than inside itself, it is *closed*: none of its smallest
explanations leads outside. What is not closed is searched with the nodes around it, a ring at a time.
"""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from itertools import pairwise
from typing import NamedTuple

from sxtdbv_cli.diagnose.covers import Covers
from sxtdbv_cli.diagnose.forests import Forests, make_field
from sxtdbv_cli.diagnose.graph import Edge, Graph, Node
from sxtdbv_cli.diagnose.groups import SMALL, most_anywhere, packed, zero_sums
from sxtdbv_cli.diagnose.meter import Meter, Spent
from sxtdbv_cli.diagnose.near import Link, Near
from sxtdbv_cli.diagnose.pieces import parted
from sxtdbv_cli.diagnose.region import region

FARTHEST = 6
"""So many cells more than the lower bound are tried before a block is given up."""

BLOCK_STEPS = 5_000
"""What the search of one block may spend."""

MOST_TOGETHER = 34
"""Failing nodes of several blocks beyond this number are not searched together."""

MOST_FORESTS = 200
"""So many explanations of a block are ranked; the likeliest of them are listed."""

MOST_NODES = 200
"""Failing nodes that hang together beyond this number are not searched."""

MOST_HALVED, MOST_GROUPS = 24, 1_000
"""Of up to so many failing nodes all groups that add up to zero are listed, if there are no more of them than this."""


class Block(NamedTuple):
    """Failing nodes and all their smallest forests (``minimum`` None: none was found).

    ``lower_bound`` is what was proven, ``excess`` how far the minimum is from what arithmetic alone proves.
    """

    nodes: tuple[Node, ...]
    minimum: int | None
    lower_bound: int
    complete: bool
    excess: int
    forests: tuple[tuple[Link, ...], ...]


class Blocks:
    """Explains the failing nodes of one graph.

    Args:
        graph: the graph.
        values: what each failing node is off by, signs turned; grounds included.
        meter: what the searches may spend in all.
    """

    def __init__(self, graph: Graph, values: dict[Node, int], meter: Meter) -> None:
        self.graph = graph
        self.values = values
        self.meter = meter
        self.joined: dict[Node, dict[Node, list[Edge]]] = {}

    def solve(self) -> list[Block]:
        """Blocks that are independent of each other, together all failing nodes."""
        closed: list[Block] = []
        open_pieces: list[tuple[Node, ...]] = []
        for nodes, links in self._pieces():
            blocks = self._inside(nodes, links)
            closed += blocks or []
            if blocks is None:
                open_pieces.append(nodes)
        return self._joined([*closed, *[self._around(block) for block in self._neighbours(open_pieces)]])

    def _pieces(self) -> list[tuple[tuple[Node, ...], list[Link]]]:
        """The failing nodes that stand next to each other, with the cells between them."""
        links = [
            Link(cell, node, to, sign)
            for node in self.values
            for cell, to, sign in self.graph.own_edges(node)
            if to in self.values
        ]
        unique = {link.cell: link for link in links}
        parts = parted(self.values, [(link.one, link.two) for link in unique.values()])
        within: dict[Node, list[Link]] = {node: [] for node in self.values}
        for cell, one, two, sign in sorted(unique.values()):
            within[one].append(Link(cell, one, two, sign))
            self.joined.setdefault(one, {}).setdefault(two, []).append((cell, two, sign))
            self.joined.setdefault(two, {}).setdefault(one, []).append((cell, one, -sign))
        return [(part, sorted(link for node in part for link in within[node])) for part in parts]

    def _inside(self, nodes: tuple[Node, ...], links: Sequence[Link]) -> list[Block] | None:
        """The explanations of a piece within itself, or None where it is not closed."""
        values = [self.values[node] for node in nodes]
        rounded = self.graph.network.plan.unit.precision > 1
        if len(nodes) == 1 or (sum(values) != 0 and not rounded):
            return None
        parts = [(nodes, list(links))] if rounded else _without_idle(nodes, links, self.values)
        if rounded and len(nodes) > 3:
            return None
        most = [len(part) // 2 if rounded else self._most_groups(part) for part, _ in parts]
        if len(parts) > 1 and sum(most) != self._most_groups(nodes):
            return None
        found = [
            self._of_size(part, within, len(part) - groups) for (part, within), groups in zip(parts, most, strict=True)
        ]
        return None if None in found else [block for block in found if block]

    def _of_size(self, nodes: tuple[Node, ...], links: list[Link], size: int) -> Block | None:
        """All forests of a size that is known to be the least possible."""
        with self._spending(BLOCK_STEPS):
            groups = self._groups(nodes)
            if groups is None:
                forests, complete = self._search(nodes, links, size)
            else:
                near = Near(self.graph, nodes, self.values, self.joined, self.meter)
                forests, complete = self._listed(Covers(near, nodes, groups), size)
            return Block(nodes, size, size, complete, 0, forests) if forests else None
        return None

    def _most_groups(self, nodes: Sequence[Node]) -> int:
        """At most so many groups of some nodes add up to zero, connected or not."""
        most = most_anywhere([self.values[node] for node in nodes])
        if len(nodes) > SMALL and (groups := self._groups(nodes)) is not None:
            return min(most, packed(groups, len(nodes)))
        return most

    def _groups(self, nodes: Sequence[Node]) -> list[int] | None:
        """Every group of some nodes that adds up to zero; None where these are too many to list."""
        if self.graph.rounded or len(nodes) > MOST_HALVED or not self.meter.may(1 << len(nodes) // 2 >> 4):
            return None
        return zero_sums([self.values[node] for node in nodes], MOST_GROUPS)

    def _listed(self, covers: Covers, most: int) -> tuple[tuple[tuple[Link, ...], ...], bool]:
        """The smallest forests, and whether these are all."""
        found: list[tuple[Link, ...]] = []
        try:
            for forest in covers.forests(most):
                if len(found) == MOST_FORESTS:
                    return tuple(found), False
                found.append(forest)
        except Spent:
            if not found:
                raise
            return tuple(found), False
        return tuple(found), covers.complete

    def _search(self, nodes: Sequence[Node], links: list[Link], size: int) -> tuple[tuple[tuple[Link, ...], ...], bool]:
        """Forests of a size over some nodes, and whether these are all."""
        found: list[tuple[Link, ...]] = []
        try:
            for forest in self._forests(nodes, links).of_size(size):
                if len(found) == MOST_FORESTS:
                    return tuple(found), False
                found.append(tuple(links[edge] for edge in sorted(forest)))
        except Spent:
            if not found:
                raise
            return tuple(found), False
        return tuple(found), True

    def _forests(self, nodes: Sequence[Node], links: Sequence[Link]) -> Forests:
        at = {node: index for index, node in enumerate(nodes)}
        field = make_field(
            [off_by(self.graph, node, self.values) for node in nodes],
            [self.graph.tolerance(node) for node in nodes],
            [(at[link.one], at[link.two]) for link in links],
        )
        return Forests(field, self.meter)

    def _neighbours(self, pieces: list[tuple[Node, ...]]) -> list[tuple[Node, ...]]:
        """Open pieces, those that share a node next to them taken together."""
        if len(pieces) == 1:
            return pieces
        first: dict[Node, int] = {}
        pairs: list[tuple[int, int]] = []
        for number, piece in enumerate(pieces):
            beside = {edge[1] for node in piece for edge in self.graph.edges(node)}.union(piece)
            pairs += [(first[node], number) for node in beside & first.keys()]
            first |= dict.fromkeys(beside, number)
        parts = parted(range(len(pieces)), pairs)
        found = [tuple(sorted(node for number in part for node in pieces[number])) for part in parts]
        return found if self.graph.rounded else self._balanced(found)

    def _balanced(self, parts: list[tuple[Node, ...]]) -> list[tuple[Node, ...]]:
        """Parts that do not add up to zero taken together, a tree at a time: they cannot be explained alone."""
        odd = [part for part in parts if sum(self.values[node] for node in part)]
        pairs = [pair for part in odd for pair in pairwise(part)]
        tops = [(part[0], self.graph.ground(part[0])) for part in odd]
        ours = {node for part in odd for node in part}
        joined = parted([*ours, *[top for _, top in tops]], pairs + tops)
        together = [kept for part in joined if (kept := tuple(sorted(ours.intersection(part))))]
        return [part for part in parts if part not in odd] + together

    def _around(self, nodes: tuple[Node, ...]) -> Block:
        """The explanations of a block with the nodes around it, a cell more at a time."""
        least = (len(nodes) + 1) // 2
        if len(nodes) > MOST_NODES:
            return _undecided(nodes, least)
        groups = self._groups(nodes)
        if groups is not None:
            return self._covered(nodes, groups)
        if self.meter.left <= 0:
            return _undecided(nodes, least)  # a table of which all is wrong: not even a look at its other nodes
        avoid = frozenset(node for node in self.values if node not in nodes)
        with self._spending(BLOCK_STEPS):
            for extra in range(FARTHEST):
                near, links = region(self.graph, nodes, extra, avoid, self.meter)
                linked = [Link(*link) for link in links]
                size = self._forests(near, linked).lower_bound() + extra
                least = max(least, size - extra)
                forests, complete = self._search(near, linked, size)
                if forests:
                    return Block(nodes, size, size, complete, extra, forests)
        return _undecided(nodes, least)

    def _covered(self, nodes: tuple[Node, ...], groups: list[int]) -> Block:
        least = (len(nodes) + 1) // 2
        with self._spending(BLOCK_STEPS):
            covers = Covers(Near(self.graph, nodes, self.values, self.joined, self.meter), nodes, groups)
            first = len(nodes) - covers.joined_groups
            least = max(least, first)
            try:
                forests, complete = self._listed(covers, first + FARTHEST - 1)
            finally:
                least = max(least, covers.proven)
            if forests:
                size = len(forests[0])
                return Block(nodes, size, size, complete, size - first, forests)
        return _undecided(nodes, least)

    @contextmanager
    def _spending(self, steps: int) -> Iterator[None]:
        """A search that may spend so much and is given up, without a word, when it has."""
        whole = self.meter
        part = self.meter = whole.part(min(whole.left, steps))
        try:
            yield
        except Spent:
            part.left = max(part.left, 0)
        finally:
            whole.left -= min(whole.left, steps) - part.left
            self.meter = whole

    def _joined(self, blocks: list[Block]) -> list[Block]:
        """Blocks that could do better together taken together, until there are none.

        Where a block needs cells beyond its bound, a smallest explanation could join it with others nearby.
        """
        excess = sum(block.excess for block in blocks)
        lost = any(block.minimum is None for block in blocks)
        if len(blocks) == 1 or (not excess and not lost):
            return blocks
        parts = self._one_tree(blocks) if lost else self._within(blocks, excess + 2)
        if all(len(part) == 1 for part in parts):
            return blocks
        joined: list[Block] = []
        for part in parts:
            together = [blocks[index] for index in part]
            joined += together if len(part) == 1 else self._together(together)
        if lost or any(block.minimum != block.lower_bound for block in joined):
            return joined
        return self._joined(joined)

    def _one_tree(self, blocks: list[Block]) -> list[tuple[int, ...]]:
        """The blocks of each tree that has one without an explanation, and the other blocks by themselves."""
        trees = [self.graph.ground(block.nodes[-1]) for block in blocks]
        lost = {tree for tree, block in zip(trees, blocks, strict=True) if block.minimum is None}
        first: dict[Node, int] = {}
        pairs = [(first.setdefault(tree, index), index) for index, tree in enumerate(trees) if tree in lost]
        return parted(range(len(blocks)), pairs)

    def _together(self, blocks: list[Block]) -> list[Block]:
        """Several blocks as one; where that cannot be decided, as they were, with what remains proven."""
        if sum(len(block.nodes) for block in blocks) > MOST_TOGETHER:
            return [block._replace(lower_bound=block.lower_bound - block.excess) for block in blocks]
        block = self._around(tuple(sorted(node for block in blocks for node in block.nodes)))
        if block.minimum is not None:
            return [block]
        return [block._replace(lower_bound=block.lower_bound - block.excess) for block in blocks]

    def _within(self, blocks: list[Block], distance: int) -> list[tuple[int, ...]]:
        """The blocks parted into those that so many steps may separate."""
        reached: dict[Node, int] = {}
        pairs: list[tuple[int, int]] = []
        for index, block in enumerate(blocks):
            ring = set(block.nodes)
            ball = set(ring)
            for _ in range((distance + 1) // 2):
                ring = {to for node in ring for _, to, _ in self.graph.edges(node)} - ball
                ball |= ring
            pairs += [(reached.setdefault(node, index), index) for node in sorted(ball)]
        return parted(range(len(blocks)), pairs)


def _undecided(nodes: tuple[Node, ...], least: int) -> Block:
    """A block for which no explanation was found."""
    return Block(nodes, minimum=None, lower_bound=least, complete=False, excess=0, forests=())


def off_by(graph: Graph, node: Node, values: dict[Node, int]) -> int:
    """What a node is off by: nothing, where it does not fail and figures are not rounded."""
    if node in values:
        return values[node]
    return graph.residual(node) if graph.rounded and node >= 0 else 0


def _without_idle(
    nodes: tuple[Node, ...], links: Sequence[Link], values: dict[Node, int]
) -> list[tuple[tuple[Node, ...], list[Link]]]:
    """A piece cut at the bridges that nothing has to pass: both sides add up to zero by themselves."""
    idle = _idle_bridges(nodes, links, values)
    kept = [link for link in links if frozenset((link.one, link.two)) not in idle]
    parts = parted(nodes, [(link.one, link.two) for link in kept])
    return [(part, [link for link in kept if link.one in part]) for part in parts]


def _idle_bridges(nodes: Iterable[Node], links: Sequence[Link], values: dict[Node, int]) -> set[frozenset[Node]]:
    """Pairs of nodes whose link is a bridge with nothing to carry, by depth-first search (Tarjan 1974)."""
    near: dict[Node, set[Node]] = {node: set() for node in nodes}
    for link in links:
        near[link.one].add(link.two)
        near[link.two].add(link.one)
    order: dict[Node, int] = {}
    low: dict[Node, int] = {}
    idle: set[frozenset[Node]] = set()

    def visit(node: Node, parent: Node | None) -> int:
        low[node] = order[node] = len(order)
        carried = values[node]
        for other in sorted(near[node]):
            if other not in order:
                below = visit(other, node)
                carried += below
                low[node] = min(low[node], low[other])
                if low[other] > order[node] and not below:
                    idle.add(frozenset((node, other)))
            elif other != parent:
                low[node] = min(low[node], order[other])
        return carried

    visit(next(iter(nodes)), None)
    return idle
