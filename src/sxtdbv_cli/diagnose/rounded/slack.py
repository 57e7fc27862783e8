"""The sums of a rounded table as inequalities, in steps of what it is rounded to."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager

from sxtdbv_cli.diagnose.meter import Meter, Spent
from sxtdbv_cli.diagnose.network import Key, Network, Term
from sxtdbv_cli.diagnose.pieces import parted
from sxtdbv_cli.diagnose.rounded.spans import Row, Spans
from sxtdbv_cli.model.audit import rounding
from sxtdbv_cli.model.plan import Cell

MOST_JOINED = 60
"""So many sums that blank cells join are looked at together."""


class Slack:
    """The sums of a rounded table; cells ``trusted`` are never changed."""

    def __init__(self, network: Network, trusted: Collection[Cell], meter: Meter) -> None:
        self.network = network
        self.cells = network.plan.cells
        self.step = network.plan.unit.precision
        self.trusted = trusted
        self.meter = meter
        self._room: dict[Key, tuple[int, int]] = {}
        self._terms: dict[Key, list[Term]] = {}
        self._weights: dict[Key, dict[Cell, int]] = {}
        self._blanks: dict[Key, tuple[Cell, ...]] = {}
        self._cells: dict[Key, frozenset[Cell]] = {}

    def room(self, key: Key) -> tuple[int, int]:
        """By how many steps at least and at most the cells of a sum, with their weights, must change together."""
        if key not in self._room:
            terms = self.terms(key)
            off, may = self.network.off(key), rounding(self.network.plan, len(terms))
            self._room[key] = -((may + off) // self.step), (may - off) // self.step
        return self._room[key]

    def terms(self, key: Key) -> list[Term]:
        """The cells of a sum with their weights."""
        if key not in self._terms:
            self._terms[key] = self.network.terms(key)
        return self._terms[key]

    def weights(self, key: Key) -> dict[Cell, int]:
        """The weights of the cells of a sum."""
        if key not in self._weights:
            found = self._weights[key] = dict[Cell, int]()
            for cell, weight in self.terms(key):
                found[cell] = found.get(cell, 0) + weight
        return self._weights[key]

    def blanks(self, key: Key) -> tuple[Cell, ...]:
        """The cells of a sum that are blank."""
        if key not in self._blanks:
            self._blanks[key] = tuple([cell for cell, _ in self.terms(key) if self.cells[cell] is None])
        return self._blanks[key]

    def holds(self, key: Key) -> bool:
        """Whether a sum holds as it is."""
        least, most = self.room(key)
        return least <= 0 <= most

    def held(self, keys: Iterable[Key], proposed: Mapping[Cell, int]) -> bool:
        """Whether some sums, and all those of changed cells, hold then; cells that are blank may hold anything.

        Raises:
            Spent: it takes too much to know.
        """
        rows = []
        for key in self.around(keys, proposed):
            least, most = self.room(key)
            weights: dict[Cell, int] = {}
            for cell, weight in self.terms(key):
                if cell in proposed:
                    more = weight * ((proposed[cell] - (self.cells[cell] or 0)) // self.step)
                    least, most = least - more, most - more
                elif self.cells[cell] is None:
                    weights[cell] = weights.get(cell, 0) + weight
            if not weights and not least <= 0 <= most:
                return False
            rows += [Row(key, weights, least, most)] if weights else []
        return all(system.conflict() is None for system in self._parted(rows))

    def joined(self, keys: Iterable[Key]) -> list[Key]:
        """Some sums and those that blank cells join to them.

        Raises:
            Spent: these are too many.
        """
        left, found = list(keys), set[Key]()
        while left:
            key = left.pop()
            if key not in found:
                found.add(key)
                blank = self.blanks(key)
                left += [near for cell in blank for near, _ in self.network.sums_of(cell)]
                if blank and len(found) > MOST_JOINED:
                    raise Spent
        return sorted(found)

    def around(self, keys: Iterable[Key], chosen: Iterable[Cell]) -> list[Key]:
        """Some sums with all that chosen cells stand in."""
        return self.joined({*keys, *[key for cell in chosen for key, _ in self.network.sums_of(cell)]})

    def systems(self, keys: Iterable[Key], chosen: Collection[Cell]) -> list[Spans]:
        """Some sums as inequalities of chosen cells and blank ones, those together that have any in common."""
        return self._parted([self.row(key, chosen) for key in keys])

    def _parted(self, rows: Sequence[Row]) -> list[Spans]:
        first: dict[Cell, int] = {}
        pairs = [(first.setdefault(cell, at), at) for at, row in enumerate(rows) for cell in row.weights]
        return [Spans([rows[at] for at in part], self.meter) for part in parted(range(len(rows)), pairs)]

    def row(self, key: Key, chosen: Collection[Cell]) -> Row:
        """A sum as inequalities of chosen cells and blank ones."""
        weights = self.weights(key)
        cells = sorted({*self.blanks(key), *[cell for cell in chosen if cell in weights]})
        return Row(key, {cell: weights[cell] for cell in cells}, *self.room(key))

    def fits(self, keys: Iterable[Key], chosen: Iterable[Cell]) -> bool:
        """Whether some sums, and all that chosen cells stand in, can hold when these change.

        Raises:
            Spent: it takes too much to know.
        """
        cells = frozenset(chosen)
        return all(system.conflict() is None for system in self.systems(self.around(keys, cells), cells))

    @contextmanager
    def spending(self, steps: int) -> Iterator[None]:
        """A search of its own, which may spend no more than so much."""
        whole = self.meter
        part = self.meter = whole.part(steps)
        given = part.left
        try:
            yield
        finally:
            whole.left -= given - max(part.left, 0)
            self.meter = whole

    def stated(self, key: Key) -> frozenset[Cell]:
        """The cells of a sum that may change."""
        if key not in self._cells:
            cells = [cell for cell, _ in self.terms(key) if self.cells[cell] is not None]
            self._cells[key] = frozenset(cells).difference(self.trusted)
        return self._cells[key]

    def blank(self, key: Key) -> bool:
        """Whether a cell of a sum is blank."""
        return bool(self.blanks(key))
