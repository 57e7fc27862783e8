"""What fails, as the readings of one event look at it: a row of gaps for every line whose footings fail."""

from collections.abc import Iterable, Iterator, Sequence

from sxtdbv_cli.diagnose.events._readings import Reading, Row, Shift, columns_of, negative
from sxtdbv_cli.diagnose.events._rounding import Rounding
from sxtdbv_cli.diagnose.events._typical import Typical
from sxtdbv_cli.diagnose.network import Key, Network
from sxtdbv_cli.model.audit import Balance, rounding
from sxtdbv_cli.model.diagnosis import Change, Event, Explanation
from sxtdbv_cli.model.plan import Amount


class Failures:
    """The failing sums of one table.

    Args:
        network: the sums of the table.
        balances: those that fail.
    """

    def __init__(self, network: Network, balances: dict[Key, Balance]) -> None:
        self.network = network
        self.plan = network.plan
        self.rounded = network.plan.unit.precision > 1
        self.rounding = Rounding(network)
        self.typical = Typical(network)
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
        self.adding = {line: row for line, row in self.rows.items() if self._adds_up(line, row)}

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
        return gap if abs(gap) > self.rounding.usually(line) else 0

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
        """Whether two rows are the same as far as the sums of a line can tell, and those of a line ``beside`` it."""
        lines = (line,) if beside is None else (line, beside)
        return self.rounding.same(one, two, lines, self.unseen.get(line, ()))

    def figures(self, line: int) -> Row:
        """The figures of a line, blanks as nothing."""
        rows = self.network.rows
        return [amount or 0 for amount in self.plan.cells[line::rows]]

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

    def _adds_up(self, line: int, row: Row) -> bool:
        """Whether what a line is off by is what a line could have."""
        return self.rounding.adds_across(row, line, self.unseen.get(line, ()))

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
        may = self.rounding.at_most(parent)
        near = [
            lower
            for lower in self.lowers(parent)
            if (amounts[lower[0]] == wanted if not may else abs((amounts[lower[0]] or 0) - wanted) <= may)
        ]
        return [lower for lower in near if self.alike(parent, self.figures(lower[0]), row)]

    def reading(self, event: Event, lines: Iterable[int], changes: Iterable[Change] = (), doubt: int = 0) -> Reading:
        """An event that explains all failing footings of some lines."""
        keys = tuple(key for line in lines for key in self.keys[line])
        return Reading(Explanation(tuple(sorted(changes)), event), keys, doubt)

    def across_less(self, line: int, by: Row) -> list[Key]:
        """The failing sums across of a line that would hold if its figures were lower; in exact tables few."""
        return [key for key, _, left in self._across_after(line, by) if key in self.across and not left]

    def breaks_across(self, line: int, by: Row) -> bool:
        """Whether a sum across of a line that this moves would not hold if its figures were lower."""
        return any(moved and left for _, moved, left in self._across_after(line, by))

    def _across_after(self, line: int, by: Row) -> Iterator[tuple[Key, int, bool]]:
        """The sums across of a line: by how much lower figures move each, and whether it is off then."""
        network, cells = self.network, self.plan.cells
        for at, column in enumerate(self.plan.columns):
            if (column.plus or column.minus) and network.has_column_sum(line, at):
                key = at * network.rows + line
                terms = network.terms(key)
                moved = sum([weight * by[cell // network.rows] for cell, weight in terms])
                if all(cells[cell] is not None for cell, _ in terms):
                    yield key, moved, abs(self.across.get(key, 0) - moved) > rounding(self.plan, len(terms))

    def changed(self, line: int, row: Row) -> list[Change]:
        """The changes that give a line other figures; by which slips is asked once it is known that they are listed."""
        cells, rows = self.plan.cells, self.network.rows
        found = enumerate(zip(cells[line::rows], row, strict=True))
        return [
            Change(line + column * rows, stated, amount, None)
            for column, (stated, amount) in found
            if amount != (stated or 0)
        ]
