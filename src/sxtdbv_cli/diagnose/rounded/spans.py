"""Within what bounds the changes of some cells keep some sums within rounding.

Cells and sums that hang together without a circle are a tree: what a sum leaves for one of its cells is an interval of
whole numbers, given the intervals that the sums beyond leave for its others; so intervals passed on from the leaves
decide, and tell for each cell the least and the most. Where there is a circle, inequalities are
eliminated (``intervals``).
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from sxtdbv_cli.diagnose.meter import Meter, Spent
from sxtdbv_cli.diagnose.rounded.intervals import FAR, Limit, Name, fitted, spanned

NONE: frozenset[int] = frozenset()


class Row(NamedTuple):
    """A sum: the changes of its cells, times their weights, add up to ``least`` to ``most``."""

    key: int
    weights: dict[Name, int]
    least: int
    most: int


class Span(NamedTuple):
    """The least and the most that a change can be, and the sums that each comes from."""

    least: int
    most: int
    low_of: frozenset[int]
    high_of: frozenset[int]

    def turned(self) -> "Span":
        """The span of the same number with its sign turned."""
        return Span(-self.most, -self.least, self.high_of, self.low_of)


ANY = Span(-FAR, FAR, NONE, NONE)


class _Conflict(Exception):
    def __init__(self, of: frozenset[int]) -> None:
        self.of = of


class Spans:
    """Sums that hang together by the cells that may change in them. ``meter`` is what an answer may spend."""

    def __init__(self, rows: Sequence[Row]) -> None:
        self.rows = rows
        self.fixed: dict[Name, int] = {}
        self._conflict: tuple[frozenset[int] | None] | None = None
        self._nearest: dict[Name, int] | None = None
        self.rows_of: dict[Name, list[Row]] = {}
        for row in rows:
            for name in row.weights:
                self.rows_of.setdefault(name, []).append(row)
        plain = all(weight in (1, -1) for row in rows for weight in row.weights.values())
        self.tree = plain and sum(len(row.weights) for row in rows) == len(rows) + len(self.rows_of) - 1

    def conflict(self, meter: Meter) -> frozenset[int] | None:
        """Sums that cannot hold together; None where all can.

        Raises:
            Spent: it takes too much to know.
        """
        if self._conflict is None:
            self._conflict = (self._find_conflict(meter),)
        return self._conflict[0]

    def _find_conflict(self, meter: Meter) -> frozenset[int] | None:
        if not self.tree:
            found = fitted(self._limits(), meter)
            return found if isinstance(found, frozenset) else None
        try:
            name = next(iter(self.rows_of), None)
            if name is not None:
                self._of_name(name, None)
            elif not all(row.least <= 0 <= row.most for row in self.rows):
                return frozenset(row.key for row in self.rows)
        except _Conflict as conflict:
            return conflict.of
        return None

    def bounds(self, name: Name, meter: Meter) -> tuple[int, int]:
        """The least and the most that a cell may change, given those that are fixed.

        Raises:
            Spent: it takes too much to know, or nothing is left.
        """
        if self.tree:
            try:
                return self._of_name(name, None)[:2]
            except _Conflict as conflict:
                raise Spent from conflict
        return spanned(self._limits(), name, meter)

    def near_nothing(self, meter: Meter) -> dict[Name, int]:
        """Changes with which all sums hold, each as near to nothing as it can be.

        Raises:
            Spent: it takes too much to know, or there are none.
        """
        if self._nearest is None:
            self._nearest = self._find_nearest(meter)
        return self._nearest

    def _find_nearest(self, meter: Meter) -> dict[Name, int]:
        if self.tree:
            try:
                for name in sorted(self.rows_of):
                    least, most = self.bounds(name, meter)
                    self.fixed[name] = max(least, min(0, most))
                return self.fixed
            finally:
                self.fixed = {}
        found = fitted(self._limits(), meter)
        if isinstance(found, frozenset):
            raise Spent
        return dict.fromkeys(self.rows_of, 0) | found

    def _of_name(self, name: Name, via: Row | None) -> Span:
        """What all sums of a cell but one leave for it."""
        if name in self.fixed:
            return Span(self.fixed[name], self.fixed[name], NONE, NONE)
        least, most, low_of, high_of = ANY
        for row in self.rows_of[name]:
            if row is not via:
                low, high, of_low, of_high = self._of_row(row, name)
                if low > least:
                    least, low_of = low, of_low
                if high < most:
                    most, high_of = high, of_high
        if least > most:
            raise _Conflict(low_of | high_of)
        return Span(least, most, low_of, high_of)

    def _of_row(self, row: Row, name: Name) -> Span:
        """What a sum leaves for one of its cells."""
        least, most = row.least, row.most
        low_of = high_of = frozenset((row.key,))
        for other, weight in row.weights.items():
            if other != name:
                span = self._of_name(other, row)
                low, high, of_low, of_high = span if weight > 0 else span.turned()
                least, most, low_of, high_of = least - high, most - low, low_of | of_high, high_of | of_low
        span = Span(max(least, -FAR), min(most, FAR), low_of, high_of)
        return span if row.weights[name] > 0 else span.turned()

    def _limits(self) -> Iterator[Limit]:
        for key, weights, least, most in self.rows:
            held = sum(weight * self.fixed[name] for name, weight in weights.items() if name in self.fixed)
            left = {name: weight for name, weight in weights.items() if name not in self.fixed}
            yield Limit(left, most - held, frozenset((key,)))
            yield Limit({name: -weight for name, weight in left.items()}, held - least, frozenset((key,)))
