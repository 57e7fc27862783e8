"""Tables whose sums are no graph (columns nested deeper, several rules a line): an exact search, bounded by steps.

Some cells may change and blank cells are free; whether every sum can then hold is decided by elimination in whole
numbers. Where it cannot, elimination leaves a combination of sums that none of those cells touches and that is
still off: every explanation changes a cell of that combination, so these are all that need to be tried. A cell more
at a time, so the first explanations found are the smallest, and they are all of them.
"""

from collections.abc import Iterable

from sxtdbv_cli.diagnose.asked import Asked
from sxtdbv_cli.diagnose.deeper.elimination import Row, Weights, less, reduced, whole
from sxtdbv_cli.diagnose.deeper.relaxed import apart
from sxtdbv_cli.diagnose.found import Found
from sxtdbv_cli.diagnose.graph.merged import blank_cells
from sxtdbv_cli.diagnose.meter import Spent
from sxtdbv_cli.diagnose.network import Key
from sxtdbv_cli.model.diagnosis import Explanation
from sxtdbv_cli.model.plan import Cell

MOST = 6
"""No more cells than this are tried together."""


class General:
    """The search over the failing sums of one table."""

    def __init__(self, asked: Asked) -> None:
        self.network, balances, self.trusted, self.limit, self.meter, self.worth = asked
        self.cells = self.network.plan.cells
        self.failing = sorted(balances)
        self.start = sorted({*self.failing, *self._joined()})
        self._sums: dict[Key, tuple[Weights, Row]] = {}

    def solve(self, least: int) -> Found:
        """All smallest explanations, none of which has fewer than ``least`` cells.

        Where the search breaks off, what was proven till then.
        """
        try:
            for size in range(least, min(MOST, self.worth) + 1):
                found = self._of_size(size)
                if found:
                    return self.found(tuple(self.failing), size, found, self.limit, complete=True)
                least = size + 1
        except Spent:
            pass
        return self.open(self.failing, least)

    def open(self, keys: Iterable[Key], least: int) -> Found:
        """Some failing sums of which only a bound is known."""
        return Found(tuple(keys), None, least, complete=False, explanations=())

    def found(
        self, keys: tuple[Key, ...], size: int, sets: Iterable[dict[Cell, int]], limit: int, *, complete: bool
    ) -> Found:
        """Some failing sums with their smallest explanations, the likeliest first."""
        if self.meter.late:
            return self.open(keys, size)  # the likeliest is not known
        made = self.explained(sets)
        network = self.network
        ranked = sorted(made, key=lambda one: (network.judge.cost(one) + network.unlike(keys, one.deltas), one.changes))
        return Found(keys, size, size, complete and len(made) <= limit, tuple(ranked[:limit]))

    def joined_to_start(self) -> list[Key]:
        """The sums that are off, and those that blank cells join to them."""
        return sorted(self._reached(self.start, frozenset()))

    def solved(self, keys: Iterable[Key], chosen: frozenset[Cell]) -> dict[Cell, int] | None:
        """What must be added to some cells so that some sums hold; None where that is no whole amount.

        Raises:
            Spent: a blank cell would take a fraction of a step; see ``_deltas``.
        """
        rows = reduced([self._row(key, chosen) for key in keys], chosen)
        if not whole(rows):
            if all(row.terms.keys() <= chosen for row in rows):
                return None
            raise Spent
        found: dict[Cell, int] = {}
        for row in rows:
            mine = [cell for cell in row.terms if cell in chosen]
            if len(row.terms) == len(mine) == 1:
                found[mine[0]] = row.wanted // row.scale
        return found if len(found) == len(chosen) else None

    def _joined(self) -> Iterable[Key]:
        """The sums with blank cells that are off as they stand: joined by those they may contradict each other."""
        keys: set[Key] = set()
        for cell in blank_cells(self.network):
            self.meter.check()
            keys.update([key for key, _ in self.network.sums_of(cell)])
        return [key for key in keys if self.network.off(key)]

    def explained(self, found: Iterable[dict[Cell, int]]) -> list[Explanation]:
        """Explanations by what is added to cells."""
        cells, changes = self.cells, self.network.changes
        return [
            Explanation(tuple([changes[cell, (cells[cell] or 0) + delta] for cell, delta in sorted(one.items())]))
            for one in found
        ]

    def _of_size(self, size: int) -> list[dict[Cell, int]]:
        """Every explanation of so many cells, provided that none is smaller."""
        found: list[dict[Cell, int]] = []
        seen: set[frozenset[Cell]] = set()
        waiting: list[frozenset[Cell]] = [frozenset()]
        while waiting:
            chosen = waiting.pop()
            rows = self._eliminated(chosen)
            broken = [self._suspects(row) for row in rows if not row.terms and row.wanted]
            if not broken:
                found += self._deltas(rows, chosen)
            elif len(chosen) + apart(broken) <= size:
                following = {chosen | {cell} for cell in min(broken, key=lambda cells: (len(cells), cells))}
                waiting += sorted(following - seen, key=sorted)
                seen |= following
        return found

    def _suspects(self, row: Row) -> list[Cell]:
        """The cells whose change would change a combination of sums."""
        total: Weights = {}
        for key, weight in row.of.items():
            total = less(total, self._sum(key)[0], -weight)
        return sorted(cell for cell in total if self.cells[cell] is not None and cell not in self.trusted)

    def _deltas(self, rows: list[Row], chosen: frozenset[Cell]) -> list[dict[Cell, int]]:
        """What is added to each chosen cell; nothing where one of them need not change.

        Raises:
            Spent: a cell, a blank one too, would take a fraction of a step, which is no amount. What else would
                explain the sums is not decided here, so nothing may be claimed.
        """
        if not whole(rows):
            raise Spent
        found: dict[Cell, int] = {}
        for row in rows:
            mine = [cell for cell in row.terms if cell in chosen]
            if len(row.terms) == len(mine) == 1 and row.wanted:
                found[mine[0]] = row.wanted // row.scale
        return [found] if len(found) == len(chosen) else []

    def _eliminated(self, chosen: frozenset[Cell]) -> list[Row]:
        """The sums that the chosen cells and the blank ones touch, in reduced form, blanks first."""
        touched = [key for cell in sorted(chosen) for key, _ in self.network.sums_of(cell)]
        rows = [self._row(key, chosen) for key in sorted(self._reached([*self.start, *touched], chosen))]
        self.meter.step(len(rows))
        return reduced(rows, chosen)

    def _row(self, key: Key, chosen: frozenset[Cell]) -> Row:
        terms, row = self._sum(key)
        mine = {cell: terms[cell] for cell in chosen.intersection(terms)}
        return row._replace(terms=row.terms | mine) if mine else row

    def _sum(self, key: Key) -> tuple[Weights, Row]:
        """The cells of a sum with their weights, and what it asks of its blank ones."""
        if key not in self._sums:
            terms = dict(self.network.terms(key))
            blank = {cell: weight for cell, weight in terms.items() if self.cells[cell] is None}
            self._sums[key] = terms, Row(blank, -self.network.off(key), {key: 1})
        return self._sums[key]

    def _reached(self, waiting: Iterable[Key], chosen: frozenset[Cell]) -> set[Key]:
        """Some sums and those that blank cells join to them."""
        left = list(waiting)
        found: set[Key] = set()
        while left:
            key = left.pop()
            if key not in found:
                found.add(key)
                blank = self._sum(key)[1].terms.keys() - chosen
                left += [near for cell in blank for near, _ in self.network.sums_of(cell)]
        return found
