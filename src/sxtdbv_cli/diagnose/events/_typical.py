"""What rows are like in a table: how easily one is met with, how unlike the lines of the table another would be.

How many digits it takes to tell a row says how easily it is met with: what is usual in the table takes few. That
another row agrees with a long one is no chance; that a row of few digits is met with again may well be one. Of the
figures of a row it is told which are nothing or the same as one before, by how often they are so in the table; of the
others how many zeros they end with, and their digits before these, or those by which they differ from the one before.
(Rissanen 1978, Modeling by shortest data description.)
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cached_property

from sxtdbv_cli.diagnose.events._readings import Row
from sxtdbv_cli.diagnose.network import Network
from sxtdbv_cli.diagnose.ranking.usual import NOTHING, OTHER, SAME, rare, zeros
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
    def _lengths(self) -> "Lengths":
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


DIGIT = 13
"""A digit in quarters of a bit."""

BESIDE = 8
"""To tell that a figure is told by its difference, and whether that is added, in quarters of a bit."""

MOST_ZEROS = 9


class Lengths:
    """How long rows are in one table, some of whose ``rows`` are given: their figures without sums of these."""

    def __init__(self, rows: Iterable[Row]) -> None:
        self.kinds = Counter({NOTHING: 1, SAME: 1, OTHER: 2})
        self.ends = Counter(range(MOST_ZEROS + 1))  # each once, for what was not met may still be
        for row in rows:
            for kind, amount, _ in _figures(row):
                self.kinds[kind] += 1
                if kind == OTHER:
                    self.ends[min(MOST_ZEROS, zeros(amount))] += 1
        self.every_kind, self.every_end = sum(self.kinds.values()), sum(self.ends.values())

    def digits(self, row: Row) -> int:
        """How many digits it takes to tell a row."""
        found = 0
        for kind, amount, before in _figures(row):
            found += rare(self.every_kind, self.kinds[kind])
            if kind == OTHER:
                found += rare(self.every_end, self.ends[min(MOST_ZEROS, zeros(amount))]) + _own(amount, before)
        return found // DIGIT


def _figures(row: Row) -> Iterator[tuple[int, int, int]]:
    """What kind of figure each is, the figure without its sign, and the last one before that was another (or 0)."""
    met = [0]
    for amount in map(abs, row):
        kind = NOTHING if not amount else SAME if amount in met else OTHER
        yield kind, amount, met[-1]
        if kind == OTHER:
            met.append(amount)


def _own(amount: int, before: int) -> int:
    """What it takes to tell a figure but for its zeros, in quarters of a bit."""
    ends = zeros(amount)
    whole = DIGIT * (len(str(amount)) - ends)
    if not before:
        return whole
    steps = abs(amount - before) // 10 ** min(ends, zeros(before))
    return min(whole, BESIDE + DIGIT * len(str(steps)))
