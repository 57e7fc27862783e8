"""The cells that lead from one sum to others: the edges of the graph, made when they are asked for."""

from collections.abc import Container, Iterable, Iterator, Mapping

from sxtdbv_cli.diagnose.graph.hierarchy import Hierarchy
from sxtdbv_cli.diagnose.network import Key
from sxtdbv_cli.model.plan import Cell

Node = int
"""A group of sums joined by blank cells, by the smallest of their keys; a ground is negative."""

Edge = tuple[Cell, Node, int]
"""A stated cell that may change: the node it leads to, and its sign in the node it was asked of."""


class Edges:
    """The edges of one table.

    Args:
        hierarchy: how its cells lie.
        homes: the nodes of the sums that are joined with others.
        fixed: cells that may not change.
    """

    def __init__(self, hierarchy: Hierarchy, homes: Mapping[Key, Node], fixed: Container[Cell]) -> None:
        self.hierarchy = hierarchy
        self.network = hierarchy.network
        self.cells = self.network.plan.cells
        self.homes = homes
        self.fixed = fixed

    def leading(self, key: Key) -> Iterable[Edge]:
        """The edges of one sum. Of most sums they are found without a look at the other sum of each cell."""
        network = self.network
        if key < 0:
            return ()
        if network.plan.line_rules or (key < network.size and key % network.rows == network.last):
            return self._of(key, [cell for cell, _ in network.terms(key)])
        if key < network.size:
            return self._across(key)
        return [*self._up(key), *self._down(key)]

    def own(self, key: Key) -> Iterable[Edge]:
        """Of the edges of one sum those that are enough to find every edge between two sums from one of its ends."""
        network = self.network
        if key < network.size or not network.column_sums[key % network.size // network.rows]:
            return self.leading(key)
        if network.plan.line_rules:
            return self._of(key, [cell for cell, _ in network.terms(key)[:1]])
        return self._up(key)

    def grounded(self, ground: Key) -> Iterator[Edge]:
        """The cells that lead to a ground: those of the line at the top, and what adds up neither way."""
        top, group = divmod(-1 - ground, self.network.width)
        column = self.network.plan.columns[group]
        for at in (group, *column.plus, *column.minus):
            for line in self._grounded_lines(top, at, alone=not (column.plus or column.minus)):
                cell = at * self.network.rows + line
                if self._may(cell):
                    found = self.hierarchy.ends(cell)
                    if found and found[1][0] == ground:
                        yield cell, self._node(found[0][0]), found[1][1]

    def _grounded_lines(self, top: int, column: int, *, alone: bool) -> Iterable[int]:
        """The lines of a tree whose cells in a column may lead to its ground."""
        network = self.network
        if alone:
            return [line for line in range(network.rows) if self.hierarchy.top(line)[0] == top]
        if top == network.last and network.plan.declared[column] is None:
            return [top, *network.plan.children[-1]]
        return [top]

    def _node(self, key: Key) -> Node:
        return self.homes.get(key, key)

    def _may(self, cell: Cell) -> bool:
        return self.cells[cell] is not None and cell not in self.fixed

    def _across(self, key: Key) -> Iterator[Edge]:
        """The cells of a leaf, each of which leads to the line above."""
        rows, line, turned = self.network.rows, key % self.network.rows, self.hierarchy.sign(key)
        for cell, weight in self.network.terms(key):
            if self._may(cell):
                yield cell, self._node(self.hierarchy.upper(line, cell // rows)), weight * turned

    def _up(self, key: Key) -> list[Edge]:
        """The whole of a sum of lines, which leads to the line above."""
        cell = key - self.network.size
        if not self._may(cell):
            return []
        column, line = divmod(cell, self.network.rows)
        return [(cell, self._node(self.hierarchy.upper(line, column)), self.hierarchy.sign(key))]

    def _down(self, key: Key) -> Iterator[Edge]:
        """The cells that a sum of lines adds up: a leaf leads to its sum across, any other line to the lines below."""
        network, cells, fixed, homes = self.network, self.cells, self.fixed, self.homes
        column, line = divmod(key - network.size, network.rows)
        start, turned, children = column * network.rows, -self.hierarchy.sign(key), network.plan.children
        sums = network.column_sums[column]
        across = sums[0][0] * network.rows if sums else None
        ground = self.hierarchy.ground(line, column)
        for lower, weight in network.lowers(line):
            cell = start + lower
            if cells[cell] is not None and cell not in fixed:
                if children[lower] and network.lowers(lower):
                    other = network.size + cell
                else:
                    other = ground if across is None else across + lower
                yield cell, homes.get(other, other), weight * turned

    def _of(self, key: Key, cells: Iterable[Cell]) -> Iterator[Edge]:
        for cell in cells:
            if self._may(cell):
                (first, sign), (second, opposite) = self.hierarchy.ends(cell)
                other, here = (second, sign) if first == key else (first, opposite)
                yield cell, self._node(other), here
