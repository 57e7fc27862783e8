"""Two plans beside each other: where a line, a column or a cell of one is in the other."""

from functools import cached_property

from sxtdbv_cli.model.comparison import UNMATCHED, Match
from sxtdbv_cli.model.plan import Cell, Plan


class Sides:
    """Two plans and which of their lines are the same; columns are the same where their keys are."""

    def __init__(self, old: Plan, new: Plan, match: Match) -> None:
        self.old, self.new, self.match = old, new, match

    @cached_property
    def new_column(self) -> list[int]:
        """The column of the new plan that each column of the old one is."""
        return _columns(self.old, self.new)

    @cached_property
    def old_column(self) -> list[int]:
        """The column of the old plan that each column of the new one is."""
        return _columns(self.new, self.old)

    def new_cell(self, cell: Cell) -> Cell:
        """The cell of the new plan that a cell of the old one is."""
        line, column = self.old.position(cell)
        place = self.match.new_of[line], self.new_column[column]
        return UNMATCHED if UNMATCHED in place else self.new.cell(*place)

    @cached_property
    def pairs(self) -> list[tuple[int, int]]:
        """The lines that both plans have, in the old one and in the new, in the order of the new one."""
        matched = enumerate(self.match.old_of[:-1])
        return [(old, new) for new, old in matched if old != UNMATCHED]


def _columns(plan: Plan, other: Plan) -> list[int]:
    position = {column.key: index for index, column in enumerate(other.columns)}
    return [position.get(column.key, UNMATCHED) for column in plan.columns]
