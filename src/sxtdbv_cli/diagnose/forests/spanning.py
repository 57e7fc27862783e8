"""Every tree that joins some nodes, with what its cells must be changed by so that all nodes hold.

Parts are joined two at a time. A cell of a tree carries what the nodes on one side of it are off by together; when the
part it lies in is joined to another, the nodes of that one are added to the side that they are joined to. Nodes and
links are bits of masks.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from sxtdbv_cli.diagnose.forests.block import Deltas
from sxtdbv_cli.diagnose.graph.edges import Node
from sxtdbv_cli.diagnose.graph.near import Link
from sxtdbv_cli.model.plan import Cell

Carried = tuple[Cell, int, int, int]
"""A cell of a tree, its sign at one of its ends, the nodes on the side of that end, and what is added to the cell."""


class Part(NamedTuple):
    """Nodes joined by a tree, the links that lead from them, what they are off by together, the cells of the tree."""

    nodes: int
    links: int
    off: int
    cells: list[Carried]


Parts = dict[Node, Part]
"""The parts that are to be joined, each by one of its nodes."""


class Spanning:
    """The trees that join all of some nodes.

    Args:
        nodes: the nodes, two or more.
        links: the links between them.
        values: what those that fail are off by.
    """

    def __init__(self, nodes: Sequence[Node], links: Sequence[Link], values: Mapping[Node, int]) -> None:
        self.nodes = nodes
        self.links = links
        self.values = values

    def trees(self) -> Iterator[Deltas]:
        """Every tree, each once."""
        if len(self.links) == len(self.nodes) - 1:  # nearly always
            return iter([carried(self.links, self.values)])
        bits = {node: 1 << at for at, node in enumerate(self.nodes)}
        self.ends = [(bits[link.one], bits[link.two]) for link in self.links]
        leading = dict.fromkeys(self.nodes, 0)
        for at, link in enumerate(self.links):
            leading[link.one] |= 1 << at
            leading[link.two] |= 1 << at
        parts = {node: Part(bits[node], leading[node], self.values.get(node, 0), []) for node in self.nodes}
        return self._grown(parts, (1 << len(self.links)) - 1)

    def _grown(self, parts: Parts, usable: int) -> Iterator[Deltas]:
        """The part with the fewest links is joined to another by each of them; one that was tried is not used again."""
        while len(parts) > 2:
            few, home = min([((part.links & usable).bit_count(), name) for name, part in parts.items()])
            links = parts[home].links & usable
            if few != 1:
                break
            parts = self._merged(parts, home, links.bit_length() - 1)
        if len(parts) == 2:
            one, two = parts.values()
            yield from self._completed(one, two, usable)
            return
        for at in _bits(links):
            yield from self._grown(self._merged(parts, home, at), usable)
            usable ^= 1 << at

    def _merged(self, parts: Parts, home: Node, at: int) -> Parts:
        """The parts when one of them is joined to another by a link."""
        bit = 1 << at
        other = next(name for name, part in parts.items() if part.links & bit and name != home)
        rest = parts | {home: self._joined(at, parts[home], parts[other])}
        del rest[other]
        return rest

    def _joined(self, at: int, one: Part, two: Part) -> Part:
        """Two parts joined by a link."""
        cell, _, _, sign = self.links[at]
        first, second = self.ends[at]
        if not one.nodes & first:
            one, two = two, one
        cells = [*_more(one, first, two), *_more(two, second, one), (cell, sign, one.nodes, -one.off * sign)]
        return Part(one.nodes | two.nodes, one.links ^ two.links, one.off + two.off, cells)

    def _completed(self, one: Part, two: Part, usable: int) -> Iterator[Deltas]:
        """The trees that the last two parts make with each link between them; they are off by the same."""
        for at in _bits(one.links & two.links & usable):
            cell, _, _, sign = self.links[at]
            first, second = self.ends[at]
            if not one.nodes & first:
                one, two = two, one
            added: Deltas = {cell: -one.off * sign}
            for cell, sign, side, before in one.cells:
                added[cell] = before + sign * one.off if side & first else before
            for cell, sign, side, before in two.cells:
                added[cell] = before + sign * two.off if side & second else before
            yield added


def _more(part: Part, end: int, other: Part) -> list[Carried]:
    """What the cells of a part carry once it is joined to another at one of its nodes."""
    nodes, _, off, _ = other
    return [
        (cell, sign, side | nodes, added - sign * off) if side & end else (cell, sign, side, added)
        for cell, sign, side, added in part.cells
    ]


def _bits(mask: int) -> Iterator[int]:
    """The bits of a mask, the lowest first."""
    while mask:
        low = mask & -mask
        mask ^= low
        yield low.bit_length() - 1


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
