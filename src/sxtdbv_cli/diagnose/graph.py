"""The sums of a table of lines by years as a graph: sums are nodes, cells are edges.

Where lines nest in one hierarchy and columns add up on one level, a line that is a sum of lines need not add up
across: that follows from the lines below it. Without those sums every cell stands in at most two, and with the
signs of the year columns and of deducted lines turned, once with +1 and once with -1 (a network matrix; Castro,
tables of the class 1-H2D). A cell in one sum only leads to the *ground* of its tree. A blank cell is a free
unknown: the two sums it joins become one node.
"""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from sxtdbv_cli.diagnose.network import Key, Network
from sxtdbv_cli.diagnose.pieces import parted
from sxtdbv_cli.model.plan import Cell
from sxtdbv_cli.model.sums import rounding

UNLIMITED = 10**60
"""The tolerance of a ground where figures are rounded: it stands for no sum of the table."""

Node = int
"""A group of sums joined by blank cells, by the smallest of their keys; a ground is negative."""


Edge = tuple[Cell, Node, int]
"""A stated cell that may change: the node it leads to, and its sign in the node it was asked of."""


class Merged(NamedTuple):
    """What a node is made of: its sums (a ground among them), and the blank cells that join them."""

    keys: tuple[Key, ...]
    blanks: tuple[Cell, ...]


def is_graph(network: Network) -> bool:
    """Whether the sums of a plan are of the class that this module describes."""
    if any(len(sums) > 1 for sums in network.column_sums):
        return False
    if any(len(rules) > 1 for rules in network.rules.values()):
        return False
    for line, rules in network.ruled.items():
        if len(rules) + (network.upper(line) is not None) > 1:
            return False
    return not any(_loops(network, line) for line in network.ruled)


def _loops(network: Network, line: int) -> bool:
    """Whether a line is counted in itself, through rules that go round."""
    seen = {line}
    above = _above(network, line)
    while above is not None and above[0] not in seen:
        seen.add(above[0])
        above = _above(network, above[0])
    return above is not None


def _above(network: Network, line: int) -> tuple[int, int] | None:
    """The one line that a line is counted in, with its weight."""
    for index, weight in network.ruled.get(line, ()):
        return network.plan.line_rules[index].whole, weight
    return network.upper(line)


def blank_cells(network: Network) -> list[Cell]:
    """Every blank cell of a line."""
    found: list[Cell] = []
    for column, amounts in enumerate(network.plan.lines.amounts):
        if None in amounts:
            start = column * network.rows
            found += [start + line for line, amount in enumerate(amounts) if amount is None]
    return found


class Graph:
    """The part of the graph that is looked at; nodes and edges are made when they are asked for."""

    def __init__(self, network: Network, gaps: dict[Key, int], trusted: frozenset[Cell]) -> None:
        self.network = network
        self.cells = network.plan.cells
        self.gaps = gaps
        self.trusted = trusted
        self._tops: dict[int, tuple[int, int]] = {}
        self._homes: dict[Key, Node] = {}
        self._merged: dict[Node, Merged] = {}
        self._edges: dict[Node, list[Edge]] = {}
        self._join()

    @property
    def rounded(self) -> bool:
        """Whether the figures are rounded, so that sums may be off a little."""
        return self.network.plan.unit.precision > 1

    def node(self, key: Key) -> Node:
        """The node that a sum belongs to."""
        return self._homes.get(key, key)

    def merged(self, node: Node) -> Merged:
        """What a node is made of."""
        return self._merged.get(node) or Merged((node,), ())

    def _join(self) -> None:
        """Make one node of all sums that blank cells join."""
        ends: dict[Cell, list[Key]] = {}
        for cell in blank_cells(self.network):
            if found := [key for key, _ in self.ends(cell)]:
                ends[cell] = found
        keys = {key for found in ends.values() for key in found}
        blanks: dict[Key, list[Cell]] = {}
        for part in parted(keys, [(found[0], found[1]) for found in ends.values()]):
            self._homes.update(dict.fromkeys(part, part[0]))
            blanks[part[0]] = []
            self._merged[part[0]] = Merged(part, ())
        for cell, found in ends.items():
            blanks[self._homes[found[0]]].append(cell)
        for node, cells in blanks.items():
            self._merged[node] = Merged(self._merged[node].keys, tuple(cells))

    @property
    def joined(self) -> Iterable[Node]:
        """The nodes that blank cells made of several sums."""
        return self._merged

    def _terms(self, key: Key) -> list[tuple[Cell, int]]:
        return self.network.terms(key) if key >= 0 else []

    def ends(self, cell: Cell) -> list[tuple[Key, int]]:
        """The two sums that a cell stands in with the signs it has there, one the opposite of the other."""
        found = [(key, weight * self._sign(key)) for key, weight in self.network.sums_of(cell) if not self.follows(key)]
        if len(found) == 1:
            column, line = divmod(cell, self.network.rows)
            found.append((self._ground(line, column), -found[0][1]))
        return found

    def follows(self, key: Key) -> bool:
        """Whether a sum holds as soon as the others do: a row across that is a sum of rows."""
        return key < self.network.size and bool(self.network.lowers(key % self.network.rows)) and self._full(key)

    def _full(self, key: Key) -> bool:
        line = key % self.network.rows
        return line < self.network.last or self.network.declares

    def _sign(self, key: Key) -> int:
        """The sign that a sum is turned with."""
        line, column = key % self.network.rows, key % self.network.size // self.network.rows
        return self._top(line)[1] * self._turn(column)

    def _turn(self, column: int) -> int:
        """+1 for a column that is a sum or stands alone, the opposite of its weight for a part."""
        sums = self.network.column_sums[column]
        return sums[0][1] if sums and sums[0][0] != column else 1

    def _top(self, line: int) -> tuple[int, int]:
        """The line at the top of the tree a line is counted in, and the product of the weights on the way."""
        if line not in self._tops:
            above = _above(self.network, line)
            if above is None:
                self._tops[line] = (line, 1)
            else:
                top, sign = self._top(above[0])
                self._tops[line] = (top, sign * above[1])
        return self._tops[line]

    def _ground(self, line: int, column: int) -> Key:
        sums = self.network.column_sums[column]
        group = sums[0][0] if sums else column
        return -1 - (self._top(line)[0] * self.network.width + group)

    def edges(self, node: Node) -> list[Edge]:
        """The cells that lead from a node to others and may be changed; from a ground none are listed."""
        if node not in self._edges:
            leading = [edge for key in self.merged(node).keys for edge in self._leading(key)]
            self._edges[node] = [edge for edge in leading if edge[1] != node]
        return self._edges[node]

    def around(self, node: Node) -> list[Edge]:
        """The cells that lead from a node to others and may be changed, those of a ground among them."""
        if node >= 0:
            return self.edges(node)
        grounds = [edge for key in self.merged(node).keys if key < 0 for edge in self._grounded(key)]
        return [*self.edges(node), *[edge for edge in grounds if edge[1] != node]]

    def _grounded(self, ground: Key) -> Iterator[Edge]:
        """The cells that lead to a ground: those of the line at the top, and what adds up neither way."""
        network = self.network
        top, group = divmod(-1 - ground, network.width)
        column = network.plan.columns[group]
        if column.plus or column.minus:
            lines: Iterable[int] = [top, *network.plan.children[-1]] if top == network.last else [top]
        else:
            lines = [line for line in range(network.rows) if self._top(line)[0] == top]
        for start in (at * network.rows for at in (group, *column.plus, *column.minus)):
            for cell in (start + line for line in lines):
                if self.cells[cell] is not None and cell not in self.trusted:
                    found = self.ends(cell)
                    if found and found[1][0] == ground:
                        yield cell, self.node(found[0][0]), found[1][1]

    def own_edges(self, node: Node) -> list[Edge]:
        """Of the edges those that are enough to find every edge between two nodes from one of its ends."""
        found = [edge for key in self.merged(node).keys for edge in self._own(key)]
        return [edge for edge in found if edge[1] != node]

    def _own(self, key: Key) -> Iterable[Edge]:
        size, rows = self.network.size, self.network.rows
        if key < size or not self.network.column_sums[key % size // rows]:
            return self._leading(key)
        terms = [(key - size, 1)] if key < 2 * size else self._terms(key)[:1]
        return self._edges_of(key, terms)

    def _leading(self, key: Key) -> Iterable[Edge]:
        """The edges of one sum. Of most sums they are found without a look at the other sum of each cell."""
        network = self.network
        if key < 0 or network.plan.line_rules or (key < network.size and key % network.rows == network.last):
            return self._edges_of(key, self._terms(key))
        if key < network.size:
            return self._edges_across(key)
        return [*self._edges_of(key, [(key - network.size, 1)]), *self._edges_down(key)]

    def _edges_across(self, key: Key) -> Iterator[Edge]:
        """The cells of a leaf, each of which leads to the line above."""
        network, homes = self.network, self._homes
        line, turned = key % network.rows, self._sign(key)
        upper = network.upper(line)
        for cell, weight in network.terms(key):
            if self.cells[cell] is not None and cell not in self.trusted:
                column = cell // network.rows
                if upper and (upper[0] < network.last or network.plan.declared[column] is not None):
                    other = network.size + column * network.rows + upper[0]
                else:
                    other = self._ground(line, column)
                yield cell, homes.get(other, other), weight * turned

    def _edges_down(self, key: Key) -> Iterator[Edge]:
        """The cells that a sum of lines adds up: a leaf leads to its sum across, any other line to the lines below."""
        network, cells, trusted, homes = self.network, self.cells, self.trusted, self._homes
        column, line = divmod(key - network.size, network.rows)
        start, turned, children = column * network.rows, -self._sign(key), network.plan.children
        sums = network.column_sums[column]
        across = sums[0][0] * network.rows if sums else None
        ground = self._ground(line, column)
        for lower, weight in network.lowers(line):
            cell = start + lower
            if cells[cell] is not None and cell not in trusted:
                if children[lower] and network.lowers(lower):
                    other = network.size + cell
                else:
                    other = ground if across is None else across + lower
                yield cell, homes.get(other, other), weight * turned

    def _edges_of(self, key: Key, terms: Iterable[tuple[Cell, int]]) -> Iterator[Edge]:
        for cell, _ in terms:
            if self.cells[cell] is not None and cell not in self.trusted:
                (first, sign), (second, opposite) = self.ends(cell)
                other, here = (second, sign) if first == key else (first, opposite)
                yield cell, self.node(other), here

    def residual(self, node: Node) -> int:
        """What the sums of a node are off by, signs turned, blank cells taken for nothing."""
        keys, blanks = self.merged(node)
        if not blanks and not self.rounded:
            key = keys[0]
            return self.gaps[key] * self._sign(key) if key in self.gaps else 0
        return sum(self._sign(key) * self._gap(key) for key in keys if key >= 0)

    def _gap(self, key: Key) -> int:
        return sum(weight * (self.cells[cell] or 0) for cell, weight in self.network.terms(key))

    def tolerance(self, node: Node) -> int:
        """How far a node may be off through rounding."""
        if not self.rounded:
            return 0
        if node < 0:
            return UNLIMITED
        return sum(rounding(self.network.plan, len(self._terms(key))) for key in self.merged(node).keys)

    def ground(self, node: Node) -> Node:
        """The ground of the tree that a node stands in."""
        key = next((key for key in self.merged(node).keys if key >= 0), None)
        if key is None:
            return node
        line, column = key % self.network.rows, key % self.network.size // self.network.rows
        return self.node(self._ground(line, column))
