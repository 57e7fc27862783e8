"""What fails, as the readings of one event look at it: a row of gaps for every line whose footings fail."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from math import isqrt

from sxtdbv_cli.diagnose.events._lengths import Lengths
from sxtdbv_cli.diagnose.events._readings import Reading, Shift
from sxtdbv_cli.diagnose.events._rows import Row, columns_of, negative
from sxtdbv_cli.diagnose.network import Key, Network
from sxtdbv_cli.diagnose.usual import rare
from sxtdbv_cli.model.audit import Balance, rounding
from sxtdbv_cli.model.diagnosis import Change, Event, Explanation
from sxtdbv_cli.model.plan import Amount

MOST_LOOKED_AT = 50
"""So many lines are looked at for what is usual in a table."""

ODD_ROW = 3, 20
"""Quarters of a bit as costs: less than for one figure, for each of a row is held against all others."""

PLAIN = 6
"""A row of fewer digits than this is easily met with again: it may be that of another line, too."""


CLOSE = 8
"""Figures that rounding may have put apart are the same if no more than an eighth of them is between them."""


class Failures:
    """The failing sums of one table.

    Args:
        network: the sums of the table.
        balances: those that fail.
    """

    def __init__(self, network: Network, balances: dict[Key, Balance]) -> None:
        self.network = network
        self.plan = network.plan
        self.parts = [at for at, column in enumerate(self.plan.columns) if not (column.plus or column.minus)]
        self.keys: dict[int, list[Key]] = {}
        gaps: dict[int, dict[int, int]] = {}
        self.across: dict[Key, int] = {}
        for key, balance in balances.items():
            if key < network.size:
                self.across[key] = balance.gap
            elif key < 2 * network.size:
                column, line = divmod(key - network.size, network.rows)
                self.keys.setdefault(line, []).append(key)
                gaps.setdefault(line, {})[column] = balance.gap
        self.rows = {line: self._row(line, found) for line, found in gaps.items()}
        self.unseen = {line: found for line in gaps if (found := self._unseen(line))}

    def _row(self, line: int, gaps: dict[int, int]) -> Row:
        """What a line is off by; also of sums that cannot be checked; nothing where rounding mostly does as much."""
        held = self.plan.cells[line :: self.network.rows]
        return [gaps[at] if at in gaps else self._quiet(line, at, amount) for at, amount in enumerate(held)]

    def _quiet(self, line: int, column: int, stated: Amount) -> int:
        """What a sum that does not fail is off by; in a rounded table nothing, where that is usual."""
        amounts, lowers = self.plan.lines.amounts[column], self.lowers(line)
        if all(amounts[lower] is None for lower, _ in lowers):
            return stated or 0
        if stated is None or self.plan.unit.precision == 1:
            return 0
        gap = stated - sum([weight * (amounts[lower] or 0) for lower, weight in lowers])
        return gap if abs(gap) > self.usually(line) else 0

    def _unseen(self, line: int) -> frozenset[int]:
        """The columns in which a line states nothing, though there is something below it."""
        held = self.plan.cells[line :: self.network.rows]
        return frozenset(
            column
            for column, amount in enumerate(held)
            if amount is None
            and any(self.plan.lines.amounts[column][lower] is not None for lower, _ in self.lowers(line))
        )

    def alike(self, line: int, one: Row, two: Row, beside: int | None = None) -> bool:
        """Whether two rows are the same as far as the sums of a line can tell, and those of a line ``beside`` it.

        What is usual for a sum is taken for nothing, so there it may be as much again.
        """
        unseen, lines = self.unseen.get(line), [line] if beside is None else [line, beside]
        usual = sum(map(self.usually, lines))
        if not unseen and not usual:
            return one == two
        may = sum(map(self.may, lines)) if usual else 0
        return all(
            abs(one[at] - two[at]) <= (_near(min(abs(one[at]), abs(two[at])), usual, may) or 2 * usual)
            for at in range(len(one))
            if not unseen or at not in unseen
        )

    def may(self, line: int) -> int:
        """By how much the sums of a line may miss through rounding."""
        return rounding(self.plan, 1 + len(self.lowers(line)))

    def usually(self, line: int) -> int:
        """By how much they hardly ever miss more: what is rounded away mostly cancels out, all but its square root."""
        return self._mostly(1 + len(self.lowers(line)))

    def _mostly(self, figures: int) -> int:
        precision = self.plan.unit.precision
        return min(rounding(self.plan, figures), precision * (1 + isqrt(figures))) if precision > 1 else 0

    def figures(self, line: int) -> Row:
        """The figures of a line, blanks as nothing."""
        rows = self.network.rows
        return [amount or 0 for amount in self.plan.cells[line::rows]]

    def years(self, row: Row) -> list[int]:
        """The figures of a row that are no sums of others."""
        return [row[at] for at in self.parts]

    def telling(self, row: Row) -> int:
        """How many digits it takes to tell a row: that others agree with a long one is no chance."""
        return self.lengths.digits(self.years(row))

    def plain(self, row: Row) -> int:
        """How much less it says that another line has a row, as a cost of nothing or less."""
        return min(0, self.telling(row) - PLAIN)

    def odder(self, line: int, row: Row, most: int) -> int:
        """How much odder a row would be than that of a line, as a cost that is limited."""
        usual = self.network.usual
        more = (usual.odd_row(line, row) - usual.odd_row(line, self.figures(line))) * ODD_ROW[0] // ODD_ROW[1]
        return max(-most, min(most, more))

    def lowers(self, line: int) -> Sequence[tuple[int, int]]:
        """The lines that are counted in a line."""
        return self.network.lowers(line)

    def upper(self, line: int) -> tuple[int, int] | None:
        """The line that a line is counted in, and its weight there."""
        return self.network.upper(line)

    def above(self, line: int) -> Iterator[tuple[int, int]]:
        """The lines above a line, the nearest first, with the weight of the line in each."""
        sign, found = 1, self.upper(line)
        while found is not None:
            sign *= found[1]
            yield found[0], sign
            found = self.upper(found[0])

    def right_above(self, line: int, row: Row) -> int | None:
        """The first line above that is off by the same figures, the other way round: up to it all are wrong alike."""
        for above, sign in self.above(line):
            found = self.rows.get(above)
            if found and self.alike(above, found, negative(row) if sign > 0 else row, line):
                return above
        return None

    def adds_up(self, line: int) -> bool:
        """Whether what a line is off by is what a line could have."""
        return self.adds_across(line, self.rows[line], self.unseen.get(line, frozenset()))

    def adds_across(self, line: int, row: Row, unseen: frozenset[int] = frozenset()) -> bool:
        """Whether a row made of what a line is off by adds up across, as far as it is seen."""
        lines = 1 + len(self.lowers(line))
        for at, column in enumerate(self.plan.columns):
            if (column.plus or column.minus) and unseen.isdisjoint((at, *column.plus, *column.minus)):
                figures = lines * (1 + len(column.plus) + len(column.minus))
                added = sum([row[part] for part in column.plus]) - sum([row[part] for part in column.minus])
                usual = self._mostly(figures)
                near = usual and _near(abs(row[at]), usual, rounding(self.plan, figures))
                if abs(row[at] - added) > max(usual, near):
                    return False
        return True

    def shift(self, parent: int, line: int, weight: int) -> Shift | None:
        """The failing footings of a line, and its own, as a matter of a line that is counted in it."""
        row = self.rows[parent]
        by = row if weight < 0 else negative(row)
        if not self.lowers(line):
            return Shift(line, by, (parent,))
        if line not in self.rows:
            return Shift(line, by, (parent,), branch=True)
        own = self.rows[line]
        return Shift(line, own, (parent, line)) if self.alike(parent, own, by, line) else None

    def shifts(self, parent: int, wanted: Row | None = None) -> Iterator[Shift]:
        """Every line that by itself could be what a line is off by; given ``wanted``, only those with these figures.

        The line itself is one if no sum counts what it is off by.
        """
        row = self.rows[parent]
        if self.uncounted(parent, row) and (wanted is None or self.alike(parent, wanted, self.figures(parent))):
            yield Shift(parent, row, (parent,))
        for line, weight in self.lowers(parent) if wanted is None else self.holding(parent, wanted):
            if found := self.shift(parent, line, weight):
                yield found

    def uncounted(self, line: int, row: Row) -> bool:
        """Whether no sum counts the figures of a line in the columns of a row."""
        upper = self.upper(line)
        if upper is None:
            return True
        declared = self.plan.declared
        return upper[0] == self.network.last and all(declared[column] is None for column in columns_of(row))

    def holding(self, parent: int, row: Row) -> list[tuple[int, int]]:
        """The lines counted in a line that have the figures of a row, which is not nothing."""
        column = next(at for at, figure in enumerate(row) if figure)
        wanted, amounts = row[column], self.plan.lines.amounts[column]
        usual, may = self.usually(parent), self.may(parent)
        near = [
            lower
            for lower in self.lowers(parent)
            if (amounts[lower[0]] == wanted if not usual else abs((amounts[lower[0]] or 0) - wanted) <= max(usual, may))
        ]
        return [lower for lower in near if self.alike(parent, self.figures(lower[0]), row)]

    def reading(self, event: Event, lines: Iterable[int], changes: Iterable[Change] = (), doubt: int = 0) -> Reading:
        """An event that explains all failing footings of some lines."""
        keys = tuple(key for line in lines for key in self.keys[line])
        return Reading(Explanation(tuple(sorted(changes)), event), keys, doubt)

    def across_less(self, line: int, by: Row) -> list[Key]:
        """The failing sums across of a line that would hold if its figures were lower; in exact tables none."""
        found = []
        for at, column in enumerate(self.plan.columns):
            key = at * self.network.rows + line
            if key in self.across:
                less = by[at] - sum([by[part] for part in column.plus]) + sum([by[part] for part in column.minus])
                if abs(self.across[key] - less) <= rounding(self.plan, len(self.network.terms(key))):
                    found.append(key)
        return found

    def sparse(self, line: int) -> bool:
        """Whether what a line is off by has figures in one year only, or in fewer than most lines have."""
        years = sum(map(bool, self.years(self.rows[line])))
        return years == 1 or 10 * sum(often for usual, often in self.usual.items() if usual <= years) < sum(
            self.usual.values()
        )

    def unlike(self, line: int) -> int:
        """How unlike the lines of the table is what a line is off by, as a cost: it has fewer years, or is smaller."""
        row = self.years(self.rows[line])
        fewer = sum([sum(map(bool, other)) <= sum(map(bool, row)) for other in self.some])
        smaller = sum([sum(other) <= sum(row) for other in self.some])
        every = len(self.some) + 1  # one more of each, for what was not met may still be
        return (rare(every, fewer + 1) + rare(every, smaller + 1)) * ODD_ROW[0] // ODD_ROW[1]

    @cached_property
    def usual(self) -> Counter[int]:
        """In how many years lines have figures, of some lines of the table that are no sums."""
        return Counter([sum(map(bool, row)) for row in self.some])

    @cached_property
    def lengths(self) -> Lengths:
        """How long rows are in this table."""
        return Lengths(self.some)

    @cached_property
    def some(self) -> list[Row]:
        """The years of some lines that are no sums."""
        leaves = [line for line, children in enumerate(self.plan.children[:-1]) if not children]
        return [self.years(self.figures(line)) for line in leaves[:: 1 + len(leaves) // MOST_LOOKED_AT]]

    def changed(self, line: int, row: Row) -> list[Change]:
        """The changes that give a line other figures; by which slips is asked once it is known that they are listed."""
        cells, rows = self.plan.cells, self.network.rows
        found = enumerate(zip(cells[line::rows], row, strict=True))
        return [
            Change(line + column * rows, stated, amount, None)
            for column, (stated, amount) in found
            if amount != (stated or 0)
        ]


def _near(figure: int, usual: int, may: int) -> int:
    """How far from a figure another is that is the same but for rounding; nothing of nothing."""
    return max(usual, min(may, figure // CLOSE)) if figure else 0
