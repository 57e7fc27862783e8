"""The sums of a rounded table as inequalities, in steps of what it is rounded to."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager

from sxtdbv_cli.diagnose.meter import Meter, Spent
from sxtdbv_cli.diagnose.network import Key, Network, Term
from sxtdbv_cli.diagnose.pieces import parted
from sxtdbv_cli.diagnose.remembered import remembered
from sxtdbv_cli.diagnose.rounded.spans import Row, Spans
from sxtdbv_cli.model.audit import rounding
from sxtdbv_cli.model.plan import Cell

MOST_JOINED = 400
"""So many sums that blank cells join are looked at together."""


class Slack:
    """The sums of a rounded table; cells ``trusted`` are never changed."""

    def __init__(self, network: Network, trusted: Collection[Cell], meter: Meter) -> None:
        self.network = network
        self.cells = network.plan.cells
        self.step = network.plan.unit.precision
        self.trusted = trusted
        self.meter = meter
        self._joined: dict[Key, frozenset[Key]] = {}
        self._systems: tuple[dict[frozenset[int], Spans], dict[frozenset[int], Spans]] = {}, {}

    def room(self, key: Key) -> tuple[int, int]:
        """By how many steps at least and at most the cells of a sum, with their weights, must change together."""
        return self.bounds(key)[:2]

    @remembered
    def bounds(self, key: Key) -> tuple[int, int, int, int]:
        """The room of a sum, what it is off by in whole steps, and how many figures it has."""
        figures, off = len(self.terms(key)), self.network.off(key)
        may = rounding(self.network.plan, figures)
        return -((may + off) // self.step), (may - off) // self.step, off // self.step, figures

    @remembered
    def terms(self, key: Key) -> list[Term]:
        """The cells of a sum with their weights."""
        return self.network.terms(key)

    @remembered
    def weights(self, key: Key) -> dict[Cell, int]:
        """The weights of the cells of a sum."""
        found: dict[Cell, int] = {}
        for cell, weight in self.terms(key):
            found[cell] = found.get(cell, 0) + weight
        return found

    @remembered
    def blanks(self, key: Key) -> tuple[Cell, ...]:
        """The cells of a sum that are blank."""
        return tuple([cell for cell, _ in self.terms(key) if self.cells[cell] is None])

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
        first: dict[Cell, int] = {}
        pairs = [(first.setdefault(cell, at), at) for at, row in enumerate(rows) for cell in row.weights]
        systems = [Spans([rows[at] for at in part]) for part in parted(range(len(rows)), pairs)]
        return all(system.conflict(self.meter) is None for system in systems)

    def joined(self, keys: Iterable[Key]) -> list[Key]:
        """Some sums and those that blank cells join to them.

        Raises:
            Spent: these are too many.
        """
        return sorted(frozenset[Key]().union(*map(self._joined_to, keys)))

    def _joined_to(self, key: Key) -> frozenset[Key]:
        """A sum and those that blank cells join to it."""
        if key not in self._joined:
            left, found = [key], set[Key]()
            while left:
                if (one := left.pop()) not in found:
                    found.add(one)
                    left += [near for cell in self.blanks(one) for near, _ in self.network.sums_of(cell)]
                    if len(found) > MOST_JOINED:
                        raise Spent
            self._joined |= dict.fromkeys(found, frozenset(found))
        return self._joined[key]

    @remembered
    def reach(self, cell: Cell) -> frozenset[Key]:
        """The sums that a cell stands in, and those that blank cells join to them."""
        return frozenset(self.joined([key for key, _ in self.network.sums_of(cell)]))

    def around(self, keys: Iterable[Key], chosen: Iterable[Cell]) -> list[Key]:
        """Some sums with all that chosen cells stand in, and those that blank cells join to these."""
        return sorted(frozenset(self.joined(keys)).union(*map(self.reach, chosen)))

    def systems(self, keys: Iterable[Key], chosen: Iterable[Cell]) -> list[Spans]:
        """Some sums and those around them as inequalities of chosen cells and blank ones, those together that have any
        in common: many sets of cells have such in common, each is made once."""
        groups: list[tuple[frozenset[Cell], frozenset[Key]]] = []
        for cell in chosen:
            cells, mine = frozenset((cell,)), self.reach(cell)
            near = [group for group in groups if not group[1].isdisjoint(mine)]
            groups = [group for group in groups if group not in near] if near else groups
            groups.append((cells.union(*[one for one, _ in near]), mine.union(*[of for _, of in near])))
        left = set(keys).difference(*[of for _, of in groups])
        groups += {self._joined_to(key): (frozenset[Cell](), self._joined_to(key)) for key in left}.values()
        return [self._system(*group) for group in sorted(groups, key=lambda group: min(group[1], default=0))]

    def _system(self, cells: frozenset[Cell], keys: frozenset[Key]) -> Spans:
        at = cells or keys
        if at not in self._systems[bool(cells)]:
            self._systems[bool(cells)][at] = Spans([self.row(key, cells) for key in sorted(keys)])
        return self._systems[bool(cells)][at]

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
        return all(system.conflict(self.meter) is None for system in self.systems(keys, chosen))

    @contextmanager
    def spending(self, steps: int) -> Iterator[None]:
        """A search of its own, which may spend no more than so much."""
        whole = self.meter
        with whole.spending(steps) as part:
            self.meter = part
            try:
                yield
            finally:
                self.meter = whole

    @remembered
    def stated(self, key: Key) -> frozenset[Cell]:
        """The cells of a sum that may change."""
        return frozenset([cell for cell, _ in self.terms(key) if self.cells[cell] is not None]).difference(self.trusted)

    def blank(self, key: Key) -> bool:
        """Whether a cell of a sum is blank."""
        return bool(self.blanks(key))
