"""Figures that can be read two ways (``1.246``: groups or decimals), where the sums of the table leave one.

Arithmetic decides only where it decides everything: in one reading each such figure is part of a sum that holds to the
last digit, and of none that fails; in the other none of these sums holds.
"""

from collections.abc import Collection, Iterator, Mapping

from sxtdbv_cli.model.audit import rounding, weigh
from sxtdbv_cli.model.plan import Plan
from sxtdbv_cli.model.sums import promised
from sxtdbv_cli.tables.tree.structure import Structure

SUMS = "sums"
"""Why figures are read in a notation: their sums hold in it alone."""

Position = tuple[int, int]


class Weighed:
    """How the sums come out that some cells of a table are part of, in one reading."""

    def __init__(self, plan: Plan, found: Structure, columns: Mapping[int, int], cells: Collection[Position]) -> None:
        self.cells = frozenset(plan.cell(line, columns[column]) for line, column in _lines(found, cells))
        self.complete = len(self.cells) == len(cells)
        self.exact: set[int] = set()
        self.holding = self.failing = 0
        for sum_ in promised(plan):
            touched = self.cells.intersection(sum_.cells)
            balance = weigh(plan.cells, sum_) if touched else None
            if balance is None:
                continue
            holds = abs(balance.gap) <= rounding(plan, len(sum_.cells))
            self.holding += holds
            self.failing += not holds
            if balance.gap == 0 and balance.stated:
                self.exact |= touched

    @property
    def proves(self) -> bool:
        """Whether every cell is part of a sum that holds exactly, and none of one that fails."""
        return self.complete and not self.failing and self.exact == self.cells


def _lines(found: Structure, cells: Collection[Position]) -> Iterator[Position]:
    """The line and the column of the grid of each cell that stands on a line or in the declared total."""
    lines = {entry.figures_row: line for line, entry in enumerate(found.entries)}
    if found.outcome.declared is not None:
        lines[found.outcome.declared.row] = len(found.entries)
    return ((lines[row], column) for row, column in cells if row in lines)


def decides(one: Weighed, other: Weighed) -> bool:
    """Whether sums prove one reading and none speaks for the other."""
    return one.proves and not other.holding
