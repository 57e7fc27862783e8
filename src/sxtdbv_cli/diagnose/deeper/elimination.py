"""Elimination in whole numbers: sums, and combinations of sums, solved for the cells that may change in them."""

from collections.abc import Collection, Iterable
from math import gcd
from typing import NamedTuple

from sxtdbv_cli.model.plan import Cell

Weights = dict[int, int]


class Row(NamedTuple):
    """A sum, or a combination of sums (``of``, with weights): what it asks of the cells that may change.

    In whole numbers throughout: so many times what it stands for as ``scale`` says.
    """

    terms: Weights
    wanted: int
    of: Weights
    scale: int = 1

    def solved_for(self, cell: Cell) -> "Row":
        """This row in which the weight of a cell is the scale."""
        weight = self.terms[cell]
        if weight == self.scale == 1:
            return self
        return self._times(1 if weight > 0 else -1)._replace(scale=abs(weight))._lowest()

    def without(self, cell: Cell, pivot: "Row") -> "Row":
        """This row with a cell eliminated by one that was solved for it."""
        row = self if pivot.scale == 1 else self._times(pivot.scale)
        times = self.terms[cell]
        found = Row(
            less(row.terms, pivot.terms, times),
            row.wanted - times * pivot.wanted,
            less(row.of, pivot.of, times),
            self.scale * pivot.scale,
        )
        return found if pivot.scale == 1 else found._lowest()

    def _times(self, by: int) -> "Row":
        terms, of = ({at: by * weight for at, weight in weights.items()} for weights in (self.terms, self.of))
        return Row(terms, by * self.wanted, of, self.scale)

    def _lowest(self) -> "Row":
        if self.scale == 1:
            return self
        by = gcd(self.scale, self.wanted, *self.terms.values(), *self.of.values())
        terms, of = ({at: weight // by for at, weight in weights.items()} for weights in (self.terms, self.of))
        return Row(terms, self.wanted // by, of, self.scale // by)


def less(one: Weights, two: Weights, times: int) -> Weights:
    """Weights less so many times others; what comes to nothing is left out."""
    found = dict(one)
    for at, weight in two.items():
        if left := found.get(at, 0) - times * weight:
            found[at] = left
        else:
            del found[at]
    return found


def whole(rows: Iterable[Row]) -> bool:
    """Whether rows hold no fractions."""
    return all(value % row.scale == 0 for row in rows if row.scale > 1 for value in (row.wanted, *row.terms.values()))


def reduced(rows: list[Row], chosen: Collection[Cell]) -> list[Row]:
    """Rows in reduced form, blank cells first, each solved for one cell; those that ask nothing of cells last."""
    variables = sorted({at for row in rows for at in row.terms}, key=lambda at: (at in chosen, at))
    done: list[Row] = []
    for at in variables:
        first = next((row for row in rows if at in row.terms), None)
        if first is None:
            continue
        rows.remove(first)
        pivot = first.solved_for(at)
        rows = [row.without(at, pivot) if at in row.terms else row for row in rows]
        done = [row.without(at, pivot) if at in row.terms else row for row in done]
        done.append(pivot)
    return done + rows
