"""The failing nodes of a graph parted into blocks that can be explained one by one, and each block explained.

Most failing nodes stand next to those that the same wrong cell makes fail. Where arithmetic shows that a connected
piece can be parted into zero-sum groups in no better way than inside itself, it is *closed*: none of its smallest
explanations leads outside. What is not closed is searched with the nodes around it, a ring at a time.
"""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from sxtdbv_cli.diagnose.forests import Forests, make_field
from sxtdbv_cli.diagnose.graph import Graph, Node
from sxtdbv_cli.diagnose.groups import most_anywhere
from sxtdbv_cli.diagnose.meter import Meter, Spent
from sxtdbv_cli.diagnose.pieces import parted
from sxtdbv_cli.diagnose.region import region
from sxtdbv_cli.model.plan import Cell

FARTHEST = 6
"""So many cells more than the lower bound are tried before a block is given up."""

BLOCK_STEPS = 30_000
"""What the search of one block may spend: about half a second."""


class Link(NamedTuple):
    """A cell between two nodes, with its sign in the first; in the second it has the opposite one."""

    cell: Cell
    one: Node
    two: Node
    sign: int


class Block(NamedTuple):
    """Failing nodes and all their smallest forests (``minimum`` None: none was found).

    ``closed`` says that no smallest explanation of the table joins these nodes with others.
    """

    nodes: tuple[Node, ...]
    minimum: int | None
    lower_bound: int
    complete: bool
    closed: bool
    forests: tuple[tuple[Link, ...], ...]

    @property
    def excess(self) -> int:
        """How far the smallest forest is from the lower bound."""
        return 0 if self.minimum is None else self.minimum - self.lower_bound


class Blocks:
    """Explains the failing nodes of one graph.

    Args:
        graph: the graph.
        values: what each failing node is off by, signs turned; grounds included.
        limit: how many explanations to list for a block.
        meter: what the searches may spend in all.
    """

    def __init__(self, graph: Graph, values: dict[Node, int], limit: int, meter: Meter) -> None:
        self.graph = graph
        self.values = values
        self.limit = limit
        self.meter = meter

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
            if node >= 0 or self.graph.merged(node).blanks
            for cell, to, sign in self.graph.own_edges(node)
            if to in self.values
        ]
        unique = {link.cell: link for link in links}
        parts = parted(self.values, [(link.one, link.two) for link in unique.values()])
        within: dict[Node, list[Link]] = {node: [] for node in self.values}
        for link in unique.values():
            within[link.one].append(link)
        return [(part, sorted(link for node in part for link in within[node])) for part in parts]

    def _inside(self, nodes: tuple[Node, ...], links: Sequence[Link]) -> list[Block] | None:
        """The explanations of a piece within itself, or None where it is not closed."""
        values = [self.values[node] for node in nodes]
        rounded = self.graph.network.plan.unit.precision > 1
        if len(nodes) == 1 or (sum(values) and not rounded):
            return None
        parts = [(nodes, list(links))] if rounded else _without_idle(nodes, links, self.values)
        if rounded and len(nodes) > 3:
            return None
        most = [len(part) // 2 if rounded else most_anywhere([self.values[node] for node in part]) for part, _ in parts]
        if len(parts) > 1 and sum(most) != most_anywhere(values):
            return None
        found = [self._of_size(part, within, len(part) - groups) for (part, within), groups in zip(parts, most, strict=True)]
        return None if None in found else [block for block in found if block]

    def _of_size(self, nodes: tuple[Node, ...], links: list[Link], size: int) -> Block | None:
        """All forests of a size that is known to be the least possible."""
        forests, complete = self._search(nodes, links, size)
        return Block(nodes, size, size, complete, True, forests) if forests else None

    def _search(
        self, nodes: Sequence[Node], links: list[Link], size: int | None, extra: int = 0
    ) -> tuple[tuple[tuple[Link, ...], ...], bool]:
        """Forests over some nodes: of a size, or of so many cells more than their lower bound."""
        forests = self._forests(nodes, links)
        wanted = forests.lower_bound() + extra if size is None else size
        found: list[tuple[Link, ...]] = []
        try:
            for forest in forests.of_size(wanted):
                if len(found) == self.limit:
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
            [self.values[node] if node in self.values else self.graph.residual(node) for node in nodes],
            [self.graph.tolerance(node) for node in nodes],
            [(at[link.one], at[link.two]) for link in links],
        )
        return Forests(field, self.meter)

    def _neighbours(self, pieces: list[tuple[Node, ...]]) -> list[tuple[Node, ...]]:
        """Open pieces, those that share a node next to them taken together."""
        shared = [
            (node, edge.to) for piece in pieces for node in piece for edge in self.graph.edges(node)
        ]
        chains = [pair for piece in pieces for pair in zip(piece, piece[1:], strict=False)]
        ours = {node for piece in pieces for node in piece}
        parts = parted([*ours, *[to for _, to in shared]], shared + chains)
        return [kept for part in parts if (kept := tuple(sorted(ours.intersection(part))))]

    def _around(self, nodes: tuple[Node, ...]) -> Block:
        """The explanations of a block with the nodes around it, a cell more at a time."""
        whole, self.meter = self.meter, self.meter.part(min(self.meter.left, BLOCK_STEPS))
        bound = 0
        try:
            for extra in range(FARTHEST):
                near, links = region(self.graph, nodes, extra, self.meter)
                linked = [Link(*link) for link in links]
                bound = self._forests(near, linked).lower_bound() + extra
                forests, complete = self._search(near, linked, None, extra)
                if forests:
                    return Block(nodes, bound, bound - extra, complete, False, forests)
        except Spent:
            pass
        finally:
            whole.left -= BLOCK_STEPS - self.meter.left
            self.meter = whole
        return Block(nodes, None, bound, False, False, ())

    def _joined(self, blocks: list[Block]) -> list[Block]:
        """Blocks that could do better together taken together, until none is left."""
        return blocks


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
