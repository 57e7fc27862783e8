"""What rows are like in a table: how easily one is met with, how unlike the lines of the table another would be."""

from collections import Counter
from functools import cached_property

from sxtdbv_cli.diagnose.events._lengths import DIGIT, Lengths
from sxtdbv_cli.diagnose.events._rows import Row
from sxtdbv_cli.diagnose.network import Network
from sxtdbv_cli.diagnose.ranking.usual import rare
from sxtdbv_cli.model.plan import Role

MOST_LOOKED_AT = 50
"""So many lines are looked at for what is usual in a table."""

ODD_ROW = 3, 20
"""Quarters of a bit as costs: less than for one figure, for each of a row is held against all others."""

PLAIN = 6
"""A row of fewer digits than this is easily met with again: it may be that of another line, too."""

ONE_IN = 10
"""So many lines are looked at as if one of them were the same as another, besides those of the table."""


class Typical:
    """Holds rows against the lines of one table that are no sums."""

    def __init__(self, network: Network) -> None:
        self.network = network
        self.parts = [at for at, column in enumerate(network.plan.columns) if not (column.plus or column.minus)]

    def years(self, row: Row) -> list[int]:
        """The figures of a row that are no sums of others."""
        return [row[at] for at in self.parts]

    def telling(self, row: Row) -> int:
        """How many digits it takes to tell a row: that others agree with a long one is no chance."""
        return self._lengths.digits(self.years(row))

    def again(self, row: Row) -> int:
        """How many digits it takes to tell a row that may be that of another line: few, where that is usual."""
        often = self._often[tuple(self.years(row))]
        if not often:
            return self.telling(row)
        every, twins = len(self._some), sum(many for many in self._often.values() if many > 1)
        return min(self.telling(row), (rare(every + ONE_IN, twins + 1) + rare(every, often)) // DIGIT)

    def plain(self, row: Row) -> int:
        """How much less it says that a row is what a total is off by, as a cost of nothing or less."""
        return min(0, self.again(row) - PLAIN)

    def odder(self, line: int, row: Row, most: int) -> int:
        """How much odder a row would be than that of a line, as a cost that is limited."""
        usual, cells = self.network.usual, self.network.plan.cells[line :: self.network.rows]
        more = usual.odd_row(line, row) - usual.odd_row(line, [amount or 0 for amount in cells])
        return max(-most, min(most, more * ODD_ROW[0] // ODD_ROW[1]))

    def unlike(self, row: Row) -> int:
        """How unlike the lines of the table a row is, as a cost: it has figures in fewer years, or is smaller."""
        whole = sum(self.years(row))
        smaller = sum([sum(other) <= whole for other in self._some])
        every = len(self._some) + 1  # one more of each, for what was not met may still be
        return (rare(every, self._fewer(row) + 1) + rare(every, smaller + 1)) * ODD_ROW[0] // ODD_ROW[1]

    def as_few(self, row: Row) -> bool:
        """Whether most lines have figures in no more years than a row."""
        return 2 * self._fewer(row) > len(self._some)

    def sparse(self, row: Row) -> bool:
        """Whether a row has figures in one year only, or in fewer than most lines have."""
        return sum(map(bool, self.years(row))) == 1 or 10 * self._fewer(row) < len(self._some)

    def _fewer(self, row: Row) -> int:
        """How many lines have figures in no more years than a row."""
        years = sum(map(bool, self.years(row)))
        return sum(often for count, often in self._counts.items() if count <= years)

    @cached_property
    def _often(self) -> Counter[tuple[int, ...]]:
        """How many lines have the same figures."""
        return Counter(map(tuple, self._some))

    @cached_property
    def _counts(self) -> Counter[int]:
        """In how many years lines have figures."""
        return Counter([sum(map(bool, row)) for row in self._some])

    @cached_property
    def _lengths(self) -> Lengths:
        """How long rows are in this table."""
        return Lengths(self._some)

    @cached_property
    def _some(self) -> list[Row]:
        """The years of some lines that are no sums."""
        cells, rows, children = self.network.plan.cells, self.network.rows, self.network.plan.children[:-1]
        roles = self.network.plan.lines.roles
        leaves = [line for line, below in enumerate(children) if not below and roles[line] is not Role.OF_WHICH]
        some = leaves[:: 1 + len(leaves) // MOST_LOOKED_AT]
        return [[cells[at * rows + line] or 0 for at in self.parts] for line in some]
