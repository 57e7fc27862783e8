"""The fewest cells that bring sums of a rounded table within rounding, in steps of what it is rounded to.

A sum that is off, and that no chosen cell touches, needs one of its cells; so do sums that contradict each other
whatever the chosen cells hold. Each cell of such sums is tried, and not used again beside it: every set is met once.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager

from sxtdbv_cli.diagnose.intervals import Contradiction, Limit, fitted
from sxtdbv_cli.diagnose.meter import Meter, Spent
from sxtdbv_cli.diagnose.network import Key, Network
from sxtdbv_cli.diagnose.relaxed import apart
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
        self._cells: dict[Key, frozenset[Cell]] = {}

    def room(self, key: Key) -> tuple[int, int]:
        """By how many steps at least and at most the cells of a sum, with their weights, must change together."""
        if key not in self._room:
            terms = self.network.terms(key)
            off, may = self.off(key), rounding(self.network.plan, len(terms))
            self._room[key] = -((may + off) // self.step), (may - off) // self.step
        return self._room[key]

    def off(self, key: Key) -> int:
        """What a sum is off by, blank cells taken for nothing."""
        return sum(weight * (self.cells[cell] or 0) for cell, weight in self.network.terms(key))

    def holds(self, key: Key) -> bool:
        """Whether a sum holds as it is."""
        least, most = self.room(key)
        return least <= 0 <= most

    def held(self, keys: Iterable[Key], proposed: Mapping[Cell, int]) -> bool:
        """Whether some sums, and all those of changed cells, hold then, as far as no blank is in them."""
        for key in {*keys, *[key for cell in proposed for key, _ in self.network.sums_of(cell)]}:
            terms = self.network.terms(key)
            amounts = [(proposed.get(cell, self.cells[cell]), weight) for cell, weight in terms]
            stated = [amount * weight for amount, weight in amounts if amount is not None]
            if len(stated) == len(terms) and abs(sum(stated)) > rounding(self.network.plan, len(terms)):
                return False
        return True

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
                blank = [cell for cell, _ in self.network.terms(key) if self.cells[cell] is None]
                left += [near for cell in blank for near, _ in self.network.sums_of(cell)]
                if blank and len(found) > MOST_JOINED:
                    raise Spent
        return sorted(found)

    def around(self, keys: Iterable[Key], chosen: Iterable[Cell]) -> list[Key]:
        """Some sums with all that chosen cells stand in."""
        return self.joined({*keys, *[key for cell in chosen for key, _ in self.network.sums_of(cell)]})

    def solved(self, keys: Collection[Key], chosen: frozenset[Cell]) -> dict[Cell, int] | Contradiction:
        """By how many steps chosen cells and blank ones must change so that some sums hold, or why they cannot."""
        found = fitted(self._limits(keys, chosen), self.meter)
        return found if isinstance(found, Contradiction) else dict.fromkeys(sorted(chosen), 0) | found

    def _limits(self, keys: Iterable[Key], chosen: Collection[Cell]) -> Iterator[Limit]:
        for key in keys:
            terms = self.network.terms(key)
            weights = {cell: weight for cell, weight in terms if cell in chosen or self.cells[cell] is None}
            least, most = self.room(key)
            yield Limit(weights, most, frozenset((key,)))
            yield Limit({cell: -weight for cell, weight in weights.items()}, -least, frozenset((key,)))

    def least(self, keys: Iterable[Key]) -> int:
        """At least so many cells must change for some sums to hold: those that share none need one each."""
        return apart([self._stated(key) for key in keys if not self.holds(key) and not self._blank(key)])

    def of_size(self, keys: Collection[Key], size: int, *, beyond: bool) -> list[frozenset[Cell]]:
        """All sets of so many cells that make some sums hold, provided that no smaller one does.

        With ``beyond`` the sums around must go on to hold as well.
        """
        return list(self._of_size(keys, frozenset(), frozenset(), size, beyond=beyond))

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

    def _of_size(
        self, keys: Collection[Key], chosen: frozenset[Cell], barred: frozenset[Cell], left: int, *, beyond: bool
    ) -> Iterator[frozenset[Cell]]:
        seen = self.around(keys, chosen) if beyond else keys
        self.meter.step(1 + len(seen) // 4)
        bare = [key for key in seen if not self.holds(key) and chosen.isdisjoint(self._stated(key))]
        groups = [self._stated(key) - barred for key in bare if not self._blank(key)]
        if not groups:
            solved = self.solved(seen, chosen)
            if not isinstance(solved, Contradiction):
                yield chosen
                return
            groups = [frozenset().union(*map(self._stated, solved.of)) - barred - chosen]
        if not left or apart(groups) > left:
            return
        for cell in min(map(sorted, groups), key=lambda cells: (len(cells), cells)):
            yield from self._of_size(keys, chosen | {cell}, barred, left - 1, beyond=beyond)
            barred |= {cell}

    def _stated(self, key: Key) -> frozenset[Cell]:
        """The cells of a sum that may change."""
        if key not in self._cells:
            cells = [cell for cell, _ in self.network.terms(key) if self.cells[cell] is not None]
            self._cells[key] = frozenset(cells).difference(self.trusted)
        return self._cells[key]

    def _blank(self, key: Key) -> bool:
        return any(self.cells[cell] is None for cell, _ in self.network.terms(key))
