"""Elimination in whole numbers: sums, and combinations of sums, solved for the cells that may change in them."""

from collections.abc import Collection
from typing import NamedTuple

from sxtdbv_cli.model.plan import Cell

Weights = dict[int, int]


class Equation(NamedTuple):
    """What the changes of some cells, with their weights, must add up to."""

    terms: Weights
    wanted: int

    def without(self, pivot: "Equation", cell: Cell) -> "Equation":
        """This equation with a cell eliminated by another one."""
        times, of = self.terms[cell], pivot.terms[cell]
        if of < 0:
            times, of = -times, -of
        terms = self.terms.copy() if of == 1 else {at: weight * of for at, weight in self.terms.items()}
        for at, weight in pivot.terms.items():
            if left := terms.get(at, 0) - times * weight:
                terms[at] = left
            else:
                del terms[at]
        return Equation(terms, self.wanted * of - times * pivot.wanted)


def reduced(rows: list[Equation], chosen: Collection[Cell]) -> dict[Cell, Equation]:
    """Equations in reduced form, each by the cell that it is solved for, blank cells first."""
    variables = sorted({at for row in rows for at in row.terms}, key=lambda at: (at in chosen, at))
    done: dict[Cell, Equation] = {}
    for at in variables:
        pivot = next((row for row in rows if at in row.terms), None)
        if pivot is not None:
            rows = [row.without(pivot, at) if at in row.terms else row for row in rows if row is not pivot]
            done = {of: row.without(pivot, at) if at in row.terms else row for of, row in done.items()}
            done[at] = pivot
    return done


def whole(solved: dict[Cell, Equation]) -> bool:
    """Whether equations that are solved for cells ask for no fractions."""
    return all(
        value % row.terms[at] == 0
        for at, row in solved.items()
        if abs(row.terms[at]) > 1
        for value in (row.wanted, *row.terms.values())
    )
